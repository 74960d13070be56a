// @ts-check
// An answer being written, and the draft of a letter that it becomes. Which fields there are, and where their words go,
// stands here; the room only draws them.

import { question } from "../journal.js";
import { letterDraft } from "../journal-letters.js";
import { language, t } from "./i18n.js";
import { toWriteOn, wordsIn } from "./wording.js";

/** @import { AskedWording, LetterDraft, PartDraft, SharedPage, WordingRef } from "../wire.js" */

/** @typedef {"echo" | "same" | "co" | "question" | "shared" | "release"} AnswerHow */
/** @typedef {{ key: string, label: string, lang: string, question: string, rows: number }} Field */

/**
 * @typedef {object} Answer
 * @property {AnswerHow} how
 * @property {string} to The companion.
 * @property {string | null} letter The letter it answers, or that is to be let go.
 * @property {string | null} version The same letter on the shelf, to go back to.
 * @property {string | null} draft The draft it is kept in.
 * @property {AskedWording[]} asked The question of each field, where fields have one.
 * @property {string[]} texts What is written in each field.
 * @property {WordingRef | null} grows The question that a question back grows out of.
 * @property {string | null} made The question that was made of it.
 * @property {SharedPage | null} shared
 */

/** @returns {Answer} */
export const blankAnswer = () => ({ how: "echo", to: "", letter: null, version: null, draft: null, asked: [], texts: [], grows: null, made: null, shared: null });

const ECHO = [1, 2, 3, 4, 5].map((number) => `co-reflection-${number}`);
const LOOKING_BACK = [6, 7, 8].map((number) => `co-reflection-${number}`);

/** Whether a question is one of those for looking back together. @param {string} id */
export const looksBack = (id) => LOOKING_BACK.includes(id);

/** A question in the words it is asked in now. @param {string} id @returns {Promise<AskedWording>} */
export async function askedNow(id) {
  const { n, text } = await question(id);
  const words = wordsIn(text, language());
  return { question: id, n, text: toWriteOn(words.text), lang: words.lang };
}

/** A name nobody else has, for a page that both write. */
export function freshName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The questions of an answer. @param {AnswerHow} how @param {AskedWording | undefined} given @returns {Promise<AskedWording[]>} */
async function questionsOf(how, given) {
  if (how === "echo" || how === "co") return Promise.all((how === "echo" ? ECHO : LOOKING_BACK).map(askedNow));
  return how === "same" && given ? [given] : [];
}

/**
 * An answer as it begins, or as it was kept.
 * @param {Record<string, any>} params `answer`, `to`; and as it needs: `letter`, `version`, `asked`, `question`, `shared`, `words`, `draft`.
 * @returns {Promise<Answer>}
 */
export async function answerOf(params) {
  const how = /** @type {AnswerHow} */ (params.answer);
  const asked = await questionsOf(how, params.asked);
  const grows = how === "question" && params.question ? await question(params.question).then(({ id, n }) => ({ question: id, n }), () => null) : null;
  const shared = how === "shared" ? (params.shared ?? { page: freshName(), grew_from: null }) : null;
  const answer = { ...blankAnswer(), how, to: params.to ?? "", letter: params.letter ?? null, version: params.version ?? null, asked, grows, shared, texts: asked.map(() => "") };
  if (how === "shared") answer.texts = [params.words ?? ""];
  if (how === "question") answer.texts = ["", ""];
  if (params.draft) takeUp(answer, params.draft, (await letterDraft(params.draft)).draft);
  return answer;
}

/** Goes on where it was left. @param {Answer} answer @param {string} id @param {LetterDraft} draft */
function takeUp(answer, id, draft) {
  Object.assign(answer, { draft: id, to: draft.to[0] ?? answer.to, letter: draft.answers ?? draft.releases[0] ?? null, shared: draft.shared_page ?? answer.shared });
  if (draft.same_question && answer.how === "same") answer.asked = [draft.same_question];
  for (const [at, { source }] of draft.parts.entries()) {
    if (source.kind !== "words") continue;
    const place = answer.asked.findIndex((one) => one.question === source.asked?.question);
    answer.texts[place < 0 ? at : place] = source.text;
  }
}

/** @param {Answer} answer @returns {Field[]} */
export function fieldsOf(answer) {
  const rows = answer.how === "shared" || answer.how === "same" ? 9 : 3;
  if (answer.asked.length > 0) return answer.asked.map((one) => ({ key: one.question, label: one.text, lang: one.lang, question: one.question, rows }));
  const lang = language();
  switch (answer.how) {
    case "question": return [
      { key: "question", label: t("threads-question-words"), lang, question: "", rows: 2 },
      ...(answer.grows ? [{ key: "because", label: t("threads-question-because"), lang, question: "", rows: 2 }] : []),
    ];
    case "shared": return [{ key: "shared", label: t("threads-shared-words"), lang, question: "", rows }];
    default: return [];
  }
}

/** The passages of an answer: a field left empty is set aside without a trace. @param {Answer} answer @returns {PartDraft[]} */
function partsOf(answer) {
  if (answer.how === "release" || answer.made) return [];
  return answer.texts.flatMap((text, at) => (text.trim() === "" ? [] : [{ source: { kind: /** @type {const} */ ("words"), title: "", text: text.trimEnd(), asked: answer.asked[at] ?? null }, answers: null }]));
}

/**
 * The draft of the letter, or nothing as long as there is nothing to keep.
 * @template {boolean} [E=false]
 * @param {Answer} answer @param {{ empty?: E }} [given]
 * @returns {E extends true ? LetterDraft : LetterDraft | null}
 */
export function draftOf(answer, { empty } = {}) {
  const parts = partsOf(answer);
  const { how } = answer;
  const holds = parts.length > 0 || how === "release" || answer.made;
  if (!holds && !empty) return /** @type {any} */ (null);
  /** @type {LetterDraft} */
  const draft = {
    kind: how === "echo" ? "echo" : how === "release" ? "release" : how === "question" && answer.made ? "question" : "letter",
    to: answer.to ? [answer.to] : [], under_words: null, lang: language(),
    answers: how === "release" ? null : answer.letter,
    cover: "", wish: [], please: { what: [], words: "" }, date: "day", parts, names: [],
    releases: how === "release" && answer.letter ? [answer.letter] : [],
    question: answer.made ? { question: answer.made, changed_because: answer.grows ? (answer.texts[1] ?? "").trim() : "" } : null,
    same_question: how === "same" ? (answer.asked[0] ?? null) : null,
    shared_page: answer.shared,
  };
  return /** @type {any} */ (draft);
}

/** Whose exchange a wish is about that names several letters: these are chosen in the room before it ends.
 * @param {LetterDraft} draft @returns {string | null} */
export const endingWith = ({ to, releases }) => (releases.length > 1 ? (to[0] ?? null) : null);

/** In which way an answer that is kept was being written; nothing for a letter that is put together elsewhere.
 * @param {LetterDraft} draft @returns {AnswerHow | null} */
export function howOf(draft) {
  if (draft.kind === "echo" || draft.kind === "release") return draft.kind;
  if (draft.kind !== "letter" || draft.to.length !== 1 || draft.parts.some(({ source }) => source.kind !== "words")) return null;
  if (draft.shared_page) return "shared";
  if (draft.same_question) return "same";
  const looks = draft.parts.some(({ source }) => source.kind === "words" && source.asked !== null && looksBack(source.asked.question));
  return looks ? "co" : null;
}
