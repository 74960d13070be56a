//! Awai's core: a private journal that keeps encrypted pages about what happens between people.
//!
//! A [`Vault`] is a journal at rest, a folder nobody can read. With its passphrase it becomes a [`Journal`],
//! which reads and writes pages, ties, drafts, and finds them again. There is no third state.
//!
//! The core is synchronous. It reads no clock ([`Now`] comes in), opens no network connection, prints nothing,
//! and knows nothing of windows.

#![warn(missing_docs)]

mod aside;
mod ask_differently;
mod asked;
mod between_map;
pub mod blocks;
mod chance;
mod check;
mod companion;
mod digest;
mod disk;
mod draft;
mod draw;
mod drawn_thread;
mod error;
mod example;
mod files;
mod id;
mod intention;
mod journal;
mod keeping;
mod letter;
mod library;
mod lineage;
mod looking_back;
mod memory;
mod moment;
mod own_words;
mod page;
mod page_pictures;
mod passphrase;
mod picture;
mod place;
mod places;
mod put_away;
mod question;
mod question_id;
mod question_set;
mod reflection;
mod returning;
mod seal;
mod search;
mod seen;
mod set_file;
mod sitting;
mod slots;
pub mod speech;
mod store;
mod strict_json;
mod tie;
mod tie_room;
mod tongue;
mod twelve_words;
mod vault;
#[cfg(test)]
mod wire;
mod word_list;
mod wording;
pub mod words;
mod writing;

/// A moment, with the offset of the place it is lived in. Always passed in.
pub type Now = chrono::DateTime<chrono::FixedOffset>;

pub use aside::ASIDE_DAYS;
pub use ask_differently::{AskDifferently, Move};
pub use asked::{Asked, AskedPagesAsk};
pub use between_map::{BetweenMap, Spot};
pub use check::{CheckReport, Wholeness};
pub use companion::{
    Accepted, Agreement, AgreementAnswer, AgreementVersion, Companion, INVITATION_DAYS, Invitation,
    InvitationIn, NewCompanion, Paired, ReplyIn, SPOKEN_WORDS, SpokenWords, Waiting,
};
pub use draw::Draw;
pub use drawn_thread::{DrawnLine, DrawnPoint, DrawnThread, Shape};
pub use error::{Error, Result, Trouble, TroubleKind};
pub use example::{Example, ExampleLetter, ExampleVoice};
pub use files::{make_private_folder, write_elsewhere, write_elsewhere_watched, write_whole};
pub use id::{
    CompanionId, CompanyId, IntentionId, InvitationId, LetterId, LetterVersionId, MomentId,
    MyWordId, PictureId, ReflectionId, SittingId, ThreadId, TieId, TieNamingId, TryId,
};
pub use intention::{Intention, IntentionState, NewIntention, NewTry, Try};
pub use journal::{Journal, Notice, Opened};
pub use keeping::backup::{Backup, LastBackup, UncheckedBackup, backups_in};
pub use keeping::erase::{CopiesToo, Erased, Erasing, ToErase, erasing_stands, to_erase};
pub use keeping::import::{Import, ImportCount, ImportFormat, ImportRefusal};
pub use keeping::restore::InPlace;
pub use keeping::sheet::SquareCode;
pub use keeping::siblings::{
    Beside, FromSibling, PageFromSibling, Sibling, SiblingChoices, SiblingPage, SiblingState,
    TakeAs,
};
pub use keeping::takeout::{
    BroughtIn, OutAs, OutAsk, OutForm, OutLetters, TakenOut, Whether, taken_out_is_closed,
};
pub use keeping::watch::{GoOn, Headway, Stage, Watch};
pub use keeping::words_kept::{EnvelopeOpened, WordsKept};
pub use letter::{
    Arrived, AskedWording, Before, BeforeEnding, CarriedFile, Closed, DatePrecision, FileShown,
    FoundName, Gap, Given, Incoming, Leaves, Letter, LetterDraft, LetterDraftKept, LetterFace,
    LetterFile, LetterKind, LetterLine, LetterOffer, LetterShown, LetterStanding, MOST_FILE_BYTES,
    MOST_FILES, MOST_NOTE_BYTES, MOST_PART_BYTES, MOST_PARTS, MOST_RELEASES, NameChoice,
    NameDecision, NamesUnderWords, Newer, Part, PartDraft, PartShown, PartSource, Passage, Please,
    PleaseWhat, QuestionBack, QuestionToPassOn, Rest, Sealed, SealedFor, SealedUnderWords, Sealing,
    SharedPage, Thread, Whose, Wish, Writer,
};
pub use library::Library;
pub use lineage::{Lineage, LineageWording};
pub use looking_back::{YearDot, YearOnAPage};
pub use memory::keep_memory_from_the_disk;
pub use moment::{Moment, MomentKind, MomentLine, NewMoment, Openings};
pub use own_words::{Company, MyWord, NewCompany, NewMyWord, Practice};
pub use page_pictures::{NewPicture, PictureAtHand};
pub use passphrase::{Guessing, Passphrase, SUGGESTED_WORDS, Weight};
pub use place::Place;
pub use places::{Places, SETTINGS, erase_settings, leave_no_empty_place};
pub use question::{
    NewQuestion, Origin, Question, QuestionWish, Questions, QuestionsAsk, WordingRef,
};
pub use question_id::{QuestionId, QuestionSetId};
pub use question_set::{NewQuestionSet, QuestionSet, QuestionSetLine, TakenIn};
pub use reflection::{
    Cover, Draft, DraftSave, Happened, Kept, Lenses, Month, Page, PageLine, Pages, PagesAsk,
    Version, Writing,
};
pub use returning::{ReturnedTo, Returning, ReturningAsk, ReturningPlace};
pub use seal::{Cost, armored};
pub use search::{Hit, Hits, Order, SearchAsk};
pub use set_file::{
    Audience, EarlierWording, FileQuestion, GrewFrom, MOST_SET_BYTES, QuestionSetFile,
    SET_FILE_VERSION,
};
pub use sitting::{Offer, OfferAsk, SittingAsk, SittingStep};
pub use slots::{CopyState, SlotState};
pub use tie::{CareFlag, NewTie, Standing, Tie, TieChange, TieKind};
pub use tie_room::{TieNaming, TieRoom};
pub use tongue::Tongue;
pub use twelve_words::{TWELVE, TwelveWords};
pub use vault::Vault;
pub use wording::Wording;
pub use words::Piece;
pub use writing::MOST_BYTES as MOST_PAGE_BYTES;
