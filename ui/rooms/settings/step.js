// @ts-check
// A step in a part of Settings: one at a time. What is refused is said in its place, and whoever wrote another passphrase
// is back at its field.

import { Trouble } from "../../journal.js";
import { inWords, refresh, say } from "../../lib/store.js";

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-t=${name}]`));

/** What is written in a field, or chosen in it. @param {string} name */
export const written = (name) => field(name)?.value ?? "";

/** The passphrase in a field; where none is written the focus goes there. @param {string} name */
export function phraseIn(name) {
  const phrase = written(name);
  if (phrase === "") field(name)?.focus();
  return phrase;
}

/** How a field for a passphrase shows what is written in it, or veils it. @param {{ shown: boolean }} mine */
export const showing = (mine) => ({
  shown: mine.shown,
  toggle() {
    mine.shown = !mine.shown;
    refresh();
  },
});

/**
 * @template {{ busy: boolean, trouble: string }} Mine
 * @param {Mine} mine What the part knows of the step.
 * @param {(mine: Mine) => Promise<void>} does
 * @param {string} [phrase] The field of the passphrase, if one is asked for.
 */
export async function step(mine, does, phrase = "") {
  if (mine.busy) return;
  Object.assign(mine, { busy: true, trouble: "" });
  refresh();
  try {
    await does(mine);
  } catch (why) {
    mine.trouble = inWords(why);
    say(mine.trouble);
    if (why instanceof Trouble && why.kind === "wrong_passphrase") {
      setTimeout(() => {
        field(phrase)?.focus();
        field(phrase)?.select();
      });
    }
  } finally {
    mine.busy = false;
    refresh();
  }
}
