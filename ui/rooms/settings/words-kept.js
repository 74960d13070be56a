// @ts-check
// Whether twelve words open the book, too: on a sheet or in an envelope, and the line that says so. The passphrase is
// asked again before they open nothing any more.

import { html } from "../../vendor/lit-html/lit-html.js";
import { letGoOfWords, wordsKept } from "../../journal.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { refresh, tell } from "../../lib/store.js";
import { phraseIn, showing, step } from "./step.js";

/** @import { WordsKept } from "../../wire.js" */

const still = () => ({
  /** What is to open no longer, once the passphrase was given. @type {WordsKept | null} */
  leaving: null,
  shown: false,
  busy: false,
  trouble: "",
});
let going = still();

/** Those that open the book. @type {WordsKept[]} */
let there = [];

/** @param {WordsKept} kept */
export const isKept = (kept) => there.includes(kept);

/** Asks which words open the book. */
export async function lookAtWordsKept() {
  try {
    there = await wordsKept();
  } catch (why) {
    tell(why);
  }
  refresh();
}

/** @param {WordsKept} kept */
function askToRemove(kept) {
  going = { ...still(), leaving: kept };
  refresh();
  focusOn("[data-t=remove-passphrase]");
}

function keepThem() {
  const kept = going.leaving;
  going = still();
  refresh();
  focusOn(`[data-t=remove-${kept}]`);
}

/** @param {Event} event @param {WordsKept} kept @param {() => Promise<void>} gone */
function remove(event, kept, gone) {
  event.preventDefault();
  const phrase = phraseIn("remove-passphrase");
  if (phrase === "") return;
  step(going, async (mine) => {
    await letGoOfWords(kept, phrase);
    if (mine !== going) return;
    going = still();
    await gone();
  }, "remove-passphrase");
}

/** @param {WordsKept} kept @param {() => Promise<void>} gone What follows when they open nothing any more. */
export function wordsKeptLine(kept, gone) {
  const line = html`<p>${kept === "sheet" ? t("keeping-sheet-there") : t("keeping-envelope-there")}</p>`;
  if (going.leaving !== kept) {
    return html`<div class="cluster">${line}
      <button class="btn" type="button" data-t=${`remove-${kept}`} @click=${() => askToRemove(kept)}>${t("keeping-words-remove")}</button></div>`;
  }
  return html`<form class="card stack wide" @submit=${(/** @type {Event} */ event) => remove(event, kept, gone)} data-t="remove-form">${line}
    ${passphraseField({ name: "remove-passphrase", label: t("settings-passphrase-old"), ...showing(going), describedBy: "remove-trouble" })}
    <p class="said-here" id="remove-trouble" data-t="remove-trouble">${going.trouble}</p>
    <div class="cluster">
      <button class="btn" type="submit" data-t="remove-go" aria-disabled=${going.busy}>${t("keeping-words-remove")}</button>
      <button class="btn quiet" type="button" data-t="remove-not-now" @click=${keepThem}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

/** Lets go of what was seen and of what was being removed. */
export function leaveWordsKept() {
  going = still();
  there = [];
}
