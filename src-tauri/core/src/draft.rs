//! What is being written and not finished: a row of the encrypted database, never a file of its own.
//!
//! Drafts are not part of the chain of digests: they are kept every few seconds, and a link for each would
//! grow the journal by some 40 MB a year of daily writing. A finished page is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::Now;
use crate::blocks;
use crate::error::{Error, Result};
use crate::id::{PictureId, ReflectionId, hex};
use crate::journal::Journal;
use crate::page_pictures::shown_of_draft;
use crate::reflection::{NewPage, PageLine, file_page, line_of, revise_page};
use crate::store::{PictureRow, Rows};
use crate::tie::touch_ties;
use crate::writing::Writing;

/// What came over as a page from words that were not finished elsewhere is noted under this name.
pub(crate) const UNFINISHED: &str = "sibling";

/// A draft as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Draft {
    /// The page being written anew; nothing for a new page.
    pub page: Option<ReflectionId>,
    /// Which save this was.
    pub rev: u32,
    /// When it was kept.
    #[cfg_attr(test, ts(type = "string"))]
    pub kept_at: Now,
    /// The words.
    pub writing: Writing,
}

/// A draft to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftSave {
    /// The page being written anew; nothing for a new page.
    pub page: Option<ReflectionId>,
    /// Grows with each save: one that is not above what is kept was made without knowing of that.
    pub rev: u32,
    /// The words.
    pub writing: Writing,
}

/// Said only after the words have reached the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Kept {
    /// The save that stands now.
    pub rev: u32,
    /// When it was kept.
    #[cfg_attr(test, ts(type = "string"))]
    pub at: Now,
}

impl Journal {
    /// The unfinished words of a new page (`None`) or of a page being written anew.
    pub fn draft(&self, page: Option<ReflectionId>) -> Result<Option<Draft>> {
        self.rows().draft(&draft_name(page))
    }

    /// Keeps unfinished words. When this returns, they are on the disk. Ties that are not here are not named any more:
    /// the words are what counts.
    ///
    /// What is kept already under a number as high was not known where these words come from. It becomes a page of its
    /// own, so that neither covers the other.
    pub fn keep_draft(&mut self, save: &DraftSave, now: Now) -> Result<Kept> {
        save.writing.admit_unfinished()?;
        self.change(|rows| {
            let name = draft_name(save.page);
            let writing = with_ties_here(rows, &save.writing)?;
            if let Some(kept) = rows.keep_draft(&name, save.rev, &writing, now)? {
                return Ok(kept);
            }
            set_unknown_apart(rows, save, &writing)?;
            rows.drop_words_of_draft(&name)?;
            let kept = rows.keep_draft(&name, save.rev, &writing, now)?;
            kept.ok_or(Error::Unexpected("drafts"))
        })
    }

    /// Makes a page of a draft, or writes its page anew; the draft goes in the same moment. Pictures that its words
    /// show go along, others go with the draft. With ties, and with what was not known here, it is as in
    /// [`Journal::keep_draft`].
    pub fn finish_draft(&mut self, save: &DraftSave, now: Now) -> Result<PageLine> {
        save.writing.admit()?;
        self.change(|rows| {
            let name = draft_name(save.page);
            let writing = with_ties_here(rows, &save.writing)?;
            set_unknown_apart(rows, save, &writing)?;
            let pictures = shown_of_draft(rows, &name, &writing.body)?;
            let id = match save.page {
                Some(id) => {
                    revise_page(rows, id, &writing, &pictures, now)?;
                    id
                }
                None => {
                    let page = NewPage {
                        writing: &writing,
                        written_at: now,
                        revised_at: None,
                        keywords: &[],
                        pictures: &pictures,
                    };
                    let id = file_page(rows, &page)?.id;
                    touch_ties(rows, &writing.ties, now)?;
                    id
                }
            };
            rows.drop_draft(&name)?;
            line_of(rows, rows.page(id)?)
        })
    }

    /// Lets go of a draft and of the pictures put beside it, because the person asked for it.
    pub fn drop_draft(&mut self, page: Option<ReflectionId>) -> Result<()> {
        self.change(|rows| rows.drop_draft(&draft_name(page)))
    }
}

