// @ts-check
// Lines for all of us, a part of a group's or a place's room: passages are chosen one by one out of its pages, names
// are taken out by hand, the text is shown exactly as it will leave, and then it is written into a file that the
// group owns. Nothing is chosen beforehand, nothing is changed by itself, and nothing of it is kept here.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import { saveGathered } from "../journal.js";
import { icon } from "../elements/icons.js";
import { offer, pagesToOffer } from "../journal-letters.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { growing } from "../lib/growing.js";
import { listed, t } from "../lib/i18n.js";
import { folded } from "../lib/names.js";
import { go, refresh, say, state, tell, tieCalled } from "../lib/store.js";

/** @import { PageLine } from "../wire.js" */

/** How many pages the choice asks for at once. */
const A_SCREENFUL = 60;

const fresh = () => ({
  tie: "",
  /** @type {PageLine[]} */
  lines: [],
  /** From where older pages go on, "" when there are none. */
  further: "",
  /** The passages of pages that were unfolded. @type {Map<string, string[]>} */
  passages: new Map(),
  /** What was chosen, each as "page/number", in the order of choosing. @type {string[]} */
  chosen: [],
  /** @type {"choosing" | "writing" | "seeing" | "written"} */
  step: "choosing",
  text: "",
  /** What was found when it was asked who is named; null until then. @type {string[] | null} */
  named: null,
});

let here = fresh();
let open = false;

export const inGathering = () => open;

/** @param {() => Promise<unknown> | void} does @param {string} [then] */
async function step(does, then = "") {
  const mine = here;
  try {
    await does();
    refresh();
    if (then && mine === here) focusOn(then);
  } catch (trouble) {
    tell(trouble);
  }
}

/** @returns {Promise<boolean>} Whether this is still the group they were asked for. */
async function fetchPages() {
  const mine = here;
  const before = mine.further || null;
  const { lines, more } = await pagesToOffer({ before, after: null, tie: mine.tie, from: null, to: null, limit: A_SCREENFUL });
  // Asked for twice, they stand there once.
  if (mine !== here || before !== (mine.further || null)) return false;
  // What lies under a cover is not held out.
  mine.lines = [...mine.lines, ...lines.filter(({ covered }) => !covered)];
  mine.further = more ? (lines.at(-1)?.place ?? "") : "";
  return true;
}

/** @param {string} tie */
export async function enterGathering(tie) {
  here = { ...fresh(), tie };
  if (await fetchPages()) open = true;
}

export function leaveGathering() {
  open = false;
  here = fresh();
}

/** @param {string} page @param {Event} event */
const onFold = (page, event) => step(async () => {
  const mine = here;
  if (!(/** @type {HTMLDetailsElement} */ (event.target).open) || mine.passages.has(page)) return;
  const { passages } = await offer(page);
  mine.passages.set(page, passages.flatMap((passage) => (passage.kind === "words" ? [passage.text] : [])));
});

/** @param {string} name @param {Event} event */
function onChoice(name, event) {
  const { checked } = /** @type {HTMLInputElement} */ (event.target);
  here.chosen = checked ? [...here.chosen, name] : here.chosen.filter((each) => each !== name);
  refresh();
}

/** The chosen passages, one below the other. */
function chosenText() {
  return here.chosen.map((name) => {
    const [page = "", nth = ""] = name.split("/");
    return here.passages.get(page)?.[Number(nth)] ?? "";
  }).join("\n\n");
}

const write = () => step(() => {
  here.text = chosenText();
  here.step = "writing";
  here.named = null;
}, "[data-t=gather-text]");

/** Only when it is asked: whose names stand in the text. */
function whoIsNamed() {
  const text = folded(here.text);
  here.named = state.ties.map(({ called }) => called).filter((called) => folded(called) !== "" && text.includes(folded(called)));
  say(namedWords());
  refresh();
}

function namedWords() {
  const names = here.named ?? [];
  if (names.length === 0) return t("gather-named-none");
  return t("gather-named", { names: listed(names) });
}

const see = () => step(() => {
  if (here.text.trim() !== "") here.step = "seeing";
}, "[data-t=gather-seen]");

const writeOn = () => step(() => {
  here.step = "writing";
}, "[data-t=gather-text]");

const save = () => step(async () => {
  const mine = here;
  if (await saveGathered(mine.text)) mine.step = "written";
}, "[data-t=gather-written], [data-t=gather-seen]");

