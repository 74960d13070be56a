//! The way back from a copy: a backup, or any copy of a journal's folder, becomes the journal. It is read with its
//! passphrase (or twelve words), never written to, and what comes out holds, row by row, what it holds.

use std::path::{Path, PathBuf};

use crate::check::{CheckReport, look_through};
use crate::disk::Whose;
use crate::error::{Error, Result};
use crate::files::{self, Hold};
use crate::keeping::backup::is_whole;
use crate::keeping::erase;
use crate::keeping::exchange::{self, Coming, Exchange};
use crate::keeping::watch::Watch;
use crate::passphrase::Passphrase;
use crate::seen::Seen;
use crate::slots::Slots;
use crate::store::{Access, Store, look_at_file};
use crate::vault::{DATABASE, KEYS, LOCK, Vault, who_holds};

/// What may be in the folder that a backup is brought back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InPlace {
    /// Nothing: none yet, or a folder that is empty but for what a system put there by itself.
    Nothing,
    /// A journal, which is put by in a folder of its own and can still be opened.
    PutBy,
}

impl Vault {
    /// Brings a copy back: `from` is a folder with a `journal.db` and its `keys`, `to` is where the journal will
    /// lie. With `seen`, what was last seen of the journal is what was brought back.
    ///
    /// # Errors
    /// [`Error::NoBackup`], [`Error::WrongPassphrase`], [`Error::SlotDamaged`], [`Error::BackupDamaged`],
    /// [`Error::JournalNewer`], [`Error::JournalExists`], [`Error::FileThere`] and [`Error::FolderNotEmpty`] where nothing may be in
    /// place, [`Error::HeldElsewhere`], [`Error::Stopped`]. Whatever is in place stays as it is then; only where the disk fails
    /// altogether once it was decided, the next look at the folder finishes it.
    pub fn restore(
        from: &Path,
        to: &Path,
        passphrase: &Passphrase,
        in_place: InPlace,
        seen: Option<&Path>,
        watch: &mut Watch<'_>,
    ) -> Result<Vault> {
        let from = folder_of(from);
        let salt = look_at_file(&from.join(DATABASE)).map_err(no_backup)?;
        if in_place == InPlace::Nothing {
            refuse_what_is_there(to)?;
        }
        let slots = Slots::of(&from.join(KEYS))?;
        let secret = slots.open(passphrase)?.secret;
        if secret.salt != salt {
            return Err(Error::BackupDamaged);
        }
        let is_new = !to.exists();
        files::make_private_folder(to)?;
        let hold = Hold::take(&to.join(LOCK), &who_holds())?;
        let brought: Result<()> = (|| {
            erase::finish(to)?;
            let backup = Store::open(
                &from.join(DATABASE),
                &secret.key,
                &secret.journal,
                Access::ReadOnly,
            )
            .map_err(no_backup)?;
            let coming = Coming::begin(to, Exchange::Restored)?;
            let of = (&secret.key, &secret.journal, &secret.salt);
            let holds = backup.rows().holds(watch).map_err(no_backup)?;
            let to = (&*coming.database(), Whose::Journals);
            backup
                .copy_to(to, &secret.key, &salt, watch)
                .map_err(no_backup)?;
            slots.copy_whole_ones_to(&coming.keys(), Whose::Journals)?;
            is_whole(&coming.database(), &coming.keys(), of, &holds, watch)?;
            let link = backup.rows().newest_link()?;
            backup.close()?;
            coming.decide()?;
            if let (Some(seen), Some(link)) = (seen, link) {
                // The person chose this one: it is the one to be remembered.
                let _ = Seen::of(seen, &secret.journal).note(&link);
            }
            Ok(())
        })();
        drop(hold);
        if brought.is_err() && is_new {
            let _ = files::remove_if_there(&to.join(LOCK));
            let _ = files::remove_empty_folder(to);
        }
        brought?;
        Vault::at(to)
    }
}

impl Vault {
    /// Looks through a copy without bringing it back, and without writing anything there.
    ///
    /// # Errors
    /// [`Error::NoBackup`], [`Error::WrongPassphrase`], [`Error::SlotDamaged`], [`Error::BackupDamaged`] when it
    /// cannot even be opened, [`Error::JournalNewer`].
    pub fn check_copy(
        copy: &Path,
        passphrase: &Passphrase,
        watch: &mut Watch<'_>,
    ) -> Result<CheckReport> {
        let copy = folder_of(copy);
        let database = copy.join(DATABASE);
        let salt = look_at_file(&database).map_err(no_backup)?;
        let secret = Slots::of(&copy.join(KEYS))?.open(passphrase)?.secret;
        if secret.salt != salt {
            return Err(Error::BackupDamaged);
        }
        let store = Store::open(&database, &secret.key, &secret.journal, Access::ReadOnly);
        look_through(&store.map_err(no_backup)?, &copy.join(KEYS), watch)
    }
}

/// The file itself may be named, too.
fn folder_of(from: &Path) -> PathBuf {
    match (from.is_file(), from.parent()) {
        (true, Some(folder)) => folder.to_owned(),
        _ => from.to_owned(),
    }
}

fn no_backup(error: Error) -> Error {
    match error {
        Error::NoJournal | Error::FolderGone => Error::NoBackup,
        Error::JournalDamaged | Error::JournalEmpty => Error::BackupDamaged,
        other => other,
    }
}

fn refuse_what_is_there(to: &Path) -> Result<()> {
    if to.join(DATABASE).exists() {
        return Err(Error::JournalExists);
    }
    if to.is_file() {
        return Err(Error::FileThere);
    }
    for file in std::fs::read_dir(to).into_iter().flatten() {
        let name = file?.file_name();
        if files::is_of_the_system(&name) {
            continue;
        }
        let name = name.to_str().unwrap_or_default();
        if name != LOCK && !exchange::is_left_over(to, name) {
            return Err(Error::FolderNotEmpty);
        }
    }
    Ok(())
}
