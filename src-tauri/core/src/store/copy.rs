//! A whole copy of an open database, page by page, encrypted on its way; and what is compared to know that a copy
//! holds what the database holds.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};

use super::open::{self, Key, Salt};
use super::{Rows, Store, trouble};
use crate::disk::Whose;
use crate::error::{Error, Result};
use crate::files;
use crate::keeping::watch::{Stage, Watch};

/// How many pages are copied between two looks at whether to go on: one mebibyte, some milliseconds.
const PAGES_AT_ONCE: i32 = 256;

/// How many rows are compared between two looks.
const ROWS_AT_ONCE: u64 = 512;

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
    /// database's key slots. `to` is also whose disk that file lies on.
    ///
    /// # Errors
    /// [`Error::Stopped`] when it was not to go on, [`Error::JournalDamaged`] when a page cannot be read, and what
    /// the disk may say. What was written of the copy stays for the caller to remove.
    pub(crate) fn copy_to(
        &self,
        (path, whose): (&Path, Whose),
        key: &Key,
        salt: &Salt,
        watch: &mut Watch<'_>,
    ) -> Result<()> {
        let mut copy = open::connect_to_copy(path, key, salt).map_err(|error| whose.tell(error))?;
        let rows = self.rows();
        {
            let backup = Backup::new(&rows.0, &mut copy)?;
            loop {
                let step = backup.step(PAGES_AT_ONCE).map_err(|error| {
                    // Both files are read here, and one is written. What could not be read is said of this one as long
                    // as the other can be written.
                    match trouble::is_of_reading(&error) && files::may_write(path) {
                        true => error.into(),
                        false => whose.tell(error),
                    }
                })?;
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
        copy.close().map_err(|(_, error)| whose.tell(error))?;
        // Closing is silent of a disk that fails at the very end. What it then leaves beside is empty, but the copy would
        // take its place without it, and the folder it was made in could never go.
        let mut beside = path.as_os_str().to_owned();
        beside.push("-journal");
        if Path::new(&beside).exists() {
            return Err(whose.tell(Error::DiskTrouble(ErrorKind::Other)));
        }
        Ok(())
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
            if number.is_multiple_of(ROWS_AT_ONCE) {
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

#[cfg(test)]
mod tests {
    use super::super::head::Head;
    use super::*;
    use crate::keeping::watch::{GoOn, Headway};

    /// A database with so many changes in it.
    fn with_changes(path: &Path, changes: u64) -> Store {
        let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
        let mut store = Store::create(path, &Key::fresh(), &[7; 16], now).unwrap();
        let add = |rows: &Rows<'_>| -> Result<()> {
            (0..changes).try_for_each(|change| {
                let mut thing = [0; 16];
                thing[..8].copy_from_slice(&change.to_be_bytes());
                rows.add_head(&Head {
                    kind: "page",
                    thing,
                    rev: 1,
                    digest: [1; 32],
                })
            })
        };
        store.change(add).unwrap();
        store
    }

    #[test]
    fn whoever_watches_a_comparison_is_asked_every_so_many_rows_and_after_each_table() {
        let folder = tempfile::tempdir().unwrap();
        let asked = |changes| {
            let store = with_changes(&folder.path().join(format!("{changes}")), changes);
            let mut asked = 0;
            let mut watch = |_: Headway| {
                asked += 1;
                GoOn::Yes
            };
            store.rows().holds(&mut Watch::new(&mut watch)).unwrap();
            let tables = store.rows().table_names().unwrap().len();
            asked - tables
        };
        assert_eq!(asked(1), 0);
        let two_steps = asked(2 * ROWS_AT_ONCE + 1);
        assert_eq!(two_steps, 2);
    }

    #[test]
    fn two_databases_hold_the_same_only_with_the_same_rows() {
        let folder = tempfile::tempdir().unwrap();
        let store = with_changes(&folder.path().join("one"), 3);
        let holds = |store: &Store| store.rows().holds(&mut Watch::nobody()).unwrap();
        let before = holds(&store);
        assert_eq!(before, holds(&store));
        for change in [
            "UPDATE head SET rev = 2 WHERE seq = 2",
            "UPDATE head SET rev = 1, kind = 'tie' WHERE seq = 2",
            "DELETE FROM head WHERE seq = 2",
        ] {
            store.rows().0.execute_batch(change).unwrap();
            assert_ne!(before, holds(&store), "{change}");
        }
    }

    #[test]
    fn a_copy_tells_how_far_it_is_up_to_the_last_page() {
        let folder = tempfile::tempdir().unwrap();
        let store = with_changes(&folder.path().join("one"), 12_000);
        let pages: u32 = store
            .rows()
            .0
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        let mut told = Vec::new();
        let mut watch = |headway: Headway| {
            told.push((headway.done, headway.of));
            GoOn::Yes
        };
        let to = folder.path().join("two");
        store
            .copy_to(
                (&to, Whose::Journals),
                &store.key(),
                &[3; 16],
                &mut Watch::new(&mut watch),
            )
            .unwrap();
        let step = u32::try_from(PAGES_AT_ONCE).unwrap();
        let mut awaited: Vec<_> = (1..)
            .map(|steps| (steps * step, pages))
            .take_while(|(done, of)| done < of)
            .collect();
        awaited.push((pages, pages));
        assert!(awaited.len() > 2, "{pages}");
        assert_eq!(told, awaited);
        // Stopped on the way, it is stopped.
        let mut stop = |_: Headway| GoOn::No;
        let stopped = store.copy_to(
            (&folder.path().join("three"), Whose::Journals),
            &store.key(),
            &[3; 16],
            &mut Watch::new(&mut stop),
        );
        assert!(matches!(stopped, Err(Error::Stopped)));
    }
}
