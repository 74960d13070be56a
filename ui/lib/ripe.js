// @ts-check
// When typed words are long enough to search for without being asked, and what to say of a word
// that is not. Enter always searches; this only decides about searching while somebody types.
//
// One Japanese, Chinese or Korean character can be a whole word. Two Latin letters begin almost every
// page, so that the third one is waited for. The search itself knows nothing of this.

const WHOLE_WORD_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Extended_Pictographic}ー々〆]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/gu;

/** @param {string} words */
export function ripe(words) {
  const shown = words.trim();
  if (shown === "") return false;
  if (WHOLE_WORD_LETTER.test(shown)) return true;
  return shown.split(/[\s\u3000]+/u).some((word) => (word.match(LETTER) ?? []).length >= 3);
}

/** True when something is there to search for at all. @param {string} words */
export const something = (words) => words.trim() !== "";
