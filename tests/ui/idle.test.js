// When nobody is here: a word fifteen seconds before, then the book closes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { watchForQuiet } from "../../ui/lib/idle.js";

function room({ minutes = 5, open = true } = {}) {
  const seen = { time: 1_000_000, told: 0, soon: [], closed: 0, open, minutes };
  const quiet = watchForQuiet({
    minutes: () => seen.minutes, open: () => seen.open, now: () => seen.time,
    here: () => { seen.told += 1; }, soon: (coming) => seen.soon.push(coming), close: () => { seen.closed += 1; },
  });
  const wait = (seconds) => {
    for (let i = 0; i < seconds; i += 1) {
      seen.time += 1000;
      quiet.look();
    }
  };
  return { seen, quiet, wait };
}

test("the word comes fifteen seconds before, once, and then the book closes", () => {
  const { seen, wait } = room({ minutes: 1 });
  wait(44);
  assert.deepEqual(seen.soon, []);
  wait(1);
  assert.deepEqual(seen.soon, [true]);
  wait(14);
  assert.deepEqual([seen.soon.length, seen.closed], [1, 0]);
  wait(1);
  assert.equal(seen.closed, 1);
});

test("whoever stays is believed, and the word goes away", () => {
  const { seen, quiet, wait } = room({ minutes: 1 });
  wait(50);
  quiet.present();
  assert.deepEqual(seen.soon, [true, false]);
  wait(44);
  assert.equal(seen.closed, 0);
});

test("a computer that slept closes the book at once", () => {
  const { seen, quiet } = room({ minutes: 5 });
  seen.time += 3_600_000;
  quiet.look();
  assert.equal(seen.closed, 1);
});

test("the core hears that somebody is here, but not at every key", () => {
  const { seen, quiet, wait } = room();
  for (let i = 0; i < 100; i += 1) quiet.present();
  assert.equal(seen.told, 1);
  wait(10);
  quiet.present();
  assert.equal(seen.told, 2);
});

test("a closed book is not closed again, and its quiet does not count later", () => {
  const { seen, wait } = room({ minutes: 1, open: false });
  wait(600);
  assert.equal(seen.closed, 0);
  seen.open = true;
  wait(30);
  assert.equal(seen.closed, 0);
});

test("a shorter time, chosen meanwhile, counts from the last sign of somebody", () => {
  const { seen, wait } = room({ minutes: 60 });
  wait(300);
  seen.minutes = 1;
  wait(1);
  assert.equal(seen.closed, 1);
});
