// @ts-check
// The pictures of the page being written, small, below the sheet: what each shows in words, for whoever does not see
// it; taken off and put back; one further up. In the sheet each has its line, which can be moved like any other.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { pictureAddress } from "../journal.js";
import { desk } from "../lib/desk.js";
import { addPicture, moveUp, picturesHere, picturesPasted, putBack, putPictures, sayWhatItShows, takeOff, taking } from "../lib/desk-pictures.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { state } from "../lib/store.js";
import { icon } from "./icons.js";
import { askForPassphrase } from "./keep-sheet.js";

/** @typedef {import("../lib/desk-pictures.js").Shown} Shown */

/** A picture is kept nowhere but in the journal, so there has to be one first. @param {() => unknown} add */
function withJournal(add) {
  if (state.journal === "open") add();
  else askForPassphrase({ closing: false, done: async () => void (await add()) });
}

export function addPictureButton() {
  const busy = taking.now > 0;
  return html`<button class="btn quiet" type="button" data-t="add-picture" aria-disabled=${busy ? "true" : "false"} @click=${() => busy || withJournal(addPicture)}>
    ${icon("picture")}<span>${busy ? t("picture-taking") : t("picture-add")}</span></button>`;
}

/** A picture on the clipboard goes onto the page; words are pasted as ever. @param {ClipboardEvent} event */
export function onPaste(event) {
  const files = picturesPasted(event);
  if (files.length === 0) return;
  event.preventDefault();
  withJournal(() => putPictures(files));
}

/** @param {Shown} shown @param {Shown | undefined} before */
function pictureItem(shown, before) {
  const { picture, number, line } = shown;
  const told = (/** @type {Event} */ event) => {
    if (!ime(event)) sayWhatItShows(shown, /** @type {HTMLInputElement} */ (event.target).value);
  };
  const settledWords = (/** @type {Event} */ event) => sayWhatItShows(shown, /** @type {HTMLInputElement} */ (event.target).value);
  const off = () => {
    takeOff(shown);
    focusOn(`[data-t=picture-put-back][data-number="${number}"]`);
  };
  const up = () => {
    moveUp(shown);
    focusOn(`#picture-${number}`);
  };
  return html`<li class="desk-picture" data-t="desk-picture" data-number=${number}>
    <img src=${pictureAddress(picture.id)} alt=${line?.words || t("picture-number", { number })} width=${picture.width} height=${picture.height} decoding="async">
    ${line ? html`<div class="field"><label for="picture-${number}">${t("picture-shows", { number })}</label>
        <input class="box" id="picture-${number}" data-t="picture-shows" dir="auto" lang=${desk.writing.lang} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
          ${settled(line.words)} @input=${told} @compositionend=${settledWords}>
        <div class="cluster">${before?.line ? html`<button class="link" type="button" data-t="picture-up" @click=${up}>${t("picture-up", { number })}</button>` : nothing}
          <button class="link" type="button" data-t="picture-off" @click=${off}>${t("picture-take-off", { number })}</button></div></div>`
      : html`<div class="field"><p>${t("picture-not-shown", { number })}</p>
        <div class="cluster"><button class="link" type="button" data-t="picture-put-back" data-number=${number} @click=${() => putBack(shown)}>${t("picture-put-back", { number })}</button></div></div>`}
  </li>`;
}

export function deskPictures() {
  const here = picturesHere();
  if (here.length === 0) return nothing;
  return html`<div class="desk-pictures" role="group" aria-labelledby="desk-pictures">
    <h2 id="desk-pictures">${t("picture-here")}</h2>
    <p class="small soft">${t("picture-here-told")}</p>
    <ul>${repeat(here, ({ picture }) => picture.id, (shown, at) => pictureItem(shown, here[at - 1]))}</ul>
  </div>`;
}
