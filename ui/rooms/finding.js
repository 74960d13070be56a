// @ts-check
// Finding words in one's pages: a part of Looking back. Nothing typed here is remembered anywhere; it
// is gone when the words are cleared or the room is left.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { search } from "../journal.js";
import { icon } from "../elements/icons.js";
import { foundLine } from "../elements/page-line.js";
import { sinceAsked } from "../lib/focus.js";
import { ime } from "../lib/ime.js";
import { t } from "../lib/i18n.js";
import { ripe, something } from "../lib/ripe.js";
import { refresh, say, tell } from "../lib/store.js";

/** @import { Hit, SearchAsk } from "../wire.js" */
/** @typedef {Pick<SearchAsk, "tie" | "from" | "to">} Choice */

const A_SCREENFUL = 60;
/** A pause in typing, in ms, before searching by itself. */
const PAUSE = 180;

/** @typedef {Pick<SearchAsk, "words" | "order"> & Choice} Sought */

/** @type {{ words: string, order: SearchAsk["order"], hits: Hit[] | null, sought: Sought | null, more: boolean, further: boolean }} */
const finding = { words: "", order: "newest", hits: null, sought: null, more: false, further: false };

let asked = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
/** @type {() => Choice} */
let choice = () => ({ tie: null, from: null, to: null });
/** Told when finding begins and when it is over, so that the list can keep its place. */
const tellRoom = { begins() {}, over() {} };

/** Whether found pages are shown in the place of the list. */
export const isFinding = () => finding.hits !== null;

/** What was looked for when the pages that are shown were found; in the field other words may stand by now. */
export const found = () => finding.sought;

/** @param {{ choice: () => Choice, begins: () => void, over: () => void }} given */
export function furnishFinding(given) {
  choice = given.choice;
  tellRoom.begins = given.begins;
  tellRoom.over = given.over;
}

/** @param {string | null} before  the place after which to go on @returns {Promise<boolean>} Whether what was found is shown. */
async function find(before) {
  clearTimeout(pause);
  const turn = ++asked;
  const { words, order } = finding;
  if (!something(words)) return false;
  const sought = { words, order, ...choice() };
  try {
    const { hits, more } = await search({ ...sought, before, limit: A_SCREENFUL });
    if (turn !== asked) return false;
    if (finding.hits === null) tellRoom.begins();
    Object.assign(finding, { hits, sought, more, further: before !== null });
    refresh();
    say(hits.length > 0 ? t("looking-back-found") : t("looking-back-none-found"));
    return true;
  } catch (trouble) {
    if (turn === asked) tell(trouble);
    return false;
  }
}

/** Searches again with the same words, when tie or days were chosen anew. */
export const findAgain = () => (finding.hits === null ? undefined : find(null));

/** Forgets the words and shows the list again. @param {{ quietly?: boolean }} [how] */
export function stopFinding({ quietly = false } = {}) {
  clearTimeout(pause);
  asked += 1;
  const was = finding.hits !== null;
  Object.assign(finding, { words: "", hits: null, sought: null, more: false, further: false });
  const field = fieldOfWords();
  if (field) field.value = "";
  if (quietly) return;
  refresh();
  if (was) queueMicrotask(() => tellRoom.over());
}

export const fieldOfWords = () => /** @type {HTMLInputElement | null} */ (document.querySelector(".looking-find input"));

/** @param {HTMLInputElement} field */
function heard(field) {
  finding.words = field.value;
  clearTimeout(pause);
  asked += 1;
  if (!something(finding.words)) {
    if (finding.hits !== null) stopFinding();
    else refresh();
  } else if (ripe(finding.words)) pause = setTimeout(() => void find(null), PAUSE);
}

/** @param {Event} event */
function onInput(event) {
  // While a word is being composed the field may lack it: wait for its end.
  if (ime(event)) return;
  heard(/** @type {HTMLInputElement} */ (event.target));
}

/** @param {CompositionEvent} event */
const onComposed = (event) => heard(/** @type {HTMLInputElement} */ (event.target));

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (ime(event)) return;
  if (event.key === "Enter") {
    event.preventDefault();
    finding.words = /** @type {HTMLInputElement} */ (event.target).value;
    void find(null);
  } else if (event.key === "Escape" && (isFinding() || something(finding.words))) {
    event.preventDefault();
    event.stopPropagation();
    stopFinding();
  }
}

/** @param {Event} event */
function onOrder(event) {
  finding.order = /** @type {HTMLSelectElement} */ (event.target).value === "closest" ? "closest" : "newest";
  void find(null);
}

/** The field for words. It stands in the page whether or not something is being looked for. */
export function findView() {
  return html`<div class="looking-find" role="search" aria-labelledby="looking-find-name">
    <label id="looking-find-name" for="looking-find-words">${t("looking-back-find")}</label>
    <div class="looking-find-row">
      <input class="box" id="looking-find-words" type="search" enterkeyhint="search" autocomplete="off" autocorrect="off" autocapitalize="off"
        spellcheck="false" writingsuggestions="false" dir="auto" aria-describedby="looking-find-hint" data-t="find"
        @input=${onInput} @compositionend=${onComposed} @keydown=${onKey}>
      <button type="button" class="btn" data-t="find-go" @click=${() => find(null)}>${icon("search")}${t("looking-back-find-go")}</button>
      ${isFinding() ? html`<button type="button" class="btn quiet" data-t="find-clear" @click=${() => stopFinding()}>${t("looking-back-find-clear")}</button>` : nothing}
    </div>
    <p class="looking-hint" id="looking-find-hint">${t("looking-back-find-hint")}</p>
  </div>`;
}

/** @param {string} to */
function onward(to) {
  const last = finding.hits?.[finding.hits.length - 1]?.line.place ?? null;
  const wentOn = sinceAsked();
  void find(to === "on" ? last : null).then((shown) => {
    // Whoever is looking for something else by now stays in the field.
    if (!shown || wentOn()) return;
    const heading = /** @type {HTMLElement | null} */ (document.querySelector(".looking-found-name"));
    heading?.focus();
  });
}

/** The pages found. @param {(id: string) => void} open */
export function foundView(open) {
  const hits = finding.hits ?? [];
  return html`<section class="looking-found" aria-labelledby="looking-found-name" data-t="found">
    <div class="looking-found-head">
      <h2 class="looking-found-name" id="looking-found-name" tabindex="-1">${t("looking-back-found")}</h2>
      <label class="looking-order">${t("looking-back-order")}
        <select class="box" data-t="order" @change=${onOrder}>
          <option value="newest" ?selected=${finding.order === "newest"}>${t("looking-back-order-newest")}</option>
          <option value="closest" ?selected=${finding.order === "closest"}>${t("looking-back-order-closest")}</option>
        </select></label>
    </div>
    ${hits.length === 0 ? html`<p class="looking-empty" data-t="none-found">${t("looking-back-none-found")}</p>` : nothing}
    ${repeat(hits, (hit) => hit.line.id, (hit) => foundLine(hit, { open }))}
    <div class="cluster">
      ${finding.further ? html`<button type="button" class="btn" data-t="found-first" @click=${() => onward("first")}>${t("looking-back-found-first")}</button>` : nothing}
      ${finding.more && finding.order === "newest" ? html`<button type="button" class="btn" data-t="found-on" @click=${() => onward("on")}>${t("looking-back-found-on")}</button>` : nothing}
    </div>
  </section>`;
}
