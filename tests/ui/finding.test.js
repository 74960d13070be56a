// Finding: the pages that are printed are those that are shown, whatever stands in the field by then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, catalogueOf } from "./window.js";
import { actOf } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { state } = await import("../../ui/lib/store.js");
const { findView, found, furnishFinding, stopFinding } = await import("../../ui/rooms/finding.js");

const act = (name, event, target) => actOf(findView(), name, event)({ target });

test("what was looked for is what the pages that are shown were found with", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  speak("en", catalogueOf("en"));
  answers.search = () => ({ hits: [], more: false });
  let tie = null;
  furnishFinding({ choice: () => ({ tie, from: null, to: null }), begins() {}, over() {} });
  assert.equal(found(), null);
  act("find", "input", { value: "stairs" });
  await act("find-go", "click", null);
  const sought = { words: "stairs", order: "newest", tie: null, from: null, to: null };
  assert.deepEqual(found(), sought);
  tie = "t1";
  act("find", "input", { value: "stairs and soup" });
  assert.deepEqual(found(), sought, "the other words were not looked for yet");
  answers.search = () => Promise.reject({ kind: "disk_trouble" });
  await act("find-go", "click", null);
  assert.deepEqual(found(), sought, "and could not be");
  stopFinding();
  assert.equal(found(), null);
  assert.equal(state.room, "");
});
