//! Looking back, only when asked. Nothing here comes by itself: a year on a page, an opening, a page from this day in
//! another year, an old question. What hangs on a tie that rests, has ended, or carries "I am not free here" is not
//! drawn, nor is what lies under a cover; and "not this one again" is remembered.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::Now;
use crate::draw::Draw;
use crate::error::Result;
use crate::id::ReflectionId;
use crate::journal::Journal;
use crate::moment::MomentLine;
use crate::put_away::add_head_of_put_away;
use crate::question::{Question, question_of};
use crate::reflection::{PageLine, line_of};

/// The side of a day's square.
const DAY: u32 = 28;
/// The room for the names of the months.
const NAMES: u32 = 64;
/// How many dots stand side by side in a day.
const ABREAST: u32 = 3;
/// How far dots of one day stand apart.
const DOT: u32 = 8;
/// The most dots of a year.
const MOST_DOTS: u32 = 20_000;

/// What is kept of "not this one again", for pages.
pub(crate) const PAGE_NOT_AGAIN: &str = "page_not_again";

/// A year on a page: one dot a page, twelve rows of days. All dots are alike, and a day without one is only paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct YearOnAPage {
    /// The year.
    pub year: i32,
    /// The width of the drawing.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The height of a month's row.
    pub row: u32,
    /// The dots, the oldest first.
    pub dots: Vec<YearDot>,
}

/// A page of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct YearDot {
    /// The page.
    pub page: ReflectionId,
    /// Its local day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: NaiveDate,
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
}

impl Journal {
    /// A year on a page.
    pub fn year_on_a_page(&self, year: i32) -> Result<YearOnAPage> {
        let mut dots: Vec<YearDot> = Vec::new();
        let (mut before, mut nth) = (None, 0);
        for (page, day) in self.rows().pages_of_year(year, MOST_DOTS)? {
            nth = if before == Some(day) { nth + 1 } else { 0 };
            before = Some(day);
            // A third row would reach into the next day's square; further pages share the last dot's place.
            let seat = u32::min(nth, 2 * ABREAST - 1);
            dots.push(YearDot {
                page,
                day,
                x: NAMES + day.day0() * DAY + DOT / 2 + (seat % ABREAST) * DOT,
                y: day.month0() * DAY + DAY / 3 + (seat / ABREAST) * DOT,
            });
        }
        Ok(YearOnAPage {
            year,
            width: NAMES + 31 * DAY,
            height: 12 * DAY,
            row: DAY,
            dots,
        })
    }

    /// The years that have pages, the newest first.
    pub fn years(&self) -> Result<Vec<i32>> {
        let mut years: Vec<i32> = self.months(None)?.iter().map(|month| month.year).collect();
        years.dedup();
        Ok(years)
    }

    /// "Show me an opening."
    pub fn an_opening(&self, draw: Draw) -> Result<Option<MomentLine>> {
        let mut draw = draw;
        let rows = self.rows();
        let ids = rows.openings_to_draw()?;
        let Some(id) = draw.one_of(&ids) else {
            return Ok(None);
        };
        let Some(found) = rows.moment(*id)? else {
            return Ok(None);
        };
        Ok(Some(MomentLine {
            moment: found.moment,
            page: self.line(found.page)?,
        }))
    }

    /// "A page from this day": one written on the day and month of `today` in an earlier year.
    pub fn a_page_from_this_day(&self, today: NaiveDate, draw: Draw) -> Result<Option<PageLine>> {
        let mut draw = draw;
        let rows = self.rows();
        let mut ids = Vec::new();
        for year in self.years()? {
            let day = NaiveDate::from_ymd_opt(year, today.month(), today.day());
            if let Some(day) = day.filter(|day| *day < today) {
                ids.extend(rows.pages_of_day_to_draw(day)?);
            }
        }
        match draw.one_of(&ids) {
            Some(id) => Ok(Some(line_of(&rows, rows.page(*id)?)?)),
            None => Ok(None),
        }
    }

    /// An old question: one that a page was asked once, as it is asked now.
    pub fn an_old_question(&self, draw: Draw) -> Result<Option<Question>> {
        let mut draw = draw;
        let rows = self.rows();
        let mut ids = rows.questions_to_draw()?;
        while !ids.is_empty() {
            let id = ids.swap_remove(draw.below(ids.len()));
            // One that was erased since is passed over.
            if let Ok(question) = question_of(&rows, &self.library, &id) {
                return Ok(Some(question));
            }
        }
        Ok(None)
    }

    /// "Not this one again": the page is not drawn any more. It stays where it is.
    pub fn not_this_page_again(&mut self, page: ReflectionId, now: Now) -> Result<()> {
        self.change(|rows| {
            rows.page(page)?;
            rows.put_away(PAGE_NOT_AGAIN, &page.to_string(), now)?;
            add_head_of_put_away(rows)
        })
    }

    /// Pages that are not drawn any more, the latest first.
    pub fn pages_not_again(&self) -> Result<Vec<PageLine>> {
        let rows = self.rows();
        let names = rows.all_put_away(PAGE_NOT_AGAIN)?;
        let lines = names.iter().filter_map(|name| {
            let row = rows.page(name.parse().ok()?).ok()?;
            row.aside_at.is_none().then(|| line_of(&rows, row))
        });
        lines.collect()
    }

    /// The page may be drawn again.
    pub fn this_page_again(&mut self, page: ReflectionId) -> Result<()> {
        self.change(|rows| {
            rows.take_back(PAGE_NOT_AGAIN, &page.to_string())?;
            add_head_of_put_away(rows)
        })
    }
}
