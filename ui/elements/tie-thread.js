// @ts-check
// The drawn thread of a tie, or the table that says the same. Rust reckons where everything stands; here it is drawn.
// The roles of the table are said aloud because a narrow window lays it out as lines, and WebKit would forget them.
// The drawing is one picture to a screen reader, and the table has a button for everything a mouse can press in it.

import { html, nothing, svg } from "../vendor/lit-html/lit-html.js";
import { dayLong } from "../lib/dates.js";
import { daysOf, sameDay } from "../lib/between.js";
import { inARow, t } from "../lib/i18n.js";
import { drawn, shapeIcon, shapeWords } from "./moment-shape.js";

/** @import { DrawnPoint, DrawnThread, Shape } from "../wire.js" */

/**
 * @typedef {object} Given
 * @property {DrawnThread} thread
 * @property {string} called
 * @property {boolean} asTable
 * @property {() => void} turn    From the drawing to the table and back.
 * @property {(page: string) => void} open
 */

/** @param {DrawnPoint} point @returns {string} */
const pageWords = ({ page }) => page.title || page.opening || t("looking-back-untitled");

/** @param {DrawnPoint} point @returns {string} What a mouse resting on a shape reads. */
const told = (point) => [shapeWords(point.shape), dayLong(point.day), point.moment?.words].filter(Boolean).join(" · ");

/** @param {Given} given */
function drawing({ thread, called, open }) {
  const { first, last } = daysOf(thread);
  const middle = thread.height / 2;
  const name = t("tie-thread-label", { called, from: dayLong(first), to: dayLong(last) });
  return html`<svg class="thread-drawing" viewBox="0 0 ${thread.width} ${thread.height}" role="img" aria-label=${name} data-t="thread-drawing">
      ${thread.lines.map(({ from, to }) => svg`<path class="line" d="M${from} ${middle}H${to}"/>`)}
      ${thread.points.map((point) => svg`<g class="point" transform="translate(${point.x} ${point.y})" data-t="thread-point" @click=${() => open(point.page.id)}>
        <title>${told(point)}</title>
        ${point.y === middle ? nothing : svg`<path class="lead" d="M0 0V${middle - point.y}"/>`}
        <circle class="reach" r="13"/>${drawn(point.shape)}</g>`)}
    </svg>
    <p class="thread-days"><span>${dayLong(first)}</span>${last === first ? nothing : html`<span>${dayLong(last)}</span>`}</p>
    <ul class="thread-key" aria-label=${t("tie-thread-key")}>${shapesIn(thread).map((shape) => html`<li>${shapeIcon(shape)}<span>${shapeWords(shape)}</span></li>`)}</ul>`;
}

/** @param {DrawnThread} thread @returns {Shape[]} */
function shapesIn(thread) {
  const all = /** @type {const} */ (["stitch", "knot", "gap", "join", "ring"]);
  return all.filter((shape) => thread.points.some((point) => point.shape === shape));
}

/** @param {Given} given */
function table({ thread, called, open }) {
  return html`<div class="thread-table"><table role="table" data-t="thread-table">
    <caption class="vh">${t("tie-thread-table", { called })}</caption>
    <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${t("tie-thread-day")}</th><th role="columnheader" scope="col">${t("tie-thread-what")}</th><th role="columnheader" scope="col">${t("tie-thread-words")}</th><th role="columnheader" scope="col">${t("tie-thread-page")}</th></tr></thead>
    <tbody role="rowgroup">${thread.points.map((point, at) => html`<tr role="row" data-t="thread-row">
      <td role="cell">${sameDay(thread.points, at) ? html`<span class="vh">${dayLong(point.day)}</span>` : dayLong(point.day)}</td>
      <td role="cell"><span class="thread-what">${shapeIcon(point.shape)}<span>${shapeWords(point.shape)}</span></span></td>
      <td role="cell" dir="auto" lang=${point.moment?.lang || nothing}>${point.moment?.words ?? ""}</td>
      <td role="cell"><button class="link" type="button" dir="auto" lang=${point.page.lang || nothing} data-t="thread-open" @click=${() => open(point.page.id)}>${pageWords(point)}</button></td>
    </tr>`)}</tbody></table></div>`;
}

/** @param {Given} given */
export function tieThread(given) {
  const { thread, asTable, turn } = given;
  if (thread.points.length === 0) return html`<p class="soft" data-t="thread-empty">${t("tie-thread-empty")}</p>`;
  return html`<div class="tie-thread" data-t="thread">
    ${asTable ? table(given) : drawing(given)}
    <div class="thread-foot"><button class="btn" type="button" data-t="thread-turn" @click=${turn}>${asTable ? t("tie-thread-as-drawing") : t("tie-thread-as-table")}</button>
      <p class="small soft">${inARow([t("tie-thread-told"), thread.more ? t("tie-thread-more") : ""])}</p></div>
  </div>`;
}
