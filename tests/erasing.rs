//! A whole journal is erased: what goes, what stays, and what becomes of one whose erasing was cut short.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(clippy::unwrap_used)]

use std::fs;
#[cfg(unix)]
use std::path::{Path, PathBuf};

use awai::{
    CopiesToo, Cost, Erased, Error, InPlace, OutAs, OutAsk, OutForm, OutLetters, ToErase, Vault,
    Watch, backups_in, erasing_stands, to_erase,
};
use awai_tests::{Person, names_in};
use chrono::Duration;

/// A journal with one page and two copies.
fn kept(person: &Person) {
    let mut journal = person.begin();
    person.write(&mut journal, "駅で会釈をした。");
    for _ in 0..2 {
        let made = journal.back_up(None, person.now(), &mut Watch::nobody());
        made.unwrap();
        person.later(Duration::days(1));
    }
    journal.close().unwrap();
}

fn erase(person: &Person, copies: CopiesToo) -> Erased {
    let vault = person.vault().unwrap();
    let erasing = vault.begin_erasing(&person.phrase()).unwrap();
    erasing.erase(copies).unwrap()
}

#[test]
fn only_the_passphrase_erases_and_a_slip_changes_nothing() {
    let (aki, bo) = (Person::aki(), Person::bo());
    kept(&aki);
    let before = names_in(&aki.folder());
    let slip = aki.vault().unwrap().begin_erasing(&bo.phrase());
    assert!(matches!(slip, Err(Error::WrongPassphrase)));
    let open = aki.open();
    let held = aki.vault().unwrap().begin_erasing(&aki.phrase());
    assert!(matches!(held, Err(Error::HeldElsewhere { .. })));
    open.close().unwrap();
    // Somebody who asked and thought again.
    drop(aki.vault().unwrap().begin_erasing(&aki.phrase()).unwrap());
    assert_eq!(names_in(&aki.folder()), before);
    assert_eq!(aki.open().backups().len(), 2);
}

#[test]
fn everything_goes_with_its_folder_and_its_note_outside() {
    let aki = Person::aki();
    kept(&aki);
    assert_eq!(
        to_erase(&aki.folder()),
        ToErase {
            copies: 2,
            others: false
        }
    );
    assert!(aki.seen().exists());
    assert_eq!(erase(&aki, CopiesToo::Go), Erased::Whole);
    assert_eq!(names_in(aki.home()), Vec::<String>::new());
    assert!(matches!(Vault::at(&aki.folder()), Err(Error::NoJournal)));
}

/// A journal or a copy of it, by second names outside: they show what became of the files themselves.
#[cfg(unix)]
struct SeenOutside {
    is_a_copy: bool,
    keys: Vec<PathBuf>,
    database: PathBuf,
}

#[cfg(unix)]
fn seen_outside(person: &Person) -> Vec<SeenOutside> {
    let copies = backups_in(&person.folder().join("backups")).into_iter();
    let folders = copies.map(|copy| (true, copy.folder));
    let mut seen = Vec::new();
    for (is_a_copy, folder) in folders.chain([(false, person.folder())]) {
        let outside = person.home().join(format!("outside-{}", seen.len()));
        fs::create_dir(&outside).unwrap();
        let named = |name: &str| {
            let to = outside.join(name.replace('/', "-"));
            fs::hard_link(folder.join(name), &to).unwrap();
            to
        };
        let keys = names_in(&folder.join("keys")).into_iter();
        seen.push(SeenOutside {
            is_a_copy,
            keys: keys.map(|key| named(&format!("keys/{key}"))).collect(),
            database: named("journal.db"),
        });
    }
    seen
}

