//! A database that cannot be reached any longer: its disk failed, its stick was pulled out, its folder was moved; and
//! how it is gone on with once it is there again.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::hooks::{AuthContext, Authorization};

use super::open::{connect_to, look_at_file, whose_and_which};
use super::{Access, Held, Key, Link, Rows, Store};
use crate::error::{Error, Result};

impl Store {
    /// Whether the disk may have gone since it was opened: another file, or none, is in its place, or something met a
    /// disk that did not answer. A stick that was pulled out and plugged in again is another device to the
    /// system, and whatever was open on it stays dead.
    pub(crate) fn may_be_gone(&self) -> bool {
        self.reached.doubtful || !self.file.is_in_its_place()
    }

    /// What was read met a disk that did not answer.
    pub(crate) fn doubt(&mut self) {
        self.reached.doubtful = true;
    }

    /// Opens the file that is in its place now, if it is this database at the point where it was left.
    ///
    /// # Errors
    /// [`Error::FolderGone`] when there is none; [`Error::ChangedElsewhere`] when it is another one, or the same at
    /// another point. From then on it cannot be read either.
    pub(crate) fn come_back(&mut self) -> Result<()> {
        let file = TheFile::at(&self.file.path)?;
        let conn = self.conn.get_mut();
        // To the system it may be the same file, which the old one would still hold. It lets go of it without touching
        // what lies there now: with an exclusive lock SQLite ends a transaction by its handles, never by a name.
        *conn = a_database_that_is_gone()?;
        let (anew, newest) =
            newest_at(&file.path, &self.key, self.access).map_err(|error| match error {
                Error::JournalEmpty | Error::JournalDamaged | Error::JournalNewer => {
                    Error::ChangedElsewhere
                }
                error => error,
            })?;
        if newest != self.reached.kept && newest != self.reached.tried {
            return Err(Error::ChangedElsewhere);
        }
        *conn = anew;
        self.file = file;
        self.reached = Reached::at(newest);
        Ok(())
    }
}

/// Whether SQLCipher has met a damaged page, and answers nothing any longer.
pub(super) fn refuses_everything(conn: &Connection) -> bool {
    // Prepared each time: its answer is fixed when it is prepared.
    let status = conn.query_row("PRAGMA cipher_status", [], |row| row.get::<_, String>(0));
    status.is_ok_and(|status| status == "0")
}

/// Closes the database and opens it again; where that is not possible, it refuses everything from then on.
pub(super) fn open_again(conn: &mut Connection, file: &TheFile, key: &Key, access: Access) {
    if !file.is_in_its_place() {
        return;
    }
    // The old one has the lock, and must be gone before the new one asks for it.
    let Ok(gone) = a_database_that_is_gone() else {
        return;
    };
    drop(std::mem::replace(conn, gone));
    if let Ok(anew) = connect_to(&file.path, key, access) {
        *conn = anew;
    }
}

/// Which file an open database is, to notice when another one, or none, is in its place.
pub(super) struct TheFile {
    path: PathBuf,
    identity: (u64, u64),
}

impl TheFile {
    pub(super) fn at(path: &Path) -> Result<TheFile> {
        Ok(TheFile {
            identity: identity(path)?,
            path: path.to_owned(),
        })
    }

    pub(super) fn is_in_its_place(&self) -> bool {
        identity(&self.path).is_ok_and(|there| there == self.identity)
    }
}

/// The newest links of the chain that an open database knows of: what was kept, and what may have been.
#[derive(Default)]
pub(super) struct Reached {
    /// After the last change that is on the disk.
    pub(super) kept: Option<Link>,
    /// After the last one that was to be: where it failed, nobody knows whether it reached the disk.
    pub(super) tried: Option<Link>,
    /// Something failed in a way that may mean that the disk has gone.
    pub(super) doubtful: bool,
}

impl Reached {
    pub(super) fn at(newest: Option<Link>) -> Reached {
        Reached {
            kept: newest,
            tried: newest,
            doubtful: false,
        }
    }
}

/// Device and number of a file. Windows lets nobody move or erase an open file: there it only has to be there.
fn identity(path: &Path) -> Result<(u64, u64)> {
    let file = std::fs::metadata(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok((file.dev(), file.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        Ok((0, 0))
    }
}

/// Stands where a database was that cannot be reached: whatever it is asked, it says that.
fn a_database_that_is_gone() -> Result<Connection> {
    let mut gone = Connection::open_in_memory()?;
    gone.authorizer(Some(|_: AuthContext<'_>| Authorization::Deny))?;
    Ok(gone)
}

/// Opens it and looks where its chain ends.
fn newest_at(path: &Path, key: &Key, access: Access) -> Result<(Connection, Option<Link>)> {
    look_at_file(path)?;
    let conn = connect_to(path, key, access)?;
    whose_and_which(&conn)?;
    let newest = Rows(Held::Changing(&conn)).newest_link()?;
    Ok((conn, newest))
}
