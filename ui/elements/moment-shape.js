// @ts-check
// The shapes of a thread: a stitch for a page, a knot, a gap, a join, a ring. All of one size; each stands beside
// its words wherever it is shown.

import { html, svg } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";

/** @import { MomentKind, Shape } from "../wire.js" */

/** The four kinds, in the order a thread may be lived in. @type {readonly MomentKind[]} */
export const kinds = ["connection", "disconnection", "reconnection", "opening"];

/** @param {MomentKind} kind */
export function kindWords(kind) {
  return { connection: t("moment-connection"), disconnection: t("moment-disconnection"), reconnection: t("moment-reconnection"), opening: t("moment-opening") }[kind];
}

/** @param {Shape} shape */
export function shapeWords(shape) {
  return { stitch: t("moment-page"), knot: t("moment-connection"), gap: t("moment-disconnection"), join: t("moment-reconnection"), ring: t("moment-opening") }[shape];
}

/** A shape around the point 0, 0. @param {Shape} shape */
export function drawn(shape) {
  switch (shape) {
    case "knot":
      return svg`<circle class="knot" r="8"/>`;
    case "gap":
      return svg`<path class="gap" d="M-8 0c4-1 5-5 1-9M8 0c-4 1-5 5-1 9"/>`;
    case "join":
      return svg`<circle class="join" cx="-4" r="6.5"/><circle class="join" cx="4" r="6.5"/>`;
    case "ring":
      return svg`<circle class="ring" r="9"/>`;
    default:
      return svg`<path class="stitch" d="M0-7v14"/>`;
  }
}

/** The shape beside words. @param {Shape} shape */
export const shapeIcon = (shape) =>
  html`<svg class="shape" viewBox="-14 -12 28 24" aria-hidden="true" focusable="false">${shape === "stitch" ? svg`<path class="line" d="M-14 0h28"/>` : shape === "gap" ? svg`<path class="line" d="M-14 0h7M7 0h7"/>` : svg`<path class="line" d="M-14 0h28"/>`}${drawn(shape)}</svg>`;