#[cfg(unix)]
#[test]
fn every_key_file_is_written_over_before_a_database_goes_and_those_of_copies_that_stay_are_not() {
    use std::os::unix::fs::MetadataExt;
    let written = |path: &Path| fs::metadata(path).map(|file| (file.mtime(), file.mtime_nsec()));
    // The last that befell a file outside: its name inside went. What a database holds is noise without the keys, and
    // nobody promised to write over it.
    let gone = |path: &Path| fs::metadata(path).map(|file| (file.ctime(), file.ctime_nsec()));
    for copies in [CopiesToo::Go, CopiesToo::Stay] {
        let bo = Person::bo();
        kept(&bo);
        let seen = seen_outside(&bo);
        let keys = || seen.iter().flat_map(|one| &one.keys);
        let before: Vec<_> = keys().map(|key| fs::read(key).unwrap()).collect();
        // Four files of the journal and of each copy.
        assert_eq!(before.len(), 12);
        assert_eq!(erase(&bo, copies), Erased::Whole);
        let stays = |one: &SeenOutside| one.is_a_copy && copies == CopiesToo::Stay;
        for (key, before) in keys().zip(&before) {
            let awaited = match seen.iter().any(|one| stays(one) && one.keys.contains(key)) {
                true => before.clone(),
                false => vec![0; before.len()],
            };
            assert!(fs::read(key).unwrap() == awaited, "{copies:?} {key:?}");
        }
        // Those of the journal come before all that goes, those of a copy before the copy itself.
        for one in seen.iter().filter(|one| !stays(one)) {
            let goes = |other: &&SeenOutside| {
                !stays(other) && (!one.is_a_copy || other.database == one.database)
            };
            for other in seen.iter().filter(goes) {
                assert_eq!(fs::metadata(&other.database).unwrap().nlink(), 1);
                for key in &one.keys {
                    assert!(written(key).unwrap() <= gone(&other.database).unwrap());
                }
            }
        }
    }
}

#[test]
fn a_file_that_somebody_else_laid_there_stays_and_is_told_beforehand() {
    let bo = Person::bo();
    kept(&bo);
    let theirs = [
        "letter.txt",
        "keys/house.txt",
        "backups/summer/photo.jpg",
        "journal.db.old",
    ];
    for name in theirs {
        let path = bo.folder().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "theirs").unwrap();
    }
    assert!(to_erase(&bo.folder()).others);
    assert_eq!(erase(&bo, CopiesToo::Go), Erased::Whole);
    for name in theirs {
        let path = bo.folder().join(name);
        assert_eq!(fs::read_to_string(path).unwrap(), "theirs", "{name}");
    }
    assert_eq!(
        names_in(&bo.folder()),
        ["backups", "journal.db.old", "keys", "letter.txt"]
    );
    assert_eq!(names_in(&bo.folder().join("keys")), ["house.txt"]);
    assert_eq!(names_in(&bo.folder().join("backups")), ["summer"]);
}

/// What systems and their file managers put into folders by themselves.
fn looked_into(folder: &std::path::Path, names: &[&str]) {
    for name in names {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "the system's").unwrap();
    }
}

#[test]
fn what_a_system_put_there_by_itself_is_in_nobodys_way_and_stays() {
    let bo = Person::bo();
    let (stick, out, back) = (bo.folder(), bo.home().join("out"), bo.home().join("back"));
    let at_the_top = ["System Volume Information/guid", ".Trash-1000/files/old"];
    let looked_at = ["keys/.DS_Store", "backups/.DS_Store"];
    looked_into(&stick, &at_the_top);
    kept(&bo);
    looked_into(&stick, &looked_at);
    looked_into(&out, &[".DS_Store"]);
    looked_into(&back, &["desktop.ini"]);

    let journal = bo.open();
    let ask = OutAsk {
        form: OutForm::Markdown,
        out_as: OutAs::InClear,
        letters: OutLetters::None,
    };
    let taken = journal.take_out(ask, &bo.phrase(), Cost::CHEAP, bo.tongue, &out, bo.now());
    assert_eq!(taken.unwrap().pages, 1);
    let copy = journal.backups().remove(0).folder;
    journal.close().unwrap();
    let (phrase, watch) = (bo.phrase(), &mut Watch::nobody());
    Vault::restore(&copy, &back, &phrase, InPlace::Nothing, None, watch).unwrap();

    let found = to_erase(&stick);
    assert_eq!((found.copies, found.others), (2, false));
    assert_eq!(erase(&bo, CopiesToo::Go), Erased::Whole);
    let left = [".Trash-1000", "System Volume Information"];
    assert_eq!(names_in(&stick), [&left[..], &["backups", "keys"]].concat());
    for folder in ["keys", "backups"] {
        assert_eq!(names_in(&stick.join(folder)), [".DS_Store"], "{folder}");
    }
    // The next journal begins there, and goes as well.
    kept(&bo);
    assert_eq!(erase(&bo, CopiesToo::Go), Erased::Whole);
    for name in at_the_top {
        assert_eq!(fs::read(stick.join(name)).unwrap(), b"the system's");
    }
    let beside = [out.join(".DS_Store"), back.join("desktop.ini")];
    assert!(beside.iter().all(|file| file.is_file()));
}

