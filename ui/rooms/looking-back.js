// @ts-check
// Looking back: every page kept, newest first, under quiet headings of months; choosing by tie and by
// days; finding words; and, when a page is opened, reading it. Nothing old is shown anywhere else, and
// nothing here is counted aloud.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import { months as monthsOf, pages } from "../journal.js";
import { icon } from "../elements/icons.js";
import { MANY, nameFinder } from "../elements/name-finder.js";
import { pageFeed, scrollerOf } from "../elements/page-feed.js";
import { heldOut } from "../lib/between.js";
import { monthHeading } from "../lib/dates.js";
import { language, t } from "../lib/i18n.js";
import { pageShelf } from "../lib/page-shelf.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { go, refresh, state, tell, tieCalled } from "../lib/store.js";
import { monthsWithin } from "../lib/window-list.js";
import { fieldOfWords, findAgain, findView, found, foundView, furnishFinding, isFinding, stopFinding } from "./finding.js";
import { asideView, forgetAside } from "./looking-back/aside.js";
import { askedAnew, askedFold, forgetAsked } from "./looking-back/asked.js";
import { returningLeaf } from "./looking-back/returning.js";
import { shownLeaf } from "./looking-back/shown.js";
import { paperButton, paperLeaf } from "./looking-back/paper.js";
import { sideBySideLeaf } from "./looking-back/side-by-side.js";
import { yearLeaf } from "./looking-back/year.js";
import { closePage, isReading, readPage, readingView } from "./reading.js";

/** @import { Month } from "../wire.js" */
/** @import { Anchor } from "../elements/page-feed.js" */
/** @import { Room } from "../lib/store.js" */

const look = {
  /** @type {Month[] | null} every month with pages, null until they came */
  all: null,
  /** @type {Month[]} */
  months: [],
  /** @type {string | null} */
  tie: null,
  /** @type {string | null} */
  from: null,
  /** @type {string | null} */
  to: null,
  /** @type {{ anchor: Anchor | null, focus: string }} where the reader was */
  place: { anchor: null, focus: "" },
};

/** @type {import("../elements/page-feed.js").Shelf | null} */
let shelf = null;
/** @type {ReturnType<typeof pageFeed> | null} */
let feed = null;
/** @type {HTMLElement | null} */
let host = null;
let turn = 0;
/** @type {Record<string, any> | null} Where the page that is read was opened: in Between us, or in a leaf of this room. */
let came = null;
/** What is shown because it was asked for. @type {Record<string, { enter(params: Record<string, any>): Promise<void>, leave(): void, view(): import("../vendor/lit-html/lit-html.js").TemplateResult, back?: () => void }>} */
const leaves = { year: yearLeaf, returning: returningLeaf, shown: shownLeaf, "side-by-side": sideBySideLeaf, paper: paperLeaf };
/** The leaf that is open, or "" where the list is. */
let leaf = "";
/** What the drawn lines look like; when it changes they are drawn again. */
let manner = "";

const chosen = () => look.tie !== null || look.from !== null || look.to !== null;
const choice = () => ({ tie: look.tie, from: look.from, to: look.to });

/** Asks which months there are, and begins a new list. */
async function begin() {
  const mine = ++turn;
  try {
    const all = await monthsOf(look.tie);
    if (mine !== turn) return;
    look.all = all;
    look.months = monthsWithin(all, look.from, look.to);
    shelf?.close();
    shelf = pageShelf({
      months: look.months, ...choice(), linesOf: pages,
      changed: () => {
        feed?.redraw();
        if (shelf?.leaves.length === 0) refresh();
      },
      refused: tell,
    });
    furnish();
    refresh();
  } catch (trouble) {
    if (mine === turn) tell(trouble);
  }
}

function furnish() {
  feed?.close();
  feed = null;
  if (!host || !shelf) return;
  feed = pageFeed({
    host, shelf, open, inMonth: showMonth,
    heading: ({ year, month }) => monthHeading(year, month),
    name: ({ year, month }) => t("looking-back-feed", { month: monthHeading(year, month) }),
  });
  feed.redraw();
}

