// Whoever has gone elsewhere before an answer came is not led away by it, and nothing of it is drawn where they are.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import { actOf } from "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { fromHere, furnish, go, state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const asking = await import("../../ui/lib/asking.js");
const walks = await import("../../ui/lib/walk.js");
const { accepting } = await import("../../ui/rooms/letters-accept.js");
const { answering } = await import("../../ui/rooms/letter-answer.js");
const { arrived } = await import("../../ui/rooms/letter-arrived.js");
const { endingRoom } = await import("../../ui/rooms/letters-ending.js");
const { inviting } = await import("../../ui/rooms/letters-invite.js");
const { byHand } = await import("../../ui/rooms/letters-card.js");
const { enterGathering, gatheringView, leaveGathering } = await import("../../ui/rooms/between-gathering.js");
const { enough, openForWriting } = await import("../../ui/rooms/today.js");
const { elsewhereView } = await import("../../ui/elements/question-elsewhere.js");
const { newQuestionView } = await import("../../ui/rooms/questions/new-question.js");
const { wordsIn } = await import("./views.js");
const { desk } = desks;

/** Where somebody went or was led. @type {string[]} */
let gone = [];
/** @type {((value?: any) => void)[]} */
let held = [];
const slowly = () => new Promise((come) => held.push(come));
/** Lets what is on its way arrive, and what follows from it. */
async function come(value) {
  held.shift()?.(value);
  for (let times = 0; times < 8; times += 1) await settled();
}
const form = (fields) => ({ preventDefault() {}, currentTarget: { elements: { namedItem: (name) => ({ value: fields[name] ?? "", focus() {} }) } } });
const question = (id, more = {}) => ({ id, n: 1, set: "connection", text: { en: `${id}?` }, hint: {}, grown: null, ...more });
const blank = structuredClone(desk.writing);

beforeEach(async () => {
  await desks.clearDesk();
  asked.length = 0;
  gone = [];
  held = [];
  for (const name of Object.keys(answers)) delete answers[name];
  Object.assign(answers, {
    letter_headway: () => null, keep_draft: ({ save }) => ({ rev: save.rev, at: "2026-11-01T21:14:05+09:00" }), draft: () => null,
    page: ({ id }) => ({ id, day: "2026-10-01", writing: blank }),
    asking: ({ question: id }) => ({ question: id, n: 1, text: `${id}?`, lang: "en", set: null, sitting: null }),
  });
  speak("en", catalogueOf("en"));
  furnish({ tell() {}, say() {}, draw() {}, async show(room) { gone.push(room); } });
  Object.assign(state, { journal: "open", readOnly: false, ties: [], room: "letters" });
});

test("an answer leads on from where it was asked for, and from nowhere else", async () => {
  const on = fromHere();
  await on.go("letters");
  assert.deepEqual(gone, ["letters"]);
  const late = fromHere();
  await go("today");
  await late.go("letters");
  assert.deepEqual([gone, late.still()], [["letters", "today"], false]);
});

/** @type {[string, () => Promise<any>, string, any][]} What is pressed, which command takes its time, and what it answers. */
const ways = [
  ["a file that makes a pair", async () => {
    await arrived.enter({ arrived: undefined });
    return actOf(arrived.main(), "look-chosen", "click");
  }, "look_chosen", { what: { kind: "pairing" } }],
  ["a reply to an invitation", async () => {
    answers.pairing_at_hand = () => ({ kind: "reply", called: "Bo", their_name: "B." });
    await accepting.enter({});
    return actOf(accepting.main(), "pairing-complete", "click");
  }, "complete_pairing", { id: "bo" }],
  ["an invitation", async () => {
    await inviting.enter({});
    return () => actOf(inviting.main(), "", "submit")(form({}));
  }, "invite", { id: "w" }],
  ["a card", async () => {
    await byHand.enter({});
    return () => actOf(byHand.main(), "", "submit")(form({}));
  }, "make_card", { id: "w" }],
  ["a question of one's own", async () => () => actOf(newQuestionView(), "", "submit")(form({ words: "What helps?" })), "add_question", question("q")],
  ["a page for a new question", async () => () => asking.use(question("q")), "asking", { question: "q", n: 1, text: "q?", lang: "en" }],
  ["a page to be written anew", async () => () => openForWriting("p1"), "page", { id: "p1", day: "2026-10-01", writing: blank }],
];
for (const [what, enter, command, answer] of ways) {
  test(`${what} leads on, unless somebody has gone elsewhere`, async () => {
    answers[command] = slowly;
    for (const elsewhere of [false, true]) {
      gone = [];
      await desks.clearDesk();
      const press = await enter();
      press();
      for (let times = 0; times < 6; times += 1) await settled();
      assert.equal(held.length, 1, command);
      if (elsewhere) await go("guide");
      await come(answer);
      if (elsewhere) assert.deepEqual(gone, ["guide"]);
      else assert.notDeepEqual(gone, []);
    }
  });
}

