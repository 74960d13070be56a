//! How long a fault is looked at. The ordinary size is what `cargo test` takes; `cargo xtask soak ROW` runs the same
//! code at full size, and keeps the line that `figure` says. What cannot be looked at here is said.

use std::ops::Range;
use std::process::{Command, Stdio};

use awai_tests::not_looked_at;

pub use awai_tests::figure;

/// How many times: so many as usual, or what the soak asks for.
pub fn times(ordinary: usize) -> usize {
    std::env::var("AWAI_SOAK")
        .ok()
        .and_then(|wanted| wanted.parse().ok())
        .unwrap_or(ordinary)
}

/// The kills of one row, a stretch for each journal: it is begun anew after a hundred, so that what grows in it does not
/// make each kill slower than the one before.
pub fn stretches(kills: u64) -> impl Iterator<Item = Range<u64>> {
    const STRETCH: u64 = 100;
    (0..kills)
        .step_by(STRETCH as usize)
        .map(move |from| from..kills.min(from + STRETCH))
}

/// Whether strace is here and may look on; says that this is not looked at, where it may not.
pub fn strace_may_see(what: &str) -> bool {
    let tried = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status();
    let may = tried.is_ok_and(|status| status.success());
    if !may {
        not_looked_at(what, "strace is not here, or may not look on.");
    }
    may
}
