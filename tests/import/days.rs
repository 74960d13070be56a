//! The day of a page is the day of the person who wrote it.

use awai_tests::Person;
use serde_json::json;

use crate::{bring, exported, foreign, pages};

/// When something was written, by which clock, and what that clock showed.
const WRITTEN: [(&str, &str, &str); 14] = [
    // Still Sunday in UTC.
    (
        "2026-03-08T15:30:00Z",
        "Asia/Tokyo",
        "2026-03-09T00:30:00+09:00",
    ),
    // Already the fifteenth in UTC.
    (
        "2026-01-15T03:30:00Z",
        "America/Montreal",
        "2026-01-14T22:30:00-05:00",
    ),
    (
        "2026-01-01T18:40:00Z",
        "Asia/Kolkata",
        "2026-01-02T00:10:00+05:30",
    ),
    (
        "2025-06-30T18:10:00Z",
        "Asia/Kathmandu",
        "2025-06-30T23:55:00+05:45",
    ),
    // The last second before summer time, and the first of it: an hour of the wall is left out.
    (
        "2026-03-08T06:59:59Z",
        "America/Toronto",
        "2026-03-08T01:59:59-05:00",
    ),
    (
        "2026-03-08T07:00:00Z",
        "America/Toronto",
        "2026-03-08T03:00:00-04:00",
    ),
    // The hour that comes twice.
    (
        "2025-11-02T05:30:00Z",
        "America/Toronto",
        "2025-11-02T01:30:00-04:00",
    ),
    (
        "2025-11-02T06:30:00Z",
        "America/Toronto",
        "2025-11-02T01:30:00-05:00",
    ),
    // The far side of the date line, and before the war's summer time.
    (
        "2025-12-31T10:00:00Z",
        "Pacific/Kiritimati",
        "2026-01-01T00:00:00+14:00",
    ),
    (
        "1941-07-01T23:30:00Z",
        "Europe/London",
        "1941-07-02T01:30:00+02:00",
    ),
    // As Apple's systems name a clock without a place.
    (
        "2026-02-01T03:00:00Z",
        "GMT-0500",
        "2026-01-31T22:00:00-05:00",
    ),
    (
        "2026-02-01T20:00:00Z",
        "GMT+5:30",
        "2026-02-02T01:30:00+05:30",
    ),
    // Fractions of a second and offsets of their own.
    (
        "2026-04-01T23:59:59.987Z",
        "UTC",
        "2026-04-01T23:59:59+00:00",
    ),
    (
        "2026-04-02T23:00:00+02:00",
        "Asia/Tokyo",
        "2026-04-03T06:00:00+09:00",
    ),
];

#[test]
fn a_page_stands_on_the_day_of_the_place_it_was_written_in() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let export: Vec<_> = WRITTEN
        .iter()
        .zip(1..)
        .map(|((created, zone, _), number)| foreign(number, created, zone, zone))
        .collect();
    let count = bring(&bo, &mut journal, &exported(&bo, &export));
    assert_eq!((count.pages, count.days_unsure), (14, 0));
    assert_eq!(count.first_day.unwrap().to_string(), "1941-07-02");
    assert_eq!(count.last_day.unwrap().to_string(), "2026-04-03");
    let mut expected: Vec<&str> = WRITTEN.iter().map(|(.., wall)| *wall).collect();
    expected.sort_by_key(|wall| wall[..19].to_owned());
    let found = pages(&journal);
    let walls: Vec<String> = found
        .iter()
        .map(|page| page.written_at.to_rfc3339())
        .collect();
    assert_eq!(walls, expected);
    for page in &found {
        assert_eq!(page.day.to_string(), page.written_at.to_rfc3339()[..10]);
    }
    // What is read after a restart is what was written.
    journal.close().unwrap();
    let journal = bo.open();
    assert!(crate::is_whole(&journal));
    assert_eq!(pages(&journal), found);
}

#[test]
fn the_two_pages_of_an_hour_that_comes_twice_keep_their_order() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let export = [
        foreign(1, "2025-11-02T06:30:00Z", "America/Toronto", "la deuxième"),
        foreign(2, "2025-11-02T05:30:00Z", "America/Toronto", "la première"),
    ];
    bring(&claire, &mut journal, &exported(&claire, &export));
    assert_eq!(crate::bodies(&journal), ["la première", "la deuxième"]);
}

#[test]
fn a_page_whose_clock_is_not_known_comes_and_is_told() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut lived = foreign(2, "2026-01-01T16:00:00Z", "Moon/Tycho", "b");
    lived["location"] = json!({"timeZoneName": "Asia/Tokyo", "placeName": "Nagoya"});
    let mut without = foreign(3, "2026-01-03T10:00:00Z", "", "c");
    without.as_object_mut().unwrap().remove("timeZone");
    let export = [
        foreign(1, "2026-01-01T23:30:00Z", "Moon/Tycho", "a"),
        lived,
        without,
    ];
    let count = bring(&bo, &mut journal, &exported(&bo, &export));
    assert_eq!((count.pages, count.days_unsure), (3, 2));
    let days: Vec<String> = pages(&journal)
        .iter()
        .map(|page| page.written_at.to_rfc3339())
        .collect();
    assert_eq!(
        days,
        [
            "2026-01-01T23:30:00+00:00",
            "2026-01-02T01:00:00+09:00",
            "2026-01-03T10:00:00+00:00"
        ]
    );
}

#[test]
fn a_page_changed_on_a_later_day_says_so() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mut same_day = foreign(1, "2026-01-01T13:00:00Z", "Asia/Tokyo", "同じ日");
    same_day["modifiedDate"] = json!("2026-01-01T14:59:59Z");
    let mut later = foreign(2, "2026-01-02T13:00:00Z", "Asia/Tokyo", "次の日");
    later["modifiedDate"] = json!("2026-01-02T15:00:00Z");
    bring(&aki, &mut journal, &exported(&aki, &[same_day, later]));
    let revised: Vec<_> = pages(&journal)
        .iter()
        .map(|page| page.revised_at.map(|at| at.to_rfc3339()))
        .collect();
    assert_eq!(revised, [None, Some("2026-01-03T00:00:00+09:00".into())]);
}
