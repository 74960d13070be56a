// The keys that hide the book are chosen by being pressed. What would be pressed by accident, is somebody else's, or is
// used here already cannot be chosen; what was chosen works, and nothing else does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogueOf } from "./window.js";

globalThis.Element = /** @type {any} */ (EventTarget);
const { speak } = await import("../../ui/lib/i18n.js");
const { shortcutOf, shortcuts } = await import("../../ui/lib/keys.js");
const { chosenBy, nameOf, spokenNameOf, USUAL } = await import("../../ui/lib/hide-keys.js");
speak("en", catalogueOf("en"));

const codeOf = (key) => (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key);
/** @param {string} pressed For instance "ctrl+shift+K". @param {object} [more] */
function press(pressed, more = {}) {
  const parts = pressed.split("+");
  const key = parts.pop();
  const has = (name) => parts.includes(name);
  return /** @type {any} */ ({
    key, code: codeOf(key), keyCode: 65, isComposing: false, target: null, getModifierState: () => false,
    ctrlKey: has("ctrl"), shiftKey: has("shift"), altKey: has("alt"), metaKey: has("meta"), ...more,
  });
}
const refused = (pressed, more = {}, on = {}) => /** @type {any} */ (chosenBy(press(pressed, more), on))?.refused;

test("what hides before anything was chosen is not used for anything else, on any computer", () => {
  assert.deepEqual(chosenBy(press("ctrl+shift+L")), { keys: USUAL });
  assert.deepEqual(chosenBy(press("meta+shift+L"), { mac: true }), { keys: USUAL });
  assert.equal(shortcutOf(press("ctrl+shift+L")), null);
});

test("Ctrl or Alt with a letter, a digit or a function key can be chosen", () => {
  assert.deepEqual(chosenBy(press("ctrl+k")), { keys: { key: "k", mod: true, shift: false, alt: false } });
  assert.deepEqual(chosenBy(press("alt+shift+G")), { keys: { key: "g", mod: false, shift: true, alt: true } });
  assert.deepEqual(chosenBy(press("alt+7")), { keys: { key: "7", mod: false, shift: false, alt: true } });
  assert.deepEqual(chosenBy(press("ctrl+F9")), { keys: { key: "f9", mod: true, shift: false, alt: false } });
  assert.deepEqual(chosenBy(press("ctrl+か", { code: "KeyT" })), { keys: { key: "t", mod: true, shift: false, alt: false } }, "by its place, while kana are typed");
});

test("Shift, Ctrl and Alt alone choose nothing yet", () => {
  for (const key of ["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock"]) assert.equal(chosenBy(press(key)), null, key);
});

test("a letter by itself is for writing, and so are Enter and the arrows", () => {
  for (const keys of ["k", "shift+K", "7", "F9", "Enter", "shift+Enter", "ArrowUp", "ctrl+ArrowLeft", "Backspace", "shift+Delete", "é", "ctrl+;", "meta+k"]) {
    assert.equal(refused(keys), "bare", keys);
  }
  assert.equal(refused("alt+k", {}, { mac: true }), "bare", "Option and a letter write a sign");
});

test("Escape hides nothing, alone or with others", () => {
  for (const keys of ["Escape", "ctrl+Escape", "shift+Escape"]) assert.ok(refused(keys), keys);
});

test("keys of input methods are left to them", () => {
  for (const key of ["Zenkaku", "Hankaku", "ZenkakuHankaku", "Convert", "NonConvert", "HiraganaKatakana", "KanaMode", "Eisu", "HangulMode", "Process", "Dead"]) {
    assert.equal(refused(key), "input", key);
    assert.equal(refused(`ctrl+${key}`), "input", key);
  }
  assert.equal(refused("ctrl+ "), "input");
  assert.equal(refused("shift+ "), "input");
  assert.equal(refused("ctrl+shift+U"), "input", "a character by its number");
  assert.equal(refused("ctrl+j"), "input");
  assert.equal(refused("ctrl+k", { keyCode: 229 }), "input", "it went to the input method");
  assert.equal(refused("ctrl+k", { isComposing: true }), "input");
});

test("what is used here already cannot be chosen", () => {
  for (const { id, key, mod = false, shift = false, alt = false } of shortcuts) {
    const name = key === "enter" ? "Enter" : key;
    const keys = [mod && "ctrl", shift && "shift", alt && "alt", name].filter(Boolean).join("+");
    const why = refused(keys === "ctrl++" ? "ctrl+=" : keys);
    assert.ok(why === "taken" || (why === "bare" && !mod && !alt), `${id}: ${why}`);
  }
  assert.equal(refused("ctrl+l"), "taken");
  assert.equal(refused("ctrl+shift+F"), "taken");
  assert.equal(refused("ctrl+1"), "taken");
});

test("copying, pasting, and what closes or hides a window are the computer's", () => {
  for (const keys of ["ctrl+a", "ctrl+c", "ctrl+shift+C", "ctrl+x", "ctrl+z", "ctrl+shift+Z", "ctrl+q", "ctrl+w", "alt+F4", "alt+F2", "ctrl+alt+F2"]) {
    assert.equal(refused(keys), "system", keys);
  }
  assert.equal(refused("meta+h", {}, { mac: true }), "system");
  assert.equal(refused("ctrl+alt+k", {}, { windows: true }), "system", "AltGr on Windows");
  assert.equal(refused("alt+k", { getModifierState: (name) => name === "AltGraph" }), "system");
});

test("what was chosen hides, and what hid before does no longer", () => {
  const hide = { key: "k", mod: true, shift: false, alt: false };
  assert.equal(shortcutOf(press("ctrl+k"), { hide }), "hide");
  assert.equal(shortcutOf(press("ctrl+shift+K"), { hide }), null, "not with one more key");
  assert.equal(shortcutOf(press("ctrl+shift+L"), { hide }), null);
  assert.equal(shortcutOf(press("ctrl+l"), { hide }), "close-book");
  assert.equal(shortcutOf(press("meta+k"), { hide, mac: true }), "hide");
  assert.equal(shortcutOf(press("ctrl+き", { code: "KeyK" }), { hide }), "hide");
});

test("the keys are named as they stand on the keyboard, and as they are announced", () => {
  assert.equal(nameOf(USUAL), "Ctrl Shift L");
  assert.equal(nameOf(USUAL, { mac: true }), "⇧⌘L");
  assert.equal(nameOf({ key: "enter", mod: true, shift: false, alt: false }), "Ctrl Enter");
  assert.equal(nameOf({ key: "f9", mod: false, shift: false, alt: true }), "Alt F9");
  assert.equal(spokenNameOf(USUAL), "Control+Shift+L");
  assert.equal(spokenNameOf(USUAL, { mac: true }), "Meta+Shift+L");
  speak("fr", catalogueOf("fr"));
  assert.equal(nameOf(USUAL), "Ctrl Maj L");
  speak("en", catalogueOf("en"));
});
