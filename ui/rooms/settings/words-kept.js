// @ts-check
// The line that says twelve words open the book, too: on a sheet or in an envelope. The passphrase is asked again
// before they open nothing any more.

import { html } from "../../vendor/lit-html/lit-html.js";
import { letGoOfWords, Trouble } from "../../journal.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { inWords, refresh, say } from "../../lib/store.js";

/** @import { WordsKept } from "../../wire.js" */

const still = () => ({
  /** What is to open no longer, once the passphrase was given. @type {WordsKept | null} */
  leaving: null,
  shown: false,
  busy: false,
  trouble: "",
});
let going = still();

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

/** @param {Event} event @param {() => Promise<void>} gone */
async function remove(event, gone) {
  event.preventDefault();
  const phrase = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=remove-passphrase]"))?.value ?? "";
  const mine = going;
  if (phrase === "" || mine.busy || !mine.leaving) {
    focusOn("[data-t=remove-passphrase]");
    return;
  }
  Object.assign(mine, { busy: true, trouble: "" });
  refresh();
  try {
    await letGoOfWords(mine.leaving, phrase);
    if (mine !== going) return;
    going = still();
    await gone();
  } catch (why) {
    mine.trouble = inWords(why);
    say(mine.trouble);
    if (why instanceof Trouble && why.kind === "wrong_passphrase") focusOn("[data-t=remove-passphrase]");
  } finally {
    mine.busy = false;
    refresh();
  }
}

/** @param {WordsKept} kept @param {() => Promise<void>} gone What follows when they open nothing any more. */
export function wordsKeptLine(kept, gone) {
  const there = html`<p>${kept === "sheet" ? t("keeping-sheet-there") : t("keeping-envelope-there")}</p>`;
  if (going.leaving !== kept) {
    return html`<div class="cluster">${there}
      <button class="btn" type="button" data-t=${`remove-${kept}`} @click=${() => askToRemove(kept)}>${t("keeping-words-remove")}</button></div>`;
  }
  const toggle = () => {
    going.shown = !going.shown;
    refresh();
  };
  return html`<form class="card stack wide" @submit=${(/** @type {Event} */ event) => remove(event, gone)} data-t="remove-form">${there}
    ${passphraseField({ name: "remove-passphrase", label: t("settings-passphrase-old"), shown: going.shown, toggle, describedBy: "remove-trouble" })}
    <p class="said-here" id="remove-trouble" data-t="remove-trouble">${going.trouble}</p>
    <div class="cluster">
      <button class="btn" type="submit" data-t="remove-go" aria-disabled=${going.busy}>${t("keeping-words-remove")}</button>
      <button class="btn quiet" type="button" data-t="remove-not-now" @click=${keepThem}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

/** Lets go of what was being removed. */
export function leaveWordsKept() {
  going = still();
}
