//! The people, groups and places between whom things happen.

use serde::{Deserialize, Serialize};

use crate::digest::{Digest, ERASED};
use crate::error::{Error, Result};
use crate::id::{TieId, TieNamingId};
use crate::intention::add_head_of_intention;
use crate::journal::Journal;
use crate::reflection::add_head_of;
use crate::store::{Head, Rows, TieRow};
use crate::{Now, words};

/// How many characters a name may have.
pub const LONGEST_NAME: usize = 300;

/// How many characters the words about it may have.
const LONGEST_ABOUT: usize = 10_000;

/// Somebody or something there is an "us" with. It has no type such as friend, and no number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tie {
    /// Its public id.
    pub id: TieId,
    /// What it is.
    pub kind: TieKind,
    /// Any name only the writer knows.
    pub called: String,
    /// Free words about it.
    pub about: String,
    /// The language of name and words (BCP 47), empty when not known.
    #[serde(default)]
    pub lang: String,
    /// Where it stands now.
    pub standing: Standing,
}

/// A tie to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NewTie {
    /// 1 to 300 characters in any script.
    pub called: String,
    /// What it is.
    #[serde(default)]
    pub kind: TieKind,
}

/// What of a tie is to be said differently; what is not named stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TieChange {
    /// Another name; the one before is kept among its namings.
    pub called: Option<String>,
    /// What it is.
    pub kind: Option<TieKind>,
    /// Free words about it.
    pub about: Option<String>,
    /// Their language.
    pub lang: Option<String>,
}

/// "I am not free here, or I am afraid." Raised, it quietly keeps a tie out of everything that is offered, of questions
/// about both sides, of the move to "us", and of every letter and export. No list tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum CareFlag {
    #[default]
    Lowered,
    Raised,
}

/// What a tie is with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TieKind {
    #[default]
    Person,
    Group,
    CommunityOrPlace,
    Myself,
    Other,
}

/// Where a tie stands: never better or worse, only open, resting or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Standing {
    #[default]
    Open,
    Resting,
    Ended,
}

impl TieKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            TieKind::Person => "person",
            TieKind::Group => "group",
            TieKind::CommunityOrPlace => "community_or_place",
            TieKind::Myself => "myself",
            TieKind::Other => "other",
        }
    }

    pub(crate) fn of(word: &str) -> TieKind {
        match word {
            "person" => TieKind::Person,
            "group" => TieKind::Group,
            "community_or_place" => TieKind::CommunityOrPlace,
            "myself" => TieKind::Myself,
            _ => TieKind::Other,
        }
    }
}

impl Standing {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::Resting => "resting",
            Standing::Ended => "ended",
        }
    }

    pub(crate) fn of(word: &str) -> Standing {
        match word {
            "resting" => Standing::Resting,
            "ended" => Standing::Ended,
            _ => Standing::Open,
        }
    }
}

impl Journal {
    /// All ties: open ones first, then by the page that came last.
    pub fn ties(&self) -> Result<Vec<Tie>> {
        Ok(self.rows().ties()?.into_iter().map(|row| row.tie).collect())
    }

    /// The tie called so, whatever the width, the case or the kana it is typed in.
    pub fn tie_called(&self, called: &str) -> Result<Option<Tie>> {
        let there = self.rows().tie_folded(&words::folded(called.trim()))?;
        Ok(there.map(|row| row.tie))
    }

    /// Makes a tie; one that is called the same already is returned instead of a second one.
    ///
    /// # Errors
    /// [`Error::NothingWritten`] without a name, [`Error::TooLong`] over 300 characters.
    pub fn add_tie(&mut self, tie: &NewTie, now: Now) -> Result<Tie> {
        let mut made = self.add_ties(std::slice::from_ref(tie), now)?;
        made.pop().ok_or(Error::Unexpected("ties"))
    }

