// @ts-check
// "Add": what is handed in leaves its field at once, so that a second press adds nothing twice and what is written
// meanwhile is the next thing. Until the journal has it, it waits among small words: whoever leaves the room or closes
// the book waits with it. What was refused stands in its field again, or waits on where something else stands there.

import { letFieldGo, toKeep, toKeepWhole } from "./small-words.js";

let handed = 0;

/**
 * @template T
 * @param {object} of
 * @param {string} of.field What it is called among small words.
 * @param {() => Promise<T>} of.put Gives it to the journal.
 * @param {() => boolean} of.back Puts it into its field again, if that is empty. Tells whether it did.
 * @param {() => void} of.taken Takes it out of its field again: it was kept after all.
 * @returns {Promise<T>}
 */
export async function handIn({ field, put, back, taken }) {
  letFieldGo(field);
  handed += 1;
  const way = `${field} ${handed}`;
  let awaited = false;
  const going = put();
  toKeep(way, () => {
    awaited = true;
    return going;
  });
  try {
    const kept = await going;
    letFieldGo(way);
    return kept;
  } catch (trouble) {
    const again = () => put().then(taken);
    if (!back()) toKeep(way, put);
    else {
      // Whoever waits for it has been told that it is not kept; otherwise there is time until the field is left.
      (awaited ? toKeep : toKeepWhole)(field, again);
      letFieldGo(way);
    }
    throw trouble;
  }
}

/**
 * The words of a field that nobody else fills.
 * @template T
 * @param {string} field
 * @param {HTMLTextAreaElement} box
 * @param {(words: string) => Promise<T>} put
 */
export function handInWords(field, box, put) {
  const words = box.value;
  box.value = "";
  return handIn({
    field,
    put: () => put(words),
    back() {
      if (box.value === "") box.value = words;
      return box.value === words;
    },
    taken() {
      if (box.value === words) box.value = "";
    },
  });
}

/**
 * Words that are handed in whole when their field is left.
 * @param {string} field
 * @param {(words: string) => Promise<unknown>} put
 */
export function writtenWhole(field, put) {
  return (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target);
    // What was refused before is in these words.
    letFieldGo(field);
    toKeepWhole(field, () => put(value));
  };
}
