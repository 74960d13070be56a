// What passes between the core and the page, written from the core's types by a test; never edited by hand.
// Anew: AWAI_WRITE=1 cargo test --workspace --lib wire

export type Asked = { question: QuestionId, n: number, text: string, lang: string, set: QuestionSetId | null, sitting: SittingId | null };
export type Block = { "kind": "paragraph", lines: Array<Array<Span>> } | { "kind": "heading", spans: Array<Span> } | { "kind": "list", ordered: boolean, items: Array<Array<Span>> } | { "kind": "quote", lines: Array<Array<Span>> } | { "kind": "rule" } | { "kind": "picture", id: PictureId, words: string, width: number, height: number } | { "kind": "gone", what: "picture" | "sound" | "film" | "file" };
export type CheckReport = { pages: number, versions: number, pictures: number, chain: Wholeness, pages_damaged: Array<ReflectionId>, database: Wholeness, slots: Array<SlotState> };
export type CopyState = "whole" | "damaged" | "gone";
export type Draft = { page: ReflectionId | null, rev: number, kept_at: string, writing: Writing };
export type DraftSave = { page: ReflectionId | null, rev: number, writing: Writing };
export type Happened = { "kind": "untold" } | { "kind": "words", words: string } | { "kind": "year", year: number } | { "kind": "month", year: number, month: number } | { "kind": "day", day: string };
export type Hit = { line: PageLine, title: Array<Piece>, pieces: Array<Piece> };
export type Hits = { hits: Array<Hit>, more: boolean };
export type ImportCount = { pages: number, already_here: number, let_go: number, days_unsure: number, pictures: number, pictures_missing: number, sounds_left: number, films_left: number, files_left: number, first_day: string | null, last_day: string | null, keywords: number, refused: Array<ImportRefusal> };
export type ImportRefusal = { name: string, kind: TroubleKind };
export type Kept = { rev: number, at: string };
export type Language = "en" | "ja" | "fr";
export type Lenses = { fear_says: string, hope_says: string, wider: string };
export type Month = { year: number, month: number, pages: number };
export type NewTie = { called: string, kind: TieKind };
export type Notice = "second_copy_opened" | "parts_damaged";
export type Opened = { notice: Notice | null, older: boolean, read_only: boolean };
export type Order = "newest" | "closest";
export type Page = { id: ReflectionId, place: Place, rev: number, day: string, written_at: string, revised_at: string | null, covered: boolean, blocks: Array<Block>, writing: Writing, keywords: Array<string>, aside_since: string | null, versions: number };
export type PageLine = { id: ReflectionId, place: Place, day: string, written_at: string, title: string, opening: string, covered: boolean, lang: string, ties: Array<TieId>, pictures: boolean };
export type Pages = { lines: Array<PageLine>, more: boolean };
export type PagesAsk = { before: Place | null, after: Place | null, tie: TieId | null, from: string | null, to: string | null, limit: number };
export type PictureId = string;
export type Piece = { text: string, mark: boolean };
export type Place = string;
export type QuestionId = string;
export type QuestionSetId = string;
export type ReflectionId = string;
export type SearchAsk = { words: string, order: Order, tie: TieId | null, from: string | null, to: string | null, before: Place | null, limit: number };
export type SittingId = string;
export type SlotState = { name: string, first: CopyState, second: CopyState };
export type Span = { "kind": "text", text: string } | { "kind": "strong", spans: Array<Span> } | { "kind": "emphasis", spans: Array<Span> } | { "kind": "ruby", base: string, reading: string };
export type Standing = "open" | "resting" | "ended";
export type Tie = { id: TieId, kind: TieKind, called: string, about: string, standing: Standing };
export type TieId = string;
export type TieKind = "person" | "group" | "community_or_place" | "myself" | "other";
export type Trouble = { kind: TroubleKind, holder?: string };
export type TroubleKind = "wrong_passphrase" | "slot_damaged" | "journal_damaged" | "journal_newer" | "journal_empty" | "no_journal" | "folder_gone" | "journal_exists" | "folder_not_empty" | "older_than_seen" | "read_only" | "held_elsewhere" | "disk_full" | "disk_trouble" | "not_found" | "closed" | "passphrase_weak" | "too_large" | "nothing_written" | "not_a_day_one_export" | "import_torn" | "import_too_large" | "too_long" | "not_here" | "unknown_question" | "not_a_question_set" | "question_set_torn" | "question_set_too_large" | "question_set_newer" | "question_set_unclear" | "question_set_hidden" | "import_gone" | "import_page_unreadable" | "import_page_too_large" | "import_page_empty" | "import_picture_unreadable" | "import_picture_too_large" | "unknown_tie" | "bad_request" | "unexpected";
export type Version = { rev: number, at: string, title: string, blocks: Array<Block>, body: string, covered: boolean, cover: string, lenses: Lenses };
export type Weight = "fine" | "short" | "guessable";
export type Wholeness = "whole" | "damaged";
export type Writing = { title: string, body: string, cover: string, stays_here: boolean, happened: Happened, lang: string, ties: Array<TieId>, asked: Array<Asked>, lenses: Lenses };

export * from "./window.js";
