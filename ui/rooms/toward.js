// @ts-check
// Toward: what I would like there to be more of, alone or with somebody. What is written here is alive, rests or is
// let go; nothing is ever done or undone, late or early, and the room asks for nothing to end.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { growing } from "../lib/growing.js";
import { language, t } from "../lib/i18n.js";
import { handInWords, writtenWhole } from "../lib/handing-in.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { go, refresh, say, state, tell, tieCalled } from "../lib/store.js";
import { enterIntention, inIntention, intentionView, leaveIntention } from "./toward-one.js";

/** @import { Intention, IntentionState } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

const NEW = "toward new";

/** @type {Intention[]} */
let all = [];
/** Grows when the room is entered or left. */
let turn = 0;

/** Everything that is written, and words still in the field when the room is left. @param {string} words */
async function put(words) {
  const toward = words.trim();
  if (toward !== "") await journal.addIntention({ toward, lang: language(), ties: [], with_companion: null });
}

/** @param {SubmitEvent} event */
async function add(event) {
  event.preventDefault();
  const field = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("toward"));
  if (field.value.trim() === "") {
    field.focus();
    return;
  }
  const mine = turn;
  const given = handInWords(NEW, field, put);
  field.focus();
  try {
    await given;
    say(t("toward-added"));
    const now = await journal.intentions();
    if (mine !== turn) return;
    all = now;
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

const written = writtenWhole(NEW, put);

function addView() {
  return html`<form class="card stack wide" @submit=${add}>
    <div class="field"><label for="toward-new">${t("toward-new")}</label>
      <textarea class="box toward-words" id="toward-new" name="toward" rows="2" data-t="toward-new" dir="auto" lang=${language()} placeholder=${t("toward-hint")}
        autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" @input=${written} @compositionend=${written} ${growing()}></textarea></div>
    <div><button class="btn" type="submit" data-t="toward-add">${icon("plus")}<span>${t("toward-add")}</span></button></div>
  </form>`;
}

/** @param {Intention} intention */
function lineView({ id, toward, lang, ties }) {
  const names = ties.map(tieCalled).filter((name) => name !== "");
  return html`<li class="toward-line"><button class="toward-open" type="button" dir="auto" lang=${lang || nothing} data-t="toward-open" @click=${() => go("toward", { intention: id })}>${toward}</button>
    ${names.length > 0 ? html`<p class="page-line-about">${names.map((name) => html`<span class="page-line-tie" dir="auto">${name}</span>`)}</p>` : nothing}</li>`;
}

/** @param {IntentionState} now @param {string} name */
function foldView(now, name) {
  const here = all.filter((each) => each.state === now);
  if (here.length === 0) return nothing;
  return html`<details data-t=${`toward-${now}`}><summary>${icon("down")}${name}</summary><ul>${repeat(here, ({ id }) => id, lineView)}</ul></details>`;
}

function listView() {
  const alive = all.filter((each) => each.state === "alive");
  return html`<div class="tie-room"><header class="tie-head"><h1 tabindex="-1">${t("toward-title")}</h1><p class="lead">${t("toward-told")}</p></header>
    ${state.readOnly ? nothing : addView()}
    ${alive.length > 0 ? html`<ul aria-label=${t("toward-alive")} data-t="toward-list">${repeat(alive, ({ id }) => id, lineView)}</ul>` : nothing}
    <div class="between-folds">${foldView("resting", t("toward-resting"))}${foldView("let_go", t("toward-let-go"))}</div></div>`;
}

/** @type {Room & { back(): boolean }} */
export const toward = {
  name: "toward",

  /** @param {{ intention?: string, came?: { tie: string } }} params */
  async enter({ intention, came }) {
    const mine = ++turn;
    await leaveSmallWords();
    if (intention) await enterIntention(intention, came ?? null);
    else {
      leaveIntention();
      const now = await journal.intentions();
      if (mine === turn) all = now;
    }
  },

  async leave() {
    await leaveSmallWords();
    turn += 1;
    leaveIntention();
    all = [];
  },

  main: () => (inIntention() ? intentionView() : listView()),

  /** One step back inside the room. @returns {boolean} whether there was one */
  back() {
    if (!inIntention()) return false;
    void go("toward");
    return true;
  },
};
