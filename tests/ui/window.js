// What the modules of the face find around them when a test runs without a window: a journal that answers as the
// test says, and the three catalogues as they ship.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const locales = new URL("../../ui/locales/", import.meta.url).pathname;

/** Every call made, in order. @type {{ command: string, args: any }[]} */
export const asked = [];
/** What each command answers. @type {Record<string, (args: any) => any>} */
export const answers = {};
/** What is answered where a test says nothing: there are no pictures, and no walk ends with a question from further
 * away. @type {Record<string, (args: any) => any>} */
const usual = { pictures_at_hand: () => [], now_and_then: () => null };

globalThis.window = /** @type {any} */ ({
  __TAURI_INTERNALS__: {
    async invoke(command, args = {}) {
      asked.push({ command, args: structuredClone(args) });
      const answer = answers[command] ?? usual[command];
      if (!answer) throw { kind: "bad_request" };
      return structuredClone(await answer(structuredClone(args)));
    },
  },
});

/** @param {"en" | "ja" | "fr"} language The whole text of its catalogue. */
export const catalogueOf = (language) =>
  readdirSync(join(locales, language)).map((file) => readFileSync(join(locales, language, file), "utf8")).join("\n");

/** Lets everything that is already on its way arrive. */
export const settled = () => new Promise((done) => setImmediate(done));
