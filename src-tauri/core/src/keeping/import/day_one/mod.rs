//! Day One's JSON export: `NAME.json` for each journal, `photos/MD5.jpeg` beside it, alone, in a folder or in a ZIP.
//!
//! What comes: the words, with Day One's backslashes undone ([`text`]); the title, when the first line is a `# `
//! heading; the moment it was written (`creationDate`) by the clock of its own `timeZone`; when it was last
//! written anew, if that was on a later day; tags, as plain words; photos that are PNG, JPEG or WebP.
//!
//! What stays in the export: sounds, films, PDFs and photos of another kind (the page says so in their place);
//! stars and pins, place, weather, music, steps, devices, templates, and the copy of the words as `richText`.
//!
//! Limits: 512 MiB of text in all and 64 MiB for one page with all that is noted beside it, 200,000 files and as many
//! pages, a million pieces, things and tags, a page as large as any page here, and for a photo 64 MiB and forty million
//! pixels. Beyond them the whole export is refused, or the one page or photo.
//!
//! A page whose `timeZone` is not known stands on the day its place's zone gives, or else the export's own clock,
//! and is counted as unsure. Day One names a page by its `uuid`: what has one that came before does not come again,
//! also when its words have changed in Day One since; of two with the same in one export, the one changed last
//! comes. A page without one is named by the digest of what it says.

mod entry;
mod moment;
mod reading;
mod text;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::held::{Held, Spot, Text};
use super::{ForeignPage, Import, ImportFormat, ImportRefusal, Part};
use crate::blocks::Gone;
use crate::error::{Error, Result, TroubleKind};
use crate::id::hex;
use crate::picture::{self, PictureKind, Unfit};
use entry::{Entry, Words};
use text::Piece;

/// The most pages of one export.
const MOST_PAGES: usize = 200_000;

/// The most that all pages of one export consist of: pieces of words, what hangs on them, and tags. A page a day for
/// fifty years has some hundred thousand.
const MOST_PIECES: usize = 1_000_000;

/// Where photos lie, beside the text.
const PHOTOS: &str = "photos";

/// Reads an export to its end.
pub(super) fn read(path: &Path) -> Result<Import> {
    let (held, texts) = Held::at(path, ".json", &[PHOTOS])?;
    let mut left = Text::most();
    let mut found = Found {
        pages: Vec::new(),
        refused: Vec::new(),
        seen: 0,
        pieces: 0,
    };
    let mut exports = 0;
    for text in &texts {
        let read = held.read_text(text, &mut left, |json| {
            reading::pages(json, |entry| found.take(&held, &text.folder, entry))
        });
        match read {
            Ok(()) => exports += 1,
            // Other JSON may lie beside the journals of a folder or a ZIP.
            Err(Error::NotADayOneExport) if texts.len() > 1 => {}
            Err(error) => return Err(error),
        }
    }
    if exports == 0 {
        return Err(Error::NotADayOneExport);
    }
    let all = found.pages.len();
    let mut pages = each_once(found.pages);
    look_at_pictures(&held, &mut pages)?;
    Ok(Import {
        format: ImportFormat::DayOne,
        held,
        doubled: u32::try_from(all - pages.len()).unwrap_or(u32::MAX),
        pages,
        refused: found.refused,
    })
}

/// Which of two pages with one name comes: the one changed later, then the one that says more.
type Weight = (Option<DateTime<Utc>>, usize);

/// What was found so far.
struct Found {
    pages: Vec<(Weight, ForeignPage)>,
    refused: Vec<ImportRefusal>,
    /// How many pages were looked at, refused ones too.
    seen: usize,
    /// What those that come consist of.
    pieces: usize,
}

impl Found {
    fn take(&mut self, held: &Held, folder: &str, entry: &Entry) -> Result<()> {
        self.seen += 1;
        if self.seen > MOST_PAGES || entry.is_overfull() {
            return Err(Error::ImportTooLarge);
        }
        match page_of(held, folder, entry) {
            Ok((weight, page)) => {
                self.pieces += page.parts.len() + page.keywords.len();
                if self.pieces > MOST_PIECES {
                    return Err(Error::ImportTooLarge);
                }
                self.pages.push((weight, page));
            }
            Err(kind) => {
                let day = moment::of(entry).map(|when| when.written_at.date_naive().to_string());
                let name = day.unwrap_or_else(|| format!("#{}", self.seen));
                self.refused.push(ImportRefusal { name, kind });
            }
        }
        Ok(())
    }
}

/// A page of the export, or why it cannot be taken.
fn page_of(
    held: &Held,
    folder: &str,
    entry: &Entry,
) -> std::result::Result<(Weight, ForeignPage), TroubleKind> {
    let Some(when) = moment::of(entry) else {
        return Err(TroubleKind::ImportPageUnreadable);
    };
    let words = match &entry.words {
        Words::Said(words) => Cow::Borrowed(words.as_str()),
        Words::Nothing => Cow::Owned(entry::words_of(&entry.rich)),
        Words::Another => return Err(TroubleKind::ImportPageUnreadable),
    };
    let mut attached = Attached::of(entry);
    let mut parts = Vec::new();
    let (title, pieces) = text::read(&words);
    for piece in pieces {
        parts.push(match piece {
            Piece::Words(words) => Part::Words(words),
            Piece::Moment { id, what } => attached.part(held, folder, id, what),
        });
    }
    parts.extend(attached.rest(held, folder));
    let page = ForeignPage {
        foreign_id: foreign_id(entry, &words),
        written_at: when.written_at,
        revised_at: when.revised_at,
        day_unsure: when.day_unsure,
        title,
        parts,
        keywords: keywords(entry),
    };
    Ok(((when.changed_at, words.len()), page))
}

