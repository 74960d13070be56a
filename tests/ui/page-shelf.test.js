// Fetching lines as the view comes near: in sixties, by place, and letting go of what is far.
import assert from "node:assert/strict";
import test from "node:test";
import { pageShelf } from "../../ui/lib/page-shelf.js";
import { daysOf, monthsWithin } from "../../ui/lib/window-list.js";

/** Pages as the core would return them: newest first, by place. */
function journal(months, perMonth) {
  const lines = [];
  for (const month of months) {
    for (let i = perMonth; i > 0; i -= 1) {
      const day = `${daysOf(month).first.slice(0, 8)}${String(1 + Math.floor((i * 27) / perMonth)).padStart(2, "0")}`;
      lines.push({ id: `${day}-${i}`, place: `${day}~${String(i).padStart(6, "0")}`, day });
    }
  }
  const asks = [];
  const linesOf = async (ask) => {
    asks.push(ask);
    const fit = lines.filter((l) => (!ask.from || l.day >= ask.from) && (!ask.to || l.day <= ask.to) && (!ask.before || l.place < ask.before));
    return { lines: fit.slice(0, ask.limit), more: fit.length > ask.limit };
  };
  return { lines, asks, linesOf };
}
const months = (count, pages) => Array.from({ length: count }, (_, i) => ({ year: 2026 - Math.floor(i / 12), month: 12 - (i % 12), pages }));
const settled = () => new Promise((done) => setTimeout(done, 20));
const shelfOf = (all, book, days = {}) => {
  const refusals = [];
  const shelf = pageShelf({
    months: monthsWithin(all, days.from ?? null, days.to ?? null), tie: null, from: days.from ?? null, to: days.to ?? null,
    linesOf: book.linesOf, changed: () => {}, refused: (reason) => refusals.push(reason),
  });
  return { shelf, refusals };
};

test("short months side by side come in one answer", async () => {
  const all = months(12, 4);
  const book = journal(all, 4);
  const { shelf } = shelfOf(all, book);
  shelf.want({ first: 0, last: 9 });
  await settled();
  assert.equal(book.asks.length, 1);
  for (let i = 0; i < 10; i += 1) assert.equal(shelf.lines(i)?.length, 4);
});

test("the middle of a long month is reached by place, and its lines are the right ones", async () => {
  const all = months(2, 400);
  const book = journal(all, 400);
  const { shelf } = shelfOf(all, book);
  shelf.want({ first: 5, last: 5 });
  await settled();
  assert.deepEqual(shelf.lines(5)?.map((l) => l.id), book.lines.slice(300, 360).map((l) => l.id));
  assert.ok(book.asks.every((ask) => ask.limit === 60));
});

test("a filtered month at the edge is cut to what it really holds", async () => {
  const all = months(3, 50);
  const book = journal(all, 50);
  const { shelf } = shelfOf(all, book, { from: "2026-11-10", to: "2026-12-05" });
  shelf.want({ first: 0, last: 1 });
  await settled();
  const fit = book.lines.filter((l) => l.day >= "2026-11-10" && l.day <= "2026-12-05");
  assert.equal(shelf.leaves.reduce((sum, leaf) => sum + leaf.rows, 0), fit.length);
  assert.deepEqual([...(shelf.lines(0) ?? []), ...(shelf.lines(1) ?? [])].map((l) => l.id), fit.map((l) => l.id));
});

test("a page written since the months were counted still shows", async () => {
  const all = months(1, 5);
  const book = journal(all, 65);
  const { shelf } = shelfOf(all, book);
  shelf.want({ first: 0, last: 1 });
  await settled();
  shelf.want({ first: 0, last: 1 });
  await settled();
  assert.equal(shelf.rowsOf(0), 65);
  assert.equal(shelf.lines(1)?.length, 5);
});

test("what is far is let go, and comes back when wanted again", async () => {
  const all = months(1, 6000);
  const book = journal(all, 6000);
  const { shelf } = shelfOf(all, book);
  shelf.want({ first: 99, last: 99 });
  await settled();
  const here = shelf.leaves.filter((_, i) => shelf.lines(i)).length;
  assert.ok(here <= 24);
  assert.equal(shelf.lines(99)?.length, 60);
  const asked = book.asks.length;
  shelf.want({ first: 0, last: 0 });
  await settled();
  assert.equal(shelf.lines(0)?.length, 60);
  assert.equal(book.asks.length, asked + 1);
});

test("a refusal is told once, and asking again goes on", async () => {
  const all = months(1, 5);
  const book = journal(all, 5);
  let broken = true;
  const { shelf, refusals } = shelfOf(all, { linesOf: async (ask) => (broken ? Promise.reject(new Error("no")) : book.linesOf(ask)) });
  shelf.want({ first: 0, last: 0 });
  await settled();
  assert.equal(refusals.length, 1);
  broken = false;
  shelf.want({ first: 0, last: 0 });
  await settled();
  assert.equal(shelf.lines(0)?.length, 5);
});

test("a closed shelf says nothing more", async () => {
  const all = months(1, 5);
  const book = journal(all, 5);
  const { shelf } = shelfOf(all, book);
  shelf.want({ first: 0, last: 0 });
  shelf.close();
  await settled();
  assert.equal(shelf.lines(0), null);
});
