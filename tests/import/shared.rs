//! Real exports, kept beside the project and not in it. Where they are not, this says so and the other files of
//! this test stand alone.

use std::path::{Path, PathBuf};

use awai::{SearchAsk, TroubleKind};
use awai_tests::{Person, not_looked_at};

use crate::{bring, pages, read, refused};

/// The 59 moments of both exports by the clock of their place, newest first, worked out by another program
/// (Python's zoneinfo).
const DAYS: &str = include_str!("shared_days.txt");

fn shared(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    let there = root.join(path);
    if !there.exists() {
        not_looked_at(path, "it is not beside the project.");
        return None;
    }
    Some(there)
}

#[test]
fn the_pages_of_two_real_exports_arrive_on_their_days() {
    let Some(folder) = shared("day-one") else {
        return;
    };
    let bo = Person::bo();
    let mut journal = bo.begin();
    let dev = bring(&bo, &mut journal, &folder.join("Dev Journal.json"));
    assert_eq!((dev.pages, dev.pictures, dev.pictures_missing), (5, 2, 1));
    assert_eq!((dev.films_left, dev.sounds_left, dev.keywords), (2, 1, 2));
    assert_eq!(refused(&dev), []);
    let example = bring(&bo, &mut journal, &folder.join("Example.json"));
    assert_eq!((example.pages, example.pictures), (54, 0));
    assert_eq!((example.pictures_missing, example.days_unsure), (166, 0));
    assert_eq!(refused(&example), []);
    let mut found = pages(&journal);
    found.reverse();
    let days: Vec<String> = found
        .iter()
        .map(|page| page.written_at.to_rfc3339())
        .collect();
    assert_eq!(days, DAYS.lines().collect::<Vec<_>>());
    for page in &found {
        let body = &page.writing.body;
        if page.writing.title == "Day One Markdown Syntax" {
            // It speaks of backslashes: this one is its own.
            assert!(body.contains(r"block using a tab\."));
            continue;
        }
        for escape in [r"\.", r"\!", r"\-", r"\(", r"\)", r"\#", "dayone-moment"] {
            assert!(!body.contains(escape), "{}: {escape}", page.day);
            assert!(
                !page.writing.title.contains(escape),
                "{}: {escape}",
                page.day
            );
        }
    }
    let titles: Vec<&str> = found
        .iter()
        .map(|page| page.writing.title.as_str())
        .filter(|title| !title.is_empty())
        .collect();
    assert_eq!(titles.len(), 23);
    for title in [
        "Snow day!",
        "Lady Liberty, New York City, NY",
        "Header 1",
        "I love this state!",
        "The Dilemma",
    ] {
        assert!(titles.contains(&title), "{title}");
    }
    let again = bring(&bo, &mut journal, &folder.join("Example.json"));
    assert_eq!((again.pages, again.already_here), (0, 54));
    let ask = SearchAsk {
        words: "Onitama".into(),
        limit: 10,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    assert!(crate::is_whole(&journal));
}

#[test]
fn one_page_that_cannot_be_read_is_told_and_the_other_five_are_looked_at() {
    let Some(folder) = shared("day-one") else {
        return;
    };
    let bo = Person::bo();
    let mut journal = bo.begin();
    let count = bring(
        &bo,
        &mut journal,
        &folder.join("Dev Journal One Invalid.json"),
    );
    assert_eq!(count.pages, 5);
    assert_eq!(
        refused(&count),
        [("2024-04-18", TroubleKind::ImportPageUnreadable)]
    );
}

#[test]
fn the_whole_folder_holds_each_page_once() {
    let Some(folder) = shared("day-one") else {
        return;
    };
    let bo = Person::bo();
    let mut journal = bo.begin();
    // Two of its files hold the same five pages, and one is a schema.
    let count = bring(&bo, &mut journal, &folder);
    assert_eq!((count.pages, count.already_here), (59, 5));
    assert_eq!((count.films_left, count.sounds_left), (2, 1));
}

#[test]
fn the_exports_of_other_diaries_are_not_taken_for_this_one() {
    for folder in ["mini-diary", "mini-diarium"] {
        let Some(folder) = shared(folder) else {
            return;
        };
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if !path.to_string_lossy().contains("DayOne") {
                assert!(read(&path).is_err(), "{path:?}");
            }
        }
    }
}
