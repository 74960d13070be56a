//! What the page was shown and may still ask for: a file that came in, a letter ready to be sealed, a sealed file that
//! waits for its place on the disk, a copy that is looked at beside the book, and what was chosen to be brought into the
//! book. It lives beside the open journal, and is let go of when the book closes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use awai::{Arrived, CarriedFile, Error, Import, QuestionSetFile, Result, Sealing};

/// All that is held.
#[derive(Default)]
pub struct Held {
    /// What came in last, looked at and not kept.
    pub arrived: Option<Arrived>,
    /// The file that it came in.
    pub carried: Option<CarriedFile>,
    /// The letter that was shown last, for each reader: what is sealed is what was shown.
    pub sealings: Vec<Sealing>,
    /// Where the copy lies that is looked at beside the book.
    pub sibling: Option<PathBuf>,
    /// An export that was counted and may be brought over.
    pub import: Option<Import>,
    /// A set of questions that was looked at and may be taken in.
    pub question_set: Option<QuestionSetFile>,
    /// Where something lies that was taken out and may be brought in.
    pub taken_out: Option<PathBuf>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Held {
    /// Holds a sealed file under a name of its own, so that it can be saved, and saved once more.
    pub fn hold_file(&mut self, name: String, bytes: Vec<u8>) {
        self.files.insert(name, bytes);
    }

    /// The bytes of a sealed file.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not held.
    pub fn file(&self, name: &str) -> Result<&[u8]> {
        let bytes = self.files.get(name).ok_or(Error::NotFound)?;
        Ok(bytes)
    }
}
