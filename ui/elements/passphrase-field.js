// @ts-check
// One field for a passphrase: veiled, with a button that shows it. It may be pasted, and a password manager may
// fill it. In Japanese it is a text field veiled by style: a password field would turn the input method off.

import { html } from "../vendor/lit-html/lit-html.js";
import { language, t } from "../lib/i18n.js";
import { icon } from "./icons.js";

/**
 * @param {object} field
 * @param {string} field.name For its id and for tests.
 * @param {string} field.label
 * @param {boolean} field.shown
 * @param {() => void} field.toggle
 * @param {(phrase: string) => void} [field.written]
 * @param {string} [field.describedBy]
 * @param {boolean} [field.isNew]
 */
export function passphraseField({ name, label, shown, toggle, written, describedBy = "", isNew = false }) {
  const typed = language() === "ja" || shown ? "text" : "password";
  /** @param {Event} event */
  const input = (event) => written?.(/** @type {HTMLInputElement} */ (event.target).value);
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <div class="with-tool">
      <input class=${shown ? "box" : "box veiled"} id=${name} data-t=${name} type=${typed} dir="auto"
        autocomplete=${isNew ? "new-password" : "current-password"} spellcheck="false" autocorrect="off" autocapitalize="off"
        aria-describedby=${describedBy} @input=${input}>
      <button class="btn" type="button" data-t=${`${name}-show`} aria-pressed=${shown} aria-controls=${name} @click=${toggle}>
        ${icon(shown ? "eye-off" : "eye")}<span>${t("common-show")}</span>
        <span class="vh">${label}</span>
      </button>
    </div>
  </div>`;
}
