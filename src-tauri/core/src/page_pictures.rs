//! Pictures on a page: put there by a person, one by one, and taken off again.
//!
//! A picture stands where its marker stands in the words ([`crate::blocks::picture_marker`]), so its place, its order
//! and what it shows in words are written like everything else on a page, and earlier wordings keep theirs. Its bytes
//! lie beside: with the draft while the page is being written, with the page once it is finished. A picture that no
//! wording shows any more is erased with the last wording that did.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::Now;
use crate::blocks::{self, Block};
use crate::draft::draft_name;
use crate::error::{Error, Result};
use crate::files;
use crate::id::{PictureId, ReflectionId};
use crate::journal::Journal;
use crate::picture::{self, Picture, PictureKind};
use crate::reflection::{NewPage, file_page, revise_page};
use crate::store::{PageRow, PictureRow, Rows};
use crate::tie::touch_ties;
use crate::writing::Writing;

/// A picture on its way onto a page: decoded, upright, no larger than a page shows, written anew without what a
/// camera noted in it.
pub struct NewPicture {
    row: PictureRow,
    bytes: Vec<u8>,
}

/// A picture that is there to be put on a page, or stands on it already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PictureAtHand {
    /// Its public id, which its marker names.
    pub id: PictureId,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl NewPicture {
    /// Makes a picture fit to be kept, whatever it is called.
    ///
    /// # Errors
    /// [`Error::NotAPicture`] for what is no PNG, JPEG or WebP, [`Error::PictureTorn`], [`Error::PictureTooLarge`].
    pub fn of(bytes: &[u8]) -> Result<NewPicture> {
        let is_jpeg = picture::kind_of(bytes) == Some(PictureKind::Jpeg);
        if is_jpeg && picture::breaks_off(bytes) {
            return Err(Error::PictureTorn);
        }
        let (row, bytes) = kept(picture::take_in(bytes)?);
        Ok(NewPicture { row, bytes })
    }

    /// The same of a file.
    ///
    /// # Errors
    /// [`Error::PictureGone`] when it is not there, or is a folder or something that never ends.
    pub fn read(path: &Path) -> Result<NewPicture> {
        let bytes = files::read_chosen(path, picture::MOST_BYTES)
            .map_err(|_| Error::PictureTooLarge)?
            .ok_or(Error::PictureGone)?;
        NewPicture::of(&bytes)
    }

    /// Whether a file begins like a picture that can be kept. Nothing is decoded.
    pub fn looks_like_one(path: &Path) -> bool {
        // Opening a pipe would wait for whoever writes into it.
        if !path.is_file() {
            return false;
        }
        let mut head = Vec::new();
        let read = File::open(path).and_then(|file| file.take(64).read_to_end(&mut head));
        read.is_ok() && picture::kind_of(&head).is_some()
    }

    /// The name it will have.
    pub fn id(&self) -> PictureId {
        self.row.id
    }

    /// The line that shows it on a page, with what it shows in words.
    pub fn marker(&self, words: &str) -> String {
        blocks::picture_marker(self.row.id, words)
    }
}

impl Journal {
    /// Puts a picture beside the unfinished words of a new page (`None`) or of a page being written anew. It is shown
    /// where its marker stands; without one on the finished page it goes with the draft. When this returns, it is on
    /// the disk.
    pub fn put_picture(
        &mut self,
        page: Option<ReflectionId>,
        new: &NewPicture,
    ) -> Result<PictureAtHand> {
        self.change(|rows| {
            if let Some(id) = page {
                rows.page(id)?;
            }
            rows.add_draft_picture(&draft_name(page), &new.row, &new.bytes)
        })?;
        Ok(at_hand(&new.row))
    }

    /// The pictures that are there while a page is written: those kept with the page, then those put beside its
    /// unfinished words, each in the order they came.
    pub fn pictures_at_hand(&self, page: Option<ReflectionId>) -> Result<Vec<PictureAtHand>> {
        let rows = self.rows();
        let mut found = match page {
            Some(id) => rows.pictures_of(rows.page(id)?.row)?,
            None => Vec::new(),
        };
        found.extend(rows.draft_pictures(&draft_name(page))?);
        Ok(found.iter().map(at_hand).collect())
    }

