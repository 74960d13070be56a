// @ts-check
// The three things one says of somebody to exchange letters with: what I call them, the name they see of me, and the
// tie they belong to, if any. The same fields wherever a companion is made.

import { html } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";
import { state } from "../lib/store.js";

/** @import { NewCompanion } from "../wire.js" */

/** @param {string | null} chosen @param {string} none What is said for no tie. */
export function tieOptions(chosen, none = t("companions-no-tie")) {
  const offered = state.ties.filter(({ id, standing }) => standing === "open" || id === chosen);
  return html`<option value="" ?selected=${!chosen}>${none}</option>
    ${offered.map((tie) => html`<option value=${tie.id} ?selected=${tie.id === chosen}>${tie.called}</option>`)}`;
}

/** @param {{ called?: string }} known What is known already. */
export function companionNames({ called = "" } = {}) {
  return html`<div class="field"><label for="new-called">${t("companions-called")}</label>
      <input class="box" id="new-called" name="called" data-t="new-called" required maxlength="300" dir="auto" value=${called} aria-describedby="new-called-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false">
      <p class="small soft" id="new-called-told">${t("companions-called-told")}</p></div>
    <div class="field"><label for="new-my-name">${t("companions-my-name")}</label>
      <input class="box" id="new-my-name" name="my-name" data-t="new-my-name" required maxlength="300" dir="auto" aria-describedby="new-my-name-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false">
      <p class="small soft" id="new-my-name-told">${t("companions-my-name-told")}</p></div>
    ${state.ties.length > 0 ? html`<div class="field"><label for="new-tie">${t("companions-tie")}</label>
      <select class="box" id="new-tie" name="tie" data-t="new-tie" aria-describedby="new-tie-told">${tieOptions(null)}</select>
      <p class="small soft" id="new-tie-told">${t("companions-tie-told")}</p></div>` : ""}`;
}

/** What was written into these fields. @param {HTMLFormElement} form @returns {NewCompanion} */
export function namesOf(form) {
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))?.value ?? "";
  return { called: field("called").trim(), my_name: field("my-name").trim(), tie: field("tie") || null };
}
