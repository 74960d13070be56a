// Answers that come when another page is read, or when a place was left: they belong where they were asked for.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { actOf, wordsIn } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const { closePage, readingView, readPage } = await import("../../ui/rooms/reading.js");
const { leaveSheet, sheetPart } = await import("../../ui/rooms/settings/sheet.js");
const { forgetGiven, pageGiven } = await import("../../ui/elements/page-given.js");
const { findView, foundView } = await import("../../ui/rooms/finding.js");

/** @type {((value?: any) => void)[]} */
let held = [];
const slowly = () => new Promise((come) => held.push(come));
async function come(value) {
  held.shift()?.(value);
  for (let times = 0; times < 8; times += 1) await settled();
}
const pageOf = (id) => ({
  id, day: "2026-10-01", place: id, covered: false, aside_since: null, rev: 1, revised_at: null, keywords: [], blocks: [], moments: [], versions: 1, written_at: "2026-10-01T10:00:00+09:00",
  writing: { title: `Page ${id}`, body: "", cover: "", lang: "en", ties: [], asked: [], lenses: { fear_says: "", hope_says: "", wider: "" }, happened: { kind: "untold" }, stays_here: false },
});
const choice = { tie: null, from: null, to: null };
const view = () => readingView({ back() {}, came: null });

beforeEach(() => {
  asked.length = 0;
  held = [];
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(answers, { pages: () => ({ lines: [], more: false }), given_of: () => [], page: ({ id }) => pageOf(id) });
  speak("en", catalogueOf("en"));
  furnish({ tell() {}, say() {}, draw() {}, async show() {} });
  Object.assign(document, { addEventListener() {}, removeEventListener() {}, activeElement: null });
  Object.assign(state, { journal: "open", readOnly: false, ties: [], system: "linux" });
});

test("a page that is set aside late does not take the place of the one that is read by then", async () => {
  await readPage("a", choice);
  answers.set_aside = slowly;
  actOf(view(), "set-aside", "click")();
  await settled();
  await readPage("b", choice);
  await come(null);
  assert.ok(wordsIn(view()).includes("Page b"));
  assert.ok(!wordsIn(view()).includes("Page a"));
  closePage();
});

test("twelve words that come when Settings was left stand open for nobody", async () => {
  answers.draw_sheet = slowly;
  answers.drop_sheet = () => null;
  actOf(sheetPart(), "sheet-make", "click")();
  actOf(sheetPart(), "sheet-make", "click")();
  await settled();
  assert.equal(held.length, 1, "pressed twice they are drawn once");
  leaveSheet();
  await come({ words: Array(12).fill("river"), code: { side: 1, path: "" } });
  assert.ok(!wordsIn(sheetPart()).includes("river"));
  assert.equal(asked.at(-1)?.command, "drop_sheet");
});

test("where it cannot be told who they are, nothing is said of whom words were given to", async () => {
  let refused = 0;
  const count = () => { refused += 1; };
  process.on("unhandledRejection", count);
  answers.given_of = () => [{ to: "bo", called: "", on: "2026-10-01" }];
  answers.companions = () => Promise.reject({ kind: "unexpected" });
  pageGiven("p1");
  for (let times = 0; times < 6; times += 1) await settled();
  assert.equal(refused, 0);
  assert.equal(wordsIn(pageGiven("p1")), "");
  process.off("unhandledRejection", count);
  forgetGiven();
});

test("a heading of what was found does not take the focus from whoever looks for something else", async () => {
  const line = { id: "a", place: "a", day: "2026-10-01", title: "A", opening: "", lang: "en", ties: [], covered: false, aside_since: null, asked: [] };
  answers.search = () => ({ hits: [{ line, title: [], pieces: [] }], more: true });
  actOf(findView(), "find", "keydown")({ key: "Enter", preventDefault() {}, target: { value: "river" } });
  for (let times = 0; times < 4; times += 1) await settled();
  let focused = 0;
  document.querySelector = (what) => (what === ".looking-found-name" ? { focus() { focused += 1; } } : null);
  answers.search = slowly;
  const view = foundView(() => {});
  const on = actOf(view, "found-on", "click");
  on();
  await settled();
  actOf(findView(), "find", "input")({ target: { value: "r" }, type: "input" });
  await come({ hits: [], more: false });
  assert.equal(focused, 0);
  document.querySelector = () => null;
});
