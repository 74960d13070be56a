// @ts-check
// Below a page that is read: see it from elsewhere (one question of another set), or wider than us (one about what is
// around). What comes of it is a new page, or words beside this one; the page itself is not touched.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { askAnew, asked, offeredBy, put, use } from "../lib/asking.js";
import { desk } from "../lib/desk.js";
import { t } from "../lib/i18n.js";
import { focusOn } from "../lib/focus.js";
import { fromHere, refresh, say, state, tell } from "../lib/store.js";
import { inPhrases, wordsIn } from "../lib/wording.js";
import { icon } from "./icons.js";
import { openLens } from "./lenses.js";
import { inLines } from "./phrases.js";
import { hintOf } from "./question-card.js";
import { beginDifferently, differentlyView, isAskingDifferently } from "./question-moves.js";

/** @import { FromHere } from "../lib/store.js" */
/** @import { Offer, Page, Question } from "../wire.js" */
/** @typedef {"elsewhere" | "wider"} Way How a page may be seen anew. */

/** @returns {{ page: string, way: Way | null, offer: Offer | null, seen: string[] }} */
const still = () => ({ page: "", way: null, offer: null, seen: [] });
let looking = still();
/** Grows with everything that is asked for or put away: only the last answer is shown. */
let turns = 0;

/** @param {Page} page @param {Way} way */
async function turn(page, way) {
  const mine = ++turns;
  try {
    const before = looking.page === page.id && looking.way === way ? looking : { ...still(), page: page.id, way };
    const ask = { ties: page.writing.ties, asked: page.writing.asked.map(({ question }) => question) };
    const offer = await offeredBy(way === "wider" ? journal.wider : journal.elsewhere, ask, before.seen);
    if (mine !== turns) return;
    looking = { ...before, offer, seen: offer ? [...before.seen, offer.question.id] : [] };
    say(offer ? wordsIn(offer.question.text).text : t("questions-none-to-offer"));
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

function putAway() {
  turns += 1;
  looking = still();
  refresh();
  focusOn("[data-t=look-elsewhere]");
}

/** @param {Page} page @param {Offer} offer @param {(id: string) => Promise<void>} writeAnew */
async function beside(page, { question, set }, writeAnew) {
  const { way } = looking;
  const on = fromHere();
  looking = still();
  try {
    const words = await asked(question, set, null, page.writing.ties);
    if (!on.still()) return;
    await writeAnew(page.id);
    // What was refused has been said; the page that stayed on the desk is not asked this.
    if (desk.page !== page.id) return;
    put(words);
    if (way === "wider") openLens("wider");
  } catch (trouble) {
    tell(trouble);
  }
}

/** What is offered is asked so from here on. @param {Offer} offer @param {Question} question @param {FromHere} on */
async function askedDifferently(offer, question, on) {
  askAnew();
  const there = looking.offer === offer;
  if (there) looking = { ...looking, offer: { ...offer, question } };
  say(t("questions-kept"));
  refresh();
  if (there && on.still()) focusOn("[data-t=differently]");
}

/** @param {Page} page @param {Offer} offer @param {(id: string) => Promise<void>} writeAnew */
function card(page, offer, writeAnew) {
  const { question, set } = offer;
  const { lang, text } = wordsIn(question.text);
  const { way } = looking;
  const place = `${page.id} ${question.id} ${question.n}`;
  const differently = () => beginDifferently({ place, question, ties: page.writing.ties, done: (kept, on) => askedDifferently(offer, kept, on) });
  return html`<section class="ask" aria-labelledby="turned" data-t="turned">
    <h2 class=${inPhrases("q", text, lang)} id="turned" dir="auto" lang=${lang || nothing}>${inLines(text, lang)}</h2>
    ${hintOf(question)}
    <div class="acts">
      <button class="link" type="button" data-t="turned-new" @click=${() => use(question, { set, ties: page.writing.ties })}>${t("questions-on-new-page")}</button>
      <button class="link" type="button" data-t="turned-beside" @click=${() => beside(page, offer, writeAnew)}>${t("questions-beside-page")}</button>
      <button class="link" type="button" data-t="turned-another" @click=${() => way && turn(page, way)}>${t("questions-another")}</button>
      <button class="link" type="button" data-t="differently" aria-expanded=${isAskingDifferently(place)} @click=${differently}>${t("questions-differently")}</button>
      <button class="link" type="button" data-t="turned-not" @click=${putAway}>${t("questions-not-now")}</button>
    </div>
  </section>${differentlyView(place)}`;
}

/** @param {Page} page @param {(id: string) => Promise<void>} writeAnew Brings the page to the desk. */
export function elsewhereView(page, writeAnew) {
  if (state.readOnly || page.aside_since) return nothing;
  const { offer } = looking.page === page.id ? looking : still();
  return html`<div class="elsewhere">
    <div class="cluster">
      <button class="btn quiet" type="button" data-t="look-elsewhere" @click=${() => turn(page, "elsewhere")}>${icon("again")}<span>${t("questions-elsewhere")}</span></button>
      <button class="btn quiet" type="button" data-t="look-wider" @click=${() => turn(page, "wider")}>${icon("expand")}<span>${t("questions-wider")}</span></button>
    </div>
    ${offer ? card(page, offer, writeAnew) : nothing}
  </div>`;
}

/** What a page was asked, above its words. @param {Page} page */
export function askedView(page) {
  if (page.writing.asked.length === 0) return nothing;
  return html`<div class="reading-asked" data-t="reading-asked">${page.writing.asked.map(({ text, lang }) => html`<p class=${inPhrases("", text, lang)} dir="auto" lang=${lang || nothing}>${inLines(text, lang)}</p>`)}</div>`;
}
