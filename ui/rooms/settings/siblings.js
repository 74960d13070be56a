// @ts-check
// Copies of the book that a sync tool made beside it: where one was found, a quiet part says so. It is looked at side
// by side, what is only there comes over when the person says so, and it can be laid aside. Nothing here by itself.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { pictureAddress, ties } from "../../journal.js";
import { bringFromSibling, compareSibling, laySiblingAside, siblingPages, siblingPictureAddress, siblings } from "../../journal-beside.js";
import { blocksView } from "../../elements/blocks.js";
import { icon } from "../../elements/icons.js";
import { pageLine } from "../../elements/page-line.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { refresh, state } from "../../lib/store.js";
import { step } from "./step.js";

/** @import { Beside, Draft, FromSibling, Page, PageLine, Sibling, SiblingPage, SiblingState, TakeAs } from "../../wire.js" */

const still = () => ({
  /** @type {Sibling[]} */
  found: [],
  /** The name of the one that is looked at. */
  at: "",
  /** @type {Beside | null} */
  beside: null,
  /** Pages that were opened, by their ids. @type {Map<string, SiblingPage>} */
  pages: new Map(),
  /** What becomes of pages that were written on both sides. @type {Map<string, TakeAs>} */
  take: new Map(),
  unfinished: false,
  busy: false,
  /** @type {FromSibling | null} */
  came: null,
  said: "",
  trouble: "",
});
let here = still();

/** Whether there is anything to be said. */
export const anySiblings = () => here.found.length > 0 || here.said !== "" || here.came !== null;

/** Looks for copies beside the book. What cannot be looked for now is looked for the next time. */
export async function lookForSiblings() {
  const mine = here;
  mine.found = await siblings().catch(() => []);
  if (mine === here) refresh();
}

/** Opens pages of both sides. @param {typeof here} mine @param {string[]} ids @param {boolean} uncover */
async function open(mine, ids, uncover) {
  for (const page of await siblingPages(mine.at, ids, uncover)) mine.pages.set(page.there.id, page);
}

/** @param {string} name */
const look = (name) => step(here, async (mine) => {
  Object.assign(mine, { ...still(), found: mine.found, at: name, busy: true });
  mine.beside = await compareSibling(name);
  await open(mine, mine.beside.both.map(({ id }) => id), false);
  focusOn("[data-t=sibling-looked]");
});

/** @param {string} id @param {boolean} uncover */
const read = (id, uncover) => step(here, async (mine) => {
  if (!uncover && mine.pages.has(id)) mine.pages.delete(id);
  else await open(mine, [id], uncover);
});

const bring = () => step(here, async (mine) => {
  const pages = [...mine.take].map(([page, take_as]) => ({ page, take_as }));
  const came = await bringFromSibling(mine.at, { pages, unfinished: mine.unfinished });
  state.ties = await ties();
  if (mine !== here) return;
  here = { ...still(), at: mine.at, came };
  await lookForSiblings();
  focusOn("[data-t=sibling-came]");
});

/** @param {string} name */
const layAside = (name) => step(here, async (mine) => {
  await laySiblingAside(name);
  if (mine !== here) return;
  here = { ...still(), said: t("siblings-aside-done") };
  await lookForSiblings();
  focusOn("[data-t=sibling-said]");
});

function foldUp() {
  here = { ...still(), found: here.found };
  refresh();
  focusOn("[data-t=sibling-look]");
}

/** @type {Record<SiblingState, () => string>} */
const states = {
  more: () => t("siblings-state-more"),
  same: () => t("siblings-state-same"),
  damaged: () => t("siblings-state-damaged"),
  newer: () => t("siblings-state-newer"),
  held: () => t("siblings-state-held"),
  foreign: () => t("siblings-state-foreign"),
};

/** @param {Sibling} one */
function line({ name, state: stands }) {
  const ours = stands === "more" || stands === "same" || stands === "damaged" || stands === "newer";
  return html`<li class="stack tight" data-t="sibling"><p><bdi class="typed">${name}</bdi></p><p class="soft">${states[stands]()}</p>
    <div class="cluster">
      ${stands === "more" ? html`<button class="btn" type="button" data-t="sibling-look" aria-label="${t("siblings-look")}, ${name}" @click=${() => look(name)}>${icon("eye")}<span>${t("siblings-look")}</span></button>` : nothing}
      ${ours && !state.readOnly ? html`<button class="btn quiet" type="button" data-t="sibling-aside" aria-label="${t("siblings-aside")}, ${name}" @click=${() => layAside(name)}>${icon("tray")}<span>${t("siblings-aside")}</span></button>` : nothing}
    </div></li>`;
}

/** The words of one side. @param {string} heading @param {Page} page @param {(id: string) => string} media */
function side(heading, page, media) {
  const lang = page.writing.lang || nothing;
  return html`<div class="beside-one" role="group" aria-label=${heading} data-t="sibling-side"><p class="soft">${heading}</p>
    <div class="reading-sheet" lang=${lang}><div class="reading-words">
      ${page.covered
        ? html`<p dir="auto">${page.writing.cover}</p><button class="btn" type="button" data-t="sibling-lift" @click=${() => read(page.id, true)}>${icon("eye")}<span>${t("looking-back-read-cover-open")}</span></button>`
        : html`${page.writing.title ? html`<h4 dir="auto">${page.writing.title}</h4>` : nothing}${blocksView(page.blocks, { level: 4, media })}`}
    </div></div></div>`;
}

/** @param {SiblingPage | undefined} page */
const sides = (page) => (page ? html`<div class="beside-two">${page.here ? side(t("siblings-here"), page.here, pictureAddress) : nothing}${side(t("siblings-there"), page.there, siblingPictureAddress)}</div>` : nothing);

