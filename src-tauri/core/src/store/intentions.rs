//! Rows of intentions, of the ties they are with, and of what was tried.

use rusqlite::{OptionalExtension, Row, named_params};

use super::{Rows, time_of, time_text};
use crate::Now;
use crate::error::{Error, Result};
use crate::id::{CompanionId, IntentionId, TieId, TryId};
use crate::intention::{IntentionState, NewIntention, NewTry, Try};

/// An intention without its ties and tries.
pub(crate) struct IntentionRow {
    pub row: i64,
    pub id: IntentionId,
    pub rev: i64,
    pub toward: String,
    pub lang: String,
    pub state: IntentionState,
    pub with_companion: Option<CompanionId>,
    pub first_written: Now,
}

const INTENTION: &str =
    "SELECT id, public_id, rev, toward, lang, state, with_companion, first_written FROM intention";

fn intention_row(row: &Row<'_>) -> Result<IntentionRow> {
    let companion: Vec<u8> = row.get("with_companion")?;
    Ok(IntentionRow {
        row: row.get("id")?,
        id: IntentionId::from_bytes(row.get("public_id")?),
        rev: row.get("rev")?,
        toward: row.get("toward")?,
        lang: row.get("lang")?,
        state: IntentionState::of(&row.get::<_, String>("state")?),
        with_companion: match companion.is_empty() {
            true => None,
            false => Some(CompanionId::from_bytes(
                companion.try_into().map_err(|_| Error::JournalDamaged)?,
            )),
        },
        first_written: time_of(&row.get::<_, String>("first_written")?)?,
    })
}

fn companion_bytes(companion: Option<CompanionId>) -> Vec<u8> {
    companion.map_or_else(Vec::new, |id| id.bytes().to_vec())
}

