//! What is found beside a journal, and what is told apart; a sibling itself is never written to.

use std::fs;

use awai::{Cost, Error, GoOn, Journal, Passphrase, SiblingChoices, SiblingState, Vault, Watch};
use awai_tests::Person;
use awai_tests::stranger::key_of;

use crate::*;

#[test]
fn a_sibling_is_found_by_what_it_is_and_the_rest_is_told_apart() {
    let (bo, _) = somebody();
    let folder = bo.folder();
    written_elsewhere(&bo, "summer list.txt", |bo, journal| {
        bo.write(journal, "written on the train");
    });
    fs::copy(bo.database(), folder.join("journal (1).db")).unwrap();
    let whole = fs::read(folder.join("summer list.txt")).unwrap();
    fs::write(
        folder.join("journal-cut.db"),
        &whole[..whole.len() / 2 / 4096 * 4096],
    )
    .unwrap();
    // A whole folder beside the journal's, and one that hides, and a journal of somebody else.
    copy_folder(&folder, &bo.home().join("journal 2")).unwrap();
    copy_folder(&folder, &bo.home().join(".hidden")).unwrap();
    let claire = Person::claire();
    claire.begin().close().unwrap();
    copy_folder(&claire.folder(), &bo.home().join("claire")).unwrap();
    fs::copy(claire.database(), folder.join("journal (Claire).db")).unwrap();
    fs::write(folder.join("notes.txt"), "milk, bread").unwrap();

    let mut journal = bo.open();
    journal
        .back_up(None, bo.now(), &mut Watch::nobody())
        .unwrap();
    // Copies made by this program are none, wherever it was told to put them.
    journal
        .back_up(Some(bo.home()), bo.now(), &mut Watch::nobody())
        .unwrap();
    let found: Vec<(String, SiblingState)> = journal
        .siblings()
        .unwrap()
        .into_iter()
        .map(|one| (one.name, one.state))
        .collect();
    let of = |name: &str, state| (name.to_owned(), state);
    assert_eq!(
        found,
        [
            of("journal (1).db", SiblingState::Same),
            of("journal (Claire).db", SiblingState::Foreign),
            of("journal 2/journal (1).db", SiblingState::Same),
            of("journal 2/journal-cut.db", SiblingState::Damaged),
            of("journal 2/journal.db", SiblingState::Same),
            of("journal 2/summer list.txt", SiblingState::More),
            of("journal-cut.db", SiblingState::Damaged),
            of("summer list.txt", SiblingState::More),
        ]
    );
    let refused = |journal: &mut Journal, name: &str| {
        let watch = &mut Watch::nobody();
        let path = folder.join(name);
        let none = SiblingChoices::default();
        journal
            .bring_from_sibling(&path, &none, bo.now(), watch)
            .unwrap_err()
    };
    for other in [
        "journal (Claire).db",
        "nowhere.db",
        "journal.db",
        "notes.txt",
        "../claire",
    ] {
        let error = refused(&mut journal, other);
        assert!(matches!(error, Error::NotASibling), "{other}: {error:?}");
    }
    assert!(matches!(
        refused(&mut journal, "journal-cut.db"),
        Error::SiblingDamaged
    ));
    fs::write(folder.join("journal-empty.db"), "").unwrap();
    assert!(matches!(
        refused(&mut journal, "journal-empty.db"),
        Error::SiblingDamaged
    ));
}

