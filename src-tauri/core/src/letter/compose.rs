//! From what was chosen to the exact bytes that leave. A [`Sealing`] holds them: what it shows is what is sealed, to
//! the last space.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::deciding::decide;
use super::draft::{Leaves, LetterDraft, PartSource};
use super::incoming::{Before, Writer, face_of};
use super::offer::{Passage, offered, passages, wordings};
use super::ranges::Ranges;
use super::thread::{LetterShown, file, shown};
use super::{
    AskedWording, Letter, LetterFile, LetterKind, Part, QuestionBack, Whose, Wish, format, pictures,
};
use crate::Now;
use crate::companion::{mine_to_send, read_me};
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, PictureId, ReflectionId, ThreadId};
use crate::journal::Journal;
use crate::keeping::watch::{Stage, Watch};
use crate::library::Library;
use crate::question_set::passed_on;
use crate::store::{CompanionRow, Rows};
use crate::tie::Standing;

/// How many texts an echo has at the most.
const MOST_ECHOES: usize = 5;

/// What is done with a letter when all of its passages are in it: it is looked through, and written out.
const STEPS_AFTER: usize = 2;

/// A letter that can be sealed: the exact bytes, for one reader.
#[derive(Debug)]
pub struct Sealing {
    pub(super) draft: LetterId,
    pub(super) to: Option<CompanionId>,
    pub(super) letter: Letter,
    pub(super) text: String,
    /// Which pages it takes words from.
    pub(super) pages: Vec<(ReflectionId, i64)>,
    /// Other names to be kept for this companion.
    pub(super) other_names: Vec<(String, String)>,
}

impl Sealing {
    /// The reader; nothing for somebody without Awai.
    pub fn to(&self) -> Option<CompanionId> {
        self.to
    }

    /// Exactly the bytes that will leave behind the first line, as anybody reads them who opens the letter.
    pub fn preview(&self) -> &str {
        &self.text
    }

    /// The same, read.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// The same, as Awai shows it to its reader.
    pub fn shown(&self) -> Result<LetterShown> {
        let size = self.size();
        let face = face_of(&self.letter, Writer::Me, Before::New, Vec::new(), size);
        shown(&self.letter, face)
    }

    /// A picture or a text that goes along: its sort and its bytes.
    pub fn file(&self, number: usize) -> Result<(String, Vec<u8>)> {
        file(&self.letter, number)
    }

    /// What my own copy is known by.
    pub(super) fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.text.as_bytes()).into()
    }

    /// How many bytes the opened letter has, first line and padding and all.
    pub fn size(&self) -> usize {
        format::first_line(Some(&[0; crate::seal::TOKEN_BYTES])).len() + self.text.len()
    }
}

impl Journal {
    /// The letter as each reader will get it, to be shown before it is sealed.
    ///
    /// # Errors
    /// [`Error::NothingChosen`], [`Error::NamesUndecided`], [`Error::StaysHere`], [`Error::PageChanged`],
    /// [`Error::CompanionEnded`], [`Error::LetterTooMuch`].
    pub fn sealings(&self, id: LetterId, now: Now) -> Result<Vec<Sealing>> {
        self.sealings_watched(id, now, &mut Watch::nobody())
    }

    /// The same, with somebody who watches: pictures are made anew, which takes a while.
    ///
    /// # Errors
    /// As [`Journal::sealings`], and [`Error::Stopped`] when `watch` says so.
    pub fn sealings_watched(
        &self,
        id: LetterId,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<Sealing>> {
        let draft = self.letter_draft(id)?.draft;
        let rows = self.rows();
        let readers = readers(&rows, &draft)?;
        if readers.is_empty() {
            return Err(Error::NothingChosen);
        }
        let mut wanted = Wanted::Whole {
            now,
            watch,
            done: 0,
            of: (passages_of(&draft) + STEPS_AFTER).saturating_mul(readers.len()),
        };
        let one = |reader: &Option<CompanionRow>| {
            let reader = reader.as_ref();
            let mut sealing = composed(&rows, &self.library, id, &draft, reader, &mut wanted)?;
            sealing.other_names = decide(&rows, reader, &draft, &mut sealing.letter)?;
            wanted.step()?;
            format::admit(&sealing.letter)?;
            wanted.step()?;
            sealing.text = format::text_of(&sealing.letter)?;
            wanted.look()?;
            if sealing.size() > crate::seal::MOST_INSIDE {
                return Err(Error::LetterTooMuch);
            }
            Ok(sealing)
        };
        readers.iter().map(one).collect()
    }
}

/// For what a letter is put together.
pub(super) enum Wanted<'a, 'w> {
    /// For its words: names are looked for in them, and nothing else of it is made.
    Words,
    /// To leave, as it is then.
    Whole {
        now: Now,
        watch: &'a mut Watch<'w>,
        done: usize,
        of: usize,
    },
}

impl Wanted<'_, '_> {
    /// One more passage is about to be put in, or one more step done.
    fn step(&mut self) -> Result<()> {
        self.look()?;
        if let Wanted::Whole { done, .. } = self {
            *done += 1;
        }
        Ok(())
    }

