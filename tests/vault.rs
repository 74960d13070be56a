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
use std::path::{Path, PathBuf};

use awai::{Cost, Cover, Error, Passphrase, TwelveWords, Vault, Watch, WordsKept};
#[cfg(unix)]
use awai_tests::not_looked_at;
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

#[cfg(unix)]
#[test]
fn a_journal_that_cannot_be_reached_is_not_said_to_be_missing() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    fs::remove_file(bo.database()).unwrap();
    // A name that leads to itself: whatever is meant by it, "there is no journal" would invite to make one.
    std::os::unix::fs::symlink("journal.db", bo.database()).unwrap();
    assert!(matches!(bo.vault(), Err(Error::DiskTrouble(_))));
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
    assert!(matches!(on_it, Err(Error::FileThere)));
    assert_eq!(fs::read(&file).unwrap(), b"dear");
    // Nor below a file, whatever a system calls that.
    let below = Vault::create(&file.join("journal"), &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(below, Err(Error::FileThere)));
}

#[test]
fn a_name_that_is_too_long_for_the_disk_is_not_taken_for_a_folder_in_use() {
    let bo = Person::bo();
    let folder = bo.home().join("a".repeat(300));
    let made = Vault::create(&folder, &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(!matches!(
        made,
        Ok(_) | Err(Error::FolderNotEmpty | Error::FileThere)
    ));
    assert_eq!(fs::read_dir(bo.home()).unwrap().count(), 0);
}

#[test]
fn a_journal_that_was_never_finished_gives_way_to_a_whole_one() {
    let (bo, claire) = (Person::bo(), Person::claire());
    bo.begin().close().unwrap();
    // As a power cut leaves it: the keys of nobody's journal, and no database of that name.
    fs::rename(bo.database(), bo.folder().join("journal.db.part")).unwrap();
    fs::write(bo.folder().join("journal.db.part-journal"), "half").unwrap();
    let begin = || Vault::create(&bo.folder(), &claire.phrase(), Cost::CHEAP, bo.now());

    // Beside something else it is left as it is.
    let letter = bo.folder().join("a letter.txt");
    fs::write(&letter, "dear").unwrap();
    assert!(matches!(begin(), Err(Error::FolderNotEmpty)));
    assert!(bo.folder().join("journal.db.part").exists());
    assert_eq!(fs::read_dir(bo.keys()).unwrap().count(), 4);
    fs::remove_file(letter).unwrap();

    let vault = begin().unwrap();
    let mut names: Vec<_> = fs::read_dir(bo.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["journal.db", "keys", "lock"]);
    // One slot, two copies, two sums: none is left of the keys before.
    assert_eq!(fs::read_dir(bo.keys()).unwrap().count(), 4);
    let old = vault.unlock(&bo.phrase(), bo.now());
    assert!(matches!(old, Err(Error::WrongPassphrase)));
    vault.unlock(&claire.phrase(), bo.now()).unwrap();
}

/// What a copy leaves that was being brought back when the power went, in a folder where no journal was.
fn a_copy_that_did_not_come_back(of: &Person, to: &Path, name: &str) -> PathBuf {
    let part = to.join(name);
    fs::create_dir_all(part.join("keys")).unwrap();
    fs::write(to.join("lock"), "7 desk").unwrap();
    fs::write(part.join("journal.db"), "half").unwrap();
    fs::write(part.join("journal.db-journal"), "half").unwrap();
    for slot in fs::read_dir(of.keys()).unwrap().flatten() {
        fs::copy(slot.path(), part.join("keys").join(slot.file_name())).unwrap();
    }
    part
}

#[test]
fn a_copy_that_did_not_come_back_gives_way_to_a_journal_and_goes_when_one_is_opened() {
    let (bo, claire) = (Person::bo(), Person::claire());
    bo.begin().close().unwrap();
    let to = claire.folder();
    let part = a_copy_that_did_not_come_back(&bo, &to, "restored-1.part");
    let begin = || Vault::create(&to, &claire.phrase(), Cost::CHEAP, claire.now());

    // With a file of somebody else in it, it stays as it is.
    for theirs in ["a letter.txt", "keys/a letter.txt"] {
        fs::write(part.join(theirs), "dear").unwrap();
        assert!(matches!(begin(), Err(Error::FolderNotEmpty)), "{theirs}");
        assert_eq!(fs::read(part.join(theirs)).unwrap(), b"dear");
        assert!(part.join("journal.db").exists(), "{theirs}");
        fs::remove_file(part.join(theirs)).unwrap();
    }
    // So does a file that is only called so.
    fs::write(to.join("restored-2.part"), "dear").unwrap();
    assert!(matches!(begin(), Err(Error::FolderNotEmpty)));
    fs::remove_file(to.join("restored-2.part")).unwrap();

    let vault = begin().unwrap();
    let names = || {
        let files = fs::read_dir(&to).unwrap().flatten();
        let mut names: Vec<_> = files.map(|file| file.file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["journal.db", "keys", "lock"]);
    // Beside a journal it goes when that is opened, and so do its pages that were to have a new key.
    for name in ["restored-1.part", "renewed-3.part"] {
        a_copy_that_did_not_come_back(&bo, &to, name);
    }
    vault.unlock(&claire.phrase(), claire.now()).unwrap();
    assert_eq!(names(), ["journal.db", "keys", "lock"]);
}

#[test]
fn what_a_system_put_beside_a_copy_that_did_not_come_back_keeps_nobody_from_a_journal() {
    let (bo, claire) = (Person::bo(), Person::claire());
    bo.begin().close().unwrap();
    let to = claire.folder();
    let part = a_copy_that_did_not_come_back(&bo, &to, "restored-1.part");
    let theirs = [
        part.join(".DS_Store"),
        part.join("keys/._passphrase-1.a.age"),
    ];
    for path in &theirs {
        fs::write(path, "a system's own").unwrap();
    }
    let vault = Vault::create(&to, &claire.phrase(), Cost::CHEAP, claire.now()).unwrap();
    vault
        .unlock(&claire.phrase(), claire.now())
        .unwrap()
        .close()
        .unwrap();
    // Opened with it as well, and nothing of ours is left in it.
    claire.open().close().unwrap();
    assert!(theirs.iter().all(|path| path.exists()));
    assert!(!part.join("journal.db").exists());
    assert_eq!(fs::read_dir(part.join("keys")).unwrap().count(), 1);
}

#[test]
fn pages_under_a_new_key_are_never_cleared_away_where_they_may_be_all_there_is() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    let part = bo.folder().join("renewed-1.part");
    // As a kill leaves them before it was decided; and then somebody moved the journal away.
    fs::create_dir(&part).unwrap();
    for name in ["journal.db", "keys"] {
        fs::rename(bo.folder().join(name), part.join(name)).unwrap();
    }
    let made = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(made, Err(Error::FolderNotEmpty)));
    Vault::at(&part)
        .unwrap()
        .unlock(&bo.phrase(), bo.now())
        .unwrap();
}

