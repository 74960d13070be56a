// @ts-check
// "Hide now": what it does and what it does not, the keys that do it, and what becomes of the window.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { hideKeysName } from "../../elements/hide-now.js";
import { icon } from "../../elements/icons.js";
import { focusOn } from "../../lib/focus.js";
import { chosenBy, nameOf, USUAL } from "../../lib/hide-keys.js";
import { t } from "../../lib/i18n.js";
import { change } from "../../lib/look.js";
import { refresh, say, state } from "../../lib/store.js";
import { choiceOf } from "./look.js";

/** @import { HideKeys, Settings } from "../../wire.js" */

let listening = false;
/** Why the keys that were pressed last cannot be chosen, or what was chosen. */
let told = "";

const on = () => ({ mac: state.system === "macos", windows: state.system === "windows" });

export function leaveHide() {
  listening = false;
  told = "";
}

function listen() {
  listening = true;
  told = "";
  refresh();
  focusOn("[data-t=hide-keys-field]");
}

function rest() {
  listening = false;
  refresh();
  focusOn("[data-t=hide-keys-change]");
}

/** @param {HideKeys} keys */
function take(keys) {
  told = t("hiding-keys-chosen", { keys: nameOf(keys, on()) });
  say(told);
  void change({ hide_keys: keys });
  rest();
}

/** @param {{ refused: "input" | "bare" | "taken" | "system", keys: HideKeys }} why */
function inOneSentence({ refused, keys }) {
  const named = { keys: nameOf(keys, on()) };
  if (refused === "input") return t("hiding-keys-input");
  if (refused === "taken") return t("hiding-keys-taken", named);
  return refused === "system" ? t("hiding-keys-system", named) : t("hiding-keys-bare", { mod: on().mac ? "⌘" : "Ctrl" });
}

/** @param {KeyboardEvent} event */
function press(event) {
  // Tab leads on as everywhere, and Escape leaves the keys as they were.
  if (event.key === "Tab") return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") {
    told = "";
    rest();
    return;
  }
  const chosen = chosenBy(event, on());
  if (!chosen) return;
  if ("refused" in chosen) {
    told = inOneSentence(chosen);
    say(told);
    refresh();
  } else take(chosen.keys);
}

function left() {
  listening = false;
  refresh();
}

/** @returns {[Settings["hide_then"], string][]} */
function thens() {
  return [["minimise", t("hiding-then-minimise")], ["quit", t("hiding-then-quit")]];
}

function keysField() {
  const usual = nameOf(USUAL, on()) === hideKeysName();
  return html`<div class="field"><span class="label" id="hide-keys">${t("hiding-keys")}</span>
    <div class="cluster" role="group" aria-labelledby="hide-keys">
      ${listening
        ? html`<input class="box" readonly data-t="hide-keys-field" aria-label=${t("hiding-keys-press")} aria-describedby="hide-keys-how hide-keys-told" .value=${t("hiding-keys-press")} @keydown=${press} @blur=${left}>
          <span class="small soft" id="hide-keys-how">${t("hiding-keys-press-how")}</span>`
        : html`<kbd data-t="hide-keys-now">${hideKeysName()}</kbd>
          <button class="btn" type="button" data-t="hide-keys-change" @click=${listen}>${t("hiding-keys-change")}</button>
          ${usual ? nothing : html`<button class="btn quiet" type="button" data-t="hide-keys-usual" @click=${() => take(USUAL)}>${t("hiding-keys-usual", { keys: nameOf(USUAL, on()) })}</button>`}`}
    </div>
    ${state.system === "linux" ? html`<p class="small soft" data-t="hide-keys-composing">${t("hiding-keys-composing")}</p>` : nothing}
    <p class="said-here small" id="hide-keys-told" data-t="hide-keys-told">${told}</p></div>`;
}

export function hidePart() {
  return html`<h3 id="hide">${t("hiding-now")}</h3>
    <p class="with-icon">${icon("hide")}<span>${t("hiding-what", { keys: hideKeysName() })}</span></p>
    <p>${t("hiding-not")}</p>
    ${keysField()}
    ${choiceOf("hide-then", t("hiding-then"), thens(), state.settings.hide_then, (then) => change({ hide_then: then }))}`;
}
