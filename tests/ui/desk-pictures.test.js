// Pictures of the page being written: they come to the page they were given to, and to no other.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const { followCompositions } = await import("../../ui/lib/ime.js");
const { picturesHere, picturesSettled, putPictures, takeDropped } = await import("../../ui/lib/desk-pictures.js");
const { desk } = desks;

const blank = structuredClone(desk.writing);
const file = /** @type {any} */ ({ arrayBuffer: async () => new ArrayBuffer(4) });
const count = (command) => asked.filter((each) => each.command === command).length;
/** Lets the picture that is on its way come. @type {() => void} */
let come = () => {};
const slowly = (id) => () => new Promise((done) => { come = () => done({ id, width: 4, height: 3 }); });

/** Another page comes to the desk, and its sheet is shown. @param {string} page */
async function toDesk(page) {
  await desks.bringToDesk(page);
  const sheet = new HTMLTextAreaElement();
  desks.sheetShown(sheet);
  return sheet;
}

beforeEach(async () => {
  await desks.clearDesk();
  asked.length = 0;
  Object.assign(state, { journal: "open", readOnly: false, ties: [] });
  speak("en", catalogueOf("en"));
  furnish({ tell() {} });
  Object.assign(answers, {
    draft: () => null,
    page: ({ id }) => ({ id, day: "2026-10-01", writing: blank }),
    keep_draft: ({ save }) => ({ rev: save.rev, at: "2026-11-01T21:14:05+09:00" }),
  });
});

test("of some pictures that were pasted at once none comes to another page that was brought to the desk meanwhile", async () => {
  await toDesk("p1");
  answers.put_pasted = slowly("a");
  putPictures([file, file]);
  await settled();
  const sheet = await toDesk("p2");
  come();
  await picturesSettled();
  assert.equal(count("put_pasted"), 1, "the second was not given to the page that is there now");
  assert.equal(sheet.value, "");
  assert.deepEqual(desk.pictures, []);
});

test("a picture that waits for its turn belongs to the page it was dropped on", async () => {
  await toDesk("p1");
  answers.put_pasted = slowly("a");
  answers.put_handed_in = () => null;
  putPictures([file]);
  takeDropped();
  await settled();
  await toDesk("p2");
  come();
  await picturesSettled();
  assert.deepEqual(asked.filter(({ command }) => command === "put_handed_in").map(({ args }) => args.onto), [{ kind: "nothing" }]);
});

test("a picture that comes while a word is being composed waits until the word is whole", async () => {
  const page = new EventTarget();
  followCompositions(page);
  const happens = (type, target) => {
    const event = new Event(type);
    Object.defineProperty(event, "target", { value: target });
    page.dispatchEvent(event);
  };
  const sheet = await toDesk("p1");
  const listening = new EventTarget();
  sheet.addEventListener = (type, does) => listening.addEventListener(type, does);
  sheet.removeEventListener = (type, does) => listening.removeEventListener(type, does);
  sheet.value = "ことb";
  answers.put_pasted = () => ({ id: "a", width: 4, height: 3 });
  happens("compositionstart", sheet);
  putPictures([file]);
  await settled();
  await settled();
  assert.equal(count("put_pasted"), 1);
  assert.equal(sheet.value, "ことb", "nothing moved under the word");
  sheet.value = "ことば";
  sheet.selectionEnd = 3;
  happens("compositionend", sheet);
  listening.dispatchEvent(new Event("compositionend"));
  await picturesSettled();
  assert.equal(sheet.value.indexOf("ことば\n"), 0);
  assert.equal(picturesHere().length, 1);
});

/** What is written in the sheet when a picture comes, and where the person is by then. */
async function comesWhile(does) {
  const sheet = await toDesk("p1");
  sheet.setSelectionRange = (from, to) => Object.assign(sheet, { selectionStart: from, selectionEnd: to });
  sheet.focus = () => { document.activeElement = sheet; };
  sheet.matches = () => true;
  sheet.value = "Morning.";
  sheet.setSelectionRange(8, 8);
  sheet.focus();
  answers.put_pasted = slowly("a");
  putPictures([file]);
  await settled();
  does(sheet);
  come();
  await picturesSettled();
  return sheet;
}

test("a picture that comes while a title is written takes the focus from nobody", async () => {
  const title = Object.assign(new HTMLInputElement(), { selectionStart: 2, selectionEnd: 2, matches: () => true, focus: () => { document.activeElement = title; } });
  title.setSelectionRange = (from, to) => Object.assign(title, { selectionStart: from, selectionEnd: to });
  const sheet = await comesWhile(() => { document.activeElement = title; });
  assert.equal(document.activeElement, title);
  assert.deepEqual([title.selectionStart, title.selectionEnd], [2, 2]);
  assert.ok(sheet.value.startsWith("Morning.\n!["));
  document.activeElement = undefined;
});

test("a picture that comes while somebody writes on leaves the caret among their words", async () => {
  const sheet = await comesWhile((on) => {
    on.value = "Morning, and";
    on.setSelectionRange(12, 12);
  });
  assert.ok(sheet.value.startsWith("Morning, and\n!["));
  assert.deepEqual([sheet.selectionStart, sheet.selectionEnd], [12, 12]);
  const still = await comesWhile(() => {});
  assert.ok(still.selectionEnd > "Morning.\n![".length, "whoever wrote nothing goes on below it");
  document.activeElement = undefined;
});
