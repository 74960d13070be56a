//! A set of questions as a file: how the library ships, and how a set travels between people, with no page and no
//! answer in it. JSON, so that a community can translate one in any editor. FORMAT.md tells the shape.
//!
//! What comes from outside is read whole and measured before anything of it is used: one mebibyte, 500 questions,
//! 2,000 characters a text, no name said twice, no sign that hides what is written. Markup is text like any other.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ask_differently::Move;
use crate::error::{Error, Result};
use crate::files;
use crate::question_id::{QuestionId, QuestionSetId};
use crate::strict_json::{self, Refusal};
use crate::wording::Wording;

/// The version of the file's shape that this program writes, and the newest it reads.
pub const SET_FILE_VERSION: u32 = 1;

/// The most bytes a file of a set may have.
pub const MOST_SET_BYTES: u64 = 1024 * 1024;

/// The most questions a set may have.
pub(crate) const MOST_QUESTIONS: usize = 500;

/// The most characters of a question, a hint or a purpose.
pub(crate) const LONGEST_TEXT: usize = 2_000;

/// The most characters of a title.
pub(crate) const LONGEST_TITLE: usize = 300;

/// A set as it stands in a file. Names this program does not know are passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuestionSetFile {
    /// The version of the shape.
    pub awai_question_set: u32,
    /// Its name.
    pub id: QuestionSetId,
    /// What it is about, an open list (`connection`, `worldview`, …).
    #[serde(default)]
    pub task: String,
    /// Its title.
    pub title: Wording,
    /// What it is for.
    #[serde(default)]
    pub purpose: Wording,
    /// For whom.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Whether it may be offered unasked.
    #[serde(default)]
    pub suggest: bool,
    /// Its questions, in the order that is suggested.
    pub questions: Vec<FileQuestion>,
}

/// For whom a set is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Audience {
    Alone,
    Pair,
    Group,
}

/// A question as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileQuestion {
    /// Its name.
    pub id: QuestionId,
    /// Which wording this is.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub n: u32,
    /// Its words.
    pub text: Wording,
    /// A few words beside it.
    #[serde(default, skip_serializing_if = "Wording::is_empty")]
    pub hint: Wording,
    /// The wording it grew out of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grew_from: Option<GrewFrom>,
    /// Wordings it had before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<EarlierWording>,
}

/// The wording a question grew out of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GrewFrom {
    /// The question.
    pub id: QuestionId,
    /// Which of its wordings.
    pub n: u32,
    /// Its words.
    pub text: Wording,
    /// How it was changed.
    #[serde(default, rename = "move", skip_serializing_if = "Option::is_none")]
    pub by: Option<Move>,
}

/// A wording that a later one replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EarlierWording {
    /// Which wording it was.
    pub n: u32,
    /// Its words.
    pub text: Wording,
}

fn first() -> u32 {
    1
}

fn is_first(n: &u32) -> bool {
    *n == 1
}

impl Audience {
    pub(crate) const ALL: [(Audience, &'static str); 3] = [
        (Audience::Alone, "alone"),
        (Audience::Pair, "pair"),
        (Audience::Group, "group"),
    ];
}

impl QuestionSetFile {
    /// Reads a set from a file.
    ///
    /// # Errors
    /// Those of [`QuestionSetFile::parse`], [`Error::LetterGone`] when the file is not there, or is a folder.
    pub fn read(path: &Path) -> Result<QuestionSetFile> {
        let bytes = files::read_chosen(path, MOST_SET_BYTES).map_err(|error| match error {
            Error::TooLarge => Error::QuestionSetTooLarge,
            other => other,
        })?;
        QuestionSetFile::parse(&bytes.ok_or(Error::LetterGone)?)
    }

