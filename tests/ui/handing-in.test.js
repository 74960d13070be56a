// "Add" on a slow computer: nothing is added twice, what is written meanwhile stays, and words on their way are never
// only on their way.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { actOf } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const small = await import("../../ui/lib/small-words.js");
const { ownList } = await import("../../ui/lib/own-list.js");
const { toward } = await import("../../ui/rooms/toward.js");
const { intentionView } = await import("../../ui/rooms/letter-answers.js");
const { agreeing } = await import("../../ui/rooms/letters-agreement.js");
const { pageMoments } = await import("../../ui/elements/page-moments.js");
const { tiePicker, toggleTies } = await import("../../ui/elements/tie-picker.js");
const { between } = await import("../../ui/rooms/between.js");

const told = [];
/** Commands that wait for their answers, the first first. @type {{ come(value?: any): void, refuse(kind: string): void }[]} */
let held = [];
const slowly = () => new Promise((come, stop) => held.push({ come, refuse: (kind) => stop({ kind }) }));
const count = (command) => asked.filter((each) => each.command === command).length;

/** A form with these fields. @param {Record<string, any>} fields */
function formOf(fields) {
  const form = { elements: { namedItem: (name) => fields[name] }, resets: 0, reset() { form.resets += 1; } };
  return form;
}
const submitted = (form) => ({ preventDefault() {}, currentTarget: form });
function box(value) {
  const field = new HTMLTextAreaElement();
  field.value = value;
  return field;
}

beforeEach(async () => {
  await small.letSmallWordsGo();
  held = [];
  told.length = asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  speak("en", catalogueOf("en"));
  furnish({ tell: (words) => told.push(words), say() {}, draw() {}, async show() {} });
  Object.assign(state, { journal: "open", readOnly: false, ties: [] });
});

/** A list of one's own whose additions wait. */
function slowList() {
  const added = [];
  const own = ownList({
    field: "new", first: "x", blank: () => ({ w: "" }), isBlank: ({ w }) => w.trim() === "", all: async () => [], erase: async () => {},
    async add(fresh) {
      added.push(fresh.w);
      await slowly();
      return { id: String(added.length), words: fresh };
    },
  });
  const write = (w) => {
    own.fresh.w = w;
    own.written();
  };
  return { own, added, write };
}

test("what is pressed twice is in one's own list once, and what is written meanwhile is still there", async () => {
  const { own, added, write } = slowList();
  write("one");
  own.add("said");
  own.add("said");
  write("the next");
  await settled();
  held[0].come();
  await settled();
  assert.deepEqual([added, own.fresh.w, own.list.length], [["one"], "the next", 1]);
  const leaving = small.leaveSmallWords();
  await settled();
  held[1].come();
  await leaving;
  assert.deepEqual(added, ["one", "the next"]);
});

test("what is being added when the room is left is not added again", async () => {
  const { own, added, write } = slowList();
  write("one");
  own.add("said");
  const leaving = small.leaveSmallWords();
  await settled();
  held[0].come();
  await leaving;
  assert.deepEqual(added, ["one"]);
});

test("what could not be added stands in its field again, and is tried when it is left", async () => {
  const { own, added, write } = slowList();
  write("one");
  own.add("said");
  await settled();
  held[0].refuse("disk_full");
  await settled();
  assert.deepEqual([own.fresh.w, told.length], ["one", 1]);
  const leaving = small.leaveSmallWords();
  await settled();
  held[1].come();
  await leaving;
  assert.deepEqual([added, own.fresh.w, small.smallWordsUnkept()], [["one", "one"], "", null]);
});

test("what could not be added waits where something else is written by now", async () => {
  const { own, added, write } = slowList();
  write("one");
  own.add("said");
  write("the next");
  await settled();
  held[0].refuse("disk_full");
  await settled();
  assert.equal(own.fresh.w, "the next");
  const leaving = small.leaveSmallWords();
  for (const nth of [1, 2]) {
    await settled();
    held[nth].come();
  }
  await leaving;
  assert.deepEqual(added.sort(), ["one", "one", "the next"]);
});

test("whoever closes the book while something is being added waits for it, and hears when it was refused", async () => {
  const { own, write } = slowList();
  write("one");
  own.add("said");
  let closed = false;
  const closing = small.leaveSmallWords().then(() => { closed = true; });
  await settled();
  assert.ok(!closed, "the book does not close over words that are on their way");
  for (let at = 0; !closed; at += 1) {
    held[at]?.refuse("disk_full");
    await settled();
    await settled();
  }
  await closing;
  assert.ok(small.smallWordsUnkept(), "they are among what is not kept");
  const asked = held.length;
  const again = small.leaveSmallWords();
  await settled();
  held[asked].come();
  await again;
  assert.equal(small.smallWordsUnkept(), null);
});