/** @param {string} words @param {PageLine[]} lines @param {string} [why] */
function lines(words, lines, why) {
  if (lines.length === 0) return nothing;
  return html`<details data-t="sibling-lines"><summary>${icon("down")}<span>${words}</span></summary>
    ${why ? html`<p class="soft">${why}</p>` : nothing}
    ${lines.map((each) => html`${pageLine(each, { open: (id) => read(id, false), wholeDay: true })}${sides(here.pages.get(each.id))}`)}
  </details>`;
}

/** A page that was written on both sides, and what becomes of it. @param {PageLine} each */
function both({ id, day }) {
  /** @type {[TakeAs | null, string, string][]} */
  const ways = [[null, "leave", t("siblings-leave")], ["version", "version", t("siblings-as-version")], ["page", "page", t("siblings-as-page")]];
  const chosen = here.take.get(id) ?? null;
  /** @param {TakeAs | null} way */
  const choose = (way) => {
    if (way) here.take.set(id, way);
    else here.take.delete(id);
    refresh();
  };
  return html`<fieldset class="stack" data-t="sibling-both"><legend>${dayLong(day)}</legend>${sides(here.pages.get(id))}
    <div class="choices row">${ways.map(([way, name, words]) => html`<label class="choice"><input type="radio" name=${`take-${id}`} data-t=${`take-${name}`} .checked=${chosen === way} @change=${() => choose(way)}><span>${words}</span></label>`)}</div>
  </fieldset>`;
}

/** @param {Draft[]} drafts */
function unfinished(drafts) {
  if (drafts.length === 0) return nothing;
  /** @param {Event} event */
  const choose = (event) => {
    here.unfinished = /** @type {HTMLInputElement} */ (event.target).checked;
    refresh();
  };
  return html`<h4>${t("siblings-unfinished", { pages: drafts.length })}</h4>
    ${drafts.map(({ writing }) => html`<div class="reading-sheet" lang=${writing.lang || nothing}><p class="gather-words" dir="auto">${writing.body || writing.title}</p></div>`)}
    <label class="choice bare"><input type="checkbox" data-t="take-unfinished" .checked=${here.unfinished} @change=${choose}><span>${t("siblings-unfinished-take")}</span></label>`;
}

/** @param {Beside} beside */
function looked(beside) {
  const { only_there, pages, went_on, let_go, letters, others, stay } = beside;
  const told = [
    beside.ties > 0 ? t("siblings-ties", { ties: beside.ties }) : "",
    letters > 0 ? t("siblings-letters", { letters }) : "",
    others > 0 ? t("siblings-others") : "",
    let_go > 0 ? t("siblings-let-go", { pages: let_go }) : "",
    stay > 0 ? t("siblings-stay") : "",
  ].filter((sentence) => sentence !== "");
  return html`<div class="card stack wide" role="group" aria-labelledby="sibling-looked">
    <h3 id="sibling-looked" data-t="sibling-looked" tabindex="-1"><bdi class="typed">${here.at}</bdi></h3>
    ${lines(t("siblings-only-there", { pages }), only_there)}
    ${lines(t("siblings-went-on", { pages: went_on.length }), went_on, t("siblings-went-on-why"))}
    ${beside.both.length > 0 ? html`<h4>${t("siblings-both", { pages: beside.both.length })}</h4><p class="soft">${t("siblings-both-why")}</p>${beside.both.map(both)}` : nothing}
    ${unfinished(beside.unfinished)}
    ${told.length > 0 ? html`<ul class="told">${told.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : nothing}
    <p class="soft">${t("siblings-bring-why")}</p>
    <div class="cluster">
      ${state.readOnly ? nothing : html`<button class="btn primary" type="button" data-t="sibling-bring" aria-disabled=${here.busy} @click=${bring}>${icon("book")}<span>${here.busy ? t("siblings-busy") : t("siblings-bring")}</span></button>`}
      <button class="btn quiet" type="button" data-t="sibling-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </div>`;
}

/** @param {FromSibling} came */
function brought({ pages, apart, unfinished: drafts, went_on, versions, left }) {
  const told = [
    t("siblings-came", { pages: pages + apart + drafts }),
    went_on + versions > 0 ? t("siblings-came-words", { pages: went_on + versions }) : "",
    left > 0 ? t("siblings-left", { pages: left }) : "",
  ].filter((sentence) => sentence !== "");
  return html`<div class="card stack wide" role="group" aria-labelledby="sibling-came">
    <h3 id="sibling-came" data-t="sibling-came" tabindex="-1">${t("siblings-done")}</h3>
    <ul class="told">${told.map((sentence) => html`<li>${sentence}</li>`)}</ul>
  </div>`;
}

export function siblingsPart() {
  if (!anySiblings()) return nothing;
  const { found, beside, came, said, trouble, busy } = here;
  const more = found.filter(({ state: stands }) => stands === "more").length;
  return html`<section class="part" aria-labelledby="siblings" data-t="siblings" aria-busy=${busy}>
    <h2 id="siblings" tabindex="-1">${t("siblings-heading")}</h2>
    ${more > 0 ? html`<p data-t="siblings-found">${t("siblings-found", { copies: more })}</p>` : nothing}
    <p class="soft">${t("siblings-truth")}</p>
    ${said ? html`<p class="with-icon" data-t="sibling-said" tabindex="-1">${icon("check")}<span>${said}</span></p>` : nothing}
    ${trouble ? html`<p class="with-icon" data-t="sibling-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${came ? brought(came) : nothing}
    ${beside ? looked(beside) : html`<ul class="stack">${found.map(line)}</ul>`}
  </section>`;
}

/** Forgets what was seen. */
export function leaveSiblings() {
  here = still();
}
