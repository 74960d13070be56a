//! The people, groups and places between whom things happen.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::id::TieId;
use crate::journal::Journal;
use crate::store::{Head, Rows};
use crate::{Now, words};

/// How many characters a name may have.
pub const LONGEST_NAME: usize = 300;

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
        let wanted = words::folded(called.trim());
        Ok(self
            .ties()?
            .into_iter()
            .find(|tie| words::folded(&tie.called) == wanted))
    }

    /// Makes a tie; one that is called the same already is returned instead of a second one.
    ///
    /// # Errors
    /// [`Error::NothingWritten`] without a name, [`Error::TooLarge`] over 300 characters.
    pub fn add_tie(&mut self, tie: &NewTie, now: Now) -> Result<Tie> {
        let called = tie.called.trim();
        if called.is_empty() {
            return Err(Error::NothingWritten);
        }
        if called.chars().count() > LONGEST_NAME {
            return Err(Error::TooLarge);
        }
        if let Some(there) = self.tie_called(called)? {
            return Ok(there);
        }
        let id = TieId::fresh();
        let tie = NewTie {
            called: called.to_owned(),
            kind: tie.kind,
        };
        self.change(|rows| {
            rows.add_tie(id, &tie, now)?;
            let made = rows.tie(id)?.ok_or(Error::Unexpected("ties"))?;
            rows.add_head(&Head {
                kind: "tie",
                thing: *id.bytes(),
                rev: made.rev,
                digest: digest_of_tie(&made.tie),
            })?;
            Ok(made.tie)
        })
    }
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
pub(crate) fn digest_of_tie(tie: &Tie) -> [u8; 32] {
    let mut hash = Sha256::new();
    for field in [
        tie.kind.word(),
        &tie.called,
        &tie.about,
        tie.standing.word(),
    ] {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field.as_bytes());
    }
    hash.finalize().into()
}
