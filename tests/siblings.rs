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

use std::fs;
use std::path::{Path, PathBuf};

use awai::{
    Beside, CareFlag, Cost, Cover, Error, FromSibling, Journal, MomentKind, NewCompany,
    NewIntention, NewMoment, NewTie, PageFromSibling, PagesAsk, Passphrase, ReflectionId,
    SearchAsk, SiblingChoices, SiblingState, TakeAs, TieKind, Vault, Watch, Writing,
};
use awai_tests::{Person, unfinished, words};
use chrono::Duration;

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let to = to.join(file.file_name());
        match file.file_type().unwrap().is_dir() {
            true => copy_folder(&file.path(), &to),
            false => drop(fs::copy(file.path(), to).unwrap()),
        }
    }
}

/// Somebody with a journal of two pages, closed, and the names of the pages.
fn somebody() -> (Person, [ReflectionId; 2]) {
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
fn written_elsewhere(
    bo: &Person,
    name: &str,
    write: impl FnOnce(&Person, &mut Journal),
) -> PathBuf {
    let there = bo.home().join("another computer").join("journal");
    copy_folder(&bo.folder(), &there);
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

fn bring(bo: &Person, journal: &mut Journal, from: &Path, choices: &SiblingChoices) -> FromSibling {
    let watch = &mut Watch::nobody();
    journal
        .bring_from_sibling(from, choices, bo.now(), watch)
        .unwrap()
}

fn body(journal: &Journal, id: ReflectionId) -> String {
    journal.page(id, Cover::Opened).unwrap().writing.body
}

fn said_before(journal: &Journal, id: ReflectionId) -> Vec<String> {
    let versions = journal.versions(id, Cover::Opened).unwrap();
    versions.into_iter().map(|version| version.body).collect()
}

fn bodies(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 100,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    lines.iter().map(|line| body(journal, line.id)).collect()
}

/// Nothing more is found, a second bringing brings nothing, and everything is whole.
fn settled(bo: &Person, journal: &mut Journal, sibling: &Path) {
    assert_eq!(journal.compare_sibling(sibling).unwrap(), Beside::default());
    let digests = journal.digests().unwrap();
    let again = bring(bo, journal, sibling, &SiblingChoices::default());
    assert_eq!(again, FromSibling::default());
    assert_eq!(journal.digests().unwrap(), digests);
    assert!(journal.check().unwrap().is_whole());
}

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
    copy_folder(&folder, &bo.home().join("journal 2"));
    copy_folder(&folder, &bo.home().join(".hidden"));
    let claire = Person::claire();
    claire.begin().close().unwrap();
    copy_folder(&claire.folder(), &bo.home().join("claire"));
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
fn what_is_only_there_comes_once_with_all_that_hangs_on_it_after_a_backup() {
    let (bo, _) = somebody();
    let mut there = None;
    let sibling = written_elsewhere(&bo, "journal.sync-conflict.db", |bo, journal| {
        let tie = bo.tie(journal, "the ferryman");
        journal.set_care(tie.id, CareFlag::Raised).unwrap();
        let writing = Writing {
            ties: vec![tie.id],
            title: "crossing".into(),
            ..words("we said little")
        };
        let page = journal.write(&writing, bo.now()).unwrap();
        let anew = Writing {
            body: "we said little, and it was enough".into(),
            ..writing
        };
        journal
            .revise(page, &anew, bo.later(Duration::minutes(2)))
            .unwrap();
        let moment = NewMoment {
            kind: MomentKind::Opening,
            words: "the far bank".into(),
            lang: "en".into(),
            tie: Some(tie.id),
        };
        journal.mark_moment(page, &moment, bo.now()).unwrap();
        let toward = NewIntention {
            toward: "listening longer".into(),
            ties: vec![tie.id],
            ..NewIntention::default()
        };
        journal.add_intention(&toward, bo.now()).unwrap();
        let company = NewCompany {
            who_or_what: "the river".into(),
            ..NewCompany::default()
        };
        journal.add_company(&company).unwrap();
        there = Some((page, journal.digests().unwrap()));
    });
    let (page, digests) = there.unwrap();
    let before = fs::read(&sibling).unwrap();
    let mut journal = bo.open();
    // Both wrote in the very same second.
    bo.set_clock("2026-05-03T08:17:00-07:00");
    bo.write(&mut journal, "written here meanwhile");
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.pages, beside.ties, beside.others), (1, 1, 2));
    assert_eq!(beside.only_there[0].id, page);
    let shown = journal.sibling_page(&sibling, page, Cover::Closed).unwrap();
    assert!(shown.here.is_none() && shown.there.moments.len() == 1);
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.pages, came.ties, came.others), (1, 1, 2));
    assert_eq!(body(&journal, page), "we said little, and it was enough");
    assert_eq!(said_before(&journal, page), ["we said little"]);
    let read = journal.page(page, Cover::Opened).unwrap();
    assert_eq!((read.moments.len(), read.writing.ties.len()), (1, 1));
    let care = journal.care_of(read.writing.ties[0]).unwrap();
    assert_eq!(care, CareFlag::Raised);
    let ask = SearchAsk {
        words: "enough".into(),
        limit: 5,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    assert_eq!(bodies(&journal).len(), 4);
    // But for the place of the page that stands beside another one, everything is what it was there.
    let now = journal.digests().unwrap();
    let other: Vec<_> = digests
        .iter()
        .filter(|one| now.get(one.0) != Some(one.1))
        .collect();
    assert!(other.len() <= 1, "{other:?}");
    let backup = &journal.backups()[0];
    let vault = Vault::at(&backup.folder).unwrap();
    let then = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert!(then.page(page, Cover::Opened).is_err());
    drop(then);
    settled(&bo, &mut journal, &sibling);
    assert_eq!(fs::read(&sibling).unwrap(), before);
    assert!(!bo.folder().join("sibling.part").exists());
    // Nobody calls it older afterwards.
    journal.close().unwrap();
    assert!(!bo.open().opened().older);
}