    /// Reads a set from the bytes of a file.
    ///
    /// # Errors
    /// [`Error::QuestionSetTooLarge`], [`Error::QuestionSetTorn`], [`Error::NotAQuestionSet`],
    /// [`Error::QuestionSetNewer`], [`Error::QuestionSetUnclear`] when a name stands twice,
    /// [`Error::QuestionSetHidden`] when a text holds signs that hide or turn around what is written.
    pub fn parse(bytes: &[u8]) -> Result<QuestionSetFile> {
        if bytes.len() as u64 > MOST_SET_BYTES {
            return Err(Error::QuestionSetTooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
            None => Error::QuestionSetTorn,
            Some(_) => Error::NotAQuestionSet,
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        strict_json::walk(text).map_err(|refusal| match refusal {
            Refusal::Torn => Error::QuestionSetTorn,
            Refusal::NotJson => Error::NotAQuestionSet,
            Refusal::SaidTwice => Error::QuestionSetUnclear,
        })?;
        #[derive(Deserialize)]
        struct Which {
            awai_question_set: u64,
        }
        let which: Which = serde_json::from_str(text).map_err(|_| Error::NotAQuestionSet)?;
        match which.awai_question_set {
            0 => return Err(Error::NotAQuestionSet),
            version if version > u64::from(SET_FILE_VERSION) => {
                return Err(Error::QuestionSetNewer);
            }
            _ => {}
        }
        let set: QuestionSetFile =
            serde_json::from_str(text).map_err(|_| Error::NotAQuestionSet)?;
        set.admit()?;
        Ok(set)
    }

    /// The text of the file.
    ///
    /// # Errors
    /// Those of [`QuestionSetFile::parse`]: what nobody could take in is not written.
    pub fn to_text(&self) -> Result<String> {
        self.admit()?;
        let mut text =
            serde_json::to_string_pretty(self).map_err(|_| Error::Unexpected("a set's text"))?;
        text.push('\n');
        if text.len() as u64 > MOST_SET_BYTES {
            return Err(Error::QuestionSetTooLarge);
        }
        Ok(text)
    }

    /// Refuses what no file may hold, whatever way it came.
    pub(crate) fn admit(&self) -> Result<()> {
        if self.questions.len() > MOST_QUESTIONS {
            return Err(Error::QuestionSetTooLarge);
        }
        if self.task.len() > 64 || self.questions.is_empty() {
            return Err(Error::NotAQuestionSet);
        }
        let mut names = BTreeSet::new();
        for question in &self.questions {
            if !names.insert(&question.id) {
                return Err(Error::QuestionSetUnclear);
            }
            question.admit()?;
        }
        if hides_something(&self.task) {
            return Err(Error::QuestionSetHidden);
        }
        admit_words(&self.title, LONGEST_TITLE, true)?;
        admit_words(&self.purpose, LONGEST_TEXT, false)
    }
}

impl FileQuestion {
    /// Refuses what no question may be, in a set or in a letter.
    pub(crate) fn admit(&self) -> Result<()> {
        if self.n == 0 {
            return Err(Error::QuestionSetUnclear);
        }
        admit_words(&self.text, LONGEST_TEXT, true)?;
        admit_words(&self.hint, LONGEST_TEXT, false)?;
        let grew_from = self.grew_from.iter().map(|from| &from.text);
        let earlier = self.earlier.iter().map(|earlier| &earlier.text);
        grew_from
            .chain(earlier)
            .try_for_each(|text| admit_words(text, LONGEST_TEXT, true))
    }
}

fn admit_words(wording: &Wording, most: usize, needed: bool) -> Result<()> {
    if needed && wording.is_empty() {
        return Err(Error::NotAQuestionSet);
    }
    wording.admit(most).map_err(|error| match error {
        Error::TooLong => Error::QuestionSetTooLarge,
        _ => Error::NotAQuestionSet,
    })?;
    if wording.iter().any(|(_, text)| hides_something(text)) {
        return Err(Error::QuestionSetHidden);
    }
    Ok(())
}

/// Whether a text holds signs that are not seen and change what is: control characters, marks that turn the
/// direction of writing (Unicode's Bidi_Control), line separators, interlinear and tag characters, non-characters.
/// A line feed, a tab, and the zero width space between Japanese phrases hide nothing.
fn hides_something(text: &str) -> bool {
    text.chars().any(|c| match c {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            true
        }
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control() || u32::from(c) & 0xfffe == 0xfffe,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_found_and_what_is_written_is_not() {
        for text in [
            "a\u{202e}b",
            "a\u{0}b",
            "\u{200f}",
            "a\rb",
            "\u{e0041}",
            "\u{ffff}",
        ] {
            assert!(hides_something(text), "{text:?}");
        }
        for text in [
            "<b>何</b>が\u{200b}あった？\n—",
            "👩🏽\u{200d}🌾",
            "می\u{200c}خواهم",
            "« où »",
        ] {
            assert!(!hides_something(text), "{text:?}");
        }
    }
}
