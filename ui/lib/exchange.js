// @ts-check
// How an exchange is laid out: two voices side by side in the order in which letters were sealed or came, never merged.
// Where both answered one question, their letters stand beside each other.

import { looksBack } from "./letter-answer.js";

/** @import { LetterLine, LetterShown } from "../wire.js" */

/** @typedef {{ mine: LetterLine | null, theirs: LetterLine | null, question: LetterShown["same_question"] }} Row */

/** How many letters pass before looking back together is offered. */
const A_FEW = 4;

/** Whether the words of a letter are here. @param {LetterLine} line */
export const isHere = ({ standing }) => standing === "kept" || standing === "later";

/** What a letter is known by in a list: its cover, or where it begins. @param {LetterShown} letter */
export const firstWords = ({ face, parts }) => face.cover || parts[0]?.title || parts[0]?.text || "";

/**
 * @param {readonly LetterLine[]} lines
 * @param {ReadonlyMap<string, LetterShown>} words What was read, by version.
 * @returns {Row[]}
 */
export function rowsOf(lines, words) {
  /** @type {Row[]} */
  const rows = [];
  for (const line of lines) {
    const side = line.whose === "mine" ? "mine" : "theirs";
    const question = words.get(line.version)?.same_question ?? null;
    const beside = question && rows.find((row) => row.question?.question === question.question && row[side] === null);
    if (beside) beside[side] = line;
    else rows.push({ mine: side === "mine" ? line : null, theirs: side === "theirs" ? line : null, question });
  }
  return rows;
}

/** Questions that I answered with them in letters, of those both answer. @param {readonly LetterLine[]} lines @param {ReadonlyMap<string, LetterShown>} words */
export function answeredByMe(lines, words) {
  return new Set(lines.filter(({ whose }) => whose === "mine").flatMap(({ version }) => words.get(version)?.same_question?.question ?? []));
}

/** Whether looking back together can be offered: a few letters passed since it was last done, and both have written.
 * @param {readonly LetterLine[]} lines @param {ReadonlyMap<string, LetterShown>} words */
export function mayLookBack(lines, words) {
  const here = lines.filter(({ standing, kind }) => standing === "kept" && (kind === "letter" || kind === "echo"));
  const last = here.findLastIndex(({ version }) => words.get(version)?.parts.some(({ asked }) => asked !== null && looksBack(asked.question)));
  const since = here.slice(last + 1);
  return since.length >= A_FEW && here.some(({ whose }) => whose === "mine") && here.some(({ whose }) => whose === "theirs");
}
