// What a page is asked: a question under which words stand stays, and one that was only looked at leaves no trace.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked as calls, catalogueOf } from "./window.js";

class Field {
  isConnected = true;
  value = "";
}
globalThis.HTMLTextAreaElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLInputElement = /** @type {any} */ (class extends Field {});

const { speak } = await import("../../ui/lib/i18n.js");
const { furnish, state } = await import("../../ui/lib/store.js");
const desks = await import("../../ui/lib/desk.js");
const asking = await import("../../ui/lib/asking.js");
const walks = await import("../../ui/lib/walk.js");
const { desk } = desks;
const { walk } = walks;

const question = (id, set = "connection", more = {}) =>
  ({ id, n: 1, origin: "built_in", text: { en: `${id}?`, ja: `${id}でしょう。` }, hint: {}, set, grown: null, wish: null, ...more });
const words = (id, text = `${id}?`) => ({ question: id, n: 1, text, lang: "en", set: null, sitting: null });
const last = (command) => calls.findLast((each) => each.command === command)?.args;
const onPage = () => desk.writing.asked.map((one) => one.question);

/** @type {Field} */
let sheet;
beforeEach(async () => {
  await desks.clearDesk();
  calls.length = 0;
  for (const name of Object.keys(answers)) delete answers[name];
  answers.keep_draft = ({ save }) => ({ rev: save.rev, at: "2026-11-01T21:14:05+09:00" });
  answers.draft = () => null;
  answers.asking = ({ question: id, lang, set, sitting }) => ({ question: id, n: 1, text: `${id}?`, lang, set, sitting });
  Object.assign(state, { journal: "open", readOnly: false, ties: [], room: "today" });
  furnish({ show: async (room) => { state.room = room; }, say() {}, tell(sentence) { throw new Error(sentence); }, draw() {} });
  globalThis.document ??= /** @type {any} */ ({ querySelector: () => null });
  speak("en", catalogueOf("en"));
  asking.askAnew();
  walks.endWalk();
  sheet = new HTMLTextAreaElement();
  desks.sheetShown(sheet);
});

test("a question that was only looked at goes when another comes", () => {
  asking.put(words("a"));
  asking.put(words("b"));
  assert.deepEqual(onPage(), ["b"]);
});

test("a question under which words were written stays with the page", () => {
  asking.put(words("a"));
  sheet.value = "three words";
  asking.put(words("b"));
  asking.put(words("c"));
  assert.deepEqual(onPage(), ["a", "c"]);
  asking.withoutOne();
  assert.deepEqual(onPage(), ["a"]);
});

test("a question on an empty sheet is not kept anywhere", async () => {
  asking.put(words("a"));
  await desks.keepNow();
  assert.equal(last("keep_draft"), undefined);
  sheet.value = "x";
  desks.touched();
  await desks.keepNow();
  assert.deepEqual(last("keep_draft").save.writing.asked, [words("a")]);
});

test("what was offered for this page does not come again before all was seen", async () => {
  const offered = ["a", "b"].map((id) => question(id));
  answers.suggested = ({ ask }) => {
    const left = offered.find(({ id }) => !ask.shown.includes(id));
    return left ? { question: left, set: "connection" } : null;
  };
  const seen = [];
  for (let times = 0; times < 4; times += 1) {
    await asking.another();
    seen.push(asking.present()?.question);
  }
  assert.deepEqual(seen, ["a", "b", "a", "b"]);
  answers.suggested = () => null;
  await asking.another();
  assert.equal(asking.present()?.question, "b", "where nothing is offered what is asked stays");
});

test("the ties of the page are told when a question is looked for", async () => {
  answers.suggested = () => null;
  state.ties = [{ id: "t1", called: "Aki" }];
  desk.writing.ties = ["t1", "new:0"];
  await asking.another();
  assert.deepEqual(last("suggested").ask, { ties: ["t1"], asked: [], shown: [] });
});

test("another question is asked in the person's own words, where there are some in the language spoken", async () => {
  answers.suggested = () => ({ question: question("connection-4", "connection", { grown: "0f".repeat(16) }), set: "connection" });
  answers.question_for = ({ id }) => question(id, "connection", { grown: "0f".repeat(16) });
  answers.question = ({ id }) => question(id, null, { text: { en: "What slipped?" } });
  await asking.another();
  assert.deepEqual(onPage(), ["0f".repeat(16)]);
  assert.equal(last("asking").set, "connection");
});

test("a page that was begun before it lay on the desk is written on", async () => {
  const writing = { ...structuredClone(desk.writing), body: "begun elsewhere" };
  answers.draft = () => ({ page: null, rev: 57, kept_at: "2026-11-01T21:14:05+09:00", writing });
  answers.question = ({ id }) => question(id);
  answers.question_for = ({ id }) => question(id);
  await asking.use(question("a"), {});
  assert.deepEqual([desk.rev, desk.writing.body, onPage()], [57, "begun elsewhere", ["a"]]);
});

