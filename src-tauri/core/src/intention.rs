//! Moving toward what we want more of. An intention is alive, rests, or is let go; it is never done and never failed.
//! What was tried stands under it, in words: what we try, what happened, what surprised us.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::digest::{Digest, ERASED};
use crate::error::{Error, Result};
use crate::id::{CompanionId, IntentionId, TieId, TryId};
use crate::journal::Journal;
use crate::store::{Head, IntentionRow, Rows};
use crate::tie::{tie_rows, touch_ties};
use crate::writing::admit_lang;

/// The most characters of each text.
const LONGEST: usize = 10_000;

/// Something we want more of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Intention {
    /// Its public id.
    pub id: IntentionId,
    /// What it is, in free words.
    pub toward: String,
    /// Their language.
    pub lang: String,
    /// With whom.
    pub ties: Vec<TieId>,
    /// The companion it was written with.
    pub with_companion: Option<CompanionId>,
    /// Where it stands.
    pub state: IntentionState,
    /// When it was first written.
    #[cfg_attr(test, ts(type = "string"))]
    pub first_written: Now,
    /// What was tried, in the order it was written.
    pub tries: Vec<Try>,
}

/// Where an intention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum IntentionState {
    #[default]
    Alive,
    Resting,
    LetGo,
}

/// An intention to be written, or written anew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct NewIntention {
    /// What we want more of.
    pub toward: String,
    /// The language of the words (BCP 47).
    pub lang: String,
    /// With whom.
    pub ties: Vec<TieId>,
    /// The companion it is written with.
    pub with_companion: Option<CompanionId>,
}

/// Something that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Try {
    /// Its public id.
    pub id: TryId,
    /// In words.
    pub words: NewTry,
}

/// Something that is tried, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct NewTry {
    /// What we try.
    pub what_we_try: String,
    /// What happened; may be empty.
    pub what_happened: String,
    /// What surprised us; may be empty.
    pub what_surprised: String,
    /// Around when, in free words; may be empty.
    pub around_when: String,
    /// The language of the words (BCP 47).
    pub lang: String,
}

impl IntentionState {
    pub(crate) fn word(self) -> &'static str {
        match self {
            IntentionState::Alive => "alive",
            IntentionState::Resting => "resting",
            IntentionState::LetGo => "let_go",
        }
    }

    pub(crate) fn of(word: &str) -> IntentionState {
        match word {
            "resting" => IntentionState::Resting,
            "let_go" => IntentionState::LetGo,
            _ => IntentionState::Alive,
        }
    }
}

impl Journal {
    /// All intentions: those alive first, then those resting, then those let go, the newest first in each.
    pub fn intentions(&self) -> Result<Vec<Intention>> {
        let rows = self.rows();
        let found = rows.intentions(None)?;
        found.into_iter().map(|row| whole(&rows, row)).collect()
    }

    /// The intentions with a tie.
    pub fn intentions_with(&self, tie: TieId) -> Result<Vec<Intention>> {
        let rows = self.rows();
        let tie = rows.tie(tie)?.ok_or(Error::UnknownTie)?;
        let found = rows.intentions(Some(tie.row))?;
        found.into_iter().map(|row| whole(&rows, row)).collect()
    }

    /// An intention.
    pub fn intention(&self, id: IntentionId) -> Result<Intention> {
        let rows = self.rows();
        let row = rows.intention(id)?.ok_or(Error::NotHere)?;
        whole(&rows, row)
    }

    /// Writes an intention.
    pub fn add_intention(&mut self, new: &NewIntention, now: Now) -> Result<IntentionId> {
        admit(new)?;
        let id = IntentionId::fresh();
        self.change(|rows| {
            let row = rows.add_intention(id, new, now)?;
            rows.set_ties_of_intention(row, &tie_rows(rows, &new.ties)?)?;
            touch_ties(rows, &new.ties, now)?;
            add_head_of_intention(rows, id)
        })?;
        Ok(id)
    }

    /// Writes an intention anew.
    pub fn change_intention(
        &mut self,
        id: IntentionId,
        new: &NewIntention,
        now: Now,
    ) -> Result<()> {
        admit(new)?;
        self.change(|rows| {
            let there = rows.intention(id)?.ok_or(Error::NotHere)?;
            rows.change_intention(there.row, new)?;
            rows.set_ties_of_intention(there.row, &tie_rows(rows, &new.ties)?)?;
            touch_ties(rows, &new.ties, now)?;
            add_head_of_intention(rows, id)
        })
    }

