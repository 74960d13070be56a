// @ts-check
// A letter being put together, a part of Letters. One chooses, looks at exactly what will leave, and seals, in whatever
// order one comes and goes: everything chosen is kept, and nothing leaves by itself.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { letterHeadwayView } from "../elements/headway.js";
import { letterEnvelope } from "../elements/letter-envelope.js";
import { foldLetterPages, letterPages } from "../elements/letter-pages.js";
import { letterPassages } from "../elements/letter-passages.js";
import { emptyHands, inHands, letterSealed } from "../elements/letter-sealed.js";
import { letterTo } from "../elements/letter-to.js";
import { icon } from "../elements/icons.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { language, led, t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { endingWith } from "../lib/letter-answer.js";
import { chosen, clearLetterDesk, dropLetter, layOut, letterDesk, ownWords, pageParts } from "../lib/letter-desk.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords, leaveOnlyKept } from "../lib/small-words.js";
import { fromHere, go, refresh, say, tell } from "../lib/store.js";
import { endWithRoom } from "../lib/underway.js";
import { endingAfter, enterEndingAfter, leaveEndingAfter } from "./letters-ending.js";
import { wayBack } from "./letters-invite.js";
import { forgetLook, lookAt, lookView } from "./letters-look.js";

/** @import { Inner } from "./letters.js" */

/** @typedef {"choose" | "look" | "sealed"} Step */

const here = {
  /** @type {Step} */
  step: "choose",
  sure: false,
  busy: false,
  /** A letter that is begun lies here whole; before that there is no field to write in. */
  laid: true,
  /** The exchange that is to end once this wish is sealed. @type {string | null} */
  ends: null,
};

let turn = 0;

/** @param {Step} step */
function stepTo(step) {
  here.step = step;
  refresh();
  window.scrollTo(0, 0);
  focusOn("h1");
}

/** Shows what will leave, if it can be put together. */
async function look() {
  if (here.busy) return;
  const mine = turn;
  here.busy = true;
  refresh();
  try {
    await lookAt();
    if (mine === turn) stepTo("look");
  } catch (trouble) {
    tell(trouble);
  }
  if (mine === turn) here.busy = false;
  refresh();
}

function stepsView() {
  /** @type {[Step, string][]} */
  const steps = [["choose", t("sealing-step-choose")], ["look", t("sealing-step-look")], ["sealed", t("sealing-step-carry")]];
  return html`<ol class="steps">${steps.map(([step, words]) => html`<li aria-current=${step === here.step ? "step" : nothing}>${words}</li>`)}</ol>`;
}

function wordsView() {
  const source = letterDesk.draft.parts.find((part) => part.source.kind === "words")?.source;
  const text = source?.kind === "words" ? source.text : "";
  const written = (/** @type {Event} */ event) => {
    if (event.type !== "compositionend" && ime(event)) return;
    ownWords().text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    chosen();
  };
  return html`<div class="field"><label for="letter-own">${t("sealing-own-words")}</label>
    <textarea class="box voice letter-own" id="letter-own" rows="5" data-t="letter-own" dir="auto" lang=${letterDesk.draft.lang || language()} aria-describedby="letter-own-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(text)} @input=${written} @compositionend=${written} @blur=${keepSmallWords} ${growing()}></textarea>
    <p class="small soft" id="letter-own-told">${t("sealing-own-words-told")}</p></div>`;
}

