// @ts-check
// What can be begun in an exchange: one question that both answer. Nothing is proposed that was not wished
// for, and a question is chosen by whoever begins.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { questionSet, questionSets } from "../journal.js";
import { askedNow } from "../lib/letter-answer.js";
import { t } from "../lib/i18n.js";
import { go, refresh, tell } from "../lib/store.js";
import { wordsIn } from "../lib/wording.js";
import { icon } from "./icons.js";

/** @import { Companion, Question, QuestionSetLine } from "../wire.js" */

const fresh = () => ({
  /** @type {QuestionSetLine[]} */
  sets: [],
  /** @type {Question[]} */
  questions: [],
});

let here = fresh();

export function forgetBegin() {
  here = fresh();
}

/** @param {Event} event */
async function unfold(event) {
  if (!(/** @type {HTMLDetailsElement} */ (event.target).open) || here.sets.length > 0) return;
  try {
    // Frightened ground is nothing to ask of somebody else.
    here.sets = (await questionSets()).filter(({ audience }) => audience.includes("pair"));
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {Event} event */
async function chooseSet(event) {
  const id = /** @type {HTMLSelectElement} */ (event.target).value;
  try {
    here.questions = id ? (await questionSet(id)).questions : [];
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {Companion} companion */
function sameView(companion) {
  /** @param {SubmitEvent} event */
  const begin = async (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLSelectElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("question"));
    if (!value) return;
    try {
      await go("letters", { answer: "same", to: companion.id, asked: await askedNow(value) });
    } catch (trouble) {
      tell(trouble);
    }
  };
  return html`<details data-t="same-fold" @toggle=${unfold}><summary>${icon("down")}${t("threads-same")}</summary><form class="stack wide" @submit=${begin}>
    <p class="small soft">${t("threads-same-begin-told")}</p>
    <div class="field"><label for="same-set">${t("threads-same-set")}</label><select class="box" id="same-set" data-t="same-set" @change=${chooseSet}><option value="">—</option>
      ${here.sets.map(({ id, title }) => html`<option value=${id}>${wordsIn(title).text}</option>`)}</select></div>
    ${here.questions.length > 0 ? html`<div class="field"><label for="same-question">${t("threads-same-question")}</label><select class="box" id="same-question" name="question" data-t="same-choose">
      ${here.questions.map(({ id, text }) => html`<option value=${id}>${wordsIn(text).text}</option>`)}</select></div>
      <div><button class="btn" type="submit" data-t="same-begin">${t("letter-same-write")}</button></div>` : nothing}</form></details>`;
}

/** @param {Companion} companion */
export function threadBegin(companion) {
  return sameView(companion);
}
