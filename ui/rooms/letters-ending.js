// @ts-check
// Before an exchange ends, a part of Letters: which of my letters I would like no longer kept, none of them at first.
// They are named in a short letter, which is looked at and sealed as any other; once it is in my hands, the keys can go.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { readLetter } from "../journal-arriving.js";
import * as letters from "../journal-letters.js";
import { icon } from "../elements/icons.js";
import { kindWords } from "../elements/letter-parts.js";
import { dayLong } from "../lib/dates.js";
import { firstWords } from "../lib/exchange.js";
import { nothingChosen } from "../lib/letter-desk.js";
import { t } from "../lib/i18n.js";
import { fromHere, go, inWords, refresh, say, state, tell } from "../lib/store.js";
import { askToEnd, forgetCompanionFolds } from "./companion-folds.js";

/** @import { BeforeEnding, Companion, LetterLine, LetterShown } from "../wire.js" */

/** How many letters are shown with their first words at first, and further ones at a time. */
const AT_ONCE = 16;

const fresh = () => ({
  /** @type {Companion | null} */
  one: null,
  /** @type {BeforeEnding | null} */
  before: null,
  /** The wish, when it is kept already. @type {string | null} */
  draft: null,
  /** Which letters it names. @type {Set<string>} */
  chosen: new Set(),
  /** What was read, by version. @type {Map<string, LetterShown>} */
  words: new Map(),
  shown: AT_ONCE,
  busy: false,
  refusal: "",
});

let here = fresh();
let turn = 0;

/** The newest of my letters, the newest first. @param {BeforeEnding} before */
const shownOf = (before) => before.letters.slice(-here.shown).reverse();

/** Reads what is shown and was not read yet. @param {BeforeEnding} before @param {number} mine */
async function readShown(before, mine) {
  const wanted = shownOf(before).filter(({ version, standing }) => standing === "kept" && !here.words.has(version));
  const read = await Promise.all(wanted.map(({ version }) => readLetter(version).catch(() => null)));
  if (mine !== turn) return;
  for (const [at, letter] of read.entries()) if (letter) here.words.set(wanted[at]?.version ?? "", letter);
}

async function earlier() {
  const { before } = here;
  if (!before) return;
  here.shown += AT_ONCE;
  await readShown(before, turn).catch(tell);
  refresh();
}

/** @param {string} id */
function choose(id) {
  if (!here.chosen.delete(id)) here.chosen.add(id);
  refresh();
}

/** @param {BeforeEnding} before */
const allChosen = ({ letters: all }) => all.length > 0 && all.every(({ id }) => here.chosen.has(id));

/** @param {BeforeEnding} before */
function chooseAll(before) {
  here.chosen = new Set(allChosen(before) ? [] : before.letters.map(({ id }) => id));
  refresh();
}

/** Those that go into this wish, in their order. @param {BeforeEnding} before */
const named = ({ letters: all, most }) => all.map(({ id }) => id).filter((id) => here.chosen.has(id)).slice(0, most);

