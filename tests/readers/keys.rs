//! Key slots: the sealed file, and the text inside one.

use std::fs;

use age::secrecy::SecretString;
use sha2::{Digest, Sha256};

use super::{Answer, Reader, refused};
use crate::Person;
use crate::stranger::{opened_under, sealed_for};

/// Whether an age file asks for more work than a test has time for. That more than 2^20 is refused at once is
/// tested where age is.
pub(super) fn asks_for_much(file: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&file[..file.len().min(4096)]);
    let asked = head
        .lines()
        .find_map(|line| line.strip_prefix("-> scrypt ")?.split(' ').nth(1));
    asked.is_some_and(|work| work.parse::<u32>().is_ok_and(|work| work > 12))
}

/// Sealed under words, as any age program would, with as little work as may be.
pub(super) fn sealed_under(words: &str, inside: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(words.to_owned()));
    recipient.set_work_factor(1);
    sealed_for(&recipient, inside)
}

/// Bo's journal, its slot, and the text inside it.
struct Locked {
    bo: Person,
    slot: Vec<u8>,
    inside: Vec<u8>,
}

impl Locked {
    fn new() -> Locked {
        let bo = Person::bo().in_memory();
        bo.begin().close().unwrap();
        let slot = fs::read(bo.keys().join("passphrase-1.a.age")).unwrap();
        let inside = opened_under(bo.phrase_text(), &slot);
        Locked { bo, slot, inside }
    }

    /// Puts a slot in place, both copies with checksums that fit, and opens the journal.
    fn unlock(&self, slot: &[u8]) -> Answer {
        let sum: String = Sha256::digest(slot)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        for copy in ["a", "b"] {
            let name = format!("passphrase-1.{copy}");
            fs::write(self.bo.keys().join(format!("{name}.age")), slot).unwrap();
            let line = format!("{sum}  {name}.age\n");
            fs::write(self.bo.keys().join(format!("{name}.sha256")), line).unwrap();
        }
        let vault = self.bo.vault().unwrap();
        match vault.unlock(&self.bo.phrase(), self.bo.now()) {
            Ok(_) => "opened".to_owned(),
            // A key that fits no longer, or one of another journal, is told as damage.
            Err(awai::Error::JournalDamaged) => "another key".to_owned(),
            Err(error) => refused(&error),
        }
    }

    fn hold(&self) {
        self.unlock(&self.slot);
        assert!(self.bo.open().check().unwrap().is_whole());
    }
}

/// A slot opens as it was or not at all.
pub(super) struct Slot(Locked);

impl Slot {
    pub fn new() -> Slot {
        Slot(Locked::new())
    }
}

impl Reader for Slot {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.0.slot.clone()]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        if asks_for_much(file) {
            return "asks for work".to_owned();
        }
        let answer = self.0.unlock(file);
        assert_ne!(answer, "another key");
        if answer == "opened" {
            assert_eq!(opened_under(self.0.bo.phrase_text(), file), self.0.inside);
        }
        answer
    }

    fn hold(&mut self) -> usize {
        self.0.hold();
        0
    }
}

/// The text inside a slot, sealed as it should be.
pub(super) struct InsideSlot(Locked);

impl InsideSlot {
    pub fn new() -> InsideSlot {
        InsideSlot(Locked::new())
    }
}

impl Reader for InsideSlot {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.0.inside.clone()]
    }

    fn read(&mut self, inside: &[u8]) -> Answer {
        let slot = sealed_under(self.0.bo.phrase_text(), inside);
        self.0.unlock(&slot)
    }

    fn hold(&mut self) -> usize {
        self.0.hold();
        0
    }
}
