//! Pages read one after the other, the newest first, for what is so frequent that the newest hold enough of it.

use std::ops::ControlFlow;

use rusqlite::{Row, named_params};

use super::Rows;
use super::pages::{HANGS_ON_TIE, LINE, LINE_COLUMNS, PageRow, Span, line_row};
use crate::error::{Error, Result};
use crate::place::Place;

/// What a search may find of a page.
pub(crate) struct Said<'r> {
    pub title: &'r str,
    pub body: &'r str,
    /// The cover and what stands beside the page.
    pub more: [&'r str; 4],
    pub keywords: &'r [String],
}

/// What came of it.
pub(crate) struct LookedThrough {
    /// The pages that fit.
    pub found: Vec<PageRow>,
    /// Every page above this place was looked at.
    pub down_to: Place,
}

impl Rows<'_> {
    /// Looks through the pages of a span, the newest first. `fits` says of each whether it is wanted, and of all so
    /// far, whether to go on.
    pub(crate) fn look_through(
        &self,
        span: Span,
        mut fits: impl FnMut(&Said<'_>) -> (bool, ControlFlow<()>),
    ) -> Result<LookedThrough> {
        let tie = if span.tie.is_some() {
            HANGS_ON_TIE
        } else {
            " AND :tie IS NULL"
        };
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LINE}, fear_says, hope_says, wider, body,
                    EXISTS (SELECT 1 FROM keyword WHERE keyword.reflection = reflection.id) AS has_keywords
             FROM reflection
             WHERE aside_at = '' AND place > :above AND place < :below{tie} ORDER BY place DESC"
        ))?;
        let mut rows = statement.query(named_params! {
            ":above": span.above.number(), ":below": span.below.number(), ":tie": span.tie,
        })?;
        let mut looked = LookedThrough {
            found: Vec::new(),
            down_to: span.above,
        };
        while let Some(row) = rows.next()? {
            let keywords = match row.get(LINE_COLUMNS + 4)? {
                true => self.keywords_of(row.get(0)?)?,
                false => Vec::new(),
            };
            let body = text(row, LINE_COLUMNS + 3)?;
            let (is_wanted, go_on) = fits(&Said {
                title: text(row, 4)?,
                body,
                more: [
                    text(row, 6)?,
                    text(row, LINE_COLUMNS)?,
                    text(row, LINE_COLUMNS + 1)?,
                    text(row, LINE_COLUMNS + 2)?,
                ],
                keywords: &keywords,
            });
            if is_wanted {
                looked.found.push(PageRow {
                    body: body.to_owned(),
                    ..line_row(row)?
                });
            }
            if go_on.is_break() {
                looked.down_to = Place::of_number(row.get(2)?);
                break;
            }
        }
        self.sound(looked)
    }
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    let value = row.get_ref(column)?;
    value.as_str().map_err(|_| Error::JournalDamaged)
}
