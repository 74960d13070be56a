//! What a journal must survive: kills, a full disk, bits that flip, old files put back, crowds and clocks.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

mod crowd;
mod damage;
mod disk;
mod inside;
mod keeping;
mod kills;
mod midway;
mod names;
mod older;
mod plain;
mod power;
mod replay;
mod soak;
mod somebodies;
#[cfg(target_os = "linux")]
mod stick;
