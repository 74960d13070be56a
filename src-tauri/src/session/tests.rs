//! The session without its window.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::copying::By;

const PHRASE: &str = "a lamp beside the window";

fn somewhere() -> (tempfile::TempDir, Session, Now) {
    let home = tempfile::tempdir().unwrap();
    let session = Session::at(Lives::beside(home.path()));
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-01T21:14:00+09:00").unwrap();
    (home, session, now)
}

#[test]
fn a_book_that_was_hidden_while_it_was_being_opened_stays_closed() {
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    session.close(None, now).unwrap();
    let vault = Vault::at(&session.lives().journal).unwrap();
    let phrase = Passphrase::new(PHRASE).unwrap();
    let begun = session.shut();
    let journal = vault.unlock(&phrase, now).unwrap();
    assert!(
        session.close(None, now).is_err(),
        "there is nothing to close yet"
    );
    let refused = session.opened_since(begun, journal).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Closed);
    assert!(!session.is_open());
    // Its file was let go of, and whoever opens it now does.
    session.unlock(PHRASE, now).unwrap();
    assert!(session.is_open());
}

#[test]
fn settings_that_cannot_be_kept_hold_until_the_program_ends_and_are_not_said_to_be_the_journals() {
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    // Also the administrator cannot make a folder where a file lies.
    std::fs::write(&session.lives().settings, "in the way").unwrap();
    let mut wished = session.settings();
    wished.lock_after_minutes += 1;
    let refused = session.set_settings(wished.clone()).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::SettingsNotKept);
    assert_eq!(session.settings(), wished);
}

#[test]
fn a_door_before_an_open_book_asks_for_its_passphrase_all_the_same() {
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    let refused = session.unlock("another lamp altogether", now).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::WrongPassphrase);
    session.unlock(PHRASE, now).unwrap();
}

#[test]
fn a_page_that_fell_is_told_until_the_book_is_opened_and_one_that_falls_again_at_once_is_known() {
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    session.close(None, now).unwrap();
    assert!(!session.has_fallen());
    assert!(!session.page_fell());
    assert!(session.has_fallen());
    assert!(session.page_fell(), "it has only just fallen");
    session.unlock(PHRASE, now).unwrap();
    assert!(!session.has_fallen());
    assert!(!session.page_fell(), "somebody has been here since");
}

#[test]
fn a_new_key_that_cannot_take_its_place_closes_the_book_and_the_door_says_why() {
    const NEW: &str = "three herons on the far bank";
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    // An earlier one that was never finished, and something in its way.
    let journal = session.lives().journal.clone();
    std::fs::create_dir(journal.join("renewed-1")).unwrap();
    std::fs::write(journal.join("renewed-1/journal.db"), "no database").unwrap();
    std::fs::write(journal.join("gone-1"), "of somebody else").unwrap();
    let unfinished = Some(TroubleKind::ExchangeUnfinished);
    let kind = |done: Answer<()>| done.err().map(|why| why.kind);
    assert_eq!(kind(session.renew_key(PHRASE, NEW)), unfinished);
    assert!(!session.is_open());
    assert_eq!(session.left(), unfinished);
    let opened = session.unlock(PHRASE, now).map(|_| ());
    assert_eq!(kind(opened), unfinished);
    std::fs::remove_dir_all(journal.join("renewed-1")).unwrap();
    std::fs::remove_file(journal.join("gone-1")).unwrap();
    session.unlock(NEW, now).unwrap();
    assert_eq!(session.left(), None);
}

#[test]
fn whoever_closes_ends_what_takes_a_while_before_asking_for_the_book() {
    let (_home, session, _) = somewhere();
    let at = awai::Headway {
        stage: awai::Stage::Copying,
        done: 1,
        of: 2,
    };
    let begun = session.letters().begin();
    assert_eq!(begun.tell(at), awai::GoOn::Yes);
    session.hurry();
    assert_eq!(begun.tell(at), awai::GoOn::No);
}

