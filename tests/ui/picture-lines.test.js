// Lines of a page that stand for pictures: the way into the sheet and back changes nothing of what a person wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canBeNumbered, named, numbered, pictureLine, pictureLines, roomForLine, wholeLine } from "../../ui/lib/picture-lines.js";

const one = "0123456789abcdef0123456789abcdef";
const two = "fedcba9876543210fedcba9876543210";

test("in the sheet a picture has a number, and in the journal its name", () => {
  const body = `駅で。\n![ベンチ](picture:${two})\n\n ![](picture:${one}) \nそれから。`;
  const inSheet = numbered(body, [one, two]);
  assert.equal(inSheet, "駅で。\n![ベンチ](picture:2)\n\n ![](picture:1) \nそれから。");
  assert.equal(named(inSheet, [one, two]), body);
});

test("what is no line of a picture at hand stays as it was typed", () => {
  for (const text of [
    "", "![](picture:3)", `see ![a](picture:${one})`, "![a](picture:1) and", `![a](picture:${one}0)`, "![](gone:picture)",
    "![a] ](picture:1)", `![x](picture:${"a".repeat(32)})`, "![a\nb](picture:1)", "\\![](picture:0)",
  ]) {
    assert.equal(named(text, [one]), text);
    assert.equal(named(numbered(text, [one]), [one]), text);
  }
  assert.equal(named("![](picture:1)", []), "![](picture:1)");
});

test("where a person wrote such a line with a number themselves, numbers stand for nothing else", () => {
  assert.ok(!canBeNumbered("words\n![x](picture:1)\nwords"));
  assert.ok(canBeNumbered(`words\n![x](picture:${one})\nand picture:1`));
});

test("words of any kind come back out of the line", () => {
  for (const words of ["", "霧", "a [b] \\ c", "\\", "[[", "l’été ](picture:9)"]) {
    const [line] = pictureLines(`x\n${pictureLine("1", words)}\ny`);
    assert.equal(line?.words, words);
    assert.equal(line?.address, "1");
  }
  assert.equal(pictureLines(pictureLine("1", " two\nlines "))[0]?.words, "two lines");
});

test("a new line never breaks the one the caret stands in", () => {
  const put = (text, caret) => {
    const { at, before, after } = roomForLine(text, caret);
    return `${text.slice(0, at)}${before}+${after}${text.slice(at)}`;
  };
  assert.equal(put("", 0), "+\n");
  assert.equal(put("one two", 3), "one two\n+\n");
  assert.equal(put("one\ntwo", 1), "one\n+\ntwo");
  assert.equal(put("one\n\ntwo", 4), "one\n+\ntwo");
  assert.equal(put("one\n", 4), "one\n+\n");
});

test("a line goes with its line break, and the words around it stay", () => {
  const without = (text) => {
    const [line] = pictureLines(text);
    const { start, end } = wholeLine(text, line);
    return text.slice(0, start) + text.slice(end);
  };
  assert.equal(without("one\n![](picture:1)\ntwo"), "one\ntwo");
  assert.equal(without("one\n![](picture:1)"), "one");
  assert.equal(without("![](picture:1)"), "");
  assert.equal(without("![](picture:1)\ntwo"), "two");
});

test("a long page is read in a moment", () => {
  const text = `${"![".repeat(50_000)}\n${"[\\".repeat(50_000)}\n${"words ".repeat(500_000)}\n![](picture:1)`;
  const begun = performance.now();
  assert.equal(named(text, [one]).endsWith(`${one})`), true);
  assert.ok(performance.now() - begun < 1000);
});
