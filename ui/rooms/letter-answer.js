// @ts-check
// Answering, a part of Letters: an echo in up to five short texts, one question that both answer, three questions for
// looking back together, a question back, a version of what we know now, the wish to let a letter go. There is no box
// for advice. What is written is kept at every pause; nothing leaves before it was looked at.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { companion, keepLetterDraft } from "../journal-letters.js";
import { hintOf } from "../elements/question-card.js";
import { icon } from "../elements/icons.js";
import { growing } from "../lib/growing.js";
import { answerOf, blankAnswer, draftOf, fieldsOf } from "../lib/letter-answer.js";
import { language, t } from "../lib/i18n.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords, leaveOnlyKept, leaveSmallWords, smallWords } from "../lib/small-words.js";
import { fromHere, go, inWords, refresh, say, tell } from "../lib/store.js";

/** @import { Question } from "../wire.js" */
/** @import { AnswerHow, Field } from "../lib/letter-answer.js" */

const fresh = () => ({
  answer: blankAnswer(),
  /** The questions of the fields, by their names. @type {Map<string, Question>} */
  questions: new Map(),
  busy: false,
  /** The exchange has ended: what was begun can be read, and goes nowhere. */
  ended: false,
  refusal: "",
});

let here = fresh();

/** Keeps what is written so far; nothing is kept before a word is. @param {typeof here.answer} answer */
async function keep(answer) {
  const draft = draftOf(answer);
  if (draft || answer.draft) answer.draft = await keepLetterDraft(answer.draft, draft ?? draftOf(answer, { empty: true }));
}

/** A question is made when it goes along: until then its words are words of the draft. @param {typeof here.answer} answer */
async function makeQuestion(answer) {
  if (answer.how !== "question" || answer.made) return;
  const [words = "", because = ""] = answer.texts;
  const text = { [language()]: words.trim() };
  const made = answer.grows
    ? await journal.askDifferently({ from: answer.grows, text, hint: {}, move: null, changed_because: because.trim() })
    : await journal.addQuestion({ text, hint: {} });
  answer.made = made.id;
}

const isBlank = () => here.answer.how !== "release" && here.answer.texts.every((text) => text.trim() === "");

async function look() {
  if (here.busy) return;
  if (isBlank()) {
    /** @type {HTMLElement | null} */ (document.querySelector("[data-t=answer-field]"))?.focus();
    say(t("trouble-nothing-written"));
    return;
  }
  const mine = here;
  const on = fromHere();
  const { answer } = mine;
  mine.busy = true;
  refresh();
  try {
    await leaveSmallWords();
    if (on.still()) await makeQuestion(answer);
    await keep(answer);
    await on.go("letters", { draft: answer.draft, look: true });
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

/** @param {AnswerHow} how */
function heading(how) {
  switch (how) {
    case "echo": return t("threads-echo");
    case "same": return t("threads-same");
    case "co": return t("threads-co");
    case "question": return t("threads-question");
    case "shared": return t("threads-shared");
    default: return t("letter-release");
  }
}

/** @param {AnswerHow} how */
function told(how) {
  switch (how) {
    case "echo": return t("threads-echo-told");
    case "same": return t("threads-same-told");
    case "co": return t("threads-co-told");
    case "question": return t("threads-question-told");
    case "shared": return t("threads-shared-told");
    default: return t("letter-release-told");
  }
}

/** @param {Field} field @param {number} at */
function fieldView(field, at) {
  const { answer } = here;
  const id = `answer-${at}`;
  const written = smallWords("answer", (words) => { answer.texts[at] = words; }, () => keep(answer));
  return html`<div class="field answer-field"><label class=${field.question ? "letter-asked" : ""} for=${id} dir="auto" lang=${field.lang || nothing}>${field.label}</label>
    ${hintOf(here.questions.get(field.question) ?? null)}
    <textarea class="box voice" id=${id} rows=${field.rows} data-t="answer-field" dir="auto" lang=${language()} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(answer.texts[at] ?? "")} @input=${written} @compositionend=${written} @blur=${keepSmallWords} ${growing()}></textarea></div>`;
}

/** @type {import("./letters.js").Inner} */
export const answering = {
  asked: ({ answer }) => typeof answer === "string",

  /** @param {Record<string, any>} params How, to whom, which letter it answers; see {@link answerOf}. */
  async enter(params) {
    const mine = fresh();
    here = mine;
    try {
      mine.answer = await answerOf(params);
      if (mine.answer.to) mine.ended = (await companion(mine.answer.to)).standing === "ended";
      const wanted = mine.answer.asked.map(({ question }) => question);
      const found = await Promise.all(wanted.map((id) => journal.question(id).catch(() => null)));
      for (const question of found) if (question) mine.questions.set(question.id, question);
    } catch (trouble) {
      mine.refusal = inWords(trouble);
    }
  },

  async leave() {
    await leaveOnlyKept("answer");
    here = fresh();
  },

  main() {
    const { answer, busy, ended, refusal } = here;
    const back = answer.version ? { letter: answer.version } : answer.to ? { companion: answer.to } : {};
    return html`<div class="letters letter-answer" data-t="letter-answer" data-how=${answer.how}>
      <div class="reading-top"><button type="button" class="link reading-way" data-t="answer-back" @click=${() => go("letters", back)}>${icon("back")}${t("between-read-back")}</button></div>
      <h1 tabindex="-1">${heading(answer.how)}</h1>
      ${refusal ? html`<p class="looking-empty">${refusal}</p>` : html`<p class="lead">${told(answer.how)}</p>
      ${repeat(fieldsOf(answer), (field) => field.key, fieldView)}
      ${ended ? html`<p data-t="answer-ended">${t("companions-ended-told")}</p>`
        : html`<div class="cluster"><button class="btn primary" type="button" data-t="answer-look" aria-disabled=${busy} @click=${look}>${t("threads-look")}</button></div>`}
      <p class="truth">${icon("lock")}<span>${t("threads-kept-here")}</span></p>`}
    </div>`;
  },
};
