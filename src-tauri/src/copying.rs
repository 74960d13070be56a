//! Copies of the open journal while somebody writes in it. The book is held only while pages are copied, and a copy
//! on schedule lets go of it at once when anybody else wants it; the look through the copy needs no book at all.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use awai::{Backup, GoOn, Headway, Now, TroubleKind, TwelveWords, Watch};
use tauri::{AppHandle, Manager};

use crate::clock;
use crate::session::{Answer, Session};
use crate::underway::{Ending, Underway};
use crate::window;

/// How long a book is open before its copy of the day is begun: opening comes first.
const AFTER_OPENING: Duration = Duration::from_secs(20);

/// How long after a copy that could not be made, or was in somebody's way, the next is tried.
const AGAIN: Duration = Duration::from_secs(60);

/// How often in a row the copy of the day gives way to whoever wants the book. On a slow stick somebody who writes wants
/// it so often that no copy would ever be whole; the next one lets them wait, and ends only when the book is to close.
const GIVES_WAY: u32 = 3;

/// How often in a row it may be refused before it is told: what was in the way of one may be gone for the next.
const TOLD_AFTER: u32 = 3;

const STEP: Duration = Duration::from_secs(5);

/// Tells the page that the copy of the day could not be made.
const TELL: &str = "window.dispatchEvent(new CustomEvent('awai-copy-refused'))";

/// Who asked for a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Hand,
    Schedule,
    /// The schedule, after it gave way often enough.
    ScheduleAtLast,
}

/// What is being copied, and what was chosen for keys and copies.
#[derive(Default)]
pub struct Copying {
    /// One copy at a time.
    one: Mutex<()>,
    work: Underway,
    /// How many wait for the book.
    waiting: AtomicU32,
    /// The copy that was chosen to be brought back.
    chosen: Mutex<Option<PathBuf>>,
    /// Twelve words that are shown and open nothing yet.
    drawn: Mutex<Option<TwelveWords>>,
    /// Why the copy of the day could not be made last.
    refused: Mutex<Option<TroubleKind>>,
}

impl Copying {
    /// How far the copy is that is being made.
    pub fn at(&self) -> Option<Headway> {
        self.work.at()
    }

    /// Ends the copy that is being made; nothing of it is left.
    pub fn stop(&self) {
        self.work.stop();
    }

    /// Ends the copy that is being made, because the book is to close.
    pub fn hurry(&self) {
        self.work.hurry();
    }

    /// Whatever copy is made meanwhile ends, until the value goes.
    pub fn ending(&self) -> Ending<'_> {
        self.work.ending()
    }

    /// Ends the copy that is being made, and lets none begin for as long as the answer is held.
    pub fn none_more(&self) -> MutexGuard<'_, ()> {
        self.stop();
        held(&self.one)
    }

    /// Does what waits for the book, so that a copy on schedule knows of it.
    pub fn waiting_for<T>(&self, book: impl FnOnce() -> T) -> T {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let book = book();
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        book
    }

    /// The copy that was chosen to be brought back.
    pub fn chosen(&self) -> MutexGuard<'_, Option<PathBuf>> {
        held(&self.chosen)
    }

    /// Twelve words that are shown and open nothing yet.
    pub fn drawn(&self) -> MutexGuard<'_, Option<TwelveWords>> {
        held(&self.drawn)
    }

    /// Why the copy of the day could not be made, as long as no later one could.
    pub fn refused(&self) -> Option<TroubleKind> {
        *held(&self.refused)
    }

    fn note_refusal(&self, why: TroubleKind) {
        *held(&self.refused) = Some(why);
    }

    /// Nothing is due any more, or the book that it was due for has closed.
    pub fn forget_refusal(&self) {
        *held(&self.refused) = None;
    }

    fn is_wanted(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) > 0
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is behind a lock, unless somebody else has it now.
pub fn if_free<T>(lock: &Mutex<T>) -> Option<MutexGuard<'_, T>> {
    match lock.try_lock() {
        Ok(free) => Some(free),
        Err(TryLockError::Poisoned(free)) => Some(free.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

impl Session {
    /// Makes a copy of the open journal, looks it through, and only then says that it is there.
    ///
    /// # Errors
    /// `stopped` when it was in somebody's way or was ended, and whatever the core says. Nothing is left then.
    pub fn back_up(&self, elsewhere: Option<&Path>, by: By, now: Now) -> Answer<Backup> {
        let copying = self.copying();
        let _writes = self.writes()?;
        let _one = match by {
            By::Hand => {
                // Somebody is waiting: the copy of the day can be made later.
                copying.stop();
                held(&copying.one)
            }
            By::Schedule | By::ScheduleAtLast => {
                if_free(&copying.one).ok_or(TroubleKind::Stopped)?
            }
        };
        let begun = copying.work.begin();
        let gives_way = by == By::Schedule;
        let copied = self.with(|journal| {
            let mut ask = |at| match begun.tell(at) {
                GoOn::Yes if gives_way && copying.is_wanted() => GoOn::No,
                answer => answer,
            };
            journal.begin_backup(elsewhere, now, &mut Watch::new(&mut ask))
        });
        let checked = copied.and_then(|copy| {
            let mut ask = |at| begun.tell(at);
            Ok(copy.check(&mut Watch::new(&mut ask))?)
        });
        // The copy of the day is made another time without a word.
        if by == By::Hand && begun.was_hurried() {
            self.note_cut_short(&checked);
        }
        // One elsewhere is not the one that is due here.
        if checked.is_ok() && elsewhere.is_none() {
            copying.forget_refusal();
        }
        checked
    }
}

/// Makes the copy of each day of use, for as long as the program runs.
pub fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        let mut day = Day::default();
        loop {
            std::thread::sleep(STEP);
            let session = app.state::<Session>();
            if !session.is_open() {
                day = Day::default();
            } else if day.has_come(Instant::now())
                && day.tries(&session, clock::now())
                && let Some(window) = window::the_one(&app)
            {
                let _ = window.eval(TELL);
            }
        }
    });
}

