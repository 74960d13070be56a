//! Everything Awai reads that may come from somebody else: letters and the files around them, invitations, replies,
//! cards, envelopes, sets of questions, exports, whole journals, key slots, words that are typed. A reader may refuse
//! and may never fall, hang, speak of a fault of ours, or hurt the journal.
//!
//! The ordinary test `hostile` tries each on some hundreds of files that were tampered with; `cargo xtask soak
//! hostile-READER` on as many as one has time for, led by the ways they take through our own code.

mod books;
mod companions;
mod keys;
mod letters;
pub mod tampering;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use awai::{Error, Journal, Result};

use crate::Person;

/// How a reader answered, in a few words that tell its ways apart.
pub type Answer = String;

/// A door that files of somebody else come in by.
pub trait Reader {
    /// What it reads as long as nobody tampers with it.
    fn seeds(&self) -> Vec<Vec<u8>>;

    /// Reads one file, or refuses it.
    ///
    /// # Panics
    /// When the reader falls: that is what is looked for.
    fn read(&mut self, file: &[u8]) -> Answer;

    /// What must hold after many files; what grew with them begins anew. Tells how many of them were read, where that is
    /// counted.
    ///
    /// # Panics
    /// When it does not hold.
    fn hold(&mut self) -> usize;
}

/// So many files may come between two looks at what must hold: a journal that took some of each in stays small.
pub const UNTIL_HELD: usize = 10_000;

/// Makes a reader, with the people it takes.
type Make = fn() -> Box<dyn Reader>;

/// Every reader, by its name.
pub const READERS: [(&str, Make); 14] = [
    ("letter", || Box::new(letters::Inside::new())),
    ("letter-file", || Box::new(letters::Around::new())),
    ("invitation", || Box::new(companions::Invited::new())),
    ("reply", || Box::new(companions::Replied::new())),
    ("card", || Box::new(companions::Carded::new())),
    ("envelope", || Box::new(companions::Enveloped::new())),
    ("set", || Box::new(books::Sets::new())),
    ("import", || Box::new(books::Exports::new())),
    ("taken-out", || Box::new(books::TakenOut::new())),
    (
        "taken-out-closed",
        || Box::new(books::TakenOutClosed::new()),
    ),
    ("slot", || Box::new(keys::Slot::new())),
    ("slot-inside", || Box::new(keys::InsideSlot::new())),
    ("typed-words", || Box::new(words::Typed)),
    ("text", || Box::new(words::Text::new())),
];

/// The reader of this name.
///
/// # Panics
/// When there is none.
pub fn reader(name: &str) -> Box<dyn Reader> {
    let found = READERS.iter().find(|(called, _)| *called == name);
    let (_, make) = found.unwrap_or_else(|| panic!("there is no reader {name}"));
    make()
}

/// Where what once made a reader fall is kept, and what it begins with beside its seeds.
pub fn kept(reader: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/hostile/{reader}"))
}

/// The files that are kept for a reader.
///
/// # Panics
/// When one cannot be read.
pub fn kept_files(reader: &str) -> Vec<Vec<u8>> {
    let files = fs::read_dir(kept(reader)).into_iter().flatten();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}

/// Bo, into whose journal it comes.
struct Bo {
    person: Person,
    journal: Journal,
}

impl Bo {
    fn new() -> Bo {
        let person = Person::bo().in_memory();
        let journal = person.begin();
        Bo { person, journal }
    }

    /// His journal is whole; he begins another.
    fn anew(&mut self) {
        assert!(self.journal.check().unwrap().is_whole());
        *self = Bo::new();
    }
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
