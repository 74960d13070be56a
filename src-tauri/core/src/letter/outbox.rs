//! Sealing, and what is kept of it: my own copy of the letter, and which pages were given to whom.

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::compose::Sealing;
use super::thread::add_head_of;
use super::{LetterStanding, Whose, format};
use crate::Now;
use crate::companion::SpokenWords;
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, ReflectionId};
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::seal::{self, Cost, close_for, close_for_watched};
use crate::store::{LetterRow, Rows};
use crate::tongue::Tongue;

/// Whether a letter waits for the morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// It rested overnight.
    Rested,
    /// "Send now."
    SendNow,
}

/// A sealed letter.
#[derive(Debug)]
pub struct Sealed {
    /// The letter.
    pub id: LetterId,
    /// The binary age file.
    pub bytes: Vec<u8>,
}

/// A sealed letter for somebody without Awai.
pub struct SealedUnderWords {
    /// The letter.
    pub id: LetterId,
    /// The binary age file.
    pub bytes: Vec<u8>,
    /// The words that open it, to be said by voice. They are kept nowhere.
    pub words: SpokenWords,
    /// The language of the words.
    pub(super) words_tongue: Tongue,
    /// The language a page around it speaks first: the letter's, when the program speaks it.
    pub(super) speaks: Tongue,
}

/// That words of a page were given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Given {
    /// To whom; nothing for somebody without Awai.
    pub to: Option<CompanionId>,
    /// In which letter.
    pub letter: LetterId,
    /// Which revision of the page.
    #[cfg_attr(test, ts(type = "number"))]
    pub rev: i64,
    /// On which day.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
}

impl Sealed {
    /// As text, for the body of a mail.
    pub fn armored(&self) -> Result<String> {
        seal::armored(&self.bytes)
    }
}

impl Journal {
    /// Seals exactly the bytes that were shown, and keeps a copy of them. The draft goes once every reader has a file.
    ///
    /// # Errors
    /// [`Error::StillResting`] before the morning, unless it is to be sent now; [`Error::NotFound`] when the draft went.
    pub fn seal_letter(&mut self, sealing: &Sealing, rest: Rest, now: Now) -> Result<Sealed> {
        self.seal_letter_watched(sealing, rest, now, &mut Watch::nobody())
    }

