// @ts-check
// Today: the page being written. The sheet is a plain textarea that nobody touches while words are typed.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import * as journal from "../journal.js";
import { addPictureButton, deskPictures, onPaste } from "../elements/desk-pictures.js";
import { icon } from "../elements/icons.js";
import { askForPassphrase } from "../elements/keep-sheet.js";
import { lensesFold } from "../elements/lenses.js";
import { foldPageOptions, pageOptions, pageOptionsButton } from "../elements/page-options.js";
import { questionCard } from "../elements/question-card.js";
import { changedColumn } from "../elements/question-column.js";
import { leaveMoments, pageMoments } from "../elements/page-moments.js";
import { riseFromSitting, sitView } from "../elements/sit.js";
import { foldTies, tiePicker } from "../elements/tie-picker.js";
import { askBlankPage, present, speakQuestion } from "../lib/asking.js";
import { dayHeading, dayLong, timeOfDay } from "../lib/dates.js";
import { bringToDesk, clearDesk, composing, desk, finish, gather, keepNow, letChangesGo, sheetShown, speakOnDesk, stranded, titleShown, touched, wordsForSheet } from "../lib/desk.js";
import { picturesSettled } from "../lib/desk-pictures.js";
import { focusOn, sinceAsked } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { leaveSmallWords } from "../lib/small-words.js";
import { fromHere, go, inWords, refresh, say, state, tell } from "../lib/store.js";

/** @import { TemplateResult } from "../vendor/lit-html/lit-html.js" */

/** What the fields were last drawn for; they are filled once, and then belong to the person. */
const filled = new WeakSet();

/** @param {Element | undefined} element */
function sheet(element) {
  sheetShown(element);
  if (!(element instanceof HTMLTextAreaElement) || filled.has(element)) return;
  filled.add(element);
  element.value = wordsForSheet();
  const end = element.value.length;
  element.setSelectionRange(...(desk.caret ?? [end, end]));
}

/** @param {Element | undefined} element */
function title(element) {
  titleShown(element);
  if (!(element instanceof HTMLInputElement) || filled.has(element)) return;
  filled.add(element);
  element.value = desk.writing.title;
}

/** @param {Event} event */
function wrote(event) {
  // While composing WebKitGTK empties the words for an instant; whoever saved then would save a hole.
  if (ime(event)) composing();
  else touched();
}

/** Puts the caret into the sheet. */
export function focusSheet() {
  /** @type {HTMLElement | null} */ (document.querySelector("[data-t=sheet]"))?.focus();
}

/** "That's enough for now": the page is made of the draft, and rests. */
export async function enough() {
  if (state.room !== "today" || desk.finished || state.readOnly || state.sitting) return;
  if (state.journal !== "open") {
    askForPassphrase({ closing: false, done: enough });
    return;
  }
  const { page: anew, turn } = desk;
  const on = fromHere();
  try {
    await picturesSettled();
    // Another page came to the desk meanwhile, or this one is finished: enough was said of this one.
    if (turn !== desk.turn) return;
    const line = await finish();
    foldTies();
    say(t("today-finished"));
    if (anew) {
      // Whoever went on to another page meanwhile keeps it.
      if (desk.finished === line) await clearDesk();
      await on.go("looking-back", { page: line.id });
      return;
    }
    state.onlyThePage = false;
    refresh();
    if (on.still()) focusOn("[data-t=finished]");
  } catch (trouble) {
    tell(trouble);
  }
}

/** A new page, unless one is already begun: then that one. */
export async function newPage() {
  const on = fromHere();
  const wentOn = sinceAsked();
  try {
    if (desk.finished) await clearDesk();
    if (desk.page) await bringToDesk(null);
    if (state.room === "today") {
      state.sitting = false;
      await askBlankPage();
      refresh();
      // Whoever has gone into a field, or elsewhere, while it was asked about stays there.
      if (on.still() && !wentOn()) setTimeout(focusSheet);
    } else await on.go("today", { write: true });
  } catch (trouble) {
    tell(trouble);
  }
}

/**
 * Brings an earlier page to the desk, with a draft of its own.
 * @param {string} id
 */
export async function openForWriting(id) {
  const on = fromHere();
  try {
    await bringToDesk(id);
    await on.go("today", { write: true });
  } catch (trouble) {
    tell(trouble);
  }
}

async function leaveAsItWas() {
  const { page } = desk;
  const on = fromHere();
  try {
    await letChangesGo();
    await on.go("looking-back", { page });
  } catch (trouble) {
    tell(trouble);
  }
}

