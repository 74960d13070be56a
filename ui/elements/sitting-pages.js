// @ts-check
// Under a page that is read: the pages that were written in the same sitting, in a fold that is asked for when it is
// opened. Nothing else is known of a sitting.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { sittingPages } from "../journal.js";
import { t } from "../lib/i18n.js";
import { refresh, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { pageLine } from "./page-line.js";

/** @import { Page, PageLine } from "../wire.js" */

const held = {
  page: "",
  /** @type {PageLine[] | null} */
  lines: null,
};

/** @param {Page} page */
const sittingsOf = (page) => [...new Set(page.writing.asked.flatMap(({ sitting }) => (sitting ? [sitting] : [])))];

/** @param {Page} page @param {Event} event */
async function onFold(page, event) {
  if (!(/** @type {HTMLDetailsElement} */ (event.target).open) || (held.page === page.id && held.lines)) return;
  try {
    const all = await Promise.all(sittingsOf(page).map(sittingPages));
    Object.assign(held, { page: page.id, lines: all.flat().filter(({ id }) => id !== page.id) });
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

export function forgetSitting() {
  Object.assign(held, { page: "", lines: null });
}

/** @param {Page} page @param {(id: string) => void} open */
export function sittingFold(page, open) {
  if (sittingsOf(page).length === 0 || page.aside_since) return nothing;
  const lines = held.page === page.id ? held.lines : null;
  return html`<details class="reading-versions" data-t="sitting-fold" @toggle=${(/** @type {Event} */ event) => onFold(page, event)}><summary>${icon("down")}${t("looking-back-sitting")}</summary>
    ${lines?.length === 0 ? html`<p class="soft">${t("looking-back-sitting-alone")}</p>` : nothing}
    <div>${(lines ?? []).map((line) => pageLine(line, { open, wholeDay: true, level: "h2" }))}</div></details>`;
}
