// @ts-check
// A sitting: one question on screen, the sheet below it, and every way on. Nothing here counts, and nothing here is
// unfinished: a sitting ends wherever the person says that it is enough.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../elements/icons.js";
import { lensesFold } from "../elements/lenses.js";
import { inLines } from "../elements/phrases.js";
import { hintOf } from "../elements/question-card.js";
import { beginDifferently, differentlyView, foldDifferently, isAskingDifferently } from "../elements/question-moves.js";
import { riseFromSitting, sitButton, sitView } from "../elements/sit.js";
import { foldTies, tiePicker } from "../elements/tie-picker.js";
import { about } from "../lib/asking.js";
import { closeTheBook } from "../lib/closing.js";
import { desk, gather, keepNow } from "../lib/desk.js";
import { t } from "../lib/i18n.js";
import { go, state } from "../lib/store.js";
import {
  anotherOfWalk, askedDifferently, choose, comeBackLater, endWalk, enoughOfWalk, furtherQuestion, isWalking, keepAndBegin, otherQuestions, questionHere, resumeWalk, setQuestionAside, stepBack, walk,
} from "../lib/walk.js";
import { inPhrases, wordsIn } from "../lib/wording.js";
import { paper } from "./today.js";

/** @import { Question } from "../wire.js" */

function waitingView() {
  return html`<section class="stack" data-t="sitting-waits">
    <h1 tabindex="-1">${t("sitting-begun")}</h1>
    <p class="lead">${t("sitting-begun-more")}</p>
    <div class="cluster">
      <button class="btn primary" type="button" data-t="sitting-keep-and-begin" @click=${keepAndBegin}>${t("sitting-keep-and-begin")}</button>
      <button class="btn" type="button" data-t="sitting-back-to-page" @click=${() => { endWalk(); go("today", { write: true }); }}>${t("sitting-back-to-page")}</button>
    </div>
  </section>`;
}

function others() {
  const rest = otherQuestions();
  if (rest.length === 0) return nothing;
  return html`<details class="walk-others" data-t="sitting-others"><summary>${icon("down")}${t("sitting-any-order")}</summary>
    <ul>${rest.map((other) => {
      const { lang, text } = wordsIn(other.text);
      return html`<li><button class="link" type="button" dir="auto" lang=${lang} data-t="sitting-choose" @click=${() => choose(other)}>${text}</button></li>`;
    })}</ul>
  </details>`;
}

function asideNow() {
  if (!walk.asideNow) return nothing;
  return html`<div class="walk-aside" data-t="sitting-aside-told"><p>${t("sitting-aside-told")}</p>
    <button class="link" type="button" data-t="sitting-later" @click=${comeBackLater}>${t("sitting-later")}</button></div>`;
}

/** The field for other words belongs to the sheet it was opened above. */
const differentlyHere = () => `walk ${desk.turn}`;

/** @param {Question | null} question As it is asked here. */
function differentlyButton(question) {
  if (!question) return nothing;
  const place = differentlyHere();
  const at = walk.way[walk.here];
  return html`<button class="link" type="button" data-t="differently" aria-expanded=${isAskingDifferently(place)} @click=${() => beginDifferently({ place, question, done: (kept, on) => askedDifferently(kept, at, on) })}>${t("questions-differently")}</button>`;
}

function walkingView() {
  const question = questionHere();
  const asked = desk.writing.asked.at(-1);
  if (!question) return html`<h1 tabindex="-1">${t("sitting-title")}</h1>`;
  const words = asked ?? wordsIn(question.text);
  const title = walk.set ? wordsIn(walk.set.title) : { lang: "", text: "" };
  return html`<p class="walk-set"><span dir="auto" lang=${title.lang || nothing}>${title.text}</span></p>
    <section class="ask" aria-labelledby="asked" data-t="asked">
      <h1 class=${inPhrases("q", words.text, words.lang)} id="asked" tabindex="-1" dir="auto" lang=${words.lang || nothing} data-t="question">${inLines(words.text, words.lang)}</h1>
      ${hintOf(question)}
      <div class="acts">
        <button class="link" type="button" data-t="another" aria-keyshortcuts="Alt+Q" @click=${anotherOfWalk}>${t("questions-another")}</button>
        <button class="link" type="button" data-t="sitting-aside" @click=${setQuestionAside}>${t("sitting-aside")}</button>
        ${differentlyButton(asked ? about(asked.question) : question)}
        ${walk.here > 0 ? html`<button class="link" type="button" data-t="sitting-back" @click=${stepBack}>${t("common-back")}</button>` : nothing}
        ${sitButton()}
      </div>
      ${asideNow()}
    </section>
    ${sitView()}
    ${differentlyView(differentlyHere())}
    ${tiePicker()}
    ${paper(html`<button class="btn primary" type="button" data-t="sitting-enough" @click=${enoughOfWalk}>${t("sitting-enough")}</button>`)}
    ${lensesFold()}
    ${others()}`;
}

/** Mostly not there: a question from further away, where a walk of the practice ends. */
function furtherView() {
  const question = furtherQuestion();
  if (!question) return nothing;
  const { lang, text } = wordsIn(question.text);
  return html`<p class="soft" data-t="sitting-further">${t("sitting-further")}
    <button class="link" type="button" dir="auto" lang=${lang || nothing} data-t="sitting-write-further" @click=${() => choose(question)}>${text}</button></p>`;
}

function closingView() {
  const { last } = walk;
  const words = last ? wordsIn(last.text) : null;
  return html`<section class="stack walk-close" data-t="sitting-closing">
    <h1 tabindex="-1">${t("sitting-close")}</h1>
    <p class="lead">${t("sitting-close-more")}</p>
    ${last && words ? html`<div class="ask" data-t="sitting-last">
      <p class="why">${t("sitting-last")}</p>
      <h2 class=${inPhrases("q", words.text, words.lang)} dir="auto" lang=${words.lang || nothing}>${inLines(words.text, words.lang)}</h2>
      ${hintOf(last)}
      <div class="acts"><button class="link" type="button" data-t="sitting-write-last" @click=${() => choose(last)}>${t("sitting-write-last")}</button></div>
    </div>` : nothing}
    ${furtherView()}
    <div class="cluster">
      <button class="btn primary" type="button" data-t="sitting-close-book" @click=${() => { endWalk(); closeTheBook(); }}>${icon("lock")}<span>${t("common-close-book")}</span></button>
      <button class="btn" type="button" data-t="sitting-end" @click=${() => { endWalk(); go("today"); }}>${t("sitting-end")}</button>
      ${walk.here >= 0 ? html`<button class="btn quiet" type="button" data-t="sitting-not-yet" @click=${stepBack}>${t("sitting-not-yet")}</button>` : nothing}
    </div>
  </section>`;
}

export const sitting = {
  name: "sitting",

  async enter() {
    await resumeWalk();
  },

  async leave() {
    state.sitting = false;
    foldTies();
    foldDifferently();
    gather();
    await keepNow();
  },

  main() {
    if (walk.waiting) return waitingView();
    if (!isWalking() || state.readOnly) return html`<h1 tabindex="-1">${t("sitting-title")}</h1><p class="lead">${t("sitting-none")}</p>`;
    return walk.step === "closing" ? closingView() : walkingView();
  },

  /** @returns {boolean} */
  back() {
    if (riseFromSitting()) return true;
    if (walk.step !== "closing" || walk.here < 0) return false;
    void stepBack();
    return true;
  },
};
