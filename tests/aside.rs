//! Letting go slowly: thirty days aside, then erased.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use awai::{ASIDE_DAYS, Cover, DraftSave, Error, Journal, PagesAsk, ReflectionId, SearchAsk};
use awai_tests::{Person, words};
use chrono::Duration;

fn listed(journal: &Journal) -> Vec<ReflectionId> {
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let pages = journal.pages(&ask).unwrap();
    pages.lines.iter().map(|line| line.id).collect()
}

fn found(journal: &Journal, words: &str) -> usize {
    let ask = SearchAsk {
        words: words.to_owned(),
        limit: 50,
        ..SearchAsk::default()
    };
    journal.search(&ask).unwrap().hits.len()
}

/// Opens the book each day for so many days, as somebody who writes does.
fn days_go_by(person: &Person, days: i64) {
    for _ in 0..days {
        person.later(Duration::days(1));
        person.open().close().unwrap();
    }
}

#[test]
fn a_page_set_aside_leaves_every_list_and_comes_back_where_it_was() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let first = bo.write(&mut journal, "lantern");
    let second = bo.write(&mut journal, "harbour");
    journal.set_aside(first, bo.now()).unwrap();
    assert_eq!(listed(&journal), [second]);
    assert_eq!(found(&journal, "lantern"), 0);
    let months: u32 = journal.months(None).unwrap().iter().map(|m| m.pages).sum();
    assert_eq!(months, 1);
    let aside: Vec<ReflectionId> = journal
        .aside()
        .unwrap()
        .iter()
        .map(|line| line.id)
        .collect();
    assert_eq!(aside, [first]);
    let page = journal.page(first, Cover::Closed).unwrap();
    assert_eq!(page.aside_since, Some(bo.now()));

    journal.bring_back(first).unwrap();
    assert_eq!(listed(&journal), [second, first]);
    assert_eq!(found(&journal, "lantern"), 1);
    assert!(journal.aside().unwrap().is_empty());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn setting_aside_twice_does_not_begin_the_days_again() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "x");
    let since = bo.now();
    journal.set_aside(id, since).unwrap();
    journal.set_aside(id, bo.later(Duration::days(3))).unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.aside_since, Some(since));
    journal.bring_back(id).unwrap();
    journal.bring_back(id).unwrap();
    assert_eq!(listed(&journal), [id]);
}

#[test]
fn a_page_revised_while_aside_is_found_by_its_new_words_when_it_comes_back() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "lantern");
    journal.set_aside(id, bo.now()).unwrap();
    journal.revise(id, &words("harbour"), bo.now()).unwrap();
    assert_eq!(found(&journal, "harbour"), 0);
    journal.bring_back(id).unwrap();
    assert_eq!(
        (found(&journal, "harbour"), found(&journal, "lantern")),
        (1, 0)
    );
}

#[test]
fn after_thirty_days_it_is_erased_and_the_chain_says_so() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let stays = bo.write(&mut journal, "stays");
    let goes = bo.write(&mut journal, "goes");
    journal.revise(goes, &words("goes away"), bo.now()).unwrap();
    let draft = DraftSave {
        page: Some(goes),
        rev: 1,
        writing: words("goes away slowly"),
    };
    journal.keep_draft(&draft, bo.now()).unwrap();
    journal.set_aside(goes, bo.now()).unwrap();
    drop(journal);
    days_go_by(&bo, ASIDE_DAYS);
    let journal = bo.open();
    assert!(journal.page(goes, Cover::Closed).is_ok());
    drop(journal);
    days_go_by(&bo, 2);
    let journal = bo.open();
    assert!(matches!(
        journal.page(goes, Cover::Closed),
        Err(Error::NotFound)
    ));
    assert!(journal.aside().unwrap().is_empty());
    // Nor does it live on in what was being written of it.
    assert!(journal.draft(Some(goes)).unwrap().is_none());
    assert_eq!(listed(&journal), [stays]);
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.versions), (1, 0));
}

#[test]
fn a_page_brought_back_on_the_last_day_is_not_erased() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "x");
    journal.set_aside(id, bo.now()).unwrap();
    drop(journal);
    days_go_by(&bo, ASIDE_DAYS);
    bo.open().bring_back(id).unwrap();
    days_go_by(&bo, 3);
    assert_eq!(listed(&bo.open()), [id]);
}