#[test]
fn keys_without_a_journal_that_was_begun_are_never_cleared_away() {
    let bo = Person::bo();
    bo.begin().close().unwrap();
    // Somebody moved the database: its keys are what opens it.
    let elsewhere = bo.home().join("journal.db");
    fs::rename(bo.database(), &elsewhere).unwrap();
    let made = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(matches!(made, Err(Error::FolderNotEmpty)));
    fs::rename(&elsewhere, bo.database()).unwrap();
    bo.open();
}

#[test]
fn a_journal_that_could_not_be_made_leaves_what_was_there() {
    let bo = Person::bo();
    fs::create_dir(bo.folder()).unwrap();
    // A file where the keys would lie, beside one that was never finished.
    fs::write(bo.folder().join("journal.db.part"), "half").unwrap();
    fs::write(bo.keys(), "no folder").unwrap();
    let made = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
    assert!(made.is_err());
    let left: Vec<_> = fs::read_dir(bo.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(left, ["keys"]);
    assert_eq!(fs::read(bo.keys()).unwrap(), b"no folder");
}

#[cfg(unix)]
#[test]
fn where_no_new_file_may_be_laid_down_a_journal_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "read me");
    journal.close().unwrap();
    let allow = |mode| {
        fs::set_permissions(bo.folder(), fs::Permissions::from_mode(mode)).unwrap();
    };
    // The lock and the database stay writable; for an administrator only this closes the folder.
    let attribute = |sign: &str| {
        let _ = Command::new("chattr").arg(sign).arg(bo.folder()).output();
    };
    allow(0o500);
    attribute("+i");
    let probe = bo.folder().join("probe");
    let is_closed = fs::write(&probe, "").is_err();
    let opened = bo.try_open();
    attribute("-i");
    allow(0o700);
    let journal = opened.unwrap();
    if is_closed {
        assert!(journal.opened().read_only && !journal.opened().older);
    } else {
        not_looked_at(
            "a folder that may only be read",
            "an administrator may write everywhere.",
        );
    }
    let read = journal.page(page, Cover::Closed).unwrap();
    assert_eq!(read.writing.body, "read me");
}

