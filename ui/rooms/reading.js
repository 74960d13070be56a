// @ts-check
// Reading one page: a part of Looking back. A covered page shows its cover until the person opens it,
// every time anew. Nothing is offered that the person did not come for.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { lensesView } from "../elements/lenses.js";
import { forgetGiven, pageGiven } from "../elements/page-given.js";
import { leaveMoments, pageMoments } from "../elements/page-moments.js";
import { forgetVersions, versionsFold } from "../elements/page-versions.js";
import { aboutView, wordsView } from "../elements/page-view.js";
import { askedView, elsewhereView } from "../elements/question-elsewhere.js";
import { spokenKey } from "../elements/rail.js";
import { forgetSitting, sittingFold } from "../elements/sitting-pages.js";
import { dayHeading } from "../lib/dates.js";
import { language, listed, t } from "../lib/i18n.js";
import { shortcutOf } from "../lib/keys.js";
import { change } from "../lib/look.js";
import { go, inWords, refresh, say, state, tell, tieCalled } from "../lib/store.js";
import { mayStandUpright } from "../lib/tate.js";
import { besideButtons } from "./looking-back/side-by-side.js";
import { openForWriting } from "./today.js";

/** @import { Page } from "../wire.js" */
/** @typedef {import("./finding.js").Choice} Choice */

const fresh = () => ({
  /** @type {Page | null} */
  page: null,
  newer: "",
  older: "",
  uncovered: false,
  /** Brought back just now; said until the next act. */
  backAgain: false,
  /** What happened instead of the page. */
  refusal: "",
});

let reading = fresh();
let open = false;
let turn = 0;
/** @type {Choice} */
let among = { tie: null, from: null, to: null };

export const isReading = () => open;

/** Opens a page, with its neighbours among the pages that are chosen.
 * @param {string} id @param {Choice} choice */
export async function readPage(id, choice) {
  const mine = ++turn;
  if (!open) document.addEventListener("keydown", onShortcut);
  open = true;
  among = choice;
  reading = fresh();
  try {
    const page = await journal.page(id, false);
    if (mine !== turn) return;
    reading.page = page;
    void findNeighbours(page, mine);
  } catch (trouble) {
    if (mine !== turn) return;
    const gone = trouble instanceof journal.Trouble && trouble.kind === "not_found";
    reading.refusal = gone ? t("looking-back-read-gone") : inWords(trouble);
  }
  refresh();
}

/** @param {Page} page @param {number} mine */
async function findNeighbours(page, mine) {
  const ask = { ...among, limit: 1 };
  try {
    const [older, newer] = await Promise.all([
      journal.pages({ ...ask, before: page.place, after: null }),
      journal.pages({ ...ask, before: null, after: page.place }),
    ]);
    if (mine !== turn) return;
    reading.older = older.lines[0]?.id ?? "";
    reading.newer = newer.lines[0]?.id ?? "";
    refresh();
  } catch {
    // Without neighbours the page is still read; a trouble that matters will be told by the next act.
  }
}

/** Forgets the page. */
export function closePage() {
  turn += 1;
  open = false;
  reading = fresh();
  leaveMoments();
  forgetSitting();
  forgetVersions();
  forgetGiven();
  document.removeEventListener("keydown", onShortcut);
}

/** @param {KeyboardEvent} event */
function onShortcut(event) {
  const shortcut = shortcutOf(event, { mac: state.system === "macos" });
  // A sheet that lies over the page takes the keys.
  if (document.querySelector("dialog[open]")) return;
  if (shortcut === "vertical") void turnLines();
  else if (shortcut === "print") wishToPrint();
  else if (shortcut === "newer-page") turnTo(reading.newer);
  else if (shortcut === "older-page") turnTo(reading.older);
  else return;
  event.preventDefault();
}

/** @param {string} id */
const turnTo = (id) => void (id && go("looking-back", { page: id }));

