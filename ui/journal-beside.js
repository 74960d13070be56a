// @ts-check
// The part of the door to the journal that is about what lies beside it: an envelope that a companion keeps, and copies
// that a sync tool left. One function a command.

import { ask, pictureAddress } from "./journal.js";

/** @import * as W from "./wire.js" */

/** @param {string} companion @param {string} passphrase @returns {Promise<boolean>} Whether it was made; not when no place was chosen. */
export const makeEnvelope = (companion, passphrase) => ask("make_envelope", { companion, passphrase });
/** @returns {Promise<W.EnvelopeTold | null>} Nothing when none was chosen. */
export const openEnvelope = () => ask("open_envelope");
/** @returns {Promise<W.Sibling[]>} */
export const siblings = () => ask("siblings");
/** @param {string} name @returns {Promise<W.Beside>} */
export const compareSibling = (name) => ask("compare_sibling", { name });
/** @param {string} name @param {string[]} ids @param {boolean} uncover @returns {Promise<W.SiblingPage[]>} */
export const siblingPages = (name, ids, uncover) => ask("sibling_pages", { name, ids, uncover });
/** Where a picture of the copy that was compared last is found. @param {string} id */
export const siblingPictureAddress = (id) => pictureAddress(`sibling/${id}`);
/** @param {string} name @param {W.SiblingChoices} choices @returns {Promise<W.FromSibling>} */
export const bringFromSibling = (name, choices) => ask("bring_from_sibling", { name, choices });
/** @param {string} name @returns {Promise<null>} */
export const laySiblingAside = (name) => ask("lay_sibling_aside", { name });
