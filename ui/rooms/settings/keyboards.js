// @ts-check
// Keyboards that remember words, on this computer.

import { html } from "../../vendor/lit-html/lit-html.js";
import { keyboardsOf } from "../../elements/keyboards.js";
import { t } from "../../lib/i18n.js";
import { state } from "../../lib/store.js";

export function keyboardsPart() {
  return html`<section class="part" aria-labelledby="keyboards" data-t="keyboards">
    <h2 id="keyboards" tabindex="-1">${t("settings-keyboards")}</h2>
    <p>${t("settings-keyboards-what")}</p>
    ${keyboardsOf(state.system)}
    <p class="small soft">${t("settings-keyboards-names")}</p>
    <p>${t("settings-keyboards-clipboard")}</p>
  </section>`;
}
