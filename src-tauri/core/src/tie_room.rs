//! A tie's own room: its names through time, the drawn thread, and what its pages were asked. The only place that
//! tells whether "I am not free here" was said.

use serde::Serialize;

use crate::Now;
use crate::asked::Asked;
use crate::drawn_thread::{DrawnThread, thread_of};
use crate::error::{Error, Result};
use crate::id::{TieId, TieNamingId};
use crate::intention::Intention;
use crate::journal::Journal;
use crate::tie::{CareFlag, Tie};

/// What a tie's room shows. Its pages are listed as all pages are, by tie.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TieRoom {
    /// The tie.
    pub tie: Tie,
    /// Whether "I am not free here" was said.
    pub care: CareFlag,
    /// When the tie was made here.
    #[cfg_attr(test, ts(type = "string"))]
    pub since: Now,
    /// What it was called before, the latest first.
    pub namings: Vec<TieNaming>,
    /// Its pages and moments through time.
    pub thread: DrawnThread,
    /// What its pages were asked, each question as it was asked last, the latest first.
    pub asked: Vec<Asked>,
    /// What we move toward.
    pub toward: Vec<Intention>,
}

/// What a tie was called before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TieNaming {
    /// Its public id.
    pub id: TieNamingId,
    /// The name.
    pub called: String,
    /// Until when it was called so.
    #[cfg_attr(test, ts(type = "string"))]
    pub until: Now,
}

impl Journal {
    /// A tie's room.
    pub fn tie_room(&self, id: TieId) -> Result<TieRoom> {
        let rows = self.rows();
        let there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
        Ok(TieRoom {
            care: rows.care_of(there.row)?,
            since: rows.since_of(there.row)?,
            namings: rows.namings_of(there.row)?,
            thread: thread_of(&rows, there.row, id)?,
            asked: rows.asked_of_tie(there.row)?,
            toward: self.intentions_with(id)?,
            tie: there.tie,
        })
    }
}
