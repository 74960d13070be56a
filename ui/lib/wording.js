// @ts-check
// Words that stand in several languages: the ones to show now, and how wordings of one question hang together.

import { language } from "./i18n.js";

/** @import { LineageWording, Wording, WordingRef } from "../wire.js" */

const OURS = ["en", "ja", "fr"];

/** @param {string} tag */
const primary = (tag) => tag.split("-")[0] ?? "";

/**
 * The words in a language, or in the nearest one there is: the same language of another region, then English,
 * Japanese, French, then any. The core chooses in the same way when it asks.
 * @param {Wording} wording
 * @param {string} [lang]
 * @returns {{ lang: string, text: string }}
 */
export function wordsIn(wording, lang = language()) {
  const tags = Object.keys(wording).sort();
  const found = [lang, primary(lang)].find((tag) => tags.includes(tag))
    ?? tags.find((tag) => primary(tag) === primary(lang))
    ?? OURS.find((tag) => tags.includes(tag))
    ?? tags[0]
    ?? "";
  return { lang: found, text: wording[found] ?? "" };
}

/** The same words, to be written on: without the places where a Japanese line may end, which nobody sees.
 * @param {string} text */
export const toWriteOn = (text) => text.replaceAll("\u200b", "");

/** Where a phrase of Japanese begins, as far as signs tell: with a character or a foreign word after hiragana, after
 * を, and after a mark that parts. お and ご belong to what they honour. */
const begins = /(?<=\p{Script=Hiragana}(?<![おご]))(?=[\p{Script=Han}\p{Script=Katakana}「『（])|(?<=を)(?=\p{Script=Hiragana})|(?<=[、。！？…])(?=[^、。！？…」』）])/u;

/**
 * A question's words in phrases, for the lines they stand in. Our own Japanese ones carry the places where a line may
 * end; in those that somebody wrote they are found by the signs alone. Nothing is put into the words.
 * @param {string} text @param {string} lang @returns {string[]}
 */
export const phrasesOf = (text, lang) => (primary(lang) === "ja" && !text.includes("\u200b") ? text.split(begins) : [text]);

/**
 * The classes of an element with a question's words: Japanese ones end nowhere but between phrases.
 * @param {string} names @param {string} text @param {string} lang
 */
export const inPhrases = (names, text, lang) => (text.includes("\u200b") || phrasesOf(text, lang).length > 1 ? `${names} phrased` : names);

/** @param {WordingRef} a @param {WordingRef} b */
export const isSame = (a, b) => a.question === b.question && a.n === b.n;

/**
 * The way from the first wording to one of them.
 * @param {readonly LineageWording[]} wordings
 * @param {WordingRef} to
 * @returns {LineageWording[]}
 */
export function wayTo(wordings, to) {
  /** @type {LineageWording[]} */
  const way = [];
  /** @type {WordingRef | null} */
  let at = to;
  while (at) {
    const here = /** @type {WordingRef} */ (at);
    const found = wordings.find((one) => isSame(one.wording, here));
    // A circle can only come from damage; it must not hold the window up.
    if (!found || way.includes(found)) break;
    way.unshift(found);
    at = found.parent;
  }
  return way;
}

/**
 * A column of wordings in the order of the core, each with the one it grew out of when that is not the line above,
 * and how far it stands to the side: a second way out of the same wording is a branch.
 * @param {readonly LineageWording[]} wordings
 * @returns {{ one: LineageWording, from: LineageWording | null, branch: number }[]}
 */
export function columnOf(wordings) {
  /** @type {Map<LineageWording, number>} */
  const branches = new Map();
  /** @type {Set<LineageWording>} */
  const goneOn = new Set();
  return wordings.map((one, place) => {
    const { parent } = one;
    const from = parent ? (wordings.find((other) => isSame(other.wording, parent)) ?? null) : null;
    const above = branches.get(/** @type {LineageWording} */ (from)) ?? 0;
    const branch = from && goneOn.has(from) ? Math.min(above + 1, 3) : above;
    if (from) goneOn.add(from);
    branches.set(one, branch);
    return { one, from: from && from !== wordings[place - 1] ? from : null, branch };
  });
}
