// @ts-check
// A letter as it is read: who wrote it, before a word of it; what its writer says ahead and asks; its passages and what
// came along. Every word is somebody else's and may be hostile: text bindings only, each set apart in its direction.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { pictureAddress } from "../journal.js";
import { dayLong, monthHeading } from "../lib/dates.js";
import { language, led, t } from "../lib/i18n.js";
import { parted } from "../lib/parted.js";
import { wordsIn } from "../lib/wording.js";
import { blocksView } from "./blocks.js";
import { icon } from "./icons.js";
import { letterFile } from "./letter-files.js";
import { pairedWords } from "./paired.js";

/** @import { AskedWording, LetterFace, LetterKind, LetterShown, PartShown, PleaseWhat, Wish, Writer } from "../wire.js" */

/** @returns {Record<LetterKind, string>} */
const kinds = () => ({
  letter: t("arriving-kind-letter"),
  echo: t("arriving-kind-echo"),
  release: t("arriving-kind-release"),
  question: t("arriving-kind-question"),
  agreement: t("arriving-kind-agreement"),
  other: t("arriving-kind-other"),
});

/** @param {LetterKind} kind */
export const kindWords = (kind) => kinds()[kind];

/** @returns {Record<Wish, string>} */
const wishes = () => ({
  nothing_needed: t("arriving-wish-nothing"),
  an_echo: t("arriving-wish-echo"),
  a_question: t("arriving-wish-question"),
  a_story: t("arriving-wish-story"),
  to_talk: t("arriving-wish-talk"),
  other: t("arriving-wish-other"),
});

/** @returns {Record<PleaseWhat, string>} */
const pleases = () => ({
  keep_between_us: t("arriving-please-between"),
  do_not_keep: t("arriving-please-not-keep"),
  ask_before_quoting: t("arriving-please-quoting"),
  other: t("arriving-please-other"),
});

/** A day or a month as its writer told it; anything else as it stands. @param {string} told */
export function toldDay(told) {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(told) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12) return told;
  return day ? dayLong(told) : monthHeading(Number(year), Number(month));
}

/** Who wrote it, in a word. @param {Writer} writer */
export function calledOf(writer) {
  if (writer.kind === "companion") return html`<bdi dir="auto">${writer.called}</bdi>`;
  return html`<span>${writer.kind === "me" ? t("threads-me") : t("arriving-from-unknown")}</span>`;
}

/** Whether there is something to read in it. @param {LetterShown} letter */
export const hasWords = ({ parts, agreement, question, same_question, shared_page, files }) =>
  parts.length > 0 || files.length > 0 || [agreement, question, same_question, shared_page].some(Boolean);

/** Who wrote it. @param {{ writer: Writer, name: string }} face */
export function writerView({ writer, name }) {
  switch (writer.kind) {
    case "me": return html`<p class="letter-writer is-mine" data-t="writer" data-writer="me"><span class="dot" aria-hidden="true"></span><strong>${t("arriving-from-me")}</strong></p>`;
    case "companion": return html`<div class="letter-writer" data-t="writer" data-writer="companion"><span class="dot" aria-hidden="true"></span>
      <p><span class="soft">${led(t("arriving-from"))}</span><strong><bdi dir="auto">${writer.called}</bdi></strong></p>
      <p class="small soft">${pairedWords(writer.paired)}</p><p class="small soft">${t("arriving-from-known")}</p></div>`;
    default: return html`<div class="letter-writer is-unknown" data-t="writer" data-writer="unknown">${icon("question")}
      <p><strong>${t("arriving-from-unknown")}</strong></p>
      <p class="small soft">${led(t("arriving-from-unknown-told"))}<bdi dir="auto" class="claimed">${name}</bdi></p></div>`;
  }
}

/** @param {string} name @param {unknown} told */
const factView = (name, told) => html`<div><dt>${name}</dt><dd>${told}</dd></div>`;

/** What is told beside the words: to whom, when, what would be liked back, what is asked. @param {LetterFace} face */
export function aboutView(face) {
  const mine = face.writer.kind === "me";
  const [wish, please] = [face.wish.map((one) => wishes()[one]), face.please.what.map((one) => pleases()[one])];
  return html`<dl class="letter-about">
    ${face.recipients.length > 0 ? factView(t("arriving-to"), face.recipients.map((name) => html`<bdi class="name" dir="auto">${name}</bdi> `)) : nothing}
    ${face.sealed ? factView(t("arriving-sealed"), html`<bdi dir="auto">${toldDay(face.sealed)}</bdi>`) : nothing}
    ${wish.length > 0 ? factView(mine ? t("arriving-wish-mine") : t("arriving-wish"), wish.join(" · ")) : nothing}
    ${please.length > 0 || face.please.words ? factView(mine ? t("arriving-please-mine") : t("arriving-please"), html`${please.join(" · ")}
      ${face.please.words ? html`<p class="theirs" dir="auto" lang=${face.lang || nothing} data-t="please-words">${face.please.words}</p>` : nothing}`) : nothing}
  </dl>`;
}

