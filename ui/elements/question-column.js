// @ts-check
// How a question has changed: its wordings below each other, the present one filled. A column beside the sheet shows
// the way to the wording that is asked; the room of a question shows every branch.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { about, present } from "../lib/asking.js";
import { dayMonth } from "../lib/dates.js";
import { led, t } from "../lib/i18n.js";
import { refresh, state } from "../lib/store.js";
import { columnOf, inPhrases, isSame, wayTo, wordsIn } from "../lib/wording.js";
import { inLines } from "./phrases.js";

/** @import { LineageWording, WordingRef } from "../wire.js" */
/** @import { TemplateResult, nothing as Nothing } from "../vendor/lit-html/lit-html.js" */

/** @param {LineageWording} one @returns {string} When it was made, or where it comes from. */
export function whenOf(one) {
  if (one.at) return one.at.slice(0, 10) === state.today ? t("common-today") : dayMonth(one.at.slice(0, 10), state.today);
  return one.origin === "built_in" ? t("questions-of-library") : t("questions-of-others");
}

/**
 * @param {{ one: LineageWording, from: LineageWording | null, branch: number }} line
 * @param {WordingRef} now
 * @param {(one: LineageWording) => TemplateResult | typeof Nothing} below What stands below a wording.
 */
function line({ one, from, branch }, now, below) {
  const { lang, text } = wordsIn(one.text);
  const here = isSame(one.wording, now);
  const before = from ? wordsIn(from.text) : null;
  return html`<li class=${`branch-${branch}`} aria-current=${here ? "true" : nothing} data-t="wording">
    <div><span class="when">${whenOf(one)}${here ? html` · ${t("questions-asked-now")}` : nothing}</span>
      ${before ? html`<span class="when">${led(t("questions-grew-from"))}<span dir="auto" lang=${before.lang || nothing}>${before.text}</span></span>` : nothing}
      <p class=${inPhrases("words-of", text, lang)} dir="auto" lang=${lang || nothing}>${inLines(text, lang)}</p>
      ${below(one)}</div></li>`;
}

/**
 * Every wording, with its branches.
 * @param {readonly LineageWording[]} wordings @param {WordingRef} now
 * @param {(one: LineageWording) => TemplateResult | typeof Nothing} below
 */
export const wholeColumn = (wordings, now, below) => html`<ol class="wordings" data-t="lineage">${columnOf(wordings).map((each) => line(each, now, below))}</ol>`;

/** @type {{ key: string, way: LineageWording[] }} */
const shown = { key: "", way: [] };

/** @param {WordingRef} to @param {string} key */
async function find(to, key) {
  shown.key = key;
  shown.way = [];
  try {
    const { wordings } = await journal.lineage(to.question);
    if (shown.key !== key) return;
    shown.way = wayTo(wordings, to);
    refresh();
  } catch {
    // Without the column the question is still asked.
  }
}

/** The column beside the sheet, once a question on the desk has had more than one wording. */
export function changedColumn() {
  const asked = present();
  if (!asked || state.journal !== "open") return nothing;
  const to = { question: asked.question, n: asked.n };
  // A question that was asked differently meanwhile is known anew.
  const key = `${asked.question} ${asked.n} ${about(asked.question)?.n ?? 0}`;
  if (shown.key !== key) void find(to, key);
  if (shown.way.length < 2) return nothing;
  return html`<section class="note" aria-labelledby="changed" data-t="changed"><h2 id="changed">${t("questions-changed")}</h2>
    <ol class="wordings">${shown.way.map((one) => line({ one, from: null, branch: 0 }, to, () => nothing))}</ol></section>`;
}
