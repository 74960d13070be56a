// @ts-check
// What lies folded in a companion's room: what I call them and the tie they belong to; resting, ending and forgetting.
// What cannot be undone is asked for twice.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { tieOptions } from "../elements/companion-names.js";
import { icon } from "../elements/icons.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { settled } from "../lib/settled.js";
import { leaveSmallWords, toKeepWhole } from "../lib/small-words.js";
import { fromHere, go, refresh, say, tell } from "../lib/store.js";

/** @import { FromHere } from "../lib/store.js" */
/** @import { TemplateResult } from "../vendor/lit-html/lit-html.js" */
/** @import { BeforeEnding, Companion } from "../wire.js" */
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
 * @param {{ ask: string, yes: string, does: () => Promise<unknown>, ready?: boolean }} said
 */
function askedTwice(what, { ask, yes, does, ready = true }) {
  /** @param {typeof sure} next @param {string} focus */
  const turn = (next, focus) => {
    sure = next;
    refresh();
    focusOn(focus);
  };
  if (sure !== what || !ready) return html`<div><button class="btn" type="button" data-t=${`companion-${what}`} aria-disabled=${!ready} @click=${() => ready && turn(what, `[data-t=companion-${what}-no]`)}>${ask}</button></div>`;
  return html`<div class="cluster"><button class="btn" type="button" data-t=${`companion-${what}-no`} @click=${() => turn("", `[data-t=companion-${what}]`)}>${t("companions-leave-it")}</button>
    <button class="btn care" type="button" data-t=${`companion-${what}-yes`} @click=${() => doing(does)}>${icon("close")}<span>${yes}</span></button></div>`;
}

/** @param {"end" | "forget"} what @param {string} name @param {TemplateResult} inside */
const finalFold = (what, name, inside) => html`<details data-t=${`companion-${what}-fold`}><summary>${icon("down")}${name}</summary><div class="stack">${inside}</div></details>`;

/**
 * Ending, asked for twice; the keys go.
 * @param {string} companion
 * @param {(one: Companion, on: FromHere) => unknown} ended Hears what the journal says of them afterwards.
 * @param {boolean} [ready] Not while something is to be done before.
 */
export function askToEnd(companion, ended, ready) {
  const does = async () => {
    const on = fromHere();
    const one = await letters.standCompanion(companion, "ended");
    sure = "";
    await ended(one, on);
    say(t("companions-has-ended"));
    if (on.still()) focusOn("h1");
  };
  return askedTwice("end", { ask: t("companions-end-ask"), yes: t("companions-end-yes"), does, ready });
}

/** What can be said as long as there are keys. @param {"end" | "forget"} what @param {Companion} one @param {BeforeEnding} before */
function wishView(what, one, before) {
  const wished = before.wishes.at(-1);
  if (before.letters.length === 0 && !wished) return nothing;
  return html`<p data-t=${`companion-${what}-wish-told`}>${t("companions-end-wish-told")}</p>
    ${wished ? html`<p class="soft" data-t=${`companion-${what}-wished`}>${t("companions-end-wished", { day: dayLong(wished.on) })}</p>
      <div><button class="link" type="button" data-t=${`companion-${what}-wished-read`} @click=${() => go("letters", { letter: wished.version, of: one.id })}>${t("companions-end-wished-read")}</button></div>` : nothing}
    ${before.letters.length > 0 ? html`<div><button class="btn" type="button" data-t=${`companion-${what}-wish`} @click=${() => go("letters", { ending: one.id })}>${icon("pencil")}<span>${t("companions-end-wish")}</span></button></div>` : nothing}`;
}

/** @param {Companion} one @param {BeforeEnding} before @param {Is} is */
function endFold(one, before, is) {
  if (one.standing === "ended") return nothing;
  const alsoTold = [
    before.begun ? t("companions-end-begun") : "",
    before.reply_waits ? t("companions-end-reply") : "",
    before.invitation_waits ? t("companions-end-invitation") : "",
  ].filter(Boolean);
  return finalFold("end", t("companions-end"), html`<p>${t("companions-end-told")}</p>
    ${alsoTold.length > 0 ? html`<ul class="told" data-t="companion-end-also">${alsoTold.map((words) => html`<li>${words}</li>`)}</ul>` : nothing}
    ${wishView("end", one, before)}${askToEnd(one.id, is)}`);
}

/** Forgetting lets the keys go as well. @param {Companion} one @param {BeforeEnding} before */
function forgetFold(one, before) {
  const does = async () => {
    const on = fromHere();
    await letters.forgetCompanion(one.id);
    sure = "";
    await on.go("letters");
    say(t("companions-forgotten"));
  };
  return finalFold("forget", t("companions-forget"), html`<p>${t("companions-forget-told-1")}</p><p>${t("companions-forget-told-2")}</p>
    ${one.standing === "ended" ? nothing : wishView("forget", one, before)}
    ${askedTwice("forget", { ask: t("companions-forget-ask"), yes: t("companions-forget-yes"), does })}`);
}

/** @param {Companion} one @param {BeforeEnding} before @param {Is} is Hears what the journal says of them after a change. */
export function companionFolds(one, before, is) {
  return html`${namesFold(one, is)}${restFold(one, is)}${endFold(one, before, is)}${forgetFold(one, before)}`;
}
