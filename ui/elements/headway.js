// @ts-check
// How far something is that takes a while, in words and as a line that fills, and the way to end it. It counts nothing
// aloud and hurries nobody.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { stopLetter } from "../journal-letters.js";
import { t } from "../lib/i18n.js";
import { underway } from "../lib/underway.js";
import { icon } from "./icons.js";

/** @import { Headway, Stage } from "../wire.js" */

/**
 * @param {object} given
 * @param {string} given.name
 * @param {string} given.words What is being done.
 * @param {Headway | null} given.at
 * @param {() => unknown} given.stop
 */
export function headwayView({ name, words, at, stop }) {
  return html`<div class="cluster" data-t=${name}>
    <label for="headway">${words}</label>
    <progress id="headway" max=${at?.of || 1} .value=${at?.done ?? 0}></progress>
    <button class="btn" type="button" data-t=${`stop-${name}`} @click=${stop}>${icon("close")}<span>${t("keeping-stop")}</span></button>
  </div>`;
}

/** What is being done with a letter; copies have stages of their own. @type {Partial<Record<Stage, () => string>>} */
const stages = {
  composing: () => t("sealing-composing"),
  sealing: () => t("sealing-sealing"),
  opening: () => t("sealing-opening"),
  saving: () => t("sealing-saving"),
};

/** The letter that is being put together, sealed, saved or opened, once it takes a while. */
export function letterHeadwayView() {
  const at = underway();
  if (!at) return nothing;
  return headwayView({ name: "letter-headway", words: stages[at.stage]?.() ?? t("companions-moment"), at, stop: () => stopLetter() });
}