/// How the copy of the day went since the book was opened.
#[derive(Default)]
struct Day {
    open_since: Option<Instant>,
    not_before: Option<Instant>,
    gave_way: u32,
    refused: u32,
    told: bool,
}

impl Day {
    /// Whether the time has come to look for what is due.
    fn has_come(&mut self, now: Instant) -> bool {
        let since = *self.open_since.get_or_insert(now);
        let waits = self.not_before.is_some_and(|moment| now < moment);
        now.duration_since(since) >= AFTER_OPENING && !waits
    }

    /// Makes the copy if it is due; tells whether it has to be said that it could not be made.
    fn tries(&mut self, session: &Session, now: Now) -> bool {
        let due = session.with(|journal| Ok(journal.backup_is_due(now)));
        match due {
            Ok(true) => {}
            Ok(false) => {
                self.refused = 0;
                session.copying().forget_refusal();
                return false;
            }
            Err(_) => return false,
        }
        let by = match self.gave_way < GIVES_WAY {
            true => By::Schedule,
            false => By::ScheduleAtLast,
        };
        let Err(why) = session.back_up(None, by, now) else {
            self.gave_way = 0;
            self.refused = 0;
            return false;
        };
        self.not_before = Some(Instant::now() + AGAIN);
        match why.kind {
            TroubleKind::Stopped | TroubleKind::Closed => {
                self.gave_way += 1;
                return false;
            }
            // What the copy does not hold the journal does not hold either: waiting mends nothing.
            TroubleKind::BackupDamaged => self.refused = TOLD_AFTER,
            _ => self.refused += 1,
        }
        session.copying().note_refusal(why.kind);
        // Once, for as long as the book is open: whoever writes is not pressed.
        self.refused >= TOLD_AFTER && !std::mem::replace(&mut self.told, true)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;
    use crate::arguments::Lives;
    use crate::quiet::Quiet;

    fn now() -> Now {
        chrono::DateTime::parse_from_rfc3339("2026-11-01T21:14:00+09:00").unwrap()
    }

    fn session(home: &Path) -> Session {
        let session = Session::at(Lives::beside(home));
        session
            .create("a lamp beside the window", None, now())
            .unwrap();
        session
    }

    #[test]
    fn a_copy_on_schedule_gives_way_to_whoever_wants_the_book() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let made = session
            .copying()
            .waiting_for(|| session.back_up(None, By::Schedule, now()));
        assert_eq!(made.unwrap_err().kind, TroubleKind::Stopped);
        // One that was asked for by hand does not.
        let made = session
            .copying()
            .waiting_for(|| session.back_up(None, By::Hand, now()));
        assert!(made.is_ok());
        assert!(session.copying().at().is_none());
        assert!(
            !session
                .with(|journal| Ok(journal.backup_is_due(now())))
                .unwrap()
        );
    }

