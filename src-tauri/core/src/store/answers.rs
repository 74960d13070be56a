//! Rows of what pages were asked.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Row, named_params};

use super::Rows;
use super::pages::{LINE, PageRow, line_row};
use crate::asked::Asked;
use crate::error::{Error, Result};
use crate::id::SittingId;
use crate::place::Place;
use crate::question::WordingRef;
use crate::question_id::{QuestionId, QuestionSetId};

pub(super) fn asked_row(row: &Row<'_>) -> Result<Asked> {
    let set: String = row.get("question_set")?;
    let sitting: String = row.get("sitting")?;
    let damaged = |_| Error::JournalDamaged;
    Ok(Asked {
        question: row
            .get::<_, String>("question")?
            .parse::<QuestionId>()
            .map_err(damaged)?,
        n: row.get("n")?,
        text: row.get("asked_text")?,
        lang: row.get("lang")?,
        set: match set.is_empty() {
            true => None,
            false => Some(set.parse::<QuestionSetId>().map_err(damaged)?),
        },
        sitting: match sitting.is_empty() {
            true => None,
            false => Some(sitting.parse::<SittingId>().map_err(damaged)?),
        },
    })
}

impl Rows<'_> {
    /// What a page was asked, in the order it was asked.
    pub(crate) fn asked_of(&self, page: i64) -> Result<Vec<Asked>> {
        let mut statement = self.0.prepare_cached(
            "SELECT question, n, asked_text, lang, question_set, sitting FROM answer WHERE reflection = :page ORDER BY id",
        )?;
        let mut rows = statement.query(named_params! { ":page": page })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(asked_row(row)?);
        }
        self.sound(found)
    }

    /// Notes what a page was asked. A wording that is there already stays as it is.
    pub(crate) fn add_asked(&self, page: i64, asked: &Asked) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT OR IGNORE INTO answer (reflection, question, n, asked_text, lang, question_set, sitting)
                 VALUES (:page, :question, :n, :text, :lang, :set, :sitting)",
            )?
            .execute(named_params! {
                ":page": page, ":question": asked.question.as_str(), ":n": asked.n, ":text": asked.text, ":lang": asked.lang,
                ":set": asked.set.as_ref().map_or("", |set| set.as_str()),
                ":sitting": asked.sitting.map(|id| id.to_string()).unwrap_or_default(),
            })?;
        Ok(())
    }

    /// Takes a question off a page; says whether it was there.
    pub(crate) fn unask(&self, page: i64, question: &QuestionId, n: u32) -> Result<bool> {
        let gone = self
            .0
            .prepare_cached(
                "DELETE FROM answer WHERE reflection = :page AND question = :question AND n = :n",
            )?
            .execute(named_params! { ":page": page, ":question": question.as_str(), ":n": n })?;
        Ok(gone > 0)
    }

    /// What the open pages of a tie were asked: each question as it was asked last, the latest first.
    pub(crate) fn asked_of_tie(&self, tie: i64) -> Result<Vec<Asked>> {
        let mut statement = self.0.prepare_cached(
            "SELECT question, n, asked_text, answer.lang, question_set, sitting, max(place) FROM answer
             JOIN reflection ON reflection.id = answer.reflection
             JOIN reflection_tie ON reflection_tie.reflection = reflection.id
             WHERE tie = :tie AND aside_at = '' AND cover = ''
             GROUP BY question ORDER BY max(place) DESC",
        )?;
        let mut rows = statement.query(named_params! { ":tie": tie })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(asked_row(row)?);
        }
        Ok(found)
    }

    /// Pages that were asked one of these questions, or anything at all, the newest first.
    pub(crate) fn pages_answering(
        &self,
        questions: Option<&BTreeSet<QuestionId>>,
        below: Place,
        limit: u32,
    ) -> Result<Vec<PageRow>> {
        let names = questions.map(serde_json::to_string).transpose();
        let names = names.map_err(|_| Error::BadRequest)?;
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE aside_at = '' AND place < :below
               AND id IN (SELECT reflection FROM answer
                          WHERE :names IS NULL OR question IN (SELECT value FROM json_each(:names)))
             ORDER BY place DESC LIMIT :limit"
        ))?;
        let mut rows = statement
            .query(named_params! { ":names": names, ":below": below.number(), ":limit": limit })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line_row(row)?);
        }
        Ok(found)
    }

    /// The newest page that answers a wording.
    pub(crate) fn last_page_asked(&self, wording: &WordingRef) -> Result<Option<PageRow>> {
        let found = self
            .0
            .prepare_cached(&format!(
                "SELECT {LINE} FROM reflection
                 WHERE aside_at = '' AND id IN (SELECT reflection FROM answer WHERE question = :question AND n = :n)
                 ORDER BY place DESC LIMIT 1"
            ))?
            .query_row(
                named_params! { ":question": wording.question.as_str(), ":n": wording.n },
                |row| Ok(line_row(row)),
            )
            .optional()?
            .transpose()?;
        self.sound(found)
    }

    /// The pages that were asked a question, the newest first.
    pub(crate) fn pages_asked(
        &self,
        question: &QuestionId,
        below: Place,
        limit: u32,
    ) -> Result<Vec<PageRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE aside_at = '' AND place < :below AND id IN (SELECT reflection FROM answer WHERE question = :question)
             ORDER BY place DESC LIMIT :limit"
        ))?;
        let mut rows = statement.query(
            named_params! { ":question": question.as_str(), ":below": below.number(), ":limit": limit },
        )?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line_row(row)?);
        }
        Ok(found)
    }

    /// Whether a page that was asked this question hangs on a tie of which "I am not free here" was said, or has a
    /// moment with one.
    pub(crate) fn care_where_asked(&self, question: &QuestionId) -> Result<bool> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT 1 FROM answer JOIN reflection ON reflection.id = answer.reflection
             WHERE question = :question AND NOT ({})",
            super::ties::WITHOUT_CARE
        ))?;
        Ok(statement.exists(named_params! { ":question": question.as_str() })?)
    }

    /// The pages of a sitting, oldest first.
    pub(crate) fn pages_of_sitting(&self, sitting: SittingId) -> Result<Vec<PageRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection
             WHERE aside_at = '' AND id IN (SELECT reflection FROM answer WHERE sitting <> '' AND sitting = :sitting)
             ORDER BY place"
        ))?;
        let mut rows = statement.query(named_params! { ":sitting": sitting.to_string() })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(line_row(row)?);
        }
        self.sound(found)
    }
}
