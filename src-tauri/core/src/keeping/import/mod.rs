//! Bringing pages over from other programs. Reading an export and writing pages are two acts: [`Import::read`]
//! reads it to its end and writes nothing, [`Journal::count_import`] tells what would come,
//! [`Journal::import`] brings all of it in one transaction, or nothing.

//!
//! The words come as they are: nothing is normalised, corrected or cut. What cannot come is told, one by one.
//! Pictures are read one at a time, written anew without what a camera noted in them, and kept with their page.

mod day_one;
mod held;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;

use crate::Now;
use crate::blocks::{Gone, gone_marker, picture_marker};
use crate::error::{Error, Result, TroubleKind};
use crate::id::PictureId;
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::page_pictures::kept;
use crate::picture::{self, Unfit};
use crate::reflection::{NewPage, file_page};
use crate::store::{PictureRow, Rows, Stay};
use crate::writing::Writing;
use held::{Held, Spot};

/// A program whose export can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    /// Day One: its JSON export, as the JSON itself, the ZIP, or the folder unpacked from it.
    DayOne,
}

impl ImportFormat {
    /// All of them.
    pub const ALL: [ImportFormat; 1] = [ImportFormat::DayOne];

    /// `day-one`
    pub fn word(self) -> &'static str {
        match self {
            ImportFormat::DayOne => "day-one",
        }
    }
}

impl FromStr for ImportFormat {
    type Err = Error;

    fn from_str(word: &str) -> Result<ImportFormat> {
        ImportFormat::ALL
            .into_iter()
            .find(|format| format.word() == word)
            .ok_or(Error::BadRequest)
    }
}

/// An export that was read to its end and can be brought over. Nothing is written yet.
pub struct Import {
    format: ImportFormat,
    held: Held,
    /// Oldest first, each name once.
    pages: Vec<ForeignPage>,
    /// How many pages were in the export under a name that another page has.
    doubled: u32,
    refused: Vec<ImportRefusal>,
}

/// A page of another program, ready to be written.
struct ForeignPage {
    /// What the other program calls it.
    foreign_id: String,
    written_at: Now,
    revised_at: Option<Now>,
    /// The clock it was written by is not known.
    day_unsure: bool,
    title: String,
    parts: Vec<Part>,
    keywords: Vec<String>,
}

/// A part of a page, in its order.
enum Part {
    Words(String),
    /// A picture that looks like one. `name` is the digest the other program gave it.
    Picture {
        spot: Spot,
        name: String,
    },
    /// A picture that the export holds and that cannot be kept.
    Unfit {
        name: String,
        kind: TroubleKind,
    },
    /// A picture that the export does not hold, or something that is no picture.
    Left(Gone),
}

impl Import {
    /// Reads an export to its end. Writes nothing, anywhere.
    ///
    /// # Errors
    /// [`Error::NotADayOneExport`], [`Error::ImportTorn`], [`Error::ImportTooLarge`], [`Error::FolderGone`] when
    /// there is nothing at `path`, and what the disk may say.
    pub fn read(format: ImportFormat, path: &Path) -> Result<Import> {
        match format {
            ImportFormat::DayOne => day_one::read(path),
        }
    }
}

/// What an import brings, or would bring.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportCount {
    /// Pages that come.
    pub pages: u32,
    /// Pages that came over before, and pages that the export holds twice: they do not come again.
    pub already_here: u32,
    /// Pages that came over before and were set aside or erased here since: they do not come again either.
    pub let_go: u32,
    /// Pages whose time zone is not known: they stand on the day that the export's own clock says.
    pub days_unsure: u32,
    /// Pictures that come.
    pub pictures: u32,
    /// Pictures that the export names and does not hold: the page says so in their place.
    pub pictures_missing: u32,
    /// Sounds that stay in the export: the page says so in their place.
    pub sounds_left: u32,
    /// Films that stay in the export.
    pub films_left: u32,
    /// Other files that stay in the export.
    pub files_left: u32,
    /// The first local day of the pages that come.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub first_day: Option<NaiveDate>,
    /// The last local day of the pages that come.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub last_day: Option<NaiveDate>,
    /// Different plain words that come with the pages.
    pub keywords: u32,
    /// What could not be taken. Everything else comes.
    pub refused: Vec<ImportRefusal>,
}

/// Something in an export that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportRefusal {
    /// A day, a number or a file's digest: where to look for it. Never a word of the person's.
    pub name: String,
    /// Why.
    pub kind: TroubleKind,
}

impl Journal {
    /// What an import would bring. Writes nothing. Pictures are recognised by their beginning: one that turns out
    /// to be broken further on is told of by [`Journal::import`].
    pub fn count_import(&self, import: &Import) -> Result<ImportCount> {
        let promised = PictureId::from_bytes([0; 16]);
        import.go_through(&self.rows(), |page, count| {
            settle(page, count, |_| Ok(Ok(promised))).map(|_| ())
        })
    }

    /// Brings everything over in one transaction: when this fails, nothing has come. A backup is made before.
    ///
    /// # Errors
    /// [`Error::ImportGone`] when the export went away since it was read, and what the disk may say.
    pub fn import(&mut self, import: &Import, now: Now) -> Result<ImportCount> {
        self.refuse_unless_writable()?;
        self.back_up(None, now, &mut Watch::nobody())?;
        self.change(|rows| {
            import.go_through(rows, |page, count| {
                let mut pictures = Vec::new();
                let take = |spot: &Spot| {
                    let taken = picture_of(&import.held, spot)?;
                    Ok(taken.map(|(row, bytes)| {
                        let id = row.id;
                        pictures.push((row, bytes));
                        id
                    }))
                };
                let Some(writing) = settle(page, count, take)? else {
                    return Ok(());
                };
                let filed = file_page(
                    rows,
                    &NewPage {
                        writing: &writing,
                        written_at: page.written_at,
                        revised_at: page.revised_at,
                        keywords: &page.keywords,
                        pictures: &pictures,
                    },
                )?;
                rows.note_brought_over(filed.row, import.format.word(), &page.foreign_id, now)
            })
        })
    }
}

