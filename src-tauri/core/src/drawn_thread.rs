//! The drawn thread of a tie: its pages and moments through time, as shapes with places. The drawing is computed
//! here and the window only draws it; the same points are the table beside it.
//!
//! Left to right is time, and nothing else is a measure: a gap is a small opening of always the same width, however
//! long it took until the thread was picked up again, and up or down only keeps shapes from covering each other.

use chrono::NaiveDate;
use serde::Serialize;

use crate::error::Result;
use crate::moment::{Moment, MomentKind, moments_of, under_cover};
use crate::place::Place;
use crate::reflection::{PageLine, line_of};
use crate::store::Rows;

/// The width of the drawing.
const WIDTH: u32 = 1000;
/// How far the first and the last shape stand from its sides.
const MARGIN: u32 = 24;
/// How close two shapes may stand before one makes way.
const SHAPE: u32 = 18;
/// Half the width of a gap in the line.
const HALF_GAP: u32 = 7;
/// The room a shape that makes way takes above or below the line.
const STEP: u32 = 20;
/// The most shapes that stand above or below each other; further ones cover them.
const MOST_STEPS: u32 = 4;
/// The most pages a thread shows, the newest.
const MOST_PAGES: u32 = 1000;

/// A thread, drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DrawnThread {
    /// The width of the drawing.
    pub width: u32,
    /// Its height; the line runs through the middle.
    pub height: u32,
    /// The pieces of the line.
    pub lines: Vec<DrawnLine>,
    /// The shapes, the oldest first. A table of them says the same.
    pub points: Vec<DrawnPoint>,
    /// There are older pages that are not drawn.
    pub more: bool,
}

/// A piece of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DrawnLine {
    /// Where it begins, from the left.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// A shape on the thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DrawnPoint {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// What it looks like.
    pub shape: Shape,
    /// The local day of its page.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: NaiveDate,
    /// Its page.
    pub page: PageLine,
    /// Its moment; nothing for a page without one.
    pub moment: Option<Moment>,
}

/// What a point of the thread looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A page without a moment.
    Stitch,
    /// In touch.
    Knot,
    /// Out of touch.
    Gap,
    /// In touch again.
    Join,
    /// Something opened.
    Ring,
}

impl Shape {
    fn of(kind: MomentKind) -> Shape {
        match kind {
            MomentKind::Connection => Shape::Knot,
            MomentKind::Disconnection => Shape::Gap,
            MomentKind::Reconnection => Shape::Join,
            MomentKind::Opening => Shape::Ring,
        }
    }
}

/// A point before it has a place in the drawing.
struct Loose {
    place: Place,
    page: PageLine,
    moment: Option<Moment>,
}

/// Draws the thread of a tie.
pub(crate) fn thread_of(rows: &Rows<'_>, tie: i64, id: crate::TieId) -> Result<DrawnThread> {
    let mut pages = rows.pages_of_thread(tie, MOST_PAGES + 1)?;
    let more = pages.len() > MOST_PAGES as usize;
    pages.truncate(MOST_PAGES as usize);
    let mut loose = Vec::new();
    for row in pages.into_iter().rev() {
        let number = row.row;
        let page = line_of(rows, row)?;
        let moments: Vec<Moment> = moments_of(rows, number)?
            .into_iter()
            .filter(|moment| moment.tie.is_none_or(|tie| tie == id))
            .map(|moment| under_cover(moment, page.covered))
            .collect();
        let point = |moment| Loose {
            place: page.place,
            page: page.clone(),
            moment,
        };
        if moments.is_empty() {
            loose.push(point(None));
        }
        loose.extend(moments.into_iter().map(|moment| point(Some(moment))));
    }
    Ok(draw(loose, more))
}

fn draw(loose: Vec<Loose>, more: bool) -> DrawnThread {
    let seconds = |place: Place| place.second();
    let first = loose.first().map_or(0, |one| seconds(one.place));
    let last = loose.last().map_or(0, |one| seconds(one.place));
    let mut points: Vec<DrawnPoint> = Vec::with_capacity(loose.len());
    let mut step = 0;
    let mut highest = 0;
    for one in loose {
        let x = x_of(seconds(one.place), first, last);
        let crowded = points
            .last()
            .is_some_and(|before| x.saturating_sub(before.x) < SHAPE);
        step = match crowded {
            true => (step + 1) % (2 * MOST_STEPS + 1),
            false => 0,
        };
        highest = highest.max(step.div_ceil(2));
        points.push(DrawnPoint {
            x,
            // Until the height is known: the step, above the line when odd, below it when even.
            y: step,
            shape: one
                .moment
                .as_ref()
                .map_or(Shape::Stitch, |moment| Shape::of(moment.kind)),
            day: one.place.day(),
            page: one.page,
            moment: one.moment,
        });
    }
    let middle = (highest + 1) * STEP;
    for point in &mut points {
        let away = point.y.div_ceil(2) * STEP;
        point.y = match point.y % 2 {
            1 => middle - away,
            _ => middle + away,
        };
    }
    let gaps = points.iter().filter(|point| point.shape == Shape::Gap);
    let lines = lines_between(gaps.map(|gap| gap.x));
    DrawnThread {
        width: WIDTH,
        height: 2 * middle,
        lines,
        points,
        more,
    }
}

/// Where a time stands between the first and the last.
fn x_of(second: i64, first: i64, last: i64) -> u32 {
    let span = last - first;
    if span <= 0 {
        return WIDTH / 2;
    }
    let room = i64::from(WIDTH - 2 * MARGIN);
    let along = (i128::from(second - first) * i128::from(room) / i128::from(span))
        .clamp(0, i128::from(room));
    MARGIN + u32::try_from(along).unwrap_or(0)
}

/// The line from side to side, with an opening at each gap.
fn lines_between(gaps: impl Iterator<Item = u32>) -> Vec<DrawnLine> {
    let mut lines = Vec::new();
    let mut from = 0;
    for gap in gaps {
        let to = gap.saturating_sub(HALF_GAP);
        if to > from {
            lines.push(DrawnLine { from, to });
        }
        from = from.max(gap + HALF_GAP);
    }
    if from < WIDTH {
        lines.push(DrawnLine { from, to: WIDTH });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_from_left_to_right_and_one_day_stands_in_the_middle() {
        assert_eq!(x_of(5, 5, 5), 500);
        assert_eq!(x_of(0, 0, 100), MARGIN);
        assert_eq!(x_of(100, 0, 100), WIDTH - MARGIN);
        assert_eq!(x_of(50, 0, 100), 500);
        let (first, last) = (-4_000_000_000_000, 4_000_000_000_000);
        assert_eq!(x_of(0, first, last), 500);
    }

    #[test]
    fn a_gap_is_always_of_the_same_width() {
        let line = |from, to| DrawnLine { from, to };
        assert_eq!(lines_between([].into_iter()), [line(0, 1000)]);
        assert_eq!(
            lines_between([500].into_iter()),
            [line(0, 493), line(507, 1000)]
        );
        assert_eq!(
            lines_between([500, 505].into_iter()),
            [line(0, 493), line(512, 1000)]
        );
        assert_eq!(lines_between([4, 996].into_iter()), [line(11, 989)]);
    }
}
