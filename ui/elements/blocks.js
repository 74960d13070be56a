// @ts-check
// A page's words as they are read: the typed blocks that Rust made from Markdown-lite. Every word of
// a person enters as a text binding; there is no string of HTML anywhere, so that a letter from
// somebody hostile is only ever text.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { language, t } from "../lib/i18n.js";
import { parted } from "../lib/parted.js";
import { standing } from "../lib/tate.js";
import { pagePicture } from "./page-picture.js";

/** @typedef {import("../wire.js").Block} Block */
/** @typedef {import("../wire.js").Span} Span */
/** @typedef {object} Manner
 * @property {boolean} [tate]            set vertically: short numbers stand in one cell
 * @property {2|3|4} [level]             level of a heading in the page
 * @property {(id:string) => string} media  where a picture is served from */

/** Text in vertical lines. @param {string} text @returns {unknown[]} */
export const tateView = (text) => standing(text).map((cell) => (cell.upright ? html`<span class="tcy">${cell.text}</span>` : parted(cell.text)));

/** @param {string} text @param {Manner} manner */
const words = (text, manner) => (manner.tate ? tateView(text) : parted(text));

/** @param {readonly Span[]} spans @param {Manner} manner @returns {unknown[]} */
const spansView = (spans, manner) => spans.map((span) => spanView(span, manner));

/** @param {Span} span @param {Manner} manner @returns {unknown} */
function spanView(span, manner) {
  switch (span.kind) {
    case "strong": return html`<strong>${spansView(span.spans, manner)}</strong>`;
    case "emphasis": return html`<em>${spansView(span.spans, manner)}</em>`;
    case "ruby": return html`<ruby>${parted(span.base)}<rp>（</rp><rt>${parted(span.reading)}</rt><rp>）</rp></ruby>`;
    default: return words(span.text, manner);
  }
}

/** WebKit looks at all lines of a paragraph to break them well: for a hundred thousand characters three seconds, not a
 * third of one. Nobody sees the difference in a long one. */
const LONG = 2000;
/** @param {readonly Span[]} spans @returns {number} */
const lengthOf = (spans) => spans.reduce((sum, span) => sum + ("spans" in span ? lengthOf(span.spans) : "base" in span ? span.base.length : span.text.length), 0);
/** How its lines are broken. @param {readonly (readonly Span[])[]} lines */
const breaks = (lines) => (lines.reduce((sum, line) => sum + lengthOf(line), 0) > LONG ? "long" : nothing);

/** Lines of one paragraph, broken where the person broke them.
 * @param {readonly (readonly Span[])[]} lines @param {Manner} manner */
const linesView = (lines, manner) => lines.map((line, i) => html`${i > 0 ? html`<br>` : nothing}${spansView(line, manner)}`);

/** @param {readonly Span[]} spans @param {Manner} manner */
function headingView(spans, manner) {
  const inner = spansView(spans, manner);
  const long = breaks([spans]);
  if (manner.level === 4) return html`<h4 dir="auto" class=${long}>${inner}</h4>`;
  return manner.level === 3 ? html`<h3 dir="auto" class=${long}>${inner}</h3>` : html`<h2 dir="auto" class=${long}>${inner}</h2>`;
}

/** @param {Extract<Block, {kind:"picture"}>} picture @param {Manner} manner */
function pictureView(picture, manner) {
  const { id, width, height } = picture;
  const alt = picture.words.trim() || t("looking-back-picture");
  return html`<figure class="page-picture">${pagePicture({ src: manner.media(id), alt, width, height, name: "picture" })}</figure>`;
}

/** @param {Extract<Block, {kind:"gone"}>["what"]} what */
function goneWords(what) {
  switch (what) {
    case "picture": return t("looking-back-gone-picture");
    case "sound": return t("looking-back-gone-sound");
    case "film": return t("looking-back-gone-film");
    default: return t("looking-back-gone-file");
  }
}

/** @param {Block} block @param {Manner} manner */
function blockView(block, manner) {
  switch (block.kind) {
    case "heading": return headingView(block.spans, manner);
    case "list": {
      const items = block.items.map((item) => html`<li dir="auto" class=${breaks([item])}>${spansView(item, manner)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case "quote": return html`<blockquote dir="auto"><p class=${breaks(block.lines)}>${linesView(block.lines, manner)}</p></blockquote>`;
    case "rule": return html`<hr>`;
    case "picture": return pictureView(block, manner);
    // Said in the language of the face, not of the page, and visibly where the picture was.
    case "gone": return html`<p class="page-gone" lang=${language()} data-t="gone">${goneWords(block.what)}</p>`;
    default: return html`<p dir="auto" class=${breaks(block.lines)}>${linesView(block.lines, manner)}</p>`;
  }
}

/** @param {readonly Block[]} blocks @param {Manner} manner */
export const blocksView = (blocks, manner) => blocks.map((block) => blockView(block, manner));
