// @ts-check
// A file that was dropped onto the window, or named when the program was started. A picture goes onto the page that is
// being written; anything else is looked at in Letters once the book is open, and nothing of it is kept by that.

import { lookHandedIn } from "../journal-arriving.js";
import { takeDropped } from "./desk-pictures.js";
import { go, inWords, state } from "./store.js";

/** Looks at the next file that waits, if one does. */
export async function lookAtHandedIn() {
  if (state.journal !== "open") return;
  await takeDropped();
  try {
    const came = await lookHandedIn();
    if (!came) return;
    await go("letters", came.what.kind === "pairing" ? { accept: true } : { arrived: came });
  } catch (trouble) {
    await go("letters", { arrived: { refusal: inWords(trouble) } });
  }
}
