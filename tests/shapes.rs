//! Journals that earlier versions wrote: they open, whole and word for word, and stay what they were where nothing
//! may be written. And what pages said before belongs to the chain.

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
use std::process::Command;

use awai::{
    Cost, Cover, DraftSave, Error, Journal, NewPicture, PagesAsk, Passphrase, SearchAsk,
    TroubleKind, Vault, Watch, Wholeness, Whose,
};
use awai_tests::stranger::database;
use awai_tests::{Person, copy_folder, not_looked_at, words};
use tempfile::TempDir;

/// The journals of earlier versions, and how many pages are in each.
const EARLIER: [(&str, i64, u32); 4] = [
    ("third-shape", 3, 3),
    ("third-shape-brought-over", 3, 5),
    ("fourth-shape", 4, 2),
    ("fifth-shape", 5, 3),
];

/// What opens the journals of earlier versions.
const PHRASE: &str = "un banc à la gare";

/// A copy of a journal as an earlier version left it, in a folder that goes away.
fn earlier(shape: &str) -> (TempDir, PathBuf) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/journals")
        .join(shape);
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    copy_folder(&kept, &folder).unwrap();
    (home, folder)
}

fn unlock(folder: &Path) -> awai::Result<Journal> {
    let phrase = Passphrase::new(PHRASE).unwrap();
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-27T09:00:00+09:00").unwrap();
    let mut journal = Vault::at(folder)?.unlock(&phrase, now)?;
    journal.look_closer()?;
    Ok(journal)
}

#[test]
fn a_journal_from_before_earlier_wordings_were_in_the_chain_opens_word_for_word() {
    let (_home, folder) = earlier("third-shape");
    let mut journal = unlock(&folder).unwrap();
    assert!(!journal.opened().older && !journal.opened().read_only);
    let pages = journal
        .pages(&PagesAsk {
            limit: 50,
            ..PagesAsk::default()
        })
        .unwrap();
    let [japanese, english] = pages.lines.as_slice() else {
        panic!("two pages stand in the list");
    };
    let said = journal.versions(english.id, Cover::Closed).unwrap();
    let said: Vec<&str> = said.iter().map(|one| one.body.trim_end()).collect();
    assert_eq!(
        said,
        [
            "We sat on the bench by the station, and said little.",
            "We sat on the bench by the station."
        ]
    );
    assert_eq!((english.ties.len(), journal.ties().unwrap().len()), (1, 1));
    let page = journal.page(japanese.id, Cover::Closed).unwrap();
    assert_eq!(page.versions, 1);
    assert!(page.writing.body.contains("{会釈|えしゃく}"));
    let ask = SearchAsk {
        words: "えしゃく".into(),
        limit: 5,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    assert_eq!(journal.aside().unwrap().len(), 1);
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.versions), (3, 3));
    // It goes on, and is whole again when it is opened the next time.
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-27T09:00:00+09:00").unwrap();
    journal.revise(english.id, &words("anew"), now).unwrap();
    journal.close().unwrap();
    let journal = unlock(&folder).unwrap();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_journal_from_before_pictures_could_be_put_on_a_page_opens_with_its_own_and_takes_new_ones() {
    let (_home, folder) = earlier("third-shape-brought-over");
    let mut journal = unlock(&folder).unwrap();
    assert!(!journal.opened().older && !journal.opened().read_only);
    let pages = journal
        .pages(&PagesAsk {
            limit: 50,
            ..PagesAsk::default()
        })
        .unwrap();
    let pictured: Vec<_> = pages.lines.iter().filter(|line| line.pictures).collect();
    let [pictured] = pictured.as_slice() else {
        panic!("one page shows a picture");
    };
    let at_hand = journal.pictures_at_hand(Some(pictured.id)).unwrap();
    assert_eq!(at_hand.len(), 1);
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.versions, report.pictures), (5, 1, 1));
    let (_, bytes) = journal.picture(at_hand[0].id).unwrap();
    let new = NewPicture::of(&bytes).unwrap();
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-27T09:00:00+09:00").unwrap();
    journal.put_picture(None, &new).unwrap();
    let save = DraftSave {
        page: None,
        rev: 1,
        writing: words(&new.marker("")),
    };
    journal.finish_draft(&save, now).unwrap();
    journal.close().unwrap();
    let report = unlock(&folder).unwrap().check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.pictures), (6, 2));
}

#[test]
fn a_letter_from_before_its_eight_words_were_kept_stays_mine_and_makes_up_no_words() {
    for shape in ["fourth-shape", "fifth-shape"] {
        let (_home, folder) = earlier(shape);
        let journal = unlock(&folder).unwrap();
        let letters = journal.letters_of_nobody().unwrap();
        let [letter] = letters.as_slice() else {
            panic!("one letter is in {shape}");
        };
        assert_eq!((letter.whose, letter.given_to.as_str()), (Whose::Mine, ""));
        let words = journal.words_of_letter(letter.version).unwrap();
        assert!(words.is_none());
        let watch = &mut Watch::nobody();
        let again = journal.seal_again_under_words(letter.version, Cost::CHEAP, watch);
        assert!(matches!(again, Err(Error::NotFound)));
        let said = journal.letter_text(letter.version).unwrap();
        assert!(said.contains("Here is what I remember of that evening."));
        assert!(journal.check().unwrap().is_whole());
    }
}

