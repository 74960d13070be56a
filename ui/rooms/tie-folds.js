// @ts-check
// What lies folded in a tie's room: its name and words, its earlier names, "I am not free here", and erasing it.
// A fold is closed whenever the room is entered, and no fold tells from outside what it holds.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { live } from "../vendor/lit-html/directives/live.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { copiesStill } from "../elements/own-field.js";
import { kinds } from "../elements/tie-picker.js";
import { dayLong } from "../lib/dates.js";
import { forgetTie } from "../lib/desk.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { language, t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords, leaveSmallWords, smallWords, toKeepWhole } from "../lib/small-words.js";
import { fromHere, refresh, say, state, tell } from "../lib/store.js";

/** @import { Tie, TieKind, TieNaming, TieRoom } from "../wire.js" */
/** @typedef {{ tieIs: (tie: Tie) => void, tieAnew: () => Promise<void> }} Ways */

/** What is asked for a second time before it is erased: the id of a name, or of the tie. */
let sure = "";
/** Grows with every entering, so that folds are made anew and closed. */
let turn = 0;

export function forgetFolds() {
  sure = "";
  turn += 1;
}

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {Event} event */
const fieldValue = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** The name is taken when the field is left: not every letter of it is a name. @param {Tie} tie @param {Ways} ways */
function named(tie, { tieIs, tieAnew }) {
  /** @param {string} words */
  const keep = (words) => async () => {
    const called = words.trim();
    if (called === "" || called === tie.called) return;
    tieIs(await journal.changeTie(tie.id, { called }));
    await tieAnew();
    say(t("tie-kept"));
  };
  return {
    /** @param {Event} event */
    written(event) {
      if (event.type !== "compositionend" && ime(event)) return;
      toKeepWhole(`called ${tie.id}`, keep(fieldValue(event)));
    },
    /** @param {Event} event */
    left(event) {
      if (fieldValue(event).trim() === "") /** @type {HTMLInputElement} */ (event.target).value = tie.called;
      void leaveSmallWords();
    },
  };
}

/** @param {TieRoom} room @param {Ways} ways */
function wordsFold({ tie }, ways) {
  const name = named(tie, ways);
  let about = tie.about;
  const keep = async () => ways.tieIs(await journal.changeTie(tie.id, { about, lang: tie.lang || language() }));
  const written = smallWords(`about ${tie.id}`, (words) => { about = words; }, keep);
  return html`<details data-t="tie-words-fold"><summary>${icon("down")}${t("tie-words-fold")}</summary><div class="stack wide">
    <div class="field"><label for="tie-name">${t("tie-called")}</label>
      <input class="box" id="tie-name" data-t="tie-called-field" maxlength="300" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" aria-describedby="tie-name-told" ${settled(tie.called)} @input=${name.written} @compositionend=${name.written} @change=${name.left}>
      <p class="small soft" id="tie-name-told">${t("tie-called-told")}</p></div>
    <div class="field"><label for="tie-room-kind">${t("today-tie-kind")}</label>
      <select class="box" id="tie-room-kind" data-t="tie-kind-field" @change=${(/** @type {Event} */ e) => doing(async () => ways.tieIs(await journal.changeTie(tie.id, { kind: /** @type {TieKind} */ (fieldValue(e)) })))}>
        ${kinds().map(([kind, words]) => html`<option value=${kind} ?selected=${kind === tie.kind}>${words}</option>`)}</select></div>
    <div class="field"><label for="tie-about">${t("tie-about")}</label>
      <textarea class="box" id="tie-about" rows="4" data-t="tie-about" dir="auto" lang=${tie.lang || nothing} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        ${settled(tie.about)} @input=${written} @compositionend=${written} @blur=${keepSmallWords} ${growing()}></textarea></div>
  </div></details>`;
}

/** @param {TieNaming} naming @param {Ways} ways */
const eraseName = (naming, ways) => doing(async () => {
  await journal.eraseNaming(naming.id);
  sure = "";
  await ways.tieAnew();
  say(t("tie-naming-erased"));
  focusOn("[data-t=tie-namings] summary, h1");
});

