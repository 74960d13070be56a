// @ts-check
// What goes along with the words of a letter: what I would like back (nothing, unless I say so), what I ask, a cover
// that is read first, and how exactly the day is said.

import { html } from "../vendor/lit-html/lit-html.js";
import { growing } from "../lib/growing.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { chosen, letterDesk } from "../lib/letter-desk.js";
import { settled } from "../lib/settled.js";
import { dateOptions } from "./letter-passages.js";

/** @import { DatePrecision, PleaseWhat, Wish } from "../wire.js" */

/** @returns {[Wish, string][]} */
const wishes = () => [
  ["nothing_needed", t("arriving-wish-nothing")], ["an_echo", t("arriving-wish-echo")], ["a_question", t("arriving-wish-question")],
  ["a_story", t("arriving-wish-story")], ["to_talk", t("arriving-wish-talk")],
];

/** @returns {[PleaseWhat, string][]} */
const pleases = () => [
  ["keep_between_us", t("arriving-please-between")], ["do_not_keep", t("arriving-please-not-keep")], ["ask_before_quoting", t("arriving-please-quoting")],
];

/** Nothing needed stands alone; anything else takes its place. @param {Wish} wish */
function turnWish(wish) {
  const { draft } = letterDesk;
  if (wish === "nothing_needed") draft.wish = [];
  else draft.wish = draft.wish.includes(wish) ? draft.wish.filter((each) => each !== wish) : [...draft.wish, wish];
  chosen();
}

/** @param {PleaseWhat} what */
function turnPlease(what) {
  const { please } = letterDesk.draft;
  please.what = please.what.includes(what) ? please.what.filter((each) => each !== what) : [...please.what, what];
  chosen();
}

/** @param {(words: string) => void} take */
const writing = (take) => (/** @type {Event} */ event) => {
  if (event.type !== "compositionend" && ime(event)) return;
  take(/** @type {HTMLTextAreaElement} */ (event.target).value);
  chosen();
};

/** @param {string} id @param {string} label @param {string} told @param {string} value @param {(words: string) => void} take */
function wordsField(id, label, told, value, take) {
  const written = writing(take);
  return html`<div class="field"><label for=${id}>${label}</label>
    <textarea class="box voice" id=${id} rows="2" data-t=${id} dir="auto" lang=${letterDesk.draft.lang} aria-describedby=${`${id}-told`} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(value)} @input=${written} @compositionend=${written} ${growing()}></textarea><p class="small soft" id=${`${id}-told`}>${told}</p></div>`;
}

export function letterEnvelope() {
  const { draft } = letterDesk;
  const wished = (/** @type {Wish} */ wish) => (wish === "nothing_needed" ? draft.wish.length === 0 : draft.wish.includes(wish));
  const dated = (/** @type {Event} */ event) => {
    draft.date = /** @type {DatePrecision} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    chosen();
  };
  return html`<section class="card stack wide envelope" aria-labelledby="letter-envelope" data-t="envelope"><h2 id="letter-envelope">${t("sealing-envelope")}</h2>
    <fieldset class="stack wide tight"><legend>${t("arriving-wish-mine")}</legend><div class="choices">${wishes().map(([wish, words]) => html`<label class="choice"><input type="checkbox" data-t=${`wish-${wish}`} .checked=${wished(wish)} @change=${() => turnWish(wish)}><span>${words}</span></label>`)}</div></fieldset>
    <fieldset class="stack wide tight"><legend>${t("arriving-please-mine")}</legend><div class="choices">${pleases().map(([what, words]) => html`<label class="choice"><input type="checkbox" data-t=${`please-${what}`} .checked=${draft.please.what.includes(what)} @change=${() => turnPlease(what)}><span>${words}</span></label>`)}</div></fieldset>
    ${wordsField("letter-please", t("sealing-please-words"), t("sealing-please-told"), draft.please.words, (words) => { draft.please.words = words; })}
    ${wordsField("letter-cover", t("sealing-cover"), t("sealing-cover-told"), draft.cover, (words) => { draft.cover = words; })}
    <div class="letter-date"><label for="letter-day">${t("sealing-day")}</label><select class="box" id="letter-day" data-t="letter-day" @change=${dated}>${dateOptions(draft.date)}</select></div></section>`;
}
