// @ts-check
// Sitting for a while: the page steps back, and a question that stands there stays, asking for nothing. Nobody is told of
// it, and nothing of it is kept: not that it was chosen, and not for how long.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { closeTheBook } from "../lib/closing.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { refresh, state } from "../lib/store.js";
import { icon } from "./icons.js";

function sit() {
  state.sitting = true;
  refresh();
  focusOn("#sit");
}

/** Back to the page, as it was. @returns {boolean} whether somebody was sitting */
export function riseFromSitting() {
  if (!state.sitting) return false;
  state.sitting = false;
  refresh();
  focusOn("[data-t=sheet]");
  return true;
}

export function sitButton() {
  return html`<button class="link" type="button" data-t="sit" @click=${sit}>${t("sitting-still")}</button>`;
}

export function sitView() {
  if (!state.sitting) return nothing;
  return html`<section class="sit stack" aria-labelledby="sit" data-t="sit-here">
    <h1 id="sit" tabindex="-1">${t("sitting-still-here")}</h1>
    <p class="lead">${t("sitting-still-more")}</p>
    <div class="cluster">
      <button class="btn" type="button" data-t="sit-write" @click=${riseFromSitting}>${icon("pencil")}<span>${t("sitting-still-write")}</span></button>
      <button class="btn quiet" type="button" data-t="sit-close-book" @click=${closeTheBook}>${icon("lock")}<span>${t("common-close-book")}</span></button>
    </div></section>`;
}
