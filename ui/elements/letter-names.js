// @ts-check
// Names of other people that stand in a letter. Each waits for a decision: it stays as it is written, or another name
// stands in its place, the same one in every letter to this reader. That nobody can find them all is said.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { led, t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { chosen, letterDesk } from "../lib/letter-desk.js";
import { settled } from "../lib/settled.js";
import { icon } from "./icons.js";

/** @import { FoundName, NameChoice } from "../wire.js" */

/** @param {FoundName} found @returns {NameChoice | null} */
export const decisionOn = (found) => letterDesk.draft.names.find(({ name }) => name === found.name)?.choice ?? null;

/** @param {FoundName[]} names */
export const undecided = (names) => names.filter((found) => {
  const choice = decisionOn(found);
  return !choice || (choice.kind === "stands_as" && choice.stands_as.trim() === "");
});

/** @param {FoundName} found @param {NameChoice} choice */
function decide(found, choice) {
  letterDesk.draft.names = [...letterDesk.draft.names.filter(({ name }) => name !== found.name), { name: found.name, choice }];
  chosen();
}

/** @param {FoundName} found @param {number} number */
function nameView(found, number) {
  const choice = decisionOn(found);
  const group = `name-${number}`;
  const other = choice?.kind === "stands_as" ? choice.stands_as : found.stands_as;
  const written = (/** @type {Event} */ event) => {
    if (event.type !== "compositionend" && ime(event)) return;
    decide(found, { kind: "stands_as", stands_as: /** @type {HTMLInputElement} */ (event.target).value });
  };
  return html`<li><fieldset class="stack wide tight" data-t="found-name"><legend><bdi dir="auto">${found.name}</bdi>
      ${found.written.some((form) => form !== found.name) ? html`<span class="small soft">${led(t("sealing-name-written"))}${found.written.map((form) => html`<bdi dir="auto" class="form">${form}</bdi> `)}</span>` : nothing}</legend>
    <div class="choices row"><label class="choice"><input type="radio" name=${group} data-t="name-as-written" .checked=${choice?.kind === "as_written"} @change=${() => decide(found, { kind: "as_written" })}><span>${t("sealing-name-stays")}</span></label>
      <label class="choice"><input type="radio" name=${group} data-t="name-stands-as" .checked=${choice?.kind === "stands_as"} @change=${() => decide(found, { kind: "stands_as", stands_as: other })}><span>${t("sealing-name-other")}</span></label></div>
    ${choice?.kind === "stands_as" ? html`<div class="field"><label for=${`${group}-as`}>${t("sealing-name-as")}</label>
      <input class="box" id=${`${group}-as`} data-t="name-as" dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${settled(other)} @input=${written} @compositionend=${written}></div>` : nothing}</fieldset></li>`;
}

/** @param {FoundName[]} names */
export function letterNames(names) {
  return html`<section class="card stack wide" aria-labelledby="letter-names" data-t="letter-names"><h2 id="letter-names">${t("sealing-names")}</h2>
    <p>${t("sealing-names-told")}</p>
    ${names.length > 0 ? html`<ul class="names-found">${repeat(names, ({ name }) => name, nameView)}</ul>` : html`<p class="soft">${t("sealing-names-none")}</p>`}
    <p class="truth">${icon("info")}<span>${t("sealing-names-honest")}</span></p></section>`;
}
