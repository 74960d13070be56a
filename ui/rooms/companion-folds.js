// @ts-check
// What lies folded in a companion's room: what I call them and the tie they belong to; resting, ending and forgetting.
// What cannot be undone is asked for twice.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { tieOptions } from "../elements/companion-names.js";
import { icon } from "../elements/icons.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { leaveSmallWords, toKeepWhole } from "../lib/small-words.js";
import { go, refresh, say, tell } from "../lib/store.js";

/** @import { TemplateResult } from "../vendor/lit-html/lit-html.js" */
/** @import { Companion } from "../wire.js" */
/** @typedef {(one: Companion) => void} Is */

/** What is asked for a second time. @type {"" | "end" | "forget"} */
let sure = "";

export function forgetCompanionFolds() {
  sure = "";
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

/** @param {Companion} one @param {Is} is */
function namesFold(one, is) {
  /** @param {Event} event */
  const written = (event) => {
    if (event.type !== "compositionend" && ime(event)) return;
    const called = /** @type {HTMLInputElement} */ (event.target).value.trim();
    toKeepWhole(`companion ${one.id}`, async () => {
      if (called !== "" && called !== one.called) is(await letters.callCompanion(one.id, called));
    });
  };
  /** @param {Event} event */
  const left = (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.value.trim() === "") field.value = one.called;
    void leaveSmallWords();
  };
  /** @param {Event} event */
  const linked = (event) => doing(async () => {
    is(await letters.linkCompanion(one.id, /** @type {HTMLSelectElement} */ (event.target).value || null));
    say(t("companions-kept"));
  });
  return html`<details data-t="companion-names-fold"><summary>${icon("down")}${t("companions-names-fold")}</summary><div class="stack wide narrow">
    <div class="field"><label for="companion-called">${t("companions-called")}</label>
      <input class="box" id="companion-called" data-t="companion-called" maxlength="300" dir="auto" aria-describedby="companion-called-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        ${settled(one.called)} @input=${written} @compositionend=${written} @blur=${left}>
      <p class="small soft" id="companion-called-told">${t("companions-called-told")}</p></div>
    <div class="field"><label for="companion-link">${t("companions-tie")}</label>
      <select class="box" id="companion-link" data-t="companion-link" aria-describedby="companion-link-told" @change=${linked}>${tieOptions(one.tie)}</select>
      <p class="small soft" id="companion-link-told">${t("companions-tie-told")}</p></div></div></details>`;
}

/** @param {Companion} one @param {Is} is */
function restFold(one, is) {
  if (one.standing === "ended") return nothing;
  const resting = one.standing === "resting";
  const turn = () => doing(async () => {
    is(await letters.standCompanion(one.id, resting ? "open" : "resting"));
    say(resting ? t("companions-taken-up") : t("companions-rests"));
  });
  return html`<details data-t="companion-rest-fold"><summary>${icon("down")}${resting ? t("companions-take-up") : t("companions-rest")}</summary><div class="stack">
    <p>${resting ? t("companions-take-up-told") : t("companions-rest-told")}</p>
    <button class="btn" type="button" data-t="companion-rest" @click=${turn}>${resting ? t("companions-take-up") : t("companions-rest")}</button></div></details>`;
}

/**
 * Something that cannot be undone, asked for twice.
 * @param {"end" | "forget"} what
 * @param {{ name: string, told: TemplateResult, ask: string, yes: string, does: () => Promise<unknown> }} said
 */
function finalFold(what, { name, told, ask, yes, does }) {
  /** @param {typeof sure} next @param {string} focus */
  const turn = (next, focus) => {
    sure = next;
    refresh();
    focusOn(focus);
  };
  return html`<details data-t=${`companion-${what}-fold`}><summary>${icon("down")}${name}</summary><div class="stack">${told}
    ${sure === what
      ? html`<div class="cluster"><button class="btn" type="button" data-t=${`companion-${what}-no`} @click=${() => turn("", `[data-t=companion-${what}]`)}>${t("companions-leave-it")}</button>
          <button class="btn care" type="button" data-t=${`companion-${what}-yes`} @click=${() => doing(does)}>${icon("close")}<span>${yes}</span></button></div>`
      : html`<button class="btn" type="button" data-t=${`companion-${what}`} @click=${() => turn(what, `[data-t=companion-${what}-no]`)}>${ask}</button>`}</div></details>`;
}

/** @param {Companion} one @param {Is} is */
function endFold(one, is) {
  if (one.standing === "ended") return nothing;
  const does = async () => {
    is(await letters.standCompanion(one.id, "ended"));
    sure = "";
    say(t("companions-has-ended"));
    focusOn("h1");
  };
  return finalFold("end", { name: t("companions-end"), told: html`<p>${t("companions-end-told")}</p>`, ask: t("companions-end-ask"), yes: t("companions-end-yes"), does });
}

/** @param {Companion} one */
function forgetFold(one) {
  const does = async () => {
    await letters.forgetCompanion(one.id);
    sure = "";
    await go("letters");
    say(t("companions-forgotten"));
  };
  const told = html`<p>${t("companions-forget-told-1")}</p><p>${t("companions-forget-told-2")}</p>`;
  return finalFold("forget", { name: t("companions-forget"), told, ask: t("companions-forget-ask"), yes: t("companions-forget-yes"), does });
}

/** @param {Companion} one @param {Is} is Hears what the journal says of them after a change. */
export function companionFolds(one, is) {
  return html`${namesFold(one, is)}${restFold(one, is)}${endFold(one, is)}${forgetFold(one)}`;
}
