// @ts-check
// How two people want to be together, a part of Letters: each answers the same questions, in their own time, as often as
// something changes. Both sides stand beside each other; nothing here is a condition of anything. Answers that are begun
// are kept at every pause, as a letter is that nobody sealed, and become a version when that is said.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import * as letters from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { inLines } from "../elements/phrases.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { language, led, t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { nothingChosen } from "../lib/letter-desk.js";
import { parted } from "../lib/parted.js";
import { keepSmallWords, leaveOnlyKept, toKeep } from "../lib/small-words.js";
import { fromHere, go, refresh, say, state, tell } from "../lib/store.js";
import { inPhrases, toWriteOn, wordsIn } from "../lib/wording.js";

/** @import { Agreement, AgreementAnswer, AgreementVersion, Companion, LetterDraftKept, Question } from "../wire.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({
  /** @type {Companion | null} */
  one: null,
  /** @type {Agreement} */
  both: { mine: [], theirs: [] },
  /** @type {Question[]} */
  questions: [],
  writing: false,
  /** What is being answered, by question. @type {Map<string, string>} */
  answers: new Map(),
  reread: "",
  /** What is begun, as it is kept. @type {string | null} */
  begun: null,
  /** What was written is becoming a version, or a letter is being begun that says it. */
  busy: false,
});

let here = fresh();

/** @param {Question} question @returns {AgreementAnswer["asked"]} */
function askedIn(question) {
  const { lang, text } = wordsIn(question.text);
  return { question: question.id, n: question.n, text: toWriteOn(text), lang };
}

/** What is written now, as answers. @param {typeof here} mine @returns {AgreementAnswer[]} */
function answered(mine) {
  return mine.questions
    .map((question) => ({ asked: askedIn(question), text: (mine.answers.get(question.id) ?? "").trim().split("\n") }))
    .filter(({ text }) => text.join("") !== "");
}

/** Keeps what is written as a further version; the same again is none. @param {typeof here} mine @param {string} id */
async function keep(mine, id) {
  const answers = answered(mine);
  const last = mine.both.mine[0];
  const same = last && last.reread === mine.reread.trim() && JSON.stringify(last.answers.map(({ text }) => text)) === JSON.stringify(answers.map(({ text }) => text));
  if (same || (answers.length === 0 && mine.reread.trim() === "")) return;
  await letters.answerAgreement(id, mine.reread.trim(), answers);
}

/** Keeps what is begun, also when the room was left meanwhile. @param {typeof here} mine @param {string} id */
async function keepBegun(mine, id) {
  const parts = mine.questions.flatMap((question) => {
    const text = mine.answers.get(question.id) ?? "";
    return text === "" ? [] : [{ source: /** @type {const} */ ({ kind: "words", title: "", text, asked: askedIn(question) }), answers: null }];
  });
  if (parts.length === 0 && mine.reread === "") {
    if (mine.begun) await letters.dropLetterDraft(mine.begun);
    mine.begun = null;
    return;
  }
  mine.begun = await letters.keepLetterDraft(mine.begun, { ...nothingChosen(), kind: "agreement", to: [id], parts, cover: mine.reread });
}

/** Whether a letter that is begun holds answers that are begun. @param {LetterDraftKept} kept */
export const holdsAnswers = ({ draft }) => draft.kind === "agreement" && (draft.parts.length > 0 || draft.cover !== "");

/** Takes up what was begun. @param {typeof here} mine @param {LetterDraftKept} kept */
function takeUp(mine, { id, draft }) {
  Object.assign(mine, { begun: id, writing: true, reread: draft.cover });
  mine.answers = new Map(draft.parts.flatMap(({ source }) => (source.kind === "words" && source.asked ? [[source.asked.question, source.text]] : [])));
}

/** @param {Event} event @param {(words: string) => void} take */
function written(event, take) {
  if (event.type !== "compositionend" && ime(event)) return;
  take(/** @type {HTMLTextAreaElement} */ (event.target).value);
  const mine = here;
  const id = mine.one?.id;
  if (id) toKeep(`agreement ${id}`, () => keepBegun(mine, id));
}

function begin() {
  const last = here.both.mine[0];
  here.writing = true;
  here.reread = last?.reread ?? "";
  here.answers = new Map(last?.answers.map((answer) => [answer.asked.question, answer.text.join("\n")]));
  refresh();
  focusOn("[data-t=agreement-answer]");
}

