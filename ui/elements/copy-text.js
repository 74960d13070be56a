// @ts-check
// A text to be carried elsewhere by hand: shown whole, chosen with one press, copied with another for a while. It is nobody's
// secret: a card, or a letter that is sealed.

import { html } from "../vendor/lit-html/lit-html.js";
import { copyOut } from "../journal-desk.js";
import { t } from "../lib/i18n.js";
import { say } from "../lib/store.js";
import { icon } from "./icons.js";

/** @param {string} id */
async function copy(id) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
  if (!field) return;
  field.focus();
  field.select();
  // The program puts it there, not the page: only so it can be taken away again.
  const copied = await copyOut(field.value, "a_while").then(() => true, () => false);
  say(copied ? t("common-copied") : t("common-copy-by-hand"));
}

/**
 * @param {object} given
 * @param {string} given.id For its label and for tests.
 * @param {string} given.label
 * @param {string} given.text
 * @param {number} [given.rows]
 */
export function copyText({ id, label, text, rows = 5 }) {
  return html`<div class="field copy-text"><label for=${id}>${label}</label>
    <textarea class="box" id=${id} data-t=${id} rows=${rows} readonly spellcheck="false" .value=${text}></textarea>
    <div><button class="btn" type="button" data-t=${`${id}-copy`} @click=${() => copy(id)}>${icon("tray")}<span>${t("common-copy")}</span></button></div></div>`;
}
