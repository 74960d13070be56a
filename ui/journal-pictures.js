// @ts-check
// The part of the door to the journal that is about pictures put on a page. One function a command; where a picture
// lies outside the journal is never known here.

import { ask } from "./journal.js";

/** @import * as W from "./wire.js" */

/** @param {string | null} page @returns {Promise<W.PictureAtHand[]>} Those that are there while the page is written. */
export const picturesAtHand = (page) => ask("pictures_at_hand", { page });
/** @param {string | null} page @returns {Promise<W.PictureAtHand | null>} Nothing when none was chosen. */
export const choosePicture = (page) => ask("choose_picture", { page });
/** @param {W.Onto} onto @returns {Promise<W.PictureAtHand | null>} Nothing when no picture waits that was dropped. */
export const putHandedIn = (onto) => ask("put_handed_in", { onto });
/** @param {string | null} page @param {Uint8Array} bytes @returns {Promise<W.PictureAtHand>} */
export const putPasted = (page, bytes) => ask("put_pasted", bytes, page ? { page } : {});
