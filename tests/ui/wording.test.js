// Words in several languages, and how wordings of one question hang together.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./window.js";

const { columnOf, inPhrases, phrasesOf, toWriteOn, wayTo, wordsIn } = await import("../../ui/lib/wording.js");

const ref = (question, n = 1) => ({ question, n });
const wording = (question, n, parent = null) => ({ wording: ref(question, n), parent });

test("the nearest language is read, as in the core", () => {
  const words = { en: "bench", "fr-CA": "banc", ja: "ベンチ" };
  assert.deepEqual(wordsIn(words, "ja"), { lang: "ja", text: "ベンチ" });
  assert.deepEqual(wordsIn(words, "fr"), { lang: "fr-CA", text: "banc" });
  assert.deepEqual(wordsIn(words, "de"), { lang: "en", text: "bench" });
  assert.deepEqual(wordsIn({ iu: "ᐃᒡᓗ" }, "ja"), { lang: "iu", text: "ᐃᒡᓗ" });
  assert.deepEqual(wordsIn({}, "ja"), { lang: "", text: "" });
});

test("words to be written on hold nothing that is not seen", () => {
  assert.equal(toWriteOn("ここに\u200b座った\u200bとき"), "ここに座ったとき");
});

test("Japanese words that somebody wrote are parted where signs tell it, and nothing is put into them", () => {
  assert.equal(inPhrases("q", "ここに\u200b座った\u200bとき", "ja"), "q phrased");
  assert.equal(inPhrases("q", "あの人には、何が見えていたのだろう", "ja"), "q phrased");
  assert.equal(inPhrases("q", "なにがみえていたのだろう", "ja"), "q");
  assert.equal(inPhrases("q", "What was she seeing?", "en"), "q");
  for (const phrases of [
    ["あの", "ベンチで、", "ふたりのあいだに", "何が", "生まれたのだろう"],
    ["お母さんはなにを", "怖れていたのか。", "わたしは？"],
    ["テーブルの", "上に", "残った", "二人分の", "湯のみ"],
    ["それを", "いま、", "「ごめん」とは"],
  ]) assert.deepEqual(phrasesOf(phrases.join(""), "ja"), phrases);
  assert.deepEqual(phrasesOf("ここに\u200b座った", "ja"), ["ここに\u200b座った"]);
});

test("the way to a wording goes from the first one, past no branch", () => {
  const first = wording("connection-4", 1);
  const branch = wording("b", 1, ref("connection-4"));
  const second = wording("a", 1, ref("connection-4"));
  const third = wording("a", 2, ref("a"));
  const all = [first, branch, second, third];
  assert.deepEqual(wayTo(all, ref("a", 2)), [first, second, third]);
  assert.deepEqual(wayTo(all, ref("connection-4")), [first]);
  assert.deepEqual(wayTo(all, ref("gone")), []);
});

test("parents in a circle do not hold the window up", () => {
  const all = [wording("a", 1, ref("b")), wording("b", 1, ref("a"))];
  assert.equal(wayTo(all, ref("a")).length, 2);
  assert.equal(columnOf(all).length, 2);
});

test("in the column a second way out of a wording stands aside and says where it grew from", () => {
  const first = wording("q", 1);
  const second = wording("q", 2, ref("q", 1));
  const branch = wording("q", 3, ref("q", 1));
  const onBranch = wording("q", 4, ref("q", 3));
  const column = columnOf([first, second, branch, onBranch]);
  assert.deepEqual(column.map(({ branch: aside }) => aside), [0, 0, 1, 1]);
  assert.deepEqual(column.map(({ from }) => from), [null, null, first, null]);
});
