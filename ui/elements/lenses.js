// @ts-check
// Other places to look from, folded below the sheet: what fear says, what hope says, what is wider than us. Each is
// free, and each may stay empty.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { desk, touched } from "../lib/desk.js";
import { growing } from "../lib/growing.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { icon } from "./icons.js";

/** @import { Lenses, Page } from "../wire.js" */

/** @returns {[keyof Lenses, string, string][]} */
const places = () => [
  ["fear_says", t("today-fear-says"), "fear-says"],
  ["hope_says", t("today-hope-says"), "hope-says"],
  ["wider", t("today-wider"), "wider"],
];

/** @param {keyof Lenses} place @param {Event} event */
function wrote(place, event) {
  if (ime(event) && event.type !== "compositionend") return;
  desk.writing.lenses = { ...desk.writing.lenses, [place]: /** @type {HTMLTextAreaElement} */ (event.target).value };
  touched();
}

export function lensesFold() {
  const { lenses, lang } = desk.writing;
  const begun = Object.values(lenses).some((words) => words !== "");
  // Made anew for another page, so that a field in use does not carry words over to it.
  return html`${keyed(desk.turn, html`<details class="lenses" data-t="lenses" ?open=${begun}>
    <summary>${icon("down")}${t("today-lenses")}</summary>
    <p class="soft small">${t("today-lenses-why")}</p>
    <div class="lenses-fields">${places().map(([place, words, name]) => html`<div class="field"><label for=${`lens-${name}`}>${words}</label>
      <textarea class="box" id=${`lens-${name}`} data-t=${name} rows="3" ?readonly=${desk.resting} lang=${lang || nothing} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        ${settled(lenses[place])} @input=${(/** @type {Event} */ event) => wrote(place, event)} @compositionend=${(/** @type {Event} */ event) => wrote(place, event)} ${growing()}></textarea></div>`)}</div>
  </details>`)}`;
}

/** Opens the fold at one of its places. @param {"fear-says" | "hope-says" | "wider"} name */
export function openLens(name) {
  setTimeout(() => {
    const fold = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-t=lenses]"));
    if (fold) fold.open = true;
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-t=${name}]`))?.focus();
  });
}

/** What a page says from other places, when it is read. @param {Page} page */
export function lensesView(page) {
  const said = places().filter(([place]) => page.writing.lenses[place] !== "");
  if (said.length === 0) return nothing;
  return html`<dl class="reading-lenses" data-t="reading-lenses">${said.map(([place, words]) => html`<div><dt>${words}</dt>
    <dd dir="auto" lang=${page.writing.lang || nothing}>${page.writing.lenses[place]}</dd></div>`)}</dl>`;
}
