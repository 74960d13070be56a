// @ts-check
// Properties of style on an element: `<div ${styled({ "block-size": "12px" })}>`. The policy of the window allows no
// style attribute; what is set through the object model is fine.

import { noChange } from "../vendor/lit-html/lit-html.js";
import { Directive, directive } from "../vendor/lit-html/directive.js";

class Styled extends Directive {
  /** @param {Record<string, string>} _properties @returns {unknown} */
  render(_properties) {
    return noChange;
  }
  /** @param {any} part @param {[Record<string, string>]} given */
  update(part, [properties]) {
    for (const [name, value] of Object.entries(properties)) part.element.style.setProperty(name, value);
    return noChange;
  }
}
export const styled = directive(Styled);
