//! Rows of what is being written.

use rusqlite::{OptionalExtension, named_params};

use super::{Rows, time_of, time_text};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::TieId;
use crate::reflection::{Draft, DraftSave, Kept, Writing};

impl Rows<'_> {
    pub(crate) fn draft(&self, page: &str) -> Result<Option<Draft>> {
        let row: Option<(u32, String, String)> = self
            .0
            .prepare_cached("SELECT rev, kept_at, writing FROM draft WHERE page = :page")?
            .query_row(named_params! { ":page": page }, |row| {
                Ok((row.get("rev")?, row.get("kept_at")?, row.get("writing")?))
            })
            .optional()?;
        let Some((rev, kept_at, writing)) = self.sound(row)? else {
            return Ok(None);
        };
        Ok(Some(Draft {
            page: if page.is_empty() {
                None
            } else {
                Some(page.parse()?)
            },
            rev,
            kept_at: time_of(&kept_at)?,
            writing: serde_json::from_str(&writing).map_err(|_| Error::JournalDamaged)?,
        }))
    }

    /// Keeps a draft unless a newer one is kept already; says which one is.
    pub(crate) fn keep_draft(&self, page: &str, save: &DraftSave, now: Now) -> Result<Kept> {
        let writing = serde_json::to_string(&save.writing).map_err(|_| Error::BadRequest)?;
        self.0
            .prepare_cached(
                "INSERT INTO draft (page, rev, kept_at, writing) VALUES (:page, :rev, :now, :writing)
                 ON CONFLICT (page) DO UPDATE SET rev = excluded.rev, kept_at = excluded.kept_at, writing = excluded.writing
                 WHERE excluded.rev > rev",
            )?
            .execute(named_params! { ":page": page, ":rev": save.rev, ":now": time_text(now), ":writing": writing })?;
        let kept = self
            .0
            .prepare_cached("SELECT rev, kept_at FROM draft WHERE page = :page")?
            .query_row(named_params! { ":page": page }, |row| {
                Ok((row.get::<_, u32>("rev")?, row.get::<_, String>("kept_at")?))
            })?;
        Ok(Kept {
            rev: kept.0,
            at: time_of(&kept.1)?,
        })
    }

    /// A tie was erased: what is being written hangs on it no longer, and can still be finished.
    pub(crate) fn take_tie_out_of_drafts(&self, tie: TieId) -> Result<()> {
        let mut statement = self.0.prepare_cached("SELECT page, writing FROM draft")?;
        let drafts = statement
            .query_map([], |row| {
                Ok((row.get::<_, String>("page")?, row.get("writing")?))
            })?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        for (page, text) in drafts {
            let mut writing: Writing =
                serde_json::from_str(&text).map_err(|_| Error::JournalDamaged)?;
            if !writing.ties.contains(&tie) {
                continue;
            }
            writing.ties.retain(|other| *other != tie);
            let text = serde_json::to_string(&writing).map_err(|_| Error::BadRequest)?;
            self.0
                .prepare_cached("UPDATE draft SET writing = :writing WHERE page = :page")?
                .execute(named_params! { ":page": page, ":writing": text })?;
        }
        Ok(())
    }

    /// Drops a draft, and the pictures put beside it.
    pub(crate) fn drop_draft(&self, page: &str) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM draft_picture WHERE page = :page")?
            .execute(named_params! { ":page": page })?;
        self.0
            .prepare_cached("DELETE FROM draft WHERE page = :page")?
            .execute(named_params! { ":page": page })?;
        Ok(())
    }
}