    /// Tells how far it is, and hears whether to go on.
    fn look(&mut self) -> Result<()> {
        match self {
            Wanted::Words => Ok(()),
            Wanted::Whole {
                watch, done, of, ..
            } => watch.tell_bytes(Stage::Composing, *done, *of),
        }
    }
}

/// How many passages of pages were chosen.
fn passages_of(draft: &LetterDraft) -> usize {
    let chosen = draft.parts.iter().map(|part| match &part.source {
        PartSource::Page { passages, .. } => passages.len(),
        PartSource::Words { .. } => 0,
    });
    chosen.sum()
}

/// Everybody the letter goes to; `None` stands for somebody without Awai.
pub(super) fn readers(rows: &Rows<'_>, draft: &LetterDraft) -> Result<Vec<Option<CompanionRow>>> {
    let mut readers = Vec::new();
    let mut to = draft.to.clone();
    to.sort_unstable();
    to.dedup();
    for id in to {
        let row = rows.companion(id)?;
        if row.standing == Standing::Ended {
            return Err(Error::CompanionEnded);
        }
        readers.push(Some(row));
    }
    if draft.under_words.is_some() {
        readers.push(None);
    }
    Ok(readers)
}

/// The letter for one reader, names as they are written.
pub(super) fn composed(
    rows: &Rows<'_>,
    library: &Library,
    id: LetterId,
    draft: &LetterDraft,
    reader: Option<&CompanionRow>,
    wanted: &mut Wanted<'_, '_>,
) -> Result<Sealing> {
    let (writer, thread) = match (reader, &draft.under_words) {
        (Some(reader), _) => (reader.own_card()?.called, reader.thread),
        (None, Some(names)) => (
            names.my_name.trim().to_owned(),
            ThreadId::from_bytes(*id.bytes()),
        ),
        (None, None) => return Err(Error::NothingChosen),
    };
    let (seq, have) = shelf_marks(rows, reader)?;
    let mut letter = Letter {
        read_me: read_me("letter-read-me"),
        id,
        thread,
        seq,
        have,
        needs: Vec::new(),
        kind: draft.kind,
        lang: draft.lang.clone(),
        writer,
        recipients: recipients(rows, draft)?,
        sealed: match wanted {
            Wanted::Words => String::new(),
            Wanted::Whole { now, .. } => draft.date.say(now.date_naive()),
        },
        answers: draft.answers,
        cover: draft.cover.clone(),
        wish: wish(&draft.wish),
        please: draft.please.clone(),
        parts: Vec::with_capacity(draft.parts.len()),
        releases: draft.releases.clone(),
        agreement: None,
        question: question_of(rows, library, draft)?,
        same_question: draft.same_question.clone(),
        shared_page: draft.shared_page.clone(),
        files: Vec::new(),
    };
    if let (LetterKind::Agreement, Some(reader)) = (draft.kind, reader) {
        letter.agreement = Some(mine_to_send(rows, reader.row)?);
    }
    let mut pages = Vec::new();
    for part in &draft.parts {
        let made = match &part.source {
            PartSource::Words { title, text, asked } => Part {
                title: title.clone(),
                asked: asked.clone(),
                text: text.split('\n').map(str::to_owned).collect(),
                ..Part::default()
            },
            PartSource::Page { .. } => {
                page_part(rows, &part.source, (&mut letter.files, &mut pages), wanted)?
            }
        };
        letter.parts.push(Part {
            answers: part.answers,
            ..made
        });
    }
    says_something(&letter)?;
    Ok(Sealing {
        draft: id,
        to: reader.map(|reader| reader.id),
        letter,
        text: String::new(),
        pages,
        other_names: Vec::new(),
    })
}

/// The question to pass on, as it stands here.
fn question_of(
    rows: &Rows<'_>,
    library: &Library,
    draft: &LetterDraft,
) -> Result<Option<QuestionBack>> {
    let Some(chosen) = &draft.question else {
        return Ok(None);
    };
    let question = crate::question::question_of(rows, library, &chosen.question)?;
    Ok(Some(QuestionBack {
        question: passed_on(rows, library, &question)?,
        changed_because: chosen.changed_because.clone(),
    }))
}

/// Nothing is needed, unless the writer says so.
fn wish(chosen: &[Wish]) -> Vec<Wish> {
    if chosen.is_empty() {
        vec![Wish::NothingNeeded]
    } else {
        chosen.to_vec()
    }
}

/// A letter of each kind holds what it is for.
fn says_something(letter: &Letter) -> Result<()> {
    let holds = match letter.kind {
        LetterKind::Release => !letter.releases.is_empty(),
        LetterKind::Agreement => letter.agreement.is_some(),
        LetterKind::Question => letter.question.is_some(),
        LetterKind::Echo => !letter.parts.is_empty() && letter.answers.is_some(),
        LetterKind::Letter | LetterKind::Other => !letter.parts.is_empty(),
    };
    if !holds {
        return Err(Error::NothingChosen);
    }
    if letter.kind == LetterKind::Echo && letter.parts.len() > MOST_ECHOES {
        return Err(Error::LetterTooMuch);
    }
    Ok(())
}

/// The number of my next letter, and which of theirs have come. After a backup was put back, what they say they have
/// of mine lets the number go on where it was.
fn shelf_marks(rows: &Rows<'_>, reader: Option<&CompanionRow>) -> Result<(u32, String)> {
    let Some(reader) = reader else {
        return Ok((1, String::new()));
    };
    let letters = rows.letters_of(reader.row)?;
    let mine = letters
        .iter()
        .filter(|row| row.writer == Whose::Mine)
        .map(|row| row.seq);
    let theirs = || letters.iter().filter(|row| row.writer == Whose::Theirs);
    let told = theirs().filter_map(|row| Ranges::read(&row.have).last());
    // A claim far beyond anything is not believed.
    let last = mine.chain(told.filter(|seq| *seq < u32::MAX / 2)).max();
    let have = Ranges::of(theirs().map(|row| row.seq));
    Ok((last.unwrap_or(0) + 1, have.to_string()))
}

/// The names of all readers, by which they called themselves.
fn recipients(rows: &Rows<'_>, draft: &LetterDraft) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for id in &draft.to {
        names.push(rows.companion(*id)?.their_card()?.called);
    }
    if let Some(under_words) = &draft.under_words {
        names.push(under_words.their_name.trim().to_owned());
    }
    names.dedup();
    Ok(names)
}

