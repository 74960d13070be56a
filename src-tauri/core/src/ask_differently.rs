//! Asking a question differently. Five moves are offered, and none is an improvement: each is another place to ask
//! from. Every wording stays, unless the person erases it.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::digest::ERASED;
use crate::error::{Error, Result};
use crate::id::TieId;
use crate::journal::Journal;
use crate::question::{Origin, Question, WordingRef, add_head_of_question, admit, wording_of};
use crate::question_id::QuestionId;
use crate::store::{Head, QuestionRow, Rows, VersionRow};
use crate::wording::Wording;

/// The most characters of "changed because".
const LONGEST_BECAUSE: usize = 10_000;

/// How a wording grew out of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// From why, or yes and no, to what, how, when.
    Opened,
    /// From me or them to us, or to the place.
    Us,
    /// What it takes for granted is named.
    AssumptionNamed,
    /// From what is broken to what wants to grow.
    Toward,
    /// Slower, smaller, or as a duet.
    Slower,
    /// In some other way.
    Other,
}

/// A question asked differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AskDifferently {
    /// The wording it grows out of; an earlier one makes a branch.
    pub from: WordingRef,
    /// The new words.
    pub text: Wording,
    /// A few words beside it.
    #[serde(default)]
    pub hint: Wording,
    /// How it was changed.
    #[serde(default, rename = "move")]
    pub by: Option<Move>,
    /// Why, in free words; may be empty, and never leaves the journal.
    #[serde(default)]
    pub changed_because: String,
}

impl Move {
    /// All, in the order they are shown.
    pub const ALL: [Move; 6] = [
        Move::Opened,
        Move::AssumptionNamed,
        Move::Us,
        Move::Toward,
        Move::Slower,
        Move::Other,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Move::Opened => "opened",
            Move::Us => "us",
            Move::AssumptionNamed => "assumption_named",
            Move::Toward => "toward",
            Move::Slower => "slower",
            Move::Other => "other",
        }
    }

    pub(crate) fn of(word: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|by| by.word() == word)
    }
}

impl Journal {
    /// Asks a question differently. One's own question gets a further wording; one of the library's or somebody
    /// else's stays as it is, and a question of one's own grows out of it.
    pub fn ask_differently(&mut self, new: &AskDifferently, now: Now) -> Result<Question> {
        admit(&new.text, &new.hint)?;
        if new.changed_because.chars().count() > LONGEST_BECAUSE {
            return Err(Error::TooLong);
        }
        let parent_text = wording_of(&self.rows(), &self.library, &new.from)?;
        let fresh = QuestionId::fresh();
        let id = self.change(|rows| {
            let mut version = VersionRow {
                parent: Some(new.from.clone()),
                by: new.by,
                changed_because: new.changed_because.clone(),
                ..VersionRow::first(&new.text, &new.hint, now)
            };
            let there = rows.question(&new.from.question)?;
            let (id, row) = match there {
                Some(question) if question.origin == Origin::Mine => {
                    version.n = rows.newest_n(question.row)? + 1;
                    rows.bump_question(question.row)?;
                    (question.id, question.row)
                }
                there => {
                    // The library may change its words, and what was received may be erased.
                    if there.is_none() {
                        version.parent_text = parent_text;
                    }
                    let row = rows.add_question(&fresh, Origin::Mine, "", now)?;
                    (fresh, row)
                }
            };
            rows.add_version(row, &version)?;
            add_head_of_question(rows, &id)?;
            Ok(id)
        })?;
        self.question(&id)
    }

    /// Erases one wording of a question of one's own or a received one. What grew out of it then grows out of what
    /// it came from; the last wording goes with the question. Pages keep what they were asked.
    pub fn erase_wording(&mut self, wording: &WordingRef) -> Result<()> {
        self.change(|rows| {
            let question = rows
                .question(&wording.question)?
                .ok_or(Error::UnknownQuestion)?;
            let versions = rows.versions_of(question.row)?;
            let gone = versions
                .iter()
                .find(|version| version.n == wording.n)
                .ok_or(Error::UnknownQuestion)?;
            let grown = rows.let_children_go(wording, gone)?;
            match versions.len() {
                1 => erase(rows, &question)?,
                _ => {
                    rows.erase_version(question.row, wording.n)?;
                    rows.bump_question(question.row)?;
                    add_head_of_question(rows, &question.id)?;
                }
            }
            for id in grown.iter().filter(|id| **id != question.id) {
                add_head_of_question(rows, id)?;
            }
            Ok(())
        })
    }

    /// The ways to ask a question differently that are offered: on a page that hangs on these ties, or on none. Where
    /// somebody is not free, there or on a page that answered it in any of its wordings, nothing asks them to see it
    /// as "us".
    pub fn moves(&self, question: &QuestionId, ties: &[TieId]) -> Result<Vec<Move>> {
        let rows = self.rows();
        let mut care = rows.care_among(ties)?;
        for one in self.lineage(question)?.wordings {
            care |= rows.care_where_asked(&one.wording.question)?;
        }
        let offered = |by: &Move| !(care && *by == Move::Us);
        Ok(Move::ALL.into_iter().filter(offered).collect())
    }
}

fn erase(rows: &Rows<'_>, question: &QuestionRow) -> Result<()> {
    let sets = rows.sets_with(&question.id)?;
    rows.erase_question(question.row)?;
    rows.add_head(&Head {
        kind: "question",
        thing: question.id.bytes().ok_or(Error::BadRequest)?,
        rev: question.rev + 1,
        digest: ERASED,
    })?;
    for set in sets {
        rows.take_out_of_set(set.row, &question.id)?;
        rows.bump_set(set.row)?;
        crate::question_set::add_head_of_set(rows, &set.id)?;
    }
    Ok(())
}
