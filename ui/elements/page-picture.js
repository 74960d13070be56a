// @ts-check
// A picture among words. Its room is there before it is: what is read below it does not move away from the eye, and a
// button not from under the hand. The width and height attributes alone do not keep it, because a picture that is as
// large as it wants has no size until it came.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { styled } from "../lib/styled.js";

/**
 * @param {object} given
 * @param {string} given.src
 * @param {string} given.alt
 * @param {number} given.width   in points; 0 when nobody knows
 * @param {number} given.height  in points; 0 when nobody knows
 * @param {string} given.name
 */
export function pagePicture({ src, alt, width, height, name }) {
  const room = styled({ "--wide": `${width}`, "--high": `${height}` });
  return html`<img src=${src} alt=${alt} width=${width || nothing} height=${height || nothing} ${room} loading="lazy" decoding="async" data-t=${name}>`;
}
