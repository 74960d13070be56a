//! When a page of Day One was written: `creationDate` is a moment of the world's time, `timeZone` says by which
//! clock it was lived. The day is that clock's, never that of UTC.

use chrono::{DateTime, Datelike, FixedOffset, Offset, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

use super::entry::Entry;
use crate::Now;

/// The moments of a page.
pub(super) struct When {
    pub written_at: Now,
    /// Nothing when it was changed on the day it was written: that is one sitting.
    pub revised_at: Option<Now>,
    /// The last change of any kind that Day One knows of.
    pub changed_at: Option<DateTime<Utc>>,
    /// The clock is not known.
    pub day_unsure: bool,
}

enum Clock {
    Zone(Tz),
    Fixed(FixedOffset),
}

/// The moments of a page; nothing without a moment that can be read.
pub(super) fn of(entry: &Entry) -> Option<When> {
    let created = time(&entry.created)?;
    let changed = time(&entry.changed);
    let clock = clock(&entry.zone).or_else(|| clock(&entry.zone_there));
    let by = |moment: DateTime<FixedOffset>| match &clock {
        Some(Clock::Zone(zone)) => on_the_wall(moment, zone),
        Some(Clock::Fixed(offset)) => on_the_wall(moment, offset),
        None => on_the_wall(moment, moment.offset()),
    };
    let written_at = by(created)?;
    let revised_at = changed
        .and_then(by)
        .filter(|revised| revised.date_naive() > written_at.date_naive());
    Some(When {
        written_at,
        revised_at,
        changed_at: changed.map(|changed| changed.to_utc()),
        // Day One writes `creationDate` in UTC, which is nobody's clock; an offset of its own would be one.
        day_unsure: clock.is_none() && created.offset().local_minus_utc() == 0,
    })
}

fn time(text: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(text).ok()
}

/// A zone of the tz database, or an offset as Apple's systems name it: `GMT-0500`, `GMT+5:30`.
fn clock(name: &str) -> Option<Clock> {
    if let Ok(zone) = name.parse::<Tz>() {
        return Some(Clock::Zone(zone));
    }
    let offset = name
        .strip_prefix("GMT")
        .or_else(|| name.strip_prefix("UTC"))?;
    let (east, digits) = match offset.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, offset.strip_prefix('-')?),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(pair) => pair,
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if !(0..=14).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    FixedOffset::east_opt(east * (hours * 3600 + minutes * 60)).map(Clock::Fixed)
}

/// What a clock on the wall shows at a moment, to the second. Before there were zones, clocks went by the sun, some
/// seconds off a whole minute; a page keeps whole minutes, so the wall is kept and the offset rounded.
fn on_the_wall<Z: TimeZone>(moment: DateTime<FixedOffset>, zone: &Z) -> Option<Now> {
    let there = moment.with_timezone(zone);
    let wall = there.naive_local().with_nanosecond(0)?;
    let seconds = there.offset().fix().local_minus_utc();
    let offset = FixedOffset::east_opt((seconds + 30).div_euclid(60) * 60)?;
    (1..=9999).contains(&wall.year()).then_some(())?;
    offset.from_local_datetime(&wall).single()
}