/** @param {Element | undefined} element */
function mount(element) {
  if (element === host) return;
  host = /** @type {HTMLElement | null} */ (element ?? null);
  // The element is not in the document yet while the room is being drawn.
  queueMicrotask(() => {
    furnish();
    if (host) comeBack();
  });
}

/** Notes where the reader is, before the list gives way to something else. */
function keepPlace() {
  if (!feed) return;
  const focus = document.activeElement?.closest("article")?.getAttribute("data-page") ?? "";
  look.place = { anchor: feed.anchor(), focus: focus || look.place.focus };
}

/** Puts the reader back where they were. */
function comeBack() {
  const { anchor, focus } = look.place;
  look.place = { anchor: null, focus: "" };
  if (anchor) feed?.returnTo(anchor);
  else feed?.redraw();
  if (focus && feed?.focusPage(focus)) return;
  if (document.activeElement === document.body) fieldOfWords()?.focus({ preventScroll: true });
}

/** @param {string} id */
function open(id) {
  if (feed && !isFinding()) look.place = { anchor: feed.anchor(), focus: id };
  void go("looking-back", { page: id });
}

/** @param {number} month The month in view, shown by the list of months without moving it. */
function showMonth(month) {
  const select = /** @type {HTMLSelectElement | null} */ (document.querySelector(".looking-jump select"));
  if (select && month >= 0 && document.activeElement !== select) select.value = String(month);
}

/** @param {Event} event */
function onJump(event) {
  const month = Number(/** @type {HTMLSelectElement} */ (event.target).value);
  feed?.jump(month);
}

/** @param {Partial<ReturnType<typeof choice>>} next */
function choose(next) {
  Object.assign(look, next);
  if (look.from && look.to && look.from > look.to) [look.from, look.to] = [look.to, look.from];
  look.place = { anchor: null, focus: "" };
  void begin().then(findAgain);
}

/** @param {Event} event @param {"from" | "to"} end */
function onDay(event, end) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const day = field.value.trim();
  if (day === "" || /^\d{4}-\d{2}-\d{2}$/.test(day)) choose({ [end]: day || null });
}

function showAll() {
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".looking-choices input"))) field.value = "";
  choose({ tie: null, from: null, to: null });
}

/** With many names the list of them is a field to find one in. */
function tieChoice() {
  // Whoever has ended is not held out here; their own room leads to their pages.
  const open = heldOut(state.ties);
  if (open.length > MANY) {
    return nameFinder({ name: "choose-tie", label: t("looking-back-tie"), names: open, chosen: look.tie ? tieCalled(look.tie) : "", nobody: t("looking-back-tie-any"), choose: (tie) => choose({ tie }) });
  }
  const names = [...state.ties.filter((tie) => tie.id === look.tie && tie.standing === "ended"), ...open];
  return html`<div class="field"><label for="choose-tie">${t("looking-back-tie")}</label>
    <select class="box" id="choose-tie" data-t="choose-tie" @change=${(/** @type {Event} */ event) => choose({ tie: /** @type {HTMLSelectElement} */ (event.target).value || null })}>
      <option value="" ?selected=${look.tie === null}>${t("looking-back-tie-any")}</option>
      ${names.map((tie) => html`<option value=${tie.id} ?selected=${look.tie === tie.id}>${tie.called}</option>`)}
    </select></div>`;
}

function choicesView() {
  return html`<details class="looking-choices" data-t="choices"><summary>${icon("down")}${t("looking-back-choices")}</summary>
    <div class="looking-fields">
      ${tieChoice()}
      <div class="field"><label for="choose-from">${t("looking-back-from")}</label>
        <input class=${look.from ? "box" : "box is-empty"} type="date" id="choose-from" data-t="choose-from" @change=${(/** @type {Event} */ event) => onDay(event, "from")}></div>
      <div class="field"><label for="choose-to">${t("looking-back-to")}</label>
        <input class=${look.to ? "box" : "box is-empty"} type="date" id="choose-to" data-t="choose-to" @change=${(/** @type {Event} */ event) => onDay(event, "to")}></div>
      ${chosen() ? html`<button type="button" class="btn quiet" data-t="choose-all" @click=${showAll}>${t("looking-back-choices-clear")}</button>` : nothing}
    </div>
  </details>`;
}