    /// Makes several ties, all or none.
    pub fn add_ties(&mut self, ties: &[NewTie], now: Now) -> Result<Vec<Tie>> {
        for tie in ties {
            if tie.called.trim().is_empty() {
                return Err(Error::NothingWritten);
            }
            if tie.called.trim().chars().count() > LONGEST_NAME {
                return Err(Error::TooLong);
            }
        }
        let make = |rows: &Rows<'_>, tie: &NewTie| {
            let called = tie.called.trim();
            if let Some(there) = rows.tie_folded(&words::folded(called))? {
                return Ok(there.tie);
            }
            let id = TieId::fresh();
            let tie = NewTie {
                called: called.to_owned(),
                kind: tie.kind,
            };
            rows.add_tie(id, &tie, now)?;
            rows.touch_tie(id, now)?;
            let made = rows.tie(id)?.ok_or(Error::Unexpected("ties"))?;
            add_head_of_tie(rows, made.row)?;
            Ok(made.tie)
        };
        self.change(|rows| ties.iter().map(|tie| make(rows, tie)).collect())
    }

    /// Says of a tie what it is called, what it is, or something about it.
    ///
    /// # Errors
    /// [`Error::NothingWritten`] for an empty name, [`Error::TooLong`] over 300 characters of a name or 10,000 about it.
    pub fn change_tie(&mut self, id: TieId, change: &TieChange, now: Now) -> Result<Tie> {
        let called = change.called.as_deref().map(str::trim);
        if called.is_some_and(str::is_empty) {
            return Err(Error::NothingWritten);
        }
        let long = |text: &str, most: usize| text.chars().take(most + 1).count() > most;
        let about = change.about.as_deref().unwrap_or_default();
        if called.is_some_and(|name| long(name, LONGEST_NAME)) || long(about, LONGEST_ABOUT) {
            return Err(Error::TooLong);
        }
        crate::writing::admit_lang(change.lang.as_deref().unwrap_or_default())?;
        self.change(|rows| {
            let mut there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
            if let Some(called) = called.filter(|called| *called != there.tie.called) {
                rows.add_naming(there.row, TieNamingId::fresh(), &there.tie.called, now)?;
                there.tie.called = called.to_owned();
            }
            if let Some(kind) = change.kind {
                there.tie.kind = kind;
            }
            if let Some(about) = &change.about {
                there.tie.about.clone_from(about);
            }
            if let Some(lang) = &change.lang {
                there.tie.lang.clone_from(lang);
            }
            write_tie(rows, &there, now)
        })
    }

    /// Lets a tie be open, rest, or be ended. One step, and one step back.
    pub fn set_standing(&mut self, id: TieId, standing: Standing, now: Now) -> Result<Tie> {
        self.change(|rows| {
            let mut there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
            there.tie.standing = standing;
            write_tie(rows, &there, now)
        })
    }

    /// The ties that may be named on what leaves: all but those of which "I am not free here" was said.
    pub fn ties_without_care(&self) -> Result<Vec<Tie>> {
        let rows = self.rows();
        let mut named = Vec::new();
        for tie in self.ties()? {
            let there = rows.tie(tie.id)?.ok_or(Error::UnknownTie)?;
            if rows.care_of(there.row)? == CareFlag::Lowered {
                named.push(tie);
            }
        }
        Ok(named)
    }

    /// Whether "I am not free here" was said of a tie. Only the tie's own room asks.
    pub fn care_of(&self, id: TieId) -> Result<CareFlag> {
        let rows = self.rows();
        let there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
        rows.care_of(there.row)
    }

    /// Says "I am not free here" of a tie, or takes it back.
    pub fn set_care(&mut self, id: TieId, flag: CareFlag) -> Result<()> {
        self.change(|rows| {
            let there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
            rows.set_care(there.row, flag)?;
            rows.bump_tie(there.row)?;
            // Not touched: a tie that came to the top of a list would tell of it.
            add_head_of_tie(rows, there.row)
        })
    }

    /// Erases an earlier name of a tie.
    pub fn erase_naming(&mut self, id: TieNamingId) -> Result<()> {
        self.change(|rows| {
            let tie = rows.erase_naming(id)?.ok_or(Error::NotHere)?;
            rows.bump_tie(tie)?;
            add_head_of_tie(rows, tie)
        })
    }

    /// Erases a tie with its names. Its pages stay, and hang on it no longer; so do intentions.
    pub fn erase_tie(&mut self, id: TieId) -> Result<()> {
        self.change(|rows| {
            let there = rows.tie(id)?.ok_or(Error::UnknownTie)?;
            let pages = rows.pages_with_tie(there.row)?;
            let intentions = rows.intentions(Some(there.row))?;
            rows.erase_tie(there.row)?;
            rows.add_head(&Head {
                kind: "tie",
                thing: *id.bytes(),
                rev: there.rev + 1,
                digest: ERASED,
            })?;
            for page in pages {
                rows.bump_page(page.row)?;
                add_head_of(rows, &rows.page(page.id)?)?;
            }
            rows.take_tie_out_of_drafts(id)?;
            for intention in intentions {
                rows.bump_intention(intention.row)?;
                add_head_of_intention(rows, intention.id)?;
            }
            Ok(())
        })
    }
}

fn write_tie(rows: &Rows<'_>, tie: &TieRow, now: Now) -> Result<Tie> {
    rows.change_tie(tie)?;
    rows.touch_tie(tie.tie.id, now)?;
    add_head_of_tie(rows, tie.row)?;
    Ok(tie.tie.clone())
}

fn add_head_of_tie(rows: &Rows<'_>, row: i64) -> Result<()> {
    let tie = rows.tie_at(row)?.ok_or(Error::Unexpected("ties"))?;
    rows.add_head(&Head {
        kind: "tie",
        thing: *tie.tie.id.bytes(),
        rev: tie.rev,
        digest: digest_of_tie(rows, &tie)?,
    })
}

/// Notes that ties were touched: a page that hangs on them was written, or they themselves were.
pub(crate) fn touch_ties(rows: &Rows<'_>, ties: &[TieId], now: Now) -> Result<()> {
    ties.iter().try_for_each(|tie| rows.touch_tie(*tie, now))
}

/// The row numbers of ties, in the given order.
pub(crate) fn tie_rows(rows: &Rows<'_>, ties: &[TieId]) -> Result<Vec<i64>> {
    ties.iter()
        .map(|id| rows.tie(*id)?.map(|tie| tie.row).ok_or(Error::UnknownTie))
        .collect()
}

/// The digest of all that a tie holds.
pub(crate) fn digest_of_tie(rows: &Rows<'_>, row: &TieRow) -> Result<[u8; 32]> {
    let tie = &row.tie;
    let namings = rows.namings_of(row.row)?;
    let mut digest = Digest::new()
        .text(tie.kind.word())
        .text(&tie.called)
        .text(&tie.about)
        .text(&tie.lang)
        .text(tie.standing.word())
        .field(&[u8::from(rows.care_of(row.row)? == CareFlag::Raised)])
        .list(&namings);
    for naming in &namings {
        digest = digest
            .field(naming.id.bytes())
            .text(&naming.called)
            .time(Some(naming.until));
    }
    Ok(digest.done())
}
