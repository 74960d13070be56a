//! The only room that names `rusqlite`: rows and SQL, no rules of the domain.
//!
//! [`Store`] is one open database. Reading goes through [`Store::rows`], writing through [`Store::change`],
//! which owns the transaction: what a change wrote is on the disk when it returns, or none of it is.

mod answers;
mod away;
mod beside;
mod companions;
mod copy;
mod drafts;
mod earlier;
mod head;
mod index;
mod intentions;
mod letters;
mod look;
mod looking_back;
mod moments;
mod open;
mod own_words;
mod pages;
mod pictures;
mod put_away;
mod question_sets;
mod questions;
#[cfg(test)]
mod row_checks;
mod sheets;
mod tables;
mod ties;
mod trouble;
mod whole;
#[cfg(test)]
mod words_meet;

use std::cell::{Ref, RefCell};
use std::ops::Deref;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Error, Result};

use away::{Reached, TheFile};
pub(crate) use beside::{field, field_mut};
pub(crate) use companions::{CompanionRow, InvitationRow};
pub(crate) use copy::Holds;
pub(crate) use earlier::EarlierRow;
pub(crate) use head::{Head, HeadState, Link};
pub(crate) use index::IndexAsk;
pub(crate) use intentions::IntentionRow;
pub(crate) use letters::LetterRow;
pub(crate) use look::Said;
pub(crate) use moments::MomentRow;
pub(crate) use open::{Access, Key, Salt, look_at_file};
pub(crate) use pages::{Hangs, PageRow, Span, Stay};
pub(crate) use pictures::PictureRow;
pub(crate) use question_sets::SetRow;
pub(crate) use questions::{QuestionRow, VersionRow};
pub(crate) use tables::{TABLES, Table};
pub(crate) use ties::TieRow;
pub(crate) use whole::{Arrival, Arrivals, Field, Fields};

/// An open, unlocked database and the access it was opened with.
pub(crate) struct Store {
    conn: RefCell<Connection>,
    access: Access,
    file: TheFile,
    /// To open it again, see [`Store::rows`] and [`Store::come_back`]. Wiped with the store.
    key: Key,
    /// How far it is known to have come.
    reached: Reached,
}

/// The rows of an open database: every read and write is a method of it, spread by noun over this room.
/// Outside a change it only serves reading.
pub(crate) struct Rows<'c>(Held<'c>);

enum Held<'c> {
    Reading(Ref<'c, Connection>),
    Changing(&'c Connection),
}

impl Deref for Held<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        match self {
            Held::Reading(conn) => conn,
            Held::Changing(conn) => conn,
        }
    }
}

impl Rows<'_> {
    /// What was read, unless a damaged page of the file was met on the way. A long text lies on pages of its own,
    /// and of one that SQLCipher refuses SQLite reads zeros without a word: nothing that was read since can be
    /// taken for what was written.
    pub(super) fn sound<T>(&self, read: T) -> Result<T> {
        if away::refuses_everything(&self.0) {
            return Err(Error::JournalDamaged);
        }
        Ok(read)
    }
}

impl Store {
    /// For reading.
    ///
    /// SQLCipher refuses everything once it has met one damaged page of the file. A person who came upon it goes
    /// on to the next page, so the database is opened again.
    pub(crate) fn rows(&self) -> Rows<'_> {
        if let Ok(mut conn) = self.conn.try_borrow_mut()
            && away::refuses_everything(&conn)
        {
            away::open_again(&mut conn, &self.file, &self.key, self.access);
        }
        Rows(Held::Reading(self.conn.borrow()))
    }

    /// Whether this database may be written.
    pub(crate) fn access(&self) -> Access {
        self.access
    }

    /// Does `work` in one transaction. When this returns `Ok`, everything is on the disk; otherwise nothing is.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&Rows<'_>) -> Result<T>) -> Result<T> {
        let done = self.change_at_once(work);
        self.reached.doubtful = matches!(done, Err(Error::DiskTrouble(_) | Error::FolderGone));
        done
    }

    fn change_at_once<T>(&mut self, work: impl FnOnce(&Rows<'_>) -> Result<T>) -> Result<T> {
        let conn = self.conn.get_mut();
        if away::refuses_everything(conn) {
            away::open_again(conn, &self.file, &self.key, self.access);
        }
        let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&Rows(Held::Changing(&transaction)))?;
        if away::refuses_everything(&transaction) {
            return Err(Error::JournalDamaged);
        }
        // SQLite looks for this only when it opens its own journal file, which it does once: without this, words
        // would be "kept" in a file that was erased under the open database.
        if !self.file.is_in_its_place() {
            return Err(Error::FolderGone);
        }
        self.reached.tried = Rows(Held::Changing(&transaction)).newest_link()?;
        transaction.commit()?;
        self.reached.kept = self.reached.tried;
        Ok(done)
    }

    /// Closes the database; SQLCipher wipes the key it held.
    pub(crate) fn close(self) -> Result<()> {
        let Store { conn, .. } = self;
        conn.into_inner().close().map_err(|(_, error)| error.into())
    }
}

/// Times are kept as RFC 3339 text, with the offset of the place they were written in.
pub(crate) fn time_text(time: crate::Now) -> String {
    let text = time.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    // Less than half a minute west of Greenwich is written as "-00:00", and read as no offset at all.
    match text.strip_suffix("-00:00") {
        Some(local) => format!("{local}+00:00"),
        None => text,
    }
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
