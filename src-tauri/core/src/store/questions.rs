//! Rows of questions that are the person's or came from somebody, and of their wordings.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Rows, time_of, time_text};
use crate::Now;
use crate::ask_differently::Move;
use crate::error::{Error, Result};
use crate::question::{Origin, WordingRef};
use crate::question_id::QuestionId;
use crate::wording::Wording;

/// A question without its wordings.
pub(crate) struct QuestionRow {
    pub row: i64,
    pub id: QuestionId,
    pub rev: i64,
    pub origin: Origin,
    pub arrived_as: String,
}

/// One wording.
#[derive(Clone)]
pub(crate) struct VersionRow {
    pub n: u32,
    pub text: Wording,
    pub hint: Wording,
    pub parent: Option<WordingRef>,
    /// The parent's words, when they are no row of this journal.
    pub parent_text: Wording,
    pub by: Option<Move>,
    pub changed_because: String,
    pub at: Now,
}

impl VersionRow {
    /// A first wording.
    pub(crate) fn first(text: &Wording, hint: &Wording, now: Now) -> VersionRow {
        VersionRow {
            n: 1,
            text: text.clone(),
            hint: hint.clone(),
            parent: None,
            parent_text: Wording::default(),
            by: None,
            changed_because: String::new(),
            at: now,
        }
    }
}

pub(super) fn wording_of(text: &str) -> Result<Wording> {
    serde_json::from_str(text).map_err(|_| Error::JournalDamaged)
}

pub(super) fn wording_text(wording: &Wording) -> Result<String> {
    serde_json::to_string(wording).map_err(|_| Error::BadRequest)
}

fn name_of(text: &str) -> Result<QuestionId> {
    text.parse().map_err(|_| Error::JournalDamaged)
}

fn question_row(row: &Row<'_>) -> Result<QuestionRow> {
    Ok(QuestionRow {
        row: row.get("id")?,
        id: name_of(&row.get::<_, String>("public_id")?)?,
        rev: row.get("rev")?,
        origin: Origin::of(&row.get::<_, String>("origin")?),
        arrived_as: row.get("arrived_as")?,
    })
}

fn version_row(row: &Row<'_>) -> Result<VersionRow> {
    let parent: String = row.get("parent_question")?;
    Ok(VersionRow {
        n: row.get("n")?,
        text: wording_of(&row.get::<_, String>("text")?)?,
        hint: wording_of(&row.get::<_, String>("hint")?)?,
        parent: match parent.is_empty() {
            true => None,
            false => Some(WordingRef {
                question: name_of(&parent)?,
                n: row.get("parent_n")?,
            }),
        },
        parent_text: wording_of(&row.get::<_, String>("parent_text")?)?,
        by: Move::of(&row.get::<_, String>("move")?),
        changed_because: row.get("changed_because")?,
        at: time_of(&row.get::<_, String>("at")?)?,
    })
}

const QUESTION: &str = "SELECT id, public_id, rev, origin, arrived_as FROM question";
const VERSION: &str = "SELECT n, text, hint, parent_question, parent_n, parent_text, move, changed_because, at FROM question_version";

