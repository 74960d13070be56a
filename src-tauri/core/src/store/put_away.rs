//! Rows of small wishes to be left in peace.

use rusqlite::{OptionalExtension, named_params};

use super::{Rows, time_text};
use crate::Now;
use crate::error::Result;

impl Rows<'_> {
    pub(crate) fn put_away(&self, kind: &str, what: &str, now: Now) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT OR IGNORE INTO put_away (kind, what, at) VALUES (:kind, :what, :at)",
            )?
            .execute(named_params! { ":kind": kind, ":what": what, ":at": time_text(now) })?;
        Ok(())
    }

    pub(crate) fn take_back(&self, kind: &str, what: &str) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM put_away WHERE kind = :kind AND what = :what")?
            .execute(named_params! { ":kind": kind, ":what": what })?;
        Ok(())
    }

    pub(crate) fn is_put_away(&self, kind: &str, what: &str) -> Result<bool> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM put_away WHERE kind = :kind AND what = :what")?
            .query_row(named_params! { ":kind": kind, ":what": what }, |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }

    /// What of a kind is put away, the latest first.
    pub(crate) fn all_put_away(&self, kind: &str) -> Result<Vec<String>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT what FROM put_away WHERE kind = :kind ORDER BY id DESC")?;
        let found = statement
            .query_map(named_params! { ":kind": kind }, |row| row.get("what"))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Kind and what of everything, in a fixed order.
    pub(crate) fn everything_put_away(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT kind, what FROM put_away ORDER BY kind, what")?;
        let found = statement
            .query_map([], |row| Ok((row.get("kind")?, row.get("what")?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}
