// @ts-check
// A letter that is sealed: for each reader a file to be saved, or a text to be put into a mail; for somebody without
// Awai also the words that open it. It is carried by hand; nothing is sent from here.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { t } from "../lib/i18n.js";
import { refresh, say, tell } from "../lib/store.js";
import { watched } from "../lib/underway.js";
import { copyText } from "./copy-text.js";
import { letterHeadwayView } from "./headway.js";
import { icon } from "./icons.js";
import { sizeWords } from "./letter-leaving.js";

/** @import { SealedTold } from "../wire.js" */

/** More bytes than this are no body of a mail, and no text for a field. */
const MOST_AS_TEXT = 2_000_000;

const hands = {
  /** The file that is being saved now, or "". */
  saving: "",
  /** Files that were saved. @type {Set<string>} */
  saved: new Set(),
  /** The texts that were asked for, by file. @type {Map<string, string>} */
  texts: new Map(),
};

export function emptyHands() {
  hands.saved.clear();
  hands.texts.clear();
  hands.saving = "";
}

/** Whether each of them is on the disk or stood here as text. @param {SealedTold[]} all */
export const inHands = (all) => all.length > 0 && all.every(({ file }) => hands.saved.has(file) || hands.texts.has(file));

/** @param {SealedTold} one @param {(file: string) => Promise<boolean>} write */
async function save(one, write) {
  if (hands.saving) return;
  hands.saving = one.file;
  refresh();
  try {
    if (await watched(() => write(one.file))) {
      hands.saved.add(one.file);
      say(t("sealing-saved"));
    }
  } catch (trouble) {
    tell(trouble);
  }
  if (hands.saving === one.file) hands.saving = "";
  refresh();
}

/** @param {SealedTold} one */
async function asText(one) {
  try {
    hands.texts.set(one.file, await letters.sealedText(one.file));
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** Eight words to be said by voice. @param {string[]} words @param {string} name */
export const spokenWords = (words, name) => html`<ol class="words spoken" data-t=${name}>${words.map((word) => html`<li>${word}</li>`)}</ol>`;

/** @param {SealedTold} one */
function wordsView(one) {
  if (one.words.length === 0) return nothing;
  return html`<div class="stack wide tight"><h3>${t("companions-words")}</h3><p>${t("sealing-words-told")}</p>
    ${spokenWords(one.words, "sealed-words")}</div>`;
}

/** @param {SealedTold} one @param {number} number */
function oneView(one, number) {
  const text = hands.texts.get(one.file);
  const saved = hands.saved.has(one.file);
  const busy = hands.saving !== "";
  return html`<li class="card stack wide" data-t="sealed-one"><h2><bdi dir="auto">${one.called}</bdi></h2>
    <p class="small soft">${sizeWords(one.size)}</p>
    ${wordsView(one)}
    <div class="cluster"><button class="btn ${saved ? "" : "primary"}" type="button" data-t="sealed-save" aria-disabled=${busy} @click=${() => save(one, letters.saveSealed)}>${icon("tray")}<span>${saved ? t("companions-save-again") : t("companions-save")}</span></button>
      ${one.words.length > 0 ? html`<button class="btn" type="button" data-t="sealed-page" aria-disabled=${busy} @click=${() => save(one, letters.saveSealedPage)}>${icon("eye")}<span>${t("sealing-as-page")}</span></button>` : nothing}
      ${saved ? html`<span class="soft saved" data-t="sealed-saved">${icon("check")}${t("sealing-saved")}</span>` : nothing}
      ${one.size > MOST_AS_TEXT ? nothing : html`<button class="btn" type="button" data-t="sealed-text" @click=${() => asText(one)}>${icon("lines")}<span>${t("sealing-as-text")}</span></button>`}</div>
    ${hands.saving === one.file ? letterHeadwayView() : nothing}
    ${one.size > MOST_AS_TEXT ? html`<p class="small soft" data-t="sealed-too-long">${t("sealing-as-text-too-long")}</p>` : nothing}
    ${one.words.length > 0 ? html`<p class="small soft">${t("sealing-as-page-told")}</p>` : nothing}
    ${text ? copyText({ id: `sealed-text-${number}`, label: t("sealing-text-label"), text, rows: 6 }) : nothing}</li>`;
}

/** @param {SealedTold[]} all */
export function letterSealed(all) {
  return html`<section class="stack wide" aria-labelledby="letter-carry" data-t="sealed"><h2 class="vh" id="letter-carry">${t("sealing-carry")}</h2>
    <p class="lead">${t("sealing-carry-told")}</p>
    <ul class="sealed-list">${all.map(oneView)}</ul></section>`;
}
