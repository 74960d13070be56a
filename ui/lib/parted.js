// @ts-check
// Text as it is handed to the page. WebKit takes time by the square for signs that all stand upon one letter: ten
// thousand of them half a second, a mebibyte half an hour. In pieces they are drawn at once, and look the same.

/** No language writes so many upon one letter; what does is a jest or an attack. */
const MOST_UPON_ONE = 256;
const PILE = new RegExp(`\\p{M}{${MOST_UPON_ONE}}(?=\\p{M})`, "gu");

/** The text, or its pieces one after the other where a pile of signs is to be taken apart.
 * @param {string} text @returns {string | string[]} */
export function parted(text) {
  /** @type {string[]} */
  const pieces = [];
  let from = 0;
  for (const pile of text.matchAll(PILE)) {
    const end = pile.index + pile[0].length;
    pieces.push(text.slice(from, end));
    from = end;
  }
  return from === 0 ? text : [...pieces, text.slice(from)];
}
