//! An exchange as it can be read: two voices side by side, in the order in which they were sealed or came. Nothing is
//! merged, summed up or counted.

use chrono::NaiveDate;
use serde::Serialize;
use zeroize::Zeroizing;

use super::incoming::{Before, Gap, LetterFace, Writer, face_of};
use super::ranges::Ranges;
use super::{
    Arrived, AskedWording, Letter, LetterKind, LetterStanding, QuestionBack, SharedPage, Whose,
    format, pictures,
};
use crate::blocks::{self, Block};
use crate::companion::AgreementVersion;
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::id::{CompanionId, LetterId, LetterVersionId};
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::question_id::QuestionId;
use crate::store::{Head, LetterRow, Rows};

/// An exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Thread {
    /// With whom.
    pub companion: CompanionId,
    /// The letters of both, in the order in which they were sealed or came.
    pub letters: Vec<LetterLine>,
    /// Their letters that have not come.
    pub missing: Vec<Gap>,
    /// My letters that had not come to them, when they last wrote.
    pub not_there: Vec<Gap>,
}

/// A letter on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LetterLine {
    /// Names this text of the letter.
    pub version: LetterVersionId,
    /// Names the letter, for everybody it went to.
    pub id: LetterId,
    /// Whose words.
    pub whose: Whose,
    /// Where it stands.
    pub standing: LetterStanding,
    /// What it is.
    pub kind: LetterKind,
    /// Only a newer program can read it.
    pub newer: bool,
    /// The day it was sealed or came in, here.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
    /// Its number among its writer's letters.
    pub seq: u32,
    /// Its writer would like it no longer kept.
    pub released: bool,
    /// Another text of the same letter stands beside it.
    pub other_version: bool,
    /// Of a letter of mine for somebody without Awai: the name it was given to.
    pub given_to: String,
}

/// A letter that is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LetterShown {
    /// Who wrote it, and what else was told before.
    pub face: LetterFace,
    /// The passages.
    pub parts: Vec<PartShown>,
    /// Letters whose writer would like them no longer kept.
    pub releases: Vec<LetterId>,
    /// How they would like to be together.
    pub agreement: Option<AgreementVersion>,
    /// A question that was passed on.
    pub question: Option<QuestionBack>,
    /// Both answer this question.
    pub same_question: Option<AskedWording>,
    /// A version of "what we know now".
    pub shared_page: Option<SharedPage>,
    /// Pictures and texts that came along.
    pub files: Vec<FileShown>,
}

/// A passage that is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PartShown {
    /// Empty for none.
    pub title: String,
    /// The day or month it was written, when told.
    pub date: String,
    /// The question it answers.
    pub asked: Option<AskedWording>,
    /// The passage of the answered letter that it answers.
    pub answers: Option<u32>,
    /// The language of the words.
    pub lang: String,
    /// The words as they were written.
    pub text: String,
    /// The words, ready to be shown.
    pub blocks: Vec<Block>,
    /// Which files belong to it.
    pub files: Vec<u32>,
}

/// A file that came along, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileShown {
    /// `png`, `jpeg`, `webp` or `text`.
    pub sort: String,
    /// What it shows, in words.
    pub words: String,
    /// In pixels; nothing for a text.
    pub size: Option<(u32, u32)>,
}

impl Journal {
    /// The exchange with a companion.
    pub fn thread(&self, companion: CompanionId) -> Result<Thread> {
        let rows = self.rows();
        let row = rows.companion(companion)?;
        let letters = rows.letters_of(row.row)?;
        let mut lines = Vec::with_capacity(letters.len());
        for letter in &letters {
            lines.push(line_of(&rows, letter, &letters)?);
        }
        // Forgetting this after a backup was put back would only ask for a letter once more.
        let told = letters
            .iter()
            .rev()
            .find(|letter| letter.writer == Whose::Theirs && !letter.have.is_empty());
        let mine = letters
            .iter()
            .filter(|letter| letter.writer == Whose::Mine)
            .map(|letter| letter.seq);
        let not_there = told.map_or_else(Vec::new, |letter| {
            let there = Ranges::read(&letter.have);
            let mine: Vec<u32> = mine.collect();
            let absent = gaps(&there);
            absent
                .into_iter()
                .filter(|gap| mine.iter().any(|seq| (gap.from..=gap.to).contains(seq)))
                .collect()
        });
        Ok(Thread {
            companion,
            letters: lines,
            missing: missing(&rows, Some(row.row), None)?,
            not_there,
        })
    }

    /// Letters that came under words, or whose writer nobody here knows and who belong to no companion.
    pub fn letters_of_nobody(&self) -> Result<Vec<LetterLine>> {
        let rows = self.rows();
        let letters = rows.letters_of_nobody()?;
        letters
            .iter()
            .map(|letter| line_of(&rows, letter, &letters))
            .collect()
    }

