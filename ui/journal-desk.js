// @ts-check
// The part of the door to the journal that is about the desk it lies on: what is copied out to be pasted elsewhere,
// and erasing everything. One function a command.

import { ask } from "./journal.js";

/** @import * as W from "./wire.js" */

/** @param {string} text @param {W.Stays} stays @returns {Promise<null>} */
export const copyOut = (text, stays) => ask("copy_out", { text, stays });
/** @returns {Promise<W.ToErase>} */
export const toErase = () => ask("to_erase");
/** @param {string} passphrase @param {W.CopiesToo} copies @param {W.SettingsToo} settings @returns {Promise<null>} */
export const eraseEverything = (passphrase, copies, settings) => ask("erase_everything", { passphrase, copies, settings });
