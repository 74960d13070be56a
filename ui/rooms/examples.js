// @ts-check
// Two made-up exchanges, to see how it can look: read-only, apart from one's own pages, and put away by one button.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { kindWords, shapeIcon } from "../elements/moment-shape.js";
import { inLines } from "../elements/phrases.js";
import { shapeOf } from "../lib/between.js";
import { led, t } from "../lib/i18n.js";
import { go, refresh, say, state, tell } from "../lib/store.js";
import { inPhrases, wordsIn } from "../lib/wording.js";

/** @import { Example, ExampleLetter, Wording } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/** @type {Example[]} */
let list = [];
/** @type {Example | null} */
let shown = null;
/** The questions that letters stay near to, as they are asked now. @type {Map<string, Wording>} */
let asked = new Map();

/** @param {Example} example */
async function readQuestions(example) {
  const ids = example.letters.flatMap(({ question }) => (question === null ? [] : [question]));
  const questions = await Promise.all(ids.map((id) => journal.question(id)));
  asked = new Map(questions.map(({ id, text }) => [id, text]));
}

/** @param {Example} example */
async function putAway(example) {
  try {
    await journal.takeExampleAway(example.id);
    await go("examples");
    say(t("example-is-away"));
  } catch (trouble) {
    tell(trouble);
  }
}

async function bringBack() {
  try {
    await journal.bringExamplesBack();
    list = await journal.examples();
    say(t("guide-examples-here"));
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** Words of an example, in the language spoken now or the nearest there is. @param {Wording} wording @param {(text: string) => unknown} draw */
function inTongue(wording, draw) {
  const { lang, text } = wordsIn(wording);
  return html`<div class="example-words" lang=${lang} dir="auto">${draw(text)}</div>`;
}

/** @param {Example} example @param {ExampleLetter} letter */
function letterView(example, letter) {
  const nth = example.voices.findIndex(({ id }) => id === letter.from);
  const called = wordsIn(example.voices[nth]?.called ?? {});
  const question = letter.question === null ? undefined : asked.get(letter.question);
  const near = question ? wordsIn(question) : null;
  return html`<li class=${nth === 0 ? "example-letter" : "example-letter other"} data-t="example-letter">
    <h2 lang=${called.lang}>${called.text}</h2>
    ${letter.moment ? html`<p class="thread-what small soft">${shapeIcon(shapeOf(letter.moment))}<span>${kindWords(letter.moment)}</span></p>` : nothing}
    ${near ? html`<p class="example-near"><span class="small soft">${led(t("example-near"))}</span><bdi class=${inPhrases("example-question", near.text, near.lang)} lang=${near.lang}>${inLines(near.text, near.lang)}</bdi></p>` : nothing}
    ${inTongue(letter.text, (text) => text.split("\n\n").map((paragraph) => html`<p>${paragraph}</p>`))}</li>`;
}

/** @param {Example} example */
function oneView(example) {
  const [title, about] = [wordsIn(example.title), wordsIn(example.about)];
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="example-back" @click=${() => go("examples")}>${icon("back")}${t("example-all")}</button></div>
    <header class="tie-head"><h1 tabindex="-1" lang=${title.lang}>${title.text}</h1><p class="lead" lang=${about.lang}>${about.text}</p></header>
    <ol class="example-letters" data-t="example">${example.letters.map((letter) => letterView(example, letter))}</ol>
    ${state.readOnly ? nothing : html`<div><button class="btn quiet" type="button" data-t="example-put-away" @click=${() => putAway(example)}>${icon("tray")}<span>${t("example-put-away")}</span></button></div>`}`;
}

/** @param {Example} example */
function lineView(example) {
  const [title, about] = [wordsIn(example.title), wordsIn(example.about)];
  return html`<li class="set-line"><h2><button class="link" type="button" lang=${title.lang} data-t="example-open" @click=${() => go("examples", { example: example.id })}>${title.text}</button></h2>
    <p lang=${about.lang}>${about.text}</p></li>`;
}

function listView() {
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="examples-back" @click=${() => go("guide")}>${icon("back")}${t("guide-title")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("example-title")}</h1><p class="lead">${list.length > 0 ? t("example-lead") : t("example-none")}</p></header>
    ${list.length > 0 ? html`<ul class="set-list" data-t="examples-list">${list.map(lineView)}</ul>` : nothing}
    ${list.length > 0 || state.readOnly ? nothing : html`<div><button class="btn" type="button" data-t="examples-bring-back" @click=${bringBack}>${t("guide-examples-back")}</button></div>`}`;
}

/** @type {Room & { back(): boolean }} */
export const examples = {
  name: "examples",

  /** @param {{ example?: string }} params */
  async enter({ example }) {
    list = await journal.examples();
    shown = list.find(({ id }) => id === example) ?? null;
    if (shown) await readQuestions(shown);
  },

  leave() {
    list = [];
    shown = null;
    asked = new Map();
  },

  main: () => html`<div class="tie-room own" data-t="examples">${shown ? oneView(shown) : listView()}</div>`,

  back() {
    void go(shown ? "examples" : "guide");
    return true;
  },
};
