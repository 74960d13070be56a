//! Looking through a whole journal.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use std::fs;

use awai::{CopyState, Notice, Wholeness};
use awai_tests::{Person, words};

#[test]
fn a_look_through_everything_counts_what_is_there() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let empty = journal.check().unwrap();
    assert!(empty.is_whole());
    assert_eq!((empty.pages, empty.versions, empty.pictures), (0, 0, 0));
    claire.tie(&mut journal, "Anna");
    let page = claire.write(&mut journal, "un");
    let aside = claire.write(&mut journal, "deux");
    journal.revise(page, &words("trois"), claire.now()).unwrap();
    journal.set_aside(aside, claire.now()).unwrap();
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.versions), (2, 1));
    assert_eq!(
        (report.chain, report.database),
        (Wholeness::Whole, Wholeness::Whole)
    );
    let [slot] = report.slots.as_slice() else {
        panic!("there is one slot");
    };
    assert_eq!(slot.name, "passphrase-1");
    assert_eq!(
        (slot.first, slot.second),
        (CopyState::Whole, CopyState::Whole)
    );
}

#[test]
fn a_hurt_copy_of_the_key_file_is_seen_and_mended_on_opening() {
    let bo = Person::bo();
    let journal = bo.begin();
    let hurt = |copy: &str| {
        let path = bo.keys().join(format!("passphrase-1.{copy}.age"));
        let mut bytes = fs::read(&path).unwrap();
        bytes[100] ^= 1;
        fs::write(&path, bytes).unwrap();
    };
    let copies = || {
        let report = bo.open().check().unwrap();
        (report.slots[0].first, report.slots[0].second)
    };
    hurt("b");
    let slots = journal.check().unwrap().slots;
    assert_eq!(slots[0].second, CopyState::Damaged);
    drop(journal);
    // The first copy opened it, but two are better than one.
    assert_eq!(copies(), (CopyState::Whole, CopyState::Whole));

    hurt("a");
    let opened = bo.told_on_opening().unwrap();
    assert_eq!(opened.notice, Some(Notice::SecondCopyOpened));
    assert_eq!(copies(), (CopyState::Whole, CopyState::Whole));
    assert_eq!(bo.told_on_opening().unwrap().notice, None);

    fs::remove_file(bo.keys().join("passphrase-1.a.age")).unwrap();
    let opened = bo.told_on_opening().unwrap();
    assert_eq!(opened.notice, Some(Notice::SecondCopyOpened));
    assert_eq!(copies(), (CopyState::Whole, CopyState::Whole));
}
