//! Sitting down with questions. A set is walked in any order, one question on screen; nothing is kept of what was
//! set aside, and no end has to be reached. Questions that are offered, and never pressed upon anybody, are chosen
//! here too, with the rules of what is never offered by itself, and what is not offered on a page that hangs on a tie
//! with "I am not free here".

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ask_differently::Move;
use crate::draw::Draw;
use crate::error::Result;
use crate::id::{SittingId, TieId};
use crate::journal::Journal;
use crate::library::Library;
use crate::question::{Origin, Question, QuestionWish, question_of};
use crate::question_id::{QuestionId, QuestionSetId};
use crate::question_set::{QuestionSetLine, set_of};
use crate::set_file::Audience;
use crate::store::Rows;

/// Questions that ask to see the other side, or to mend.
const MENDING: [&str; 3] = ["connection-6", "connection-7", "connection-8"];
/// The task of sets that look at what both give and take.
const MUTUALITY: &str = "mutuality";
/// The set one lands in before anything else.
const ARRIVING: &str = "arriving";
/// The set that looks beyond the two of us.
const COMMUNITY: &str = "community";
/// The set that tells what happened, and the question that is offered before it is closed.
const WHAT_HAPPENED: &str = "what-happened";
const STEADY_GROUND: &str = "what-happened-7";
/// Offered now and then with a practice, so that a story about somebody does not harden.
const NOW_AND_THEN: [&str; 2] = ["worldview-5", "community-2"];

/// Where a sitting stands. The page holds it; nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SittingAsk {
    /// The set that is walked.
    pub set: QuestionSetId,
    /// The ties of the page that is being written.
    #[serde(default)]
    pub ties: Vec<TieId>,
    /// Questions that were on screen in this sitting, answered or set aside.
    #[serde(default)]
    pub shown: Vec<QuestionId>,
}

/// What a sitting offers next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SittingStep {
    /// The next question in the order the set suggests; nothing when all were shown.
    pub question: Option<Question>,
    /// The others that were not shown yet, any of which can come next.
    pub others: Vec<Question>,
    /// Offered before the set is closed, at "another" as at "enough for today".
    pub before_closing: Option<Question>,
}

/// A question that is offered, and the set it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Offer {
    /// The question.
    pub question: Question,
    /// Its set.
    pub set: QuestionSetId,
}

/// For which page a question is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct OfferAsk {
    /// The ties the page hangs on.
    pub ties: Vec<TieId>,
    /// What the page was asked already.
    pub asked: Vec<QuestionId>,
    /// What was on screen already.
    pub shown: Vec<QuestionId>,
}

impl Journal {
    /// A sitting's id, to be carried by what its pages were asked.
    pub fn begin_sitting(&self) -> SittingId {
        SittingId::fresh()
    }

    /// The next step of a sitting.
    pub fn sitting_step(&self, ask: &SittingAsk) -> Result<SittingStep> {
        let rows = self.rows();
        let set = set_of(&rows, &self.library, &ask.set)?;
        let care = rows.care_among(&ask.ties)?;
        let kept_back = care && set.line.task == MUTUALITY;
        let mut tells_what_happened = set.line.id.as_str() == WHAT_HAPPENED;
        let mut left = Vec::new();
        for question in set.questions {
            let family = Family::of(&rows, &self.library, &question.id)?;
            tells_what_happened |= family.stands_in(&self.library, WHAT_HAPPENED);
            let not_again = question.wish == Some(QuestionWish::NotAgain);
            let held_back = kept_back || not_again || (care && family.asks_both_sides);
            if !held_back && !ask.shown.contains(&question.id) {
                left.push(on_a_page(&rows, &self.library, question, care)?);
            }
        }
        let steady: QuestionId = STEADY_GROUND.parse()?;
        let before_closing = match tells_what_happened && !ask.shown.contains(&steady) {
            // A library of a later year may have given it up.
            true => question_of(&rows, &self.library, &steady).ok(),
            false => None,
        };
        let before_closing = before_closing
            .map(|last| on_a_page(&rows, &self.library, last, care))
            .transpose()?;
        let mut left = left.into_iter();
        Ok(SittingStep {
            question: left.next(),
            others: left.collect(),
            before_closing,
        })
    }

