// @ts-check
// A list of one's own (company, my words): it opens for reading; on a leaf of its own words are added, changed and
// erased. The room says what one thing of it is; how the leaf turns and what is let go of is the same for each.

import { forgetErasing } from "../elements/own-field.js";
import { focusOn } from "./focus.js";
import { t } from "./i18n.js";
import { keepSmallWords, leaveOnlyKept, leaveSmallWords, letFieldGo } from "./small-words.js";
import { refresh, say, tell } from "./store.js";

/**
 * @template {{ id: string }} One
 * @template New
 * @param {object} of
 * @param {string} of.field What the fields of the new one are called among small words.
 * @param {string} of.first Where the first words of a new one are written, as a selector.
 * @param {() => New} of.blank A new one before a word of it is written.
 * @param {(fresh: New) => boolean} of.isBlank
 * @param {() => Promise<One[]>} of.all What the journal holds.
 * @param {(fresh: New) => Promise<One>} of.add Gives a new one to the journal.
 * @param {(id: string) => Promise<unknown>} of.erase
 */
export function ownList({ field, first, blank, isBlank, all, add, erase }) {
  const own = {
    /** @type {One[]} */
    list: [],
    /** Whether the leaf lies open on which things are added, changed and put in order. */
    changing: false,
    /** What is being added. */
    fresh: blank(),

    /** @param {() => Promise<unknown>} does */
    async doing(does) {
      try {
        await does();
      } catch (trouble) {
        tell(trouble);
      }
      refresh();
    },

    /** Adds what is written, if anything is. */
    async put() {
      if (isBlank(own.fresh)) return;
      const one = await add(own.fresh);
      own.list = [...own.list, one];
      own.fresh = blank();
    },

    /** @param {string} said What is said when it was added. */
    add(said) {
      if (isBlank(own.fresh)) {
        focusOn(first);
        return;
      }
      void own.doing(async () => {
        await own.put();
        letFieldGo(field);
        say(said);
        focusOn(first);
      });
    },

    /** @param {One} one */
    erase: (one) => own.doing(async () => {
      await keepSmallWords();
      await erase(one.id);
      own.list = own.list.filter((each) => each !== one);
      say(t("own-erased"));
      focusOn("h1");
    }),

    /** Turns to the leaf. An empty list waits for its first words; a full one is shown from its beginning. */
    change() {
      own.changing = true;
      refresh();
      focusOn(own.list.length === 0 ? first : "h1");
    },

    /** Turns back from the leaf. */
    read: () => own.doing(async () => {
      await leaveSmallWords();
      own.list = await all();
      own.changing = false;
      forgetErasing();
      focusOn("h1");
    }),

    async enter() {
      await leaveOnlyKept(field);
      own.changing = false;
      own.fresh = blank();
      own.list = await all();
    },

    async leave() {
      await leaveOnlyKept(field);
      forgetErasing();
      own.changing = false;
      own.fresh = blank();
      own.list = [];
    },
  };
  return own;
}
