//! Opening a database is one protocol: look at the file, key, pragmas, is it ours, which version.
//! Opening never creates; creating is another verb.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::away::{Reached, TheFile};
use super::{Store, time_text};
use crate::check::fold_earlier_wordings;
use crate::error::{Error, Result};
use crate::id::hex;
use crate::{Now, chance};

/// "AWAI" in the database's header: this file is a journal and nothing else.
const APPLICATION_ID: i32 = 0x4157_4149;

/// Every shape a journal has had, oldest first. `user_version` says how many of them were applied.
pub(super) const SHAPES: &[&str] = &[
    include_str!("schema/0001_the_book_opens.sql"),
    include_str!("schema/0002_questions_and_ties.sql"),
    include_str!("schema/0003_letters.sql"),
    include_str!("schema/0004_earlier_wordings.sql"),
    include_str!("schema/0005_pictures_of_drafts.sql"),
    include_str!("schema/0006_words_of_a_letter.sql"),
    include_str!("schema/0007_a_clock_that_leapt.sql"),
];

/// The database's key: 32 random bytes, wiped on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Key([u8; 32]);

impl Key {
    pub(crate) fn fresh() -> Key {
        Key(chance::bytes())
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    pub(super) fn again(&self) -> Key {
        Key(self.0)
    }

    /// 64 hexadecimal characters, in memory that is wiped.
    pub(crate) fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(&self.0))
    }
}

/// The first 16 bytes of the file: SQLCipher's salt, public, and different for every journal.
pub(crate) type Salt = [u8; 16];

/// Whether the database was opened for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Pages can be written.
    Write,
    /// The folder allows reading only.
    ReadOnly,
}

/// Looks at a database file without opening it: is it there, has it any bytes, what is its salt?
pub(crate) fn look_at_file(path: &Path) -> Result<Salt> {
    use std::io::{ErrorKind, Read};
    let mut file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) => {
            return Err(match error.kind() {
                // A file may lie where a folder is looked for.
                ErrorKind::NotFound | ErrorKind::NotADirectory => Error::NoJournal,
                // Also where not even reading is allowed: "it can only be read" would be the wrong sentence.
                kind => Error::DiskTrouble(kind),
            });
        }
    };
    // SQLite takes an empty file for a new database (measured): it must be told apart here.
    if file.metadata()?.len() == 0 {
        return Err(Error::JournalEmpty);
    }
    let mut salt = [0u8; 16];
    file.read_exact(&mut salt)
        .map_err(|_| Error::JournalDamaged)?;
    Ok(salt)
}

