//! What a sibling holds that is not here, by the two chains of changes: what stood here at any time is known here.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::digest::ERASED;
use crate::draft::{Draft, UNFINISHED, known_as};
use crate::error::{Error, Result};
use crate::id::{PictureId, ReflectionId};
use crate::journal::Journal;
use crate::page::page_of;
use crate::reflection::{Cover, MOST_LINES, Page, PageLine, line_of};
use crate::store::{Field, Fields, HeadState, Rows, TABLES, Table};

/// What stands in a sibling and not here.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Beside {
    /// Pages that are only there, the newest first; of very many, the first five hundred.
    pub only_there: Vec<PageLine>,
    /// How many there are.
    pub pages: u32,
    /// Pages that stand here as they were there before: they went on there.
    pub went_on: Vec<PageLine>,
    /// Pages that were written anew on both sides since.
    pub both: Vec<PageLine>,
    /// Words that are not finished there, and are not said here.
    pub unfinished: Vec<Draft>,
    /// Pages that are there and were let go of here; they do not come again.
    pub let_go: u32,
    /// Ties that are only there.
    pub ties: u32,
    /// Letters that are only there.
    pub letters: u32,
    /// Everything else that is only there, or went on there.
    pub others: u32,
    /// What else was changed on both sides, and stays as it is here.
    pub stay: u32,
}

/// A page of a sibling, beside the page of that name here.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SiblingPage {
    /// As it stands there.
    pub there: Page,
    /// As it stands here; nothing when it does not.
    pub here: Option<Page>,
}

impl Beside {
    /// Whether everything that is there is here, too, or was left there by the person.
    pub fn is_all_here(&self) -> bool {
        self.pages == 0
            && self.went_on.is_empty()
            && self.both.is_empty()
            && self.unfinished.is_empty()
            && self.ties + self.letters + self.others + self.stay == 0
    }
}

/// How a thing of a sibling stands to the same thing here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stands {
    /// It stood here so, or stands.
    Known,
    /// It is only there.
    OnlyThere,
    /// It was let go of here.
    LetGo,
    /// It stands here as it stood there before.
    WentOn,
    /// It was changed on both sides since.
    Both,
}

pub(super) fn stands(ours: &Rows<'_>, theirs: &Rows<'_>, head: &HeadState) -> Result<Stands> {
    if head.digest == ERASED || ours.has_stood_so(&head.thing, &head.digest)? {
        return Ok(Stands::Known);
    }
    Ok(match ours.newest_head_of(&head.thing)? {
        None => Stands::OnlyThere,
        Some((ERASED, _)) => Stands::LetGo,
        Some((here, _)) if theirs.has_stood_so(&head.thing, &here)? => Stands::WentOn,
        Some(_) => Stands::Both,
    })
}

/// Compares two open copies.
pub(super) fn beside(ours: &Rows<'_>, theirs: &Rows<'_>) -> Result<Beside> {
    let mut told = Beside::default();
    let mut pages: BTreeMap<Stands, Vec<ReflectionId>> = BTreeMap::new();
    // A link stands for everything before it: an older copy of this very file has nothing more to tell.
    let is_a_beginning = match theirs.newest_link()? {
        Some(link) => ours.has_link(&link)?,
        None => true,
    };
    let heads = match is_a_beginning {
        true => Vec::new(),
        false => theirs.newest_heads()?,
    };
    for head in heads {
        let stands = stands(ours, theirs, &head)?;
        match (head.kind.as_str(), stands) {
            (_, Stands::Known) => {}
            // What is put away there is put away here, too, without a word.
            ("put_away", _) => {}
            ("page", Stands::LetGo) => told.let_go += 1,
            ("page", stands) => {
                let id = ReflectionId::from_bytes(head.thing);
                pages.entry(stands).or_default().push(id);
            }
            ("tie", Stands::OnlyThere) => told.ties += 1,
            ("letter", Stands::OnlyThere) => told.letters += 1,
            (_, Stands::LetGo) => {}
            (_, Stands::OnlyThere) => told.others += 1,
            (kind, Stands::WentOn) if goes_on(kind) => told.others += 1,
            (_, Stands::WentOn | Stands::Both) => told.stay += 1,
        }
    }
    let mut lines = |stands: Stands| {
        let ids = pages.remove(&stands).unwrap_or_default();
        let many = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        Ok::<_, Error>((lines_of(theirs, ids)?, many))
    };
    (told.only_there, told.pages) = lines(Stands::OnlyThere)?;
    (told.went_on, _) = lines(Stands::WentOn)?;
    (told.both, _) = lines(Stands::Both)?;
    told.unfinished = unfinished(ours, theirs)?
        .into_iter()
        .map(|(draft, _)| draft)
        .collect();
    told.others += alone(ours, theirs)?;
    Ok(told)
}

