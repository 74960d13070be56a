// @ts-check
// One thing we move toward, a part of Toward: its words, with whom, whether it is alive, and what was tried. All words
// are kept at every pause. What is tried is told as it went; there is no place to say that it went well or badly.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { MANY, nameFinder } from "../elements/name-finder.js";
import { copiesStill } from "../elements/own-field.js";
import { standingSo } from "../lib/between.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { handInWords, writtenWhole } from "../lib/handing-in.js";
import { language, t } from "../lib/i18n.js";
import { settled } from "../lib/settled.js";
import { keepSmallWords, smallWords } from "../lib/small-words.js";
import { go, inWords, refresh, say, state, tell } from "../lib/store.js";

/** @import { Intention, IntentionState, NewTry, Try } from "../wire.js" */

/** @returns {{ one: Intention | null, came: { tie: string } | null, sure: string, refusal: string }} */
const fresh = () => ({ one: null, came: null, sure: "", refusal: "" });

let here = fresh();
let open = false;

export const inIntention = () => open;

/** @param {string} id @param {{ tie: string } | null} came The tie's room it was opened from. */
export async function enterIntention(id, came) {
  const mine = { ...fresh(), came };
  here = mine;
  open = true;
  try {
    mine.one = await journal.intention(id);
  } catch (trouble) {
    mine.refusal = inWords(trouble);
  }
}

export function leaveIntention() {
  open = false;
  here = fresh();
}

const back = () => (here.came ? go("between", here.came) : go("toward"));

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** An empty field keeps what was there: words are erased by erasing, not by a slip of the hand. @param {Intention} one */
const keepOne = async ({ id, toward, lang, ties, with_companion }) => {
  if (toward.trim() !== "") await journal.changeIntention(id, { toward, lang, ties, with_companion });
};

/** @param {Try} tried */
const keepTry = async ({ id, words }) => {
  if (words.what_we_try.trim() !== "") await journal.changeTry(id, words);
};

/** @param {Intention} one @param {string} tie */
const choose = (one, tie) => doing(async () => {
  await keepSmallWords();
  const ties = one.ties.includes(tie) ? one.ties.filter((each) => each !== tie) : [...one.ties, tie];
  await keepOne({ ...one, ties });
  one.ties = ties;
});

/** @param {Intention} one @param {IntentionState} now */
const stand = (one, now) => doing(async () => {
  await journal.setIntentionState(one.id, now);
  one.state = now;
  say({ alive: t("toward-is-alive"), resting: t("toward-is-resting"), let_go: t("toward-is-let-go") }[now]);
});

/** @param {Intention} one */
function statesView(one) {
  /** @type {[IntentionState, string][]} */
  const ways = [["alive", t("toward-alive")], ["resting", t("toward-resting")], ["let_go", t("toward-let-go")]];
  return html`<div class="cluster" role="group" aria-label=${t("toward-state")}>${ways.map(([now, words]) => html`<button class="pill" type="button" data-t=${`toward-be-${now}`} aria-pressed=${one.state === now} @click=${() => stand(one, now)}>
    ${one.state === now ? icon("check") : nothing}<span>${words}</span></button>`)}</div>`;
}

/** @param {Intention} one */
function tiesView(one) {
  const open = standingSo(state.ties, "open");
  const many = open.length > MANY;
  const chosen = state.ties.filter((tie) => one.ties.includes(tie.id));
  const offered = many ? chosen : [...chosen.filter((tie) => tie.standing !== "open"), ...open];
  if (offered.length === 0 && !many) return nothing;
  return html`<fieldset class="field"><legend>${t("toward-with")}</legend>
    ${offered.length > 0 ? html`<div class="cluster">${repeat(offered, ({ id }) => id, (tie) =>
      html`<button class="chip" type="button" data-t="toward-tie" aria-pressed=${one.ties.includes(tie.id)} @click=${() => choose(one, tie.id)}><span class="dot" aria-hidden="true"></span><bdi dir="auto">${tie.called}</bdi></button>`)}</div>` : nothing}
    ${many ? nameFinder({ name: "toward-find-tie", label: t("find-name"), names: open, choose: (id) => { if (id && !one.ties.includes(id)) void choose(one, id); } }) : nothing}</fieldset>`;
}

/** A field of a try. @param {Try} tried @param {Exclude<keyof NewTry, "lang">} part @param {string} name */
function partView(tried, part, name) {
  const id = `${part.replaceAll("_", "-")}-${tried.id}`;
  const kept = smallWords(id, (words) => { tried.words[part] = words; }, () => keepTry(tried));
  return html`<div class="field"><label for=${id}>${name}</label>
    <textarea class="box toward-words" id=${id} rows=${part === "around_when" ? 1 : 2} data-t=${`try-${part.replaceAll("_", "-")}`} dir="auto" lang=${tried.words.lang || nothing}
      autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
      ${settled(tried.words[part])} @input=${kept} @compositionend=${kept} @blur=${keepSmallWords} ${growing()}></textarea></div>`;
}

