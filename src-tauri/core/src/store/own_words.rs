//! Rows of company, of words of one's own, and of the practice.

use rusqlite::{OptionalExtension, Row, named_params};

use super::Rows;
use crate::error::{Error, Result};
use crate::id::{CompanyId, MyWordId};
use crate::own_words::{Company, MyWord, NewCompany, NewMyWord, Practice};

fn company_words(row: &Row<'_>) -> rusqlite::Result<NewCompany> {
    Ok(NewCompany {
        who_or_what: row.get("who_or_what")?,
        how: row.get("how")?,
        lang: row.get("lang")?,
    })
}

fn my_word_words(row: &Row<'_>) -> rusqlite::Result<NewMyWord> {
    Ok(NewMyWord {
        their_word: row.get("their_word")?,
        my_word: row.get("my_word")?,
        because: row.get("because")?,
        lang: row.get("lang")?,
    })
}

impl Rows<'_> {
    pub(crate) fn company(&self) -> Result<Vec<Company>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, who_or_what, how, lang FROM company ORDER BY position, id",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(Company {
                    id: CompanyId::from_bytes(row.get("public_id")?),
                    words: company_words(row)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Revision, position and words.
    pub(crate) fn company_row(&self, id: CompanyId) -> Result<Option<(i64, i64, NewCompany)>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT rev, position, who_or_what, how, lang FROM company WHERE public_id = :id",
            )?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok((row.get("rev")?, row.get("position")?, company_words(row)?))
            })
            .optional()?;
        Ok(found)
    }

    pub(crate) fn add_company(&self, id: CompanyId, new: &NewCompany) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO company (public_id, position, who_or_what, how, lang)
                 VALUES (:id, (SELECT coalesce(max(position), -1) + 1 FROM company), :who_or_what, :how, :lang)",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":who_or_what": new.who_or_what, ":how": new.how, ":lang": new.lang,
            })?;
        Ok(())
    }

    /// Writes company anew; says whether it was there.
    pub(crate) fn change_company(&self, id: CompanyId, new: &NewCompany) -> Result<bool> {
        let changed = self
            .0
            .prepare_cached(
                "UPDATE company SET rev = rev + 1, who_or_what = :who_or_what, how = :how, lang = :lang WHERE public_id = :id",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":who_or_what": new.who_or_what, ":how": new.how, ":lang": new.lang,
            })?;
        Ok(changed > 0)
    }

    /// Gives company a position; says whether it had another.
    pub(crate) fn place_company(&self, id: CompanyId, position: i64) -> Result<bool> {
        let changed = self
            .0
            .prepare_cached("UPDATE company SET rev = rev + 1, position = :position WHERE public_id = :id AND position <> :position")?
            .execute(named_params! { ":id": id.bytes(), ":position": position })?;
        Ok(changed > 0)
    }

    pub(crate) fn erase_company(&self, id: CompanyId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM company WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    pub(crate) fn my_words(&self) -> Result<Vec<MyWord>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, their_word, my_word, because, lang FROM my_word ORDER BY id",
        )?;
        let found = statement
            .query_map([], |row| {
                Ok(MyWord {
                    id: MyWordId::from_bytes(row.get("public_id")?),
                    words: my_word_words(row)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Revision and words.
    pub(crate) fn my_word_row(&self, id: MyWordId) -> Result<Option<(i64, NewMyWord)>> {
        let found = self
            .0
            .prepare_cached(
                "SELECT rev, their_word, my_word, because, lang FROM my_word WHERE public_id = :id",
            )?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok((row.get("rev")?, my_word_words(row)?))
            })
            .optional()?;
        Ok(found)
    }

    pub(crate) fn add_my_word(&self, id: MyWordId, new: &NewMyWord) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO my_word (public_id, their_word, my_word, because, lang) VALUES (:id, :their_word, :my_word, :because, :lang)",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":their_word": new.their_word, ":my_word": new.my_word, ":because": new.because, ":lang": new.lang,
            })?;
        Ok(())
    }

    /// Writes a word of one's own anew; says whether it was there.
    pub(crate) fn change_my_word(&self, id: MyWordId, new: &NewMyWord) -> Result<bool> {
        let changed = self
            .0
            .prepare_cached(
                "UPDATE my_word SET rev = rev + 1, their_word = :their_word, my_word = :my_word, because = :because, lang = :lang
                 WHERE public_id = :id",
            )?
            .execute(named_params! {
                ":id": id.bytes(), ":their_word": new.their_word, ":my_word": new.my_word, ":because": new.because, ":lang": new.lang,
            })?;
        Ok(changed > 0)
    }

    pub(crate) fn erase_my_word(&self, id: MyWordId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM my_word WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    /// Revision and practice.
    pub(crate) fn practice(&self) -> Result<Option<(i64, Practice)>> {
        let found: Option<(i64, String, String, String)> = self
            .0
            .prepare_cached("SELECT rev, question_sets, rhythm_in_words, lang FROM practice")?
            .query_row([], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((rev, sets, rhythm_in_words, lang)) = found else {
            return Ok(None);
        };
        let sets = sets
            .split_whitespace()
            .map(|name| name.parse().map_err(|_| Error::JournalDamaged))
            .collect::<Result<_>>()?;
        Ok(Some((
            rev,
            Practice {
                sets,
                rhythm_in_words,
                lang,
            },
        )))
    }

    pub(crate) fn set_practice(&self, rev: i64, practice: Option<&Practice>) -> Result<()> {
        self.0.prepare_cached("DELETE FROM practice")?.execute([])?;
        if let Some(practice) = practice {
            let sets: Vec<&str> = practice.sets.iter().map(|set| set.as_str()).collect();
            self.0
                .prepare_cached(
                    "INSERT INTO practice (id, rev, question_sets, rhythm_in_words, lang) VALUES (1, :rev, :sets, :rhythm, :lang)",
                )?
                .execute(named_params! {
                    ":rev": rev, ":sets": sets.join(" "), ":rhythm": practice.rhythm_in_words, ":lang": practice.lang,
                })?;
        }
        Ok(())
    }
}
