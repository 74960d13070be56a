// @ts-check
// Pages for paper: those of a tie, of some days, those that were found, or a single one. They are shown as they will
// stand on the paper, and then the system's own dialog is asked for. Only one's own pages are here. What lies under a
// cover shows its cover unless the person says otherwise, and a tie one is not free in is not named.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import * as journal from "../../journal.js";
import { blocksView } from "../../elements/blocks.js";
import { icon } from "../../elements/icons.js";
import { lensesView } from "../../elements/lenses.js";
import { kindWords } from "../../elements/moment-shape.js";
import { dayLong, happenedWords } from "../../lib/dates.js";
import { t, variety } from "../../lib/i18n.js";
import { go, refresh, tell } from "../../lib/store.js";
import { leafHead } from "./leaf.js";

/** @import { Page, PagesAsk, SearchAsk, Tie } from "../../wire.js" */
/** @typedef {Pick<PagesAsk, "tie" | "from" | "to">} Span */
/** @typedef {Pick<SearchAsk, "words" | "order" | "tie" | "from" | "to">} Found */
/** @typedef {{ span: Span } | { found: Found } | { page: string }} Which Which pages. */

/** More are a book, which is taken out in Settings. */
const MOST = 200;

const fresh = () => ({
  /** @type {Which | null} */
  which: null,
  back: () => {},
  /** @type {Page[] | null} */
  pages: null,
  more: false,
  /** What lies under covers is printed, too. */
  covers: false,
  /** @type {Map<string, Tie>} Those that may be named. */
  named: new Map(),
});

let here = fresh();
let turn = 0;

/** @param {Which} which @returns {Promise<{ ids: string[], more: boolean }>} From the oldest on, or the closest first. */
async function idsOf(which) {
  if ("page" in which) return { ids: [which.page], more: false };
  if ("span" in which) {
    const { lines, more } = await journal.pages({ ...which.span, before: null, after: null, limit: MOST });
    return { ids: lines.map(({ id }) => id).reverse(), more };
  }
  const { hits, more } = await journal.search({ ...which.found, before: null, limit: MOST });
  const ids = hits.map(({ line }) => line.id);
  return { ids: which.found.order === "closest" ? ids : ids.reverse(), more };
}

/** Reads the pages, with what lies under covers or without. */
async function read() {
  const mine = ++turn;
  const { which } = here;
  if (!which) return;
  const { ids, more } = await idsOf(which);
  const named = new Map((await journal.tiesWithoutCare()).map((tie) => [tie.id, tie]));
  /** @type {Page[]} */
  const pages = [];
  for (const id of ids) {
    pages.push(await journal.page(id, here.covers));
    if (mine !== turn) return;
  }
  Object.assign(here, { pages, more, named });
}

/** @param {Event} event */
async function onCovers(event) {
  here.covers = /** @type {HTMLInputElement} */ (event.target).checked;
  try {
    await read();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

async function print() {
  // A picture far below was not fetched yet: it would be a white place on the paper.
  const pictures = /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll(".paper-pages img"));
  await Promise.all([...pictures].map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => {});
  }));
  try {
    await journal.printPage();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {string[]} names */
const together = (names) => new Intl.ListFormat(variety(), { type: "conjunction" }).format(names);

/** @param {Page} page */
function aroundView({ writing, moments }) {
  const names = writing.ties.map((id) => here.named.get(id)?.called ?? "").filter((name) => name !== "");
  const when = happenedWords(writing.happened);
  return html`${names.length > 0 ? html`<p class="paper-around" dir="auto">${t("looking-back-read-between", { names: together(names) })}</p>` : nothing}
    ${when ? html`<p class="paper-around" dir="auto">${t("looking-back-read-happened", { when })}</p>` : nothing}
    ${moments.map(({ kind, words, lang }) => html`<p class="paper-around" dir="auto" lang=${lang || nothing}>${words ? `${kindWords(kind)} · ${words}` : kindWords(kind)}</p>`)}`;
}

/** @param {Page} page */
function pageView(page) {
  const { writing } = page;
  const lang = writing.lang || nothing;
  return html`<article class="paper-page" data-t="paper-page">
    <h2><time datetime=${page.day}>${dayLong(page.day)}</time></h2>
    ${page.covered ? html`<p class="paper-around">${t("looking-back-read-cover")}</p><p dir="auto" lang=${lang} data-t="paper-cover">${writing.cover}</p>`
      : html`${aroundView(page)}
        ${writing.asked.map((asked) => html`<p class="paper-asked" dir="auto" lang=${asked.lang || nothing}>${asked.text}</p>`)}
        ${writing.title ? html`<h3 dir="auto" lang=${lang}>${writing.title}</h3>` : nothing}
        <div class="reading-words" lang=${lang}>${blocksView(page.blocks, { level: writing.title ? 4 : 3, media: journal.pictureAddress })}</div>
        ${lensesView(page)}`}
  </article>`;
}

/** @param {Page[]} pages */
function actsView(pages) {
  if (pages.length === 0) return html`<p class="looking-empty">${t("paper-none")}</p>`;
  const hasCovers = pages.some(({ writing }) => writing.cover !== "");
  return html`<div class="card stack wide paper-acts">
    <p class="truth">${icon("info")}<span>${t("looking-back-read-print-told")} ${t("paper-own")}</span></p>
    ${here.more ? html`<p data-t="paper-more">${t("paper-more", { number: MOST })}</p>` : nothing}
    ${hasCovers ? html`<label class="choice bare"><input type="checkbox" data-t="paper-covers" .checked=${here.covers} @change=${onCovers}>
      <span>${t("paper-covers")}<small>${t("paper-covers-why")}</small></span></label>` : nothing}
    <div><button class="btn primary" type="button" data-t="paper-print" @click=${print}>${icon("print")}<span>${t("paper-print")}</span></button></div>
  </div>`;
}

export const paperLeaf = {
  /** @param {Record<string, any>} params `which`, `back`, and `covers` when the cover was lifted already. */
  async enter({ which, back, covers = false }) {
    here = { ...fresh(), which, back, covers };
    await read();
  },

  leave() {
    turn += 1;
    here = fresh();
  },

  back() {
    here.back();
  },

  view() {
    const pages = here.pages ?? [];
    return html`<div class="looking paper" data-t="paper">
      ${leafHead(t("paper-title"), nothing, { words: t("common-back"), back: () => here.back() })}
      ${actsView(pages)}
      <div class="paper-pages" data-t="paper-pages">${pages.map(pageView)}</div>
    </div>`;
  },
};

/** The way here. @param {Which} which @param {() => void} back */
export const paperButton = (which, back) => html`<div><button class="btn quiet" type="button" data-t="to-paper" @click=${() => go("looking-back", { leaf: "paper", which, back })}>${icon("print")}<span>${t("paper-these")}</span></button></div>`;
