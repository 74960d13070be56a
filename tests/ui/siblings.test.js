// Copies that a sync tool left: what came over is told, also where nothing lies beside the book any more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, catalogueOf } from "./window.js";
import { actOf, wordsIn } from "./views.js";

const { speak, t } = await import("../../ui/lib/i18n.js");
const { furnish } = await import("../../ui/lib/store.js");
const { anySiblings, leaveSiblings, lookForSiblings, siblingsPart } = await import("../../ui/rooms/settings/siblings.js");

test("what came over is told although the copy is not there any more", async () => {
  speak("en", catalogueOf("en"));
  furnish({ say() {} });
  Object.assign(answers, {
    siblings: () => [{ name: "Awai (copy)", bytes: 4, state: "more" }],
    compare_sibling: () => ({ only_there: [], pages: 1, went_on: [], both: [], unfinished: [], ties: 0, letters: 0, others: 0, let_go: 0, stay: 0 }),
    bring_from_sibling: () => ({ pages: 1, apart: 0, unfinished: 0, went_on: 0, versions: 0, left: 0 }),
    ties: () => [],
  });
  await lookForSiblings();
  await actOf(siblingsPart(), "sibling-look", "click")();
  answers.siblings = () => [];
  await actOf(siblingsPart(), "sibling-bring", "click")();
  assert.ok(anySiblings());
  assert.ok(wordsIn(siblingsPart()).includes(t("siblings-came", { pages: 1 })));
  leaveSiblings();
  assert.ok(!anySiblings());
});