/** Any act ends what was said about the last one. */
function act() {
  reading.backAgain = false;
}

/** @param {(page: Page, mine: typeof reading) => Promise<void>} does */
async function doing(does) {
  const mine = reading;
  const { page } = mine;
  if (!page) return;
  act();
  try {
    await does(page, mine);
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

const lift = () => doing(async (page, mine) => {
  const uncovered = await journal.page(page.id, true);
  if (mine !== reading) return;
  mine.page = uncovered;
  mine.uncovered = true;
  focusWords();
});

const cover = () => doing(async (page, mine) => {
  forgetVersions();
  mine.uncovered = false;
  mine.page = { ...page, blocks: [], writing: { ...page.writing, title: "", body: "" } };
  const covered = await journal.page(page.id, false);
  // Opened again meanwhile it stays open.
  if (!mine.uncovered) mine.page = covered;
});

const setAside = () => doing(async (page, mine) => {
  await journal.setAside(page.id);
  mine.page = { ...(mine.page ?? page), aside_since: new Date().toISOString() };
  say(t("looking-back-read-aside"));
  if (mine === reading) focusOn("[data-t=bring-back]");
});

const bringBack = () => doing(async (page, mine) => {
  await journal.bringBack(page.id);
  mine.page = { ...(mine.page ?? page), aside_since: null };
  mine.backAgain = true;
  say(t("looking-back-read-back-again"));
  if (mine === reading) focusOn("[data-t=set-aside]");
});

const turnLines = () => doing(async () => {
  if (!mayTurn()) return;
  await change({ vertical: !state.settings.vertical });
});

/** To the page as it will stand on paper, with its words when its cover is lifted. */
function wishToPrint() {
  const { page, uncovered } = reading;
  if (!page || closed() || page.aside_since) return;
  void go("looking-back", { leaf: "paper", which: { page: page.id }, covers: uncovered, back: () => go("looking-back", { page: page.id, came: cameFrom }) });
}

/** @param {string} selector */
const focusOn = (selector) => queueMicrotask(() => queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus()));
const focusWords = () => focusOn(".reading h1");

const closed = () => Boolean(reading.page?.covered) && !reading.uncovered;

function mayTurn() {
  const { page } = reading;
  if (!page || closed()) return false;
  return mayStandUpright(page.writing.lang, page.writing.title + page.writing.body);
}

/** @param {Page} page */
function between(page) {
  const names = page.writing.ties.map(tieCalled).filter((name) => name !== "");
  if (names.length === 0) return nothing;
  return html`<p class="reading-between" dir="auto">${t("looking-back-read-between", { names: listed(names) })}</p>`;
}

/** @param {Page} page */
function headView(page) {
  const { main, side } = dayHeading(page.day);
  const day = html`<time datetime=${page.day}>${main}</time> <span class="era">${side}</span>`;
  // The day is the heading of a page that has no title to show.
  const titled = !closed() && page.writing.title !== "";
  return html`<header class="reading-head">
    ${titled ? html`<p class="reading-day">${day}</p>` : html`<h1 class="reading-day" tabindex="-1">${day}</h1>`}
    ${between(page)}
  </header>`;
}

/** @param {Page} page */
function toolsView(page) {
  const tate = state.settings.vertical;
  return html`<div class="reading-tools tools" role="group" aria-label=${t("looking-back-read-tools")}>
    ${mayTurn() ? html`<button type="button" class="btn quiet" aria-pressed=${tate ? "true" : "false"} aria-keyshortcuts=${spokenKey("Shift+V")} data-t="tate"
      @click=${turnLines}>${icon("vertical")}${t("looking-back-read-tate")}</button>` : nothing}
    ${closed() || page.aside_since ? nothing : html`<button type="button" class="btn quiet" data-t="anew" @click=${() => openForWriting(page.id)}>${icon("pencil")}${t("looking-back-read-anew")}</button>
      <button type="button" class="btn quiet" aria-keyshortcuts=${spokenKey("P")} data-t="print"
        @click=${wishToPrint}>${icon("print")}${t("looking-back-read-print")}</button>`}
    ${page.aside_since ? nothing : html`<button type="button" class="btn quiet" data-t="set-aside" @click=${setAside}>${icon("tray")}${t("looking-back-read-set-aside")}</button>`}
  </div>`;
}

/** @param {Page} page */
function coverView(page) {
  return html`<div class="reading-sheet reading-cover" data-t="cover">
    <p class="reading-when">${t("looking-back-read-cover")}</p>
    <p class="reading-cover-words" dir="auto" lang=${page.writing.lang || nothing}>${page.writing.cover}</p>
    <button type="button" class="btn" data-t="cover-open" @click=${lift}>${icon("eye")}${t("looking-back-read-cover-open")}</button>
  </div>`;
}

function aroundView() {
  const { newer, older } = reading;
  return html`<nav class="reading-around" aria-label=${t("looking-back-read-around")}>
    ${newer ? html`<button type="button" class="btn quiet" aria-keyshortcuts=${spokenKey("PageUp")} data-t="newer" @click=${() => turnTo(newer)}>${icon("back")}${t("looking-back-read-newer")}</button>` : nothing}
    ${older ? html`<button type="button" class="btn quiet end" aria-keyshortcuts=${spokenKey("PageDown")} data-t="older" @click=${() => turnTo(older)}>${t("looking-back-read-older")}${icon("forward")}</button>` : nothing}
  </nav>`;
}

/** Where the page was opened from, for whoever comes back to it. @type {object | null} */
let cameFrom = null;

/** @param {{ back: () => void, came: object | null }} given */
export function readingView({ back, came }) {
  cameFrom = came;
  const { page, refusal } = reading;
  const way = html`<button type="button" class="link reading-way" data-t="reading-back" @click=${back}>${icon("back")}${came ? t("between-read-back") : t("looking-back-read-back")}</button>`;
  if (!page) {
    return html`<div class="reading" data-t="reading">${way}<h1 tabindex="-1">${t("looking-back-title")}</h1>
      ${refusal ? html`<p class="looking-empty" data-t="reading-gone">${refusal}</p>` : nothing}</div>`;
  }
  const tate = state.settings.vertical && mayTurn();
  return html`<article class=${tate ? "reading is-tate" : "reading"} data-t="reading" data-lang=${language()}>
    <div class="reading-top">${way}${toolsView(page)}</div>
    ${page.aside_since ? html`<div class="reading-said" data-t="set-aside-told"><p>${t("looking-back-read-aside")}</p>
      <button type="button" class="btn" data-t="bring-back" @click=${bringBack}>${icon("undo")}${t("looking-back-read-bring-back")}</button></div>` : nothing}
    ${reading.backAgain ? html`<div class="reading-said"><p>${t("looking-back-read-back-again")}</p></div>` : nothing}
    ${headView(page)}
    ${closed() ? coverView(page) : html`${askedView(page)}${wordsView(page, { tate })}${lensesView(page)}`}
    ${reading.uncovered ? html`<button type="button" class="link" data-t="cover-close" @click=${cover}>${icon("eye-off")}${t("looking-back-read-cover-close")}</button>` : nothing}
    <div class="reading-about">${closed() ? nothing : aboutView(page)}</div>
    ${closed() ? nothing : elsewhereView(page, openForWriting)}
    ${closed() || page.aside_since || state.readOnly ? nothing : pageMoments({ id: page.id, lang: page.writing.lang, ties: page.writing.ties, moments: page.moments })}${pageGiven(page.id)}
    ${closed() ? nothing : html`${sittingFold(page, turnTo)}<div class="cluster">${besideButtons(page, came)}</div>`}
    ${closed() ? nothing : versionsFold(page, reading.uncovered)}
    ${aroundView()}
  </article>`;
}
