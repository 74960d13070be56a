// @ts-check
// What the page on the desk is asked. A question under which words were written stays with the page; one that was
// only looked at goes without a trace when another comes, or when the person writes without one.

import * as journal from "../journal.js";
import { bringToDesk, clearDesk, desk, gather, isBlank, touched } from "./desk.js";
import { language, t } from "./i18n.js";
import { fromHere, refresh, say, state, tell } from "./store.js";
import { wordsIn } from "./wording.js";

/** @import { Asked, Offer, OfferAsk, Question, QuestionSetLine } from "../wire.js" */

/** Where the words stood when the present question came, and what was already seen for this page. */
const mark = { turn: -1, body: "", seen: /** @type {Set<string>} */ (new Set()) };
/** What is known of questions that were met, until the book closes. @type {Map<string, Question | null>} */
const known = new Map();
/** @type {QuestionSetLine[] | null} */
let sets = null;

/** @returns {Asked | null} The question that came last to the page on the desk. */
export const present = () => desk.writing.asked.at(-1) ?? null;

/** Whether words were written since the present question came. */
function isAnswered() {
  gather();
  return mark.turn === desk.turn ? desk.writing.body !== mark.body : !isBlank();
}

function markHere() {
  if (mark.turn !== desk.turn) mark.seen.clear();
  mark.turn = desk.turn;
  mark.body = gather().body;
}

/** Brings a question to the page. @param {Asked} asked */
export function put(asked) {
  const stay = present() && !isAnswered() ? desk.writing.asked.slice(0, -1) : desk.writing.asked;
  desk.writing.asked = [...stay.filter((one) => one.question !== asked.question || one.n !== asked.n), asked];
  markHere();
  mark.seen.add(asked.question);
  touched();
  refresh();
}

/** Takes the present question off a page that is not made yet. */
export function withoutOne() {
  desk.writing.asked = desk.writing.asked.slice(0, -1);
  touched();
  refresh();
}

/** Takes the present question off a page that is made already; writing it anew alone never would. */
export async function takeOff() {
  const now = present();
  if (!now || !desk.page) return;
  try {
    await journal.unask(desk.page, now.question, now.n);
    withoutOne();
    say(t("questions-taken-off"));
  } catch (trouble) {
    tell(trouble);
  }
}

/** The ties of the page that the journal knows. */
export const tiesOnDesk = () => desk.writing.ties.filter((id) => state.ties.some((tie) => tie.id === id));

/**
 * What is offered, something that was not seen yet; when all was seen it begins anew.
 * @param {(ask: OfferAsk) => Promise<Offer | null>} offer
 * @param {Omit<OfferAsk, "shown">} page @param {string[]} seen
 */
export async function offeredBy(offer, page, seen) {
  return (await offer({ ...page, shown: seen })) ?? (seen.length > 0 ? offer({ ...page, shown: [] }) : null);
}

/** The person's own wording of a question, where there is one in the language spoken that may be asked on a page
 * between these. @param {Question} question @param {string[]} ties */
async function inOwnWords(question, ties) {
  const { grown } = question.grown ? await journal.questionFor(question.id, ties) : question;
  const own = grown ? await journal.question(grown) : null;
  return own && wordsIn(own.text).lang === language() ? own : question;
}

/**
 * A question as it is asked now.
 * @param {Question} question @param {string | null} set @param {string | null} sitting
 * @param {string[]} [ties] Those of the page it is asked on, where that is not the one on the desk.
 */
export async function asked(question, set, sitting, ties = tiesOnDesk()) {
  const own = await inOwnWords(question, ties);
  known.set(own.id, own);
  return journal.asking(own.id, language(), set ?? question.set, sitting);
}

/** Another question, or the first one. */
export async function another() {
  if (state.journal !== "open" || state.readOnly || desk.finished) return;
  const { turn } = desk;
  try {
    const page = { ties: tiesOnDesk(), asked: desk.writing.asked.map(({ question }) => question) };
    const offer = await offeredBy(journal.suggested, page, mark.turn === desk.turn ? [...mark.seen] : []);
    if (!offer || turn !== desk.turn) return;
    if (mark.seen.has(offer.question.id)) mark.seen.clear();
    const words = await asked(offer.question, offer.set, null);
    // Another page came to the desk meanwhile, or this one is finished: it was not asked this.
    if (turn !== desk.turn || desk.finished) return;
    put(words);
    // What was drawn is noted under its own name, too: the person's wording of it may have come instead.
    mark.seen.add(offer.question.id);
    say(present()?.text ?? "");
  } catch (trouble) {
    tell(trouble);
  }
}

/** A page that nobody has begun is asked something, if the person chose so. */
export async function askBlankPage() {
  const begun = desk.page || desk.rev > 0 || desk.touched || present() || !isBlank();
  if (state.settings.page_asks && !begun) await another();
}

/** Makes the desk ready for a new page: an earlier page that was being written anew is kept as a draft of its own. */
export async function readyDesk() {
  if (desk.finished) await clearDesk();
  // What was begun before, or came with what was brought over, is written on.
  if (desk.page || (state.journal === "open" && !state.readOnly && desk.rev === 0 && !desk.touched)) await bringToDesk(null);
}

/**
 * Takes a question to the page on the desk.
 * @param {Question} question @param {{ set?: string | null, ties?: string[] }} [more] Ties that a blank page then hangs on.
 */
export async function use(question, { set = null, ties = [] } = {}) {
  const on = fromHere();
  try {
    await readyDesk();
    const { turn } = desk;
    if (isBlank() && ties.length > 0) desk.writing.ties = ties;
    const words = await asked(question, set, null);
    if (turn !== desk.turn || desk.finished || !on.still()) return;
    put(words);
    await on.go("today", { write: true });
  } catch (trouble) {
    tell(trouble);
  }
}

/** A question under which nothing is written speaks the language of the window. */
export async function speakQuestion() {
  const now = present();
  if (!now || now.lang === language() || isAnswered() || desk.page) return;
  // A question that is here no more stays as it was asked.
  const again = await journal.asking(now.question, language(), now.set, now.sitting).catch(() => null);
  if (!again || present() !== now) return;
  desk.writing.asked = [...desk.writing.asked.slice(0, -1), again];
  if (isBlank() && desk.rev === 0) desk.writing.lang = language();
}

/** What is known of a question; asked for the first time it comes, null until then or when it is there no more.
 * @param {string} id @returns {Question | null} */
export function about(id) {
  const there = known.get(id);
  if (there !== undefined) return there;
  known.set(id, null);
  journal.question(id).then((question) => { known.set(id, question); refresh(); }).catch(() => {});
  return null;
}

/** @param {string | null} id @returns {QuestionSetLine | null} */
export function setOf(id) {
  if (sets === null) {
    sets = [];
    journal.questionSets().then((all) => { sets = all; refresh(); }).catch(() => { sets = null; });
  }
  return sets.find((set) => set.id === id) ?? null;
}

/** Questions or sets were changed: what was known of them is asked for anew. */
export function askAnew() {
  known.clear();
  sets = null;
}
