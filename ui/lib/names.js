// @ts-check
// Finding a name among many by some of its letters: without regard to case, accents, width, or which kana it is
// written in. Reckoning only.

/** @typedef {{ id: string, called: string }} Named */

/** How many names are held out at once. */
export const HELD_OUT = 30;

/** @param {string} text */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)).trim();
}

/** What a list looks like folded; made once for each list. @type {WeakMap<readonly Named[], string[]>} */
const held = new WeakMap();

/** @param {readonly Named[]} names */
function foldedNames(names) {
  const all = held.get(names) ?? names.map(({ called }) => folded(called));
  held.set(names, all);
  return all;
}

/**
 * The names that hold these letters, those that begin with them first, otherwise in the order of the list.
 * @template {Named} N
 * @param {readonly N[]} names A list that is never changed in place.
 * @param {string} letters
 * @param {number} [most]
 * @returns {{ found: N[], more: boolean }} Whether there are more of them than were asked for.
 */
export function namesWith(names, letters, most = HELD_OUT) {
  const wanted = folded(letters);
  const all = foldedNames(names);
  /** @type {N[]} */
  const beginning = [];
  /** @type {N[]} */
  const within = [];
  names.forEach((name, at) => {
    const there = all[at]?.indexOf(wanted) ?? -1;
    if (there === 0) beginning.push(name);
    else if (there > 0) within.push(name);
  });
  const found = [...beginning, ...within];
  return { found: found.slice(0, most), more: found.length > most };
}
