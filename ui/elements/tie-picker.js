// @ts-check
// "Between whom?": the ties a page hangs on, chosen from those there are or named on the spot.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { addTie } from "../journal.js";
import { desk, touched } from "../lib/desk.js";
import { heldOut } from "../lib/between.js";
import { focusOn, sinceAsked } from "../lib/focus.js";
import { collator, t } from "../lib/i18n.js";
import { refresh, say, state, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { MANY, nameFinder } from "./name-finder.js";

/** @import { TieKind } from "../wire.js" */

let open = false;
/** What is being named, until the journal has it: asked for twice it is named once. */
let naming = "";

/** The kinds of ties in their order, and their words. @returns {[TieKind, string][]} */
export function kinds() {
  return [
    ["person", t("today-kind-person")],
    ["group", t("today-kind-group")],
    ["community_or_place", t("today-kind-place")],
    ["myself", t("today-kind-myself")],
    ["other", t("today-kind-other")],
  ];
}

/** @param {TieKind} kind */
export const kindName = (kind) => kinds().find(([each]) => each === kind)?.[1] ?? "";

/** @typedef {{ id: string, called: string }} Known */

/** Ties of the journal that may be held out, and those named before there is one. @returns {readonly Known[]} */
function known() {
  if (desk.newTies.length === 0) return heldOut(state.ties);
  const { compare } = collator();
  return [...heldOut(state.ties), ...desk.newTies].sort((a, b) => compare(a.called, b.called));
}

/** What the page hangs on, ended ties too. @returns {Known[]} */
function chosenTies() {
  const { compare } = collator();
  const all = [...state.ties, ...desk.newTies];
  return all.filter((tie) => desk.writing.ties.includes(tie.id)).sort((a, b) => compare(a.called, b.called));
}

/** @param {string} id */
function choose(id) {
  const { ties } = desk.writing;
  desk.writing.ties = ties.includes(id) ? ties.filter((each) => each !== id) : [...ties, id];
  touched();
  refresh();
}

/** Opens the list of ties, or folds it. */
export function toggleTies() {
  open = !open;
  refresh();
  focusOn(open ? ".ties-open .chip, .ties-open input" : "[data-t=choose-tie]");
}

export function foldTies() {
  open = false;
}

/** @param {SubmitEvent} event */
async function name(event) {
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
  const { turn } = desk;
  const wentOn = sinceAsked();
  try {
    const there = [...state.ties, ...desk.newTies].find((tie) => tie.called === called);
    const id = there?.id ?? (await made(called, kind));
    if (turn === desk.turn && !desk.writing.ties.includes(id)) choose(id);
    // Another name stands there by now, or somebody went on elsewhere: both stay.
    if (field.value.trim() === called) form.reset();
    say(t("today-tie-added", { called }));
    if (!wentOn()) field.focus();
  } catch (trouble) {
    tell(trouble);
  }
  if (naming === called) naming = "";
}

/** @param {string} called @param {TieKind} kind */
async function made(called, kind) {
  if (state.journal !== "open") {
    const id = `new:${desk.newTies.length}`;
    desk.newTies.push({ id, called, kind });
    return id;
  }
  const tie = await addTie({ called, kind });
  state.ties = [...state.ties, tie];
  return tie.id;
}

/** @param {{ id: string, called: string }} tie */
function chip(tie) {
  return html`<button class="chip" type="button" data-t="tie" aria-pressed=${desk.writing.ties.includes(tie.id)} @click=${() => choose(tie.id)}>
    <span class="dot" aria-hidden="true"></span><bdi dir="auto">${tie.called}</bdi></button>`;
}

/** Some names are held out all; of many, those the page hangs on, and a field to find the others. */
function names() {
  const offered = known();
  const chosen = chosenTies();
  if (offered.length > MANY) {
    return html`${chosen.length > 0 ? html`<div class="cluster" role="group" aria-label=${t("today-ties-known")}>${repeat(chosen, (tie) => tie.id, chip)}</div>` : nothing}
      ${nameFinder({ name: "find-tie", label: t("find-name"), names: offered, choose: (id) => { if (id && !desk.writing.ties.includes(id)) choose(id); } })}`;
  }
  const ended = chosen.filter((tie) => !offered.includes(tie));
  const all = [...ended, ...offered];
  return all.length > 0 ? html`<div class="cluster" role="group" aria-label=${t("today-ties-known")}>${repeat(all, (tie) => tie.id, chip)}</div>` : nothing;
}

function list() {
  return html`<div class="card stack wide ties-open" id="ties">
    ${names()}
    <form class="new-tie" @submit=${name}>
      <div class="field"><div class="label-told"><label for="tie-called">${t("today-tie-called")}</label><span id="tie-called-told">${t("today-tie-hint")}</span></div>
        <input class="box" id="tie-called" name="called" data-t="tie-called" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" aria-describedby="tie-called-told"></div>
      <div class="field"><label for="tie-kind">${t("today-tie-kind")}</label>
        <select class="box" id="tie-kind" name="kind" data-t="tie-kind">${kinds().map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select></div>
      <button class="btn" type="submit" data-t="add-tie">${icon("plus")}<span>${t("today-tie-add")}</span></button>
    </form>
    <div><button class="link" type="button" data-t="ties-done" @click=${toggleTies}>${t("today-ties-done")}</button></div>
  </div>`;
}

/** @param {unknown} [beside] What else stands at the end of its line. */
export function tiePicker(beside = nothing) {
  const chosen = chosenTies();
  return html`<div class="stack wide tight">
    <div class="between" role="group" aria-labelledby="between">
      <span id="between">${t("today-between")}</span>
      ${open ? nothing : repeat(chosen, (tie) => tie.id, chip)}
      <button class="chip add" type="button" data-t="choose-tie" aria-expanded=${open} aria-controls="ties" @click=${toggleTies}>
        ${icon("plus")}<span>${chosen.length > 0 ? t("today-someone-else") : t("today-someone")}</span></button>${beside}
    </div>
    ${open ? list() : nothing}
  </div>`;
}
