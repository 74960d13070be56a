// @ts-check
// To whom a letter goes: companions, each with how the pair came about, and somebody without Awai. Everybody sees the
// names of all.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { t } from "../lib/i18n.js";
import { ime } from "../lib/ime.js";
import { chosen, letterDesk } from "../lib/letter-desk.js";
import { settled } from "../lib/settled.js";
import { pairedWords } from "./paired.js";

/** @import { Companion, NamesUnderWords } from "../wire.js" */

/** @param {Companion} one */
function turn(one) {
  const { draft } = letterDesk;
  draft.to = draft.to.includes(one.id) ? draft.to.filter((each) => each !== one.id) : [...draft.to, one.id];
  chosen();
}

function turnStranger() {
  const { draft } = letterDesk;
  draft.under_words = draft.under_words ? null : { my_name: "", their_name: "" };
  chosen();
}

/** @param {NamesUnderWords} names */
function strangerView(names) {
  /** @param {keyof NamesUnderWords} which @param {string} label */
  const field = (which, label) => {
    const id = `letter-${which.replace("_", "-")}`;
    const written = (/** @type {Event} */ event) => {
      if (event.type !== "compositionend" && ime(event)) return;
      names[which] = /** @type {HTMLInputElement} */ (event.target).value;
      chosen();
    };
    return html`<div class="field"><label for=${id}>${label}</label>
      <input class="box" id=${id} data-t=${id} dir="auto" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false" ${settled(names[which])} @input=${written} @compositionend=${written}></div>`;
  };
  return html`<div class="stack wide narrow" data-t="to-stranger-names"><p class="small soft">${t("sealing-stranger-told")}</p>${field("their_name", t("sealing-stranger-name"))}${field("my_name", t("sealing-stranger-my-name"))}</div>`;
}

export function letterTo() {
  const { draft, companions } = letterDesk;
  const offered = companions.filter(({ id, standing }) => standing === "open" || draft.to.includes(id));
  const many = draft.to.length + (draft.under_words ? 1 : 0) > 1;
  return html`<fieldset class="stack wide tight" data-t="letter-to"><legend>${t("sealing-to")}</legend>
    <div class="choices">${repeat(offered, ({ id }) => id, (one) => html`<label class="choice"><input type="checkbox" data-t="to-companion" data-companion=${one.id} .checked=${draft.to.includes(one.id)} @change=${() => turn(one)}>
        <span><bdi dir="auto">${one.called}</bdi><small>${pairedWords(one.paired)}</small></span></label>`)}
      <label class="choice"><input type="checkbox" data-t="to-stranger" .checked=${draft.under_words !== null} @change=${turnStranger}><span>${t("sealing-stranger")}<small>${t("sealing-stranger-small")}</small></span></label></div>
    ${draft.under_words ? strangerView(draft.under_words) : nothing}
    ${many ? html`<p class="small soft">${t("sealing-to-many")}</p>` : nothing}</fieldset>`;
}
