// @ts-check
// Letters that no key here vouches for, a part of Letters: kept apart from every companion's.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { icon } from "../elements/icons.js";
import { dayLong } from "../lib/dates.js";
import { isHere } from "../lib/exchange.js";
import { t } from "../lib/i18n.js";
import { go } from "../lib/store.js";

/** @import { LetterLine } from "../wire.js" */

/** Letters of mine that went out under words stand here too. @param {LetterLine} line */
function lineView(line) {
  const opens = !line.newer && isHere(line);
  const day = dayLong(line.on);
  const told = line.given_to
    ? html`<span>${t("threads-me")}</span><span class="small soft" dir="auto">${t("sealing-given-named", { called: line.given_to, day })}</span>`
    : html`<span>${line.whose === "mine" ? t("threads-me") : t("arriving-from-unknown")}</span><span class="small soft">${line.newer ? t("threads-newer") : day}</span>`;
  return html`<li>${opens ? html`<button class="tie-line" type="button" data-t="unknown-open" @click=${() => go("letters", { letter: line.version })}>${told}</button>` : html`<span class="tie-line">${told}</span>`}</li>`;
}

/** @param {LetterLine[]} lines */
export function unknownLetters(lines) {
  const here = lines.filter(isHere);
  if (here.length === 0) return nothing;
  return html`<div class="between-folds"><details data-t="letters-unknown"><summary>${icon("down")}${t("threads-unknown")}</summary><p class="small soft">${t("threads-unknown-told")}</p>
    <ul class="tie-list">${repeat(here, ({ version }) => version, lineView)}</ul></details></div>`;
}
