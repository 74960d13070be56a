// @ts-check
// What may follow a letter that was read: an echo, a question back, a letter, or nothing; and something of one's own to
// move toward. Under a letter of mine: the wish that it be kept no longer. All of these wait quietly; none is asked for.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { addIntention } from "../journal.js";
import { icon } from "../elements/icons.js";
import { growing } from "../lib/growing.js";
import { handInWords, writtenWhole } from "../lib/handing-in.js";
import { language, t } from "../lib/i18n.js";
import { go, refresh, say, tell } from "../lib/store.js";

/** @import { LetterShown } from "../wire.js" */

const FIELD = "intention of a letter";

/** An intention was kept under this letter. */
let kept = false;
/** Grows with every letter that is left. */
let turn = 0;

export function leaveAnswers() {
  turn += 1;
  kept = false;
}

/** @param {string} companion @param {string} words */
async function put(companion, words) {
  if (words.trim() === "") return;
  await addIntention({ toward: words.trim(), lang: language(), ties: [], with_companion: companion });
}

/** @param {string} companion */
export function intentionView(companion) {
  /** @param {SubmitEvent} event */
  const keep = async (event) => {
    event.preventDefault();
    const field = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("toward"));
    if (field.value.trim() === "") {
      field.focus();
      return;
    }
    const mine = turn;
    kept = false;
    try {
      await handInWords(FIELD, field, (words) => put(companion, words));
      if (mine === turn) kept = true;
      say(t("letter-intention-kept"));
    } catch (trouble) {
      tell(trouble);
    }
    refresh();
  };
  const written = writtenWhole(FIELD, (words) => put(companion, words));
  return html`<details data-t="letter-intention"><summary>${icon("down")}${t("letter-intention")}</summary><form class="stack wide" @submit=${keep}>
    <p class="small soft" id="intention-told">${t("letter-intention-told")}</p>
    <div class="field"><label for="letter-toward">${t("toward-new")}</label><textarea class="box toward-words" id="letter-toward" name="toward" rows="2" data-t="letter-toward" dir="auto" lang=${language()} aria-describedby="intention-told"
      autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" @input=${written} @compositionend=${written} ${growing()}></textarea></div>
    <div class="cluster"><button class="btn" type="submit" data-t="letter-intention-keep">${t("letter-intention-keep")}</button>${kept ? html`<span class="small soft" data-t="letter-intention-kept">${t("letter-intention-kept")}</span>` : nothing}</div></form></details>`;
}

/** Where the exchange has ended nothing can be answered; what moved something in me is still mine.
 * @param {LetterShown} letter @param {string} companion @param {boolean} ended */
export function answersView(letter, companion, ended) {
  if (ended) return html`<section class="letter-answers stack wide" data-t="answers-ended"><p class="soft">${t("companions-ended-told")}</p>${intentionView(companion)}</section>`;
  const answering = { to: companion, letter: letter.face.id };
  return html`<section class="letter-answers stack wide" aria-labelledby="answers" data-t="answers"><h2 id="answers">${t("letter-answer")}</h2><p class="small soft">${t("letter-answer-told")}</p>
    <div class="cluster">
      <button class="btn" type="button" data-t="answer-echo" @click=${() => go("letters", { ...answering, answer: "echo" })}>${t("letter-answer-echo")}</button>
      <button class="btn" type="button" data-t="answer-question" @click=${() => go("letters", { ...answering, answer: "question", question: letter.question?.question.id ?? letter.same_question?.question ?? null })}>${t("letter-answer-question")}</button>
      <button class="btn" type="button" data-t="answer-letter" @click=${() => go("letters", { write: { to: [companion], answers: letter.face.id } })}>${t("letter-answer-letter")}</button></div>
    ${intentionView(companion)}</section>`;
}

/** Under a letter of mine. @param {string} letter @param {string} companion */
export function releaseView(letter, companion) {
  return html`<details data-t="release-fold"><summary>${icon("down")}${t("letter-release")}</summary><div class="stack"><p>${t("letter-release-told")}</p>
    <div><button class="btn" type="button" data-t="release-write" @click=${() => go("letters", { answer: "release", to: companion, letter })}>${t("letter-release-write")}</button></div></div></details>`;
}
