// @ts-check
// Language, theme, size of text, years.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { language, t } from "../../lib/i18n.js";
import { change, sizeText, speakFromNowOn } from "../../lib/look.js";
import { state } from "../../lib/store.js";
import { tongues } from "../welcome.js";

/** @import { Settings } from "../../wire.js" */

/**
 * One choice among a few, as radio buttons in a row.
 * @template {string} C
 * @param {string} name
 * @param {string} legend
 * @param {[C, string][]} ways
 * @param {string} chosen
 * @param {(way: C) => void} choose
 */
export function choiceOf(name, legend, ways, chosen, choose) {
  return html`<fieldset class="stack tight"><legend>${legend}</legend><div class="choices row">
    ${ways.map(([way, words]) => html`<label class="choice"><input type="radio" name=${name} value=${way} data-t=${`${name}-${way.replaceAll("_", "-")}`}
      .checked=${live(chosen === way)} @change=${() => choose(way)}><span>${words}</span></label>`)}
  </div></fieldset>`;
}

/**
 * Something that is on or off.
 * @param {string} name
 * @param {string} words
 * @param {string} why
 * @param {boolean} on
 * @param {(on: boolean) => void} set
 */
export function toggleOf(name, words, why, on, set) {
  return html`<label class="choice bare"><input type="checkbox" data-t=${name} .checked=${live(on)}
    @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)}><span>${words}<small>${why}</small></span></label>`;
}

/** @returns {[Settings["appearance"], string][]} */
function looks() {
  return [
    ["system", t("settings-look-system")],
    ["light", t("settings-look-light")],
    ["dark", t("settings-look-dark")],
    ["contrast_light", t("settings-look-contrast-light")],
    ["contrast_dark", t("settings-look-contrast-dark")],
  ];
}

/** @returns {[Settings["era"], string][]} */
function years() {
  return [
    ["gregorian", t("settings-era-gregorian")],
    ["era", t("settings-era-era")],
    ["both", t("settings-era-both")],
  ];
}

export function lookPart() {
  const { appearance, text_size, darker_ink, era, vertical, old_input_style } = state.settings;
  return html`<section class="part" aria-labelledby="look">
    <h2 id="look" tabindex="-1">${t("settings-look")}</h2>
    ${choiceOf("language", t("settings-language"), tongues, language(), speakFromNowOn)}
    ${choiceOf("appearance", t("settings-appearance"), looks(), appearance, (way) => change({ appearance: way }))}
    <div class="field"><span class="label" id="size">${t("settings-text-size")}</span>
      <div class="cluster" role="group" aria-labelledby="size">
        <button class="btn" type="button" data-t="text-smaller" @click=${() => sizeText(-1)}>${t("settings-smaller")}</button>
        <button class="btn" type="button" data-t="text-usual" @click=${() => sizeText(0)}>${t("settings-usual")}</button>
        <button class="btn" type="button" data-t="text-larger" @click=${() => sizeText(1)}>${t("settings-larger")}</button>
        <span class="soft" data-t="text-size">${t("settings-size-now", { size: text_size })}</span>
      </div>
      <p class="sample" aria-hidden="true">${t("settings-sample")}</p></div>
    ${toggleOf("darker-ink", t("settings-darker-ink"), t("settings-darker-ink-why"), darker_ink, (on) => change({ darker_ink: on }))}
    ${choiceOf("era", t("settings-era"), years(), era, (way) => change({ era: way }))}
    ${toggleOf("vertical", t("settings-vertical"), t("settings-vertical-why"), vertical, (on) => change({ vertical: on }))}
    ${state.system === "linux"
      ? toggleOf("old-input-style", t("settings-old-input"), t("settings-old-input-why"), old_input_style, (on) => change({ old_input_style: on }))
      : nothing}
  </section>`;
}