/** @param {PageLine} line */
function pageView(line) {
  const passages = here.passages.get(line.id) ?? [];
  return html`<li><details data-t="gather-page" @toggle=${(/** @type {Event} */ event) => onFold(line.id, event)}>
    <summary>${icon("down")}<span class="soft">${dayLong(line.day)}</span> <span dir="auto" lang=${line.lang || nothing}>${line.title || line.opening || t("looking-back-untitled")}</span></summary>
    <div class="choices">${passages.map((text, nth) => html`<label class="choice"><input type="checkbox" data-t="gather-passage" .checked=${here.chosen.includes(`${line.id}/${nth}`)} @change=${(/** @type {Event} */ event) => onChoice(`${line.id}/${nth}`, event)}>
      <span class="gather-words" dir="auto" lang=${line.lang || nothing}>${text}</span></label>`)}</div></details></li>`;
}

function choosingView() {
  return html`<p class="lead">${here.lines.length > 0 ? t("gather-choose") : t("gather-none")}</p>
    <ul class="gather-pages">${here.lines.map(pageView)}</ul>
    ${here.further ? html`<div><button class="btn" type="button" data-t="gather-further" @click=${() => step(fetchPages)}>${t("looking-back-found-on")}</button></div>` : nothing}
    ${here.chosen.length > 0 ? html`<div><button class="btn primary" type="button" data-t="gather-write" @click=${write}>${t("gather-write")}</button></div>` : nothing}`;
}

/** Filled once; from then on the field is the person's. */
const filled = new WeakSet();
/** @param {Element | undefined} element */
function fill(element) {
  if (!(element instanceof HTMLTextAreaElement) || filled.has(element)) return;
  filled.add(element);
  element.value = here.text;
}

/** @param {Event} event */
function wrote(event) {
  here.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
}

function writingView() {
  return html`<div class="field"><label for="gather-text">${t("gather-text")}</label>
      <textarea class="box gather-words" id="gather-text" rows="12" data-t="gather-text" dir="auto" aria-describedby="gather-text-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"
        @input=${wrote} @compositionend=${wrote} ${ref(fill)} ${growing()}></textarea>
      <p class="small soft" id="gather-text-told">${t("gather-text-told")}</p></div>
    ${here.named ? html`<p class="reading-said" data-t="gather-named">${namedWords()}</p>` : nothing}
    <div class="cluster"><button class="btn primary" type="button" data-t="gather-see" @click=${see}>${icon("eye")}<span>${t("gather-see")}</span></button>
      <button class="btn" type="button" data-t="gather-who" @click=${whoIsNamed}>${t("gather-who")}</button></div>`;
}

function seeingView() {
  return html`<h2 tabindex="-1" data-t="gather-seen">${t("gather-seen")}</h2>
    <pre class="card gather-words" dir="auto" data-t="gather-exact">${here.text}</pre>
    <p class="truth">${icon("info")}<span>${t("gather-truth")}</span></p>
    <div class="cluster"><button class="btn primary" type="button" data-t="gather-save" @click=${save}>${t("gather-save")}</button>
      <button class="btn quiet" type="button" data-t="gather-write-on" @click=${writeOn}>${t("gather-write-on")}</button></div>`;
}

const steps = { choosing: choosingView, writing: writingView, seeing: seeingView, written: () => html`<p class="lead" tabindex="-1" data-t="gather-written">${t("gather-written")}</p>` };

export function gatheringView() {
  return html`<div class="tie-room" data-t="gathering">
    <div class="reading-top"><button type="button" class="link reading-way" data-t="gather-back" @click=${() => go("between", { tie: here.tie })}>${icon("back")}${t("between-read-back")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("gather-title")}</h1><p class="soft" dir="auto">${tieCalled(here.tie)}</p></header>
    ${steps[here.step]()}</div>`;
}

/** The way here from the room of a group or a place. @param {string} tie */
export const gatherButton = (tie) => html`<section class="stack wide tight" aria-labelledby="gather"><h2 id="gather">${t("gather-title")}</h2><p class="small soft">${t("gather-told")}</p>
  <div><button class="btn" type="button" data-t="tie-gather" @click=${() => go("between", { gather: tie })}>${icon("lines")}<span>${t("gather-begin")}</span></button></div></section>`;
