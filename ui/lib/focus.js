// @ts-check
// Where the focus goes next.

/** @param {Element | null} element Whether somebody may be writing there. */
export const isField = (element) => element?.matches("input, textarea, select, [contenteditable]") ?? false;

/** Grows with every sign that somebody is busy where they are. */
let signs = 0;

/** @param {Pick<EventTarget, "addEventListener">} root */
export function followHands(root) {
  for (const sign of ["input", "pointerdown"]) root.addEventListener(sign, () => { signs += 1; }, true);
}

/**
 * Taken when something is asked for.
 * @returns {() => boolean} Whether somebody has gone into another field since, or on in the one they are in: they stay there.
 */
export function sinceAsked() {
  const [held, before] = [document.activeElement, signs];
  return () => isField(document.activeElement) && (document.activeElement !== held || signs !== before);
}

/** Puts the focus on what stands there once everything is drawn. @param {string} selector */
export const focusOn = (selector) => setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());
