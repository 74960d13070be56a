//! A page that was written anew on both sides: its words from the sibling come among what the page said earlier, or
//! as a page of its own. Nothing of the page here is taken away.

use super::bring::{field, make_findable};
use crate::check::thing_as_it_stands;
use crate::error::{Error, Result};
use crate::id::{MomentId, PictureId, ReflectionId, hex};
use crate::keeping::takeout::thing_of;
use crate::store::{Arrivals, EarlierRow, Field, Fields, Head, PageRow, Rows, Table};

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
    make_findable(ours, table, fields)
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
            if let Some((_, Field::Bytes(name))) = named(&mut row) {
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
    make_findable(ours, table, &fields)?;
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

fn named(fields: &mut Fields) -> Option<&mut (String, Field)> {
    fields.iter_mut().find(|(name, _)| name == "public_id")
}

fn set(fields: &mut Fields, wanted: &str, to: Field) {
    if let Some((_, field)) = fields.iter_mut().find(|(name, _)| name == wanted) {
        *field = to;
    }
}

fn rename_pictures(fields: &mut Fields, renamed: &[(String, String)]) {
    for (name, field) in fields {
        if let (true, Field::Text(body)) = (name == "body", field) {
            for (was, now) in renamed {
                *body = body.replace(was, now);
            }
        }
    }
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