test("of the person's own words those come that may be asked on a page between these, wherever the question comes from", async () => {
  const [us, opened] = ["0a".repeat(16), "0b".repeat(16)];
  const worldview = question("worldview-1", "worldview", { grown: us });
  answers.question_for = ({ ties }) => ({ ...worldview, grown: ties.includes("t1") ? opened : us });
  answers.question = ({ id }) => question(id, null, { text: { en: `${id}?` } });
  state.ties = [{ id: "t1", called: "R." }, { id: "t2", called: "Marie" }];
  Object.assign(desk.writing, { ties: ["t2"] });
  desk.touched = true;
  await asking.use(worldview, { set: "worldview" });
  assert.deepEqual(onPage(), [us]);
  desk.writing.ties = ["t2", "t1"];
  await asking.use(worldview, { set: "worldview" });
  assert.deepEqual(onPage(), [opened]);
  // A blank page that then hangs on somebody, and a page that does not lie on the desk.
  await desks.clearDesk();
  await asking.use(worldview, { ties: ["t1"] });
  assert.deepEqual(onPage(), [opened]);
  assert.equal((await asking.asked(worldview, null, null, ["t2"])).question, us);
  // Where none of them may be asked there the question comes as it is.
  answers.question_for = () => ({ ...worldview, grown: null });
  assert.equal((await asking.asked(worldview, null, null)).question, "worldview-1");
});

test("a question is taken off a made page only when the person asks", async () => {
  answers.unask = () => null;
  Object.assign(desk, { page: "p1", writing: { ...desk.writing, asked: [words("a"), words("b")] } });
  await asking.takeOff();
  assert.deepEqual(last("unask"), { page: "p1", question: "b", n: 1 });
  assert.deepEqual(onPage(), ["a"]);
  answers.unask = () => Promise.reject({ kind: "disk_full" });
  await assert.rejects(asking.takeOff());
  assert.deepEqual(onPage(), ["a"], "what could not be taken off is still there");
});

test("a blank page asks only when the person chose so, and a begun one never", async () => {
  answers.suggested = () => ({ question: question("arriving-1", "arriving"), set: "arriving" });
  await asking.askBlankPage();
  assert.deepEqual(onPage(), []);
  state.settings.page_asks = true;
  sheet.value = "begun";
  await asking.askBlankPage();
  assert.deepEqual(onPage(), []);
  sheet.value = "";
  await asking.askBlankPage();
  assert.deepEqual(onPage(), ["arriving-1"]);
  state.settings.page_asks = false;
});

test("a question under which nothing stands follows the language, and an answered one never does", async () => {
  asking.put(words("a"));
  speak("ja", catalogueOf("ja"));
  await asking.speakQuestion();
  assert.equal(asking.present()?.lang, "ja");
  assert.equal(desk.writing.lang, "ja");
  sheet.value = "ことば";
  speak("fr", catalogueOf("fr"));
  await asking.speakQuestion();
  assert.equal(asking.present()?.lang, "ja");
});

const set = { id: "what-happened", origin: "built_in", task: "worldview", title: { en: "What happened" }, purpose: {}, audience: ["alone"], suggest: false, questions: [] };
const three = ["what-happened-1", "what-happened-2", "what-happened-7"].map((id) => question(id, "what-happened"));

/** What the core answers about a set: what was not shown yet, and its last question before the end. */
const stepOf = (all) => ({ ask }) => {
  const [next = null, ...others] = all.filter(({ id }) => !ask.shown.includes(id));
  const last = all.find(({ id }) => id === "what-happened-7" && !ask.shown.includes(id)) ?? null;
  return { question: next, others, before_closing: last };
};

/** A walk through three questions; pages are named by the order they were made in. */
function walking() {
  let pages = 0;
  answers.sitting_step = stepOf(three);
  answers.begin_sitting = () => "5".repeat(32);
  answers.question = ({ id }) => question(id, id.replace(/-\d+$/, ""));
  answers.finish_draft = ({ save }) => ({ id: save.page ?? `p${++pages}` });
  answers.draft = () => null;
  answers.page = ({ id }) => ({ id, day: "2026-11-01", writing: { ...structuredClone(desk.writing), body: "as it was" } });
}
/** The sheet is drawn anew for each page. @param {string} text */
function write(text) {
  sheet = new HTMLTextAreaElement();
  sheet.value = text;
  desks.sheetShown(sheet);
  desks.touched();
}

