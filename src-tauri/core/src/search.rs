//! Finding pages by words, by tie and by time. What a cover hides, no snippet shows.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::blocks;
use crate::error::Result;
use crate::id::{ReflectionId, TieId};
use crate::journal::Journal;
use crate::place::Place;
use crate::reflection::{PageLine, line_of, span_of};
use crate::store::{IndexAsk, PageRow, Rows, Said};
use crate::words::{Needle, Piece, ShortWords, Text};

/// The most pages one search returns.
const MOST_HITS: u32 = 200;

/// Where a word is only begun, this many of the newest pages are looked through, and this much of their words.
const MOST_LOOKED_THROUGH: usize = 600;
const MOST_BYTES_LOOKED_THROUGH: usize = 1024 * 1024;

/// Of the pages looked through, one in so many is enough to go on with it.
const ONE_IN: usize = 5;

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

/// Pages that hold what is looked for, the newest first.
///
/// For the beginning of a word the index gathers every page under every word that begins so before it knows the
/// newest: 6 ms for three letters among 100,000 pages, 10 for two, and it grows with the journal. What is that
/// frequent stands on the newest pages often enough to be found by reading them.
fn find_newest(rows: &Rows<'_>, needle: &Needle, mut ask: IndexAsk<'_>) -> Result<Vec<PageRow>> {
    if !needle.is_a_mere_beginning() {
        return rows.find_newest(&ask);
    }
    let limit = ask.limit as usize;
    let (mut pages, mut bytes, mut fitting) = (0, 0, 0);
    let looked = rows.look_through(ask.span, |said| {
        let fits = holds(needle, said);
        pages += 1;
        bytes += said.body.len();
        fitting += usize::from(fits);
        let is_rare = pages % 32 == 0 && fitting * ONE_IN < pages;
        let is_enough =
            fitting >= limit || pages >= MOST_LOOKED_THROUGH || bytes >= MOST_BYTES_LOOKED_THROUGH;
        match is_rare || is_enough {
            true => (fits, ControlFlow::Break(())),
            false => (fits, ControlFlow::Continue(())),
        }
    })?;
    let mut found = looked.found;
    if found.len() < limit && looked.down_to > ask.span.above {
        ask.span.below = looked.down_to;
        ask.limit -= u32::try_from(found.len()).unwrap_or(ask.limit);
        found.extend(rows.find_newest(&ask)?);
    }
    Ok(found)
}

/// Whether a page holds all that is looked for, in the texts it is filed with.
fn holds(needle: &Needle, said: &Said<'_>) -> bool {
    let plain = blocks::plain(said.body);
    let body = Text::with_readings(&plain.text, &plain.readings);
    let more = said.more.into_iter().map(Text::from);
    let keywords = said.keywords.iter().map(Text::from);
    let around = [Text::from(said.title), body].into_iter();
    needle.is_in(around.chain(more).chain(keywords))
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
            Order::Newest => find_newest(&rows, &needle, index_ask)?,
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;
    use tempfile::TempDir;

    use super::*;
    use crate::{Cost, Import, ImportFormat, Passphrase, Vault};

    /// A journal of so many pages, the newest of them number 0, with words by their number.
    fn journal_of(pages: u32, words: impl Fn(u32) -> String) -> (TempDir, Journal) {
        let home = tempfile::tempdir().unwrap();
        let now = chrono::DateTime::parse_from_rfc3339("2026-05-03T21:40:00+09:00").unwrap();
        let page = |n| {
            let written = (now - chrono::Duration::minutes(i64::from(n))).to_utc();
            let written = written.format("%Y-%m-%dT%H:%M:%SZ").to_string();
            json!({ "uuid": format!("{n:032X}"), "creationDate": written, "timeZone": "Asia/Tokyo", "text": words(n) })
        };
        let pages: Vec<_> = (0..pages).map(page).collect();
        let export = home.path().join("Journal.json");
        let written = json!({ "metadata": { "version": "1.0" }, "entries": pages }).to_string();
        std::fs::write(&export, written).unwrap();
        let folder = home.path().join("journal");
        let phrase = Passphrase::new("lamp quay trout ninety-two").unwrap();
        Vault::create(&folder, &phrase, Cost::CHEAP, now).unwrap();
        let mut journal = Vault::at(&folder).unwrap().unlock(&phrase, now).unwrap();
        let import = Import::read(ImportFormat::DayOne, &export).unwrap();
        journal.import(&import, now).unwrap();
        (home, journal)
    }

    /// What the index alone finds, the newest first.
    fn by_the_index(journal: &Journal, words: &str) -> Vec<ReflectionId> {
        let rows = journal.rows();
        let expression = Needle::parse(words).fts_match(ShortWords::Begin).unwrap();
        let ask = IndexAsk {
            expression: &expression,
            span: span_of(&rows, None, None, None).unwrap(),
            limit: u32::MAX,
        };
        let found = rows.find_newest(&ask).unwrap();
        found.iter().map(|page| page.id).collect()
    }

    /// What searches find, so many pages at a time, each going on where the one before it ended.
    fn one_search_after_the_other(journal: &Journal, words: &str, limit: u32) -> Vec<ReflectionId> {
        let mut ask = SearchAsk {
            words: words.to_owned(),
            limit,
            ..SearchAsk::default()
        };
        let mut found = Vec::new();
        loop {
            let Hits { hits, more } = journal.search(&ask).unwrap();
            found.extend(hits.iter().map(|hit| hit.line.id));
            if !more {
                return found;
            }
            assert_eq!(hits.len(), limit as usize);
            ask.before = hits.last().map(|hit| hit.line.place);
        }
    }

    fn is_one_answer(journal: &Journal, words: &str, limits: &[u32], pages: usize) {
        let found = by_the_index(journal, words);
        let once: BTreeSet<&ReflectionId> = found.iter().collect();
        assert_eq!((once.len(), found.len()), (pages, pages), "{words}");
        for limit in limits {
            let searched = one_search_after_the_other(journal, words, *limit);
            assert_eq!(searched, found, "{words}, {limit} at a time");
        }
    }

    /// One page in four holds "station": the newest 600 give 150 of them, and the index the other fifty of two hundred.
    /// One in ten holds 駅: after 32 pages it is left to the index. Every page holds "page".
    #[test]
    fn the_newest_pages_and_the_index_behind_them_are_one_answer() {
        let (_home, journal) = journal_of(1_500, |n| {
            let station = if n % 4 == 0 { "by the station" } else { "" };
            let eki = if n % 10 == 0 { "駅で" } else { "" };
            format!("a page, {station} {eki}")
        });
        for (words, pages) in [
            ("sta", 375),
            ("st", 375),
            ("駅", 150),
            ("sta 駅", 75),
            ("pag", 1_500),
        ] {
            assert!(Needle::parse(words).is_a_mere_beginning(), "{words}");
            is_one_answer(&journal, words, &[7, 50, 200], pages);
        }
    }

    /// Sixteen pages of 65 KB are as many as are looked through; four of them hold it.
    #[test]
    fn long_pages_and_the_index_behind_them_are_one_answer() {
        let (_home, journal) = journal_of(40, |n| {
            let station = if n % 4 == 0 { "By the station." } else { "" };
            "a quiet line\n".repeat(5_000) + station
        });
        is_one_answer(&journal, "sta", &[6, 50], 10);
    }
}
