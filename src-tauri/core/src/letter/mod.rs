//! What passes between companions. A letter has one representation, a text that a person can read and the program
//! can read, so that the two can never be shown different things: `awai-letter/1 <token>`, a line feed, and one
//! pretty-printed JSON text ([`Letter`]), padded with spaces. FORMAT.md documents every field.
//!
//! - [`compose`](self): what was chosen becomes the exact bytes that leave, and these are shown before they are sealed;
//! - [`incoming`](self): what came in is looked at, in a fixed order and within limits, before anything is written;
//! - [`browser`](self): the same letter for somebody who has a browser and nothing else;
//! - [`thread`](self): two voices side by side, never merged.
//!
//! Received words live here, under their companion, read-only. They never mix with one's own pages, searches or exports.

mod browser;
mod carried;
mod compose;
mod deciding;
mod draft;
mod format;
mod incoming;
mod names;
mod offer;
mod outbox;
mod pad;
mod pictures;
mod ranges;
mod release;
mod thread;

#[cfg(test)]
mod forged;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod shelf;

use serde::{Deserialize, Serialize};

use crate::companion::AgreementVersion;
use crate::error::{Error, Result};
use crate::id::{LetterId, ThreadId};
use crate::question_id::QuestionId;
use crate::set_file::FileQuestion;

pub use carried::CarriedFile;
pub use compose::Sealing;
pub use draft::{
    DatePrecision, Leaves, LetterDraft, LetterDraftKept, NameChoice, NameDecision, NamesUnderWords,
    PartDraft, PartSource, QuestionToPassOn,
};
pub use incoming::{Arrived, Before, Closed, Gap, Incoming, LetterFace, Newer, Writer};
pub use names::FoundName;
pub use offer::{LetterOffer, Passage};
pub use outbox::{Given, Rest, Sealed, SealedFor, SealedUnderWords};
pub use release::{BeforeEnding, MOST_RELEASES};
pub(crate) use thread::digest_of_letter;
pub use thread::{FileShown, LetterLine, LetterShown, PartShown, Thread};

/// The most parts of a letter.
pub const MOST_PARTS: usize = 500;
/// The most bytes of text in one part.
pub const MOST_PART_BYTES: usize = 1024 * 1024;
/// The most bytes of one text that stands around the passages: a name, a title, a day, a cover, what was asked, what is
/// asked of the reader.
pub const MOST_NOTE_BYTES: usize = 16 * 1024;
/// The most files of a letter.
pub const MOST_FILES: usize = 50;
/// The most bytes of one file.
pub const MOST_FILE_BYTES: usize = 10 * 1024 * 1024;

/// A letter, field by field as it stands in the file. Names that a newer program added are not lost: the text is
/// kept as it came, and this is only how it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// What this is, in three languages, for whoever opens it with another program.
    #[serde(default)]
    pub read_me: Vec<String>,
    /// Random; the same for every recipient.
    pub id: LetterId,
    /// The exchange it belongs to.
    pub thread: ThreadId,
    /// Counts the writer's letters in this thread from one. It only informs.
    pub seq: u32,
    /// Which of the reader's letters have come to the writer: `1-17, 19`. It only informs.
    #[serde(default)]
    pub have: String,
    /// What a reader must understand to read it rightly.
    #[serde(default)]
    pub needs: Vec<String>,
    /// What it is.
    pub kind: LetterKind,
    /// The language it is written in (BCP 47).
    #[serde(default)]
    pub lang: String,
    /// The name its writer chose.
    pub writer: String,
    /// Everybody it goes to, by the names they chose, visible to all of them.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The day or month it was sealed, as exactly as the writer wanted to say; empty for none.
    #[serde(default)]
    pub sealed: String,
    /// The letter it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<LetterId>,
    /// Read before the letter is opened.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cover: String,
    /// What the writer would like back.
    #[serde(default)]
    pub wish: Vec<Wish>,
    /// What the writer asks of the reader.
    #[serde(default)]
    pub please: Please,
    /// The passages.
    #[serde(default)]
    pub parts: Vec<Part>,
    /// Letters whose writer would like them no longer kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<LetterId>,
    /// How the writer would like to be together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementVersion>,
    /// A question passed on without its answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionBack>,
    /// Both answer this question; mine is written before theirs is read, unless I read first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_question: Option<AskedWording>,
    /// A version of "what we know now".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_page: Option<SharedPage>,
    /// Pictures and texts that go along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<LetterFile>,
}

/// A chosen passage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Part {
    /// Empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The day or month it was written, as exactly as the writer wanted to say; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The question it answers, in the words it was asked in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<AskedWording>,
    /// The passage of the answered letter that it answers, counted from nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<u32>,
    /// The language of the words (BCP 47), when it is not the letter's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// The words, line by line.
    #[serde(default)]
    pub text: Vec<String>,
    /// Which of the letter's files belong to it, counted from nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<u32>,
}

