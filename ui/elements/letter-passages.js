// @ts-check
// A page laid beside a letter: its passages one by one, each of which leaves or stays, and what may be said of it. All
// of it stays until somebody turns it.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { pictureAddress } from "../journal.js";
import { t } from "../lib/i18n.js";
import { chosen, letterDesk, takePageAway } from "../lib/letter-desk.js";
import { icon } from "./icons.js";

/** @import { TemplateResult } from "../vendor/lit-html/lit-html.js" */
/** @import { DatePrecision, LetterOffer, Passage } from "../wire.js" */
/** @import { PagePart } from "../lib/letter-desk.js" */

/**
 * What leaves or stays, with a switch that says so in words.
 * @param {object} given
 * @param {string} given.name
 * @param {boolean} given.leaves
 * @param {() => void} given.turn
 * @param {string} given.told What it is, for those who listen.
 */
function switchView({ name, leaves, turn, told }) {
  return html`<button class="sw" type="button" role="switch" data-t=${name} aria-checked=${leaves} aria-label=${leaves ? t("sealing-leaves-named", { what: told }) : t("sealing-stays-named", { what: told })} @click=${turn}>
    <span>${leaves ? t("sealing-leaves") : t("sealing-stays")}</span><span class="k" aria-hidden="true"></span></button>`;
}

/** @param {PagePart} part @param {number} number */
function turnPassage(part, number) {
  part.passages = part.passages.includes(number) ? part.passages.filter((each) => each !== number) : [...part.passages, number].sort((a, b) => a - b);
  chosen();
}

/** @param {PagePart} part @param {Passage} passage @param {number} number @param {string} lang */
function passageView(part, passage, number, lang) {
  const leaves = part.passages.includes(number);
  const shown = passage.kind === "words"
    ? html`<p class="voice" dir="auto" lang=${lang || nothing}>${passage.text}</p>`
    : html`<figure><img src=${pictureAddress(passage.id)} alt=${passage.words} loading="lazy" decoding="async" data-t="passage-picture"><figcaption class="small soft" dir="auto">${passage.words}</figcaption></figure>`;
  return html`<li class="para ${leaves ? "" : "stay"}" data-t="passage">${shown}
    ${switchView({ name: "passage-turn", leaves, turn: () => turnPassage(part, number), told: t("sealing-passage", { number: number + 1 }) })}</li>`;
}

/** @param {PagePart} part @param {LetterOffer} offer */
function aboutView(part, offer) {
  const id = `date-of-${offer.page}`;
  const asked = offer.asked.map((one, number) => html`<li class="para ${part.asked === number ? "" : "stay"}"><p class="asked-small" dir="auto" lang=${one.lang || nothing}>${one.text}</p>
    ${switchView({
      name: "asked-turn", leaves: part.asked === number, told: t("sealing-question"),
      turn() { part.asked = part.asked === number ? null : number; chosen(); },
    })}</li>`);
  const dated = (/** @type {Event} */ event) => {
    part.date = /** @type {DatePrecision} */ (/** @type {HTMLSelectElement} */ (event.target).value);
    chosen();
  };
  return html`${asked.length > 0 ? html`<ul class="paras">${asked}</ul>` : nothing}
    <div class="letter-date"><label for=${id}>${t("sealing-page-day")}</label><select class="box" id=${id} data-t="part-date" @change=${dated}>${dateOptions(part.date)}</select></div>`;
}

/** @param {DatePrecision} now */
export function dateOptions(now) {
  /** @type {[DatePrecision, string][]} */
  const ways = [["none", t("sealing-date-none")], ["month", t("sealing-date-month")], ["day", t("sealing-date-day")]];
  return ways.map(([way, words]) => html`<option value=${way} ?selected=${way === now}>${words}</option>`);
}

/** A cover is read before the words below it, here as well. @param {LetterOffer} offer @param {TemplateResult} words */
function coveredView(offer, words) {
  if (!offer.cover) return words;
  return html`<details data-t="passages-covered"><summary>${icon("down")}<span class="voice" dir="auto" lang=${offer.lang || nothing}>${offer.cover}</span></summary>${words}</details>`;
}

/** @param {PagePart} part */
export function letterPassages(part) {
  const offer = letterDesk.offers.get(part.page);
  if (!offer) return nothing;
  const heading = `letter-page-${part.page}`;
  const title = offer.title || t("sealing-untitled");
  const titled = part.title === "leaves";
  const turnTitle = () => {
    part.title = titled ? "stays" : "leaves";
    chosen();
  };
  const all = offer.passages.map((_, number) => number);
  const turnAll = () => {
    part.passages = part.passages.length === all.length ? [] : all;
    chosen();
  };
  return html`<section class="letter-page card" aria-labelledby=${heading} data-t="letter-page">
    <header class="para ${titled ? "" : "stay"}"><h2 id=${heading} dir="auto" lang=${offer.lang || nothing}>${title}</h2>
      ${offer.title ? switchView({ name: "title-turn", leaves: titled, turn: turnTitle, told: t("sealing-title-of") }) : nothing}</header>
    ${coveredView(offer, html`<ul class="paras">${repeat(offer.passages, (_, number) => number, (passage, number) => passageView(part, passage, number, offer.lang))}</ul>`)}
    ${aboutView(part, offer)}
    <div class="cluster">${all.length > 1 ? html`<button class="link" type="button" data-t="passages-all" @click=${turnAll}>${part.passages.length === all.length ? t("sealing-none-of-it") : t("sealing-all-of-it")}</button>` : nothing}
      <button class="link" type="button" data-t="page-away" @click=${() => takePageAway(part.page)}>${icon("close")}${t("sealing-page-away")}</button></div></section>`;
}
