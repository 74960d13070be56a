// The page stays: what a web view offers by itself, in its menus and by its keys, is held back where it leads away.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./window.js";

class Element extends EventTarget {
  writing = false;
  matches() {
    return this.writing;
  }
}
globalThis.Element = /** @type {any} */ (Element);

const { keepThePage } = await import("../../ui/lib/page-stays.js");
const { state } = await import("../../ui/lib/store.js");

const page = new Element();
keepThePage(page);

/** @returns {boolean} Whether the web view may do as it likes. */
function isLeftTo(system, type, more = {}, writing = false) {
  Object.assign(state, { system });
  page.writing = writing;
  const event = Object.assign(new Event(type, { cancelable: true }), more);
  page.dispatchEvent(event);
  return !event.defaultPrevented;
}

test("on Windows only a field has a menu, on macOS nothing has, and on Linux the program itself sees to it", () => {
  assert.ok(isLeftTo("windows", "contextmenu", {}, true));
  assert.ok(!isLeftTo("windows", "contextmenu"));
  assert.ok(!isLeftTo("macos", "contextmenu", {}, true));
  assert.ok(isLeftTo("linux", "contextmenu"));
});

test("keys that load the page anew or save it are nobody's, and all others go their way", () => {
  const key = (name, more = {}) => ({
    key: name, code: "", keyCode: 82, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more,
  });
  assert.ok(!isLeftTo("windows", "keydown", key("F5")));
  assert.ok(!isLeftTo("windows", "keydown", key("r", { ctrlKey: true }), true));
  assert.ok(!isLeftTo("macos", "keydown", key("s", { metaKey: true })));
  assert.ok(isLeftTo("windows", "keydown", key("r")));
  assert.ok(isLeftTo("windows", "keydown", key("z", { ctrlKey: true }), true), "taking back what was typed");
  assert.ok(isLeftTo("linux", "keydown", key("F5")));
});

test("a file dropped onto the window does not replace the page", () => {
  assert.ok(!isLeftTo("linux", "dragover") && !isLeftTo("linux", "drop"));
});