async function useThisOne() {
  try {
    await journal.acceptOlder();
    state.older = state.readOnly = false;
    await bringToDesk(null);
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** What is said of the page where its disk refused: the page alone is kept by itself once the disk is well again. */
function notKept() {
  switch (desk.trouble instanceof journal.Trouble ? desk.trouble.kind : null) {
    case "disk_full": return t("today-not-kept-full");
    case "disk_trouble": return t("today-not-kept-trouble");
    case "folder_gone": return t("today-not-kept-gone");
    default: return inWords(desk.trouble);
  }
}

function keptState() {
  if (desk.trouble) return html`<p class="saved not-kept" data-t="not-kept">${icon("info")}<span>${notKept()}</span></p>`;
  if (state.journal !== "open") return html`<p class="saved" data-t="kept">${icon("info")}<span>${t("today-only-here")}</span></p>`;
  if (!desk.keptAt) return html`<p class="saved" data-t="kept">${icon("lock")}<span>${t("today-nothing-yet")}</span></p>`;
  return html`<p class="saved" data-t="kept" data-rev=${desk.keptRev}>${icon("lock")}<span>${t("today-kept", { time: timeOfDay(desk.keptAt) })}</span></p>`;
}

/** @param {TemplateResult} [acts] What stands at the end of its bar, where it is not Today's. */
export function paper(acts) {
  const { lang } = desk.writing;
  return html`<section class="sheet" aria-label=${t("today-sheet")}>
    ${keyed(desk.turn, html`
      <input class="title" data-t="title" lang=${lang} dir="auto" aria-label=${t("today-title")} placeholder=${t("today-title-hint")}
        autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        @input=${wrote} @compositionend=${touched} @blur=${keepNow} ${ref(title)}>
      <textarea data-t="sheet" lang=${lang} dir="auto" aria-label=${t("today-sheet-words")} aria-describedby=${present() ? "asked" : nothing} placeholder=${t("today-sheet-hint")}
        autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        @input=${wrote} @compositionupdate=${composing} @compositionend=${touched} @blur=${keepNow} @paste=${onPaste} ${ref(sheet)}></textarea>`)}
    ${deskPictures()}
    <div class="bar">
      ${keptState()}
      <div class="bar-acts">${addPictureButton()}
      ${acts ?? html`${desk.page ? html`<button class="btn quiet" type="button" data-t="leave-as-it-was" @click=${leaveAsItWas}>${t("today-leave-as-it-was")}</button>` : nothing}
      <button class="btn primary" type="button" data-t="enough" @click=${enough}>${t("today-enough")}</button>`}</div>
    </div>
  </section>`;
}

function closingLine() {
  const { finished } = desk;
  return html`<section class="card stack rest" aria-labelledby="finished">
    <h2 id="finished" data-t="finished" tabindex="-1">${t("today-finished")}</h2>
    <p class="lead">${t("today-finished-more")}</p>
    <div class="cluster">
      <button class="btn" type="button" data-t="another-page" @click=${newPage}>${icon("pencil")}<span>${t("today-another-page")}</span></button>
      <button class="btn quiet" type="button" data-t="look-back" @click=${() => go("looking-back", { page: desk.finished?.id })}>${icon("lines")}<span>${t("today-look-back")}</span></button>
    </div>
    ${finished ? pageMoments({ id: finished.id, lang: finished.lang, ties: finished.ties, moments: [] }) : nothing}
  </section>`;
}

function readingOnly() {
  return html`<section class="card stack" aria-labelledby="read-only">
    <h2 id="read-only">${t("today-read-only")}</h2>
    <p class="lead">${state.older ? t("today-read-only-older") : state.damaged ? t("unlock-damaged") : t("today-read-only-folder")}</p>
    <div class="cluster">
      <button class="btn" type="button" data-t="look-back" @click=${() => go("looking-back")}>${icon("lines")}<span>${t("today-look-back")}</span></button>
      ${state.older ? html`<button class="btn quiet" type="button" data-t="accept-older" @click=${useThisOne}>${t("unlock-use-this-one")}</button>` : nothing}
    </div>
  </section>`;
}

/** What was written before it was known that nothing can be kept here: it can be copied. */
function strandedWords() {
  const { lang, title: named, body } = desk.writing;
  return html`<section class="sheet" aria-label=${t("today-sheet")}>
    <textarea readonly data-t="stranded" lang=${lang} dir="auto" aria-label=${t("today-sheet-words")} .value=${[named, body].filter(Boolean).join("\n\n")}></textarea>
    <div class="bar"><p class="saved not-kept" data-t="not-kept">${icon("info")}<span>${inWords(new journal.Trouble("read_only"))}</span></p></div>
  </section>`;
}

export const today = {
  name: "today",

  /** @param {{ write?: boolean }} params */
  async enter({ write = false }) {
    speakOnDesk();
    if (state.journal !== "open" || state.readOnly) return;
    // The day may have turned since the window woke.
    state.today = (await journal.start()).today;
    // Coming back through the rail means the new page; only writing anew brings an earlier one.
    if (desk.finished) await clearDesk();
    if (desk.page ? !write : desk.rev === 0 && !desk.touched) await bringToDesk(null);
    await speakQuestion();
    await askBlankPage();
  },

  async leave() {
    state.sitting = false;
    foldTies();
    foldPageOptions();
    gather();
    await Promise.all([keepNow(), leaveSmallWords()]);
    leaveMoments();
  },

  main() {
    const { main, side } = dayHeading(desk.page ? desk.day : state.today);
    return html`
      <div class="day">
        <h1 tabindex="-1" data-t="heading">${main}</h1><span class="era">${side}</span>
        <div class="tools">
          <button class="btn quiet" type="button" data-t="only-the-page" aria-pressed=${state.onlyThePage}
            @click=${() => { state.onlyThePage = !state.onlyThePage; refresh(); }}>${icon("expand")}<span>${t("today-only-the-page")}</span></button>
        </div>
      </div>
      ${desk.page ? html`<p class="soft" data-t="writing-anew">${t("today-writing-anew", { day: dayLong(desk.day) })}</p>` : nothing}
      ${state.readOnly ? html`${readingOnly()}${stranded() ? strandedWords() : nothing}` : desk.finished ? closingLine() : html`${tiePicker(pageOptionsButton())}${questionCard()}${sitView()}${paper()}${lensesFold()}`}`;
  },

  /** @returns {boolean} */
  back: () => riseFromSitting(),

  aside() {
    if (state.readOnly || desk.finished || state.sitting) return nothing;
    const [told, changed] = [pageOptions(), changedColumn()];
    return told === nothing && changed === nothing ? nothing : html`${told}${changed}`;
  },
};
