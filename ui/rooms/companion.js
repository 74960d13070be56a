// @ts-check
// The room of somebody I exchange letters with, a part of Letters: how the pair came about, the exchange, how we want to
// be together, and the ways of letting go, each of which says what becomes of keys and letters.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import * as letters from "../journal-letters.js";
import { companionFolds, forgetCompanionFolds } from "./companion-folds.js";
import { copyText } from "../elements/copy-text.js";
import { icon } from "../elements/icons.js";
import { enterThread, leaveThread, threadView } from "../elements/letter-thread.js";
import { pairedWords } from "../elements/paired.js";
import { dayLong } from "../lib/dates.js";
import { led, t } from "../lib/i18n.js";
import { go, inWords, refresh, say, state, tell, tieCalled } from "../lib/store.js";
import { wayBack } from "./letters-invite.js";
import { wayTogether } from "./together-choose.js";

/** @import { Agreement, BeforeEnding, Companion } from "../wire.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({
  /** @type {Companion | null} */
  one: null,
  /** @type {Agreement | null} */
  agreement: null,
  /** @type {BeforeEnding | null} */
  before: null,
  refusal: "",
  saved: false,
});

let here = fresh();
let turn = 0;

/** @param {Companion} one What the journal says of them now. */
function companionIs(one) {
  if (here.one?.id === one.id) here.one = one;
  refresh();
}

/** @param {Companion} one */
async function saveReply(one) {
  const mine = here;
  try {
    if (!(await letters.saveReply(one.id))) return;
    mine.saved = true;
    say(t("companions-reply-saved"));
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** The reply can be written once more until a letter of theirs has come. @param {Companion} one */
function replyView(one) {
  if (!one.reply_waits) return nothing;
  return html`<section class="card stack wide tight" aria-labelledby="reply-waits" data-t="reply-waits"><h2 id="reply-waits">${t("companions-reply-give")}</h2>
    <p>${t("companions-reply-give-told")}</p>
    <div class="cluster"><button class="btn ${here.saved ? "" : "primary"}" type="button" data-t="reply-save" @click=${() => saveReply(one)}>${icon("tray")}<span>${here.saved ? t("companions-save-again") : t("companions-save")}</span></button>
      ${here.saved ? html`<span class="soft saved" data-t="reply-saved">${icon("check")}${t("companions-reply-saved")}</span>` : nothing}</div></section>`;
}

/** My card goes to them by hand as well. @param {Companion} one */
function cardView(one) {
  if (one.paired.kind === "with_words" || one.standing === "ended") return nothing;
  return html`<details data-t="my-card-fold"><summary>${icon("down")}${t("companions-card-mine")}</summary><div class="stack wide">
    <p>${t("companions-card-mine-told")}</p>${copyText({ id: "card-mine", label: t("companions-card-mine"), text: one.my_card })}</div></details>`;
}

/** @param {Companion} one */
function agreementView(one) {
  const mine = here.agreement?.mine[0];
  const theirs = here.agreement?.theirs[0];
  if (one.standing === "ended" && !mine && !theirs) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="companion-agreement"><h2 id="companion-agreement">${t("agreement-title")}</h2>
    <p class="soft">${mine || theirs ? t("agreement-there") : t("agreement-told")}</p>
    ${mine?.reread ? html`<p><span class="soft">${led(t("agreement-reread-mine"))}</span><bdi dir="auto">${mine.reread}</bdi></p>` : nothing}
    ${theirs?.reread ? html`<p><span class="soft">${led(t("agreement-reread-theirs"))}</span><bdi dir="auto">${theirs.reread}</bdi></p>` : nothing}
    <div><button class="btn" type="button" data-t="agreement-open" @click=${() => go("letters", { agreement: one.id })}>${mine || theirs ? t("agreement-read") : t("agreement-begin")}</button></div></section>`;
}

/** @param {Companion} one */
function headView(one) {
  const tie = one.tie ? tieCalled(one.tie) : "";
  return html`<header class="tie-head"><h1 tabindex="-1" dir="auto" data-t="companion-name">${one.called}</h1>
    <p class="soft" data-t="companion-paired">${pairedWords(one.paired)}</p>
    <p class="soft small">${led(t("companions-their-name"))}<bdi dir="auto">${one.their_name}</bdi> · ${led(t("companions-mine-here"))}<bdi dir="auto">${one.my_name}</bdi></p>
    ${one.paired.kind === "not_checked" ? html`<p class="small">${t("companions-not-checked-told")}</p>` : nothing}
    ${one.standing === "ended" ? html`<p data-t="companion-ended">${t("companions-ended-told")}</p>
      <p>${t("companions-ended-own")}</p><p><button class="link" type="button" data-t="companion-take-out" @click=${() => go("settings", { takeOut: "mine" })}>${t("companions-ended-own-go")}</button></p>` : nothing}
    ${tie ? html`<p><button class="link" type="button" data-t="companion-tie" @click=${() => go("between", { tie: one.tie })}>${icon("people")}<bdi dir="auto">${tie}</bdi></button></p>` : nothing}</header>`;
}

/** @type {Inner} */
export const companionRoom = {
  asked: ({ companion }) => typeof companion === "string",
  async enter({ companion }) {
    here = fresh();
    turn += 1;
    forgetCompanionFolds();
    try {
      const [one, agreement, before] = await Promise.all([letters.companion(companion), letters.agreement(companion), letters.beforeEnding(companion), enterThread(companion)]);
      Object.assign(here, { one, agreement, before });
    } catch (trouble) {
      here.refusal = inWords(trouble);
    }
  },
  leave() {
    here = fresh();
    leaveThread();
    forgetCompanionFolds();
  },
  main() {
    const { one, before } = here;
    if (!one || !before) return html`<div class="letters-inner">${wayBack()}<h1 tabindex="-1">${t("letters-title")}</h1><p class="looking-empty" data-t="companion-gone">${here.refusal}</p></div>`;
    return html`<div class="letters-inner" data-t="companion-room">${wayBack()}
      ${headView(one)}
      ${state.readOnly || one.standing === "ended" ? nothing : html`<div><button class="btn ${one.reply_waits ? "" : "primary"}" type="button" data-t="companion-write" @click=${() => go("letters", { write: { to: [one.id] } })}>${icon("pencil")}<span>${t("sealing-write")}</span></button></div>`}
      ${state.readOnly ? nothing : replyView(one)}
      ${threadView(one)}
      ${agreementView(one)}
      ${wayTogether(one.id)}
      ${keyed(`${one.id} ${turn}`, html`<div class="tie-folds">${cardView(one)}${state.readOnly ? nothing : companionFolds(one, before, companionIs)}</div>`)}
      <p class="small soft">${t("companions-since", { day: dayLong(one.since) })}</p>
    </div>`;
  },
};
