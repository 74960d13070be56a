// @ts-check
// The page being written: a new one, or an earlier one written anew. What is here lives in memory only until
// the journal says it is kept; nothing is called kept before that.

import * as journal from "../journal.js";
import { picturesAtHand } from "../journal-pictures.js";
import { autosave } from "./autosave.js";
import { canBeNumbered } from "./picture-lines.js";
import { atRest, clear, desk, gather, isBlank, rest } from "./sheet.js";
import { refresh, state } from "./store.js";

export { addressOf, atRest, desk, gather, isBlank, sheetHere, sheetShown, speakOnDesk, titleShown, wordsForSheet } from "./sheet.js";

/** @import { DraftSave, PageLine } from "../wire.js" */

/** The page as the journal can take it: a tie it does not hold yet waits on the desk. */
function forJournal() {
  const writing = structuredClone(desk.writing);
  return { ...writing, ties: writing.ties.filter((id) => !desk.newTies.some((tie) => tie.id === id)) };
}

/** Whether words on the desk are not kept, although there is a journal to keep them. */
export function unsaved() {
  return state.journal === "open" && !state.readOnly && desk.touched && !(isBlank() && desk.rev === 0);
}

/** Whether words are here that nothing can keep: the book turned out to be for reading only while they were written. */
export const stranded = () => state.readOnly && desk.touched && !desk.finished && !isBlank();

/** The person lets those words go. */
export const letStrandedGo = () => {
  if (stranded()) desk.touched = false;
};

/**
 * What a closing book must keep. Words that are on their way are among it: the book may close before they arrive.
 * @returns {DraftSave | null} Null when all is kept or nothing was written.
 */
export function unkept() {
  const blank = isBlank();
  if (!(desk.touched || desk.underway) || desk.finished || state.readOnly || (blank && desk.rev === 0)) return null;
  desk.rev += 1;
  return { page: desk.page, rev: desk.rev, writing: forJournal() };
}

/** Gives the journal the ties that were named before it was made. */
async function keepNewTies() {
  for (let tie = desk.newTies[0]; tie; tie = desk.newTies[0]) {
    const { id, called, kind } = tie;
    const kept = await journal.addTie({ called, kind });
    state.ties = [...state.ties, kept];
    desk.newTies.shift();
    desk.writing.ties = desk.writing.ties.map((each) => (each === id ? kept.id : each));
    desk.touched = true;
  }
}

async function keep() {
  // A draft that is kept behind a page being finished would stand beside it.
  if (state.journal !== "open" || state.readOnly || finishing) return;
  try {
    await keepNewTies();
  } catch (trouble) {
    desk.trouble = trouble;
    refresh();
    throw trouble;
  }
  const save = unkept();
  if (!save) return;
  Object.assign(desk, { touched: false, underway: true });
  try {
    const kept = await journal.keepDraft(save);
    Object.assign(desk, { keptAt: kept.at, keptRev: kept.rev, trouble: null });
  } catch (trouble) {
    desk.touched = true;
    desk.trouble = trouble;
    throw trouble;
  } finally {
    desk.underway = false;
    refresh();
  }
}

const saving = autosave({ keep });

/** Something on the page changed. */
export function touched() {
  desk.touched = true;
  saving.touched();
}

/** A word is being composed in the sheet. */
export function composing() {
  desk.touched = true;
  saving.composing();
}

/** Keeps at once what is not kept. */
export const keepNow = () => saving.now();

/** Keeps what is not kept, or says why it cannot be. */
export async function keepOrRefuse() {
  if (unsaved()) saving.touched();
  await saving.now();
  if (unsaved()) throw desk.trouble;
}

/** A tie that is here no more is not named on the desk either: the page could not be finished with it. @param {string} id */
export function forgetTie(id) {
  if (!desk.writing.ties.includes(id)) return;
  desk.writing.ties = desk.writing.ties.filter((each) => each !== id);
  refresh();
}

/** A clean sheet, and no memory of the last. */
export async function clearDesk() {
  rest(true);
  await saving.stop();
  clear();
}

/** What there is of a page, once all is kept that lies on the desk. @param {string | null} page */
async function fetched(page) {
  for (;;) {
    // Words that could not be kept stay on the desk; nothing else may take their place.
    await keepOrRefuse();
    await saving.stop();
    const found = await Promise.all([journal.draft(page), page ? journal.page(page, true) : null, picturesAtHand(page)]);
    // What came meanwhile without a key, a picture or a tie, is kept first.
    if (!saving.pending && !unsaved()) return found;
  }
}

/**
 * Brings to the desk the new page that was begun, or an earlier page to be written anew.
 * @param {string | null} page
 */
export async function bringToDesk(page) {
  await finished();
  const [begun, earlier, pictures] = await atRest(() => fetched(page));
  clear();
  desk.page = page;
  desk.day = earlier?.day ?? "";
  if (begun) {
    Object.assign(desk, { rev: begun.rev, writing: begun.writing, keptAt: begun.kept_at, keptRev: begun.rev });
  } else if (earlier) {
    desk.writing = structuredClone(earlier.writing);
  }
  desk.pictures = pictures;
  desk.numbers = canBeNumbered(desk.writing.body);
}

/**
 * Makes the journal with what is on the desk as its first draft.
 * @param {string} passphrase
 */
export async function makeJournal(passphrase) {
  const blank = isBlank();
  const { touched } = desk;
  desk.rev += 1;
  // Raised again by whatever is written from here on: the first draft does not hold it.
  desk.touched = false;
  try {
    const opened = await journal.createJournal(passphrase, blank ? null : { page: null, rev: desk.rev, writing: forJournal() });
    state.journal = "open";
    state.readOnly = opened.read_only;
    const begun = await journal.draft(null);
    Object.assign(desk, { keptAt: begun?.kept_at ?? "", keptRev: begun?.rev ?? 0 });
  } catch (trouble) {
    desk.touched ||= touched;
    throw trouble;
  }
  // From here on it is a save like any other: what fails is said below the sheet and tried again.
  desk.touched ||= !blank && desk.keptAt === "";
  if (desk.touched || desk.newTies.length > 0) saving.touched();
  await saving.now();
}

/** The page that is being made just now. @type {Promise<PageLine> | null} */
let finishing = null;

/** Asked for twice at once, it is made once. @returns {Promise<PageLine>} The page that was made of the draft. */
export const finish = () => (finishing ??= finishOnce().finally(() => {
  finishing = null;
}));

/** Waits for a page that is being made; whether it could be is said to whoever makes it. */
export const finished = async () => void (await finishing?.catch(() => {}));

async function finishOnce() {
  try {
    return await atRest(async () => {
      await saving.stop();
      gather();
      await keepNewTies();
      desk.rev += 1;
      const line = await journal.finishDraft({ page: desk.page, rev: desk.rev, writing: forJournal() });
      clear();
      desk.finished = line;
      return line;
    });
  } catch (trouble) {
    touched();
    throw trouble;
  }
}

/** Lets the changes of a page go, as the person asked; the page stays as it was. */
export async function letChangesGo() {
  await atRest(async () => {
    await saving.stop();
    if (desk.page && desk.rev > 0) await journal.dropDraft(desk.page);
  });
  clear();
}
