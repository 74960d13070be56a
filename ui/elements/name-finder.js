// @ts-check
// Finding somebody among many: a field for some letters of a name, and a list of the names that hold them. A combobox
// as screen readers know it: the focus stays in the field, arrows walk through the list, Enter takes, Escape folds.
// Nothing is taken by leaving the field.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { namesWith } from "../lib/names.js";
import { settled } from "../lib/settled.js";
import { refresh, say } from "../lib/store.js";

/** @typedef {import("../lib/names.js").Named} Named */

/** From how many names on a list is too long to be looked through. */
export const MANY = 24;

/**
 * @typedef {object} Given
 * @property {string} name            For tests, and for the ids of its parts.
 * @property {string} label
 * @property {readonly Named[]} names A list that is never changed in place.
 * @property {string} [chosen]        The name that stands in the field, where one is chosen.
 * @property {string} [nobody]        What choosing nobody is called, where that can be chosen.
 * @property {(id: string | null) => void} choose
 */

/** The finder that is open; there is one at a time. */
const here = { name: "", letters: "", at: -1 };

function fold() {
  Object.assign(here, { name: "", letters: "", at: -1 });
}

/** @param {Given} given @returns {{ options: { id: string | null, called: string }[], more: boolean }} */
function offered({ name, names, nobody }) {
  if (here.name !== name) return { options: [], more: false };
  const { found, more } = namesWith(names, here.letters);
  const none = nobody !== undefined && here.letters.trim() === "" ? [{ id: null, called: nobody }] : [];
  return { options: [...none, ...found], more };
}

/** @param {Given} given @param {number} at */
function show(given, at) {
  here.at = at;
  refresh();
  queueMicrotask(() => queueMicrotask(() => document.querySelector(`#${given.name}-${at}`)?.scrollIntoView({ block: "nearest" })));
}

/** @param {Given} given @param {string} letters */
function open(given, letters) {
  if (here.name !== given.name) fold();
  Object.assign(here, { name: given.name, letters, at: -1 });
  const { options } = offered(given);
  if (letters.trim() !== "") {
    here.at = options.length > 0 ? 0 : -1;
    if (options.length === 0) say(t("find-name-none"));
  }
  refresh();
}

/** @param {Given} given @param {HTMLInputElement} field @param {string | null} id @param {string} called */
function take(given, field, id, called) {
  fold();
  // The field has the focus and so is not filled by the drawing.
  field.value = given.chosen === undefined ? "" : id === null ? "" : called;
  given.choose(id);
  refresh();
  field.focus();
}

/** @param {Given} given */
function keys(given) {
  /** @param {KeyboardEvent} event */
  return (event) => {
    if (ime(event) || event.ctrlKey || event.metaKey) return;
    const field = /** @type {HTMLInputElement} */ (event.currentTarget);
    const isOpen = here.name === given.name;
    const { options } = offered(given);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) open(given, given.chosen !== undefined && field.value === given.chosen ? "" : field.value);
      const all = offered(given).options.length;
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (all > 0) show(given, here.at < 0 ? (step > 0 ? 0 : all - 1) : (here.at + step + all) % all);
    } else if (event.key === "Enter") {
      // Never hands in a form around it.
      event.preventDefault();
      const option = options[here.at];
      if (option) take(given, field, option.id, option.called);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      fold();
      field.value = given.chosen ?? "";
      refresh();
    }
  };
}

/** @param {Given} given */
function listView(given) {
  const { options, more } = offered(given);
  const { name, label } = given;
  const none = options.length === 0;
  return html`<div class="finder-list">
    <ul role="listbox" id="${name}-list" aria-label=${label} ?hidden=${none}>${repeat(options, ({ id }) => id ?? "", (option, at) => html`
      <li role="option" id="${name}-${at}" aria-selected=${at === here.at} data-t="${name}-option"
        @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}
        @click=${() => take(given, /** @type {HTMLInputElement} */ (document.querySelector(`#${name}`)), option.id, option.called)}><bdi dir="auto">${option.called}</bdi></li>`)}</ul>
    ${none ? html`<p class="small soft">${t("find-name-none")}</p>` : more ? html`<p class="small soft">${t("find-name-more")}</p>` : nothing}
  </div>`;
}

/** @param {Given} given */
export function nameFinder(given) {
  const { name, label, chosen } = given;
  const isOpen = here.name === name;
  /** @param {Event} event */
  const heard = (event) => {
    // While a word is being composed the field may lack it: its end comes here, too.
    if (event.type !== "compositionend" && ime(event)) return;
    open(given, /** @type {HTMLInputElement} */ (event.target).value);
  };
  /** @param {Event} event */
  const left = (event) => {
    if (here.name === name) fold();
    /** @type {HTMLInputElement} */ (event.target).value = chosen ?? "";
    refresh();
  };
  return html`<div class="field finder"><label for=${name}>${label}</label>
    <input class="box" id=${name} data-t=${name} type="text" role="combobox" aria-expanded=${isOpen} aria-controls=${isOpen ? `${name}-list` : nothing} aria-autocomplete="list"
      aria-activedescendant=${isOpen && here.at >= 0 ? `${name}-${here.at}` : nothing} aria-describedby="${name}-told" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(chosen ?? "")} @input=${heard} @compositionend=${heard} @keydown=${keys(given)} @blur=${left} @click=${() => { if (here.name !== name) open(given, ""); }}>
    <p class="small soft" id="${name}-told">${t("find-name-told")}</p>
    ${isOpen ? listView(given) : nothing}</div>`;
}