#[test]
fn a_journal_says_whether_it_was_opened_with_twelve_words() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    assert!(!journal.opened().with_words);
    let twelve = TwelveWords::draw(claire.tongue).unwrap();
    journal
        .keep_words(WordsKept::Sheet, &twelve, &claire.phrase(), Cost::CHEAP)
        .unwrap();
    journal.close().unwrap();
    let typed = Passphrase::new(&twelve.shown().join(" ")).unwrap();
    let journal = claire.vault().unwrap().unlock(&typed, claire.now());
    assert!(journal.unwrap().opened().with_words);
    assert!(!claire.open().opened().with_words);
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

#[test]
fn words_that_could_not_be_given_open_nothing_and_those_given_before_still_open() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [first, second] = [(); 2].map(|()| TwelveWords::draw(bo.tongue).unwrap());
    let mut keep = |words: &TwelveWords, give: fn() -> awai::Result<()>| {
        journal.keep_words_given(WordsKept::Envelope, words, &bo.phrase(), Cost::CHEAP, give)
    };
    keep(&first, || Ok(())).unwrap();
    let refused = keep(&second, || Err(Error::PlaceGone));
    assert!(matches!(refused, Err(Error::PlaceGone)));
    journal.close().unwrap();
    let opens = |words: &TwelveWords| {
        let vault = Vault::at(&bo.folder()).unwrap();
        let phrase = Passphrase::new(&words.shown().join(" ")).unwrap();
        vault.unlock(&phrase, bo.now()).is_ok()
    };
    assert!(opens(&first) && !opens(&second));
}

#[test]
fn while_another_database_waits_for_its_place_nothing_is_written_into_the_one_that_goes() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "the ferry was late");
    journal.close().unwrap();
    // What a new key makes, decided and not in its place yet.
    let elsewhere = Person::bo();
    awai_tests::copy_folder(&bo.folder(), &elsewhere.folder()).unwrap();
    let new = Passphrase::chosen("three herons on the far bank").unwrap();
    let (renewed, done) =
        elsewhere
            .open()
            .renew_key(&bo.phrase(), &new, Cost::CHEAP, &mut Watch::nobody());
    done.unwrap();
    renewed.unwrap().close().unwrap();
    let comes = bo.folder().join("renewed-1");
    fs::create_dir(&comes).unwrap();
    for name in ["journal.db", "keys"] {
        fs::rename(elsewhere.folder().join(name), comes.join(name)).unwrap();
    }
    // Where the old one would go, something is in the way.
    let in_the_way = bo.folder().join("gone-1");
    fs::write(&in_the_way, "of somebody else").unwrap();
    for _ in 0..2 {
        assert!(matches!(
            Vault::at(&bo.folder()),
            Err(Error::ExchangeUnfinished)
        ));
        let made = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now());
        assert!(matches!(made, Err(Error::ExchangeUnfinished)));
    }
    fs::remove_file(&in_the_way).unwrap();
    let vault = Vault::at(&bo.folder()).unwrap();
    assert!(matches!(
        vault.unlock(&bo.phrase(), bo.now()),
        Err(Error::WrongPassphrase)
    ));
    let journal = vault.unlock(&new, bo.now()).unwrap();
    assert_eq!(
        journal.page(page, Cover::Closed).unwrap().writing.body,
        "the ferry was late"
    );
}
