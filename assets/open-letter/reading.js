// @ts-check
// From the sealed text to the letter. What is shown is what stands in the file: a text that is not, sign for sign, how
// the program writes a letter (a name twice in one object, another form) is shown as it is and never interpreted.

/** The bytes of an armored age file. @param {string} armored */
function armorBytes(armored) {
  const text = armored.replace(/-----(BEGIN|END) AGE ENCRYPTED FILE-----/gu, "").replace(/\s+/gu, "");
  return base64Bytes(text);
}

/** @param {string} text */
function base64Bytes(text) {
  const chunk = 4 * 65536;
  const end = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - end);
  let at = 0;
  for (let from = 0; from < text.length; from += chunk) {
    const part = atob(text.slice(from, from + chunk));
    for (let place = 0; place < part.length; place += 1) bytes[at + place] = part.charCodeAt(place);
    at += part.length;
  }
  return bytes;
}

/**
 * @param {Uint8Array} bytes what age gives
 * @returns {{ letter: any, text: string }} the letter, or null when the text is to be shown as it is
 */
function readLetter(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const end = text.indexOf("\n");
  const inside = text.slice(end + 1).trimEnd();
  let letter = null;
  if (/^awai-letter\/1 /u.test(text.slice(0, end))) {
    try {
      letter = JSON.parse(inside);
    } catch {
      letter = null;
    }
  }
  const whole = letter !== null && typeof letter === "object" && JSON.stringify(letter, null, 2) === inside;
  return { letter: whole && isLetter(letter) ? letter : null, text: text.trimEnd() };
}

/** Whether everything that is shown has the shape it is shown in. @param {any} letter */
function isLetter(letter) {
  const texts = (/** @type {any} */ list) => list === undefined || (Array.isArray(list) && list.every((one) => typeof one === "string"));
  const text = (/** @type {any} */ one) => one === undefined || typeof one === "string";
  const asked = (/** @type {any} */ one) => one === undefined || (one !== null && typeof one === "object" && text(one.text) && text(one.lang));
  const part = (/** @type {any} */ one) =>
    one !== null && typeof one === "object" && text(one.title) && text(one.date) && text(one.lang) && asked(one.asked) &&
    texts(one.text) && (one.files === undefined || Array.isArray(one.files));
  const file = (/** @type {any} */ one) => one !== null && typeof one === "object" && text(one.type) && text(one.words) && typeof one.base64 === "string";
  const { writer, recipients, sealed, cover, lang, wish, please, parts, files, needs, same_question, question, agreement } = letter;
  return (
    typeof writer === "string" && texts(recipients) && text(sealed) && text(cover) && text(lang) && texts(wish) &&
    (needs === undefined || (texts(needs) && needs.length === 0)) &&
    (please === undefined || (please !== null && texts(please.what) && text(please.words))) &&
    (parts === undefined || (Array.isArray(parts) && parts.every(part))) &&
    (files === undefined || (Array.isArray(files) && files.every(file))) &&
    asked(same_question) && (question === undefined || typeof question?.question?.text === "object") &&
    (agreement === undefined || (Array.isArray(agreement?.answers) && text(agreement.reread)))
  );
}
