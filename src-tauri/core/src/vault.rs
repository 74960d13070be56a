//! A journal at rest: a folder with a locked database, its key slots and a lock. It has no reading verbs;
//! [`Vault::unlock`] makes it a [`Journal`].

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files::{self, Hold};
use crate::journal::{Journal, Notice, Opened};
use crate::passphrase::Passphrase;
use crate::seal::Cost;
use crate::seen::Seen;
use crate::slots::{Copy, Secret, Slots};
use crate::store::{Access, Key, Store, look_at_file};
use crate::{Now, chance};

const DATABASE: &str = "journal.db";
const KEYS: &str = "keys";
const LOCK: &str = "lock";

/// A journal that is closed. Nothing of it can be read without the passphrase.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    seen: Option<PathBuf>,
}

impl Vault {
    /// The journal in a folder. Looks and changes nothing; a journal is never made by looking for one.
    ///
    /// # Errors
    /// [`Error::NoJournal`], or [`Error::JournalEmpty`] when its file has no bytes at all.
    pub fn at(folder: &Path) -> Result<Vault> {
        look_at_file(&folder.join(DATABASE))?;
        Ok(Vault {
            folder: folder.to_owned(),
            seen: None,
        })
    }

    /// Keeps the newest state of the journal in mind in a folder outside of it, so that an older file put in
    /// its place is noticed. What is written there tells nothing: 32 bytes that only the journal can explain.
    #[must_use]
    pub fn remembering(self, seen: &Path) -> Vault {
        Vault {
            seen: Some(seen.to_owned()),
            ..self
        }
    }

    /// Makes a new journal in a folder that is empty or not there yet, and opens it.
    ///
    /// It is made beside and renamed: after a power cut there is a whole journal or none.
    ///
    /// # Errors
    /// [`Error::JournalExists`], [`Error::FolderNotEmpty`], [`Error::ReadOnly`], [`Error::DiskFull`].
    pub fn create(folder: &Path, passphrase: &Passphrase, cost: Cost, now: Now) -> Result<Vault> {
        refuse_a_used_folder(folder)?;
        files::make_whole_folder(folder, |part| make_in(part, passphrase, cost, now))?;
        Vault::at(folder)
    }

    /// Opens the journal.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::SlotDamaged`], [`Error::JournalDamaged`], [`Error::JournalNewer`],
    /// [`Error::HeldElsewhere`], and what the disk may say.
    pub fn unlock(&self, passphrase: &Passphrase, now: Now) -> Result<Journal> {
        let database = self.folder.join(DATABASE);
        let salt = look_at_file(&database)?;
        let hold = match Hold::take(&self.folder.join(LOCK), &who_holds()) {
            Ok(hold) => Some(hold),
            // Where nothing can be written, a journal can still be read.
            Err(Error::ReadOnly | Error::DiskFull) => None,
            Err(error) => return Err(error),
        };
        let slots = Slots::of(&self.folder.join(KEYS))?;
        let open = slots.open(passphrase)?;
        let secret = &open.secret;
        if secret.salt != salt {
            return Err(Error::JournalDamaged);
        }
        let writable = hold.is_some() && files::may_write(&database);
        let access = if writable {
            Access::Write
        } else {
            Access::ReadOnly
        };
        let store = Store::open(&database, &secret.key, &secret.journal, access)?;
        if writable {
            // Courtesies: on a full or failing disk the journal opens all the same.
            let _ = slots.let_go_before(open.number);
            let _ = slots.mend(&open);
        }
        let notice = (open.copy == Copy::Second).then_some(Notice::SecondCopyOpened);
        let seen = self
            .seen
            .as_ref()
            .map(|folder| Seen::of(folder, &secret.journal));
        let opened = Opened {
            notice,
            older: false,
            read_only: !writable,
        };
        Journal::begin(store, hold, self.folder.clone(), seen, opened, now)
    }

    /// The folder of the key slots.
    pub(crate) fn keys_of(folder: &Path) -> PathBuf {
        folder.join(KEYS)
    }
}

fn make_in(folder: &Path, passphrase: &Passphrase, cost: Cost, now: Now) -> Result<()> {
    files::make_private_folder(folder)?;
    let keys = folder.join(KEYS);
    files::make_private_folder(&keys)?;
    let database = folder.join(DATABASE);
    let (key, journal) = (Key::fresh(), chance::bytes());
    Store::create(&database, &key, &journal, now)?.close()?;
    let secret = Secret {
        key,
        journal,
        salt: look_at_file(&database)?,
    };
    Slots::of(&keys)?.add(&secret, passphrase, cost)?;
    files::sync_folder(folder)?;
    Ok(())
}

fn refuse_a_used_folder(folder: &Path) -> Result<()> {
    if folder.join(DATABASE).exists() {
        return Err(Error::JournalExists);
    }
    match fs::read_dir(folder) {
        Ok(mut files) => {
            if files.next().is_some() {
                return Err(Error::FolderNotEmpty);
            }
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(Error::FolderNotEmpty),
        Err(error) => Err(error.into()),
    }
}

/// Process and machine, for the sentence that a second process is told.
fn who_holds() -> String {
    let host = fs::read_to_string("/proc/sys/kernel/hostname")
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .unwrap_or_default();
    format!("{} {}", std::process::id(), host.trim())
        .trim_end()
        .to_owned()
}
