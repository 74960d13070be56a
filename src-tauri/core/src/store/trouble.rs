//! What SQLite's answers mean to a person.

use rusqlite::ErrorCode;

use crate::error::Error;

/// The file was moved or unlinked under an open database (`SQLITE_READONLY_DBMOVED`).
const DATABASE_MOVED: i32 = 1032;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, _)
                if failure.extended_code == DATABASE_MOVED =>
            {
                Error::FolderGone
            }
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Error::DiskFull,
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Error::ReadOnly,
                // The second stands in the place of a database that cannot be reached.
                ErrorCode::CannotOpen | ErrorCode::AuthorizationForStatementDenied => {
                    Error::FolderGone
                }
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Error::JournalDamaged,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
                    Error::HeldElsewhere { holder: None }
                }
                ErrorCode::SystemIoFailure => Error::DiskTrouble(std::io::ErrorKind::Other),
                ErrorCode::TooBig => Error::TooLarge,
                _ => Error::Unexpected("the database"),
            },
            rusqlite::Error::QueryReturnedNoRows => Error::NotFound,
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Error::JournalDamaged,
            _ => Error::Unexpected("the database"),
        }
    }
}

/// Whether the disk refused to be read, and not to be written.
pub(super) fn is_of_reading(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_IOERR_READ, SQLITE_IOERR_SHORT_READ};
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(code, Some(SQLITE_IOERR_READ | SQLITE_IOERR_SHORT_READ))
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, ffi};

    use super::*;

    /// What a failure of this code is to a person.
    fn told(code: i32) -> String {
        let failure = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
        format!("{:?}", Error::from(failure))
    }

    #[test]
    fn each_refusal_of_sqlite_is_told_as_what_can_be_done_about_it() {
        let io = std::io::ErrorKind::Other;
        for (codes, awaited) in [
            (&[ffi::SQLITE_FULL][..], Error::DiskFull),
            (
                &[
                    ffi::SQLITE_READONLY,
                    ffi::SQLITE_PERM,
                    ffi::SQLITE_READONLY_DIRECTORY,
                ],
                Error::ReadOnly,
            ),
            (
                &[
                    ffi::SQLITE_READONLY_DBMOVED,
                    ffi::SQLITE_CANTOPEN,
                    ffi::SQLITE_AUTH,
                ],
                Error::FolderGone,
            ),
            (
                &[ffi::SQLITE_NOTADB, ffi::SQLITE_CORRUPT],
                Error::JournalDamaged,
            ),
            (
                &[ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED],
                Error::HeldElsewhere { holder: None },
            ),
            (
                &[ffi::SQLITE_IOERR, ffi::SQLITE_IOERR_FSYNC],
                Error::DiskTrouble(io),
            ),
            (&[ffi::SQLITE_TOOBIG], Error::TooLarge),
            (
                &[ffi::SQLITE_MISUSE, ffi::SQLITE_ERROR],
                Error::Unexpected("the database"),
            ),
        ] {
            for code in codes {
                assert_eq!(told(*code), format!("{awaited:?}"), "{code}");
            }
        }
    }

    #[test]
    fn a_row_that_is_not_there_or_not_what_was_written_is_told_apart() {
        let conn = Connection::open_in_memory().unwrap();
        let ask = |what: &str| conn.query_row(what, [], |row| row.get::<_, u8>(0));
        let told = |what: &str| Error::from(ask(what).unwrap_err());
        assert!(matches!(told("SELECT 1 WHERE 0"), Error::NotFound));
        for otherwise in ["SELECT 'a text'", "SELECT 1000", "SELECT NULL"] {
            assert!(
                matches!(told(otherwise), Error::JournalDamaged),
                "{otherwise}"
            );
        }
        let text = conn.query_row("SELECT CAST(x'ff' AS TEXT)", [], |row| {
            row.get::<_, String>(0)
        });
        assert!(matches!(
            Error::from(text.unwrap_err()),
            Error::JournalDamaged
        ));
        let huge = ask("SELECT zeroblob(3000000000)");
        assert!(matches!(Error::from(huge.unwrap_err()), Error::TooLarge));
    }
}