test("something to move toward is added once, and the next thing stays in its field", async () => {
  answers.intentions = () => [];
  await toward.enter({});
  answers.add_intention = slowly;
  const field = box("more walks");
  const add = actOf(toward.main(), "", "submit");
  const form = formOf({ toward: field });
  const does = [add(submitted(form)), add(submitted(form))];
  field.value = "and more songs";
  await settled();
  held[0].come("i1");
  await Promise.all(does);
  assert.deepEqual([count("add_intention"), field.value], [1, "and more songs"]);
});

test("the same under a letter", async () => {
  answers.add_intention = slowly;
  const field = box("ask her again");
  const keep = actOf(intentionView("bo"), "letter-intention", "submit");
  const form = formOf({ toward: field });
  const does = [keep(submitted(form)), keep(submitted(form))];
  field.value = "and";
  await settled();
  held[0].come("i1");
  await Promise.all(does);
  assert.deepEqual([count("add_intention"), field.value], [1, "and"]);
});

test("answers about being together become one version, however often it is pressed", async () => {
  answers.companion = () => ({ id: "bo", called: "Bo", standing: "open" });
  answers.agreement = () => ({ mine: [], theirs: [] });
  answers.question_set = () => ({ questions: [{ id: "q", n: 1, text: { en: "How?" } }] });
  answers.letter_drafts = () => [{ id: "d", draft: { kind: "agreement", to: ["bo"], cover: "", parts: [{ source: { kind: "words", text: "So.", asked: { question: "q" } } }] } }];
  answers.drop_letter_draft = () => null;
  await agreeing.enter({ agreement: "bo" });
  answers.answer_agreement = slowly;
  const done = actOf(agreeing.main(), "", "submit");
  const does = [done(submitted({})), done(submitted({}))];
  await settled();
  await settled();
  for (const each of held) each.come(null);
  await Promise.all(does);
  assert.equal(count("answer_agreement"), 1);
  answers.agreement = () => ({ mine: [{ version: 1, reread: "", answers: [] }], theirs: [] });
  answers.letter_drafts = () => [];
  await agreeing.enter({ agreement: "bo" });
  answers.keep_letter_draft = slowly;
  held = [];
  const send = actOf(agreeing.main(), "agreement-send", "click");
  const sends = [send(), send()];
  await settled();
  for (const each of held) each.come("d");
  await Promise.all(sends);
  assert.equal(count("keep_letter_draft"), 1, "and one letter says it");
});

test("a moment that is pressed twice is marked once", async () => {
  answers.mark_moment = slowly;
  const ground = { id: "p1", lang: "en", ties: [], moments: [] };
  const mark = actOf(pageMoments(ground), "", "click");
  mark();
  mark();
  await settled();
  for (const each of held) each.come("m1");
  await settled();
  assert.equal(count("mark_moment"), 1);
});

test("a name that is being added is added once, and another that is written meanwhile stays", async () => {
  answers.add_tie = slowly;
  toggleTies();
  const field = box("Aki");
  const form = formOf({ called: field, kind: { value: "person" } });
  const name = actOf(tiePicker(), "", "submit");
  const does = [name(submitted(form)), name(submitted(form))];
  field.value = "Bo";
  await settled();
  held[0].come({ id: "t1", called: "Aki", kind: "person", standing: "open" });
  await Promise.all(does);
  assert.deepEqual([count("add_tie"), form.resets], [1, 0]);
  toggleTies();
});

test("and so it is between us", async () => {
  answers.ties = () => [];
  answers.between_map = () => null;
  await between.enter({});
  answers.add_tie = slowly;
  const field = box("Aki");
  const form = formOf({ called: field, kind: { value: "person" } });
  const add = actOf(between.main(), "", "submit");
  const does = [add(submitted(form)), add(submitted(form))];
  field.value = "Bo";
  await settled();
  held[0].come({ id: "t1", called: "Aki", kind: "person" });
  await Promise.all(does);
  assert.deepEqual([count("add_tie"), form.resets], [1, 0]);
});

test("a name that was added takes the focus from nobody who has gone into another field", async () => {
  answers.add_tie = slowly;
  toggleTies();
  const [field, sheet] = [box("Aki"), box("")];
  for (const each of [field, sheet]) Object.assign(each, { matches: () => true, focus() { document.activeElement = each; } });
  const name = actOf(tiePicker(), "", "submit");
  for (const elsewhere of [true, false]) {
    document.activeElement = field;
    field.value = elsewhere ? "Chika" : "Dai";
    const done = name(submitted(formOf({ called: field, kind: { value: "person" } })));
    await settled();
    if (elsewhere) sheet.focus();
    held.shift().come({ id: field.value, called: field.value, kind: "person", standing: "open" });
    await done;
    assert.equal(document.activeElement, elsewhere ? sheet : field);
  }
  document.activeElement = undefined;
  toggleTies();
});
