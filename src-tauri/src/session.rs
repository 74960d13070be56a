//! The open journal, or none: the only thing this program remembers, behind the only lock of the product.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use awai::{
    Cost, DraftSave, Error, InPlace, Journal, Now, Opened, Passphrase, Trouble, TroubleKind, Vault,
    Watch,
};

use crate::arguments::Lives;
use crate::copying::{Copying, if_free};
use crate::held::Held;
use crate::quiet::Quiet;
use crate::settings::{self, Settings};
use crate::together::{ReadTogether, ToRead, Together};
use crate::underway::Underway;
use crate::unfinished::Unfinished;

/// What a command answers.
pub type Answer<T> = Result<T, Trouble>;

/// One run of the program.
pub struct Session {
    lives: Lives,
    book: Mutex<Book>,
    copying: Copying,
    /// Letters that are put together, sealed or opened, and pages that are brought over from a copy beside the book.
    letters: Underway,
    /// What is written to where it is carried from. It needs no book, and goes on when that closes.
    saving: Underway,
    /// A copy that is brought back in the place of the closed book.
    bringing: Underway,
    unfinished: Unfinished,
    /// Nobody was here any more while the journal was being made.
    deserted: AtomicBool,
}

struct Book {
    journal: Option<Journal>,
    /// What else was shown and may still be asked for.
    held: Held,
    /// What is read together while the book is closed.
    together: Option<Together>,
    /// Files that were named on a command line, this one's or a later start's, in their order. They wait here
    /// until the book is open and the page asks.
    handed_in: VecDeque<PathBuf>,
    settings: Settings,
    /// When somebody was last here.
    here: Instant,
    /// The program ends once the book is closed.
    leaving: bool,
    /// When a page ended by itself, until the book was opened again.
    fell: Option<Instant>,
    /// Why it was not opened again, when nobody was there to be told; the door says it.
    left: Option<TroubleKind>,
    /// Whether something that was asked for was stopped by the closing of the book; the door says that, too.
    cut_short: bool,
    /// How often it was closed. Whoever began to open it before that does not open it afterwards.
    shut: u64,
}

impl Session {
    /// A session over the journal that lives there; nothing is opened and nothing written.
    pub fn at(lives: Lives) -> Session {
        let book = Mutex::new(Book {
            journal: None,
            held: Held::default(),
            together: None,
            handed_in: VecDeque::new(),
            settings: settings::kept_in(&lives.settings),
            here: Instant::now(),
            leaving: false,
            fell: None,
            left: None,
            cut_short: false,
            shut: 0,
        });
        Session {
            lives,
            book,
            copying: Copying::default(),
            letters: Underway::default(),
            saving: Underway::default(),
            bringing: Underway::default(),
            unfinished: Unfinished::default(),
            deserted: AtomicBool::new(false),
        }
    }

    /// Where things live.
    pub fn lives(&self) -> &Lives {
        &self.lives
    }

    /// The settings as they are now.
    pub fn settings(&self) -> Settings {
        self.book().settings.clone()
    }

    /// Wears other settings from now on. They are written only where a journal is: a visit leaves no trace. Where they
    /// cannot be written they are worn all the same, until the program ends.
    ///
    /// # Errors
    /// `settings_not_kept`.
    pub fn set_settings(&self, wished: Settings) -> Answer<Settings> {
        let worn = wished.within_reason();
        self.book().settings = worn.clone();
        let kept = !self.has_journal() || {
            let _writes = self.writes()?;
            settings::keep_in(&self.lives.settings, &worn).is_ok()
        };
        if !kept {
            return Err(TroubleKind::SettingsNotKept.into());
        }
        Ok(worn)
    }

    /// Whether a journal lies in its folder, open or not, whole or not.
    pub fn has_journal(&self) -> bool {
        !matches!(Vault::at(&self.lives.journal), Err(Error::NoJournal))
    }

    /// Whether the book is open.
    pub fn is_open(&self) -> bool {
        self.book().journal.is_some()
    }

