// @ts-check
// Words written in small fields, about a tie or a moment: kept at every pause as the page itself is, when the room
// is left, and before the book closes. A field says where its words go; the latest words of a field are what is kept.

import { autosave } from "./autosave.js";
import { ime } from "./ime.js";
import { tell } from "./store.js";

/** What waits to be kept, by field; each time it is given anew. @type {Map<string, { kept: () => Promise<unknown>, refused: boolean }>} */
const waiting = new Map();
/** Why the words of a field could not be kept, for those that wait. @type {Map<string, unknown>} */
const refusals = new Map();

/** Each field is tried, whatever became of the one before it: a name that is too long holds no letter back. */
async function keep() {
  for (const [field, given] of [...waiting]) {
    // Handed in or written anew meanwhile: these are not the words any more.
    if (waiting.get(field) !== given) continue;
    try {
      await given.kept();
      refusals.delete(field);
      // Words that came meanwhile wait on, though they go the same way.
      if (waiting.get(field) === given) waiting.delete(field);
    } catch (trouble) {
      given.refused = true;
      if (!waiting.has(field)) continue;
      // Told once for each field; its words are tried again without a word.
      if (!refusals.has(field)) tell(trouble);
      refusals.set(field, trouble);
    }
  }
  if (refusals.size > 0) throw smallWordsUnkept();
}

const saving = autosave({ keep });

/**
 * @param {string} field
 * @param {() => Promise<unknown>} kept Gives the words as they are now to the journal.
 */
export function toKeep(field, kept) {
  waiting.set(field, { kept, refused: false });
  saving.touched();
}

/** What is kept only when it is left behind: half a name is no name. @type {Map<string, () => Promise<unknown>>} */
const whole = new Map();

/** @param {string} field @param {() => Promise<unknown>} kept */
export function toKeepWhole(field, kept) {
  whole.set(field, kept);
}

/** The field was handed in, and nothing of it waits. @param {string} field */
export function letFieldGo(field) {
  whole.delete(field);
  waiting.delete(field);
  refusals.delete(field);
}

/** Keeps at once what waits. */
export const keepSmallWords = () => saving.now();

/** Keeps at once what waits, and what was to be handed in whole: the room or the field is being left. */
export async function leaveSmallWords() {
  do {
    for (const [field, kept] of whole) toKeep(field, kept);
    whole.clear();
    await saving.now();
    // What was written while these were on their way is not left behind either; what was refused is tried later.
  } while (whole.size > 0 || [...waiting.values()].some(({ refused }) => !refused));
}

/**
 * Leaves a field whose words are nowhere but in the room that is being left: as long as they cannot be kept one stays
 * with them, and can shorten them or close the book without them. Words of other fields hold nobody here.
 * @param {string} field
 */
export async function leaveOnlyKept(field) {
  await leaveSmallWords();
  if (refusals.has(field)) throw refusals.get(field);
}

/** @returns {unknown} Why some words could not be kept, or nothing when all are. */
export const smallWordsUnkept = () => refusals.values().next().value ?? null;

/** Lets words go that could not be kept. */
export async function letSmallWordsGo() {
  waiting.clear();
  whole.clear();
  refusals.clear();
  await saving.stop();
}

/**
 * What a field needs for its words to be kept: `@input=${…}`, also while a word is composed in it.
 * @param {string} field
 * @param {(words: string) => void} write
 * @param {() => Promise<unknown>} kept
 */
export function smallWords(field, write, kept) {
  /** @param {Event} event */
  return (event) => {
    // While composing WebKitGTK empties the words for an instant; the end of composing comes here, too.
    if (event.type !== "compositionend" && ime(event)) return;
    write(/** @type {HTMLTextAreaElement} */ (event.target).value);
    toKeep(field, kept);
  };
}
