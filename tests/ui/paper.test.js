// Pages for paper: what lies under covers is there while it is to be printed, and not an instant longer.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { actOf, wordsIn } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish } = await import("../../ui/lib/store.js");
const { paperLeaf } = await import("../../ui/rooms/looking-back/paper.js");

const under = "how it ended with soup";
/** A page as the core gives it: without its words as long as its cover is closed. */
function page({ id, uncover }) {
  const cover = id === "open" ? "" : "Something about winter";
  const covered = cover !== "" && !uncover;
  const words = covered ? "" : id === "open" ? "the bench at the station" : under;
  return {
    id, day: "2026-11-01", covered, moments: [], blocks: [],
    writing: { title: words, body: words, cover, lang: "en", ties: [], asked: [], happened: { kind: "untold" }, lenses: { fear_says: "", hope_says: "", wider: "" } },
  };
}
const paper = () => wordsIn(paperLeaf.view());
const box = (checked) => actOf(paperLeaf.view(), "paper-covers", "change")({ target: { checked } });
const pagesAsked = () => asked.filter(({ command }) => command === "page").map(({ args }) => `${args.id} ${args.uncover}`);
/** Sentences that were told. @type {string[]} */
let told = [];

beforeEach(async () => {
  speak("en", catalogueOf("en"));
  told = [];
  furnish({ tell: (sentence) => told.push(sentence) });
  Object.assign(answers, { page, pages: () => ({ lines: [{ id: "covered" }, { id: "open" }], more: false }), ties_without_care: () => [] });
  await paperLeaf.enter({ which: { span: { tie: null, from: null, to: null } }, back: () => {} });
  asked.length = 0;
});

test("only pages with a cover are read anew when covers are lifted", async () => {
  assert.match(paper(), /the bench at the station.*Something about winter/s);
  await box(true);
  assert.ok(paper().includes(under) && paper().includes("the bench at the station"));
  assert.deepEqual(pagesAsked(), ["covered true"]);
});

test("when covers are laid on again what was under them is gone at once, before anything is asked", async () => {
  await box(true);
  answers.page = () => new Promise(() => {});
  box(false);
  assert.ok(!paper().includes(under));
  assert.match(paper(), /the bench at the station.*Something about winter/s);
});

test("what comes after the covers were laid on again does not lift them", async () => {
  /** @type {() => void} */
  let come = () => {};
  answers.page = (ask) => new Promise((done) => { come = () => done(page(ask)); });
  const lifting = box(true);
  await settled();
  box(false);
  come();
  await lifting;
  assert.ok(!paper().includes(under));
});

test("a cover that cannot be lifted stays closed, and so does its box", async () => {
  answers.page = () => Promise.reject({ kind: "disk_trouble" });
  await box(true);
  assert.equal(told.length, 1);
  assert.ok(!paper().includes(under));
  answers.page = page;
  await paperLeaf.enter({ which: { page: "covered" }, back: () => {}, covers: true });
  assert.ok(paper().includes(under), "a page whose cover was lifted already keeps it so");
  paperLeaf.leave();
  assert.ok(!paper().includes(under));
});
