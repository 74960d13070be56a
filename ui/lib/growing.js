// @ts-check
// Fields of a few sentences grow with their words, up to most of the window's height; from there on they scroll.
// WebKitGTK 2.50 does not know `field-sizing`. Only the least height of a field is set: its words, its caret and what is
// being composed in it are never touched, and whoever drew it larger by hand keeps it so.

import { noChange } from "../vendor/lit-html/lit-html.js";
import { Directive, directive } from "../vendor/lit-html/directive.js";
import { isComposed } from "./ime.js";

/** How much of the window's height a field takes by itself. */
const MOST = 0.6;

/** Those that are looked at before the next picture. @type {Set<HTMLTextAreaElement>} */
const waiting = new Set();

/** How wide each was when it was last looked at. @type {WeakMap<Element, number>} */
const widths = new WeakMap();

/** @type {ResizeObserver | undefined} */
let widthsTold;

/**
 * How high the hint of an empty field is, which does not count as its words. It is no word of the person's: it may stand
 * elsewhere for the instant in which it is measured.
 * @param {HTMLTextAreaElement} field
 */
function hintHeight(field) {
  if (field.value || !field.placeholder) return 0;
  const { font, letterSpacing, paddingBlock, paddingInline } = getComputedStyle(field);
  const hint = document.createElement("div");
  hint.textContent = field.placeholder;
  Object.assign(hint.style, { position: "absolute", visibility: "hidden", boxSizing: "border-box", inlineSize: `${field.clientWidth}px`, whiteSpace: "pre-wrap", font, letterSpacing, paddingBlock, paddingInline });
  document.body.append(hint);
  const { offsetHeight } = hint;
  hint.remove();
  return offsetHeight;
}

function fit() {
  const fields = [...waiting].filter((field) => field.isConnected && !isComposed(field));
  waiting.clear();
  if (fields.length === 0) return;
  const { style, scrollHeight } = document.documentElement;
  // A page that is shorter for an instant would lose the place to which it was scrolled.
  style.setProperty("min-block-size", `${scrollHeight}px`);
  for (const field of fields) field.style.removeProperty("min-block-size");
  const heights = fields.map((field) => Math.max(field.scrollHeight, hintHeight(field)) + field.offsetHeight - field.clientHeight);
  for (const [at, field] of fields.entries()) field.style.setProperty("min-block-size", `${Math.min(heights[at] ?? 0, innerHeight * MOST)}px`);
  style.removeProperty("min-block-size");
  for (const field of fields) keepCaretInSight(field);
}

/** The end of the words, where one writes on, does not grow out of the window. @param {HTMLTextAreaElement} field */
function keepCaretInSight(field) {
  const writesOn = document.activeElement === field && field.selectionEnd === field.value.length;
  if (writesOn && field.getBoundingClientRect().bottom > innerHeight) field.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/** @param {HTMLTextAreaElement} field */
function look(field) {
  if (waiting.size === 0) queueMicrotask(fit);
  waiting.add(field);
}

/** @param {Event} event */
const wrote = ({ target }) => look(/** @type {HTMLTextAreaElement} */ (target));

/** @param {HTMLTextAreaElement} field */
function follow(field) {
  widths.set(field, -1);
  for (const kind of ["input", "compositionend"]) field.addEventListener(kind, wrote);
  // Its lines are others when it is unfolded, and when the window or the text becomes larger.
  widthsTold ??= new ResizeObserver((seen) => {
    for (const { target, contentRect } of seen) {
      if (widths.get(target) === contentRect.width) continue;
      widths.set(target, contentRect.width);
      look(/** @type {HTMLTextAreaElement} */ (target));
    }
  });
  widthsTold.observe(field);
}

class Growing extends Directive {
  /** @returns {unknown} */
  render() {
    return noChange;
  }
  /** @param {any} part */
  update({ element }) {
    if (!widths.has(element)) follow(element);
    look(element);
    return noChange;
  }
}

/** Put where an attribute stands: `<textarea ${growing()}>`. */
export const growing = directive(Growing);
