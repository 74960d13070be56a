//! What is being written and not finished yet.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use awai::{Cover, DraftSave, Error, PagesAsk, Writing};
use awai_tests::{Person, strings, titled, unfinished, words};
use chrono::Duration;
use proptest::prelude::*;

#[test]
fn unfinished_words_are_there_after_the_book_is_closed() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let kept = journal
        .keep_draft(&unfinished(1, "きょう、駅で"), aki.now())
        .unwrap();
    assert_eq!((kept.rev, kept.at), (1, aki.now()));
    journal.close().unwrap();
    let draft = aki.open().draft(None).unwrap().unwrap();
    assert_eq!(draft.writing, words("きょう、駅で"));
    assert_eq!((draft.page, draft.rev), (None, 1));
}

#[test]
fn a_late_save_never_covers_a_newer_one() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal
        .keep_draft(&unfinished(5, "newer words"), bo.now())
        .unwrap();
    let later = bo.later(Duration::seconds(1));
    let kept = journal
        .keep_draft(&unfinished(4, "older words"), later)
        .unwrap();
    // It says which save stands, so that nobody believes the older words are the kept ones.
    assert_eq!(kept.rev, 5);
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "newer words");
    assert_eq!(draft.kept_at, bo.now() - Duration::seconds(1));
    // The same save once more changes nothing, and what comes after it is kept with its own time.
    let again = journal.keep_draft(&unfinished(5, "others"), later).unwrap();
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "newer words");
    assert_ne!(again.at, later);
    let next = journal.keep_draft(&unfinished(6, "next"), later).unwrap();
    assert_eq!((next.rev, next.at), (6, later));
    assert_eq!(journal.draft(None).unwrap().unwrap().kept_at, later);
}

#[test]
fn a_finished_draft_is_a_page_and_no_draft() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal
        .keep_draft(&unfinished(1, "between"), bo.now())
        .unwrap();
    let line = journal
        .finish_draft(&unfinished(2, "between us"), bo.now())
        .unwrap();
    assert!(journal.draft(None).unwrap().is_none());
    let page = journal.page(line.id, Cover::Closed).unwrap();
    assert_eq!(page.writing.body, "between us");
    assert_eq!(line, journal.line(line.id).unwrap());
}

#[test]
fn a_page_being_written_anew_has_a_draft_of_its_own() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let id = claire.write(&mut journal, "avant");
    journal
        .keep_draft(&unfinished(1, "une autre page"), claire.now())
        .unwrap();
    let anew = DraftSave {
        page: Some(id),
        rev: 1,
        writing: titled("titre", "après"),
    };
    let kept = journal.keep_draft(&anew, claire.later(Duration::minutes(1)));
    let kept = kept.unwrap();
    assert_eq!((kept.rev, kept.at), (1, claire.now()));
    let before = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(before.writing.body, "avant");
    journal.finish_draft(&anew, claire.now()).unwrap();
    assert!(journal.draft(Some(id)).unwrap().is_none());
    assert_eq!(
        journal.draft(None).unwrap().unwrap().writing.body,
        "une autre page"
    );
    let after = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(
        (after.writing, after.versions),
        (titled("titre", "après"), 1)
    );
}

#[test]
fn a_draft_may_be_empty_but_a_page_may_not() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal.keep_draft(&unfinished(1, "a"), bo.now()).unwrap();
    journal.keep_draft(&unfinished(2, ""), bo.now()).unwrap();
    assert!(matches!(
        journal.finish_draft(&unfinished(3, ""), bo.now()),
        Err(Error::NothingWritten)
    ));
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!((draft.rev, draft.writing.body.as_str()), (2, ""));
}

#[test]
fn a_draft_that_cannot_be_finished_stays() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let stranger = "0123456789abcdef0123456789abcdef".parse().unwrap();
    let save = DraftSave {
        page: None,
        rev: 1,
        writing: Writing {
            ties: vec![stranger],
            ..words("between")
        },
    };
    journal.keep_draft(&save, bo.now()).unwrap();
    assert!(matches!(
        journal.finish_draft(&save, bo.now()),
        Err(Error::UnknownTie)
    ));
    assert_eq!(journal.draft(None).unwrap().unwrap().writing, save.writing);
    let pages = journal.pages(&PagesAsk::default()).unwrap();
    assert!(pages.lines.is_empty());
}

#[test]
fn a_draft_goes_when_it_is_let_go() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal.keep_draft(&unfinished(9, "x"), bo.now()).unwrap();
    journal.drop_draft(None).unwrap();
    assert!(journal.draft(None).unwrap().is_none());
    // The numbers may begin anew.
    let kept = journal.keep_draft(&unfinished(1, "y"), bo.now()).unwrap();
    assert_eq!(kept.rev, 1);
    assert_eq!(journal.draft(None).unwrap().unwrap().writing.body, "y");
}

#[test]
fn any_unfinished_words_come_back_byte_for_byte() {
    let bo = Person::bo();
    let journal = std::cell::RefCell::new(bo.begin());
    let rev = std::cell::Cell::new(0);
    let keep = |title: &str, body: &str| {
        rev.set(rev.get() + 1);
        let save = DraftSave {
            page: None,
            rev: rev.get(),
            writing: titled(title, body),
        };
        let mut journal = journal.borrow_mut();
        journal.keep_draft(&save, bo.now()).unwrap();
        assert_eq!(journal.draft(None).unwrap().unwrap().writing, save.writing);
    };
    for text in strings::naughty() {
        keep(&text, &text);
    }
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&(any::<String>(), any::<String>()), |(title, body)| {
            keep(&title, &body);
            Ok(())
        })
        .unwrap();
}
