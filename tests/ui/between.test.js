// Between us: the order of names, what fits under a dot, and small words that are kept at a pause or when left.
import assert from "node:assert/strict";
import test from "node:test";
import { catalogueOf, settled } from "./window.js";

const { daysOf, latelySo, sameDay, shapeOf, shortened, standingSo } = await import("../../ui/lib/between.js");
const { speak } = await import("../../ui/lib/i18n.js");
const { furnish } = await import("../../ui/lib/store.js");
const { keepSmallWords, leaveSmallWords, letFieldGo, letSmallWordsGo, smallWords, smallWordsUnkept, toKeep, toKeepWhole } = await import("../../ui/lib/small-words.js");

/** @param {string} called @param {"open" | "resting" | "ended"} standing */
const tie = (called, standing = "open") => ({ id: called, kind: "person", called, about: "", lang: "", standing });

test("names stand by the alphabet of the language and by nothing else", () => {
  speak("fr", catalogueOf("fr"));
  const ties = [tie("Zoé"), tie("étienne"), tie("Aki", "resting"), tie("Émile"), tie("bo"), tie("Marie", "ended")];
  const names = (standing) => standingSo(ties, standing).map(({ called }) => called);
  assert.deepEqual(names("open"), ["bo", "Émile", "étienne", "Zoé"]);
  assert.deepEqual(names("resting"), ["Aki"]);
  assert.deepEqual(names("ended"), ["Marie"]);
});

test("in Between us the one that was touched last comes first, as the journal has it, whatever its name", () => {
  const ties = /** @type {any} */ ([["Zoé", "open"], ["bo", "open"], ["Aki", "resting"], ["Émile", "open"], ["Marie", "ended"], ["Abe", "resting"]].map(
    ([called, standing]) => ({ id: called, called, standing })));
  const names = (standing) => latelySo(ties, standing).map(({ called }) => called);
  assert.deepEqual(names("open"), ["Zoé", "bo", "Émile"]);
  assert.deepEqual(names("resting"), ["Aki", "Abe"]);
  assert.deepEqual(names("ended"), ["Marie"]);
});

test("a long name is cut between letters, and a full-width letter takes the room of two", () => {
  assert.equal(shortened("Aki"), "Aki");
  assert.equal(shortened("the Thursday table"), "the Thursday …");
  assert.equal(shortened("木曜のテーブル"), "木曜のテーブル");
  assert.equal(shortened("木曜のテーブルの人たち"), "木曜のテーブ…");
  assert.equal(shortened("👩‍👩‍👧‍👦".repeat(20), 3), `${"👩‍👩‍👧‍👦".repeat(2)}…`);
});

test("each kind of moment has a shape of its own", () => {
  const shapes = ["connection", "disconnection", "reconnection", "opening"].map((kind) => shapeOf(kind));
  assert.deepEqual(shapes, ["knot", "gap", "join", "ring"]);
});

test("a thread tells its first and last day, and a day stands once in the table", () => {
  const points = ["2026-09-03", "2026-09-03", "2026-11-01"].map((day) => /** @type {any} */ ({ day }));
  const thread = /** @type {any} */ ({ points });
  assert.deepEqual(daysOf(thread), { first: "2026-09-03", last: "2026-11-01" });
  assert.deepEqual(daysOf(/** @type {any} */ ({ points: [] })), { first: "", last: "" });
  assert.deepEqual([0, 1, 2].map((at) => sameDay(points, at)), [false, true, false]);
});

test("the latest words of a field are kept, once, and half a name is not", async () => {
  const kept = [];
  const keeps = (words) => async () => { kept.push(words); };
  toKeep("about", keeps("a"));
  toKeep("about", keeps("a b"));
  toKeepWhole("name", keeps("Ak"));
  await settled();
  assert.deepEqual(kept, []);
  toKeepWhole("name", keeps("Aki"));
  await keepSmallWords();
  assert.deepEqual(kept, ["a b"]);
  toKeepWhole("another", keeps("handed in"));
  letFieldGo("another");
  await leaveSmallWords();
  assert.deepEqual(kept, ["a b", "Aki"]);
  await leaveSmallWords();
  assert.deepEqual(kept, ["a b", "Aki"]);
});

test("words that cannot be kept are told once, wait, and hold the book open until they are let go", async () => {
  const told = [];
  furnish({ tell: (sentence) => told.push(sentence) });
  toKeep("words", async () => { throw new Error("the disk is full"); });
  await keepSmallWords();
  await keepSmallWords();
  assert.equal(told.length, 1);
  assert.ok(smallWordsUnkept());
  await letSmallWordsGo();
  assert.equal(smallWordsUnkept(), null);
});

test("while a word is composed nothing is written, and its end is", async () => {
  const written = [];
  const field = smallWords("field", (words) => written.push(words), async () => {});
  const target = { value: "" };
  field(/** @type {any} */ ({ type: "input", isComposing: true, target }));
  target.value = "間";
  field(/** @type {any} */ ({ type: "compositionend", isComposing: true, target }));
  assert.deepEqual(written, ["間"]);
  await letSmallWordsGo();
});
