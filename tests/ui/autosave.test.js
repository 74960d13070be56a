// When words are kept: after a pause, at the latest after five seconds, one save at a time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { autosave } from "../../ui/lib/autosave.js";
import { settled } from "./window.js";

/** A journal that answers when it is told to. */
function journal() {
  const saves = [];
  return { saves, keep: () => new Promise((done, fail) => saves.push({ done, fail })) };
}

test("words are kept after a short pause, once", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  for (let i = 0; i < 5; i += 1) {
    saving.touched();
    t.mock.timers.tick(300);
  }
  assert.equal(saves.length, 0);
  assert.ok(saving.pending);
  t.mock.timers.tick(100);
  assert.equal(saves.length, 1);
  saves[0].done();
  await settled();
  assert.ok(!saving.pending);
  t.mock.timers.tick(60_000);
  assert.equal(saves.length, 1);
});

test("whoever never pauses is kept after five seconds all the same", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  for (let i = 0; i < 49; i += 1) {
    saving.touched();
    t.mock.timers.tick(100);
  }
  assert.equal(saves.length, 0);
  t.mock.timers.tick(100);
  assert.equal(saves.length, 1);
});

test("a word being composed waits for no pause, but for the five seconds", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  saving.touched();
  saving.composing();
  t.mock.timers.tick(4999);
  assert.equal(saves.length, 0);
  t.mock.timers.tick(1);
  assert.equal(saves.length, 1);
});

test("words written while a save is under way are kept by another one, after it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  saving.touched();
  t.mock.timers.tick(400);
  saving.touched();
  t.mock.timers.tick(400);
  await settled();
  assert.equal(saves.length, 1, "the second waits for the first");
  saves[0].done();
  await settled();
  assert.equal(saves.length, 2);
});

test("a save that failed is tried again, and nothing is called kept before", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  saving.touched();
  t.mock.timers.tick(400);
  saves[0].fail(new Error("full"));
  await settled();
  assert.ok(saving.pending);
  t.mock.timers.tick(5000);
  assert.equal(saves.length, 2);
  saves[1].done();
  await settled();
  assert.ok(!saving.pending);
});

test("stopping waits for the save under way and begins no other", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { saves, keep } = journal();
  const saving = autosave({ keep });
  saving.touched();
  t.mock.timers.tick(400);
  saving.touched();
  let stopped = false;
  const stop = saving.stop().then(() => {
    stopped = true;
  });
  await settled();
  assert.ok(!stopped);
  saves[0].done();
  await stop;
  t.mock.timers.tick(60_000);
  assert.equal(saves.length, 1);
});
