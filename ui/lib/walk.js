// @ts-check
// A sitting: a set of questions walked slowly, in any order. Each answer is a page of its own; the pages share a name
// and nothing else is kept: not what was set aside, not how long it took, not whether it came to an end.

import * as journal from "../journal.js";
import { askAnew, asked, present, put, readyDesk, tiesOnDesk } from "./asking.js";
import { picturesSettled } from "./desk-pictures.js";
import { atRest, bringToDesk, clearDesk, desk, finish, isBlank, letChangesGo } from "./desk.js";
import { focusOn } from "./focus.js";
import { language, t } from "./i18n.js";
import { wordsEnded } from "./ime.js";
import { fromHere, refresh, say, tell } from "./store.js";

/** @import { FromHere } from "./store.js" */
/** @import { Question, QuestionSetLine, SittingStep } from "../wire.js" */

/** What is offered before the end, where the set offers nothing of its own. */
const LAST = "arriving-5";

const still = () => ({
  /** @type {QuestionSetLine | null} */
  set: null,
  /** The name its pages share. */
  sitting: "",
  /** What was not on screen yet. @type {SittingStep} */
  left: { question: null, others: [], before_closing: null },
  /** @type {{ question: Question, page: string | null }[]} What was asked so far, in its order. */
  way: [],
  here: -1,
  /** @type {Set<string>} Set aside, until the sitting ends. */
  aside: new Set(),
  /** @type {Question | null} Set aside just now. */
  asideNow: null,
  /** @type {QuestionSetLine | null} The set that waits while a begun page lies on the desk. */
  waiting: null,
  /** @type {"walking" | "closing"} */
  step: "walking",
  /** @type {Question | null} What is offered before the end. */
  last: null,
  /** Whether what was offered was written to, or set aside. */
  lastMet: false,
  /** What a practice offers now and then where its walk ends; looked for once. @type {Question | null | undefined} */
  further: undefined,
});

export const walk = still();

export const isWalking = () => walk.set !== null;
export const questionHere = () => walk.way[walk.here]?.question ?? null;

/** The step that is being taken. @type {Promise<void>} */
let taken = Promise.resolve();

/** Does one step after the one before it, however quickly the keys come: two at once would leave a question on the
 * desk when the walk is over. When it cannot be done we stay where we are, and nothing is lost.
 * @param {() => Promise<void>} does */
function step(does) {
  taken = taken.then(does).catch(tell).then(refresh);
  return taken;
}

/** Arrives at what is asked now. */
function arrive() {
  refresh();
  focusOn("main h1");
}

const isMet = (/** @type {string} */ id) => walk.aside.has(id) || walk.way.some(({ question }) => question.id === id);

/** Where the walk through a set stands, for a page that hangs on the ties on the desk. @param {QuestionSetLine} set */
const askOf = (set) => ({ set: set.id, ties: tiesOnDesk(), shown: [...walk.aside, ...walk.way.map(({ question }) => question.id)] });

/** Asks the core what is left. */
async function look() {
  if (walk.set) walk.left = await journal.sittingStep(askOf(walk.set));
}

/** The set a question belongs to in this walk: what is offered at the end may be of another one. @param {Question} question */
function setFor(question) {
  const lent = question.id === walk.last?.id || question.id === walk.further?.id;
  return lent && question.set !== walk.set?.id ? null : (walk.set?.id ?? null);
}

/** The questions one may go to from here, those that were on screen first. */
export const otherQuestions = () => {
  const { question, others } = walk.left;
  return [...walk.way.map((one) => one.question), ...(question ? [question] : []), ...others].filter(({ id }) => id !== questionHere()?.id);
};

/**
 * Makes a page of what stands on the sheet, or leaves an empty sheet as if nothing had been.
 * @returns {Promise<boolean>} Whether the desk is free; not when another page came to it meanwhile, which is not the walk's.
 */
async function keepAnswer() {
  const at = walk.way[walk.here];
  const { turn } = desk;
  await Promise.all([picturesSettled(), wordsEnded()]);
  if (turn !== desk.turn) return false;
  await atRest(async () => {
    if (isBlank()) {
      if (desk.page) await letChangesGo();
      else if (desk.rev > 0) await journal.dropDraft(null);
      return;
    }
    const line = await finish();
    if (at) at.page = line.id;
    say(t("sitting-kept-page"));
  });
  await clearDesk();
  return true;
}

/** What a practice offers where its walk ends, until it was met. */
export const furtherQuestion = () => (walk.further && !isMet(walk.further.id) ? walk.further : null);

/** @param {number} place */
async function goTo(place) {
  const { ties } = desk.writing;
  if (!(await keepAnswer())) return;
  const at = walk.way[place];
  if (!at) return;
  walk.here = place;
  walk.step = "walking";
  if (at.page) await bringToDesk(at.page);
  else {
    desk.writing.lang = language();
    desk.writing.ties = ties;
    put(await asked(at.question, setFor(at.question), walk.sitting));
  }
  arrive();
}

/** @param {Question} question */
async function meet(question) {
  const there = walk.way.findIndex((one) => one.question.id === question.id);
  const place = there === -1 ? walk.way.push({ question, page: null }) - 1 : there;
  await goTo(place);
  await look();
}

