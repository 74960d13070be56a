// @ts-check
// "Ask it differently": five moves, each with an example of its own, a field for the new words, and why, if one
// likes. None of the moves is an improvement; each is another place to ask from.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import * as journal from "../journal.js";
import { present, tiesOnDesk } from "../lib/asking.js";
import { growing } from "../lib/growing.js";
import { language, t } from "../lib/i18n.js";
import { focusOn } from "../lib/focus.js";
import { fromHere, inWords, refresh, say, tell } from "../lib/store.js";
import { toWriteOn, wordsIn } from "../lib/wording.js";

/** @import { FromHere } from "../lib/store.js" */
/** @import { Move, Question, WordingRef } from "../wire.js" */

/** @typedef {{ place: string, from: WordingRef, lang: string, text: string, moves: Move[], chosen: Move | null, busy: boolean, trouble: string, done: (question: Question, on: FromHere) => Promise<void> }} Asking */
/** @type {Asking | null} */
let asking = null;
let turn = 0;

/** Each move with its name and its example, before and after. @returns {Record<Move, [string, string, string]>} */
const told = () => ({
  opened: [t("questions-move-opened"), t("questions-move-opened-before"), t("questions-move-opened-after")],
  assumption_named: [t("questions-move-assumption"), t("questions-move-assumption-before"), t("questions-move-assumption-after")],
  us: [t("questions-move-us"), t("questions-move-us-before"), t("questions-move-us-after")],
  toward: [t("questions-move-toward"), t("questions-move-toward-before"), t("questions-move-toward-after")],
  slower: [t("questions-move-slower"), t("questions-move-slower-before"), t("questions-move-slower-after")],
  other: [t("questions-move-other"), "", ""],
});

/** @param {string} place Where the field was opened. */
export const isAskingDifferently = (place) => asking?.place === place;

/**
 * Opens the field below a question.
 * @param {object} of
 * @param {string} of.place What it stands in: it is seen there only.
 * @param {Question} of.question
 * @param {WordingRef} [of.from] The wording the new one grows out of, where that is not the one asked now.
 * @param {string[]} [of.ties] Those of the page it is asked on, where that is not the one on the desk.
 * @param {(question: Question, on: FromHere) => Promise<void>} of.done Hears what was kept, and where it was asked for.
 */
export async function beginDifferently({ place, question, from = { question: question.id, n: question.n }, ties, done }) {
  try {
    // Where the page on the desk is asked this, what is offered follows whom the page is between.
    const between = ties ?? (present()?.question === question.id ? tiesOnDesk() : []);
    const moves = await journal.moves(question.id, between);
    const { lang, text } = wordsIn(question.text);
    turn += 1;
    asking = { place, from, lang: lang || language(), text: toWriteOn(text), moves, chosen: null, busy: false, trouble: "", done };
    refresh();
    focusOn("[data-t=differently-heading]");
  } catch (trouble) {
    tell(trouble);
  }
}

export function foldDifferently() {
  asking = null;
}

function putAway() {
  asking = null;
  refresh();
  focusOn("[data-t=differently]");
}

/** @param {SubmitEvent} event */
async function keep(event) {
  event.preventDefault();
  const mine = asking;
  if (!mine || mine.busy) return;
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const field = (/** @type {string} */ name) => /** @type {HTMLTextAreaElement} */ (form.elements.namedItem(name));
  const text = field("words").value.trim();
  if (text === "" || text === mine.text) {
    mine.trouble = t("questions-differently-same");
    say(mine.trouble);
    field("words").focus();
    refresh();
    return;
  }
  const on = fromHere();
  mine.busy = true;
  try {
    const question = await journal.askDifferently({
      from: mine.from, text: { [mine.lang]: text }, hint: {}, move: mine.chosen, changed_because: field("because").value,
    });
    if (asking === mine) asking = null;
    await mine.done(question, on);
  } catch (trouble) {
    mine.busy = false;
    mine.trouble = inWords(trouble);
    if (asking === mine) say(mine.trouble);
    else tell(trouble);
    refresh();
  }
}

/** @param {Move} move @param {Asking} mine */
function card(move, mine) {
  const [name, before, after] = told()[move];
  return html`<label class="choice move"><input type="radio" name="move" value=${move} data-t=${`move-${move}`} @change=${() => { mine.chosen = move; }}>
    <span>${name}${before ? html`<small>${before}</small><small><span aria-hidden="true">→ </span>${after}</small>` : nothing}</span></label>`;
}

/** Filled once; from then on the field is the person's. */
const filled = new WeakSet();
/** @param {Element | undefined} element */
function begun(element) {
  if (!(element instanceof HTMLTextAreaElement) || filled.has(element)) return;
  filled.add(element);
  element.value = asking?.text ?? "";
}

/** @param {string} place Where the field may stand. */
export function differentlyView(place) {
  const mine = asking;
  if (mine?.place !== place) return nothing;
  return html`${keyed(turn, html`<form class="card stack wide" data-t="differently-form" aria-labelledby="differently-heading" @submit=${keep}>
    <h2 id="differently-heading" tabindex="-1" data-t="differently-heading">${t("questions-differently")}</h2>
    <p class="soft">${t("questions-differently-why")}</p>
    <fieldset class="moves"><legend>${t("questions-moves")}</legend>${mine.moves.map((move) => card(move, mine))}</fieldset>
    <div class="field"><label for="differently-words">${t("questions-differently-words")}</label>
      <textarea class="box voice" id="differently-words" name="words" rows="3" data-t="differently-words" lang=${mine.lang} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${ref(begun)} ${growing()}></textarea></div>
    <div class="field"><label for="differently-because">${t("questions-differently-because")}</label>
      <textarea class="box" id="differently-because" name="because" rows="2" data-t="differently-because" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${growing()}></textarea></div>
    ${mine.trouble ? html`<p data-t="differently-trouble">${mine.trouble}</p>` : nothing}
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="differently-keep">${t("questions-differently-keep")}</button>
      <button class="btn quiet" type="button" data-t="differently-not" @click=${putAway}>${t("questions-not-now")}</button>
    </div>
  </form>`)}`;
}
