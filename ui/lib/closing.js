// @ts-check
// Closing the book: the screen empties at once, the last words are kept, and the core ends this page. Words that cannot
// be kept are shown to whoever closed it; when nobody is here, they stay behind a door.

import { closeBook, leave, Trouble } from "../journal.js";
import { askForPassphrase } from "../elements/keep-sheet.js";
import { closeDialogs } from "../elements/dialog.js";
import { clearDesk, desk, finished, gather, isBlank, letStrandedGo, stranded, unkept } from "./desk.js";
import { held, hold, leftAgain, newTurn } from "./held.js";
import { leaveSmallWords, letSmallWordsGo, smallWordsUnkept } from "./small-words.js";
import { forget, go, refresh, state, tell } from "./store.js";

/** @import { DraftSave } from "../wire.js" */

/** Whether the book is closing, and whether it stayed open because the last words could not be kept. */
export const closing = { on: false, stuck: false };

/** Closes the book, from wherever we are. */
export async function closeTheBook() {
  if (closing.on) return;
  if (state.journal === "open") await closeOpenBook();
  else if (state.journal === "together") await closeBook(null).catch(tell);
  else if (state.journal === "none") await closeWithoutJournal(false);
}

/** Nobody is here, or the computer goes to sleep: what cannot be kept is not shown to whoever comes next. */
export async function closeUnattended() {
  if (state.journal !== "open") {
    await closeTheBook();
  } else if (held.on) {
    if (held.returned) leftAgain();
  } else if (!closing.on) {
    newTurn();
    const shut = () => closeWith(unkept, closeBook);
    const refusal = await shut();
    if (refusal) hold(refusal, shut);
  }
}

/**
 * Empties the rooms, keeps the last words and closes the book.
 * @param {() => DraftSave | null} lastWords Asked once the rooms are empty and a page that was being finished is one.
 * @param {(save: DraftSave | null) => Promise<unknown>} shut What closes it.
 * @returns {Promise<unknown>} Why it stayed open; null when it is closed.
 */
export async function closeWith(lastWords, shut) {
  closing.on = true;
  closing.stuck = false;
  gather();
  closeDialogs();
  refresh();
  const caret = emptyCaret();
  let save = null;
  try {
    await leaveSmallWords();
    if (smallWordsUnkept()) throw smallWordsUnkept();
    // Taken along as words, a page that is being finished would stand here twice.
    await finished();
    save = lastWords();
    if (stranded()) throw new Trouble("read_only");
    await shut(save);
    forget();
    await clearDesk();
    return null;
  } catch (trouble) {
    // The book is closed already, by the computer's sleep for instance: this page is about to end.
    if (trouble instanceof Trouble && trouble.kind === "closed") return null;
    closing.on = false;
    caret.remove();
    if (save) desk.touched = true;
    if (save || smallWordsUnkept() || stranded()) closing.stuck = true;
    return trouble;
  }
}

/**
 * Puts the caret into an empty field. For the input methods WebKit keeps what stands around the caret in the process of
 * the window, until it hears of another caret: long after this page has ended, where the computer takes its time to draw
 * the door, and for good where the window is out of sight and nothing is drawn at all.
 */
function emptyCaret() {
  const field = document.createElement("div");
  field.className = "vh";
  field.tabIndex = -1;
  field.contentEditable = "true";
  field.ariaHidden = "true";
  // Beside the body, of which nothing is drawn while we hide.
  document.documentElement.append(field);
  field.focus({ preventScroll: true });
  // Out of sight WebKit tells of a caret only when its style was changed and its place is known.
  field.getBoundingClientRect();
  document.execCommand("bold");
  // And what an input method asked for when the caret came, it asks for again.
  field.blur();
  field.focus({ preventScroll: true });
  return field;
}

/** @param {(save: DraftSave | null) => Promise<unknown>} [shut] */
async function closeOpenBook(shut = closeBook) {
  const trouble = await closeWith(unkept, shut);
  if (!trouble) return;
  refresh();
  tell(trouble);
}

/** Closes although the last words cannot be kept, as the person chose. Where only those of a small field could not, the
 * page still goes along. */
export async function closeWithoutLastWords() {
  await letSmallWordsGo();
  letStrandedGo();
  await closeOpenBook((save) => closeBook(save).catch((trouble) => {
    if (!save) throw trouble;
    return closeBook(null);
  }));
}

/** @param {boolean} leaving Whether the window goes, too. */
async function closeWithoutJournal(leaving) {
  if (isBlank()) {
    await clearDesk();
    if (state.room !== "welcome") await go("welcome");
    return;
  }
  askForPassphrase({
    closing: true,
    async done() {
      if (leaving) await leave();
      await closeTheBook();
    },
    async letGo() {
      await clearDesk();
      await (leaving ? leave() : go("welcome"));
    },
  });
}

/**
 * The window wants to close. Refusing keeps it: words are here that no journal holds yet, and the person is asked first.
 * @param {Event} event
 */
export function closeTheWindow(event) {
  if (state.journal !== "none" || isBlank()) {
    lastKeys().then(closeTheBook);
    return;
  }
  event.preventDefault();
  closeWithoutJournal(true);
}

/** The computer's system says that nobody is here any more. */
export function leftAlone() {
  lastKeys().then(closeUnattended);
}

/** How long no key came, in milliseconds, before the last one is believed to be in; and how long that is waited for. */
const PAUSE = 250;
const LONGEST = 2000;

/**
 * The window's close button, the keys that hide and the system's own signs overtake keys that were pressed before and
 * wait for their turn: the last word of a sentence was missing on a busy computer. So the page listens for a moment
 * longer.
 * @returns {Promise<void>}
 */
export function lastKeys() {
  return new Promise((done) => {
    const put = () => {
      clearTimeout(soon);
      clearTimeout(late);
      document.removeEventListener("input", again, true);
      done();
    };
    const late = setTimeout(put, LONGEST);
    let soon = setTimeout(put, PAUSE);
    const again = () => {
      clearTimeout(soon);
      soon = setTimeout(put, PAUSE);
    };
    document.addEventListener("input", again, true);
  });
}