/// What hangs on a page.
struct Attached {
    things: BTreeMap<String, Thing>,
    /// In the order Day One shows it.
    order: Vec<String>,
    /// What has a place in the words.
    placed: BTreeSet<String>,
}

struct Thing {
    what: Gone,
    /// The name of a photo's file, without its ending.
    md5: String,
}

impl Attached {
    fn of(entry: &Entry) -> Attached {
        let mut things = BTreeMap::new();
        let mut order = Vec::new();
        for (list_name, list, what) in [
            ("photos", &entry.photos, Gone::Picture),
            ("videos", &entry.films, Gone::Film),
            ("audios", &entry.sounds, Gone::Sound),
            ("pdfAttachments", &entry.files, Gone::File),
        ] {
            for (number, listed) in list.iter().enumerate() {
                // Without a name no place in the words can ask for it; it still hangs on the page.
                let id = match listed.identifier.as_str() {
                    "" => format!("{list_name} {number}"),
                    id => id.to_owned(),
                };
                let md5 = listed.md5.to_ascii_lowercase();
                if things.insert(id.clone(), Thing { what, md5 }).is_none() {
                    order.push((listed.order.unwrap_or(i64::MAX), id));
                }
            }
        }
        order.sort();
        Attached {
            things,
            order: order.into_iter().map(|(_, id)| id).collect(),
            placed: BTreeSet::new(),
        }
    }

    /// What the words hold in one place. They may name what the page does not list.
    fn part(&mut self, held: &Held, folder: &str, id: String, named: Gone) -> Part {
        let part = match self.things.get(&id) {
            Some(thing) if thing.what == Gone::Picture => picture(held, folder, &thing.md5),
            thing => Part::Left(thing.map_or(named, |thing| thing.what)),
        };
        self.placed.insert(id);
        part
    }

    /// What no place in the words asked for, in its order.
    fn rest(mut self, held: &Held, folder: &str) -> Vec<Part> {
        let mut order = std::mem::take(&mut self.order);
        order.retain(|id| !self.placed.contains(id));
        order
            .into_iter()
            .map(|id| self.part(held, folder, id, Gone::File))
            .collect()
    }
}

/// The photo of this digest, if the export holds one.
fn picture(held: &Held, folder: &str, md5: &str) -> Part {
    let is_digest = md5.len() == 32 && md5.bytes().all(|byte| byte.is_ascii_hexdigit());
    // A name from outside that is no digest could be anything, also a person's words.
    let spot = is_digest.then(|| held.find(folder, &format!("{PHOTOS}/{md5}")));
    match spot.flatten() {
        Some(spot) => Part::Picture {
            spot,
            name: md5.to_owned(),
        },
        None => Part::Left(Gone::Picture),
    }
}

/// Looks at the beginning of every picture. Only now: while a text of a ZIP is read, nothing else of it can be.
fn look_at_pictures(held: &Held, pages: &mut [ForeignPage]) -> Result<()> {
    for part in pages.iter_mut().flat_map(|page| &mut page.parts) {
        let Part::Picture { spot, name } = part else {
            continue;
        };
        if let Err(unfit) = looked_at(held, spot)? {
            *part = Part::Unfit {
                name: std::mem::take(name),
                kind: unfit.trouble(),
            };
        }
    }
    Ok(())
}

fn looked_at(held: &Held, spot: &Spot) -> Result<std::result::Result<PictureKind, Unfit>> {
    let first = match held.head(spot) {
        // A file of the ZIP that is not what was put in.
        Err(Error::ImportTorn) => return Ok(Err(Unfit::Broken)),
        head => picture::look(&head?),
    };
    if first != Err(Unfit::Unknown) {
        return Ok(first);
    }
    // A camera may put more before the size of a picture than one look takes in.
    match held.bytes(spot, picture::MOST_BYTES) {
        Err(Error::ImportTorn) => Ok(Err(Unfit::Broken)),
        whole => Ok(picture::look(&whole?)),
    }
}

/// Its tags, each once.
fn keywords(entry: &Entry) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let tags = entry.tags.iter().filter(|tag| !tag.trim().is_empty());
    tags.filter(|tag| seen.insert(tag.as_str()))
        .cloned()
        .collect()
}

/// How Day One names a page: 32 hexadecimal characters.
fn foreign_id(entry: &Entry, words: &str) -> String {
    let plain: String = entry.uuid.chars().filter(|c| *c != '-').collect();
    if !plain.is_empty() && plain.len() <= 64 && plain.chars().all(|c| c.is_ascii_alphanumeric()) {
        return plain.to_ascii_uppercase();
    }
    let mut hash = Sha256::new();
    for text in [entry.created.as_str(), words] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    format!("sha256:{}", hex(&hash.finalize()))
}

/// Each page once, oldest first.
fn each_once(mut found: Vec<(Weight, ForeignPage)>) -> Vec<ForeignPage> {
    found.sort_by(|(one_weight, one), (other_weight, other)| {
        let by_name = one.foreign_id.cmp(&other.foreign_id);
        by_name.then_with(|| other_weight.cmp(one_weight))
    });
    found.dedup_by(|(_, later), (_, first)| later.foreign_id == first.foreign_id);
    let mut pages: Vec<ForeignPage> = found.into_iter().map(|(_, page)| page).collect();
    pages.sort_by(|one, other| {
        (one.written_at, &one.foreign_id).cmp(&(other.written_at, &other.foreign_id))
    });
    pages
}