impl Rows<'_> {
    pub(crate) fn intention(&self, id: IntentionId) -> Result<Option<IntentionRow>> {
        self.0
            .prepare_cached(&format!("{INTENTION} WHERE public_id = :id"))?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok(intention_row(row))
            })
            .optional()?
            .transpose()
    }

    pub(crate) fn intention_id(&self, intention: i64) -> Result<IntentionId> {
        let id = self
            .0
            .prepare_cached("SELECT public_id FROM intention WHERE id = :intention")?
            .query_row(named_params! { ":intention": intention }, |row| row.get(0))?;
        Ok(IntentionId::from_bytes(id))
    }

    /// All, or those with a tie: alive, resting, let go, the newest first in each.
    pub(crate) fn intentions(&self, tie: Option<i64>) -> Result<Vec<IntentionRow>> {
        let with_tie = match tie {
            Some(_) => "id IN (SELECT intention FROM intention_tie WHERE tie = :tie)",
            None => ":tie IS NULL",
        };
        let mut statement = self.0.prepare_cached(&format!(
            "{INTENTION} WHERE {with_tie}
             ORDER BY CASE state WHEN 'alive' THEN 0 WHEN 'resting' THEN 1 ELSE 2 END, id DESC"
        ))?;
        let mut rows = statement.query(named_params! { ":tie": tie })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(intention_row(row)?);
        }
        Ok(found)
    }

    pub(crate) fn add_intention(
        &self,
        id: IntentionId,
        new: &NewIntention,
        now: Now,
    ) -> Result<i64> {
        self.0
            .prepare_cached(
                "INSERT INTO intention (public_id, toward, lang, with_companion, first_written)
                 VALUES (:id, :toward, :lang, :companion, :now)",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":toward": new.toward, ":lang": new.lang,
                ":companion": companion_bytes(new.with_companion), ":now": time_text(now),
            })?;
        Ok(self.0.last_insert_rowid())
    }

    pub(crate) fn change_intention(&self, intention: i64, new: &NewIntention) -> Result<()> {
        self.0
            .prepare_cached(
                "UPDATE intention SET rev = rev + 1, toward = :toward, lang = :lang, with_companion = :companion WHERE id = :row",
            )?
            .execute(named_params! {
                ":row": intention, ":toward": new.toward, ":lang": new.lang, ":companion": companion_bytes(new.with_companion),
            })?;
        Ok(())
    }

    pub(crate) fn set_intention_state(&self, intention: i64, state: IntentionState) -> Result<()> {
        self.0
            .prepare_cached("UPDATE intention SET rev = rev + 1, state = :state WHERE id = :row")?
            .execute(named_params! { ":row": intention, ":state": state.word() })?;
        Ok(())
    }

    pub(crate) fn bump_intention(&self, intention: i64) -> Result<()> {
        self.0
            .prepare_cached("UPDATE intention SET rev = rev + 1 WHERE id = :row")?
            .execute(named_params! { ":row": intention })?;
        Ok(())
    }

    pub(crate) fn erase_intention(&self, intention: i64) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM intention WHERE id = :row")?
            .execute(named_params! { ":row": intention })?;
        Ok(())
    }

    pub(crate) fn ties_of_intention(&self, intention: i64) -> Result<Vec<TieId>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id FROM tie JOIN intention_tie ON tie = tie.id WHERE intention = :row ORDER BY tie.id",
        )?;
        let found = statement
            .query_map(named_params! { ":row": intention }, |row| {
                Ok(TieId::from_bytes(row.get("public_id")?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    pub(crate) fn set_ties_of_intention(&self, intention: i64, ties: &[i64]) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM intention_tie WHERE intention = :row")?
            .execute(named_params! { ":row": intention })?;
        let mut statement = self.0.prepare_cached(
            "INSERT OR IGNORE INTO intention_tie (intention, tie) VALUES (:row, :tie)",
        )?;
        for tie in ties {
            statement.execute(named_params! { ":row": intention, ":tie": tie })?;
        }
        Ok(())
    }

    /// What was tried, in the order it was written.
    pub(crate) fn tries_of(&self, intention: i64) -> Result<Vec<Try>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, what_we_try, what_happened, what_surprised, around_when, lang FROM try
             WHERE intention = :row ORDER BY id",
        )?;
        let found = statement
            .query_map(named_params! { ":row": intention }, |row| {
                Ok(Try {
                    id: TryId::from_bytes(row.get("public_id")?),
                    words: NewTry {
                        what_we_try: row.get("what_we_try")?,
                        what_happened: row.get("what_happened")?,
                        what_surprised: row.get("what_surprised")?,
                        around_when: row.get("around_when")?,
                        lang: row.get("lang")?,
                    },
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    pub(crate) fn add_try(&self, intention: i64, id: TryId, new: &NewTry) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO try (public_id, intention, what_we_try, what_happened, what_surprised, around_when, lang)
                 VALUES (:id, :row, :what_we_try, :what_happened, :what_surprised, :around_when, :lang)",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":row": intention, ":what_we_try": new.what_we_try, ":what_happened": new.what_happened,
                ":what_surprised": new.what_surprised, ":around_when": new.around_when, ":lang": new.lang,
            })?;
        Ok(())
    }

    /// Writes a try anew; says whose it is.
    pub(crate) fn change_try(&self, id: TryId, new: &NewTry) -> Result<Option<i64>> {
        let whose = self
            .0
            .prepare_cached(
                "UPDATE try SET what_we_try = :what_we_try, what_happened = :what_happened, what_surprised = :what_surprised,
                        around_when = :around_when, lang = :lang
                 WHERE public_id = :id RETURNING intention",
            )?
            .query_row(
                named_params! {
                    ":id": id.bytes(), ":what_we_try": new.what_we_try, ":what_happened": new.what_happened,
                    ":what_surprised": new.what_surprised, ":around_when": new.around_when, ":lang": new.lang,
                },
                |row| row.get(0),
            )
            .optional()?;
        Ok(whose)
    }

    pub(crate) fn erase_try(&self, id: TryId) -> Result<Option<i64>> {
        let whose = self
            .0
            .prepare_cached("DELETE FROM try WHERE public_id = :id RETURNING intention")?
            .query_row(named_params! { ":id": id.bytes() }, |row| row.get(0))
            .optional()?;
        Ok(whose)
    }
}
