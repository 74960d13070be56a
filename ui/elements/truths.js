// @ts-check
// Who can read the book, and what it is not: the same plain sentences on Welcome and in Settings.

import { html } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";

/** @param {"h2" | "h3"} level Of their headings, below the heading they stand under. */
export function truths(level) {
  /** @param {string} id @param {string} words */
  const heading = (id, words) => (level === "h2" ? html`<h2 id=${id}>${words}</h2>` : html`<h3 id=${id}>${words}</h3>`);
  return html`
    <section class="stack tight" aria-labelledby="can-read">${heading("can-read", t("welcome-read-heading"))}
      <p>${t("welcome-read-1")}</p><p>${t("welcome-read-2")}</p><p>${t("welcome-read-3")}</p></section>
    <section class="stack tight" aria-labelledby="is-not">${heading("is-not", t("welcome-not-heading"))}
      <p>${t("welcome-not-1")}</p><p>${t("welcome-not-2")}</p><p>${t("welcome-not-3")}</p></section>`;
}
