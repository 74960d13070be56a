// @ts-check
// Keyboards that remember words, system by system: no program can stop them from here, so it is told where they can
// be stopped. The same words stand in Settings, for this computer, and in the guide, for all.

import { html } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";

/** @import { System } from "../wire.js" */

/** @param {System} system @returns {[string, string][]} What it is called, and what can be done there. */
function ways(system) {
  if (system === "windows") {
    return [
      [t("settings-keyboards-windows-ime"), t("settings-keyboards-windows-ime-steps")],
      [t("settings-keyboards-windows"), t("settings-keyboards-windows-steps")],
    ];
  }
  if (system === "macos") {
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

/** @param {System} system */
export const keyboardsOf = (system) => html`<dl class="ways">${ways(system).map(([name, steps]) => html`<dt>${name}</dt><dd>${steps}</dd>`)}</dl>`;
