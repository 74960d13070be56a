//! Bits that flip, files cut short, emptied, gone, exchanged. Never silent, and no other words are shown as the
//! ones that were written.

use std::collections::BTreeMap;
use std::fs;

use awai::{
    Cost, Cover, Error, Journal, Notice, Passphrase, ReflectionId, Result, TroubleKind, Vault,
};
use awai_tests::{Person, words};

use crate::soak::{figure, times};

/// A journal with a few pages of different sizes; what they say by their ids.
fn with_pages(person: &Person) -> BTreeMap<ReflectionId, String> {
    let mut journal = person.begin();
    let mut said = BTreeMap::new();
    for n in 0..12 {
        let body = format!("page {n} {}", "駅で会釈をした。".repeat(n * n * 4));
        said.insert(person.write(&mut journal, &body), body);
    }
    journal.close().unwrap();
    said
}

/// Reads everything there is to read: true when all of it is there as it was written. A refusal is an answer
/// too; other words than those that were written are none.
fn all_is_said(journal: &Journal, said: &BTreeMap<ReflectionId, String>) -> bool {
    let mut all = true;
    for (id, body) in said {
        match journal.page(*id, Cover::Opened) {
            // Not assert_eq: what it would print is longer than a screen.
            Ok(page) => assert!(&page.writing.body == body, "other words than were written"),
            Err(Error::JournalDamaged | Error::NotFound) => all = false,
            Err(other) => panic!("{other:?}"),
        }
    }
    all
}

#[test]
fn a_flipped_bit_in_any_byte_of_a_key_file_leaves_a_journal_that_opens_with_its_second_copy() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let path = bo.keys().join("passphrase-1.a.age");
    let whole = fs::read(&path).unwrap();
    // That age refuses every single bit is tested where age is; here, a bit of each byte.
    for place in 0..whole.len() {
        let bit = place % 8;
        let mut hurt = whole.clone();
        hurt[place] ^= 1 << bit;
        fs::write(&path, hurt).unwrap();
        let opened = bo.told_on_opening().unwrap();
        assert_eq!(
            opened.notice,
            Some(Notice::SecondCopyOpened),
            "{place}.{bit}"
        );
        assert_eq!(fs::read(&path).unwrap(), whole, "{place}.{bit}");
    }
}

#[test]
fn two_hurt_key_files_are_said_to_be_hurt_and_the_right_phrase_is_not_called_wrong() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let paths = ["a", "b"].map(|copy| bo.keys().join(format!("passphrase-1.{copy}.age")));
    let whole = fs::read(&paths[0]).unwrap();
    for place in (0..whole.len()).step_by(7) {
        for path in &paths {
            let mut hurt = whole.clone();
            hurt[place] ^= 4;
            fs::write(path, hurt).unwrap();
        }
        // The same bytes twice could be a slot under another phrase: then only the checksums tell.
        fs::write(&paths[1], &whole[..whole.len() - 1]).unwrap();
        assert!(matches!(bo.try_open(), Err(Error::SlotDamaged)), "{place}");
    }
}

#[test]
fn checksums_alone_that_are_hurt_keep_nobody_out() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    for copy in ["a", "b"] {
        fs::write(bo.keys().join(format!("passphrase-1.{copy}.sha256")), "0").unwrap();
    }
    fs::remove_file(bo.keys().join("passphrase-1.a.age")).unwrap();
    bo.open();
    let report = bo.open().check().unwrap();
    assert_eq!(report.slots.len(), 1);
    assert_eq!(report.slots[0].first, awai::CopyState::Whole);
    assert_eq!(report.slots[0].second, awai::CopyState::Whole);
}