    #[test]
    fn a_copy_of_the_day_that_gave_way_often_enough_is_made_all_the_same() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let mut day = Day::default();
        session.copying().waiting_for(|| {
            for _ in 0..GIVES_WAY {
                assert!(!day.tries(&session, now()));
                assert!(backups_of(&session).is_empty());
            }
            assert!(!day.tries(&session, now()));
        });
        assert_eq!(backups_of(&session).len(), 1);
        assert_eq!(session.copying().refused(), None);
    }

    #[test]
    fn a_copy_of_the_day_that_cannot_be_made_is_told_once_and_until_one_can() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        // No copy can be laid where a file is.
        let backups = home.path().join("journal/backups");
        let _ = std::fs::remove_dir_all(&backups);
        std::fs::write(&backups, "in the way").unwrap();
        let mut day = Day::default();
        let told: Vec<bool> = (0..5).map(|_| day.tries(&session, now())).collect();
        assert_eq!(told, [false, false, true, false, false]);
        assert!(session.copying().refused().is_some());
        // One on a stick is not the one that is due here.
        let stick = home.path().join("stick");
        std::fs::create_dir(&stick).unwrap();
        session.back_up(Some(&stick), By::Hand, now()).unwrap();
        assert!(session.copying().refused().is_some());
        std::fs::remove_file(&backups).unwrap();
        assert!(!day.tries(&session, now()));
        assert_eq!(session.copying().refused(), None);
        assert_eq!(backups_of(&session).len(), 1);
    }

    #[test]
    fn while_the_journal_is_away_no_copy_of_it_is_due_and_none_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let (there, away) = (home.path().join("journal"), home.path().join("away"));
        std::fs::rename(&there, &away).unwrap();
        let mut day = Day::default();
        assert!((0..5).all(|_| !day.tries(&session, now())));
        assert_eq!(session.copying().refused(), None);
        std::fs::rename(&away, &there).unwrap();
        assert!(!day.tries(&session, now()));
        assert_eq!(backups_of(&session).len(), 1);
    }

    fn backups_of(session: &Session) -> Vec<Backup> {
        session.with(|journal| Ok(journal.backups())).unwrap()
    }

    #[test]
    fn a_copy_on_schedule_is_not_in_the_way_of_the_watch_that_looks_whether_anybody_is_here() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let made = AtomicBool::new(false);
        std::thread::scope(|threads| {
            threads.spawn(|| {
                while !made.load(Ordering::SeqCst) {
                    assert_ne!(session.quiet(), Quiet::Closed);
                    std::thread::yield_now();
                }
            });
            let copy = session.back_up(None, By::Schedule, now());
            made.store(true, Ordering::SeqCst);
            assert!(copy.is_ok(), "{:?}", copy.err().map(|why| why.kind));
        });
        session.close(None, now()).unwrap();
        assert_eq!(session.quiet(), Quiet::Closed);
    }

    #[test]
    fn a_book_closes_while_words_of_a_sheet_wait_for_it() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        // As when they are kept: the words first, then the book.
        let mut drawn = session.copying().drawn();
        *drawn = TwelveWords::draw(awai::Tongue::En).ok();
        std::thread::scope(|threads| {
            let closing = threads.spawn(|| session.close(None, now()));
            let (says, hears) = std::sync::mpsc::channel();
            threads.spawn({
                let session = &session;
                move || {
                    while session.is_open() {
                        std::thread::yield_now();
                    }
                    says.send(())
                }
            });
            let closed = hears.recv_timeout(Duration::from_secs(60));
            drop(drawn);
            assert!(closed.is_ok(), "each waited for what the other had");
            closing.join().unwrap().unwrap();
        });
        assert!(session.copying().drawn().is_none());
    }

    #[test]
    fn a_copy_that_the_closing_of_the_book_stops_was_stopped_by_nobody() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let begun = session.copying().work.begin();
        session.close(None, now()).unwrap();
        assert!(begun.was_hurried());
    }

    #[test]
    fn a_copy_takes_the_place_of_the_closed_book_and_opens_it() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let copy = session.back_up(None, By::Hand, now()).unwrap();
        let phrase = "a lamp beside the window";
        let open = session.bring_back(&copy.folder, phrase, now());
        assert_eq!(open.unwrap_err().kind, TroubleKind::HeldElsewhere);
        session.close(None, now()).unwrap();
        let wrong = session.bring_back(&copy.folder, "another phrase", now());
        assert_eq!(wrong.unwrap_err().kind, TroubleKind::WrongPassphrase);
        assert!(
            !session
                .bring_back(&copy.folder, phrase, now())
                .unwrap()
                .older
        );
        assert!(session.is_open());
        assert!(home.path().join("journal/before-1/journal.db").is_file());
    }

    #[test]
    fn a_new_key_leaves_the_book_open_and_a_wrong_phrase_changes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let session = session(home.path());
        let new = "harbour 41 and a red umbrella";
        let wrong = session.renew_key("another phrase", new);
        assert_eq!(wrong.unwrap_err().kind, TroubleKind::WrongPassphrase);
        assert!(session.is_open());
        session.renew_key("a lamp beside the window", new).unwrap();
        assert!(session.is_open());
        session.close(None, now()).unwrap();
        assert!(session.unlock("a lamp beside the window", now()).is_err());
        assert_eq!(session.unlock(new, now()).unwrap().tries, 1);
    }
}
