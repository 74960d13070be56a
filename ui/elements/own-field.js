// @ts-check
// Fields for the few words a person keeps at hand, and erasing them. What is written is kept at every pause; erasing
// is asked for twice.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { t } from "../lib/i18n.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords } from "../lib/small-words.js";
import { refresh } from "../lib/store.js";
import { icon } from "./icons.js";

/**
 * A field of a few words.
 * @param {object} field
 * @param {string} field.id Of the field, for its label.
 * @param {string} field.name For tests.
 * @param {string} field.label
 * @param {string} field.words What it holds.
 * @param {string} field.lang
 * @param {(event: Event) => void} field.wrote
 * @param {number} [field.rows]
 * @param {string} [field.hint]
 */
export function ownField({ id, name, label, words, lang, wrote, rows = 1, hint }) {
  return html`<div class="field"><label for=${id}>${label}</label>
    <textarea class="box own-words" id=${id} rows=${rows} data-t=${name} dir="auto" lang=${lang || nothing} placeholder=${hint ?? nothing}
      autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(words)} @input=${wrote} @compositionend=${wrote} @blur=${keepSmallWords} ${growing()}></textarea></div>`;
}

/** What erasing does not reach, said before it is done. The button that takes it back is described by it. */
export const copiesStill = () => html`<span class="small soft" id="copies-still" data-t="copies-still">${t("common-copies-still")}</span>`;

/** What is about to be erased, and was asked for once. */
let sure = "";

/** Nothing is about to be erased any more. */
export function forgetErasing() {
  sure = "";
}

/**
 * @param {string} id Of what is erased.
 * @param {string} named What the button does, said whole.
 * @param {() => Promise<void>} erase
 */
export function eraseTwice(id, named, erase) {
  /** @param {string} next @param {string} focus */
  const ask = (next, focus) => {
    sure = next;
    refresh();
    focusOn(focus);
  };
  if (sure !== id) {
    return html`<button class="btn quiet" type="button" data-t="own-erase" id="erase-${id}" aria-label=${named} @click=${() => ask(id, "[data-t=own-erase-no]")}>${t("tie-naming-erase")}</button>`;
  }
  const yes = () => {
    sure = "";
    return erase();
  };
  return html`${copiesStill()}<button class="btn" type="button" data-t="own-erase-no" aria-describedby="copies-still" @click=${() => ask("", `[id="erase-${id}"]`)}>${t("tie-erase-no")}</button>
    <button class="btn care" type="button" data-t="own-erase-yes" @click=${yes}>${icon("close")}<span>${t("tie-erase-yes")}</span></button>`;
}
