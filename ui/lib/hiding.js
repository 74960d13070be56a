// @ts-check
// Hiding. The screen is empty in the same frame, before anything else; then the last words are kept, the book closes as
// it always does, and the window goes from sight or the program ends, as was chosen. Nothing of it says how one left.

import { closeBook, hideBook, minimise } from "../journal.js";
import { above } from "../elements/above.js";
import { closeDialogs } from "../elements/dialog.js";
import { putKeepSheetAway } from "../elements/keep-sheet.js";
import { closeWith, lastKeys } from "./closing.js";
import { clearDesk, gather, isBlank, unkept } from "./desk.js";
import { isField } from "./focus.js";
import { hold, newTurn } from "./held.js";
import { isComposed } from "./ime.js";
import { go, state } from "./store.js";

export const hiding = {
  on: false,
  /** Grows each time: whoever was making a book meanwhile sees that it was hidden. */
  turn: 0,
};

/** How long the window waits for the disk before it goes from sight all the same, in milliseconds. */
const PATIENCE = 700;

/**
 * Nothing of the page is drawn any more, neither sheets nor what lies above them: only the paper.
 * @param {"" | "writing"} [still] Whether keys that were pressed before still find their field.
 */
function cover(still = "") {
  document.documentElement.dataset.hidden = still;
}

const covered = () => document.documentElement.dataset.hidden !== undefined;


function uncover() {
  delete document.documentElement.dataset.hidden;
}

const outOfSight = () => minimise().catch(() => {});

/** Hides, from wherever we are. */
export const hideNow = () => hide(false);

/** The same, by keys that are heard before those that were pressed just before them and wait for their turn. */
export function hideAhead() {
  const field = document.activeElement;
  // A word that is being composed goes in as it stands, and its input method shows it no longer.
  return hide(!covered() && field !== null && isField(field) && !isComposed(field));
}

/** @param {boolean} listening Whether keys may still be on their way into the field that has the focus. */
async function hide(listening) {
  cover(listening ? "writing" : "");
  if (hiding.on) return;
  hiding.on = true;
  hiding.turn += 1;
  newTurn();
  const slow = setTimeout(outOfSight, PATIENCE);
  if (listening) {
    await lastKeys();
    cover();
  }
  // What stands in the fields is known before the focus leaves them, and a word being composed goes in as it stands.
  gather();
  /** @type {HTMLElement | null} */ (document.activeElement)?.blur?.();
  try {
    if (state.journal === "none") await hideWithoutJournal();
    else if (state.journal === "open") await hideOpenBook();
    else await hideBook(null);
  } catch {
    // The book is closed or was never open: nothing that could be seen is left on the page but a door.
    uncover();
  } finally {
    clearTimeout(slow);
    hiding.on = false;
  }
}

async function hideOpenBook() {
  let asked = false;
  const refusal = await closeWith(unkept, (save) => {
    asked = true;
    return hideBook(save);
  });
  if (refusal) stayHidden(refusal);
  // The book was closed already, by the computer's sleep for instance; the window still has to go.
  else if (!asked) await hideBook(null);
}

/** The book stays open behind a door, and the window goes all the same. @param {unknown} refusal */
function stayHidden(refusal) {
  hold(refusal, () => closeWith(unkept, hideBook));
  outOfSight();
  setTimeout(uncover, 0);
}

/** Words that no journal holds yet have nowhere to go: the first page is shown as ever, and they are behind it. */
async function hideWithoutJournal() {
  putKeepSheetAway();
  closeDialogs();
  Object.assign(above, { keys: false, trouble: "" });
  if (isBlank()) await clearDesk();
  await go("welcome");
  // A copy that is being brought back opens no book behind the first page.
  await closeBook(null).catch(() => {});
  outOfSight();
  setTimeout(uncover, 0);
}