impl Rows<'_> {
    pub(crate) fn question(&self, id: &QuestionId) -> Result<Option<QuestionRow>> {
        self.0
            .prepare_cached(&format!("{QUESTION} WHERE public_id = :id"))?
            .query_row(named_params! { ":id": id.as_str() }, |row| {
                Ok(question_row(row))
            })
            .optional()?
            .transpose()
    }

    /// Questions that came under a name of their file.
    pub(crate) fn questions_arrived_as(&self, name: &str) -> Result<Vec<QuestionRow>> {
        let mut statement = self.0.prepare_cached(&format!(
            "{QUESTION} WHERE arrived_as <> '' AND arrived_as = :name ORDER BY id"
        ))?;
        let mut rows = statement.query(named_params! { ":name": name })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(question_row(row)?);
        }
        Ok(found)
    }

    pub(crate) fn add_question(
        &self,
        id: &QuestionId,
        origin: Origin,
        arrived_as: &str,
        now: Now,
    ) -> Result<i64> {
        self.0
            .prepare_cached(
                "INSERT INTO question (public_id, origin, arrived_as, since) VALUES (:id, :origin, :arrived_as, :now)",
            )?
            .execute(named_params! {
                ":id": id.as_str(), ":origin": origin.word(), ":arrived_as": arrived_as, ":now": time_text(now),
            })?;
        Ok(self.0.last_insert_rowid())
    }

    pub(crate) fn add_version(&self, question: i64, version: &VersionRow) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO question_version (question, n, text, hint, parent_question, parent_n, parent_text, move, changed_because, at)
                 VALUES (:question, :n, :text, :hint, :parent_question, :parent_n, :parent_text, :move, :changed_because, :at)",
            )?
            .execute(named_params! {
                ":question": question, ":n": version.n, ":text": wording_text(&version.text)?, ":hint": wording_text(&version.hint)?,
                ":parent_question": version.parent.as_ref().map_or("", |parent| parent.question.as_str()),
                ":parent_n": version.parent.as_ref().map_or(0, |parent| parent.n),
                ":parent_text": wording_text(&version.parent_text)?, ":move": version.by.map_or("", Move::word),
                ":changed_because": version.changed_because, ":at": time_text(version.at),
            })?;
        Ok(())
    }

    /// A further wording, or one less.
    pub(crate) fn bump_question(&self, question: i64) -> Result<()> {
        self.0
            .prepare_cached("UPDATE question SET rev = rev + 1 WHERE id = :question")?
            .execute(named_params! { ":question": question })?;
        Ok(())
    }

    /// All wordings of a question, the first one first.
    pub(crate) fn versions_of(&self, question: i64) -> Result<Vec<VersionRow>> {
        let mut statement = self
            .0
            .prepare_cached(&format!("{VERSION} WHERE question = :question ORDER BY n"))?;
        let mut rows = statement.query(named_params! { ":question": question })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(version_row(row)?);
        }
        self.sound(found)
    }

    pub(crate) fn newest_version(&self, question: i64) -> Result<Option<VersionRow>> {
        self.0
            .prepare_cached(&format!(
                "{VERSION} WHERE question = :question ORDER BY n DESC LIMIT 1"
            ))?
            .query_row(named_params! { ":question": question }, |row| {
                Ok(version_row(row))
            })
            .optional()?
            .transpose()
    }

    /// The highest number a wording of a question has had. One that was erased gives its number to no other:
    /// pages may still name it.
    pub(crate) fn newest_n(&self, question: i64) -> Result<u32> {
        let n = self
            .0
            .prepare_cached(
                "SELECT max(coalesce((SELECT max(n) FROM question_version WHERE question = question.id), 0),
                            coalesce((SELECT max(n) FROM answer WHERE answer.question = question.public_id), 0),
                            coalesce((SELECT max(parent_n) FROM question_version WHERE parent_question = question.public_id), 0))
                 FROM question WHERE id = :question",
            )?
            .query_row(named_params! { ":question": question }, |row| row.get(0))?;
        Ok(n)
    }

    /// Name and newest words of every question here, the newest question first.
    pub(crate) fn newest_wordings(
        &self,
        origin: Option<Origin>,
    ) -> Result<Vec<(QuestionId, Wording)>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, text FROM question JOIN question_version ON question_version.question = question.id
             WHERE n = (SELECT max(n) FROM question_version AS other WHERE other.question = question.id)
               AND (:origin = '' OR origin = :origin)
             ORDER BY question.id DESC",
        )?;
        let mut rows =
            statement.query(named_params! { ":origin": origin.map_or("", Origin::word) })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((
                name_of(&row.get::<_, String>("public_id")?)?,
                wording_of(&row.get::<_, String>("text")?)?,
            ));
        }
        Ok(found)
    }

    /// The newest question of one's own that grew out of a question.
    pub(crate) fn grown_from(&self, id: &QuestionId) -> Result<Option<QuestionId>> {
        let found: Option<String> = self
            .0
            .prepare_cached(
                "SELECT public_id FROM question JOIN question_version ON question_version.question = question.id
                 WHERE parent_question <> '' AND parent_question = :id AND origin = 'mine' AND public_id <> :id
                 ORDER BY question.id DESC LIMIT 1",
            )?
            .query_row(named_params! { ":id": id.as_str() }, |row| row.get(0))
            .optional()?;
        found.map(|id| name_of(&id)).transpose()
    }

    /// The questions that a wording of this one is a parent of.
    pub(crate) fn children_of(&self, id: &QuestionId) -> Result<Vec<QuestionId>> {
        let mut statement = self.0.prepare_cached(
            "SELECT DISTINCT public_id FROM question JOIN question_version ON question_version.question = question.id
             WHERE parent_question <> '' AND parent_question = :id ORDER BY question.id",
        )?;
        let found = statement
            .query_map(named_params! { ":id": id.as_str() }, |row| {
                row.get::<_, String>(0)
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        found.iter().map(|id| name_of(id)).collect()
    }

    /// What grew out of a wording grows out of that wording's own parent from now on. Says which questions changed.
    pub(crate) fn let_children_go(
        &self,
        wording: &WordingRef,
        gone: &VersionRow,
    ) -> Result<Vec<QuestionId>> {
        let changed = self.0.prepare_cached(
            "SELECT DISTINCT public_id FROM question JOIN question_version ON question_version.question = question.id
             WHERE parent_question <> '' AND parent_question = :id AND parent_n = :n",
        )?
        .query_map(named_params! { ":id": wording.question.as_str(), ":n": wording.n }, |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
        self.0
            .prepare_cached(
                "UPDATE question_version SET parent_question = :parent, parent_n = :parent_n, parent_text = :parent_text
                 WHERE parent_question <> '' AND parent_question = :id AND parent_n = :n",
            )?
            .execute(named_params! {
                ":id": wording.question.as_str(), ":n": wording.n,
                ":parent": gone.parent.as_ref().map_or("", |parent| parent.question.as_str()),
                ":parent_n": gone.parent.as_ref().map_or(0, |parent| parent.n),
                ":parent_text": wording_text(&gone.parent_text)?,
            })?;
        let changed: Vec<QuestionId> = changed
            .iter()
            .map(|id| name_of(id))
            .collect::<Result<_>>()?;
        for id in changed.iter().filter(|id| **id != wording.question) {
            if let Some(question) = self.question(id)? {
                self.bump_question(question.row)?;
            }
        }
        Ok(changed)
    }

    pub(crate) fn erase_version(&self, question: i64, n: u32) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM question_version WHERE question = :question AND n = :n")?
            .execute(named_params! { ":question": question, ":n": n })?;
        Ok(())
    }

    pub(crate) fn erase_question(&self, question: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM question WHERE id = :question")?
            .execute(named_params! { ":question": question })?;
        Ok(())
    }
}