test("each answer of a walk is a page that shares the sitting, and an empty one is none", async () => {
  walking();
  await walks.beginWalk(set);
  write("before it");
  await walks.anotherOfWalk();
  const { writing } = last("finish_draft").save;
  assert.deepEqual(writing.asked.map(({ question: id, set: of, sitting }) => [id, of, sitting]), [["what-happened-1", "what-happened", "5".repeat(32)]]);
  await walks.anotherOfWalk();
  assert.equal(calls.filter(({ command }) => command === "finish_draft").length, 1);
  assert.equal(walks.questionHere()?.id, "what-happened-7");
});

test("before what happened is closed its last question is offered, unless it was met", async () => {
  walking();
  await walks.beginWalk(set);
  await walks.enoughOfWalk();
  assert.equal(walk.last?.id, "what-happened-7");
  await walks.choose(walk.last);
  assert.equal(walk.step, "walking");
  await walks.enoughOfWalk();
  assert.equal(walk.last, null);
});

test("another set is closed with the question of what can stay unwritten", async () => {
  walking();
  answers.sitting_step = stepOf([question("connection-1")]);
  await walks.beginWalk({ ...set, id: "connection" });
  await walks.anotherOfWalk();
  assert.equal(walk.step, "closing");
  assert.equal(walk.last?.id, "arriving-5");
  await walks.choose(walk.last);
  assert.equal(last("asking").set, "arriving");
});

test("where a walk ends what the practice offers now and then is looked for once, and is gone when it was met", async () => {
  walking();
  const further = question("community-2", "community");
  answers.now_and_then = () => ({ question: further, set: "community" });
  await walks.beginWalk(set);
  desk.writing.ties = ["t1"];
  state.ties = [{ id: "t1", called: "Marie" }];
  await walks.enoughOfWalk();
  assert.deepEqual(last("now_and_then").ask, { set: "what-happened", ties: ["t1"], shown: ["what-happened-1"] });
  assert.equal(walks.furtherQuestion()?.id, "community-2");
  await walks.choose(further);
  assert.deepEqual([last("asking").question, last("asking").set], ["community-2", "community"]);
  await walks.enoughOfWalk();
  assert.equal(walks.furtherQuestion(), null);
  assert.equal(calls.filter(({ command }) => command === "now_and_then").length, 1);
});

test("what is asked differently within a walk is asked so from there on, also after a step away and back", async () => {
  walking();
  const mine = "0c".repeat(16);
  await walks.beginWalk(set);
  await walks.askedDifferently(question(mine, null, { text: { en: "Where does it rest?" } }));
  assert.deepEqual(onPage(), [mine]);
  assert.deepEqual([last("asking").set, last("asking").sitting], ["what-happened", "5".repeat(32)]);
  answers.question_for = ({ id }) => question(id, "what-happened", { grown: mine });
  await walks.anotherOfWalk();
  await walks.stepBack();
  assert.deepEqual(onPage(), [mine]);
});

test("whoever sets a question aside goes on between the same", async () => {
  walking();
  state.ties = [{ id: "t1", called: "Marie" }];
  await walks.beginWalk(set);
  desk.writing.ties = ["t1"];
  await walks.setQuestionAside();
  assert.deepEqual(desk.writing.ties, ["t1"]);
  assert.deepEqual(last("sitting_step").ask.ties, ["t1"]);
});

test("a question set aside does not come again and nothing is kept of it, until the person asks", async () => {
  walking();
  answers.wish_of_question = () => null;
  await walks.beginWalk(set);
  await walks.setQuestionAside();
  assert.equal(walks.questionHere()?.id, "what-happened-2");
  assert.equal(last("wish_of_question"), undefined);
  await walks.anotherOfWalk();
  await walks.anotherOfWalk();
  assert.equal(walk.step, "closing", "all others were met");
  await walks.stepBack();
  await walks.setQuestionAside();
  await walks.comeBackLater();
  assert.deepEqual(last("wish_of_question"), { id: "what-happened-7", wish: "later" });
});

test("one step back brings an answered page to be written on", async () => {
  walking();
  await walks.beginWalk(set);
  write("before it");
  await walks.anotherOfWalk();
  await walks.stepBack();
  assert.deepEqual([desk.page, desk.writing.body], ["p1", "as it was"]);
});

test("keys that come quickly one after the other are steps one after the other", async () => {
  walking();
  await walks.beginWalk(set);
  await walks.anotherOfWalk();
  await Promise.all([walks.stepBack(), walks.enoughOfWalk()]);
  assert.equal(walk.step, "closing");
  assert.deepEqual(onPage(), [], "no question is left on the desk");
});

test("a page that is begun is not mixed with a walk: the person says what becomes of it", async () => {
  walking();
  write("half a thought");
  await walks.beginWalk(set);
  assert.equal(walk.waiting?.id, "what-happened");
  assert.equal(desk.writing.body || sheet.value, "half a thought");
  await walks.keepAndBegin();
  assert.equal(last("finish_draft").save.writing.body, "half a thought");
  assert.deepEqual(onPage(), ["what-happened-1"]);
});
