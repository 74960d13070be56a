// @ts-check
// The exchange with a companion: two voices side by side with a space between, never merged, never counted. On a narrow
// window they stand one after another, and each letter says who wrote it.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { pictureAddress } from "../journal.js";
import * as letters from "../journal-arriving.js";
import { dayLong } from "../lib/dates.js";
import { answeredByMe, isHere, mayLookBack, rowsOf } from "../lib/exchange.js";
import { t } from "../lib/i18n.js";
import { go, refresh, state, tell } from "../lib/store.js";
import { missingView, notThereView } from "../rooms/letter-settled.js";
import { blocksView } from "./blocks.js";
import { icon } from "./icons.js";
import { kindWords } from "./letter-parts.js";
import { forgetBegin, threadBegin } from "./letter-thread-begin.js";
import { sharedPagesView } from "./letter-shared.js";

/** @import { Companion, LetterLine, LetterShown, SharedVersion, Thread } from "../wire.js" */
/** @import { Row } from "../lib/exchange.js" */

/** How many letters are read at first, and further ones at a time. */
const AT_ONCE = 16;

const fresh = () => ({
  /** @type {Thread | null} */
  thread: null,
  /** @type {Map<string, LetterShown>} */
  words: new Map(),
  /** @type {SharedVersion[]} */
  shared: [],
  shown: AT_ONCE,
});

let here = fresh();
let turn = 0;

/** Reads what is shown and was not read yet. @param {Thread} thread @param {number} mine */
async function readShown(thread, mine) {
  const wanted = thread.letters.slice(-here.shown).filter(({ version, standing, newer }) => standing === "kept" && !newer && !here.words.has(version));
  const read = await Promise.all(wanted.map(({ version }) => letters.readLetter(version).catch(() => null)));
  if (mine !== turn) return;
  for (const [at, letter] of read.entries()) if (letter) here.words.set(wanted[at]?.version ?? "", letter);
}

/** @param {string} companion */
export async function enterThread(companion) {
  const mine = ++turn;
  here = fresh();
  const [thread, shared] = await Promise.all([letters.thread(companion), letters.sharedPages(companion)]);
  if (mine !== turn) return;
  Object.assign(here, { thread, shared });
  await readShown(thread, mine);
}

export function leaveThread() {
  turn += 1;
  here = fresh();
  forgetBegin();
}

