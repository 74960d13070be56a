// @ts-check
// Words of one's own, as plain things: the three parts of each, whether anything is written, and what is looked up.

/** @import { MyWord, NewMyWord } from "../wire.js" */

/** @type {["their_word", "my_word", "because"]} */
export const PARTS = ["their_word", "my_word", "because"];

/** @param {NewMyWord} words Whether none of the parts holds a word. */
export const isBlank = (words) => PARTS.every((part) => words[part].trim() === "");

/** @param {string} text Upper and lower case, wide and narrow letters count as the same. */
const folded = (text) => text.normalize("NFKC").toLowerCase();

/** @param {readonly MyWord[]} all @param {string} words @returns {MyWord[]} Those that hold the words in any part. */
export function foundIn(all, words) {
  const wanted = folded(words.trim());
  return all.filter((one) => PARTS.some((part) => folded(one.words[part]).includes(wanted)));
}
