// @ts-check
// A book whose last words could not be kept when nobody is here, or when it was hidden: it stays open behind a door.
// Nobody sees the words without the passphrase, and as soon as the disk takes them the book closes after all.

import { prove } from "../journal.js";
import { focusOn } from "./focus.js";
import { t } from "./i18n.js";
import { refresh, say, tell } from "./store.js";

export const held = {
  on: false,
  /** Whether somebody has come back to that door. */
  returned: false,
  /** Grows with every closing and hiding: whoever stood at the door before opens nothing after. */
  turn: 0,
};

/** How long until words that could not be kept are tried again, in milliseconds. */
const AGAIN = 5000;

/** Why the last words could not be kept. @type {unknown} */
let why = null;
/** Closes the book as it was to be closed. @type {() => Promise<unknown>} */
let closeAgain = async () => null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Whoever stands at the door finds another one, with nothing typed at it. */
export function newTurn() {
  held.turn += 1;
}

/**
 * The book stays open, behind a door.
 * @param {unknown} refusal
 * @param {() => Promise<unknown>} again What closes the book; why it could not, or null.
 */
export function hold(refusal, again) {
  why = refusal;
  closeAgain = again;
  Object.assign(held, { on: true, returned: false });
  refresh();
  toTheField();
  tryAgain();
}

/** Whoever comes finds the door as every other: one types, and that is the passphrase. */
const toTheField = () => focusOn("[data-t=passphrase]");

/** Whoever had come back is not here any more. */
export function leftAgain() {
  newTurn();
  held.returned = false;
  refresh();
  tryAgain();
}

/** As long as nobody has come back, the words are offered to the disk again and again. */
function tryAgain() {
  clearTimeout(waiting);
  const { turn } = held;
  waiting = setTimeout(async () => {
    if (!held.on || held.returned || turn !== held.turn) return;
    const refusal = await closeAgain();
    if (!refusal) return;
    why = refusal;
    refresh();
    // Closing took the caret elsewhere.
    toTheField();
    if (turn === held.turn) tryAgain();
  }, AGAIN);
}

/** Somebody is at the door. */
export function comeBack() {
  if (!held.on || held.returned) return;
  held.returned = true;
  say(t("hiding-held"));
  refresh();
}

/**
 * The passphrase leads back to the page, where it is said what could not be kept; not when it was hidden anew meanwhile.
 * @param {string} passphrase
 */
export async function openAgain(passphrase) {
  const { turn } = held;
  await prove(passphrase);
  if (turn !== held.turn) return;
  Object.assign(held, { on: false, returned: false });
  tell(why);
  focusOn("main h1");
}
