// @ts-check
// A file that came and makes a pair: an invitation, which opens with the words that were said, or the reply to one of
// mine. Nothing is written before the person says so, and other words change nothing.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { companionNames, namesOf } from "../elements/companion-names.js";
import { icon } from "../elements/icons.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { language, led, t } from "../lib/i18n.js";
import { fromHere, go, inWords, refresh, tell, wasStopped } from "../lib/store.js";
import { watched } from "../lib/underway.js";
import { wayBack } from "./letters-invite.js";

/** @import { Pairing } from "../wire.js" */
/** @import { FromHere } from "../lib/store.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({
  /** @type {Pairing | null} What came in. */
  file: null,
  busy: false,
  /** What happened instead. */
  refusal: "",
});

let here = fresh();

/** Does what may take a second, once at a time. @param {(mine: typeof here, on: FromHere) => Promise<void>} does */
async function doing(does) {
  const mine = here;
  if (mine.busy) return;
  mine.busy = true;
  mine.refusal = "";
  refresh();
  try {
    await watched(() => does(mine, fromHere()));
  } catch (trouble) {
    mine.refusal = wasStopped(trouble) ? "" : inWords(trouble);
  }
  mine.busy = false;
  refresh();
}

const choose = () => doing(async (mine, on) => {
  const file = await letters.choosePairing();
  if (!file) return;
  mine.file = file;
  if (on.still()) focusOn(file.kind === "under_words" ? "[data-t=pairing-words]" : "h1");
});

/** @param {SubmitEvent} event */
function open(event) {
  event.preventDefault();
  const field = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("words"));
  void doing(async (mine, on) => {
    mine.file = await letters.openPairing(field.value);
    if (on.still()) focusOn("[data-t=new-called], h1");
  });
}

/** @param {SubmitEvent} event */
function accept(event) {
  event.preventDefault();
  const names = namesOf(/** @type {HTMLFormElement} */ (event.currentTarget));
  void doing(async (_, on) => {
    const companion = await letters.acceptInvitation(names);
    await on.go("letters", { companion: companion.id });
  });
}

const complete = () => doing(async (_, on) => {
  const companion = await letters.completePairing();
  await on.go("letters", { companion: companion.id });
});

const waits = () => html`${here.busy ? html`<span class="soft" role="status">${t("companions-moment")}</span>` : nothing}`;

function chooseView() {
  return html`<p class="lead">${t("companions-accept-told")}</p>
    <div class="cluster"><button class="btn primary" type="button" data-t="pairing-choose" aria-disabled=${here.busy} @click=${choose}>${icon("tray")}<span>${t("companions-accept-choose")}</span></button>${waits()}</div>`;
}

function wordsView() {
  return html`<form class="stack wide narrow" @submit=${open}><div class="field"><label for="pairing-words">${t("companions-accept-words")}</label>
      <textarea class="box" id="pairing-words" name="words" rows="3" data-t="pairing-words" dir="auto" lang=${language()} aria-describedby="pairing-words-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${growing()}></textarea>
      <p class="small soft" id="pairing-words-told">${t("companions-accept-words-told")}</p></div>
    <div class="cluster"><button class="btn primary" type="submit" data-t="pairing-open" aria-disabled=${here.busy}>${t("companions-accept-open")}</button>${waits()}</div></form>`;
}

/** @param {{ called: string, ends_on: string }} invitation */
function acceptView({ called, ends_on }) {
  return html`<p class="lead">${led(t("companions-accept-from"))}<strong><bdi dir="auto" data-t="invited-by">${called}</bdi></strong></p>
    <p class="soft">${t("companions-accept-until", { day: dayLong(ends_on) })}</p>
    <form class="stack wide narrow" @submit=${accept}>${companionNames({ called })}
      <div class="cluster"><button class="btn primary" type="submit" data-t="pairing-accept" aria-disabled=${here.busy}>${t("companions-accept-yes")}</button>${waits()}</div></form>`;
}

/** @param {{ called: string, their_name: string }} reply */
function replyView({ called, their_name }) {
  return html`<p class="lead">${led(t("companions-reply-fits"))}<strong><bdi dir="auto" data-t="reply-called">${called}</bdi></strong></p>
    <p class="soft">${led(t("companions-their-name"))}<bdi dir="auto">${their_name}</bdi></p>
    <div class="cluster"><button class="btn primary" type="button" data-t="pairing-complete" aria-disabled=${here.busy} @click=${complete}>${t("companions-reply-take")}</button>${waits()}</div>`;
}

function fileView() {
  switch (here.file?.kind) {
    case "under_words": return wordsView();
    case "invitation": return acceptView(here.file);
    case "reply": return replyView(here.file);
    case "paired_already": {
      const { companion } = here.file;
      return html`<p class="lead">${t("companions-paired-already")}</p><div><button class="btn" type="button" data-t="pairing-there" @click=${() => go("letters", { companion })}>${t("companions-to-companion")}</button></div>`;
    }
    case "letter": return html`<p class="lead" data-t="pairing-letter">${t("companions-a-letter")}</p>${chooseView()}`;
    default: return chooseView();
  }
}

/** @type {Inner} */
export const accepting = {
  asked: ({ accept: wanted }) => wanted === true,
  async enter() {
    const mine = fresh();
    here = mine;
    try {
      const file = await letters.pairingAtHand();
      // A letter that was looked at elsewhere is no matter of this room.
      if (file?.kind !== "letter") mine.file = file;
    } catch (trouble) {
      tell(trouble);
    }
  },
  leave() {
    here = fresh();
  },
  main: () => html`<div class="letters-inner" data-t="accepting">${wayBack()}
    <h1 tabindex="-1">${here.file?.kind === "reply" ? t("companions-reply") : t("companions-accept")}</h1>
    ${here.refusal ? html`<p class="with-icon" role="alert" data-t="pairing-refusal">${icon("info")}<span>${here.refusal}</span></p>` : nothing}
    ${fileView()}
  </div>`,
};
