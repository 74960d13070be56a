//! Words that are not finished, on their way in. They wait under names that no desk asks for until everything else is
//! here; then each is settled so that no word is lost and none comes to a desk that does not know it.
//!
//! A draft of a page that came stays one, and so does the new page that was begun where nothing was ever kept before:
//! the journal is the same journal then. Any other becomes a page of its own, as from a sibling.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::Now;
use crate::digest::ERASED;
use crate::draft::{Draft, UNFINISHED, file_apart, known_as, pictures_renamed, with_ties_here};
use crate::error::{Error, Result};
use crate::id::{PictureId, ReflectionId};
use crate::store::{Field, Fields, Rows, Table, field_mut};

/// No desk counts so far: a number behind it could not be counted on from.
const MOST_SAVES: u32 = u32::MAX / 2;

/// What the pictures beside a draft are called while it waits, by their own names.
type Names = BTreeMap<PictureId, PictureId>;

/// The drafts on their way in.
#[derive(Default)]
pub(super) struct Unfinished {
    /// Nothing was ever kept here before.
    into_nothing: bool,
    /// The newest note of what was brought over before: those that come along tell of another journal.
    noted: i64,
    drafts: BTreeMap<String, Names>,
}

/// How many pages came of words that were not finished, and how many pictures with them.
#[derive(Default)]
pub(super) struct CameApart {
    pub pages: u32,
    pub pictures: u32,
}

/// What becomes of a draft.
enum Becomes {
    ADraft,
    APage,
    /// It is said here already, or was let go of with its page, or says nothing.
    Nothing,
}

impl Unfinished {
    /// Before anything came.
    pub(super) fn begin(rows: &Rows<'_>) -> Result<Unfinished> {
        Ok(Unfinished {
            into_nothing: rows.newest_link()?.is_none(),
            noted: rows.newest_note()?,
            drafts: BTreeMap::new(),
        })
    }

    /// Lets a row wait, where it is one of a draft. Tells whether it comes: a picture does with its draft.
    pub(super) fn lay_by(&mut self, table: &Table, fields: &mut Fields) -> Result<bool> {
        if !matches!(table.name, "draft" | "draft_picture") {
            return Ok(true);
        }
        let Some(Field::Text(page)) = field_mut(fields, "page") else {
            return Err(Error::NotTakenOut);
        };
        let name = page.clone();
        *page = waiting(&name);
        if table.name == "draft" {
            let is_a_page = name.is_empty() || name.parse::<ReflectionId>().is_ok();
            if !is_a_page || self.drafts.insert(name, Names::new()).is_some() {
                return Err(Error::NotTakenOut);
            }
            return Ok(true);
        }
        let Some(names) = self.drafts.get_mut(&name) else {
            return Ok(false);
        };
        let Some(Field::Bytes(id)) = field_mut(fields, "public_id") else {
            return Err(Error::NotTakenOut);
        };
        let own = <[u8; 16]>::try_from(id.as_slice()).map_err(|_| Error::NotTakenOut)?;
        // The same picture may be here already, beside other words or on a page.
        let fresh = PictureId::fresh();
        *id = fresh.bytes().to_vec();
        match names.insert(PictureId::from_bytes(own), fresh) {
            None => Ok(true),
            Some(_) => Err(Error::NotTakenOut),
        }
    }

    /// Settles each once everything else is here. `came` are the pages that came.
    pub(super) fn settle(
        &self,
        rows: &Rows<'_>,
        came: &BTreeSet<[u8; 16]>,
        now: Now,
        goes_on: &dyn Fn() -> Result<()>,
    ) -> Result<CameApart> {
        let mut apart = CameApart::default();
        for (name, names) in &self.drafts {
            goes_on()?;
            let waits = waiting(name);
            let draft = rows.draft_that_waits(&waits, name)?;
            let mut draft = draft.ok_or(Error::NotTakenOut)?;
            if draft.rev > MOST_SAVES || draft.writing.admit_unfinished().is_err() {
                return Err(Error::NotTakenOut);
            }
            let known = known_as(&draft.writing)?;
            match self.becomes(rows, name, &draft, &known, came)? {
                Becomes::ADraft => {
                    if let Cow::Owned(writing) = with_ties_here(rows, &draft.writing)? {
                        rows.write_draft_anew(&waits, &writing)?;
                    }
                    rows.move_draft(&waits, name)?;
                    for (own, waits) in names {
                        rows.rename_draft_picture(*waits, *own)?;
                    }
                }
                Becomes::APage => {
                    draft.writing.body = pictures_renamed(&draft.writing.body, names);
                    let (page, pictures) = file_apart(rows, rows, &waits, draft)?;
                    if rows.brought_over(UNFINISHED, &known)?.is_none() {
                        rows.note_brought_over(page, UNFINISHED, &known, now)?;
                    }
                    rows.drop_draft(&waits)?;
                    apart.pages += 1;
                    apart.pictures += u32::try_from(pictures).unwrap_or(u32::MAX);
                }
                Becomes::Nothing => rows.drop_draft(&waits)?,
            }
        }
        Ok(apart)
    }

    fn becomes(
        &self,
        rows: &Rows<'_>,
        name: &str,
        draft: &Draft,
        known: &str,
        came: &BTreeSet<[u8; 16]>,
    ) -> Result<Becomes> {
        let here = rows.draft(name)?;
        let has_room = match draft.page {
            // Nobody can have begun to write a page anew that was not here.
            Some(page) => came.contains(page.bytes()),
            None => self.into_nothing,
        };
        if has_room && here.is_none() {
            return Ok(Becomes::ADraft);
        }
        if let Some(page) = draft.page
            && let Some((ERASED, _)) = rows.newest_head_of(page.bytes())?
        {
            return Ok(Becomes::Nothing);
        }
        let writing = &draft.writing;
        let stays_away = writing.is_blank()
            || here.is_some_and(|here| here.writing == *writing)
            || rows.is_noted(UNFINISHED, known, self.noted)?
            || rows.says_all_of(writing)?;
        Ok(match stays_away {
            true => Becomes::Nothing,
            false => Becomes::APage,
        })
    }
}

/// What a draft is called while it waits: no page has such a name.
fn waiting(name: &str) -> String {
    format!("waits/{name}")
}
