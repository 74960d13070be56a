// @ts-check
// Reading a letter that is here, a part of Letters: mine or theirs. Its cover is read first; what a companion wrote can
// only be read, answered or let go. Where both answer one question, mine can be written before theirs is shown.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { Trouble } from "../journal.js";
import * as letters from "../journal-arriving.js";
import { companion as companionNow, wordsOfLetter as wordsThatOpen } from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { forgetAgain, letterAgain, letterUnderWords } from "../elements/letter-again.js";
import { leaveLetterFiles } from "../elements/letter-files.js";
import { aboutView, kindWords, wordsOfLetter, writerView } from "../elements/letter-parts.js";
import { leaveReleases, releasesOfMine, releasesOfTheirs } from "../elements/letter-releases.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { parted } from "../lib/parted.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { fromHere, go, inWords, refresh, say, state, tell } from "../lib/store.js";
import { answersView, leaveAnswers, releaseView } from "./letter-answers.js";

/** @import { LetterLine, LetterShown, Thread, Writer } from "../wire.js" */

const fresh = () => ({
  version: "",
  /** @type {LetterShown | null} */
  letter: null,
  /** @type {Thread | null} */
  thread: null,
  /** The exchange has ended: it is read, and nothing is written in it any more. */
  ended: false,
  /** The words that open it, when it is mine and for somebody without Awai. @type {string[]} */
  spoken: [],
  /** The cover was opened, or there is none. */
  open: false,
  /** Both answer its question, and mine is not written: theirs waits. */
  waits: false,
  /** The text as it was sealed, once it is asked for. @type {string | null} */
  sealed: null,
  sure: false,
  refusal: "",
});

let here = fresh();
let turn = 0;

/** @param {Writer} writer @param {string | null} companion Whose exchange it belongs to. */
const companionOf = (writer, companion) => (writer.kind === "companion" ? writer.id : companion);

/** Whether anything can be written to whoever it was exchanged with. */
const writes = () => here.thread !== null && !here.ended && !state.readOnly;

/** Its line on the shelf. @returns {LetterLine | undefined} */
const line = () => here.thread?.letters.find((each) => each.version === here.version);

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {string} version @param {string | null} companion */
async function enter(version, companion) {
  const mine = ++turn;
  here = { ...fresh(), version };
  try {
    const letter = await letters.readLetter(version);
    const whose = companionOf(letter.face.writer, companion);
    const [thread, standing] = whose ? await Promise.all([letters.thread(whose), companionNow(whose).then((one) => one.standing)]) : [null, null];
    const spoken = thread || letter.face.writer.kind !== "me" ? [] : await wordsThatOpen(version);
    const same = letter.same_question;
    const waits = letter.face.writer.kind === "companion" && same !== null && !(await letters.answeredSameQuestion(letter.face.writer.id, same.question));
    if (mine === turn) Object.assign(here, { letter, thread, waits, spoken, ended: standing === "ended", open: letter.face.cover === "" && letter.face.before !== "later" });
  } catch (trouble) {
    const gone = trouble instanceof Trouble && trouble.kind === "not_found";
    if (mine === turn) here.refusal = gone ? t("letter-gone") : inWords(trouble);
  }
}

const uncover = () => doing(async () => {
  const { letter, version } = here;
  if (letter?.face.before === "later" && !state.readOnly) {
    await letters.takeUpLetter(version);
    letter.face.before = "kept";
  }
  here.open = true;
  focusOn(".letter-reading h1");
});

function cover() {
  here.open = false;
  refresh();
  focusOn("[data-t=cover-open]");
}

function readFirst() {
  here.waits = false;
  refresh();
  focusOn(".letter-reading h1");
}

/** @param {boolean} sure */
function ask(sure) {
  here.sure = sure;
  refresh();
  focusOn(sure ? "[data-t=letter-erase-no]" : "[data-t=letter-erase]");
}

const erase = () => doing(async () => {
  const on = fromHere();
  const companion = here.thread?.companion;
  await letters.eraseLetter(here.version);
  await on.go("letters", companion ? { companion } : {});
  say(t("letter-erased"));
});

/** @param {Event} event */
const showSealed = (event) => doing(async () => {
  const mine = here;
  const opened = /** @type {HTMLDetailsElement} */ (event.target).open;
  if (opened && mine.sealed === null) mine.sealed = await letters.letterText(mine.version);
});

/** @param {LetterShown} letter */
function closedView({ face }) {
  return html`<div class="reading-sheet reading-cover" data-t="cover">
      ${face.before === "later" ? html`<p class="reading-when">${t("letter-take-up")}</p>` : nothing}
      ${face.cover ? html`<p class="reading-when">${t("arriving-cover")}</p><p class="reading-cover-words" dir="auto" lang=${face.lang || nothing}>${face.cover}</p>` : nothing}
      <button type="button" class="btn" data-t="cover-open" @click=${uncover}>${icon("eye")}${t("arriving-read")}</button></div>`;
}

/** @param {LetterShown} letter */
function sameView(letter) {
  const same = letter.same_question;
  if (!same || !here.thread) return nothing;
  const { companion } = here.thread;
  return html`<section class="card stack wide" aria-labelledby="same" data-t="same-question"><h2 id="same">${t("letter-same")}</h2>
    <p class="letter-asked" dir="auto" lang=${same.lang || nothing}>${same.text}</p><p class="small soft">${t("letter-same-told")}</p>
    <div class="cluster">${writes() ? html`<button class="btn primary" type="button" data-t="same-write" @click=${() => go("letters", { answer: "same", to: companion, letter: letter.face.id, asked: same })}>${t("letter-same-write")}</button>` : nothing}
      <button class="btn" type="button" data-t="same-read" @click=${readFirst}>${t("letter-same-read")}</button></div></section>`;
}

