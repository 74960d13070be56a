// @ts-check
// What is marked and copied goes to the clipboard through the program, which says there that it is to be kept out of
// any history, and takes it away when the book closes. What is cut is left to the system: those words stand nowhere
// else, and closing the book must not lose them.

import { copyOut } from "../journal-desk.js";
import { ime } from "./ime.js";
import { pressed } from "./keys.js";
import { state, tell } from "./store.js";

/**
 * The words that are marked, in a field or on the page. A passphrase gives nothing.
 * @param {EventTarget | null} target
 */
function marked(target) {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "password")) {
    return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
  }
  return target instanceof HTMLInputElement ? "" : String(getSelection() ?? "");
}

/** A passphrase that is veiled by style alone, which WebKit would give away. @param {EventTarget | null} target */
const isVeiled = (target) => target instanceof Element && target.matches(".veiled");

/** @param {Event} event @param {EventTarget | null} target */
function copy(event, target) {
  const veiled = isVeiled(target);
  const words = veiled ? "" : marked(target);
  if (words !== "" || veiled) event.preventDefault();
  if (words !== "") copyOut(words, "until_closed").catch(tell);
}

/** @param {KeyboardEvent} event */
function copies(event) {
  if (!event.ctrlKey || event.shiftKey || event.altKey || event.metaKey || ime(event)) return false;
  return pressed(event) === "c" || event.key === "Insert";
}

/**
 * Listens to all ways of copying. The keys are taken before WebKit hears of them: it puts something of its own on the
 * clipboard, even where it is told to put nothing, and Wayland refuses whoever comes second with the same key.
 * @param {Pick<EventTarget, "addEventListener">} root
 */
export function followCopies(root) {
  root.addEventListener("copy", (event) => copy(event, event.target));
  root.addEventListener("cut", (event) => {
    if (isVeiled(event.target)) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    if (state.system !== "macos" && copies(/** @type {KeyboardEvent} */ (event))) copy(event, document.activeElement);
  });
}
