// @ts-check
// One question: what it is asked as now, everything it was asked as before, the pages that answered it, and another
// way to ask it. No wording is said to be a better one, and none is taken away unless the person erases it.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import * as journal from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { pageLine } from "../../elements/page-line.js";
import { copiesStill } from "../../elements/own-field.js";
import { inLines } from "../../elements/phrases.js";
import { hintOf } from "../../elements/question-card.js";
import { wholeColumn } from "../../elements/question-column.js";
import { beginDifferently, differentlyView, foldDifferently, isAskingDifferently } from "../../elements/question-moves.js";
import { askAnew, use } from "../../lib/asking.js";
import { focusOn } from "../../lib/focus.js";
import { led, t } from "../../lib/i18n.js";
import { fromHere, go, refresh, say, state, tell } from "../../lib/store.js";
import { inPhrases, isSame, wordsIn } from "../../lib/wording.js";
import { forgetLeaf, wayBack } from "../questions.js";

/** @import { FromHere } from "../../lib/store.js" */
/** @import { Lineage, LineageWording, Pages, Question, QuestionWish, WordingRef } from "../../wire.js" */

const shown = {
  /** @type {Question | null} */
  question: null,
  /** @type {Lineage} */
  lineage: { wordings: [] },
  /** As far as they were asked for. @type {Pages} */
  pages: { lines: [], more: false },
  /** The set it was come from. @type {string | null} */
  set: null,
  /** @type {WordingRef | null} The wording about to be erased. */
  erasing: null,
};

/** Grows with every question that is opened. */
let turn = 0;

/** Where the field for other words stands. */
const HERE = "question";

/** @param {Record<string, any>} params */
export async function openQuestion({ question: id, set = null, differently = false }) {
  const mine = ++turn;
  const [question, lineage, pages] = await Promise.all([journal.question(id), journal.lineage(id), journal.pagesAsked(id, null)]);
  // Another one was opened meanwhile.
  if (mine !== turn) return;
  Object.assign(shown, { question, lineage, pages, set, erasing: null });
  foldDifferently();
  if (differently) void beginDifferently({ place: HERE, question, done });
}

/** @param {() => Promise<void>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

const furtherPages = () => doing(async () => {
  const { question, pages: held } = shown;
  if (!question) return;
  const { lines, more } = await journal.pagesAsked(question.id, held.lines.at(-1)?.place ?? null);
  if (shown.pages !== held) return;
  shown.pages = { lines: [...held.lines, ...lines], more };
  refresh();
  if (lines[0]) focusOn(`#open-${lines[0].id}`);
});

/** A new wording was kept. @param {Question} question @param {FromHere} on */
async function done(question, on) {
  askAnew();
  say(t("questions-kept"));
  if (!on.still()) return;
  forgetLeaf();
  await on.go("questions", { question: question.id, set: shown.set });
}

/** @param {QuestionWish} wish */
const wishFor = (wish) => doing(async () => {
  const { question } = shown;
  if (!question) return;
  const wished = question.wish === wish ? null : wish;
  await journal.wishOfQuestion(question.id, wished);
  if (shown.question === question) shown.question = { ...question, wish: wished };
});

/** @param {WordingRef} wording */
const erase = (wording) => doing(async () => {
  const on = fromHere();
  const { lineage, set } = shown;
  await journal.eraseWording(wording);
  askAnew();
  say(t("questions-wording-erased"));
  if (!on.still()) return;
  forgetLeaf();
  const left = lineage.wordings.findLast((one) => !isSame(one.wording, wording));
  // The last wording goes with its question; whatever it grew out of is still there.
  const own = lineage.wordings.filter((one) => one.wording.question === wording.question).length > 1;
  const to = own ? wording.question : left?.wording.question;
  await on.go("questions", to ? { question: to, set } : {});
});

