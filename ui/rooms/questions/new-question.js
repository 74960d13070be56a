// @ts-check
// A question of one's own: its words, and a few beside it if one likes.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { keyed } from "../../vendor/lit-html/directives/keyed.js";
import { addQuestion } from "../../journal.js";
import { askAnew } from "../../lib/asking.js";
import { growing } from "../../lib/growing.js";
import { language, t } from "../../lib/i18n.js";
import { fromHere, inWords, refresh, say, tell } from "../../lib/store.js";
import { forgetLeaf, wayBack } from "../questions.js";

let turn = 0;
let trouble = "";
let busy = false;

export function openNewQuestion() {
  turn += 1;
  trouble = "";
  busy = false;
}

/** @param {string} sentence */
function refuse(sentence) {
  trouble = sentence;
  say(sentence);
  refresh();
}

/** @param {SubmitEvent} event */
async function keep(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = (/** @type {string} */ name) => /** @type {HTMLTextAreaElement} */ (form.elements.namedItem(name));
  const [words, hint] = [field("words").value.trim(), field("hint").value.trim()];
  if (busy) return;
  if (words === "") {
    field("words").focus();
    refuse(t("questions-new-empty"));
    return;
  }
  const mine = turn;
  const on = fromHere();
  busy = true;
  try {
    const lang = language();
    const question = await addQuestion({ text: { [lang]: words }, hint: hint ? { [lang]: hint } : {} });
    askAnew();
    say(t("questions-kept"));
    if (on.still()) forgetLeaf();
    await on.go("questions", { question: question.id });
  } catch (why) {
    // Whoever has gone elsewhere hears of it there.
    if (on.still()) refuse(inWords(why));
    else tell(why);
  } finally {
    if (mine === turn) busy = false;
  }
}

export function newQuestionView() {
  return html`${wayBack()}<h1 tabindex="-1">${t("questions-new")}</h1>
    ${keyed(turn, html`<form class="stack wide" data-t="new-question-form" @submit=${keep}>
      <div class="field"><label for="new-words">${t("questions-new-words")}</label>
        <textarea class="box voice" id="new-words" name="words" rows="3" data-t="new-words" lang=${language()} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" aria-describedby="new-words-why" ${growing()}></textarea>
        <p class="small soft" id="new-words-why">${t("questions-new-why")}</p></div>
      <div class="field"><label for="new-hint">${t("questions-new-hint")}</label>
        <textarea class="box" id="new-hint" name="hint" rows="2" data-t="new-hint" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${growing()}></textarea></div>
      ${trouble ? html`<p data-t="new-trouble">${trouble}</p>` : nothing}
      <div><button class="btn primary" type="submit" data-t="new-keep">${t("questions-new-keep")}</button></div>
    </form>`)}`;
}
