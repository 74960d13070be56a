//! A journal at rest: a folder with a locked database, its key slots and a lock. It has no reading verbs;
//! [`Vault::unlock`] makes it a [`Journal`].

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files::{self, Hold};
use crate::journal::{Journal, Notice, Opened};
use crate::keeping::watch::Watch;
use crate::keeping::{self, backup, siblings};
use crate::passphrase::Passphrase;
use crate::seal::Cost;
use crate::seen::Seen;
use crate::slots::{Copy, Secret, SlotKind, Slots};
use crate::store::{Access, Key, Store, look_at_file};
use crate::{Now, chance};

pub(crate) const DATABASE: &str = "journal.db";
/// SQLite's own file beside it.
pub(crate) const DATABASE_JOURNAL: &str = "journal.db-journal";
pub(crate) const KEYS: &str = "keys";
pub(crate) const LOCK: &str = "lock";
/// How often the journal was tried with another phrase since it was last opened.
const TRIES: &str = "tries";
/// What is written to see whether the database may be.
const PROBE: &str = "journal.may-write";
/// The database while the journal is being made, and SQLite's own file beside it.
const PART: &str = "journal.db.part";
const PART_JOURNAL: &str = "journal.db.part-journal";

/// A journal that is closed. Nothing of it can be read without the passphrase.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    seen: Option<PathBuf>,
}

