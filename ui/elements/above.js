// @ts-check
// What is laid over the rooms: what went otherwise than hoped, the word before the book closes, the list of keys.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { closeWithoutLastWords, closing } from "../lib/closing.js";
import { t } from "../lib/i18n.js";
import { refresh } from "../lib/store.js";
import { closeDialogs, dialog } from "./dialog.js";
import { hideKeysName } from "./hide-now.js";
import { icon } from "./icons.js";
import { keepSheet } from "./keep-sheet.js";
import { modKey, places } from "./rail.js";

export const above = {
  /** A sentence of trouble, or "". */
  trouble: "",
  closingSoon: false,
  keys: false,
};

function putTroubleAway() {
  above.trouble = "";
  closing.stuck = false;
  refresh();
}

function troubleBar() {
  return html`<section class="notice trouble" aria-label=${t("common-said")} data-t="trouble-bar">
    <p data-t="trouble">${icon("info")}<span>${above.trouble}</span></p>
    ${closing.stuck
      ? html`<button class="btn" type="button" data-t="close-without" @click=${() => { putTroubleAway(); closeWithoutLastWords(); }}>${t("common-close-without")}</button>`
      : nothing}
    <button class="btn" type="button" data-t="trouble-read" @click=${putTroubleAway}>${t("common-read")}</button>
  </section>`;
}

/** @param {() => void} stay */
function closingSoon(stay) {
  return html`<section class="notice" aria-label=${t("common-closing-soon-label")} data-t="closing-soon">
    <p>${icon("lock")}<span>${t("common-closing-soon")}</span></p>
    <button class="btn primary" type="button" data-t="stay" @click=${stay}>${t("common-stay")}</button>
  </section>`;
}

function keySheet() {
  const putAway = () => {
    closeDialogs();
    above.keys = false;
    refresh();
  };
  const shift = t("common-key-shift");
  const keys = [
    [t("hiding-now"), hideKeysName()],
    [t("common-key-close"), modKey("L")],
    [t("common-key-new"), modKey("N")],
    [t("common-key-enough"), modKey("Enter")],
    [t("common-key-search"), modKey("F")],
    [t("common-key-only"), modKey(`${shift} F`)],
    [t("common-key-person"), "Alt P"],
    [t("common-key-question"), "Alt Q"],
    [t("common-key-company"), "Alt C"],
    [t("common-key-vertical"), modKey(`${shift} V`)],
    [t("common-key-print"), modKey("P")],
    [t("common-key-neighbours"), `${modKey(t("common-key-page-up"))} · ${t("common-key-page-down")}`],
    [t("common-key-places"), `${modKey("1")} – ${places().length}`],
    [t("common-key-settings"), modKey(",")],
    [t("common-key-size"), `${modKey("+")} · − · 0`],
    [t("common-key-region"), "F6"],
    [t("common-key-back"), "Esc"],
    [t("guide-title"), "F1"],
    [t("common-key-keys"), "?"],
  ];
  return dialog({
    name: "keys",
    heading: t("common-keys"),
    putAway,
    content: html`<dl class="keys">${keys.map(([what, key]) => html`<div><dt>${what}</dt><dd><kbd>${key}</kbd></dd></div>`)}</dl>
      <div><button class="btn" type="button" data-t="keys-close" @click=${putAway}>${t("common-close")}</button></div>`,
  });
}

/** @param {() => void} stay What the button of the last word does. */
export function overlays(stay) {
  return html`${above.trouble ? troubleBar() : nothing}
    ${above.closingSoon ? closingSoon(stay) : nothing}
    ${above.keys ? keySheet() : nothing}
    ${keepSheet()}`;
}
