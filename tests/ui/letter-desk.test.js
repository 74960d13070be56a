// A letter being put together: nothing is chosen by itself, everything chosen is kept, and nothing is sent unseen.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf } from "./window.js";

const { speak } = await import("../../ui/lib/i18n.js");
const { keepSmallWords, letSmallWordsGo } = await import("../../ui/lib/small-words.js");
const desks = await import("../../ui/lib/letter-desk.js");
const { letterDesk } = desks;

const companion = (/** @type {string} */ id, standing = "open") => ({ id, called: id, standing });
const offer = (/** @type {string} */ page, rev = 1, title = page) => ({
  page, rev, title, cover: "", lang: "en", asked: [], passages: [{ kind: "words", text: "One." }, { kind: "words", text: "Two." }],
});
const pagePart = (/** @type {string} */ page, rev = 1) => ({ source: { kind: "page", page, rev, passages: [1], title: "leaves", asked: null, date: "day" }, answers: null });
const keptDrafts = () => asked.filter(({ command }) => command === "keep_letter_draft").map(({ args }) => args);

beforeEach(async () => {
  await letSmallWordsGo();
  asked.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  speak("en", catalogueOf("en"));
  answers.companions = () => ({ companions: [companion("bo"), companion("ended", "ended")], waiting: [] });
  answers.offer = ({ page }) => offer(page);
  answers.keep_letter_draft = ({ id }) => id ?? "a-letter";
  await desks.layOut(null, {});
});

test("a letter begins with nothing chosen, and nothing is kept of it", async () => {
  assert.deepEqual(letterDesk.draft, { ...desks.nothingChosen(), lang: "en" });
  assert.deepEqual(letterDesk.companions.map(({ id }) => id), ["bo"]);
  await desks.keepLetter();
  assert.deepEqual(keptDrafts(), []);
});

test("a page is laid beside it with every passage staying, and taken away again", async () => {
  await desks.layPage("a");
  await desks.layPage("a");
  assert.deepEqual(desks.pageParts(), [{ kind: "page", page: "a", rev: 1, passages: [], title: "stays", asked: null, date: "none" }]);
  desks.takePageAway("a");
  assert.deepEqual(desks.pageParts(), []);
});

test("what is chosen is kept under one id, and empty words are no passage", async () => {
  letterDesk.draft.to = ["bo"];
  desks.ownWords();
  desks.chosen();
  await desks.keepLetter();
  desks.ownWords().text = "A word.";
  desks.chosen();
  await desks.keepLetter();
  const [first, second] = keptDrafts();
  assert.deepEqual([first.id, second.id], [null, "a-letter"]);
  assert.deepEqual(first.draft.parts, []);
  assert.equal(second.draft.parts[0].source.text, "A word.");
});

test("a change takes back what was shown and the night it rested", () => {
  Object.assign(letterDesk, { leaving: [{}], restsUntil: "2026-11-02T05:00:00+09:00" });
  desks.chosen();
  assert.deepEqual([letterDesk.leaving, letterDesk.restsUntil], [[], null]);
});

test("a page written anew since is not sent unseen, and whoever ended the exchange is not written to", async () => {
  const draft = { ...desks.nothingChosen(), to: ["bo", "ended"], parts: [pagePart("same"), pagePart("anew"), pagePart("hidden")] };
  answers.letter_draft = () => ({ id: "a-letter", rests_until: null, draft });
  answers.offer = ({ page }) => {
    if (page === "hidden") throw { kind: "stays_here" };
    return offer(page, page === "anew" ? 2 : 1);
  };
  await desks.layOut("a-letter", {});
  assert.deepEqual(desks.pageParts().map(({ page, rev, passages }) => [page, rev, passages]), [["same", 1, [1]], ["anew", 2, []]]);
  assert.deepEqual(letterDesk.changed, ["anew", "A page without a title"]);
  assert.deepEqual(letterDesk.draft.to, ["bo"]);
});

test("a page of which nothing was chosen does not go along", async () => {
  await desks.layPage("a");
  await desks.layPage("b");
  desks.pageParts()[1].passages = [0];
  desks.leaveUnchosen();
  assert.deepEqual(desks.pageParts().map(({ page }) => page), ["b"]);
});

test("a letter that is let go is gone from the journal, and nothing of it is kept after that", async () => {
  answers.drop_letter_draft = () => null;
  letterDesk.draft.to = ["bo"];
  desks.chosen();
  await desks.keepLetter();
  await desks.dropLetter();
  await desks.keepLetter();
  assert.equal(asked.at(-1)?.command, "drop_letter_draft");
});

test("what is chosen while an earlier choice is being kept is kept as well", async () => {
  /** @type {(id: string) => void} */
  let done = () => {};
  answers.keep_letter_draft = () => new Promise((is) => { done = is; });
  letterDesk.draft.cover = "Winter.";
  const first = desks.keepLetter();
  await new Promise((soon) => setTimeout(soon));
  letterDesk.draft.cover = "Winter, and a page.";
  desks.chosen();
  answers.keep_letter_draft = ({ id }) => id ?? "a-letter";
  done("a-letter");
  await first;
  await desks.keepLetter();
  assert.equal(keptDrafts().at(-1).draft.cover, "Winter, and a page.");
});

test("and so it is by itself at the next pause", async () => {
  /** @type {(id: string) => void} */
  let done = () => {};
  answers.keep_letter_draft = () => new Promise((is) => { done = is; });
  letterDesk.draft.cover = "Winter.";
  const first = desks.keepLetter();
  await new Promise((soon) => setTimeout(soon));
  letterDesk.draft.cover = "Winter, and more.";
  desks.chosen();
  answers.keep_letter_draft = ({ id }) => id ?? "a-letter";
  done("a-letter");
  await first;
  await keepSmallWords();
  assert.equal(keptDrafts().at(-1).draft.cover, "Winter, and more.");
});
