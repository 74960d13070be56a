// @ts-check
// The question above the sheet. Nothing is asked until the person wishes it; an empty page is the other choice and
// stays in reach.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { about, another, present, setOf, takeOff, withoutOne } from "../lib/asking.js";
import { desk } from "../lib/desk.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { go, state } from "../lib/store.js";
import { beginWalk, isWalking, walk } from "../lib/walk.js";
import { inPhrases, wordsIn } from "../lib/wording.js";
import { icon } from "./icons.js";
import { inLines } from "./phrases.js";
import { sitButton } from "./sit.js";

/** @import { Asked, Question } from "../wire.js" */

/** The few words beside a question. @param {Question | null} question */
export function hintOf(question) {
  if (!question) return nothing;
  const { lang, text } = wordsIn(question.hint);
  return text ? html`<p class="why" dir="auto" lang=${lang} data-t="hint">${text}</p>` : nothing;
}

/** After writing without a question the caret belongs in the sheet. */
function writeWithout() {
  withoutOne();
  focusOn("[data-t=sheet]");
}

/** @param {Asked} asked */
function walkButton(asked) {
  if (isWalking() && asked.sitting === walk.sitting) {
    return html`<button class="link" type="button" data-t="walk-on" @click=${() => go("sitting")}>${t("questions-walk-on")}</button>`;
  }
  const set = setOf(asked.set ?? about(asked.question)?.set ?? null);
  if (!set || set.questions.length < 2) return nothing;
  return html`<button class="link" type="button" data-t="walk" @click=${() => beginWalk(set)}>${t("questions-walk", { set: wordsIn(set.title).text })}</button>`;
}

/** @param {Asked} asked */
function acts(asked) {
  return html`<div class="acts">
    <button class="link" type="button" data-t="another" aria-keyshortcuts="Alt+Q" @click=${another}>${t("questions-another")}</button>
    ${desk.page ? nothing : walkButton(asked)}
    <button class="link" type="button" data-t="ask-differently" @click=${() => go("questions", { question: asked.question, differently: true })}>${t("questions-differently")}</button>
    ${desk.page ? html`<button class="link" type="button" data-t="take-off" @click=${takeOff}>${t("questions-take-off")}</button>` : html`<button class="link" type="button" data-t="write-without" @click=${writeWithout}>${t("questions-without")}</button>${sitButton()}`}
  </div>`;
}

export function questionCard() {
  if (state.journal !== "open") return nothing;
  const asked = present();
  if (!asked) {
    return html`<div class="ask-me"><button class="link" type="button" data-t="ask-me" aria-keyshortcuts="Alt+Q" @click=${another}>
      ${icon("question")}<span>${t("questions-if-you-like")}</span></button>${desk.page ? nothing : sitButton()}</div>`;
  }
  const earlier = desk.writing.asked.slice(0, -1);
  return html`<section class="ask" aria-labelledby="asked" data-t="asked">
    ${earlier.map(({ text, lang }) => html`<p class=${inPhrases("ask-before", text, lang)} dir="auto" lang=${lang || nothing}>${inLines(text, lang)}</p>`)}
    <h2 class=${inPhrases("q", asked.text, asked.lang)} id="asked" dir="auto" lang=${asked.lang || nothing} data-t="question">${inLines(asked.text, asked.lang)}</h2>
    ${hintOf(about(asked.question))}
    ${acts(asked)}
  </section>`;
}