impl Store {
    /// Makes a new database at `path`, where nothing may be yet.
    pub(crate) fn create(path: &Path, key: &Key, journal: &[u8; 16], now: Now) -> Result<Store> {
        if path.exists() {
            return Err(Error::JournalExists);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = connect(path, flags)?;
        set_pragmas(&conn, key, Access::Write)?;
        let mut store = Store {
            conn: RefCell::new(conn),
            access: Access::Write,
            file: TheFile::at(path)?,
            key: key.again(),
            reached: Reached::default(),
        };
        store.change(|rows| {
            rows.0
                .pragma_update(None, "application_id", APPLICATION_ID)?;
            apply_shapes(&rows.0, 0)?;
            rows.0.execute(
                "INSERT INTO journal (id, public_id, begun_at) VALUES (1, :journal, :now)",
                rusqlite::named_params! { ":journal": journal.as_slice(), ":now": time_text(now) },
            )?;
            Ok(())
        })?;
        Ok(store)
    }

    /// Opens the journal `journal` at `path`.
    ///
    /// # Errors
    /// [`Error::JournalDamaged`] when the key does not fit or the file is not this journal,
    /// [`Error::JournalNewer`] when a newer version of the program wrote it.
    pub(crate) fn open(
        path: &Path,
        key: &Key,
        journal: &[u8; 16],
        access: Access,
    ) -> Result<Store> {
        Store::open_with(path, key, journal, access, |_| Ok(()))
    }

    /// As [`Store::open`]; where an older version of the program wrote it, `before` is done before its shape is
    /// changed.
    pub(crate) fn open_with(
        path: &Path,
        key: &Key,
        journal: &[u8; 16],
        access: Access,
        before: impl FnOnce(&Store) -> Result<()>,
    ) -> Result<Store> {
        look_at_file(path)?;
        let conn = connect_to(path, key, access)?;
        // Where it cannot open a file for writing SQLite opens it for reading, and says nothing.
        let access = match conn.is_readonly(rusqlite::MAIN_DB)? {
            true => Access::ReadOnly,
            false => access,
        };
        let version = whose_and_which(&conn)?;
        let mut store = Store {
            conn: RefCell::new(conn),
            access,
            file: TheFile::at(path)?,
            key: key.again(),
            reached: Reached::default(),
        };
        // What is hurt there is met and told by whoever looks at the chain.
        let newest = store.rows().newest_link().unwrap_or_default();
        store.reached = Reached::at(newest);
        if version < SHAPES.len() && access == Access::Write {
            before(&store)?;
            store.change(|rows| {
                apply_shapes(&rows.0, version)?;
                // The chain holds what pages said before since the fourth shape, which SQL alone cannot fold together.
                match version {
                    ..4 => fold_earlier_wordings(rows),
                    _ => Ok(()),
                }
            })?;
        }
        let inside: Option<Vec<u8>> = store
            .conn
            .get_mut()
            .query_row("SELECT public_id FROM journal WHERE id = 1", [], |row| {
                row.get("public_id")
            })
            .optional()?;
        if inside.as_deref() != Some(journal.as_slice()) {
            return Err(Error::JournalDamaged);
        }
        Ok(store)
    }
}

/// A new file at `path` for a copy; nothing may be there yet.
pub(super) fn connect_to_copy(path: &Path, key: &Key, salt: &Salt) -> Result<Connection> {
    if path.exists() {
        return Err(Error::JournalExists);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = connect(path, flags)?;
    give_key(&conn, key, Some(salt))?;
    // A commit has reached the disk when it returns; on macOS through the cache of the drive (see set_pragmas).
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;",
    )?;
    Ok(conn)
}

pub(super) fn connect_to(path: &Path, key: &Key, access: Access) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match access {
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
    let conn = connect(path, flags)?;
    set_pragmas(&conn, key, access)?;
    Ok(conn)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    // SQLite runs SQLCipher's own beginning after it has let go of its lock: of two threads that open the first
    // two databases of a process at once, one could meet a SQLCipher that is not ready and be refused (seen once
    // in some hundred runs of the tests). One connection before all others, alone, settles it.
    static BEGUN: OnceLock<()> = OnceLock::new();
    BEGUN.get_or_init(|| {
        let _ = Connection::open_in_memory();
    });
    Ok(Connection::open_with_flags(path, flags)?)
}

/// The key comes before everything else; with a salt, a new file gets that one instead of one of its own.
fn give_key(conn: &Connection, key: &Key, salt: Option<&Salt>) -> Result<()> {
    // It prints to standard error otherwise.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let key = key.reveal();
    let salt = salt.map(|salt| hex(salt)).unwrap_or_default();
    let mut pragma = Zeroizing::new(String::with_capacity(key.len() + salt.len() + 24));
    let _ = write!(pragma, "PRAGMA key = \"x'{}{salt}'\"", key.as_str());
    conn.execute_batch(&pragma)?;
    Ok(())
}

/// All pragmas, each with its reason. The key comes first: SQLCipher must have it before anything is read.
fn set_pragmas(conn: &Connection, key: &Key, access: Access) -> Result<()> {
    // rusqlite keeps 16 prepared statements; taking in a set of questions alone uses more than that in turn.
    conn.set_prepared_statement_cache_capacity(256);
    give_key(conn, key, None)?;
    // With EXCLUSIVE the lock is taken once and for all: one writer, and no lock traffic on each read. And a commit
    // ends with a synced end of the rollback journal; without it, with the end of its name, which FULL does not sync
    // (tests/faults/plain.rs).
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    conn.execute_batch(
        // No function or virtual table of a hostile schema runs.
        "PRAGMA trusted_schema = OFF;
         PRAGMA foreign_keys = ON;
         -- Sorting and temporary rows never touch the disk in clear.
         PRAGMA temp_store = MEMORY;
         -- 64 MB of decrypted pages bring ranked search to plain SQLite's speed.
         PRAGMA cache_size = -65536;",
    )?;
    if access == Access::Write {
        conn.execute_batch(
            // A copy of the one file holds everything, which WAL does not promise.
            "PRAGMA journal_mode = DELETE;
             -- A commit has reached the disk when it returns; in replayed power cuts NORMAL lost some.
             PRAGMA synchronous = FULL;
             -- On macOS a sync ends in the cache of the drive, which may write in another order and lose all of it with
             -- the power; this asks the drive itself, where it can be asked. Elsewhere it changes nothing.
             PRAGMA fullfsync = ON;
             -- What is erased is overwritten.
             PRAGMA secure_delete = ON;",
        )?;
    }
    Ok(())
}

/// Is this database ours, and how many shapes has it? The first read of all: a wrong key shows here.
pub(super) fn whose_and_which(conn: &Connection) -> Result<usize> {
    let application: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(Error::JournalDamaged);
    }
    let version = usize::try_from(version).map_err(|_| Error::JournalDamaged)?;
    if version > SHAPES.len() {
        return Err(Error::JournalNewer);
    }
    Ok(version)
}

