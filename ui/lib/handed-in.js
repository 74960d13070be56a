// @ts-check
// A file that was dropped onto the window, or named when the program was started. A picture goes onto the page that is
// being written; anything else is looked at in Letters once the book is open, and nothing of it is kept by that.

import { fileWaits, lookHandedIn } from "../journal-arriving.js";
import { takeDropped } from "./desk-pictures.js";
import { go, inWords, state } from "./store.js";

/** A file that is looked at for longer than this is waited for where it will be shown. */
const SOON = 400;

/** Looks at the next file that waits, if one does. */
export async function lookAtHandedIn() {
  try {
    // A computer that takes its time to say that there is nothing must not lead anybody away from their page.
    if (state.journal !== "open" || !(await fileWaits())) return;
    await takeDropped();
    if (!(await fileWaits())) return;
    const looking = lookHandedIn();
    const later = new Promise((done) => setTimeout(() => done("later"), SOON));
    const came = await Promise.race([looking, /** @type {Promise<"later">} */ (later)]);
    if (came === "later") await go("letters", { arrived: { looking } });
    else if (came) await go("letters", came.what.kind === "pairing" ? { accept: true } : { arrived: came });
  } catch (trouble) {
    await go("letters", { arrived: { refusal: inWords(trouble) } });
  }
}
