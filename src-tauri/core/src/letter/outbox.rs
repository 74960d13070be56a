//! Sealing, and what is kept of it: my own copy of the letter, and which pages were given to whom.

use chrono::NaiveDate;
use serde::Serialize;
use zeroize::Zeroizing;

use super::compose::Sealing;
use super::thread::add_head_of;
use super::{LetterStanding, Whose, format};
use crate::Now;
use crate::companion::SpokenWords;
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, LetterVersionId, ReflectionId};
use crate::journal::Journal;
use crate::keeping::watch::{Headway, Stage, Watch};
use crate::seal::{self, Cost, close_for_watched};
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
    /// The name in it of whom it is for.
    pub called: String,
    /// The binary age file.
    pub bytes: Vec<u8>,
    /// The words that open it, to be said by voice. They stay with my own copy until that is erased.
    pub words: SpokenWords,
    /// The language of the words.
    pub(super) words_tongue: Tongue,
    /// The language a page around it speaks first: the letter's, when the program speaks it.
    pub(super) speaks: Tongue,
}

/// A letter sealed for one of its readers.
pub enum SealedFor {
    /// A companion.
    Companion(CompanionId, Sealed),
    /// Somebody without Awai.
    UnderWords(SealedUnderWords),
}

/// A letter that is sealed and not kept yet.
struct Closed {
    first_line: String,
    sealed: SealedFor,
}