    /// Writes a page with pictures, which its body shows by their markers; one that it does not show stays away.
    /// When this returns, all of it is on the disk.
    pub fn write_with(
        &mut self,
        writing: &Writing,
        pictures: Vec<NewPicture>,
        now: Now,
    ) -> Result<ReflectionId> {
        writing.admit()?;
        let pictures = shown_of(&writing.body, pictures);
        self.change(|rows| {
            let page = NewPage {
                writing,
                written_at: now,
                revised_at: None,
                keywords: &[],
                pictures: &pictures,
            };
            let id = file_page(rows, &page)?.id;
            touch_ties(rows, &writing.ties, now)?;
            Ok(id)
        })
    }

    /// Writes a page anew with pictures that come to it, as [`Journal::write_with`]. Those it had stay with it.
    pub fn revise_with(
        &mut self,
        id: ReflectionId,
        writing: &Writing,
        pictures: Vec<NewPicture>,
        now: Now,
    ) -> Result<()> {
        writing.admit()?;
        let pictures = shown_of(&writing.body, pictures);
        self.change(|rows| revise_page(rows, id, writing, &pictures, now))
    }

    /// The kind (`png`, `jpeg` or `webp`) and the bytes of a picture.
    pub fn picture(&self, id: PictureId) -> Result<(String, Vec<u8>)> {
        self.rows().picture_bytes(id)
    }
}

/// A picture as a row and its bytes.
pub(crate) fn kept(picture: Picture) -> (PictureRow, Vec<u8>) {
    let row = PictureRow {
        id: PictureId::fresh(),
        kind: picture.kind.word().to_owned(),
        width: picture.width,
        height: picture.height,
        digest: Sha256::digest(&picture.bytes).into(),
    };
    (row, picture.bytes)
}

/// The pictures of a draft that its words show: they hang on the page from now on.
pub(crate) fn shown_of_draft(
    rows: &Rows<'_>,
    draft: &str,
    body: &str,
) -> Result<Vec<(PictureRow, Vec<u8>)>> {
    let named = named_in(body);
    let mut shown = Vec::new();
    for row in rows.draft_pictures(draft)? {
        if !named.contains(&row.id) {
            continue;
        }
        let (_, bytes) = rows.picture_bytes(row.id)?;
        shown.push((row, bytes));
    }
    Ok(shown)
}

/// Erases the pictures of a page that neither its words nor what is being written of it show.
pub(crate) fn let_unshown_go(rows: &Rows<'_>, page: &PageRow) -> Result<()> {
    let mut named = named_in(&page.body);
    if let Some(draft) = rows.draft(&draft_name(Some(page.id)))? {
        named.extend(named_in(&draft.writing.body));
    }
    for picture in rows.pictures_of(page.row)? {
        if !named.contains(&picture.id) {
            rows.erase_picture(picture.id)?;
        }
    }
    Ok(())
}

/// The blocks of a body, with the size of each picture that is there; a marker of one that is not says so.
pub(crate) fn blocks_of(body: &str, pictures: &[PictureRow]) -> Vec<Block> {
    blocks::parse(body, |id| {
        let picture = pictures.iter().find(|picture| picture.id == id)?;
        Some((picture.width, picture.height))
    })
}

fn at_hand(row: &PictureRow) -> PictureAtHand {
    PictureAtHand {
        id: row.id,
        width: row.width,
        height: row.height,
    }
}

fn shown_of(body: &str, pictures: Vec<NewPicture>) -> Vec<(PictureRow, Vec<u8>)> {
    let named = named_in(body);
    let shown = pictures.into_iter().filter(|one| named.contains(&one.id()));
    shown.map(|one| (one.row, one.bytes)).collect()
}

/// The pictures whose markers stand in a body.
fn named_in(body: &str) -> Vec<PictureId> {
    let markers = body.split('\n').filter_map(blocks::picture_of);
    markers.map(|(id, _)| id).collect()
}
