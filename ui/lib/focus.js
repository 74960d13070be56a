// @ts-check
// Where the focus goes next.

/** Puts the focus on what stands there once everything is drawn. @param {string} selector */
export const focusOn = (selector) => setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());
