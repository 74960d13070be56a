// A page that its disk refused is kept by itself once the disk is well again; nothing else is, and nothing else says so.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { answers, asked, catalogueOf } from "./window.js";
import { wordsIn } from "./views.js";

const { Trouble } = await import("../../ui/journal.js");
const { speak, t } = await import("../../ui/lib/i18n.js");
const { furnish, inWords, state } = await import("../../ui/lib/store.js");
const { change } = await import("../../ui/lib/look.js");
const { desk } = await import("../../ui/lib/desk.js");
const { paper } = await import("../../ui/rooms/today.js");

const LANGUAGES = /** @type {const} */ (["en", "ja", "fr"]);
/** Kinds that a disk gives a page that is being written. */
const OF_A_DISK = /** @type {const} */ (["disk_full", "disk_trouble", "folder_gone"]);

beforeEach(() => {
  asked.length = 0;
  speak("en", catalogueOf("en"));
  Object.assign(state, { journal: "open", readOnly: false, ties: [] });
});

test("a page that is not kept says that it will be, and whatever else is refused says that it was not done", () => {
  for (const language of LANGUAGES) {
    speak(language, catalogueOf(language));
    for (const kind of OF_A_DISK) {
      desk.trouble = new Trouble(kind);
      const elsewhere = inWords(desk.trouble);
      const shown = wordsIn(paper());
      assert.ok(!shown.includes(elsewhere), `${language} ${kind}`);
      const own = t(`today-not-kept-${kind === "disk_full" ? "full" : kind === "disk_trouble" ? "trouble" : "gone"}`);
      assert.ok(shown.includes(own), `${language} ${kind}`);
    }
    desk.trouble = new Trouble("read_only");
    assert.ok(wordsIn(paper()).includes(t("trouble-read-only")));
  }
  desk.trouble = null;
});

test("no other sentence promises that something is done again by itself", () => {
  const byItself = { en: /in a moment|are kept once/, ja: /もとに戻ると残します|空けると残します|もう一度残してみます/, fr: /seront gardés|essai de les garder suivra/ };
  for (const language of LANGUAGES) {
    speak(language, catalogueOf(language));
    for (const kind of OF_A_DISK) assert.doesNotMatch(inWords(new Trouble(kind)), byItself[language]);
    for (const name of ["full", "trouble", "gone"]) assert.match(t(`today-not-kept-${name}`), byItself[language]);
  }
});

test("a setting that cannot be kept is worn all the same, and that is said", async () => {
  /** @type {string[]} */
  const told = [];
  furnish({ tell: (sentence) => told.push(sentence), draw() {} });
  Object.assign(state, { settings: { language: "en", appearance: "dark", text_size: 19, vertical: false, darker_ink: false, era: "gregorian" } });
  Object.assign(document.documentElement, { style: { setProperty() {} } });
  answers.set_settings = () => Promise.reject({ kind: "settings_not_kept" });
  await change({ vertical: true });
  assert.equal(state.settings.vertical, true);
  assert.deepEqual(told, [t("trouble-settings-not-kept")]);
});
