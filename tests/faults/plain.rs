//! Plain SQLite under the same cuts of the power: the settings that are known to lose words must be seen to lose them,
//! or the replay is blind.
//!
//! `DELETE` with `synchronous=NORMAL` loses none by the order of its syncs while the lock is EXCLUSIVE: the end of the
//! rollback journal is synced there too. What NORMAL leaves out is the sync between the pages in that journal and the
//! number that says how many they are. Cut there, the number can have arrived before the pages, and all that stands
//! against half a page is a sum over every two hundredth of its bytes. Words that lie between those bytes are not
//! seen to be missing, and rolling back puts older ones in their place. So the rows here are mostly empty, as pictures
//! and padding are. (Under SQLCipher every byte looks like chance and every page is authenticated: there the same cut
//! is caught at once nearly always, and otherwise told as damage. FULL leaves nothing to that.)

use std::fs;
use std::path::Path;
use std::process::Command;

use rusqlite::{Connection, params};

use crate::power::written_down;
use crate::soak::{figure, times};

/// Tells this very test, started as a process of its own, where to keep rows.
const PLACE: &str = "AWAI_PLAIN_SQLITE";
const PRAGMAS: &str = "AWAI_PLAIN_PRAGMAS";

/// How many rows there are, and how often one of them is written.
const ROWS: usize = 5;
const SAVES: usize = 24;

/// How often words are seen to be lost.
#[derive(Clone, Copy, PartialEq)]
enum Lost {
    Never,
    /// Only where a cut falls between two certain calls: it takes more of them.
    Seldom,
    Often,
}

/// The settings rows are kept with.
const SETTINGS: [(&str, &str, &str, Lost); 8] = [
    ("EXCLUSIVE", "DELETE", "FULL", Lost::Never),
    ("EXCLUSIVE", "DELETE", "NORMAL", Lost::Seldom),
    ("EXCLUSIVE", "DELETE", "OFF", Lost::Often),
    ("EXCLUSIVE", "WAL", "FULL", Lost::Never),
    ("EXCLUSIVE", "WAL", "NORMAL", Lost::Often),
    // Without the lock a commit is the end of a name, and only EXTRA syncs the folder it stood in.
    ("NORMAL", "DELETE", "FULL", Lost::Often),
    ("NORMAL", "DELETE", "NORMAL", Lost::Often),
    ("NORMAL", "DELETE", "EXTRA", Lost::Never),
];

/// What the save `n` writes: eight bytes in each half kilobyte, nothing between them.
fn sparse(n: usize) -> Vec<u8> {
    let mut bytes = vec![0; 6 * 4096];
    for piece in bytes.chunks_mut(512) {
        piece[100..108].copy_from_slice(format!("save{n:04}").as_bytes());
    }
    bytes
}

/// The child: saves rows, and says each that was kept.
fn keeps_rows(path: &Path) {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(&std::env::var(PRAGMAS).unwrap())
        .unwrap();
    // The harness has begun a line.
    println!();
    for n in 0..SAVES {
        let verb = if n < ROWS {
            "INSERT INTO row (id, bytes) VALUES (?1, ?2)"
        } else {
            "UPDATE row SET bytes = ?2 WHERE id = ?1"
        };
        conn.execute(verb, params![(n % ROWS) as i64, sparse(n)])
            .unwrap();
        println!("row {n}");
    }
}

fn rows_are_kept(home: &Path, said: &[&str], _wholly: bool) -> Result<(), String> {
    let kept = said.iter().filter(|line| line.starts_with("row ")).count();
    let path = home.join("rows.db");
    if !path.is_file() {
        return Err("no database".to_owned());
    }
    let conn = Connection::open(&path).unwrap();
    let whole: String = conn
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(|error| error.to_string())?;
    if whole != "ok" {
        return Err(whole);
    }
    for row in 0..ROWS {
        let bytes: Option<Vec<u8>> = conn
            .query_row("SELECT bytes FROM row WHERE id = ?1", [row as i64], |row| {
                row.get(0)
            })
            .ok();
        let last = (0..kept).rev().find(|n| n % ROWS == row);
        // The save after the last that was acknowledged may have been made and not be said yet.
        let next = (kept % ROWS == row).then_some(kept);
        let expected = [last, next].into_iter().flatten().map(sparse);
        let stands = expected
            .into_iter()
            .any(|expected| bytes.as_ref() == Some(&expected));
        if !stands && (last.is_some() || bytes.is_some()) {
            return Err(format!(
                "row {row} is not as it was acknowledged, after {kept} saves"
            ));
        }
    }
    Ok(())
}

#[test]
fn the_settings_that_lose_words_are_seen_to_lose_them_and_ours_are_seen_to_lose_none() {
    if let Ok(path) = std::env::var(PLACE) {
        return keeps_rows(Path::new(&path));
    }
    let mut seen = Vec::new();
    for (locking, journal, synchronous, lost) in SETTINGS {
        let name = format!("{locking}, {journal}, {synchronous}");
        let home = tempfile::tempdir_in("/dev/shm").unwrap();
        let path = home.path().join("rows.db");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
            .unwrap();
        conn.close().unwrap();
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args([
            "--exact",
            "plain::the_settings_that_lose_words_are_seen_to_lose_them_and_ours_are_seen_to_lose_none",
            "--nocapture",
            "--test-threads=1",
        ]);
        child.env(PLACE, &path).env(
            PRAGMAS,
            format!(
                "PRAGMA locking_mode={locking}; PRAGMA journal_mode={journal}; PRAGMA synchronous={synchronous}"
            ),
        );
        let Some(session) = written_down(home.path(), &child) else {
            return;
        };
        let cuts = match lost {
            Lost::Never => times(1500),
            Lost::Seldom => times(1500) * 3,
            Lost::Often => times(1500) / 5,
        };
        let found = session.cut(cuts, |_| false, rows_are_kept);
        let line = format!(
            "{name}: {} of {} lost words",
            found.lost.len(),
            found.states
        );
        println!("{line}");
        assert_eq!(
            found.lost.is_empty(),
            lost == Lost::Never,
            "{line}: {:?}",
            found.lost.first()
        );
        seen.push(line);
    }
    figure(&seen.join("; "));
}
