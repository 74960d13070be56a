//! Key slots: the sealed file, and the text inside one.

use std::fs;

use age::secrecy::SecretString;
use awai_tests::Person;
use awai_tests::stranger::{opened_under, sealed_for};
use sha2::{Digest, Sha256};

use crate::{Answer, refused, try_reader};

/// Whether an age file asks for more work than a test has time for. That more than 2^20 is refused at once is
/// tested where age is.
pub fn asks_for_much(file: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&file[..file.len().min(4096)]);
    let asked = head
        .lines()
        .find_map(|line| line.strip_prefix("-> scrypt ")?.split(' ').nth(1));
    asked.is_some_and(|work| work.parse::<u32>().is_ok_and(|work| work > 12))
}

/// Sealed under words, as any age program would, with as little work as may be.
pub fn sealed_under(words: &str, inside: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(words.to_owned()));
    recipient.set_work_factor(1);
    sealed_for(&recipient, inside)
}

/// Puts a slot in place, both copies with checksums that fit, and opens the journal.
fn unlock(bo: &Person, slot: &[u8]) -> Answer {
    let sum: String = Sha256::digest(slot)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for copy in ["a", "b"] {
        let name = format!("passphrase-1.{copy}");
        fs::write(bo.keys().join(format!("{name}.age")), slot).unwrap();
        let line = format!("{sum}  {name}.age\n");
        fs::write(bo.keys().join(format!("{name}.sha256")), line).unwrap();
    }
    match bo.vault().unwrap().unlock(&bo.phrase(), bo.now()) {
        Ok(_) => "opened".to_owned(),
        // A key that fits no longer, or one of another journal, is told as damage.
        Err(awai::Error::JournalDamaged) => "another key".to_owned(),
        Err(error) => refused(&error),
    }
}

#[test]
fn a_slot_opens_as_it_was_or_not_at_all() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let path = bo.keys().join("passphrase-1.a.age");
    let whole = fs::read(&path).unwrap();
    let inside = opened_under(bo.phrase_text(), &whole);
    try_reader("slot", vec![whole], 1000, |file| {
        if asks_for_much(file) {
            return "asks for work".to_owned();
        }
        let answer = unlock(&bo, file);
        assert_ne!(answer, "another key");
        if answer == "opened" {
            assert_eq!(opened_under(bo.phrase_text(), file), inside);
        }
        answer
    });
}

#[test]
fn the_text_inside_a_slot_is_read_or_refused() {
    let bo = Person::bo().in_memory();
    bo.begin().close().unwrap();
    let whole = fs::read(bo.keys().join("passphrase-1.a.age")).unwrap();
    let inside = opened_under(bo.phrase_text(), &whole);
    try_reader("slot-inside", vec![inside], 1000, |inside| {
        unlock(&bo, &sealed_under(bo.phrase_text(), inside))
    });
    unlock(&bo, &whole);
    assert!(bo.open().check().unwrap().is_whole());
}
