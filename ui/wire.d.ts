// What passes between the core and the page. Generated from the core's types; never edited by hand.

export type Happened =
  | { kind: "untold" }
  | { kind: "words"; words: string }
  | { kind: "year"; year: number }
  | { kind: "month"; year: number; month: number }
  | { kind: "day"; day: string };
export interface Asked { question: string; n: number; text: string; lang: string; set: string | null; sitting: string | null }
export interface Lenses { fear_says: string; hope_says: string; wider: string }
export interface Writing { title: string; body: string; cover: string; stays_here: boolean; happened: Happened; lang: string; ties: string[]; asked: Asked[]; lenses: Lenses }
export interface Draft { page: string | null; rev: number; kept_at: string; writing: Writing }
export interface DraftSave { page: string | null; rev: number; writing: Writing }
export interface Kept { rev: number; at: string }
export interface PageLine { id: string; place: string; day: string; written_at: string; title: string; opening: string; covered: boolean; lang: string; ties: string[]; pictures: boolean }
export interface Page { id: string; place: string; rev: number; day: string; written_at: string; revised_at: string | null; covered: boolean; blocks: Block[]; writing: Writing; keywords: string[]; aside_since: string | null; versions: number }
export interface Version { rev: number; at: string; title: string; blocks: Block[]; body: string; covered: boolean; cover: string; lenses: Lenses }
export interface Month { year: number; month: number; pages: number }
export interface Pages { lines: PageLine[]; more: boolean }
export interface PagesAsk { before: string | null; after: string | null; tie: string | null; from: string | null; to: string | null; limit: number }
export interface Piece { text: string; mark: boolean }
export interface Hit { line: PageLine; title: Piece[]; pieces: Piece[] }
export interface Hits { hits: Hit[]; more: boolean }
export interface SearchAsk { words: string; order: "newest" | "closest"; tie: string | null; from: string | null; to: string | null; before: string | null; limit: number }
export type TieKind = "person" | "group" | "community_or_place" | "myself" | "other";
export interface Tie { id: string; kind: TieKind; called: string; about: string; standing: "open" | "resting" | "ended" }
export interface NewTie { called: string; kind: TieKind }
export type Block =
  | { kind: "paragraph"; lines: Span[][] }
  | { kind: "heading"; spans: Span[] }
  | { kind: "list"; ordered: boolean; items: Span[][] }
  | { kind: "quote"; lines: Span[][] }
  | { kind: "rule" }
  | { kind: "picture"; id: string; words: string; width: number; height: number }
  | { kind: "gone"; what: "picture" | "sound" | "film" | "file" };
export type Span =
  | { kind: "text"; text: string }
  | { kind: "strong"; spans: Span[] }
  | { kind: "emphasis"; spans: Span[] }
  | { kind: "ruby"; base: string; reading: string };
export interface ImportRefusal { name: string; kind: TroubleKind }
export interface ImportCount { pages: number; already_here: number; let_go: number; days_unsure: number; pictures: number; pictures_missing: number; sounds_left: number; films_left: number; files_left: number; first_day: string | null; last_day: string | null; keywords: number; refused: ImportRefusal[] }
export type Wholeness = "whole" | "damaged" | "gone";
export interface SlotReport { name: string; first: Wholeness; second: Wholeness }
export interface CheckReport { pages: number; versions: number; pictures: number; chain: "whole" | "broken" | "behind"; pages_damaged: string[]; database: "whole" | "damaged"; slots: SlotReport[] }
export interface Opened { notice: null | "second_copy_opened"; older: boolean; read_only: boolean }
export type TroubleKind =
  | "wrong_passphrase" | "slot_damaged" | "journal_damaged" | "journal_newer" | "journal_empty" | "no_journal" | "folder_gone" | "journal_exists" | "folder_not_empty"
  | "older_than_seen" | "read_only" | "held_elsewhere" | "disk_full" | "disk_trouble" | "not_found" | "closed" | "passphrase_weak" | "too_large" | "nothing_written"
<<<<<<< HEAD
  | "too_long" | "not_here" | "unknown_question" | "not_a_question_set" | "question_set_torn" | "question_set_too_large" | "question_set_newer" | "question_set_unclear" | "question_set_hidden"
  | "not_a_day_one_export" | "import_torn" | "import_too_large" | "unknown_tie" | "bad_request" | "unexpected";
=======
  | "not_a_day_one_export" | "import_torn" | "import_too_large" | "import_gone" | "import_page_unreadable" | "import_page_too_large" | "import_page_empty"
  | "import_picture_unreadable" | "import_picture_too_large" | "unknown_tie" | "bad_request" | "unexpected";
>>>>>>> 39d63c7 (Pages, words, photos and days of a Day One export are read and brought over)
export interface Trouble { kind: TroubleKind; holder?: string | null }

export type Language = "en" | "ja" | "fr";
export interface Settings {
  language: Language;
  appearance: "system" | "light" | "dark" | "contrast_light" | "contrast_dark";
  text_size: number;
  lock_after_minutes: number;
  era: "gregorian" | "era" | "both";
  vertical: boolean;
  old_input_style: boolean;
  darker_ink: boolean;
}
export interface Start { settings: Settings; journal: "none" | "closed" | "open"; folder: string; today: string; system: "linux" | "windows" | "macos"; version: string; display_languages: string[] }
export interface Suggestion { words: string[]; phrase: string }
export interface Weighed { enough: boolean; why: "fine" | "short" | "guessable" }
