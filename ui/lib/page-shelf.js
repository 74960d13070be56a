// @ts-check
// Lines of pages, fetched sixty at a time as the view comes near them, and let go again when it has
// moved far away. It asks through a function it is given and never touches the document.
//
// Within a month a leaf is reached through the place where the leaf before it ended. Those places are
// kept (they are short and hold no words); the lines are not.

import { daysOf, leavesOf, monthKey, ROWS_A_LEAF, withRows } from "./window-list.js";

/** @typedef {import("./window-list.js").Month} Month */
/** @typedef {import("./window-list.js").Leaf} Leaf */
/** @typedef {import("./window-list.js").Span} Span */
/** @typedef {{id:string, place:string, day:string}} AnyLine */
/** @typedef {{before:string|null, after:string|null, tie:string|null, from:string|null, to:string|null, limit:number}} Ask */

/** How many leaves of lines may stay in memory. */
const MOST_LEAVES = 24;

/**
 * @template {AnyLine} Line
 * @param {object} given
 * @param {readonly Month[]} given.months   newest first
 * @param {string|null} given.tie
 * @param {string|null} given.from
 * @param {string|null} given.to
 * @param {(ask:Ask) => Promise<{lines:Line[], more:boolean}>} given.linesOf
 * @param {() => void} given.changed        lines came, or the leaves were cut anew
 * @param {(reason:unknown) => void} given.refused
 */
export function pageShelf({ months, tie, from, to, linesOf, changed, refused }) {
  let leaves = leavesOf(months);
  /** @type {Map<string, Line[]>} */
  const held = new Map();
  /** Where each leaf ended. @type {Map<string, string>} */
  const ends = new Map();
  /** @type {Span} */
  let wanted = { first: 0, last: -1 };
  let busy = false;
  let closed = false;

  /** @param {number} month @param {number} at */
  const key = (month, at) => `${month}/${at}`;

  /** @param {number} month */
  const bounds = (month) => {
    const days = daysOf(months[month] ?? { year: 1, month: 1 });
    return { first: from && from > days.first ? from : days.first, last: to && to < days.last ? to : days.last };
  };

  /** The wanted leaf without lines that is nearest the middle of the view. */
  function missing() {
    const middle = (wanted.first + wanted.last) / 2;
    let best = -1;
    for (let i = wanted.first; i <= wanted.last; i += 1) {
      const leaf = leaves[i];
      if (!leaf || held.has(key(leaf.month, leaf.at))) continue;
      if (best < 0 || Math.abs(i - middle) < Math.abs(best - middle)) best = i;
    }
    return best;
  }

  /** A month that is one short leaf, wanted and not here. @param {number} index */
  function short(index) {
    const leaf = leaves[index];
    if (!leaf || index < wanted.first || index > wanted.last) return false;
    return leaf.at === 0 && leaves[index + 1]?.month !== leaf.month && !held.has(key(leaf.month, 0));
  }

  /** Short months side by side are asked for together.
   * @param {number} index @returns {Span} */
  function runAround(index) {
    let rows = leaves[index]?.rows ?? 0;
    const run = { first: index, last: index };
    if (!short(index)) return run;
    const fits = (/** @type {number} */ i) => short(i) && rows + (leaves[i]?.rows ?? 0) <= ROWS_A_LEAF;
    for (; fits(run.first - 1); run.first -= 1) rows += leaves[run.first - 1]?.rows ?? 0;
    for (; fits(run.last + 1); run.last += 1) rows += leaves[run.last + 1]?.rows ?? 0;
    return run;
  }

  /** @param {number} index */
  async function bring(index) {
    let leaf = leaves[index];
    if (!leaf) return;
    // A leaf in the middle of a month is only reachable after the ones before it.
    while (leaf.at > 0 && !ends.has(key(leaf.month, leaf.at - ROWS_A_LEAF))) {
      const earlier = leaves[index - 1];
      if (!earlier || earlier.month !== leaf.month) break;
      leaf = earlier;
      index -= 1;
    }
    const before = leaf.at === 0 ? null : (ends.get(key(leaf.month, leaf.at - ROWS_A_LEAF)) ?? null);
    const run = runAround(index);
    const newest = leaves[run.first]?.month ?? leaf.month;
    const oldest = leaves[run.last]?.month ?? leaf.month;
    const ask = { before, after: null, tie, from: bounds(oldest).first, to: bounds(newest).last, limit: ROWS_A_LEAF };
    const { lines, more } = await linesOf(ask);
    if (closed) return;
    if (newest === oldest) take(newest, leaf.at, lines, more);
    else takeRun(newest, oldest, lines, more);
  }

  /** @param {number} month @param {number} at @param {Line[]} lines @param {boolean} more */
  function take(month, at, lines, more) {
    held.set(key(month, at), lines);
    const last = lines[lines.length - 1];
    if (last) ends.set(key(month, at), last.place);
    const seen = at + lines.length;
    const thought = leaves.reduce((most, leaf) => (leaf.month === month ? Math.max(most, leaf.at + leaf.rows) : most), 0);
    // The count was an estimate where days are filtered, and may be old: what came is the truth.
    if (!more && thought !== seen) leaves = withRows(leaves, month, seen);
    else if (more && thought <= seen) leaves = withRows(leaves, month, seen + 1);
  }

  /** @param {number} newest @param {number} oldest @param {Line[]} lines @param {boolean} more */
  function takeRun(newest, oldest, lines, more) {
    for (let month = newest; month <= oldest; month += 1) {
      const name = monthKey(months[month] ?? { year: 1, month: 1 });
      const mine = lines.filter((line) => line.day.startsWith(name));
      // When more is to come, the month where the answer stops is not told whole.
      const cut = more && lines.at(-1)?.day.startsWith(name) === true;
      // The first month is always taken, so that every answer moves the work on.
      if (more && mine.length === 0 && month > newest) return;
      take(month, 0, mine, cut);
      if (cut) return;
    }
  }

  function letGo() {
    if (held.size <= MOST_LEAVES) return;
    const middle = (wanted.first + wanted.last) / 2;
    const far = leaves
      .map((leaf, i) => ({ name: key(leaf.month, leaf.at), away: Math.abs(i - middle) }))
      .filter(({ name }) => held.has(name))
      .sort((a, b) => b.away - a.away);
    for (const { name } of far.slice(0, held.size - MOST_LEAVES)) held.delete(name);
  }

  async function work() {
    if (busy || closed) return;
    busy = true;
    try {
      for (let index = missing(); index >= 0 && !closed; index = missing()) {
        await bring(index);
        if (closed) return;
        letGo();
        changed();
      }
    } catch (reason) {
      if (!closed) refused(reason);
    } finally {
      busy = false;
    }
  }

  return {
    months,
    get leaves() {
      return leaves;
    },
    /** The lines of a leaf, if they are here. @param {number} index @returns {Line[]|null} */
    lines(index) {
      const leaf = leaves[index];
      return (leaf && held.get(key(leaf.month, leaf.at))) ?? null;
    },
    /** Rows of a whole month, as far as known. @param {number} month */
    rowsOf(month) {
      return leaves.reduce((sum, leaf) => sum + (leaf.month === month ? leaf.rows : 0), 0);
    },
    /** The view is near these leaves now. @param {Span} span */
    want(span) {
      wanted = span;
      void work();
    },
    close() {
      closed = true;
      held.clear();
    },
  };
}
