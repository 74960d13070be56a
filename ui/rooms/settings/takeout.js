// @ts-check
// Taking everything out, so that nobody is ever locked in, and bringing in what was taken out. What leaves is closed
// with the passphrase unless the person says otherwise, and the passphrase is asked anew in both cases.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { bringIn, bringInChoose, takeOut } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { inARow, t } from "../../lib/i18n.js";
import { refresh } from "../../lib/store.js";
import { choiceOf, toggleOf } from "./look.js";
import { phraseIn, showing, step, written } from "./step.js";

/** @import { BroughtIn, OutAsk, TakenOut } from "../../wire.js" */

const still = () => ({
  open: false,
  shown: false,
  busy: false,
  trouble: "",
  /** @type {OutAsk} */
  asked: { form: "json", out_as: "closed", letters: "none" },
  /** @type {TakenOut | null} */
  taken: null,
});
let out = still();

const stillIn = () => ({
  shown: false,
  busy: false,
  trouble: "",
  /** @type {{ closed: boolean } | null} */
  chosen: null,
  /** @type {BroughtIn | null} */
  brought: null,
});
let coming = stillIn();

/** @param {Event} event */
function take(event) {
  event.preventDefault();
  const phrase = phraseIn("out-passphrase");
  if (phrase === "") return;
  step(out, async (mine) => {
    const taken = await takeOut(mine.asked, phrase);
    if (mine !== out || !taken) return;
    out = { ...still(), taken };
    focusOn("[data-t=taken-out]");
  }, "out-passphrase");
}

const chooseIn = () => {
  coming = stillIn();
  step(coming, async (mine) => {
    mine.chosen = await bringInChoose();
    if (mine === coming && mine.chosen) focusOn("[data-t=bring-in-chosen]");
  });
};

/** @param {Event} event */
function bring(event) {
  event.preventDefault();
  step(coming, async (mine) => {
    const brought = await bringIn(written("in-passphrase"));
    if (mine !== coming) return;
    coming = { ...stillIn(), brought };
    focusOn("[data-t=brought-in]");
  }, "in-passphrase");
}

/** @param {Partial<OutAsk>} wish */
function wish(wish) {
  out.asked = { ...out.asked, ...wish };
  refresh();
}

/** Opens the form. @param {OutAsk["letters"]} letters Which letters are chosen at first. */
export function beginTakingOut(letters) {
  const { asked } = still();
  out = { ...still(), open: true, asked: { ...asked, letters } };
  refresh();
  focusOn("[data-t=out-form-json]");
}

function foldUp() {
  out = still();
  refresh();
  focusOn("[data-t=take-out]");
}

function leaveIn() {
  coming = stillIn();
  refresh();
  focusOn("[data-t=bring-in-choose]");
}

function form() {
  const { asked, busy, trouble } = out;
  const clear = asked.out_as === "in_clear";
  const why = { json: t("takeout-json-why"), markdown: t("takeout-markdown-why"), html: t("takeout-html-why") };
  return html`<form class="card stack wide" @submit=${take} data-t="take-out-form">
    ${choiceOf("out-form", t("takeout-form"), [["json", t("takeout-json")], ["markdown", t("takeout-markdown")], ["html", t("takeout-html")]], asked.form, (form) => wish({ form }))}
    <p class="soft">${why[asked.form]}</p>
    ${choiceOf("out-letters", t("takeout-letters"), [["none", t("takeout-letters-none")], ["mine", t("takeout-letters-mine")], ["everybodys", t("takeout-letters-everybodys")]], asked.letters, (letters) => wish({ letters }))}
    ${toggleOf("out-clear", t("takeout-clear"), t("takeout-clear-truth"), clear, (on) => wish({ out_as: on ? "in_clear" : "closed" }))}
    ${passphraseField({ name: "out-passphrase", label: t("takeout-passphrase"), ...showing(out), describedBy: "out-said" })}
    <p class="said-here" id="out-said" data-t="take-out-trouble">${trouble}</p>
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="take-out-go" aria-disabled=${busy}>${busy ? t("takeout-busy") : t("takeout-go")}</button>
      <button class="btn quiet" type="button" data-t="take-out-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

/** @param {TakenOut} taken */
function told({ pages, pictures, letters }) {
  const clear = t("takeout-done-truth");
  return html`<div class="stack">
    <p class="with-icon" data-t="taken-out" tabindex="-1">${icon("check")}<span>${t("takeout-done", { pages })}</span></p>
    <p class="soft">${inARow([pictures > 0 ? t("takeout-done-pictures", { pictures }) : "", letters > 0 ? t("takeout-done-letters", { letters }) : "", clear])}</p>
  </div>`;
}

function comingPart() {
  const { chosen, brought, busy, trouble } = coming;
  const asking = html`<form class="card stack wide" @submit=${bring} data-t="bring-in-form">
    <p data-t="bring-in-chosen" tabindex="-1">${t("takeout-in-what")}</p>
    ${chosen?.closed ? passphraseField({ name: "in-passphrase", label: t("takeout-in-passphrase"), ...showing(coming), describedBy: "in-said" }) : nothing}
    <p class="said-here" id="in-said" data-t="bring-in-trouble">${trouble}</p>
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="bring-in-go" aria-disabled=${busy}>${busy ? t("settings-bring-busy") : t("settings-bring-go")}</button>
      <button class="btn quiet" type="button" data-t="bring-in-not-now" @click=${leaveIn}>${t("settings-not-now")}</button>
    </div>
  </form>`;
  return html`<h3>${t("takeout-in")}</h3>
    <p>${t("takeout-in-why")}</p>
    ${brought ? html`<p class="with-icon" data-t="brought-in" tabindex="-1">${icon("check")}<span>${inSentences(brought)}</span></p>` : nothing}
    ${chosen ? asking : html`${trouble ? html`<p class="with-icon" data-t="bring-in-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
      <button class="btn" type="button" data-t="bring-in-choose" aria-disabled=${busy} @click=${chooseIn}>${t("takeout-in-choose")}</button>`}`;
}

/** @param {BroughtIn} brought */
function inSentences({ pages, already_here, let_go }) {
  return inARow([
    pages > 0 ? t("settings-bring-pages", { pages }) : t("settings-bring-nothing"),
    already_here > 0 ? t("settings-bring-already", { pages: already_here }) : "",
    let_go > 0 ? t("settings-bring-let-go", { pages: let_go }) : "",
  ]);
}

export function takingOutPart() {
  return html`<section class="part" aria-labelledby="taking-out" data-t="taking-out">
    <h2 id="taking-out" tabindex="-1">${t("takeout-title")}</h2>
    <p>${t("takeout-what")}</p>
    ${out.taken ? told(out.taken) : nothing}
    ${out.open ? form() : html`<button class="btn" type="button" data-t="take-out" @click=${() => beginTakingOut("none")}>${t("takeout-begin")}</button>`}
    ${comingPart()}
  </section>`;
}

/** Lets go of every phrase, and of what was chosen. */
export function leaveTakingOut() {
  out = still();
  coming = stillIn();
}
