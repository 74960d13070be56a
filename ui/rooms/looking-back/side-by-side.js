// @ts-check
// Two pages of one tie side by side, as they were written. Nothing is put together, compared or said about them; what
// differs stays in sight. A page is chosen for each side, and another can take its place.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import * as journal from "../../journal.js";
import { blocksView } from "../../elements/blocks.js";
import { icon } from "../../elements/icons.js";
import { kindWords, shapeIcon } from "../../elements/moment-shape.js";
import { pageLine } from "../../elements/page-line.js";
import { askedView } from "../../elements/question-elsewhere.js";
import { shapeOf } from "../../lib/between.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, inWords, refresh, tell, tieCalled } from "../../lib/store.js";
import { leafHead } from "./leaf.js";

/** @import { Page, PageLine } from "../../wire.js" */
/** @typedef {0 | 1} Side */
/** @typedef {{ tie: string } | { page: string, came: object | null }} Origin Where this was asked for: a tie's room, or a page. */

/** How many pages the choice shows at once. */
const A_SCREENFUL = 30;

const fresh = () => ({
  tie: "",
  /** @type {Origin | null} */
  origin: null,
  /** @type {[Page | null, Page | null]} */
  pages: [null, null],
  /** Covers lifted here; every time anew. */
  uncovered: [false, false],
  /** @type {Side | null} the side a page is being chosen for */
  choosing: null,
  /** @type {PageLine[]} */
  lines: [],
  more: false,
  refusal: "",
});

let here = fresh();

