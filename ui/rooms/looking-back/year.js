// @ts-check
// A year on a page: one dot a page, twelve rows of days. All dots are alike, and a day without one is only paper. The
// list says the same and is what keys and screen readers use. Rust reckons where everything stands.

import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import * as journal from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLine, dayLong, monthHeading, monthShort, yearHeading } from "../../lib/dates.js";
import { t } from "../../lib/i18n.js";
import { go, refresh, tell } from "../../lib/store.js";
import { apart, inMonths, nearest } from "../../lib/year.js";
import { leafHead } from "./leaf.js";

/** @import { YearDot, YearOnAPage } from "../../wire.js" */

/** How many days a list may name without being asked month by month. */
const AT_ONCE = 400;
/** How far from a dot a press still means it, in the drawing's own measure. */
const REACH = 16;

const here = {
  /** @type {number[]} */
  years: [],
  /** @type {YearOnAPage | null} */
  drawing: null,
  asList: false,
  /** @type {Set<number>} months unfolded in the list */
  unfolded: new Set(),
};

/** @param {number} year */
async function look(year) {
  const drawing = await journal.yearOnAPage(year);
  here.drawing = drawing;
  here.unfolded = new Set(drawing.dots.length > AT_ONCE ? [] : inMonths(drawing.dots).map(({ month }) => month));
}

/** @param {Event} event */
async function onYear(event) {
  try {
    await look(Number(/** @type {HTMLSelectElement} */ (event.target).value));
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {string} page */
const open = (page) => void go("looking-back", { page, came: { leaf: "year", year: here.drawing?.year, asList: here.asList } });

/** @param {MouseEvent} event @param {YearOnAPage} drawing */
function onPress(event, drawing) {
  const board = /** @type {SVGSVGElement} */ (event.currentTarget);
  const grid = board.getScreenCTM();
  if (!grid) return;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(grid.inverse());
  const dot = nearest(drawing.dots, x, y, REACH);
  if (dot) open(dot.page);
}

/** @param {YearOnAPage} drawing */
function drawingView(drawing) {
  const months = Array.from({ length: 12 }, (_, at) => at);
  return html`<svg class="year-drawing" viewBox="0 0 ${drawing.width} ${drawing.height}" role="img" aria-label=${t("looking-back-year-label", { year: yearHeading(drawing.year) })} data-t="year-drawing"
      @click=${(/** @type {MouseEvent} */ event) => onPress(event, drawing)}>
    ${months.map((at) => svg`<path class="month" d="M0 ${(at + 1) * drawing.row}H${drawing.width}"/><text x="0" y="${at * drawing.row + drawing.row * 0.68}">${monthShort(at + 1)}</text>`)}
    ${apart(drawing.dots).map((dot) => svg`<circle class="dot" cx=${dot.x} cy=${dot.y} r="3.6" data-t="year-dot"><title>${dayLong(dot.day)}</title></circle>`)}
  </svg>`;
}

/** @param {number} month @param {Event} event */
function onMonth(month, event) {
  const { open: isOpen } = /** @type {HTMLDetailsElement} */ (event.target);
  if (isOpen === here.unfolded.has(month)) return;
  if (isOpen) here.unfolded.add(month);
  else here.unfolded.delete(month);
  refresh();
}

/** @param {YearDot & { nth: number }} dot */
const dayView = (dot) => html`<li><button class="link" type="button" data-t="year-page" @click=${() => open(dot.page)}>${dot.nth > 1 ? t("looking-back-year-nth", { day: dayLine(dot.day), nth: dot.nth }) : dayLine(dot.day)}</button></li>`;

/** @param {YearOnAPage} drawing */
function listView(drawing) {
  return html`<div class="year-list" data-t="year-list">${inMonths(drawing.dots).map(({ month, dots }) => html`<details ?open=${here.unfolded.has(month)} @toggle=${(/** @type {Event} */ event) => onMonth(month, event)}>
    <summary data-t="year-month">${icon("down")}${monthHeading(drawing.year, month)}</summary>
    ${here.unfolded.has(month) ? html`<ul>${dots.map(dayView)}</ul>` : nothing}</details>`)}</div>`;
}

export const yearLeaf = {
  /** @param {{ year?: number, asList?: boolean }} params */
  async enter({ year, asList }) {
    here.years = await journal.years();
    // A narrow window draws the dots too small to be told apart.
    here.asList = asList ?? window.innerWidth < 640;
    here.drawing = null;
    const chosen = year ?? here.years[0];
    if (chosen !== undefined) await look(chosen);
  },

  leave() {
    Object.assign(here, { years: [], drawing: null, unfolded: new Set() });
  },

  view() {
    const { drawing, years, asList } = here;
    const turn = () => {
      here.asList = !asList;
      refresh();
    };
    if (!drawing) return html`<div class="looking" data-t="year">${leafHead(t("looking-back-year"))}<p class="looking-empty">${t("looking-back-year-none")}</p></div>`;
    return html`<div class="looking" data-t="year">
      ${leafHead(t("looking-back-year"), years.length > 1 ? html`<label class="looking-jump"><span>${t("looking-back-year-which")}</span>
        <select class="box" data-t="year-which" @change=${onYear}>${years.map((year) => html`<option value=${year} ?selected=${year === drawing.year}>${yearHeading(year)}</option>`)}</select></label>` : html`<p class="soft">${yearHeading(drawing.year)}</p>`)}
      ${asList ? listView(drawing) : drawingView(drawing)}
      <div class="thread-foot"><button class="btn" type="button" data-t="year-turn" @click=${turn}>${asList ? t("looking-back-year-as-drawing") : t("looking-back-year-as-list")}</button>
        <p class="small soft">${t("looking-back-year-told")}</p></div>
    </div>`;
  },
};
