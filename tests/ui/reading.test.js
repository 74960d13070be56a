// When typing is long enough to search, and how numbers stand in vertical lines.
import assert from "node:assert/strict";
import test from "node:test";
import { ripe, something } from "../../ui/lib/ripe.js";
import { mayStandUpright, standing, stride } from "../../ui/lib/tate.js";

test("one Japanese character is enough, two Latin letters are not, three are", () => {
  for (const words of ["駅", "あ", "カ", "ｶ", "한", "an 駅", "œuf", "été", "ben", "a bench"]) assert.ok(ripe(words), words);
  for (const words of ["", "  ", "　", "a", "be", "l'a", "…", "é", "a b c"]) assert.ok(!ripe(words), words);
});

test("white space alone is nothing to search for", () => {
  assert.equal(something(" 　\t"), false);
  assert.equal(something("a"), true);
});

test("one and two digits stand in one cell, years digit above digit, longer numbers and words as they are", () => {
  const marked = (text) => standing(text).map((cell) => (cell.upright ? `[${cell.text}]` : cell.text)).join("");
  assert.equal(marked("11月1日"), "[11]月[1]日");
  assert.equal(marked("2026年11月"), "[2][0][2][6]年[11]月");
  assert.equal(marked("12345人"), "12345人");
  assert.equal(marked("9:14に"), "9:14に");
  assert.equal(marked("え!?と"), "え[!?]と");
  assert.equal(marked("B2の出口"), "B2の出口");
  assert.equal(marked(""), "");
});

test("a page stands upright when it is Japanese, by its language or by its kana", () => {
  assert.ok(mayStandUpright("ja", ""));
  assert.ok(mayStandUpright("", "駅のベンチ"));
  assert.ok(!mayStandUpright("fr", "駅のベンチ"));
  assert.ok(!mayStandUpright("", "a bench"));
});

test("the left arrow reads on, and other keys do not move the page", () => {
  assert.ok(stride("ArrowLeft") < 0 && stride("PageDown") < 0);
  assert.ok(stride("ArrowRight") > 0);
  assert.equal(stride("a"), 0);
});
