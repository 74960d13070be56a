//! Whole copies: made, looked through, let go of, and brought back.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use awai::{
    Backup, Cost, Cover, Error, GoOn, Headway, InPlace, Journal, PagesAsk, Passphrase, Stage,
    TwelveWords, Vault, Watch, WordsKept, backups_in,
};
use awai_tests::stranger::database;
use awai_tests::{Person, copy_folder, names_in, unfinished, words};
use chrono::Duration;

fn back_up(person: &Person, journal: &Journal) -> Backup {
    let made = journal.back_up(None, person.now(), &mut Watch::nobody());
    made.unwrap()
}

fn restore(person: &Person, from: &Path, to: &Path, in_place: InPlace) -> awai::Result<Vault> {
    let watch = &mut Watch::nobody();
    Vault::restore(
        from,
        to,
        &person.phrase(),
        in_place,
        Some(&person.seen()),
        watch,
    )
}

/// A journal with something of everything that a page can hold.
fn lived_in(person: &Person) -> Journal {
    let mut journal = person.begin();
    let tie = person.tie(&mut journal, "駅の人");
    let page = person.write(&mut journal, "cœur · 駅で会釈をした。");
    let again = awai::Writing {
        ties: vec![tie.id],
        ..words("written anew")
    };
    journal.revise(page, &again, person.now()).unwrap();
    person.write(&mut journal, &"long ".repeat(40_000));
    journal
        .keep_draft(&unfinished(1, "not yet"), person.now())
        .unwrap();
    journal
}

/// Every page with its earlier wordings, as text that can be compared.
fn every_page(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    assert!(lines.len() > 1);
    let told = lines.iter().map(|line| {
        let page = journal.page(line.id, Cover::Opened).unwrap();
        let versions = journal.versions(line.id, Cover::Opened).unwrap();
        format!("{page:?} {versions:?}")
    });
    told.collect()
}

#[test]
fn a_copy_is_a_journal_of_its_own_and_holds_the_same() {
    let bo = Person::bo();
    let mut journal = lived_in(&bo);
    let before = journal.digests().unwrap();
    let copy = back_up(&bo, &journal);
    assert_eq!(copy.name, "copy-20260503-081700-0001");
    assert_eq!(names_in(&copy.folder), ["journal.db", "keys"]);
    assert_eq!(journal.last_backup().unwrap().at, bo.now());
    assert!(!journal.last_backup().unwrap().elsewhere);
    // What is written afterwards is not in it.
    bo.write(&mut journal, "later");
    drop(journal);
    let vault = Vault::at(&copy.folder).unwrap();
    let there = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert_eq!(there.digests().unwrap(), before);
    assert!(there.check().unwrap().is_whole());
    assert_eq!(there.draft(None).unwrap().unwrap().writing.body, "not yet");
}

/// What may become of a copy between its making and the look through it, by the name of what becomes of it.
type Harm = fn(&Person, &Path);

/// With the key one takes a row out of a copy, or changes one: its pages are as right as any to SQLCipher.
fn change_row(person: &Person, copy: &Path, sql: &str) {
    let database = database(copy, person.phrase_text());
    assert_eq!(database.execute(sql, []).unwrap(), 1, "{sql}");
    database.close().unwrap();
}

const HARMS: [(&str, Harm); 5] = [
    ("a byte is another", |_, copy| {
        let mut bytes = fs::read(copy.join("journal.db")).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 4;
        fs::write(copy.join("journal.db"), bytes).unwrap();
    }),
    ("its last page is gone", |_, copy| {
        let bytes = fs::read(copy.join("journal.db")).unwrap();
        fs::write(copy.join("journal.db"), &bytes[..bytes.len() - 4096]).unwrap();
    }),
    ("a row is gone", |person, copy| {
        // Unfinished words are in no chain: only the comparison can miss them.
        change_row(person, copy, "DELETE FROM draft");
    }),
    ("a row is another", |person, copy| {
        change_row(
            person,
            copy,
            "UPDATE draft SET writing = replace(writing, 'yet', 'now')",
        );
    }),
    ("a key file is gone", |_, copy| {
        fs::remove_file(copy.join("keys/passphrase-1.b.age")).unwrap();
    }),
];

