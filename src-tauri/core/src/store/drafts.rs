//! Rows of what is being written.

use rusqlite::{OptionalExtension, named_params};

use super::{Rows, time_of, time_text};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::{PictureId, TieId};
use crate::reflection::{Draft, Kept, Writing};

impl Rows<'_> {
    pub(crate) fn draft(&self, page: &str) -> Result<Option<Draft>> {
        self.draft_that_waits(page, page)
    }

    /// The draft of a page, where it waits under another name.
    pub(crate) fn draft_that_waits(&self, under: &str, page: &str) -> Result<Option<Draft>> {
        let row: Option<(u32, String, String)> = self
            .0
            .prepare_cached("SELECT rev, kept_at, writing FROM draft WHERE page = :page")?
            .query_row(named_params! { ":page": under }, |row| {
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

    /// Keeps a draft; nothing when one is kept already under a number as high.
    pub(crate) fn keep_draft(
        &self,
        page: &str,
        rev: u32,
        writing: &Writing,
        now: Now,
    ) -> Result<Option<Kept>> {
        let writing = serde_json::to_string(writing).map_err(|_| Error::BadRequest)?;
        let at = time_text(now);
        let kept = self
            .0
            .prepare_cached(
                "INSERT INTO draft (page, rev, kept_at, writing) VALUES (:page, :rev, :now, :writing)
                 ON CONFLICT (page) DO UPDATE SET rev = excluded.rev, kept_at = excluded.kept_at, writing = excluded.writing
                 WHERE excluded.rev > rev",
            )?
            .execute(named_params! { ":page": page, ":rev": rev, ":now": at, ":writing": writing })?;
        if kept == 0 {
            return Ok(None);
        }
        Ok(Some(Kept {
            rev,
            at: time_of(&at)?,
        }))
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
            self.write_draft_anew(&page, &writing)?;
        }
        Ok(())
    }

    /// Puts other words in the place of a draft's, as the same save.
    pub(crate) fn write_draft_anew(&self, page: &str, writing: &Writing) -> Result<()> {
        let text = serde_json::to_string(writing).map_err(|_| Error::BadRequest)?;
        self.0
            .prepare_cached("UPDATE draft SET writing = :writing WHERE page = :page")?
            .execute(named_params! { ":page": page, ":writing": text })?;
        Ok(())
    }

    /// Calls a draft otherwise, with the pictures put beside it.
    pub(crate) fn move_draft(&self, from: &str, to: &str) -> Result<()> {
        self.0
            .prepare_cached("UPDATE draft SET page = :to WHERE page = :from")?
            .execute(named_params! { ":from": from, ":to": to })?;
        self.0
            .prepare_cached("UPDATE draft_picture SET page = :to WHERE page = :from")?
            .execute(named_params! { ":from": from, ":to": to })?;
        Ok(())
    }

    /// Calls a picture beside a draft otherwise.
    pub(crate) fn rename_draft_picture(&self, from: PictureId, to: PictureId) -> Result<()> {
        self.0
            .prepare_cached("UPDATE draft_picture SET public_id = :to WHERE public_id = :from")?
            .execute(named_params! { ":from": from.bytes(), ":to": to.bytes() })?;
        Ok(())
    }

    /// Whether a page says all these words now, or said them earlier; it may say more beside them.
    pub(crate) fn says_all_of(&self, writing: &Writing) -> Result<bool> {
        let lenses = &writing.lenses;
        let found = self
            .0
            .prepare_cached(
                "SELECT 1 FROM reflection WHERE title = :title AND body = :body AND :cover IN ('', cover)
                    AND :fear_says IN ('', fear_says) AND :hope_says IN ('', hope_says) AND :wider IN ('', wider)
                 UNION ALL
                 SELECT 1 FROM reflection_version WHERE title = :title AND body = :body AND :cover IN ('', cover)
                    AND :fear_says IN ('', fear_says) AND :hope_says IN ('', hope_says) AND :wider IN ('', wider)",
            )?
            .exists(named_params! {
                ":title": writing.title, ":body": writing.body, ":cover": writing.cover,
                ":fear_says": lenses.fear_says, ":hope_says": lenses.hope_says, ":wider": lenses.wider,
            })?;
        self.sound(found)
    }

    /// The newest note of something that was brought over.
    pub(crate) fn newest_note(&self) -> Result<i64> {
        let newest = self
            .0
            .prepare_cached("SELECT coalesce(max(id), 0) FROM brought_over")?
            .query_row([], |row| row.get(0))?;
        Ok(newest)
    }

    /// Whether something of this name was brought over, as the notes up to `until` say.
    pub(crate) fn is_noted(&self, format: &str, foreign_id: &str, until: i64) -> Result<bool> {
        let found = self
            .0
            .prepare_cached(
                "SELECT 1 FROM brought_over WHERE format = :format AND foreign_id = :foreign_id AND id <= :until",
            )?
            .exists(named_params! { ":format": format, ":foreign_id": foreign_id, ":until": until })?;
        Ok(found)
    }

    /// Drops a draft, and the pictures put beside it.
    pub(crate) fn drop_draft(&self, page: &str) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM draft_picture WHERE page = :page")?
            .execute(named_params! { ":page": page })?;
        self.drop_words_of_draft(page)
    }

    /// Drops the words of a draft; the pictures put beside it stay, for other words to show.
    pub(crate) fn drop_words_of_draft(&self, page: &str) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM draft WHERE page = :page")?
            .execute(named_params! { ":page": page })?;
        Ok(())
    }
}
