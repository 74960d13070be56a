// @ts-check
// One page, set for reading: its title, its words in the voice face, the words kept with it; in
// horizontal lines, or in vertical ones (縦書き) from right to left. Drawing only; what may be done
// with the page is the room's.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { pictureAddress } from "../journal.js";
import { dayLong, happenedWords } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { stride } from "../lib/tate.js";
import { blocksView, tateView } from "./blocks.js";

/** @import { Page, Version } from "../wire.js" */

/** Vertical lines run to the left, so the wheel and the keys move the page sideways.
 * @param {Element} sheet @param {number} by @returns {boolean} whether it moved */
function roll(sheet, by) {
  const before = sheet.scrollLeft;
  if (by === Infinity) sheet.scrollLeft = 0;
  else if (by === -Infinity) sheet.scrollLeft = -sheet.scrollWidth;
  else sheet.scrollLeft += by;
  return sheet.scrollLeft !== before;
}

const onWheel = {
  passive: false,
  /** @param {WheelEvent} event */
  handleEvent(event) {
    const sheet = /** @type {Element} */ (event.currentTarget);
    if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1;
    // At either end the wheel is the room's again.
    if (roll(sheet, -event.deltaY * lines)) event.preventDefault();
  },
};

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (ime(event) || event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
  const by = stride(event.key);
  if (by === 0) return;
  const sheet = /** @type {Element} */ (event.currentTarget);
  roll(sheet, by * (Number.isFinite(by) ? sheet.clientWidth : 1));
  event.preventDefault();
}

/** What was told about when it happened, and words kept beside the page. @param {Page} page */
export function aboutView(page) {
  const when = happenedWords(page.writing.happened);
  return html`${when ? html`<p class="reading-when" dir="auto">${t("looking-back-read-happened", { when })}</p>` : nothing}
    ${page.revised_at ? html`<p class="reading-when">${t("looking-back-read-revised", { day: dayLong(page.revised_at.slice(0, 10)) })}</p>` : nothing}
    ${page.keywords.length > 0 ? html`<div class="reading-keywords"><h2>${t("looking-back-read-keywords")}</h2>
      <ul>${page.keywords.map((word) => html`<li dir="auto">${word}</li>`)}</ul></div>` : nothing}
    ${page.writing.stays_here ? html`<p class="reading-when">${t("looking-back-read-stays")}</p>` : nothing}`;
}

/** The page's own words. @param {Page} page @param {{ tate: boolean }} how */
export function wordsView(page, { tate }) {
  const title = page.writing.title;
  const lang = page.writing.lang || nothing;
  const words = html`${title ? html`<h1 tabindex="-1" dir="auto">${tate ? tateView(title) : title}</h1>` : nothing}
    ${blocksView(page.blocks, { tate, level: 2, media: pictureAddress })}`;
  if (!tate) return html`<div class="reading-sheet" lang=${lang} data-t="words"><div class="reading-words">${words}</div></div>`;
  return html`<div class="reading-sheet tate" lang=${lang} tabindex="0" role="region" aria-label=${t("looking-back-read-words")}
    data-t="words" @wheel=${onWheel} @keydown=${onKey}>
    <div class="reading-words">${words}<p class="reading-signed">${tateView(dayLong(page.day))}</p></div>
  </div>`;
}

/** An earlier wording. @param {Version} version @param {string} moment @param {string} lang */
export function versionView(version, moment, lang) {
  return html`<article class="reading-version" data-t="version">
    <h2>${t("looking-back-read-version-at", { moment })}</h2>
    <div class="reading-words" lang=${lang || nothing}>
      ${version.title ? html`<h3 dir="auto">${version.title}</h3>` : nothing}
      ${version.covered && version.blocks.length === 0 ? html`<p dir="auto">${version.cover}</p>` : nothing}
      ${blocksView(version.blocks, { level: 4, media: pictureAddress })}
    </div>
  </article>`;
}