/// That words of a page were given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Given {
    /// To whom; nothing for somebody without Awai.
    pub to: Option<CompanionId>,
    /// For somebody without Awai: the name it was given to, until that letter is erased.
    pub called: String,
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
        // For a companion there is nothing to say, and no work in it.
        let no_words = (Tongue::En, Cost::EVERYDAY);
        match self.seal_one(sealing, sealing.to.is_some(), rest, no_words, now)? {
            SealedFor::Companion(_, sealed) => Ok(sealed),
            SealedFor::UnderWords(_) => Err(Error::Unexpected("letter")),
        }
    }

    /// Seals the bytes that were shown under eight words, for somebody without Awai: `age -d` opens it into the same
    /// readable text.
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
        match self.seal_one(sealing, sealing.to.is_none(), rest, (tongue, cost), now)? {
            SealedFor::UnderWords(sealed) => Ok(sealed),
            SealedFor::Companion(..) => Err(Error::Unexpected("letter")),
        }
    }

    /// One reader's, as that of many; not at all when it is not for this kind of reader.
    fn seal_one(
        &mut self,
        sealing: &Sealing,
        is_meant: bool,
        rest: Rest,
        with: (Tongue, Cost),
        now: Now,
    ) -> Result<SealedFor> {
        if !is_meant {
            return Err(Error::BadRequest);
        }
        let one = std::slice::from_ref(sealing);
        let sealed = self.seal_letters(one, rest, with, now, &mut Watch::nobody())?;
        sealed.into_iter().next().ok_or(Error::Unexpected("letter"))
    }

    /// Seals what was shown for all of its readers, with somebody who watches: each as [`Journal::seal_letter`] or
    /// [`Journal::seal_under_words`] does. When it is stopped nothing was sealed for anybody, and the draft is as it
    /// was.
    ///
    /// # Errors
    /// As those, and [`Error::Stopped`] when `watch` says so.
    pub fn seal_letters(
        &mut self,
        sealings: &[Sealing],
        rest: Rest,
        with: (Tongue, Cost),
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<SealedFor>> {
        let number = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        // Each is sealed, and then my own copy of it is kept.
        let whole: usize = sealings.iter().map(Sealing::size).sum();
        let of = number(2 * whole);
        let (mut all, mut before) = (Vec::with_capacity(sealings.len()), 0);
        for sealing in sealings {
            self.refuse_unless_rested(sealing.draft, rest, now)?;
            let begun = number(before);
            let mut further = |at: Headway| {
                watch.goes_on(Headway {
                    done: begun.saturating_add(at.done).min(of),
                    of,
                    ..at
                })
            };
            let further = &mut Watch::new(&mut further);
            let closed = match sealing.to {
                Some(to) => self.close_for_companion(sealing, to, further)?,
                None => self.close_under_words(sealing, with, further)?,
            };
            all.push((sealing, closed));
            before += sealing.size();
        }
        let kept: Vec<_> = all
            .iter()
            .map(|(sealing, closed)| (*sealing, closed))
            .collect();
        self.keep_sealed(&kept, now, &mut |done| {
            watch.tell(Stage::Sealing, number(whole + done), of)
        })?;
        Ok(all.into_iter().map(|(_, closed)| closed.sealed).collect())
    }

    /// A letter of mine, sealed once more for the same companion: the same text, for when the file was lost.
    ///
    /// # Errors
    /// [`Error::CompanionEnded`], [`Error::NotFound`], and [`Error::Stopped`] when `watch` says so.
    pub fn seal_again(
        &self,
        to: CompanionId,
        id: LetterId,
        watch: &mut Watch<'_>,
    ) -> Result<Sealed> {
        let rows = self.rows();
        let companion = rows.companion(to)?;
        companion.auth_key()?;
        let letters = rows.letters_of(companion.row)?;
        let row = letters
            .iter()
            .find(|row| row.id == id && row.writer == Whose::Mine)
            .ok_or(Error::NotFound)?;
        let inside = inside_kept(&rows, row)?;
        Ok(Sealed {
            id,
            bytes: close_for_watched(&inside, &companion.their_card()?.recipient()?, watch)?,
        })
    }

    /// A letter of mine for somebody without Awai, sealed once more under the same words.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is none, or its words are not here any more; [`Error::Stopped`] when `watch` says
    /// so.
    pub fn seal_again_under_words(
        &self,
        version: LetterVersionId,
        cost: Cost,
        watch: &mut Watch<'_>,
    ) -> Result<SealedUnderWords> {
        let rows = self.rows();
        let row = rows.letter_by_head(version.bytes())?;
        let row = row.filter(is_under_words).ok_or(Error::NotFound)?;
        let (words, words_tongue) = SpokenWords::kept(&row.words)?;
        let inside = inside_kept(&rows, &row)?;
        let letter = format::read(format::cut(&inside)?.text)?;
        Ok(SealedUnderWords {
            id: row.id,
            called: row.given_to,
            bytes: seal::close_watched(&inside, &words.phrase()?, cost, watch)?,
            words,
            words_tongue,
            speaks: speaks(&letter.lang, words_tongue),
        })
    }

    /// The words that open a letter of mine for somebody without Awai, for when they are asked for again; none for any
    /// other letter.
    pub fn words_of_letter(&self, version: LetterVersionId) -> Result<Option<SpokenWords>> {
        let row = self.rows().letter_by_head(version.bytes())?;
        match row.ok_or(Error::NotFound)? {
            row if is_under_words(&row) => Ok(Some(SpokenWords::kept(&row.words)?.0)),
            _ => Ok(None),
        }
    }

    /// To whom words of a page were given, the earliest first.
    pub fn given_of(&self, page: ReflectionId) -> Result<Vec<Given>> {
        let given = self.rows().given_of(page)?.into_iter();
        Ok(given
            .map(|row| Given {
                to: row.to,
                called: row.given_to,
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

    fn close_for_companion(
        &self,
        sealing: &Sealing,
        to: CompanionId,
        watch: &mut Watch<'_>,
    ) -> Result<Closed> {
        let row = self.rows().companion(to)?;
        let card = row.their_card()?;
        let token = row.auth_key()?.vouch(
            &card.auth()?,
            format::FORMAT,
            row.thread.bytes(),
            sealing.text.as_bytes(),
        )?;
        let first_line = format::first_line(Some(&token));
        let inside = inside_of(&first_line, &sealing.text);
        let sealed = Sealed {
            id: sealing.letter.id,
            bytes: close_for_watched(inside.as_bytes(), &card.recipient()?, watch)?,
        };
        Ok(Closed {
            first_line,
            sealed: SealedFor::Companion(row.id, sealed),
        })
    }

    fn close_under_words(
        &self,
        sealing: &Sealing,
        (tongue, cost): (Tongue, Cost),
        watch: &mut Watch<'_>,
    ) -> Result<Closed> {
        // The same text sealed again opens with the words that were said already.
        let rows = self.rows();
        let there =
            rows.letter_with(sealing.letter.thread, sealing.letter.id, &sealing.digest())?;
        let (words, words_tongue) = match there.filter(is_under_words) {
            Some(row) => SpokenWords::kept(&row.words)?,
            None => (SpokenWords::draw(tongue), tongue),
        };
        let called = sealing.letter.recipients.last().cloned();
        let first_line = format::first_line(None);
        let inside = inside_of(&first_line, &sealing.text);
        let sealed = SealedUnderWords {
            id: sealing.letter.id,
            called: called.unwrap_or_default(),
            bytes: seal::close_watched(inside.as_bytes(), &words.phrase()?, cost, watch)?,
            words,
            words_tongue,
            speaks: speaks(&sealing.letter.lang, words_tongue),
        };
        Ok(Closed {
            first_line,
            sealed: SealedFor::UnderWords(sealed),
        })
    }

    /// Puts my copies on the shelf, of all readers or of none: of none, too, when `far`, which hears after how many
    /// bytes, says that it is enough.
    fn keep_sealed(
        &mut self,
        all: &[(&Sealing, &Closed)],
        now: Now,
        far: &mut dyn FnMut(usize) -> Result<()>,
    ) -> Result<()> {
        self.change(|rows| {
            let mut before = 0;
            for (sealing, closed) in all {
                let size = sealing.size();
                shelve(rows, sealing, closed, now, &mut |half| {
                    far(before + size / 2 * half)
                })?;
                before += size;
            }
            far(before)?;
            for (sealing, _) in all {
                drop_draft_when_done(rows, sealing.draft)?;
            }
            Ok(())
        })
    }
}

/// The language a page around a letter speaks first: the letter's, when the program speaks it.
fn speaks(lang: &str, otherwise: Tongue) -> Tongue {
    match lang {
        "" => otherwise,
        lang => Tongue::of_setting(lang),
    }
}

fn is_under_words(row: &LetterRow) -> bool {
    row.writer == Whose::Mine && !row.words.is_empty()
}

/// My own copy of a letter, as it was sealed.
fn inside_kept(rows: &Rows<'_>, row: &LetterRow) -> Result<Zeroizing<Vec<u8>>> {
    let inside = Zeroizing::new(rows.letter_inside(row.row)?);
    match inside.is_empty() {
        true => Err(Error::NotFound),
        false => Ok(inside),
    }
}

fn inside_of(first_line: &str, text: &str) -> Zeroizing<String> {
    let mut inside = Zeroizing::new(String::with_capacity(first_line.len() + text.len()));
    inside.push_str(first_line);
    inside.push_str(text);
    inside
}

/// Puts my copy on the shelf. The same text sealed again changes nothing. `far` hears at its beginning and half way.
fn shelve(
    rows: &Rows<'_>,
    sealing: &Sealing,
    closed: &Closed,
    now: Now,
    far: &mut dyn FnMut(usize) -> Result<()>,
) -> Result<()> {
    far(0)?;
    let (companion, given_to, words) = match &closed.sealed {
        SealedFor::Companion(id, _) => {
            let row = rows.companion(*id)?.row;
            for (name, stands_as) in &sealing.other_names {
                rows.set_pseudonym(row, name, stands_as)?;
            }
            (Some(row), String::new(), Zeroizing::default())
        }
        SealedFor::UnderWords(sealed) => (None, sealed.called.clone(), sealed.words.text()),
    };
    let letter = &sealing.letter;
    let digest = sealing.digest();
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
        given_to,
        words,
    };
    let inside = inside_of(&closed.first_line, &sealing.text);
    let inside = inside.as_bytes();
    row.row = rows.add_letter(&row, inside)?;
    far(1)?;
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
