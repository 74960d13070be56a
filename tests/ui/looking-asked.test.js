// Looking back when it is asked for: where dots and marks stand, and finding a name among many.
import assert from "node:assert/strict";
import test from "node:test";
import { folded, namesWith } from "../../ui/lib/names.js";
import { askOf, daysOfAll, LINE, marksOf } from "../../ui/lib/returning.js";
import { apart, inMonths, nearest } from "../../ui/lib/year.js";

const dot = (page, day, x, y) => ({ page, day, x, y });
const dots = [
  dot("a", "2026-02-28", 100, 40),
  dot("b", "2026-02-28", 108, 40),
  dot("c", "2026-02-28", 108, 40),
  dot("d", "2026-11-01", 70, 290),
];

test("dots on one spot are drawn once, and the list has every page", () => {
  assert.deepEqual(apart(dots).map(({ page }) => page), ["a", "c", "d"]);
  const months = inMonths(dots);
  assert.deepEqual(months.map(({ month }) => month), [2, 11]);
  assert.deepEqual(months.flatMap((month) => month.dots.map(({ page, nth }) => `${page}${nth}`)), ["a1", "b2", "c3", "d1"]);
});

test("a press means the nearest dot, and none when it is far from all", () => {
  assert.equal(nearest(dots, 102, 44, 16)?.page, "a");
  assert.equal(nearest(dots, 75, 280, 16)?.page, "d");
  assert.equal(nearest(dots, 400, 150, 16), null);
  assert.equal(nearest([], 0, 0, 16), null);
});

test("marks stand between the first and the last day of all, and those that would cover each other are one", () => {
  const places = (...days) => days.map((day) => ({ page: day, day }));
  const found = [
    { words: "駅", places: places("2026-05-03", "2026-05-03", "2024-05-03") },
    { words: "river", places: places("2025-05-03") },
  ];
  const days = daysOfAll(found);
  assert.deepEqual(days, { first: "2024-05-03", last: "2026-05-03" });
  assert.deepEqual(marksOf(found[0], days), [0, LINE]);
  assert.deepEqual(marksOf(found[1], days), [LINE / 2]);
  assert.deepEqual(marksOf(found[1], daysOfAll([found[1]])), [LINE / 2]);
  assert.deepEqual(daysOfAll([]), { first: "", last: "" });
});

test("words are asked of one year or of all", () => {
  assert.deepEqual(askOf(null), { from: null, to: null });
  assert.deepEqual(askOf(2026), { from: "2026-01-01", to: "2026-12-31" });
  assert.deepEqual(askOf(33), { from: "0033-01-01", to: "0033-12-31" });
});

const named = (...names) => names.map((called) => ({ id: called, called }));
const idsOf = ({ found }) => found.map(({ id }) => id);

test("a name is found by its letters, whatever their case, accent, width or kana", () => {
  const names = named("Aki", "Zoé", "ユキさん", "the Thursday table", "髙橋", "Ｂｏ");
  assert.deepEqual(idsOf(namesWith(names, "zoe")), ["Zoé"]);
  assert.deepEqual(idsOf(namesWith(names, "ゆき")), ["ユキさん"]);
  assert.deepEqual(idsOf(namesWith(names, "THURS")), ["the Thursday table"]);
  assert.deepEqual(idsOf(namesWith(names, "bo")), ["Ｂｏ"]);
  assert.deepEqual(idsOf(namesWith(names, "橋")), ["髙橋"]);
  assert.deepEqual(idsOf(namesWith(names, "nobody")), []);
  assert.equal(folded("  Émile "), "emile");
});

test("names that begin so come first, a screenful at most, and it is said when there are more", () => {
  const names = named("a bo", "bo", "bob", "Marie");
  assert.deepEqual(idsOf(namesWith(names, "bo")), ["bo", "bob", "a bo"]);
  const many = named(...Array.from({ length: 50 }, (_, n) => `tie ${n}`));
  const { found, more } = namesWith(many, "");
  assert.equal(found.length, 30);
  assert.equal(more, true);
  assert.equal(namesWith(many, "tie 49").more, false);
});
