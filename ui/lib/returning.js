// @ts-check
// Where recurring words stand through time, as places along a line: reckoning only.

/** @import { Returning, ReturningAsk } from "../wire.js" */

/** The length of the line. */
export const LINE = 600;

/** @param {string} day */
const number = (day) => Date.parse(`${day}T00:00:00Z`);

/** The first and the last day of all. @param {readonly Returning[]} found */
export function daysOfAll(found) {
  const days = found.flatMap(({ places }) => [places[0]?.day ?? "", places.at(-1)?.day ?? ""]).filter((day) => day !== "").sort();
  return { first: days[0] ?? "", last: days.at(-1) ?? "" };
}

/** The places of one along the line, from the first day to the last; two that would cover each other are one.
 * @param {Returning} one @param {{ first: string, last: string }} days @returns {number[]} */
export function marksOf({ places }, { first, last }) {
  const long = number(last) - number(first);
  const at = (/** @type {string} */ day) => (long > 0 ? Math.round(((number(day) - number(first)) / long) * LINE) : LINE / 2);
  return [...new Set(places.map(({ day }) => at(day)))].sort((a, b) => a - b);
}

/** @param {number | null} year Of which time to ask; null for all of it. @returns {ReturningAsk} */
export function askOf(year) {
  if (year === null) return { from: null, to: null };
  const name = String(year).padStart(4, "0");
  return { from: `${name}-01-01`, to: `${name}-12-31` };
}
