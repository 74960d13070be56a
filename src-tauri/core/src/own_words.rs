//! What a person keeps at hand for themselves: company to turn to, words of their own for words they were handed, and
//! a practice. Each is read by itself, without loading anything else.

use serde::{Deserialize, Serialize};

use crate::digest::{Digest, ERASED};
use crate::error::{Error, Result};
use crate::id::{CompanyId, MyWordId};
use crate::intention::admit_long;
use crate::journal::Journal;
use crate::question_id::QuestionSetId;
use crate::store::{Head, Rows};
use crate::words;
use crate::writing::admit_lang;

/// The practice's name in the chain; there is one at the most.
pub(crate) const PRACTICE: [u8; 16] = *b"awai practice   ";

/// The most sets of a practice.
const MOST_SETS: usize = 100;

/// A person, a place, a song, a line one can turn to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Company {
    /// Its public id.
    pub id: CompanyId,
    /// In words.
    pub words: NewCompany,
}

/// Company, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct NewCompany {
    /// Who or what.
    pub who_or_what: String,
    /// How to turn to it; may be empty.
    pub how: String,
    /// The language of the words (BCP 47).
    pub lang: String,
}

/// A word of one's own for one that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MyWord {
    /// Its public id.
    pub id: MyWordId,
    /// In words.
    pub words: NewMyWord,
}

/// Their word, my word, because. Any of them may still be empty, but not all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct NewMyWord {
    /// The word that was handed over; may be empty.
    pub their_word: String,
    /// One's own; may be empty.
    pub my_word: String,
    /// Why; may be empty.
    pub because: String,
    /// The language of the words (BCP 47).
    pub lang: String,
}

/// Chosen sets, and a rhythm in words. Nothing reminds of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Practice {
    /// The sets.
    pub sets: Vec<QuestionSetId>,
    /// The rhythm: "Sundays, with tea".
    pub rhythm_in_words: String,
    /// The language of the words (BCP 47).
    pub lang: String,
}

impl Journal {
    /// The company one can turn to, in the order one gave it.
    pub fn company(&self) -> Result<Vec<Company>> {
        self.rows().company()
    }

    /// Adds company, at the end.
    pub fn add_company(&mut self, new: &NewCompany) -> Result<CompanyId> {
        admit_company(new)?;
        let id = CompanyId::fresh();
        self.change(|rows| {
            rows.add_company(id, new)?;
            add_head_of_company(rows, id)
        })?;
        Ok(id)
    }

    /// Writes company anew.
    pub fn change_company(&mut self, id: CompanyId, new: &NewCompany) -> Result<()> {
        admit_company(new)?;
        self.change(|rows| match rows.change_company(id, new)? {
            true => add_head_of_company(rows, id),
            false => Err(Error::NotHere),
        })
    }

    /// Puts company before another, or at the end.
    pub fn move_company(&mut self, id: CompanyId, before: Option<CompanyId>) -> Result<()> {
        self.change(|rows| {
            let mut order: Vec<CompanyId> = rows.company()?.iter().map(|one| one.id).collect();
            let from = order.iter().position(|one| *one == id);
            order.remove(from.ok_or(Error::NotHere)?);
            let to = match before {
                Some(before) => order.iter().position(|one| *one == before),
                None => Some(order.len()),
            };
            order.insert(to.ok_or(Error::NotHere)?, id);
            for (position, one) in (0i64..).zip(&order) {
                if rows.place_company(*one, position)? {
                    add_head_of_company(rows, *one)?;
                }
            }
            Ok(())
        })
    }

    /// Erases company.
    pub fn erase_company(&mut self, id: CompanyId) -> Result<()> {
        self.change(|rows| {
            let (rev, _, _) = rows.company_row(id)?.ok_or(Error::NotHere)?;
            rows.erase_company(id)?;
            add_erased(rows, "company", *id.bytes(), rev)
        })
    }

    /// One's own words, by the word that was handed over.
    pub fn my_words(&self) -> Result<Vec<MyWord>> {
        let mut words = self.rows().my_words()?;
        words.sort_by_cached_key(|one| words::folded(&one.words.their_word));
        Ok(words)
    }

    /// Adds a word of one's own.
    pub fn add_my_word(&mut self, new: &NewMyWord) -> Result<MyWordId> {
        admit_my_word(new)?;
        let id = MyWordId::fresh();
        self.change(|rows| {
            rows.add_my_word(id, new)?;
            add_head_of_my_word(rows, id)
        })?;
        Ok(id)
    }

