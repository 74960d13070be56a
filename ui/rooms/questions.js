// @ts-check
// Questions: the sets there are, one's own questions, what came from others. A set is an order somebody suggests; a
// question may be asked differently for years. This file knows where we are in the room; the leaves draw themselves.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { live } from "../vendor/lit-html/directives/live.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { inLines } from "../elements/phrases.js";
import { askAnew } from "../lib/asking.js";
import { t } from "../lib/i18n.js";
import { focusOn } from "../lib/focus.js";
import { change } from "../lib/look.js";
import { go, refresh, state, tell } from "../lib/store.js";
import { isWalking } from "../lib/walk.js";
import { inPhrases, wordsIn } from "../lib/wording.js";
import { fromFilePart, leaveFromFile } from "./questions/from-file.js";
import { newQuestionView, openNewQuestion } from "./questions/new-question.js";
import { openQuestion, questionView } from "./questions/question.js";
import { leaveOwnSet, openOwnSet, ownSetView } from "./questions/own-set.js";
import { openSet, setView } from "./questions/set.js";

/** @import { Audience, Question, Questions, QuestionSetLine } from "../wire.js" */

/** How many questions come at once. */
const MANY = 500;

/** @returns {Questions} */
const none = () => ({ questions: [], more: false });

const shelf = {
  /** @type {QuestionSetLine[]} */
  sets: [],
  /** One's own, as far as they were asked for. */
  mine: none(),
  /** From others, in the same way. */
  received: none(),
  /** @type {Question[]} */
  later: [],
  /** @type {Question[]} */
  notAgain: [],
};

/** @typedef {"list" | "set" | "question" | "new-question" | "own-set"} Leaf */
/** @type {Leaf} */
let leaf = "list";
/** The way back inside the room. @type {Record<string, any>[]} */
let way = [];

/** @param {"mine" | "received"} origin @param {string | null} after The last that stands here already. */
const some = (origin, after = null) => journal.questions({ words: "", origin, after, limit: MANY });

async function readShelf() {
  const [sets, mine, received, later, notAgain] = await Promise.all([
    journal.questionSets(), some("mine"), some("received"), journal.questionsWished("later"), journal.questionsWished("not_again"),
  ]);
  Object.assign(shelf, { sets, mine, received, later, notAgain });
}

