// @ts-check
// The page itself: asks for the words, opens, shows, prints, forgets. Every word of a letter enters the document as a
// text node. Nothing is kept anywhere and nothing is asked of any network: the policy in the head refuses both.

/** @type {{ tongue: string, wordsTongue: string, list: string, said: Record<string, Record<string, string>> }} */
const told = JSON.parse(one("sentences").textContent ?? "");
const wordList = told.list.split(" ");
let tongue = told.tongue;
/** What is said on the page, to be said again in another language. @type {Map<Element, () => string>} */
const spoken = new Map();
/** Pictures that are shown. @type {string[]} */
let pictures = [];

/** @param {string} name @returns {any} */
function one(name) {
  return document.querySelector(`[data-t="${name}"]`);
}

/** A sentence with its values put in. @param {string} key @param {Record<string, string>} [values] */
function say(key, values = {}) {
  const sentence = told.said[tongue]?.[key] ?? key;
  return sentence.replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);
}

/**
 * An element with text, or with other elements in it.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(string | Element)} inside
 */
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/**
 * An element that says a sentence in the language of the page, whichever that becomes.
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {string} key
 * @param {() => Record<string, string>} [values]
 */
function speaking(tag, attributes, key, values) {
  const element = make(tag, attributes);
  spoken.set(element, () => say(key, values?.()));
  return element;
}

/** Words of the letter, as they were written. @param {string} tag @param {string} style @param {string} words @param {string} [lang] */
function words(tag, style, words, lang) {
  const known = lang && /^[A-Za-z0-9-]{2,35}$/u.test(lang) ? { lang } : null;
  return make(tag, { class: style, dir: "auto", translate: "no", ...known }, words);
}

/** Says everything in the language that is chosen. @param {string} chosen */
function speak(chosen) {
  tongue = chosen;
  document.documentElement.lang = chosen;
  document.title = say("open-letter-title");
  for (const [element, sentence] of spoken) element.textContent = sentence();
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.getAttribute("data-say") ?? "");
  for (const element of document.querySelectorAll("[data-say-words]")) element.textContent = say(`open-letter-words-${told.wordsTongue}`);
  for (const element of document.querySelectorAll("[data-say-label]")) element.setAttribute("aria-label", say(element.getAttribute("data-say-label") ?? ""));
  for (const button of document.querySelectorAll("[data-tongue]")) button.setAttribute("aria-pressed", String(button.getAttribute("data-tongue") === chosen));
}

/** A day or a month as this language writes it; anything else as it stands. @param {string} written */
function day(written) {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(written);
  if (!parts) return written;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const how = { year: "numeric", month: "long", timeZone: "UTC" };
  if (parts[3]) how.day = "numeric";
  return new Intl.DateTimeFormat(tongue === "fr" ? "fr-CA" : tongue, how).format(date);
}

/** @param {string} key @param {Record<string, string>} [values] */
function tell(key, values) {
  const place = one("told");
  const sentence = () => say(key, values);
  spoken.set(place, sentence);
  place.textContent = sentence();
}

/** @param {Event} event */
async function open(event) {
  event.preventDefault();
  const field = one("words");
  const { phrase, unknown, count } = readWords(field.value, wordList);
  if (phrase === null) {
    if (unknown.length > 0) tell("open-letter-unknown", { words: unknown.join(tongue === "ja" ? "、" : ", ") });
    else tell("open-letter-count", { count: String(count) });
    return field.focus();
  }
  one("open").disabled = true;
  tell("open-letter-opening");
  await drawn();
  try {
    const decrypter = new age.Decrypter();
    decrypter.addPassphrase(phrase);
    const bytes = await decrypter.decrypt(armorBytes(one("sealed").textContent));
    show(readLetter(bytes));
  } catch (why) {
    const reason = why instanceof Error ? why.message : "";
    tell(reason.includes("no identity matched") ? "open-letter-wrong" : why instanceof RangeError ? "open-letter-cannot" : "open-letter-torn");
    field.focus();
  }
  one("open").disabled = false;
}

/** The next picture of the page is drawn: the work begins after it. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Who wrote stands before a word of it. @param {{ letter: any, text: string }} opened */
function show({ letter, text }) {
  const place = one("letter");
  const heading = speaking("h1", { tabindex: "-1", "data-t": "letter-title" }, "open-letter-title");
  place.replaceChildren(heading);
  if (letter) {
    place.append(face(letter));
    const inside = make("div", { class: "inside", "data-t": "inside" });
    if (letter.cover) {
      const read = speaking("button", { type: "button", class: "first", "data-t": "read-on" }, "open-letter-read-on");
      read.addEventListener("click", () => {
        read.remove();
        inside.append(...parts(letter));
        speak(tongue);
        inside.setAttribute("tabindex", "-1");
        inside.focus();
      });
      place.append(make("div", { class: "cover" }, words("p", "words", letter.cover, letter.lang), read));
    } else {
      inside.append(...parts(letter));
    }
    place.append(inside);
  } else {
    place.append(speaking("p", { class: "claim" }, "open-letter-as-it-is"), words("pre", "raw", text));
  }
  const print = speaking("button", { type: "button", "data-t": "print" }, "open-letter-print");
  print.addEventListener("click", () => window.print());
  const close = speaking("button", { type: "button", "data-t": "close" }, "open-letter-close");
  close.addEventListener("click", () => {
    forget();
    one("words").focus();
  });
  place.append(make("footer", { class: "acts" }, print, close));
  one("words").value = "";
  one("told").textContent = "";
  spoken.delete(one("told"));
  one("ask").hidden = true;
  place.hidden = false;
  speak(tongue);
  window.scrollTo(0, 0);
  heading.focus();
}