    /// Keeps an intention alive, lets it rest, or lets it go.
    pub fn set_intention_state(&mut self, id: IntentionId, state: IntentionState) -> Result<()> {
        self.change(|rows| {
            let there = rows.intention(id)?.ok_or(Error::NotHere)?;
            rows.set_intention_state(there.row, state)?;
            add_head_of_intention(rows, id)
        })
    }

    /// Erases an intention with what was tried.
    pub fn erase_intention(&mut self, id: IntentionId) -> Result<()> {
        self.change(|rows| {
            let there = rows.intention(id)?.ok_or(Error::NotHere)?;
            rows.erase_intention(there.row)?;
            rows.add_head(&Head {
                kind: "intention",
                thing: *id.bytes(),
                rev: there.rev + 1,
                digest: ERASED,
            })
        })
    }

    /// Adds what is tried.
    pub fn add_try(&mut self, intention: IntentionId, new: &NewTry) -> Result<TryId> {
        admit_try(new)?;
        let id = TryId::fresh();
        self.change(|rows| {
            let there = rows.intention(intention)?.ok_or(Error::NotHere)?;
            rows.add_try(there.row, id, new)?;
            rows.bump_intention(there.row)?;
            add_head_of_intention(rows, intention)
        })?;
        Ok(id)
    }

    /// Writes what is tried anew, once there is more to tell.
    pub fn change_try(&mut self, id: TryId, new: &NewTry) -> Result<()> {
        admit_try(new)?;
        self.change(|rows| {
            let intention = rows.change_try(id, new)?.ok_or(Error::NotHere)?;
            try_changed(rows, intention)
        })
    }

    /// Erases what was tried.
    pub fn erase_try(&mut self, id: TryId) -> Result<()> {
        self.change(|rows| {
            let intention = rows.erase_try(id)?.ok_or(Error::NotHere)?;
            try_changed(rows, intention)
        })
    }
}

fn try_changed(rows: &Rows<'_>, intention: i64) -> Result<()> {
    rows.bump_intention(intention)?;
    let id = rows.intention_id(intention)?;
    add_head_of_intention(rows, id)
}

fn admit(new: &NewIntention) -> Result<()> {
    if new.toward.trim().is_empty() {
        return Err(Error::NothingWritten);
    }
    admit_lang(&new.lang)?;
    admit_long(&[&new.toward])
}

fn admit_try(new: &NewTry) -> Result<()> {
    if new.what_we_try.trim().is_empty() {
        return Err(Error::NothingWritten);
    }
    admit_lang(&new.lang)?;
    admit_long(&[
        &new.what_we_try,
        &new.what_happened,
        &new.what_surprised,
        &new.around_when,
    ])
}

/// Refuses texts of more than 10,000 characters.
pub(crate) fn admit_long(texts: &[&str]) -> Result<()> {
    let long = |text: &&str| text.chars().take(LONGEST + 1).count() > LONGEST;
    match texts.iter().any(long) {
        true => Err(Error::TooLong),
        false => Ok(()),
    }
}

/// An intention with its ties and tries.
pub(crate) fn whole(rows: &Rows<'_>, row: IntentionRow) -> Result<Intention> {
    Ok(Intention {
        ties: rows.ties_of_intention(row.row)?,
        tries: rows.tries_of(row.row)?,
        id: row.id,
        toward: row.toward,
        lang: row.lang,
        with_companion: row.with_companion,
        state: row.state,
        first_written: row.first_written,
    })
}

/// Adds an intention as it stands now to the chain.
pub(crate) fn add_head_of_intention(rows: &Rows<'_>, id: IntentionId) -> Result<()> {
    let row = rows.intention(id)?.ok_or(Error::Unexpected("toward"))?;
    let rev = row.rev;
    rows.add_head(&Head {
        kind: "intention",
        thing: *id.bytes(),
        rev,
        digest: digest_of_intention(&whole(rows, row)?),
    })
}

/// The digest of all that an intention holds.
pub(crate) fn digest_of_intention(intention: &Intention) -> [u8; 32] {
    let companion = intention.with_companion.as_ref();
    let mut digest = Digest::new()
        .text(&intention.toward)
        .text(&intention.lang)
        .text(intention.state.word())
        .field(companion.map_or(&[], |id| &id.bytes()[..]))
        .time(Some(intention.first_written))
        .list(&intention.ties);
    for tie in &intention.ties {
        digest = digest.field(tie.bytes());
    }
    digest = digest.list(&intention.tries);
    for one in &intention.tries {
        digest = digest
            .field(one.id.bytes())
            .text(&one.words.what_we_try)
            .text(&one.words.what_happened)
            .text(&one.words.what_surprised)
            .text(&one.words.around_when)
            .text(&one.words.lang);
    }
    digest.done()
}
