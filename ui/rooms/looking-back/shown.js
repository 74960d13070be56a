// @ts-check
// One thing shown because it was asked for: an opening, a page from this day in another year, or an old question. It
// comes one at a time, another only when that is asked for, and "not this one again" is remembered.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import * as journal from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { shapeIcon } from "../../elements/moment-shape.js";
import { inLines } from "../../elements/phrases.js";
import { askAnew, use } from "../../lib/asking.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, refresh, say, state, tell, tieCalled } from "../../lib/store.js";
import { inPhrases, wordsIn } from "../../lib/wording.js";
import { leafHead } from "./leaf.js";

/** @import { MomentLine, PageLine, Question } from "../../wire.js" */
/** @typedef {"opening" | "day" | "question"} What */

/** How often something is drawn anew so that "another" shows another. */
const DRAWS = 8;

const fresh = () => ({
  /** @type {What} */
  what: "opening",
  /** @type {MomentLine | null} */
  opening: null,
  /** @type {PageLine | null} */
  page: null,
  /** @type {Question | null} */
  question: null,
  /** There was no other to be shown. */
  only: false,
});

let here = fresh();

const shownNow = () => here.opening?.moment.id ?? here.page?.id ?? here.question?.id ?? "";

async function drawOnce() {
  const { what } = here;
  const [opening, page, question] = [
    what === "opening" ? await journal.anOpening() : null,
    what === "day" ? await journal.aPageFromThisDay() : null,
    what === "question" ? await journal.anOldQuestion() : null,
  ];
  Object.assign(here, { opening, page: opening?.page ?? page, question });
}

/** Draws one, another than the one that is shown when there is another. */
async function draw() {
  const before = shownNow();
  for (let turn = 0; turn < DRAWS; turn += 1) {
    await drawOnce();
    if (shownNow() !== before || before === "") break;
  }
  here.only = before !== "" && shownNow() === before;
}

/** @param {() => Promise<unknown>} does */
async function step(does) {
  try {
    await does();
    refresh();
    focusOn("[data-t=shown-words], [data-t=shown-none]");
  } catch (trouble) {
    tell(trouble);
  }
}

const another = () => step(async () => {
  await draw();
  if (here.only) say(t("looking-back-shown-only"));
});

const notAgain = () => step(async () => {
  if (here.question) {
    await journal.wishOfQuestion(here.question.id, "not_again");
    askAnew();
  } else if (here.page) await journal.notThisPageAgain(here.page.id);
  const { what } = here;
  here = { ...fresh(), what };
  await draw();
  say(t("looking-back-not-again-kept"));
});

/** @param {What} what */
function words(what) {
  const told = {
    opening: { name: t("looking-back-opening"), none: t("looking-back-opening-none"), again: t("looking-back-not-again") },
    day: { name: t("looking-back-day"), none: t("looking-back-day-none"), again: t("looking-back-not-again") },
    question: { name: t("looking-back-question"), none: t("looking-back-question-none"), again: t("questions-wish-not-again") },
  };
  return told[what];
}

/** @param {PageLine} page */
function pageWords(page) {
  const { opening } = here;
  const said = opening?.moment.words || page.title || page.opening || t("looking-back-untitled");
  const names = (opening?.moment.tie ? [opening.moment.tie] : page.ties).map(tieCalled).filter((name) => name !== "");
  const about = opening?.moment.words ? page.title || page.opening : page.title ? page.opening : "";
  return html`<p class="soft">${dayLong(page.day)}</p>
    <h2 class="q shown-words" tabindex="-1" dir="auto" lang=${(opening?.moment.words ? opening.moment.lang : page.lang) || nothing} data-t="shown-words">${opening ? shapeIcon("ring") : nothing}${said}</h2>
    ${about ? html`<p class="shown-about" dir="auto" lang=${page.lang || nothing}>${about}</p>` : nothing}
    ${names.length > 0 ? html`<p class="page-line-about">${names.map((name) => html`<span class="page-line-tie" dir="auto">${name}</span>`)}</p>` : nothing}`;
}

/** @param {Question} question */
function questionWords(question) {
  const { lang, text } = wordsIn(question.text);
  return html`<h2 class=${inPhrases("q shown-words", text, lang)} tabindex="-1" dir="auto" lang=${lang || nothing} data-t="shown-words">${inLines(text, lang)}</h2>`;
}

function acts() {
  const { page, question, what } = here;
  return html`<div class="cluster">
    ${page ? html`<button class="btn" type="button" data-t="shown-read" @click=${() => go("looking-back", { page: page.id, came: { leaf: "shown", what } })}>${icon("lines")}<span>${t("looking-back-shown-read")}</span></button>` : nothing}
    ${question && !state.readOnly ? html`<button class="btn" type="button" data-t="shown-use" @click=${() => use(question)}>${icon("pencil")}<span>${t("questions-on-new-page")}</span></button>
      <button class="btn quiet" type="button" data-t="shown-differently" @click=${() => go("questions", { question: question.id, differently: true })}>${t("questions-differently")}</button>` : nothing}
    <button class="btn quiet" type="button" data-t="shown-another" @click=${another}>${icon("again")}<span>${t("looking-back-shown-another")}</span></button>
    ${state.readOnly ? nothing : html`<button class="btn quiet" type="button" data-t="shown-not-again" @click=${notAgain}>${words(what).again}</button>`}
  </div>`;
}

export const shownLeaf = {
  /** @param {{ what?: What }} params */
  async enter({ what = "opening" }) {
    here = { ...fresh(), what };
    await draw();
  },

  leave() {
    here = fresh();
  },

  view() {
    const { page, question, what, only } = here;
    const { name, none } = words(what);
    return html`<div class="looking" data-t="shown">${leafHead(name)}
      ${page || question ? html`<section class="card stack rest" data-t="shown-card">${page ? pageWords(page) : nothing}${question ? questionWords(question) : nothing}
          ${only ? html`<p class="soft" data-t="shown-only">${t("looking-back-shown-only")}</p>` : nothing}${acts()}</section>`
        : html`<p class="looking-empty" tabindex="-1" data-t="shown-none">${none}</p>`}
      <p class="looking-hint">${t("looking-back-shown-told")}</p></div>`;
  },
};
