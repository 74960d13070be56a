// @ts-check
// A file that was dropped onto the window, or named when the program was started: once the book is open it is looked
// at in Letters. Nothing of it is kept by that.

import { lookHandedIn } from "../journal-arriving.js";
import { go, inWords, state } from "./store.js";

/** Looks at the next file that waits, if one does. */
export async function lookAtHandedIn() {
  if (state.journal !== "open") return;
  try {
    const came = await lookHandedIn();
    if (!came) return;
    await go("letters", came.what.kind === "pairing" ? { accept: true } : { arrived: came });
  } catch (trouble) {
    await go("letters", { arrived: { refusal: inWords(trouble) } });
  }
}
