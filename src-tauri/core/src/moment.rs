//! Moments on a page: when we were in touch, when the thread slipped, when it was picked up again, when something
//! opened. In words, never with an intensity. A moment belongs to its page and goes with it.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::{MomentId, ReflectionId, TieId};
use crate::journal::Journal;
use crate::reflection::{PageLine, add_head_of, line_of};
use crate::store::{MomentRow, Rows};
use crate::tie::touch_ties;
use crate::{Now, tie};

/// The most characters of a moment's words.
const LONGEST_WORDS: usize = 10_000;

/// The most moments one call returns.
const MOST_MOMENTS: u32 = 500;

/// What kind of moment it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MomentKind {
    /// We were in touch.
    Connection,
    /// The thread slipped.
    Disconnection,
    /// It was picked up again.
    Reconnection,
    /// Something became possible that was not before.
    Opening,
}

/// A moment to be marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NewMoment {
    /// What kind it was.
    pub kind: MomentKind,
    /// Free words; may be empty.
    #[serde(default)]
    pub words: String,
    /// Their language (BCP 47).
    #[serde(default)]
    pub lang: String,
    /// With whom, when the page hangs on several ties or on none.
    #[serde(default)]
    pub tie: Option<TieId>,
}

/// A moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moment {
    /// Its public id.
    pub id: MomentId,
    /// What kind it was.
    pub kind: MomentKind,
    /// Free words.
    pub words: String,
    /// Their language.
    pub lang: String,
    /// With whom.
    pub tie: Option<TieId>,
}

/// A moment and its page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MomentLine {
    /// The moment; without its words when the page is covered.
    pub moment: Moment,
    /// Its page.
    pub page: PageLine,
}

/// Openings, the newest page first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Openings {
    /// The openings.
    pub openings: Vec<MomentLine>,
    /// There are more.
    pub more: bool,
}

impl MomentKind {
    const ALL: [(MomentKind, &'static str); 4] = [
        (MomentKind::Connection, "connection"),
        (MomentKind::Disconnection, "disconnection"),
        (MomentKind::Reconnection, "reconnection"),
        (MomentKind::Opening, "opening"),
    ];

    pub(crate) fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(kind, _)| *kind == self);
        found.map_or("", |(_, word)| word)
    }

    pub(crate) fn of(word: &str) -> Result<MomentKind> {
        let found = Self::ALL.iter().find(|(_, known)| *known == word);
        found.map(|(kind, _)| *kind).ok_or(Error::JournalDamaged)
    }
}

impl Journal {
    /// Marks a moment on a page.
    pub fn mark_moment(
        &mut self,
        page: ReflectionId,
        new: &NewMoment,
        now: Now,
    ) -> Result<MomentId> {
        admit(new)?;
        let id = MomentId::fresh();
        self.change(|rows| {
            let row = rows.page(page)?;
            rows.add_moment(row.row, id, new, tie_row(rows, new.tie)?)?;
            page_changed(rows, page, new.tie, now)
        })?;
        Ok(id)
    }

    /// Says a moment differently.
    pub fn change_moment(&mut self, id: MomentId, new: &NewMoment, now: Now) -> Result<()> {
        admit(new)?;
        self.change(|rows| {
            let there = rows.moment(id)?.ok_or(Error::NotHere)?;
            rows.change_moment(id, new, tie_row(rows, new.tie)?)?;
            page_changed(rows, there.page, new.tie, now)
        })
    }

    /// Takes a moment off its page.
    pub fn unmark_moment(&mut self, id: MomentId, now: Now) -> Result<()> {
        self.change(|rows| {
            let there = rows.moment(id)?.ok_or(Error::NotHere)?;
            rows.erase_moment(id)?;
            page_changed(rows, there.page, None, now)
        })
    }

    /// Every opening, gathered: those after `after`, the newest page first. What hangs on a tie with "I am not free
    /// here" is not gathered; its own room has it.
    pub fn openings(&self, after: Option<MomentId>, limit: u32) -> Result<Openings> {
        let rows = self.rows();
        let limit = limit.clamp(1, MOST_MOMENTS);
        let mut found = rows.openings(after, limit + 1)?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let openings = found
            .into_iter()
            .map(|(moment, page)| {
                let page = line_of(&rows, page)?;
                Ok(MomentLine {
                    moment: under_cover(moment.moment, page.covered),
                    page,
                })
            })
            .collect::<Result<_>>()?;
        Ok(Openings { openings, more })
    }
}

/// A moment of a covered page keeps its kind and hides its words.
pub(crate) fn under_cover(moment: Moment, covered: bool) -> Moment {
    match covered {
        true => Moment {
            words: String::new(),
            ..moment
        },
        false => moment,
    }
}

fn admit(new: &NewMoment) -> Result<()> {
    if new.words.chars().take(LONGEST_WORDS + 1).count() > LONGEST_WORDS {
        return Err(Error::TooLong);
    }
    crate::writing::admit_lang(&new.lang)
}

fn tie_row(rows: &Rows<'_>, id: Option<TieId>) -> Result<Option<i64>> {
    let row = id.map(|id| tie::tie_rows(rows, &[id])).transpose()?;
    Ok(row.and_then(|rows| rows.first().copied()))
}

/// A moment is part of its page: the page's place in the chain tells of it.
fn page_changed(rows: &Rows<'_>, id: ReflectionId, tie: Option<TieId>, now: Now) -> Result<()> {
    let page = rows.page(id)?;
    let mut ties = rows.ties_of(page.row)?;
    ties.extend(tie);
    touch_ties(rows, &ties, now)?;
    rows.bump_page(page.row)?;
    add_head_of(rows, &rows.page(id)?)
}

/// The moments of a page, in the order they were marked.
pub(crate) fn moments_of(rows: &Rows<'_>, page: i64) -> Result<Vec<Moment>> {
    let found = rows.moments_of(page)?;
    Ok(found
        .into_iter()
        .map(|MomentRow { moment, .. }| moment)
        .collect())
}
