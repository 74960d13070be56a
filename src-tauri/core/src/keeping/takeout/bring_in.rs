//! Bringing in what was taken out as JSON: everything that is not here yet, in one transaction, or nothing.
//!
//! What is here already stays as it is, and what was let go here does not come again. A row that this program did
//! not write so is refused, and with it the whole file.

mod unfinished;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::reading;
use super::sink::Asking;
use crate::blocks;
use crate::check::thing_as_it_stands;
use crate::digest::{ERASED, earlier_of};
use crate::disk::unreached;
use crate::error::{Error, Result};
use crate::id::{ReflectionId, TieId, unhex};
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::own_words::PRACTICE;
use crate::passphrase::Passphrase;
use crate::put_away::PUT_AWAY;
use crate::reflection::{OPENING_GRAPHEMES, file_terms};
use crate::store::{Arrival, Arrivals, Field, Fields, Head, Rows, Table, field};
use crate::{Now, picture, seal, words};
use unfinished::Unfinished;

/// The largest file that is read: 4 GiB.
const MOST_BYTES: u64 = 4 * 1024 * 1024 * 1024;

/// Whether to bring things in, or to count what would come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whether {
    /// Count only: nothing is written.
    Count,
    /// Bring them.
    Bring,
}

/// What came, or would come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BroughtIn {
    /// Pages that come.
    pub pages: u32,
    /// Pages that are here already; they stay as they are here.
    pub already_here: u32,
    /// Pages that were let go here; they do not come again.
    pub let_go: u32,
    /// Pictures that come.
    pub pictures: u32,
    /// Ties that come.
    pub ties: u32,
    /// Letters that come.
    pub letters: u32,
    /// Everything else that comes: questions and their sets, what we move toward, company, words.
    pub others: u32,
}

/// Whether a file that was taken out is closed with a passphrase.
///
/// # Errors
/// [`Error::ImportGone`] when it cannot be reached.
pub fn taken_out_is_closed(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(unreached)?;
    file.take(64).read_to_end(&mut head).map_err(unreached)?;
    Ok(seal::is_sealed(&head))
}

impl Journal {
    /// Brings in a whole journal that was taken out as JSON. `passphrase` is the one it was closed with; it is not
    /// asked of a file in clear. It is read to its end once, then a backup is made,
    /// and only then anything comes.
    ///
    /// Words that were not finished there come too: they stay unfinished where their page came along, or where nothing
    /// was ever kept here; otherwise they are a page of their own, which is counted among the pages.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::NotTakenOut`], [`Error::TakenOutNewer`], [`Error::ImportTorn`],
    /// [`Error::ImportTooLarge`], [`Error::ImportGone`], and what the disk may say. Nothing has come then.
    pub fn bring_in(
        &mut self,
        path: &Path,
        passphrase: Option<&Passphrase>,
        whether: Whether,
        now: Now,
    ) -> Result<BroughtIn> {
        self.bring_in_watched(path, passphrase, whether, now, &mut Watch::nobody())
    }

    /// The same, with somebody who watches. When it is stopped nothing has come.
    ///
    /// # Errors
    /// As [`Journal::bring_in`], and [`Error::Stopped`] when `watch` says so.
    pub fn bring_in_watched(
        &mut self,
        path: &Path,
        passphrase: Option<&Passphrase>,
        whether: Whether,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<BroughtIn> {
        if whether == Whether::Bring {
            // What cannot come is told before a copy of everything is made for it.
            self.read_in(path, passphrase, Whether::Count, now, watch)?;
            self.back_up(None, now, watch)?;
        }
        self.read_in(path, passphrase, whether, now, watch)
    }

    fn read_in(
        &mut self,
        path: &Path,
        passphrase: Option<&Passphrase>,
        whether: Whether,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<BroughtIn> {
        let closed = taken_out_is_closed(path)?;
        let file = File::open(path).map_err(unreached)?;
        let length = file.metadata().map_err(unreached)?.len();
        if length > MOST_BYTES {
            return Err(Error::ImportTooLarge);
        }
        let asking = Asking::of(watch, path);
        let file = BufReader::with_capacity(
            256 * 1024,
            Asked {
                file,
                asking: &asking,
            },
        );
        let brought = if closed {
            let passphrase = passphrase.ok_or(Error::WrongPassphrase)?;
            seal::opening(file, passphrase).and_then(|inside| {
                let inside = BufReader::with_capacity(256 * 1024, inside);
                self.bring(inside, whether, now, &asking)
            })
        } else {
            self.bring(file, whether, now, &asking)
        };
        // What reads on the way knows only that reading failed.
        brought.map_err(|error| match asking.was_stopped() {
            true => Error::Stopped,
            false => error,
        })
    }

    fn bring(
        &mut self,
        from: impl BufRead,
        whether: Whether,
        now: Now,
        asking: &Asking<'_, '_>,
    ) -> Result<BroughtIn> {
        let mut brought = BroughtIn::default();
        let done = self.change(|rows| {
            brought = Taking::new(rows).take_all(from, now, &|| asking.goes_on(0))?;
            match whether {
                Whether::Bring => Ok(()),
                // Nothing that was written stays.
                Whether::Count => Err(Error::Unexpected("counted")),
            }
        });
        match (done, whether) {
            (Ok(()), _) | (Err(Error::Unexpected("counted")), Whether::Count) => Ok(brought),
            (Err(error), _) => Err(error),
        }
    }
}

/// The file, read while somebody watches.
struct Asked<'o, 'w, 'a> {
    file: File,
    asking: &'o Asking<'w, 'a>,
}

impl Read for Asked<'_, '_, '_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        let stopped = |_| std::io::Error::other("stopped");
        self.asking.goes_on(read).map_err(stopped)?;
        Ok(read)
    }
}