    /// A letter that is kept or laid by, read.
    ///
    /// # Errors
    /// [`Error::NotFound`] when its words are not here any more; [`Error::LetterNewer`] when only a newer program can
    /// read it.
    pub fn read_letter(&self, version: LetterVersionId) -> Result<LetterShown> {
        let rows = self.rows();
        let (row, letter, size) = kept(&rows, version)?;
        let before = match row.standing {
            LetterStanding::Later => Before::Later,
            _ => Before::Kept,
        };
        let face = face_of(&letter, self.writer_of(&row)?, before, Vec::new(), size);
        shown(&letter, face)
    }

    /// A letter as it was sealed: exactly the bytes behind its first line.
    pub fn letter_text(&self, version: LetterVersionId) -> Result<String> {
        let rows = self.rows();
        let row = rows
            .letter_by_head(version.bytes())?
            .ok_or(Error::NotFound)?;
        let inside = Zeroizing::new(rows.letter_inside(row.row)?);
        let text = format::cut(&inside)?.text;
        String::from_utf8(text.to_vec()).map_err(|_| Error::LetterNotText)
    }

    /// One of a letter's files: its sort and its bytes.
    pub fn letter_file(
        &self,
        version: LetterVersionId,
        number: usize,
    ) -> Result<(String, Vec<u8>)> {
        let (_, letter, _) = kept(&self.rows(), version)?;
        file(&letter, number)
    }

    /// Takes a letter up that was laid by: from now on it is kept.
    pub fn take_up_letter(&mut self, version: LetterVersionId, now: crate::Now) -> Result<()> {
        let arrived = {
            let rows = self.rows();
            let row = rows
                .letter_by_head(version.bytes())?
                .ok_or(Error::NotFound)?;
            if row.standing != LetterStanding::Later {
                return Ok(());
            }
            let inside = Zeroizing::new(rows.letter_inside(row.row)?);
            let companion = match row.companion {
                Some(companion) => rows.companion_by_row(companion)?,
                None => None,
            };
            let companion = companion.filter(|row| !row.identity.is_empty());
            self.letter_in(inside, companion.as_ref(), &mut Watch::nobody())?
        };
        match arrived {
            Arrived::Letter(incoming) => self.keep_letter(&incoming, now),
            _ => Err(Error::LetterNewer),
        }
    }

    /// Erases a letter's words here, mine or theirs. That it was there is still known, so that no gap is told for it;
    /// copies elsewhere are not touched.
    pub fn erase_letter(&mut self, version: LetterVersionId) -> Result<()> {
        self.change(|rows| {
            let row = rows
                .letter_by_head(version.bytes())?
                .ok_or(Error::NotFound)?;
            match row.standing {
                LetterStanding::Erased => Ok(()),
                _ => erase(rows, row),
            }
        })
    }

    /// Whether I answered a question that both answer, so that theirs may be shown. It can always be read first.
    pub fn answered_same_question(
        &self,
        companion: CompanionId,
        question: &QuestionId,
    ) -> Result<bool> {
        let mine = self.read_all(companion, |row| row.writer == Whose::Mine)?;
        Ok(mine.iter().any(|(_, letter)| {
            letter
                .same_question
                .as_ref()
                .is_some_and(|same| same.question == *question)
        }))
    }

    /// Every version of "what we know now" with a companion, each with its writer, the earliest first.
    pub fn shared_pages(&self, companion: CompanionId) -> Result<Vec<(SharedPage, LetterLine)>> {
        let rows = self.rows();
        let letters = self.read_all(companion, |row| row.writer != Whose::Unknown)?;
        let all: Vec<LetterRow> = letters.iter().map(|(row, _)| row.clone()).collect();
        let mut pages = Vec::new();
        for (row, letter) in letters {
            if let Some(page) = letter.shared_page {
                pages.push((page, line_of(&rows, &row, &all)?));
            }
        }
        Ok(pages)
    }

    fn read_all(
        &self,
        companion: CompanionId,
        wanted: impl Fn(&LetterRow) -> bool,
    ) -> Result<Vec<(LetterRow, Letter)>> {
        let rows = self.rows();
        let companion = rows.companion(companion)?.row;
        let mut letters = Vec::new();
        for row in rows.letters_of(companion)? {
            if row.standing == LetterStanding::Kept && wanted(&row) {
                let inside = Zeroizing::new(rows.letter_inside(row.row)?);
                let letter = format::read(format::cut(&inside)?.text)?;
                letters.push((row, letter));
            }
        }
        Ok(letters)
    }

    fn writer_of(&self, row: &LetterRow) -> Result<Writer> {
        let companion = match (row.writer, row.companion) {
            (Whose::Mine, _) => return Ok(Writer::Me),
            (Whose::Theirs, Some(companion)) => self.rows().companion_by_row(companion)?,
            _ => None,
        };
        let Some(companion) = companion else {
            return Ok(Writer::Unknown);
        };
        let companion = self.companion(companion.id)?;
        Ok(Writer::Companion {
            id: companion.id,
            called: companion.called,
            paired: companion.paired,
        })
    }
}

