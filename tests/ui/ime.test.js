// Keys that belong to an input method are not ours: in WebKitGTK, which may end a composition it never began, and
// on a Mac, where the Enter that commits says that nothing is being composed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { followCompositions, holdBackComposedEnter, ime, wordsEnded } from "../../ui/lib/ime.js";

/** Lets everything that is already on its way arrive. */
const settled = () => new Promise((done) => setImmediate(done));

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

/** A field in which a word is being composed, and the wait for its end. */
function composed() {
  const page = new Page();
  followCompositions(page);
  const field = Object.assign(new EventTarget(), { isConnected: true });
  page.happens("compositionstart", field);
  const wait = { over: false, end: wordsEnded().then(() => { wait.over = true; }) };
  const ends = (type) => {
    page.happens(type, field);
    field.dispatchEvent(new Event(type));
  };
  return { field, wait, ends };
}

test("whoever would move the caret waits for the end of the word, or for the field to be left", async () => {
  await wordsEnded();
  for (const type of ["compositionend", "blur"]) {
    const { field, wait, ends } = composed();
    await settled();
    assert.ok(!wait.over && ime(key({ target: field })), type);
    ends(type);
    await Promise.resolve();
    assert.ok(!wait.over, "the field has the word only when the event is over");
    await wait.end;
  }
});

test("a field that was taken away is not waited for, and no word longer than a few seconds", async (t) => {
  const gone = composed();
  gone.field.isConnected = false;
  await gone.wait.end;
  assert.ok(!ime(key({ target: gone.field })));
  const long = composed();
  const now = performance.now();
  t.mock.method(performance, "now", () => now + 4100);
  await long.wait.end;
  assert.ok(ime(key({ target: long.field })), "it is still being composed");
});