function jumpView() {
  return html`<label class="looking-jump"><span>${t("looking-back-jump")}</span>
    <select class="box" data-t="jump" @change=${onJump}>${look.months.map((month, i) => html`<option value=${i}>${monthHeading(month.year, month.month)}</option>`)}</select></label>`;
}

function emptyView() {
  if (chosen()) {
    return html`<div class="looking-empty" data-t="none-chosen"><p>${t("looking-back-none-chosen")}</p>
      <button type="button" class="btn" @click=${showAll}>${t("looking-back-choices-clear")}</button></div>`;
  }
  return html`<div class="looking-empty" data-t="nothing-kept"><p>${t("looking-back-empty")}</p>
    <button type="button" class="btn primary" @click=${() => go("today")}>${t("looking-back-empty-write")}</button></div>`;
}

function listView() {
  const sought = found();
  const now = `${language()} ${state.settings.era} ${state.settings.text_size} ${state.ties.length}`;
  if (now !== manner) queueMicrotask(() => feed?.redraw());
  manner = now;
  const bare = look.all !== null && (look.months.length === 0 || shelf?.leaves.length === 0);
  const bareBook = bare && !chosen();
  return html`<div class="looking" data-t="looking-back">
    <header class="looking-head"><h1 tabindex="-1">${t("looking-back-title")}</h1>
      ${look.months.length > 1 && !isFinding() ? jumpView() : nothing}</header>
    ${bareBook ? nothing : html`${findView()}<div class="looking-folds">${choicesView()}${asideView({ open, begin })}${askedFold()}${bare ? nothing : paperButton(sought ? { found: sought } : { span: choice() }, () => go("looking-back", { list: true }))}</div>`}
    ${isFinding() ? foundView(open) : bare ? emptyView() : nothing}
    <div class="looking-feed" data-t="feed" ?hidden=${isFinding() || bare} ${ref(mount)}></div>
  </div>`;
}

function wayBack() {
  if (!came) return go("looking-back", { list: true });
  return go(came.leaf ? "looking-back" : "between", came);
}

function closeLeaf() {
  leaves[leaf]?.leave();
  leaf = "";
}

furnishFinding({ choice, begins: keepPlace, over: comeBack });

/** @type {Room & { back(): boolean }} */
export const lookingBack = {
  name: "looking-back",
  main() {
    if (isReading()) return readingView({ back: wayBack, came });
    return leaves[leaf]?.view() ?? listView();
  },

  async enter(params) {
    if (!isReading() && leaf === "" && !isFinding()) keepPlace();
    if (params.page) {
      closeLeaf();
      if ("came" in params) came = params.came;
      // Turned from a tie's room, the pages around are the tie's.
      await readPage(String(params.page), came ? { tie: came.tie ?? null, from: null, to: null } : choice());
      return;
    }
    const wasElsewhere = isReading() || leaf !== "";
    closePage();
    closeLeaf();
    came = null;
    if (params.leaf in leaves) {
      await leaves[params.leaf]?.enter(params);
      leaf = params.leaf;
      return;
    }
    if (params.tie) look.tie = params.tie;
    await askedAnew();
    // Coming from a page back to the list, or to the words looked for: both stand as they were left.
    if (!wasElsewhere || !shelf || !params.list) look.place = params.search ? look.place : { anchor: null, focus: "" };
    if (!isFinding() || !shelf) await begin();
    if (params.search) queueMicrotask(() => fieldOfWords()?.select());
  },

  async leave() {
    await leaveSmallWords();
    stopFinding({ quietly: true });
    closePage();
    closeLeaf();
    forgetAside();
    forgetAsked();
    came = null;
    turn += 1;
    feed?.close();
    shelf?.close();
    feed = null;
    shelf = null;
    Object.assign(look, { all: null, months: [], tie: null, from: null, to: null, place: { anchor: null, focus: "" } });
  },

  /** One step back inside the room. @returns {boolean} whether there was one */
  back() {
    if (isReading()) void wayBack();
    else if (leaf !== "") void (leaves[leaf]?.back ?? wayBack)();
    else if (isFinding()) stopFinding();
    else return false;
    return true;
  },
};

/** How far the room is scrolled, for those who bring it back. */
export const scrolled = () => (host ? scrollerOf(host).scrollTop : 0);
