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
import { inLines } from "../../elements/phrases.js";
import { dayLong, happenedWords } from "../../lib/dates.js";
import { led, listed, t } from "../../lib/i18n.js";
import { go, refresh, tell } from "../../lib/store.js";
import { inPhrases } from "../../lib/wording.js";
import { leafHead } from "./leaf.js";

/** @import { Page, PagesAsk, SearchAsk, Tie } from "../../wire.js" */
/** @typedef {Pick<PagesAsk, "tie" | "from" | "to">} Span */
/** @typedef {Pick<SearchAsk, "words" | "order" | "tie" | "from" | "to">} Found */
/** @typedef {{ span: Span } | { found: Found } | { page: string }} Which Which pages. */

/** More are a book, which is taken out in Settings. */
const MOST = 200;

const fresh = () => ({
  back: () => {},
  /** Those with a cover lie under it. @type {Page[] | null} */
  pages: null,
  more: false,
  /** What lies under covers is printed, too. */
  covers: false,
  /** What lies under them, while it is printed: it is gone at once when it is not. @type {Map<string, Page>} */
  under: new Map(),
  /** @type {Map<string, Tie>} Those that may be named. */
  named: new Map(),
});

let here = fresh();
/** Grows when covers are lifted or laid on: only the last wish is followed. */
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

/** Reads the pages, with their covers closed. @param {typeof here} mine @param {Which} which */
async function read(mine, which) {
  const { ids, more } = await idsOf(which);
  const named = new Map((await journal.tiesWithoutCare()).map((tie) => [tie.id, tie]));
  /** @type {Page[]} */
  const pages = [];
  for (const id of ids) {
    if (mine !== here) return;
    pages.push(await journal.page(id, false));
  }
  Object.assign(mine, { pages, more, named });
}

/** Lays the covers on again, or reads what lies under them. @param {boolean} covers */
async function lift(covers) {
  const mine = here;
  const now = ++turn;
  Object.assign(mine, { covers, under: new Map() });
  refresh();
  if (!covers) return;
  /** @type {typeof mine.under} */
  const under = new Map();
  try {
    for (const { id, covered } of mine.pages ?? []) {
      if (covered) under.set(id, await journal.page(id, true));
      if (now !== turn) return;
    }
    mine.under = under;
  } catch (trouble) {
    if (now !== turn) return;
    mine.covers = false;
    tell(trouble);
  }
  refresh();
}

/** @param {Event} event */
const onCovers = (event) => lift(/** @type {HTMLInputElement} */ (event.target).checked);

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

/** @param {Page} page */
function aroundView({ writing, moments }) {
  const names = writing.ties.map((id) => here.named.get(id)?.called ?? "").filter((name) => name !== "");
  const when = happenedWords(writing.happened);
  return html`${names.length > 0 ? html`<p class="paper-around" dir="auto">${t("looking-back-read-between", { names: listed(names) })}</p>` : nothing}
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
        ${writing.asked.map((asked) => html`<p class=${inPhrases("paper-asked", asked.text, asked.lang)} dir="auto" lang=${asked.lang || nothing}>${inLines(asked.text, asked.lang)}</p>`)}
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
    <p class="truth">${icon("info")}<span>${led(t("looking-back-read-print-told"))}${t("paper-own")}</span></p>
    ${here.more ? html`<p data-t="paper-more">${t("paper-more", { number: MOST })}</p>` : nothing}
    ${hasCovers ? html`<label class="choice bare"><input type="checkbox" data-t="paper-covers" .checked=${here.covers} @change=${onCovers}>
      <span>${t("paper-covers")}<small>${t("paper-covers-why")}</small></span></label>` : nothing}
    <div><button class="btn primary" type="button" data-t="paper-print" @click=${print}>${icon("print")}<span>${t("paper-print")}</span></button></div>
  </div>`;
}

export const paperLeaf = {
  /** @param {Record<string, any>} params `which`, `back`, and `covers` when the cover was lifted already. */
  async enter({ which, back, covers = false }) {
    const mine = { ...fresh(), back };
    here = mine;
    await read(mine, which);
    if (covers && mine === here) await lift(true);
  },

  leave() {
    turn += 1;
    here = fresh();
  },

  back() {
    here.back();
  },

  view() {
    const pages = (here.pages ?? []).map((page) => here.under.get(page.id) ?? page);
    return html`<div class="looking paper" data-t="paper">
      ${leafHead(t("paper-title"), nothing, { words: t("common-back"), back: () => here.back() })}
      ${actsView(pages)}
      <div class="paper-pages" data-t="paper-pages">${pages.map(pageView)}</div>
    </div>`;
  },
};

/** The way here. @param {Which} which @param {() => void} back */
export const paperButton = (which, back) => html`<div><button class="btn quiet" type="button" data-t="to-paper" @click=${() => go("looking-back", { leaf: "paper", which, back })}>${icon("print")}<span>${t("paper-these")}</span></button></div>`;
