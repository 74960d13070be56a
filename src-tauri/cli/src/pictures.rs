//! Pictures from a terminal: onto a page out of files, and out of a page into files.

use std::path::{Path, PathBuf};

use awai::blocks::Block;
use awai::{Cover, Error, Journal, NewPicture, Page};

use crate::answer::Answer;
use crate::ask::{PageName, PictureGiven};
use crate::out::short;
use crate::pages::named;
use crate::refusal::Refusal;

/// A picture on its way onto a page, and what it shows in words.
pub struct Pictured(NewPicture, String);

/// Reads pictures before a passphrase is asked: one that cannot be put on a page is told at once.
pub fn read(given: &[PictureGiven]) -> Result<Vec<Pictured>, Refusal> {
    given
        .iter()
        .map(|one| Ok(Pictured(NewPicture::read(&one.file)?, one.shows.clone())))
        .collect()
}

/// Adds the pictures to the end of the words, each on a line of its own. Not a word is changed.
pub fn add_to(body: &mut String, pictures: Vec<Pictured>) -> Vec<NewPicture> {
    let mut added = Vec::new();
    for Pictured(picture, shows) in pictures {
        if !body.is_empty() && !body.ends_with('\n') {
            body.push('\n');
        }
        body.push_str(&picture.marker(&shows));
        body.push('\n');
        added.push(picture);
    }
    added
}

/// How many pictures a page shows.
pub fn number(page: &Page) -> usize {
    let blocks = page.blocks.iter();
    blocks
        .filter(|block| matches!(block, Block::Picture { .. }))
        .count()
}

/// Writes the pictures of a page into a folder, in their order. They lie there in clear: the person asked for that by
/// name. No file is written over.
pub fn write_out(
    journal: &Journal,
    page: &PageName,
    cover: Cover,
    to: &Path,
) -> Result<Answer, Refusal> {
    let id = named(journal, page)?;
    let page = journal.page(id, cover)?;
    if page.covered {
        return Err(Refusal::Covered);
    }
    let start = short(&id);
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for block in &page.blocks {
        let Block::Picture { id, .. } = block else {
            continue;
        };
        let (kind, bytes) = journal.picture(*id)?;
        let ending = match kind.as_str() {
            "jpeg" => "jpg",
            other => other,
        };
        let file = to.join(format!("{start}-{}.{ending}", files.len() + 1));
        if file.exists() {
            return Err(Error::FileThere.into());
        }
        files.push((file, bytes));
    }
    if !files.is_empty() {
        awai::make_private_folder(to)?;
    }
    for (file, bytes) in &files {
        awai::write_elsewhere(file, bytes)?;
    }
    Ok(Answer::Pictures(
        files.into_iter().map(|(file, _)| file).collect(),
    ))
}
