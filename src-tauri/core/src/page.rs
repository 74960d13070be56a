//! A page as it is read, out of the rows of any open copy of a journal.

use crate::digest::when;
use crate::error::Result;
use crate::id::ReflectionId;
use crate::moment::moments_of;
use crate::page_pictures::blocks_of;
use crate::reflection::{Cover, Page};
use crate::store::Rows;
use crate::writing::Writing;

/// A page, covered if it has a cover that was not opened.
pub(crate) fn page_of(rows: &Rows<'_>, id: ReflectionId, cover: Cover) -> Result<Page> {
    let row = rows.page(id)?;
    let covered = cover == Cover::Closed && !row.cover.is_empty();
    let (title, body, lenses) = if covered {
        Default::default()
    } else {
        (row.title, row.body, row.lenses)
    };
    let hangs = row.hangs;
    let asked = when(hangs.asked && !covered, || rows.asked_of(row.row))?;
    let moments = when(hangs.moments && !covered, || moments_of(rows, row.row))?;
    let pictures = when(hangs.pictures, || rows.pictures_of(row.row))?;
    Ok(Page {
        id: row.id,
        place: row.place,
        rev: row.rev,
        day: row.place.day(),
        written_at: row.written_at,
        revised_at: row.revised_at,
        covered,
        blocks: blocks_of(&body, &pictures),
        writing: Writing {
            title,
            body,
            cover: row.cover,
            stays_here: row.stays_here,
            happened: row.happened,
            lang: row.lang,
            ties: when(hangs.ties, || rows.ties_of(row.row))?,
            asked,
            lenses,
        },
        moments,
        keywords: when(hangs.keywords, || rows.keywords_of(row.row))?,
        aside_since: row.aside_at,
        versions: hangs.versions,
    })
}
