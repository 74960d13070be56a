//! Many at once, and folders that change under an open journal.

use std::fs;

use awai::{Cover, Error, TroubleKind, Vault};
use awai_tests::{Person, unfinished, words};

use crate::soak::{figure, times};
use crate::somebodies::{Somebody, command};

#[test]
fn of_eight_processes_one_writes_and_seven_are_told_who() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let opens = times(8);
    for _ in 0..opens.div_ceil(8) {
        eight_at_once(&bo);
    }
    figure(&format!(
        "{} opens, one writer each time, seven told who",
        opens.div_ceil(8) * 8
    ));
}

fn eight_at_once(bo: &Person) {
    let mut everybody: Vec<Somebody> = (0..8)
        .map(|_| {
            Somebody::start(command("hold", bo.home()).env("SOMEBODYS_PHRASE", bo.phrase_text()))
        })
        .collect();
    let said: Vec<String> = everybody.iter_mut().map(Somebody::hears).collect();
    let writers: Vec<usize> = (0..8).filter(|n| said[*n] == "open").collect();
    let [writer] = writers.as_slice() else {
        panic!("{said:?}");
    };
    let process = everybody[*writer].0.id().to_string();
    for (n, line) in said.iter().enumerate() {
        if n != *writer {
            // The name may not be written yet in the first moment of the hold.
            let told = line.strip_prefix("trouble held_elsewhere ").unwrap();
            assert!(told.is_empty() || told.starts_with(&process), "{line}");
        }
    }
    match bo.try_open() {
        Err(Error::HeldElsewhere { holder }) => {
            assert!(holder.unwrap().starts_with(&process));
        }
        _ => panic!("a ninth was let in"),
    }
    // Killed, the writer holds nothing any longer.
    drop(everybody);
    bo.open();
}

#[test]
fn another_program_cannot_write_into_an_open_journal() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "x");
    fs::remove_file(bo.folder().join("lock")).unwrap();
    // Even where the lock file is lost, the database itself lets nobody else in.
    assert!(matches!(bo.try_open(), Err(Error::HeldElsewhere { .. })));
    bo.write(&mut journal, "y");
}

#[test]
fn a_folder_that_goes_away_is_named_and_nothing_is_said_to_be_kept() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let kept = bo.write(&mut journal, "kept");
    let elsewhere = bo.home().join("elsewhere");
    fs::rename(bo.folder(), &elsewhere).unwrap();
    for _ in 0..2 {
        let draft = journal.keep_draft(&unfinished(1, "not kept"), bo.now());
        assert_eq!(draft.unwrap_err().trouble().kind, TroubleKind::FolderGone);
        let page = journal.write(&words("not kept"), bo.now());
        assert_eq!(page.unwrap_err().trouble().kind, TroubleKind::FolderGone);
    }
    // What is open can still be read, and when the folder is back, words are kept again.
    assert!(journal.page(kept, Cover::Closed).is_ok());
    fs::rename(&elsewhere, bo.folder()).unwrap();
    journal
        .keep_draft(&unfinished(1, "kept again"), bo.now())
        .unwrap();
    drop(journal);
    let journal = bo.open();
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "kept again");

    drop(journal);
    fs::rename(bo.folder(), &elsewhere).unwrap();
    assert!(matches!(Vault::at(&bo.folder()), Err(Error::NoJournal)));
}
