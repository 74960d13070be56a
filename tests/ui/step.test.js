// A step in Settings: one at a time, and whoever wrote another passphrase is back at its field.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogueOf } from "./window.js";
import "./views.js";

const { Trouble } = await import("../../ui/journal.js");
const { speak, t } = await import("../../ui/lib/i18n.js");
const { furnish } = await import("../../ui/lib/store.js");
const { phraseIn, showing, step, written } = await import("../../ui/rooms/settings/step.js");

/** What was done to the one field there is. @type {string[]} */
const seen = [];
const field = { value: "", focus: () => seen.push("focus"), select: () => seen.push("select") };
globalThis.document.querySelector = /** @type {any} */ ((selector) => (selector === "[data-t=phrase]" ? field : null));
const soon = () => new Promise((done) => setTimeout(done));

test("an empty field of a passphrase gets the focus, and one that is not there is empty", () => {
  assert.equal(phraseIn("phrase"), "");
  assert.deepEqual(seen.splice(0), ["focus"]);
  field.value = "a lamp beside the window";
  assert.equal(phraseIn("phrase"), field.value);
  assert.equal(written("another"), "");
  assert.deepEqual(seen, []);
});

test("a step is not taken twice at once, and what is refused is said in its place", async () => {
  speak("en", catalogueOf("en"));
  /** @type {string[]} */
  const told = [];
  furnish({ say: (sentence) => told.push(sentence) });
  const mine = { busy: false, trouble: "of before", shown: false };
  let refuse = (_why) => {};
  let taken = 0;
  const does = () => {
    taken += 1;
    return new Promise((_done, refused) => { refuse = refused; });
  };
  const first = step(mine, does, "phrase");
  assert.deepEqual([mine.busy, mine.trouble], [true, ""]);
  await step(mine, does, "phrase");
  assert.equal(taken, 1);
  refuse(new Trouble("wrong_passphrase"));
  await first;
  await soon();
  assert.deepEqual([mine.busy, mine.trouble], [false, t("trouble-wrong-passphrase")]);
  assert.deepEqual(told, [mine.trouble]);
  assert.deepEqual(seen.splice(0), ["focus", "select"]);
  await step(mine, () => Promise.reject(new Trouble("disk_full")), "phrase");
  await soon();
  assert.equal(mine.trouble, t("trouble-disk-full"));
  assert.deepEqual(seen, [], "the passphrase was the right one");
  showing(mine).toggle();
  assert.ok(showing(mine).shown);
});
