// @ts-check
// A tie's own room, a part of Between us: its names, its thread through time, its pages. Where it stands changes with
// one press. The only place that tells whether "I am not free here" was said, and only in a fold that is closed.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { pageLine } from "../elements/page-line.js";
import { inLines } from "../elements/phrases.js";
import { tieThread } from "../elements/tie-thread.js";
import { dayLong } from "../lib/dates.js";
import { desk, isBlank, touched } from "../lib/desk.js";
import { t } from "../lib/i18n.js";
import { go, inWords, refresh, say, state, tell } from "../lib/store.js";
import { inPhrases } from "../lib/wording.js";
import { gatherButton } from "./between-gathering.js";
import { paperButton } from "./looking-back/paper.js";
import { forgetFolds, tieFolds } from "./tie-folds.js";
import { newPage } from "./today.js";
import { kindName } from "../elements/tie-picker.js";

/** @import { PageLine, Standing, TieRoom } from "../wire.js" */

/** How many pages stand here; Looking back has the others. */
const MOST_PAGES = 12;

const fresh = () => ({
  /** @type {TieRoom | null} */
  room: null,
  /** @type {PageLine[]} */
  pages: [],
  more: false,
  /** The thread is shown as a table. */
  asTable: false,
  /** What happened instead. */
  refusal: "",
});

let here = fresh();
let open = false;
let turn = 0;

export const inTieRoom = () => open;

/** @param {string} id */
export async function enterTie(id) {
  const mine = ++turn;
  const again = here.room?.tie.id === id ? here.asTable : null;
  open = true;
  here = fresh();
  // A narrow window draws the shapes too small to be told apart.
  here.asTable = again ?? window.innerWidth < 640;
  forgetFolds();
  try {
    const [room, { lines, more }] = await Promise.all([
      journal.tieRoom(id),
      journal.pages({ before: null, after: null, tie: id, from: null, to: null, limit: MOST_PAGES }),
    ]);
    if (mine === turn) Object.assign(here, { room, pages: lines, more });
  } catch (trouble) {
    if (mine === turn) here.refusal = inWords(trouble);
  }
}

export function leaveTie() {
  turn += 1;
  open = false;
  here = fresh();
  forgetFolds();
}

/** @param {TieRoom["tie"]} tie What the journal says of it now. */
export function tieIs(tie) {
  state.ties = state.ties.map((each) => (each.id === tie.id ? tie : each));
  if (here.room?.tie.id === tie.id) here.room = { ...here.room, tie };
  refresh();
}

/** Asks for the room again: its names have changed. */
export async function tieAnew() {
  if (!here.room) return;
  const mine = turn;
  const room = await journal.tieRoom(here.room.tie.id);
  if (mine !== turn) return;
  here.room = room;
  refresh();
}

/** @param {TieRoom} room @param {Standing} standing */
async function stand(room, standing) {
  if (room.tie.standing === standing) return;
  try {
    tieIs(await journal.setStanding(room.tie.id, standing));
    say({ open: t("tie-stands-open"), resting: t("tie-stands-resting"), ended: t("tie-stands-ended") }[standing]);
  } catch (trouble) {
    tell(trouble);
  }
}

/** Begins a page that hangs on this tie; one that is begun already is not changed. @param {string} id */
async function write(id) {
  await newPage();
  // Whoever has gone elsewhere meanwhile begins no page.
  if (state.room !== "today") return;
  if (desk.page || !isBlank() || desk.writing.ties.length > 0) return;
  desk.writing.ties = [id];
  touched();
  refresh();
}

/** @param {string} tie */
const opens = (tie) => (/** @type {string} */ page) => void go("looking-back", { page, came: { tie } });

/** @param {TieRoom} room */
function standingView(room) {
  /** @type {[Standing, string][]} */
  const ways = [["open", t("tie-open")], ["resting", t("tie-resting")], ["ended", t("tie-ended")]];
  return html`<div class="tie-standing"><div class="cluster" role="group" aria-label=${t("tie-standing")}>
      ${ways.map(([standing, words]) => html`<button class="pill" type="button" data-t=${`stand-${standing}`} aria-pressed=${room.tie.standing === standing} @click=${() => stand(room, standing)}>
        ${room.tie.standing === standing ? icon("check") : nothing}<span>${words}</span></button>`)}</div>
    <p class="small soft">${t("tie-standing-told")}</p></div>`;
}

