// @ts-check
// The one sheet that stands between the first words and the disk: a passphrase, and then the page is kept.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { makeJournal } from "../lib/desk.js";
import { hideNow, hiding } from "../lib/hiding.js";
import { t } from "../lib/i18n.js";
import { change } from "../lib/look.js";
import { inWords, refresh, say, state, tell } from "../lib/store.js";
import { closeDialogs, dialog } from "./dialog.js";
import { icon } from "./icons.js";
import { newPassphrase } from "./new-passphrase.js";

const phrase = newPassphrase("new");

/** @typedef {{ closing: boolean, done: () => void | Promise<void>, letGo?: () => void | Promise<void> }} Ask */
/** @type {Ask | null} */
let ask = null;
let busy = false;
let trouble = "";

/**
 * Asks for a passphrase; when the journal is made, `done` goes on.
 * @param {Ask} asked
 */
export function askForPassphrase(asked) {
  if (ask) return;
  ask = asked;
  trouble = "";
  phrase.draw().catch((why) => {
    trouble = inWords(why);
    refresh();
  });
  refresh();
}

/** Puts the sheet away; the words stay where they are. */
export function putKeepSheetAway() {
  closeDialogs();
  phrase.clear();
  ask = null;
  refresh();
}

async function keep() {
  const chosen = busy ? null : phrase.chosen();
  const asked = ask;
  if (!chosen || !asked) return;
  busy = true;
  trouble = "";
  refresh();
  const { turn } = hiding;
  try {
    // When only a later step failed the journal is there, and is not made a second time.
    if (state.journal === "none") await makeJournal(chosen);
    // The language and the look chosen before there was a journal are kept from now on.
    await change({});
  } catch (why) {
    if (ask === asked) {
      trouble = inWords(why);
      say(trouble);
    } else if (turn === hiding.turn) tell(why);
    return;
  } finally {
    busy = false;
    refresh();
  }
  const putAway = ask !== asked;
  // A sheet that was asked for meanwhile has nothing left to ask: what it was for can be done now.
  putKeepSheetAway();
  // Hidden while it was being made: now it can close.
  if (turn !== hiding.turn) await hideNow();
  // "Not now" was said while it was being made: the journal is there, and nothing else is done.
  else if (!putAway) await Promise.resolve(asked.done()).catch(tell);
}

async function letGo() {
  const go = ask?.letGo;
  putKeepSheetAway();
  await go?.();
}

export function keepSheet() {
  if (!ask) return nothing;
  return dialog({
    name: "keep-sheet",
    heading: ask.closing ? t("today-keep-before-closing") : t("today-keep-heading"),
    putAway: putKeepSheetAway,
    content: html`
      <p class="soft">${t("today-keep-why")}</p>
      <form class="stack wide" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); keep(); }}>
        ${phrase.view()}
        ${trouble ? html`<p class="truth" data-t="trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
        <p class="truth">${icon("key")}<span>${t("today-keep-truth")}</span></p>
        <div class="cluster">
          <button class="btn primary" type="submit" data-t="make-journal" aria-disabled=${busy}>${busy ? t("today-keep-busy") : t("today-keep-do")}</button>
          <button class="btn quiet" type="button" data-t="not-now" @click=${putKeepSheetAway}>${t("today-keep-not-now")}</button>
          ${ask.letGo ? html`<button class="link" type="button" data-t="let-words-go" @click=${letGo}>${t("today-keep-let-go")}</button>` : nothing}
        </div>
      </form>`,
  });
}
