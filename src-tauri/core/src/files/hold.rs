//! The one writer of a journal: the operating system's hold on the file `lock`, which it lets go of when the process
//! ends, however it ends. The file's text (process and host, then blanks) serves a sentence, and tells whether somebody
//! else had it.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::{held, read_small, to_disk};
use crate::error::{Error, Result};

/// More than it ever says.
const MOST: u64 = 1024;

/// The hold, for as long as it is kept.
pub struct Hold {
    /// Nothing while it is being taken again.
    file: Option<File>,
    path: PathBuf,
    holder: String,
    /// What the file said before it was to say who holds it.
    before: Vec<u8>,
    /// Whether it is known to say that on the disk. On one that is full, or is served from elsewhere, it may say what it
    /// said before.
    told: Cell<bool>,
}

impl Hold {
    /// Takes the hold.
    ///
    /// # Errors
    /// [`Error::HeldElsewhere`] when another process has it; [`Error::ReadOnly`] where nothing may be written.
    pub fn take(path: &Path, holder: &str) -> Result<Hold> {
        let mut hold = Hold {
            file: None,
            path: path.to_owned(),
            holder: holder.to_owned(),
            before: Vec::new(),
            told: Cell::new(false),
        };
        hold.get()?;
        Ok(hold)
    }

    /// Takes it again where the disk was away meanwhile, so that what was open there holds nothing any longer.
    ///
    /// # Errors
    /// [`Error::FolderGone`] when the disk is not there; [`Error::ChangedElsewhere`] when somebody else had it in the
    /// meantime: the file says neither what it was given here nor, where that may not have reached it, what it said
    /// before.
    pub fn take_again(&mut self) -> Result<()> {
        let says = read_small(&self.path, MOST)?.ok_or(Error::FolderGone)?;
        let says_as_before = !self.told.get() && says == self.before;
        if !self.is_ours(&says) && !says_as_before {
            return Err(Error::ChangedElsewhere);
        }
        // Closed first: to the system it may well be the same file.
        self.file = None;
        self.get()?;
        self.sync();
        Ok(())
    }

    /// Its text is on the disk from now on, where that can be, and tells after a stick was pulled out that nobody else
    /// had it meanwhile. Opening does not wait for that.
    pub fn sync(&self) {
        if let Some(file) = &self.file
            && !self.told.get()
        {
            // Said once more: a full disk may have room by now, and what one sync could not write the next may leave out.
            let told = say(file, &self.holder).and_then(|()| to_disk(file));
            self.told.set(told.is_ok());
        }
    }

    fn get(&mut self) -> Result<()> {
        let Some(file) = held(&self.path)? else {
            let holder = fs::read_to_string(&self.path)
                .ok()
                .map(|text| text.trim().chars().take(200).collect());
            return Err(Error::HeldElsewhere { holder });
        };
        let mut says = Vec::new();
        let _ = (&file).take(MOST).read_to_end(&mut says);
        // Our own text that nobody knows to be on the disk may still turn out not to be.
        if self.told.replace(false) || !self.is_ours(&says) {
            self.before = says;
        }
        // The name is a courtesy: a full disk must not keep anyone from opening their journal.
        let _ = say(&file, &self.holder);
        self.file = Some(file);
        Ok(())
    }

    fn is_ours(&self, says: &[u8]) -> bool {
        says.trim_ascii() == self.holder.as_bytes()
    }
}

/// Writes a text over the one before, with blanks up to its end. A file that grew shorter would give its place on the
/// disk away, and on a full one get none for the next text.
fn say(mut file: &File, text: &str) -> std::io::Result<()> {
    let long = file.metadata()?.len();
    if long > MOST {
        file.set_len(MOST)?;
    }
    let long = usize::try_from(long.min(MOST)).unwrap_or_default();
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(long.max(bytes.len()), b' ');
    file.rewind()?;
    file.write_all(&bytes)
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = say(file, "");
            let _ = file.unlock();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::is_held;
    use super::*;

    #[test]
    fn a_second_hold_is_told_who_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let told = || match Hold::take(&path, "9 on desk") {
            Err(Error::HeldElsewhere { holder }) => holder.unwrap(),
            _ => panic!("the second hold was not refused"),
        };
        let first = Hold::take(&path, "1234 on desk").unwrap();
        assert_eq!(told(), "1234 on desk");
        assert!(is_held(&path));
        drop(first);
        assert!(!is_held(&path) && !is_held(&folder.path().join("none")));
        let _second = Hold::take(&path, "8 on desk").unwrap();
        assert_eq!(told(), "8 on desk");
    }

    #[test]
    fn the_file_keeps_its_place_on_the_disk_and_says_nothing_when_nobody_holds_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let says = || fs::read(&path).unwrap();
        drop(Hold::take(&path, "1234 on desk").unwrap());
        assert_eq!(says(), b"            ");
        let mut hold = Hold::take(&path, "8 on desk").unwrap();
        assert_eq!(says(), b"8 on desk   ");
        hold.take_again().unwrap();
        assert_eq!(says(), b"8 on desk   ");
        drop(hold);
        assert_eq!(says(), b"            ");
        // What somebody put there is not carried along for ever.
        fs::write(&path, [b'x'; 5000]).unwrap();
        drop(Hold::take(&path, "8 on desk").unwrap());
        assert_eq!(says(), [b' '; 1024]);
    }

    /// Windows lets nobody else write into the file while it is held.
    #[cfg(unix)]
    #[test]
    fn a_text_that_did_not_get_there_is_no_sign_of_anybody_and_gets_there_once_it_can() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let leave = |says: &str| fs::write(&path, says).unwrap();
        let is_refused = |hold: &mut Hold| match hold.take_again() {
            Err(Error::ChangedElsewhere) => true,
            Err(other) => panic!("{other:?}"),
            Ok(()) => false,
        };
        let mut hold = Hold::take(&path, "7 on desk").unwrap();
        // Somebody else had it, and has it no longer.
        leave("8 on desk");
        assert!(is_refused(&mut hold));
        leave("         ");
        assert!(is_refused(&mut hold));
        // As a full disk leaves a file that was empty.
        leave("");
        assert!(!is_refused(&mut hold));
        assert_eq!(fs::read(&path).unwrap(), b"7 on desk");
        // Now it is known to have got there, and nothing else is taken for it.
        for says in ["", "8 on desk", "         "] {
            leave(says);
            assert!(is_refused(&mut hold), "{says:?}");
        }
        leave("7 on desk");
        assert!(!is_refused(&mut hold));
    }
}