impl Vault {
    /// The journal in a folder. Looks and changes nothing, but for finishing an exchange of its database that was
    /// decided and cut short; a journal is never made by looking for one.
    ///
    /// # Errors
    /// [`Error::NoJournal`], [`Error::JournalEmpty`] when its file has no bytes at all, or
    /// [`Error::ExchangeUnfinished`].
    pub fn at(folder: &Path) -> Result<Vault> {
        keeping::settle(folder)?;
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

    /// Makes a new journal in a folder that is empty or not there yet. What a system puts into folders by itself is in
    /// nobody's way, and stays.
    ///
    /// The database is made under another name, and gets its own when everything else is on the disk: after a
    /// power cut there is a whole journal or none. Nothing outside the folder is touched, so that it may be the
    /// top of a USB stick, or stand where nothing else may be written.
    ///
    /// # Errors
    /// [`Error::JournalExists`], [`Error::FolderNotEmpty`], [`Error::FileThere`], [`Error::HeldElsewhere`] while
    /// another process makes one there, [`Error::ReadOnly`], [`Error::DiskFull`].
    pub fn create(folder: &Path, passphrase: &Passphrase, cost: Cost, now: Now) -> Result<Vault> {
        keeping::settle(folder)?;
        refuse_a_used_folder(folder)?;
        let is_new = !folder.exists();
        files::make_private_folder(folder)?;
        let hold = Hold::take(&folder.join(LOCK), &who_holds())?;
        // Another process may have made one between the first look and the hold.
        refuse_a_used_folder(folder)?;
        let made = leave_no_part(folder)
            .and_then(|()| keeping::leave_no_parts(folder))
            .and_then(|()| backup::put_by_copies(folder))
            .and_then(|()| make_in(folder, passphrase, cost, now));
        drop(hold);
        if made.is_err() {
            let _ = leave_no_part(folder);
            let _ = files::remove_if_there(&folder.join(LOCK));
            if is_new {
                let _ = files::remove_empty_folder(folder);
            }
        }
        made?;
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
        let open = match slots.open(passphrase) {
            Err(Error::WrongPassphrase) => {
                if hold.is_some() {
                    let _ = self.note_a_try();
                }
                return Err(Error::WrongPassphrase);
            }
            open => open?,
        };
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
        let store = Store::open_with(&database, &secret.key, &secret.journal, access, |store| {
            self.back_up_before_a_new_shape(store, now)
        })?;
        let writable = store.access() == Access::Write;
        if !writable && !store.rows().are_of_the_newest_shape()? {
            return Err(Error::OlderShapeReadOnly);
        }
        if writable {
            // Courtesies: on a full or failing disk the journal opens all the same.
            let _ = slots.let_go_before(open.name);
            let _ = slots.mend(&open);
            let _ = keeping::leave_no_parts(&self.folder);
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
            tries: self.tries(),
            with_words: open.name.kind != SlotKind::Passphrase,
        };
        if writable {
            let _ = files::remove_if_there(&self.folder.join(TRIES));
        }
        Journal::begin(store, hold, self.folder.clone(), seen, opened, now)
    }

    /// A copy of the journal as the older program left it. Without one its shape is not changed.
    fn back_up_before_a_new_shape(&self, store: &Store, now: Now) -> Result<()> {
        let watch = &mut Watch::nobody();
        backup::begin(store, &self.folder, None, now, watch)?.check(watch)?;
        Ok(())
    }

    /// How often it was tried with another phrase since it was last opened.
    fn tries(&self) -> u32 {
        let bytes = files::read_small(&self.folder.join(TRIES), 64);
        let text = bytes
            .ok()
            .flatten()
            .and_then(|bytes| String::from_utf8(bytes).ok());
        text.and_then(|text| text.trim().parse().ok()).unwrap_or(0)
    }

    fn note_a_try(&self) -> Result<()> {
        let tries = self.tries().saturating_add(1);
        files::write_whole(&self.folder.join(TRIES), format!("{tries}\n").as_bytes())
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where its newest state is kept in mind.
    pub(crate) fn seen(&self) -> Option<&Path> {
        self.seen.as_deref()
    }

    /// The folder of the key slots.
    pub(crate) fn keys_of(folder: &Path) -> PathBuf {
        folder.join(KEYS)
    }
}

fn make_in(folder: &Path, passphrase: &Passphrase, cost: Cost, now: Now) -> Result<()> {
    let part = folder.join(PART);
    let (key, journal) = (Key::fresh(), chance::bytes());
    Store::create(&part, &key, &journal, now)?.close()?;
    let secret = Secret {
        key,
        journal,
        salt: look_at_file(&part)?,
    };
    let keys = folder.join(KEYS);
    files::make_private_folder(&keys)?;
    Slots::of(&keys)?.add(SlotKind::Passphrase, &secret, passphrase, cost)?;
    files::sync_folder(folder)?;
    files::rename_whole(&part, &folder.join(DATABASE))?;
    files::sync_folder(folder.parent().unwrap_or(folder))?;
    Ok(())
}

/// Removes what is left of a journal that was never finished: nobody was told that anything in it is kept.
/// The unfinished database goes last, because it is what tells that the keys beside it open nothing else.
fn leave_no_part(folder: &Path) -> Result<()> {
    let part = folder.join(PART);
    if part.exists() {
        let keys = folder.join(KEYS);
        if keys.is_dir() {
            Slots::remove_all(&keys)?;
            files::remove_empty_folder(&keys)?;
        }
        files::remove_if_there(&folder.join(PART_JOURNAL))?;
        files::remove_if_there(&part)?;
    }
    Ok(())
}

/// Whether a name in a journal's folder is that of a file or folder of the journal itself.
pub(crate) fn is_ours(name: &str) -> bool {
    let whole = name.strip_suffix(".part").unwrap_or(name);
    [
        DATABASE,
        DATABASE_JOURNAL,
        KEYS,
        LOCK,
        TRIES,
        PART,
        PART_JOURNAL,
        PROBE,
    ]
    .contains(&name)
        || whole == TRIES
}

fn refuse_a_used_folder(folder: &Path) -> Result<()> {
    if folder.join(DATABASE).exists() {
        return Err(Error::JournalExists);
    }
    let unfinished = folder.join(PART).exists();
    match fs::read_dir(folder) {
        Ok(files) => {
            for file in files {
                let name = file?.file_name();
                if files::is_of_the_system(&name) {
                    continue;
                }
                let name = name.to_str().unwrap_or_default();
                // What is left of an earlier journal stays beside the new one; what is left of a copy that did not come
                // back goes.
                let earlier = backup::is_folder_of_copies(name)
                    || keeping::is_put_by(name)
                    || name == siblings::LAID_ASIDE
                    || name == KEYS && holds_no_key(folder);
                if !(name == LOCK
                    || earlier
                    || keeping::is_left_over(folder, name)
                    || unfinished && [PART, PART_JOURNAL, KEYS].contains(&name))
                {
                    return Err(Error::FolderNotEmpty);
                }
            }
            Ok(())
        }
        // A file is there. Systems differ in what they call that.
        Err(_) if folder.is_file() => Err(Error::FileThere),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => Err(Error::FileThere),
        Err(error) => Err(error.into()),
    }
}

/// A folder of keys whose journal was erased stays where a system put something into it.
fn holds_no_key(folder: &Path) -> bool {
    files::is_as_good_as_empty(&folder.join(KEYS)).unwrap_or(false)
}

/// Process and machine, for the sentence that a second process is told.
pub(crate) fn who_holds() -> String {
    let host = fs::read_to_string("/proc/sys/kernel/hostname")
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .unwrap_or_default();
    format!("{} {}", std::process::id(), host.trim())
        .trim_end()
        .to_owned()
}
