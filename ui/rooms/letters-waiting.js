// @ts-check
// An invitation, or a card handed over, that nobody answered yet: its words to be said by voice, its file to be saved
// once more, the answer to be taken in, and the way to take it back.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { copyText } from "../elements/copy-text.js";
import { icon } from "../elements/icons.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { fromHere, go, inWords, refresh, say, state, tell } from "../lib/store.js";
import { cardField } from "./letters-card.js";
import { wayBack } from "./letters-invite.js";

/** @import { Waiting } from "../wire.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({
  /** @type {Waiting | null} */
  one: null,
  busy: false,
  saved: false,
  sure: false,
  /** Why a card was not taken in. */
  refusal: "",
});

let here = fresh();

/** @param {Waiting} one */
async function save(one) {
  const mine = here;
  if (mine.busy) return;
  mine.busy = true;
  refresh();
  try {
    if (await letters.saveInvitation(one.id)) {
      mine.saved = true;
      say(t("companions-invite-saved"));
    }
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

/** @param {Waiting} one */
async function withdraw(one) {
  const on = fromHere();
  try {
    await letters.withdrawInvitation(one.id);
    await on.go("letters");
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
    <li class="stack wide tight"><h2>${t("companions-reply")}</h2><p>${t("companions-reply-told", { day: dayLong(one.ends_on) })}</p>
      ${state.readOnly ? nothing : html`<div><button class="btn" type="button" data-t="waiting-reply" @click=${() => go("letters", { accept: true })}>${icon("tray")}<span>${t("companions-accept-choose")}</span></button></div>`}</li></ol>`;
}

/** @param {Waiting} one */
function cardView(one) {
  /** @param {SubmitEvent} event */
  const take = async (event) => {
    event.preventDefault();
    const { value } = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("theirs"));
    const on = fromHere();
    try {
      const companion = await letters.takeCard(one.id, value);
      await on.go("letters", { companion: companion.id });
    } catch (trouble) {
      here.refusal = inWords(trouble);
      refresh();
    }
  };
  return html`<ol class="steps-told">
    <li class="stack wide tight"><h2>${t("companions-card-mine")}</h2><p>${t("companions-card-mine-told")}</p>
      ${copyText({ id: "card-mine", label: t("companions-card-mine"), text: one.my_card })}</li>
    <li class="stack wide tight"><h2>${t("companions-card-take")}</h2>
      ${here.refusal ? html`<p role="alert" data-t="card-refusal">${here.refusal}</p>` : nothing}
      ${state.readOnly ? nothing : html`<form class="stack wide tight" @submit=${take}>${cardField(t("companions-card-take-told", { day: dayLong(one.ends_on) }))}
        <div><button class="btn primary" type="submit" data-t="card-take">${t("companions-card-take-yes")}</button></div></form>`}</li></ol>`;
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
      <header class="tie-head"><h1 tabindex="-1">${one.words.length > 0 ? t("companions-waiting-for", { called: one.called }) : t("companions-card-for", { called: one.called })}</h1></header>
      ${one.words.length > 0 ? wordsView(one) : cardView(one)}
      ${state.readOnly ? nothing : html`<div class="tie-folds">${withdrawView(one)}</div>`}
    </div>`;
  },
};
