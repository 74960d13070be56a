//! Where a page stands among the pages: by the wall clock of the place it was written in.
//!
//! Local seconds since 1970, times 2^20, plus a counter within the second. Local and not universal, so that
//! a day's pages stay together whatever journeys lie between them; unique, so that it serves as a cursor.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::Now;
use crate::error::{Error, Result};

/// How many pages can be written in one second: 2^20.
const COUNTER_BITS: u32 = 20;

/// A place among the pages. On the wire it is an opaque string: the number is larger than JavaScript can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(type = "string"))]
pub struct Place(i64);

impl Place {
    /// Before every page.
    pub(crate) const FIRST: Place = Place(i64::MIN);
    /// After every page.
    pub(crate) const LAST: Place = Place(i64::MAX);

    /// The first place of the second in which something was written, by the clock on the wall there.
    pub(crate) fn of_time(time: Now) -> Place {
        Place::of_local(time.naive_local())
    }

    /// The first place of a day.
    pub(crate) fn of_day(day: NaiveDate) -> Place {
        Place::of_local(day.and_time(chrono::NaiveTime::MIN))
    }

    fn of_local(time: NaiveDateTime) -> Place {
        Place(time.and_utc().timestamp().saturating_mul(1 << COUNTER_BITS))
    }

    pub(crate) fn of_number(number: i64) -> Place {
        Place(number)
    }

    pub(crate) fn number(self) -> i64 {
        self.0
    }

    pub(crate) fn last_of_its_second(self) -> Place {
        Place(self.0 | ((1 << COUNTER_BITS) - 1))
    }

    /// The place right before this one.
    pub(crate) fn before(self) -> Place {
        Place(self.0.saturating_sub(1))
    }

    /// year * 12 + (month - 1) of the local day.
    pub(crate) fn month(self) -> i32 {
        let day = self.day();
        day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
    }

    /// Local seconds since 1970.
    pub(crate) fn second(self) -> i64 {
        self.0 >> COUNTER_BITS
    }

    /// The local day.
    pub(crate) fn day(self) -> NaiveDate {
        chrono::DateTime::from_timestamp(self.0 >> COUNTER_BITS, 0)
            .map_or(NaiveDate::MIN, |time| time.date_naive())
    }
}

impl From<Place> for String {
    fn from(place: Place) -> String {
        place.0.to_string()
    }
}

impl TryFrom<String> for Place {
    type Error = Error;

    fn try_from(text: String) -> Result<Place> {
        text.parse().map(Place).map_err(|_| Error::BadRequest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Now {
        chrono::DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn a_page_stands_on_the_day_of_its_own_wall_clock() {
        let place = Place::of_time(time("2026-11-01T23:30:00+09:00"));
        assert_eq!(place.day(), NaiveDate::from_ymd_opt(2026, 11, 1).unwrap());
        assert!(place < Place::of_time(time("2026-11-01T23:40:00-05:00")));
        assert!(place > Place::of_day(place.day()));
        assert_eq!(place.month(), 2026 * 12 + 10);
    }

    #[test]
    fn days_before_1970_and_after_2100_have_places_too() {
        for text in [
            "1899-12-31T23:59:59+00:00",
            "1970-01-01T00:00:00+00:00",
            "2038-01-20T00:00:00+00:00",
            "2199-02-28T12:00:00-11:00",
        ] {
            let place = Place::of_time(time(text));
            assert!(text.starts_with(&place.day().to_string()));
            assert_eq!(place.last_of_its_second().day(), place.day());
        }
    }
}
