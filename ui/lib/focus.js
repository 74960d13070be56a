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

/**
 * A field that one comes to with the Tab key is seen whole: WebKit brings only its first line into sight.
 * @param {Pick<EventTarget, "addEventListener">} root
 */
export function followTab(root) {
  let byTab = false;
  root.addEventListener("keydown", (event) => { byTab = /** @type {KeyboardEvent} */ (event).key === "Tab"; }, true);
  root.addEventListener("pointerdown", () => { byTab = false; }, true);
  root.addEventListener("focusin", ({ target }) => {
    const field = /** @type {HTMLElement} */ (target);
    // One that is higher than the window stays where the caret is.
    if (byTab && isField(field) && field.offsetHeight < window.innerHeight) field.scrollIntoView({ block: "nearest" });
  });
}

/** Puts the focus on what stands there once everything is drawn. @param {string} selector */
export const focusOn = (selector) => setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());
