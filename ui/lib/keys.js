// @ts-check
// Shortcuts, all in one table, so that the list a person sees is the list that works.

import { ime } from "./ime.js";

/** @import { HideKeys } from "../wire.js" */

/**
 * @typedef {object} Shortcut
 * @property {string} id
 * @property {string} key A letter, a digit or a sign, as `event.key` names it, in lower case.
 * @property {boolean} [mod] Ctrl, or ⌘ on a Mac.
 * @property {boolean} [shift]
 * @property {boolean} [alt]
 */

/** @type {Shortcut[]} */
export const shortcuts = [
  { id: "close-book", key: "l", mod: true },
  { id: "new-page", key: "n", mod: true },
  { id: "enough", key: "enter", mod: true },
  { id: "search", key: "f", mod: true },
  { id: "only-the-page", key: "f", mod: true, shift: true },
  { id: "choose-person", key: "p", alt: true },
  { id: "another-question", key: "q", alt: true },
  { id: "company", key: "c", alt: true },
  { id: "vertical", key: "v", mod: true, shift: true },
  { id: "print", key: "p", mod: true },
  { id: "newer-page", key: "pageup", mod: true },
  { id: "older-page", key: "pagedown", mod: true },
  // The places of the rail, in their order.
  ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((key) => ({ id: `place-${key}`, key, mod: true })),
  { id: "settings", key: ",", mod: true },
  { id: "larger", key: "+", mod: true },
  { id: "smaller", key: "-", mod: true },
  { id: "usual-size", key: "0", mod: true },
  { id: "next-region", key: "f6" },
  { id: "previous-region", key: "f6", shift: true },
  { id: "guide", key: "f1" },
  { id: "keys", key: "?" },
  { id: "back", key: "escape" },
];

/** Keys that carry a sign have Shift or not as the keyboard likes. */
const signs = new Set(["+", "-", "?", ",", ..."0123456789"]);

/** @param {KeyboardEvent} event @returns {string} The key by the name that the table uses. */
export function pressed(event) {
  const key = event.key.toLowerCase();
  const isLetter = /^[a-z]$/.test(key);
  // With a Japanese, Greek or Cyrillic layout the letter is known only by its place.
  if (/^Key[A-Z]$/.test(event.code) && !isLetter) return event.code.slice(3).toLowerCase();
  if (/^Digit\d$/.test(event.code) && !signs.has(key) && !isLetter) return event.code.slice(5);
  // An input method that composes gives each key another name.
  if (/^F\d+$/.test(event.code) && key === "process") return event.code.toLowerCase();
  return key === "=" ? "+" : key;
}

/** The row of the table for these keys. @param {HideKeys} keys */
const rowOf = ({ key, mod, shift, alt }) => shortcuts.find(
  (each) => each.key === key && Boolean(each.mod) === mod && Boolean(each.alt) === alt && (signs.has(key) || Boolean(each.shift) === shift),
);

/** Whether these keys are in the table already. @param {HideKeys} keys */
export const isTaken = (keys) => rowOf(keys) !== undefined;

/** @param {EventTarget | null} target */
function isWriting(target) {
  return target instanceof Element && target.matches("input:not([type=radio],[type=checkbox]), textarea, select");
}

/**
 * Whether the web view itself would answer these keys: by loading the page anew, or by saving it as a file in clear.
 * @param {KeyboardEvent} event
 * @param {{ mac?: boolean }} [on]
 */
export function leadsAway(event, { mac = false } = {}) {
  if (ime(event)) return false;
  const key = pressed(event);
  const mod = mac ? event.metaKey : event.ctrlKey;
  // With Alt it may be a letter: AltGr is Ctrl and Alt.
  return key === "f5" || (mod && !event.altKey && (key === "r" || key === "s"));
}

/**
 * The shortcut this key press means, if any. The keys that hide the book are the person's own and come before all
 * others, also while a word is being composed: they are never a letter alone.
 * @param {KeyboardEvent} event
 * @param {{ mac?: boolean, hide?: HideKeys | null }} [on]
 * @returns {string | null}
 */
export function shortcutOf(event, { mac = false, hide = null } = {}) {
  const key = pressed(event);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return null;
  if (hide && key === hide.key && mod === hide.mod && event.altKey === hide.alt && event.shiftKey === hide.shift) return "hide";
  if (ime(event)) return null;
  const found = rowOf({ key, mod, shift: event.shiftKey, alt: event.altKey });
  if (!found) return null;
  if (found.id === "keys" && isWriting(event.target)) return null;
  return found.id;
}