/** @param {TieRoom} room */
function pagesView(room) {
  const { id } = room.tie;
  return html`<section class="stack wide tight" aria-labelledby="tie-pages"><h2 id="tie-pages">${t("tie-pages")}</h2>
    ${here.pages.length === 0 ? html`<p class="soft">${t("tie-pages-none")}</p>` : nothing}
    <div>${here.pages.map((line) => pageLine(line, { open: opens(id), wholeDay: true }))}</div>
    ${here.pages.length > 0 ? paperButton({ span: { tie: id, from: null, to: null } }, () => go("between", { tie: id })) : nothing}
    ${here.more ? html`<div><button class="btn" type="button" data-t="tie-pages-all" @click=${() => go("looking-back", { tie: id })}>${icon("lines")}<span>${t("tie-pages-all")}</span></button></div>` : nothing}
  </section>`;
}

/** @param {TieRoom} room */
function askedView(room) {
  if (room.asked.length === 0) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="tie-asked"><h2 id="tie-asked">${t("tie-asked")}</h2>
    <ul class="tie-asked">${room.asked.map((asked) => html`<li class=${inPhrases("", asked.text, asked.lang)} lang=${asked.lang || nothing} dir="auto">${inLines(asked.text, asked.lang)}</li>`)}</ul></section>`;
}

/** @param {TieRoom} room */
function towardView({ tie, toward }) {
  const here = toward.filter((each) => each.state === "alive");
  if (here.length === 0) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="tie-toward"><h2 id="tie-toward">${t("toward-title")}</h2>
    <ul>${here.map(({ id, toward: words, lang }) => html`<li><button class="toward-open" type="button" dir="auto" lang=${lang || nothing} data-t="tie-toward" @click=${() => go("toward", { intention: id, came: { tie: tie.id } })}>${words}</button></li>`)}</ul></section>`;
}

/** A group or a place can own lines that were written among its people; what one is not free in gives nothing out.
 * @param {TieRoom} room */
const mayGather = ({ tie, care }) => ["group", "community_or_place"].includes(tie.kind) && care !== "raised" && here.pages.length > 0 && !state.readOnly;

export function tieView() {
  const { room } = here;
  const way = html`<button type="button" class="link reading-way" data-t="tie-back" @click=${() => go("between")}>${icon("back")}${t("tie-back")}</button>`;
  if (!room) {
    return html`<div class="tie-room">${way}<h1 tabindex="-1">${t("between-title")}</h1>
      ${here.refusal ? html`<p class="looking-empty" data-t="tie-gone">${here.refusal}</p>` : nothing}</div>`;
  }
  const { tie } = room;
  return html`<div class="tie-room" data-t="tie-room">
    <div class="reading-top">${way}
      <div class="reading-tools">${here.pages.length > 1 ? html`<button class="btn quiet" type="button" data-t="tie-beside" @click=${() => go("looking-back", { leaf: "side-by-side", tie: tie.id })}>${icon("people")}<span>${t("looking-back-beside")}</span></button>` : nothing}
        ${state.readOnly ? nothing : html`<button class="btn" type="button" data-t="tie-write" @click=${() => write(tie.id)}>${icon("pencil")}<span>${t("tie-write")}</span></button>`}</div></div>
    <header class="tie-head"><h1 tabindex="-1" dir="auto" lang=${tie.lang || nothing} data-t="tie-name">${tie.called}</h1>
      <p class="soft">${kindName(tie.kind)} · ${t("tie-since", { day: dayLong(room.since.slice(0, 10)) })}</p>
      ${tie.about ? html`<p class="tie-about" dir="auto" lang=${tie.lang || nothing}>${tie.about}</p>` : nothing}</header>
    ${state.readOnly ? nothing : standingView(room)}
    <section class="stack wide tight" aria-labelledby="tie-thread"><h2 id="tie-thread">${t("tie-thread")}</h2>
      ${tieThread({ thread: room.thread, called: tie.called, asTable: here.asTable, open: opens(tie.id), turn() { here.asTable = !here.asTable; refresh(); } })}</section>
    ${pagesView(room)}
    ${askedView(room)}
    ${towardView(room)}
    ${mayGather(room) ? gatherButton(tie.id) : nothing}
    ${tieFolds(room, { tieIs, tieAnew })}
  </div>`;
}
