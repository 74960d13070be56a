//! Rows of what pages said before.

use rusqlite::named_params;

use super::pages::lenses_row;
use super::{Rows, time_of, time_text};
use crate::Now;
use crate::error::Result;
use crate::id::ReflectionId;
use crate::reflection::Lenses;

/// A wording that was replaced.
pub(crate) struct EarlierRow {
    pub rev: i64,
    pub title: String,
    pub body: String,
    pub cover: String,
    pub lang: String,
    pub lenses: Lenses,
    pub at: Now,
}

impl Rows<'_> {
    /// Earlier wordings, newest first.
    pub(crate) fn earlier(&self, page: i64) -> Result<Vec<EarlierRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT rev, title, body, cover, lang, fear_says, hope_says, wider, at FROM reflection_version WHERE reflection = :page ORDER BY rev DESC",
        )?;
        let mut found = statement.query(named_params! { ":page": page })?;
        let mut earlier = Vec::new();
        while let Some(row) = found.next()? {
            earlier.push(EarlierRow {
                rev: row.get("rev")?,
                title: row.get("title")?,
                body: row.get("body")?,
                cover: row.get("cover")?,
                lang: row.get("lang")?,
                lenses: lenses_row(row)?,
                at: time_of(&row.get::<_, String>("at")?)?,
            });
        }
        self.sound(earlier)
    }

    /// Adds a wording to what a page said earlier; the page itself then is the revision after it. What is folded
    /// together of them is the caller's.
    pub(crate) fn add_earlier(&self, page: i64, row: &EarlierRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO reflection_version (reflection, rev, title, body, cover, lang, fear_says, hope_says, wider, at)
                 VALUES (:page, :rev, :title, :body, :cover, :lang, :fear_says, :hope_says, :wider, :at)",
            )?
            .execute(named_params! {
                ":page": page, ":rev": row.rev, ":title": row.title, ":body": row.body, ":cover": row.cover,
                ":lang": row.lang, ":fear_says": row.lenses.fear_says, ":hope_says": row.lenses.hope_says,
                ":wider": row.lenses.wider, ":at": time_text(row.at),
            })?;
        self.0
            .prepare_cached("UPDATE reflection SET rev = :rev + 1 WHERE id = :page")?
            .execute(named_params! { ":page": page, ":rev": row.rev })?;
        Ok(())
    }

    /// Erases what a page said earlier.
    pub(crate) fn erase_versions(&self, page: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM reflection_version WHERE reflection = :page")?
            .execute(named_params! { ":page": page })?;
        self.set_earlier(page, None)
    }

    /// Notes what a page said before, folded together, without counting it as a change.
    pub(crate) fn set_earlier(&self, page: i64, earlier: Option<&[u8; 32]>) -> Result<()> {
        let earlier = earlier.map_or(&[][..], |earlier| &earlier[..]);
        self.0
            .prepare_cached("UPDATE reflection SET earlier = :earlier WHERE id = :page")?
            .execute(named_params! { ":page": page, ":earlier": earlier })?;
        Ok(())
    }

    /// Every page that said something else before, by its public id.
    pub(crate) fn pages_with_earlier(&self) -> Result<Vec<ReflectionId>> {
        let mut statement = self.0.prepare(
            "SELECT public_id FROM reflection WHERE id IN (SELECT reflection FROM reflection_version) ORDER BY id",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(ReflectionId::from_bytes(row.get("public_id")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }
}
