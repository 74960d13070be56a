// Shortcuts: one table, whatever the keyboard, and never while a word is being composed.
import assert from "node:assert/strict";
import { test } from "node:test";

class Element extends EventTarget {
  constructor(writing) {
    super();
    this.writing = writing;
  }
  matches() {
    return this.writing;
  }
}
globalThis.Element = /** @type {any} */ (Element);
const { leadsAway, shortcutOf, shortcuts } = await import("../../ui/lib/keys.js");

const press = (key, more = {}) => ({
  key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "", keyCode: 65, isComposing: false, target: null,
  ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more,
});
const ctrl = (key, more = {}) => press(key, { ctrlKey: true, ...more });

test("each shortcut of the table is reached", () => {
  const reached = new Set(shortcuts.map(({ key, mod = false, shift = false, alt = false }) =>
    shortcutOf(press(key === "enter" ? "Enter" : key, { ctrlKey: mod, shiftKey: shift, altKey: alt }))));
  assert.deepEqual(reached, new Set(shortcuts.map(({ id }) => id)));
});

test("no two rows of the table ask for the same keys", () => {
  const rows = shortcuts.map(({ key, mod, shift, alt }) => [key, Boolean(mod), Boolean(shift), Boolean(alt)].join());
  assert.equal(new Set(rows).size, rows.length);
});

test("a Mac has its own key for it, and the other one is left alone", () => {
  assert.equal(shortcutOf(press("l", { metaKey: true }), { mac: true }), "close-book");
  assert.equal(shortcutOf(ctrl("l"), { mac: true }), null);
  assert.equal(shortcutOf(press("l", { metaKey: true })), null);
});

test("with letters of another script the place of the key decides", () => {
  assert.equal(shortcutOf(ctrl("ち", { code: "KeyL" })), "close-book");
  assert.equal(shortcutOf(ctrl("д", { code: "KeyL" })), "close-book");
  assert.equal(shortcutOf(ctrl("é", { code: "Digit2" })), "place-2", "the digits of a French keyboard");
  assert.equal(shortcutOf(ctrl("n", { code: "KeyB" })), "new-page", "a letter of another layout is that letter");
});

test("signs are signs with Shift or without", () => {
  assert.equal(shortcutOf(ctrl("=")), "larger");
  assert.equal(shortcutOf(ctrl("+", { shiftKey: true })), "larger");
  assert.equal(shortcutOf(press("?", { shiftKey: true })), "keys");
});

test("a question mark in a field is a question mark", () => {
  assert.equal(shortcutOf(press("?", { shiftKey: true, target: new Element(true) })), null);
  assert.equal(shortcutOf(press("?", { shiftKey: true, target: new Element(false) })), "keys");
});

test("nothing is a shortcut while a word is being composed", () => {
  assert.equal(shortcutOf(ctrl("Enter", { isComposing: true })), null);
  assert.equal(shortcutOf(ctrl("l", { keyCode: 229 })), null);
  assert.equal(shortcutOf(press("Escape", { keyCode: 229 })), null);
});

test("only what hides the book is heard in the middle of a word, by whatever name the input method gives the key", () => {
  const hide = { key: "l", mod: true, shift: true, alt: false };
  const composed = { shiftKey: true, isComposing: true, keyCode: 229 };
  assert.equal(shortcutOf(ctrl("L", composed), { hide }), "hide");
  assert.equal(shortcutOf(ctrl("Process", { ...composed, code: "KeyL" }), { hide }), "hide");
  assert.equal(shortcutOf(ctrl("Process", { ...composed, code: "KeyK" }), { hide }), null);
  const far = { key: "f9", mod: true, shift: false, alt: false };
  assert.equal(shortcutOf(ctrl("Process", { isComposing: true, keyCode: 229, code: "F9" }), { hide: far }), "hide");
});

test("vertical lines, printing and the neighbours are asked for while reading", () => {
  assert.equal(shortcutOf(ctrl("V", { shiftKey: true })), "vertical");
  assert.equal(shortcutOf(ctrl("v")), null, "pasting stays pasting");
  assert.equal(shortcutOf(ctrl("p")), "print");
  assert.equal(shortcutOf(ctrl("PageUp")), "newer-page");
  assert.equal(shortcutOf(ctrl("PageDown")), "older-page");
  assert.equal(shortcutOf(press("PageDown")), null);
});

test("keys by which a web view loads its page anew or saves it in clear are known on every keyboard", () => {
  for (const away of [press("F5"), ctrl("F5"), ctrl("r"), ctrl("R", { shiftKey: true }), ctrl("s"), ctrl("す", { code: "KeyR" })]) {
    assert.ok(leadsAway(away), away.key);
  }
  assert.ok(leadsAway(press("r", { metaKey: true }), { mac: true }));
  assert.ok(!leadsAway(ctrl("r"), { mac: true }));
  assert.ok(!leadsAway(press("r")) && !leadsAway(ctrl("a")));
  assert.ok(!leadsAway(ctrl("ś", { altKey: true, code: "KeyS" })), "a letter of a Polish keyboard");
  assert.ok(!leadsAway(press("F5", { isComposing: true })), "an input method has its own use for it");
});
