//! The sheets that the file is made of (SQLite says pages): whether each is as it was written.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use rusqlite::Connection;

use super::{Rows, Store};
use crate::error::{Error, Result};
use crate::keeping::watch::{GoOn, Headway, Stage, Watch};

/// After so many steps SQLite asks whether to go on: some milliseconds of its looking at rows, or eight mebibytes of
/// sheets.
const STEPS: i32 = 2000;

/// How far a look through the file is: there is no telling.
const SOMEWHERE: Headway = Headway {
    stage: Stage::Checking,
    done: 0,
    of: 1,
};

impl Store {
    /// SQLCipher's and SQLite's own checks of the whole file.
    ///
    /// A sheet that nothing lies on may be torn: when a sheet comes into use, SQLite does not note what was on it
    /// before, and after a power cut the tear stays on a sheet that is free again. It is written whole before it is
    /// read.
    ///
    /// SQLCipher's own reads the file once from its beginning to its end, and nobody can stop it on the way.
    ///
    /// # Errors
    /// [`Error::Stopped`] when `watch` says so, and what the disk may say.
    pub(crate) fn file_is_whole(&self, watch: &mut Watch<'_>) -> Result<bool> {
        watch.tell(SOMEWHERE.stage, SOMEWHERE.done, SOMEWHERE.of)?;
        let torn = self.rows().torn_sheets()?;
        watch.tell(SOMEWHERE.stage, SOMEWHERE.done, SOMEWHERE.of)?;
        // Rows anew: SQLCipher answers nothing more after a damaged sheet.
        if !torn.is_empty() && self.watched(watch, |rows| rows.something_lies_on(&torn))? {
            return Ok(false);
        }
        self.watched(watch, |rows| {
            let mut check = rows.0.prepare("PRAGMA integrity_check(1)")?;
            let answer: String = check.query_row([], |row| row.get(0))?;
            Ok(answer == "ok")
        })
    }

    /// Does what SQLite comes back from only when it is done, and lets it be stopped on the way. SQLite may ask only
    /// what lives as long as the database does, so that it asks a thread beside, and that one whoever watches. The work
    /// itself stays on this thread, whose stack is wiped.
    fn watched<T>(
        &self,
        watch: &mut Watch<'_>,
        work: impl FnOnce(&Rows<'_>) -> Result<T>,
    ) -> Result<T> {
        // Opened anew before it is asked anything, if it has to be.
        drop(self.rows());
        if !watch.is_there() {
            return work(&self.rows());
        }
        let stopped = Arc::new(AtomicBool::new(false));
        let done = std::thread::scope(|threads| {
            let (ask, asked) = mpsc::channel();
            let (answer, answered) = mpsc::channel();
            threads.spawn(move || {
                for () in asked {
                    let _ = answer.send(watch.goes_on(SOMEWHERE));
                }
            });
            let stops = stopped.clone();
            let may_stop = move || {
                let goes_on = ask.send(()).is_ok() && answered.recv() == Ok(GoOn::Yes);
                stops.fetch_or(!goes_on, Ordering::SeqCst);
                !goes_on
            };
            let _asks = Asks::of(&self.conn, may_stop)?;
            work(&self.rows())
        });
        match stopped.load(Ordering::SeqCst) {
            true => Err(Error::Stopped),
            false => done,
        }
    }
}

/// SQLite asks now and then whether to stop, until the value goes: whoever answers waits for as long.
struct Asks<'c>(&'c RefCell<Connection>);

impl Asks<'_> {
    fn of(
        conn: &RefCell<Connection>,
        may_stop: impl FnMut() -> bool + Send + 'static,
    ) -> Result<Asks<'_>> {
        let free = conn.try_borrow_mut();
        let mut free = free.map_err(|_| Error::Unexpected("rows"))?;
        free.progress_handler(STEPS, Some(may_stop))?;
        Ok(Asks(conn))
    }
}

impl Drop for Asks<'_> {
    fn drop(&mut self) {
        if let Ok(mut conn) = self.0.try_borrow_mut() {
            let _ = conn.progress_handler(0, None::<fn() -> bool>);
        }
    }
}

