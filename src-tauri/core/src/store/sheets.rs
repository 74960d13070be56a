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