#[test]
fn a_copy_that_does_not_hold_what_the_journal_held_gets_no_name_and_is_not_called_backed_up() {
    let bo = Person::bo();
    let journal = lived_in(&bo);
    let copies = bo.folder().join("backups");
    for (what, harm) in HARMS {
        let begun = journal.begin_backup(None, bo.now(), &mut Watch::nobody());
        let begun = begun.unwrap();
        let [part] = names_in(&copies).try_into().unwrap();
        assert!(part.ends_with(".part"), "{part}");
        harm(&bo, &copies.join(part));
        let checked = begun.check(&mut Watch::nobody());
        assert!(matches!(checked, Err(Error::BackupDamaged)), "{what}");
        assert!(names_in(&copies).is_empty(), "{what}");
        assert!(journal.last_backup().is_none(), "{what}");
        assert!(journal.backups().is_empty(), "{what}");
    }
    // Left alone, the same copy is named and noted.
    let begun = journal.begin_backup(None, bo.now(), &mut Watch::nobody());
    let copy = begun.unwrap().check(&mut Watch::nobody()).unwrap();
    assert_eq!(names_in(&copies), [copy.name, "last-checked".to_owned()]);
}

#[test]
fn a_copy_of_each_of_twenty_four_rotations_brings_back_what_was_there_then() {
    let bo = Person::bo().in_memory();
    let mut journal = bo.begin();
    let mut then: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for rotation in 0..24 {
        bo.write(&mut journal, &format!("day {rotation}"));
        if rotation % 5 == 4 {
            let page = journal.pages(&Default::default()).unwrap().lines[0].id;
            journal.revise(page, &words("anew"), bo.now()).unwrap();
        }
        let copy = back_up(&bo, &journal);
        let digests = journal.digests().unwrap();
        let to = bo.home().join(format!("back-{rotation}"));
        let vault = restore(&bo, &copy.folder, &to, InPlace::Nothing).unwrap();
        let back = vault.unlock(&bo.phrase(), bo.now()).unwrap();
        assert_eq!(back.digests().unwrap(), digests, "rotation {rotation}");
        assert!(back.check().unwrap().is_whole());
        then.insert(copy.name, digests);
        bo.later(Duration::days(1 + rotation % 9));
    }
    drop(journal);
    // What is still there after all of them brings back its own day, too.
    let left = backups_in(&bo.folder().join("backups"));
    assert!((3..24).contains(&left.len()), "{}", left.len());
    for copy in left {
        let to = bo.home().join(&copy.name);
        let vault = restore(&bo, &copy.folder, &to, InPlace::Nothing).unwrap();
        let back = vault.unlock(&bo.phrase(), bo.now()).unwrap();
        assert_eq!(back.digests().unwrap(), then[&copy.name]);
    }
}

