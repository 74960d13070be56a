// @ts-check
// What this program promises and what it cannot, its version, and whose work it stands on.

import { html } from "../../vendor/lit-html/lit-html.js";
import { truths } from "../../elements/truths.js";
import { t } from "../../lib/i18n.js";
import { state } from "../../lib/store.js";

/** Names, their makers and licences: never translated. @type {[string, string, string][]} */
const fonts = [
  ["Literata", "© 2017 The Literata Project Authors", "SIL Open Font License 1.1"],
  ["Atkinson Hyperlegible Next", "© 2020–2024 The Atkinson Hyperlegible Next Project Authors", "SIL Open Font License 1.1"],
  ["Klee One", "© 2020 The Klee Project Authors", "SIL Open Font License 1.1"],
];
/** @type {[string, string, string][]} */
const libraries = [
  ["lit-html", "© 2017 Google LLC", "BSD-3-Clause"],
  ["@fluent/bundle", "© Mozilla Foundation", "Apache-2.0"],
  ["SQLCipher", "© Zetetic LLC", "BSD-3-Clause"],
  ["SQLite", "D. Richard Hipp", "Public Domain"],
  ["age", "© The age contributors", "MIT / Apache-2.0"],
  ["Tauri", "© The Tauri Programme within the Commons Conservancy", "MIT / Apache-2.0"],
];

export function promisesPart() {
  return html`<section class="part" aria-labelledby="promises" data-t="promises">
    <h2 id="promises" tabindex="-1">${t("settings-promises")}</h2>
    <ul class="told">
      <li>${t("settings-promise-network")}</li>
      <li>${t("settings-promise-encrypted")}</li>
      <li>${t("settings-promise-kept")}</li>
      <li>${t("settings-promise-open")}</li>
      <li data-t="promise-nobody">${t("settings-promise-nobody")}</li>
    </ul>
    ${truths("h3")}
  </section>`;
}

/** @param {string} heading @param {[string, string, string][]} works */
function worksOf(heading, works) {
  return html`<h3>${heading}</h3>
    <ul class="works" lang="en">${works.map(([name, makers, licence]) => html`<li><b>${name}</b> <span>${makers}</span> <span>${licence}</span></li>`)}</ul>`;
}

export function aboutPart() {
  return html`<section class="part" aria-labelledby="about" data-t="about">
    <h2 id="about" tabindex="-1">${t("settings-about")}</h2>
    <p data-t="version">${t("settings-about-version", { version: state.version })}</p>
    <p>${t("settings-about-licence")}</p>
    ${worksOf(t("settings-about-fonts"), fonts)}
    ${worksOf(t("settings-about-libraries"), libraries)}
    <p class="small soft">${t("settings-about-texts")}</p>
  </section>`;
}