/// A question in the words it was asked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskedWording {
    /// The question.
    pub question: QuestionId,
    /// Which of its wordings.
    #[serde(default)]
    pub n: u32,
    /// The wording.
    pub text: String,
    /// Its language (BCP 47).
    #[serde(default)]
    pub lang: String,
}

/// A question that travels without its answers, in the form of a set's file. It arrives as a sibling in its lineage
/// and replaces nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionBack {
    /// The question.
    pub question: FileQuestion,
    /// What changed it, if the writer wants to say.
    #[serde(default)]
    pub changed_because: String,
}

/// Which version of "what we know now" the letter's parts are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SharedPage {
    /// Names the page for both.
    pub page: LetterId,
    /// The letter whose version this one grew out of.
    #[serde(default)]
    pub grew_from: Option<LetterId>,
}

/// A picture or a text that goes along.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFile {
    /// `png`, `jpeg`, `webp` or `text`.
    #[serde(rename = "type")]
    pub sort: String,
    /// What it shows, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Its bytes.
    pub base64: String,
}

impl std::fmt::Debug for LetterFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LetterFile").finish_non_exhaustive()
    }
}

/// What the writer asks of the reader.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Please {
    /// Chosen from a short list.
    #[serde(default)]
    pub what: Vec<PleaseWhat>,
    /// In free words.
    #[serde(default)]
    pub words: String,
}

/// Every choice below is open: a word that a newer program uses is read as `other`.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal),+ $(,)? } else $other:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case", from = "String")]
        pub enum $name {
            $($(#[$case_doc])* $case,)+
            /// Something that a newer program knows.
            $other,
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                match word.as_str() { $($word => $name::$case,)+ _ => $name::$other }
            }
        }
    };
}

choice! {
    /// What a letter is.
    LetterKind {
        /// Passages, one's own words.
        Letter = "letter",
        /// An answer to a letter: up to five short texts.
        Echo = "echo",
        /// "I would like this no longer kept."
        Release = "release",
        /// A question passed on.
        Question = "question",
        /// How the writer would like to be together.
        Agreement = "agreement",
    } else Other
}

choice! {
    /// What the writer would like back.
    Wish {
        /// Nothing.
        NothingNeeded = "nothing_needed",
        /// An echo.
        AnEcho = "an_echo",
        /// A question.
        AQuestion = "a_question",
        /// A story.
        AStory = "a_story",
        /// To talk in person.
        ToTalk = "to_talk",
    } else Other
}

choice! {
    /// What the writer asks of the reader.
    PleaseWhat {
        /// Keep it between us.
        KeepBetweenUs = "keep_between_us",
        /// Do not keep it after reading.
        DoNotKeep = "do_not_keep",
        /// Ask before quoting.
        AskBeforeQuoting = "ask_before_quoting",
    } else Other
}

impl LetterKind {
    /// Its word in the file and on the shelf.
    pub(crate) fn word(self) -> &'static str {
        match self {
            LetterKind::Letter => "letter",
            LetterKind::Echo => "echo",
            LetterKind::Release => "release",
            LetterKind::Question => "question",
            LetterKind::Agreement => "agreement",
            LetterKind::Other => "other",
        }
    }
}

/// Whose words a letter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Mine.
    Mine,
    /// The companion's; their key vouched for every byte.
    Theirs,
    /// Nobody whom this journal knows.
    Unknown,
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LetterStanding {
    /// Kept.
    Kept,
    /// Laid by, to be read later.
    Later,
    /// Returned unread. Only that it came is still known.
    Returned,
    /// Erased. Only that it came is still known.
    Erased,
}

impl Whose {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Whose::Mine => "mine",
            Whose::Theirs => "theirs",
            Whose::Unknown => "unknown",
        }
    }

    pub(crate) fn of(word: &str) -> Result<Whose> {
        match word {
            "mine" => Ok(Whose::Mine),
            "theirs" => Ok(Whose::Theirs),
            "unknown" => Ok(Whose::Unknown),
            _ => Err(Error::JournalDamaged),
        }
    }
}

impl LetterStanding {
    /// Whether its words are here.
    pub fn is_here(self) -> bool {
        match self {
            LetterStanding::Kept | LetterStanding::Later => true,
            LetterStanding::Returned | LetterStanding::Erased => false,
        }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            LetterStanding::Kept => "kept",
            LetterStanding::Later => "later",
            LetterStanding::Returned => "returned",
            LetterStanding::Erased => "erased",
        }
    }

    pub(crate) fn of(word: &str) -> Result<LetterStanding> {
        match word {
            "kept" => Ok(LetterStanding::Kept),
            "later" => Ok(LetterStanding::Later),
            "returned" => Ok(LetterStanding::Returned),
            "erased" => Ok(LetterStanding::Erased),
            _ => Err(Error::JournalDamaged),
        }
    }
}
