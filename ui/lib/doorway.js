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
      await leaving(() => from.leave?.(), last);
      left = true;
      // Whoever turned back on the threshold is there again once it was left: what is emptied by leaving is filled anew.
    } else {
      while (underway) await underway;
    }
    if (!last()) return false;
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

/** The room that is being left. @type {Promise<void> | null} */
let underway = null;

/**
 * Leaves a room, or a room within one, once what was being left before has been. From then on what stands in the window
 * takes no words, they would be nobody's; unless the wish has changed, for then it is the room of the next wish.
 * @param {() => unknown} leave
 * @param {() => boolean} last Whether nobody has wished to go elsewhere meanwhile.
 */
export async function leaving(leave, last) {
  const shut = () => {
    if (last()) takeNoWords();
  };
  const over = () => {
    underway = null;
  };
  const enough = setTimeout(shut, PATIENCE);
  try {
    while (underway) await underway;
    const turn = (async () => leave())();
    underway = turn.then(over, over);
    await turn;
    shut();
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