    /// The same, with somebody who watches. When it is stopped nothing was sealed, and the draft is as it was.
    ///
    /// # Errors
    /// As [`Journal::seal_letter`], and [`Error::Stopped`] when `watch` says so.
    pub fn seal_letter_watched(
        &mut self,
        sealing: &Sealing,
        rest: Rest,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<Sealed> {
        self.refuse_unless_rested(sealing.draft, rest, now)?;
        let row = self
            .rows()
            .companion(sealing.to.ok_or(Error::BadRequest)?)?;
        let card = row.their_card()?;
        let token = row.auth_key()?.vouch(
            &card.auth()?,
            format::FORMAT,
            row.thread.bytes(),
            sealing.text.as_bytes(),
        )?;
        let inside = inside_of(&format::first_line(Some(&token)), &sealing.text);
        let bytes = close_for_watched(inside.as_bytes(), &card.recipient()?, watch)?;
        self.change(|rows| {
            shelve(rows, sealing, Some(row.row), inside.as_bytes(), now)?;
            for (name, stands_as) in &sealing.other_names {
                rows.set_pseudonym(row.row, name, stands_as)?;
            }
            drop_draft_when_done(rows, sealing.draft)
        })?;
        Ok(Sealed {
            id: sealing.letter.id,
            bytes,
        })
    }

    /// Seals the bytes that were shown under eight fresh words, for somebody without Awai: `age -d` opens it into the
    /// same readable text.
    ///
    /// # Errors
    /// As [`Journal::seal_letter`].
    pub fn seal_under_words(
        &mut self,
        sealing: &Sealing,
        rest: Rest,
        tongue: Tongue,
        cost: Cost,
        now: Now,
    ) -> Result<SealedUnderWords> {
        let watch = &mut Watch::nobody();
        self.seal_under_words_watched(sealing, rest, (tongue, cost), now, watch)
    }

    /// The same, with somebody who watches. When it is stopped nothing was sealed, and the draft is as it was.
    ///
    /// # Errors
    /// As [`Journal::seal_letter`], and [`Error::Stopped`] when `watch` says so.
    pub fn seal_under_words_watched(
        &mut self,
        sealing: &Sealing,
        rest: Rest,
        (tongue, cost): (Tongue, Cost),
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<SealedUnderWords> {
        self.refuse_unless_rested(sealing.draft, rest, now)?;
        if sealing.to.is_some() {
            return Err(Error::BadRequest);
        }
        let words = SpokenWords::draw(tongue);
        let inside = inside_of(&format::first_line(None), &sealing.text);
        let bytes = seal::close_watched(inside.as_bytes(), &words.phrase()?, cost, watch)?;
        self.change(|rows| {
            shelve(rows, sealing, None, inside.as_bytes(), now)?;
            drop_draft_when_done(rows, sealing.draft)
        })?;
        Ok(SealedUnderWords {
            id: sealing.letter.id,
            bytes,
            words,
            words_tongue: tongue,
            speaks: match sealing.letter.lang.as_str() {
                "" => tongue,
                lang => Tongue::of_setting(lang),
            },
        })
    }

    /// A letter of mine, sealed once more for the same companion: the same text, for when the file was lost.
    pub fn seal_again(&self, to: CompanionId, id: LetterId) -> Result<Sealed> {
        let rows = self.rows();
        let companion = rows.companion(to)?;
        let letters = rows.letters_of(companion.row)?;
        let row = letters
            .iter()
            .find(|row| row.id == id && row.writer == Whose::Mine)
            .ok_or(Error::NotFound)?;
        let inside = Zeroizing::new(rows.letter_inside(row.row)?);
        companion.auth_key()?;
        Ok(Sealed {
            id,
            bytes: close_for(&inside, &companion.their_card()?.recipient()?)?,
        })
    }

    /// To whom words of a page were given, the earliest first.
    pub fn given_of(&self, page: ReflectionId) -> Result<Vec<Given>> {
        let given = self.rows().given_of(page)?.into_iter();
        Ok(given
            .map(|row| Given {
                to: row.to,
                letter: row.letter,
                rev: row.rev,
                on: row.at.date_naive(),
            })
            .collect())
    }

    fn refuse_unless_rested(&self, id: LetterId, rest: Rest, now: Now) -> Result<()> {
        let draft = self.letter_draft(id)?;
        let rested = draft.rests_until.is_some_and(|until| until <= now);
        if rested || rest == Rest::SendNow {
            Ok(())
        } else {
            Err(Error::StillResting)
        }
    }
}

fn inside_of(first_line: &str, text: &str) -> Zeroizing<String> {
    let mut inside = Zeroizing::new(String::with_capacity(first_line.len() + text.len()));
    inside.push_str(first_line);
    inside.push_str(text);
    inside
}

/// Puts my copy on the shelf. The same text sealed again changes nothing.
fn shelve(
    rows: &Rows<'_>,
    sealing: &Sealing,
    companion: Option<i64>,
    inside: &[u8],
    now: Now,
) -> Result<()> {
    let letter = &sealing.letter;
    let digest: [u8; 32] = Sha256::digest(sealing.text.as_bytes()).into();
    if rows
        .letter_with(letter.thread, letter.id, &digest)?
        .is_some()
    {
        return Ok(());
    }
    let other = rows
        .letters_called(letter.id)?
        .iter()
        .any(|row| row.thread == letter.thread && row.writer == Whose::Mine);
    if other {
        // It went out once, in other words: the same letter cannot say two things.
        return Err(Error::NotFound);
    }
    let mut row = LetterRow {
        row: 0,
        id: letter.id,
        thread: letter.thread,
        companion,
        writer: Whose::Mine,
        standing: LetterStanding::Kept,
        seq: letter.seq,
        at: now,
        digest,
        kind: letter.kind.word().to_owned(),
        have: letter.have.clone(),
        rev: 1,
    };
    row.row = rows.add_letter(&row, inside)?;
    for (page, rev) in &sealing.pages {
        rows.note_given(row.row, *page, *rev)?;
    }
    for released in &letter.releases {
        rows.note_release(letter.thread, *released, Whose::Mine, now)?;
    }
    add_head_of(rows, &row, inside)
}

/// The draft goes once everybody it is for has a letter of this id.
fn drop_draft_when_done(rows: &Rows<'_>, id: LetterId) -> Result<()> {
    let Some(kept) = rows.letter_draft(id)? else {
        return Ok(());
    };
    let draft: super::LetterDraft =
        serde_json::from_str(&kept.draft).map_err(|_| Error::JournalDamaged)?;
    let sealed = rows.letters_called(id)?;
    let mut waiting =
        draft.under_words.is_some() && !sealed.iter().any(|row| row.companion.is_none());
    for to in &draft.to {
        let row = rows.companion(*to)?.row;
        waiting |= !sealed.iter().any(|letter| letter.companion == Some(row));
    }
    if waiting {
        return Ok(());
    }
    rows.drop_letter_draft(id)
}