    /// A question as it may be asked on a page that hangs on these ties: where somebody is not free, without a wording
    /// of one's own that asks to see both sides.
    pub fn question_for(&self, id: &QuestionId, ties: &[TieId]) -> Result<Question> {
        let rows = self.rows();
        let question = question_of(&rows, &self.library, id)?;
        on_a_page(&rows, &self.library, question, rows.care_among(ties)?)
    }

    /// The sets that can be chosen for a page that hangs on these ties: all of them, but those about what moves
    /// between two where somebody is not free.
    pub fn question_sets_for(&self, ties: &[TieId]) -> Result<Vec<QuestionSetLine>> {
        let care = self.rows().care_among(ties)?;
        let mut sets = self.question_sets()?;
        sets.retain(|set| !(care && set.task == MUTUALITY));
        Ok(sets)
    }

    /// A question for a new page, for somebody who wants one: of the set of arriving when the page hangs on no tie,
    /// mostly; else of any set that may be offered, the community's rarely.
    pub fn suggested(&self, ask: &OfferAsk, draw: Draw) -> Result<Option<Offer>> {
        let mut draw = draw;
        let all = self.offered_sets()?;
        let mut sets = all.clone();
        if ask.ties.is_empty() && draw.below(4) > 0 {
            sets.retain(|set| set.id.as_str() == ARRIVING);
        } else if draw.below(8) > 0 {
            sets.retain(|set| set.id.as_str() != COMMUNITY);
        }
        match self.draw_from(&sets, ask, draw)? {
            Some(offer) => Ok(Some(offer)),
            // Everything of those was on screen already, or left in peace.
            None => self.draw_from(&all, ask, draw),
        }
    }

    /// "See it from elsewhere": a question of another set than those the page was asked from.
    pub fn elsewhere(&self, ask: &OfferAsk, draw: Draw) -> Result<Option<Offer>> {
        let rows = self.rows();
        let mut sets = self.offered_sets()?;
        for asked in &ask.asked {
            let family = Family::of(&rows, &self.library, asked)?;
            sets.retain(|set| {
                !set.questions.contains(asked) && !family.stands_in(&self.library, set.id.as_str())
            });
        }
        self.draw_from(&sets, ask, draw)
    }

    /// "Wider than us": a question of the community's set.
    pub fn wider(&self, ask: &OfferAsk, draw: Draw) -> Result<Option<Offer>> {
        let mut sets = self.question_sets()?;
        sets.retain(|set| set.id.as_str() == COMMUNITY);
        self.draw_from(&sets, ask, draw)
    }

    /// Where a walk of a practice ends, now and then: a question that keeps a story about somebody from hardening. One
    /// time in four; none where somebody is not free, where it was told what happened, and after a set that is only
    /// ever chosen.
    pub fn now_and_then(&self, ask: &SittingAsk, draw: Draw) -> Result<Option<Offer>> {
        let mut draw = draw;
        let practice = self.practice()?.unwrap_or_default();
        if !practice.sets.contains(&ask.set) || draw.below(4) > 0 {
            return Ok(None);
        }
        let rows = self.rows();
        let set = set_of(&rows, &self.library, &ask.set)?.line;
        let chosen = set.origin == Origin::BuiltIn && !set.suggest;
        let whole = SittingAsk {
            shown: Vec::new(),
            ..ask.clone()
        };
        let told = self.sitting_step(&whole)?.before_closing.is_some();
        if chosen || told || rows.care_among(&ask.ties)? {
            return Ok(None);
        }
        let mut offers = Vec::new();
        for name in NOW_AND_THEN {
            let id: QuestionId = name.parse()?;
            if let Some((_, set)) = self.library.question(&id) {
                let question = question_of(&rows, &self.library, &id)?;
                let set = set.id.clone();
                offers.push(Offer { question, set });
            }
        }
        offers.retain(|Offer { question, set }| {
            let not_again = question.wish == Some(QuestionWish::NotAgain);
            !not_again && *set != ask.set && !ask.shown.contains(&question.id)
        });
        Ok(draw.one_of(&offers).cloned())
    }