/// One bringing in.
pub(in crate::keeping) struct Taking<'r> {
    rows: &'r Rows<'r>,
    pub(in crate::keeping) arrivals: Arrivals,
    /// What came, to be added to the chain when all its parts are there.
    came: Vec<(&'static str, [u8; 16])>,
    /// Whether anything that is put away came.
    put_away: bool,
    unfinished: Unfinished,
    pub(in crate::keeping) brought: BroughtIn,
}

impl<'r> Taking<'r> {
    pub(in crate::keeping) fn new(rows: &'r Rows<'r>) -> Taking<'r> {
        Taking {
            rows,
            arrivals: Arrivals::default(),
            came: Vec::new(),
            put_away: false,
            unfinished: Unfinished::default(),
            brought: BroughtIn::default(),
        }
    }

    fn take_all(
        mut self,
        from: impl BufRead,
        now: Now,
        goes_on: &dyn Fn() -> Result<()>,
    ) -> Result<BroughtIn> {
        let rows = self.rows;
        self.unfinished = Unfinished::begin(rows)?;
        reading::read(from, &|table| rows.columns(table), &mut |table, fields| {
            self.take(table, fields)
        })?;
        let pages = self.came.iter().filter(|(kind, _)| *kind == "page");
        let pages: BTreeSet<[u8; 16]> = pages.map(|(_, thing)| *thing).collect();
        let apart = self
            .settle_while(goes_on)
            .and_then(|()| self.unfinished.settle(rows, &pages, now, goes_on));
        // A thing that cannot be read once it is here was not written by this program: the file is at fault, and no
        // word is said of the journal.
        let apart = apart.map_err(|error| match error {
            Error::JournalDamaged | Error::NotFound | Error::Unexpected(_) => Error::NotTakenOut,
            other => other,
        })?;
        self.brought.pages += apart.pages;
        self.brought.pictures += apart.pictures;
        Ok(self.brought)
    }

    /// Takes a row, unless it is here or was let go here.
    pub(in crate::keeping) fn take(
        &mut self,
        table: &'static Table,
        mut fields: Fields,
    ) -> Result<()> {
        refuse_changed_bytes(table, &fields)?;
        let thing = thing_of(table, &fields)?;
        let comes = self.unfinished.lay_by(table, &mut fields)?;
        let rows = self.rows;
        let arrival = rows.take_row(table, fields, &mut self.arrivals, |_| match thing {
            Some(thing) => Ok(rows
                .newest_head_of(&thing)?
                .is_some_and(|(digest, _)| digest == ERASED)),
            None => Ok(!comes),
        })?;
        let count = &mut self.brought;
        match (table.name, arrival) {
            ("reflection", Arrival::Here(_)) => count.already_here += 1,
            ("reflection", Arrival::Stayed) => count.let_go += 1,
            ("reflection", Arrival::Came(_)) => count.pages += 1,
            ("picture", Arrival::Came(_)) => count.pictures += 1,
            ("tie", Arrival::Came(_)) => count.ties += 1,
            ("letter", Arrival::Came(_)) => count.letters += 1,
            (_, Arrival::Came(_)) if table.kind.is_some() && !table.of_letters => count.others += 1,
            _ => {}
        }
        if let (Arrival::Came(_), Some(kind), Some(thing)) = (arrival, table.kind, thing) {
            // Whatever is put away is the same thing in the chain.
            let again = table.name == "put_away" && std::mem::replace(&mut self.put_away, true);
            if !again {
                self.came.push((kind, thing));
            }
        }
        Ok(())
    }

    /// Makes anew what things are found by, and adds them to the chain. A thing that cannot be read was not written
    /// by this program.
    pub(in crate::keeping) fn settle(&self) -> Result<()> {
        self.settle_while(&|| Ok(()))
    }

    fn settle_while(&self, goes_on: &dyn Fn() -> Result<()>) -> Result<()> {
        let rows = self.rows;
        for (kind, thing) in &self.came {
            goes_on()?;
            make_findable(rows, kind, thing)?;
            let before = rows.newest_head_of(thing)?.map_or(0, |(_, rev)| rev);
            let stands = thing_as_it_stands(rows, kind, thing, before + 1)?;
            let (rev, digest) = stands.ok_or(Error::NotTakenOut)?;
            rows.add_head(&Head {
                kind,
                thing: *thing,
                rev,
                digest,
            })?;
        }
        Ok(())
    }
}

