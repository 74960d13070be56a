// @ts-check
// Reading together on one screen: what was chosen, and nothing else. The book is closed behind it and there is no way
// from here to any other page; the passphrase opens the book again.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { pictureAddress } from "../journal.js";
import { readTogether } from "../journal-arriving.js";
import { blocksView } from "../elements/blocks.js";
import { hideInCorner } from "../elements/hide-now.js";
import { icon } from "../elements/icons.js";
import { calledOf, hasWords, kindWords, toldDay, wordsOfLetter } from "../elements/letter-parts.js";
import { closeTheBook } from "../lib/closing.js";
import { dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { go, refresh } from "../lib/store.js";

/** @import { LetterFace, ReadTogether } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/** @type {ReadTogether[]} */
let all = [];
/** Those whose cover was opened. @type {Set<ReadTogether>} */
const uncovered = new Set();

/** @param {ReadTogether} one */
const coverOf = (one) => (one.kind === "page" ? one.cover : one.letter.face.cover);
/** @param {ReadTogether} one */
const langOf = (one) => (one.kind === "page" ? one.lang : one.letter.face.lang);

/** @param {ReadTogether} one */
function uncover(one) {
  uncovered.add(one);
  refresh();
}

/** @param {ReadTogether} one */
function wordsView(one) {
  if (coverOf(one) && !uncovered.has(one)) {
    return html`<div class="reading-sheet reading-cover" data-t="cover"><p class="reading-cover-words" dir="auto" lang=${langOf(one) || nothing}>${coverOf(one)}</p>
      <button type="button" class="btn" data-t="cover-open" @click=${() => uncover(one)}>${icon("eye")}${t("looking-back-read-cover-open")}</button></div>`;
  }
  if (one.kind === "letter") return !hasWords(one.letter) ? nothing : html`<div class="reading-sheet">${wordsOfLetter(one.letter, { version: one.version })}</div>`;
  return html`<div class="reading-sheet" lang=${one.lang || nothing}><div class="reading-words">${one.title ? html`<h3 dir="auto">${one.title}</h3>` : nothing}${blocksView(one.blocks, { level: 4, media: pictureAddress })}</div></div>`;
}

/** What it is, whose and of which day: how a pair came about is nothing for two to read. @param {LetterFace} face */
const letterHead = ({ kind, writer, sealed }) => html`<h2>${kindWords(kind)} · ${calledOf(writer)}${sealed ? html` · <bdi dir="auto">${toldDay(sealed)}</bdi>` : nothing}</h2>`;

/** @param {ReadTogether} one */
function oneView(one) {
  return html`<article class="together-one" data-t="together-one">
    ${one.kind === "page" ? html`<h2>${dayLong(one.day)}</h2>` : letterHead(one.letter.face)}
    ${wordsView(one)}</article>`;
}

/** @type {Room} */
export const together = {
  name: "together",

  async enter() {
    all = await readTogether();
    uncovered.clear();
  },

  leave() {
    all = [];
    uncovered.clear();
  },

  main: () => html`<div class="together" data-t="together">${hideInCorner()}<h1 tabindex="-1">${t("together-title")}</h1><p class="lead">${t("together-told")}</p>
    ${all.map(oneView)}
    <div class="together-foot cluster"><button class="btn" type="button" data-t="together-leave" @click=${() => go("unlock")}>${icon("unlocked")}<span>${t("together-leave")}</span></button>
      <button class="btn" type="button" data-t="together-close" @click=${closeTheBook}>${icon("lock")}<span>${t("common-close-book")}</span></button></div></div>`,
};