#[test]
fn what_went_on_there_goes_on_here_and_nothing_it_said_is_lost() {
    let (bo, [bench, river]) = somebody();
    let sibling = written_elsewhere(&bo, "journal 2.db", |bo, journal| {
        for body in ["on the bench, in the rain", "on the bench, after the rain"] {
            journal
                .revise(bench, &words(body), bo.later(Duration::minutes(1)))
                .unwrap();
        }
        let tie = bo.tie(journal, "Yuki");
        let writing = Writing {
            ties: vec![tie.id],
            ..words("by the river")
        };
        journal.revise(river, &writing, bo.now()).unwrap();
        journal.set_aside(river, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.went_on.len(), beside.both.len()), (2, 0));
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.went_on, came.versions, came.pages), (2, 0, 0));
    assert_eq!(body(&journal, bench), "on the bench, after the rain");
    assert_eq!(
        said_before(&journal, bench),
        ["on the bench, in the rain", "on the bench"]
    );
    // What was laid aside there is not laid aside here by it.
    let page = journal.page(river, Cover::Opened).unwrap();
    assert!(page.aside_since.is_none());
    assert_eq!(page.writing.ties.len(), 1);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn what_was_written_on_here_since_stays_and_an_older_sibling_brings_nothing() {
    let (bo, [bench, river]) = somebody();
    let sibling = bo.folder().join("older.db");
    fs::copy(bo.database(), &sibling).unwrap();
    let mut journal = bo.open();
    journal
        .revise(bench, &words("newer here"), bo.now())
        .unwrap();
    journal.set_aside(river, bo.now()).unwrap();
    for _ in 0..2 {
        journal.close().unwrap();
        bo.later(Duration::days(20));
        journal = bo.open();
    }
    assert!(journal.page(river, Cover::Opened).is_err());
    assert_eq!(journal.siblings().unwrap()[0].state, SiblingState::Same);
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!(came, FromSibling::default());
    assert_eq!(bodies(&journal), ["newer here"]);
}

/// Both sides wrote the bench anew; the sibling has a picture of words about it, too.
fn written_on_both_sides() -> (Person, Journal, PathBuf, ReflectionId) {
    let (bo, [bench, _]) = somebody();
    let sibling = written_elsewhere(&bo, "journal-desk.db", |bo, journal| {
        journal
            .revise(bench, &words("there, first"), bo.now())
            .unwrap();
        let moment = NewMoment {
            kind: MomentKind::Connection,
            words: "a nod".into(),
            lang: "en".into(),
            tie: None,
        };
        journal.mark_moment(bench, &moment, bo.now()).unwrap();
        journal
            .revise(bench, &words("there, last"), bo.later(Duration::minutes(1)))
            .unwrap();
    });
    let mut journal = bo.open();
    journal.revise(bench, &words("here"), bo.now()).unwrap();
    (bo, journal, sibling, bench)
}

fn choose(page: ReflectionId, take_as: TakeAs) -> SiblingChoices {
    SiblingChoices {
        pages: vec![PageFromSibling { page, take_as }],
        unfinished: false,
    }
}

#[test]
fn a_page_written_on_both_sides_is_shown_beside_and_left_until_somebody_chooses() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.both.len(), beside.pages), (1, 0));
    let both = journal
        .sibling_page(&sibling, bench, Cover::Closed)
        .unwrap();
    assert_eq!(both.there.writing.body, "there, last");
    assert_eq!(both.here.unwrap().writing.body, "here");
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.left, came.versions, came.apart), (1, 0, 0));
    assert_eq!(body(&journal, bench), "here");
    assert_eq!(journal.compare_sibling(&sibling).unwrap().both.len(), 1);
}

