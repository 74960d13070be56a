// @ts-check
// Eight words as somebody types them who heard them: brought to the list's own spelling, by the same steps as the
// program's (core, companion/words.rs), whatever the width, the case, the accents, the kana or the signs between.

const EIGHT = 8;
const JOINS = /[\s\u0085\-‐‑–—,、，・.。·;；]+/u;

/** Lower case, no accents, hiragana with its sound marks apart. @param {string} word */
function oneForm(word) {
  return word.normalize("NFKD").toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60))
    .replace(/\p{M}/gu, (mark) => (mark === "\u3099" || mark === "\u309a" ? mark : ""));
}

/**
 * What was typed, read with one list.
 * @param {string} typed
 * @param {string[]} list
 * @returns {{ phrase: string | null, unknown: string[], count: number }} the passphrase of the sealed file, when
 *   eight words stand there; which pieces stand in no list; how many pieces there are
 */
function readWords(typed, list) {
  const forms = new Map(list.map((word) => [oneForm(word), word.normalize("NFKC")]));
  const typedPieces = typed.split(JOINS).filter((piece) => oneForm(piece) !== "");
  const pieces = typedPieces.map(oneForm);
  const words = pieces.map((piece) => forms.get(piece));
  let phrase = null;
  if (pieces.length === EIGHT && words.every((word) => word !== undefined)) phrase = words.join("-");
  else if (/^[\p{sc=Hiragana}\u3099\u309a]+$/u.test(pieces.join(""))) {
    phrase = runTogether(pieces.join(""), [...forms], EIGHT)?.join("-") ?? null;
  }
  const unknown = phrase === null ? typedPieces.filter((_, at) => words[at] === undefined) : [];
  return { phrase, unknown, count: pieces.length };
}

/**
 * `count` words that together are `text`, when there is a way to cut it: Japanese is also typed with nothing between.
 * @param {string} text
 * @param {[string, string][]} forms
 * @param {number} count
 * @returns {string[] | null}
 */
function runTogether(text, forms, count) {
  if (count === 0) return text === "" ? [] : null;
  for (const [form, word] of forms) {
    if (!text.startsWith(form)) continue;
    const rest = text.slice(form.length);
    // A sound mark belongs to the letter before it.
    if (rest.startsWith("\u3099") || rest.startsWith("\u309a")) continue;
    const words = runTogether(rest, forms, count - 1);
    if (words !== null) return [word, ...words];
  }
  return null;
}
