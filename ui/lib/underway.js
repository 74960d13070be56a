// @ts-check
// Work on a letter that takes a while: asked about while it goes on, so that it can be said how far it is. What is done
// before anybody asks is done without a word.

import { letterHeadway, stopLetter } from "../journal-letters.js";
import { refresh } from "./store.js";

/** @import { Headway } from "../wire.js" */

const ASKED_EVERY = 300;

const here = {
  /** @type {Headway | null} */
  at: null,
  /** @type {ReturnType<typeof setInterval> | undefined} */
  asking: undefined,
};

/** How far it is; nothing while nothing takes long. */
export const underway = () => here.at;

/** Ends it with the room it was begun in; what is being saved goes on to its end. */
export function endWithRoom() {
  if (here.at && here.at.stage !== "saving") void stopLetter();
}

/**
 * Does something with a letter, and asks how far it is meanwhile.
 * @template T
 * @param {() => Promise<T>} does
 * @returns {Promise<T>}
 */
export async function watched(does) {
  clearInterval(here.asking);
  const asking = setInterval(async () => {
    const at = await letterHeadway().catch(() => null);
    if (here.asking !== asking) return;
    here.at = at ?? here.at;
    refresh();
  }, ASKED_EVERY);
  here.asking = asking;
  try {
    return await does();
  } finally {
    clearInterval(asking);
    if (here.asking === asking) Object.assign(here, { at: null, asking: undefined });
    refresh();
  }
}
