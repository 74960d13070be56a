// @ts-check
// Words I return to: given back as they were written, each with the pages it stands on, and nothing said about them.
// They are gathered when the person comes here, and forgotten when they leave.

import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import * as journal from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLong, yearHeading } from "../../lib/dates.js";
import { t } from "../../lib/i18n.js";
import { askOf, daysOfAll, LINE, marksOf } from "../../lib/returning.js";
import { go, refresh, say, tell } from "../../lib/store.js";
import { leafHead } from "./leaf.js";

/** @import { Returning } from "../../wire.js" */

const fresh = () => ({
  /** @type {number[]} */
  years: [],
  /** @type {number | null} */
  year: null,
  /** @type {Returning[] | null} null while they are gathered */
  found: null,
  /** Whether older pages of that time were not read. */
  more: false,
  /** Words whose places are unfolded. @type {Set<string>} */
  unfolded: new Set(),
});

let here = fresh();

async function gather() {
  const mine = here;
  mine.found = null;
  try {
    const { words, more } = await journal.wordsIReturnTo(askOf(mine.year));
    if (mine !== here) return;
    Object.assign(mine, { found: words, more });
    say(words.length > 0 ? t("looking-back-returning-here") : t("looking-back-returning-none"));
  } catch (trouble) {
    if (mine !== here) return;
    mine.found = [];
    tell(trouble);
  }
  refresh();
}

/** @param {Event} event */
function onYear(event) {
  const { value } = /** @type {HTMLSelectElement} */ (event.target);
  here = { ...here, year: value === "" ? null : Number(value), unfolded: new Set() };
  void gather();
  refresh();
}

/** @param {string} words @param {Event} event */
function onFold(words, event) {
  const { open } = /** @type {HTMLDetailsElement} */ (event.target);
  if (open === here.unfolded.has(words)) return;
  if (open) here.unfolded.add(words);
  else here.unfolded.delete(words);
  refresh();
}

/** @param {string} page */
const open = (page) => void go("looking-back", { page, came: { leaf: "returning", year: here.year } });

/** @param {Returning} one @param {{ first: string, last: string }} days */
function wordView(one, days) {
  const { words, places } = one;
  return html`<li><details data-t="returning-word" ?open=${here.unfolded.has(words)} @toggle=${(/** @type {Event} */ event) => onFold(words, event)}>
    <summary>${icon("down")}<span class="returning-words" dir="auto">${words}</span>
      <svg class="returning-line" viewBox="-4 0 ${LINE + 8} 16" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="line" d="M0 8H${LINE}"/>${marksOf(one, days).map((x) => svg`<path class="mark-there" d="M${x} 2V14"/>`)}</svg></summary>
    ${here.unfolded.has(words) ? html`<ul class="returning-places">${places.map(({ page, day }) => html`<li><button class="link" type="button" data-t="returning-place" @click=${() => open(page)}>${dayLong(day)}</button></li>`)}</ul>` : nothing}
  </details></li>`;
}

function foundView() {
  const { found } = here;
  if (!found) return html`<p class="looking-empty" data-t="returning-busy">${t("looking-back-returning-busy")}</p>`;
  if (found.length === 0) return html`<p class="looking-empty" data-t="returning-none">${t("looking-back-returning-none")}</p>`;
  const days = daysOfAll(found);
  return html`<ul class="returning" data-t="returning-found">${repeat(found, ({ words }) => words, (one) => wordView(one, days))}</ul>
    <p class="thread-days"><span>${dayLong(days.first)}</span>${days.last === days.first ? nothing : html`<span>${dayLong(days.last)}</span>`}</p>
    ${here.more ? html`<p class="looking-hint" data-t="returning-more">${t("looking-back-returning-more")}</p>` : nothing}`;
}

export const returningLeaf = {
  /** @param {{ year?: number | null }} params */
  async enter({ year = null }) {
    here = { ...fresh(), year, years: await journal.years() };
    // The room is shown at once; gathering from thousands of pages takes a moment.
    void gather();
  },

  leave() {
    here = fresh();
  },

  view() {
    const { years, year } = here;
    const which = years.length < 2 ? nothing : html`<label class="looking-jump"><span>${t("looking-back-returning-when")}</span>
      <select class="box" data-t="returning-when" @change=${onYear}><option value="" ?selected=${year === null}>${t("looking-back-returning-always")}</option>
        ${years.map((each) => html`<option value=${each} ?selected=${each === year}>${yearHeading(each)}</option>`)}</select></label>`;
    return html`<div class="looking" data-t="returning">${leafHead(t("looking-back-returning"), which)}
      <p class="looking-hint">${t("looking-back-returning-told")}</p>
      ${foundView()}</div>`;
  },
};
