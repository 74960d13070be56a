// @ts-check
// Where the focus goes next.

/** @param {Element | null} element Whether somebody may be writing there. */
export const isField = (element) => element?.matches("input, textarea, select, [contenteditable]") ?? false;

/** @param {Element | null} held What had the focus when something was asked for. @returns {boolean} Whether somebody has gone into another field since: they stay there. */
export const wentOn = (held) => document.activeElement !== held && isField(document.activeElement);

/** Puts the focus on what stands there once everything is drawn. @param {string} selector */
export const focusOn = (selector) => setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());
