// @ts-check
// Line icons, 1.6 px, always beside words.

import { html, svg } from "../vendor/lit-html/lit-html.js";

const drawn = {
  pencil: svg`<path d="M4 20l1-4L16 5l3 3L8 19z"/><path d="M14 7l3 3"/>`,
  question: svg`<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2 1-1.2 1.9"/><path d="M12 16.8v.1"/>`,
  lines: svg`<path d="M5 5v14M5 7h6M5 12h10M5 17h8"/>`,
  sun: svg`<circle cx="12" cy="12" r="3"/><path d="M12 4v2M12 18v2M4 12h2M18 12h2M6.5 6.5l1.4 1.4M16.1 16.1l1.4 1.4M17.5 6.5l-1.4 1.4M7.9 16.1l-1.4 1.4"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  unlocked: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.6-1.7"/>`,
  expand: svg`<path d="M4 9V5h4M20 9V5h-4M4 15v4h4M20 15v4h-4"/>`,
  vertical: svg`<path d="M17 5v14M12 5v10M7 5v12"/>`,
  horizontal: svg`<path d="M5 7h14M5 12h10M5 17h12"/>`,
  picture: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.6"/><path d="M5 17l5-4 3 2.5 3-3 3.5 3"/>`,
  plus: svg`<path d="M12 6v12M6 12h12"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  dash: svg`<path d="M6 12h12"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.1"/>`,
  eye: svg`<path d="M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6z"/><circle cx="12" cy="12" r="2.6"/>`,
  "eye-off": svg`<path d="M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6z"/><path d="M5 19L19 5"/>`,
  hide: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M8.5 15.5h7"/>`,
  back: svg`<path class="flip" d="M14 6l-6 6 6 6"/>`,
  forward: svg`<path class="flip" d="M10 6l6 6-6 6"/>`,
  down: svg`<path d="M6 10l6 6 6-6"/>`,
  undo: svg`<path d="M8 6L4 10l4 4"/><path d="M4 10h9a6 6 0 0 1 0 12h-2" transform="translate(0 -3)"/>`,
  print: svg`<path d="M7 9V4h10v5"/><rect x="4" y="9" width="16" height="7" rx="2"/><path d="M7 14h10v6H7z"/>`,
  tray: svg`<path d="M4 13l2.5-8h11L20 13v6H4z"/><path d="M4 13h5l1.5 2.5h3L15 13h5"/>`,
  person: svg`<circle cx="12" cy="8.5" r="3.5"/><path d="M5 20c.8-4 3.4-6 7-6s6.2 2 7 6"/>`,
  people: svg`<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>`,
  lamp: svg`<path d="M8.5 4h7l2.5 8H6z"/><path d="M12 12v8M8.5 20h7"/>`,
  book: svg`<path d="M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2z"/><path d="M12 7v13"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  again: svg`<path d="M19 12a7 7 0 1 1-2.2-5.1"/><path d="M19 4v4h-4"/>`,
  letter: svg`<rect x="3.5" y="6" width="17" height="12.5" rx="2"/><path d="M4 7.5l8 6 8-6"/>`,
  key: svg`<circle cx="8" cy="14" r="4"/><path d="M11 11l8-7M16 6.5l2.5 2.5"/>`,
};

/** @typedef {keyof typeof drawn} IconName */

/** @param {IconName} name */
export function icon(name) {
  return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawn[name]}</svg>`;
}

/** The mark: two circles, and what is between them. */
export function mark() {
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path class="c" d="M20 10.2a11.5 11.5 0 0 1 0 19.6 11.5 11.5 0 0 1 0-19.6z"/>
    <circle class="a" cx="14.5" cy="20" r="11.4"/><circle class="b" cx="25.5" cy="20" r="11.4"/></svg>`;
}