#[test]
fn a_flipped_bit_of_the_database_is_never_silent() {
    let bo = Person::bo().in_memory();
    let said = with_pages(&bo);
    let whole = fs::read(bo.database()).unwrap();
    let (mut refused, mut told, mut seen) = (0, 0, 0);
    let step = whole.len() / times(400);
    for (n, place) in (0..whole.len()).step_by(step.max(1)).enumerate() {
        let mut hurt = whole.clone();
        hurt[place] ^= 1 << (n % 8);
        fs::write(bo.database(), hurt).unwrap();
        match bo.try_open() {
            Err(Error::JournalDamaged) => refused += 1,
            Err(other) => panic!("byte {place}: {other:?}"),
            Ok(journal) => {
                if journal.opened().notice == Some(Notice::PartsDamaged) {
                    told += 1;
                }
                all_is_said(&journal, &said);
                let report = journal.check().unwrap();
                assert!(!report.is_whole(), "byte {place}: nothing was noticed");
                seen += 1;
            }
        }
    }
    figure(&format!(
        "{} bits, {refused} refused, {seen} opened and seen by a check, {told} of them told on opening, 0 silent",
        refused + seen
    ));
    fs::write(bo.database(), &whole).unwrap();
    assert!(all_is_said(&bo.open(), &said));
}

#[test]
fn one_hurt_page_keeps_nobody_from_the_others() {
    let bo = Person::bo().in_memory();
    let said = with_pages(&bo);
    let whole = fs::read(bo.database()).unwrap();
    let mut read = 0;
    for sheet in 0..whole.len() / 4096 {
        let mut hurt = whole.clone();
        hurt[sheet * 4096 + 2048] ^= 1;
        fs::write(bo.database(), hurt).unwrap();
        let Ok(mut journal) = bo.try_open() else {
            continue;
        };
        if !all_is_said(&journal, &said) {
            let there = said
                .keys()
                .filter(|id| journal.page(**id, Cover::Opened).is_ok())
                .count();
            read += usize::from(there > 0);
        }
        if journal.opened().notice == Some(Notice::PartsDamaged) {
            assert!(journal.opened().read_only);
            let refused = journal.write(&words("x"), bo.now());
            assert!(matches!(refused, Err(Error::JournalDamaged)));
        }
    }
    assert!(read > 5, "{read} hurt sheets left other pages to be read");
}

#[test]
fn a_database_cut_short_is_refused_or_told() {
    let bo = Person::bo().in_memory();
    let said = with_pages(&bo);
    let whole = fs::read(bo.database()).unwrap();
    let (mut refused, mut told) = (0, 0);
    for length in (1..whole.len()).step_by(whole.len() / 40) {
        fs::write(bo.database(), &whole[..length]).unwrap();
        match bo.try_open() {
            Err(Error::JournalDamaged) => refused += 1,
            Err(other) => panic!("{length} bytes: {other:?}"),
            Ok(journal) => {
                all_is_said(&journal, &said);
                assert!(!journal.check().unwrap().is_whole(), "{length} bytes");
                told += 1;
            }
        }
    }
    figure(&format!(
        "a database cut short at {} places: {refused} refused, {told} opened and told by a check, 0 taken for whole",
        refused + told
    ));
}

fn refusal<T>(tried: Result<T>) -> Option<TroubleKind> {
    tried.err().map(|error| error.trouble().kind)
}

#[test]
fn what_is_missing_is_named() {
    let bo = Person::bo().in_memory();
    with_pages(&bo);
    let whole = fs::read(bo.database()).unwrap();
    fs::write(bo.database(), b"").unwrap();
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::JournalEmpty));
    assert_eq!(fs::read(bo.database()).unwrap().len(), 0);
    fs::remove_file(bo.database()).unwrap();
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::NoJournal));
    assert!(!bo.database().exists());
    fs::write(bo.database(), &whole).unwrap();
    let keys = bo.home().join("keys elsewhere");
    fs::rename(bo.keys(), &keys).unwrap();
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::SlotDamaged));
    // Where the keys lie without their journal, no new journal is made over them.
    fs::rename(&keys, bo.keys()).unwrap();
    fs::remove_file(bo.database()).unwrap();
    let over = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
    assert_eq!(refusal(over), Some(TroubleKind::FolderNotEmpty));
    fs::write(bo.database(), &whole).unwrap();
    bo.open();
    figure(
        "emptied, gone, its keys gone, keys alone: each with its own name, and it opens again when all is back",
    );
}

