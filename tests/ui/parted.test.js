// What is taken apart for drawing is the same text, and nothing is taken apart that a language writes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parted } from "../../ui/lib/parted.js";

const mark = "\u0301";

test("words as they are written are one piece", () => {
  for (const text of ["", "Bo", "あの日、雨だった。", "e\u0301te\u0301", "\u0e01\u0e34\u0e48", mark.repeat(256), `a${mark.repeat(256)}b`]) assert.equal(parted(text), text);
});

test("a pile of signs is taken apart, and nothing of it is lost", () => {
  for (const many of [257, 512, 513, 4000]) {
    const text = `before a${mark.repeat(many)} between b${"\u{1e008}".repeat(many)} behind`;
    const pieces = parted(text);
    assert.ok(Array.isArray(pieces));
    assert.equal(pieces.join(""), text);
    for (const piece of pieces) assert.ok(!/\p{M}{257}/u.test(piece), `${many}`);
    assert.ok(pieces.length <= 1 + 2 * Math.ceil(many / 256), `${pieces.length} pieces of ${many}`);
  }
});

test("a mebibyte of them is taken apart at once", () => {
  const began = performance.now();
  assert.equal(parted(mark.repeat(524_288)).length, 2048);
  assert.ok(performance.now() - began < 2000);
});
