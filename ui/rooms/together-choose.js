// @ts-check
// Choosing what is read together, a part of Letters: pages that are offered, and letters of one exchange. Nothing is
// chosen by itself.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { beginTogether, readLetter, thread } from "../journal-arriving.js";
import { pagesToOffer } from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { calledOf, kindWords } from "../elements/letter-parts.js";
import { keepOrRefuse } from "../lib/desk.js";
import { dayLong } from "../lib/dates.js";
import { firstWords } from "../lib/exchange.js";
import { t } from "../lib/i18n.js";
import { leaveSmallWords, smallWordsUnkept } from "../lib/small-words.js";
import { go, refresh, tell } from "../lib/store.js";

/** @import { LetterLine, LetterShown, PageLine, ToRead } from "../wire.js" */

/** How many pages stand here at first, and how many more at a time. */
const AT_ONCE = 30;

const fresh = () => ({
  /** @type {string | null} */
  companion: null,
  /** @type {PageLine[]} */
  pages: [],
  more: false,
  /** @type {{ line: LetterLine, letter: LetterShown }[]} */
  letters: [],
  /** In the order in which they were chosen, by name. @type {Map<string, ToRead>} */
  chosen: new Map(),
  busy: false,
});

let here = fresh();

async function morePages() {
  const before = here.pages.at(-1)?.place ?? null;
  const { lines, more } = await pagesToOffer({ before, after: null, tie: null, from: null, to: null, limit: AT_ONCE });
  here.pages = [...here.pages, ...lines];
  here.more = more;
}

/** Letters of theirs and of mine; what only asks to be let go is not read together. @param {string} companion */
async function lettersOf(companion) {
  const { letters } = await thread(companion);
  const kept = letters.filter(({ standing, newer, kind }) => standing === "kept" && !newer && kind !== "release").reverse().slice(0, AT_ONCE);
  const read = await Promise.all(kept.map(({ version }) => readLetter(version).catch(() => null)));
  here.letters = read.flatMap((letter, at) => (letter && kept[at] ? [{ line: kept[at], letter }] : []));
}

/** @param {string} name @param {ToRead} one */
function turn(name, one) {
  if (!here.chosen.delete(name)) here.chosen.set(name, one);
  refresh();
}

async function begin() {
  if (here.busy || here.chosen.size === 0) return;
  here.busy = true;
  refresh();
  try {
    await leaveSmallWords();
    await keepOrRefuse();
    // The book closes behind this: words that could not be kept would be gone.
    if (smallWordsUnkept()) throw smallWordsUnkept();
    await beginTogether([...here.chosen.values()]);
  } catch (trouble) {
    here.busy = false;
    tell(trouble);
    refresh();
  }
}

/** @param {string} name @param {ToRead} one @param {unknown} words */
function choiceView(name, one, words) {
  return html`<li><label class="choice"><input type="checkbox" data-t="together-choice" .checked=${here.chosen.has(name)} @change=${() => turn(name, one)}><span>${words}</span></label></li>`;
}

/** @param {PageLine} line */
const pageChoice = (line) => choiceView(line.id, { kind: "page", id: line.id }, html`<span class="clamped" dir="auto" lang=${line.lang || nothing}>${line.title || line.opening}</span><small>${dayLong(line.day)}</small>`);

/** By its first words, or by what it is where it has none. @param {{ line: LetterLine, letter: LetterShown }} one */
function letterChoice({ line, letter }) {
  const first = firstWords(letter);
  const known = first ? html`<span class="clamped" dir="auto" lang=${letter.face.lang || nothing}>${first}</span>` : html`<span class="clamped">${kindWords(line.kind)}</span>`;
  return choiceView(line.version, { kind: "letter", version: line.version }, html`${known}<small>${calledOf(letter.face.writer)} · ${dayLong(line.on)}</small>`);
}

const further = () => morePages().catch(tell).then(refresh);

/** The way here, from Letters or from the room of somebody. @param {string | null} companion */
export const wayTogether = (companion) => html`<div><button class="btn quiet" type="button" data-t="together-open" @click=${() => go("letters", companion ? { together: true, companion } : { together: true })}>${icon("people")}<span>${t("together-title")}</span></button></div>`;

/** @type {import("./letters.js").Inner} */
export const choosingTogether = {
  asked: ({ together }) => together === true,

  /** @param {Record<string, any>} params With whom, when it was begun in their room. */
  async enter({ companion }) {
    here = fresh();
    here.companion = companion ?? null;
    await Promise.all([morePages(), companion ? lettersOf(companion) : undefined]);
  },

  leave() {
    here = fresh();
  },

  main: () => html`<div class="letters together-choose" data-t="together-choose">
    <div class="reading-top"><button type="button" class="link reading-way" data-t="together-back" @click=${() => go("letters", here.companion ? { companion: here.companion } : {})}>${icon("back")}${t("between-read-back")}</button></div>
    <h1 tabindex="-1">${t("together-title")}</h1><p class="lead">${t("together-choose-told")}</p>
    ${here.letters.length > 0 ? html`<section class="stack wide tight" aria-labelledby="together-letters"><h2 id="together-letters">${t("threads-title")}</h2><ul class="choices">${repeat(here.letters, ({ line }) => line.version, letterChoice)}</ul></section>` : nothing}
    <section class="stack wide tight" aria-labelledby="together-pages"><h2 id="together-pages">${t("together-pages")}</h2>
      <ul class="choices">${repeat(here.pages, ({ id }) => id, pageChoice)}</ul>
      ${here.more ? html`<div><button class="btn quiet" type="button" data-t="together-more" @click=${further}>${t("together-more")}</button></div>` : nothing}</section>
    <div class="stack"><p class="truth">${icon("lock")}<span>${t("together-closes")}</span></p>
      <button class="btn primary" type="button" data-t="together-begin" aria-disabled=${here.chosen.size === 0 || here.busy} @click=${begin}>${t("together-begin")}</button></div></div>`,
};
