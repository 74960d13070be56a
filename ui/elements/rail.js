// @ts-check
// The rail: where one can go, and the button that closes the book, in the same place in every room.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { closeTheBook } from "../lib/closing.js";
import { t } from "../lib/i18n.js";
import { go, state } from "../lib/store.js";
import { hideAtOnce, hideInRail } from "./hide-now.js";
import { icon, mark } from "./icons.js";

/** @param {string} key @returns {string} The shortcut as this computer's keyboard names it. */
export function modKey(key) {
  return state.system === "macos" ? `⌘${key}` : `Ctrl ${key}`;
}

/** @param {string} key @returns {string} The same shortcut as `aria-keyshortcuts` names it. */
export function spokenKey(key) {
  return state.system === "macos" ? `Meta+${key}` : `Control+${key}`;
}

/** The places in their order: Ctrl and a digit leads to each of them. @returns {[string, import("./icons.js").IconName, string][]} */
export function places() {
  return [
    ["today", "pencil", t("common-today")],
    ["questions", "question", t("common-questions")],
    ["between", "people", t("between-title")],
    ["toward", "forward", t("toward-title")],
    ["letters", "letter", t("letters-title")],
    ["looking-back", "lines", t("common-looking-back")],
    ["settings", "sun", t("common-settings")],
  ];
}

/** Rooms that are reached through another, and are shown as it. @type {Record<string, string>} */
const within = { sitting: "questions", "my-words": "company", practice: "company", examples: "guide" };

/** @param {[string, import("./icons.js").IconName, string]} place @param {string} [key] The shortcut, as it is announced. */
function place([room, drawn, words], key) {
  const here = (within[state.room] ?? state.room) === room;
  return html`<button type="button" data-t=${`nav-${room}`} aria-current=${here ? "page" : nothing} aria-keyshortcuts=${key ?? nothing} @click=${() => go(room)}>
    ${icon(drawn)}<span>${words}</span></button>`;
}

function focusMain() {
  /** @type {HTMLElement | null} */ (document.querySelector("main h1, main"))?.focus();
}

export function rail() {
  // Before there is a journal there is only the page, the guide, and the way to close it.
  const open = state.journal === "open";
  return html`
    <button class="btn skip" type="button" @click=${focusMain}>${t("common-skip")}</button>
    ${hideAtOnce()}
    <div class="brand">${mark()}<span>${t("common-awai")}<small>${t("common-subtitle")}</small></span></div>
    <nav class="nav" aria-label=${t("common-rooms")}>
      ${open ? html`${places().map((each) => place(each))}
        <hr class="nav-between">
        ${place(["company", "lamp", t("company-title")], "Alt+C")}` : nothing}
      ${place(["guide", "book", t("guide-title")], "F1")}
    </nav>
    <div class="foot">
      <button class="btn wide" type="button" data-t="close-book" aria-keyshortcuts=${spokenKey("L")} @click=${closeTheBook}>
        <span>${icon("lock")}${t("common-close-book")}</span><kbd aria-hidden="true">${modKey("L")}</kbd></button>
      ${hideInRail()}
    </div>`;
}
