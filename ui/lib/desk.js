// @ts-check
// The page being written: a new one, or an earlier one written anew. What is here lives in memory only until
// the journal says it is kept; nothing is called kept before that.

import * as journal from "../journal.js";
import { picturesAtHand } from "../journal-pictures.js";
import { autosave } from "./autosave.js";
import { language } from "./i18n.js";
import { canBeNumbered, named, numbered } from "./picture-lines.js";
import { refresh, state } from "./store.js";

/** @import { DraftSave, NewTie, PageLine, PictureAtHand, Writing } from "../wire.js" */

/** @returns {Writing} */
function nothingYet() {
  return {
    title: "", body: "", cover: "", stays_here: false, happened: { kind: "untold" }, lang: language(), ties: [],
    asked: [], lenses: { fear_says: "", hope_says: "", wider: "" },
  };
}

export const desk = {
  /** @type {string | null} The page written anew, or null for a new one. */
  page: null,
  /** Its day, when it is written anew. */
  day: "",
  rev: 0,
  writing: nothingYet(),
  /** When the journal last said "kept"; "" before. */
  keptAt: "",
  /** Which save it said that of. */
  keptRev: 0,
  /** @type {unknown} Why the last save failed, if it did. */
  trouble: null,
  /** @type {PageLine | null} The page just finished. */
  finished: null,
  /** Whether something was written that no save was begun for, or that its save could not keep. */
  touched: false,
  /** Whether a save is on its way and nobody has answered for it yet. */
  underway: false,
  /** Grows when another writing comes to the desk, so that the fields are made anew for it. */
  turn: 0,
  /** @type {[number, number] | null} Where the caret stood when the sheet was last left: it is there again when the sheet comes back. */
  caret: null,
  /** @type {PictureAtHand[]} Pictures kept with the page, or put beside what is written of it. */
  pictures: [],
  /** Whether the lines of pictures have numbers in the sheet instead of names. */
  numbers: true,
  /** @type {(NewTie & { id: string })[]} Ties named before there is a journal to hold them, with an id until then. */
  newTies: [],
};

/** @type {HTMLTextAreaElement | null} */
let sheet = null;
/** @type {HTMLInputElement | null} */
let title = null;

/** @param {Element | undefined} element The sheet, when it is shown. */
export function sheetShown(element) {
  if (!element && sheet) desk.caret = [sheet.selectionStart, sheet.selectionEnd];
  sheet = element instanceof HTMLTextAreaElement ? element : null;
}

/** @param {Element | undefined} element The field of the title, when it is shown. */
export function titleShown(element) {
  title = element instanceof HTMLInputElement ? element : null;
}

/** The sheet, while it is shown. */
export const sheetHere = () => (sheet?.isConnected ? sheet : null);

const pictureNames = () => (desk.numbers ? desk.pictures.map(({ id }) => id) : []);

/** What stands in the line of a picture for its name. @param {string} id */
export const addressOf = (id) => String(pictureNames().indexOf(id) + 1 || id);

/** The words as the sheet shows them. */
export const wordsForSheet = () => numbered(desk.writing.body, pictureNames());

/** The words as they stand now: the fields know them before any event tells. */
export function gather() {
  if (sheet?.isConnected) desk.writing.body = named(sheet.value, pictureNames());
  if (title?.isConnected) desk.writing.title = title.value;
  return desk.writing;
}

export function isBlank() {
  const { title, body, cover, lenses } = gather();
  return [title, body, cover, ...Object.values(lenses)].every((words) => words.trim() === "");
}

/** A page that nobody has begun is in the language spoken now. */
export function speakOnDesk() {
  if (desk.rev === 0 && !desk.touched && !desk.page && isBlank()) desk.writing.lang = language();
}

/** The page as the journal can take it: a tie it does not hold yet waits on the desk. */
function forJournal() {
  const writing = structuredClone(desk.writing);
  return { ...writing, ties: writing.ties.filter((id) => !desk.newTies.some((tie) => tie.id === id)) };
}

/** Whether words on the desk are not kept, although there is a journal to keep them. */
export function unsaved() {
  return state.journal === "open" && !state.readOnly && desk.touched && !(isBlank() && desk.rev === 0);
}

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
  if (state.journal !== "open" || state.readOnly) return;
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

function clear() {
  Object.assign(desk, {
    page: null, day: "", rev: 0, writing: nothingYet(), keptAt: "", keptRev: 0, trouble: null, finished: null, touched: false, caret: null,
    pictures: [], numbers: true, newTies: [],
  });
  desk.turn += 1;
  sheet = title = null;
}

/** A clean sheet, and no memory of the last. */
export async function clearDesk() {
  await saving.stop();
  clear();
}

/**
 * Brings to the desk the new page that was begun, or an earlier page to be written anew.
 * @param {string | null} page
 */
export async function bringToDesk(page) {
  await saving.now();
  // Words that could not be kept stay on the desk; nothing else may take their place.
  if (unsaved()) throw desk.trouble;
  await saving.stop();
  const [begun, earlier, pictures] = await Promise.all([journal.draft(page), page ? journal.page(page, true) : null, picturesAtHand(page)]);
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
  desk.rev += 1;
  const opened = await journal.createJournal(passphrase, blank ? null : { page: null, rev: desk.rev, writing: forJournal() });
  state.journal = "open";
  state.readOnly = opened.read_only;
  desk.touched = false;
  const begun = await journal.draft(null);
  Object.assign(desk, { keptAt: begun?.kept_at ?? "", keptRev: begun?.rev ?? 0 });
  // From here on it is a save like any other: what fails is said below the sheet and tried again.
  desk.touched = !blank && desk.keptAt === "";
  if (desk.touched || desk.newTies.length > 0) saving.touched();
  await saving.now();
}

/** While a page is being finished nothing more is taken in: it would belong to no page. @param {boolean} resting */
function rest(resting) {
  for (const field of [sheet, title]) if (field) field.readOnly = resting;
}

/** The page that is being made just now. @type {Promise<PageLine> | null} */
let finishing = null;

/** Asked for twice at once, it is made once. @returns {Promise<PageLine>} The page that was made of the draft. */
export const finish = () => (finishing ??= finishOnce().finally(() => {
  finishing = null;
}));

async function finishOnce() {
  await saving.stop();
  rest(true);
  gather();
  try {
    await keepNewTies();
    desk.rev += 1;
    const line = await journal.finishDraft({ page: desk.page, rev: desk.rev, writing: forJournal() });
    clear();
    desk.finished = line;
    return line;
  } catch (trouble) {
    rest(false);
    desk.touched = true;
    saving.touched();
    throw trouble;
  }
}

/** Lets the changes of a page go, as the person asked; the page stays as it was. */
export async function letChangesGo() {
  await saving.stop();
  const page = desk.page;
  if (page && desk.rev > 0) await journal.dropDraft(page);
  clear();
}
