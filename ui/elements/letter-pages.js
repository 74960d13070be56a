// @ts-check
// The pages that are offered for a letter, to be laid beside it: newest first, or those of one tie. Pages that stay
// here and pages of a tie to take care with are not among them; the core leaves them out.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as letters from "../journal-letters.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { layPage, pageParts } from "../lib/letter-desk.js";
import { refresh, tell } from "../lib/store.js";
import { tieOptions } from "./companion-names.js";
import { icon } from "./icons.js";

/** @import { PageLine, Place } from "../wire.js" */

/** How many pages are shown at once. */
const PAGES = 20;

const fresh = () => ({
  open: false,
  /** @type {string | null} */
  tie: null,
  /** @type {PageLine[]} */
  lines: [],
  more: false,
});

let shelf = fresh();

export function foldLetterPages() {
  shelf = fresh();
}

/** @param {Place | null} before */
async function read(before) {
  try {
    // Some of what is asked for is not offered: the place of the last page asked for is not the last one shown.
    const { lines, more } = await letters.pagesToOffer({ before, after: null, tie: shelf.tie, from: null, to: null, limit: PAGES });
    shelf.lines = before ? [...shelf.lines, ...lines] : lines;
    shelf.more = more;
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

function turn() {
  shelf.open = !shelf.open;
  if (shelf.open) void read(null);
  else refresh();
}

/** @param {string} page */
async function lay(page) {
  try {
    await layPage(page);
    refresh();
    focusOn("[data-t=letter-page]:last-of-type [data-t=passage-turn]");
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {PageLine} line */
function lineView(line) {
  const words = line.title || line.opening || t("looking-back-untitled");
  return html`<li><button class="link offered" type="button" data-t="page-lay" @click=${() => lay(line.id)}><span class="small soft">${dayLong(line.day)}</span>
    <span class="voice" dir="auto" lang=${line.lang || nothing}>${words}</span></button></li>`;
}

export function letterPages() {
  const there = new Set(pageParts().map(({ page }) => page));
  const offered = shelf.lines.filter(({ id }) => !there.has(id));
  const last = shelf.lines.at(-1);
  const tied = (/** @type {Event} */ event) => {
    shelf.tie = /** @type {HTMLSelectElement} */ (event.target).value || null;
    void read(null);
  };
  return html`<div class="stack wide tight"><div><button class="btn" type="button" data-t="pages-open" aria-expanded=${shelf.open} @click=${turn}>${icon("plus")}<span>${t("sealing-from-pages")}</span></button></div>
    ${shelf.open ? html`<div class="card stack wide tight" data-t="pages-offered"><p class="small soft">${t("sealing-from-pages-told")}</p>
      <div class="letter-date"><label for="letter-tie">${t("sealing-pages-of")}</label><select class="box" id="letter-tie" data-t="pages-tie" @change=${tied}>${tieOptions(shelf.tie, t("sealing-pages-all"))}</select></div>
      ${offered.length === 0 ? html`<p class="soft">${t("sealing-pages-none")}</p>` : nothing}
      <ul class="offered-list">${repeat(offered, ({ id }) => id, lineView)}</ul>
      ${shelf.more && last ? html`<div><button class="btn" type="button" data-t="pages-more" @click=${() => read(last.place)}>${t("sealing-pages-more")}</button></div>` : nothing}</div>` : nothing}</div>`;
}
