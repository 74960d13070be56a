//! The search index. Its terms come ready-made; here they are only filed and found.

use rusqlite::named_params;

use super::Rows;
use super::pages::{HANGS_ON_TIE, LINE, LINE_COLUMNS, PageRow, Span, line_row};
use crate::error::Result;
use crate::place::Place;

/// A parsed search, ready for the index.
pub(crate) struct IndexAsk<'q> {
    /// An FTS5 expression made from parsed terms, never from what was typed.
    pub expression: &'q str,
    pub span: Span,
    pub limit: u32,
}

impl Rows<'_> {
    /// Files a page's terms under its place.
    pub(crate) fn add_terms(&self, place: Place, title: &str, body: &str) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO term (rowid, title, body) VALUES (:place, :title, :body)")?
            .execute(named_params! { ":place": place.number(), ":title": title, ":body": body })?;
        Ok(())
    }

    pub(crate) fn remove_terms(&self, place: Place) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM term WHERE rowid = :place")?
            .execute(named_params! { ":place": place.number() })?;
        Ok(())
    }

    /// Drops the terms of what was erased. An index without texts only marks what is taken out of it, and lets go of it when
    /// it happens to merge, which may be years later (sqlite.org/fts5.html, contentless-delete tables): so it merges now.
    pub(crate) fn let_terms_go(&self) -> Result<()> {
        let mut merge = self
            .0
            .prepare_cached("INSERT INTO term (term) VALUES ('optimize')")?;
        // Once may only bring a merge to its end that was begun before; a second time finds nothing to do.
        for _ in 0..2 {
            merge.execute([])?;
        }
        Ok(())
    }

    /// Pages that hold the terms, newest first: the index's own order, so only `limit` rows are read.
    pub(crate) fn find_newest(&self, ask: &IndexAsk<'_>) -> Result<Vec<PageRow>> {
        self.find(ask, "term.rowid DESC")
    }

    /// Pages that hold the terms, the closest first (bm25).
    pub(crate) fn find_closest(&self, ask: &IndexAsk<'_>) -> Result<Vec<PageRow>> {
        self.find(ask, "term.rank")
    }

    fn find(&self, ask: &IndexAsk<'_>, order: &'static str) -> Result<Vec<PageRow>> {
        let tie = if ask.span.tie.is_some() {
            HANGS_ON_TIE
        } else {
            " AND :tie IS NULL"
        };
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE}, reflection.body FROM term CROSS JOIN reflection ON reflection.place = term.rowid
             WHERE term MATCH :expression AND term.rowid > :above AND term.rowid < :below{tie}
             ORDER BY {order} LIMIT :limit"
        ))?;
        let mut rows = statement.query(named_params! {
            ":expression": ask.expression, ":above": ask.span.above.number(), ":below": ask.span.below.number(),
            ":tie": ask.span.tie, ":limit": ask.limit,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(PageRow {
                body: row.get(LINE_COLUMNS)?,
                ..line_row(row)?
            });
        }
        self.sound(found)
    }
}
