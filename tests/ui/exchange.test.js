// Two voices side by side, and the drafts that answers become.

import assert from "node:assert/strict";
import { test } from "node:test";
import "./window.js";
import { answeredByMe, mayLookBack, rowsOf } from "../../ui/lib/exchange.js";
import { blankAnswer, draftOf, howOf } from "../../ui/lib/letter-answer.js";

const line = (version, whose, more = {}) => ({ version, id: version, whose, standing: "kept", kind: "letter", newer: false, on: "2026-05-03", seq: 1, released: false, other_version: false, ...more });
const asked = (question) => ({ question, n: 1, text: "…", lang: "ja" });
const words = (same = null, parts = []) => ({ same_question: same, parts: parts.map((question) => ({ asked: asked(question) })) });

test("letters stand in their order, and only answers to one question stand beside each other", () => {
  const lines = [line("a", "mine"), line("b", "theirs"), line("c", "mine"), line("d", "theirs")];
  const read = new Map([["b", words(asked("hope-1"))], ["c", words(asked("hope-1"))]]);
  const rows = rowsOf(lines, read).map(({ mine, theirs }) => [mine?.version ?? null, theirs?.version ?? null]);
  assert.deepEqual(rows, [["a", null], ["c", "b"], [null, "d"]]);
  assert.deepEqual([...answeredByMe(lines, read)], ["hope-1"]);
});

test("a second answer of the same voice stands in a row of its own", () => {
  const lines = [line("a", "mine"), line("b", "mine"), line("c", "theirs")];
  const read = new Map(lines.map(({ version }) => [version, words(asked("hope-1"))]));
  assert.deepEqual(rowsOf(lines, read).map(({ mine, theirs }) => [mine?.version ?? null, theirs?.version ?? null]), [["a", "c"], ["b", null]]);
});

test("looking back together is offered after a few letters of both, and again only after a few more", () => {
  const lines = [line("a", "mine"), line("b", "theirs"), line("c", "mine"), line("d", "theirs")];
  assert.equal(mayLookBack(lines.slice(0, 3), new Map()), false);
  assert.equal(mayLookBack(lines, new Map()), true);
  assert.equal(mayLookBack(lines.map((one) => ({ ...one, whose: "mine" })), new Map()), false);
  assert.equal(mayLookBack(lines, new Map([["d", words(null, ["co-reflection-7"])]])), false);
  assert.equal(mayLookBack(lines, new Map([["d", words(null, ["co-reflection-4"])]])), true);
  assert.equal(mayLookBack([...lines, line("e", "theirs", { standing: "returned" })].slice(2), new Map()), false);
});

test("an echo is made of what was written; a field left empty is set aside without a trace", () => {
  const echo = { ...blankAnswer(), how: /** @type {const} */ ("echo"), to: "c", letter: "l", asked: [asked("co-reflection-1"), asked("co-reflection-2")], texts: ["", "雪の音 \n"] };
  const draft = draftOf(echo);
  assert.deepEqual([draft?.kind, draft?.answers, draft?.to, draft?.wish], ["echo", "l", ["c"], []]);
  assert.deepEqual(draft?.parts, [{ source: { kind: "words", title: "", text: "雪の音", asked: asked("co-reflection-2") }, answers: null }]);
  assert.equal(draftOf({ ...echo, texts: ["", " "] }), null);
  assert.equal(howOf(/** @type {any} */ (draft)), "echo");
});

test("a wish to let go names the letter and answers nothing", () => {
  const draft = draftOf({ ...blankAnswer(), how: "release", to: "c", letter: "l" });
  assert.deepEqual([draft?.kind, draft?.releases, draft?.answers, draft?.parts], ["release", ["l"], null, []]);
});

test("an answer is taken up where it was being written, and a letter of pages elsewhere", () => {
  const same = draftOf({ ...blankAnswer(), how: "same", to: "c", asked: [asked("hope-1")], texts: ["…"] });
  const shared = draftOf({ ...blankAnswer(), how: "shared", to: "c", texts: ["…"], shared: { page: "p", grew_from: null } });
  const back = draftOf({ ...blankAnswer(), how: "co", to: "c", asked: [asked("co-reflection-6")], texts: ["…"] });
  assert.deepEqual([same, shared, back].map((draft) => howOf(/** @type {any} */ (draft))), ["same", "shared", "co"]);
  assert.equal(howOf(/** @type {any} */ ({ ...same, same_question: null })), null);
});
