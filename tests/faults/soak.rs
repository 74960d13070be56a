//! How long a fault is looked at. The ordinary size is what `cargo test` takes; `cargo xtask soak ROW` runs the same
//! code at full size, and keeps the line that `figure` says.

use std::ops::Range;

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

/// Says what was seen, in a line that the soak finds again.
pub fn figure(seen: &str) {
    println!("figure: {seen}");
}
