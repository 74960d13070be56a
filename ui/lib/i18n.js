// @ts-check
// Sentences. Every word shown comes from ui/locales through here, in the language spoken now.

import { FluentBundle, FluentResource } from "../vendor/fluent-bundle/index.js";

/** @import { Language } from "../wire.js" */

/** @type {Language} */
let spoken = "en";
let bundle = new FluentBundle("en", { useIsolating: false });

/** Each language with the variety whose dates and sorting we follow. */
const varieties = { en: "en-GB", ja: "ja-JP", fr: "fr-CA" };

/** @returns {Language} The language spoken now. */
export function language() {
  return spoken;
}

/** @returns {string} The variety of it, for dates, numbers and sorting. */
export function variety() {
  return varieties[spoken];
}

/**
 * Speaks `to` from now on.
 * @param {Language} to
 * @param {string} catalogue Its Fluent text.
 */
export function speak(to, catalogue) {
  // Isolation marks are left out: names are set apart in the markup with dir="auto".
  const next = new FluentBundle(varieties[to], { useIsolating: false });
  next.addResource(new FluentResource(catalogue), { allowOverrides: true });
  bundle = next;
  spoken = to;
}

/**
 * The sentence `id`. A sentence that is missing shows its name, so that it is seen and mended.
 * @param {string} id
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(id, values) {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, values ?? null, []) : id;
}

/** Words that lead to further ones, with the space that belongs between: none after a full-width sign, which carries its own. @param {string} words */
export const led = (words) => (/[：。、？！」）]$/u.test(words) ? words : `${words} `);

/** Sentences one after the other, without those that are empty. @param {string[]} sentences */
export const inARow = (sentences) => sentences.filter(Boolean).map(led).join("").trimEnd();

/** Made once for each language: making one takes longer than putting a hundred names in order. @type {Map<string, Intl.Collator>} */
const collators = new Map();

/** How names are put in order in this language. */
export function collator() {
  const made = collators.get(variety()) ?? new Intl.Collator(variety(), { numeric: true });
  collators.set(variety(), made);
  return made;
}

/** Names one after the other, the last of them joined as the language does. @param {string[]} names */
export const listed = (names) => new Intl.ListFormat(variety(), { type: "conjunction" }).format(names);
