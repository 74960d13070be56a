// @ts-check
// The part of the door to the journal that is about letters that come in, are read and are let go. One function a
// command.

import { ask } from "./journal.js";

/** @import * as W from "./wire.js" */

/** @returns {Promise<W.Arrival | null>} What the chosen file is; nothing when none was chosen. */
export const lookChosen = () => ask("look_chosen");
/** @returns {Promise<boolean>} Whether a file waits that was dropped or handed in. */
export const fileWaits = () => ask("file_waits");
/** @returns {Promise<W.Arrival | null>} What the next file is that was dropped or handed in. */
export const lookHandedIn = () => ask("look_handed_in");
/** @param {string} text @returns {Promise<W.Arrival>} */
export const lookPasted = (text) => ask("look_pasted", { text });
/** @param {string} words @returns {Promise<W.Arrival>} */
export const lookUnder = (words) => ask("look_under", { words });
/** @returns {Promise<W.Arrival | null>} What came in last, if it is not settled yet. */
export const arrival = () => ask("arrival");
/** @returns {Promise<W.LetterShown>} */
export const arrivalWords = () => ask("arrival_words");
/** @param {W.Becomes} becomes @returns {Promise<W.Settled>} */
export const settleArrival = (becomes) => ask("settle_arrival", { becomes });
/** @returns {Promise<null>} */
export const putArrivalAway = () => ask("put_arrival_away");
/** @returns {Promise<null>} Erases the file that the last letter came in. */
export const eraseCarried = () => ask("erase_carried");
/** @param {string} companion @returns {Promise<W.Thread>} */
export const thread = (companion) => ask("thread", { companion });
/** @returns {Promise<W.LetterLine[]>} */
export const lettersOfNobody = () => ask("letters_of_nobody");
/** @param {string} version @returns {Promise<W.LetterShown>} */
export const readLetter = (version) => ask("read_letter", { version });
/** @param {string} version @returns {Promise<string>} */
export const letterText = (version) => ask("letter_text", { version });
/** @param {string} version @returns {Promise<null>} */
export const takeUpLetter = (version) => ask("take_up_letter", { version });
/** @param {string} version @returns {Promise<null>} */
export const eraseLetter = (version) => ask("erase_letter", { version });
/** @param {string} version @returns {Promise<null>} All the letters that this wish of theirs names are erased. */
export const followRelease = (version) => ask("follow_release", { version });
/** @param {string} companion @param {string} question @returns {Promise<boolean>} */
export const answeredSameQuestion = (companion, question) => ask("answered_same_question", { companion, question });
/** @param {string} companion @returns {Promise<W.SharedVersion[]>} */
export const sharedPages = (companion) => ask("shared_pages", { companion });
/** @param {string | null} version Nothing for the letter that came in last. @param {number} number @returns {Promise<string>} */
export const letterFileWords = (version, number) => ask("letter_file_words", { version, number });
/** @param {string | null} version @param {number} number @returns {Promise<boolean>} Whether it was written. */
export const saveLetterFile = (version, number) => ask("save_letter_file", { version, number });
/** @param {W.ToRead[]} chosen @returns {Promise<null>} The page that asked is gone: the book closes behind what was chosen. */
export const beginTogether = (chosen) => ask("begin_together", { chosen });
/** @returns {Promise<W.ReadTogether[]>} What is read together now. */
export const readTogether = () => ask("read_together");
