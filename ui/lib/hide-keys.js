// @ts-check
// The keys that hide the book: how they are chosen by being pressed, what cannot be chosen, and how they are named.

import { t } from "./i18n.js";
import { ime } from "./ime.js";
import { isTaken, pressed } from "./keys.js";

/** @import { HideKeys } from "../wire.js" */
/** @typedef {{ mac?: boolean, windows?: boolean }} On The keyboard of which computer. */

/** @type {HideKeys} What hides before anything was chosen. */
export const USUAL = { key: "l", mod: true, shift: true, alt: false };

/** Pressed alone they mean nothing yet: the key they go with is still to come. */
const companions = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "NumLock", "Fn", "FnLock", "Super", "Hyper", "OS"]);

/** Keys of input methods, on keyboards of every kind, and the space bar, which turns one on in many places. */
const ofInputMethods = new Set([
  " ", "Process", "Dead", "Compose", "Unidentified", "Convert", "NonConvert", "Accept", "ModeChange", "FinalMode", "CodeInput", "AllCandidates",
  "SingleCandidate", "PreviousCandidate", "KanaMode", "KanjiMode", "HiraganaKatakana", "Hiragana", "Katakana", "Romaji", "Eisu", "Alphanumeric",
  "Zenkaku", "Hankaku", "ZenkakuHankaku", "HangulMode", "HanjaMode", "JunjaMode", "GroupNext", "GroupPrevious",
]);

/** With Ctrl they convert, enter a character by its number or bring up small pictures, in one input method or another. */
const withCtrl = new Set(["j", "shift+j", "shift+u", "shift+e"]);

/** Copying, cutting, pasting, undoing and choosing all, on every computer. */
const ofWriting = new Set(["a", "c", "v", "x", "y", "z"]);

/**
 * What pressing these keys chooses; a reason why they cannot be chosen; or nothing, while a key is still to come.
 * @param {KeyboardEvent} event
 * @param {On} [on]
 * @returns {{ keys: HideKeys } | { refused: "input" | "bare" | "taken" | "system", keys: HideKeys } | null}
 */
export function chosenBy(event, { mac = false, windows = false } = {}) {
  if (companions.has(event.key)) return null;
  const keys = { key: pressed(event), mod: mac ? event.metaKey : event.ctrlKey, shift: event.shiftKey, alt: event.altKey };
  if (ime(event) || ofInputMethods.has(event.key)) return { refused: "input", keys };
  const letter = /^[a-z0-9]$/.test(keys.key);
  const nth = Number(/^f(\d+)$/.exec(keys.key)?.[1] ?? 0);
  if (!letter && (nth < 2 || nth > 12)) return { refused: keys.key === "f1" || isTaken(keys) ? "taken" : "bare", keys };
  // On a Mac the Alt key alone writes signs, and on Windows Ctrl and Alt together are AltGr, which does.
  if (mac ? !keys.mod : !keys.mod && !keys.alt) return { refused: isTaken(keys) ? "taken" : "bare", keys };
  if ((mac ? event.ctrlKey : event.metaKey) || event.getModifierState?.("AltGraph") || (windows && keys.mod && keys.alt)) return { refused: "system", keys };
  if (keys.mod && !mac && withCtrl.has(`${keys.shift ? "shift+" : ""}${keys.key}`)) return { refused: "input", keys };
  if (isTaken(keys)) return { refused: "taken", keys };
  return isOfTheComputer(keys, nth, mac) ? { refused: "system", keys } : { keys };
}

/** @param {HideKeys} keys @param {number} nth Of the function keys; 0 for a letter. @param {boolean} mac */
function isOfTheComputer({ key, mod, shift, alt }, nth, mac) {
  // Alt and F4 closes a window, and the others beside it turn menus, desktops and whole terminals.
  if (nth > 0) return alt;
  if (!mod) return false;
  if (ofWriting.has(key)) return !alt || mac;
  if (key === "q" || key === "w") return true;
  return mac && !shift && !alt && (key === "h" || key === "m");
}

/** @param {HideKeys} keys @param {On} [on] @returns {string} As this computer's keyboard names them. */
export function nameOf({ key, mod, shift, alt }, { mac = false } = {}) {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  if (mac) return `${alt ? "⌥" : ""}${shift ? "⇧" : ""}${mod ? "⌘" : ""}${name}`;
  return [mod ? "Ctrl" : "", alt ? "Alt" : "", shift ? t("common-key-shift") : "", name].filter((part) => part !== "").join(" ");
}

/** @param {HideKeys} keys @param {On} [on] @returns {string} As `aria-keyshortcuts` names them. */
export function spokenNameOf({ key, mod, shift, alt }, { mac = false } = {}) {
  return [mod ? (mac ? "Meta" : "Control") : "", alt ? "Alt" : "", shift ? "Shift" : "", key.toUpperCase()].filter((part) => part !== "").join("+");
}
