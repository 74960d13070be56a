//! Finding pages by words, by tie and by time. What a cover hides, no snippet shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::blocks;
use crate::error::Result;
use crate::id::{ReflectionId, TieId};
use crate::journal::Journal;
use crate::place::Place;
use crate::reflection::{PageLine, line_of, span_of};
use crate::store::{IndexAsk, PageRow};
use crate::words::{Needle, Piece, ShortWords, Text};

/// The most pages one search returns.
const MOST_HITS: u32 = 200;

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct SearchAsk {
    /// As typed: white space joins words that must all be there, quotation marks hold a phrase together.
    pub words: String,
    /// In which order.
    pub order: Order,
    /// Only pages that hang on this tie.
    pub tie: Option<TieId>,
    /// The first local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// The last local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
    /// Only pages older than this place; for the next page of results, newest first.
    pub before: Option<Place>,
    /// How many at the most (200).
    pub limit: u32,
}

/// The order of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The newest page first.
    #[default]
    Newest,
    /// The page that holds the words most closely first (bm25).
    Closest,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hits {
    /// The pages.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

/// A page that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Hit {
    /// The page.
    pub line: PageLine,
    /// Its title, in pieces.
    pub title: Vec<Piece>,
    /// The place in its words, in pieces; of a covered page, its cover.
    pub pieces: Vec<Piece>,
}

impl Journal {
    /// Finds pages. Words that hold nothing to look for find nothing.
    pub fn search(&self, ask: &SearchAsk) -> Result<Hits> {
        let needle = Needle::parse(&ask.words);
        let short = match ask.order {
            Order::Newest => ShortWords::Begin,
            Order::Closest => ShortWords::Whole,
        };
        let Some(expression) = needle.fts_match(short) else {
            return Ok(Hits {
                hits: Vec::new(),
                more: false,
            });
        };
        let rows = self.rows();
        let mut span = span_of(&rows, ask.tie, ask.from, ask.to)?;
        span.below = span.below.min(ask.before.unwrap_or(Place::LAST));
        let limit = ask.limit.clamp(1, MOST_HITS);
        let index_ask = IndexAsk {
            expression: &expression,
            span,
            limit: limit + 1,
        };
        let mut found = match ask.order {
            Order::Newest => rows.find_newest(&index_ask)?,
            Order::Closest => rows.find_closest(&index_ask)?,
        };
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let hit = |page: PageRow| -> Result<Hit> {
            let (title, pieces) = if page.cover.is_empty() {
                let plain = blocks::plain(&page.body);
                let text = Text::with_readings(&plain.text, &plain.readings);
                (needle.marks_whole(&page.title), needle.snippet(text))
            } else {
                (Vec::new(), needle.snippet(&page.cover))
            };
            Ok(Hit {
                title,
                pieces,
                line: line_of(
                    &rows,
                    PageRow {
                        body: String::new(),
                        ..page
                    },
                )?,
            })
        };
        Ok(Hits {
            hits: found.into_iter().map(hit).collect::<Result<_>>()?,
            more,
        })
    }

    /// Pages, set aside or not, whose id begins with these lowercase hexadecimal characters: two at the most,
    /// which is enough to tell whether one page is meant.
    ///
    /// # Errors
    /// [`crate::Error::BadRequest`] when it is the beginning of no id.
    pub fn pages_named(&self, beginning: &str) -> Result<Vec<ReflectionId>> {
        let padded = |with: char| {
            let missing = 32usize.saturating_sub(beginning.len());
            let mut whole = beginning.to_owned();
            whole.extend(std::iter::repeat_n(with, missing));
            whole.parse::<ReflectionId>()
        };
        self.rows().pages_named(padded('0')?, padded('f')?)
    }
}
