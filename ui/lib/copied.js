// @ts-check
// What is marked and copied goes to the clipboard through the program, which says there that it is to be kept out of
// any history, and takes it away when the book closes. What is cut is left to the system: those words stand nowhere
// else, and closing the book must not lose them.

import { copyOut } from "../journal-desk.js";
import { tell } from "./store.js";

/**
 * The words that are marked, in a field or on the page. A veiled passphrase gives nothing.
 * @param {EventTarget | null} target
 */
function marked(target) {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "password")) {
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  }
  return target instanceof HTMLInputElement ? "" : String(getSelection() ?? "");
}

/** @param {ClipboardEvent} event */
export function copyMarked(event) {
  const words = marked(event.target);
  if (words === "") return;
  event.preventDefault();
  copyOut(words, "until_closed").catch(tell);
}