/** @param {"mine" | "received"} origin */
async function further(origin) {
  const held = shelf[origin];
  try {
    const { questions: found, more } = await some(origin, held.questions.at(-1)?.id ?? null);
    if (shelf[origin] !== held) return;
    shelf[origin] = { questions: [...held.questions, ...found], more };
    refresh();
    const first = `[data-t=${origin}-list] > :nth-child(${held.questions.length + 1}) [data-t=question-line]`;
    focusOn(first);
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {readonly Audience[]} audience @returns {string} For whom a set is, in words. */
export function audienceWords(audience) {
  const said = { alone: t("questions-for-alone"), pair: t("questions-for-pair"), group: t("questions-for-group") };
  return audience.map((each) => said[each]).join(t("questions-for-between"));
}

/** A question as a line that leads to its own page. @param {Question} question @param {string | null} [set] */
export function questionLine(question, set = null) {
  const { lang, text } = wordsIn(question.text);
  return html`<button class=${inPhrases("link question-line", text, lang)} type="button" dir="auto" lang=${lang || nothing} data-t="question-line"
    @click=${() => go("questions", { question: question.id, set })}><span>${inLines(text, lang)}</span></button>`;
}

/** @param {QuestionSetLine} set */
function setLine(set) {
  const [title, purpose] = [wordsIn(set.title), wordsIn(set.purpose)];
  const audience = audienceWords(set.audience);
  return html`<li class="set-line" data-set=${set.id}>
    <h3><button class="link" type="button" dir="auto" lang=${title.lang || nothing} data-t="set-line" @click=${() => go("questions", { set: set.id })}>${title.text}</button></h3>
    ${purpose.text ? html`<p dir="auto" lang=${purpose.lang}>${purpose.text}</p>` : nothing}
    ${audience ? html`<p class="small soft">${t("questions-for", { audience })}</p>` : nothing}
  </li>`;
}

/** @param {"built_in" | "mine" | "received"} origin */
const setsOf = (origin) => shelf.sets.filter((set) => set.origin === origin);

/** @param {readonly Question[]} questions */
const listOf = (questions) => html`<ul class="question-list">${questions.map((question) => html`<li>${questionLine(question)}</li>`)}</ul>`;

/** As many of them as were asked for, and a way to the rest. @param {"mine" | "received"} origin */
function listFrom(origin) {
  const { questions: held, more } = shelf[origin];
  if (held.length === 0) return nothing;
  return html`<ul class="question-list" data-t=${`${origin}-list`}>${held.map((question) => html`<li>${questionLine(question)}</li>`)}</ul>
    ${more ? html`<div><button class="btn quiet" type="button" data-t=${`${origin}-further`} @click=${() => further(origin)}>${t("questions-further")}</button></div>` : nothing}`;
}

function ownPart() {
  const sets = setsOf("mine");
  return html`<section class="part" aria-labelledby="own-questions" data-t="own-questions">
    <h2 id="own-questions">${t("questions-own")}</h2>
    ${shelf.mine.questions.length > 0 ? listFrom("mine") : html`<p class="soft">${t("questions-own-none")}</p>`}
    ${sets.length > 0 ? html`<ul class="set-list">${sets.map(setLine)}</ul>` : nothing}
    ${state.readOnly ? nothing : html`<div class="cluster">
      <button class="btn" type="button" data-t="new-question" @click=${() => go("questions", { leaf: "new-question" })}>${icon("pencil")}<span>${t("questions-new")}</span></button>
      <button class="btn quiet" type="button" data-t="new-set" @click=${() => go("questions", { leaf: "own-set" })}>${icon("plus")}<span>${t("questions-new-set")}</span></button>
    </div>`}
  </section>`;
}

function receivedPart() {
  const sets = setsOf("received");
  return html`<section class="part" aria-labelledby="received-questions" data-t="received-questions">
    <h2 id="received-questions" tabindex="-1">${t("questions-received")}</h2>
    ${sets.length > 0 ? html`<ul class="set-list">${sets.map(setLine)}</ul>` : nothing}
    ${listFrom("received")}
    ${state.readOnly ? nothing : fromFilePart()}
  </section>`;
}

function wishedPart() {
  if (shelf.later.length === 0 && shelf.notAgain.length === 0) return nothing;
  return html`${shelf.later.length > 0 ? html`<section class="part" aria-labelledby="later-questions" data-t="later-questions">
      <h2 id="later-questions">${t("questions-later")}</h2>${listOf(shelf.later)}</section>` : nothing}
    ${shelf.notAgain.length > 0 ? html`<details data-t="not-again-questions"><summary>${icon("down")}${t("questions-not-again-list")}</summary>
      ${listOf(shelf.notAgain)}</details>` : nothing}`;
}

function listView() {
  return html`<div class="day"><h1 tabindex="-1" data-t="questions">${t("common-questions")}</h1></div>
    <p class="lead">${t("questions-lead")}</p>
    <div><button class="link" type="button" data-t="to-practice" @click=${() => go("practice", { from: "questions" })}>${t("practice-title")}</button></div>
    ${isWalking() ? html`<div><button class="btn" type="button" data-t="walk-on" @click=${() => go("sitting")}>${t("questions-walk-on")}</button></div>` : nothing}
    <section class="part" aria-labelledby="sets" data-t="sets">
      <h2 id="sets">${t("questions-sets")}</h2>
      <ul class="set-list">${setsOf("built_in").map(setLine)}</ul>
    </section>
    ${ownPart()}${receivedPart()}${wishedPart()}
    <label class="choice bare"><input type="checkbox" data-t="page-asks" .checked=${live(state.settings.page_asks)}
      @change=${(/** @type {Event} */ event) => change({ page_asks: /** @type {HTMLInputElement} */ (event.target).checked })}>
      <span>${t("questions-page-asks")}<small>${t("questions-page-asks-why")}</small></span></label>`;
}

/** The way back stands at the top of every leaf but the first. */
export function wayBack() {
  return html`<button type="button" class="link reading-way" data-t="questions-back" @click=${() => questions.back()}>${icon("back")}${t("questions-all")}</button>`;
}

/** @param {Record<string, any>} params @returns {Leaf} */
function leafOf({ question, set, leaf: named }) {
  return question ? "question" : (named ?? (set ? "set" : "list"));
}

/** @param {Leaf} to @param {Record<string, any>} params */
async function open(to, params) {
  if (to === "question") await openQuestion(params);
  else if (to === "set") await openSet(String(params.set));
  else if (to === "own-set") await openOwnSet(params.set ?? null);
  else if (to === "new-question") openNewQuestion();
  else await readShelf();
}

export const questions = {
  name: "questions",

  /** @param {Record<string, any>} params */
  async enter(params) {
    const to = leafOf(params);
    await open(to, params);
    if (to !== "own-set") leaveOwnSet();
    leaf = to;
    // A step back goes to the leaf before; the list is the first.
    if (to === "list") way = [];
    else if (!params.again) way.push(params);
  },

  leave() {
    leaveFromFile();
    leaveOwnSet();
    way = [];
    leaf = "list";
    askAnew();
    Object.assign(shelf, { sets: [], mine: none(), received: none(), later: [], notAgain: [] });
  },

  main() {
    const views = { set: setView, question: questionView, "new-question": newQuestionView, "own-set": ownSetView, list: listView };
    return html`<div class="questions" data-leaf=${leaf}>${views[leaf]()}</div>`;
  },

  /** @returns {boolean} */
  back() {
    if (leaf === "list") return false;
    way.pop();
    void go("questions", way.length > 0 ? { ...way.at(-1), again: true } : {});
    return true;
  },
};

/** The shelf changed while it is shown. */
export async function lookAgain() {
  askAnew();
  try {
    await readShelf();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** After a leaf made something, it is not a place to come back to. */
export function forgetLeaf() {
  way.pop();
}
