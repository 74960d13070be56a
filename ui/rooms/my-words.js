// @ts-check
// My words: a word that was handed to me, my own for it, and why. It is read when I look something up; no page is
// ever changed by it, and nothing is put right while one writes.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { eraseTwice, ownField } from "../elements/own-field.js";
import { language, t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { foundIn, isBlank, PARTS } from "../lib/my-words.js";
import { ownList } from "../lib/own-list.js";
import { smallWords } from "../lib/small-words.js";
import { go, refresh, state } from "../lib/store.js";

/** @import { MyWord, NewMyWord } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

const NEW = "my words new";

/** @type {ReturnType<typeof ownList<MyWord, NewMyWord>>} */
const own = ownList({
  field: NEW,
  first: "[data-t=my-words-new-their_word]",
  blank: () => ({ their_word: "", my_word: "", because: "", lang: language() }),
  isBlank,
  all: journal.myWords,
  async add(fresh) {
    const words = { ...fresh, their_word: fresh.their_word.trim(), my_word: fresh.my_word.trim(), because: fresh.because.trim() };
    return { id: await journal.addMyWord(words), words };
  },
  erase: journal.eraseMyWord,
});
/** What is looked up; kept nowhere. */
let sought = "";

/** @param {"their_word" | "my_word" | "because"} part */
function partWords(part) {
  return { their_word: t("my-words-theirs"), my_word: t("my-words-mine"), because: t("my-words-because") }[part];
}

/** @param {SubmitEvent} event */
function add(event) {
  event.preventDefault();
  own.add(t("my-words-added"));
}

/** @param {MyWord} one */
const keep = async ({ id, words }) => {
  if (!isBlank(words)) await journal.changeMyWord(id, words);
};

function findView() {
  /** @param {Event} event */
  const seek = (event) => {
    if (event.type !== "compositionend" && ime(event)) return;
    sought = /** @type {HTMLInputElement} */ (event.target).value;
    refresh();
  };
  return html`<div class="field"><label for="my-words-find">${t("my-words-find")}</label>
    <input class="box" id="my-words-find" data-t="my-words-find" type="search" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      @input=${seek} @compositionend=${seek}></div>`;
}

/** @param {MyWord} one */
function oneView({ words }) {
  return html`<li class="my-word" data-t="my-word" lang=${words.lang || nothing}>
    ${words.their_word ? html`<p class="my-word-theirs"><span class="vh" lang=${language()}>${t("my-words-theirs")}</span> <bdi dir="auto">${words.their_word}</bdi></p>` : nothing}
    ${words.my_word ? html`<p class="my-word-mine"><span class="vh" lang=${language()}>${t("my-words-mine")}</span> <bdi dir="auto">${words.my_word}</bdi></p>` : nothing}
    ${words.because ? html`<p class="my-word-because" dir="auto">${words.because}</p>` : nothing}</li>`;
}

function readView() {
  const found = foundIn(own.list, sought);
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="my-words-back" @click=${() => go("company")}>${icon("back")}${t("company-title")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("my-words-title")}</h1><p class="lead">${t("my-words-told")}</p></header>
    ${own.list.length > 0 ? findView() : html`<p class="soft">${t("my-words-none")}</p>`}
    ${found.length > 0 ? html`<ul class="company" data-t="my-words-list">${repeat(found, ({ id }) => id, oneView)}</ul>` : own.list.length > 0 ? html`<p class="soft" data-t="my-words-not-found">${t("my-words-not-found")}</p>` : nothing}
    ${state.readOnly ? nothing : html`<div><button class="btn" type="button" data-t="my-words-change" @click=${own.change}>${icon("pencil")}<span>${t("own-change")}</span></button></div>`}`;
}

/** @param {MyWord} one */
function changeOne(one) {
  const { id, words } = one;
  const fields = PARTS.map((part) => ownField({
    id: `${part}-${id}`, name: `my-words-${part}`, label: partWords(part), words: words[part], lang: words.lang,
    wrote: smallWords(`my word ${id}`, (written) => { words[part] = written; }, () => keep(one)),
  }));
  return html`<li class="own-one">${fields}<div class="cluster">${eraseTwice(id, t("own-erase-of", { what: words.their_word || words.my_word }), () => own.erase(one))}</div></li>`;
}

function newView() {
  const fields = PARTS.map((part) => ownField({
    id: `my-words-new-${part}`, name: `my-words-new-${part}`, label: partWords(part), words: own.fresh[part], lang: own.fresh.lang,
    wrote(event) {
      own.fresh[part] = /** @type {HTMLTextAreaElement} */ (event.target).value;
      own.written();
    },
  }));
  return html`<form class="card stack wide" aria-labelledby="my-words-new" @submit=${add}><h2 id="my-words-new">${t("my-words-new")}</h2>${fields}
    <div><button class="btn" type="submit" data-t="my-words-add">${icon("plus")}<span>${t("my-words-add")}</span></button></div></form>`;
}

function changeView() {
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="my-words-read" @click=${own.read}>${icon("back")}${t("my-words-to-read")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("my-words-title")}</h1></header>
    ${own.list.length > 0 ? html`<ul class="own-list">${repeat(own.list, ({ id }) => id, changeOne)}</ul>` : nothing}
    ${newView()}`;
}

/** @type {Room & { back(): boolean }} */
export const myWords = {
  name: "my-words",

  async enter() {
    sought = "";
    await own.enter();
  },

  async leave() {
    sought = "";
    await own.leave();
  },

  main: () => html`<div class="tie-room own" data-t="my-words">${own.changing ? changeView() : readView()}</div>`,

  back() {
    if (own.changing) void own.read();
    else void go("company");
    return true;
  },
};
