// @ts-check
// A set of one's own, made or changed: a title, what it is for, and questions from anywhere in the book.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { keyed } from "../../vendor/lit-html/directives/keyed.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { ref } from "../../vendor/lit-html/directives/ref.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import * as journal from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { askAnew } from "../../lib/asking.js";
import { focusOn } from "../../lib/focus.js";
import { growing } from "../../lib/growing.js";
import { language, t } from "../../lib/i18n.js";
import { ime } from "../../lib/ime.js";
import { fromHere, inWords, refresh, say, tell } from "../../lib/store.js";
import { wordsIn } from "../../lib/wording.js";
import { forgetLeaf, wayBack } from "../questions.js";

/** @import { Audience, Question, QuestionSetLine } from "../../wire.js" */

const still = () => ({
  /** @type {QuestionSetLine | null} The set that is changed; null for a new one. */
  line: null,
  /** @type {Question[]} */
  chosen: [],
  /** @type {Question[]} */
  found: [],
  /** @type {Audience[]} */
  audience: [],
  words: "",
  trouble: "",
  busy: false,
});
let making = still();
let turn = 0;

/** @param {string | null} id */
export async function openOwnSet(id) {
  const set = id ? await journal.questionSet(id) : null;
  making = { ...still(), line: set?.line ?? null, chosen: set?.questions ?? [], audience: set?.line.audience ?? ["alone"] };
  turn += 1;
  await find("");
}

export function leaveOwnSet() {
  making = still();
}

/** @param {string} words */
async function find(words) {
  const mine = making;
  mine.words = words;
  const { questions } = await journal.questions({ words, origin: null, after: null, limit: 120 });
  if (mine !== making || mine.words !== words) return;
  mine.found = questions;
  refresh();
}

/** @param {string} sentence */
function refuse(sentence) {
  making.trouble = sentence;
  say(sentence);
  refresh();
}

/** @param {string} words */
const look = (words) => find(words).catch((why) => refuse(inWords(why)));

/** @param {Question} question */
function add(question) {
  making.chosen = [...making.chosen, question];
  say(t("questions-set-added"));
  refresh();
}

/** @param {Question} question */
function takeOut(question) {
  making.chosen = making.chosen.filter(({ id }) => id !== question.id);
  refresh();
  focusOn("[data-t=set-chosen]");
}

/** @param {number} place */
function earlier(place) {
  const chosen = [...making.chosen];
  const [one] = chosen.splice(place, 1);
  if (one) chosen.splice(place - 1, 0, one);
  making.chosen = chosen;
  refresh();
}

/** @param {Audience} each @param {boolean} wished */
function forWhom(each, wished) {
  making.audience = wished ? [...making.audience, each] : making.audience.filter((one) => one !== each);
}

/** @param {SubmitEvent} event */
async function keep(event) {
  event.preventDefault();
  const mine = making;
  const on = fromHere();
  const { line, chosen, audience, busy } = mine;
  if (busy) return;
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const [title, purpose] = [field("title").value.trim(), field("purpose").value.trim()];
  if (title === "") {
    field("title").focus();
    refuse(t("questions-set-untitled"));
    return;
  }
  mine.busy = true;
  const lang = language();
  const words = (/** @type {import("../../wire.js").Wording | undefined} */ before, /** @type {string} */ now) => {
    const { [lang]: _, ...others } = before ?? {};
    return now ? { ...others, [lang]: now } : others;
  };
  const set = {
    title: words(line?.title, title), purpose: words(line?.purpose, purpose), task: line?.task ?? "", audience,
    suggest: line?.suggest ?? false, questions: chosen.map(({ id }) => id),
  };
  try {
    if (line) await journal.changeQuestionSet(line.id, set);
    const id = line?.id ?? (await journal.addQuestionSet(set));
    askAnew();
    say(t("questions-set-kept"));
    if (!on.still()) return;
    forgetLeaf();
    // The leaf of the set, from which it was changed, is drawn anew and not gone through twice.
    if (line) forgetLeaf();
    await on.go("questions", { set: id });
  } catch (why) {
    mine.busy = false;
    if (on.still()) refuse(inWords(why));
    else tell(why);
  }
}

