// @ts-check
// The map of open ties: me in the middle, everybody at a place of their own that Rust gives them once and for ever.
// Every dot and every line is like the others. The list beside it says the same and is what keys and screen readers use.

import { html, svg } from "../vendor/lit-html/lit-html.js";
import { shortened } from "../lib/between.js";
import { t } from "../lib/i18n.js";
import { styled } from "../lib/styled.js";

/** @import { BetweenMap, Spot, Tie } from "../wire.js" */

/** How many names a drawing can hold and still be read. */
export const MOST_DRAWN = 120;

/** The room that a name takes beside its dot, and above or below it; and what I take in the middle. */
const [BESIDE, AWAY, ME] = [70, 50, 50];

/** The part of the map where somebody stands: the seats that nobody has taken yet leave no empty band.
 * @param {{ x: number, y: number }} me @param {readonly Spot[]} spots */
function taken(me, spots) {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  const [left, top] = [Math.min(me.x - ME, ...xs.map((x) => x - BESIDE)), Math.min(me.y - ME, ...ys.map((y) => y - AWAY))];
  const [right, bottom] = [Math.max(me.x + ME, ...xs.map((x) => x + BESIDE)), Math.max(me.y + ME, ...ys.map((y) => y + AWAY))];
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * @param {{ map: BetweenMap, ties: readonly Tie[], open: (id: string) => void }} given The ties that are open.
 */
export function betweenMap({ map, ties, open }) {
  const called = new Map(ties.slice(0, MOST_DRAWN).map((tie) => [tie.id, tie.called]));
  const spots = map.spots.filter((spot) => called.has(spot.tie));
  const me = { x: map.width / 2, y: map.height / 2 };
  const { left, top, width, height } = taken(me, spots);
  /** @param {Spot} spot */
  const name = (spot) => called.get(spot.tie) ?? "";
  // A name stands on the far side of its dot, so that no line crosses it.
  /** @param {Spot} spot */
  const below = (spot) => (spot.y < me.y ? -20 : 34);
  return html`<figure class="between-map" data-t="map">
    <svg viewBox="${left} ${top} ${width} ${height}" ${styled({ "max-inline-size": `${width / 16}rem` })} role="img" aria-label=${t("between-map-label")}>
      ${spots.map((spot) => svg`<path class="line" d="M${me.x} ${me.y}L${spot.x} ${spot.y}"/>`)}
      <circle class="glow" cx=${me.x} cy=${me.y} r="46"></circle>
      <circle class="me" cx=${me.x} cy=${me.y} r="10"></circle>
      <text x=${me.x} y=${me.y + 30}>${t("between-map-me")}</text>
      ${spots.map((spot) => svg`<g class="spot" transform="translate(${spot.x} ${spot.y})" data-t="spot" @click=${() => open(spot.tie)}>
        <title>${name(spot)}</title><circle class="reach" r="26"/><circle class="them" r="13"/><text y=${below(spot)}>${shortened(name(spot))}</text></g>`)}
    </svg>
    <figcaption class="small soft">${t("between-map-told")}${ties.length > spots.length ? html` ${t("between-map-more")}` : ""}</figcaption>
  </figure>`;
}
