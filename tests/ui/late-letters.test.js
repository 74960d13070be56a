// Answers that come late to Letters: each belongs to the letter it was asked for, or to nobody.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf, settled } from "./window.js";
import "./views.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const { keepSmallWords, letSmallWordsGo } = await import("../../ui/lib/small-words.js");
const desks = await import("../../ui/lib/letter-desk.js");
const { lookAt } = await import("../../ui/rooms/letters-look.js");
const { letterDesk } = desks;

const companion = (id) => ({ id, called: id, standing: "open" });
const words = (text) => ({ source: { kind: "words", title: "", text, asked: null }, answers: null });
const page = (of) => ({ source: { kind: "page", page: of, rev: 1, passages: [0], title: "stays", asked: null, date: "none" }, answers: null });
const offer = (of) => ({ page: of, rev: 1, title: of, cover: "", lang: "en", asked: [], passages: [] });
const draft = (to, parts) => ({ ...desks.nothingChosen(), to: [to], parts });
const kept = () => asked.findLast(({ command }) => command === "keep_letter_draft")?.args;
const texts = () => letterDesk.draft.parts.map(({ source }) => source.text ?? source.page);

/** What a command answers once it is let. @returns {{ answer: () => Promise<any>, come(value: any): Promise<void> }} */
function slow() {
  let done = (_) => {};
  return {
    answer: () => new Promise((is) => { done = is; }),
    async come(value) {
      done(value);
      for (let times = 0; times < 6; times += 1) await settled();
    },
  };
}

beforeEach(async () => {
  await letSmallWordsGo();
  desks.clearLetterDesk();
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  speak("en", catalogueOf("en"));
  furnish({ tell() {}, say() {}, draw() {}, async show() {} });
  state.journal = "open";
  answers.companions = () => ({ companions: [companion("akiko"), companion("ben")], waiting: [] });
  answers.keep_letter_draft = ({ id }) => id ?? "new";
});

test("a begun letter that comes late is not laid under a new one", async () => {
  const late = slow();
  answers.letter_draft = late.answer;
  const first = desks.layOut("A", {});
  await settled();
  desks.clearLetterDesk();
  await desks.layOut(null, {});
  desks.ownWords().text = "Dear Ben";
  await late.come({ id: "A", draft: draft("akiko", [words("A's words")]), rests_until: null });
  await first;
  desks.chosen();
  await keepSmallWords();
  assert.deepEqual([kept().id, kept().draft.to, kept().draft.parts.map(({ source }) => source.text)], [null, [], ["Dear Ben"]]);
});

test("a letter that was left before it came lies on no desk", async () => {
  const late = slow();
  answers.companions = late.answer;
  const first = desks.layOut(null, { to: ["akiko"] });
  await settled();
  desks.clearLetterDesk();
  await late.come({ companions: [companion("akiko")], waiting: [] });
  await first;
  assert.deepEqual([letterDesk.draft.to, letterDesk.companions], [[], []]);
});

test("pages of one letter that come late do not take the place of another's", async () => {
  const late = slow();
  answers.letter_draft = ({ id }) => ({ id, rests_until: null, draft: id === "A" ? draft("akiko", [page("p1")]) : draft("ben", [words("B's words")]) });
  answers.offer = late.answer;
  const first = desks.layOut("A", {});
  await settled();
  await settled();
  desks.clearLetterDesk();
  await desks.layOut("B", {});
  await late.come(offer("p1"));
  await first;
  assert.deepEqual([letterDesk.id, letterDesk.draft.to, texts(), letterDesk.offers.size], ["B", ["ben"], ["B's words"], 0]);
});

test("a page is laid beside the letter it was pressed for, and once", async () => {
  const late = slow();
  answers.offer = late.answer;
  await desks.layOut(null, {});
  const laid = desks.layPage("p1");
  await settled();
  await desks.layOut(null, {});
  await late.come(offer("p1"));
  await laid;
  assert.deepEqual(texts(), []);
  const held = [];
  answers.offer = ({ page: of }) => new Promise((is) => held.push(() => is(offer(of))));
  const twice = [desks.layPage("p1"), desks.layPage("p1")];
  await settled();
  for (const come of held) come();
  await Promise.all(twice);
  assert.deepEqual(texts(), ["p1"]);
});

test("the name a letter is kept under is not given to the next one", async () => {
  const late = slow();
  answers.keep_letter_draft = late.answer;
  await desks.layOut(null, { to: ["akiko"] });
  const keeping = desks.keepLetter();
  await settled();
  desks.clearLetterDesk();
  await desks.layOut(null, {});
  await late.come("A");
  await keeping;
  assert.equal(letterDesk.id, null);
});

test("what would leave of one letter is not shown as another's", async () => {
  const late = slow();
  answers.names_in = () => [];
  answers.show_leaving = late.answer;
  answers.letter_draft = ({ id }) => ({ id, rests_until: null, draft: draft("ben", [words("B's words")]) });
  await desks.layOut(null, { to: ["akiko"] });
  const looking = lookAt();
  await settled();
  await settled();
  desks.clearLetterDesk();
  await desks.layOut("B", {});
  await late.come([{ to: "akiko" }]);
  await looking;
  assert.deepEqual([letterDesk.id, letterDesk.leaving], ["B", []]);
});

test("what is written while a letter is put together is in what is shown of it", async () => {
  answers.names_in = () => [];
  answers.letter_draft = ({ id }) => ({ id, rests_until: null, draft: letterDesk.draft });
  const late = slow();
  answers.show_leaving = late.answer;
  await desks.layOut(null, { to: ["akiko"] });
  desks.ownWords().text = "Dear Akiko";
  const looking = lookAt();
  await settled();
  await settled();
  desks.ownWords().text = "Dear Akiko, and one word more";
  desks.chosen();
  // What is shown is what the journal has by then.
  const shown = () => [{ to: "akiko", said: kept().draft.parts.map(({ source }) => source.text) }];
  answers.show_leaving = shown;
  await late.come([{ to: "akiko", said: ["Dear Akiko"] }]);
  await looking;
  assert.deepEqual(letterDesk.leaving, [{ to: "akiko", said: ["Dear Akiko, and one word more"] }]);
});
