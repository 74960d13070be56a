//! An older file put back, and single old sheets of it put back: told, and read only until somebody chooses.

use std::fs;

use awai::{Cover, Error, Journal, PagesAsk, ReflectionId};
use awai_tests::{Person, unfinished, words};

const SHEET: usize = 4096;

fn bodies(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    let pages = journal.pages(&ask).unwrap();
    let body = |id: ReflectionId| journal.page(id, Cover::Opened).unwrap().writing.body;
    pages.lines.iter().map(|line| body(line.id)).collect()
}

#[test]
fn an_older_file_put_back_is_told_and_only_read_until_it_is_accepted() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "first");
    journal.close().unwrap();
    let older = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    bo.write(&mut journal, "second");
    journal.close().unwrap();
    let newer = fs::read(bo.database()).unwrap();

    fs::write(bo.database(), &older).unwrap();
    let mut journal = bo.open();
    assert!(journal.opened().older);
    assert_eq!(bodies(&journal), ["first"]);
    let refused = [
        journal.write(&words("x"), bo.now()).err(),
        journal.keep_draft(&unfinished(1, "x"), bo.now()).err(),
        journal.drop_draft(None).err(),
        journal
            .change_passphrase(&bo.phrase(), &bo.phrase(), awai::Cost::CHEAP)
            .err(),
    ];
    for error in refused {
        assert!(matches!(error, Some(Error::OlderThanSeen)), "{error:?}");
    }
    drop(journal);
    // Looking at it made nobody forget the newer one.
    assert!(bo.open().opened().older);
    fs::write(bo.database(), &newer).unwrap();
    assert!(!bo.open().opened().older);

    fs::write(bo.database(), &older).unwrap();
    let mut journal = bo.open();
    journal.accept_older().unwrap();
    assert!(!journal.opened().older);
    bo.write(&mut journal, "another second");
    drop(journal);
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert_eq!(bodies(&journal), ["another second", "first"]);
    drop(journal);
    // And now the newer file of before is the one that is not known.
    fs::write(bo.database(), &newer).unwrap();
    assert!(bo.open().opened().older);
}

#[test]
fn an_older_file_is_not_told_where_nothing_was_seen_before() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "first");
    journal.close().unwrap();
    fs::remove_dir_all(bo.seen()).unwrap();
    assert!(!bo.open().opened().older);
    // What is noted tells nothing: a name and a line of hexadecimal.
    let note = fs::read_dir(bo.seen()).unwrap().next().unwrap().unwrap();
    let text = fs::read_to_string(note.path()).unwrap();
    assert_eq!(text.trim().len(), 64);
    assert!(text.trim().chars().all(|c| c.is_ascii_hexdigit()));
    // A note that cannot be read is no note.
    fs::write(note.path(), [0xff; 9]).unwrap();
    assert!(!bo.open().opened().older);
}

#[test]
fn single_old_sheets_put_back_are_never_silent() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: Vec<ReflectionId> = (0..40)
        .map(|n| bo.write(&mut journal, &format!("page {n} {}", "before ".repeat(150))))
        .collect();
    journal.close().unwrap();
    let before = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    for (n, id) in ids.iter().enumerate() {
        // As long as before, so that sheets keep their places.
        let body = format!("page {n} {}", "after, ".repeat(150));
        journal.revise(*id, &words(&body), bo.now()).unwrap();
    }
    journal.close().unwrap();
    let after = fs::read(bo.database()).unwrap();
    let (mut refused, mut told, mut checked, mut same) = (0, 0, 0, 0);
    for sheet in 0..before.len() / SHEET {
        let place = sheet * SHEET..(sheet + 1) * SHEET;
        if before[place.clone()] == after[place.clone()] {
            continue;
        }
        let mut mixed = after.clone();
        mixed[place.clone()].copy_from_slice(&before[place]);
        fs::write(bo.database(), mixed).unwrap();
        match bo.try_open() {
            Err(Error::JournalDamaged) => refused += 1,
            Err(other) => panic!("sheet {sheet}: {other}"),
            Ok(journal) if journal.opened().older || journal.opened().notice.is_some() => told += 1,
            Ok(journal) => {
                if !journal.check().unwrap().is_whole() {
                    checked += 1;
                } else {
                    // Then every page must be as it was written last, with all it said before.
                    for (n, id) in ids.iter().enumerate() {
                        let page = journal.page(*id, Cover::Opened).unwrap();
                        assert!(page.writing.body.starts_with(&format!("page {n} after")));
                        assert_eq!(page.versions, 1, "sheet {sheet}");
                    }
                    same += 1;
                }
            }
        }
    }
    println!(
        "{refused} refused, {told} told on opening, {checked} by a check, {same} changed nothing that is read"
    );
    assert!(told > 10);
}

