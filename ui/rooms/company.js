// @ts-check
// Company: people, places, songs, lines I can turn to. It opens for reading, large and still, with no form in the way;
// words are added, changed and put in order on a leaf of their own. One key or one button away from every room.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { eraseTwice, focusOn, forgetErasing, ownField } from "../elements/own-field.js";
import { language, t } from "../lib/i18n.js";
import { keepSmallWords, leaveSmallWords, letFieldGo, smallWords, toKeepWhole } from "../lib/small-words.js";
import { go, refresh, say, state, tell } from "../lib/store.js";

/** @import { Company, NewCompany } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

const NEW = "company new";

/** @type {Company[]} */
let list = [];
/** Whether the leaf lies open on which words are added, changed and put in order. */
let changing = false;
/** What is being added. */
let fresh = nothingYet();

/** @returns {NewCompany} */
function nothingYet() {
  return { who_or_what: "", how: "", lang: language() };
}

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** Adds what is written; words that stand in one field only are not lost. */
async function put() {
  const [who, how] = [fresh.who_or_what.trim(), fresh.how.trim()];
  if (who === "" && how === "") return;
  const words = who === "" ? { who_or_what: how, how: "", lang: fresh.lang } : { who_or_what: who, how, lang: fresh.lang };
  const id = await journal.addCompany(words);
  list = [...list, { id, words }];
  fresh = nothingYet();
}

/** @param {SubmitEvent} event */
function add(event) {
  event.preventDefault();
  if (`${fresh.who_or_what}${fresh.how}`.trim() === "") {
    focusOn("[data-t=company-new-who]");
    return;
  }
  void doing(async () => {
    await put();
    letFieldGo(NEW);
    say(t("company-added"));
    focusOn("[data-t=company-new-who]");
  });
}

/** An empty field keeps what was there: words are erased by erasing, not by a slip of the hand. @param {Company} one */
const keep = async ({ id, words }) => {
  if (words.who_or_what.trim() !== "") await journal.changeCompany(id, words);
};

/** @param {Company} one @param {-1 | 1} way @param {number} at */
const moveOn = (one, way, at) => doing(async () => {
  await keepSmallWords();
  const before = way < 0 ? list[at - 1] : list[at + 2];
  if (way < 0 && !before) return;
  await journal.moveCompany(one.id, before?.id ?? null);
  const others = list.filter((each) => each !== one);
  others.splice(at + way, 0, one);
  list = others;
  say(t("own-moved"));
  focusOn(`[id="${way < 0 ? "up" : "down"}-${one.id}"]`);
});

/** @param {Company} one */
const erase = (one) => doing(async () => {
  await keepSmallWords();
  await journal.eraseCompany(one.id);
  list = list.filter((each) => each !== one);
  say(t("own-erased"));
  focusOn("h1");
});

const change = () => {
  changing = true;
  refresh();
  // An empty list waits for its first words; a full one is shown from its beginning.
  focusOn(list.length === 0 ? "[data-t=company-new-who]" : "h1");
};

const read = () => doing(async () => {
  await leaveSmallWords();
  list = await journal.company();
  changing = false;
  forgetErasing();
  focusOn("h1");
});

/** @param {Company} one */
function oneView({ words }) {
  return html`<li class="company-one" data-t="company-one" lang=${words.lang || nothing}><p class="company-who" dir="auto">${words.who_or_what}</p>
    ${words.how ? html`<p class="company-how" dir="auto">${words.how}</p>` : nothing}</li>`;
}

function readView() {
  return html`<header class="tie-head"><h1 tabindex="-1">${t("company-title")}</h1></header>
    ${list.length > 0 ? html`<ul class="company" data-t="company-list">${repeat(list, ({ id }) => id, oneView)}</ul>` : html`<p class="lead">${t("company-told")}</p><p class="lead">${t("company-none")}</p>`}
    ${state.readOnly ? nothing : html`<div><button class="btn" type="button" data-t="company-change" @click=${change}>${icon("pencil")}<span>${t("own-change")}</span></button></div>`}
    <nav class="own-more" aria-label=${t("own-more")}>
      <button class="link" type="button" data-t="to-my-words" @click=${() => go("my-words")}>${t("my-words-title")}</button>
      <button class="link" type="button" data-t="to-practice" @click=${() => go("practice")}>${t("practice-title")}</button>
    </nav>`;
}

/** @param {Company} one @param {number} at */
function changeOne(one, at) {
  const { id, words } = one;
  const what = words.who_or_what;
  /** @param {"who_or_what" | "how"} part */
  const wrote = (part) => smallWords(`company ${id}`, (written) => { words[part] = written; }, () => keep(one));
  return html`<li class="own-one" data-t="company-changed">
    ${ownField({ id: `who-${id}`, name: "company-who", label: t("company-who"), words: what, lang: words.lang, wrote: wrote("who_or_what") })}
    ${ownField({ id: `how-${id}`, name: "company-how", label: t("company-how"), words: words.how, lang: words.lang, wrote: wrote("how"), rows: 2 })}
    <div class="cluster">
      ${at > 0 ? html`<button class="btn quiet" type="button" data-t="company-up" id="up-${id}" aria-label=${t("own-up-of", { what })} @click=${() => moveOn(one, -1, at)}>${t("own-up")}</button>` : nothing}
      ${at < list.length - 1 ? html`<button class="btn quiet" type="button" data-t="company-down" id="down-${id}" aria-label=${t("own-down-of", { what })} @click=${() => moveOn(one, 1, at)}>${t("own-down")}</button>` : nothing}
      ${eraseTwice(id, t("own-erase-of", { what }), () => erase(one))}
    </div></li>`;
}

function newView() {
  /** @param {"who_or_what" | "how"} part */
  const wrote = (part) => (/** @type {Event} */ event) => {
    fresh[part] = /** @type {HTMLTextAreaElement} */ (event.target).value;
    toKeepWhole(NEW, put);
  };
  return html`<form class="card stack wide" aria-labelledby="company-new" @submit=${add}><h2 id="company-new">${t("company-new")}</h2>
    ${ownField({ id: "company-new-who", name: "company-new-who", label: t("company-who"), words: fresh.who_or_what, lang: fresh.lang, wrote: wrote("who_or_what"), hint: t("company-who-hint") })}
    ${ownField({ id: "company-new-how", name: "company-new-how", label: t("company-how"), words: fresh.how, lang: fresh.lang, wrote: wrote("how"), rows: 2, hint: t("company-how-hint") })}
    <div><button class="btn" type="submit" data-t="company-add">${icon("plus")}<span>${t("company-add")}</span></button></div></form>`;
}

function changeView() {
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="company-read" @click=${read}>${icon("back")}${t("company-back")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("company-title")}</h1><p class="lead">${t("company-told")}</p></header>
    ${list.length > 0 ? html`<ol class="own-list">${repeat(list, ({ id }) => id, changeOne)}</ol>` : nothing}
    ${newView()}`;
}

/** @type {Room & { back(): boolean }} */
export const company = {
  name: "company",

  async enter() {
    await leaveSmallWords();
    changing = false;
    fresh = nothingYet();
    list = await journal.company();
  },

  async leave() {
    await leaveSmallWords();
    forgetErasing();
    changing = false;
    fresh = nothingYet();
    list = [];
  },

  main: () => html`<div class="tie-room own" data-t="company">${changing ? changeView() : readView()}</div>`,

  /** @returns {boolean} whether there was a leaf to close */
  back() {
    if (changing) void read();
    return changing;
  },
};
