// @ts-check
// A letter as it will leave: the words its reader will read, and below, folded, the very text of the file. Nothing
// else goes along, so that nothing else is drawn.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { leavingText } from "../journal-letters.js";
import { led, t } from "../lib/i18n.js";
import { seenWhole } from "../lib/seen-whole.js";
import { refresh, tell } from "../lib/store.js";
import { aboutView, wordsOfLetter } from "./letter-parts.js";
import { releasesOfMine } from "./letter-releases.js";
import { icon } from "./icons.js";
import { pairedWords } from "./paired.js";

/** @import { Leaving, Thread } from "../wire.js" */

/** A size as a person says it: in thousands of bytes. @param {number} bytes */
export const sizeWords = (bytes) => t("sealing-size", { size: Math.max(1, Math.round(bytes / 1000)) });

/** More of the very text: pictures make it long, and all of it at once would hold up the window. @param {Leaving} one @param {number} number @param {Event} pressed */
async function further(one, number, { currentTarget }) {
  const { words, next } = one.text;
  const text = /** @type {HTMLElement} */ (currentTarget).closest("details")?.querySelector("pre");
  if (next === null) return;
  try {
    const more = await leavingText(number, next);
    if (one.text.next === next) one.text = { ...more, words: words + more.words };
    refresh();
    // With the last of it the button goes, and the focus does not go with it.
    if (one.text.next === null) text?.focus();
  } catch (trouble) {
    tell(trouble);
  }
}

/**
 * @param {Leaving} one
 * @param {number} number Its place among the readers.
 * @param {() => void} seen When all of it was on the screen.
 * @param {Thread | null} thread Where the letters lie that it names, when it is a wish to let go.
 */
export function letterLeaving(one, number, seen, thread) {
  const heading = `leaving-${number}`;
  const { shown } = one;
  return html`<article class="leaving" aria-labelledby=${heading} data-t="leaving" ${seenWhole(seen)}>
    <header><h2 id=${heading}>${led(t("sealing-for"))}<bdi dir="auto">${one.called}</bdi></h2>
      <p class="small soft">${one.paired ? pairedWords(one.paired) : t("sealing-stranger-small")} · ${sizeWords(one.size)}</p></header>
    <p class="small soft">${led(t("sealing-my-name-in-it"))}<bdi dir="auto">${shown.face.name}</bdi></p>
    ${shown.face.cover ? html`<section class="letter-cover" aria-label=${t("sealing-cover")}><p class="small soft">${t("sealing-cover-first")}</p><p class="voice" dir="auto" lang=${shown.face.lang || nothing}>${shown.face.cover}</p></section>` : nothing}
    ${aboutView(shown.face)}
    ${wordsOfLetter(shown, { version: "leaving", reader: one.called })}
    ${releasesOfMine(shown, thread, { told: t("sealing-release"), ways: false })}
    <details class="bytes" data-t="leaving-bytes"><summary>${icon("down")}${t("sealing-bytes")}</summary><div class="stack wide"><p class="small soft">${t("sealing-bytes-told")}</p>
      <pre data-t="leaving-text" dir="auto" tabindex="0" aria-label=${t("sealing-bytes")} role="region">${one.text.words}</pre>
      ${one.text.next === null ? nothing : html`<div><button class="btn" type="button" data-t="leaving-further" @click=${(/** @type {Event} */ event) => further(one, number, event)}>${icon("down")}<span>${t("sealing-bytes-further")}</span></button></div>`}</div></details></article>`;
}