#[test]
fn its_words_come_among_what_the_page_said_earlier() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let came = bring(&bo, &mut journal, &sibling, &choose(bench, TakeAs::Version));
    assert_eq!((came.versions, came.left), (1, 0));
    assert_eq!(body(&journal, bench), "here");
    assert_eq!(
        said_before(&journal, bench),
        ["there, last", "there, first", "on the bench"]
    );
    assert_eq!(journal.page(bench, Cover::Opened).unwrap().moments.len(), 1);
    settled(&bo, &mut journal, &sibling);
    // And the page can be written on.
    journal.revise(bench, &words("here, on"), bo.now()).unwrap();
    assert_eq!(said_before(&journal, bench)[0], "here");
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn its_words_come_as_a_page_of_their_own() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let came = bring(&bo, &mut journal, &sibling, &choose(bench, TakeAs::Page));
    assert_eq!((came.apart, came.left), (1, 0));
    assert_eq!(body(&journal, bench), "here");
    let mut all = bodies(&journal);
    all.sort();
    assert_eq!(all, ["by the river", "here", "there, last"]);
    let lines = journal
        .pages(&PagesAsk {
            limit: 9,
            ..PagesAsk::default()
        })
        .unwrap()
        .lines;
    let apart = lines
        .iter()
        .find(|line| line.opening == "there, last")
        .unwrap();
    assert_eq!(
        said_before(&journal, apart.id),
        ["there, first", "on the bench"]
    );
    assert_eq!(
        journal.page(apart.id, Cover::Opened).unwrap().moments.len(),
        1
    );
    let ask = SearchAsk {
        words: "there last".into(),
        limit: 5,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn words_that_are_not_finished_there_come_as_a_page_when_asked_for() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "phone.db", |bo, journal| {
        journal
            .keep_draft(&unfinished(3, "not yet said"), bo.now())
            .unwrap();
    });
    let mut journal = bo.open();
    journal
        .keep_draft(&unfinished(9, "being written here"), bo.now())
        .unwrap();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!(beside.unfinished[0].writing.body, "not yet said");
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!(
        journal.compare_sibling(&sibling).unwrap().unfinished.len(),
        1
    );
    let choices = SiblingChoices {
        unfinished: true,
        ..SiblingChoices::default()
    };
    assert_eq!(bring(&bo, &mut journal, &sibling, &choices).unfinished, 1);
    assert_eq!(bodies(&journal).len(), 3);
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "being written here");
    settled(&bo, &mut journal, &sibling);
    assert_eq!(bring(&bo, &mut journal, &sibling, &choices).unfinished, 0);
}

#[test]
fn a_tie_that_was_renamed_there_is_renamed_here_and_one_renamed_on_both_sides_stays() {
    let (bo, _) = somebody();
    let mut journal = bo.open();
    let one = bo.tie(&mut journal, "the woman at the station");
    let other = bo.tie(&mut journal, "the choir");
    journal.close().unwrap();
    let called = |called: &str| awai::TieChange {
        called: Some(called.to_owned()),
        ..awai::TieChange::default()
    };
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        journal
            .change_tie(one.id, &called("Yuki"), bo.now())
            .unwrap();
        journal
            .change_tie(other.id, &called("our choir"), bo.now())
            .unwrap();
        journal.set_care(other.id, CareFlag::Raised).unwrap();
        let new = NewTie {
            called: "the neighbour".into(),
            kind: TieKind::Person,
        };
        journal.add_tie(&new, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    journal
        .change_tie(other.id, &called("the singers"), bo.now())
        .unwrap();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.ties, beside.others, beside.stay), (1, 1, 1));
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    let mut names: Vec<String> = journal
        .ties()
        .unwrap()
        .into_iter()
        .map(|tie| tie.called)
        .collect();
    names.sort();
    assert_eq!(names, ["Yuki", "the neighbour", "the singers"]);
    let room = journal.tie_room(one.id).unwrap();
    assert_eq!(room.namings[0].called, "the woman at the station");
    // Afraid on either side is afraid.
    assert_eq!(journal.care_of(other.id).unwrap(), CareFlag::Raised);
    settled(&bo, &mut journal, &sibling);
}

/// The key of a journal, as a stranger with the passphrase takes it out of its slot.
fn key_of(bo: &Person) -> String {
    use std::io::Read;
    let sealed = fs::read(bo.keys().join("passphrase-1.a.age")).unwrap();
    let phrase = age::secrecy::SecretString::from(bo.phrase_text().to_owned());
    let identity = age::scrypt::Identity::new(phrase);
    let decryptor = age::Decryptor::new(sealed.as_slice()).unwrap();
    let mut text = String::new();
    decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    let slot: serde_json::Value = serde_json::from_str(&text).unwrap();
    slot["key"].as_str().unwrap().to_owned()
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
        let key = key_of(&bo);
        conn.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; {sql}"))
            .unwrap();
    };
    change(
        "ALTER TABLE reflection DROP COLUMN earlier; DROP INDEX letter_named;
         DROP INDEX letter_in_chain; DROP TABLE draft_picture; PRAGMA user_version = 3",
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
    copy_folder(&bo.folder(), &beside);
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
fn a_sibling_is_laid_aside_and_still_opens() {
    let (bo, _) = somebody();
    let file = written_elsewhere(&bo, "copy.db", |bo, journal| {
        bo.write(journal, "there");
    });
    let beside = bo.home().join("journal 2");
    copy_folder(&bo.folder(), &beside);
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
    copy_folder(&aside.join("journal 2"), &beside);
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
