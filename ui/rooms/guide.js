// @ts-check
// The guide: plain words about the program itself, in the program, read before a book is open and after. It is not
// called by the usual name for such pages: in a hard hour that word would promise somebody who comes.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { above } from "../elements/above.js";
import { hideKeysName } from "../elements/hide-now.js";
import { icon } from "../elements/icons.js";
import { keyboardsOf } from "../elements/keyboards.js";
import { modKey } from "../elements/rail.js";
import { t } from "../lib/i18n.js";
import { go, refresh, say, state, tell } from "../lib/store.js";

/** @import { System } from "../wire.js" */
/** @import { Room } from "../lib/store.js" */

/** The room one came from. */
let came = "welcome";

/** Rooms that lie outside the book. */
const doors = ["welcome", "unlock"];

/** Both exchanges. */
const ALL = 2;
/** Whether one of them was put away. */
let away = false;

/** Whether the guide is read at the door, where there is no rail. */
export const readAtTheDoor = () => state.journal !== "open" && doors.includes(came);

/** Goes back to where one was; a book that was opened meanwhile is entered. */
function leaveGuide() {
  const to = state.journal === "open" && doors.includes(came) ? "today" : came;
  void go(to, to === "today" ? { write: true } : {});
}

function showKeys() {
  above.keys = true;
  refresh();
}

async function bringBack() {
  try {
    await journal.bringExamplesBack();
    away = false;
    say(t("guide-examples-here"));
    refresh();
    // The button that had the focus has nothing more to do.
    setTimeout(() => turnTo("guide-examples"));
  } catch (trouble) {
    tell(trouble);
  }
}

async function seeWhatIsAway() {
  if (state.journal !== "open") return;
  away = await journal.examples().then((here) => here.length < ALL, () => false);
  refresh();
}

/** The parts in their order: the id of each heading, and its words. @returns {[string, string][]} */
function parts() {
  return [
    ["guide-begin", t("guide-begin")],
    ...(state.journal === "open" ? [/** @type {[string, string]} */ (["guide-examples", t("guide-examples")])] : []),
    ["guide-read", t("guide-read")],
    ["guide-shared", t("guide-shared")],
    ["guide-keyboards", t("settings-keyboards")],
    ["guide-not", t("guide-not")],
    ["guide-danger", t("guide-danger")],
  ];
}

/** @param {string} id */
function turnTo(id) {
  const heading = document.querySelector(`.part h2#${id}`);
  /** @type {HTMLElement | null} */ (heading)?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}

/** @param {string} id @param {string} heading @param {string[]} sentences @param {unknown} [more] */
function partOf(id, heading, sentences, more = nothing) {
  return html`<section class="part" aria-labelledby=${id} data-t=${id}><h2 id=${id} tabindex="-1">${heading}</h2>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}${more}</section>`;
}

function examplesPart() {
  if (state.journal !== "open") return nothing;
  return partOf("guide-examples", t("guide-examples"), [t("guide-examples-1")], html`<div class="cluster">
    <button class="btn" type="button" data-t="guide-to-examples" @click=${() => go("examples")}>${t("guide-examples-read")}</button>
    ${state.readOnly || !away ? nothing : html`<button class="btn quiet" type="button" data-t="guide-examples-back" @click=${bringBack}>${t("guide-examples-back")}</button>`}</div>`);
}

function keyboardsPart() {
  /** @type {[System, string][]} */
  const systems = [["linux", t("guide-keyboards-linux")], ["windows", t("guide-keyboards-windows")], ["macos", t("guide-keyboards-macos")]];
  // This computer's own lies open; the others can be opened.
  return partOf("guide-keyboards", t("settings-keyboards"), [t("settings-keyboards-what")], html`<div class="guide-systems">
    ${systems.map(([system, name]) => html`<details data-t=${`guide-${system}`} ?open=${system === state.system}><summary>${icon("down")}${name}</summary>${keyboardsOf(system)}</details>`)}</div>
    <p class="small soft">${t("settings-keyboards-names")}</p><p>${t("settings-keyboards-clipboard")}</p>`);
}

function guideView() {
  const close = modKey("L");
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="guide-back" @click=${leaveGuide}>${icon("back")}${t("common-back")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("guide-title")}</h1><p class="lead">${t("guide-lead")}</p></header>
    <nav class="parts" aria-label=${t("guide-parts")}>
      ${parts().map(([id, words]) => html`<button class="link" type="button" data-t=${`to-${id}`} @click=${() => turnTo(id)}>${words}</button>`)}
    </nav>
    ${partOf("guide-begin", t("guide-begin"), [t("guide-begin-1"), t("guide-begin-2"), t("guide-begin-3"), t("guide-begin-4", { key: "Alt C" }), t("guide-begin-5")],
      html`<button class="link" type="button" data-t="guide-keys" @click=${showKeys}>${t("guide-begin-keys")}</button>`)}
    ${examplesPart()}
    ${partOf("guide-read", t("guide-read"), [t("guide-read-1"), t("guide-read-2"), t("guide-read-3"), t("guide-read-4"), t("guide-read-5"), t("guide-read-6")])}
    ${partOf("guide-shared", t("guide-shared"), [t("guide-shared-1", { key: close }), t("hiding-guide-1", { keys: hideKeysName() }), t("hiding-guide-2"), t("hiding-guide-3"), t("guide-shared-2"), t("guide-shared-3"), t("guide-shared-4"), t("guide-shared-5"), t("guide-shared-6")])}
    ${keyboardsPart()}
    ${partOf("guide-not", t("guide-not"), [t("guide-not-1"), t("guide-not-2"), t("guide-not-3"), t("guide-not-4")])}
    ${partOf("guide-danger", t("guide-danger"), [t("guide-danger-1"), t("guide-danger-2"), t("guide-danger-3"), t("guide-danger-4")])}`;
}

/** @type {Room & { back(): boolean }} */
export const guide = {
  name: "guide",

  enter() {
    // The rooms that lie behind the guide come back to it.
    if (state.room !== "guide" && state.room !== "examples") came = state.room;
    // The guide does not wait for the answer.
    void seeWhatIsAway();
  },

  main: () => html`<div class="tie-room guide" data-t="guide">${guideView()}</div>`,

  back() {
    leaveGuide();
    return true;
  },
};
