//! Work that takes a while. How far it is can be asked for without the book, which the work itself holds; and it can be
//! ended, by whoever asked for it or because the book is to close.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use awai::{GoOn, Headway};

/// One kind of work; there is one piece of it at a time.
#[derive(Default)]
pub struct Underway {
    at: Mutex<Option<Headway>>,
    stop: AtomicBool,
    /// Whether it was ended because the book is to close.
    hurried: AtomicBool,
    /// How many want all of it to end.
    ending: AtomicU32,
}

impl Underway {
    /// How far it is; nothing when nothing is done.
    pub fn at(&self) -> Option<Headway> {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends what is being done.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Ends what is being done, because the book is to close.
    pub fn hurry(&self) {
        self.hurried.store(true, Ordering::SeqCst);
        self.stop();
    }

    /// A piece of work begins: nobody has ended it yet. It is over when the value goes.
    pub fn begin(&self) -> Begun<'_> {
        self.hurried.store(false, Ordering::SeqCst);
        self.stop.store(false, Ordering::SeqCst);
        Begun(self)
    }

    /// Whatever is done or begun meanwhile ends, until the value goes.
    pub fn ending(&self) -> Ending<'_> {
        self.ending.fetch_add(1, Ordering::SeqCst);
        Ending(self)
    }

    fn tell(&self, at: Option<Headway>) {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) = at;
    }
}

/// A piece of work.
pub struct Begun<'u>(&'u Underway);

impl Begun<'_> {
    /// Tells how far it is, and hears whether it goes on.
    pub fn tell(&self, at: Headway) -> GoOn {
        self.0.tell(Some(at));
        if self.0.ending.load(Ordering::SeqCst) > 0 {
            self.0.hurry();
        }
        match self.0.stop.load(Ordering::SeqCst) {
            true => GoOn::No,
            false => GoOn::Yes,
        }
    }

    /// Whether it was ended because the book is to close: whoever asked for it is not told then, the page has ended.
    pub fn was_hurried(&self) -> bool {
        self.0.hurried.load(Ordering::SeqCst)
    }
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        self.0.tell(None);
    }
}

/// All work ends while this is there.
pub struct Ending<'u>(&'u Underway);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.ending.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use awai::Stage;

    use super::*;

    #[test]
    fn work_goes_on_until_it_is_ended_and_the_next_begins_anew() {
        let at = Headway {
            stage: Stage::Sealing,
            done: 1,
            of: 2,
        };
        let work = Underway::default();
        let begun = work.begin();
        assert_eq!((begun.tell(at), work.at()), (GoOn::Yes, Some(at)));
        work.stop();
        assert_eq!(begun.tell(at), GoOn::No);
        assert!(!begun.was_hurried(), "whoever ends it knows");
        drop(begun);
        assert_eq!(work.at(), None);
        assert_eq!(work.begin().tell(at), GoOn::Yes);
        // A book that closes ends what begins while it waits, too.
        let ending = work.ending();
        let begun = work.begin();
        assert_eq!(begun.tell(at), GoOn::No);
        assert!(begun.was_hurried());
        drop(begun);
        drop(ending);
        assert_eq!(work.begin().tell(at), GoOn::Yes);
    }
}