    /// Does something with the open journal.
    ///
    /// # Errors
    /// `closed` when it is not open, and whatever `work` is refused.
    pub fn with<T>(&self, work: impl FnOnce(&mut Journal) -> awai::Result<T>) -> Answer<T> {
        self.with_held(|journal, _| work(journal))
    }

    /// Does something with the open journal and what is held beside it.
    ///
    /// # Errors
    /// As [`Session::with`].
    pub fn with_held<T>(
        &self,
        work: impl FnOnce(&mut Journal, &mut Held) -> awai::Result<T>,
    ) -> Answer<T> {
        let mut book = self.book();
        let Book { journal, held, .. } = &mut *book;
        let journal = journal.as_mut().ok_or(TroubleKind::Closed)?;
        // While it is away, what is in memory can still be read.
        let _ = journal.come_back();
        let done = work(journal, held);
        if matches!(done, Err(Error::DiskTrouble(_) | Error::FolderGone)) {
            journal.doubt();
        }
        Ok(done?)
    }

    /// The same, for work that may take a while: it is watched, and ends when it is told to or the book is to close.
    ///
    /// # Errors
    /// As [`Session::with`], and `stopped` when it was ended.
    pub fn with_watched<T>(
        &self,
        work: impl FnOnce(&mut Journal, &mut Held, &mut Watch<'_>) -> awai::Result<T>,
    ) -> Answer<T> {
        let mut hurried = false;
        let done = self.with_held(|journal, held| {
            let begun = self.letters.begin();
            let mut ask = |at| begun.tell(at);
            let done = work(journal, held, &mut Watch::new(&mut ask));
            hurried = begun.was_hurried();
            done
        });
        if hurried {
            self.note_cut_short(&done);
        }
        done
    }

    /// What was stopped because the book is to close is told at the door: the page that asked for it ends.
    pub fn note_cut_short<T>(&self, done: &Answer<T>) {
        if done
            .as_ref()
            .is_err_and(|why| why.kind == TroubleKind::Stopped)
        {
            self.book().cut_short = true;
        }
    }

    /// Letters that are put together, sealed or opened, and whatever else [`Session::with_watched`] does.
    pub fn letters(&self) -> &Underway {
        &self.letters
    }

    /// Ends what takes a while and has the book, so that whoever is to close it need not wait for that.
    pub fn hurry(&self) {
        self.copying.hurry();
        self.letters.hurry();
    }

    /// What leaves as a file, written to where it is carried from.
    pub fn saving(&self) -> &Underway {
        &self.saving
    }

    /// Makes the journal and opens it, with what is already written as its first draft. It is open also where the book was
    /// closed meanwhile: its page alone has the words that came since.
    pub fn create(&self, passphrase: &str, draft: Option<&DraftSave>, now: Now) -> Answer<Opened> {
        self.deserted.store(false, Ordering::SeqCst);
        let passphrase = Passphrase::chosen(passphrase)?;
        let _writes = self.writes()?;
        let vault = Vault::create(&self.lives.journal, &passphrase, Cost::EVERYDAY, now)?;
        let mut journal = vault
            .remembering(&self.lives.seen)
            .unlock(&passphrase, now)?;
        if let Some(draft) = draft {
            // The journal is made; a draft it could not keep stays on the page, which sees that it is not here.
            let _ = journal.keep_draft(draft, now);
        }
        Ok(self.opened(journal))
    }

    /// The system says so while no book is open; one may be in the making.
    pub fn nobody_is_here(&self) {
        self.deserted.store(true, Ordering::SeqCst);
    }

    /// Whether nobody was here any more since [`Session::create`] began.
    pub fn is_deserted(&self) -> bool {
        self.deserted.load(Ordering::SeqCst)
    }

    /// Opens the journal. One that is open already asks for its passphrase all the same.
    pub fn unlock(&self, passphrase: &str, now: Now) -> Answer<Opened> {
        self.unlock_since(self.shut(), passphrase, now)
    }

    fn unlock_since(&self, shut: u64, passphrase: &str, now: Now) -> Answer<Opened> {
        let passphrase = Passphrase::new(passphrase)?;
        if let Some(journal) = &self.book().journal {
            journal.prove(&passphrase)?;
            return Ok(journal.opened());
        }
        // An older journal is copied before its shape is changed.
        let _writes = self.writes()?;
        let vault = Vault::at(&self.lives.journal)?.remembering(&self.lives.seen);
        // Deriving the key takes a second; nobody waits for the lock meanwhile.
        self.opened_since(shut, vault.unlock(&passphrase, now)?)
    }

    /// How often the book was closed: whoever asks twice learns whether it was closed in between.
    pub fn shut(&self) -> u64 {
        self.book().shut
    }

    /// Lays a journal open, unless the book was closed since: by somebody who hid it while the key was being derived.
    fn opened_since(&self, shut: u64, journal: Journal) -> Answer<Opened> {
        let book = self.book();
        if book.shut != shut {
            drop(book);
            journal.close()?;
            return Err(TroubleKind::Closed.into());
        }
        Ok(laid_open(book, journal))
    }

    /// What is being copied.
    pub fn copying(&self) -> &Copying {
        &self.copying
    }

    /// Brings a copy back in the place of the closed book, which is put by, and opens it.
    pub fn bring_back(&self, from: &Path, passphrase: &str, now: Now) -> Answer<Opened> {
        if self.is_open() {
            return Err(TroubleKind::HeldElsewhere.into());
        }
        // Where a journal went missing its keys and copies may still lie: nothing of it is covered either.
        let in_place = InPlace::PutBy;
        let shut = self.shut();
        let phrase = Passphrase::new(passphrase)?;
        let (to, seen) = (&self.lives.journal, Some(self.lives.seen.as_path()));
        let _writes = self.writes()?;
        let begun = self.bringing.begin();
        let mut ask = |at| begun.tell(at);
        let watch = &mut Watch::new(&mut ask);
        Vault::restore(from, to, &phrase, in_place, seen, watch)?;
        self.unlock_since(shut, passphrase, now)
    }

    /// Gives the open journal a new key under a new passphrase. Nobody writes meanwhile.
    pub fn renew_key(&self, old: &str, new: &str) -> Answer<()> {
        let (old, new) = (Passphrase::new(old)?, Passphrase::chosen(new)?);
        self.copying.stop();
        let mut book = self.book();
        let journal = book.journal.take().ok_or(TroubleKind::Closed)?;
        let watch = &mut Watch::nobody();
        let (journal, done) = journal.renew_key(&old, &new, Cost::EVERYDAY, watch);
        book.journal = journal;
        done.map_err(|why| {
            let trouble = why.trouble();
            if book.journal.is_none() {
                book.held = Held::default();
                book.shut += 1;
                book.left = Some(trouble.kind);
            }
            trouble
        })
    }

    /// Why the book was not opened again after what was done to it last.
    pub fn left(&self) -> Option<TroubleKind> {
        self.book().left
    }

    /// What the door has to say of what was being done when the book closed.
    pub fn told_at_the_door(&self) -> Option<TroubleKind> {
        let book = self.book();
        book.left
            .or(book.cut_short.then_some(TroubleKind::CutShort))
    }

    /// Notes what the door has to say, since whoever asked is not there to be told.
    pub fn note_left(&self, why: TroubleKind) {
        self.book().left = Some(why);
    }

    fn opened(&self, journal: Journal) -> Opened {
        laid_open(self.book(), journal)
    }

    /// Keeps the last words, closes the journal and lets go of its key. When the words cannot be kept, the book
    /// stays open and nothing is lost.
    pub fn close(&self, draft: Option<&DraftSave>, now: Now) -> Answer<()> {
        // A copy that is being made holds the key, too; a letter that is being sealed, or whatever else takes a while,
        // the book.
        self.copying.hurry();
        let _ending = self.letters.ending();
        let mut book = self.book();
        book.shut += 1;
        if book.together.take().is_some() {
            return Ok(());
        }
        let journal = book.journal.as_mut().ok_or(TroubleKind::Closed)?;
        if let Some(draft) = draft
            && let Err(error) = journal.keep_draft(draft, now)
        {
            book.leaving = false;
            return Err(error.into());
        }
        // From here on it is closed, whatever the disk may answer.
        book.held = Held::default();
        let closed = book.journal.take().map_or(Ok(()), Journal::close);
        // Whoever keeps the words of a sheet has those first and then waits for the book.
        drop(book);
        *self.copying.drawn() = None;
        self.copying.forget_refusal();
        Ok(closed?)
    }

    /// The page ended by itself. Tells whether the one before it did so a moment ago: then another will as well.
    #[cfg(any(not(windows), test))]
    pub fn page_fell(&self) -> bool {
        const A_MOMENT: Duration = Duration::from_secs(10);
        let before = self.book().fell.replace(Instant::now());
        before.is_some_and(|fell| fell.elapsed() < A_MOMENT)
    }

    /// Whether a page ended by itself since the book was last opened.
    pub fn has_fallen(&self) -> bool {
        self.book().fell.is_some()
    }

    /// Takes out what is to be read together, and closes the journal behind it.
    pub fn begin_together(&self, chosen: &[ToRead], now: Now) -> Answer<()> {
        let together = self.with(|journal| Together::take(journal, chosen))?;
        self.close(None, now)?;
        self.book().together = Some(together);
        Ok(())
    }

    /// What is read together now.
    pub fn read_together(&self) -> Vec<ReadTogether> {
        let book = self.book();
        book.together
            .as_ref()
            .map_or_else(Vec::new, |together| together.read().to_vec())
    }

    /// Whether pages are read together.
    pub fn is_together(&self) -> bool {
        self.book().together.is_some()
    }

    /// A picture of what is read together, by its address.
    pub fn picture_together(&self, path: &str) -> Option<(String, Vec<u8>)> {
        self.book().together.as_ref()?.picture(path)
    }

    /// Lays files by that were named on a command line.
    pub fn hand_in(&self, files: impl IntoIterator<Item = PathBuf>) {
        self.book().handed_in.extend(files);
    }

    /// Whether a file waits that was handed in, once the book is open.
    pub fn file_waits(&self) -> bool {
        let book = self.book();
        book.journal.is_some() && !book.handed_in.is_empty()
    }

    /// The next file that was handed in, once the book is open.
    pub fn next_file(&self) -> Option<PathBuf> {
        let mut book = self.book();
        book.journal.as_ref()?;
        book.handed_in.pop_front()
    }

    /// The next file that was handed in, once the book is open, if it is such a one; any other waits on.
    pub fn next_file_that(&self, is_one: impl FnOnce(&Path) -> bool) -> Option<PathBuf> {
        let mut book = self.book();
        book.journal.as_ref()?;
        if !is_one(book.handed_in.front()?) {
            return None;
        }
        book.handed_in.pop_front()
    }

    /// Somebody is here.
    pub fn still_here(&self) {
        self.book().here = Instant::now();
    }

    /// Since when nobody was here. Whoever looks every second does not wait for the book: a copy on schedule would give
    /// way each time, and never be whole.
    pub fn quiet(&self) -> Quiet {
        let Some(book) = if_free(&self.book) else {
            return Quiet::Busy;
        };
        if book.journal.is_none() && book.together.is_none() {
            return Quiet::Closed;
        }
        let minutes = u64::from(book.settings.lock_after_minutes);
        Quiet::Since {
            here: book.here,
            at_most: Duration::from_secs(minutes * 60),
        }
    }

    /// Whether the program ends once the book is closed.
    pub fn is_leaving(&self) -> bool {
        self.book().leaving
    }

    /// Notes that the program ends once the book is closed, or that it stays.
    pub fn leave(&self, leaving: bool) {
        self.book().leaving = leaving;
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        // A panic while it was held leaves a journal whose transaction was rolled back: still a whole one.
        self.copying
            .waiting_for(|| self.book.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn laid_open(mut book: MutexGuard<'_, Book>, journal: Journal) -> Opened {
    let opened = journal.opened();
    book.journal = Some(journal);
    book.together = None;
    book.here = Instant::now();
    book.fell = None;
    book.left = None;
    book.cut_short = false;
    opened
}

#[cfg(test)]
mod tests;
mod writing;