#[test]
fn whoever_ends_the_program_ends_what_writes_and_waits_for_it() {
    let (home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    let at = awai::Headway {
        stage: awai::Stage::Saving,
        done: 1,
        of: 2,
    };
    let (says, hears) = std::sync::mpsc::channel();
    let over = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            let _writes = session.writes().unwrap();
            let begun = session.saving().begin();
            says.send(()).unwrap();
            let began = Instant::now();
            let late = || began.elapsed() > Duration::from_secs(20);
            while begun.tell(at) == awai::GoOn::Yes && !late() {
                std::thread::yield_now();
            }
            std::thread::sleep(Duration::from_millis(100));
            over.store(true, Ordering::SeqCst);
        });
        hears.recv().unwrap();
        assert!(session.is_writing());
        session.finish(Duration::from_secs(60));
        assert!(over.load(Ordering::SeqCst), "it was not waited for");
    });
    // From then on nothing begins.
    let place = home.path().join("letter.age");
    let kind = |done: Answer<()>| done.err().map(|why| why.kind);
    assert_eq!(
        kind(session.write_out(&place, b"one")),
        Some(TroubleKind::Stopped)
    );
    assert!(!place.exists());
    assert_eq!(
        kind(session.back_up(None, By::Hand, now).map(drop)),
        Some(TroubleKind::Stopped)
    );
}

#[test]
fn what_leaves_and_what_comes_back_stops_when_the_program_ends_and_leaves_nothing() {
    let (home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    let copy = session.back_up(None, By::Hand, now).unwrap();
    session.close(None, now).unwrap();
    let names = |folder: &Path| {
        let inside = std::fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<_> = inside.map(|file| file.file_name()).collect();
        names.sort();
        names
    };
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let before = names(&session.lives().journal);
    let stopped = Some(TroubleKind::Stopped);
    let kind = |done: Answer<()>| done.err().map(|why| why.kind);
    {
        let _file = session.saving.ending();
        let _back = session.bringing.ending();
        let saved = session.write_out(&stick.join("letter.age"), b"one");
        assert_eq!(kind(saved), stopped);
        let brought = session.bring_back(&copy.folder, PHRASE, now).map(drop);
        assert_eq!(kind(brought), stopped);
    }
    assert!(names(&stick).is_empty());
    assert_eq!(names(&session.lives().journal), before);
    session.bring_back(&copy.folder, PHRASE, now).unwrap();
    session
        .write_out(&stick.join("letter.age"), b"one")
        .unwrap();
    assert_eq!(names(&stick), ["letter.age"]);
}

#[test]
fn a_file_that_was_handed_in_waits_until_the_book_is_open() {
    let (_home, session, now) = somewhere();
    session.hand_in(["/stick/a.age", "/stick/b.age"].map(PathBuf::from));
    assert_eq!(session.next_file(), None);
    assert!(!session.file_waits());
    session.create(PHRASE, None, now).unwrap();
    assert!(session.file_waits());
    assert_eq!(session.next_file(), Some(PathBuf::from("/stick/a.age")));
    session.close(None, now).unwrap();
    assert_eq!(session.next_file(), None);
    session.hand_in([PathBuf::from("/stick/c.age")]);
    session.unlock(PHRASE, now).unwrap();
    assert_eq!(session.next_file(), Some(PathBuf::from("/stick/b.age")));
    assert_eq!(session.next_file(), Some(PathBuf::from("/stick/c.age")));
    assert_eq!(session.next_file(), None);
    assert!(!session.file_waits());
}

#[test]
fn what_the_closing_of_the_book_stopped_is_told_at_the_door_and_what_the_person_stopped_is_not() {
    let (_home, session, now) = somewhere();
    session.create(PHRASE, None, now).unwrap();
    let stopped_by = |stop: &dyn Fn()| {
        let done: Answer<()> = session.with_watched(|_, _, _| {
            stop();
            Err(Error::Stopped)
        });
        assert_eq!(done.unwrap_err().kind, TroubleKind::Stopped);
        session.told_at_the_door()
    };
    assert_eq!(stopped_by(&|| session.letters().stop()), None);
    let told = Some(TroubleKind::CutShort);
    assert_eq!(stopped_by(&|| session.hurry()), told);
    session.close(None, now).unwrap();
    assert_eq!(session.told_at_the_door(), told);
    session.unlock(PHRASE, now).unwrap();
    assert_eq!(session.told_at_the_door(), None);
    // What was done all the same is nothing to tell.
    session
        .with_watched(|_, _, _| {
            session.hurry();
            Ok(())
        })
        .unwrap();
    assert_eq!(session.told_at_the_door(), None);
}