/** Offers to close: with the question that belongs there, unless it was met. */
async function offerToClose() {
  const walked = walk.set && askOf(walk.set);
  if (!(await keepAnswer())) return;
  await look();
  if (walked && walk.further === undefined) walk.further = (await journal.nowAndThen(walked))?.question ?? null;
  // One is enough: who wrote to it is not offered a second.
  walk.lastMet ||= walk.last !== null && isMet(walk.last.id);
  const last = walk.lastMet ? null : (walk.left.before_closing ?? (await journal.question(LAST)));
  walk.last = last && !isMet(last.id) ? last : null;
  walk.step = "closing";
  walk.asideNow = null;
  arrive();
}

/** Begins to walk through a set. A page that is begun is never mixed with it: it is asked about first.
 * @param {QuestionSetLine} set */
export function beginWalk(set) {
  const on = fromHere();
  return step(async () => {
    await readyDesk();
    if (!on.still()) return;
    if (!isBlank()) {
      Object.assign(walk, still(), { waiting: set });
      await on.go("sitting");
      return;
    }
    await beginNow(set, on);
  });
}

/** @param {QuestionSetLine} set @param {FromHere} on */
async function beginNow(set, on) {
  const sitting = await journal.beginSitting();
  Object.assign(walk, still(), { set, sitting });
  await look();
  if (!walk.left.question && tiesOnDesk().length > 0) {
    // This set is not for a page between these: it is walked without them.
    desk.writing.ties = [];
    await look();
  }
  const first = walk.left.question;
  await (first ? meet(first) : offerToClose());
  await on.go("sitting");
}

/** The page that was begun is kept as a page, and the walk begins. */
export function keepAndBegin() {
  const on = fromHere();
  return step(async () => {
    const { waiting } = walk;
    if (!waiting) return;
    const { ties } = desk.writing;
    if (!isBlank()) await finish();
    await clearDesk();
    walk.waiting = null;
    if (walk.set) return goTo(walk.here);
    desk.writing.ties = ties;
    await beginNow(waiting, on);
  });
}

/** Another question; none of the set is left when all were met or set aside, and closing is offered. */
export const anotherOfWalk = () => step(async () => {
  if (!walk.set || walk.step === "closing") return;
  walk.asideNow = null;
  if (walk.here < walk.way.length - 1) return goTo(walk.here + 1);
  await look();
  await (walk.left.question ? meet(walk.left.question) : offerToClose());
});

/** @param {Question} question */
export const choose = (question) => step(async () => {
  walk.asideNow = null;
  walk.aside.delete(question.id);
  await meet(question);
});

/** Sets the question aside: it does not come again in this sitting, and nothing remembers it afterwards. */
export const setQuestionAside = () => step(async () => {
  const here = walk.way[walk.here];
  if (!here) return;
  const { ties } = desk.writing;
  if (!(await keepAnswer())) return;
  // What comes next is between the same.
  desk.writing.ties = ties;
  // A question that has an answer stays on the way, to be found again.
  if (!here.page) {
    walk.aside.add(here.question.id);
    walk.way.splice(walk.here, 1);
    walk.here -= 1;
  }
  await look();
  await (walk.left.question ? meet(walk.left.question) : offerToClose());
  walk.asideNow = here.question;
});

/** Only when the person asks is it kept that a question was set aside. */
export const comeBackLater = () => step(async () => {
  if (!walk.asideNow) return;
  await journal.wishOfQuestion(walk.asideNow.id, "later");
  walk.asideNow = null;
  say(t("sitting-later-kept"));
});

export const stepBack = () => step(async () => {
  walk.asideNow = null;
  if (walk.step === "closing") await goTo(walk.here);
  else if (walk.here > 0) await goTo(walk.here - 1);
});

export const enoughOfWalk = () => step(async () => {
  if (walk.set && walk.step === "walking") await offerToClose();
});

/**
 * What was asked differently is asked so from here on.
 * @param {Question} question @param {typeof walk.way[number] | null} [at] Where on the way it was begun.
 * @param {FromHere} [on]
 */
export const askedDifferently = (question, at = walk.way[walk.here] ?? null, on = fromHere()) => step(async () => {
  const { turn } = desk;
  askAnew();
  if (!at || !walk.way.includes(at)) return;
  if (question.id !== at.question.id) at.question = { ...at.question, grown: question.id };
  const words = await asked(question, setFor(at.question), walk.sitting);
  say(t("questions-kept"));
  // Another page lies on the desk by now: it was not asked this.
  if (at !== walk.way[walk.here] || turn !== desk.turn || desk.finished || present()?.sitting !== walk.sitting) return;
  put(words);
  if (on.still()) arrive();
});

/** Ends the sitting; nothing of it is remembered. */
export function endWalk() {
  Object.assign(walk, still());
}

/** Comes back to a walk that was left for another room. What was written meanwhile belongs where it was written. */
export async function resumeWalk() {
  if (!walk.set || walk.step === "closing") return;
  const at = walk.way[walk.here];
  const onDesk = desk.writing.asked.at(-1)?.sitting === walk.sitting;
  if (desk.finished) {
    if (at && desk.finished && !at.page) at.page = desk.finished.id;
    await clearDesk();
  } else if (onDesk) return;
  await readyDesk();
  if (!isBlank()) {
    walk.waiting = walk.set;
    return;
  }
  await goTo(walk.here);
}
