// @ts-check
// A practice: a rhythm in one's own words, and the sets of questions that belong to it. Nothing reminds of it, nothing
// counts how often, and it can be let go without a word.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { live } from "../vendor/lit-html/directives/live.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { eraseTwice, forgetErasing, ownField } from "../elements/own-field.js";
import { focusOn } from "../lib/focus.js";
import { language, t } from "../lib/i18n.js";
import { leaveSmallWords, smallWords, toKeep } from "../lib/small-words.js";
import { go, refresh, say, state, tell } from "../lib/store.js";
import { wordsIn } from "../lib/wording.js";

/** @import { Practice, QuestionSetLine } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/** @type {Practice | null} */
let one = null;
/** @type {QuestionSetLine[]} */
let sets = [];
let changing = false;
/** The room it was opened from. @type {"company" | "questions"} */
let came = "company";

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** What is written, when anything is. A set that was erased meanwhile is no part of it. @param {Practice} practice */
const keep = async (practice) => {
  const chosen = practice.sets.filter((id) => sets.some((set) => set.id === id));
  if (practice.rhythm_in_words.trim() !== "" || chosen.length > 0) await journal.setPractice({ ...practice, sets: chosen });
};

const change = () => {
  one ??= { sets: [], rhythm_in_words: "", lang: language() };
  changing = true;
  refresh();
  focusOn("[data-t=practice-rhythm]");
};

async function look() {
  [one, sets] = await Promise.all([journal.practice(), journal.questionSets()]);
}

const read = () => doing(async () => {
  await leaveSmallWords();
  await look();
  changing = false;
  forgetErasing();
  focusOn("h1");
});

const letGo = () => doing(async () => {
  await leaveSmallWords();
  await journal.setPractice(null);
  one = null;
  changing = false;
  say(t("practice-gone"));
  focusOn("h1");
});

/** @param {QuestionSetLine} set */
function setLink({ id, title }) {
  const { lang, text } = wordsIn(title);
  return html`<li><button class="link" type="button" dir="auto" lang=${lang || nothing} data-t="practice-set" @click=${() => go("questions", { set: id })}>${text}</button></li>`;
}

function readView() {
  const chosen = sets.filter(({ id }) => one?.sets.includes(id));
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="practice-back" @click=${() => go(came)}>${icon("back")}${came === "questions" ? t("common-questions") : t("company-title")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("practice-title")}</h1><p class="lead">${t("practice-told")}</p></header>
    ${one ? nothing : html`<p class="soft">${t("practice-none")}</p>`}
    ${one?.rhythm_in_words ? html`<p class="company-who" dir="auto" lang=${one.lang || nothing} data-t="practice-words">${one.rhythm_in_words}</p>` : nothing}
    ${chosen.length > 0 ? html`<section class="stack tight" aria-labelledby="practice-sets"><h2 id="practice-sets">${t("practice-sets")}</h2><ul data-t="practice-list">${repeat(chosen, ({ id }) => id, setLink)}</ul></section>` : nothing}
    ${state.readOnly ? nothing : html`<div class="cluster"><button class="btn" type="button" data-t="practice-change" @click=${change}>${icon("pencil")}<span>${one ? t("practice-change") : t("practice-begin")}</span></button></div>`}`;
}

/** @param {Practice} practice @param {QuestionSetLine} set */
function choiceView(practice, { id, title }) {
  const { lang, text } = wordsIn(title);
  const choose = (/** @type {Event} */ event) => {
    const on = /** @type {HTMLInputElement} */ (event.target).checked;
    practice.sets = on ? [...practice.sets, id] : practice.sets.filter((each) => each !== id);
    toKeep("practice", () => keep(practice));
    refresh();
  };
  return html`<label class="choice"><input type="checkbox" data-t="practice-choose" .checked=${live(practice.sets.includes(id))} @change=${choose}>
    <span dir="auto" lang=${lang || nothing}>${text}</span></label>`;
}

/** @param {Practice} practice */
function changeView(practice) {
  const wrote = smallWords("practice", (words) => { practice.rhythm_in_words = words; }, () => keep(practice));
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="practice-read" @click=${read}>${icon("back")}${t("practice-to-read")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("practice-title")}</h1><p class="lead">${t("practice-told")}</p></header>
    ${ownField({ id: "practice-rhythm", name: "practice-rhythm", label: t("practice-rhythm"), words: practice.rhythm_in_words, lang: practice.lang, wrote, rows: 2, hint: t("practice-rhythm-hint") })}
    <fieldset class="field"><legend>${t("practice-sets")}</legend><div class="own-choices">${repeat(sets, ({ id }) => id, (set) => choiceView(practice, set))}</div></fieldset>
    <div class="tie-folds"><details data-t="practice-let-go-fold"><summary>${icon("down")}${t("practice-let-go")}</summary><div class="stack"><p>${t("practice-let-go-told")}</p>
      <div class="cluster">${eraseTwice("practice", t("practice-erase"), letGo)}</div></div></details></div>`;
}

/** @type {Room & { back(): boolean }} */
export const practice = {
  name: "practice",

  /** @param {{ from?: "questions" }} params */
  async enter({ from }) {
    await leaveSmallWords();
    came = from ?? "company";
    changing = false;
    await look();
  },

  async leave() {
    await leaveSmallWords();
    forgetErasing();
    changing = false;
    one = null;
    sets = [];
  },

  main: () => html`<div class="tie-room own" data-t="practice">${changing && one ? changeView(one) : readView()}</div>`,

  back() {
    if (changing) void read();
    else void go(came);
    return true;
  },
};
