// A journal that takes its time: whatever is typed while it answers is kept, or the field does not take it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { actOf, valuesOf } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const { closeWith, closing } = await import("../../ui/lib/closing.js");
const { followCompositions } = await import("../../ui/lib/ime.js");
const { askForPassphrase, keepSheet, putKeepSheetAway } = await import("../../ui/elements/keep-sheet.js");
const { lensesFold } = await import("../../ui/elements/lenses.js");
const { pageOptions, togglePageOptions } = await import("../../ui/elements/page-options.js");
const { setQuestionAside, walk } = await import("../../ui/lib/walk.js");
const { choosingTogether } = await import("../../ui/rooms/together-choose.js");
const { desk } = desks;

const AT = "2026-11-01T21:14:05+09:00";
const kept = ({ save }) => ({ rev: save.rev, at: AT });
/** Lets a command answer only when what is returned is called. @param {string} command @param {any} [answer] */
function heldBack(command, answer = null) {
  let go = () => {};
  answers[command] = () => new Promise((done, refuse) => {
    go = () => (answer?.kind ? refuse(answer) : done(answer));
  });
  return () => go();
}
const commands = () => asked.map(({ command }) => command);
const saved = () => asked.filter(({ command }) => command === "keep_draft").map(({ args }) => args.save.writing.body);

/** A sheet with these words. */
function sheetWith(words) {
  const sheet = new HTMLTextAreaElement();
  sheet.value = words;
  desks.sheetShown(sheet);
  return sheet;
}
/** What a person types, where the field takes it. */
function type(field, words) {
  if (field.readOnly) return;
  field.value += words;
  desks.touched();
}
/** Sentences that were told. @type {string[]} */
const told = [];

beforeEach(async () => {
  await desks.clearDesk();
  asked.length = told.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(state, { journal: "open", readOnly: false, ties: [], room: "today" });
  Object.assign(closing, { on: false, stuck: false });
  furnish({ show: async () => {}, say: () => {}, tell: (sentence) => told.push(sentence) });
  speak("en", catalogueOf("en"));
  answers.keep_draft = kept;
});

test("words typed while the next room is being fetched go with the sheet into what is kept", async () => {
  const sheet = sheetWith("before");
  const title = new HTMLInputElement();
  desks.titleShown(title);
  desks.touched();
  desks.gather();
  await desks.keepNow();
  type(sheet, " and after");
  title.value = "A title";
  desks.sheetShown(undefined);
  sheet.isConnected = false;
  desks.titleShown(undefined);
  title.isConnected = false;
  assert.deepEqual([desk.writing.body, desk.writing.title], ["before and after", "A title"]);
  assert.ok(desks.unsaved(), "nothing is called kept before");
  await desks.keepNow();
  assert.deepEqual(saved(), ["before", "before and after"]);
  assert.ok(!desks.unsaved());
});

test("while another page comes to the desk no field takes words, and none is lost", async () => {
  const draft = heldBack("draft");
  answers.page = ({ id }) => ({ id, day: "2026-10-01", writing: structuredClone(desk.writing) });
  const sheet = sheetWith("a page");
  desks.touched();
  const coming = desks.bringToDesk("p1");
  await settled();
  assert.ok(sheet.readOnly && desk.resting);
  assert.deepEqual(valuesOf(lensesFold(), "?readonly="), [true, true, true]);
  togglePageOptions();
  desk.writing.happened = { kind: "words", words: "then" };
  assert.deepEqual(valuesOf(pageOptions(), "?readonly="), [true, true]);
  type(sheet, ", and more");
  draft();
  await coming;
  assert.deepEqual([saved(), desk.page], [["a page"], "p1"]);
  assert.ok(!desk.resting && !sheetWith("").readOnly, "the new fields take words");
  assert.deepEqual(valuesOf(pageOptions(), "?readonly="), [false]);
  togglePageOptions();
});

