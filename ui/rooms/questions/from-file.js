// @ts-check
// A set from a file: what is in it is shown first, and nothing of it is here before a yes. What is here already stays
// as it is; a question whose name is taken by other words stands beside the one that is here.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { chooseQuestionSet, takeInQuestionSet } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, inWords, refresh, say } from "../../lib/store.js";
import { wordsIn } from "../../lib/wording.js";
import { lookAgain } from "../questions.js";

/** @import { QuestionSetFile, TakenIn } from "../../wire.js" */

const still = () => ({
  busy: false,
  /** @type {QuestionSetFile | null} */
  file: null,
  /** @type {TakenIn | null} */
  taken: null,
  trouble: "",
});
let bringing = still();

/** Forgets what was looked at; nothing of it is here. */
export function leaveFromFile() {
  bringing = still();
}

/** Does one step, unless the room was left meanwhile. @param {() => Promise<Partial<ReturnType<typeof still>>>} does @param {string} then */
async function step(does, then) {
  if (bringing.busy) return;
  const mine = { ...bringing, busy: true, trouble: "" };
  bringing = mine;
  refresh();
  try {
    Object.assign(mine, await does());
    if (mine === bringing) focusOn(then);
  } catch (why) {
    mine.trouble = inWords(why);
    if (mine === bringing) say(mine.trouble);
  } finally {
    mine.busy = false;
    refresh();
  }
}

const choose = () => step(async () => ({ file: await chooseQuestionSet(), taken: null }), "[data-t=file-set]");
const takeIn = () => step(async () => {
  const taken = await takeInQuestionSet();
  await lookAgain();
  return { taken };
}, "[data-t=file-taken]");

function notNow() {
  bringing = still();
  refresh();
  focusOn("[data-t=set-from-file]");
}

/** @param {QuestionSetFile} file */
function preview(file) {
  const [title, purpose] = [wordsIn(file.title), wordsIn(file.purpose)];
  return html`<div class="card stack wide" role="group" aria-labelledby="file-set">
    <h3 id="file-set" tabindex="-1" data-t="file-set" dir="auto" lang=${title.lang || nothing}>${title.text}</h3>
    ${purpose.text ? html`<p dir="auto" lang=${purpose.lang}>${purpose.text}</p>` : nothing}
    <p class="soft">${t("questions-file-holds", { questions: file.questions.length })}</p>
    <ul class="told">${file.questions.map(({ text }) => {
      const words = wordsIn(text);
      return html`<li dir="auto" lang=${words.lang || nothing}>${words.text}</li>`;
    })}</ul>
    <div class="cluster">
      <button class="btn primary" type="button" data-t="file-take-in" @click=${takeIn}>${t("questions-file-take-in")}</button>
      <button class="btn quiet" type="button" data-t="file-not-now" @click=${notNow}>${t("questions-not-now")}</button>
    </div>
  </div>`;
}

/** @param {TakenIn} taken */
function takenView(taken) {
  const said = [
    taken.new.length > 0 ? t("questions-file-new", { questions: taken.new.length }) : "",
    taken.beside.length > 0 ? t("questions-file-beside", { questions: taken.beside.length }) : "",
    taken.already_here.length > 0 ? t("questions-file-already", { questions: taken.already_here.length }) : "",
  ].filter((sentence) => sentence !== "");
  return html`<div class="card stack wide" role="group" aria-labelledby="file-taken">
    <h3 id="file-taken" tabindex="-1" data-t="file-taken">${t("questions-file-taken")}</h3>
    <ul class="told">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul>
    <div class="cluster">
      <button class="btn" type="button" data-t="file-look" @click=${() => go("questions", { set: taken.set })}>${t("questions-file-look")}</button>
      <button class="btn quiet" type="button" data-t="file-close" @click=${notNow}>${t("common-close")}</button>
    </div>
  </div>`;
}

export function fromFilePart() {
  const { file, taken, trouble, busy } = bringing;
  return html`<p class="soft">${t("questions-file-what")}</p>
    ${trouble ? html`<p class="with-icon" data-t="file-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${taken ? takenView(taken) : file ? preview(file) : html`<button class="btn" type="button" data-t="set-from-file" aria-disabled=${busy} @click=${choose}>${t("questions-file-choose")}</button>`}`;
}
