//! The book closes when nobody is here. The page sees to it first, and says so beforehand; this is what holds
//! when the page cannot: it hangs, or the computer slept.

use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager};

use crate::clock;
use crate::closing::{self, After};
use crate::session::Session;

/// How much later than the page.
const GRACE: Duration = Duration::from_secs(20);

/// When the clock on the wall went so much further than the time we were awake, the computer slept.
const SLEPT: Duration = Duration::from_secs(60);

const STEP: Duration = Duration::from_secs(1);

/// What a look finds that keeps nobody waiting.
#[derive(Debug, PartialEq)]
pub enum Quiet {
    /// There is nothing to close.
    Closed,
    /// Somebody works with the book: another look will tell.
    Busy,
    /// The book is open, or pages of it are read together, and nobody was here since.
    Since {
        here: Instant,
        /// How long it may stay open with nobody here.
        at_most: Duration,
    },
}

/// Watches for as long as the program runs.
pub fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        let mut wall = clock::now();
        let mut awake = Instant::now();
        let mut has_slept = false;
        loop {
            std::thread::sleep(STEP);
            let session = app.state::<Session>();
            let (wall_before, awake_before) = (wall, awake);
            (wall, awake) = (clock::now(), Instant::now());
            // The clock of Windows that never goes back does not stand still in sleep either.
            let was_awake = if cfg!(windows) {
                STEP
            } else {
                awake - awake_before
            };
            has_slept |= slept(wall - wall_before, was_awake);
            let closes = match session.quiet() {
                // A sleep is remembered until the book is free again.
                Quiet::Busy => continue,
                Quiet::Closed => false,
                Quiet::Since { here, at_most } => has_slept || here.elapsed() > at_most + GRACE,
            };
            has_slept = false;
            if closes {
                // Asked once; if the page answers but cannot keep its last words, it is asked again a while later.
                session.still_here();
                closing::ask_the_page(&app, After::Stay);
            }
        }
    });
}

/// Whether the computer slept between two looks. A clock that was set by hand looks the same: closing then costs a
/// passphrase, staying open could cost a secret.
fn slept(on_the_wall: chrono::TimeDelta, awake: Duration) -> bool {
    let passed = on_the_wall.abs().to_std().unwrap_or(Duration::MAX);
    passed.saturating_sub(awake) > SLEPT
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_computer_that_slept_is_told_from_one_that_was_slow() {
        assert!(slept(TimeDelta::minutes(9), Duration::from_secs(1)));
        assert!(!slept(TimeDelta::seconds(90), Duration::from_secs(90)));
        assert!(!slept(
            TimeDelta::milliseconds(1004),
            Duration::from_secs(1)
        ));
    }

    #[test]
    fn a_clock_that_went_back_closes_the_book_too() {
        assert!(slept(TimeDelta::hours(-1), Duration::from_secs(1)));
        assert!(!slept(TimeDelta::milliseconds(-20), Duration::from_secs(1)));
    }
}
