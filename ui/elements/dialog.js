// @ts-check
// A sheet laid over the page: the browser's own dialog, which holds the focus and gives it back.

import { html } from "../vendor/lit-html/lit-html.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import { hideInSheet } from "./hide-now.js";

/** @import { TemplateResult } from "../vendor/lit-html/lit-html.js" */

/** @param {Element | undefined} element */
function open(element) {
  if (element instanceof HTMLDialogElement && !element.open) {
    // Drawn first, opened after: only a dialog in the page can be modal.
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  }
}

/**
 * @param {object} sheet
 * @param {string} sheet.name For tests and for the link to its heading.
 * @param {string} sheet.heading
 * @param {TemplateResult} sheet.content
 * @param {() => void} sheet.putAway What Escape does; nothing is lost by it.
 */
export function dialog({ name, heading, content, putAway }) {
  /** @param {Event} event */
  const cancel = (event) => {
    event.preventDefault();
    /** @type {HTMLDialogElement} */ (event.currentTarget).close();
    putAway();
  };
  return html`<dialog data-t=${name} aria-labelledby=${`${name}-heading`} @cancel=${cancel} ${ref(open)}>
    <div class="stack wide">
      <div class="sheet-head"><h2 id=${`${name}-heading`} tabindex="-1" autofocus>${heading}</h2>${hideInSheet()}</div>
      ${content}
    </div>
  </dialog>`;
}

/** Closes whatever sheet lies open, so that the focus goes back to where it was. */
export function closeDialogs() {
  for (const each of document.querySelectorAll("dialog[open]")) /** @type {HTMLDialogElement} */ (each).close();
}
