// Sentences in the language spoken now, and a refusal in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogueOf } from "./window.js";

const { Trouble } = await import("../../ui/journal.js");
const { collator, inARow, language, led, listed, speak, t } = await import("../../ui/lib/i18n.js");
const { forget, furnish, inWords, state, tell, tieCalled } = await import("../../ui/lib/store.js");

test("another language is spoken from one sentence to the next", () => {
  speak("ja", catalogueOf("ja"));
  assert.equal(t("common-close-book"), "本を閉じる");
  speak("fr", catalogueOf("fr"));
  assert.equal(t("common-close-book"), "Fermer le livre");
  assert.equal(language(), "fr");
});

test("a sentence that is missing shows its name", () => {
  assert.equal(t("no-such-sentence"), "no-such-sentence");
});

test("numbers choose their form, and names stand in the sentence as they are", () => {
  speak("en", catalogueOf("en"));
  assert.equal(t("settings-lock-minutes", { minutes: 1 }), "a minute");
  assert.equal(t("settings-lock-minutes", { minutes: 60 }), "an hour");
  assert.equal(t("settings-lock-minutes", { minutes: 5 }), "5 minutes");
  assert.equal(t("looking-back-read-between", { names: "{ $names }" }), "Between me and { $names }");
  speak("fr", catalogueOf("fr"));
  assert.equal(t("settings-bring-pages", { pages: 1 }), "1 page qui n’est pas encore ici.");
  assert.match(t("settings-bring-pages", { pages: 1234 }), /^1\s?234 pages qui ne sont pas encore ici\.$/u);
});

test("every refusal ends in one sentence, and one from nowhere too", () => {
  speak("en", catalogueOf("en"));
  assert.equal(inWords(new Trouble("wrong_passphrase")), "That did not open it. Nothing is lost.");
  assert.match(inWords(new Trouble("held_elsewhere", "4711 on sumi")), /\(4711 on sumi\)/);
  assert.match(inWords(new Trouble("held_elsewhere")), /^This journal is open elsewhere [^(]*\. Nothing is lost\./);
  assert.equal(inWords(new TypeError("x")), t("trouble-unexpected"));
});

test("what one stopped oneself is said and not shown below the page", () => {
  /** @type {string[][]} */
  const seen = [];
  furnish({ say: (sentence) => seen.push(["said", sentence]), tell: (sentence) => seen.push(["shown", sentence]) });
  tell(new Trouble("stopped"));
  tell(new Trouble("disk_full"));
  assert.deepEqual(seen, [["said", t("trouble-stopped")], ["shown", t("trouble-disk-full")]]);
});

test("names one after the other are joined as the language does", () => {
  speak("en", catalogueOf("en"));
  assert.equal(listed(["Aki", "Bo", "Claire"]), "Aki, Bo and Claire");
  speak("fr", catalogueOf("fr"));
  assert.equal(listed(["Aki", "Bo"]), "Aki et Bo");
  speak("ja", catalogueOf("ja"));
  assert.equal(listed(["Aki", "Bo"]), "Aki、Bo");
});

test("names are put in order as the language does", () => {
  speak("fr", catalogueOf("fr"));
  assert.deepEqual(["Zoé", "élodie", "Eva", "Émile"].sort(collator().compare), ["élodie", "Émile", "Eva", "Zoé"]);
});

test("what is the person's is forgotten, and the settings are not", () => {
  state.ties = [{ id: "t1", kind: "person", called: "Aki", about: "", standing: "open" }];
  state.settings = { ...state.settings, text_size: 24 };
  assert.equal(tieCalled("t1"), "Aki");
  assert.equal(tieCalled("t2"), "");
  forget();
  assert.equal(tieCalled("t1"), "");
  assert.equal(state.settings.text_size, 24);
});

test("no space comes after a full-width sign, and one after every other", () => {
  assert.equal(led("もとの問い："), "もとの問い：");
  assert.equal(led("書いた人"), "書いた人 ");
  assert.equal(led("It grew from:"), "It grew from: ");
  assert.equal(inARow(["写しました。", "", "暗号は付きません。"]), "写しました。暗号は付きません。");
  assert.equal(inARow(["Copied.", "", "Not encrypted."]), "Copied. Not encrypted.");
});