#[test]
fn copies_that_stay_open_as_before_and_outlive_the_next_journal_there() {
    let claire = Person::claire();
    kept(&claire);
    assert_eq!(erase(&claire, CopiesToo::Stay), Erased::Whole);
    assert_eq!(names_in(&claire.folder()), ["backups"]);

    // Another one begins in the same place and makes copies for years.
    let mut journal = claire.begin();
    for _ in 0..40 {
        claire.later(Duration::days(20));
        claire.write(&mut journal, "another");
        let made = journal.back_up(None, claire.now(), &mut Watch::nobody());
        made.unwrap();
    }
    journal.close().unwrap();
    let earlier = backups_in(&claire.folder().join("backups-1"));
    assert_eq!(earlier.len(), 2, "none was let go of");
    let back = claire.home().join("back");
    let watch = &mut Watch::nobody();
    let vault = Vault::restore(
        &earlier.first().unwrap().folder,
        &back,
        &claire.phrase(),
        InPlace::Nothing,
        None,
        watch,
    );
    let journal = vault
        .unwrap()
        .unlock(&claire.phrase(), claire.now())
        .unwrap();
    assert_eq!(journal.digests().unwrap().len(), 1);
    journal.close().unwrap();
    assert_eq!(erase(&claire, CopiesToo::Go), Erased::Whole);
    assert!(!claire.folder().exists());
}

#[test]
fn an_erasing_that_was_cut_short_is_finished_by_whoever_looks_next() {
    for (decided, stay) in [("erasing.db", 2), ("erasing-all.db", 0)] {
        for gone in ["", "keys/passphrase-1.a.age", "keys", "backups"] {
            let bo = Person::bo();
            kept(&bo);
            fs::rename(bo.database(), bo.folder().join(decided)).unwrap();
            let path = bo.folder().join(gone);
            if path.is_file() {
                fs::remove_file(path).unwrap();
            } else if !gone.is_empty() {
                fs::remove_dir_all(path).unwrap();
            }
            assert!(erasing_stands(&bo.folder()));
            let next = Vault::at(&bo.folder());
            assert!(matches!(next, Err(Error::NoJournal)), "{decided} {gone}");
            assert!(!erasing_stands(&bo.folder()));
            let copies = backups_in(&bo.folder().join("backups"));
            let stay = if gone == "backups" { 0 } else { stay };
            assert_eq!(copies.len(), stay, "{decided} {gone}");
            assert_eq!(bo.folder().exists(), stay > 0, "{decided} {gone}");
        }
    }
}

#[test]
fn a_journal_that_is_laid_where_one_was_being_erased_is_not_touched() {
    let (bo, aki) = (Person::bo(), Person::aki());
    kept(&bo);
    kept(&aki);
    // Bo's was cut short; then Aki's files are copied there by hand.
    fs::rename(bo.database(), bo.folder().join("erasing-all.db")).unwrap();
    fs::remove_dir_all(bo.keys()).unwrap();
    fs::copy(aki.database(), bo.database()).unwrap();
    fs::create_dir(bo.keys()).unwrap();
    for name in names_in(&aki.keys()) {
        fs::copy(aki.keys().join(&name), bo.keys().join(&name)).unwrap();
    }
    let vault = Vault::at(&bo.folder()).unwrap();
    assert!(vault.unlock(&aki.phrase(), aki.now()).is_ok());
    assert!(!erasing_stands(&bo.folder()));
    assert_eq!(backups_in(&bo.folder().join("backups")).len(), 2);
}