    /// Writes a word of one's own anew.
    pub fn change_my_word(&mut self, id: MyWordId, new: &NewMyWord) -> Result<()> {
        admit_my_word(new)?;
        self.change(|rows| match rows.change_my_word(id, new)? {
            true => add_head_of_my_word(rows, id),
            false => Err(Error::NotHere),
        })
    }

    /// Erases a word of one's own.
    pub fn erase_my_word(&mut self, id: MyWordId) -> Result<()> {
        self.change(|rows| {
            let (rev, _) = rows.my_word_row(id)?.ok_or(Error::NotHere)?;
            rows.erase_my_word(id)?;
            add_erased(rows, "my_word", *id.bytes(), rev)
        })
    }

    /// One's practice, if there is one.
    pub fn practice(&self) -> Result<Option<Practice>> {
        Ok(self.rows().practice()?.map(|(_, practice)| practice))
    }

    /// Says what one's practice is, or that there is none any more.
    pub fn set_practice(&mut self, practice: Option<&Practice>) -> Result<()> {
        if let Some(practice) = practice {
            admit_lang(&practice.lang)?;
            admit_long(&[&practice.rhythm_in_words])?;
            if practice.sets.len() > MOST_SETS {
                return Err(Error::TooLong);
            }
            for set in &practice.sets {
                self.question_set(set)?;
            }
        }
        self.change(|rows| {
            let rev = rows.newest_head_of(&PRACTICE)?.map_or(0, |(_, rev)| rev) + 1;
            rows.set_practice(rev, practice)?;
            rows.add_head(&Head {
                kind: "practice",
                thing: PRACTICE,
                rev,
                digest: practice.map_or(ERASED, digest_of_practice),
            })
        })
    }
}

fn admit_company(new: &NewCompany) -> Result<()> {
    if new.who_or_what.trim().is_empty() {
        return Err(Error::NothingWritten);
    }
    admit_lang(&new.lang)?;
    admit_long(&[&new.who_or_what, &new.how])
}

fn admit_my_word(new: &NewMyWord) -> Result<()> {
    // One's own word may be found later, and the other forgotten: any one of the three is enough.
    let parts = [&new.their_word, &new.my_word, &new.because];
    if parts.iter().all(|part| part.trim().is_empty()) {
        return Err(Error::NothingWritten);
    }
    admit_lang(&new.lang)?;
    admit_long(&parts.map(String::as_str))
}

fn add_erased(rows: &Rows<'_>, kind: &'static str, thing: [u8; 16], rev: i64) -> Result<()> {
    rows.add_head(&Head {
        kind,
        thing,
        rev: rev + 1,
        digest: ERASED,
    })
}

fn add_head_of_company(rows: &Rows<'_>, id: CompanyId) -> Result<()> {
    let now = company_as_it_stands(rows, id)?;
    let (rev, digest) = now.ok_or(Error::Unexpected("company"))?;
    rows.add_head(&Head {
        kind: "company",
        thing: *id.bytes(),
        rev,
        digest,
    })
}

/// Revision and digest of company.
pub(crate) fn company_as_it_stands(
    rows: &Rows<'_>,
    id: CompanyId,
) -> Result<Option<(i64, [u8; 32])>> {
    let row = rows.company_row(id)?;
    Ok(row.map(|(rev, position, words)| {
        let digest = Digest::new()
            .number(position)
            .text(&words.who_or_what)
            .text(&words.how)
            .text(&words.lang);
        (rev, digest.done())
    }))
}

fn add_head_of_my_word(rows: &Rows<'_>, id: MyWordId) -> Result<()> {
    let now = my_word_as_it_stands(rows, id)?;
    let (rev, digest) = now.ok_or(Error::Unexpected("my words"))?;
    rows.add_head(&Head {
        kind: "my_word",
        thing: *id.bytes(),
        rev,
        digest,
    })
}

/// Revision and digest of a word of one's own.
pub(crate) fn my_word_as_it_stands(
    rows: &Rows<'_>,
    id: MyWordId,
) -> Result<Option<(i64, [u8; 32])>> {
    let row = rows.my_word_row(id)?;
    Ok(row.map(|(rev, words)| {
        let digest = Digest::new()
            .text(&words.their_word)
            .text(&words.my_word)
            .text(&words.because)
            .text(&words.lang);
        (rev, digest.done())
    }))
}

/// The digest of a practice.
pub(crate) fn digest_of_practice(practice: &Practice) -> [u8; 32] {
    let mut digest = Digest::new().list(&practice.sets);
    for set in &practice.sets {
        digest = digest.text(set.as_str());
    }
    digest
        .text(&practice.rhythm_in_words)
        .text(&practice.lang)
        .done()
}
