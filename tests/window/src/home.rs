//! Where a story keeps its journal: a home folder of its own, what was settled in it before, and what the next dialog
//! of the system answers.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use awai::{Journal, Now, Passphrase, Vault};
use serde_json::json;

use crate::{PHRASE, Told};

/// Instead of a theme: by day, and what is looked at is then looked at in the other lights too.
pub const EVERY_LIGHT: &str = "every_light";

/// Instead of a theme: by day, in a window as narrow as it becomes, with text of double size.
pub const NARROW: &str = "narrow";

/// The usual size of a window, and that of a narrow one.
pub(crate) const USUAL: (u32, u32) = (1180, 820);
pub(crate) const SLIM: (u32, u32) = (340, 600);

/// A home folder that goes away: the journal, the settings and everything the window may write.
pub struct Home {
    folder: tempfile::TempDir,
    size: Cell<(u32, u32)>,
}

impl Home {
    /// An empty one.
    ///
    /// # Errors
    /// When no folder can be made.
    pub fn empty() -> Told<Home> {
        let folder = tempfile::tempdir()?;
        std::fs::create_dir(folder.path().join("tmp"))?;
        std::fs::create_dir(folder.path().join("choices"))?;
        let size = Cell::new(USUAL);
        Ok(Home { folder, size })
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Settles language and appearance before the window opens, as an earlier visit would have; or [`NARROW`], or
    /// [`EVERY_LIGHT`].
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn settle(&self, language: &str, appearance: &str) -> Told {
        let folder = self.path().join("settings");
        std::fs::create_dir_all(&folder)?;
        let settings = match appearance {
            NARROW => {
                self.size.set(SLIM);
                json!({ "language": language, "appearance": "light", "text_size": 38 })
            }
            EVERY_LIGHT => json!({ "language": language, "appearance": "light" }),
            theme => json!({ "language": language, "appearance": theme }),
        };
        std::fs::write(folder.join("settings.json"), settings.to_string())?;
        Ok(())
    }

    /// Answers the next dialog of the system with a file, or with a folder to write into. A dialog with no answer is
    /// left with nothing chosen.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn answer_dialog(&self, path: &Path) -> Told {
        let next = self.path().join("choices").join("next");
        Ok(std::fs::write(next, path.as_os_str().as_encoded_bytes())?)
    }

    /// How large a window opened in it is.
    pub(crate) fn size(&self) -> (u32, u32) {
        self.size.get()
    }

    /// Where the journal lies, or will.
    pub fn journal(&self) -> PathBuf {
        self.path().join("journal")
    }

    /// The book of a story, opened without the window.
    ///
    /// # Errors
    /// When there is none, when it is open elsewhere, or when its passphrase is not [`PHRASE`].
    pub fn book(&self, now: Now) -> Told<Journal> {
        Ok(Vault::at(&self.journal())?.unlock(&Passphrase::new(PHRASE)?, now)?)
    }

    /// What is kept of the words on the sheet: the draft of a new page.
    ///
    /// # Errors
    /// When the book cannot be opened, or no such draft is in it.
    pub fn draft(&self) -> Told<String> {
        let book = self.book(at("2026-11-01T23:00:00+09:00")?)?;
        let draft = book.draft(None)?.ok_or("no draft is kept")?;
        Ok(draft.writing.body)
    }
}

/// A moment of a story, as in `2026-11-01T23:00:00+09:00`.
///
/// # Errors
/// When it is no moment.
pub fn at(moment: &str) -> Told<Now> {
    Ok(chrono::DateTime::parse_from_rfc3339(moment)?)
}

/// The one file in a folder.
///
/// # Errors
/// When there is none, or more than one.
pub fn the_file_in(folder: &Path) -> Told<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|file| Ok(file?.path()))
        .collect::<Told<_>>()?;
    match (files.pop(), files.is_empty()) {
        (Some(file), true) => Ok(file),
        _ => Err("there is not one file".into()),
    }
}

/// Who holds a journal, by the note in it; empty when nobody does.
///
/// # Errors
/// When there is no note.
pub fn holder(journal: &Path) -> std::io::Result<String> {
    let noted = std::fs::read_to_string(journal.join("lock"))?;
    Ok(noted.trim().to_owned())
}