#[test]
fn a_clock_that_leaps_empties_no_drawer() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "x");
    journal.set_aside(id, bo.now()).unwrap();
    drop(journal);
    for clock in [
        "2100-01-01T00:00:00+00:00",
        "1970-01-01T00:00:00+00:00",
        "2026-05-03T09:00:00-07:00",
        "2038-01-19T00:00:00+00:00",
        "2026-05-04T09:00:00-07:00",
    ] {
        bo.set_clock(clock);
        assert!(bo.open().page(id, Cover::Closed).is_ok(), "{clock}");
    }
}

#[test]
fn the_thirty_days_are_counted_anew_from_the_day_on_which_a_clock_has_leapt() {
    for (aside_on, leaps_to) in [
        ("2026-05-03T09:00:00-07:00", "2100-01-01T09:00:00+00:00"),
        ("2009-01-01T00:00:00+00:00", "2026-05-03T09:00:00-07:00"),
        ("2100-01-01T00:00:00+00:00", "2026-05-03T09:00:00-07:00"),
    ] {
        let bo = Person::bo();
        bo.set_clock(aside_on);
        let mut journal = bo.begin();
        let id = bo.write(&mut journal, "x");
        drop(journal);
        days_go_by(&bo, 1);
        bo.open().set_aside(id, bo.now()).unwrap();
        bo.set_clock(leaps_to);
        days_go_by(&bo, ASIDE_DAYS);
        let held = bo.open().page(id, Cover::Closed).is_ok();
        assert!(held, "{aside_on}, then {leaps_to}");
        days_go_by(&bo, 3);
        let gone = bo.open().page(id, Cover::Closed).is_err();
        assert!(gone, "{aside_on}, then {leaps_to}");
    }
}

#[test]
fn a_page_set_aside_by_a_clock_that_was_ahead_for_an_hour_lies_for_thirty_days() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "x");
    drop(journal);
    days_go_by(&bo, 40);
    let today = bo.now();
    let mut journal = bo.open();
    bo.later(Duration::days(400));
    journal.set_aside(id, bo.now()).unwrap();
    journal.close().unwrap();
    bo.set_clock(&today.to_rfc3339());
    days_go_by(&bo, ASIDE_DAYS);
    assert!(bo.open().page(id, Cover::Closed).is_ok());
    days_go_by(&bo, 3);
    assert!(bo.open().page(id, Cover::Closed).is_err());
}

#[test]
fn after_two_hundred_days_away_nothing_is_gone() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "x");
    let aside = bo.write(&mut journal, "y");
    journal.set_aside(aside, bo.now()).unwrap();
    drop(journal);
    bo.later(Duration::days(200));
    let journal = bo.open();
    assert_eq!(listed(&journal), [id]);
    assert!(journal.page(aside, Cover::Closed).is_ok());
}

#[test]
fn whoever_does_not_want_to_wait_erases_a_page_that_lies_aside_and_no_other() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let stays = bo.write(&mut journal, "harbour");
    let goes = bo.write(&mut journal, "lantern");
    let refused = journal.erase_aside(goes).unwrap_err();
    assert!(matches!(refused, Error::BadRequest), "two steps, never one");
    let save = DraftSave {
        page: Some(goes),
        rev: 1,
        writing: words("lantern, and more"),
    };
    journal.keep_draft(&save, bo.now()).unwrap();
    journal.set_aside(goes, bo.now()).unwrap();
    journal.erase_aside(goes).unwrap();
    assert!(journal.aside().unwrap().is_empty());
    assert!(matches!(
        journal.page(goes, Cover::Opened),
        Err(Error::NotFound)
    ));
    assert!(journal.draft(Some(goes)).unwrap().is_none());
    assert_eq!(listed(&journal), [stays]);
    assert!(journal.check().unwrap().is_whole());
    journal.close().unwrap();
    assert!(bo.open().check().unwrap().is_whole());
}

#[test]
fn what_a_page_said_earlier_can_be_erased_and_how_it_stands_now_stays() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "はじめの言葉");
    for said in ["つぎの言葉", "いまの言葉"] {
        journal.revise(page, &words(said), aki.now()).unwrap();
    }
    assert_eq!(journal.versions(page, Cover::Opened).unwrap().len(), 2);
    journal.erase_versions(page).unwrap();
    assert!(journal.versions(page, Cover::Opened).unwrap().is_empty());
    let now = journal.page(page, Cover::Opened).unwrap();
    assert_eq!((now.writing.body.as_str(), now.versions), ("いまの言葉", 0));
    // A later wording is kept beside it again.
    journal
        .revise(page, &words("そのあとの言葉"), aki.now())
        .unwrap();
    assert_eq!(journal.versions(page, Cover::Opened).unwrap().len(), 1);
    assert!(journal.check().unwrap().is_whole());
}
