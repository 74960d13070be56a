//! A page that was written anew on both sides: its words from the sibling come among what the page said earlier, or
//! as a page of its own. Nothing of the page here is taken away.

use crate::check::thing_as_it_stands;
use crate::draft::draft_name;
use crate::error::{Error, Result};
use crate::id::{MomentId, PictureId, ReflectionId, hex};
use crate::keeping::takeout::{make_findable, thing_of};
use crate::page_pictures::{shown_of_draft, shown_of_page};
use crate::store::{
    Arrivals, EarlierRow, Field, Fields, Head, PageRow, PictureRow, Rows, Table, field, field_mut,
};

/// Brings the words of a page of the sibling among what the page here said earlier, and what hangs on it beside what
/// hangs on the page here.
pub(super) fn as_version(
    ours: &Rows<'_>,
    theirs: &Rows<'_>,
    table: &'static Table,
    fields: &Fields,
    arrivals: &Arrivals,
) -> Result<()> {
    let (id, there) = page_of(table, fields)?;
    let here = ours.page(id)?;
    let mut said: Vec<EarlierRow> = ours.earlier(here.row)?;
    said.push(as_said(ours.page(id)?));
    let mut theirs_said = theirs.earlier(there)?;
    theirs_said.reverse();
    theirs_said.push(as_said(theirs.page(id)?));
    let mut rev = here.rev;
    for mut row in theirs_said {
        if said.iter().any(|known| says_the_same(known, &row)) {
            continue;
        }
        row.rev = rev;
        rev += 1;
        ours.add_earlier(here.row, &row)?;
        said.push(row);
    }
    for part in table
        .parts()
        .filter(|part| part.name != "reflection_version")
    {
        for row in theirs.parts_of(part, table, there)? {
            ours.add_part(part, table, here.row, row, arrivals)?;
        }
    }
    make_findable(ours, "page", id.bytes())
}

/// Brings a page of the sibling as a page of its own, with new names for it and for its pictures and moments.
pub(super) fn as_page(
    ours: &Rows<'_>,
    theirs: &Rows<'_>,
    table: &'static Table,
    mut fields: Fields,
    arrivals: &Arrivals,
) -> Result<()> {
    let (_, there) = page_of(table, &fields)?;
    let id = ReflectionId::fresh();
    // Pictures are named in the words, too.
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut parts: Vec<(&'static Table, Fields)> = Vec::new();
    for part in table.parts() {
        for mut row in theirs.parts_of(part, table, there)? {
            if let Some(Field::Bytes(name)) = field_mut(&mut row, "public_id") {
                let fresh = match part.name {
                    "picture" => *PictureId::fresh().bytes(),
                    _ => *MomentId::fresh().bytes(),
                };
                if part.name == "picture" {
                    renamed.push((hex(name), hex(&fresh)));
                }
                *name = fresh.to_vec();
            }
            parts.push((part, row));
        }
    }
    set(&mut fields, "public_id", Field::Bytes(id.bytes().to_vec()));
    set(&mut fields, "aside_at", Field::Text(String::new()));
    rename_pictures(&mut fields, &renamed);
    let number = ours.add_as_new(table, fields.clone())?;
    for (part, mut row) in parts {
        rename_pictures(&mut row, &renamed);
        ours.add_part(part, table, number, row, arrivals)?;
    }
    make_findable(ours, "page", id.bytes())?;
    let (rev, digest) = thing_as_it_stands(ours, "page", id.bytes(), 1)?.ok_or(Error::NotFound)?;
    ours.add_head(&Head {
        kind: "page",
        thing: *id.bytes(),
        rev,
        digest,
    })
}

/// Which page it is, and the number of its row there.
fn page_of(table: &Table, fields: &Fields) -> Result<(ReflectionId, i64)> {
    let thing = thing_of(table, fields)?.ok_or(Error::SiblingDamaged)?;
    match field(fields, "id") {
        Some(Field::Number(there)) => Ok((ReflectionId::from_bytes(thing), *there)),
        _ => Err(Error::SiblingDamaged),
    }
}

fn set(fields: &mut Fields, wanted: &str, to: Field) {
    if let Some(field) = field_mut(fields, wanted) {
        *field = to;
    }
}

fn rename_pictures(fields: &mut Fields, renamed: &[(String, String)]) {
    if let Some(Field::Text(body)) = field_mut(fields, "body") {
        for (was, now) in renamed {
            *body = body.replace(was, now);
        }
    }
}

/// The pictures that words not finished in the sibling show, of the draft itself and of the page it is of, for a page
/// of its own: each under a new name, in the words too, because here it may hang on something else.
pub(super) fn pictures_of_unfinished(
    theirs: &Rows<'_>,
    of: Option<ReflectionId>,
    body: &mut String,
) -> Result<Vec<(PictureRow, Vec<u8>)>> {
    let mut pictures = shown_of_draft(theirs, &draft_name(of), body)?;
    if let Some(page) = of {
        pictures.extend(shown_of_page(theirs, page, body)?);
    }
    for (picture, _) in &mut pictures {
        let fresh = PictureId::fresh();
        *body = body.replace(&hex(picture.id.bytes()), &hex(fresh.bytes()));
        picture.id = fresh;
    }
    Ok(pictures)
}

/// A page's words as they stand, in the form of a wording from before.
fn as_said(page: PageRow) -> EarlierRow {
    EarlierRow {
        rev: page.rev,
        title: page.title,
        body: page.body,
        cover: page.cover,
        lang: page.lang,
        lenses: page.lenses,
        at: page.revised_at.unwrap_or(page.written_at),
    }
}

fn says_the_same(one: &EarlierRow, other: &EarlierRow) -> bool {
    one.title == other.title
        && one.body == other.body
        && one.cover == other.cover
        && one.lang == other.lang
        && one.lenses == other.lenses
}
