// What is marked and copied goes out through the program, by whichever way somebody copies; what is veiled goes nowhere.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, settled } from "./window.js";

class Element extends EventTarget {
  veiled = false;
  matches(selector) {
    return selector === ".veiled" && this.veiled;
  }
}
class Field extends Element {
  constructor(value = "", from = 0, to = value.length) {
    super();
    Object.assign(this, { value, selectionStart: from, selectionEnd: to, type: "text" });
  }
}
Object.assign(globalThis, { Element, HTMLInputElement: class extends Field {}, HTMLTextAreaElement: class extends Field {} });
let onThePage = "";
globalThis.getSelection = /** @type {any} */ (() => onThePage);
globalThis.document = /** @type {any} */ ({ activeElement: null });

const { followCopies } = await import("../../ui/lib/copied.js");
const { state } = await import("../../ui/lib/store.js");

const page = new EventTarget();
followCopies(page);

/** @returns {Promise<boolean>} Whether WebKit hears of the key. */
async function press(key, more = {}) {
  const event = new Event("keydown", { cancelable: true });
  Object.assign(event, { key, code: `Key${key.toUpperCase()}`, keyCode: 67, isComposing: false, ctrlKey: true, shiftKey: false, altKey: false, metaKey: false, ...more });
  page.dispatchEvent(event);
  await settled();
  return !event.defaultPrevented;
}
const copied = () => asked.map(({ args }) => args.text);

beforeEach(() => {
  asked.length = 0;
  onThePage = "";
  answers.copy_out = () => null;
  state.system = "linux";
  Object.assign(document, { activeElement: new HTMLTextAreaElement() });
});

test("the keys that copy are taken before WebKit puts anything on the clipboard", async () => {
  Object.assign(document, { activeElement: new (/** @type {any} */ (HTMLTextAreaElement))("by the water", 3, 6) });
  assert.equal(await press("c"), false);
  assert.equal(await press("Insert"), false);
  assert.deepEqual(copied(), ["the", "the"]);
  assert.ok(asked.every(({ command, args }) => command === "copy_out" && args.stays === "until_closed"));
});

test("words of the page are copied as those of a field", async () => {
  onThePage = "between us";
  Object.assign(document, { activeElement: new Element() });
  assert.equal(await press("c"), false);
  assert.deepEqual(copied(), ["between us"]);
});

test("other keys, a word being composed and a Mac's own keys are left to the system", async () => {
  Object.assign(document, { activeElement: new (/** @type {any} */ (HTMLTextAreaElement))("by the water") });
  for (const more of [{ ctrlKey: false }, { shiftKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }]) {
    assert.equal(await press("c", more), true, JSON.stringify(more));
  }
  assert.equal(await press("x"), true, "what is cut stands nowhere else");
  state.system = "macos";
  assert.equal(await press("c"), true);
  assert.deepEqual(copied(), []);
});

test("a veiled passphrase gives nothing, by keys or otherwise", async () => {
  const field = Object.assign(new (/** @type {any} */ (HTMLInputElement))("a lamp beside the window"), { veiled: true });
  Object.assign(document, { activeElement: field });
  assert.equal(await press("c"), false, "and WebKit gives nothing of it either");
  for (const way of ["copy", "cut"]) {
    const event = new Event(way, { cancelable: true });
    Object.defineProperty(event, "target", { value: field });
    page.dispatchEvent(event);
    assert.ok(event.defaultPrevented, way);
  }
  await settled();
  assert.deepEqual(copied(), []);
});
