// The page that opens a letter in any browser: what is vendored is what npm gives, words are read as the program reads
// them, and a text that is not wholly a letter is never taken for one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";
import { bundled, vendored } from "./open-letter.js";

const source = (name) => readFileSync(new URL(`../../assets/open-letter/${name}`, import.meta.url), "utf8");

/** What the page's own scripts and the bundle define, without a page. */
function opened() {
  const page = vm.createContext({ TextDecoder, TextEncoder, ReadableStream, TransformStream, Response, Uint8Array, atob, crypto });
  vm.runInContext(["age.js", "words.js", "reading.js"].map(source).join("\n"), page);
  return page;
}

test("the library of age in the page is what its packages give", async () => {
  assert.equal(readFileSync(vendored, "utf8"), await bundled());
});

// Spelled with their sound marks apart, as the Japanese list is; the last two are told apart by one of them.
const list = ["あいこくしん", "あいさつ", "いきなり", "うんこう", "えいえん", "おうふく", "かいがい", "がいねん", "academie", "élégant", "école"].map((word) => word.normalize("NFKD"));
const eight = "あいこくしん あいさつ いきなり うんこう えいえん おうふく かいがい がいねん";
const phrase = eight.replaceAll(" ", "-");

test("words are known again however they are typed", () => {
  const { readWords } = opened();
  const katakana = eight.replace(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint(kana.codePointAt(0) + 0x60));
  const half = katakana.replace("アイサツ", "ｱｲｻﾂ").replace("ガイネン", "ｶﾞｲﾈﾝ");
  for (const typed of [eight, eight.replaceAll(" ", "　"), eight.replaceAll(" ", "\n"), eight.replaceAll(" ", "、"), eight.replaceAll(" ", ""), katakana, half, ` ${eight.normalize("NFKD")} `]) {
    assert.equal(readWords(typed, list).phrase, phrase, typed);
  }
  const accents = `${"ELEGANT ".repeat(7)}École`;
  assert.equal(readWords(accents, list).phrase, `${Array(7).fill("élégant").join("-")}-école`);
});

test("a slip is told before anything is tried", () => {
  const { readWords } = opened();
  const slip = readWords(eight.replace("えいえん", "えいねん"), list);
  assert.equal(slip.phrase, null);
  assert.deepEqual([...slip.unknown], ["えいねん"]);
  const few = readWords("あいさつ いきなり", list);
  assert.deepEqual([few.phrase, few.count, few.unknown.length], [null, 2, 0]);
  assert.equal(readWords("", list).phrase, null);
  assert.equal(readWords("あ".repeat(10_000), list).phrase, null);
});

test("the page opens a letter of the first released form, and its text is the letter", async () => {
  const { age, readWords, readLetter, armorBytes } = opened();
  const golden = (name) => readFileSync(new URL(`../fixtures/letters/${name}`, import.meta.url));
  const keys = JSON.parse(golden("keys-1.json").toString());
  const words = keys.words.split(" ");
  const typed = readWords(keys.words.toUpperCase(), words);
  assert.equal(typed.phrase, words.join("-").normalize("NFKC"));
  const decrypter = new age.Decrypter();
  decrypter.addPassphrase(typed.phrase);
  const { letter } = readLetter(await decrypter.decrypt(new Uint8Array(golden("letter-1-under-words.age"))));
  assert.equal(letter.parts[0].text.join("\n"), keys.text);
  assert.equal(letter.writer, "Aki");
  assert.deepEqual(Buffer.from(armorBytes(golden("letter-1.asc").toString())), golden("letter-1.age"));
});

test("a text that is not wholly a letter is shown as it is", () => {
  const { readLetter } = opened();
  const read = (text) => readLetter(new TextEncoder().encode(text));
  const plain = '{\n  "writer": "Aki",\n  "parts": []\n}';
  assert.equal(read(`awai-letter/1 -\n${plain}\n     `).letter.writer, "Aki");
  for (const other of [
    '{\n  "writer": "Aki",\n  "writer": "Bo",\n  "parts": []\n}',
    '{ "writer": "Aki" }',
    '{\n  "writer": 3\n}',
    '{\n  "writer": "Aki",\n  "parts": 3\n}',
    '{\n  "writer": "Aki",\n  "needs": [\n    "a-newer-thing"\n  ]\n}',
    "[]",
    "null",
    "words",
  ]) {
    const shown = read(`awai-letter/1 -\n${other}\n`);
    assert.equal(shown.letter, null, other);
    assert.equal(shown.text, `awai-letter/1 -\n${other}`);
  }
  assert.equal(read(`awai-letter/2 -\n${plain}`).letter, null);
  assert.equal(read(plain).letter, null);
  assert.equal(read(`\ufeffawai-letter/1 -\n${plain}`).letter, null);
  assert.throws(() => readLetter(new Uint8Array([0xff, 0x0a])));
});
