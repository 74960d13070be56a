// @ts-check
// From one room to the next. Where a door stays shut, be it that of the room one is in or that of the next, one stays
// where one was, and it is said why.

import { refresh, takeNoWords, tell } from "./store.js";

/** @import { Room } from "./store.js" */

/**
 * @param {Room | undefined} from The room one is in; it may be the same.
 * @param {Room} to
 * @param {Record<string, any>} params
 * @param {() => boolean} last Whether nobody has wished to go elsewhere meanwhile.
 * @returns {Promise<boolean>} whether the other room is ready
 */
export async function passTo(from, to, params, last) {
  let left = false;
  try {
    if (from && from !== to) {
      // A room that holds words it cannot keep does not let go of them, and nothing of it is gone.
      await leaving(() => from.leave?.());
      left = true;
    }
    await to.enter?.(params);
    return true;
  } catch (trouble) {
    // Told first: the room one comes back to may refuse for the same reason.
    tell(trouble);
    if (left && last()) await backTo(from);
    return false;
  }
}

/** How long a room that is being left takes words, in milliseconds: with words that never end it would never be left. */
const PATIENCE = 1000;

/**
 * Leaves a room, or a room within one. From then on what stands in the window takes no words: they would be nobody's.
 * @param {() => unknown} leave
 */
export async function leaving(leave) {
  const enough = setTimeout(takeNoWords, PATIENCE);
  try {
    await leave();
    takeNoWords();
  } finally {
    clearTimeout(enough);
  }
}

/** Back to the room that was left already, with a page that was being written anew still on the desk. @param {Room | undefined} room */
async function backTo(room) {
  try {
    await room?.enter?.({ write: true });
  } catch {
    // What kept the next door shut was told; the room shows what it has.
  }
  refresh();
}