function dropView() {
  const drop = async () => {
    const on = fromHere();
    try {
      await dropLetter();
      await on.go("letters");
      say(t("sealing-dropped"));
    } catch (trouble) {
      tell(trouble);
    }
  };
  const ask = (/** @type {boolean} */ sure, /** @type {string} */ focus) => {
    here.sure = sure;
    refresh();
    focusOn(focus);
  };
  return html`<div class="tie-folds"><details data-t="letter-drop-fold"><summary>${icon("down")}${t("sealing-drop")}</summary><div class="stack"><p>${t("sealing-drop-told")}</p>
    ${here.sure
      ? html`<div class="cluster"><button class="btn" type="button" data-t="letter-drop-no" @click=${() => ask(false, "[data-t=letter-drop]")}>${t("companions-leave-it")}</button>
          <button class="btn care" type="button" data-t="letter-drop-yes" @click=${drop}>${icon("close")}<span>${t("sealing-drop-yes")}</span></button></div>`
      : html`<button class="btn" type="button" data-t="letter-drop" @click=${() => ask(true, "[data-t=letter-drop-no]")}>${t("sealing-drop-ask")}</button>`}</div></details></div>`;
}

function chooseView() {
  const { kind } = letterDesk.draft;
  if (!here.laid) return html`<h1 tabindex="-1">${t("sealing-title")}</h1>`;
  return html`<h1 tabindex="-1">${t("sealing-title")}</h1>
    <p class="lead">${kind === "letter" ? t("sealing-lead") : t("sealing-lead-other")}</p>
    ${letterDesk.changed.length > 0 ? html`<div class="notice" role="status" data-t="pages-changed"><p>${icon("info")}<span>${led(t("sealing-changed"))}${letterDesk.changed.map((title) => html`<bdi dir="auto">${title}</bdi> `)}</span></p></div>` : nothing}
    <div class="letter-two"><div class="stack wide">
        ${letterTo()}
        ${kind === "letter" ? html`${wordsView()}${repeat(pageParts(), ({ page }) => page, letterPassages)}${letterPages()}` : nothing}</div>
      <div class="stack wide">${letterEnvelope()}
        <button class="btn primary" type="button" data-t="letter-look" aria-disabled=${here.busy} @click=${look}>${t("sealing-look")}</button>
        ${letterHeadwayView()}
        <p class="truth">${icon("lock")}<span>${t("sealing-kept-here")}</span></p></div></div>
    ${dropView()}`;
}

/** What a wish names is chosen anew where it was chosen. */
function backToChoosing() {
  const { draft, id } = letterDesk;
  const ending = here.ends ?? endingWith(draft);
  if (ending) void go("letters", { ending, draft: id });
  else stepTo("choose");
}

function sealed() {
  stepTo("sealed");
  if (here.ends) void enterEndingAfter(here.ends).then(refresh, tell);
}

/** @type {Inner} */
export const writing = {
  asked: ({ write, draft }) => typeof write === "object" || typeof draft === "string",
  /** @param {{ write?: object, draft?: string, look?: boolean, ends?: string | null }} params What is chosen already; a letter that is begun; whether it is looked at at once; which exchange ends with it. */
  async enter({ write, draft, look: atOnce, ends = null }) {
    const mine = ++turn;
    Object.assign(here, { step: "choose", sure: false, busy: false, laid: !draft, ends });
    foldLetterPages();
    forgetLook();
    emptyHands();
    await layOut(draft ?? null, write ?? {});
    if (mine !== turn) return;
    here.laid = true;
    if (atOnce) await look();
  },
  async leave() {
    await leaveOnlyKept("letter");
    turn += 1;
    // What is not sealed when the room is left stays a draft.
    endWithRoom();
    clearLetterDesk();
    foldLetterPages();
    forgetLook();
    emptyHands();
    leaveEndingAfter();
  },
  main: () => html`<div class="letters-inner" data-t="letter-writing" aria-busy=${here.laid ? nothing : "true"}>${wayBack()}${stepsView()}
    ${here.step === "choose" ? chooseView() : here.step === "look" ? lookView({ back: backToChoosing, sealed })
      : html`<h1 tabindex="-1">${t("sealing-carry")}</h1>${letterSealed(letterDesk.sealed)}${here.ends ? endingAfter(inHands(letterDesk.sealed)) : nothing}`}
  </div>`,
  back() {
    if (here.step !== "look") return false;
    backToChoosing();
    return true;
  },
};
