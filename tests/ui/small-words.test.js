// Words in small fields: one that cannot be kept holds no other back, and what is nowhere but in a room stays there.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { wordsIn } from "./views.js";

const { Trouble } = await import("../../ui/journal.js");
const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const small = await import("../../ui/lib/small-words.js");
const { closeWithoutLastWords, closing } = await import("../../ui/lib/closing.js");
const desks = await import("../../ui/lib/desk.js");
const letters = await import("../../ui/lib/letter-desk.js");
const { ownList } = await import("../../ui/lib/own-list.js");
const { agreeing } = await import("../../ui/rooms/letters-agreement.js");
const { answering } = await import("../../ui/rooms/letter-answer.js");
const { lettersRoom } = await import("../../ui/rooms/letters.js");
const { tieFolds } = await import("../../ui/rooms/tie-folds.js");
const { letterDesk } = letters;

/** Sentences that were told. @type {string[]} */
let told = [];
/** What was kept. @type {string[]} */
let kept = [];
const tooLong = () => Promise.reject(new Trouble("too_long"));
const keeping = (/** @type {string} */ words) => async () => void kept.push(words);
const draftsKept = () => asked.filter(({ command }) => command === "keep_letter_draft").map(({ args }) => args.draft.parts[0]?.source.text);

beforeEach(async () => {
  await small.letSmallWordsGo();
  letters.clearLetterDesk();
  [told, kept] = [[], []];
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(answers, {
    companions: () => ({ companions: [], waiting: [] }), letter_drafts: () => [], letters_of_nobody: () => [],
    keep_letter_draft: ({ id }) => id ?? "kept",
  });
  Object.assign(state, { journal: "open", readOnly: false });
  furnish({ tell: (sentence) => told.push(sentence), say() {}, draw() {}, async show() {} });
  speak("en", catalogueOf("en"));
});

test("a field that is refused holds no other back, and each that is refused is told once", async () => {
  small.toKeep("a name", tooLong);
  small.toKeep("a letter", keeping("an hour of words"));
  await small.leaveSmallWords();
  assert.deepEqual(kept, ["an hour of words"]);
  assert.equal(told.length, 1);
  small.toKeep("a moment", tooLong);
  await small.keepSmallWords();
  await small.keepSmallWords();
  assert.equal(told.length, 2);
  assert.equal(/** @type {any} */ (small.smallWordsUnkept()).kind, "too_long");
  small.toKeep("a name", keeping("shorter"));
  small.letFieldGo("a moment");
  await small.keepSmallWords();
  assert.deepEqual(kept.at(-1), "shorter");
  assert.equal(small.smallWordsUnkept(), null);
});

test("words written while the last save before leaving is under way are not left behind", async () => {
  small.toKeep("a name", tooLong);
  await small.keepSmallWords();
  await lettersRoom.enter({ write: {} });
  let go = () => {};
  answers.keep_letter_draft = ({ id }) => new Promise((done) => { go = () => done(id ?? "kept"); });
  letters.ownWords().text = "Dear";
  letters.chosen();
  const leaving = lettersRoom.leave();
  await settled();
  letters.ownWords().text = "Dear Akiko";
  letters.chosen();
  answers.keep_letter_draft = ({ id }) => id ?? "kept";
  go();
  await leaving;
  assert.deepEqual(draftsKept(), ["Dear", "Dear Akiko"]);
});

test("a letter that cannot be kept stays on the screen, wherever one wants to go", async () => {
  await lettersRoom.enter({ write: {} });
  letters.ownWords().text = "a long letter";
  letters.chosen();
  answers.keep_letter_draft = () => Promise.reject({ kind: "disk_full" });
  await assert.rejects(async () => lettersRoom.leave(), { kind: "disk_full" });
  await assert.rejects(async () => lettersRoom.enter({}), { kind: "disk_full" });
  assert.equal(letters.ownWords().text, "a long letter");
  assert.ok(wordsIn(lettersRoom.main()).includes("letter-writing"));
  answers.keep_letter_draft = ({ id }) => id ?? "kept";
  await lettersRoom.leave();
  assert.deepEqual([draftsKept().at(-1), letterDesk.id], ["a long letter", null]);
});

test("an answer and what two people agree on stay in the same way", async () => {
  const [refused, taken] = [() => Promise.reject({ kind: "letter_too_much" }), ({ id }) => id ?? "kept"];
  Object.assign(answers, {
    question: ({ id }) => ({ id, n: 1, text: { en: "What?" }, hint: {} }), companion: ({ id }) => ({ id, called: "Bo", standing: "open" }),
    agreement: () => ({ mine: [], theirs: [] }), question_set: () => ({ questions: [{ id: "q", n: 1, text: { en: "How?" } }] }),
  });
  for (const [room, params, field] of /** @type {[any, any, string]} */ ([
    [answering, { answer: "echo", to: "bo" }, "answer"], [agreeing, { agreement: "bo" }, "agreement bo"],
  ])) {
    await room.enter(params);
    answers.keep_letter_draft = refused;
    small.toKeep(field, async () => (await import("../../ui/journal-letters.js")).keepLetterDraft(null, letters.nothingChosen()));
    await assert.rejects(async () => room.leave(), { kind: "letter_too_much" });
    answers.keep_letter_draft = taken;
    await room.leave();
  }
});

test("a new thing of one's own stays with one until it can be kept", async () => {
  let full = true;
  const own = ownList({
    field: "new", first: "x", blank: () => ({ words: "" }), isBlank: ({ words }) => words === "", all: async () => [], erase: async () => {},
    add: async ({ words }) => { if (full) throw new Trouble("disk_full"); kept.push(words); return { id: "1" }; },
  });
  own.fresh.words = "the sea";
  small.toKeepWhole("new", own.put);
  await assert.rejects(own.leave(), { kind: "disk_full" });
  await assert.rejects(own.enter(), { kind: "disk_full" });
  assert.equal(own.fresh.words, "the sea");
  full = false;
  await own.leave();
  assert.deepEqual(kept, ["the sea"]);
});

test("a name that can never be kept holds nobody in a room that is not its own", async () => {
  small.toKeepWhole("called t1", tooLong);
  await lettersRoom.enter({ write: {} });
  await lettersRoom.leave();
  assert.equal(told.length, 1);
  assert.ok(told[0]?.includes("A little shorter, they can be kept"), told[0]);
  const view = tieFolds({ tie: { id: "t1", called: "Aki", about: "", kind: "person", standing: "open", lang: "en" }, namings: [], moments: [] }, { tieIs() {}, tieAnew: async () => {} });
  assert.match(wordsIn(view), /data-t="tie-called-field" maxlength="300"/);
});

test("a book that closes without the last words of a small field still takes the page along", async () => {
  Object.assign(document, { createElement: () => ({ focus() {}, blur() {}, remove() {}, getBoundingClientRect() {} }) });
  Object.assign(document.documentElement, { append() {} });
  answers.close_book = () => null;
  const sheet = new HTMLTextAreaElement();
  sheet.value = "a page";
  desks.sheetShown(sheet);
  desks.touched();
  small.toKeep("a name", tooLong);
  await small.keepSmallWords();
  await closeWithoutLastWords();
  assert.deepEqual(asked.filter(({ command }) => command === "close_book").map(({ args }) => args.draft?.writing.body), ["a page"]);
  closing.on = false;
});
