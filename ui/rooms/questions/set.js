// @ts-check
// One set: its questions, in an order nobody has to follow; a walk through it; the set as a file.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import * as journal from "../../journal.js";
import { hintOf } from "../../elements/question-card.js";
import { icon } from "../../elements/icons.js";
import { copiesStill } from "../../elements/own-field.js";
import { use } from "../../lib/asking.js";
import { led, t } from "../../lib/i18n.js";
import { fromHere, go, refresh, say, state, tell } from "../../lib/store.js";
import { beginWalk } from "../../lib/walk.js";
import { wordsIn } from "../../lib/wording.js";
import { audienceWords, forgetLeaf, questionLine, wayBack } from "../questions.js";

/** @import { Question, QuestionSet, QuestionSetLine } from "../../wire.js" */

/** @type {QuestionSet | null} */
let shown = null;
let letting = false;
let written = false;
/** Grows with every set that is opened. */
let turn = 0;

/** @param {string} id */
export async function openSet(id) {
  const mine = ++turn;
  const set = await journal.questionSet(id);
  // Another one was opened meanwhile.
  if (mine !== turn) return;
  shown = set;
  letting = written = false;
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

/** @param {QuestionSetLine} line */
const toFile = (line) => doing(async () => {
  const mine = turn;
  const done = await journal.saveQuestionSet(line.id);
  if (mine === turn) written = done;
  if (done) say(t("questions-file-written"));
});

/** @param {QuestionSetLine} line @param {boolean} suggest */
const offer = (line, suggest) => doing(async () => {
  const mine = turn;
  const { title, purpose, task, audience, questions } = line;
  await journal.changeQuestionSet(line.id, { title, purpose, task, audience, questions, suggest });
  const set = await journal.questionSet(line.id);
  if (mine === turn) shown = set;
});

/** @param {QuestionSetLine} line */
const erase = (line) => doing(async () => {
  const on = fromHere();
  await journal.eraseQuestionSet(line.id);
  say(t("questions-set-erased"));
  if (!on.still()) return;
  forgetLeaf();
  await on.go("questions");
});

/** @param {Question} question @param {QuestionSetLine} line */
function oneOf(question, line) {
  return html`<li class="set-question" data-t="set-question" data-question=${question.id}>
    ${questionLine(question, line.id)}
    ${hintOf(question)}
    <div class="acts">
      ${state.readOnly ? nothing : html`<button class="link" type="button" data-t="use" aria-label=${t("questions-use-named", { question: wordsIn(question.text).text })}
        @click=${() => use(question, { set: line.id })}>${t("questions-use")}</button>`}
      ${question.grown ? html`<button class="link" type="button" data-t="grown" @click=${() => go("questions", { question: question.grown, set: line.id })}>${t("questions-grown")}</button>` : nothing}
    </div>
  </li>`;
}

/** @param {QuestionSetLine} line */
function filePart(line) {
  return html`<details data-t="set-file"><summary>${icon("down")}${t("questions-to-file")}</summary>
    <div class="stack"><p class="soft">${t("questions-to-file-what")}</p>
      <button class="btn" type="button" data-t="set-to-file" @click=${() => toFile(line)}>${t("questions-to-file-do")}</button>
      ${written ? html`<p class="with-icon" data-t="set-written">${icon("check")}<span>${t("questions-file-written")}</span></p>` : nothing}</div>
  </details>`;
}

/** What may be done with a set that is one's own, or came from somebody. @param {QuestionSetLine} line */
function ownPart(line) {
  if (line.origin === "built_in" || state.readOnly) return nothing;
  return html`<label class="choice bare"><input type="checkbox" data-t="set-offered" .checked=${live(line.suggest)}
      @change=${(/** @type {Event} */ event) => offer(line, /** @type {HTMLInputElement} */ (event.target).checked)}>
      <span>${t("questions-offered")}<small>${t("questions-offered-why")}</small></span></label>
    <div class="cluster">
      <button class="btn" type="button" data-t="set-change" @click=${() => go("questions", { leaf: "own-set", set: line.id })}>${icon("pencil")}<span>${t("questions-set-change")}</span></button>
      <button class="btn quiet" type="button" data-t="set-erase" aria-expanded=${letting} @click=${() => { letting = !letting; refresh(); }}>${t("questions-set-erase")}</button>
    </div>
    ${letting ? html`<div class="reading-said"><p>${led(t("questions-set-erase-told"))}${copiesStill()}</p>
      <button class="btn care" type="button" data-t="set-erase-do" @click=${() => erase(line)}>${icon("close")}<span>${t("questions-set-erase")}</span></button></div>` : nothing}`;
}

export function setView() {
  if (!shown) return html`${wayBack()}<h1 tabindex="-1">${t("common-questions")}</h1>`;
  const { line, questions } = shown;
  const [title, purpose] = [wordsIn(line.title), wordsIn(line.purpose)];
  const audience = audienceWords(line.audience);
  return html`${wayBack()}
    <h1 tabindex="-1" dir="auto" lang=${title.lang || nothing} data-t="set-title">${title.text}</h1>
    ${purpose.text ? html`<p class="lead" dir="auto" lang=${purpose.lang}>${purpose.text}</p>` : nothing}
    ${audience ? html`<p class="soft small">${t("questions-for", { audience })}</p>` : nothing}
    ${questions.length > 0 && !state.readOnly ? html`<div class="cluster">
      <button class="btn primary" type="button" data-t="set-walk" @click=${() => beginWalk(line)}>${t("questions-walk-this")}</button></div>` : nothing}
    <p class="soft small">${t("questions-order")}</p>
    <ul class="set-questions">${questions.map((question) => oneOf(question, line))}</ul>
    ${ownPart(line)}
    ${questions.length > 0 ? filePart(line) : nothing}`;
}
