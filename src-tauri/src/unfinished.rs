//! What writes files, and so is waited for when the program ends: cut off, a piece of it would stay behind where the
//! person put it. What has the open book needs no place here, because closing the book waits for it.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use awai::TroubleKind;

use crate::session::Answer;

/// How long it is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// For a while. It was asked to stop, and takes back what it made; where it does not, the disk under it no longer
    /// answers, and may never again.
    AWhile,
    /// However long it takes: what was decided is done.
    ToItsEnd,
}

/// All that is being written.
#[derive(Default)]
pub struct Unfinished {
    now: Mutex<Now>,
    one_less: Condvar,
}

#[derive(Default)]
struct Now {
    a_while: u32,
    to_its_end: u32,
    /// The program ends: nothing begins any more, and so long the rest is waited for.
    until: Option<Instant>,
}

impl Unfinished {
    /// Something begins to write. It is over when the value goes.
    ///
    /// # Errors
    /// `stopped` once the program ends.
    pub fn begin(&self, waited: Waited) -> Answer<Writer<'_>> {
        let mut now = self.now();
        if now.until.is_some() {
            return Err(TroubleKind::Stopped.into());
        }
        *now.count(waited) += 1;
        Ok(Writer { of: self, waited })
    }

    /// Whether anything is being written.
    pub fn is_any(&self) -> bool {
        let now = self.now();
        now.a_while + now.to_its_end > 0
    }

    /// The program ends: nothing begins any more, and what was begun is waited for. `patience` counts from when this was
    /// first said.
    pub fn end(&self, patience: Duration) {
        let mut now = self.now();
        let until = *now.until.get_or_insert_with(|| Instant::now() + patience);
        while now.a_while + now.to_its_end > 0 {
            let left = until.saturating_duration_since(Instant::now());
            if now.to_its_end > 0 {
                let waiting = self.one_less.wait(now);
                now = waiting.unwrap_or_else(PoisonError::into_inner);
            } else if left.is_zero() {
                return;
            } else {
                let waiting = self.one_less.wait_timeout(now, left);
                now = waiting.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Now {
    fn count(&mut self, waited: Waited) -> &mut u32 {
        match waited {
            Waited::AWhile => &mut self.a_while,
            Waited::ToItsEnd => &mut self.to_its_end,
        }
    }
}

/// Something that writes.
pub struct Writer<'u> {
    of: &'u Unfinished,
    waited: Waited,
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        *self.of.now().count(self.waited) -= 1;
        self.of.one_less.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOON: Duration = Duration::from_millis(50);
    const LATE: Duration = Duration::from_secs(60);

    /// How long the end of a program takes where something of this kind goes on for `work`.
    fn ends_after(waited: Waited, work: Duration, patience: Duration) -> Duration {
        let all = Unfinished::default();
        let begun = all.begin(waited).unwrap();
        let began = Instant::now();
        std::thread::scope(|threads| {
            threads.spawn(move || {
                std::thread::sleep(work);
                drop(begun);
            });
            all.end(patience);
            began.elapsed()
        })
    }

    #[test]
    fn what_writes_is_waited_for_and_what_never_ends_is_not() {
        let long = 10 * SOON;
        let took = ends_after(Waited::AWhile, long, LATE);
        assert!(took >= long && took < LATE, "{took:?}");
        let took = ends_after(Waited::AWhile, long, SOON);
        assert!(took >= SOON && took < long, "{took:?}");
        // What was decided is done.
        let took = ends_after(Waited::ToItsEnd, long, SOON);
        assert!(took >= long && took < LATE, "{took:?}");
    }

    #[test]
    fn nothing_begins_any_more_once_the_program_ends_and_its_patience_is_one() {
        let all = Unfinished::default();
        let begun = all.begin(Waited::AWhile).unwrap();
        assert!(all.is_any());
        all.end(SOON);
        let more = all.begin(Waited::ToItsEnd).map(drop);
        assert_eq!(more.unwrap_err().kind, TroubleKind::Stopped);
        // Said once more, it is not waited for anew.
        let began = Instant::now();
        all.end(LATE);
        assert!(began.elapsed() < LATE);
        drop(begun);
        assert!(!all.is_any());
    }
}
