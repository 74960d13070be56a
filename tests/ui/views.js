// What a view would show, for tests that run without a window: no page is drawn, its templates are read instead. Imported
// before any module of the face.

class Field {
  isConnected = true;
  readOnly = false;
  value = "";
  selectionEnd = 0;
  focus() {}
  setSelectionRange() {}
  setRangeText(words, from, to) {
    this.value = `${this.value.slice(0, from)}${words}${this.value.slice(to)}`;
    this.selectionEnd = from + words.length;
  }
}
globalThis.HTMLTextAreaElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLInputElement = /** @type {any} */ (class extends Field {});
globalThis.HTMLElement = /** @type {any} */ (class {});
globalThis.document = /** @type {any} */ ({
  documentElement: { dataset: {} },
  execCommand: () => false,
  querySelector: () => null, querySelectorAll: () => [], createTreeWalker: () => ({}), createComment: () => ({}), createElement: () => ({}),
});
globalThis.matchMedia = /** @type {any} */ (() => ({ matches: false, addEventListener() {} }));

/** Everything a view is made of, in its order: its own text, and what was put into it. @returns {any[]} */
function within(view) {
  if (Array.isArray(view)) return view.flatMap(within);
  // `repeat`: a list, and what each of it becomes.
  if (view?._$litDirective$ && Array.isArray(view.values[0]) && typeof view.values.at(-1) === "function") return view.values[0].flatMap((one, at) => within(view.values.at(-1)(one, at)));
  if (view?._$litDirective$) return view.values.flatMap(within);
  if (view?.strings) return view.strings.flatMap((part, at) => [part, ...(at in view.values ? within(view.values[at]) : [])]);
  return [view];
}

/** @returns {string} The text of a view, its marks with it. */
export const wordsIn = (view) => within(view).filter((part) => typeof part === "string" || typeof part === "number").join("");

/** What a control of a view does. @param {string} name Its name for tests. @param {string} event @returns {(event: any) => any} */
export function actOf(view, name, event) {
  const parts = within(view);
  const from = parts.findIndex((part) => typeof part === "string" && part.includes(`data-t="${name}"`));
  const at = parts.findIndex((part, nth) => nth >= from && typeof part === "string" && part.trimEnd().endsWith(`@${event}=`));
  return parts[at + 1];
}

/** Everything that a view puts where this mark stands. @param {string} mark The end of a piece of template, `?readonly=` for instance. */
export function valuesOf(view, mark) {
  const parts = within(view);
  return parts.filter((_, at) => typeof parts[at - 1] === "string" && parts[at - 1].trimEnd().endsWith(mark));
}