test("what came without a key while another page was fetched is kept with its own page first", async () => {
  const hold = heldBack("draft");
  const sheet = sheetWith("a page");
  desks.touched();
  const coming = desks.bringToDesk(null);
  await settled();
  sheet.value += "\n![](picture:1)";
  desks.touched();
  answers.draft = () => ({ page: null, rev: 2, kept_at: AT, writing: { ...desk.writing, body: saved().at(-1) } });
  hold();
  await coming;
  assert.equal(desk.writing.body, "a page\n![](picture:1)");
  assert.equal(saved().at(-1), desk.writing.body);
});

test("when the other page does not come, the fields take words again", async () => {
  const draft = heldBack("draft", { kind: "disk_trouble" });
  const sheet = sheetWith("");
  const coming = assert.rejects(desks.bringToDesk(null), { kind: "disk_trouble" });
  await settled();
  assert.ok(sheet.readOnly);
  draft();
  await coming;
  assert.ok(!sheet.readOnly && !desk.resting);
  type(sheet, "on");
  assert.equal(desks.gather().body, "on");
});

test("a word that is being composed comes to its end before the field rests", async () => {
  const root = new EventTarget();
  followCompositions(root);
  const sheet = Object.assign(new HTMLTextAreaElement(), {
    ends: () => {}, addEventListener(sign, ends) { if (sign === "compositionend") this.ends = ends; }, removeEventListener() {},
  });
  desks.sheetShown(sheet);
  sheet.value = "こ";
  desks.composing();
  const say = (sign) => root.dispatchEvent(Object.defineProperty(new Event(sign), "target", { value: sheet }));
  say("compositionstart");
  answers.draft = () => null;
  const coming = desks.bringToDesk(null);
  await settled();
  assert.ok(!sheet.readOnly);
  sheet.value = "言葉";
  say("compositionend");
  desks.touched();
  /** @type {any} */ (sheet).ends();
  await coming;
  assert.deepEqual(saved(), ["言葉"]);
});

test("a desk that is cleared takes no word on the way", async () => {
  const answer = heldBack("keep_draft", { rev: 1, at: AT });
  const sheet = sheetWith("one");
  desks.touched();
  const saving = desks.keepNow();
  await settled();
  const clearing = desks.clearDesk();
  assert.ok(sheet.readOnly);
  answer();
  await Promise.all([saving, clearing]);
});

test("a sheet that a sitting leaves empty takes no word while its draft goes", async () => {
  const dropped = heldBack("drop_draft");
  Object.assign(answers, { sitting_step: () => ({ question: null, others: [], before_closing: null }), question: () => ({ id: "arriving-5" }) });
  Object.assign(walk, { set: { id: "s" }, sitting: "x", way: [{ question: { id: "q" }, page: null }], here: 0 });
  const sheet = sheetWith(" ");
  desk.rev = 2;
  const step = setQuestionAside();
  await settled();
  assert.ok(sheet.readOnly);
  dropped();
  await step;
  walk.set = null;
});

test("while a page is being finished the places beside the sheet take no words either, and no draft is made behind it", async () => {
  const done = heldBack("finish_draft", { id: "p1" });
  sheetWith("a page");
  desks.touched();
  const finishing = desks.finish();
  await settled();
  assert.deepEqual(valuesOf(lensesFold(), "?readonly="), [true, true, true]);
  desks.touched();
  await desks.keepNow();
  done();
  await finishing;
  assert.deepEqual(commands(), ["finish_draft"]);
});

test("a book that closes while a page is being finished takes no second one along", async () => {
  const done = heldBack("finish_draft", { id: "p1" });
  Object.assign(document, { createElement: () => ({ focus() {}, blur() {}, remove() {}, getBoundingClientRect() {} }) });
  Object.assign(document.documentElement, { append() {} });
  sheetWith("a page");
  desks.touched();
  const finishing = desks.finish();
  await settled();
  /** @type {any[]} */
  const taken = [];
  const closed = closeWith(desks.unkept, async (save) => void taken.push(save));
  assert.ok(closing.on, "at once");
  await settled();
  assert.deepEqual(taken, [], "it waits for the page");
  done();
  await Promise.all([finishing, closed]);
  assert.deepEqual(taken, [null]);
});