#[test]
fn a_day_has_one_copy_on_schedule() {
    let bo = Person::bo();
    let journal = bo.begin();
    assert!(journal.backup_is_due(bo.now()));
    back_up(&bo, &journal);
    assert!(!journal.backup_is_due(bo.now()));
    assert!(!journal.backup_is_due(bo.later(Duration::hours(10))));
    assert!(journal.backup_is_due(bo.later(Duration::hours(10))));
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing_and_the_journal_goes_on() {
    let bo = Person::bo();
    let mut journal = lived_in(&bo);
    let stages = [Stage::Copying, Stage::Comparing, Stage::Checking];
    for stage in stages {
        let mut ask = |at: Headway| match at.stage == stage {
            true => GoOn::No,
            false => GoOn::Yes,
        };
        let made = journal.back_up(None, bo.now(), &mut Watch::new(&mut ask));
        assert!(matches!(made, Err(Error::Stopped)), "{stage:?}");
        assert!(names_in(&bo.folder().join("backups")).is_empty());
        assert!(journal.last_backup().is_none());
    }
    bo.write(&mut journal, "on");
}

#[test]
fn a_copy_goes_to_a_stick_that_is_there_and_makes_none_that_is_not() {
    let bo = Person::bo();
    let journal = lived_in(&bo);
    let stick = bo.home().join("stick");
    let to = |place: &Path| journal.back_up(Some(place), bo.now(), &mut Watch::nobody());
    assert!(matches!(to(&stick), Err(Error::PlaceGone)));
    assert!(!stick.exists());
    fs::create_dir(&stick).unwrap();
    fs::write(stick.join("summer.txt"), "pictures").unwrap();
    // Somebody else’s copies and what is none are left alone.
    let other = Person::claire();
    let theirs = lived_in(&other);
    for _ in 0..5 {
        to(&stick).unwrap();
        theirs
            .back_up(Some(&stick), other.now(), &mut Watch::nobody())
            .unwrap();
        other.later(Duration::days(1));
    }
    let names = names_in(&stick);
    assert_eq!(names.len(), 1 + 3 + 5, "{names:?}");
    assert!(names.contains(&"summer.txt".to_owned()));
    assert!(journal.last_backup().unwrap().elsewhere);
}

#[test]
fn a_hurt_copy_is_told_and_changes_nothing_in_its_place() {
    let bo = Person::bo();
    let journal = lived_in(&bo);
    let digests = journal.digests().unwrap();
    let copy = back_up(&bo, &journal);
    drop(journal);
    let database = copy.folder.join("journal.db");
    let whole = fs::read(&database).unwrap();
    let mut told = 0;
    for at in (0..whole.len()).step_by(whole.len() / 12) {
        let mut hurt = whole.clone();
        hurt[at] ^= 4;
        fs::write(&database, &hurt).unwrap();
        let to = bo.home().join("back");
        let back = restore(&bo, &copy.folder, &to, InPlace::Nothing);
        assert!(matches!(back, Err(Error::BackupDamaged)), "byte {at}");
        assert!(!to.exists());
        let over = restore(&bo, &copy.folder, &bo.folder(), InPlace::PutBy);
        assert!(matches!(over, Err(Error::BackupDamaged)), "byte {at}");
        let looked = Vault::check_copy(&copy.folder, &bo.phrase(), &mut Watch::nobody());
        assert!(looked.is_err() || !looked.unwrap().is_whole());
        told += 1;
    }
    assert!(told >= 12);
    fs::write(&database, &whole[..whole.len() - 4096]).unwrap();
    let cut = restore(&bo, &copy.folder, &bo.home().join("back"), InPlace::Nothing);
    assert!(matches!(cut, Err(Error::BackupDamaged)));
    fs::write(&database, &whole).unwrap();
    let looked = Vault::check_copy(&database, &bo.phrase(), &mut Watch::nobody());
    assert!(looked.unwrap().is_whole());
    assert_eq!(bo.open().digests().unwrap(), digests);
    assert_eq!(
        names_in(&bo.folder()),
        ["backups", "journal.db", "keys", "lock"]
    );
}

#[test]
fn only_the_passphrase_brings_a_copy_back_and_only_a_copy_comes_back() {
    let bo = Person::bo();
    let journal = lived_in(&bo);
    let copy = back_up(&bo, &journal);
    let to = bo.home().join("back");
    let wrong = Passphrase::new("another phrase").unwrap();
    let watch = &mut Watch::nobody();
    let tried = Vault::restore(&copy.folder, &to, &wrong, InPlace::Nothing, None, watch);
    assert!(matches!(tried, Err(Error::WrongPassphrase)));
    let nothing = restore(&bo, bo.home(), &to, InPlace::Nothing);
    assert!(matches!(nothing, Err(Error::NoBackup)));
    let over = restore(&bo, &copy.folder, &bo.folder(), InPlace::Nothing);
    assert!(matches!(over, Err(Error::JournalExists)));
    let used = bo.home().join("used");
    fs::create_dir(&used).unwrap();
    fs::write(used.join("a letter.txt"), "dear").unwrap();
    let used = restore(&bo, &copy.folder, &used, InPlace::Nothing);
    assert!(matches!(used, Err(Error::FolderNotEmpty)));
    assert!(!to.exists());
    // While the journal is open nothing takes its place.
    let open = restore(&bo, &copy.folder, &bo.folder(), InPlace::PutBy);
    assert!(matches!(open, Err(Error::HeldElsewhere { .. })));
}

#[test]
fn twelve_words_alone_bring_a_copy_back_on_another_computer() {
    let claire = Person::claire();
    let mut journal = lived_in(&claire);
    let twelve = TwelveWords::draw(claire.tongue).unwrap();
    journal
        .keep_words(WordsKept::Sheet, &twelve, &claire.phrase(), Cost::CHEAP)
        .unwrap();
    let (digests, pages) = (journal.digests().unwrap(), every_page(&journal));
    let stick = tempfile::tempdir().unwrap();
    let copy = journal.back_up(Some(stick.path()), claire.now(), &mut Watch::nobody());
    let copy = copy.unwrap().folder;
    // What is typed from the sheet: all that is left beside the copy.
    let typed = twelve.shown().join(" ");
    drop((journal, twelve));
    drop(claire);

    let there = Person::claire();
    let restore = |words: &str| {
        let words = Passphrase::new(words).unwrap();
        let (to, seen) = (there.folder(), there.seen());
        let watch = &mut Watch::nobody();
        Vault::restore(&copy, &to, &words, InPlace::Nothing, Some(&seen), watch)
    };
    assert!(names_in(there.home()).is_empty());
    let (_, but_one) = typed.split_once(' ').unwrap();
    assert!(matches!(restore(but_one), Err(Error::WrongPassphrase)));
    assert!(names_in(there.home()).is_empty());
    restore(&typed).unwrap();
    let words = Passphrase::new(&typed).unwrap();
    let open = || there.vault().unwrap().unlock(&words, there.now()).unwrap();
    let mut back = open();
    assert!(back.opened().with_words && !back.opened().older);
    assert_eq!(back.digests().unwrap(), digests);
    assert_eq!(every_page(&back), pages);
    assert!(back.check().unwrap().is_whole());
    // It goes on from there, also under a new passphrase where the old one is forgotten.
    let page = there.write(&mut back, "ici");
    let new = Passphrase::chosen("une lampe et trois ponts sur l’eau").unwrap();
    back.change_passphrase(&words, &new, Cost::CHEAP).unwrap();
    drop(back);
    assert!(open().page(page, Cover::Closed).is_ok());
    assert!(there.vault().unwrap().unlock(&new, there.now()).is_ok());
    assert!(matches!(there.try_open(), Err(Error::WrongPassphrase)));
}

#[test]
fn what_stood_in_the_place_of_a_copy_that_comes_back_is_put_by_and_still_opens() {
    let bo = Person::bo();
    let mut journal = lived_in(&bo);
    let digests = journal.digests().unwrap();
    let copy = back_up(&bo, &journal);
    let later = bo.write(&mut journal, "written after the copy");
    journal.close().unwrap();
    restore(&bo, &copy.folder, &bo.folder(), InPlace::PutBy).unwrap();
    let back = bo.open();
    // It was chosen: nobody is told that it is older.
    assert!(!back.opened().older);
    assert_eq!(back.digests().unwrap(), digests);
    assert_eq!(back.backups().len(), 1);
    drop(back);
    let before = bo.folder().join("before-1");
    let before = Vault::at(&before)
        .unwrap()
        .unlock(&bo.phrase(), bo.now())
        .unwrap();
    let body = before.page(later, Cover::Opened).unwrap().writing.body;
    assert_eq!(body, "written after the copy");
}

#[test]
fn an_exchange_that_was_decided_is_finished_wherever_it_was_cut_short() {
    let bo = Person::bo();
    let mut journal = lived_in(&bo);
    let digests = journal.digests().unwrap();
    let copy = back_up(&bo, &journal);
    bo.write(&mut journal, "written after the copy");
    let now = journal.digests().unwrap();
    drop(journal);
    let folder = bo.folder();
    let moves: [(&str, &str); 4] = [
        ("journal.db", "before-1/journal.db"),
        ("keys", "before-1/keys"),
        ("restored-1/keys", "keys"),
        ("restored-1/journal.db", "journal.db"),
    ];
    for steps in 0..=moves.len() {
        let comes = folder.join("restored-1");
        copy_folder(&copy.folder, &comes).unwrap();
        fs::create_dir(folder.join("before-1")).unwrap();
        for (from, to) in &moves[..steps] {
            fs::rename(folder.join(from), folder.join(to)).unwrap();
        }
        let vault = Vault::at(&folder).unwrap();
        let journal = vault.unlock(&bo.phrase(), bo.now()).unwrap();
        assert_eq!(journal.digests().unwrap(), digests, "after {steps} steps");
        drop(journal);
        assert!(!comes.exists());
        let before = folder.join("before-1");
        let old = Vault::at(&before)
            .unwrap()
            .unlock(&bo.phrase(), bo.now())
            .unwrap();
        assert_eq!(old.digests().unwrap(), now);
        drop(old);
        // Back to where it began.
        for name in ["journal.db", "keys"] {
            let there = folder.join(name);
            if there.is_dir() {
                fs::remove_dir_all(&there).unwrap();
            } else {
                fs::remove_file(&there).unwrap();
            }
            fs::rename(before.join(name), there).unwrap();
        }
        fs::remove_dir_all(before).unwrap();
    }
}

#[test]
fn a_new_key_shuts_out_whoever_has_the_old_phrase_and_the_old_file() {
    let bo = Person::bo();
    let journal = lived_in(&bo);
    let digests = journal.digests().unwrap();
    let copy = back_up(&bo, &journal);
    let old_key_files = bo.home().join("old keys");
    copy_folder(&bo.keys(), &old_key_files).unwrap();
    let new = Passphrase::chosen("harbour 41 and a red umbrella").unwrap();
    let wrong = Passphrase::new("not the phrase").unwrap();
    let watch = &mut Watch::nobody();
    let (journal, done) = journal.renew_key(&wrong, &new, Cost::CHEAP, watch);
    assert!(matches!(done, Err(Error::WrongPassphrase)));
    let journal = journal.unwrap();
    let (journal, done) = journal.renew_key(&bo.phrase(), &new, Cost::CHEAP, watch);
    done.unwrap();
    // It goes on, open, under the new key.
    let mut journal = journal.unwrap();
    assert_eq!(journal.digests().unwrap(), digests);
    let page = bo.write(&mut journal, "under the new key");
    journal.close().unwrap();
    assert_eq!(
        names_in(&bo.folder()),
        ["backups", "journal.db", "keys", "lock"]
    );
    assert!(matches!(bo.try_open(), Err(Error::WrongPassphrase)));
    let journal = bo.vault().unwrap().unlock(&new, bo.now()).unwrap();
    assert!(!journal.opened().older);
    assert_eq!(
        journal.page(page, Cover::Opened).unwrap().writing.body,
        "under the new key"
    );
    assert!(journal.check().unwrap().is_whole());
    drop(journal);
    // The old key files, put back, open nothing any more; the copy made before opens as it did.
    fs::remove_dir_all(bo.keys()).unwrap();
    copy_folder(&old_key_files, &bo.keys()).unwrap();
    assert!(matches!(bo.try_open(), Err(Error::JournalDamaged)));
    let then = Vault::at(&copy.folder)
        .unwrap()
        .unlock(&bo.phrase(), bo.now())
        .unwrap();
    assert_eq!(then.digests().unwrap(), digests);
}

#[test]
fn tries_with_other_phrases_are_told_once_to_whoever_opens_it() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    assert_eq!(bo.told_on_opening().unwrap().tries, 0);
    for attempt in ["one", "two", "three"] {
        let phrase = Passphrase::new(attempt).unwrap();
        assert!(bo.vault().unwrap().unlock(&phrase, bo.now()).is_err());
    }
    assert_eq!(bo.told_on_opening().unwrap().tries, 3);
    assert_eq!(bo.told_on_opening().unwrap().tries, 0);
    assert_eq!(names_in(&bo.folder()), ["journal.db", "keys", "lock"]);
}