/// What may take the place of what stands here when it went on there. What belongs to letters has keys that may have
/// been let go of on either side.
pub(super) fn goes_on(kind: &str) -> bool {
    !matches!(kind, "companion" | "letter" | "put_away")
}

/// The lines of pages, the newest first.
fn lines_of(rows: &Rows<'_>, ids: Vec<ReflectionId>) -> Result<Vec<PageLine>> {
    let mut lines = Vec::new();
    for id in ids {
        lines.push(line_of(rows, rows.page(id)?)?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.place));
    lines.truncate(MOST_LINES as usize);
    Ok(lines)
}

/// Words that are not finished there and not said here, each with the name under which it would be known here.
pub(super) fn unfinished(ours: &Rows<'_>, theirs: &Rows<'_>) -> Result<Vec<(Draft, String)>> {
    let mut names = Vec::new();
    if let Some(table) = Table::of("draft") {
        theirs.each_row(table, |fields| {
            names.extend(fields.into_iter().find_map(|(name, field)| match field {
                Field::Text(text) if name == "page" => Some(text),
                _ => None,
            }));
            Ok::<_, Error>(())
        })?;
    }
    let mut found = Vec::new();
    for name in names {
        let Some(draft) = theirs.draft(&name)? else {
            continue;
        };
        let writing = &draft.writing;
        let here = ours.draft(&name)?;
        let known = known_as(writing)?;
        if writing.is_blank()
            || here.is_some_and(|here| here.writing == *writing)
            || ours.says_all_of(writing)?
            || ours.brought_over(UNFINISHED, &known)?.is_some()
        {
            continue;
        }
        found.push((draft, known));
    }
    Ok(found)
}

/// How many rows that the chain does not tell of are only there: invitations, letters that are being put together.
fn alone(ours: &Rows<'_>, theirs: &Rows<'_>) -> Result<u32> {
    let mut many = 0;
    for table in TABLES.iter().filter(|table| table.stands_alone()) {
        theirs.each_row(table, |fields: Fields| {
            many += u32::from(ours.row_named(table, &fields)?.is_none());
            Ok::<_, Error>(())
        })?;
    }
    Ok(many)
}

impl Journal {
    /// What a sibling holds that is not here. `path` is its file or its folder.
    ///
    /// # Errors
    /// [`Error::NotASibling`], [`Error::SiblingDamaged`], [`Error::JournalNewer`], [`Error::HeldElsewhere`].
    pub fn compare_sibling(&self, path: &Path) -> Result<Beside> {
        let sibling = self.open_sibling(path)?;
        beside(&self.rows(), &sibling.rows()).map_err(damaged)
    }

    /// Pages of a sibling, each with the one here beside it, in the order they are asked for.
    ///
    /// # Errors
    /// [`Error::NotFound`] when one is not there, and those of [`Journal::compare_sibling`].
    pub fn sibling_pages(
        &self,
        path: &Path,
        ids: &[ReflectionId],
        cover: Cover,
    ) -> Result<Vec<SiblingPage>> {
        let sibling = self.open_sibling(path)?;
        let beside = |id: &ReflectionId| {
            let there = page_of(&sibling.rows(), *id, cover).map_err(damaged)?;
            let here = match page_of(&self.rows(), *id, cover) {
                Err(Error::NotFound) => None,
                here => Some(here?),
            };
            Ok(SiblingPage { there, here })
        };
        ids.iter().map(beside).collect()
    }

    /// The kind and the bytes of a picture of a sibling, as [`Journal::picture`] gives those of a page here.
    ///
    /// # Errors
    /// As [`Journal::sibling_pages`].
    pub fn sibling_picture(&self, path: &Path, id: PictureId) -> Result<(String, Vec<u8>)> {
        let sibling = self.open_sibling(path)?;
        sibling.rows().picture_bytes(id).map_err(damaged)
    }
}

/// Damage that was met in the sibling is its own.
pub(super) fn damaged(error: Error) -> Error {
    match error {
        Error::JournalDamaged => Error::SiblingDamaged,
        other => other,
    }
}