/** @param {SubmitEvent} event */
async function done(event) {
  event.preventDefault();
  const mine = here;
  const { one } = mine;
  if (!one || mine.busy) return;
  // While they become a version nothing more is taken in: it would belong to none.
  mine.busy = true;
  refresh();
  try {
    await keepSmallWords();
    await keep(mine, one.id);
    mine.both = await letters.agreement(one.id);
    if (mine.begun) await letters.dropLetterDraft(mine.begun);
    mine.begun = null;
    mine.writing = false;
    say(t("agreement-kept"));
    if (mine === here) focusOn("h1");
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

/** A letter that says it; it is shown and sealed like any other. @param {Companion} one */
async function send(one) {
  const mine = here;
  if (mine.busy) return;
  const on = fromHere();
  mine.busy = true;
  try {
    const id = await letters.keepLetterDraft(null, { ...nothingChosen(), kind: "agreement", to: [one.id], date: "day" });
    await on.go("letters", { draft: id, look: true });
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
}

/** @param {AgreementVersion} version */
function versionView(version) {
  return html`<div class="agreement-version">${version.answers.map(({ asked, text }) => html`<div class="agreement-answer"><p class="soft small" dir="auto" lang=${asked.lang || nothing}>${asked.text}</p><p class="voice" dir="auto">${parted(text.join("\n"))}</p></div>`)}
    ${version.reread ? html`<p class="small"><span class="soft">${led(t("agreement-reread-when"))}</span><bdi dir="auto">${version.reread}</bdi></p>` : nothing}</div>`;
}

/** @param {AgreementVersion[]} versions @param {string} name @param {string} none @param {"mine" | "theirs"} whose */
function sideView(versions, name, none, whose) {
  const [last, ...earlier] = versions;
  return html`<section class="agreement-side ${whose}" aria-labelledby="agreement-${whose}" data-t="agreement-${whose}"><h2 id="agreement-${whose}"><bdi dir="auto">${name}</bdi></h2>
    ${last ? versionView(last) : html`<p class="soft">${none}</p>`}
    ${earlier.length > 0 ? html`<details><summary>${icon("down")}${t("agreement-earlier")}</summary>${repeat(earlier, ({ version }) => version, (version) => html`<h3>${t("agreement-version", { version: version.version })}</h3>${versionView(version)}`)}</details>` : nothing}</section>`;
}

function formView() {
  const boxed = (/** @type {string} */ id, /** @type {string} */ value, /** @type {(words: string) => void} */ take, rows = 2) => html`<textarea class="box voice" id=${id} rows=${rows} data-t=${id.startsWith("agreement-reread") ? "agreement-reread" : "agreement-answer"} dir="auto" lang=${language()} ?readonly=${here.busy} ${settled(value)}
    autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" @input=${(/** @type {Event} */ event) => written(event, take)} @compositionend=${(/** @type {Event} */ event) => written(event, take)} ${growing()}></textarea>`;
  return html`<form class="stack wide agreement-form" @submit=${done} data-t="agreement-form"><p class="soft">${t("agreement-form-told")}</p>
    ${here.questions.map((question) => {
      const asked = askedIn(question);
      return html`<div class="field"><label class=${inPhrases("", asked.text, asked.lang)} for="agreement-${question.id}" dir="auto" lang=${asked.lang || nothing}>${inLines(asked.text, asked.lang)}</label>${boxed(`agreement-${question.id}`, here.answers.get(question.id) ?? "", (words) => here.answers.set(question.id, words))}</div>`;
    })}
    <div class="field"><label for="agreement-reread">${t("agreement-reread")}</label>${boxed("agreement-reread", here.reread, (words) => { here.reread = words; }, 1)}</div>
    <div class="cluster"><button class="btn primary" type="submit" data-t="agreement-keep" aria-disabled=${here.busy}>${t("agreement-keep")}</button></div></form>`;
}

/** @type {Inner} */
export const agreeing = {
  asked: ({ agreement }) => typeof agreement === "string",
  async enter({ agreement }) {
    const mine = fresh();
    here = mine;
    const [one, both, set, drafts] = await Promise.all([letters.companion(agreement), letters.agreement(agreement), journal.questionSet("agreement"), letters.letterDrafts()]);
    Object.assign(mine, { one, both, questions: set.questions });
    const begun = drafts.find((kept) => holdsAnswers(kept) && kept.draft.to.includes(agreement));
    if (begun && !state.readOnly && one.standing !== "ended") takeUp(mine, begun);
  },
  async leave() {
    await leaveOnlyKept(`agreement ${here.one?.id}`);
    here = fresh();
  },
  main() {
    const { one, both } = here;
    const back = html`<div class="reading-top"><button type="button" class="link reading-way" data-t="agreement-back" @click=${() => one && go("letters", { companion: one.id })}>${icon("back")}<bdi dir="auto">${one?.called ?? ""}</bdi></button></div>`;
    if (!one) return html`<div class="letters-inner">${back}</div>`;
    return html`<div class="letters-inner" data-t="agreement-room">${back}
      <header class="tie-head"><h1 tabindex="-1">${t("agreement-title")}</h1><p class="soft">${t("agreement-told")}</p></header>
      ${here.writing ? formView() : html`<div class="agreement-both">${sideView(both.mine, t("agreement-mine"), t("agreement-mine-none"), "mine")}${sideView(both.theirs, one.called, t("agreement-theirs-none"), "theirs")}</div>
        ${state.readOnly || one.standing === "ended" ? nothing : html`<div class="cluster"><button class="btn ${both.mine.length === 0 ? "primary" : ""}" type="button" data-t="agreement-write" @click=${begin}>${icon("pencil")}<span>${both.mine.length === 0 ? t("agreement-begin") : t("agreement-again")}</span></button>
          ${both.mine.length > 0 ? html`<button class="btn primary" type="button" data-t="agreement-send" @click=${() => send(one)}>${icon("letter")}<span>${t("agreement-send")}</span></button>` : nothing}</div>`}`}
    </div>`;
  },
  back() {
    if (!here.one) return false;
    void go("letters", { companion: here.one.id });
    return true;
  },
};
