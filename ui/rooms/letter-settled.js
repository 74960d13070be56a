// @ts-check
// After a letter came in: what became of it, the file that still lies where it came from, and letters before it that
// have not come. Erasing a file is never done by itself, and what it can do is said before.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { eraseCarried } from "../journal-arriving.js";
import { icon } from "../elements/icons.js";
import { listed, t } from "../lib/i18n.js";
import { go, inWords, refresh, say } from "../lib/store.js";

/** @import { Becomes, Gap, Settled } from "../wire.js" */

/** @typedef {"there" | "left" | "erased"} Copy */
/** @type {{ copy: Copy, trouble: string }} */
let file = { copy: "there", trouble: "" };

async function erase() {
  try {
    await eraseCarried();
    file = { copy: "erased", trouble: "" };
    say(t("arriving-copy-erased"));
  } catch (trouble) {
    file = { copy: "there", trouble: inWords(trouble) };
    say(file.trouble);
  }
  refresh();
}

function leave() {
  file = { copy: "left", trouble: "" };
  refresh();
}

/** The file that still lies where it came from. */
export function copyView() {
  if (file.copy === "left") return nothing;
  if (file.copy === "erased") return html`<p class="with-icon" data-t="copy-erased">${icon("check")}<span>${t("arriving-copy-erased")}</span></p>`;
  return html`<section class="card stack" aria-labelledby="copy" data-t="copy"><h2 id="copy">${t("arriving-copy")}</h2><p>${t("arriving-copy-told")}</p>
    ${file.trouble ? html`<p class="with-icon" data-t="copy-trouble">${icon("info")}<span>${file.trouble}</span></p>` : nothing}
    <div class="cluster"><button class="btn" type="button" data-t="copy-erase" @click=${erase}>${t("arriving-copy-erase")}</button>
      <button class="btn quiet" type="button" data-t="copy-leave" @click=${leave}>${t("arriving-copy-leave")}</button></div></section>`;
}

/** @param {Becomes} how */
function settledWords(how) {
  switch (how) {
    case "kept": return t("arriving-is-kept");
    case "later": return t("arriving-is-later");
    case "returned": return t("arriving-is-returned");
    default: return t("arriving-is-erased");
  }
}

/** What became of it, and where to go from here. @param {Becomes} how @param {Settled} settled */
export function goOnView(how, { version, companion }) {
  return html`<p class="with-icon letter-done" data-t="settled">${icon("check")}<span>${settledWords(how)}</span></p>
    <div class="cluster">
      ${version ? html`<button class="btn primary" type="button" data-t="settled-read" @click=${() => go("letters", { letter: version })}>${t("arriving-read-there")}</button>` : nothing}
      ${companion ? html`<button class="btn" type="button" data-t="settled-exchange" @click=${() => go("letters", { companion })}>${t("arriving-to-exchange")}</button>` : nothing}
    </div>`;
}

/** A new letter begins with its file where it was. */
export function forgetCopy() {
  file = { copy: "there", trouble: "" };
}

/** The numbers of letters, a dozen at most. @param {Gap[]} gaps */
const numbers = (gaps) => listed(gaps.slice(0, 12).map(({ from, to }) => (from === to ? t("arriving-missing-one", { from }) : t("arriving-missing-several", { from, to }))));

/** @param {Gap[]} gaps Numbers of letters that have not come. */
export function missingView(gaps) {
  if (gaps.length === 0) return nothing;
  return html`<p class="small soft" data-t="missing">${t("arriving-missing", { which: numbers(gaps) })}</p>`;
}

/** @param {Gap[]} gaps Numbers of letters of mine that had not come to them when they last wrote. */
export function notThereView(gaps) {
  if (gaps.length === 0) return nothing;
  return html`<p class="small soft" data-t="not-there">${t("threads-not-there", { which: numbers(gaps) })}</p>`;
}