/** @param {LineageWording} one @param {Question} question */
function below(one, question) {
  const by = { opened: t("questions-move-opened"), us: t("questions-move-us"), assumption_named: t("questions-move-assumption"), toward: t("questions-move-toward"), slower: t("questions-move-slower"), other: t("questions-move-other") };
  const erasable = one.origin !== "built_in" && one.at !== null;
  return html`${one.move ? html`<span class="when">${by[one.move]}</span>` : nothing}
    ${one.changed_because ? html`<p class="because" dir="auto">${t("questions-because", { because: one.changed_because })}</p>` : nothing}
    ${one.opened ? html`<p class="because" dir="auto">${t("questions-opened", { words: one.opened })}</p>` : nothing}
    ${state.readOnly ? nothing : html`<div class="acts">
      <button class="link" type="button" data-t="branch" aria-label=${t("questions-branch-named", { question: wordsIn(one.text).text })} @click=${() => beginDifferently({ place: HERE, question: { ...question, text: one.text }, from: one.wording, done })}>${t("questions-branch")}</button>
      ${erasable ? html`<button class="link" type="button" data-t="wording-erase" aria-label=${t("questions-wording-erase-named", { question: wordsIn(one.text).text })}
        @click=${() => { shown.erasing = one.wording; refresh(); }}>${t("questions-wording-erase")}</button>` : nothing}</div>`}
    ${shown.erasing && isSame(shown.erasing, one.wording) ? html`<div class="reading-said"><p>${led(t("questions-wording-erase-told"))}${copiesStill()}</p>
      <button class="btn care" type="button" data-t="wording-erase-do" @click=${() => erase(one.wording)}>${icon("close")}<span>${t("questions-wording-erase")}</span></button>
      <button class="btn quiet" type="button" @click=${() => { shown.erasing = null; refresh(); }}>${t("questions-not-now")}</button></div>` : nothing}`;
}

function pagesPart() {
  const { lines, more } = shown.pages;
  if (lines.length === 0) return nothing;
  const open = (/** @type {string} */ id) => void go("looking-back", { page: id });
  return html`<section aria-labelledby="asked-pages" data-t="asked-pages"><h2 id="asked-pages">${t("questions-pages")}</h2>
    <div>${lines.map((line) => pageLine(line, { open, wholeDay: true, level: "h3" }))}</div>
    ${more ? html`<div><button class="btn quiet" type="button" data-t="asked-pages-further" @click=${furtherPages}>${t("questions-pages-further")}</button></div>` : nothing}</section>`;
}

/** @param {Question} question */
function acts(question) {
  if (state.readOnly) return nothing;
  const { wish } = question;
  return html`<div class="cluster">
    <button class="btn primary" type="button" data-t="use" @click=${() => use(question, { set: shown.set })}>${icon("pencil")}<span>${t("questions-use")}</span></button>
    <button class="btn" type="button" data-t="differently" aria-expanded=${isAskingDifferently(HERE)} @click=${() => beginDifferently({ place: HERE, question, done })}>${t("questions-differently")}</button>
    <button class="btn quiet" type="button" data-t="wish-later" aria-pressed=${wish === "later"} @click=${() => wishFor("later")}>${wish === "later" ? icon("check") : nothing}<span>${t("questions-wish-later")}</span></button>
    <button class="btn quiet" type="button" data-t="wish-not-again" aria-pressed=${wish === "not_again"} @click=${() => wishFor("not_again")}>${wish === "not_again" ? icon("check") : nothing}<span>${t("questions-wish-not-again")}</span></button>
  </div>`;
}

export function questionView() {
  const { question, lineage } = shown;
  if (!question) return html`${wayBack()}<h1 tabindex="-1">${t("common-questions")}</h1>`;
  const { lang, text } = wordsIn(question.text);
  return html`${wayBack()}
    <section class="ask"><h1 class=${inPhrases("q", text, lang)} tabindex="-1" dir="auto" lang=${lang || nothing} data-t="question-title">${inLines(text, lang)}</h1>${hintOf(question)}</section>
    ${acts(question)}
    ${differentlyView(HERE)}
    <section aria-labelledby="question-wordings" class="note"><h2 id="question-wordings">${t("questions-changed")}</h2>
      ${wholeColumn(lineage.wordings, { question: question.id, n: question.n }, (one) => below(one, question))}</section>
    ${pagesPart()}`;
}