impl Rows<'_> {
    /// The sheets that are not as they were written; `None` where SQLCipher does not say which.
    fn torn_sheets(&self) -> Result<BTreeSet<Option<i64>>> {
        let mut check = self.0.prepare("PRAGMA cipher_integrity_check")?;
        let said = check
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let number = |said: &String| said.split("page ").nth(1)?.split(' ').next()?.parse().ok();
        Ok(said.iter().map(number).collect())
    }

    /// Whether a table or an index has one of these sheets. Each sheet that has something on it is read for that.
    fn something_lies_on(&self, sheets: &BTreeSet<Option<i64>>) -> Result<bool> {
        if sheets.contains(&None) {
            return Ok(true);
        }
        let mut used = self.0.prepare("SELECT pageno FROM dbstat")?;
        let mut used = used.query([])?;
        while let Some(row) = used.next()? {
            if sheets.contains(&Some(row.get(0)?)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::open::{Access, Key};
    use super::*;

    const JOURNAL: [u8; 16] = [7; 16];

    /// What is said of a database in which one byte of one sheet is another, and which sheets are torn then.
    fn torn_at(path: &Path, key: &Key, sheet: u32, size: u32) -> (Vec<Option<i64>>, Result<bool>) {
        let was = std::fs::read(path).unwrap();
        let mut torn = was.clone();
        torn[usize::try_from((sheet - 1) * size + size / 2).unwrap()] ^= 1;
        std::fs::write(path, torn).unwrap();
        let store = Store::open(path, key, &JOURNAL, Access::ReadOnly).unwrap();
        let torn = store.rows().torn_sheets().unwrap().into_iter().collect();
        let whole = store.file_is_whole(&mut Watch::nobody());
        store.close().unwrap();
        std::fs::write(path, was).unwrap();
        (torn, whole)
    }

    #[test]
    fn a_torn_sheet_counts_where_something_lies_on_it_and_not_where_nothing_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let (key, now) = (Key::fresh(), chrono::DateTime::UNIX_EPOCH.fixed_offset());
        let store = Store::create(&path, &key, &JOURNAL, now).unwrap();
        let ask = |what: &str| -> u32 {
            store
                .rows()
                .0
                .query_row(what, [], |row| row.get(0))
                .unwrap()
        };
        let say = |what: &str| store.rows().0.execute_batch(what).unwrap();
        say("CREATE TABLE heap (words BLOB);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
              INSERT INTO heap SELECT randomblob(3000) FROM n;
            CREATE TABLE kept (words BLOB); INSERT INTO kept VALUES (randomblob(3000));
            DROP TABLE heap");
        assert!(store.file_is_whole(&mut Watch::nobody()).unwrap());
        let kept = ask("SELECT max(pageno) FROM dbstat WHERE name = 'kept'");
        let all = ask("PRAGMA page_count");
        let used = |sheet: &u32| {
            ask(&format!(
                "SELECT count(*) FROM dbstat WHERE pageno = {sheet}"
            ))
        };
        let free: Vec<u32> = (1..=all).filter(|sheet| used(sheet) == 0).collect();
        assert!(free.len() > 20, "{free:?}");
        store.close().unwrap();

        let size = u32::try_from(std::fs::metadata(&path).unwrap().len()).unwrap() / all;
        let (torn, whole) = torn_at(&path, &key, kept, size);
        assert_eq!(torn, [Some(i64::from(kept))]);
        assert!(matches!(whole, Ok(false)), "{whole:?}");
        let lost = free.iter().filter(|&&sheet| {
            let (torn, whole) = torn_at(&path, &key, sheet, size);
            assert_eq!(torn, [Some(i64::from(sheet))]);
            !matches!(whole, Ok(true))
        });
        assert_eq!(lost.count(), 1, "one of them lists the others, and is read");
        let store = Store::open(&path, &key, &JOURNAL, Access::ReadOnly).unwrap();
        assert!(store.file_is_whole(&mut Watch::nobody()).unwrap());
    }

    #[test]
    fn a_look_through_the_file_is_stopped_on_the_way_and_can_be_begun_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let (key, now) = (Key::fresh(), chrono::DateTime::UNIX_EPOCH.fixed_offset());
        let store = Store::create(&path, &key, &JOURNAL, now).unwrap();
        let rows = "CREATE TABLE heap (words TEXT UNIQUE NOT NULL);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
              INSERT INTO heap SELECT 'a lamp ' || i FROM n";
        store.rows().0.execute_batch(rows).unwrap();
        let look = |most: usize| {
            let mut asked = 0;
            let mut ask = |_: Headway| {
                asked += 1;
                match asked > most {
                    true => GoOn::No,
                    false => GoOn::Yes,
                }
            };
            let whole = store.file_is_whole(&mut Watch::new(&mut ask));
            (whole, asked)
        };
        let (whole, asked) = look(usize::MAX);
        assert!(whole.unwrap());
        assert!(asked > 10, "{asked}");
        for most in [0, 1, 2, asked / 2, asked - 1] {
            let (whole, asked) = look(most);
            assert!(matches!(whole, Err(Error::Stopped)), "{most}: {whole:?}");
            assert_eq!(asked, most + 1, "nobody is asked twice");
        }
        // Whoever was asked is not asked any more.
        assert!(store.file_is_whole(&mut Watch::nobody()).unwrap());
        store.close().unwrap();
    }
}
