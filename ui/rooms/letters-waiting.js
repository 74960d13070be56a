// @ts-check
// An invitation, or a card handed over, that nobody answered yet: its words to be said by voice, its file to be saved
// once more, and the way to take it back.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { go, refresh, say, state, tell } from "../lib/store.js";
import { wayBack } from "./letters-invite.js";

/** @import { Waiting } from "../wire.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({
  /** @type {Waiting | null} */
  one: null,
  busy: false,
  saved: false,
  sure: false,
});

let here = fresh();

/** @param {string} selector */
const focusOn = (selector) => setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());

/** @param {Waiting} one */
async function save(one) {
  if (here.busy) return;
  here.busy = true;
  refresh();
  try {
    if (await letters.saveInvitation(one.id)) {
      here.saved = true;
      say(t("companions-invite-saved"));
    }
  } catch (trouble) {
    tell(trouble);
  }
  here.busy = false;
  refresh();
}

/** @param {Waiting} one */
async function withdraw(one) {
  try {
    await letters.withdrawInvitation(one.id);
    await go("letters");
    say(t("companions-withdrawn"));
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {boolean} sure @param {string} focus */
function ask(sure, focus) {
  here.sure = sure;
  refresh();
  focusOn(focus);
}

/** @param {Waiting} one */
function wordsView(one) {
  return html`<ol class="steps-told">
    <li class="stack wide tight"><h2>${t("companions-invite-file")}</h2><p>${t("companions-invite-file-told")}</p>
      <div class="cluster"><button class="btn ${here.saved ? "" : "primary"}" type="button" data-t="invite-save" aria-disabled=${here.busy} @click=${() => save(one)}>${icon("tray")}<span>${here.saved ? t("companions-save-again") : t("companions-save")}</span></button>
        ${here.busy ? html`<span class="soft" role="status">${t("companions-moment")}</span>` : here.saved ? html`<span class="soft saved" data-t="invite-saved">${icon("check")}${t("companions-invite-saved")}</span>` : nothing}</div></li>
    <li class="stack wide tight"><h2>${t("companions-words")}</h2><p>${t("companions-words-told")}</p>
      <ol class="words spoken" data-t="invite-words">${one.words.map((word) => html`<li>${word}</li>`)}</ol></li>
    <li class="stack wide tight"><h2>${t("companions-reply")}</h2><p>${t("companions-reply-told", { day: dayLong(one.ends_on) })}</p></li></ol>`;
}

/** @param {Waiting} one */
function withdrawView(one) {
  return html`<details data-t="withdraw-fold"><summary>${icon("down")}${t("companions-withdraw-fold")}</summary><div class="stack"><p>${t("companions-withdraw-told")}</p>
    ${here.sure
      ? html`<div class="cluster"><button class="btn" type="button" data-t="withdraw-no" @click=${() => ask(false, "[data-t=withdraw]")}>${t("companions-leave-it")}</button>
          <button class="btn care" type="button" data-t="withdraw-yes" @click=${() => withdraw(one)}>${icon("close")}<span>${t("companions-withdraw-yes")}</span></button></div>`
      : html`<button class="btn" type="button" data-t="withdraw" @click=${() => ask(true, "[data-t=withdraw-no]")}>${t("companions-withdraw")}</button>`}</div></details>`;
}

/** @type {Inner} */
export const waiting = {
  asked: ({ waiting: id }) => typeof id === "string",
  async enter({ waiting: id }) {
    here = fresh();
    const all = await letters.companions();
    here.one = all.waiting.find((each) => each.id === id) ?? null;
  },
  leave() {
    here = fresh();
  },
  main() {
    const { one } = here;
    if (!one) return html`<div class="letters-inner">${wayBack()}<h1 tabindex="-1">${t("companions-waiting")}</h1><p class="looking-empty">${t("companions-answered")}</p></div>`;
    return html`<div class="letters-inner" data-t="waiting">${wayBack()}
      <header class="tie-head"><h1 tabindex="-1">${t("companions-waiting-for", { called: one.called })}</h1></header>
      ${wordsView(one)}
      ${state.readOnly ? nothing : html`<div class="tie-folds">${withdrawView(one)}</div>`}
    </div>`;
  },
};