async function look() {
  const mine = here;
  const on = fromHere();
  const { before, one, busy, draft } = mine;
  if (!before || !one || busy) return;
  const releases = named(before);
  if (releases.length === 0) {
    /** @type {HTMLElement | null} */ (document.querySelector("[data-t=ending-choice]"))?.focus();
    say(t("trouble-nothing-chosen"));
    return;
  }
  mine.busy = true;
  refresh();
  try {
    const id = await letters.keepLetterDraft(draft, { ...nothingChosen(), kind: "release", to: [one.id], date: "day", releases });
    // Chosen again from where it was chosen, it is the same wish.
    mine.draft = id;
    await on.go("letters", { draft: id, look: true, ends: one.id });
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

/** What it is known by: the first words where they are still here. @param {LetterLine} line */
function choiceView(line) {
  const letter = here.words.get(line.version);
  const words = letter ? firstWords(letter) : "";
  const kind = line.kind === "letter" && words ? nothing : html`${kindWords(line.kind)} · `;
  return html`<li><label class="choice"><input type="checkbox" data-t="ending-choice" .checked=${here.chosen.has(line.id)} @change=${() => choose(line.id)}>
    <span>${words ? html`<span class="clamped" dir="auto" lang=${letter?.face.lang || nothing}>${words}</span>` : nothing}<small>${kind}${dayLong(line.on)}${line.standing === "erased" ? html` · ${t("threads-erased-mine")}` : nothing}</small></span></label></li>`;
}

/** @param {BeforeEnding} before */
function choicesView(before) {
  const shown = shownOf(before);
  return html`<section class="stack wide" aria-labelledby="ending-which" data-t="ending-which"><h2 id="ending-which">${t("ending-which")}</h2>
    <div><button class="btn quiet" type="button" data-t="ending-all" @click=${() => chooseAll(before)}>${allChosen(before) ? t("ending-none-of") : t("ending-all")}</button></div>
    <ul class="choices">${repeat(shown, ({ version }) => version, choiceView)}</ul>
    ${before.letters.length > shown.length ? html`<div><button class="link" type="button" data-t="ending-earlier" @click=${earlier}>${t("threads-earlier")}</button></div>` : nothing}
    ${here.chosen.size > before.most ? html`<p data-t="ending-most">${t("ending-most", { most: before.most })}</p>` : nothing}</section>
    <div class="cluster"><button class="btn primary" type="button" data-t="ending-look" aria-disabled=${here.busy || here.chosen.size === 0} @click=${look}>${t("threads-look")}</button></div>
    <p class="truth">${icon("lock")}<span>${t("companions-end-wish-told")}</span></p>`;
}

/** @param {Companion} one @param {BeforeEnding} before */
function insideView(one, before) {
  if (one.standing === "ended") return html`<p data-t="ending-ended">${t("companions-ended-told")}</p>`;
  if (state.readOnly || before.letters.length === 0) return html`<p class="looking-empty" data-t="ending-none">${t("ending-none")}</p>`;
  return choicesView(before);
}

/** @type {import("./letters.js").Inner} */
export const endingRoom = {
  asked: ({ ending }) => typeof ending === "string",

  /** @param {Record<string, any>} params The companion; the wish, when it is kept already. */
  async enter({ ending, draft = null }) {
    const mine = ++turn;
    const inside = { ...fresh(), draft };
    here = inside;
    try {
      const [one, before, kept] = await Promise.all([letters.companion(ending), letters.beforeEnding(ending), draft ? letters.letterDraft(draft) : null]);
      const open = new Set(before.letters.map(({ id }) => id));
      Object.assign(inside, { one, before, chosen: new Set(kept?.draft.releases.filter((id) => open.has(id))) });
      if (mine === turn) await readShown(before, mine);
    } catch (trouble) {
      if (mine === turn) here.refusal = inWords(trouble);
    }
  },

  leave() {
    turn += 1;
    here = fresh();
  },

  main() {
    const { one, before, refusal } = here;
    return html`<div class="letters-inner" data-t="ending-room">
      <div class="reading-top"><button type="button" class="link reading-way" data-t="ending-back" @click=${() => go("letters", one ? { companion: one.id } : {})}>${icon("back")}<bdi dir="auto">${one?.called ?? t("letters-back")}</bdi></button></div>
      <h1 tabindex="-1">${t("ending-title")}</h1>
      ${refusal ? html`<p class="looking-empty">${refusal}</p>` : html`<p class="lead">${t("ending-told")}</p>${one && before ? insideView(one, before) : nothing}`}
    </div>`;
  },
};

/** Where a wish was just sealed: with whom, and what could still be named. @type {{ companion: string, before: BeforeEnding } | null} */
let after = null;

/** @param {string} companion */
export async function enterEndingAfter(companion) {
  after = { companion, before: await letters.beforeEnding(companion) };
}

export function leaveEndingAfter() {
  after = null;
  forgetCompanionFolds();
}

/** Below a wish that was sealed: the keys may go once it is in my hands. @param {boolean} carried */
export function endingAfter(carried) {
  if (!after) return nothing;
  const { companion, before } = after;
  return html`<section class="card stack wide" aria-labelledby="ending-after" data-t="ending-after"><h2 id="ending-after">${t("ending-after")}</h2>
    <p>${t("ending-after-told")}</p>
    ${before.letters.length > 0 ? html`<p data-t="ending-further">${t("ending-further")}</p><div><button class="link" type="button" data-t="ending-further-write" @click=${() => go("letters", { ending: companion })}>${t("ending-further-write")}</button></div>` : nothing}
    ${askToEnd(companion, (_, on) => on.go("letters", { companion }), carried)}</section>`;
}