/** The shelf once something on it was erased. */
async function shelfAnew() {
  const mine = turn;
  if (!here.thread) return;
  const thread = await letters.thread(here.thread.companion);
  if (mine === turn) here.thread = thread;
}

/** The letters that a wish to let go names. @param {LetterShown} letter */
function releasesView(letter) {
  const { thread, version } = here;
  switch (letter.face.writer.kind) {
    case "me": return releasesOfMine(letter, thread, { told: t("arriving-release-told-mine"), ways: true });
    case "companion": return thread ? releasesOfTheirs(letter, version, thread, shelfAnew) : nothing;
    default: return nothing;
  }
}

/** Under a letter of mine: why the wish that it be no longer kept cannot be written any more. @param {LetterShown} letter */
function tooLateView({ face }) {
  if (face.writer.kind !== "me" || face.kind === "release" || !here.ended || line()?.released) return nothing;
  return html`<p class="soft" data-t="release-too-late">${t("letter-release-ended")}</p>`;
}

function eraseView() {
  if (state.readOnly) return nothing;
  const sure = html`<button class="btn" type="button" data-t="letter-erase-no" @click=${() => ask(false)}>${t("tie-erase-no")}</button>
    <button class="btn care" type="button" data-t="letter-erase-yes" @click=${erase}>${icon("close")}<span>${t("tie-erase-yes")}</span></button>`;
  return html`<details data-t="letter-erase-fold" ?open=${line()?.released && line()?.whose === "theirs"}><summary>${icon("down")}${t("letter-erase-fold")}</summary><div class="stack"><p>${t("letter-erase-told")}</p>
    <div class="cluster">${here.sure ? sure : html`<button class="btn" type="button" data-t="letter-erase" @click=${() => ask(true)}>${t("letter-erase")}</button>`}</div></div></details>`;
}

function otherVersionsView() {
  const mine = line();
  if (!mine?.other_version) return nothing;
  const others = here.thread?.letters.filter((each) => each.id === mine.id && each.version !== mine.version && each.standing !== "erased" && each.standing !== "returned") ?? [];
  return html`<div class="reading-said" data-t="other-version"><p>${t("letter-other-version")}</p>${others.map((other) => html`<button class="btn" type="button" data-t="other-open" @click=${() => go("letters", { letter: other.version })}>${t("letter-other-open")}</button>`)}</div>`;
}

/** @param {LetterShown} letter */
function openView(letter) {
  const mine = letter.face.writer.kind === "me";
  const wish = letter.releases.length > 0 ? releasesView(letter) : nothing;
  // A wish says nothing but what it names.
  const bare = wish !== nothing && letter.face.kind === "release" && letter.parts.length === 0;
  return html`<div class="reading-sheet">${bare ? nothing : wordsOfLetter(letter, { version: here.version })}${wish}</div>
    ${letter.face.cover ? html`<button type="button" class="link" data-t="cover-close" @click=${cover}>${icon("eye-off")}${t("letter-close-cover")}</button>` : nothing}
    ${!mine && here.thread && !state.readOnly ? answersView(letter, here.thread.companion, here.ended) : nothing}
    ${tooLateView(letter)}
    <div class="tie-folds">
      ${mine && here.thread && writes() && !line()?.released ? releaseView(letter.face.id, here.thread.companion) : nothing}
      <details data-t="letter-sealed" @toggle=${showSealed}><summary>${icon("down")}${t("letter-sealed-text")}</summary>${here.sealed === null ? nothing : html`<pre class="letter-sealed" dir="auto" tabindex="0" data-t="letter-sealed-text">${parted(here.sealed.trimEnd())}</pre>`}</details>
      ${mine && here.thread && writes() ? letterAgain(here.thread.companion, letter.face.id) : nothing}
      ${mine && !here.thread ? letterUnderWords(here.version, here.spoken) : nothing}
      ${eraseView()}</div>`;
}

/** @param {LetterShown} letter */
function letterView(letter) {
  const { face } = letter;
  const shelf = line();
  return html`<div class="letter-face" data-t="face">${writerView(face)}${aboutView(face)}</div>
    ${shelf?.released ? html`<div class="reading-said" data-t="released"><p>${shelf.whose === "mine" ? t("arriving-released-mine") : t("arriving-released")}</p></div>` : nothing}
    ${otherVersionsView()}
    ${!here.open ? closedView(letter) : here.waits ? html`${sameView(letter)}` : openView(letter)}
    ${!here.open ? html`<div class="tie-folds">${eraseView()}</div>` : nothing}`;
}

/** @type {import("./letters.js").Inner} */
export const readingLetter = {
  asked: ({ letter, answer }) => typeof letter === "string" && answer === undefined,

  /** @param {Record<string, any>} params Its version, and whose exchange it was opened from. */
  enter: ({ letter, of }) => enter(letter, of ?? null),

  async leave() {
    await leaveSmallWords();
    turn += 1;
    leaveLetterFiles();
    forgetAgain();
    leaveAnswers();
    leaveReleases();
    here = fresh();
  },

  main() {
    const { letter, refusal, thread } = here;
    const companion = thread?.companion;
    return html`<div class="letter-reading letters" data-t="letter-reading">
      <div class="reading-top"><button type="button" class="link reading-way" data-t="letter-back" @click=${() => go("letters", companion ? { companion } : {})}>${icon("back")}${companion ? t("arriving-to-exchange") : t("arriving-back")}</button></div>
      <h1 tabindex="-1">${letter ? kindWords(letter.face.kind) : t("arriving-kind-letter")}</h1>
      ${refusal ? html`<p class="looking-empty" data-t="letter-refusal">${refusal}</p>` : nothing}
      ${letter ? letterView(letter) : nothing}
    </div>`;
  },
};
