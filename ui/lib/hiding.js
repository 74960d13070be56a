// @ts-check
// Hiding. The screen is empty in the same frame, before anything else; then the last words are kept, the book closes as
// it always does, and the window goes from sight or the program ends, as was chosen. Nothing of it says how one left.
//
// Words that cannot be kept stay where they are, in a book that stays open behind a door: nobody sees them without the
// passphrase, and as soon as the disk takes them the book closes after all.

import { closeBook, hideBook, minimise, prove } from "../journal.js";
import { above } from "../elements/above.js";
import { closeDialogs } from "../elements/dialog.js";
import { putKeepSheetAway } from "../elements/keep-sheet.js";
import { closeWith, closing } from "./closing.js";
import { clearDesk, gather, isBlank, unkept } from "./desk.js";
import { focusOn } from "./focus.js";
import { t } from "./i18n.js";
import { go, refresh, say, state, tell } from "./store.js";

export const hiding = {
  on: false,
  /** Whether the book stayed open behind a door, because the last words could not be kept. */
  held: false,
  /** Whether somebody has come back to that door. */
  returned: false,
  /** Grows each time: whoever was making a book meanwhile sees that it was hidden. */
  turn: 0,
};

/** How long the window waits for the disk before it goes from sight all the same, in milliseconds. */
const PATIENCE = 700;
/** How long until words that could not be kept are tried again. */
const AGAIN = 5000;

/** @type {unknown} Why the last words could not be kept. */
let why = null;

/** Nothing of the page is drawn any more, neither sheets nor what lies above them: only the paper. */
function cover() {
  document.documentElement.dataset.hidden = "";
}

function uncover() {
  delete document.documentElement.dataset.hidden;
}

const outOfSight = () => minimise().catch(() => {});

/** Hides, from wherever we are. */
export async function hideNow() {
  cover();
  if (hiding.on) return;
  hiding.on = true;
  hiding.turn += 1;
  // What stands in the fields is known before the focus leaves them, and a word being composed goes in as it stands.
  gather();
  /** @type {HTMLElement | null} */ (document.activeElement)?.blur?.();
  const slow = setTimeout(outOfSight, PATIENCE);
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
  if (refusal) hold(refusal);
  // The book was closed already, by the computer's sleep for instance; the window still has to go.
  else if (!asked) await hideBook(null);
}

/** The book stays open, behind a door. @param {unknown} refusal */
function hold(refusal) {
  why = refusal;
  Object.assign(hiding, { held: true, returned: false });
  refresh();
  outOfSight();
  setTimeout(uncover, 0);
  tryAgain();
}

/** As long as nobody has come back, the words are offered to the disk again and again. */
function tryAgain() {
  const { turn } = hiding;
  setTimeout(async () => {
    if (!hiding.held || hiding.returned || hiding.on || turn !== hiding.turn) return;
    const refusal = await closeWith(unkept, hideBook);
    if (!refusal) return;
    why = refusal;
    refresh();
    tryAgain();
  }, AGAIN);
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

/** Somebody is at the door. */
export function comeBack() {
  if (!hiding.held || hiding.returned) return;
  hiding.returned = true;
  say(t("hiding-held"));
  refresh();
}

/**
 * The passphrase leads back to the page, where it is said what could not be kept; not when it was hidden anew meanwhile.
 * @param {string} passphrase
 */
export async function openAgain(passphrase) {
  const { turn } = hiding;
  await prove(passphrase);
  if (turn !== hiding.turn) return;
  Object.assign(hiding, { held: false, returned: false });
  closing.stuck = true;
  tell(why);
  focusOn("main h1");
}
