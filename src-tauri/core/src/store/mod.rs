//! The only room that names `rusqlite`: rows and SQL, no rules of the domain.
//!
//! [`Store`] is one open database. Reading goes through [`Store::rows`], writing through [`Store::change`],
//! which owns the transaction: what a change wrote is on the disk when it returns, or none of it is.

mod answers;
mod drafts;
mod head;
mod index;
mod open;
mod pages;
mod pictures;
mod put_away;
mod question_sets;
mod questions;
mod ties;
mod trouble;
#[cfg(test)]
mod words_meet;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Error, Result};

pub(crate) use head::{Head, Link};
pub(crate) use index::IndexAsk;
use open::TheFile;
pub(crate) use open::{Access, Key, Salt, look_at_file};
pub(crate) use pages::{EarlierRow, PageRow, Span, Stay};
pub(crate) use pictures::PictureRow;
pub(crate) use question_sets::SetRow;
pub(crate) use questions::{QuestionRow, VersionRow};

/// An open, unlocked database and the access it was opened with.
pub(crate) struct Store {
    conn: Connection,
    access: Access,
    file: TheFile,
}

/// The rows of an open database: every read and write is a method of it, spread by noun over this room.
/// Outside a change it only serves reading.
pub(crate) struct Rows<'c>(&'c Connection);

impl Store {
    /// For reading.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows(&self.conn)
    }

    /// Whether this database may be written.
    pub(crate) fn access(&self) -> Access {
        self.access
    }

    /// Does `work` in one transaction. When this returns `Ok`, everything is on the disk; otherwise nothing is.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Rows<'_>) -> Result<T>) -> Result<T> {
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&Rows(&transaction))?;
        // SQLite looks for this only when it opens its own journal file, which it does once: without this, words
        // would be "kept" in a file that was erased under the open database.
        if !self.file.is_in_its_place() {
            return Err(Error::FolderGone);
        }
        transaction.commit()?;
        Ok(done)
    }

    /// Closes the database; SQLCipher wipes the key it held.
    pub(crate) fn close(self) -> Result<()> {
        self.conn.close().map_err(|(_, error)| error.into())
    }
}

/// Times are kept as RFC 3339 text, with the offset of the place they were written in.
fn time_text(time: crate::Now) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

fn time_of(text: &str) -> Result<crate::Now> {
    chrono::DateTime::parse_from_rfc3339(text).map_err(|_| crate::Error::JournalDamaged)
}

fn optional_time_of(text: &str) -> Result<Option<crate::Now>> {
    if text.is_empty() {
        Ok(None)
    } else {
        time_of(text).map(Some)
    }
}
