//! The same pages in plain SQLite: the same schema, the same rows, the same answers, no key. What encryption and
//! the rooms of the core cost is the ratio to this.
//!
//! What any program over this schema has to do it does as well, with the same functions for words: the index keeps
//! no text, so that terms and the marked pieces of a search have to be made beside it, here as there.

use std::path::Path;

use awai::blocks;
use awai::words::{self, Needle, Text};
use rusqlite::{Connection, Row, named_params, params};
use sha2::{Digest, Sha256};

use crate::pages::Made;

const SHAPES: [&str; 7] = [
    include_str!("../../../src-tauri/core/src/store/schema/0001_the_book_opens.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0002_questions_and_ties.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0003_letters.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0004_earlier_wordings.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0005_pictures_of_drafts.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0006_words_of_a_letter.sql"),
    include_str!("../../../src-tauri/core/src/store/schema/0007_a_clock_that_leapt.sql"),
];

const LINE: &str = "reflection.id, public_id, place, rev, reflection.title, opening, cover, stays_here, happened_kind, happened, lang,
    written_at, revised_at, aside_at,
    EXISTS (SELECT 1 FROM reflection_tie WHERE reflection_tie.reflection = reflection.id) AS has_ties,
    EXISTS (SELECT 1 FROM picture WHERE picture.reflection = reflection.id) AS has_pictures";

const WORDS: &str = "fear_says, hope_says, wider, body, earlier,
    EXISTS (SELECT 1 FROM keyword WHERE keyword.reflection = reflection.id) AS has_keywords,
    EXISTS (SELECT 1 FROM answer WHERE answer.reflection = reflection.id) AS has_asked,
    EXISTS (SELECT 1 FROM moment WHERE moment.reflection = reflection.id) AS has_moments,
    (SELECT count(*) FROM reflection_version WHERE reflection_version.reflection = reflection.id) AS versions";

/// A plain SQLite database.
pub struct Plain {
    conn: Connection,
    link: [u8; 32],
}

impl Plain {
    /// Makes one with these pages in one transaction, and notes where each came from.
    ///
    /// `key` is SQL that comes before all else: nothing, or a key, which shows what the encryption alone costs.
    pub fn make(path: &Path, pages: &[Made], key: &str) -> rusqlite::Result<Plain> {
        let conn = Connection::open(path)?;
        conn.execute_batch(key)?;
        set_pragmas(&conn)?;
        for shape in SHAPES {
            conn.execute_batch(shape)?;
        }
        let mut plain = Plain {
            conn,
            link: [0; 32],
        };
        plain.conn.execute_batch("BEGIN IMMEDIATE")?;
        // An export is brought over from its oldest page on.
        for (number, made) in pages.iter().enumerate().rev() {
            plain.bring(made, number)?;
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

    fn bring(&mut self, made: &Made, number: usize) -> rusqlite::Result<()> {
        let foreign = format!("{number:032X}");
        let there = self
            .conn
            .prepare_cached(
                "SELECT 1 FROM brought_over WHERE format = 'day-one' AND foreign_id = ?",
            )?
            .exists(params![foreign])?;
        assert!(!there, "each page comes once");
        let row = self.add(made, number)?;
        self.conn
            .prepare_cached("INSERT INTO brought_over (reflection, format, foreign_id, at) VALUES (?, 'day-one', ?, ?)")?
            .execute(params![row, foreign, made.written_at.to_rfc3339()])?;
        Ok(())
    }

    fn add(&mut self, made: &Made, number: usize) -> rusqlite::Result<i64> {
        let place = made.written_at.naive_local().and_utc().timestamp() * (1 << 20)
            + i64::try_from(number % 1000).unwrap_or(0);
        let id = number_as_id(number);
        let opening = blocks::opening(&made.body, 160);
        self.conn
            .prepare_cached(
                "INSERT INTO reflection (public_id, place, month, title, opening, lang, written_at, body)
                 VALUES (:id, :place, :month, :title, :opening, :lang, :written_at, :body)",
            )?
            .execute(named_params! {
                ":id": id, ":place": place, ":month": place >> 42, ":title": made.title, ":opening": opening, ":lang": made.lang,
                ":written_at": made.written_at.to_rfc3339(), ":body": made.body,
            })?;
        let row = self.conn.last_insert_rowid();
        self.conn
            .prepare_cached("INSERT INTO term (rowid, title, body) VALUES (:place, :title, :body)")?
            .execute(named_params! {
                ":place": place, ":title": words::index_terms(&made.title),
                ":body": words::index_terms(&blocks::plain(&made.body).text),
            })?;
        let digest: [u8; 32] = Sha256::digest(made.body.as_bytes()).into();
        self.link = Sha256::new()
            .chain_update(self.link)
            .chain_update(digest)
            .finalize()
            .into();
        self.conn
            .prepare_cached("INSERT INTO head (kind, thing, rev, digest, link) VALUES ('page', :id, 1, :digest, :link)")?
            .execute(named_params! { ":id": id, ":digest": digest, ":link": self.link })?;
        Ok(row)
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
            line(row)?;
            seen += self.around(row)?;
        }
        Ok(seen)
    }

    /// One page, with what hangs on it.
    pub fn page(&self, number: usize) -> rusqlite::Result<String> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, {WORDS} FROM reflection WHERE public_id = ?"
        ))?;
        statement.query_row(params![number_as_id(number)], |row| {
            line(row)?;
            self.around(row)?;
            row.get(19)
        })
    }

    /// The ties of a page, where it has any.
    fn around(&self, row: &Row<'_>) -> rusqlite::Result<usize> {
        let (ties, pictures): (bool, bool) = (row.get(14)?, row.get(15)?);
        if !ties {
            return Ok(1 + usize::from(pictures));
        }
        let mut ties = self.conn.prepare_cached("SELECT public_id FROM tie JOIN reflection_tie ON tie = tie.id WHERE reflection = ? ORDER BY tie.id")?;
        let id: i64 = row.get(0)?;
        let ties = ties
            .query_map(params![id], |row| row.get::<_, Vec<u8>>(0))?
            .count();
        Ok(1 + ties)
    }

    /// Pages that hold the terms, in this order, in marked pieces.
    pub fn find(
        &self,
        needle: &Needle,
        expression: &str,
        order: &str,
        limit: u32,
    ) -> rusqlite::Result<usize> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LINE}, reflection.body FROM term CROSS JOIN reflection ON reflection.place = term.rowid
             WHERE term MATCH ? ORDER BY {order} LIMIT ?"
        ))?;
        let mut rows = statement.query(params![expression, limit])?;
        let mut seen = 0;
        while let Some(row) = rows.next()? {
            line(row)?;
            let (title, body): (String, String) = (row.get(4)?, row.get(16)?);
            let plain = blocks::plain(&body);
            let text = Text::with_readings(&plain.text, &plain.readings);
            seen += needle.marks_whole(&title).len() + needle.snippet(text).len();
            seen += self.around(row)?;
        }
        Ok(seen)
    }
}

/// What a list shows of a page.
fn line(row: &Row<'_>) -> rusqlite::Result<usize> {
    let _: ([u8; 16], i64) = (row.get(1)?, row.get(2)?);
    let texts: [String; 4] = [row.get(4)?, row.get(5)?, row.get(6)?, row.get(10)?];
    let written_at: String = row.get(11)?;
    let written_at = chrono::DateTime::parse_from_rfc3339(&written_at);
    Ok(texts.map(|text| text.len()).len() + usize::from(written_at.is_ok()))
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