/// The name of a draft's row.
pub(crate) fn draft_name(page: Option<ReflectionId>) -> String {
    page.map(|id| id.to_string()).unwrap_or_default()
}

/// The words with those of their ties that are here: one that was erased meanwhile, or did not come along, is named no
/// more.
pub(crate) fn with_ties_here<'w>(
    rows: &Rows<'_>,
    writing: &'w Writing,
) -> Result<Cow<'w, Writing>> {
    let mut ties = Vec::with_capacity(writing.ties.len());
    for tie in &writing.ties {
        if rows.tie(*tie)?.is_some() {
            ties.push(*tie);
        }
    }
    if ties.len() == writing.ties.len() {
        return Ok(Cow::Borrowed(writing));
    }
    Ok(Cow::Owned(Writing {
        ties,
        ..writing.clone()
    }))
}

/// Makes a page of what is kept in a save's place under a number as high, unless it is what the save says, or nothing.
/// It came with a journal that was brought in, or was on its way from a page that ended.
fn set_unknown_apart(rows: &Rows<'_>, save: &DraftSave, writing: &Writing) -> Result<()> {
    let name = draft_name(save.page);
    match rows.draft(&name)? {
        Some(there)
            if there.rev >= save.rev && there.writing != *writing && !there.writing.is_blank() =>
        {
            file_apart(rows, rows, &name, there).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// Makes a page of its own of words that are not finished and lie under `name` in `theirs`, here or in a sibling, and
/// leaves them there. Tells its row, and how many pictures it shows.
pub(crate) fn file_apart(
    rows: &Rows<'_>,
    theirs: &Rows<'_>,
    name: &str,
    draft: Draft,
) -> Result<(i64, usize)> {
    let mut writing = draft.writing;
    let pictures = pictures_apart(theirs, name, draft.page, &mut writing.body)?;
    let writing = with_ties_here(rows, &writing)?;
    let page = NewPage {
        writing: &writing,
        written_at: draft.kept_at,
        revised_at: None,
        keywords: &[],
        pictures: &pictures,
    };
    let page = file_page(rows, &page)?;
    Ok((page.row, pictures.len()))
}

/// The pictures that these words show, of those beside them and of the page they are of, for a page of its own: each
/// under a new name, in the words too, because it stays where it is as well.
fn pictures_apart(
    theirs: &Rows<'_>,
    name: &str,
    of: Option<ReflectionId>,
    body: &mut String,
) -> Result<Vec<(PictureRow, Vec<u8>)>> {
    let markers = body.split('\n').filter_map(blocks::picture_of);
    let mut fresh: BTreeMap<PictureId, PictureId> =
        markers.map(|(id, _)| (id, PictureId::fresh())).collect();
    let mut there = theirs.draft_pictures(name)?;
    if let Some(page) = of {
        match theirs.page(page) {
            Ok(page) => there.extend(theirs.pictures_of(page.row)?),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let mut pictures = Vec::new();
    let mut renamed = BTreeMap::new();
    for mut row in there {
        let Some(new) = fresh.remove(&row.id) else {
            continue;
        };
        let (_, bytes) = theirs.picture_bytes(row.id)?;
        renamed.insert(row.id, new);
        row.id = new;
        pictures.push((row, bytes));
    }
    *body = pictures_renamed(body, &renamed);
    Ok(pictures)
}

/// The same words, with other names in the lines of pictures.
pub(crate) fn pictures_renamed(body: &str, names: &BTreeMap<PictureId, PictureId>) -> String {
    let lines = body.split('\n').map(|line| {
        let shown = blocks::picture_of(line).and_then(|(was, _)| Some((was, names.get(&was)?)));
        match shown {
            Some((was, now)) => Cow::Owned(line.replace(&hex(was.bytes()), &hex(now.bytes()))),
            None => Cow::Borrowed(line),
        }
    });
    lines.collect::<Vec<Cow<'_, str>>>().join("\n")
}

/// What words that are not finished are known by once they came over.
pub(crate) fn known_as(writing: &Writing) -> Result<String> {
    let text = serde_json::to_vec(writing).map_err(|_| Error::Unexpected("drafts"))?;
    Ok(hex(&Sha256::digest(&text)))
}
