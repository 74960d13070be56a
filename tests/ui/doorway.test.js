// From one room to the next: where a door stays shut one stays where one was, and it is said why.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { catalogueOf, settled } from "./window.js";

const { Trouble } = await import("../../ui/journal.js");
const { speak } = await import("../../ui/lib/i18n.js");
const { furnish } = await import("../../ui/lib/store.js");
const { passTo } = await import("../../ui/lib/doorway.js");

/** What happened, in order. @type {string[]} */
let seen = [];
/** @param {string} name @param {{ enter?: Trouble, leave?: Trouble }} [refuses] */
const room = (name, refuses = {}) => ({
  name,
  main: /** @type {any} */ (() => null),
  async enter(params) {
    seen.push(`enter ${name}${params.write ? " to write" : ""}`);
    if (refuses.enter) throw refuses.enter;
  },
  async leave() {
    seen.push(`leave ${name}`);
    if (refuses.leave) throw refuses.leave;
  },
});
const last = () => true;

beforeEach(() => {
  seen = [];
  furnish({ tell: (sentence) => seen.push(sentence.split(",")[0]), takeNoWords: () => seen.push("no words") });
  speak("en", catalogueOf("en"));
});

test("a room is left and takes no words until the next is entered", async () => {
  assert.ok(await passTo(room("today"), room("letters"), {}, last));
  assert.deepEqual(seen, ["leave today", "no words", "enter letters"]);
});

test("a room that is entered anew is not left", async () => {
  const today = room("today");
  assert.ok(await passTo(today, today, { write: true }, last));
  assert.deepEqual(seen, ["enter today to write"]);
});

test("a room that does not let go of words keeps one there, with nothing of it gone", async () => {
  assert.ok(!(await passTo(room("letters", { leave: new Trouble("disk_full") }), room("today"), {}, last)));
  assert.deepEqual(seen, ["leave letters", "The disk is full"]);
});

test("where the next room refuses it is told first, and a page written anew stays on the desk", async () => {
  const refusal = new Trouble("disk_full");
  assert.ok(!(await passTo(room("today", { enter: refusal }), room("letters", { enter: refusal }), {}, last)));
  assert.deepEqual(seen, ["leave today", "no words", "enter letters", "The disk is full", "enter today to write"]);
});

test("whoever wished to go elsewhere meanwhile is not brought back", async () => {
  let wished = true;
  const letters = { ...room("letters"), async enter() { wished = false; throw new Trouble("disk_full"); } };
  assert.ok(!(await passTo(room("today"), letters, {}, () => wished)));
  assert.deepEqual(seen, ["leave today", "no words", "The disk is full"]);
});

/** Somebody who goes away from a room whose leaving ends when it is told to. */
async function goesAway(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let done = () => {};
  const today = { ...room("today"), leave: () => new Promise((end) => { done = () => end(undefined); }) };
  let wish = 0;
  /** @param {any} to */
  const goes = (to) => {
    wish += 1;
    const mine = wish;
    return passTo(today, to, {}, () => wish === mine);
  };
  const away = goes(room("letters"));
  await settled();
  return { today, goes, away, end: () => done() };
}

test("whoever turns back on the threshold goes on writing, and is there again once the room was left", async (t) => {
  const { today, goes, away, end } = await goesAway(t);
  const back = goes(today);
  t.mock.timers.tick(5000);
  await settled();
  assert.deepEqual(seen, [], "nothing is filled while it is being emptied, and nobody's words are refused");
  end();
  assert.ok(!(await away));
  assert.ok(await back);
  assert.deepEqual(seen, ["enter today"]);
});

test("the last of several wishes shuts the room that is left, though an earlier one began to leave it", async (t) => {
  const { goes, away, end } = await goesAway(t);
  const elsewhere = goes(room("between"));
  t.mock.timers.tick(1000);
  assert.deepEqual(seen, ["no words"]);
  end();
  assert.ok(!(await away));
  await settled();
  end();
  assert.ok(await elsewhere);
  assert.deepEqual(seen, ["no words", "no words", "enter between"]);
});

test("a room that words keep coming to is left all the same: after a second it takes no more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let left = () => {};
  const letters = { ...room("letters"), leave: () => new Promise((done) => { left = () => done(undefined); }) };
  const passing = passTo(letters, room("today"), {}, last);
  t.mock.timers.tick(999);
  assert.deepEqual(seen, []);
  t.mock.timers.tick(1);
  assert.deepEqual(seen, ["no words"]);
  left();
  assert.ok(await passing);
  assert.deepEqual(seen, ["no words", "no words", "enter today"]);
});
