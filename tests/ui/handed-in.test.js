// A file that is handed in: where none waits, nobody is led away from their page, however long the computer takes.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const { lookAtHandedIn } = await import("../../ui/lib/handed-in.js");

/** Where one was led to. @type {[string, Record<string, any>][]} */
const ways = [];
/** Files that wait, as the journal would say what they are. @type {any[]} */
let waiting = [];
const letter = { what: { kind: "letter" } };

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [ways.length, asked.length, waiting] = [0, 0, []];
  Object.assign(state, { journal: "open", readOnly: false });
  speak("en", catalogueOf("en"));
  furnish({ show: async (room, params) => void ways.push([room, params]) });
  Object.assign(answers, {
    file_waits: () => waiting.length > 0,
    put_handed_in: () => null,
    look_handed_in: () => waiting.shift() ?? null,
  });
});

/** Answers only when it is let. @param {string} command */
function heldUp(command) {
  const answer = answers[command];
  /** @type {(value?: unknown) => void} */
  let resolve = () => {};
  const held = new Promise((done) => { resolve = done; });
  answers[command] = async () => {
    await held;
    return answer({});
  };
  return () => resolve();
}

/** A long time goes by. */
async function later() {
  await settled();
  mock.timers.tick(60_000);
  await settled();
}

for (const slow of ["file_waits", "put_handed_in", "look_handed_in"]) {
  test(`where nothing waits one stays, also when ${slow} takes long`, async () => {
    const answer = heldUp(slow);
    const looked = lookAtHandedIn();
    await later();
    assert.deepEqual(ways, []);
    answer();
    await looked;
    assert.deepEqual(ways, []);
    assert.deepEqual(asked.map(({ command }) => command), ["file_waits"], "nothing else is asked for");
  });
}

test("a letter that waits is looked at in Letters, and waited for there when that takes long", async () => {
  waiting = [letter];
  await lookAtHandedIn();
  assert.deepEqual(ways, [["letters", { arrived: letter }]]);
  ways.length = 0;
  waiting = [letter];
  const answer = heldUp("look_handed_in");
  const looked = lookAtHandedIn();
  await later();
  const [[room, params]] = ways;
  assert.equal(room, "letters");
  answer();
  await looked;
  assert.deepEqual(await params.arrived.looking, letter);
});

test("a picture that went onto the page leaves nothing to look at in Letters", async () => {
  waiting = ["picture"];
  answers.put_handed_in = () => {
    waiting.length = 0;
    return null;
  };
  await lookAtHandedIn();
  assert.deepEqual(ways, []);
});

test("what cannot be looked at is told in Letters, and a closed book is left alone", async () => {
  waiting = [letter];
  answers.look_handed_in = () => Promise.reject({ kind: "not_a_letter" });
  await lookAtHandedIn();
  assert.equal(ways[0]?.[0], "letters");
  assert.equal(typeof ways[0]?.[1].arrived.refusal, "string");
  asked.length = 0;
  state.journal = "closed";
  await lookAtHandedIn();
  assert.deepEqual(asked, []);
});
