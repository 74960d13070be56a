// Hiding: the screen is empty before anything else is done, the last words are kept or stay where they are, and nobody
// sees them again by accident.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fresh, root, seen } from "./bare-page.js";
import { answers, asked, catalogueOf, settled } from "./window.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const { above } = await import("../../ui/elements/above.js");
const { closing } = await import("../../ui/lib/closing.js");
const { letSmallWordsGo, toKeep } = await import("../../ui/lib/small-words.js");
const { Trouble } = await import("../../ui/journal.js");
const { heldDoor } = await import("../../ui/rooms/held-door.js");
const { hideAhead, hideNow, hiding } = await import("../../ui/lib/hiding.js");
const { followCompositions } = await import("../../ui/lib/ime.js");
const { comeBack, held, openAgain } = await import("../../ui/lib/held.js");

const commands = () => asked.map(({ command }) => command);
const last = (command) => asked.findLast((each) => each.command === command)?.args;
const covered = () => "hidden" in root.dataset;

/** @returns {Field} A sheet with these words. */
function sheetWith(words) {
  const sheet = new HTMLTextAreaElement();
  sheet.value = words;
  desks.sheetShown(sheet);
  desks.touched();
  return sheet;
}

/** Rooms that were gone to. @type {string[]} */
let gone = [];
/** Sentences that were told. @type {string[]} */
let told = [];

beforeEach(async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  await desks.clearDesk();
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(hiding, { on: false });
  Object.assign(held, { on: false, returned: false });
  Object.assign(closing, { on: false, stuck: false });
  Object.assign(state, { journal: "open", readOnly: false, ties: [], room: "today" });
  fresh();
  [gone, told] = [[], []];
  furnish({ show: async (room) => { gone.push(room); state.room = room; }, tell: (sentence) => told.push(sentence), say: (sentence) => told.push(sentence) });
  answers.minimise = () => null;
  speak("en", catalogueOf("en"));
});

test("the screen is empty before anything else is asked or done", async () => {
  let then = null;
  answers.hide_book = () => { then ??= covered() && seen.at(-1) === "caret away"; return null; };
  sheetWith("last words");
  const hidden = hideNow();
  assert.ok(covered(), "in the same step, before any answer");
  assert.equal(asked.length, 0);
  assert.equal(seen[0], "set hidden");
  await hidden;
  assert.equal(then, true, "nothing is drawn, and no words are around the caret");
  assert.equal(last("hide_book").draft.writing.body, "last words");
  assert.ok(covered(), "until this page ends");
});

test("a second press while it is under way asks for nothing more", async () => {
  answers.hide_book = () => null;
  await Promise.all([hideNow(), hideNow()]);
  assert.deepEqual(commands(), ["hide_book"]);
});

test("a slow disk does not keep the window in sight", async (t) => {
  /** @type {(none: null) => void} */
  let closed = () => {};
  answers.hide_book = () => new Promise((done) => { closed = done; });
  const hidden = hideNow();
  await settled();
  assert.deepEqual(commands(), ["hide_book"]);
  t.mock.timers.tick(700);
  await settled();
  assert.deepEqual(commands(), ["hide_book", "minimise"]);
  closed(null);
  await hidden;
});

test("words that cannot be kept stay behind a door: nothing is said of them, and only the passphrase leads back", async (t) => {
  answers.hide_book = () => Promise.reject({ kind: "disk_full" });
  sheetWith("not kept yet");
  await hideNow();
  await settled();
  assert.ok(held.on && !closing.on);
  assert.equal(seen.at(-1), "caret back");
  assert.deepEqual(commands(), ["hide_book", "minimise"], "the window goes all the same");
  t.mock.timers.tick(1);
  assert.ok(!covered(), "the door is drawn by now");
  assert.deepEqual(told, []);
  comeBack();
  assert.equal(told.length, 1);
  assert.ok(!told[0].includes("disk") && !told[0].includes("word"), told[0]);

  answers.prove = () => Promise.reject({ kind: "wrong_passphrase" });
  await assert.rejects(openAgain("not this one"), { kind: "wrong_passphrase" });
  assert.ok(held.on);
  answers.prove = () => null;
  await openAgain("a lamp beside the window");
  assert.ok(!held.on && closing.stuck);
  assert.equal(desks.desk.writing.body, "not kept yet");
  assert.ok(told[1].includes("The disk is full"), told[1]);
});

test("a passphrase that is on its way when the book is hidden anew opens no door, and the new door is a blank one", async () => {
  answers.hide_book = () => Promise.reject({ kind: "disk_full" });
  sheetWith("not kept yet");
  await hideNow();
  comeBack();
  const before = heldDoor();
  /** @type {(none: null) => void} */
  let proven = () => {};
  answers.prove = () => new Promise((done) => { proven = done; });
  const opening = openAgain("a lamp beside the window");
  await settled();
  await hideNow();
  proven(null);
  await opening;
  assert.ok(held.on && !held.returned);
  assert.ok(told.every((sentence) => !sentence.includes("disk")), String(told));
  const key = (/** @type {any} */ door) => door.values[0];
  assert.notEqual(key(heldDoor()), key(before), "drawn anew, with an empty field");
  assert.equal(key(heldDoor()), key(heldDoor()));
});

