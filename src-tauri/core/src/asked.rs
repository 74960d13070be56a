//! What a page was asked. A page may be begun from a question, or meet one on the way; it then keeps the exact
//! wording, whatever becomes of the question later. The answer is the page itself: its words, its versions, its draft.
//!
//! In a sitting each answer is a page of its own, and the pages share the sitting's id. Nothing else is kept of a
//! sitting: not how long it took, not what was set aside, not whether it came to an end.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::{ReflectionId, SittingId};
use crate::journal::Journal;
use crate::place::Place;
use crate::question_id::{QuestionId, QuestionSetId};
use crate::reflection::{MOST_LINES, PageLine, Pages, add_head_of, line_of, lines_of};

/// The most questions one page keeps.
const MOST_ASKED: usize = 100;

/// The most bytes a wording may have.
const MOST_ASKED_BYTES: usize = 16 * 1024;

/// The most pages that are listed beside a question at once.
const MOST_PAGES: u32 = 200;

/// A question as it was asked. It is made by the journal ([`Journal::asking`]) and carried unchanged from there
/// to the draft and to the page: what was shown is what is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// Which of its wordings.
    pub n: u32,
    /// The wording.
    pub text: String,
    /// The language of the wording (BCP 47).
    #[serde(default)]
    pub lang: String,
    /// The set that was being walked.
    #[serde(default)]
    pub set: Option<QuestionSetId>,
    /// The sitting it was asked in.
    #[serde(default)]
    pub sitting: Option<SittingId>,
}

impl Asked {
    /// Whether both are the same wording of the same question.
    pub(crate) fn is_same_wording(&self, other: &Asked) -> bool {
        self.question == other.question && self.n == other.n
    }
}

/// Refuses what no page can have been asked.
pub(crate) fn admit_asked(asked: &[Asked]) -> Result<()> {
    if asked.len() > MOST_ASKED || asked.iter().any(|one| one.text.len() > MOST_ASKED_BYTES) {
        return Err(Error::TooLarge);
    }
    if asked.iter().any(|one| one.text.is_empty() || one.n == 0) {
        return Err(Error::BadRequest);
    }
    Ok(())
}

/// Which pages to find by what they were asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct AskedPagesAsk {
    /// Those that were asked this question, in any wording of its lineage.
    pub question: Option<QuestionId>,
    /// Those that were asked a question of a set with this task.
    pub task: Option<String>,
    /// Only pages older than this place.
    pub before: Option<Place>,
    /// How many at the most (500).
    pub limit: u32,
}

impl Journal {
    /// Pages, newest first, by what they were asked. Asked for neither a question nor a task, it finds every page
    /// that was asked anything.
    pub fn pages_answering(&self, ask: &AskedPagesAsk) -> Result<Pages> {
        let rows = self.rows();
        let mut wanted: Option<BTreeSet<QuestionId>> = None;
        if let Some(question) = &ask.question {
            let lineage = self.lineage(question)?.wordings.into_iter();
            wanted = Some(lineage.map(|one| one.wording.question).collect());
        }
        if let Some(task) = &ask.task {
            let sets = self.question_sets()?.into_iter();
            let questions: BTreeSet<QuestionId> = sets
                .filter(|set| set.task == *task)
                .flat_map(|set| set.questions)
                .collect();
            wanted = Some(match wanted {
                Some(wanted) => wanted.intersection(&questions).cloned().collect(),
                None => questions,
            });
        }
        let limit = ask.limit.clamp(1, MOST_LINES);
        let before = ask.before.unwrap_or(Place::LAST);
        let found = rows.pages_answering(wanted.as_ref(), before, limit + 1)?;
        lines_of(&rows, found, limit)
    }

    /// Takes a question off a page, because the person asked for it. Writing a page anew never does.
    pub fn unask(&mut self, page: ReflectionId, question: &QuestionId, n: u32) -> Result<()> {
        self.change(|rows| {
            let row = rows.page(page)?;
            if rows.unask(row.row, question, n)? {
                rows.bump_page(row.row)?;
                add_head_of(rows, &rows.page(page)?)?;
            }
            Ok(())
        })
    }

    /// The pages that were asked a question, in any of its wordings, the newest first, 200 at a time: those older than
    /// `before`, or the newest of all.
    pub fn pages_asked(&self, question: &QuestionId, before: Option<Place>) -> Result<Pages> {
        let rows = self.rows();
        let below = before.unwrap_or(Place::LAST);
        let found = rows.pages_asked(question, below, MOST_PAGES + 1)?;
        lines_of(&rows, found, MOST_PAGES)
    }

    /// The pages of one sitting, in the order they were written.
    pub fn sitting_pages(&self, sitting: SittingId) -> Result<Vec<PageLine>> {
        let rows = self.rows();
        rows.pages_of_sitting(sitting)?
            .into_iter()
            .map(|row| line_of(&rows, row))
            .collect()
    }
}
