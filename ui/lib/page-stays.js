// @ts-check
// The page stays where it is, whatever the web view offers by itself: loaded anew it would have lost the words that
// nothing holds yet, and from a menu of the system they would be searched for, shared or saved in clear.

import { isField } from "./focus.js";
import { leadsAway } from "./keys.js";
import { state } from "./store.js";

/**
 * Where the menu serves words; on Linux the program has taken everything else out of it.
 * @param {EventTarget | null} target
 */
function hasMenu(target) {
  if (state.system === "linux") return true;
  // On macOS it also offers to search and to share; cutting, copying and pasting are in the menu above.
  return state.system === "windows" && isField(/** @type {Element | null} */ (target));
}

/** @param {Pick<EventTarget, "addEventListener">} page */
export function keepThePage(page) {
  // A file dropped onto the window must not replace the page.
  for (const drag of ["dragover", "drop"]) page.addEventListener(drag, (event) => event.preventDefault());
  page.addEventListener("contextmenu", (event) => {
    if (!hasMenu(event.target)) event.preventDefault();
  });
  // Before all others: no field may keep these keys for itself.
  page.addEventListener("keydown", (event) => {
    if (state.system === "linux") return;
    if (leadsAway(/** @type {KeyboardEvent} */ (event), { mac: state.system === "macos" })) event.preventDefault();
  }, true);
}