test("an answer that is looked at leads nobody away, and no other letter is looked at in its place", async () => {
  answers.companion = () => ({ id: "bo", called: "Bo", standing: "open" });
  await answering.enter({ answer: "release", to: "bo", letter: "l1" });
  answers.keep_letter_draft = slowly;
  actOf(answering.main(), "answer-look", "click")();
  await settled();
  await go("today");
  await answering.leave();
  await come("d");
  assert.deepEqual(gone, ["today"]);
});

test("a wish before an ending leads nobody away, and pressed again it is the same wish", async () => {
  answers.companion = () => ({ id: "bo", called: "Bo", standing: "open" });
  answers.before_ending = () => ({ letters: [{ id: "l1", version: "v1", standing: "erased", kind: "letter", on: "2026-10-01" }], most: 5, wishes: [] });
  answers.letter_draft = () => ({ draft: { releases: ["l1"] } });
  await endingRoom.enter({ ending: "bo", draft: "d" });
  answers.keep_letter_draft = slowly;
  actOf(endingRoom.main(), "ending-look", "click")();
  await settled();
  await go("today");
  await come("d");
  assert.deepEqual(gone, ["today"]);
  endingRoom.leave();
});

test("a page written anew that is finished late leads nobody away", async () => {
  await desks.bringToDesk("p1");
  const sheet = new HTMLTextAreaElement();
  sheet.value = "as it is now";
  desks.sheetShown(sheet);
  state.room = "today";
  answers.finish_draft = slowly;
  const ended = enough();
  for (let times = 0; times < 4; times += 1) await settled();
  await go("questions");
  await come({ id: "p1" });
  await ended;
  assert.deepEqual(gone, ["questions"]);
});

test("a question that comes late is put on no other page", async () => {
  for (const slow of ["suggested", "asking"]) {
    answers.suggested = () => ({ question: question("a"), set: "connection" });
    answers[slow] = slowly;
    const another = asking.another();
    await settled();
    await settled();
    await desks.bringToDesk("p2");
    await come(slow === "suggested" ? { question: question("a"), set: "connection" } : { question: "a", n: 1, text: "a?", lang: "en" });
    await another;
    assert.deepEqual(desk.writing.asked, [], slow);
    await desks.clearDesk();
    answers.asking = ({ question: id }) => ({ question: id, n: 1, text: "?", lang: "en" });
  }
});

test("a question beside a page that could not be brought stays off the page that lies there", async () => {
  answers.elsewhere = () => ({ question: question("a"), set: "connection" });
  const page = { id: "p1", writing: { ...blank, ties: [], asked: [] }, aside_since: null };
  actOf(elsewhereView(page, openForWriting), "look-elsewhere", "click")();
  for (let times = 0; times < 4; times += 1) await settled();
  answers.page = () => { throw { kind: "damaged" }; };
  await actOf(elsewhereView(page, openForWriting), "turned-beside", "click")();
  assert.deepEqual(desk.writing.asked, []);
});

test("other words for a question of a walk come to the place they were asked for", async () => {
  const all = [question("one"), question("two")];
  answers.sitting_step = ({ ask }) => {
    const [next = null, ...others] = all.filter(({ id }) => !ask.shown.includes(id));
    return { question: next, others, before_closing: null };
  };
  answers.begin_sitting = () => "5".repeat(32);
  answers.question = ({ id }) => question(id);
  answers.question_for = ({ id }) => question(id, { grown: "mine" });
  answers.asking = ({ question: id, sitting }) => ({ question: id, n: 1, text: `${id}?`, lang: "en", set: null, sitting });
  await walks.beginWalk({ id: "connection", questions: [] });
  const at = walks.walk.way[walks.walk.here];
  await walks.anotherOfWalk();
  await walks.askedDifferently(question("mine"), at);
  assert.deepEqual(desk.writing.asked.map(({ question: id }) => id), ["two"]);
  assert.equal(at.question.grown, "mine");
  answers.asking = slowly;
  const late = walks.askedDifferently(question("mine"));
  await settled();
  await settled();
  await desks.bringToDesk("p9");
  await come({ question: "mine", n: 1, text: "mine?", lang: "en", sitting: "5".repeat(32) });
  await late;
  assert.deepEqual(desk.writing.asked, []);
  walks.endWalk();
});

test("pages of one group are not held out among another's", async () => {
  const line = (id) => ({ id, day: "2026-10-01", title: id, opening: "", lang: "en", covered: false, place: id, ties: [] });
  answers.pages_to_offer = slowly;
  const first = enterGathering("a").catch(() => {});
  await settled();
  leaveGathering();
  answers.pages_to_offer = () => ({ lines: [line("of-b")], more: false });
  await enterGathering("b");
  await come({ lines: [line("of-a")], more: false });
  await first;
  assert.ok(wordsIn(gatheringView()).includes("of-b"));
  assert.ok(!wordsIn(gatheringView()).includes("of-a"));
  leaveGathering();
});