/** @param {() => Promise<unknown>} does */
async function step(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {string | null} before */
async function fetchLines(before) {
  const { lines, more } = await journal.pages({ before, after: null, tie: here.tie, from: null, to: null, limit: A_SCREENFUL });
  Object.assign(here, { lines: before === null ? lines : [...here.lines, ...lines], more });
  return lines[0]?.id ?? "";
}

/** @param {Side} side */
async function chooseFor(side) {
  if (here.lines.length === 0) await fetchLines(null);
  here.choosing = side;
}

/** @param {Side} side @param {string} id */
const put = (side, id) => step(async () => {
  here.pages[side] = await journal.page(id, false);
  here.uncovered[side] = false;
  const other = /** @type {Side} */ (1 - side);
  here.choosing = null;
  if (!here.pages[other]) await chooseFor(other);
  focusOn(here.choosing === null ? `[data-side="${side}"] h2` : "[data-t=choosing]");
});

/** @param {Side} side */
const another = (side) => step(async () => {
  await chooseFor(side);
  focusOn("[data-t=choosing]");
});

const further = () => step(async () => {
  const first = await fetchLines(here.lines.at(-1)?.place ?? null);
  focusOn(`#open-${first}`);
});

/** @param {Side} side @param {Page} page */
const lift = (side, page) => step(async () => {
  here.pages[side] = await journal.page(page.id, true);
  here.uncovered[side] = true;
  focusOn(`[data-side="${side}"] h2`);
});

const back = () => {
  const { origin } = here;
  void (origin && "page" in origin ? go("looking-back", origin) : go("between", { tie: here.tie }));
};

/** @param {Page} page */
const momentsView = (page) => (page.moments.length === 0 ? nothing : html`<ul class="beside-moments">${page.moments.map(({ kind, words, lang }) => html`<li>${shapeIcon(shapeOf(kind))}<span>${kindWords(kind)}</span>
  ${words ? html`<span dir="auto" lang=${lang || nothing}>${words}</span>` : nothing}</li>`)}</ul>`);

/** @param {Side} side @param {Page} page */
function wordsOf(side, page) {
  const lang = page.writing.lang || nothing;
  if (page.covered && !here.uncovered[side]) {
    return html`<div class="reading-sheet reading-cover"><p class="reading-when">${t("looking-back-read-cover")}</p>
      <p class="reading-cover-words" dir="auto" lang=${lang}>${page.writing.cover}</p>
      <button type="button" class="btn" data-t="beside-lift" @click=${() => lift(side, page)}>${icon("eye")}${t("looking-back-read-cover-open")}</button></div>`;
  }
  return html`${askedView(page)}<div class="reading-sheet" lang=${lang} data-t="beside-words"><div class="reading-words">
      ${page.writing.title ? html`<h3 dir="auto">${page.writing.title}</h3>` : nothing}${blocksView(page.blocks, { level: 4, media: journal.pictureAddress })}</div></div>
    ${momentsView(page)}`;
}

/** @param {Side} side */
function sideView(side) {
  const page = here.pages[side];
  if (!page) return nothing;
  const day = dayLong(page.day);
  const came = { leaf: "side-by-side", tie: here.tie, origin: here.origin, pages: here.pages.map((each) => each?.id ?? null) };
  return html`<div class="beside-one" role="group" data-side=${side} data-t="beside" aria-labelledby="beside-day-${side}">
    <h2 tabindex="-1" id="beside-day-${side}">${day}</h2>
    ${wordsOf(side, page)}
    <div class="cluster"><button type="button" class="btn quiet" data-t="beside-read" aria-label=${t("looking-back-beside-read-named", { day })} @click=${() => go("looking-back", { page: page.id, came })}>${icon("lines")}<span>${t("looking-back-beside-read")}</span></button>
      <button type="button" class="btn quiet" data-t="beside-another" aria-label=${t("looking-back-beside-another-named", { day })} @click=${() => another(side)}>${icon("again")}<span>${t("looking-back-beside-another")}</span></button></div>
  </div>`;
}

function choiceView() {
  const { choosing, lines, more, pages } = here;
  if (choosing === null) return nothing;
  const other = pages[1 - choosing]?.id;
  const offered = lines.filter(({ id }) => id !== other && id !== pages[choosing]?.id);
  return html`<section class="beside-choice" aria-labelledby="choosing"><h2 id="choosing" tabindex="-1" data-t="choosing">${other ? t("looking-back-beside-second") : t("looking-back-beside-first")}</h2>
    ${offered.length === 0 && !more ? html`<p class="soft" data-t="beside-none">${t("looking-back-beside-none")}</p>` : nothing}
    <div>${offered.map((line) => pageLine(line, { open: (id) => put(choosing, id), wholeDay: true }))}</div>
    ${more ? html`<div><button type="button" class="btn" data-t="beside-further" @click=${further}>${t("looking-back-found-on")}</button></div>` : nothing}
  </section>`;
}

export const sideBySideLeaf = {
  /** @param {{ tie?: string, origin?: Origin | null, pages?: (string | null)[] }} params */
  async enter({ tie = "", origin = null, pages = [] }) {
    here = { ...fresh(), tie, origin };
    try {
      const [first, second] = await Promise.all([pages[0], pages[1]].map((id) => (id ? journal.page(id, false) : null)));
      here.pages = [first ?? null, second ?? null];
      const empty = here.pages.indexOf(null);
      if (empty >= 0) await chooseFor(/** @type {Side} */ (empty));
    } catch (trouble) {
      here.refusal = inWords(trouble);
    }
  },

  leave() {
    here = fresh();
  },

  back,

  view() {
    const called = tieCalled(here.tie);
    const way = { words: t("between-read-back"), back };
    return html`<div class="looking beside-room" data-t="side-by-side">${leafHead(t("looking-back-beside"), nothing, way)}
      ${called ? html`<p class="reading-between" dir="auto">${t("looking-back-read-between", { names: called })}</p>` : nothing}
      ${here.refusal ? html`<p class="looking-empty">${here.refusal}</p>` : nothing}
      <div class="beside-two">${sideView(0)}${sideView(1)}</div>
      ${choiceView()}</div>`;
  },
};

/** The way here from a page: one press for each tie it hangs on. @param {Page} page @param {object | null} came */
export function besideButtons(page, came) {
  const ties = page.writing.ties.filter((tie) => tieCalled(tie) !== "");
  if (ties.length === 0 || page.aside_since) return nothing;
  return html`${ties.map((tie) => html`<button type="button" class="btn quiet" data-t="lay-beside" @click=${() => go("looking-back", { leaf: "side-by-side", tie, pages: [page.id], origin: { page: page.id, came } })}>
    ${icon("people")}<span>${t("looking-back-lay-beside", { called: tieCalled(tie) })}</span></button>`)}`;
}

