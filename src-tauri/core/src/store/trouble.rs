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
                ErrorCode::CannotOpen => Error::FolderGone,
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