/** @param {Question} question @param {number} place */
function chosenLine(question, place) {
  const { lang, text } = wordsIn(question.text);
  return html`<li><span dir="auto" lang=${lang || nothing}>${text}</span>
    <span class="acts">
      ${place > 0 ? html`<button class="link" type="button" aria-label=${t("questions-set-earlier-named", { question: text })} @click=${() => earlier(place)}>${t("questions-set-earlier")}</button>` : nothing}
      <button class="link" type="button" data-t="set-take-out" aria-label=${t("questions-set-take-out-named", { question: text })} @click=${() => takeOut(question)}>${t("questions-set-take-out")}</button>
    </span></li>`;
}

/** @param {Question} question */
function foundLine(question) {
  const { lang, text } = wordsIn(question.text);
  return html`<li><button class="link" type="button" data-t="set-add" @click=${() => add(question)}>${icon("plus")}<span dir="auto" lang=${lang || nothing}>${text}</span></button></li>`;
}

function choosing() {
  const left = making.found.filter(({ id }) => !making.chosen.some((one) => one.id === id));
  const asked = (/** @type {Event} */ event) => look(/** @type {HTMLInputElement} */ (event.target).value);
  return html`<section class="stack wide" aria-labelledby="set-chosen">
      <h2 id="set-chosen" tabindex="-1" data-t="set-chosen">${t("questions-set-chosen")}</h2>
      ${making.chosen.length > 0 ? html`<ol class="set-chosen">${repeat(making.chosen, ({ id }) => id, chosenLine)}</ol>` : html`<p class="soft">${t("questions-set-chosen-none")}</p>`}
    </section>
    <section class="stack wide" aria-labelledby="set-find-heading">
      <h2 id="set-find-heading">${t("questions-set-from")}</h2>
      <div class="field"><label for="set-find">${t("questions-set-find")}</label>
        <input class="box" id="set-find" type="search" data-t="set-find" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
          @input=${(/** @type {Event} */ event) => ime(event) || asked(event)} @compositionend=${asked}></div>
      <ul class="set-found">${repeat(left, ({ id }) => id, foundLine)}</ul>
    </section>`;
}

/** Filled once; from then on the field is the person's. */
const filled = new WeakSet();
/** @param {string} words */
const begun = (words) => (/** @type {Element | undefined} */ element) => {
  if (!element || filled.has(element)) return;
  filled.add(element);
  /** @type {HTMLInputElement} */ (element).value = words;
};

/** @param {Audience} each @param {string} words */
const whom = (each, words) => html`<label class="choice"><input type="checkbox" data-t=${`set-for-${each}`} .checked=${live(making.audience.includes(each))}
  @change=${(/** @type {Event} */ event) => forWhom(each, /** @type {HTMLInputElement} */ (event.target).checked)}><span>${words}</span></label>`;

export function ownSetView() {
  const { line, trouble } = making;
  const [title, purpose] = line ? [wordsIn(line.title).text, wordsIn(line.purpose).text] : ["", ""];
  return html`${wayBack()}<h1 tabindex="-1">${line ? t("questions-set-change") : t("questions-new-set")}</h1>
    ${keyed(turn, html`<form class="stack wide" id="own-set" data-t="own-set-form" @submit=${keep}>
      <div class="field"><label for="set-title">${t("questions-set-title")}</label>
        <input class="box" id="set-title" name="title" maxlength="300" data-t="set-title-field" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${ref(begun(title))}></div>
      <div class="field"><label for="set-purpose">${t("questions-set-purpose")}</label>
        <textarea class="box" id="set-purpose" name="purpose" rows="2" data-t="set-purpose-field" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${ref(begun(purpose))} ${growing()}></textarea></div>
      <fieldset><legend>${t("questions-set-whom")}</legend><div class="choices row">
        ${whom("alone", t("questions-for-alone"))}${whom("pair", t("questions-for-pair"))}${whom("group", t("questions-for-group"))}</div></fieldset>
    </form>`)}
    ${choosing()}
    ${trouble ? html`<p data-t="set-trouble">${trouble}</p>` : nothing}
    <div><button class="btn primary" type="submit" form="own-set" data-t="set-keep">${t("questions-set-keep")}</button></div>`;
}
