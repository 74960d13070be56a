// @ts-check
// Pages set aside, in a fold of Looking back: asked for when the fold is opened, and brought back with one press.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { aside as pagesAside, bringBack, eraseAside } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { refresh, say, state, tell } from "../../lib/store.js";

/** @import { PageLine } from "../../wire.js" */

const held = {
  /** @type {PageLine[] | null} null until asked for */
  lines: null,
  /** The page that was asked to be erased, until there is a yes. */
  sure: "",
};

export function forgetAside() {
  Object.assign(held, { lines: null, sure: "" });
}

/** @param {string} sure @param {string} focus */
function ask(sure, focus) {
  held.sure = sure;
  refresh();
  focusOn(focus);
}

/** @param {PageLine} line */
async function erase({ id }) {
  try {
    await eraseAside(id);
    held.sure = "";
    held.lines = await pagesAside();
    say(t("looking-back-aside-erased"));
    refresh();
    focusOn("[data-t=aside] summary");
  } catch (trouble) {
    tell(trouble);
  }
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

/** Erasing at once, asked for twice. @param {PageLine} line @param {string} words */
function eraseView(line, words) {
  if (state.readOnly) return nothing;
  if (held.sure !== line.id) {
    return html`<button type="button" class="btn quiet" data-t="aside-erase" id="aside-erase-${line.id}" aria-label=${t("looking-back-aside-erase-named", { day: dayLong(line.day), words })}
      @click=${() => ask(line.id, "[data-t=aside-erase-no]")}>${t("looking-back-aside-erase")}</button>`;
  }
  return html`<div class="reading-said"><p>${t("looking-back-aside-erase-told")}</p>
    <button type="button" class="btn" data-t="aside-erase-no" @click=${() => ask("", `#aside-erase-${line.id}`)}>${t("tie-erase-no")}</button>
    <button type="button" class="btn care" data-t="aside-erase-yes" @click=${() => erase(line)}>${icon("close")}<span>${t("tie-erase-yes")}</span></button></div>`;
}

/** @param {PageLine} line @param {{ open: (id: string) => void, begin: () => Promise<void> }} room */
function lineView(line, { open, begin }) {
  const words = line.title || line.opening || t("looking-back-untitled");
  return html`<li><span class="looking-aside-day">${dayLong(line.day)}</span>
    <button type="button" class="link" dir="auto" lang=${line.lang || nothing} @click=${() => open(line.id)}>${words}</button>
    <button type="button" class="btn" data-t="aside-back" aria-label=${t("looking-back-bring-back-named", { day: dayLong(line.day), words })}
      @click=${() => back(line.id, begin)}>${t("looking-back-read-bring-back")}</button>
    ${eraseView(line, words)}</li>`;
}

/** @param {{ open: (id: string) => void, begin: () => Promise<void> }} room */
export function asideView(room) {
  const lines = held.lines ?? [];
  return html`<details class="looking-aside" data-t="aside" @toggle=${onFold}><summary>${icon("down")}${t("looking-back-aside")}</summary>
    <p class="looking-hint">${lines.length === 0 && held.lines ? t("looking-back-aside-none") : t("looking-back-aside-told")}</p>
    <ul>${lines.map((line) => lineView(line, room))}</ul>
  </details>`;
}
