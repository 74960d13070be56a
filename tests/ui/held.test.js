// A book that nobody sits before any more, and whose last words the disk does not take: they stay behind a door.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { fresh, seen } from "./bare-page.js";
import { answers, asked, catalogueOf, settled } from "./window.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const { clearDesk, desk, sheetShown, stranded, touched } = await import("../../ui/lib/desk.js");
const { closeTheBook, closeUnattended, closeWithoutLastWords, closing } = await import("../../ui/lib/closing.js");
const { comeBack, held, openAgain } = await import("../../ui/lib/held.js");

/** What was asked to close; the page itself is offered to the disk as ever. */
const commands = () => asked.map(({ command }) => command).filter((command) => command !== "keep_draft");
/** Sentences that were told. @type {string[]} */
let told = [];

beforeEach(async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  await clearDesk();
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(held, { on: false, returned: false });
  Object.assign(closing, { on: false, stuck: false });
  Object.assign(state, { journal: "open", readOnly: false, ties: [], room: "today" });
  fresh();
  told = [];
  furnish({ show: async () => {}, tell: (sentence) => told.push(sentence), say: (sentence) => told.push(sentence) });
  speak("en", catalogueOf("en"));
  answers.close_book = () => Promise.reject({ kind: "disk_full" });
  const sheet = new HTMLTextAreaElement();
  sheet.value = "not kept yet";
  sheetShown(sheet);
  touched();
});

test("whoever closes the book themselves sees what could not be kept", async () => {
  await closeTheBook();
  assert.ok(!held.on && closing.stuck);
  assert.equal(told.length, 1);
});

test("when nobody is here nothing is told and the window stays where it is: a door stands before the words", async (t) => {
  await closeUnattended();
  assert.ok(held.on && !held.returned && !closing.on);
  assert.deepEqual([told, commands()], [[], ["close_book"]]);
  assert.equal(desk.writing.body, "not kept yet");
  comeBack();
  assert.ok(told.length === 1 && !told[0].includes("disk"), String(told));
  answers.prove = () => null;
  await openAgain("a lamp beside the window");
  assert.ok(!held.on && closing.stuck);
  assert.ok(told[1].includes("The disk is full"), told[1]);
  assert.equal(desk.writing.body, "not kept yet");
  t.mock.timers.tick(20_000);
  await settled();
  assert.equal(commands().filter((command) => command === "close_book").length, 1, "whoever is back with the words is not interrupted");
});

test("it closes as it was to be closed as soon as the disk takes the words", async (t) => {
  await closeUnattended();
  t.mock.timers.tick(5000);
  await settled();
  assert.deepEqual(commands(), ["close_book", "close_book"]);
  assert.equal(seen.filter((what) => what === "caret back").length, 2);
  answers.close_book = () => null;
  t.mock.timers.tick(5000);
  await settled();
  assert.equal(asked.at(-1)?.args.draft.writing.body, "not kept yet");
  assert.ok(closing.on, "it is closed, and this page ends");
});

test("whoever came to the door and went away without a passphrase leaves it as nobody: it is tried again", async (t) => {
  await closeUnattended();
  comeBack();
  t.mock.timers.tick(20_000);
  await settled();
  assert.deepEqual(commands(), ["close_book"], "not while somebody stands there");
  const before = held.turn;
  await closeUnattended();
  assert.ok(held.on && !held.returned && held.turn > before, "what was typed at the door is gone");
  t.mock.timers.tick(5000);
  await settled();
  assert.deepEqual(commands(), ["close_book", "close_book"]);
});

test("words in a book that turned out to be for reading only are shown, and closing asks before they go", async () => {
  answers.close_book = () => null;
  state.readOnly = true;
  assert.ok(stranded());
  await closeTheBook();
  assert.ok(!closing.on && closing.stuck && told[0].includes("Nothing can be written"), told[0]);
  assert.deepEqual(commands(), []);
  assert.equal(desk.writing.body, "not kept yet");
  await closeWithoutLastWords();
  assert.deepEqual(commands(), ["close_book"]);
});
