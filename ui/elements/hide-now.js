// @ts-check
// "Hide now": a small control in the same place in every room, one at the head of each sheet that lies over a room, and
// one that the first Tab comes to, for those who do not see the others.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { nameOf, spokenNameOf } from "../lib/hide-keys.js";
import { hideNow } from "../lib/hiding.js";
import { t } from "../lib/i18n.js";
import { state } from "../lib/store.js";
import { icon } from "./icons.js";

const mac = () => state.system === "macos";

/** The keys that hide, as this computer's keyboard names them. */
export const hideKeysName = () => nameOf(state.settings.hide_keys, { mac: mac() });

const spoken = () => spokenNameOf(state.settings.hide_keys, { mac: mac() });

/** Beside "Close the book", in the rail. */
export function hideInRail() {
  return html`<button class="btn wide hide-now" type="button" data-t="hide-now" aria-keyshortcuts=${spoken()} @click=${hideNow}>
    <span>${icon("hide")}<span class="hide-words">${t("hiding-now")}</span></span><kbd aria-hidden="true">${hideKeysName()}</kbd></button>`;
}

/** Among the first stops of the Tab key; seen only while it has the focus. */
export function hideAtOnce() {
  return html`<button class="btn skip" type="button" data-t="hide-first" aria-keyshortcuts=${spoken()} @click=${hideNow}>${t("hiding-now")}</button>`;
}

/** At the head of a sheet: what lies below cannot be pressed meanwhile. */
export function hideInSheet() {
  // At the door there is nothing to hide.
  if (state.journal === "closed") return nothing;
  return html`<button class="btn quiet hide-now small-hide" type="button" data-t="hide-in-sheet" aria-keyshortcuts=${spoken()} @click=${hideNow}>
    ${icon("hide")}<span class="hide-words">${t("hiding-now")}</span></button>`;
}

/** In the corner of a room that has no rail. */
export function hideInCorner() {
  return html`<div class="hide-corner"><button class="btn hide-now" type="button" data-t="hide-now" aria-keyshortcuts=${spoken()} @click=${hideNow}>
    ${icon("hide")}<span class="hide-words">${t("hiding-now")}</span></button></div>`;
}
