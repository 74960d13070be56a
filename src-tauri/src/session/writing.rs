//! What is written beside the open book, or without one, and what the end of the program has to do with it.

use std::path::Path;
use std::time::Duration;

use awai::Watch;

use super::{Answer, Session};
use crate::unfinished::{Waited, Writer};

impl Session {
    /// Something begins to write files beside the open book, or without one: a program that is asked to end meanwhile
    /// ends after it, or after a while.
    ///
    /// # Errors
    /// `stopped` once the program ends.
    pub fn writes(&self) -> Answer<Writer<'_>> {
        self.unfinished.begin(Waited::AWhile)
    }

    /// The same for what was decided: the program ends after it, however long it takes.
    ///
    /// # Errors
    /// As [`Session::writes`].
    pub fn decides(&self) -> Answer<Writer<'_>> {
        self.unfinished.begin(Waited::ToItsEnd)
    }

    /// Whether anything writes files that the end of the program waits for.
    pub fn is_writing(&self) -> bool {
        self.unfinished.is_any()
    }

    /// The program ends: nothing that writes begins any more, what takes a while stops and takes back what it made, and
    /// it is waited for.
    pub fn finish(&self, patience: Duration) {
        let _copy = self.copying.ending();
        let _letters = self.letters.ending();
        let _file = self.saving.ending();
        let _back = self.bringing.ending();
        self.unfinished.end(patience);
    }

    /// Writes what leaves as a file to where the person wants it. It may hold many pictures, and the stick may be slow:
    /// it is watched, and ends when it is told to.
    pub fn write_out(&self, path: &Path, bytes: &[u8]) -> Answer<()> {
        let _writes = self.writes()?;
        let begun = self.saving.begin();
        let mut ask = |at| begun.tell(at);
        Ok(awai::write_elsewhere_watched(
            path,
            bytes,
            &mut Watch::new(&mut ask),
        )?)
    }
}