#[test]
fn a_copy_that_is_brought_back_where_one_was_being_erased_is_whole() {
    let (bo, aki) = (Person::bo(), Person::aki());
    kept(&bo);
    kept(&aki);
    fs::rename(bo.database(), bo.folder().join("erasing-all.db")).unwrap();
    let copy = backups_in(&aki.folder().join("backups")).remove(0);
    let watch = &mut Watch::nobody();
    let (to, phrase) = (bo.folder(), aki.phrase());
    let vault = Vault::restore(&copy.folder, &to, &phrase, InPlace::PutBy, None, watch).unwrap();
    assert!(vault.unlock(&phrase, aki.now()).is_ok());
    assert!(Vault::at(&bo.folder()).is_ok(), "and stays so");
}

#[cfg(unix)]
#[test]
fn where_nothing_may_be_written_nothing_is_erased() {
    use std::os::unix::fs::PermissionsExt;
    let bo = Person::bo();
    kept(&bo);
    let allow = |mode| {
        fs::set_permissions(bo.folder(), fs::Permissions::from_mode(mode)).unwrap();
    };
    allow(0o500);
    if fs::write(bo.folder().join("probe"), "").is_ok() {
        fs::remove_file(bo.folder().join("probe")).unwrap();
        awai_tests::not_looked_at(
            "erasing where nothing may be written",
            "an administrator may write everywhere.",
        );
        return;
    }
    let refused = bo.vault().unwrap().begin_erasing(&bo.phrase());
    allow(0o700);
    assert!(matches!(refused, Err(Error::ReadOnly)));
    assert_eq!(bo.open().backups().len(), 2);
}

#[test]
fn the_next_journal_has_nothing_of_the_one_before() {
    let bo = Person::bo();
    kept(&bo);
    assert_eq!(erase(&bo, CopiesToo::Go), Erased::Whole);
    let vault = Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now()).unwrap();
    let journal = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert!(journal.digests().unwrap().is_empty());
    assert!(journal.backups().is_empty() && journal.last_backup().is_none());
}

/// A sibling's whole folder and a sibling's file, both laid aside, and a file of somebody else beside them.
fn laid_aside(bo: &Person) {
    let aside = bo.folder().join("siblings");
    let whole = aside.join("journal 2");
    fs::create_dir_all(whole.join("keys")).unwrap();
    for name in names_in(&bo.keys()) {
        fs::copy(bo.keys().join(&name), whole.join("keys").join(&name)).unwrap();
    }
    fs::copy(bo.database(), whole.join("journal.db")).unwrap();
    fs::copy(bo.database(), aside.join("copy.db")).unwrap();
    fs::write(
        aside.join("theirs.db"),
        "theirs, and long enough to hold a salt",
    )
    .unwrap();
}

#[test]
fn siblings_that_were_laid_aside_go_with_the_copies_or_stay_with_them() {
    for copies in [CopiesToo::Go, CopiesToo::Stay] {
        let bo = Person::bo();
        kept(&bo);
        laid_aside(&bo);
        fs::create_dir_all(bo.folder().join("sibling.part")).unwrap();
        fs::copy(bo.database(), bo.folder().join("sibling.part/journal.db")).unwrap();
        let found = to_erase(&bo.folder());
        assert_eq!((found.copies, found.others), (4, true));
        assert_eq!(erase(&bo, copies), Erased::Whole);
        let aside = bo.folder().join("siblings");
        assert!(!bo.folder().join("sibling.part").exists());
        match copies {
            CopiesToo::Go => assert_eq!(names_in(&aside), ["theirs.db"]),
            CopiesToo::Stay => {
                let whole = Vault::at(&aside.join("journal 2")).unwrap();
                let journal = whole.unlock(&bo.phrase(), bo.now()).unwrap();
                assert_eq!(journal.digests().unwrap().len(), 1);
                assert!(aside.join("copy.db").is_file());
            }
        }
        // Another journal begins there all the same.
        Vault::create(&bo.folder(), &bo.phrase(), Cost::CHEAP, bo.now()).unwrap();
        assert!(aside.join("theirs.db").is_file());
    }
}
