// @ts-check
// The dots of a year: which of them would cover each other, which one is meant by a press, and how they stand in a
// list. Reckoning only.

/** @import { YearDot } from "../wire.js" */

/** Dots that stand on one spot are drawn once. @param {readonly YearDot[]} dots @returns {YearDot[]} */
export function apart(dots) {
  const spots = new Map(dots.map((dot) => [`${dot.x} ${dot.y}`, dot]));
  return [...spots.values()];
}

/** The dot nearest to a point, if one is within reach.
 * @param {readonly YearDot[]} dots @param {number} x @param {number} y @param {number} reach @returns {YearDot | null} */
export function nearest(dots, x, y, reach) {
  /** @type {YearDot | null} */
  let best = null;
  let away = reach;
  for (const dot of dots) {
    const far = Math.hypot(dot.x - x, dot.y - y);
    if (far <= away) [best, away] = [dot, far];
  }
  return best;
}

/** The dots month by month, and which of its day each one is, from 1.
 * @param {readonly YearDot[]} dots The oldest first. */
export function inMonths(dots) {
  /** @type {{ month: number, dots: (YearDot & { nth: number })[] }[]} */
  const months = [];
  dots.forEach((dot, at) => {
    const month = Number(dot.day.slice(5, 7));
    if (months.at(-1)?.month !== month) months.push({ month, dots: [] });
    const before = months.at(-1)?.dots.at(-1);
    const nth = before && dots[at - 1]?.day === dot.day ? before.nth + 1 : 1;
    months.at(-1)?.dots.push({ ...dot, nth });
  });
  return months;
}
