// @ts-check
// A letter of mine whose file was lost on the way: sealed once more for the same reader, and saved or copied as before.
// For somebody without Awai the words that open it stand here, too, for when they are asked for again.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { t } from "../lib/i18n.js";
import { refresh, tell } from "../lib/store.js";
import { watched } from "../lib/underway.js";
import { letterHeadwayView } from "./headway.js";
import { icon } from "./icons.js";
import { emptyHands, letterSealed, spokenWords } from "./letter-sealed.js";

/** @import { SealedTold } from "../wire.js" */

const again = {
  letter: "",
  busy: false,
  /** @type {SealedTold | null} */
  sealed: null,
};

/** @param {string} letter @param {() => Promise<SealedTold>} seals */
async function seal(letter, seals) {
  if (again.busy) return;
  Object.assign(again, { letter, busy: true, sealed: null });
  refresh();
  try {
    again.sealed = await watched(seals);
    emptyHands();
  } catch (trouble) {
    tell(trouble);
  }
  again.busy = false;
  refresh();
}

/** @param {string} letter @param {string} told @param {() => Promise<SealedTold>} seals */
function foldView(letter, told, seals) {
  const mine = again.letter === letter;
  return html`<details data-t="letter-again-fold"><summary>${icon("down")}${t("sealing-lost")}</summary><div class="stack wide"><p>${told}</p>
    <div><button class="btn" type="button" data-t="letter-again" aria-disabled=${again.busy} @click=${() => seal(letter, seals)}>${icon("again")}<span>${t("sealing-again")}</span></button></div>
    ${mine && again.busy ? letterHeadwayView() : nothing}
    ${mine && again.sealed ? letterSealed([again.sealed]) : nothing}</div></details>`;
}

/** Lets go of what was sealed again: another letter is read, or none. */
export function forgetAgain() {
  Object.assign(again, { letter: "", sealed: null });
}

/** @param {string} to The companion. @param {string} letter Its id, the same for everybody it went to. */
export const letterAgain = (to, letter) => foldView(letter, t("sealing-lost-told"), () => letters.sealAgain(to, letter));

/** @param {string} version The letter on the shelf. @param {string[]} words The words that open it. */
export function letterUnderWords(version, words) {
  if (words.length === 0) return nothing;
  return html`<details data-t="letter-words-fold"><summary>${icon("down")}${t("sealing-words-again")}</summary><div class="stack wide"><p>${t("sealing-words-again-told")}</p>
    ${spokenWords(words, "letter-words-kept")}</div></details>
    ${foldView(version, t("sealing-lost-words-told"), () => letters.sealAgainUnderWords(version))}`;
}