#[test]
fn before_a_journal_gets_its_new_shape_a_copy_is_kept_as_the_earlier_program_left_it() {
    for (name, shape, pages) in EARLIER {
        let (_home, folder) = earlier(name);
        let shape_of = |folder: &Path| -> i64 {
            let conn = database(folder, PHRASE);
            conn.query_row("PRAGMA user_version", [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(shape_of(&folder), shape, "{name}");
        let journal = unlock(&folder).unwrap();
        let copies = journal.backups();
        let [copy] = copies.as_slice() else {
            panic!("one copy was made of {name}, not {}", copies.len());
        };
        assert_eq!(journal.check().unwrap().pages, pages);
        journal.close().unwrap();
        assert_eq!(shape_of(&copy.folder), shape);
        assert!(shape_of(&folder) > shape);
        // Opened once more there is nothing to change, and no second copy.
        assert_eq!(unlock(&folder).unwrap().backups().len(), 1);
        let then = unlock(&copy.folder).unwrap().check().unwrap();
        assert!(then.is_whole());
        assert_eq!(then.pages, pages);
    }
}

#[test]
fn an_earlier_shape_where_nothing_may_be_written_is_said_in_a_sentence_and_left_as_it_is() {
    let (home, folder) = earlier("third-shape");
    let mount = |words: &[&str]| {
        let done = Command::new("mount").args(words).arg(&folder).output();
        done.is_ok_and(|done| done.status.success())
    };
    let before = fs::read(folder.join("journal.db")).unwrap();
    let itself = folder.to_str().unwrap().to_owned();
    if !mount(&["--bind", &itself]) {
        not_looked_at(
            "an earlier shape where nothing may be written",
            "nothing can be mounted here (that takes root).",
        );
        return;
    }
    let _away = Away(folder.clone());
    assert!(mount(&["-o", "remount,bind,ro"]));
    let refused = unlock(&folder).err().map(|error| error.trouble().kind);
    assert_eq!(refused, Some(TroubleKind::OlderShapeReadOnly));
    assert_eq!(fs::read(folder.join("journal.db")).unwrap(), before);
    // What the sentence says can be done.
    let elsewhere = home.path().join("elsewhere");
    let copied = Command::new("cp")
        .arg("-r")
        .args([&folder, &elsewhere])
        .status();
    assert!(copied.unwrap().success());
    assert!(unlock(&elsewhere).unwrap().check().unwrap().is_whole());
}

/// A mount that goes away.
struct Away(PathBuf);

impl Drop for Away {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn an_earlier_wording_that_was_changed_exchanged_or_taken_away_is_found_by_a_look_through_everything()
 {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let page = claire.write(&mut journal, "first");
    let other = claire.write(&mut journal, "other");
    for body in ["second", "third", "fourth"] {
        journal.revise(page, &words(body), claire.now()).unwrap();
    }
    assert!(journal.check().unwrap().is_whole());
    journal.close().unwrap();
    let whole = fs::read(claire.database()).unwrap();
    for change in [
        "UPDATE reflection_version SET body = 'never said' WHERE rev = 2",
        "UPDATE reflection_version SET title = 'never said' WHERE rev = 1",
        "UPDATE reflection_version SET at = '2001-01-01T00:00:00+00:00' WHERE rev = 3",
        "UPDATE reflection_version SET rev = 9 WHERE rev = 3",
        "DELETE FROM reflection_version WHERE rev = 1",
        "DELETE FROM reflection_version WHERE rev = 3",
        "UPDATE reflection_version SET reflection = 2 WHERE rev = 3",
        "INSERT INTO reflection_version (reflection, rev, body, at) VALUES (2, 0, 'never said', '2001-01-01T00:00:00+00:00')",
        "UPDATE reflection SET earlier = x'' WHERE id = 1",
    ] {
        database(&claire.folder(), claire.phrase_text())
            .execute_batch(change)
            .unwrap();
        let mut journal = claire.open();
        let report = journal.check().unwrap();
        assert!(!report.is_whole(), "{change}");
        assert_eq!(report.database, Wholeness::Whole, "{change}");
        assert!(
            report
                .pages_damaged
                .iter()
                .all(|id| *id == page || *id == other),
            "{change}"
        );
        // Taken as it stands, by a person who chose to, it is whole again.
        if journal.opened().older {
            journal.accept_older().unwrap();
            assert!(journal.check().unwrap().is_whole(), "{change}");
        }
        drop(journal);
        fs::write(claire.database(), &whole).unwrap();
        fs::remove_dir_all(claire.seen()).unwrap();
    }
}
