// @ts-check
// What lies on the desk, and the fields it is written in: they know the words before any event tells. Keeping them is
// the desk's own, in desk.js.

import { language } from "./i18n.js";
import { wordsEnded } from "./ime.js";
import { named, numbered } from "./picture-lines.js";
import { refresh } from "./store.js";

/** @import { NewTie, PageLine, PictureAtHand, Writing } from "../wire.js" */

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
  /** Whether the fields take no words just now: they would belong to no page. */
  resting: false,
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
  if (!element && sheet) {
    // What was typed since the room was left is in the field only, and goes with it.
    gather();
    desk.caret = [sheet.selectionStart, sheet.selectionEnd];
  }
  sheet = element instanceof HTMLTextAreaElement ? element : null;
  if (sheet && desk.resting) sheet.readOnly = true;
}

/** @param {Element | undefined} element The field of the title, when it is shown. */
export function titleShown(element) {
  if (!element && title) gather();
  title = element instanceof HTMLInputElement ? element : null;
  if (title && desk.resting) title.readOnly = true;
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

/** While a page is being finished, or another comes to the desk, nothing more is taken in: it would belong to no page.
 * @param {boolean} resting */
export function rest(resting) {
  desk.resting = resting;
  for (const field of [sheet, title]) if (field) field.readOnly = resting;
  // The other fields are drawn so. Where none is shown one is on the way here, and the room that is being left stays as
  // it was.
  if (sheet || title) refresh();
}

/**
 * Does what the desk changes hands by. A word that is being composed is let come to its end first; when it cannot be
 * done, the fields take words again.
 * @template T @param {() => Promise<T>} does @returns {Promise<T>}
 */
export async function atRest(does) {
  await wordsEnded();
  rest(true);
  try {
    return await does();
  } catch (trouble) {
    rest(false);
    throw trouble;
  }
}

/** Nothing is on the desk any more; the fields of what lay there take no words until they are gone. */
export function clear() {
  for (const field of [sheet, title]) if (field) field.readOnly = true;
  Object.assign(desk, {
    page: null, day: "", rev: 0, writing: nothingYet(), keptAt: "", keptRev: 0, trouble: null, finished: null, touched: false, resting: false,
    caret: null, pictures: [], numbers: true, newTies: [],
  });
  desk.turn += 1;
  sheet = title = null;
}
