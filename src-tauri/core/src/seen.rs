//! What was last seen of a journal, kept outside of it: the newest link of its chain.
//!
//! A link is a digest that only the journal can explain; the file tells neither how much was written nor when.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::files;
use crate::id::{hex, unhex};
use crate::store::Link;

/// Where the last seen link of one journal is kept.
pub(crate) struct Seen {
    path: PathBuf,
}

impl Seen {
    pub(crate) fn of(folder: &Path, journal: &[u8; 16]) -> Seen {
        let mut hash = Sha256::new();
        hash.update(b"awai seen 1\n");
        hash.update(journal);
        let name: String = hex(&hash.finalize()).chars().take(32).collect();
        Seen {
            path: folder.join(name),
        }
    }

    /// The link last seen; nothing when none was, or when the note cannot be read.
    pub(crate) fn link(&self) -> Option<Link> {
        let bytes = files::read_small(&self.path, 1024).ok()??;
        unhex(std::str::from_utf8(&bytes).ok()?.trim())
    }

    /// Removes the note, and the folder of notes when it was the last.
    pub(crate) fn forget(&self) -> Result<()> {
        files::remove_if_there(&self.path)?;
        if let Some(folder) = self.path.parent() {
            let _ = files::remove_empty_folder(folder);
        }
        Ok(())
    }

    pub(crate) fn note(&self, link: &Link) -> Result<()> {
        if self.link().as_ref() == Some(link) {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            files::make_private_folder(folder)?;
        }
        files::write_whole(&self.path, format!("{}\n", hex(link)).as_bytes())
    }
}
