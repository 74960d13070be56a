// @ts-check
// A letter that came, a part of Letters: chosen, dropped, handed in or pasted. Who wrote it is told first, then what its
// writer says ahead; its words stay closed until I open them, and nothing of it is here before I say so.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-arriving.js";
import { letterHeadwayView } from "../elements/headway.js";
import { icon } from "../elements/icons.js";
import { leaveLetterFiles } from "../elements/letter-files.js";
import { aboutView, kindWords, wordsOfLetter, writerView } from "../elements/letter-parts.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { fromHere, go, inWords, refresh, say, state, wasStopped } from "../lib/store.js";
import { endWithRoom, watched } from "../lib/underway.js";
import { copyView, forgetCopy, goOnView, missingView } from "./letter-settled.js";

/** @import { FromHere } from "../lib/store.js" */
/** @import { Arrival, Becomes, Before, LetterFace, LetterShown, Settled } from "../wire.js" */

const fresh = () => ({
  /** @type {Arrival | null} */
  came: null,
  /** Its words, once it is open. @type {LetterShown | null} */
  words: null,
  /** What became of it. @type {{ how: Becomes, settled: Settled } | null} */
  done: null,
  refusal: "",
  busy: false,
});

let here = fresh();

/** Does one step, unless the room was left meanwhile. @param {(on: FromHere) => Promise<Partial<ReturnType<typeof fresh>>>} does @param {string} [then] */
async function step(does, then = ".letter-arrived h1") {
  if (here.busy) return;
  const mine = here;
  const on = fromHere();
  Object.assign(mine, { busy: true, refusal: "" });
  refresh();
  try {
    Object.assign(mine, await watched(() => does(on)));
    if (mine === here) focusOn(then);
  } catch (why) {
    mine.refusal = wasStopped(why) ? "" : inWords(why);
    if (mine === here) say(inWords(why));
  } finally {
    mine.busy = false;
    refresh();
  }
}

/** What was looked at, from its beginning. @param {Arrival | null} came @param {FromHere} on */
function seen(came, on) {
  if (came?.what.kind === "pairing") {
    void on.go("letters", { accept: true });
    return {};
  }
  return came ? { came, words: null, done: null } : {};
}

const choose = () => step(async (on) => seen(await letters.lookChosen(), on));

/** @param {SubmitEvent} event */
function paste(event) {
  event.preventDefault();
  const field = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("pasted"));
  if (field.value.trim() === "") {
    field.focus();
    return;
  }
  void step(async (on) => seen(await letters.lookPasted(field.value), on));
}

/** @param {SubmitEvent} event */
function openUnder(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("words"));
  void step(async (on) => seen(await letters.lookUnder(field.value), on));
}

const open = () => step(async () => ({ words: await letters.arrivalWords() }));
const close = () => step(async () => ({ words: null }));
/** @param {Becomes} how */
const settle = (how) => step(async () => ({ done: { how, settled: await letters.settleArrival(how) } }));

const another = () => step(async (on) => {
  await letters.putArrivalAway();
  forgetCopy();
  return { came: null, words: null, done: null, ...seen(await letters.lookHandedIn(), on) };
});

/** @param {Before} before */
function beforeWords(before) {
  switch (before) {
    case "kept": return t("arriving-before-kept");
    case "later": return t("arriving-before-later");
    case "returned": return t("arriving-before-returned");
    case "erased": return t("arriving-before-erased");
    case "other_version": return t("arriving-before-other");
    default: return "";
  }
}

/** The ways a letter comes in. */
function waysView() {
  return html`<p class="lead">${t("arriving-told")}</p>
    <div class="letter-drop"><button class="btn primary large" type="button" data-t="look-chosen" aria-disabled=${here.busy} @click=${choose}>${icon("letter")}<span>${t("arriving-open")}</span></button></div>
    <details data-t="paste-fold"><summary>${icon("down")}${t("arriving-paste")}</summary>
      <form class="stack wide" @submit=${paste}><p class="small soft" id="pasted-told">${t("arriving-paste-told")}</p>
        <div class="field"><label for="pasted">${t("arriving-paste-text")}</label>
          <textarea class="box" id="pasted" name="pasted" rows="6" data-t="pasted" aria-describedby="pasted-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"></textarea></div>
        <div><button class="btn" type="submit" data-t="look-pasted" aria-disabled=${here.busy}>${t("arriving-look")}</button></div></form></details>`;
}

function underView() {
  return html`<p class="lead" id="under-told">${t("arriving-under-told")}</p>
    <form class="stack wide" @submit=${openUnder}><div class="field"><label for="under-words">${t("arriving-under-words")}</label>
      <input class="box" id="under-words" name="words" data-t="under-words" aria-describedby="under-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"></div>
      <div><button class="btn primary" type="submit" data-t="under-open" aria-disabled=${here.busy}>${here.busy ? t("arriving-under-busy") : t("arriving-under-open")}</button></div></form>`;
}

/** What can become of it. Before it is open it can be returned unread; afterwards it can only be kept or not.
 * @param {LetterFace} face */
