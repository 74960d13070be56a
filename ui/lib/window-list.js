// @ts-check
// The arithmetic of a long list of pages: which months there are, how tall they may be, and which
// few of them are near the view. Nothing here touches the document, asks for a page, or knows a word
// anyone wrote, so that a hundred thousand pages can be reckoned with in a test.
//
// A month is cut into leaves of at most sixty rows. A leaf is what is fetched and drawn at once.
// Leaves not yet drawn have an estimated height; drawn ones have the height they really took.

/** @typedef {{year:number, month:number, pages:number}} Month */
/**
 * @typedef {object} Leaf
 * @property {number} month   place of its month in the list of months, newest first
 * @property {number} at      how many rows of that month come before it
 * @property {number} rows    rows it holds, or is thought to hold
 * @property {number} height  height of its rows once drawn, 0 before
 */
/** @typedef {{heading:number, row:number}} Sizes  heights in CSS pixels */
/** @typedef {{first:number, last:number}} Span  leaves first..last, both included; last < first is none */

export const ROWS_A_LEAF = 60;
export const MOST_ROWS = 180;

/** @param {number} n @returns {string} */
const two = (n) => String(n).padStart(2, "0");

/** "2026-11", the way a month is named inside the program.
 * @param {{year:number, month:number}} month */
export const monthKey = ({ year, month }) => `${String(year).padStart(4, "0")}-${two(month)}`;

/** First and last day of a month, as the contract writes days.
 * @param {{year:number, month:number}} month */
export function daysOf(month) {
  const key = monthKey(month);
  const last = new Date(Date.UTC(month.year, month.month, 0)).getUTCDate();
  return { first: `${key}-01`, last: `${key}-${two(last)}` };
}

/** The months that touch a stretch of days. Their counts stay estimates at both ends.
 * @template {{year:number, month:number}} M
 * @param {readonly M[]} months @param {string|null} from @param {string|null} to @returns {M[]} */
export function monthsWithin(months, from, to) {
  return months.filter((month) => {
    const { first, last } = daysOf(month);
    return (!from || last >= from) && (!to || first <= to);
  });
}

/** @param {readonly Month[]} months @returns {Leaf[]} */
export function leavesOf(months) {
  /** @type {Leaf[]} */
  const leaves = [];
  months.forEach((month, index) => {
    for (let at = 0; at < month.pages; at += ROWS_A_LEAF) {
      leaves.push({ month: index, at, rows: Math.min(ROWS_A_LEAF, month.pages - at), height: 0 });
    }
  });
  return leaves;
}

/** Height of a leaf, with its month's heading when it opens the month.
 * @param {Leaf} leaf @param {Sizes} sizes */
export const heightOf = (leaf, sizes) =>
  (leaf.height || leaf.rows * sizes.row) + (leaf.at === 0 ? sizes.heading : 0);

/** Where each leaf begins; one more than there are leaves, the last being the height of the whole.
 * @param {readonly Leaf[]} leaves @param {Sizes} sizes @returns {Float64Array} */
export function topsOf(leaves, sizes) {
  const tops = new Float64Array(leaves.length + 1);
  let y = 0;
  leaves.forEach((leaf, i) => {
    tops[i] = y;
    y += heightOf(leaf, sizes);
  });
  tops[leaves.length] = y;
  return tops;
}

/** The leaf that covers a height; the nearest one outside the list. -1 only for an empty list.
 * @param {Float64Array} tops @param {number} y */
export function leafAt(tops, y) {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The leaves to draw: those in view, then those around it, nearer first, as far as `margin` pixels
 * away and never more than MOST_ROWS rows. What is in view is always among them.
 * @param {readonly Leaf[]} leaves @param {Float64Array} tops
 * @param {number} top @param {number} height @param {number} margin @returns {Span} */
export function near(leaves, tops, top, height, margin) {
  if (leaves.length === 0) return { first: 0, last: -1 };
  let first = leafAt(tops, top);
  let last = leafAt(tops, top + height);
  let rows = 0;
  for (let i = first; i <= last; i += 1) rows += leaves[i]?.rows ?? 0;
  for (;;) {
    const above = leaves[first - 1];
    const below = leaves[last + 1];
    const upGap = above ? top - (tops[first] ?? 0) : Infinity;
    const downGap = below ? (tops[last + 1] ?? 0) - (top + height) : Infinity;
    const up = upGap <= margin && above && rows + above.rows <= MOST_ROWS;
    const down = downGap <= margin && below && rows + below.rows <= MOST_ROWS;
    if (down && (!up || downGap <= upGap)) {
      last += 1;
      rows += below.rows;
    } else if (up) {
      first -= 1;
      rows += above.rows;
    } else return { first, last };
  }
}

/** The leaf that opens a month, or -1.
 * @param {readonly Leaf[]} leaves @param {number} month */
export const leafOfMonth = (leaves, month) => leaves.findIndex((leaf) => leaf.month === month && leaf.at === 0);

/** The average height of a row among the leaves drawn so far, or the old guess.
 * @param {readonly Leaf[]} leaves @param {number} guess */
export function averageRow(leaves, guess) {
  let rows = 0;
  let height = 0;
  for (const leaf of leaves) {
    if (leaf.height > 0) {
      rows += leaf.rows;
      height += leaf.height;
    }
  }
  return rows > 0 ? height / rows : guess;
}

/** Says what a month really held, once its end was seen: its leaves are cut or grown to fit.
 * Leaves that stay keep the heights they were drawn with.
 * @param {readonly Leaf[]} leaves @param {number} month @param {number} rows @returns {Leaf[]} */
export function withRows(leaves, month, rows) {
  const from = leaves.findIndex((leaf) => leaf.month >= month);
  const start = from < 0 ? leaves.length : from;
  let end = start;
  while (leaves[end]?.month === month) end += 1;
  /** @type {Leaf[]} */
  const mine = [];
  for (let at = 0; at < rows; at += ROWS_A_LEAF) {
    const count = Math.min(ROWS_A_LEAF, rows - at);
    const old = leaves[start + at / ROWS_A_LEAF];
    const same = old && old.month === month && old.rows === count;
    mine.push(same ? old : { month, at, rows: count, height: 0 });
  }
  return [...leaves.slice(0, start), ...mine, ...leaves.slice(end)];
}

/** Which line of a list of lines to move to: a page down or up, never past either end.
 * @param {number} now @param {number} step @param {number} length */
export const stepWithin = (now, step, length) => Math.max(0, Math.min(length - 1, now + step));
