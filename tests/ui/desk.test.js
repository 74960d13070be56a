// The page being written: nothing is called kept before the journal says so, and no word is lost on the way.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";

class Field {
  isConnected = true;
  readOnly = false;
  value = "";
}
globalThis.HTMLTextAreaElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLInputElement = /** @type {any} */ (class extends Field {});

const { speak } = await import("../../ui/lib/i18n.js");
const { state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const { desk } = desks;

const kept = ({ save }) => ({ rev: save.rev, at: "2026-11-01T21:14:05+09:00" });
/** Lets the journal answer a save only when what is returned is called. */
function heldBack() {
  let answer = () => {};
  answers.keep_draft = ({ save }) => new Promise((done) => {
    answer = () => done(kept({ save }));
  });
  return () => answer();
}
/** @returns {Field} A sheet with these words. */
function sheetWith(words) {
  const sheet = new HTMLTextAreaElement();
  sheet.value = words;
  desks.sheetShown(sheet);
  return sheet;
}
const commands = () => asked.map(({ command }) => command);
const last = (command) => asked.findLast((each) => each.command === command)?.args;

beforeEach(async () => {
  await desks.clearDesk();
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(state, { journal: "open", readOnly: false, ties: [] });
  speak("en", catalogueOf("en"));
  desks.speakOnDesk();
});

test("kept is what the journal answered, with its own time", async () => {
  answers.keep_draft = kept;
  sheetWith("words");
  desks.touched();
  assert.equal(desk.keptAt, "");
  await desks.keepNow();
  assert.equal(desk.keptAt, "2026-11-01T21:14:05+09:00");
  assert.equal(last("keep_draft").save.writing.body, "words");
  assert.ok(!desks.unsaved());
});

test("what cannot be kept stays on the desk, and the reason is known", async () => {
  answers.keep_draft = () => Promise.reject({ kind: "disk_full" });
  sheetWith("words");
  desks.touched();
  await desks.keepNow();
  assert.equal(desk.trouble.kind, "disk_full");
  assert.ok(desks.unsaved());
  await assert.rejects(desks.bringToDesk("another"), { kind: "disk_full" });
  assert.equal(desk.writing.body, "words");
  answers.keep_draft = kept;
  await desks.keepNow();
  assert.equal(desk.trouble, null);
});

test("words written while a save is under way are not called kept", async () => {
  const answer = heldBack();
  const sheet = sheetWith("one");
  desks.touched();
  const saving = desks.keepNow();
  await settled();
  sheet.value = "one two";
  desks.touched();
  answer();
  await saving;
  assert.ok(desks.unsaved());
  assert.equal(desks.unkept()?.writing.body, "one two");
});

test("a book that closes takes words along that are on their way: it may close before they arrive", async () => {
  const answer = heldBack();
  sheetWith("three words in a walk");
  desks.touched();
  const saving = desks.keepNow();
  await settled();
  const underway = last("keep_draft").save;
  const along = desks.unkept();
  assert.equal(along?.writing.body, "three words in a walk");
  assert.ok(along.rev > underway.rev, "the later save is the newer");
  answer();
  await saving;
  assert.equal(desks.unkept(), null, "once they are kept nothing is left to take along");
});

test("an empty sheet is never kept, and what was emptied on purpose is", async () => {
  answers.keep_draft = kept;
  const sheet = sheetWith(" \n　");
  desks.touched();
  await desks.keepNow();
  assert.deepEqual(commands(), []);
  sheet.value = "a";
  desks.touched();
  await desks.keepNow();
  sheet.value = "";
  desks.touched();
  await desks.keepNow();
  assert.equal(last("keep_draft").save.writing.body, "");
});

test("it is the save that the journal answered for that is called kept, and none that is still under way", async () => {
  const answer = heldBack();
  sheetWith("one");
  desks.touched();
  const saving = desks.keepNow();
  await settled();
  assert.deepEqual([desk.rev, desk.keptRev], [1, 0]);
  answer();
  await saving;
  assert.equal(desk.keptRev, 1);
  answers.keep_draft = () => Promise.reject({ kind: "disk_full" });
  desks.touched();
  await desks.keepNow();
  assert.deepEqual([desk.rev, desk.keptRev], [2, 1]);
  await desks.clearDesk();
  assert.equal(desk.keptRev, 0);
});

test("each save has a higher number than the one before", async () => {
  answers.keep_draft = kept;
  const sheet = sheetWith("a");
  for (const words of ["ab", "abc", "abcd"]) {
    sheet.value = words;
    desks.touched();
    await desks.keepNow();
  }
  assert.deepEqual(asked.map(({ args }) => args.save.rev), [1, 2, 3]);
});

test("a new page is in the language spoken when it is begun, and stays in it", () => {
  speak("ja", catalogueOf("ja"));
  desks.speakOnDesk();
  assert.equal(desk.writing.lang, "ja");
  sheetWith("ことば");
  desks.touched();
  speak("fr", catalogueOf("fr"));
  desks.speakOnDesk();
  assert.equal(desk.writing.lang, "ja");
});

/** A journal is made while a tie waits on the desk. */
function namedBefore() {
  Object.assign(state, { journal: "none" });
  desk.newTies.push({ id: "new:0", called: "Aki", kind: "person" });
  desk.writing.ties = ["new:0"];
  sheetWith("first words");
  desks.touched();
  answers.create_journal = () => ({ notice: null, older: false, read_only: false });
  answers.draft = () => ({ page: null, rev: 1, kept_at: "2026-11-01T21:14:00+09:00", writing: {} });
  answers.keep_draft = kept;
}

test("the first page keeps the tie that was named before there was a journal", async () => {
  namedBefore();
  answers.add_tie = ({ tie }) => ({ id: "t1", about: "", standing: "open", ...tie });
  await desks.makeJournal("a long enough phrase");
  assert.deepEqual(last("create_journal").draft.writing.ties, []);
  assert.deepEqual(last("add_tie").tie, { called: "Aki", kind: "person" });
  assert.deepEqual(last("keep_draft").save.writing.ties, ["t1"]);
  assert.deepEqual(state.ties.map(({ id }) => id), ["t1"]);
});

test("a tie that could not be kept at once waits on the desk and is kept with a later save", async () => {
  namedBefore();
  answers.add_tie = () => Promise.reject({ kind: "disk_full" });
  await desks.makeJournal("a long enough phrase");
  assert.equal(state.journal, "open");
  assert.equal(desk.trouble.kind, "disk_full");
  assert.deepEqual(desk.newTies.map(({ called }) => called), ["Aki"]);
  answers.add_tie = ({ tie }) => ({ id: "t1", about: "", standing: "open", ...tie });
  await desks.keepNow();
  assert.deepEqual(last("keep_draft").save.writing.ties, ["t1"]);
  assert.deepEqual(desk.newTies, []);
  assert.equal(desk.trouble, null);
});

test("while a page is being finished the sheet takes no words that would belong to no page", async () => {
  let answer = () => {};
  answers.finish_draft = () => new Promise((done) => {
    answer = () => done({ id: "p1" });
  });
  const sheet = sheetWith("enough");
  desks.touched();
  const finishing = desks.finish();
  await settled();
  assert.ok(sheet.readOnly);
  answer();
  assert.equal((await finishing).id, "p1");
  assert.equal(desk.writing.body, "");
});

test("a page that is finished twice at once is one page", async () => {
  let answer = () => {};
  answers.finish_draft = () => new Promise((done) => {
    answer = () => done({ id: "p1" });
  });
  sheetWith("enough");
  desks.touched();
  const finishing = [desks.finish(), desks.finish()];
  await settled();
  finishing.push(desks.finish());
  answer();
  assert.deepEqual((await Promise.all(finishing)).map(({ id }) => id), ["p1", "p1", "p1"]);
  assert.deepEqual(commands(), ["finish_draft"]);
  answers.finish_draft = () => ({ id: "p2" });
  await desks.clearDesk();
  sheetWith("another");
  desks.touched();
  assert.equal((await desks.finish()).id, "p2", "the next one is a page of its own");
});

test("a page that could not be finished can be written on, and nothing of it is gone", async () => {
  answers.finish_draft = () => Promise.reject({ kind: "disk_full" });
  const sheet = sheetWith("enough");
  desks.touched();
  await assert.rejects(desks.finish(), { kind: "disk_full" });
  assert.ok(!sheet.readOnly);
  assert.equal(desk.finished, null);
  assert.ok(desks.unsaved());
  await desks.clearDesk();
});

test("a page written anew begins with its kept words, or with the draft that was left of it", async () => {
  const writing = { ...structuredClone(desk.writing), title: "T", body: "as it was" };
  answers.draft = () => null;
  answers.page = ({ id }) => ({ id, day: "2026-10-01", writing });
  await desks.bringToDesk("p1");
  assert.deepEqual([desk.page, desk.day, desk.writing.body, desk.rev], ["p1", "2026-10-01", "as it was", 0]);
  answers.draft = () => ({ page: "p1", rev: 7, kept_at: "2026-11-01T08:00:00+09:00", writing: { ...writing, body: "half anew" } });
  await desks.bringToDesk("p1");
  assert.deepEqual([desk.writing.body, desk.rev], ["half anew", 7]);
});

test("letting changes go drops the draft only when there is one", async () => {
  answers.draft = () => null;
  answers.page = ({ id }) => ({ id, day: "2026-10-01", writing: structuredClone(desk.writing) });
  answers.drop_draft = () => null;
  await desks.bringToDesk("p1");
  await desks.letChangesGo();
  assert.ok(!commands().includes("drop_draft"));
  desk.page = "p1";
  desk.rev = 2;
  await desks.letChangesGo();
  assert.deepEqual(last("drop_draft"), { page: "p1" });
});

test("a picture has a number in the sheet and its name in what is kept", async () => {
  const id = "0123456789abcdef0123456789abcdef";
  answers.keep_draft = kept;
  answers.draft = () => ({ page: null, rev: 3, kept_at: "2026-11-01T21:14:05+09:00", writing: { ...desk.writing, body: `one\n![fog](picture:${id})` } });
  answers.pictures_at_hand = () => [{ id, width: 4, height: 3 }];
  await desks.bringToDesk(null);
  assert.equal(desks.wordsForSheet(), "one\n![fog](picture:1)");
  const sheet = sheetWith(desks.wordsForSheet());
  sheet.value += "\ntwo";
  desks.touched();
  await desks.keepNow();
  assert.equal(last("keep_draft").save.writing.body, `one\n![fog](picture:${id})\ntwo`);
});

test("where a person wrote such a line with a number, names stay names", async () => {
  const id = "0123456789abcdef0123456789abcdef";
  const body = `![x](picture:1)\n![fog](picture:${id})`;
  answers.draft = () => ({ page: null, rev: 3, kept_at: "2026-11-01T21:14:05+09:00", writing: { ...desk.writing, body } });
  answers.pictures_at_hand = () => [{ id, width: 4, height: 3 }];
  await desks.bringToDesk(null);
  assert.equal(desks.wordsForSheet(), body);
  sheetWith(body);
  assert.equal(desks.gather().body, body);
});