function choicesView(face) {
  if (state.readOnly) return nothing;
  const open = here.words !== null;
  const notToKeep = face.please.what.includes("do_not_keep");
  const keep = html`<button class=${notToKeep ? "btn" : "btn primary"} type="button" data-t="arrived-keep" @click=${() => settle("kept")}>${t("arriving-keep")}</button>`;
  const erase = html`<button class="btn" type="button" data-t="arrived-erase" @click=${() => settle("erased")}>${t("arriving-erase")}</button>`;
  const later = html`<button class="btn" type="button" data-t="arrived-later" @click=${() => settle("later")}>${t("arriving-later")}</button>`;
  const back = html`<button class="btn" type="button" data-t="arrived-return" aria-describedby="return-told" @click=${() => settle("returned")}>${t("arriving-return")}</button>`;
  return html`<div class="letter-choices" data-t="arrived-choices"><div class="cluster">${open ? html`${keep}${erase}` : html`${later}${back}${erase}`}</div>
    <p class="small soft" id="return-told">${open ? t("arriving-keep-told") : t("arriving-return-told")}</p></div>`;
}

/** @param {LetterFace} face @param {string} version */
function closedView(face, version) {
  const here_already = face.before === "kept" || face.before === "later";
  return html`${face.cover ? html`<div class="reading-sheet reading-cover" data-t="cover"><p class="reading-when">${t("arriving-cover")}</p>
      <p class="reading-cover-words" dir="auto" lang=${face.lang || nothing}>${face.cover}</p></div>` : nothing}
    <div class="letter-choices"><div class="cluster">
      ${here_already ? html`<button class="btn primary" type="button" data-t="arrived-there" @click=${() => go("letters", { letter: version })}>${icon("eye")}<span>${t("arriving-read-there")}</span></button>`
        : html`<button class="btn primary" type="button" data-t="arrived-open" @click=${open}>${icon("eye")}<span>${t("arriving-read")}</span></button>`}</div>
      <p class="small soft">${t("arriving-closed")}</p></div>`;
}

/** @param {LetterFace} face @param {string} version */
function letterView(face, version) {
  const { words } = here;
  const before = beforeWords(face.before);
  return html`<div class="letter-face" data-t="face"><p class="small soft">${kindWords(face.kind)}</p>${writerView(face)}${aboutView(face)}
      ${before ? html`<p class="with-icon" data-t="before">${icon("info")}<span>${before}</span></p>` : nothing}${missingView(face.missing)}</div>
    ${words ? html`<div class="reading-sheet">${wordsOfLetter(words, { version: null })}</div>
      <button class="link" type="button" data-t="arrived-close" @click=${close}>${icon("eye-off")}${t("letter-close-cover")}</button>` : closedView(face, version)}
    ${face.before === "kept" || face.before === "later" ? nothing : choicesView(face)}`;
}

/** @param {Arrival["what"]} what */
function whatView(what) {
  switch (what.kind) {
    case "letter": return letterView(what.face, what.version);
    case "under_words": return underView();
    case "newer": return html`<div class="letter-face">${what.writer.kind === "companion" ? writerView({ writer: what.writer, name: "" }) : nothing}</div><p class="lead">${t("arriving-newer-told")}</p>
      ${state.readOnly ? nothing : html`<div class="cluster"><button class="btn primary" type="button" data-t="newer-keep" @click=${() => settle("later")}>${t("arriving-keep")}</button></div>`}`;
    case "paired_already": return html`<p class="lead" data-t="paired-already">${t("arriving-paired-told")}</p>
      <div><button class="btn" type="button" @click=${() => go("letters", { companion: what.companion })}>${t("arriving-to-exchange")}</button></div>`;
    default: return nothing;
  }
}

/** @param {Arrival | null} came */
function heading(came) {
  switch (came?.what.kind) {
    case "under_words": return t("arriving-under");
    case "newer": return t("arriving-newer");
    case "paired_already": return t("arriving-paired");
    default: return t("arriving-title");
  }
}

/** The way to a letter that came, in Letters itself. */
export const openALetter = (quiet = false) => html`<div class="tools"><button class="btn ${quiet ? "quiet" : ""}" type="button" data-t="open-letter" @click=${() => go("letters", { arrived: true })}>${icon("letter")}<span>${t("arriving-open-one")}</span></button></div>`;

/** @type {import("./letters.js").Inner} */
export const arrived = {
  asked: ({ arrived: asked }) => asked !== undefined,

  /** @param {{ arrived?: true | Arrival | { refusal: string } | { looking: Promise<Arrival | null> } }} params Nothing yet, what was looked at or is being looked at, or why it could not be. */
  async enter({ arrived: given }) {
    here = fresh();
    forgetCopy();
    if (given === undefined) return;
    if (given !== true && "looking" in given) {
      void step(async (on) => seen(await given.looking, on));
      return;
    }
    if (given !== true && "refusal" in given) here.refusal = given.refusal;
    else here.came = given === true ? await letters.arrival() : given;
    if (here.came?.what.kind === "pairing") here.came = null;
  },

  leave() {
    endWithRoom();
    leaveLetterFiles();
    here = fresh();
  },

  main() {
    const { came, done, refusal } = here;
    return html`<div class="letter-arrived letters" data-t="letter-arrived">
      <div class="reading-top"><button type="button" class="link reading-way" data-t="arrived-back" @click=${() => go("letters")}>${icon("back")}${t("arriving-back")}</button></div>
      <h1 tabindex="-1">${heading(came)}</h1>
      ${refusal ? html`<p class="with-icon refusal" role="alert" data-t="arrived-refusal">${icon("info")}<span>${refusal}</span></p>` : nothing}
      ${letterHeadwayView()}
      ${done ? html`${goOnView(done.how, done.settled)}${done.settled.in_file ? copyView() : nothing}` : came ? whatView(came.what) : waysView()}
      ${came ? html`<div><button class="link" type="button" data-t="arrived-another" @click=${another}>${t("arriving-other")}</button></div>` : nothing}
    </div>`;
  },
};