/** @param {string} id @param {string} focus */
function ask(id, focus) {
  sure = id;
  refresh();
  focusOn(focus);
}

/** @param {TieRoom} room @param {Ways} ways */
function namingsFold({ namings }, ways) {
  if (namings.length === 0) return nothing;
  return html`<details data-t="tie-namings"><summary>${icon("down")}${t("tie-namings")}</summary><ul class="tie-namings">
    ${namings.map((naming) => html`<li data-t="tie-naming"><span dir="auto">${naming.called}</span> <span class="small soft">${t("tie-naming-until", { day: dayLong(naming.until.slice(0, 10)) })}</span>
      ${state.readOnly ? nothing : sure === naming.id
        ? html`<span class="cluster end">${copiesStill()}<button class="btn" type="button" data-t="naming-erase-yes" @click=${() => eraseName(naming, ways)}>${t("tie-erase-yes")}</button>
            <button class="btn quiet" type="button" data-t="naming-erase-no" aria-describedby="copies-still" @click=${() => ask("", `[data-naming="${naming.id}"]`)}>${t("tie-erase-no")}</button></span>`
        : html`<button class="btn quiet end" type="button" data-t="naming-erase" data-naming=${naming.id} aria-label=${t("tie-naming-erase-named", { called: naming.called })} @click=${() => ask(naming.id, "[data-t=naming-erase-no]")}>${t("tie-naming-erase")}</button>`}</li>`)}
  </ul></details>`;
}

/** @param {TieRoom} room @param {Ways} ways */
function careFold(room, ways) {
  /** @param {Event} event */
  const turned = (event) => doing(async () => {
    const { checked } = /** @type {HTMLInputElement} */ (event.target);
    await journal.setCare(room.tie.id, checked ? "raised" : "lowered");
    await ways.tieAnew();
    say(t("tie-kept"));
  });
  return html`<details data-t="tie-care-fold"><summary>${icon("down")}${t("tie-care-fold")}</summary><div class="stack wide">
    <label class="choice bare"><input type="checkbox" data-t="tie-care" aria-describedby="tie-care-told" .checked=${live(room.care === "raised")} ?disabled=${state.readOnly} @change=${turned}><span>${t("tie-care")}</span></label>
    <div class="stack tight" id="tie-care-told"><p>${t("tie-care-told-1")}</p><p>${t("tie-care-told-2")}</p><p>${t("tie-care-told-3")}</p></div>
  </div></details>`;
}

/** @param {TieRoom} room */
function eraseFold({ tie }) {
  const erase = () => doing(async () => {
    const on = fromHere();
    await journal.eraseTie(tie.id);
    state.ties = state.ties.filter((each) => each.id !== tie.id);
    forgetTie(tie.id);
    await on.go("between");
    say(t("tie-erased"));
  });
  return html`<details data-t="tie-erase-fold"><summary>${icon("down")}${t("tie-erase-fold")}</summary><div class="stack">
    <p>${t("tie-erase-told")}</p>
    ${sure === tie.id
      ? html`<div class="cluster"><button class="btn" type="button" data-t="tie-erase-no" @click=${() => ask("", "[data-t=tie-erase]")}>${t("tie-erase-no")}</button>
          <button class="btn care" type="button" data-t="tie-erase-yes" @click=${erase}>${icon("close")}<span>${t("tie-erase-yes")}</span></button></div>`
      : html`<button class="btn" type="button" data-t="tie-erase" @click=${() => ask(tie.id, "[data-t=tie-erase-no]")}>${t("tie-erase")}</button>`}
  </div></details>`;
}

/** @param {TieRoom} room @param {Ways} ways */
export function tieFolds(room, ways) {
  return html`${keyed(`${room.tie.id} ${turn}`, html`<div class="tie-folds">
    ${state.readOnly ? nothing : wordsFold(room, ways)}
    ${namingsFold(room, ways)}
    ${careFold(room, ways)}
    ${state.readOnly ? nothing : eraseFold(room)}
  </div>`)}`;
}
