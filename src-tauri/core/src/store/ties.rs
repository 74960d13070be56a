//! Rows of ties and of what hangs on them.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Rows, time_text};
use crate::Now;
use crate::error::Result;
use crate::id::TieId;
use crate::tie::{NewTie, Standing, Tie, TieKind};

/// A tie as it stands in the database.
pub(crate) struct TieRow {
    pub row: i64,
    pub rev: i64,
    pub tie: Tie,
}

fn tie_row(row: &Row<'_>) -> rusqlite::Result<TieRow> {
    Ok(TieRow {
        row: row.get("id")?,
        rev: row.get("rev")?,
        tie: Tie {
            id: TieId::from_bytes(row.get("public_id")?),
            kind: TieKind::of(&row.get::<_, String>("kind")?),
            called: row.get("called")?,
            about: row.get("about")?,
            standing: Standing::of(&row.get::<_, String>("standing")?),
        },
    })
}

impl Rows<'_> {
    /// All ties: open ones first, then by when they were touched, the latest first, then by name.
    pub(crate) fn ties(&self) -> Result<Vec<TieRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT id, rev, public_id, kind, called, about, standing FROM tie
             ORDER BY standing <> 'open', touched_at DESC, called",
        )?;
        let found = statement
            .query_map([], tie_row)?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    pub(crate) fn tie(&self, id: TieId) -> Result<Option<TieRow>> {
        let found = self
            .0
            .prepare_cached("SELECT id, rev, public_id, kind, called, about, standing FROM tie WHERE public_id = :id")?
            .query_row(named_params! { ":id": id.bytes() }, tie_row)
            .optional()?;
        self.sound(found)
    }

    pub(crate) fn add_tie(&self, id: TieId, tie: &NewTie, now: Now) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO tie (public_id, kind, called, since) VALUES (:id, :kind, :called, :now)")?
            .execute(named_params! { ":id": id.bytes(), ":kind": tie.kind.word(), ":called": tie.called, ":now": time_text(now) })?;
        Ok(())
    }

    pub(crate) fn touch_tie(&self, id: TieId, now: Now) -> Result<()> {
        let utc = now
            .to_utc()
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        self.0
            .prepare_cached("UPDATE tie SET touched_at = :utc WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes(), ":utc": utc })?;
        Ok(())
    }

    /// Whether "I am not free here" was said of any of these ties.
    pub(crate) fn care_among(&self, ties: &[TieId]) -> Result<bool> {
        let mut statement = self
            .0
            .prepare_cached("SELECT 1 FROM tie WHERE public_id = :id AND care_flag = 1")?;
        for tie in ties {
            if statement.exists(named_params! { ":id": tie.bytes() })? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The ties a page hangs on, in the order they were made.
    pub(crate) fn ties_of(&self, page: i64) -> Result<Vec<TieId>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id FROM tie JOIN reflection_tie ON tie = tie.id WHERE reflection = :page ORDER BY tie.id",
        )?;
        let found = statement
            .query_map(named_params! { ":page": page }, |row| {
                Ok(TieId::from_bytes(row.get("public_id")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Lets a page hang on exactly these ties.
    pub(crate) fn set_ties_of(&self, page: i64, ties: &[i64]) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM reflection_tie WHERE reflection = :page")?
            .execute(named_params! { ":page": page })?;
        let mut statement = self.0.prepare_cached(
            "INSERT OR IGNORE INTO reflection_tie (reflection, tie) VALUES (:page, :tie)",
        )?;
        for tie in ties {
            statement.execute(named_params! { ":page": page, ":tie": tie })?;
        }
        Ok(())
    }
}