#[test]
fn a_sibling_that_an_older_version_wrote_is_read_and_stays_what_it_is() {
    let (bo, _) = somebody();
    let mut page = None;
    let sibling = written_elsewhere(&bo, "old laptop.db", |bo, journal| {
        page = Some(bo.write(journal, "with the older version"));
    });
    let change = |sql: &str| {
        let conn = rusqlite::Connection::open(&sibling).unwrap();
        let key = key_of(&bo.folder(), bo.phrase_text());
        conn.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; {sql}"))
            .unwrap();
    };
    change(
        "ALTER TABLE reflection DROP COLUMN earlier; DROP INDEX letter_named;
         DROP INDEX letter_in_chain; DROP TABLE draft_picture;
         ALTER TABLE letter DROP COLUMN given_to; ALTER TABLE letter DROP COLUMN words;
         ALTER TABLE journal DROP COLUMN leapt_at; PRAGMA user_version = 3",
    );
    let before = fs::read(&sibling).unwrap();
    let mut journal = bo.open();
    assert_eq!(journal.siblings().unwrap()[0].state, SiblingState::More);
    assert_eq!(
        bring(&bo, &mut journal, &sibling, &SiblingChoices::default()).pages,
        1
    );
    assert_eq!(body(&journal, page.unwrap()), "with the older version");
    settled(&bo, &mut journal, &sibling);
    assert_eq!(fs::read(&sibling).unwrap(), before);
    assert!(!bo.folder().join("sibling.part").exists());
    // One that a newer version wrote is told, and nothing of it is read.
    change("PRAGMA user_version = 99");
    assert_eq!(journal.siblings().unwrap()[0].state, SiblingState::Newer);
    let none = SiblingChoices::default();
    let newer = journal.bring_from_sibling(&sibling, &none, bo.now(), &mut Watch::nobody());
    assert!(matches!(newer, Err(Error::JournalNewer)));
}

#[test]
fn a_sibling_from_before_a_new_key_is_not_opened_and_opens_by_itself() {
    let (bo, _) = somebody();
    let beside = bo.home().join("journal 2");
    copy_folder(&bo.folder(), &beside).unwrap();
    let journal = bo.open();
    let new = Passphrase::chosen("harbour 41 and a red umbrella").unwrap();
    let watch = &mut Watch::nobody();
    let (journal, done) = journal.renew_key(&bo.phrase(), &new, Cost::CHEAP, watch);
    done.unwrap();
    let mut journal = journal.unwrap();
    fs::copy(
        beside.join("journal.db"),
        bo.folder().join("journal (1).db"),
    )
    .unwrap();
    let found = journal.siblings().unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.name.as_str(), one.state))
        .collect();
    assert_eq!(found, [("journal (1).db", SiblingState::Foreign)]);
    let none = SiblingChoices::default();
    let refused = journal.bring_from_sibling(&beside, &none, bo.now(), watch);
    assert!(matches!(refused, Err(Error::NotASibling)));
    let vault = Vault::at(&beside).unwrap();
    assert!(vault.unlock(&bo.phrase(), bo.now()).is_ok());
}

#[test]
fn a_hurt_sibling_brings_nothing_and_says_so() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        bo.write(journal, &"long ".repeat(20_000));
    });
    let whole = fs::read(&sibling).unwrap();
    let mut journal = bo.open();
    let digests = journal.digests().unwrap();
    for at in (16..whole.len()).step_by(whole.len() / 10) {
        let mut hurt = whole.clone();
        hurt[at] ^= 4;
        fs::write(&sibling, &hurt).unwrap();
        let none = SiblingChoices::default();
        let refused = journal.bring_from_sibling(&sibling, &none, bo.now(), &mut Watch::nobody());
        assert!(matches!(refused, Err(Error::SiblingDamaged)), "byte {at}");
        assert_eq!(journal.digests().unwrap(), digests);
    }
    assert!(journal.backups().is_empty());
    fs::write(&sibling, &whole).unwrap();
    assert_eq!(
        bring(&bo, &mut journal, &sibling, &SiblingChoices::default()).pages,
        1
    );
}

#[test]
fn nothing_comes_into_a_journal_that_may_only_be_read() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        bo.write(journal, "there");
    });
    let older = fs::read(bo.database()).unwrap();
    let mut journal = bo.open();
    bo.write(&mut journal, "later");
    journal.close().unwrap();
    fs::write(bo.database(), older).unwrap();
    let mut journal = bo.open();
    assert!(journal.opened().older);
    // It can be looked at all the same.
    assert_eq!(journal.compare_sibling(&sibling).unwrap().pages, 1);
    let none = SiblingChoices::default();
    let refused = journal.bring_from_sibling(&sibling, &none, bo.now(), &mut Watch::nobody());
    assert!(matches!(refused, Err(Error::OlderThanSeen)));
    assert!(journal.lay_sibling_aside(&sibling).is_err());
    assert!(sibling.exists());
}

