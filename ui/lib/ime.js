// @ts-check
// Whether a key belongs to an input method. Asked before every shortcut, every Enter and every save.
// WebKitGTK may send `compositionend` without a start, and macOS sends the Enter that commits with
// `isComposing` false and keyCode 229: so all three signs count.

/** @type {Set<EventTarget>} Fields in which a word is being composed. */
const composing = new Set();

/**
 * Begins to follow compositions in everything below `root`.
 * @param {Pick<EventTarget, "addEventListener">} root
 */
export function followCompositions(root) {
  root.addEventListener("compositionstart", (event) => event.target && composing.add(event.target), true);
  root.addEventListener("compositionend", (event) => event.target && composing.delete(event.target), true);
  // A field that loses the focus cannot be composing any more, whatever the input method said.
  root.addEventListener("blur", (event) => event.target && composing.delete(event.target), true);
}

/** The longest that a word is waited for, in milliseconds. */
const PATIENCE = 4000;

/**
 * Waits for the end of a word that is being composed: with the word, with the focus, or with the field itself.
 * @param {EventTarget} field
 * @returns {Promise<void>}
 */
function wordEnds(field) {
  return new Promise((done) => {
    const until = performance.now() + PATIENCE;
    const end = () => {
      clearInterval(look);
      field.removeEventListener("compositionend", end);
      field.removeEventListener("blur", end);
      // The field has the word when the event is over.
      setTimeout(done);
    };
    // A field that is taken away says nothing.
    const look = setInterval(() => {
      const { isConnected } = /** @type {Node} */ (field);
      if (!isConnected) composing.delete(field);
      if (!isConnected || performance.now() > until) end();
    }, 200);
    field.addEventListener("compositionend", end);
    field.addEventListener("blur", end);
  });
}

/** Waits until no word is being composed anywhere. Whoever moves the focus or the caret before that breaks it. */
export async function wordsEnded() {
  await Promise.all([...composing].map(wordEnds));
}

/** Whether a word is being composed in this field. @param {EventTarget} field */
export const isComposed = (field) => composing.has(field);

/**
 * Keeps the Enter that commits a composition from handing in the form around its field, as macOS would have it.
 * @param {Pick<EventTarget, "addEventListener">} root
 */
export function holdBackComposedEnter(root) {
  let composed = -Infinity;
  root.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === "Enter" && ime(event)) composed = event.timeStamp;
  }, true);
  root.addEventListener("submit", (event) => {
    if (event.timeStamp - composed > 100) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}

/**
 * Whether this key or input event is the input method's and not ours.
 * @param {Event} event
 * @returns {boolean}
 */
export function ime(event) {
  const { isComposing, keyCode, target } = /** @type {KeyboardEvent} */ (event);
  return Boolean(isComposing) || keyCode === 229 || (target !== null && composing.has(target));
}
