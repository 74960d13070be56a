// What passes between the window's program and the page, written from its types by a test; never edited by hand.
// Anew: AWAI_WRITE=1 cargo test --workspace --bin awai-desktop told

import type { Backup, Block, Companion, Guessing, Headway, ImportCount, Language, LastBackup, LetterFace, LetterLine, LetterShown, Paired, SharedPage, SquareCode, Waiting, Weight, Writer } from "./wire.js";

export type Settings = {
/**
 * The language of the window.
 */
language: Language,
/**
 * Light or dark.
 */
appearance: Appearance,
/**
 * The size of writing, in pixels.
 */
text_size: number,
/**
 * After how many minutes without anybody the book closes.
 */
lock_after_minutes: number,
/**
 * How years are counted.
 */
era: Years,
/**
 * Pages in Japanese are read in vertical lines.
 */
vertical: boolean,
/**
 * Composed words are shown by the input method, not on the page (Linux).
 */
old_input_style: boolean,
/**
 * Darker ink on lighter paper.
 */
darker_ink: boolean,
/**
 * A new page begins with a question of arriving, which can be put away.
 */
page_asks: boolean,
/**
 * The keys that hide the book at once.
 */
hide_keys: HideKeys,
/**
 * What becomes of the window when the book is hidden.
 */
hide_then: HideThen, };
export type Appearance = "system" | "light" | "dark" | "contrast_light" | "contrast_dark";
export type Years = "gregorian" | "era" | "both";
export type HideKeys = {
/**
 * A letter or a digit, or f2 to f12, in lower case.
 */
key: string,
/**
 * Ctrl, or the command key of a Mac.
 */
mod: boolean, shift: boolean, alt: boolean, };
export type HideThen = "minimise" | "quit";
export type Start = { settings: Settings, journal: Book,
/**
 * The folder of the journal, to be shown to its owner.
 */
folder: string,
/**
 * The local day.
 */
today: string, system: System,
/**
 * A journal was erased here, and some of its files are still there.
 */
erased_in_part: boolean,
/**
 * The page before this one ended by itself.
 */
fell: boolean,
/**
 * Why the book was not opened again after what was done to it last, or that its closing stopped something.
 */
left: TroubleKind | null, version: string, };
export type Book = "none" | "closed" | "open" | "together";
export type System = "linux" | "windows" | "macos";
export type Suggestion = { words: Array<string>,
/**
 * As it is typed.
 */
phrase: string,
/**
 * How long such words hold.
 */
guessing: Guessing, };
export type Weighed = { enough: boolean, why: Weight, };
export type Counted = { count: ImportCount, };
export type Copies = {
/**
 * The last one that was found whole.
 */
last: LastBackup | null,
/**
 * Those in the journal's own folder, the newest first.
 */
here: Backup[],
/**
 * How far the one is that is being made.
 */
at: Headway | null,
/**
 * Why the copy of the day could not be made, as long as none could since.
 */
refused: TroubleKind | null, };
export type Drawn = { words: Array<string>, code: SquareCode, };
export type EnvelopeTold = {
/**
 * Whose pair it came through.
 */
called: string,
/**
 * The name in it.
 */
name: string,
/**
 * To be said by voice.
 */
words: Array<string>, };
export type Arrival = { what: ArrivalWhat,
/**
 * It came in a file, which still lies where it was.
 */
in_file: boolean, };
export type ArrivalWhat = { "kind": "under_words" } | { "kind": "pairing" } | { "kind": "paired_already", companion: string, } | { "kind": "letter", face: LetterFace,
/**
 * Its name on the shelf, once it stands there.
 */
version: string, } | { "kind": "newer", writer: Writer, };
export type Becomes = "kept" | "later" | "returned" | "erased";
export type Settled = {
/**
 * Its writer, when that is a companion.
 */
companion: string | null,
/**
 * Its name on the shelf, when it can be read there.
 */
version: string | null,
/**
 * The file it came in still lies where it was.
 */
in_file: boolean, };
export type SharedVersion = { page: SharedPage, line: LetterLine, };
export type Onto = { "kind": "page", id: string | null, } | { "kind": "nothing" };
export type ToRead = { "kind": "page", id: string, } | { "kind": "letter", version: string, };
export type ReadTogether = { "kind": "page", day: string, title: string, lang: string,
/**
 * Read before the words; empty for none.
 */
cover: string, blocks: Block[], } | { "kind": "letter",
/**
 * Its name on the shelf, for its pictures.
 */
version: string, letter: LetterShown, };
export type Companions = { companions: Companion[], waiting: Waiting[], };
export type Pairing = { "kind": "under_words" } | { "kind": "invitation", called: string, ends_on: string, } | { "kind": "reply", called: string, their_name: string, } | { "kind": "paired_already", companion: string, } | { "kind": "letter" };
export type StandsNow = "resting" | "open" | "ended";
export type Leaving = { to: string | null,
/**
 * What I call them; for somebody without Awai, the name in the letter.
 */
called: string, paired: Paired | null,
/**
 * As Awai shows it to them.
 */
shown: LetterShown,
/**
 * As it stands in the file, behind the first line, without the spaces that round its size: its beginning.
 */
text: LeavingText,
/**
 * How many bytes the opened letter has, rounded up so that its length tells little.
 */
size: number, };
export type LeavingText = { words: string,
/**
 * Where the next one begins; nothing when this is the last.
 */
next: number | null, };
export type Goes = "rested" | "now";
export type SealedTold = {
/**
 * Names the file while the book is open.
 */
file: string, to: string | null, called: string,
/**
 * The words that open it, when it is for somebody without Awai.
 */
words: Array<string>,
/**
 * In bytes.
 */
size: number, };
export type ChosenOut = {
/**
 * Its passphrase is needed.
 */
closed: boolean, };
export type SettingsToo = "stay" | "go";
export type Stays = "a_while" | "until_closed";
