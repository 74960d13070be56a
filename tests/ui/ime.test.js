// Keys that belong to an input method are not ours: in WebKitGTK, which may end a composition it never began, and
// on a Mac, where the Enter that commits says that nothing is being composed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { followCompositions, holdBackComposedEnter, ime } from "../../ui/lib/ime.js";

/** Something to listen at, as a document is. */
class Page extends EventTarget {
  /** @param {string} type @param {EventTarget | null} target @param {object} [more] */
  happens(type, target, more = {}) {
    const event = Object.assign(new Event(type, { cancelable: true }), more);
    Object.defineProperty(event, "target", { value: target });
    this.dispatchEvent(event);
    return event;
  }
}
const key = (more) => ({ isComposing: false, keyCode: 65, target: null, ...more });

test("all three signs of an input method count", () => {
  assert.ok(ime(key({ isComposing: true })));
  assert.ok(ime(key({ keyCode: 229 })));
  assert.ok(!ime(key({})));
});

test("a field in which a word is being composed is known until the word ends or the field is left", () => {
  const page = new Page();
  followCompositions(page);
  const field = new EventTarget();
  page.happens("compositionstart", field);
  assert.ok(ime(key({ target: field })));
  assert.ok(!ime(key({ target: new EventTarget() })));
  page.happens("compositionend", field);
  assert.ok(!ime(key({ target: field })));
  page.happens("compositionstart", field);
  page.happens("blur", field);
  assert.ok(!ime(key({ target: field })));
});

test("an end without a start is no trouble", () => {
  const page = new Page();
  followCompositions(page);
  const field = new EventTarget();
  page.happens("compositionend", field);
  assert.ok(!ime(key({ target: field })));
});

test("the Enter that commits a word does not hand in the form around it; the next one does", () => {
  const page = new Page();
  holdBackComposedEnter(page);
  const form = new EventTarget();
  page.happens("keydown", form, { key: "Enter", keyCode: 229 });
  assert.ok(page.happens("submit", form).defaultPrevented);
  page.happens("keydown", form, { key: "Enter", keyCode: 13 });
  const later = new Event("submit", { cancelable: true });
  Object.defineProperty(later, "timeStamp", { value: performance.now() + 500 });
  page.dispatchEvent(later);
  assert.ok(!later.defaultPrevented);
});
