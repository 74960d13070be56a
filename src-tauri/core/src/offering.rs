//! Which questions may come to a page by themselves, and which may come in a walk through a set. Only sets that say
//! so are offered. Where a page hangs on a tie in which somebody is not free, nothing asks for the other's side or
//! for mending; the page does not learn why fewer questions come.

use crate::error::Result;
use crate::id::TieId;
use crate::journal::Journal;
use crate::question::{Question, QuestionWish};
use crate::question_id::{QuestionId, QuestionSetId};
use crate::question_set::QuestionSet;

/// The set whose questions look at both sides.
const BOTH_SIDES: &str = "mutuality";

/// Questions about picking a thread up again.
const MENDING: [&str; 3] = ["connection-6", "connection-7", "connection-8"];

impl Journal {
    /// The questions that may be offered on a page that hangs on these ties, in the order of their sets. What the
    /// person does not want to be offered again is not among them.
    pub fn questions_offered(&self, ties: &[TieId]) -> Result<Vec<Question>> {
        let care = self.rows().care_among(ties)?;
        let mut offered: Vec<Question> = Vec::new();
        for line in self
            .question_sets()?
            .into_iter()
            .filter(|line| line.suggest)
        {
            for question in self.question_set(&line.id)?.questions {
                let twice = offered.iter().any(|there| there.id == question.id);
                let unwanted = question.wish == Some(QuestionWish::NotAgain);
                if !twice && !unwanted && self.may_come(&question, care)? {
                    offered.push(question);
                }
            }
        }
        Ok(offered)
    }

    /// A set to be walked through for pages that hang on these ties.
    pub fn question_walk(&self, set: &QuestionSetId, ties: &[TieId]) -> Result<QuestionSet> {
        let care = self.rows().care_among(ties)?;
        let mut walk = self.question_set(set)?;
        let mut questions = Vec::new();
        for question in walk.questions {
            if self.may_come(&question, care)? {
                questions.push(question);
            }
        }
        walk.questions = questions;
        Ok(walk)
    }

    fn may_come(&self, question: &Question, care: bool) -> Result<bool> {
        if !care {
            return Ok(true);
        }
        // A question that grew out of one of these is still about the same thing.
        let wordings = self.lineage(&question.id)?.wordings;
        Ok(!wordings
            .iter()
            .any(|one| self.asks_for_both_sides(&one.wording.question)))
    }

    fn asks_for_both_sides(&self, id: &QuestionId) -> bool {
        let set = self.library().question(id).map(|(_, set)| set.id.as_str());
        set == Some(BOTH_SIDES) || MENDING.contains(&id.as_str())
    }
}
