// @ts-check
// What is shown only when it is asked for: a year on a page, words I return to, an opening, a page from this day, an
// old question. It lies in a fold of Looking back, and nothing of it is fetched before it is pressed. What was not
// wanted again stands there too, and may come again.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { pagesNotAgain, thisPageAgain } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, refresh, say, state, tell } from "../../lib/store.js";

/** @import { PageLine } from "../../wire.js" */

const held = {
  open: false,
  /** @type {PageLine[]} */
  notAgain: [],
};

export function forgetAsked() {
  Object.assign(held, { open: false, notAgain: [] });
}

/** Asks which pages are not shown any more, when the fold stands open. */
export async function askedAnew() {
  if (held.open) held.notAgain = await pagesNotAgain();
}

/** @param {Event} event */
async function onFold(event) {
  held.open = /** @type {HTMLDetailsElement} */ (event.target).open;
  try {
    await askedAnew();
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {PageLine} line */
async function again({ id }) {
  try {
    await thisPageAgain(id);
    await askedAnew();
    say(t("looking-back-again-kept"));
    refresh();
    focusOn("[data-t=asked] summary");
  } catch (trouble) {
    tell(trouble);
  }
}

/** The ways of asking, each with the leaf it leads to. @returns {[string, string, Record<string, string>][]} */
const ways = () => [
  ["ask-year", t("looking-back-year"), { leaf: "year" }],
  ["ask-returning", t("looking-back-returning"), { leaf: "returning" }],
  ["ask-opening", t("looking-back-opening"), { leaf: "shown", what: "opening" }],
  ["ask-day", t("looking-back-day"), { leaf: "shown", what: "day" }],
  ["ask-question", t("looking-back-question"), { leaf: "shown", what: "question" }],
];

function notAgainView() {
  if (held.notAgain.length === 0) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="not-again"><h2 class="looking-small" id="not-again">${t("looking-back-not-again-list")}</h2>
    <ul>${held.notAgain.map((line) => html`<li data-t="not-again-page"><span class="looking-aside-day">${dayLong(line.day)}</span>
      <span class="looking-aside-words" dir="auto" lang=${line.lang || nothing}>${line.title || line.opening || t("looking-back-untitled")}</span>
      ${state.readOnly ? nothing : html`<button type="button" class="btn" data-t="again" aria-label=${t("looking-back-again-named", { day: dayLong(line.day), words: line.title || line.opening })}
        @click=${() => again(line)}>${t("looking-back-again")}</button>`}</li>`)}</ul></section>`;
}

export function askedFold() {
  return html`<details class="looking-aside looking-asked" data-t="asked" ?open=${held.open} @toggle=${onFold}><summary>${icon("down")}${t("looking-back-asked")}</summary>
    <p class="looking-hint">${t("looking-back-asked-told")}</p>
    <div class="cluster">${ways().map(([name, words, params]) => html`<button type="button" class="btn" data-t=${name} @click=${() => go("looking-back", params)}>${words}</button>`)}</div>
    ${notAgainView()}
  </details>`;
}
