//! The file a letter came in. It is read whole, within the size any letter has, and stays as it is; erasing it is asked
//! for apart, and touches only a file that still holds what was read.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::files;
use crate::seal::MOST_SEALED;

/// A file that was carried here.
pub struct CarriedFile {
    path: PathBuf,
    digest: [u8; 32],
}

impl CarriedFile {
    /// Reads it.
    ///
    /// # Errors
    /// [`Error::LetterGone`] when there is no file, or a folder or something that never ends;
    /// [`Error::LetterTooLarge`] before a byte of it is read.
    pub fn read(path: &Path) -> Result<(CarriedFile, Vec<u8>)> {
        let bytes = files::read_chosen(path, MOST_SEALED as u64)
            .map_err(|_| Error::LetterTooLarge)?
            .ok_or(Error::LetterGone)?;
        let carried = CarriedFile {
            path: path.to_owned(),
            digest: Sha256::digest(&bytes).into(),
        };
        Ok((carried, bytes))
    }

    /// Erases it where it lies. On a stick or a solid-state disk traces can remain, and copies elsewhere do.
    ///
    /// # Errors
    /// [`Error::LetterGone`] when it is not there any more or holds something else; those of the disk.
    pub fn erase(&self) -> Result<()> {
        let (now, _) = CarriedFile::read(&self.path)?;
        if now.digest != self.digest {
            return Err(Error::LetterGone);
        }
        files::overwrite_and_remove(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_a_gone_file_and_a_giant_are_told_before_they_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let refused = |path: &Path| CarriedFile::read(path).err().unwrap();
        assert!(matches!(refused(folder.path()), Error::LetterGone));
        assert!(matches!(
            refused(&folder.path().join("none.age")),
            Error::LetterGone
        ));
        let giant = folder.path().join("film.age");
        std::fs::File::create(&giant)
            .unwrap()
            .set_len(2 * 1024 * 1024 * 1024)
            .unwrap();
        assert!(matches!(refused(&giant), Error::LetterTooLarge));
    }

    #[test]
    fn only_the_file_that_was_read_is_erased() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter-1.age");
        std::fs::write(&path, "a letter").unwrap();
        let (carried, bytes) = CarriedFile::read(&path).unwrap();
        assert_eq!(bytes, b"a letter");
        std::fs::write(&path, "another").unwrap();
        assert!(matches!(carried.erase(), Err(Error::LetterGone)));
        std::fs::write(&path, "a letter").unwrap();
        carried.erase().unwrap();
        assert!(!path.exists());
    }
}
