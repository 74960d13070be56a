//! Rows of sets of questions that are the person's or came from somebody.

use rusqlite::{OptionalExtension, Row, named_params};

use super::questions::{wording_of, wording_text};
use super::{Rows, time_text};
use crate::Now;
use crate::error::{Error, Result};
use crate::question::Origin;
use crate::question_id::{QuestionId, QuestionSetId};
use crate::set_file::Audience;
use crate::wording::Wording;

/// A set with the names of its questions.
pub(crate) struct SetRow {
    pub row: i64,
    pub id: QuestionSetId,
    pub rev: i64,
    pub origin: Origin,
    pub arrived_as: String,
    pub task: String,
    pub title: Wording,
    pub purpose: Wording,
    pub audience: Vec<Audience>,
    pub suggest: bool,
    pub questions: Vec<QuestionId>,
}

const SET: &str = "SELECT id, public_id, rev, origin, arrived_as, task, title, purpose, audience, suggest FROM question_set";

fn audience_text(audience: &[Audience]) -> String {
    let words = Audience::ALL
        .iter()
        .filter(|(one, _)| audience.contains(one));
    words.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

fn audience_of(text: &str) -> Vec<Audience> {
    let words = Audience::ALL
        .iter()
        .filter(|(_, word)| text.split(' ').any(|w| w == *word));
    words.map(|(one, _)| *one).collect()
}

impl Rows<'_> {
    fn set_row(&self, row: &Row<'_>) -> Result<SetRow> {
        let number: i64 = row.get("id")?;
        let damaged = |_| Error::JournalDamaged;
        Ok(SetRow {
            row: number,
            id: row
                .get::<_, String>("public_id")?
                .parse::<QuestionSetId>()
                .map_err(damaged)?,
            rev: row.get("rev")?,
            origin: Origin::of(&row.get::<_, String>("origin")?),
            arrived_as: row.get("arrived_as")?,
            task: row.get("task")?,
            title: wording_of(&row.get::<_, String>("title")?)?,
            purpose: wording_of(&row.get::<_, String>("purpose")?)?,
            audience: audience_of(&row.get::<_, String>("audience")?),
            suggest: row.get("suggest")?,
            questions: self.questions_in_set(number)?,
        })
    }

    fn sets_where(&self, condition: &str, value: &str) -> Result<Vec<SetRow>> {
        let mut statement = self
            .0
            .prepare_cached(&format!("{SET} WHERE {condition} ORDER BY id"))?;
        let mut rows = statement.query(named_params! { ":value": value })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.set_row(row)?);
        }
        Ok(found)
    }

    /// All sets that are not of the library, in the order they were made.
    pub(crate) fn question_sets(&self) -> Result<Vec<SetRow>> {
        self.sets_where(":value = ''", "")
    }

    pub(crate) fn question_set(&self, id: &QuestionSetId) -> Result<Option<SetRow>> {
        Ok(self.sets_where("public_id = :value", id.as_str())?.pop())
    }

    /// Sets that came under a name of their file.
    pub(crate) fn sets_arrived_as(&self, name: &str) -> Result<Vec<SetRow>> {
        self.sets_where("arrived_as <> '' AND arrived_as = :value", name)
    }

    /// The sets a question stands in.
    pub(crate) fn sets_with(&self, question: &QuestionId) -> Result<Vec<SetRow>> {
        self.sets_where(
            "id IN (SELECT question_set FROM question_in_set WHERE question = :value)",
            question.as_str(),
        )
    }

    fn questions_in_set(&self, set: i64) -> Result<Vec<QuestionId>> {
        let names = self
            .0
            .prepare_cached(
                "SELECT question FROM question_in_set WHERE question_set = :set ORDER BY position",
            )?
            .query_map(named_params! { ":set": set }, |row| row.get::<_, String>(0))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        names
            .iter()
            .map(|name| name.parse().map_err(|_| Error::JournalDamaged))
            .collect()
    }

    /// Adds a set; `row` and `rev` are ignored.
    pub(crate) fn add_set(&self, set: &SetRow, now: Now) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO question_set (public_id, origin, arrived_as, task, title, purpose, audience, suggest, since)
                 VALUES (:id, :origin, :arrived_as, :task, :title, :purpose, :audience, :suggest, :now)",
            )?
            .execute(named_params! {
                ":id": set.id.as_str(), ":origin": set.origin.word(), ":arrived_as": set.arrived_as, ":task": set.task,
                ":title": wording_text(&set.title)?, ":purpose": wording_text(&set.purpose)?,
                ":audience": audience_text(&set.audience), ":suggest": set.suggest, ":now": time_text(now),
            })?;
        self.put_questions(self.0.last_insert_rowid(), &set.questions)
    }

    /// Writes a set anew, as another revision.
    pub(crate) fn change_set(&self, set: &SetRow) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE question_set SET rev = rev + 1, task = :task, title = :title, purpose = :purpose, audience = :audience,
                        suggest = :suggest
                 WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": set.row, ":task": set.task, ":title": wording_text(&set.title)?,
                ":purpose": wording_text(&set.purpose)?, ":audience": audience_text(&set.audience), ":suggest": set.suggest,
            })?;
        self.0
            .prepare_cached("DELETE FROM question_in_set WHERE question_set = :row")?
            .execute(named_params! { ":row": set.row })?;
        self.put_questions(set.row, &set.questions)
    }

    fn put_questions(&self, set: i64, questions: &[QuestionId]) -> Result<()> {
        let mut statement = self.0.prepare_cached(
            "INSERT INTO question_in_set (question_set, position, question) VALUES (:set, :position, :question)",
        )?;
        for (position, question) in (0i64..).zip(questions) {
            statement.execute(
                named_params! { ":set": set, ":position": position, ":question": question.as_str() },
            )?;
        }
        Ok(())
    }

    pub(crate) fn take_out_of_set(&self, set: i64, question: &QuestionId) -> Result<()> {
        self.0
            .prepare_cached(
                "DELETE FROM question_in_set WHERE question_set = :set AND question = :question",
            )?
            .execute(named_params! { ":set": set, ":question": question.as_str() })?;
        Ok(())
    }

    pub(crate) fn bump_set(&self, set: i64) -> Result<()> {
        self.0
            .prepare_cached("UPDATE question_set SET rev = rev + 1 WHERE id = :set")?
            .execute(named_params! { ":set": set })?;
        Ok(())
    }

    pub(crate) fn erase_set(&self, set: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM question_set WHERE id = :set")?
            .execute(named_params! { ":set": set })?;
        Ok(())
    }

    /// Whether a set of this name is here.
    pub(crate) fn has_set(&self, id: &QuestionSetId) -> Result<bool> {
        let found = self
            .0
            .prepare_cached("SELECT 1 FROM question_set WHERE public_id = :id")?
            .query_row(named_params! { ":id": id.as_str() }, |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }
}
