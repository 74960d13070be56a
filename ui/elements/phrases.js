// @ts-check
// Words of a question as they stand on a page: a line of Japanese may end between two phrases.

import { html } from "../vendor/lit-html/lit-html.js";
import { phrasesOf } from "../lib/wording.js";

/** @param {string} text @param {string} lang */
export function inLines(text, lang) {
  const [first = "", ...others] = phrasesOf(text, lang);
  return others.length > 0 ? [first, ...others.map((phrase) => html`<wbr>${phrase}`)] : text;
}
