//! An older file put back, and single old sheets of it put back: told, and read only until somebody chooses.

use std::fs;

use awai::{Cover, Error, Journal, PagesAsk, ReflectionId};
use awai_tests::{Person, unfinished, words};

use crate::kills::chance;
use crate::soak::{figure, times};

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

/// A book of forty pages, and its file as it was after each time that all of them were written anew: each page as
/// long as before, so that sheets keep their places.
struct Book {
    bo: Person,
    ids: Vec<ReflectionId>,
    files: Vec<Vec<u8>>,
}

const TIMES: [&str; 3] = ["before ", "between", "after, "];

impl Book {
    fn new() -> Book {
        let bo = Person::bo().in_memory();
        let mut journal = bo.begin();
        let ids: Vec<ReflectionId> = (0..40)
            .map(|n| bo.write(&mut journal, &Book::body(n, TIMES[0])))
            .collect();
        journal.close().unwrap();
        let mut files = vec![fs::read(bo.database()).unwrap()];
        for word in &TIMES[1..] {
            let mut journal = bo.open();
            for (n, id) in ids.iter().enumerate() {
                let anew = words(&Book::body(n, word));
                journal.revise(*id, &anew, bo.now()).unwrap();
            }
            journal.close().unwrap();
            files.push(fs::read(bo.database()).unwrap());
        }
        Book { bo, ids, files }
    }

    fn body(n: usize, word: &str) -> String {
        format!("page {n} {}", word.repeat(150))
    }

    fn newest(&self) -> &[u8] {
        self.files.last().unwrap()
    }

    /// The sheets that are other than in the file of then.
    fn changed_since(&self, then: usize) -> Vec<usize> {
        let sheet = |file: &[u8], n: usize| file[n * SHEET..(n + 1) * SHEET].to_vec();
        (0..self.files[then].len() / SHEET)
            .filter(|n| sheet(&self.files[then], *n) != sheet(self.newest(), *n))
            .collect()
    }

    /// The newest file with some sheets in it as they were then.
    fn mixed(&self, then: usize, sheets: &[usize]) -> Vec<u8> {
        let mut mixed = self.newest().to_vec();
        for n in sheets {
            let place = n * SHEET..(n + 1) * SHEET;
            mixed[place.clone()].copy_from_slice(&self.files[then][place]);
        }
        mixed
    }

    /// For each sheet that was another one the time before: its number, and the newest file with the older sheet in
    /// its place.
    fn with_one_older_sheet(&self) -> impl Iterator<Item = (usize, Vec<u8>)> {
        let then = self.files.len() - 2;
        let sheets = self.changed_since(then);
        sheets
            .into_iter()
            .map(move |sheet| (sheet, self.mixed(then, &[sheet])))
    }
}

#[test]
fn old_sheets_put_back_are_never_silent() {
    let book = Book::new();
    let changed: Vec<Vec<usize>> = (0..2).map(|then| book.changed_since(then)).collect();
    let (mut refused, mut told, mut checked, mut same) = (0, 0, 0, 0);
    let states = times(500) as u64;
    for state in 0..states {
        let then = (chance(state) % 2) as usize;
        let pick = |n: u64| {
            let among = &changed[then];
            among[(chance(state * 7 + n) % among.len() as u64) as usize]
        };
        let sheets: Vec<usize> = (0..1 + state % 3).map(pick).collect();
        fs::write(book.bo.database(), book.mixed(then, &sheets)).unwrap();
        match book.bo.try_open() {
            Err(Error::JournalDamaged) => refused += 1,
            Err(other) => panic!("sheets {sheets:?}: {other}"),
            Ok(journal) if journal.opened().older || journal.opened().notice.is_some() => told += 1,
            Ok(journal) if !journal.check().unwrap().is_whole() => checked += 1,
            Ok(journal) => {
                // Then every page must be as it was written last, with all it said before.
                for (n, id) in book.ids.iter().enumerate() {
                    let page = journal.page(*id, Cover::Opened).unwrap();
                    assert!(
                        page.writing.body == Book::body(n, TIMES[2]),
                        "sheets {sheets:?}"
                    );
                    assert_eq!(page.versions, 2, "sheets {sheets:?}");
                }
                same += 1;
            }
        }
    }
    figure(&format!(
        "{states} files with older sheets: {refused} refused, {told} told on opening, {checked} by a check, \
         {same} changed nothing that is read, 0 silent"
    ));
    assert!(told > 10);
}

#[test]
fn nothing_is_written_into_older_sheets_before_the_closer_look() {
    let book = Book::new();
    let bo = &book.bo;
    let note = fs::read_dir(bo.seen()).unwrap().next().unwrap().unwrap();
    let noted = fs::read(note.path()).unwrap();
    let mut refused = 0;
    for (sheet, mixed) in book.with_one_older_sheet() {
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
    let book = Book::new();
    let bo = &book.bo;
    let mut accepted = 0;
    for (sheet, mixed) in book.with_one_older_sheet() {
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