/// Writes all pages anew, each as long as it was, so that sheets keep their places.
fn revise_all(bo: &Person, journal: &mut Journal, ids: &[ReflectionId], word: &str) {
    for (n, id) in ids.iter().enumerate() {
        let body = format!("page {n} {}", word.repeat(150));
        journal.revise(*id, &words(&body), bo.now()).unwrap();
    }
}

#[test]
fn nothing_is_written_into_older_sheets_before_the_closer_look() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: Vec<ReflectionId> = (0..40)
        .map(|n| bo.write(&mut journal, &format!("page {n} {}", "before ".repeat(150))))
        .collect();
    revise_all(&bo, &mut journal, &ids, "between");
    journal.close().unwrap();
    let before = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    revise_all(&bo, &mut journal, &ids, "after, ");
    journal.close().unwrap();
    let after = fs::read(bo.database()).unwrap();
    let note = fs::read_dir(bo.seen()).unwrap().next().unwrap().unwrap();
    let noted = fs::read(note.path()).unwrap();
    let mut refused = 0;
    for sheet in 0..before.len() / SHEET {
        let place = sheet * SHEET..(sheet + 1) * SHEET;
        if before[place.clone()] == after[place.clone()] {
            continue;
        }
        let mut mixed = after.clone();
        mixed[place.clone()].copy_from_slice(&before[place]);
        fs::write(bo.database(), &mixed).unwrap();
        fs::write(note.path(), &noted).unwrap();
        let Ok(mut journal) = bo.vault().unwrap().unlock(&bo.phrase(), bo.now()) else {
            continue;
        };
        // What only reads may find nothing, and nothing is noted as seen either.
        if journal.opened().older || journal.opened().notice.is_some() {
            continue;
        }
        if let Err(Error::OlderThanSeen) = journal.write(&words("x"), bo.now()) {
            refused += 1;
            assert!(journal.opened().older);
            drop(journal);
            assert_eq!(fs::read(bo.database()).unwrap(), mixed, "sheet {sheet}");
            assert_eq!(fs::read(note.path()).unwrap(), noted);
        }
    }
    assert!(refused > 10, "{refused}");
}

#[test]
fn what_was_accepted_is_whole_afterwards() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: Vec<ReflectionId> = (0..40)
        .map(|n| bo.write(&mut journal, &format!("page {n} {}", "before ".repeat(150))))
        .collect();
    revise_all(&bo, &mut journal, &ids, "between");
    journal.close().unwrap();
    let before = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    revise_all(&bo, &mut journal, &ids, "after, ");
    journal.close().unwrap();
    let after = fs::read(bo.database()).unwrap();
    let mut accepted = 0;
    for sheet in 0..before.len() / SHEET {
        let place = sheet * SHEET..(sheet + 1) * SHEET;
        if before[place.clone()] == after[place.clone()] {
            continue;
        }
        let mut mixed = after.clone();
        mixed[place.clone()].copy_from_slice(&before[place]);
        fs::write(bo.database(), mixed).unwrap();
        let Ok(mut journal) = bo.try_open() else {
            continue;
        };
        if !journal.opened().older || journal.accept_older().is_err() {
            continue;
        }
        if journal.check().unwrap().is_whole() {
            accepted += 1;
            bo.write(&mut journal, "from now on");
            drop(journal);
            assert!(!bo.open().opened().older, "sheet {sheet}");
        }
    }
    assert!(accepted > 0);
}
