// A page of which nothing is drawn, for tests of closing and hiding: it tells what was covered and where the caret went.
// Imported before any module of the face.

class Field {
  isConnected = true;
  readOnly = false;
  value = "";
}
globalThis.HTMLTextAreaElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLInputElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLElement = /** @type {any} */ (class {});
/** What the page was told and asked, beside the journal. @type {string[]} */
export const seen = [];
/** Where the caret is put while the book closes. */
const field = {
  focus: () => seen.push("caret away"),
  remove: () => seen.push("caret back"),
  blur() {},
  getBoundingClientRect() {},
};
export const root = {
  append() {},
  dataset: new Proxy({}, {
    set: (all, name, value) => { seen.push(`set ${String(name)}`); return Reflect.set(all, name, value); },
    deleteProperty: (all, name) => { seen.push(`unset ${String(name)}`); return Reflect.deleteProperty(all, name); },
  }),
};
globalThis.document = /** @type {any} */ ({
  documentElement: root,
  activeElement: { blur() { seen.push("blur"); } },
  execCommand: () => true,
  querySelector: () => null, querySelectorAll: () => [], createTreeWalker: () => ({}), createComment: () => ({}), createElement: () => field,
});
globalThis.matchMedia = /** @type {any} */ (() => ({ matches: false, addEventListener() {} }));

/** Nothing is covered, and nothing was told. */
export function fresh() {
  delete root.dataset.hidden;
  seen.length = 0;
}
