// @ts-check
// Between us: everybody there is an "us" with, by name and on a map, those that are open first and the others folded.
// A list begins with the one that was touched last, so that what is alive now is at hand; on the map nobody stands nearer,
// higher or larger than another. From here one comes to a tie's own room and to the openings.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { betweenMap } from "../elements/between-map.js";
import { icon } from "../elements/icons.js";
import { shapeIcon } from "../elements/moment-shape.js";
import { kindName, kinds } from "../elements/tie-picker.js";
import { latelySo } from "../lib/between.js";
import { focusOn, sinceAsked } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { go, refresh, say, state, tell } from "../lib/store.js";
import { enterGathering, gatheringView, inGathering, leaveGathering } from "./between-gathering.js";
import { enterOpenings, inOpenings, leaveOpenings, openingsView } from "./between-openings.js";
import { enterTie, inTieRoom, leaveTie, tieView } from "./tie.js";

/** @import { BetweenMap, Standing, Tie, TieKind } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/** How many names a list shows at once. */
const NAMES = 100;

const look = {
  /** @type {BetweenMap | null} */
  map: null,
  /** @type {Record<Standing, number>} How many names of each list are shown. */
  shown: { open: NAMES, resting: NAMES, ended: NAMES },
};

/** What is being named, until the journal has it: asked for twice it is named once. */
let naming = "";

async function begin() {
  const [ties, map] = await Promise.all([journal.ties(), journal.betweenMap()]);
  state.ties = ties;
  look.map = map;
}

/** @param {string} tie */
const open = (tie) => void go("between", { tie });

/** @param {SubmitEvent} event */
async function add(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("called"));
  const kind = /** @type {TieKind} */ (/** @type {HTMLSelectElement} */ (form.elements.namedItem("kind")).value);
  const called = field.value.trim();
  if (!called) {
    field.focus();
    return;
  }
  if (naming === called) return;
  naming = called;
  const wentOn = sinceAsked();
  try {
    const before = state.ties.length;
    const tie = await journal.addTie({ called, kind });
    await begin();
    const wroteOn = field.value.trim() !== called;
    if (!wroteOn) form.reset();
    say(state.ties.length > before ? t("between-added", { called: tie.called }) : t("between-was-here", { called: tie.called }));
    refresh();
    // The first name turns the empty room into a full one, and the form in it is another.
    if (!wroteOn && !wentOn()) focusOn("[data-t=between-called]");
  } catch (trouble) {
    tell(trouble);
  }
  if (naming === called) naming = "";
}

function addView() {
  return html`<form class="new-tie" @submit=${add} data-t="new-tie">
    <div class="field"><div class="label-told"><label for="between-called">${t("today-tie-called")}</label><span id="between-called-told">${t("today-tie-hint")}</span></div>
      <input class="box" id="between-called" name="called" data-t="between-called" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" aria-describedby="between-called-told"></div>
    <div class="field"><label for="between-kind">${t("today-tie-kind")}</label>
      <select class="box" id="between-kind" name="kind" data-t="between-kind">${kinds().map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select></div>
    <button class="btn" type="submit" data-t="between-add">${icon("plus")}<span>${t("today-tie-add")}</span></button>
  </form>`;
}

/** @param {Tie} tie */
function tieLine(tie) {
  return html`<li><button class="tie-line" type="button" data-t="tie-line" data-tie=${tie.id} @click=${() => open(tie.id)}>
    <span class="dot" aria-hidden="true"></span><bdi dir="auto" lang=${tie.lang || nothing}>${tie.called}</bdi><span class="small soft">${kindName(tie.kind)}</span></button></li>`;
}

/** @param {readonly Tie[]} ties @param {Standing} standing @param {string} name */
function listView(ties, standing, name) {
  const shown = ties.slice(0, look.shown[standing]);
  const more = () => {
    look.shown[standing] += NAMES;
    refresh();
  };
  return html`<ul class="tie-list" aria-label=${name} data-t=${`ties-${standing}`}>${repeat(shown, (tie) => tie.id, tieLine)}</ul>
    ${ties.length > shown.length ? html`<div><button class="btn" type="button" data-t="ties-more" @click=${more}>${t("between-more")}</button></div>` : nothing}`;
}

/** @param {readonly Tie[]} ties @param {Standing} standing @param {string} name */
function foldView(ties, standing, name) {
  if (ties.length === 0) return nothing;
  return html`<details data-t=${`fold-${standing}`}><summary>${icon("down")}${name}</summary>${listView(ties, standing, name)}</details>`;
}

function emptyView() {
  return html`<section class="card stack wide rest" aria-labelledby="between-whom" data-t="between-empty">
    <h2 id="between-whom">${t("between-whom")}</h2><p class="lead">${t("between-whom-more")}</p>
    ${state.readOnly ? nothing : addView()}</section>`;
}

function everybodyView() {
  const ties = latelySo(state.ties, "open");
  return html`<div class="between-room"><div class="stack wide">
      ${ties.length > 0 ? listView(ties, "open", t("between-open")) : html`<p class="soft">${t("between-open-none")}</p>`}
      <div class="between-folds">${foldView(latelySo(state.ties, "resting"), "resting", t("between-resting"))}${foldView(latelySo(state.ties, "ended"), "ended", t("between-ended"))}</div>
    </div>
    ${look.map && ties.length > 0 ? betweenMap({ map: look.map, ties, open }) : nothing}</div>
    ${state.readOnly ? nothing : html`<section class="card stack wide" aria-labelledby="between-another"><h2 id="between-another">${t("between-another")}</h2>${addView()}</section>`}`;
}

/** @type {Room & { back(): boolean }} */
export const between = {
  name: "between",

  /** @param {{ tie?: string, openings?: boolean, gather?: string }} params */
  async enter({ tie, openings, gather }) {
    await leaveSmallWords();
    leaveOpenings();
    leaveGathering();
    if (!tie) leaveTie();
    if (tie) await enterTie(tie);
    else if (gather) await enterGathering(gather);
    else if (openings) await enterOpenings();
    else await begin();
  },

  async leave() {
    await leaveSmallWords();
    leaveTie();
    leaveOpenings();
    leaveGathering();
    Object.assign(look, { map: null, shown: { open: NAMES, resting: NAMES, ended: NAMES } });
  },

  main() {
    if (inTieRoom()) return tieView();
    if (inOpenings()) return openingsView();
    if (inGathering()) return gatheringView();
    return html`<div class="day"><h1 tabindex="-1">${t("between-title")}</h1>
        <div class="tools"><button class="btn quiet" type="button" data-t="between-openings" @click=${() => go("between", { openings: true })}>${shapeIcon("ring")}<span>${t("openings-title")}</span></button></div></div>
      ${state.ties.length === 0 ? emptyView() : everybodyView()}`;
  },

  /** One step back inside the room. @returns {boolean} whether there was one */
  back() {
    if (!inTieRoom() && !inOpenings() && !inGathering()) return false;
    void go("between");
    return true;
  },
};
