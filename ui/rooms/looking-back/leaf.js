// @ts-check
// The head of a leaf of Looking back: the way back to the pages, its name, and what stands beside it.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../elements/icons.js";
import { t } from "../../lib/i18n.js";
import { go } from "../../lib/store.js";

/** @param {string} name @param {unknown} [beside] @param {{ words: string, back: () => void }} [way] Another way back than to the pages. */
export function leafHead(name, beside = nothing, way = { words: t("looking-back-read-back"), back: () => void go("looking-back", { list: true }) }) {
  return html`<button type="button" class="link reading-way" data-t="leaf-back" @click=${way.back}>${icon("back")}${way.words}</button>
    <header class="looking-head"><h1 tabindex="-1" data-t="leaf-title">${name}</h1>${beside}</header>`;
}
