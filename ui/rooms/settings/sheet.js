// @ts-check
// Twelve words on a sheet: shown, printed or saved, three of them asked back, and only then a second way in.

import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import { drawSheet, dropSheet, keepSheet, saveSheet } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { language, led, t } from "../../lib/i18n.js";
import { refresh, say, state, tell } from "../../lib/store.js";
import { phraseIn, showing, step, written } from "./step.js";
import { isKept, lookAtWordsKept, wordsKeptLine } from "./words-kept.js";

/** @import { Drawn } from "../../wire.js" */

/** Which words are asked back, counted from nothing. */
const askedBack = [1, 6, 10];

const still = () => ({
  /** @type {Drawn | null} */
  drawn: null,
  /** @type {"words" | "back"} */
  step: "words",
  saved: false,
  shown: false,
  busy: false,
  said: "",
  trouble: "",
});
let sheet = still();

async function draw() {
  const mine = sheet;
  if (mine.busy) return;
  mine.busy = true;
  try {
    const drawn = await drawSheet(language());
    if (mine !== sheet) {
      // Settings was left before they came: nobody is shown them, and nothing remembers them.
      if (!sheet.drawn && !sheet.busy) await dropSheet();
      return;
    }
    sheet = { ...still(), drawn };
    focusOn("[data-t=sheet-heading]");
  } catch (why) {
    mine.busy = false;
    tell(why);
  }
  refresh();
}

async function save() {
  const mine = sheet;
  try {
    mine.saved = await saveSheet(language());
    if (mine.saved) say(t("keeping-sheet-saved"));
  } catch (why) {
    tell(why);
  }
  refresh();
}

function askBack() {
  sheet.step = "back";
  refresh();
  focusOn("[data-t=back-1]");
}

async function foldUp() {
  await dropSheet().catch(tell);
  sheet = still();
  refresh();
  focusOn("[data-t=sheet-make]");
}

/** @param {string} said */
async function settle(said) {
  sheet = { ...still(), said };
  await lookAtWordsKept();
  focusOn("[data-t=sheet-said]");
}

/** @param {Event} event */
function keep(event) {
  event.preventDefault();
  const phrase = phraseIn("sheet-passphrase");
  if (phrase === "") return;
  const back = askedBack.map((place) => /** @type {[number, string]} */ ([place, written(`back-${place}`)]));
  step(sheet, async (mine) => {
    const kept = await keepSheet(phrase, back);
    if (kept && mine === sheet) await settle(t("keeping-sheet-kept"));
    if (kept) return;
    mine.trouble = t("keeping-sheet-not-the-same");
    say(mine.trouble);
    focusOn(`[data-t=back-${askedBack[0]}]`);
  }, "sheet-passphrase");
}

/** The words of the sheet open nothing any more. */
const gone = () => settle(t("keeping-words-gone"));

/** @param {Drawn} drawn */
function words({ words: twelve, code }) {
  const frame = `-4 -4 ${code.side + 8} ${code.side + 8}`;
  return html`
    <p>${t("keeping-sheet-what")}</p>
    <ol class="words spoken" data-t="sheet-words" aria-label=${t("keeping-sheet-heading")} lang=${language()}>${twelve.map((word) => html`<li>${word}</li>`)}</ol>
    <p class="small soft">${led(t("keeping-sheet-how"))}<bdi class="typed">${twelve.join("-")}</bdi></p>
    <svg class="square-code" viewBox=${frame} role="img" aria-label=${t("keeping-sheet-code")}>${svg`<path d=${code.path}/>`}</svg>
    <p class="truth">${icon("info")}<span>${t("keeping-sheet-clear")}</span></p>
    ${sheet.saved ? html`<p data-t="sheet-saved">${t("keeping-sheet-saved")}</p>` : nothing}
    <div class="cluster">
      <button class="btn primary" type="button" data-t="sheet-written" @click=${askBack}>${t("keeping-sheet-written")}</button>
      <button class="btn" type="button" data-t="sheet-save" @click=${save}>${icon("print")}<span>${t("keeping-sheet-save")}</span></button>
      <button class="btn quiet" type="button" data-t="sheet-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>`;
}

function back() {
  return html`<form class="stack wide" @submit=${keep} data-t="sheet-back">
    <p>${t("keeping-sheet-back")}</p>
    ${askedBack.map((place) => html`<div class="field"><label for=${`back-${place}`}>${t("keeping-sheet-word", { number: place + 1 })}</label>
      <input class="box" id=${`back-${place}`} data-t=${`back-${place}`} type="text" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off"></div>`)}
    ${passphraseField({ name: "sheet-passphrase", label: t("settings-passphrase-old"), ...showing(sheet), describedBy: "sheet-trouble" })}
    <p class="said-here" id="sheet-trouble" data-t="sheet-trouble">${sheet.trouble}</p>
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="sheet-keep" aria-disabled=${sheet.busy}>${sheet.busy ? t("settings-passphrase-busy") : t("keeping-sheet-keep")}</button>
      <button class="btn quiet" type="button" data-t="sheet-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

export function sheetPart() {
  const { drawn, step: at, said } = sheet;
  const there = isKept("sheet");
  return html`<section class="part" aria-labelledby="twelve-words" data-t="twelve-words">
    <h2 id="twelve-words" tabindex="-1">${t("keeping-words")}</h2>
    <p>${t("keeping-words-what")}</p>
    <p>${t("keeping-words-truth")}</p>
    ${said ? html`<p class="with-icon" data-t="sheet-said" tabindex="-1">${icon("check")}<span>${said}</span></p>` : nothing}
    ${!drawn && !state.readOnly && there ? wordsKeptLine("sheet", gone) : nothing}
    ${drawn
      ? html`<div class="card stack wide"><h3 data-t="sheet-heading" tabindex="-1">${t("keeping-sheet-heading")}</h3>${at === "words" ? words(drawn) : back()}</div>`
      : state.readOnly
        ? nothing
        : html`<button class="btn" type="button" data-t="sheet-make" @click=${draw}>${icon("key")}<span>${there ? t("keeping-sheet-another") : t("keeping-sheet-make")}</span></button>`}
  </section>`;
}

/** Lets go of every word. */
export function leaveSheet() {
  if (sheet.drawn) dropSheet().catch(() => {});
  sheet = still();
}
