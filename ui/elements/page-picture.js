// @ts-check
// A picture among words. Its room is there before it is: what is read below it does not move away from the eye, and a
// button not from under the hand. The width and height attributes alone do not keep it, because a picture that is as
// large as it wants has no size until it came.

import { html, noChange, nothing } from "../vendor/lit-html/lit-html.js";
import { Directive, directive } from "../vendor/lit-html/directive.js";

// The policy of the window allows no style attribute; a property set through the object model is fine.
class Room extends Directive {
  /** @param {number} _width @param {number} _height @returns {unknown} */
  render(_width, _height) {
    return noChange;
  }
  /** @param {any} part @param {[number, number]} given */
  update(part, [width, height]) {
    const { style } = part.element;
    style.setProperty("--wide", `${width}`);
    style.setProperty("--high", `${height}`);
    return noChange;
  }
}
const room = directive(Room);

/**
 * @param {object} given
 * @param {string} given.src
 * @param {string} given.alt
 * @param {number} given.width   in points; 0 when nobody knows
 * @param {number} given.height  in points; 0 when nobody knows
 * @param {string} given.name
 */
export function pagePicture({ src, alt, width, height, name }) {
  return html`<img src=${src} alt=${alt} width=${width || nothing} height=${height || nothing} ${room(width, height)} loading="lazy" decoding="async" data-t=${name}>`;
}