#[test]
fn bringing_over_can_be_ended_and_nothing_came_then() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        bo.write(journal, "there");
    });
    let mut journal = bo.open();
    let digests = journal.digests().unwrap();
    let none = SiblingChoices::default();
    let mut steps = 0;
    loop {
        let mut left = steps;
        let mut ask = |_| match left {
            0 => GoOn::No,
            _ => {
                left -= 1;
                GoOn::Yes
            }
        };
        let watch = &mut Watch::new(&mut ask);
        match journal.bring_from_sibling(&sibling, &none, bo.now(), watch) {
            Err(Error::Stopped) => steps += 1,
            done => {
                assert_eq!(done.unwrap().pages, 1);
                break;
            }
        }
        assert_eq!(journal.digests().unwrap(), digests);
        assert!(journal.backups().is_empty());
    }
    assert!(steps > 0, "nobody was asked");
    assert_eq!(journal.backups().len(), 1);
}

#[test]
fn a_sibling_is_laid_aside_and_still_opens() {
    let (bo, _) = somebody();
    let file = written_elsewhere(&bo, "copy.db", |bo, journal| {
        bo.write(journal, "there");
    });
    let beside = bo.home().join("journal 2");
    copy_folder(&bo.folder(), &beside).unwrap();
    let bytes = fs::read(&file).unwrap();
    let journal = bo.open();
    assert_eq!(journal.siblings().unwrap().len(), 3);
    assert!(
        journal
            .lay_sibling_aside(&bo.home().join("claire"))
            .is_err()
    );
    assert!(journal.lay_sibling_aside(&bo.database()).is_err());
    journal.lay_sibling_aside(&file).unwrap();
    journal.lay_sibling_aside(&beside).unwrap();
    assert!(journal.siblings().unwrap().is_empty());
    let aside = bo.folder().join("siblings");
    assert_eq!(fs::read(aside.join("copy.db")).unwrap(), bytes);
    assert!(!file.exists() && !beside.exists());
    let vault = Vault::at(&aside.join("journal 2")).unwrap();
    assert!(vault.unlock(&bo.phrase(), bo.now()).is_ok());
    // A second one of the same name covers nothing.
    fs::write(&file, &bytes).unwrap();
    journal.lay_sibling_aside(&file).unwrap();
    assert_eq!(fs::read(aside.join("copy.db-2")).unwrap(), bytes);
    // While another window has it open, it stays where it is.
    copy_folder(&aside.join("journal 2"), &beside).unwrap();
    let open = Vault::at(&beside)
        .unwrap()
        .unlock(&bo.phrase(), bo.now())
        .unwrap();
    let found = journal.siblings().unwrap();
    assert!(found.iter().any(|one| one.state == SiblingState::Held));
    assert!(matches!(
        journal.lay_sibling_aside(&beside),
        Err(Error::HeldElsewhere { .. })
    ));
    drop(open);
}

#[test]
fn out_of_a_folder_with_other_things_only_the_copy_is_laid_aside() {
    let (bo, _) = somebody();
    let things = bo.home().join("downloads");
    fs::create_dir_all(things.join("summer")).unwrap();
    fs::write(things.join("ticket.pdf"), "theirs").unwrap();
    fs::copy(bo.database(), things.join("journal.db")).unwrap();
    let journal = bo.open();
    assert_eq!(journal.siblings().unwrap()[0].name, "downloads/journal.db");
    journal
        .lay_sibling_aside(&things.join("journal.db"))
        .unwrap();
    assert!(bo.folder().join("siblings/journal.db").is_file());
    assert!(things.join("summer").is_dir() && !things.join("journal.db").exists());
    assert_eq!(
        fs::read_to_string(things.join("ticket.pdf")).unwrap(),
        "theirs"
    );
}
