// @ts-check
// Letters: those I exchange letters with, who has not answered yet, and letters that are begun. Nothing is counted and
// nothing waits for anybody. The other rooms of Letters stand within this one, each asked for by a word of its own.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { lettersOfNobody } from "../journal-arriving.js";
import * as letters from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { lettersBegun } from "../elements/letters-begun.js";
import { pairedWords } from "../elements/paired.js";
import { dayLong } from "../lib/dates.js";
import { leaving } from "../lib/doorway.js";
import { t } from "../lib/i18n.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { fromHere, go, refresh, state } from "../lib/store.js";
import { answering } from "./letter-answer.js";
import { arrived, openALetter } from "./letter-arrived.js";
import { readingLetter } from "./letter-reading.js";
import { companionRoom } from "./companion.js";
import { accepting } from "./letters-accept.js";
import { agreeing, holdsAnswers } from "./letters-agreement.js";
import { byHand } from "./letters-card.js";
import { inviting } from "./letters-invite.js";
import { unknownLetters } from "./letters-unknown.js";
import { endingRoom } from "./letters-ending.js";
import { waiting } from "./letters-waiting.js";
import { choosingTogether, wayTogether } from "./together-choose.js";
import { writing } from "./letters-writing.js";

/** @import { TemplateResult, nothing as Nothing } from "../vendor/lit-html/lit-html.js" */
/** @import { Companion, Companions, LetterDraftKept, LetterLine, Standing } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/**
 * A room within Letters.
 * @typedef {object} Inner
 * @property {(params: Record<string, any>) => boolean} asked Whether these words lead to it.
 * @property {(params: Record<string, any>) => void | Promise<void>} enter
 * @property {() => void | Promise<void>} leave
 * @property {() => TemplateResult} main
 * @property {() => TemplateResult | typeof Nothing} [aside]
 * @property {() => boolean} [back] One step back within it.
 */

/** The rooms within, in the order they are asked: a further one is one line here. @type {Inner[]} */
const within = [answering, readingLetter, arrived, choosingTogether, inviting, waiting, accepting, byHand, companionRoom, agreeing, endingRoom, writing];

const look = {
  /** @type {Inner | null} */
  inner: null,
  /** @type {Companions} */
  people: { companions: [], waiting: [] },
  /** @type {LetterDraftKept[]} */
  drafts: [],
  /** @type {LetterLine[]} */
  unknown: [],
};

async function begin() {
  const [people, drafts, unknown] = await Promise.all([letters.companions(), letters.letterDrafts(), lettersOfNobody()]);
  // Answers about being together that are begun stand in their own room.
  Object.assign(look, { people, drafts: drafts.filter((kept) => !holdsAnswers(kept)), unknown });
}

/** Whether there is nobody yet, nor anybody invited: finding somebody comes first then. */
const nobody = () => look.people.companions.length === 0 && look.people.waiting.length === 0;

/** @param {Companion} one */
function companionLine(one) {
  return html`<li><button class="tie-line" type="button" data-t="companion" data-companion=${one.id} @click=${() => go("letters", { companion: one.id })}>
    <span class="dot" aria-hidden="true"></span><bdi dir="auto">${one.called}</bdi><span class="small soft">${pairedWords(one.paired)}</span></button></li>`;
}

/** @param {Standing} standing @param {string} name */
function peopleView(standing, name) {
  const those = look.people.companions.filter((one) => one.standing === standing);
  if (those.length === 0) return nothing;
  const list = html`<ul class="tie-list" aria-label=${name} data-t=${`companions-${standing}`}>${repeat(those, ({ id }) => id, companionLine)}</ul>`;
  if (standing === "open") return list;
  return html`<details data-t=${`companions-fold-${standing}`}><summary>${icon("down")}${name}</summary>${list}</details>`;
}

function companionsView() {
  return html`<section class="stack wide tight" aria-labelledby="letters-companions"><h2 id="letters-companions">${t("companions-title")}</h2>
    ${peopleView("open", t("companions-title"))}
    <div class="between-folds">${peopleView("resting", t("companions-resting"))}${peopleView("ended", t("companions-ended"))}</div></section>`;
}

function waitingView() {
  const those = look.people.waiting;
  if (those.length === 0) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="letters-waiting"><h2 id="letters-waiting">${t("companions-waiting")}</h2>
    <ul class="tie-list">${repeat(those, ({ id }) => id, (one) => html`<li><button class="tie-line" type="button" data-t="waiting-open" @click=${() => go("letters", { waiting: one.id })}>
      <bdi dir="auto">${one.called}</bdi><span class="small soft">${t("companions-waiting-until", { day: dayLong(one.ends_on) })}</span></button></li>`)}</ul></section>`;
}

function waysView() {
  return html`<section class="card stack wide" aria-labelledby="letters-ways"><h2 id="letters-ways">${t("companions-someone")}</h2>
    <p class="soft">${t("companions-told")}</p>
    <div class="cluster"><button class="btn ${nobody() ? "primary" : ""}" type="button" data-t="invite" @click=${() => go("letters", { invite: true })}>${icon("plus")}<span>${t("companions-invite")}</span></button>
      <button class="btn" type="button" data-t="accept" @click=${() => go("letters", { accept: true })}>${icon("tray")}<span>${t("companions-accept")}</span></button>
      <button class="link" type="button" data-t="card" @click=${() => go("letters", { card: true })}>${t("companions-card")}</button></div></section>`;
}

function hubView() {
  const { companions } = look.people;
  return html`<div class="letters">
    <div class="day"><h1 tabindex="-1">${t("letters-title")}</h1>${openALetter(nobody())}
      ${state.readOnly ? nothing : html`<button class="btn ${nobody() ? "quiet" : ""}" type="button" data-t="letter-write" @click=${() => go("letters", { write: {} })}>${icon("pencil")}<span>${t("sealing-write")}</span></button>`}</div>
    ${companions.length === 0 ? html`<p class="lead" data-t="letters-empty">${t("letters-lead")}</p>` : companionsView()}
    ${lettersBegun(look.drafts, companions)}
    ${waitingView()}
    ${unknownLetters(look.unknown)}
    ${state.readOnly ? nothing : waysView()}
    <div class="tie-folds">${wayTogether(null)}</div>
  </div>`;
}

/** @type {Room & { back(): boolean }} */
export const lettersRoom = {
  name: "letters",

  /** @param {Record<string, any>} params Nothing for the room itself; a word of a room within for that one. */
  async enter(params) {
    const { still } = fromHere();
    await leaveSmallWords();
    const next = within.find((each) => each.asked(params)) ?? null;
    const { inner } = look;
    if (inner) await leaving(() => inner.leave(), still);
    look.inner = next;
    try {
      await (next ? next.enter(params) : begin());
    } catch (trouble) {
      // Somebody stands behind another door by now.
      if (look.inner !== next) return;
      // The door is shut: we stand in Letters itself, and it is said why.
      look.inner = null;
      if (next) await begin();
      refresh();
      throw trouble;
    }
  },

  async leave() {
    await leaveSmallWords();
    await look.inner?.leave();
    Object.assign(look, { inner: null, people: { companions: [], waiting: [] }, drafts: [], unknown: [] });
  },

  main: () => (look.inner ? look.inner.main() : hubView()),

  aside: () => look.inner?.aside?.() ?? nothing,

  /** One step back inside the room. @returns {boolean} whether there was one */
  back() {
    if (!look.inner) return false;
    if (!look.inner.back?.()) void go("letters");
    refresh();
    return true;
  },
};