test("where the page could not be finished, its words go along with the book", async () => {
  const refused = heldBack("finish_draft", { kind: "disk_full" });
  sheetWith("a page");
  desks.touched();
  const finishing = assert.rejects(desks.finish(), { kind: "disk_full" });
  await settled();
  /** @type {any[]} */
  const taken = [];
  const closed = closeWith(desks.unkept, async (save) => void taken.push(save?.writing.body));
  refused();
  await Promise.all([finishing, closed]);
  assert.deepEqual(taken, ["a page"]);
});

/** A journal that is made as slowly as the test says. */
function slowlyMade() {
  Object.assign(state, { journal: "none" });
  const made = heldBack("create_journal", { read_only: false });
  answers.draft = () => ({ kept_at: AT, rev: 1 });
  answers.set_settings = () => null;
  return made;
}

test("words typed while the journal is being made are kept, and not called so before", async () => {
  const made = slowlyMade();
  const sheet = sheetWith("first words");
  desks.touched();
  const making = desks.makeJournal("a long enough phrase");
  await settled();
  type(sheet, " and more");
  const hold = heldBack("keep_draft", { rev: 2, at: AT });
  made();
  await settled();
  await settled();
  assert.equal(desks.unkept()?.writing.body, "first words and more");
  hold();
  await making;
  assert.deepEqual(saved(), ["first words and more"]);
});

test("a journal that could not be made leaves the words as words that are not kept", async () => {
  const made = slowlyMade();
  answers.create_journal = () => Promise.reject({ kind: "disk_full" });
  sheetWith("first words");
  desks.touched();
  await assert.rejects(desks.makeJournal("a long enough phrase"), { kind: "disk_full" });
  assert.ok(desk.touched);
  made();
});

/** The sheet that asks for a passphrase, with a phrase chosen. @param {() => void} done */
async function asking(done) {
  answers.suggest_passphrase = () => ({ words: [], phrase: "six words", guessing: { list: 1, million_years: 1 } });
  askForPassphrase({ closing: false, done });
  await settled();
  actOf(keepSheet(), "new-kept", "change")({ target: { checked: true } });
}

test("\"Not now\" while the journal is being made holds: it is made, and nothing more is done", async () => {
  let done = 0;
  for (const notNow of [true, false]) {
    const made = slowlyMade();
    await asking(() => { done += 1; });
    actOf(keepSheet(), "keep-sheet", "submit")({ preventDefault() {} });
    await settled();
    assert.ok(commands().includes("create_journal"));
    if (notNow) putKeepSheetAway();
    made();
    await new Promise((later) => setTimeout(later, 20));
    assert.equal(state.journal, "open");
    assert.equal(done, notNow ? 0 : 1);
  }
});

test("nothing is read together before the words on the desk are kept", async () => {
  answers.pages_to_offer = () => ({ lines: [{ id: "p1", title: "A page", opening: "", day: "2026-10-01", lang: "en", place: 1 }], more: false });
  answers.begin_together = () => null;
  await choosingTogether.enter({});
  actOf(choosingTogether.main(), "together-choice", "change")({});
  answers.keep_draft = () => Promise.reject({ kind: "disk_full" });
  sheetWith("not kept");
  desks.touched();
  await actOf(choosingTogether.main(), "together-begin", "click")();
  assert.ok(!commands().includes("begin_together"), String(commands()));
  assert.ok(told[0]?.includes("The disk is full"), String(told));
  answers.keep_draft = kept;
  await actOf(choosingTogether.main(), "together-begin", "click")();
  assert.equal(commands().at(-1), "begin_together");
  assert.deepEqual(saved().at(-1), "not kept");
});
