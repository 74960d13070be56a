//! A journal at rest: made, opened, refused, its passphrase changed.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use std::fs;

use awai::{Cost, Cover, Error, Passphrase, Vault};
use awai_tests::{Person, moment, words};
use chrono::Duration;

#[test]
fn a_journal_is_made_closed_and_opened_again() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "駅で、同じ時間に降りる人と会釈をした。");
    journal.close().unwrap();
    let journal = aki.open();
    assert_eq!(
        journal.page(page, Cover::Closed).unwrap().writing.body,
        "駅で、同じ時間に降りる人と会釈をした。"
    );
    let opened = journal.opened();
    assert_eq!(
        (opened.notice, opened.older, opened.read_only),
        (None, false, false)
    );
}

#[test]
fn a_page_written_between_two_seconds_is_the_same_page_later() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let between = moment("2026-05-03T08:15:00.123456789-07:00");
    for body in ["The kettle, then talk.", "We walked."] {
        journal.write(&words(body), between).unwrap();
    }
    journal.close().unwrap();
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn looking_for_a_journal_makes_none() {
    let bo = Person::bo();
    assert!(matches!(Vault::at(&bo.folder()), Err(Error::NoJournal)));
    assert!(!bo.folder().exists());
    fs::create_dir(bo.folder()).unwrap();
    assert!(matches!(Vault::at(&bo.folder()), Err(Error::NoJournal)));
    assert_eq!(fs::read_dir(bo.folder()).unwrap().count(), 0);
}

#[test]
fn another_phrase_opens_nothing_however_often_it_is_tried() {
    let claire = Person::claire();
    claire.begin().close().unwrap();
    for attempt in ["lete au bord du fleuve", "L’été au bord du fleuve", "été"] {
        let phrase = Passphrase::new(attempt).unwrap();
        let tried = claire.vault().unwrap().unlock(&phrase, claire.now());
        assert!(matches!(tried, Err(Error::WrongPassphrase)), "{attempt}");
    }
    claire.open();
}

#[test]
fn the_same_phrase_typed_with_another_keyboard_opens() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    for typed in [
        "ｌａｍｐ　ｑｕａｙ　ｔｒｏｕｔ　ｎｉｎｅｔｙ－ｔｗｏ",
        "  lamp quay\ttrout\nninety-two ",
    ] {
        let phrase = Passphrase::new(typed).unwrap();
        bo.vault().unwrap().unlock(&phrase, bo.now()).unwrap();
    }
}

#[test]
fn a_phrase_of_white_space_is_refused_before_anything_is_asked_of_it() {
    for typed in ["", " ", "\u{3000}\u{a0}\n"] {
        assert!(matches!(
            Passphrase::new(typed),
            Err(Error::WrongPassphrase)
        ));
        assert!(matches!(
            Passphrase::chosen(typed),
            Err(Error::PassphraseWeak)
        ));
    }
}

#[test]
fn a_new_journal_never_covers_what_is_there() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    let again = || Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(again(), Err(Error::JournalExists)));

    let used = bo.home().join("used");
    fs::create_dir(&used).unwrap();
    fs::write(used.join("a letter.txt"), "dear").unwrap();
    let there = Vault::create(&used, &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(there, Err(Error::FolderNotEmpty)));
    let file = used.join("a letter.txt");
    let on_it = Vault::create(&file, &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(on_it, Err(Error::FolderNotEmpty)));
    assert_eq!(fs::read(&file).unwrap(), b"dear");
}

#[test]
fn an_empty_folder_may_become_a_journal() {
    let bo = Person::bo();
    fs::create_dir(bo.folder()).unwrap();
    bo.begin();
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "あ");
    let new = Passphrase::chosen("海まで歩いて帰った日のこと").unwrap();
    let wrong = Passphrase::new("これではない").unwrap();
    assert!(matches!(
        journal.change_passphrase(&wrong, &new, Cost::CHEAP),
        Err(Error::WrongPassphrase)
    ));
    journal
        .change_passphrase(&aki.phrase(), &new, Cost::CHEAP)
        .unwrap();
    journal.close().unwrap();
    assert!(matches!(aki.try_open(), Err(Error::WrongPassphrase)));
    let journal = aki.vault().unwrap().unlock(&new, aki.now()).unwrap();
    assert_eq!(
        journal.page(page, Cover::Closed).unwrap().writing.body,
        "あ"
    );
    // One slot, two copies, two sums.
    assert_eq!(fs::read_dir(aki.keys()).unwrap().count(), 4);
}

#[test]
fn a_journal_opens_whatever_the_clock_says() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "here");
    drop(journal);
    for clock in [
        "1970-01-01T00:00:00+00:00",
        "2038-01-20T03:14:08+00:00",
        "2100-03-01T00:00:00+13:00",
        "2026-05-02T08:15:00-07:00",
    ] {
        bo.set_clock(clock);
        let mut journal = bo.open();
        assert!(journal.page(page, Cover::Closed).is_ok());
        let written = bo.write(&mut journal, clock);
        let line = journal.line(written).unwrap();
        assert_eq!(line.written_at, moment(clock));
        assert_eq!(line.day.to_string(), clock[..10]);
    }
    bo.later(Duration::days(1));
    assert!(bo.open().check().unwrap().is_whole());
}
