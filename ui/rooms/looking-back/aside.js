// @ts-check
// Pages set aside, in a fold of Looking back: asked for when the fold is opened, and brought back with one press.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { aside as pagesAside, bringBack } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLong } from "../../lib/dates.js";
import { t } from "../../lib/i18n.js";
import { refresh, say, tell } from "../../lib/store.js";

/** @import { PageLine } from "../../wire.js" */

/** @type {{ lines: PageLine[] | null }} null until asked for */
const held = { lines: null };

export function forgetAside() {
  held.lines = null;
}

/** @param {Event} event */
async function onFold(event) {
  if (!(/** @type {HTMLDetailsElement} */ (event.target).open)) return;
  try {
    held.lines = await pagesAside();
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {string} id @param {() => Promise<void>} begin */
async function back(id, begin) {
  try {
    await bringBack(id);
    held.lines = await pagesAside();
    say(t("looking-back-read-back-again"));
    await begin();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {{ open: (id: string) => void, begin: () => Promise<void> }} room */
export function asideView({ open, begin }) {
  const lines = held.lines ?? [];
  return html`<details class="looking-aside" data-t="aside" @toggle=${onFold}><summary>${icon("tray")}${t("looking-back-aside")}</summary>
    <p class="looking-hint">${lines.length === 0 && held.lines ? t("looking-back-aside-none") : t("looking-back-aside-told")}</p>
    <ul>${lines.map((line) => html`<li><span class="looking-aside-day">${dayLong(line.day)}</span>
      <button type="button" class="link" dir="auto" lang=${line.lang || nothing} @click=${() => open(line.id)}>${line.title || line.opening || t("looking-back-untitled")}</button>
      <button type="button" class="btn" data-t="aside-back" aria-label=${t("looking-back-bring-back-named", { day: dayLong(line.day), words: line.title || line.opening })}
        @click=${() => back(line.id, begin)}>${t("looking-back-read-bring-back")}</button></li>`)}</ul>
  </details>`;
}
