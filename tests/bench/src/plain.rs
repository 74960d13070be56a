//! The same pages in plain SQLite: the same schema, the same statements, no key. What encryption and the rooms
//! of the core cost is the ratio to this.

use std::path::Path;

use awai::words;
use rusqlite::{Connection, named_params, params};
use sha2::{Digest, Sha256};

use crate::pages::Made;

const SCHEMA: &str =
    include_str!("../../../src-tauri/core/src/store/schema/0001_the_book_opens.sql");

const LINE: &str = "reflection.id, public_id, place, rev, reflection.title, opening, cover, stays_here, happened_kind, happened, lang,
    written_at, revised_at, aside_at";

/// A plain SQLite database.
pub struct Plain {
    conn: Connection,
    link: [u8; 32],
}

impl Plain {
    /// Makes one with these pages, in one transaction.
    pub fn make(path: &Path, pages: &[Made]) -> rusqlite::Result<Plain> {
        let conn = Connection::open(path)?;
        set_pragmas(&conn)?;
        conn.execute_batch(SCHEMA)?;
        let mut plain = Plain {
            conn,
            link: [0; 32],
        };
        plain.conn.execute_batch("BEGIN IMMEDIATE")?;
        for (number, made) in pages.iter().enumerate() {
            plain.add(made, number)?;
        }
        plain.conn.execute_batch("COMMIT")?;
        Ok(plain)
    }

    /// Opens one and reads what tells whose it is.
    pub fn open(path: &Path) -> rusqlite::Result<Plain> {
        let conn = Connection::open(path)?;
        set_pragmas(&conn)?;
        let _: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let _: i64 = conn.query_row("SELECT coalesce(max(seq), 0) FROM head", [], |row| {
            row.get(0)
        })?;
        Ok(Plain {
            conn,
            link: [0; 32],
        })
    }

    fn add(&mut self, made: &Made, number: usize) -> rusqlite::Result<()> {
        let place = made.written_at.naive_local().and_utc().timestamp() * (1 << 20)
            + i64::try_from(number % 1000).unwrap_or(0);
        let id = number_as_id(number);
        let opening: String = made.body.chars().take(160).collect();
        self.conn
            .prepare_cached(
                "INSERT INTO reflection (public_id, place, month, title, opening, lang, written_at, body)
                 VALUES (:id, :place, :month, :title, :opening, :lang, :written_at, :body)",
            )?
            .execute(named_params! {
                ":id": id, ":place": place, ":month": place >> 42, ":title": made.title, ":opening": opening, ":lang": made.lang,
                ":written_at": made.written_at.to_rfc3339(), ":body": made.body,
            })?;
        self.conn
            .prepare_cached("INSERT INTO term (rowid, title, body) VALUES (:place, :title, :body)")?
            .execute(named_params! { ":place": place, ":title": words::index_terms(&made.title), ":body": words::index_terms(&made.body) })?;
        let digest: [u8; 32] = Sha256::digest(made.body.as_bytes()).into();
        self.link = Sha256::new()
            .chain_update(self.link)
            .chain_update(digest)
            .finalize()
            .into();
        self.conn
            .prepare_cached("INSERT INTO head (kind, thing, rev, digest, link) VALUES ('page', :id, 1, :digest, :link)")?
            .execute(named_params! { ":id": id, ":digest": digest, ":link": self.link })?;
        Ok(())
    }

    /// Saves one page durably.
    pub fn save(&mut self, made: &Made, number: usize) -> rusqlite::Result<()> {
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        self.add(made, number)?;
        self.conn.execute_batch("COMMIT")
    }

    /// The newest pages, with the ties each hangs on.
    pub fn newest(&self, limit: u32) -> rusqlite::Result<usize> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE} FROM reflection WHERE aside_at = '' ORDER BY place DESC LIMIT ?"
        ))?;
        let mut rows = statement.query(params![limit])?;
        let mut seen = 0;
        while let Some(row) = rows.next()? {
            let (_, _): (String, String) = (row.get("title")?, row.get("opening")?);
            seen += self.around(row.get("id")?)?;
        }
        Ok(seen)
    }

    /// One page, with what hangs on it.
    pub fn page(&self, number: usize) -> rusqlite::Result<String> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, body FROM reflection WHERE public_id = ?"
        ))?;
        let (id, body): (i64, String) = statement
            .query_row(params![number_as_id(number)], |row| {
                Ok((row.get("id")?, row.get("body")?))
            })?;
        self.around(id)?;
        for table in ["keyword", "reflection_version"] {
            let mut statement = self.conn.prepare_cached(&format!(
                "SELECT count(*) FROM {table} WHERE reflection = ?"
            ))?;
            let _: i64 = statement.query_row(params![id], |row| row.get(0))?;
        }
        Ok(body)
    }

    fn around(&self, id: i64) -> rusqlite::Result<usize> {
        let mut ties = self.conn.prepare_cached("SELECT public_id FROM tie JOIN reflection_tie ON tie = tie.id WHERE reflection = ? ORDER BY tie.id")?;
        let ties = ties
            .query_map(params![id], |row| row.get::<_, Vec<u8>>(0))?
            .count();
        let mut pictures = self
            .conn
            .prepare_cached("SELECT count(*) FROM picture WHERE reflection = ?")?;
        let pictures: i64 = pictures.query_row(params![id], |row| row.get(0))?;
        Ok(ties + usize::try_from(pictures).unwrap_or(0) + 1)
    }

    /// Pages that hold the terms, in this order, with their words.
    pub fn find(&self, expression: &str, order: &str, limit: u32) -> rusqlite::Result<usize> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, reflection.body FROM term CROSS JOIN reflection ON reflection.place = term.rowid
             WHERE term MATCH ? ORDER BY {order} LIMIT ?"
        ))?;
        let mut rows = statement.query(params![expression, limit])?;
        let mut seen = 0;
        while let Some(row) = rows.next()? {
            let body: String = row.get("body")?;
            seen += body.len().min(1) + self.around(row.get("id")?)?;
        }
        Ok(seen)
    }
}

fn number_as_id(number: usize) -> [u8; 16] {
    let mut id = [0; 16];
    for (place, byte) in id.iter_mut().zip(number.to_be_bytes()) {
        *place = byte;
    }
    id
}

/// The pragmas of the journal, but for the key.
fn set_pragmas(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
    )
}
