// Words of one's own: looked up in any part, however they are typed, and never lost because one part is not found yet.
import assert from "node:assert/strict";
import test from "node:test";

const { foundIn, isBlank } = await import("../../ui/lib/my-words.js");

/** @param {string} their_word @param {string} my_word @param {string} because */
const word = (their_word, my_word = "", because = "") => ({ id: their_word, words: { their_word, my_word, because, lang: "" } });
const all = [word("Épisode", "the long night", "it was mine"), word("ＡＢＣ", "", ""), word("渡されたことば", "自分のことば")];
const found = (sought) => foundIn(all, sought).map(({ id }) => id);

test("a word is found in any of its parts, in upper or lower case, wide or narrow", () => {
  assert.deepEqual(found("épisode"), ["Épisode"]);
  assert.deepEqual(found("NIGHT"), ["Épisode"]);
  assert.deepEqual(found(" mine "), ["Épisode"]);
  assert.deepEqual(found("abc"), ["ＡＢＣ"]);
  assert.deepEqual(found("ことば"), ["渡されたことば"]);
  assert.deepEqual(found("nothing like it"), []);
});

test("when nothing is looked up, every word is there in its order", () => {
  assert.deepEqual(found("  "), ["Épisode", "ＡＢＣ", "渡されたことば"]);
});

test("one part is enough for a word to be kept", () => {
  assert.ok(isBlank(word(" ", "\n", "").words));
  for (const one of [word("case"), word("", "me"), word("", "", "it sounds so")]) assert.ok(!isBlank(one.words));
});
