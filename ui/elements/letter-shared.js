// @ts-check
// "What we know now": a page that both write, version by version. Each version has its writer and stays as it is; a
// further one grows out of the last, and none is the only one.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { pictureAddress } from "../journal.js";
import { dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { go } from "../lib/store.js";
import { blocksView } from "./blocks.js";
import { icon } from "./icons.js";

/** @import { Companion, LetterShown, SharedVersion } from "../wire.js" */

/** @param {SharedVersion} version @param {LetterShown | undefined} letter @param {Companion} companion */
function versionView({ line }, letter, companion) {
  return html`<article class=${`voice-letter ${line.whose === "mine" ? "is-mine" : "is-theirs"}`} data-t="shared-version">
    <h3><span class="voice-who">${line.whose === "mine" ? t("threads-me") : html`<bdi dir="auto">${companion.called}</bdi>`}</span> <time datetime=${line.on}>${dayLong(line.on)}</time></h3>
    ${letter ? html`<div class="reading-words" lang=${letter.face.lang || nothing}>${letter.parts.map((part) => blocksView(part.blocks, { level: 4, media: pictureAddress }))}</div>`
      : html`<button class="link" type="button" @click=${() => go("letters", { letter: line.version, of: companion.id })}>${t("threads-read")}</button>`}</article>`;
}

/**
 * @param {SharedVersion[]} versions The earliest first.
 * @param {Map<string, LetterShown>} words
 * @param {Companion} companion
 * @param {boolean} writes
 */
export function sharedPagesView(versions, words, companion, writes) {
  const last = versions.at(-1);
  if (!last && !writes) return nothing;
  const lastWords = last ? words.get(last.line.version)?.parts.map(({ text }) => text).join("\n\n") : "";
  const write = () => go("letters", { answer: "shared", to: companion.id, ...(last ? { shared: { page: last.page.page, grew_from: last.line.id }, words: lastWords } : {}) });
  return html`<section class="stack wide" aria-labelledby="shared-page" data-t="shared-pages"><h2 id="shared-page">${t("arriving-shared")}</h2>
    <p class="small soft">${last ? t("arriving-shared-told") : t("threads-shared-none")}</p>
    ${last ? versionView(last, words.get(last.line.version), companion) : nothing}
    ${versions.length > 1 ? html`<details data-t="shared-earlier"><summary>${icon("down")}${t("threads-shared-earlier")}</summary><div class="stack wide">${versions.slice(0, -1).reverse().map((one) => versionView(one, words.get(one.line.version), companion))}</div></details>` : nothing}
    ${writes ? html`<div><button class="btn" type="button" data-t="shared-write" @click=${write}>${last ? t("threads-shared-further") : t("threads-shared-begin")}</button></div>` : nothing}</section>`;
}
