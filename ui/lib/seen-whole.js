// @ts-check
// Whether a text was on the screen from its beginning to its end: each of its pieces was, at some moment. A letter is
// sealed only after that, or after somebody who reads otherwise has said so.

import { AsyncDirective, directive } from "../vendor/lit-html/async-directive.js";
import { noChange } from "../vendor/lit-html/lit-html.js";

/** What a text is made of. */
const PIECES = "p, li, h2, h3, h4, dd, pre, figure";

class SeenWhole extends AsyncDirective {
  /** @type {IntersectionObserver | null} */
  watch = null;
  /** @type {Element | null} */
  text = null;

  /** @param {() => void} _done @returns {unknown} */
  render(_done) {
    return noChange;
  }

  /** @param {any} part @param {[() => void]} given */
  update(part, [done]) {
    if (this.text === part.element) return noChange;
    this.disconnected();
    this.text = part.element;
    // Drawn first, watched after: what is not laid out yet is nowhere.
    requestAnimationFrame(() => this.begin(done));
    return noChange;
  }

  /** @param {() => void} done */
  begin(done) {
    if (!this.text?.isConnected) return;
    const waiting = new Set(this.text.querySelectorAll(PIECES));
    this.watch = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        waiting.delete(target);
        this.watch?.unobserve(target);
      }
      if (waiting.size === 0) {
        this.disconnected();
        done();
      }
    });
    for (const piece of waiting) this.watch.observe(piece);
  }

  disconnected() {
    this.watch?.disconnect();
    this.watch = null;
  }
}

/** Put on the element that holds the text: `<article ${seenWhole(done)}>`. */
export const seenWhole = directive(SeenWhole);