async function earlier() {
  if (!here.thread) return;
  here.shown += AT_ONCE;
  try {
    await readShown(here.thread, turn);
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {LetterLine} line */
function standingWords({ standing, newer, whose }) {
  if (newer) return t("threads-newer");
  switch (standing) {
    case "later": return t("threads-later");
    case "returned": return t("threads-returned");
    case "erased": return whose === "mine" ? t("threads-erased-mine") : t("threads-erased");
    default: return "";
  }
}

/** @param {LetterLine} line @param {Companion} companion */
const read = (line, companion) => go("letters", { letter: line.version, of: companion.id });

/** The first words of a letter; under a cover only the cover. @param {LetterShown} letter */
function excerptView({ face, parts, question, agreement }) {
  if (face.cover) return html`<p class="voice-cover" dir="auto" lang=${face.lang || nothing} data-t="voice-cover">${face.cover}</p>`;
  return html`<div class="voice-excerpt reading-words" lang=${face.lang || nothing}>
    ${parts.slice(0, 5).map((part) => html`${part.asked ? html`<p class="voice-asked" dir="auto" lang=${part.asked.lang || nothing}>${part.asked.text}</p>` : nothing}${blocksView(part.blocks.slice(0, 6), { level: 4, media: pictureAddress })}`)}
    ${question ? html`<p class="voice-asked">${Object.entries(question.question.text).slice(0, 3).map(([lang, text]) => html`<bdi dir="auto" lang=${lang}>${text} </bdi>`)}</p>` : nothing}
    ${agreement ? html`<p class="small soft" lang=${state.settings.language}>${t("arriving-kind-agreement")}</p>` : nothing}</div>`;
}

/** Theirs waits until mine is written, unless I read it first. @param {LetterLine} line @param {LetterShown} letter @param {Companion} companion */
function waitingView(line, letter, companion) {
  return html`<p class="small soft" data-t="voice-waits">${t("letter-same-told")}</p><div class="cluster">
    ${state.readOnly || companion.standing === "ended" ? nothing : html`<button class="btn" type="button" data-t="voice-write" @click=${() => go("letters", { answer: "same", to: companion.id, letter: line.id, asked: letter.same_question })}>${t("letter-same-write")}</button>`}
    <button class="link" type="button" data-t="voice-read-first" @click=${() => read(line, companion)}>${t("letter-same-read")}</button></div>`;
}

/** @param {LetterLine} line @param {Companion} companion @param {Set<string>} answered */
function letterView(line, companion, answered) {
  const letter = here.words.get(line.version);
  const mine = line.whose === "mine";
  const same = letter?.same_question?.question;
  const waits = Boolean(!mine && same && !answered.has(same));
  const standing = standingWords(line);
  const opens = isHere(line);
  const writer = mine ? html`<span>${t("threads-me")}</span>` : line.whose === "theirs" ? html`<bdi dir="auto">${companion.called}</bdi>` : html`<span>${t("arriving-from-unknown")}</span>`;
  return html`<article class=${`voice-letter ${mine ? "is-mine" : "is-theirs"}`} data-t="voice" data-whose=${line.whose}>
    <h3><span class="voice-who">${writer}</span> <time datetime=${line.on}>${dayLong(line.on)}</time>${line.kind === "letter" ? nothing : html` <span class="soft">${kindWords(line.kind)}</span>`}</h3>
    ${standing ? html`<p class="small soft" data-t="voice-standing">${standing}</p>` : nothing}
    ${line.released ? html`<p class="small voice-note" data-t="voice-released">${icon("info")}<span>${mine ? t("arriving-released-mine") : t("arriving-released")}</span></p>` : nothing}
    ${line.other_version ? html`<p class="small voice-note" data-t="voice-other">${icon("info")}<span>${t("letter-other-version")}</span></p>` : nothing}
    ${letter ? (waits ? waitingView(line, letter, companion) : excerptView(letter)) : nothing}
    ${opens && !waits && !line.newer ? html`<button class="link" type="button" data-t="voice-read" @click=${() => read(line, companion)}>${t("threads-read")}</button>` : nothing}
  </article>`;
}

/** @param {Row} row @param {Companion} companion @param {Set<string>} answered */
function rowView(row, companion, answered) {
  return html`<li class="voice-row">${row.question ? html`<p class="voice-question letter-asked" dir="auto" lang=${row.question.lang || nothing}>${row.question.text}</p>` : nothing}
    ${row.mine ? letterView(row.mine, companion, answered) : nothing}${row.theirs ? letterView(row.theirs, companion, answered) : nothing}</li>`;
}

/** @param {Thread} thread @param {Companion} companion */
function voicesView(thread, companion) {
  const lines = thread.letters.slice(-here.shown);
  if (lines.length === 0) return html`<p class="soft" data-t="thread-empty">${t("threads-empty")}</p>`;
  const answered = answeredByMe(thread.letters, here.words);
  return html`${thread.letters.length > lines.length ? html`<div><button class="link" type="button" data-t="thread-earlier" @click=${earlier}>${t("threads-earlier")}</button></div>` : nothing}
    <div class="voice-heads" aria-hidden="true"><span class="is-mine">${t("threads-me")}</span><span class="is-theirs"><bdi dir="auto">${companion.called}</bdi></span></div>
    <ol class="voices" data-t="voices">${repeat(rowsOf(lines, here.words), (row) => (row.mine ?? row.theirs)?.version ?? "", (row) => rowView(row, companion, answered))}</ol>`;
}

/** The exchange with a companion, in their room. @param {Companion} companion */
export function threadView(companion) {
  const { thread } = here;
  if (!thread || thread.companion !== companion.id) return nothing;
  const writes = !state.readOnly && companion.standing !== "ended";
  return html`<section class="letter-thread stack wide" aria-labelledby="thread" data-t="letter-thread"><h2 id="thread">${t("threads-title")}</h2>
    ${voicesView(thread, companion)}
    ${missingView(thread.missing)}${notThereView(thread.not_there)}
    ${writes && mayLookBack(thread.letters, here.words) ? html`<div class="voice-offer" data-t="thread-look-back"><p>${t("threads-co-offer")}</p><button class="btn" type="button" data-t="thread-co" @click=${() => go("letters", { answer: "co", to: companion.id })}>${t("threads-co")}</button></div>` : nothing}
    ${writes ? threadBegin(companion) : nothing}
    ${sharedPagesView(here.shared, here.words, companion, writes)}</section>`;
}
