// @ts-check
// How a line of text is cut for vertical setting: numbers of one or two digits stand upright in one
// cell (縦中横), years stand digit above digit, everything else is left to the
// writing mode. Also when a page is read vertically.

/** @typedef {{ text: string, upright: boolean }} Cell */

// Numbers, or !? side by side, not touching other Latin letters or signs of numbers; half width only.
const STANDING = /(?<![0-9A-Za-z.,:/])(?:[0-9]{1,4}|[!?]{2})(?![0-9A-Za-z.,:/!?])/g;

/** @param {string} text @returns {Cell[]} */
export function standing(text) {
  /** @type {Cell[]} */
  const cells = [];
  let from = 0;
  for (const found of text.matchAll(STANDING)) {
    if (found.index > from) cells.push({ text: text.slice(from, found.index), upright: false });
    for (const cell of found[0].length > 2 ? found[0] : [found[0]]) cells.push({ text: cell, upright: true });
    from = found.index + found[0].length;
  }
  if (from < text.length || cells.length === 0) cells.push({ text: text.slice(from), upright: false });
  return cells;
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A page may be set vertically when it is Japanese: told so by its language, or by its kana.
 * @param {string} lang @param {string} text */
export const mayStandUpright = (lang, text) => lang === "ja" || lang.startsWith("ja-") || (lang === "" && JAPANESE.test(text));

/** How far a key moves a vertical page, as a share of its width; 0 for keys that do not.
 * Lines run from right to left, so that "on" is to the left.
 * @param {string} key */
export function stride(key) {
  switch (key) {
    case "ArrowLeft": return -0.12;
    case "ArrowRight": return 0.12;
    case "PageDown": case " ": return -0.85;
    case "PageUp": return 0.85;
    case "Home": return Infinity;
    case "End": return -Infinity;
    default: return 0;
  }
}
