//! Every reader of what may come from somebody else, tried on files that were tampered with.
//!
//! Some hundreds of files for each; files that were answered in a way not seen before are tampered with further. What
//! once made a reader fall stays in `tests/fixtures/hostile/READER/` and is tried first, each time.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use awai_tests::readers::tampering::{Dice, tamper};
use awai_tests::readers::{Answer, Reader, kept, kept_files, reader};
use sha2::{Digest, Sha256};

/// No file keeps a reader longer than this, on a slow machine that does other things as well.
const LONGEST: Duration = Duration::from_secs(20);

/// Tries a reader on its seeds, on every file that is kept, and on so many files made from them. Tells how many were
/// read.
fn tried(name: &str, many: usize) -> usize {
    let mut reader = reader(name);
    let mut pool = reader.seeds();
    pool.extend(kept_files(name));
    let mut answers = BTreeSet::new();
    for seed in pool.clone() {
        answers.insert(answer(name, &seed, &mut *reader));
    }
    let mut dice = Dice(0);
    for _ in 0..many {
        let (one, other) = (dice.below(pool.len()), dice.below(pool.len()));
        let file = tamper(&pool[one], &pool[other], &mut dice);
        if answers.insert(answer(name, &file, &mut *reader)) && file.len() < 64 * 1024 {
            pool.push(file);
        }
    }
    reader.hold()
}

/// One file. Where the reader falls, the file is kept.
fn answer(name: &str, file: &[u8], reader: &mut dyn Reader) -> Answer {
    let began = Instant::now();
    let told = catch_unwind(AssertUnwindSafe(|| reader.read(file)));
    let slow = began.elapsed() > LONGEST;
    if slow || told.is_err() {
        let sum: String = Sha256::digest(file)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let path = kept(name).join(sum);
        fs::create_dir_all(kept(name)).unwrap();
        fs::write(&path, file).unwrap();
        println!("kept as {}", path.display());
    }
    assert!(!slow, "{name}: a file took {:?}", began.elapsed());
    told.unwrap_or_else(|why| resume_unwind(why))
}

#[test]
fn what_is_inside_a_letter_is_read_or_refused() {
    assert!(tried("letter", 600) > 10, "some were read");
}

#[test]
fn the_file_around_a_letter_is_opened_or_refused() {
    tried("letter-file", 2000);
}

#[test]
fn what_is_inside_an_invitation_is_read_or_refused() {
    assert!(tried("invitation", 600) > 10, "some were read");
}

#[test]
fn no_reply_completes_a_pair_without_the_secret_of_its_invitation() {
    tried("reply", 800);
}

#[test]
fn a_card_is_read_or_refused() {
    assert!(tried("card", 1000) > 3, "some were read");
}

#[test]
fn an_envelope_is_opened_or_refused() {
    assert!(tried("envelope", 800) > 3, "some were read");
}

#[test]
fn a_set_of_questions_is_read_or_refused() {
    assert!(tried("set", 1500) > 10, "some were read");
}

#[test]
fn an_export_of_another_program_is_read_or_refused() {
    assert!(tried("import", 1200) > 10, "some were read");
}

#[test]
fn a_journal_that_was_taken_out_is_brought_in_whole_or_refused() {
    assert!(tried("taken-out", 800) > 10, "some were read");
}

#[test]
fn a_closed_journal_that_was_taken_out_opens_as_it_was_or_not_at_all() {
    tried("taken-out-closed", 600);
}

#[test]
fn a_slot_opens_as_it_was_or_not_at_all() {
    tried("slot", 1000);
}

#[test]
fn the_text_inside_a_slot_is_read_or_refused() {
    tried("slot-inside", 1000);
}

#[test]
fn words_that_open_something_are_read_or_refused() {
    tried("typed-words", 1500);
}

#[test]
fn any_text_is_a_page_and_can_be_looked_for() {
    tried("text", 1500);
}
