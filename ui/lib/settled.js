// @ts-check
// The value of a field, given only while nobody writes in it. Setting the value of a field that has the focus
// would throw away the word an input method is composing, and move the caret.

import { noChange } from "../vendor/lit-html/lit-html.js";
import { Directive, directive } from "../vendor/lit-html/directive.js";

class Settled extends Directive {
  /** @param {string} _value @returns {unknown} */
  render(_value) {
    return noChange;
  }
  /** @param {any} part @param {[string]} given */
  update(part, [value]) {
    const field = part.element;
    if (field.value !== value && field.ownerDocument.activeElement !== field) field.value = value;
    return noChange;
  }
}

/** Put where an attribute stands: `<input ${settled(words)}>`. */
export const settled = directive(Settled);
