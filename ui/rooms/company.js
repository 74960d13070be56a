// @ts-check
// Company: people, places, songs, lines I can turn to. It opens for reading, large and still, with no form in the way;
// words are added, changed and put in order on a leaf of their own. One key or one button away from every room.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { eraseTwice, ownField } from "../elements/own-field.js";
import { focusOn } from "../lib/focus.js";
import { language, t } from "../lib/i18n.js";
import { ownList } from "../lib/own-list.js";
import { keepSmallWords, smallWords } from "../lib/small-words.js";
import { go, say, state } from "../lib/store.js";

/** @import { Company, NewCompany } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

const NEW = "company new";

/** @type {ReturnType<typeof ownList<Company, NewCompany>>} */
const own = ownList({
  field: NEW,
  first: "[data-t=company-new-who]",
  blank: () => ({ who_or_what: "", how: "", lang: language() }),
  isBlank: ({ who_or_what, how }) => `${who_or_what}${how}`.trim() === "",
  all: journal.company,
  // Words that stand in one field only are not lost.
  async add(fresh) {
    const [who, how] = [fresh.who_or_what.trim(), fresh.how.trim()];
    const words = who === "" ? { who_or_what: how, how: "", lang: fresh.lang } : { who_or_what: who, how, lang: fresh.lang };
    return { id: await journal.addCompany(words), words };
  },
  erase: journal.eraseCompany,
});

/** @param {SubmitEvent} event */
function add(event) {
  event.preventDefault();
  own.add(t("company-added"));
}

/** An empty field keeps what was there: words are erased by erasing, not by a slip of the hand. @param {Company} one */
const keep = async ({ id, words }) => {
  if (words.who_or_what.trim() !== "") await journal.changeCompany(id, words);
};

/** @param {Company} one @param {-1 | 1} way @param {number} at */
const moveOn = (one, way, at) => own.doing(async () => {
  await keepSmallWords();
  const before = way < 0 ? own.list[at - 1] : own.list[at + 2];
  if (way < 0 && !before) return;
  await journal.moveCompany(one.id, before?.id ?? null);
  const others = own.list.filter((each) => each !== one);
  others.splice(at + way, 0, one);
  own.list = others;
  say(t("own-moved"));
  focusOn(`[id="${way < 0 ? "up" : "down"}-${one.id}"]`);
});

/** @param {Company} one */
function oneView({ words }) {
  return html`<li class="company-one" data-t="company-one" lang=${words.lang || nothing}><p class="company-who" dir="auto">${words.who_or_what}</p>
    ${words.how ? html`<p class="company-how" dir="auto">${words.how}</p>` : nothing}</li>`;
}

function readView() {
  return html`<header class="tie-head"><h1 tabindex="-1">${t("company-title")}</h1></header>
    ${own.list.length > 0 ? html`<ul class="company" data-t="company-list">${repeat(own.list, ({ id }) => id, oneView)}</ul>` : html`<p class="lead">${t("company-told")}</p><p class="lead">${t("company-none")}</p>`}
    ${state.readOnly ? nothing : html`<div><button class="btn" type="button" data-t="company-change" @click=${own.change}>${icon("pencil")}<span>${t("own-change")}</span></button></div>`}
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
      ${at < own.list.length - 1 ? html`<button class="btn quiet" type="button" data-t="company-down" id="down-${id}" aria-label=${t("own-down-of", { what })} @click=${() => moveOn(one, 1, at)}>${t("own-down")}</button>` : nothing}
      ${eraseTwice(id, t("own-erase-of", { what }), () => own.erase(one))}
    </div></li>`;
}

function newView() {
  /** @param {"who_or_what" | "how"} part */
  const wrote = (part) => (/** @type {Event} */ event) => {
    own.fresh[part] = /** @type {HTMLTextAreaElement} */ (event.target).value;
    own.written();
  };
  return html`<form class="card stack wide" aria-labelledby="company-new" @submit=${add}><h2 id="company-new">${t("company-new")}</h2>
    ${ownField({ id: "company-new-who", name: "company-new-who", label: t("company-who"), words: own.fresh.who_or_what, lang: own.fresh.lang, wrote: wrote("who_or_what"), hint: t("company-who-hint") })}
    ${ownField({ id: "company-new-how", name: "company-new-how", label: t("company-how"), words: own.fresh.how, lang: own.fresh.lang, wrote: wrote("how"), rows: 2, hint: t("company-how-hint") })}
    <div><button class="btn" type="submit" data-t="company-add">${icon("plus")}<span>${t("company-add")}</span></button></div></form>`;
}

function changeView() {
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="company-read" @click=${own.read}>${icon("back")}${t("company-back")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("company-title")}</h1><p class="lead">${t("company-told")}</p></header>
    ${own.list.length > 0 ? html`<ol class="own-list">${repeat(own.list, ({ id }) => id, changeOne)}</ol>` : nothing}
    ${newView()}`;
}

/** @type {Room & { back(): boolean }} */
export const company = {
  name: "company",

  enter: own.enter,
  leave: own.leave,

  main: () => html`<div class="tie-room own" data-t="company">${own.changing ? changeView() : readView()}</div>`,

  /** @returns {boolean} whether there was a leaf to close */
  back() {
    const { changing } = own;
    if (changing) void own.read();
    return changing;
  },
};
