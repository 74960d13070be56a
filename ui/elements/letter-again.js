// @ts-check
// A letter of mine whose file was lost on the way: sealed once more for the same reader, and saved or copied as before.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { t } from "../lib/i18n.js";
import { refresh, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { emptyHands, letterSealed } from "./letter-sealed.js";

/** @import { SealedTold } from "../wire.js" */

const again = {
  letter: "",
  /** @type {SealedTold | null} */
  sealed: null,
};

/** @param {string} to @param {string} letter */
async function seal(to, letter) {
  try {
    Object.assign(again, { letter, sealed: await letters.sealAgain(to, letter) });
    emptyHands();
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {string} to The companion. @param {string} letter Its id, the same for everybody it went to. */
export function letterAgain(to, letter) {
  return html`<details data-t="letter-again-fold"><summary>${icon("down")}${t("sealing-lost")}</summary><div class="stack wide"><p>${t("sealing-lost-told")}</p>
    <div><button class="btn" type="button" data-t="letter-again" @click=${() => seal(to, letter)}>${icon("again")}<span>${t("sealing-again")}</span></button></div>
    ${again.letter === letter && again.sealed ? letterSealed([again.sealed]) : nothing}</div></details>`;
}