/// Numbers of the companion's letters that have not come, with `also` counted as here.
pub(super) fn missing(
    rows: &Rows<'_>,
    companion: Option<i64>,
    also: Option<u32>,
) -> Result<Vec<Gap>> {
    let Some(companion) = companion else {
        return Ok(Vec::new());
    };
    let letters = rows.letters_of(companion)?;
    let theirs = letters.iter().filter(|row| row.writer == Whose::Theirs);
    let here = Ranges::of(theirs.map(|row| row.seq).chain(also));
    Ok(gaps(&here))
}

fn gaps(here: &Ranges) -> Vec<Gap> {
    let gap = |(from, to)| Gap { from, to };
    here.gaps().into_iter().map(gap).collect()
}

/// A letter whose words are here.
pub(super) fn kept(
    rows: &Rows<'_>,
    version: LetterVersionId,
) -> Result<(LetterRow, Letter, usize)> {
    let row = rows
        .letter_by_head(version.bytes())?
        .ok_or(Error::NotFound)?;
    let inside = Zeroizing::new(rows.letter_inside(row.row)?);
    if inside.is_empty() {
        return Err(Error::NotFound);
    }
    let cut = format::cut(&inside)?;
    if cut.major != 1 || !format::unmet_needs(cut.text)?.is_empty() {
        return Err(Error::LetterNewer);
    }
    Ok((row, format::read(cut.text)?, inside.len()))
}

/// Erases the words of a letter; that it was there stays.
pub(super) fn erase(rows: &Rows<'_>, mut row: LetterRow) -> Result<()> {
    row.standing = LetterStanding::Erased;
    // A sealed file may lie elsewhere: what is erased here opens it no more.
    row.given_to.clear();
    row.words = Zeroizing::default();
    row.rev += 1;
    rows.move_letter(&row, &[])?;
    add_head_of(rows, &row, &[])
}

fn line_of(rows: &Rows<'_>, row: &LetterRow, all: &[LetterRow]) -> Result<LetterLine> {
    let other_version = all
        .iter()
        .any(|other| other.id == row.id && other.row != row.row && other.writer == row.writer);
    Ok(LetterLine {
        version: LetterVersionId::from_bytes(row.head_name()),
        id: row.id,
        whose: row.writer,
        standing: row.standing,
        kind: LetterKind::from(row.kind.clone()),
        newer: row.kind == "newer",
        on: row.at.date_naive(),
        seq: row.seq,
        released: rows.is_released(row.thread, row.id, row.writer)?,
        other_version,
        given_to: row.given_to.clone(),
    })
}

/// A letter, ready to be shown. A picture's marker in received words stands for nothing here: it may not reach for a
/// picture of this journal.
pub(super) fn shown(letter: &Letter, face: LetterFace) -> Result<LetterShown> {
    let mut parts = Vec::with_capacity(letter.parts.len());
    for part in &letter.parts {
        let text = part.text.join("\n");
        parts.push(PartShown {
            title: part.title.clone(),
            date: part.date.clone(),
            asked: part.asked.clone(),
            answers: part.answers,
            lang: match part.lang.as_str() {
                "" => letter.lang.clone(),
                own => own.to_owned(),
            },
            blocks: blocks::parse(&text, |_| None),
            text,
            files: part.files.clone(),
        });
    }
    let mut files = Vec::with_capacity(letter.files.len());
    for one in &letter.files {
        files.push(FileShown {
            sort: one.sort.clone(),
            words: one.words.clone(),
            size: match one.sort.as_str() {
                "text" => None,
                _ => Some(pictures::size(&format::file_bytes(one)?)?),
            },
        });
    }
    Ok(LetterShown {
        face,
        parts,
        releases: letter.releases.clone(),
        agreement: letter.agreement.clone(),
        question: letter.question.clone(),
        same_question: letter.same_question.clone(),
        shared_page: letter.shared_page.clone(),
        files,
    })
}

pub(super) fn file(letter: &Letter, number: usize) -> Result<(String, Vec<u8>)> {
    let file = letter.files.get(number).ok_or(Error::NotFound)?;
    Ok((file.sort.clone(), format::file_bytes(file)?.to_vec()))
}

/// Adds a letter as it stands now to the chain.
pub(super) fn add_head_of(rows: &Rows<'_>, row: &LetterRow, inside: &[u8]) -> Result<()> {
    rows.add_head(&Head {
        kind: "letter",
        thing: row.head_name(),
        rev: row.rev,
        digest: digest_of_letter(row, inside),
    })
}

/// The digest of all that a letter holds.
pub(crate) fn digest_of_letter(row: &LetterRow, inside: &[u8]) -> [u8; 32] {
    let digest = Digest::new()
        .field(row.id.bytes())
        .field(row.thread.bytes())
        .text(row.writer.word())
        .text(row.standing.word())
        .number(i64::from(row.seq))
        .time(Some(row.at))
        .field(inside);
    // Letters from before these two were kept have neither, and their digests stay what they are.
    match row.given_to.is_empty() && row.words.is_empty() {
        true => digest.done(),
        false => digest.text(&row.given_to).text(&row.words).done(),
    }
}
