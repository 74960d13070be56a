// @ts-check
// What may be told about a page beside its words: its language, when it happened, a cover, whether it stays here.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { live } from "../vendor/lit-html/directives/live.js";
import { monthName } from "../lib/dates.js";
import { desk, touched } from "../lib/desk.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { refresh, state } from "../lib/store.js";
import { icon } from "./icons.js";

/** @import { Happened } from "../wire.js" */

/** Languages by their own names; they are never translated. */
const tongues = [["ja", "日本語"], ["en", "English"], ["fr", "Français"]];

/** @param {Event} event */
const fieldValue = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {Partial<typeof desk.writing>} change */
function change(change) {
  Object.assign(desk.writing, change);
  touched();
  refresh();
}

/** @param {string} kind @returns {Happened} */
function begun(kind) {
  const [year = 2000, month = 1] = state.today.split("-").map(Number);
  switch (kind) {
    case "words":
      return { kind, words: "" };
    case "year":
      return { kind, year };
    case "month":
      return { kind, year, month };
    case "day":
      return { kind, day: state.today };
    default:
      return { kind: "untold" };
  }
}

/** @param {number} year @param {(year: number) => void} set */
function yearField(year, set) {
  /** @param {Event} event */
  const input = (event) => {
    // An input method writes the digits in their full width: ２０２６.
    const written = Number(fieldValue(event).normalize("NFKC"));
    if (Number.isInteger(written) && written >= 1 && written <= 9999) set(written);
  };
  return html`<div class="field"><label for="happened-year">${t("today-happened-year")}</label>
    <input class="box" id="happened-year" data-t="happened-year" inputmode="numeric" autocomplete="off" ${settled(String(year))} @change=${input}></div>`;
}

/** @param {Happened} happened */
function happenedFields(happened) {
  switch (happened.kind) {
    case "words":
      return html`<div class="field"><div class="label-told"><label for="happened-words">${t("today-happened-words")}</label><span id="happened-words-told">${t("today-happened-hint")}</span></div>
        <input class="box" id="happened-words" data-t="happened-words" ?readonly=${desk.resting} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" aria-describedby="happened-words-told" ${settled(happened.words)}
          @input=${(/** @type {Event} */ e) => ime(e) || change({ happened: { kind: "words", words: fieldValue(e) } })}
          @compositionend=${(/** @type {Event} */ e) => change({ happened: { kind: "words", words: fieldValue(e) } })}></div>`;
    case "year":
      return yearField(happened.year, (year) => change({ happened: { kind: "year", year } }));
    case "month":
      return html`${yearField(happened.year, (year) => change({ happened: { ...happened, year } }))}
        <div class="field"><label for="happened-month">${t("today-happened-month")}</label>
          <select class="box" id="happened-month" data-t="happened-month" @change=${(/** @type {Event} */ e) => change({ happened: { ...happened, month: Number(fieldValue(e)) } })}>
            ${Array.from({ length: 12 }, (_, i) => html`<option value=${i + 1} ?selected=${happened.month === i + 1}>${monthName(i + 1)}</option>`)}
          </select></div>`;
    case "day":
      return html`<div class="field"><label for="happened-day">${t("today-happened-day")}</label>
        <input class="box" id="happened-day" data-t="happened-day" type="date" ${settled(happened.day)}
          @change=${(/** @type {Event} */ e) => fieldValue(e) && change({ happened: { kind: "day", day: fieldValue(e) } })}></div>`;
    default:
      return nothing;
  }
}

function whenItHappened() {
  const { happened } = desk.writing;
  const ways = [
    ["untold", t("today-happened-untold")],
    ["words", t("today-happened-in-words")],
    ["day", t("today-happened-a-day")],
    ["month", t("today-happened-a-month")],
    ["year", t("today-happened-a-year")],
  ];
  return html`<div class="field"><label for="happened">${t("today-happened")}</label>
      <select class="box" id="happened" data-t="happened" @change=${(/** @type {Event} */ e) => change({ happened: begun(fieldValue(e)) })}>
        ${ways.map(([kind, words]) => html`<option value=${kind} ?selected=${happened.kind === kind}>${words}</option>`)}
      </select></div>
    ${happenedFields(happened)}`;
}

let open = false;

/** Opens what may be told about the page, or folds it. */
export function togglePageOptions() {
  open = !open;
  refresh();
  focusOn(open ? "#page-options" : "[data-t=page-options-open]");
}

export function foldPageOptions() {
  open = false;
}

/** The button that opens it. */
export function pageOptionsButton() {
  return html`<button class="btn quiet" type="button" data-t="page-options-open" aria-expanded=${open} aria-controls="page-options-card" @click=${togglePageOptions}>
    ${icon("info")}<span>${t("today-about-page")}</span></button>`;
}

function languageField() {
  const { lang } = desk.writing;
  const known = tongues.some(([tongue]) => tongue === lang);
  return html`<div class="field"><label for="page-language">${t("today-page-language")}</label>
    <select class="box" id="page-language" data-t="page-language" @change=${(/** @type {Event} */ e) => change({ lang: fieldValue(e) })}>
      ${tongues.map(([tongue, called]) => html`<option value=${tongue} lang=${tongue} ?selected=${tongue === lang}>${called}</option>`)}
      ${known ? nothing : html`<option value=${lang} selected>${lang || t("today-page-language-other")}</option>`}
    </select></div>`;
}

export function pageOptions() {
  if (!open) return nothing;
  const { cover, stays_here } = desk.writing;
  // Made anew for another page, so that a field in use does not carry words over to it.
  return html`${keyed(desk.turn, html`<section class="card stack wide" id="page-options-card" aria-labelledby="page-options" data-t="page-options">
    <h2 id="page-options" tabindex="-1">${t("today-about-page")}</h2>
    ${languageField()}
    ${whenItHappened()}
    <div class="field"><label for="cover">${t("today-cover")}</label>
      <input class="box" id="cover" data-t="cover" ?readonly=${desk.resting} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" aria-describedby="cover-why" ${settled(cover)}
        @input=${(/** @type {Event} */ e) => ime(e) || change({ cover: fieldValue(e) })} @compositionend=${(/** @type {Event} */ e) => change({ cover: fieldValue(e) })}>
      <p class="small soft" id="cover-why">${t("today-cover-why")}</p></div>
    <label class="choice bare"><input type="checkbox" data-t="stays-here" .checked=${live(stays_here)} @change=${(/** @type {Event} */ e) => change({ stays_here: /** @type {HTMLInputElement} */ (e.target).checked })}>
      <span>${t("today-stays-here")}<small>${t("today-stays-here-why")}</small></span></label>
    <div><button class="btn" type="button" data-t="page-options-close" @click=${togglePageOptions}>${t("common-close")}</button></div>
  </section>`)}`;
}
