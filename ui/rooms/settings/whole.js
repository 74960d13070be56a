// @ts-check
// Whether everything is as it was written, and where it lies.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { checkJournal } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, inWords, refresh, say, state } from "../../lib/store.js";

/** @import { CheckReport } from "../../wire.js" */

const still = () => ({
  busy: false,
  /** @type {CheckReport | null} */
  report: null,
  trouble: "",
});
let looking = still();

async function look() {
  if (looking.busy) return;
  const mine = { ...still(), busy: true };
  looking = mine;
  refresh();
  try {
    mine.report = await checkJournal();
    if (mine === looking) focusOn("[data-t=looked]");
  } catch (why) {
    mine.trouble = inWords(why);
    if (mine === looking) say(mine.trouble);
  } finally {
    mine.busy = false;
    refresh();
  }
}

/** What is not as it was written, in sentences. @param {CheckReport} report @returns {string[]} */
function amiss({ database, chain, pages_damaged, slots }) {
  const whole = slots.map(({ first, second }) => [first, second].filter((copy) => copy === "whole").length);
  return [
    database !== "whole" ? t("settings-whole-file") : "",
    chain !== "whole" ? t("settings-whole-chain") : "",
    pages_damaged.length > 0 ? t("settings-whole-pages", { pages: pages_damaged.length }) : "",
    whole.includes(0) ? t("settings-whole-key-both") : whole.includes(1) ? t("settings-whole-key-one") : "",
  ].filter((sentence) => sentence !== "");
}

/** @param {CheckReport} report */
function found(report) {
  const { pages, versions, pictures, pages_damaged } = report;
  const sentences = amiss(report);
  // A damaged key says itself what to do; damaged words ask for an earlier copy.
  const wordsWhole = report.database === "whole" && report.chain === "whole" && pages_damaged.length === 0;
  return html`<div class="card stack wide" role="group" aria-labelledby="looked">
    <h3 id="looked" data-t="looked" tabindex="-1">${sentences.length === 0 ? t("settings-whole-all") : t("settings-whole-not-all")}</h3>
    <ul class="told">
      ${sentences.map((sentence) => html`<li class="is-amiss">${sentence}</li>`)}
      <li>${t("settings-whole-looked", { pages, versions, pictures })}</li>
    </ul>
    ${pages_damaged.length > 0
      ? html`<div class="cluster">${pages_damaged.map((id, i) => html`<button class="link" type="button" data-t="damaged-page" @click=${() => go("looking-back", { page: id })}>${t("settings-whole-page", { number: i + 1 })}</button>`)}</div>`
      : nothing}
    ${wordsWhole ? nothing : html`<p>${t("settings-whole-then")}</p>`}
  </div>`;
}

export function wholePart() {
  const { busy, report, trouble } = looking;
  return html`<section class="part" aria-labelledby="whole" data-t="whole" aria-busy=${busy}>
    <h2 id="whole" tabindex="-1">${t("settings-whole")}</h2>
    <p>${t("settings-whole-what")}</p>
    <button class="btn" type="button" data-t="check" aria-disabled=${busy} @click=${look}>${icon("search")}<span>${busy ? t("settings-whole-busy") : t("settings-whole-go")}</span></button>
    ${trouble ? html`<p class="with-icon" data-t="check-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${report ? found(report) : nothing}
  </section>`;
}

export function folderPart() {
  return html`<section class="part" aria-labelledby="folder" data-t="folder">
    <h2 id="folder" tabindex="-1">${t("settings-folder")}</h2>
    <p>${t("settings-folder-here")}</p>
    <p class="path-name" data-t="folder-name"><bdi>${state.folder}</bdi></p>
    <p>${t("settings-folder-copy")}</p>
    <p class="small soft">${t("settings-folder-names")}</p>
  </section>`;
}

/** Forgets what was found. */
export function leaveWhole() {
  looking = still();
}