    /// The sets of which a question may be offered unasked to somebody who is alone.
    fn offered_sets(&self) -> Result<Vec<QuestionSetLine>> {
        let mut sets = self.question_sets()?;
        sets.retain(|set| {
            let alone = set.audience.is_empty() || set.audience.contains(&Audience::Alone);
            set.suggest && alone
        });
        Ok(sets)
    }

    fn draw_from(
        &self,
        sets: &[QuestionSetLine],
        ask: &OfferAsk,
        draw: Draw,
    ) -> Result<Option<Offer>> {
        let mut draw = draw;
        let rows = self.rows();
        let care = rows.care_among(&ask.ties)?;
        let mut sets: Vec<&QuestionSetLine> = sets
            .iter()
            .filter(|set| !(care && set.task == MUTUALITY))
            .collect();
        // One set after the other, until one has a question to offer.
        while !sets.is_empty() {
            let set = sets.swap_remove(draw.below(sets.len()));
            let mut questions = Vec::new();
            for id in &set.questions {
                let seen = ask.asked.contains(id) || ask.shown.contains(id);
                let Ok(question) = question_of(&rows, &self.library, id) else {
                    continue;
                };
                let not_again = question.wish == Some(QuestionWish::NotAgain);
                let held_back = care && Family::of(&rows, &self.library, id)?.asks_both_sides;
                if !seen && !not_again && !held_back {
                    questions.push(on_a_page(&rows, &self.library, question, care)?);
                }
            }
            if let Some(question) = draw.one_of(&questions) {
                return Ok(Some(Offer {
                    question: question.clone(),
                    set: set.id.clone(),
                }));
            }
        }
        Ok(None)
    }
}

/// A question for a page; `care` when the page hangs on a tie with the flag raised. Of the questions of one's own
/// that grew out of it the newest is named that may be asked there.
fn on_a_page(
    rows: &Rows<'_>,
    library: &Library,
    question: Question,
    care: bool,
) -> Result<Question> {
    if !care || question.grown.is_none() {
        return Ok(question);
    }
    let mut grown = None;
    for child in rows.children_of(&question.id)?.into_iter().rev() {
        let mine = rows
            .question(&child)?
            .is_some_and(|row| row.origin == Origin::Mine);
        if mine && child != question.id && !Family::of(rows, library, &child)?.asks_both_sides {
            grown = Some(child);
            break;
        }
    }
    Ok(Question { grown, ..question })
}

/// A question and everything its newest wording grew out of.
struct Family {
    names: BTreeSet<QuestionId>,
    /// It asks to see both sides, to mend, or as "us"; or it grew out of one that does.
    asks_both_sides: bool,
}

impl Family {
    fn of(rows: &Rows<'_>, library: &Library, id: &QuestionId) -> Result<Family> {
        let mut family = Family {
            names: BTreeSet::new(),
            asks_both_sides: false,
        };
        let mut waiting = vec![id.clone()];
        while let Some(id) = waiting.pop() {
            if !family.names.insert(id.clone()) {
                continue;
            }
            let mutual = library
                .question(&id)
                .is_some_and(|(_, set)| set.task == MUTUALITY);
            family.asks_both_sides |= mutual || MENDING.contains(&id.as_str());
            if let Some(question) = rows.question(&id)? {
                let versions = rows.versions_of(question.row)?;
                family.asks_both_sides |=
                    versions.iter().any(|version| version.by == Some(Move::Us));
                let parents = versions.into_iter().filter_map(|version| version.parent);
                waiting.extend(parents.map(|parent| parent.question));
            }
        }
        Ok(family)
    }

    fn stands_in(&self, library: &Library, set: &str) -> bool {
        self.names
            .iter()
            .filter_map(|name| library.question(name))
            .any(|(_, found)| found.id.as_str() == set)
    }
}
