// @ts-check
// Keyboards that remember words: no program can stop them from here, so it is told where they can be stopped.

import { html } from "../../vendor/lit-html/lit-html.js";
import { t } from "../../lib/i18n.js";
import { state } from "../../lib/store.js";

/** @returns {[string, string][]} What it is called, and what can be done there. */
function ways() {
  if (state.system === "windows") {
    return [
      [t("settings-keyboards-windows-ime"), t("settings-keyboards-windows-ime-steps")],
      [t("settings-keyboards-windows"), t("settings-keyboards-windows-steps")],
    ];
  }
  if (state.system === "macos") {
    return [
      [t("settings-keyboards-mac-ime"), t("settings-keyboards-mac-ime-steps")],
      [t("settings-keyboards-mac"), t("settings-keyboards-mac-steps")],
    ];
  }
  return [
    [t("settings-keyboards-mozc"), t("settings-keyboards-mozc-steps")],
    [t("settings-keyboards-ibus"), t("settings-keyboards-ibus-steps")],
  ];
}

export function keyboardsPart() {
  return html`<section class="part" aria-labelledby="keyboards" data-t="keyboards">
    <h2 id="keyboards" tabindex="-1">${t("settings-keyboards")}</h2>
    <p>${t("settings-keyboards-what")}</p>
    <dl class="ways">${ways().map(([name, steps]) => html`<dt>${name}</dt><dd>${steps}</dd>`)}</dl>
    <p class="small soft">${t("settings-keyboards-names")}</p>
    <p>${t("settings-keyboards-clipboard")}</p>
  </section>`;
}
