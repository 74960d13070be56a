// @ts-check
// One page as it stands in a list: its day, its title or first words, between whom. A covered page
// shows its cover and nothing else. The whole line opens the page; its name says day and words.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "./icons.js";
import { piecesView } from "./pieces.js";
import { dayLine, dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { tieCalled } from "../lib/store.js";

/** @import { Hit, PageLine, Piece } from "../wire.js" */

/**
 * @typedef {object} Manner
 * @property {(id: string) => void} open
 * @property {boolean} [again]     the line before it is of the same day, which is then not shown twice
 * @property {number} [place]      its place among its month's pages, from 1
 * @property {number} [of]         how many pages that month has
 * @property {boolean} [wholeDay]  the day with its year, where no heading says it
 * @property {"h2" | "h3"} [level]
 */

/** @param {PageLine} line */
function between(line) {
  const names = line.ties.map(tieCalled).filter((name) => name !== "");
  if (names.length === 0 && !line.pictures && !line.covered) return nothing;
  return html`<p class="page-line-about">
    ${line.covered ? html`<span class="page-line-covered">${t("looking-back-covered")}</span>` : nothing}
    ${names.map((name) => html`<span class="page-line-tie" dir="auto">${name}</span>`)}
    ${line.pictures ? html`<span class="page-line-picture">${icon("picture")}${t("looking-back-with-picture")}</span>` : nothing}
  </p>`;
}

/**
 * @param {PageLine} line
 * @param {Manner} manner
 * @param {{ title: readonly Piece[], pieces: readonly Piece[] } | null} found Marked words, in a search.
 */
function lineView(line, manner, found) {
  const lang = line.lang || nothing;
  const title = found ? piecesView(found.title) : line.title;
  const opening = found ? piecesView(found.pieces) : line.opening;
  const titled = found ? found.title.length > 0 : line.title !== "";
  const worded = found ? found.pieces.length > 0 : line.opening !== "";
  const first = titled ? title : worded ? opening : t("looking-back-untitled");
  const day = manner.wholeDay ? dayLong(line.day) : dayLine(line.day);
  const names = `day-${line.id} open-${line.id}`;
  const button = html`<button type="button" class="page-line-open" id="open-${line.id}" aria-labelledby=${names} dir="auto"
    lang=${titled || worded ? lang : nothing} data-t="page-line-open" @click=${() => manner.open(line.id)}>${first}</button>`;
  return html`<article class="page-line ${line.covered ? "is-covered" : ""} ${titled ? "" : "is-untitled"}" data-page=${line.id} data-t="page-line"
    aria-labelledby=${names} aria-posinset=${manner.place ?? nothing} aria-setsize=${manner.of ?? nothing}>
    <time class=${manner.again ? "page-line-day vh" : "page-line-day"} id="day-${line.id}" datetime=${line.day}>${day}</time>
    <div class="page-line-words">
      ${manner.level === "h2" ? html`<h2>${button}</h2>` : html`<h3>${button}</h3>`}
      ${titled && worded ? html`<p class="page-line-opening" dir="auto" lang=${lang}>${opening}</p>` : nothing}
      ${between(line)}
    </div>
  </article>`;
}

/** @param {PageLine} line @param {Manner} manner */
export const pageLine = (line, manner) => lineView(line, manner, null);

/** @param {Hit} hit @param {Manner} manner */
export const foundLine = (hit, manner) => lineView(hit.line, { ...manner, wholeDay: true }, hit);
