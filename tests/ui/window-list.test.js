// The arithmetic of the long list: which months and rows are near, and how tall they are thought to be.
import assert from "node:assert/strict";
import test from "node:test";
import {
  averageRow, daysOf, heightOf, leafAt, leafOfMonth, leavesOf, monthKey, monthsWithin, MOST_ROWS, near, stepWithin, topsOf, withRows,
} from "../../ui/lib/window-list.js";

const sizes = { heading: 60, row: 90 };
const decades = (pages, each) => {
  const months = [];
  for (let i = 0; i * each < pages; i += 1) {
    months.push({ year: 2026 - Math.floor(i / 12), month: 12 - (i % 12), pages: Math.min(each, pages - i * each) });
  }
  return months;
};
const rowsIn = (leaves, span) => leaves.slice(span.first, span.last + 1).reduce((sum, leaf) => sum + leaf.rows, 0);

test("a month is cut into leaves of sixty rows and keeps its order", () => {
  const leaves = leavesOf([{ year: 2026, month: 11, pages: 130 }, { year: 2026, month: 9, pages: 3 }]);
  assert.deepEqual(leaves.map(({ month, at, rows }) => [month, at, rows]), [[0, 0, 60], [0, 60, 60], [0, 120, 10], [1, 0, 3]]);
  assert.equal(leafOfMonth(leaves, 1), 3);
  assert.equal(leafOfMonth(leaves, 2), -1);
});

test("the days of a month know leap years and the year's end", () => {
  assert.deepEqual(daysOf({ year: 2024, month: 2 }), { first: "2024-02-01", last: "2024-02-29" });
  assert.deepEqual(daysOf({ year: 2026, month: 12 }), { first: "2026-12-01", last: "2026-12-31" });
  assert.equal(monthKey({ year: 2026, month: 3 }), "2026-03");
});

test("a stretch of days keeps every month it touches", () => {
  const months = [{ year: 2026, month: 3 }, { year: 2026, month: 2 }, { year: 2026, month: 1 }];
  assert.deepEqual(monthsWithin(months, "2026-01-31", "2026-02-01").map((m) => m.month), [2, 1]);
  assert.deepEqual(monthsWithin(months, null, null).length, 3);
  assert.deepEqual(monthsWithin(months, "2026-03-31", null).map((m) => m.month), [3]);
});

test("heights add up, and what was drawn counts for more than the guess", () => {
  const leaves = leavesOf([{ year: 2026, month: 11, pages: 2 }, { year: 2026, month: 10, pages: 1 }]);
  assert.equal(heightOf(leaves[0], sizes), 240);
  leaves[0].height = 300;
  assert.deepEqual([...topsOf(leaves, sizes)], [0, 360, 510]);
  assert.equal(averageRow(leaves, 90), 150);
  assert.equal(averageRow(leavesOf([]), 90), 90);
});

test("a height finds its leaf, also before the first and after the last", () => {
  const tops = topsOf(leavesOf(decades(600, 20)), sizes);
  assert.equal(leafAt(tops, -50), 0);
  assert.equal(leafAt(tops, 0), 0);
  assert.equal(leafAt(tops, tops[7]), 7);
  assert.equal(leafAt(tops, tops[8] - 1), 7);
  assert.equal(leafAt(tops, 1e12), 29);
  assert.equal(leafAt(topsOf([], sizes), 10), -1);
});

test("never more than 180 rows are near, and what is in view always is", () => {
  for (const each of [1, 7, 60, 61, 240, 5000]) {
    const leaves = leavesOf(decades(100_000, each));
    const tops = topsOf(leaves, sizes);
    const end = tops[leaves.length];
    for (let i = 0; i <= 200; i += 1) {
      const top = (end * i) / 200;
      const span = near(leaves, tops, top, 900, 4000);
      assert.ok(rowsIn(leaves, span) <= MOST_ROWS, `${each} a month, at ${i}`);
      assert.ok(span.first <= leafAt(tops, top) && span.last >= leafAt(tops, top + 900));
    }
  }
});

test("nothing further than the margin is drawn", () => {
  const leaves = leavesOf(decades(400, 2));
  const tops = topsOf(leaves, sizes);
  const span = near(leaves, tops, 10_000, 900, 500);
  assert.ok(tops[span.first] > 10_000 - 500 - 300);
  assert.ok(tops[span.last + 1] < 10_900 + 500 + 300);
  assert.deepEqual(near([], topsOf([], sizes), 0, 900, 500), { first: 0, last: -1 });
});

test("a month that held less, more or nothing is cut anew and keeps its drawn leaves", () => {
  const leaves = leavesOf([{ year: 2026, month: 3, pages: 70 }, { year: 2026, month: 2, pages: 5 }]);
  leaves[0].height = 1234;
  const more = withRows(leaves, 0, 125);
  assert.deepEqual(more.map((leaf) => leaf.rows), [60, 60, 5, 5]);
  assert.equal(more[0].height, 1234);
  assert.deepEqual(withRows(leaves, 0, 0).map((leaf) => leaf.month), [1]);
  assert.deepEqual(withRows(leaves, 1, 4).map((leaf) => leaf.rows), [60, 10, 4]);
});

test("a hundred thousand pages are reckoned with in a few milliseconds", () => {
  const leaves = leavesOf(decades(100_000, 90));
  const began = performance.now();
  for (let i = 0; i < 50; i += 1) near(leaves, topsOf(leaves, sizes), i * 100_000, 900, 4000);
  assert.ok((performance.now() - began) / 50 < 10);
});

test("moving by a page stops at both ends", () => {
  assert.equal(stepWithin(0, -1, 10), 0);
  assert.equal(stepWithin(9, 1, 10), 9);
  assert.equal(stepWithin(4, 1, 10), 5);
});
