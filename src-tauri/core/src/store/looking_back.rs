//! Rows for looking back: what may be drawn, and the words that may be counted.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::Rows;
use crate::error::{Error, Result};
use crate::id::{MomentId, ReflectionId};
use crate::looking_back::PAGE_NOT_AGAIN;
use crate::place::Place;
use crate::question_id::QuestionId;

/// Of a page: it may come up by chance. It lies neither aside nor under a cover, hangs on no tie that rests, has
/// ended or carries "I am not free here", has no moment with one, and was not asked to stay away.
const MAY_COME_UP: &str = "aside_at = '' AND cover = ''
    AND NOT EXISTS (SELECT 1 FROM reflection_tie JOIN tie ON tie.id = reflection_tie.tie
                    WHERE reflection_tie.reflection = reflection.id AND (care_flag = 1 OR standing <> 'open'))
    AND NOT EXISTS (SELECT 1 FROM moment AS marked JOIN tie ON tie.id = marked.tie
                    WHERE marked.reflection = reflection.id AND (care_flag = 1 OR standing <> 'open'))";

const NOT_SENT_AWAY: &str = "NOT EXISTS (SELECT 1 FROM put_away WHERE put_away.kind = :not_again AND what = lower(hex(reflection.public_id)))";

/// A page whose words are counted.
pub(crate) struct WordsRow {
    pub id: ReflectionId,
    pub day: NaiveDate,
    pub title: String,
    pub body: String,
}

impl Rows<'_> {
    /// The pages of a year and their days, the oldest first.
    pub(crate) fn pages_of_year(
        &self,
        year: i32,
        limit: u32,
    ) -> Result<Vec<(ReflectionId, NaiveDate)>> {
        let first = i64::from(year) * 12;
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, place FROM reflection WHERE aside_at = '' AND month BETWEEN :first AND :last
             ORDER BY place LIMIT :limit",
        )?;
        let found = statement
            .query_map(
                named_params! { ":first": first, ":last": first + 11, ":limit": limit },
                |row| {
                    let place = Place::of_number(row.get("place")?);
                    Ok((ReflectionId::from_bytes(row.get("public_id")?), place.day()))
                },
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Openings that may come up.
    pub(crate) fn openings_to_draw(&self) -> Result<Vec<MomentId>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT moment.public_id FROM moment JOIN reflection ON reflection.id = moment.reflection
             WHERE moment.kind = 'opening' AND {MAY_COME_UP} AND {NOT_SENT_AWAY} ORDER BY moment.id"
        ))?;
        let found = statement
            .query_map(named_params! { ":not_again": PAGE_NOT_AGAIN }, |row| {
                Ok(MomentId::from_bytes(row.get(0)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Pages of a day that may come up.
    pub(crate) fn pages_of_day_to_draw(&self, day: NaiveDate) -> Result<Vec<ReflectionId>> {
        let above = Place::of_day(day).before();
        let below = day.succ_opt().map_or(Place::LAST, Place::of_day);
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT public_id FROM reflection
             WHERE place > :above AND place < :below AND {MAY_COME_UP} AND {NOT_SENT_AWAY} ORDER BY place"
        ))?;
        let found = statement
            .query_map(
                named_params! { ":above": above.number(), ":below": below.number(), ":not_again": PAGE_NOT_AGAIN },
                |row| Ok(ReflectionId::from_bytes(row.get(0)?)),
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Questions that pages which may come up were asked, but for those that are not wanted again.
    pub(crate) fn questions_to_draw(&self) -> Result<Vec<QuestionId>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT DISTINCT question FROM answer JOIN reflection ON reflection.id = answer.reflection
             WHERE {MAY_COME_UP} AND {NOT_SENT_AWAY}
               AND NOT EXISTS (SELECT 1 FROM put_away WHERE put_away.kind = 'question_not_again' AND what = question)
             ORDER BY question"
        ))?;
        let names = statement
            .query_map(named_params! { ":not_again": PAGE_NOT_AGAIN }, |row| {
                row.get::<_, String>(0)
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        names
            .iter()
            .map(|name| name.parse().map_err(|_| Error::JournalDamaged))
            .collect()
    }

    /// Reads the newest pages between two places whose words may be counted, one after the other, and tells whether
    /// there are older ones.
    pub(crate) fn walk_words(
        &self,
        above: Place,
        below: Place,
        limit: u32,
        mut visit: impl FnMut(WordsRow),
    ) -> Result<bool> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT public_id, place, title, body FROM reflection
             WHERE place > :above AND place < :below AND {MAY_COME_UP} ORDER BY place DESC LIMIT :limit"
        ))?;
        let mut rows = statement.query(
            named_params! { ":above": above.number(), ":below": below.number(), ":limit": limit + 1 },
        )?;
        for _ in 0..limit {
            let Some(row) = rows.next()? else {
                return Ok(false);
            };
            visit(WordsRow {
                id: ReflectionId::from_bytes(row.get("public_id")?),
                day: Place::of_number(row.get("place")?).day(),
                title: row.get("title")?,
                body: row.get("body")?,
            });
        }
        Ok(rows.next()?.is_some())
    }
}
