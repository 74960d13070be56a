//! Copies of a journal that were written in two places: found by what they are, read, and what is only there brought
//! over once.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

mod found;
mod parts;
mod union;

use std::fs;
use std::path::{Path, PathBuf};

use awai::{
    Beside, Cover, FromSibling, Journal, PagesAsk, ReflectionId, SiblingChoices, Vault, Watch,
};
use awai_tests::{Person, copy_folder};

/// Somebody with a journal of two pages, closed, and the names of the pages.
pub fn somebody() -> (Person, [ReflectionId; 2]) {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let pages = [
        bo.write(&mut journal, "on the bench"),
        bo.write(&mut journal, "by the river"),
    ];
    journal.close().unwrap();
    (bo, pages)
}

/// What is written elsewhere, in a copy of the whole folder, and the database of it laid beside the journal's own.
pub fn written_elsewhere(
    bo: &Person,
    name: &str,
    write: impl FnOnce(&Person, &mut Journal),
) -> PathBuf {
    let there = bo.home().join("another computer").join("journal");
    copy_folder(&bo.folder(), &there).unwrap();
    let mut journal = Vault::at(&there)
        .unwrap()
        .unlock(&bo.phrase(), bo.now())
        .unwrap();
    journal.look_closer().unwrap();
    write(bo, &mut journal);
    journal.close().unwrap();
    let sibling = bo.folder().join(name);
    fs::copy(there.join("journal.db"), &sibling).unwrap();
    fs::remove_dir_all(bo.home().join("another computer")).unwrap();
    sibling
}

pub fn bring(
    bo: &Person,
    journal: &mut Journal,
    from: &Path,
    choices: &SiblingChoices,
) -> FromSibling {
    let watch = &mut Watch::nobody();
    journal
        .bring_from_sibling(from, choices, bo.now(), watch)
        .unwrap()
}

pub fn body(journal: &Journal, id: ReflectionId) -> String {
    journal.page(id, Cover::Opened).unwrap().writing.body
}

pub fn said_before(journal: &Journal, id: ReflectionId) -> Vec<String> {
    let versions = journal.versions(id, Cover::Opened).unwrap();
    versions.into_iter().map(|version| version.body).collect()
}

pub fn bodies(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 100,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    lines.iter().map(|line| body(journal, line.id)).collect()
}

/// Nothing more is found, a second bringing brings nothing, and everything is whole.
pub fn settled(bo: &Person, journal: &mut Journal, sibling: &Path) {
    assert_eq!(journal.compare_sibling(sibling).unwrap(), Beside::default());
    let digests = journal.digests().unwrap();
    let again = bring(bo, journal, sibling, &SiblingChoices::default());
    assert_eq!(again, FromSibling::default());
    assert_eq!(journal.digests().unwrap(), digests);
    assert!(journal.check().unwrap().is_whole());
}
