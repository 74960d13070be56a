// @ts-check
// How ties are put in order, and where things stand on a drawn thread: reckoning only.

import { collator, language } from "./i18n.js";

/** @import { DrawnThread, MomentKind, Shape, Standing, Tie } from "../wire.js" */

/** Lists that were put in order already: a room asks at every drawing. @type {WeakMap<readonly Tie[], { tongue: string, all: Tie[] }>} */
const ordered = new WeakMap();

/** By name alone: no tie stands before another for what it is or how often it is written about.
 * @param {readonly Tie[]} ties A list that is never changed in place. @returns {readonly Tie[]} */
export function byName(ties) {
  const there = ordered.get(ties);
  if (there?.tongue === language()) return there.all;
  const { compare } = collator();
  const all = [...ties].sort((a, b) => compare(a.called, b.called));
  ordered.set(ties, { tongue: language(), all });
  return all;
}

/** @type {WeakMap<readonly Tie[], Record<Standing, Tie[]> & { heldOut: Tie[] }>} */
const parted = new WeakMap();

/** @param {readonly Tie[]} ties */
function parts(ties) {
  const all = byName(ties);
  const there = parted.get(all);
  if (there) return there;
  /** @param {Standing} standing */
  const so = (standing) => all.filter((tie) => tie.standing === standing);
  const made = { open: so("open"), resting: so("resting"), ended: so("ended"), heldOut: all.filter((tie) => tie.standing !== "ended") };
  parted.set(all, made);
  return made;
}

/** In the order of the journal: the one that was touched last comes first. Nothing else is told by it, and nothing is
 * counted. @param {readonly Tie[]} ties @param {Standing} standing @returns {readonly Tie[]} */
export const latelySo = (ties, standing) => ties.filter((tie) => tie.standing === standing);

/** @param {readonly Tie[]} ties @param {Standing} standing @returns {readonly Tie[]} */
export const standingSo = (ties, standing) => parts(ties)[standing];

/** Those that may be held out to the person: not the ended ones. @param {readonly Tie[]} ties @returns {readonly Tie[]} */
export const heldOut = (ties) => parts(ties).heldOut;

/** Letters that take the room of two. */
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;

/** A name that fits under a dot of the map, never cut within a letter.
 * @param {string} called @param {number} [most] */
export function shortened(called, most = 14) {
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(called)].map((each) => each.segment);
  let room = most;
  const over = letters.findIndex((letter) => {
    room -= wide.test(letter) ? 2 : 1;
    return room < 0;
  });
  return over < 0 ? called : `${letters.slice(0, Math.max(1, over - 1)).join("")}…`;
}

/** @type {Record<MomentKind, Shape>} */
const shapes = { connection: "knot", disconnection: "gap", reconnection: "join", opening: "ring" };

/** @param {MomentKind} kind @returns {Shape} What it looks like on a thread. */
export const shapeOf = (kind) => shapes[kind];

/** The first and the last day of a thread. @param {DrawnThread} thread */
export function daysOf({ points }) {
  const first = points[0]?.day ?? "";
  return { first, last: points.at(-1)?.day ?? first };
}

/** Whether a day stands in the table already, in the row before. @param {DrawnThread["points"]} points @param {number} at */
export const sameDay = (points, at) => points[at]?.day === points[at - 1]?.day;