/// Chosen passages of a page.
fn page_part(
    rows: &Rows<'_>,
    source: &PartSource,
    (files, pages): (&mut Vec<LetterFile>, &mut Vec<(ReflectionId, i64)>),
    wanted: &mut Wanted<'_, '_>,
) -> Result<Part> {
    let PartSource::Page {
        page,
        rev,
        passages: chosen,
        title,
        asked,
        date,
    } = source
    else {
        return Err(Error::Unexpected("letter"));
    };
    let row = offered(rows, *page)?;
    if row.rev != *rev {
        return Err(Error::PageChanged);
    }
    let mut part = Part {
        title: match title {
            Leaves::Leaves => row.title.clone(),
            Leaves::Stays => String::new(),
        },
        date: date.say(row.place.day()),
        lang: row.lang.clone(),
        asked: asked_of(rows, &row, *asked)?,
        ..Part::default()
    };
    let all = passages(&row.body);
    let kept = rows.pictures_of(row.row)?;
    for number in chosen {
        wanted.step()?;
        let number = usize::try_from(*number).map_err(|_| Error::BadRequest)?;
        match all.get(number).ok_or(Error::BadRequest)? {
            Passage::Words { text } => {
                if !part.text.is_empty() {
                    part.text.push(String::new());
                }
                part.text.extend(text.split('\n').map(str::to_owned));
            }
            Passage::Picture { id, words } => {
                if kept.iter().any(|picture| picture.id == *id) {
                    part.files.push(file_of(rows, *id, words, files, wanted)?);
                }
            }
        }
    }
    if part.text.is_empty() && part.files.is_empty() && part.title.is_empty() {
        return Err(Error::NothingChosen);
    }
    pages.push((*page, *rev));
    Ok(part)
}

fn asked_of(
    rows: &Rows<'_>,
    row: &crate::store::PageRow,
    number: Option<u32>,
) -> Result<Option<AskedWording>> {
    let Some(number) = number else {
        return Ok(None);
    };
    let number = usize::try_from(number).map_err(|_| Error::BadRequest)?;
    let asked = wordings(rows, row)?.into_iter().nth(number);
    asked.ok_or(Error::BadRequest).map(Some)
}

/// Adds a picture to the files, its points and nothing else, and says its number. Where only words are wanted, its
/// words are all of it.
fn file_of(
    rows: &Rows<'_>,
    id: PictureId,
    words: &str,
    files: &mut Vec<LetterFile>,
    wanted: &Wanted<'_, '_>,
) -> Result<u32> {
    let (sort, base64) = match wanted {
        Wanted::Words => ("png", String::new()),
        Wanted::Whole { .. } => {
            let (kind, bytes) = rows.picture_bytes(id)?;
            let (sort, bare) = pictures::bare(&kind, &bytes)?;
            (sort, BASE64_STANDARD.encode(bare))
        }
    };
    files.push(LetterFile {
        sort: sort.to_owned(),
        words: words.to_owned(),
        base64,
    });
    u32::try_from(files.len() - 1).map_err(|_| Error::LetterTooMuch)
}
