// @ts-check
// Welcome: what this is, in which language, and who else may be near. Nothing chosen here is written to disk;
// the language is kept when a journal is made.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon, mark } from "../elements/icons.js";
import { truths } from "../elements/truths.js";
import { focusOn } from "../lib/focus.js";
import { language, t } from "../lib/i18n.js";
import { speakFromNowOn } from "../lib/look.js";
import { go, refresh, state } from "../lib/store.js";

/** @import { Language } from "../wire.js" */

/** Languages by their own names; they are never translated. */
export const tongues = /** @type {[Language, string][]} */ ([["ja", "日本語"], ["en", "English"], ["fr", "Français"]]);

/** @type {"welcome" | "near" | "truth"} */
let leaf = "welcome";

/** @param {typeof leaf} to */
function turn(to) {
  leaf = to;
  refresh();
  focusOn("h1");
}

function languages() {
  return html`<fieldset class="stack tight">
    <legend>${t("welcome-language")}</legend>
    <div class="choices row">
      ${tongues.map(([tongue, called]) => html`<label class="choice" lang=${tongue}>
        <input type="radio" name="language" value=${tongue} data-t=${`language-${tongue}`} .checked=${tongue === language()} @change=${() => speakFromNowOn(tongue)}>
        <span>${called}</span></label>`)}
    </div>
  </fieldset>`;
}

function welcomeLeaf() {
  return html`
    <div class="stack welcome" data-t="welcome">
      <div class="title-mark">${mark()}<div><h1 tabindex="-1">${t("common-awai")}</h1><p class="soft">${t("common-subtitle")}</p></div></div>
      <p class="lead">${t("welcome-what")}</p>
      <p class="lead">${t("welcome-where")}</p>
      ${state.erasedInPart ? html`<p class="truth" data-t="erased-in-part">${icon("info")}<span>${t("erase-remains")}</span></p>` : nothing}
      ${languages()}
      <div class="cluster"><button class="btn primary large" type="button" data-t="start-writing" @click=${() => go("today", { write: true })}>${icon("pencil")}<span>${t("welcome-start")}</span></button></div>
      <div class="stack tight">
        <button class="link" type="button" data-t="who-else" @click=${() => turn("near")}>${t("welcome-who-else")}</button>
        <button class="link" type="button" data-t="to-bring-back" @click=${() => go("bring-back")}>${t("keeping-back")}</button>
        <button class="link" type="button" data-t="who-can-read" @click=${() => turn("truth")}>${t("welcome-who-can-read")}</button>
        <button class="link" type="button" data-t="to-guide" aria-keyshortcuts="F1" @click=${() => go("guide")}>${t("guide-title")}</button>
      </div>
    </div>`;
}

/** @param {string} heading */
function leafHeading(heading) {
  return html`<div class="stack tight">
    <button class="link" type="button" data-t="back" @click=${() => turn("welcome")}>${icon("back")}<span>${t("common-back")}</span></button>
    <h1 tabindex="-1">${heading}</h1></div>`;
}

/**
 * @param {string} name
 * @param {string} summary
 * @param {string[]} sentences
 * @param {unknown} [more]
 */
function path(name, summary, sentences, more = nothing) {
  return html`<details class="card path" name="near" data-t=${name}>
    <summary>${icon("down")}<span>${summary}</span></summary>
    <div class="stack">${sentences.map((sentence) => html`<p>${sentence}</p>`)}${more}</div>
  </details>`;
}

function nearLeaf() {
  return html`<div class="stack wide near" data-t="near">
    ${leafHeading(t("welcome-near-heading"))}
    <p class="lead">${t("welcome-near-lead")}</p>
    ${path("near-only-me", t("welcome-near-me"), [t("welcome-near-me-1"), t("welcome-near-me-2")])}
    ${path("near-others", t("welcome-near-others"), [t("welcome-near-others-1"), t("welcome-near-others-2"), t("welcome-near-others-3")])}
    ${path(
      "near-afraid",
      t("welcome-near-afraid"),
      [t("welcome-near-afraid-1"), t("welcome-near-afraid-2"), t("welcome-near-afraid-3"), t("welcome-near-afraid-4"), t("welcome-near-afraid-5")],
      html`<p class="truth">${icon("info")}<span>${t("welcome-near-leave")}</span></p>`,
    )}
    <p class="soft small">${t("welcome-near-not-kept")}</p>
    <div class="cluster"><button class="btn primary" type="button" data-t="start-writing" @click=${() => go("today", { write: true })}>${icon("pencil")}<span>${t("welcome-start")}</span></button></div>
  </div>`;
}

function truthLeaf() {
  return html`<div class="stack wide" data-t="truth">
    ${leafHeading(t("welcome-truth-heading"))}
    ${truths("h2")}
  </div>`;
}

export const welcome = {
  name: "welcome",
  enter() {
    leaf = "welcome";
  },
  main() {
    if (leaf === "near") return nearLeaf();
    return leaf === "truth" ? truthLeaf() : welcomeLeaf();
  },
};