test("as soon as the disk takes the words the book closes after all, as long as nobody has come back", async (t) => {
  answers.hide_book = () => Promise.reject({ kind: "disk_full" });
  sheetWith("not kept yet");
  await hideNow();
  await settled();
  asked.length = 0;
  t.mock.timers.tick(5000);
  await settled();
  assert.deepEqual(commands(), ["hide_book"], "tried again, without a word and without minimising anew");
  assert.ok(held.on);
  answers.hide_book = () => null;
  t.mock.timers.tick(5000);
  await settled();
  assert.equal(last("hide_book").draft.writing.body, "not kept yet");
  assert.ok(closing.on, "it is closed, and this page ends");
});

test("whoever has come back is not interrupted by another try", async (t) => {
  answers.hide_book = () => Promise.reject({ kind: "disk_full" });
  sheetWith("not kept yet");
  await hideNow();
  comeBack();
  asked.length = 0;
  t.mock.timers.tick(20_000);
  await settled();
  assert.ok(!commands().includes("hide_book"), String(commands()));
});

test("words that no journal holds yet are not lost: the first page is shown, and they are behind it", async () => {
  Object.assign(state, { journal: "none" });
  above.keys = true;
  sheetWith("the first words");
  await hideNow();
  assert.deepEqual(gone, ["welcome"]);
  assert.ok(commands().includes("minimise") && !commands().includes("hide_book") && !commands().includes("leave"), String(commands()));
  assert.equal(desks.desk.writing.body, "the first words");
  assert.equal(above.keys, false);
});

test("before a closed door only the window goes", async () => {
  answers.hide_book = () => null;
  for (const journal of /** @type {const} */ (["closed", "together"])) {
    Object.assign(state, { journal });
    asked.length = 0;
    await hideNow();
    assert.deepEqual(asked, [{ command: "hide_book", args: { draft: null } }], journal);
  }
});

test("a book that the computer's sleep had closed meanwhile takes the window from sight all the same", async () => {
  answers.hide_book = () => null;
  toKeep("a small field", () => Promise.reject(new Trouble("closed")));
  await hideNow();
  await letSmallWordsGo();
  assert.deepEqual(asked, [{ command: "hide_book", args: { draft: null } }]);
  assert.ok(!held.on && covered());
});

/** The keys that hide come while this field has the focus; what is heard is told to it. */
function writingIn(sheet) {
  const page = new EventTarget();
  Object.assign(document, { activeElement: Object.assign(sheet, { matches: () => true, blur() { seen.push("blur"); } }) });
  document.addEventListener = (type, does) => page.addEventListener(type, does);
  document.removeEventListener = (type, does) => page.removeEventListener(type, does);
  return { page, type(words) { sheet.value += words; desks.touched(); page.dispatchEvent(new Event("input")); } };
}

test("keys that were pressed before those that hide come into their field, which nobody sees any more", async (t) => {
  answers.hide_book = () => null;
  const { type } = writingIn(sheetWith("by the "));
  const hidden = hideAhead();
  assert.equal(root.dataset.hidden, "writing", "in the same step");
  for (const letter of "water") {
    t.mock.timers.tick(100);
    type(letter);
  }
  assert.deepEqual(commands(), [], "the field still has the focus");
  assert.ok(!seen.includes("blur"));
  t.mock.timers.tick(250);
  await hidden;
  assert.equal(last("hide_book").draft.writing.body, "by the water");
  assert.equal(root.dataset.hidden, "");
});

test("with keys that never end the window goes from sight, and the book closes with those that came", async (t) => {
  Object.assign(answers, { hide_book: () => null, keep_draft: ({ save }) => ({ rev: save.rev, at: "2026-11-01T21:14:05+09:00" }) });
  const { type } = writingIn(sheetWith(""));
  const hidden = hideAhead();
  for (let times = 0; times < 20; times += 1) {
    t.mock.timers.tick(100);
    type("a");
  }
  await hidden;
  // What is kept by itself meanwhile is as ever.
  assert.deepEqual(commands().filter((each) => each !== "keep_draft"), ["minimise", "hide_book"]);
  assert.ok(last("hide_book").draft.writing.body.length >= 19);
});

test("a word that is being composed goes in at once: its input method shows it no longer", async () => {
  answers.hide_book = () => null;
  const sheet = sheetWith("かぜ");
  const { page } = writingIn(sheet);
  followCompositions(page);
  const begins = new Event("compositionstart");
  Object.defineProperty(begins, "target", { value: sheet });
  page.dispatchEvent(begins);
  const hidden = hideAhead();
  assert.equal(root.dataset.hidden, "");
  assert.ok(seen.includes("blur"));
  await hidden;
  assert.equal(last("hide_book").draft.writing.body, "かぜ");
});
