//! A whole copy of an open database, page by page, encrypted on its way; and what is compared to know that a copy
//! holds what the database holds.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use super::open::{self, Key, Salt};
use super::{Rows, Store};
use crate::error::{Error, Result};
use crate::keeping::watch::{Stage, Watch};

/// How many pages are copied between two looks at whether to go on: one mebibyte, some milliseconds.
const PAGES_AT_ONCE: i32 = 256;

/// How many rows are compared between two looks.
const ROWS_AT_ONCE: u32 = 512;

/// What a database holds, table by table: how many rows, and a digest over every value of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Holds(BTreeMap<String, (u64, [u8; 32])>);

impl Holds {
    /// Before anything was read.
    pub(crate) fn nothing() -> Holds {
        Holds(BTreeMap::new())
    }
}

impl Store {
    /// Copies everything to a new file under `key`. With the salt of this database the copy opens with this
    /// database's key slots.
    ///
    /// # Errors
    /// [`Error::Stopped`] when it was not to go on, [`Error::JournalDamaged`] when a page cannot be read, and what
    /// the disk may say. What was written of the copy stays for the caller to remove.
    pub(crate) fn copy_to(
        &self,
        path: &Path,
        key: &Key,
        salt: &Salt,
        watch: &mut Watch<'_>,
    ) -> Result<()> {
        let mut copy = open::connect_to_copy(path, key, salt)?;
        let rows = self.rows();
        {
            let backup = Backup::new(&rows.0, &mut copy)?;
            loop {
                let step = backup.step(PAGES_AT_ONCE)?;
                let (all, left) = {
                    let progress = backup.progress();
                    (progress.pagecount, progress.remaining)
                };
                watch.tell(Stage::Copying, count(all - left), count(all))?;
                match step {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => return Err(Error::HeldElsewhere { holder: None }),
                }
            }
        }
        // Of a page that SQLCipher refused, SQLite may have handed on zeros.
        rows.sound(())?;
        copy.close().map_err(|(_, error)| error.into())
    }

    /// The key, once more.
    pub(crate) fn key(&self) -> Key {
        self.key.again()
    }
}

impl Rows<'_> {
    /// Everything the database holds, in a form that can be compared: two that agree hold the same rows with the
    /// same values.
    pub(crate) fn holds(&self, watch: &mut Watch<'_>) -> Result<Holds> {
        let mut tables = BTreeMap::new();
        let names = self.table_names()?;
        let of = u32::try_from(names.len()).unwrap_or(u32::MAX);
        for (done, name) in (0..).zip(names) {
            let held = self.table_holds(&name, || watch.tell(Stage::Comparing, done, of))?;
            tables.insert(name, held);
        }
        self.sound(Holds(tables))
    }

    /// Which journal it is.
    pub(crate) fn journal_id(&self) -> Result<[u8; 16]> {
        let id = self
            .0
            .query_row("SELECT public_id FROM journal WHERE id = 1", [], |row| {
                row.get("public_id")
            })?;
        Ok(id)
    }

    /// Whether the tables are as this version of the program makes them; those of an older one are not.
    pub(crate) fn are_of_the_newest_shape(&self) -> Result<bool> {
        Ok(open::whose_and_which(&self.0)? == open::SHAPES.len())
    }

    /// The names of all tables that have rows of their own, those of the search index too.
    pub(crate) fn table_names(&self) -> Result<Vec<String>> {
        let mut statement = self.0.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
        )?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    fn table_holds(
        &self,
        table: &str,
        mut look: impl FnMut() -> Result<()>,
    ) -> Result<(u64, [u8; 32])> {
        // The names come from the database itself, and none of ours has a quotation mark.
        let mut statement = self.0.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        let (mut number, mut hash) = (0u64, Sha256::new());
        let mut since = 0;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                let value = row.get_ref(column)?;
                let (sign, bytes): (u8, &[u8]) = match &value {
                    ValueRef::Null => (0, &[]),
                    ValueRef::Integer(number) => (1, &number.to_be_bytes()),
                    ValueRef::Real(number) => (2, &number.to_be_bytes()),
                    ValueRef::Text(text) => (3, text),
                    ValueRef::Blob(blob) => (4, blob),
                };
                hash.update([sign]);
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
            number += 1;
            since += 1;
            if since == ROWS_AT_ONCE {
                since = 0;
                look()?;
            }
        }
        look()?;
        Ok((number, hash.finalize().into()))
    }
}

fn count(pages: i32) -> u32 {
    u32::try_from(pages).unwrap_or(0)
}
