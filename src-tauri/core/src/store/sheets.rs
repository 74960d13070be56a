//! The sheets that the file is made of (SQLite says pages): whether each is as it was written.

use std::collections::BTreeSet;

use super::{Rows, Store};
use crate::error::Result;

impl Store {
    /// SQLCipher's and SQLite's own checks of the whole file.
    ///
    /// A sheet that nothing lies on may be torn: when a sheet comes into use, SQLite does not note what was on it
    /// before, and after a power cut the tear stays on a sheet that is free again. It is written whole before it is
    /// read.
    pub(crate) fn file_is_whole(&self) -> Result<bool> {
        let torn = self.rows().torn_sheets()?;
        // Rows anew: SQLCipher answers nothing more after a damaged sheet.
        if !torn.is_empty() && self.rows().something_lies_on(&torn)? {
            return Ok(false);
        }
        let answer: String = self
            .rows()
            .0
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        Ok(answer == "ok")
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
        let whole = store.file_is_whole();
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
        assert!(store.file_is_whole().unwrap());
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
        assert!(store.file_is_whole().unwrap());
    }
}