impl Import {
    /// Goes through the pages that are not here yet, oldest first, and counts.
    fn go_through(
        &self,
        rows: &Rows<'_>,
        mut each: impl FnMut(&ForeignPage, &mut ImportCount) -> Result<()>,
    ) -> Result<ImportCount> {
        let mut count = ImportCount {
            already_here: self.doubled,
            refused: self.refused.clone(),
            ..ImportCount::default()
        };
        let mut keywords = BTreeSet::new();
        for page in &self.pages {
            match rows.brought_over(self.format.word(), &page.foreign_id)? {
                Some(Stay::Here) => count.already_here += 1,
                Some(Stay::LetGo) => count.let_go += 1,
                None => {
                    let before = count.pages;
                    each(page, &mut count)?;
                    if count.pages > before {
                        keywords.extend(&page.keywords);
                    }
                }
            }
        }
        count.keywords = u32::try_from(keywords.len()).unwrap_or(u32::MAX);
        Ok(count)
    }
}

/// Makes one text of the parts of a page and counts them; `take` takes a picture in. Nothing when the page cannot
/// come, which is counted too.
fn settle(
    page: &ForeignPage,
    count: &mut ImportCount,
    mut take: impl FnMut(&Spot) -> Result<std::result::Result<PictureId, Unfit>>,
) -> Result<Option<Writing>> {
    let mut own = ImportCount::default();
    let mut taken: BTreeMap<&Spot, PictureId> = BTreeMap::new();
    let mut body = String::new();
    for part in &page.parts {
        let marker = match part {
            Part::Words(words) => {
                add_words(&mut body, words);
                continue;
            }
            Part::Picture { spot, name } => match taken.get(spot) {
                // A picture may stand in a page twice.
                Some(id) => picture_marker(*id, ""),
                None => match take(spot)? {
                    Ok(id) => {
                        taken.insert(spot, id);
                        own.pictures += 1;
                        picture_marker(id, "")
                    }
                    Err(unfit) => own.unfit(name, unfit.trouble()),
                },
            },
            Part::Unfit { name, kind } => own.unfit(name, *kind),
            Part::Left(what) => own.left(*what),
        };
        add_marker(&mut body, &marker);
    }
    let writing = Writing {
        title: page.title.clone(),
        body,
        ..Writing::default()
    };
    let day = page.written_at.date_naive();
    let refused = match writing.admit() {
        Ok(()) => {
            count.add_page(page, own);
            return Ok(Some(writing));
        }
        Err(Error::NothingWritten) => TroubleKind::ImportPageEmpty,
        Err(Error::TooLarge) => TroubleKind::ImportPageTooLarge,
        Err(error) => return Err(error),
    };
    count.refuse(day.to_string(), refused);
    Ok(None)
}

impl ImportCount {
    fn refuse(&mut self, name: String, kind: TroubleKind) {
        self.refused.push(ImportRefusal { name, kind });
    }

    /// Counts a picture that cannot be kept, and says so in its place.
    fn unfit(&mut self, name: &str, kind: TroubleKind) -> String {
        self.refuse(name.to_owned(), kind);
        gone_marker(Gone::Picture)
    }

    /// Counts what the export does not hold or this program does not keep, and says so in its place.
    fn left(&mut self, what: Gone) -> String {
        *match what {
            Gone::Picture => &mut self.pictures_missing,
            Gone::Sound => &mut self.sounds_left,
            Gone::Film => &mut self.films_left,
            Gone::File => &mut self.files_left,
        } += 1;
        gone_marker(what)
    }

    /// Adds a page that comes, and what was counted on it.
    fn add_page(&mut self, page: &ForeignPage, own: ImportCount) {
        let day = page.written_at.date_naive();
        self.pages += 1;
        self.days_unsure += u32::from(page.day_unsure);
        self.pictures += own.pictures;
        self.pictures_missing += own.pictures_missing;
        self.sounds_left += own.sounds_left;
        self.films_left += own.films_left;
        self.files_left += own.files_left;
        self.first_day = Some(self.first_day.map_or(day, |first| first.min(day)));
        self.last_day = Some(self.last_day.map_or(day, |last| last.max(day)));
        self.refused.extend(own.refused);
    }
}

/// A marker stands alone on its line.
fn add_marker(body: &mut String, marker: &str) {
    let line = body.rsplit('\n').next().unwrap_or_default();
    if !line.trim().is_empty() {
        body.push_str("\n\n");
    }
    body.push_str(marker);
}

fn add_words(body: &mut String, words: &str) {
    let line = words.split('\n').next().unwrap_or_default();
    if !body.is_empty() && !line.trim().is_empty() {
        body.push_str("\n\n");
    }
    body.push_str(words);
}

/// A picture of the export as it is kept.
fn picture_of(
    held: &Held,
    spot: &Spot,
) -> Result<std::result::Result<(PictureRow, Vec<u8>), Unfit>> {
    // One byte more tells that there is more.
    let bytes = match held.bytes(spot, picture::MOST_BYTES + 1) {
        // A file of the ZIP that is not what was put in.
        Err(Error::ImportTorn) => return Ok(Err(Unfit::Broken)),
        bytes => bytes?,
    };
    Ok(picture::take_in(&bytes).map(kept))
}
