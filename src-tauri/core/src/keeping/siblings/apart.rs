//! A page that was written anew on both sides: its words from the sibling come among what the page said earlier, or
//! as a page of its own. Nothing of the page here is taken away.

use crate::check::thing_as_it_stands;
use crate::error::{Error, Result};
use crate::id::{MomentId, PictureId, ReflectionId, hex};
use crate::keeping::takeout::{make_findable, thing_of};
use crate::store::{
    Arrivals, EarlierRow, Field, Fields, Head, MomentRow, PageRow, Rows, Table, field, field_mut,
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
    let moments = ours.moments_of(here.row)?;
    for part in table
        .parts()
        .filter(|part| part.name != "reflection_version")
    {
        for mut row in theirs.parts_of(part, table, there)? {
            if part.name == "moment" && says_more(ours, theirs, &row, &moments)? {
                let fresh = MomentId::fresh().bytes().to_vec();
                set(&mut row, "public_id", Field::Bytes(fresh));
            }
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

/// Whether a moment that both sides have says something there that no moment of the page says here. It comes beside
/// the one here, since nothing keeps what a moment said earlier.
fn says_more(ours: &Rows<'_>, theirs: &Rows<'_>, row: &Fields, here: &[MomentRow]) -> Result<bool> {
    let name = match field(row, "public_id") {
        Some(Field::Bytes(name)) => name.as_slice().try_into().ok(),
        _ => None,
    };
    let id = MomentId::from_bytes(name.ok_or(Error::SiblingDamaged)?);
    if here.iter().all(|one| one.moment.id != id) {
        return Ok(false);
    }
    let there = theirs.moment(id)?.ok_or(Error::SiblingDamaged)?.moment;
    // Somebody who was let go of here is not named again.
    let tie = match there.tie {
        Some(tie) => ours.tie(tie)?.map(|row| row.tie.id),
        None => None,
    };
    Ok(!here.iter().any(|MomentRow { moment, .. }| {
        // What was taken away there stays here.
        let is_it = moment.id == id;
        moment.kind == there.kind
            && (moment.words == there.words || (is_it && there.words.is_empty()))
            && (moment.tie == tie || (is_it && tie.is_none()))
    }))
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
