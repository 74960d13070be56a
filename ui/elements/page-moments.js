// @ts-check
// The moments of a page: marked with one press, said in words or left without any, and taken off again. There is
// nothing to fill in and nothing that measures. The words are kept at every pause, as the page's own are.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { changeMoment, markMoment, unmarkMoment } from "../journal.js";
import { heldOut, shapeOf } from "../lib/between.js";
import { focusOn, sinceAsked } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { t } from "../lib/i18n.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords, smallWords, toKeep } from "../lib/small-words.js";
import { refresh, say, state, tell, tieCalled } from "../lib/store.js";
import { icon } from "./icons.js";
import { kinds, kindWords, shapeIcon } from "./moment-shape.js";
import { MANY, nameFinder } from "./name-finder.js";

/** @import { Moment, MomentKind, NewMoment } from "../wire.js" */

/**
 * The page they are on, as far as they care.
 * @typedef {{ id: string, lang: string, ties: string[], moments: Moment[] }} Ground
 */

const here = {
  /** Whose moments these are. */
  page: "",
  /** @type {Moment[]} */
  moments: [],
  /** @type {Moment | null} Taken off just now. */
  off: null,
  /** What is being marked, until the journal has it: pressed twice it is marked once. @type {NewMoment | null} */
  marking: null,
};

/** @param {Moment} moment @returns {NewMoment} */
const asWritten = ({ kind, words, lang, tie }) => ({ kind, words, lang, tie });

/** @param {Ground} ground @param {NewMoment} fresh */
async function put(ground, fresh) {
  if (here.marking?.kind === fresh.kind) return;
  here.marking = fresh;
  const wentOn = sinceAsked();
  try {
    const id = await markMoment(ground.id, fresh);
    if (here.page !== ground.id || here.moments.some((one) => one.id === id)) return;
    here.moments = [...here.moments, { ...fresh, id }];
    here.off = null;
    say(t("moment-marked", { kind: kindWords(fresh.kind) }));
    refresh();
    if (!wentOn()) focusOn(`#moment-${id}`);
  } catch (trouble) {
    tell(trouble);
  } finally {
    if (here.marking === fresh) here.marking = null;
  }
}

/** @param {Moment} moment */
async function takeOff(moment) {
  try {
    await keepSmallWords();
    await unmarkMoment(moment.id);
    here.moments = here.moments.filter(({ id }) => id !== moment.id);
    here.off = moment;
    say(t("moment-unmarked"));
    refresh();
    focusOn("[data-t=moment-put-back]");
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {Moment} moment @param {Partial<Moment>} change */
function write(moment, change) {
  Object.assign(moment, change);
  toKeep(moment.id, () => changeMoment(moment.id, asWritten(moment)));
  refresh();
}

/** With whom it was: asked only where the page does not say it. @param {Ground} ground @param {Moment} moment */
function withWhom(ground, moment) {
  if (ground.ties.length === 1 && (moment.tie === null || moment.tie === ground.ties[0])) return nothing;
  const open = heldOut(state.ties);
  const told = t("moment-with");
  if (ground.ties.length === 0 && open.length > MANY) {
    const called = moment.tie ? tieCalled(moment.tie) : "";
    return nameFinder({ name: `moment-with-${moment.id}`, label: told, names: open, chosen: called, nobody: t("moment-with-untold"), choose: (tie) => write(moment, { tie }) });
  }
  const offered = new Set(ground.ties.length > 0 ? ground.ties : open.map((tie) => tie.id));
  if (moment.tie) offered.add(moment.tie);
  if (offered.size === 0) return nothing;
  return html`<div class="field"><label for="moment-with-${moment.id}">${told}</label>
    <select class="box" id="moment-with-${moment.id}" data-t="moment-with" @change=${(/** @type {Event} */ e) => write(moment, { tie: /** @type {HTMLSelectElement} */ (e.target).value || null })}>
      <option value="" ?selected=${moment.tie === null}>${t("moment-with-untold")}</option>
      ${[...offered].map((id) => html`<option value=${id} ?selected=${moment.tie === id}>${tieCalled(id)}</option>`)}
    </select></div>`;
}

/** @param {Ground} ground @param {Moment} moment */
function momentView(ground, moment) {
  const named = kindWords(moment.kind);
  const kept = smallWords(moment.id, (words) => { moment.words = words; }, () => changeMoment(moment.id, asWritten(moment)));
  return html`<li class="moment" data-t="moment">
    <div class="moment-head">${shapeIcon(shapeOf(moment.kind))}
      <select class="box" aria-label=${t("moment-kind")} data-t="moment-kind" @change=${(/** @type {Event} */ e) => write(moment, { kind: /** @type {MomentKind} */ (/** @type {HTMLSelectElement} */ (e.target).value) })}>
        ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === moment.kind}>${kindWords(kind)}</option>`)}</select>
      <button class="btn quiet end" type="button" data-t="moment-off" aria-label=${t("moment-unmark-named", { kind: named })} @click=${() => takeOff(moment)}>${icon("close")}<span>${t("moment-unmark")}</span></button></div>
    <div class="field"><label for="moment-${moment.id}">${t("moment-words")}</label>
      <textarea class="box" id="moment-${moment.id}" rows="2" data-t="moment-words" dir="auto" lang=${moment.lang || nothing}
        autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        ${settled(moment.words)} @input=${kept} @compositionend=${kept} @blur=${keepSmallWords} ${growing()}></textarea></div>
    ${withWhom(ground, moment)}
  </li>`;
}

/** @param {Ground} ground */
export function pageMoments(ground) {
  if (here.page !== ground.id) Object.assign(here, { page: ground.id, moments: ground.moments.map((moment) => ({ ...moment })), off: null, marking: null });
  const { off } = here;
  return html`<details class="moments" data-t="moments" ?open=${ground.moments.length > 0}><summary>${icon("down")}${t("moment-title")}</summary>
    <div class="stack wide">
      <p class="small soft">${t("moment-told")}</p>
      <div class="cluster" role="group" aria-label=${t("moment-mark")}>${kinds.map((kind) => html`<button class="chip add" type="button" data-t=${`mark-${kind}`}
        @click=${() => put(ground, { kind, words: "", lang: ground.lang, tie: null })}>${shapeIcon(shapeOf(kind))}<span>${kindWords(kind)}</span></button>`)}</div>
      ${off ? html`<div class="reading-said"><p>${t("moment-unmarked")}</p>
        <button class="btn" type="button" data-t="moment-put-back" @click=${() => put(ground, asWritten(off))}>${icon("undo")}${t("moment-put-back")}</button></div>` : nothing}
      ${here.moments.length > 0 ? html`<ul class="moment-list">${repeat(here.moments, ({ id }) => id, (moment) => momentView(ground, moment))}</ul>` : nothing}
    </div>
  </details>`;
}

/** Forgets the moments shown; their words were kept or are being kept. */
export function leaveMoments() {
  Object.assign(here, { page: "", moments: [], off: null, marking: null });
}
