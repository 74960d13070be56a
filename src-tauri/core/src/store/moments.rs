//! Rows of moments.

use rusqlite::{OptionalExtension, Row, named_params};

use super::Rows;
use super::pages::{LINE, PageRow, line_row, line_row_from};
use crate::error::Result;
use crate::id::{MomentId, ReflectionId, TieId};
use crate::moment::{Moment, MomentKind, NewMoment};
use crate::question::WordingRef;

/// A moment and the page it belongs to.
pub(crate) struct MomentRow {
    pub page: ReflectionId,
    pub moment: Moment,
}

/// What is read of a moment. The page's columns may stand beside it, so each has a name of its own.
const MOMENT: &str =
    "moment.public_id AS moment_id, moment.kind AS moment_kind, moment.words AS moment_words,
    moment.lang AS moment_lang, (SELECT public_id FROM tie WHERE tie.id = moment.tie) AS moment_tie,
    reflection.public_id AS page_id";

/// How many columns that is.
const MOMENT_COLUMNS: usize = 6;

fn moment_row(row: &Row<'_>) -> Result<MomentRow> {
    Ok(MomentRow {
        page: ReflectionId::from_bytes(row.get("page_id")?),
        moment: Moment {
            id: MomentId::from_bytes(row.get("moment_id")?),
            kind: MomentKind::of(&row.get::<_, String>("moment_kind")?)?,
            words: row.get("moment_words")?,
            lang: row.get("moment_lang")?,
            tie: row
                .get::<_, Option<[u8; 16]>>("moment_tie")?
                .map(TieId::from_bytes),
        },
    })
}

impl Rows<'_> {
    pub(crate) fn moment(&self, id: MomentId) -> Result<Option<MomentRow>> {
        self.0
            .prepare_cached(&format!(
                "SELECT {MOMENT} FROM moment JOIN reflection ON reflection.id = moment.reflection WHERE moment.public_id = :id"
            ))?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok(moment_row(row))
            })
            .optional()?
            .transpose()
    }

    pub(crate) fn moments_of(&self, page: i64) -> Result<Vec<MomentRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {MOMENT} FROM moment JOIN reflection ON reflection.id = moment.reflection
             WHERE moment.reflection = :page ORDER BY moment.id"
        ))?;
        let mut rows = statement.query(named_params! { ":page": page })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(moment_row(row)?);
        }
        Ok(found)
    }

    pub(crate) fn add_moment(
        &self,
        page: i64,
        id: MomentId,
        new: &NewMoment,
        tie: Option<i64>,
    ) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO moment (public_id, reflection, kind, words, lang, tie) VALUES (:id, :page, :kind, :words, :lang, :tie)",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":page": page, ":kind": new.kind.word(), ":words": new.words, ":lang": new.lang, ":tie": tie,
            })?;
        Ok(())
    }

    pub(crate) fn change_moment(
        &self,
        id: MomentId,
        new: &NewMoment,
        tie: Option<i64>,
    ) -> Result<()> {
        self.0
            .prepare_cached("UPDATE moment SET kind = :kind, words = :words, lang = :lang, tie = :tie WHERE public_id = :id")?
            .execute(named_params! {
                ":id": id.bytes(), ":kind": new.kind.word(), ":words": new.words, ":lang": new.lang, ":tie": tie,
            })?;
        Ok(())
    }

    pub(crate) fn erase_moment(&self, id: MomentId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM moment WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    /// Openings after one of them, the newest page first, none that hangs on a tie with care.
    pub(crate) fn openings(
        &self,
        after: Option<MomentId>,
        limit: u32,
    ) -> Result<Vec<(MomentRow, PageRow)>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {MOMENT}, {LINE} FROM moment JOIN reflection ON reflection.id = moment.reflection
             WHERE moment.kind = 'opening' AND aside_at = ''
               AND (:after IS NULL OR (place, moment.id) <
                    (SELECT place, moment.id FROM moment JOIN reflection ON reflection.id = moment.reflection
                     WHERE moment.public_id = :after))
               AND {}
             ORDER BY place DESC, moment.id DESC LIMIT :limit",
            super::ties::WITHOUT_CARE
        ))?;
        let mut rows = statement.query(
            named_params! { ":after": after.map(|id| id.bytes().to_vec()), ":limit": limit },
        )?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((moment_row(row)?, line_row_from(row, MOMENT_COLUMNS)?));
        }
        Ok(found)
    }

    /// The words of the last opening on a page that answers a wording, unless the page is covered.
    pub(crate) fn last_opening_asked(&self, wording: &WordingRef) -> Result<Option<String>> {
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT words FROM moment JOIN reflection ON reflection.id = moment.reflection
                 WHERE moment.kind = 'opening' AND words <> '' AND aside_at = '' AND cover = '' AND {}
                   AND reflection.id IN (SELECT reflection FROM answer WHERE question = :question AND n = :n)
                 ORDER BY place DESC, moment.id DESC LIMIT 1",
                super::ties::WITHOUT_CARE
            ))?
            .query_row(
                named_params! { ":question": wording.question.as_str(), ":n": wording.n },
                |row| row.get(0),
            )
            .optional()?;
        Ok(found)
    }

    /// Pages that hang on a tie or have a moment with it, the newest first.
    pub(crate) fn pages_of_thread(&self, tie: i64, limit: u32) -> Result<Vec<PageRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE aside_at = '' AND id IN (SELECT reflection FROM reflection_tie WHERE tie = :tie
                                            UNION SELECT reflection FROM moment WHERE tie = :tie AND tie IS NOT NULL)
             ORDER BY place DESC LIMIT :limit"
        ))?;
        let mut rows = statement.query(named_params! { ":tie": tie, ":limit": limit })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line_row(row)?);
        }
        Ok(found)
    }
}