/** @param {AskedWording} asked */
const askedView = (asked) => html`<p class="letter-asked" dir="auto" lang=${asked.lang || nothing} data-t="part-asked">${asked.text}</p>`;

/** What stands above the words of a passage. @param {PartShown} part @param {string} lang */
function partHead(part, lang) {
  const answers = part.answers === null ? nothing : html`<p class="small soft">${t("arriving-answers-part", { number: part.answers + 1 })}</p>`;
  return html`${answers}${part.asked ? askedView(part.asked) : nothing}
    ${part.title ? html`<h3 dir="auto" lang=${lang || nothing}>${part.title}</h3>` : nothing}
    ${part.date ? html`<p class="small soft"><bdi dir="auto">${t("arriving-written", { day: toldDay(part.date) })}</bdi></p>` : nothing}`;
}

/** @param {PartShown} part @param {number} at @param {LetterShown} letter @param {Given} given */
function partView(part, at, letter, { version, reader = "" }) {
  const name = t("arriving-part", { number: at + 1 });
  return html`<div class="letter-part" role="group" aria-label=${reader ? `${name} · ${reader}` : name} data-t="part">
    ${partHead(part, part.lang)}
    <div class="reading-words" lang=${part.lang || nothing} data-t="part-words">${blocksView(part.blocks, { level: 4, media: pictureAddress })}</div>
    ${part.files.map((number) => letterFile(letter.files[number], number, version))}
  </div>`;
}

/** Files that belong to no passage. @param {LetterShown} letter @param {string | null} version */
function looseFiles(letter, version) {
  const placed = new Set(letter.parts.flatMap((part) => part.files));
  return letter.files.map((file, number) => (placed.has(number) ? nothing : letterFile(file, number, version)));
}

/** @param {LetterShown} letter */
function agreementView({ agreement }) {
  if (!agreement) return nothing;
  return html`<section class="stack wide" data-t="letter-agreement">${agreement.answers.map((answer) => html`<div class="letter-part">
      ${askedView(answer.asked)}<p class="theirs voice" dir="auto" lang=${answer.asked.lang || nothing}>${parted(answer.text.join("\n"))}</p></div>`)}
    ${agreement.reread ? html`<p><span class="soft">${led(t("arriving-agreement-reread"))}</span><bdi dir="auto">${agreement.reread}</bdi></p>` : nothing}</section>`;
}

/** @param {LetterShown} letter */
function questionView({ question, face }) {
  if (!question) return nothing;
  const { lang, text } = wordsIn(question.question.text, face.lang || language());
  return html`<section class="letter-part" data-t="letter-question"><h3>${t("arriving-question")}</h3>
    <p class="letter-asked" dir="auto" lang=${lang || nothing}>${text}</p>
    ${question.changed_because ? html`<p><span class="soft">${led(t("arriving-question-because"))}</span><bdi dir="auto" lang=${face.lang || nothing}>${question.changed_because}</bdi></p>` : nothing}
    ${face.writer.kind === "companion" ? html`<p class="small soft">${t("arriving-question-kept")}</p>` : nothing}</section>`;
}

/**
 * @typedef {object} Given
 * @property {string | null} version Nothing for a letter that came in just now; "leaving" for one that is about to go.
 * @property {string} [reader] Who will read it, where several letters stand below each other.
 */

/** The words of a letter. @param {LetterShown} letter @param {Given} given */
export function wordsOfLetter(letter, given) {
  return html`<div class="letter-words" lang=${letter.face.lang || nothing} data-t="letter-words">
    ${letter.shared_page ? html`<div class="letter-part"><h2 lang=${language()}>${t("arriving-shared")}</h2><p class="small soft" lang=${language()}>${t("arriving-shared-told")}</p></div>` : nothing}
    ${letter.same_question ? askedView(letter.same_question) : nothing}
    ${letter.parts.map((part, at) => partView(part, at, letter, given))}
    ${agreementView(letter)}
    ${questionView(letter)}
    ${looseFiles(letter, given.version)}
  </div>`;
}