/// Makes anew what a thing is found by, after its words came or changed.
pub(in crate::keeping) fn make_findable(
    rows: &Rows<'_>,
    kind: &str,
    thing: &[u8; 16],
) -> Result<()> {
    match kind {
        "page" => {
            let page = rows.page(ReflectionId::from_bytes(*thing))?;
            let opening = blocks::first_words(&page.body, OPENING_GRAPHEMES);
            rows.mark_shelves_anew(page.row, &opening)?;
            // Whatever a file says of it: an earlier program wrote nothing here.
            rows.set_earlier(page.row, earlier_of(&rows.earlier(page.row)?).as_ref())?;
            if page.aside_at.is_none() {
                rows.remove_terms(page.place)?;
                file_terms(rows, &page, &rows.keywords_of(page.row)?)?;
            }
        }
        "tie" => {
            let tie = rows
                .tie(TieId::from_bytes(*thing))?
                .ok_or(Error::NotFound)?;
            rows.fold_tie_anew(tie.row, &words::folded(&tie.tie.called))?;
        }
        _ => {}
    }
    Ok(())
}

/// A picture and a letter tell what their bytes fold into.
fn refuse_changed_bytes(table: &Table, fields: &Fields) -> Result<()> {
    let bytes = |wanted: &str| match field(fields, wanted) {
        Some(Field::Bytes(bytes)) => Some(bytes.as_slice()),
        _ => None,
    };
    let digest = bytes("digest").unwrap_or_default();
    let whole = match table.name {
        "picture" | "draft_picture" => {
            let bytes = bytes("bytes").unwrap_or_default();
            let kind = picture::look(bytes).map_err(|_| Error::NotTakenOut)?;
            let told = field(fields, "kind") == Some(&Field::Text(kind.word().to_owned()));
            told && Sha256::digest(bytes).as_slice() == digest
        }
        "letter" => {
            let inside = bytes("inside").unwrap_or_default();
            let behind = inside.iter().position(|byte| *byte == b'\n');
            let body = behind.and_then(|at| inside.get(at + 1..));
            inside.is_empty() || body.is_some_and(|body| Sha256::digest(body).as_slice() == digest)
        }
        _ => true,
    };
    if whole {
        Ok(())
    } else {
        Err(Error::NotTakenOut)
    }
}

/// What a row is called in the chain.
pub(in crate::keeping) fn thing_of(table: &Table, fields: &Fields) -> Result<Option<[u8; 16]>> {
    if table.kind.is_none() {
        return Ok(None);
    }
    let wanted = match table.name {
        "put_away" => return Ok(Some(PUT_AWAY)),
        "practice" => return Ok(Some(PRACTICE)),
        "letter" => "digest",
        _ => "public_id",
    };
    let thing = match field(fields, wanted) {
        Some(Field::Bytes(bytes)) => bytes
            .get(..16)
            .and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()),
        Some(Field::Text(text)) => unhex(text),
        _ => None,
    };
    thing.map(Some).ok_or(Error::NotTakenOut)
}