/// Brings the shape from `version` to the newest, inside the caller's transaction.
fn apply_shapes(conn: &Connection, version: usize) -> Result<()> {
    for shape in SHAPES.iter().skip(version) {
        conn.execute_batch(shape)?;
    }
    let newest = i64::try_from(SHAPES.len()).unwrap_or(i64::MAX);
    conn.pragma_update(None, "user_version", newest)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_settings_ask_for_is_in_force_however_a_journal_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let (key, now) = (Key::fresh(), chrono::DateTime::UNIX_EPOCH.fixed_offset());
        let say = |store: &Store, setting: &str| -> String {
            let rows = store.rows();
            let mut ask = rows.0.prepare(&format!("PRAGMA {setting}")).unwrap();
            let say = |row: &rusqlite::Row<'_>| row.get::<_, rusqlite::types::Value>(0);
            match ask.query_row([], say).unwrap() {
                rusqlite::types::Value::Text(text) => text,
                rusqlite::types::Value::Integer(number) => number.to_string(),
                other => panic!("{other:?}"),
            }
        };
        let reading = [
            ("locking_mode", "exclusive"),
            ("trusted_schema", "0"),
            ("foreign_keys", "1"),
            ("temp_store", "2"),
            ("cache_size", "-65536"),
        ];
        // SQLite takes a setting that it does not know, or cannot have now, without a word.
        let writing = [
            ("journal_mode", "delete"),
            ("synchronous", "2"),
            ("fullfsync", "1"),
            ("secure_delete", "1"),
        ];
        let made = Store::create(&path, &key, &[7; 16], now).unwrap();
        for (setting, awaited) in reading.iter().chain(&writing) {
            assert_eq!(say(&made, setting), *awaited, "{setting}, made");
        }
        made.close().unwrap();
        for access in [Access::Write, Access::ReadOnly] {
            let store = Store::open(&path, &key, &[7; 16], access).unwrap();
            for (setting, awaited) in reading {
                assert_eq!(say(&store, setting), awaited, "{setting}, {access:?}");
            }
            if access == Access::Write {
                for (setting, awaited) in writing {
                    assert_eq!(say(&store, setting), awaited, "{setting}, {access:?}");
                }
            }
            store.close().unwrap();
        }
    }

    #[test]
    fn a_file_that_is_no_journal_of_ours_or_of_a_newer_program_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.db");
        let (key, now) = (Key::fresh(), chrono::DateTime::UNIX_EPOCH.fixed_offset());
        let open = |journal| Store::open(&path, &key, journal, Access::Write).map(drop);
        let say = |what: &str| {
            let conn = connect_to(&path, &key, Access::Write).unwrap();
            conn.execute_batch(what).unwrap();
        };
        let made = Store::create(&path, &key, &[7; 16], now).unwrap();
        made.close().unwrap();
        assert!(open(&[7; 16]).is_ok());
        assert!(matches!(open(&[8; 16]), Err(Error::JournalDamaged)));
        let newest = SHAPES.len();
        say(&format!("PRAGMA user_version = {}", newest + 1));
        assert!(matches!(open(&[7; 16]), Err(Error::JournalNewer)));
        say(&format!(
            "PRAGMA user_version = {newest}; PRAGMA application_id = 1"
        ));
        assert!(matches!(open(&[7; 16]), Err(Error::JournalDamaged)));
        say(&format!("PRAGMA application_id = {APPLICATION_ID}"));
        assert!(open(&[7; 16]).is_ok());
        let there = Store::create(&path, &key, &[7; 16], now).map(drop);
        assert!(matches!(there, Err(Error::JournalExists)));
        let on_it = connect_to_copy(&path, &key, &[3; 16]).map(drop);
        assert!(matches!(on_it, Err(Error::JournalExists)));
    }
}