/** Who is said to have written it and what they ask. @param {any} letter */
function face(letter) {
  const place = make("div", { class: "face" });
  place.append(
    make("p", { class: "from" }, speaking("span", { class: "label" }, "open-letter-from"), words("span", "name", letter.writer)),
    speaking("p", { class: "claim" }, "open-letter-claim"),
  );
  const names = letter.recipients ?? [];
  if (names.length > 0) {
    const list = make("p", { class: "from" }, speaking("span", { class: "label" }, "open-letter-to"));
    for (const name of names) list.append(words("span", "name", name));
    place.append(list);
  }
  if (letter.sealed) place.append(speaking("p", { class: "quiet" }, "open-letter-sealed", () => ({ day: day(letter.sealed) })));
  const asks = make("ul", { class: "asks" });
  const chosen = [...(letter.wish ?? []).map((/** @type {string} */ wish) => `wish-${wish}`), ...(letter.please?.what ?? []).map((/** @type {string} */ please) => `please-${please}`)];
  for (const choice of chosen) {
    const key = `open-letter-${choice.replaceAll("_", "-")}`;
    // A word that a newer program uses says nothing here.
    if (Object.hasOwn(told.said.en, key)) asks.append(speaking("li", {}, key));
  }
  if (letter.please?.words) asks.append(words("li", "words", letter.please.words, letter.lang));
  if (asks.childElementCount > 0) place.append(asks);
  return place;
}

/** Everything behind the cover. @param {any} letter */
function parts(letter) {
  /** @type {Element[]} */
  const all = [];
  if (letter.shared_page) all.push(speaking("h2", {}, "open-letter-shared-page"));
  if (letter.same_question) all.push(section(speaking("p", { class: "label" }, "open-letter-same-question"), words("p", "asked", letter.same_question.text ?? "", letter.same_question.lang)));
  if (letter.question) {
    const wordings = Object.entries(letter.question.question.text).map(([lang, text]) => words("p", "asked", String(text), lang));
    const because = letter.question.changed_because ? [words("p", "words", String(letter.question.changed_because), letter.lang)] : [];
    all.push(section(speaking("p", { class: "label" }, "open-letter-question"), ...wordings, ...because));
  }
  for (const part of letter.parts ?? []) all.push(section(...passage(part, letter)));
  for (const answer of letter.agreement?.answers ?? []) {
    all.push(section(words("p", "asked", String(answer?.asked?.text ?? ""), answer?.asked?.lang), words("p", "words", lines(answer?.text), letter.lang)));
  }
  if (letter.agreement?.reread) all.push(section(speaking("p", { class: "label" }, "open-letter-reread"), words("p", "words", letter.agreement.reread, letter.lang)));
  return all;
}

/** @param {...Element} inside */
function section(...inside) {
  return make("section", { class: "part" }, ...inside);
}

/** @param {any} text */
function lines(text) {
  return Array.isArray(text) ? text.map(String).join("\n") : "";
}

/** @param {any} part @param {any} letter */
function passage(part, letter) {
  const lang = part.lang || letter.lang;
  const all = [];
  if (part.title) all.push(words("h2", "title", part.title, lang));
  if (part.date) {
    const written = make("p", { class: "quiet" });
    spoken.set(written, () => day(part.date));
    all.push(written);
  }
  if (part.asked?.text) all.push(words("p", "asked", part.asked.text, part.asked.lang || lang));
  const text = lines(part.text);
  if (text) all.push(words("p", "words", text, lang));
  for (const number of part.files ?? []) {
    const file = letter.files?.[number];
    if (file) all.push(along(file, lang));
  }
  return all;
}

/** A picture or a text that goes along. Only three kinds of picture are ever shown, under their own name. @param {any} file @param {string} lang */
function along(file, lang) {
  const bytes = base64Bytes(file.base64);
  if (file.type === "text") return words("p", "words", new TextDecoder().decode(bytes), lang);
  if (!["png", "jpeg", "webp"].includes(file.type)) return speaking("p", { class: "quiet" }, "open-letter-picture");
  const address = URL.createObjectURL(new Blob([/** @type {any} */ (bytes)], { type: `image/${file.type}` }));
  pictures.push(address);
  const picture = make("img", { src: address, alt: file.words || "" });
  const figure = make("figure", {}, picture);
  if (file.words) figure.append(words("figcaption", "quiet", file.words, lang));
  return figure;
}

/** Nothing of the letter stays on the page. */
function forget() {
  for (const address of pictures) URL.revokeObjectURL(address);
  pictures = [];
  for (const element of spoken.keys()) spoken.delete(element);
  one("letter").replaceChildren();
  one("letter").hidden = true;
  one("words").value = "";
  one("told").textContent = "";
  one("ask").hidden = false;
}

for (const button of document.querySelectorAll("[data-tongue]")) {
  button.addEventListener("click", () => speak(button.getAttribute("data-tongue") ?? "en"));
}
one("ask").addEventListener("submit", open);
// Enter opens, but not the one that ends a composition of kana.
one("words").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  one("ask").requestSubmit();
});
// A browser may keep a page it left, words and all, for the way back.
addEventListener("pagehide", forget);
forget();
speak(tongue);