#[test]
fn keys_of_two_journals_cannot_be_exchanged() {
    let bo = Person::bo().in_memory();
    let said = with_pages(&bo);
    let other = bo.home().join("other");
    Vault::create(&other, &bo.phrase(), Cost::CHEAP, bo.now()).unwrap();
    for copy in ["a.age", "a.sha256", "b.age", "b.sha256"] {
        let name = format!("passphrase-1.{copy}");
        fs::rename(bo.keys().join(&name), bo.home().join(&name)).unwrap();
        fs::copy(other.join("keys").join(&name), bo.keys().join(&name)).unwrap();
    }
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::JournalDamaged));
    for copy in ["a.age", "a.sha256", "b.age", "b.sha256"] {
        let name = format!("passphrase-1.{copy}");
        fs::rename(bo.home().join(&name), bo.keys().join(&name)).unwrap();
    }
    // Nor can the databases.
    let own = fs::read(bo.database()).unwrap();
    fs::copy(other.join("journal.db"), bo.database()).unwrap();
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::JournalDamaged));
    fs::write(bo.database(), own).unwrap();
    assert!(all_is_said(&bo.open(), &said));
    figure(
        "keys and databases of two journals exchanged: 2 of 2 refused, every page there when they are back",
    );
}

#[test]
fn an_old_key_file_put_back_takes_no_newer_one_away() {
    let bo = Person::bo().in_memory();
    let mut journal = bo.begin();
    let kept: Vec<_> = fs::read_dir(bo.keys())
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    let new = Passphrase::new("another phrase for today").unwrap();
    journal
        .change_passphrase(&bo.phrase(), &new, Cost::CHEAP)
        .unwrap();
    drop(journal);
    for (path, bytes) in kept {
        fs::write(path, bytes).unwrap();
    }
    // Whoever knows the old phrase gets in, as with any old copy; the phrase of today must still do.
    bo.open();
    let vault = bo.vault().unwrap();
    vault.unlock(&new, bo.now()).unwrap();
    assert_eq!(refusal(bo.try_open()), Some(TroubleKind::WrongPassphrase));
}

#[test]
fn nothing_that_lies_beside_the_database_opens_it() {
    let claire = Person::claire().in_memory();
    with_pages(&claire);
    let mut tried = 0;
    let mut folders = vec![claire.home().to_owned()];
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let hex: String = bytes
                .iter()
                .take(64)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let text = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
            let words = text.split_whitespace().take(64).map(str::to_owned);
            for phrase in [name, hex, text.clone()].into_iter().chain(words) {
                let Ok(phrase) = Passphrase::new(&phrase) else {
                    continue;
                };
                let tried_it = claire.vault().unwrap().unlock(&phrase, claire.now());
                assert_eq!(refusal(tried_it), Some(TroubleKind::WrongPassphrase));
                tried += 1;
            }
            // Nor is any run of 32 bytes the database's key: the database does not open with it.
            for key in bytes
                .windows(32)
                .step_by(if bytes.len() > 4096 { 997 } else { 1 })
            {
                assert!(!opens(&claire, key), "{}", path.display());
            }
        }
    }
    assert!(tried > 10);
}

/// Whether these 32 bytes, given to SQLCipher as a key, open the database.
fn opens(person: &Person, key: &[u8]) -> bool {
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let conn = rusqlite::Connection::open_with_flags(person.database(), flags).unwrap();
    conn.execute_batch("PRAGMA cipher_log_level = NONE")
        .unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\""))
        .unwrap();
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })
    .is_ok()
}