/** Erasing, asked for twice. @param {string} id @param {string} named @param {() => Promise<unknown>} erase */
function eraseView(id, named, erase) {
  /** @param {string} sure @param {string} focus */
  const ask = (sure, focus) => {
    here.sure = sure;
    refresh();
    focusOn(focus);
  };
  if (here.sure !== id) return html`<button class="btn quiet" type="button" data-t="toward-erase" id="erase-${id}" aria-label=${named} @click=${() => ask(id, "[data-t=toward-erase-no]")}>${t("tie-naming-erase")}</button>`;
  return html`${copiesStill()}<button class="btn" type="button" data-t="toward-erase-no" aria-describedby="copies-still" @click=${() => ask("", `#erase-${id}`)}>${t("tie-erase-no")}</button>
    <button class="btn care" type="button" data-t="toward-erase-yes" @click=${() => doing(erase)}>${icon("close")}<span>${t("tie-erase-yes")}</span></button>`;
}

/** @param {Intention} one @param {Try} tried */
function tryView(one, tried) {
  const erase = async () => {
    await keepSmallWords();
    await journal.eraseTry(tried.id);
    one.tries = one.tries.filter(({ id }) => id !== tried.id);
    here.sure = "";
    focusOn("[data-t=try-new]");
  };
  return html`<li class="moment" data-t="try">
    ${partView(tried, "what_we_try", t("toward-try-what"))}
    ${partView(tried, "around_when", t("toward-try-when"))}
    ${partView(tried, "what_happened", t("toward-try-happened"))}
    ${partView(tried, "what_surprised", t("toward-try-surprised"))}
    <div class="cluster">${eraseView(tried.id, t("toward-try-erase"), erase)}</div></li>`;
}

/** @param {Intention} one @param {string} words */
async function putTry(one, words) {
  if (words.trim() === "") return;
  const tried = { what_we_try: words.trim(), what_happened: "", what_surprised: "", around_when: "", lang: language() };
  const id = await journal.addTry(one.id, tried);
  one.tries = [...one.tries, { id, words: tried }];
}

/** @param {Intention} one */
function newTryView(one) {
  const field = `try of ${one.id}`;
  /** @param {SubmitEvent} event */
  const add = (event) => {
    event.preventDefault();
    const box = /** @type {HTMLTextAreaElement} */ (/** @type {HTMLFormElement} */ (event.currentTarget).elements.namedItem("try"));
    if (box.value.trim() === "") {
      box.focus();
      return;
    }
    const mine = here;
    const given = handInWords(field, box, (words) => putTry(one, words));
    box.focus();
    void doing(async () => {
      await given;
      // Whoever writes the next thing, or went elsewhere, stays there.
      if (mine === here && box.value === "" && document.activeElement === box) focusOn("[data-t=try]:last-of-type [data-t=try-around-when]");
    });
  };
  const written = writtenWhole(field, (words) => putTry(one, words));
  return html`<form class="stack wide tight" @submit=${add}><div class="field"><label for="try-new">${t("toward-try-new")}</label>
      <textarea class="box toward-words" id="try-new" name="try" rows="2" data-t="try-new" dir="auto" lang=${language()} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        @input=${written} @compositionend=${written} ${growing()}></textarea></div>
    <div><button class="btn" type="submit" data-t="try-add">${icon("plus")}<span>${t("toward-try-add")}</span></button></div></form>`;
}

export function intentionView() {
  const { one } = here;
  const way = html`<div class="reading-top"><button type="button" class="link reading-way" data-t="toward-back" @click=${back}>${icon("back")}${here.came ? t("between-read-back") : t("toward-back")}</button></div>`;
  if (!one) return html`<div class="tie-room">${way}<h1 tabindex="-1">${t("toward-title")}</h1>${here.refusal ? html`<p class="looking-empty">${here.refusal}</p>` : nothing}</div>`;
  const kept = smallWords(`toward ${one.id}`, (words) => { one.toward = words; }, () => keepOne(one));
  const erase = async () => {
    await journal.eraseIntention(one.id);
    await back();
    say(t("toward-erased"));
  };
  return html`<div class="tie-room" data-t="intention">${way}
    <header class="tie-head"><h1 tabindex="-1">${t("toward-title")}</h1><p class="soft">${t("toward-since", { day: dayLong(one.first_written.slice(0, 10)) })}</p></header>
    ${state.readOnly ? html`<p class="tie-about" dir="auto" lang=${one.lang || nothing}>${one.toward}</p>` : html`
    <div class="field"><label for="toward-words">${t("toward-words")}</label>
      <textarea class="box toward-words" id="toward-words" rows="3" data-t="toward-words" dir="auto" lang=${one.lang || nothing} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        ${settled(one.toward)} @input=${kept} @compositionend=${kept} @blur=${keepSmallWords} ${growing()}></textarea></div>
    ${statesView(one)}
    ${tiesView(one)}
    <section class="stack wide" aria-labelledby="tries"><h2 id="tries">${t("toward-tries")}</h2><p class="small soft">${t("toward-tries-told")}</p>
      ${one.tries.length > 0 ? html`<ul class="moment-list">${repeat(one.tries, ({ id }) => id, (tried) => tryView(one, tried))}</ul>` : nothing}
      ${newTryView(one)}</section>
    <div class="tie-folds"><details data-t="toward-erase-fold"><summary>${icon("down")}${t("toward-erase-fold")}</summary><div class="stack"><p>${t("toward-erase-told")}</p>
      <div class="cluster">${eraseView(one.id, t("toward-erase"), erase)}</div></div></details></div>`}
  </div>`;
}
