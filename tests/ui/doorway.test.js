// From one room to the next: where a door stays shut one stays where one was, and it is said why.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { catalogueOf } from "./window.js";

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
  assert.ok(!(await passTo(room("today"), room("letters", { enter: new Trouble("disk_full") }), {}, () => false)));
  assert.deepEqual(seen, ["leave today", "no words", "enter letters", "The disk is full"]);
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
