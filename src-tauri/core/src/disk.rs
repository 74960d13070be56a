//! What a disk says, and of which disk it says it: the journal's own, or a place outside that somebody chose. The words
//! for a person differ: what lies on the desk is kept once the journal's disk is well again, and nobody writes a letter's
//! file a second time by themselves.

use std::io::{ErrorKind, Write};

use crate::error::Error;

/// What a disk may say.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Says {
    Gone,
    Shut,
    Full,
    Trouble(ErrorKind),
}

/// Whose disk it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Whose {
    /// The one on which the journal lies.
    Journals,
    /// A place outside the journal that somebody chose: a stick, a folder for a letter.
    Chosen,
}

impl Whose {
    /// The error, said of this disk.
    pub(crate) fn tell(self, error: impl Into<Error>) -> Error {
        match self {
            Whose::Journals => error.into(),
            Whose::Chosen => error.into().outside(),
        }
    }
}

impl Says {
    /// Each of them has a kind for each disk: one that is forgotten here is not compiled.
    fn of(self, whose: Whose) -> Error {
        match (whose, self) {
            (Whose::Journals, Says::Gone) => Error::FolderGone,
            (Whose::Journals, Says::Shut) => Error::ReadOnly,
            (Whose::Journals, Says::Full) => Error::DiskFull,
            (Whose::Journals, Says::Trouble(kind)) => Error::DiskTrouble(kind),
            (Whose::Chosen, Says::Gone) => Error::PlaceGone,
            (Whose::Chosen, Says::Shut) => Error::PlaceShut,
            (Whose::Chosen, Says::Full) => Error::PlaceFull,
            (Whose::Chosen, Says::Trouble(kind)) => Error::PlaceTrouble(kind),
        }
    }

    fn in_error(error: &Error) -> Option<Says> {
        match error {
            Error::FolderGone => Some(Says::Gone),
            Error::ReadOnly => Some(Says::Shut),
            Error::DiskFull => Some(Says::Full),
            Error::DiskTrouble(kind) => Some(Says::Trouble(*kind)),
            _ => None,
        }
    }
}

impl Error {
    /// What came of writing outside the journal, said of that place and not of the journal.
    #[must_use]
    pub fn outside(self) -> Error {
        match Says::in_error(&self) {
            Some(says) => says.of(Whose::Chosen),
            None => self,
        }
    }
}

/// What came of reading a file that somebody brings: its disk is not the journal's, and whatever that says, it is the
/// file that cannot be reached.
pub(crate) fn unreached(_: std::io::Error) -> Error {
    Error::ImportGone
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::*;
        let says = match error.kind() {
            StorageFull | QuotaExceeded => Says::Full,
            ReadOnlyFilesystem | PermissionDenied => Says::Shut,
            NotFound => Says::Gone,
            other => Says::Trouble(other),
        };
        let mark = error.get_ref();
        says.of(
            match mark.is_some_and(|mark| mark.is::<OfTheChosenPlace>()) {
                true => Whose::Chosen,
                false => Whose::Journals,
            },
        )
    }
}

/// A writer into a place outside. While it writes, the journal is read: what it refuses carries a mark, so that the two
/// are told apart wherever the refusal comes up.
pub(crate) struct Outside<W>(pub(crate) W);

impl<W: Write> Write for Outside<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes).map_err(|error| marked(&error))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush().map_err(|error| marked(&error))
    }
}

/// The mark of a refusal that came from outside.
#[derive(Debug, thiserror::Error)]
#[error("the chosen place refused")]
struct OfTheChosenPlace;

fn marked(error: &std::io::Error) -> std::io::Error {
    std::io::Error::new(error.kind(), OfTheChosenPlace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Says; 4] = [
        Says::Gone,
        Says::Shut,
        Says::Full,
        Says::Trouble(ErrorKind::TimedOut),
    ];

    #[test]
    fn whatever_a_disk_says_of_another_place_is_not_said_of_the_journal() {
        for says in ALL {
            let ours = says.of(Whose::Journals);
            assert_eq!(Says::in_error(&ours), Some(says));
            let outside = ours.outside();
            let key = outside.trouble().kind.key();
            assert!(key.starts_with("trouble-place-"), "{key}");
            // Told twice it stays what it is.
            assert_eq!(outside.outside().trouble().kind.key(), key);
        }
        assert!(matches!(Error::Stopped.outside(), Error::Stopped));
    }

    /// A disk that takes nothing.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn what_a_writer_into_another_place_refuses_is_known_wherever_it_comes_up() {
        let kinds = [
            (ErrorKind::NotFound, "trouble-place-gone"),
            (ErrorKind::ReadOnlyFilesystem, "trouble-place-shut"),
            (ErrorKind::StorageFull, "trouble-place-full"),
            (ErrorKind::TimedOut, "trouble-place-trouble"),
        ];
        for (kind, awaited) in kinds {
            let mut file = Outside(Failing(kind));
            let key = |refused: std::io::Error| Error::from(refused).trouble().kind.key();
            assert_eq!(key(file.write_all(b"one").unwrap_err()), awaited);
            assert_eq!(key(file.flush().unwrap_err()), awaited);
            // Through a buffer, and through what writes JSON.
            let mut buffered = std::io::BufWriter::new(&mut file);
            buffered.write_all(b"one").unwrap();
            assert_eq!(key(buffered.flush().unwrap_err()), awaited);
            let json = serde_json::to_writer(&mut Outside(Failing(kind)), "one").unwrap_err();
            assert_eq!(key(json.into()), awaited);
        }
    }
}
