// @ts-check
// The lines of a page that stand for pictures: `![what it shows](picture:NAME)`, each alone on its line. In the journal
// a picture has a name of 32 letters; while one writes it has the number it came in, so that a person can read the line
// and move it. Pure: texts in, texts out, and not a sign of anybody's words is changed on the way there and back.

/** @typedef {{ start: number, end: number, address: string, words: string }} PictureLine From its first sign to its last; what it shows. */

const LINE = /^([^\S\n]*!\[((?:\\.|[^\\[\]\n])*)\]\(picture:)([0-9a-f]{32}|[1-9]\d{0,3})(\)[^\S\n]*)$/gmu;
const NUMBER = /^\d{1,4}$/u;

/** @param {string} text @returns {PictureLine[]} In their order. */
export function pictureLines(text) {
  return [...text.matchAll(LINE)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    address: found[3] ?? "",
    words: (found[2] ?? "").replace(/\\(.)/gu, "$1"),
  }));
}

/** The line for a picture. @param {string} address @param {string} words */
export function pictureLine(address, words) {
  const told = words.trim().replace(/[\\[\]]/gu, "\\$&").replace(/[\p{Cc}\u2028\u2029]/gu, " ");
  return `![${told}](picture:${address})`;
}

/**
 * Whether numbers can stand for names in this text: not where a person wrote such a line with a number themselves.
 * @param {string} body
 */
export const canBeNumbered = (body) => !pictureLines(body).some(({ address }) => NUMBER.test(address));

/** The text as it is written in: known names as numbers. @param {string} body @param {string[]} names */
export function numbered(body, names) {
  if (names.length === 0) return body;
  return body.replace(LINE, (whole, before, _words, address, after) => {
    const number = names.indexOf(address) + 1;
    return number > 0 ? `${before}${number}${after}` : whole;
  });
}

/** The text as it is kept: numbers as the names they stand for. @param {string} text @param {string[]} names */
export function named(text, names) {
  if (names.length === 0) return text;
  return text.replace(LINE, (whole, before, _words, address, after) => {
    const name = NUMBER.test(address) ? names[Number(address) - 1] : undefined;
    return name ? `${before}${name}${after}` : whole;
  });
}

/**
 * Where a line of its own goes that comes at the caret: behind the line the caret stands in, which is never broken.
 * @param {string} text @param {number} caret
 * @returns {{ at: number, before: string, after: string }}
 */
export function roomForLine(text, caret) {
  const from = text.lastIndexOf("\n", caret - 1) + 1;
  const end = text.indexOf("\n", caret);
  const at = end === -1 ? text.length : end;
  return { at, before: text.slice(from, at).trim() === "" ? "" : "\n", after: end === -1 ? "\n" : "" };
}

/** A line and the line break that ends it, or the one before it. @param {string} text @param {PictureLine} line */
export function wholeLine(text, { start, end }) {
  if (text[end] === "\n") return { start, end: end + 1 };
  return { start: text[start - 1] === "\n" ? start - 1 : start, end };
}
