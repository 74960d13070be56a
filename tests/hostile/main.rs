//! Everything Awai reads that may come from somebody else, tampered with: letters and the files around them,
//! invitations, replies, cards, envelopes, sets of questions, exports, whole journals, key slots, words that are typed.
//! A reader may refuse and may never fall, hang, speak of a fault of ours, or hurt the journal.
//!
//! Some hundreds of files for each reader as an ordinary test; `cargo xtask soak hostile-READER SIZE` tries as many as
//! one has time for. What once made a reader fall stays in `tests/fixtures/hostile/READER/` and is tried first, each
//! time. Files that were answered in a way not seen before are tampered with further.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

mod books;
mod companions;
mod keys;
mod letters;
mod tampering;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use awai::{Error, Result};
use sha2::{Digest, Sha256};

use tampering::{Dice, tamper};

/// No file keeps a reader longer than this, on a slow machine that does other things as well.
const LONGEST: Duration = Duration::from_secs(20);

/// How a reader answered, in a few words that tell its ways apart.
type Answer = String;

/// Where what once made a reader fall is kept.
fn kept(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/hostile/{reader}"))
}

/// So many as usual, or what the soak asks for.
fn times(ordinary: usize) -> usize {
    let asked = std::env::var("AWAI_SOAK").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}

/// Tries a reader on every seed, on every file that is kept, and on so many files made from them.
fn try_reader(
    reader: &str,
    seeds: Vec<Vec<u8>>,
    ordinary: usize,
    mut read: impl FnMut(&[u8]) -> Answer,
) {
    let mut pool = seeds;
    for file in fs::read_dir(kept(reader)).into_iter().flatten() {
        pool.push(fs::read(file.unwrap().path()).unwrap());
    }
    let mut answers = BTreeSet::new();
    for seed in pool.clone() {
        answers.insert(answer(reader, &seed, &mut read));
    }
    let many = times(ordinary);
    let mut dice = Dice(0);
    for _ in 0..many {
        let (one, other) = (dice.below(pool.len()), dice.below(pool.len()));
        let file = tamper(&pool[one], &pool[other], &mut dice);
        if answers.insert(answer(reader, &file, &mut read)) && file.len() < 64 * 1024 {
            pool.push(file);
        }
    }
    println!(
        "figure: {reader}: {many} files, answered in {} ways, 0 falls",
        answers.len()
    );
}

/// One file. Where the reader falls, the file is kept.
fn answer(reader: &str, file: &[u8], read: &mut impl FnMut(&[u8]) -> Answer) -> Answer {
    let began = Instant::now();
    let told = catch_unwind(AssertUnwindSafe(|| read(file)));
    let slow = began.elapsed() > LONGEST;
    if slow || told.is_err() {
        let name: String = Sha256::digest(file)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let path = kept(reader).join(name);
        fs::create_dir_all(kept(reader)).unwrap();
        fs::write(&path, file).unwrap();
        println!("kept as {}", path.display());
    }
    assert!(!slow, "{reader}: a file took {:?}", began.elapsed());
    told.unwrap_or_else(|why| resume_unwind(why))
}

/// A refusal in its few words. A fault of ours, or a journal that is hurt, is no answer to somebody else's file.
fn refused(error: &Error) -> Answer {
    let ours = matches!(
        error,
        Error::Unexpected(_) | Error::JournalDamaged | Error::OlderThanSeen | Error::DiskTrouble(_)
    );
    assert!(!ours, "{error:?}");
    format!("{error:?}")
}

/// The answer, or the refusal.
fn told<T>(read: Result<T>, answer: impl FnOnce(T) -> Answer) -> Answer {
    match read {
        Ok(read) => answer(read),
        Err(error) => refused(&error),
    }
}
