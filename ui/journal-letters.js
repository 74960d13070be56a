// @ts-check
// The part of the door to the journal that is about companions and letters. One function a command.

import { ask } from "./journal.js";

/** @import * as W from "./wire.js" */

/** @returns {Promise<W.Companions>} */
export const companions = () => ask("companions");
/** @param {string} id @returns {Promise<W.Companion>} */
export const companion = (id) => ask("companion", { id });
/** @param {W.NewCompanion} fresh @returns {Promise<W.Waiting>} */
export const invite = (fresh) => ask("invite", { new: fresh });
/** @param {string} id @returns {Promise<boolean>} Whether it was written; not when no place was chosen. */
export const saveInvitation = (id) => ask("save_invitation", { id });
/** @param {string} id @returns {Promise<null>} */
export const withdrawInvitation = (id) => ask("withdraw_invitation", { id });
/** @returns {Promise<W.Pairing | null>} What the chosen file is. */
export const choosePairing = () => ask("choose_pairing");
/** @returns {Promise<W.Pairing | null>} What the file is that came in last. */
export const pairingAtHand = () => ask("pairing_at_hand");
/** @param {string} words @returns {Promise<W.Pairing>} */
export const openPairing = (words) => ask("open_pairing", { words });
/** @param {W.NewCompanion} fresh @returns {Promise<W.Companion>} */
export const acceptInvitation = (fresh) => ask("accept_invitation", { new: fresh });
/** @param {string} id @returns {Promise<boolean>} */
export const saveReply = (id) => ask("save_reply", { id });
/** @returns {Promise<W.Companion>} */
export const completePairing = () => ask("complete_pairing");
/** @param {W.NewCompanion} fresh @returns {Promise<W.Waiting>} */
export const makeCard = (fresh) => ask("make_card", { new: fresh });
/** @param {string} mine @param {string} theirs @returns {Promise<W.Companion>} */
export const takeCard = (mine, theirs) => ask("take_card", { mine, theirs });
/** @param {string} theirs @param {W.NewCompanion} fresh @returns {Promise<W.Companion>} */
export const answerCard = (theirs, fresh) => ask("answer_card", { theirs, new: fresh });
/** @param {string} id @param {string} called @returns {Promise<W.Companion>} */
export const callCompanion = (id, called) => ask("call_companion", { id, called });
/** @param {string} id @param {string | null} tie @returns {Promise<W.Companion>} */
export const linkCompanion = (id, tie) => ask("link_companion", { id, tie });
/** @param {string} id @param {W.StandsNow} stands @returns {Promise<W.Companion>} */
export const standCompanion = (id, stands) => ask("stand_companion", { id, stands });
/** @param {string} id @returns {Promise<W.BeforeEnding>} What can be said as long as there are keys, and what goes no further then. */
export const beforeEnding = (id) => ask("before_ending", { id });
/** @param {string} id @returns {Promise<null>} */
export const forgetCompanion = (id) => ask("forget_companion", { id });
/** @param {string} id @returns {Promise<W.Agreement>} */
export const agreement = (id) => ask("agreement", { id });
/** @param {string} id @param {string} reread @param {W.AgreementAnswer[]} answers @returns {Promise<W.AgreementVersion>} */
export const answerAgreement = (id, reread, answers) => ask("answer_agreement", { id, reread, answers });
/** @returns {Promise<W.LetterDraftKept[]>} */
export const letterDrafts = () => ask("letter_drafts");
/** @param {string} id @returns {Promise<W.LetterDraftKept>} */
export const letterDraft = (id) => ask("letter_draft", { id });
/** @param {string | null} id @param {W.LetterDraft} draft @returns {Promise<string>} The id that the letter will have. */
export const keepLetterDraft = (id, draft) => ask("keep_letter_draft", { id, draft });
/** @param {string} id @returns {Promise<null>} */
export const dropLetterDraft = (id) => ask("drop_letter_draft", { id });
/** @param {string} id @returns {Promise<string>} Until when it rests. */
export const restLetter = (id) => ask("rest_letter", { id });
/** @param {W.PagesAsk} asked @returns {Promise<W.Pages>} */
export const pagesToOffer = (asked) => ask("pages_to_offer", { ask: asked });
/** @param {string} page @returns {Promise<W.LetterOffer>} */
export const offer = (page) => ask("offer", { page });
/** @param {string} id @returns {Promise<W.FoundName[]>} */
export const namesIn = (id) => ask("names_in", { id });
/** @param {string} id @returns {Promise<W.Leaving[]>} What is shown by this, and nothing else, can be sealed. */
export const showLeaving = (id) => ask("show_leaving", { id });
/** @param {number} reader @param {number} from Where a stretch of its text ended. @returns {Promise<W.LeavingText>} */
export const leavingText = (reader, from) => ask("leaving_text", { reader, from });
/** @param {string} id @param {W.Goes} goes @returns {Promise<W.SealedTold[]>} */
export const seal = (id, goes) => ask("seal", { id, goes });
/** @param {string} to @param {string} id @returns {Promise<W.SealedTold>} */
export const sealAgain = (to, id) => ask("seal_again", { to, id });
/** @param {string} version @returns {Promise<W.SealedTold>} The same words open it. */
export const sealAgainUnderWords = (version) => ask("seal_again_under_words", { version });
/** @param {string} version @returns {Promise<string[]>} The words that open a letter for somebody without Awai; none for any other. */
export const wordsOfLetter = (version) => ask("words_of_letter", { version });
/** @returns {Promise<W.Headway | null>} How far the letter is that is being put together, sealed, saved or opened. */
export const letterHeadway = () => ask("letter_headway");
/** @returns {Promise<null>} What is being done with a letter ends; everything is as it was. */
export const stopLetter = () => ask("stop_letter");
/** @param {string} file @returns {Promise<boolean>} Whether it was written; not when no place was chosen. */
export const saveSealed = (file) => ask("save_sealed", { file });
/** @param {string} file @returns {Promise<boolean>} */
export const saveSealedPage = (file) => ask("save_sealed_page", { file });
/** @param {string} file @returns {Promise<string>} */
export const sealedText = (file) => ask("sealed_text", { file });
/** @param {string} page @returns {Promise<W.Given[]>} */
export const givenOf = (page) => ask("given_of", { page });
