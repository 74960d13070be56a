// @ts-check
// A list of one's own (company, my words): it opens for reading; on a leaf of its own words are added, changed and
// erased. The room says what one thing of it is; how the leaf turns and what is let go of is the same for each.

import { forgetErasing } from "../elements/own-field.js";
import { focusOn } from "./focus.js";
import { handIn } from "./handing-in.js";
import { t } from "./i18n.js";
import { keepSmallWords, leaveOnlyKept, leaveSmallWords, letFieldGo, toKeep, toKeepWhole } from "./small-words.js";
import { refresh, say, tell } from "./store.js";

/**
 * @template {{ id: string }} One
 * @template {object} New
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
  let left = 0;
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

    /** Something was written of the new one: it is added when it is left, too. */
    written() {
      const { fresh } = own;
      // What was refused before is in these words.
      letFieldGo(field);
      toKeepWhole(field, () => own.put(fresh));
    },

    /** Adds what is written, if anything is, and keeps it until it is added. @param {New} [given] */
    async put(given) {
      const fresh = given ?? own.fresh;
      own.takeOut(fresh);
      try {
        await own.give(fresh);
      } catch (trouble) {
        if (!own.putBack(fresh)) toKeep(`${field} left ${++left}`, () => own.give(fresh));
        throw trouble;
      }
    },

    /** @param {New} fresh */
    async give(fresh) {
      if (isBlank(fresh)) return;
      const one = await add(fresh);
      own.list = [...own.list, one];
    },

    /** @param {New} fresh */
    takeOut(fresh) {
      if (own.fresh === fresh) own.fresh = blank();
      refresh();
    },

    /** @param {New} fresh @returns {boolean} */
    putBack(fresh) {
      if (isBlank(own.fresh)) own.fresh = fresh;
      refresh();
      return own.fresh === fresh;
    },

    /** @param {string} said What is said when it was added. */
    add(said) {
      const { fresh } = own;
      focusOn(first);
      if (isBlank(fresh)) return;
      own.takeOut(fresh);
      void own.doing(async () => {
        await handIn({ field, put: () => own.give(fresh), back: () => own.putBack(fresh), taken: () => own.takeOut(fresh) });
        say(said);
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
