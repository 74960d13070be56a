// @ts-check
// The door to the journal: the only file that knows what the window is made with. One function a command, those
// about letters in journal-letters.js; a refusal arrives as a Trouble, which carries a kind and never a word of the person's.

/** @import * as W from "./wire.js" */

/** What a command answers when it cannot do what was asked. */
export class Trouble extends Error {
  /** @param {W.TroubleKind} kind @param {string | null} holder */
  constructor(kind, holder = null) {
    super(kind);
    this.name = "Trouble";
    this.kind = kind;
    this.holder = holder;
  }
}

/** @type {{ invoke(command: string, args?: object, options?: object): Promise<any> }} */
const inside = /** @type {any} */ (window).__TAURI_INTERNALS__;

/**
 * @param {string} command
 * @param {object} [args]
 * @param {Record<string, string>} [beside] What is told beside bytes that come as they are.
 * @returns {Promise<any>}
 */
export async function ask(command, args, beside) {
  try {
    return await inside.invoke(command, args, beside && { headers: beside });
  } catch (refusal) {
    const { kind = "unexpected", holder = null } = Object(refusal);
    throw new Trouble(kind, holder);
  }
}

/** @returns {Promise<W.Start>} */
export const start = () => ask("start");
/** @param {W.Language} language @returns {Promise<string>} The Fluent text of that language. */
export const catalogue = (language) => ask("catalogue", { language });
/** @param {W.Settings} settings @returns {Promise<W.Settings>} */
export const setSettings = (settings) => ask("set_settings", { settings });
/** @param {W.Language} lang @returns {Promise<W.Suggestion>} */
export const suggestPassphrase = (lang) => ask("suggest_passphrase", { lang });
/** @param {string} phrase @returns {Promise<W.Weighed>} */
export const weighPassphrase = (phrase) => ask("weigh_passphrase", { phrase });
/** @param {string} passphrase @param {W.DraftSave | null} draft @returns {Promise<W.Opened>} */
export const createJournal = (passphrase, draft) => ask("create_journal", { passphrase, draft });
/** @param {string} passphrase @returns {Promise<W.Opened>} */
export const unlock = (passphrase) => ask("unlock", { passphrase });
/** @returns {Promise<W.Opened>} What opening left for when the first room is shown. */
export const lookCloser = () => ask("look_closer");
/** @returns {Promise<null>} */
export const acceptOlder = () => ask("accept_older");
/** @param {W.DraftSave | null} draft @returns {Promise<null>} */
export const closeBook = (draft) => ask("close_book", { draft });
/** @param {W.DraftSave | null} draft @returns {Promise<null>} Closes the book, and the window goes from sight or the program ends. */
export const hideBook = (draft) => ask("hide_book", { draft });
/** @returns {Promise<null>} */
export const minimise = () => ask("minimise");
/** @param {string} passphrase @returns {Promise<null>} Whether it is that of the open book. */
export const prove = (passphrase) => ask("prove", { passphrase });
/** @returns {Promise<null>} The window closes as soon as no book is open. */
export const leave = () => ask("leave");
/** @returns {Promise<null>} */
export const stillHere = () => ask("still_here");
/** @param {string} old @param {string} fresh @returns {Promise<null>} */
export const changePassphrase = (old, fresh) => ask("change_passphrase", { old, new: fresh });
/** @param {string | null} page @returns {Promise<W.Draft | null>} */
export const draft = (page) => ask("draft", { page });
/** @param {W.DraftSave} save @returns {Promise<W.Kept>} */
export const keepDraft = (save) => ask("keep_draft", { save });
/** @param {W.DraftSave} save @returns {Promise<W.PageLine>} */
export const finishDraft = (save) => ask("finish_draft", { save });
/** @param {string | null} page @returns {Promise<null>} */
export const dropDraft = (page) => ask("drop_draft", { page });
/** @param {W.PagesAsk} asked @returns {Promise<W.Pages>} */
export const pages = (asked) => ask("pages", { ask: asked });
/** @param {string | null} tie @returns {Promise<W.Month[]>} */
export const months = (tie) => ask("months", { tie });
/** @param {string} id @param {boolean} uncover @returns {Promise<W.Page>} */
export const page = (id, uncover) => ask("page", { id, uncover });
/** @param {string} id @param {boolean} uncover @returns {Promise<W.Version[]>} */
export const versions = (id, uncover) => ask("versions", { id, uncover });
/** @param {string} id @returns {Promise<null>} */
export const setAside = (id) => ask("set_aside", { id });
/** @param {string} id @returns {Promise<null>} */
export const bringBack = (id) => ask("bring_back", { id });
/** @param {string} id @returns {Promise<null>} Erases a page that lies aside. */
export const eraseAside = (id) => ask("erase_aside", { id });
/** @param {string} id @returns {Promise<null>} Erases what a page said earlier. */
export const eraseVersions = (id) => ask("erase_versions", { id });
/** @returns {Promise<W.PageLine[]>} */
export const aside = () => ask("aside");
/** @param {W.SearchAsk} asked @returns {Promise<W.Hits>} */
export const search = (asked) => ask("search", { ask: asked });
/** @returns {Promise<number[]>} The years that have pages, the newest first. */
export const years = () => ask("years");
/** @param {number} year @returns {Promise<W.YearOnAPage>} */
export const yearOnAPage = (year) => ask("year_on_a_page", { year });
/** @param {W.ReturningAsk} asked @returns {Promise<W.ReturnedTo>} */
export const wordsIReturnTo = (asked) => ask("words_i_return_to", { ask: asked });
/** @returns {Promise<W.MomentLine | null>} */
export const anOpening = () => ask("an_opening");
/** @returns {Promise<W.PageLine | null>} */
export const aPageFromThisDay = () => ask("a_page_from_this_day");
/** @returns {Promise<W.Question | null>} */
export const anOldQuestion = () => ask("an_old_question");
/** @param {string} page @returns {Promise<null>} */
export const notThisPageAgain = (page) => ask("not_this_page_again", { page });
/** @returns {Promise<W.PageLine[]>} */
export const pagesNotAgain = () => ask("pages_not_again");
/** @param {string} page @returns {Promise<null>} */
export const thisPageAgain = (page) => ask("this_page_again", { page });
/** @param {string} text @returns {Promise<boolean>} Whether it was written; not when no place was chosen. */
export const saveGathered = (text) => ask("save_gathered", { text });
/** @param {string} sitting @returns {Promise<W.PageLine[]>} */
export const sittingPages = (sitting) => ask("sitting_pages", { sitting });
/** @returns {Promise<W.Tie[]>} */
export const ties = () => ask("ties");
/** @returns {Promise<W.Tie[]>} Those that may be named on what leaves. */
export const tiesWithoutCare = () => ask("ties_without_care");
/** @param {W.NewTie} tie @returns {Promise<W.Tie>} */
export const addTie = (tie) => ask("add_tie", { tie });
/** @returns {Promise<W.QuestionSetLine[]>} */
export const questionSets = () => ask("question_sets");
/** @param {string} id @returns {Promise<W.QuestionSet>} */
export const questionSet = (id) => ask("question_set", { id });
/** @param {W.SittingAsk} asked @returns {Promise<W.SittingStep>} */
export const sittingStep = (asked) => ask("sitting_step", { ask: asked });
/** @param {W.QuestionsAsk} asked @returns {Promise<W.Questions>} */
export const questions = (asked) => ask("questions", { ask: asked });
/** @param {W.OfferAsk} asked @returns {Promise<W.Offer | null>} */
export const suggested = (asked) => ask("suggested", { ask: asked });
/** @param {W.OfferAsk} asked @returns {Promise<W.Offer | null>} */
export const elsewhere = (asked) => ask("elsewhere", { ask: asked });
/** @param {W.OfferAsk} asked @returns {Promise<W.Offer | null>} */
export const wider = (asked) => ask("wider", { ask: asked });
/** @param {W.SittingAsk} asked @returns {Promise<W.Offer | null>} Now and then one, where a walk of the practice ends. */
export const nowAndThen = (asked) => ask("now_and_then", { ask: asked });
/** @param {W.QuestionWish} wish @returns {Promise<W.Question[]>} */
export const questionsWished = (wish) => ask("questions_wished", { wish });
/** @param {string} id @returns {Promise<W.Question>} */
export const question = (id) => ask("question", { id });
/** @param {string} id @param {string[]} ties @returns {Promise<W.Question>} As it may be asked on a page between these. */
export const questionFor = (id, ties) => ask("question_for", { id, ties });
/** @param {string} id @returns {Promise<W.Lineage>} */
export const lineage = (id) => ask("lineage", { id });
/** @param {string} question @param {W.Place | null} before @returns {Promise<W.Pages>} */
export const pagesAsked = (question, before) => ask("pages_asked", { question, before });
/** @param {string} question @param {string} lang @param {string | null} set @param {string | null} sitting @returns {Promise<W.Asked>} */
export const asking = (question, lang, set, sitting) => ask("asking", { question, lang, set, sitting });
/** @param {string} page @param {string} question @param {number} n @returns {Promise<null>} */
export const unask = (page, question, n) => ask("unask", { page, question, n });
/** @param {W.NewQuestion} question @returns {Promise<W.Question>} */
export const addQuestion = (question) => ask("add_question", { question });
/** @param {string} question @param {string[]} ties @returns {Promise<W.Move[]>} */
export const moves = (question, ties) => ask("moves", { question, ties });
/** @param {W.AskDifferently} fresh @returns {Promise<W.Question>} */
export const askDifferently = (fresh) => ask("ask_differently", { new: fresh });
/** @param {W.WordingRef} wording @returns {Promise<null>} */
export const eraseWording = (wording) => ask("erase_wording", { wording });
/** @param {string} id @param {W.QuestionWish | null} wish @returns {Promise<null>} */
export const wishOfQuestion = (id, wish) => ask("wish_of_question", { id, wish });
/** @returns {Promise<string>} The name that the pages of a sitting will share. */
export const beginSitting = () => ask("begin_sitting");
/** @param {W.NewQuestionSet} set @returns {Promise<string>} */
export const addQuestionSet = (set) => ask("add_question_set", { set });
/** @param {string} id @param {W.NewQuestionSet} set @returns {Promise<null>} */
export const changeQuestionSet = (id, set) => ask("change_question_set", { id, set });
/** @param {string} id @returns {Promise<null>} */
export const eraseQuestionSet = (id) => ask("erase_question_set", { id });
/** @param {string} id @returns {Promise<boolean>} Whether it was written; not when no place was chosen. */
export const saveQuestionSet = (id) => ask("save_question_set", { id });
/** @returns {Promise<W.QuestionSetFile | null>} What the chosen file holds. */
export const chooseQuestionSet = () => ask("choose_question_set");
/** @returns {Promise<W.TakenIn>} */
export const takeInQuestionSet = () => ask("take_in_question_set");
/** @returns {Promise<W.BetweenMap>} */
export const betweenMap = () => ask("between_map");
/** @param {string} id @returns {Promise<W.TieRoom>} */
export const tieRoom = (id) => ask("tie_room", { id });
/** @param {string} id @param {Partial<W.TieChange>} change @returns {Promise<W.Tie>} What is not named stays. */
export const changeTie = (id, change) => ask("change_tie", { id, change });
/** @param {string} id @param {W.Standing} standing @returns {Promise<W.Tie>} */
export const setStanding = (id, standing) => ask("set_standing", { id, standing });
/** @param {string} id @param {W.CareFlag} flag @returns {Promise<null>} */
export const setCare = (id, flag) => ask("set_care", { id, flag });
/** @param {string} id @returns {Promise<null>} */
export const eraseNaming = (id) => ask("erase_naming", { id });
/** @param {string} id @returns {Promise<null>} */
export const eraseTie = (id) => ask("erase_tie", { id });
/** @param {string} page @param {W.NewMoment} moment @returns {Promise<string>} Its id. */
export const markMoment = (page, moment) => ask("mark_moment", { page, moment });
/** @param {string} id @param {W.NewMoment} moment @returns {Promise<null>} */
export const changeMoment = (id, moment) => ask("change_moment", { id, moment });
/** @param {string} id @returns {Promise<null>} */
export const unmarkMoment = (id) => ask("unmark_moment", { id });
/** @param {string | null} after @param {number} limit @returns {Promise<W.Openings>} */
export const openings = (after, limit) => ask("openings", { after, limit });
/** @returns {Promise<W.Intention[]>} */
export const intentions = () => ask("intentions");
/** @param {string} id @returns {Promise<W.Intention>} */
export const intention = (id) => ask("intention", { id });
/** @param {W.NewIntention} intention @returns {Promise<string>} Its id. */
export const addIntention = (intention) => ask("add_intention", { intention });
/** @param {string} id @param {W.NewIntention} intention @returns {Promise<null>} */
export const changeIntention = (id, intention) => ask("change_intention", { id, intention });
/** @param {string} id @param {W.IntentionState} state @returns {Promise<null>} */
export const setIntentionState = (id, state) => ask("set_intention_state", { id, state });
/** @param {string} id @returns {Promise<null>} */
export const eraseIntention = (id) => ask("erase_intention", { id });
/** @param {string} intention @param {W.NewTry} tried @returns {Promise<string>} Its id. */
export const addTry = (intention, tried) => ask("add_try", { intention, tried });
/** @param {string} id @param {W.NewTry} tried @returns {Promise<null>} */
export const changeTry = (id, tried) => ask("change_try", { id, tried });
/** @param {string} id @returns {Promise<null>} */
export const eraseTry = (id) => ask("erase_try", { id });
/** @returns {Promise<W.Company[]>} */
export const company = () => ask("company");
/** @param {W.NewCompany} company @returns {Promise<string>} Its id. */
export const addCompany = (company) => ask("add_company", { company });
/** @param {string} id @param {W.NewCompany} company @returns {Promise<null>} */
export const changeCompany = (id, company) => ask("change_company", { id, company });
/** @param {string} id @param {string | null} before At the end when there is none. @returns {Promise<null>} */
export const moveCompany = (id, before) => ask("move_company", { id, before });
/** @param {string} id @returns {Promise<null>} */
export const eraseCompany = (id) => ask("erase_company", { id });
/** @returns {Promise<W.MyWord[]>} */
export const myWords = () => ask("my_words");
/** @param {W.NewMyWord} word @returns {Promise<string>} Its id. */
export const addMyWord = (word) => ask("add_my_word", { word });
/** @param {string} id @param {W.NewMyWord} word @returns {Promise<null>} */
export const changeMyWord = (id, word) => ask("change_my_word", { id, word });
/** @param {string} id @returns {Promise<null>} */
export const eraseMyWord = (id) => ask("erase_my_word", { id });
/** @returns {Promise<W.Practice | null>} */
export const practice = () => ask("practice");
/** @param {W.Practice | null} practice @returns {Promise<null>} */
export const setPractice = (practice) => ask("set_practice", { practice });
/** @returns {Promise<W.Example[]>} */
export const examples = () => ask("examples");
/** @param {string} id @returns {Promise<null>} */
export const takeExampleAway = (id) => ask("take_example_away", { id });
/** @returns {Promise<null>} */
export const bringExamplesBack = () => ask("bring_examples_back");
/** @returns {Promise<W.CheckReport>} */
export const checkJournal = () => ask("check_journal");
/** @returns {Promise<W.Copies>} */
export const copies = () => ask("copies");
/** @param {boolean} elsewhere @returns {Promise<W.Backup | null>} Nothing when no place was chosen. */
export const backUp = (elsewhere) => ask("back_up", { elsewhere });
/** @returns {Promise<null>} */
export const stopBackup = () => ask("stop_backup");
/** @returns {Promise<W.Backup[]>} Those in the journal's own folder, open or not. */
export const copiesHere = () => ask("copies_here");
/** @returns {Promise<boolean>} Whether one was chosen. */
export const chooseCopy = () => ask("choose_copy");
/** @param {string | null} name @param {string} passphrase @returns {Promise<W.Opened>} */
export const bringBackCopy = (name, passphrase) => ask("bring_back_copy", { name, passphrase });
/** @returns {Promise<W.WordsKept[]>} */
export const wordsKept = () => ask("words_kept");
/** @param {W.Language} lang @returns {Promise<W.Drawn>} */
export const drawSheet = (lang) => ask("draw_sheet", { lang });
/** @param {W.Language} lang @returns {Promise<boolean>} Whether it was written. */
export const saveSheet = (lang) => ask("save_sheet", { lang });
/** @param {string} passphrase @param {[number, string][]} back @returns {Promise<boolean>} Whether the words came back. */
export const keepSheet = (passphrase, back) => ask("keep_sheet", { passphrase, back });
/** @returns {Promise<null>} */
export const dropSheet = () => ask("drop_sheet");
/** @param {W.WordsKept} kept @param {string} passphrase @returns {Promise<null>} */
export const letGoOfWords = (kept, passphrase) => ask("let_go_of_words", { kept, passphrase });
/** @param {string} old @param {string} fresh @returns {Promise<null>} */
export const renewKey = (old, fresh) => ask("renew_key", { old, new: fresh });
/** @returns {Promise<{ count: W.ImportCount } | null>} */
export const importChoose = () => ask("import_choose");
/** @returns {Promise<W.ImportCount>} */
export const importBegin = () => ask("import_begin");
/** @param {W.OutAsk} asked @param {string} passphrase @returns {Promise<W.TakenOut | null>} Nothing when no place was chosen. */
export const takeOut = (asked, passphrase) => ask("take_out", { asked, passphrase });
/** @returns {Promise<{ closed: boolean } | null>} */
export const bringInChoose = () => ask("bring_in_choose");
/** @param {string} passphrase Empty for a file in clear. @returns {Promise<W.BroughtIn>} */
export const bringIn = (passphrase) => ask("bring_in", { passphrase });
/** @returns {Promise<null>} */
export const printPage = () => ask("print_page");

/**
 * Where a picture of the open journal is found. Windows serves its own schemes over http.
 * @param {string} id
 */
export function pictureAddress(id) {
  // Put together in two parts: no address may stand in the files of the face.
  const windows = navigator.userAgent.includes("Windows");
  return windows ? `${"http:"}//awai-media.localhost/${id}` : `awai-media://localhost/${id}`;
}
