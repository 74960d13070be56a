// @ts-check
// Twelve words in an envelope: sealed for a companion, who keeps it and says them back by voice. Made, let go of, and
// opened when somebody gave theirs into my hands.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { makeEnvelope, openEnvelope } from "../../journal-beside.js";
import { companions } from "../../journal-letters.js";
import { icon } from "../../elements/icons.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { inWords, refresh, state } from "../../lib/store.js";
import { phraseIn, showing, step, written } from "./step.js";
import { isKept, lookAtWordsKept, wordsKeptLine } from "./words-kept.js";

/** @import { Companion, EnvelopeTold } from "../../wire.js" */

const still = () => ({
  /** Those whose exchange is not ended. @type {Companion[]} */
  companions: [],
  open: false,
  shown: false,
  busy: false,
  /** @type {EnvelopeTold | null} */
  told: null,
  said: "",
  trouble: "",
});
let envelope = still();

/** Who exchanges letters with nobody has nobody to give one to. */
export const hasEnvelope = () => envelope.companions.length > 0 || isKept("envelope");

/** Asks who could keep one. */
export async function lookAtEnvelope() {
  const mine = envelope;
  try {
    const known = await companions();
    mine.companions = known.companions.filter(({ standing }) => standing !== "ended");
  } catch (why) {
    mine.trouble = inWords(why);
  }
  if (mine === envelope) refresh();
}

/** @param {string} said */
async function settle(said) {
  envelope = { ...still(), said };
  await Promise.all([lookAtWordsKept(), lookAtEnvelope()]);
  focusOn("[data-t=envelope-said]");
}

/** @param {Event} event */
function make(event) {
  event.preventDefault();
  const [who, phrase] = [written("envelope-to"), phraseIn("envelope-passphrase")];
  if (phrase === "") return;
  step(envelope, async (mine) => {
    const made = await makeEnvelope(who, phrase);
    if (made && mine === envelope) await settle(t("keeping-envelope-made"));
  }, "envelope-passphrase");
}

/** The words in it open nothing any more. */
const gone = () => settle(t("keeping-words-gone"));

const openOne = () => step(envelope, async (mine) => {
  mine.said = "";
  mine.told = await openEnvelope();
  if (mine.told) focusOn("[data-t=envelope-told]");
});

function begin() {
  Object.assign(envelope, { open: true, said: "", trouble: "" });
  refresh();
  focusOn("[data-t=envelope-to]");
}

function foldUp() {
  Object.assign(envelope, { open: false, told: null, trouble: "" });
  refresh();
  focusOn("[data-t=envelope-open]");
}

function form() {
  const { busy, trouble } = envelope;
  return html`<form class="card stack wide" @submit=${make} data-t="envelope-form">
    <ul class="told"><li>${t("keeping-envelope-can")}</li><li>${t("keeping-envelope-cannot")}</li><li>${t("keeping-envelope-back")}</li>${isKept("envelope") ? html`<li>${t("keeping-envelope-instead")}</li>` : nothing}</ul>
    <div class="field"><label for="envelope-to">${t("keeping-envelope-to")}</label>
      <select class="box" id="envelope-to" data-t="envelope-to">${envelope.companions.map(({ id, called }) => html`<option value=${id}>${called}</option>`)}</select></div>
    ${passphraseField({ name: "envelope-passphrase", label: t("settings-passphrase-old"), ...showing(envelope), describedBy: "envelope-trouble" })}
    <p class="said-here" id="envelope-trouble" data-t="envelope-trouble">${trouble}</p>
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="envelope-seal" aria-disabled=${busy}>${busy ? t("settings-passphrase-busy") : t("keeping-envelope-seal")}</button>
      <button class="btn quiet" type="button" data-t="envelope-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

/** Somebody's words, to be said by voice. @param {EnvelopeTold} told */
function opened({ called, name, words }) {
  return html`<div class="card stack wide" role="group" aria-labelledby="envelope-told">
    <h3 id="envelope-told" data-t="envelope-told" tabindex="-1">${t("keeping-envelope-opened", { called, name })}</h3>
    <ol class="words spoken" data-t="envelope-words" aria-labelledby="envelope-told">${words.map((word) => html`<li>${word}</li>`)}</ol>
    <p class="soft">${t("keeping-envelope-voice")}</p>
    <div><button class="btn quiet" type="button" data-t="envelope-close" @click=${foldUp}>${t("common-close")}</button></div>
  </div>`;
}

export function envelopePart() {
  const { companions: known, open, told, said, trouble, busy } = envelope;
  if (!hasEnvelope()) return nothing;
  const there = isKept("envelope");
  return html`<section class="part" aria-labelledby="envelope" data-t="envelope" aria-busy=${busy}>
    <h2 id="envelope" tabindex="-1">${t("keeping-envelope")}</h2>
    <p>${t("keeping-envelope-what")}</p>
    ${said ? html`<p class="with-icon" data-t="envelope-said" tabindex="-1">${icon("check")}<span>${said}</span></p>` : nothing}
    ${there && !state.readOnly ? wordsKeptLine("envelope", gone) : nothing}
    ${trouble && !open ? html`<p class="with-icon" data-t="envelope-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${told ? opened(told) : open ? form() : html`<div class="cluster">
      ${known.length > 0 && !state.readOnly ? html`<button class="btn" type="button" data-t="envelope-open" @click=${begin}>${icon("letter")}<span>${there ? t("keeping-envelope-another") : t("keeping-envelope-make")}</span></button>` : nothing}
      <button class="btn quiet" type="button" data-t="envelope-theirs" @click=${openOne}>${icon("tray")}<span>${t("keeping-envelope-theirs")}</span></button>
    </div>`}
  </section>`;
}

/** Lets go of every word. */
export function leaveEnvelope() {
  envelope = still();
}
