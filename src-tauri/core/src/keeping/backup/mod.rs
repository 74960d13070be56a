//! Backups: whole, encrypted copies of a journal that were looked through before anybody relies on them.
//!
//! A copy is a folder like the journal's own, `journal.db` and `keys/`: it opens with the passphrase of its day, by
//! the same recipe (FORMAT.md). It is made beside as `….part`, page by page through the database, never as a copy of
//! a file that is in use; then opened again with the key and the salt that its slots hold, looked through to its end
//! (SQLCipher's own check, every thing against the chain), compared row by row with what the journal held, and only
//! then named. Two steps, so that a window holds the journal only for the first: [`Journal::begin_backup`] copies,
//! [`UncheckedBackup::check`] looks through.
//!
//! The slots are not opened with a passphrase again: a copy on schedule has none. Each was opened when the journal
//! was, travels byte for byte, and is compared with its public checksum; the raw key in memory, which that slot
//! gave, opens the copied database.

mod names;
mod rotation;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::Now;
use crate::check::look_through;
use crate::disk::Whose;
use crate::error::{Error, Result};
use crate::files;
use crate::journal::Journal;
use crate::keeping::exchange::number_of;
use crate::keeping::watch::Watch;
use crate::slots::{CopyState, Slots};
use crate::store::{Access, Holds, Key, Salt, Store, look_at_file};
use crate::vault::{DATABASE, KEYS};
pub(crate) use names::CopyName;

/// The journal's own folder of copies.
const FOLDER: &str = "backups";

/// What the folder of copies is called once another journal has begun beside it, with a number.
const EARLIER: &str = "backups-";

/// When the last copy was found whole, and whether it lies elsewhere.
const LAST: &str = "last-checked";

/// A copy that was looked through when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Backup {
    /// Its name.
    pub name: String,
    /// When it was made, by the clock of the place.
    #[cfg_attr(test, ts(type = "string"))]
    pub at: NaiveDateTime,
    /// The size of its database.
    pub bytes: u64,
    /// Where it lies.
    #[serde(skip)]
    pub folder: PathBuf,
}

/// The last copy of this journal that was made and found whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LastBackup {
    /// When it was found whole.
    #[cfg_attr(test, ts(type = "string"))]
    pub at: Now,
    /// It lies in a folder of the person's choice and not with the journal.
    pub elsewhere: bool,
}

/// A copy that was made and not looked through yet. Dropping it removes it.
pub struct UncheckedBackup {
    place: PathBuf,
    name: CopyName,
    part: PathBuf,
    key: Key,
    journal: [u8; 16],
    salt: Salt,
    holds: Holds,
    /// The folder of the journal it is a copy of.
    of: PathBuf,
    /// On whose disk it lies.
    whose: Whose,
    now: Now,
    done: bool,
}

impl Journal {
    /// Copies the whole journal into its own folder of copies, or into another one that is there. The copy counts
    /// for nothing before it was looked through.
    ///
    /// # Errors
    /// [`Error::Stopped`] when `watch` says so, [`Error::JournalDamaged`] when not all of the journal can be read,
    /// [`Error::PlaceGone`] when the other folder is not there, [`Error::PlaceShut`], [`Error::PlaceFull`],
    /// [`Error::PlaceTrouble`], and what the disk of the journal may say. Nothing is left behind.
    pub fn begin_backup(
        &self,
        elsewhere: Option<&Path>,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<UncheckedBackup> {
        begin(self.store(), self.folder(), elsewhere, now, watch)
            .map_err(|error| self.or_gone(error))
    }

    /// Copies the whole journal and looks the copy through.
    ///
    /// # Errors
    /// Those of [`Journal::begin_backup`] and [`UncheckedBackup::check`].
    pub fn back_up(
        &self,
        elsewhere: Option<&Path>,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<Backup> {
        self.begin_backup(elsewhere, now, watch)?.check(watch)
    }

    /// Whether the journal's own folder has no copy of this day yet.
    pub fn backup_is_due(&self, now: Now) -> bool {
        // What is away cannot be copied; that is told wherever it is asked for.
        self.opened().is_writable()
            && self.folder().join(DATABASE).exists()
            && copies_in(&self.folder().join(FOLDER))
                .last()
                .is_none_or(|copy| copy.at.date() != now.date_naive())
    }

    /// The last copy that was found whole, when that is known.
    pub fn last_backup(&self) -> Option<LastBackup> {
        last_in(self.folder())
    }

    /// The copies in the journal's own folder, the newest first.
    pub fn backups(&self) -> Vec<Backup> {
        backups_in(&self.folder().join(FOLDER))
    }
}

/// The copies that lie in a folder, the newest first. Nobody looks into them here.
pub fn backups_in(folder: &Path) -> Vec<Backup> {
    let mut found: Vec<Backup> = copies_in(folder)
        .into_iter()
        .map(|name| {
            let folder = folder.join(name.to_string());
            Backup {
                name: name.to_string(),
                at: name.at,
                bytes: fs::metadata(folder.join(DATABASE)).map_or(0, |file| file.len()),
                folder,
            }
        })
        .collect();
    found.reverse();
    found
}

pub(crate) fn begin(
    store: &Store,
    of: &Path,
    elsewhere: Option<&Path>,
    now: Now,
    watch: &mut Watch<'_>,
) -> Result<UncheckedBackup> {
    let whose = match elsewhere {
        Some(_) => Whose::Chosen,
        None => Whose::Journals,
    };
    let tell = |error: Error| whose.tell(error);
    let place = match elsewhere {
        // A stick that is not there must not become a folder on the disk.
        Some(place) if !place.is_dir() => return Err(Error::PlaceGone),
        Some(place) => place.to_owned(),
        None => of.join(FOLDER),
    };
    let salt = look_at_file(&of.join(DATABASE))?;
    if elsewhere.is_none() {
        files::make_private_folder(&place)?;
    }
    leave_no_parts(&place, &salt, elsewhere.is_none());
    let number = copies_in(&place).last().map_or(0, |copy| copy.number);
    let name = CopyName {
        number: number.checked_add(1).ok_or(Error::BadRequest)?,
        at: now.naive_local(),
    };
    let part = place.join(format!("{name}.part"));
    let mut copy = UncheckedBackup {
        journal: store.rows().journal_id()?,
        place,
        name,
        part,
        key: store.key(),
        salt,
        holds: Holds::nothing(),
        of: of.to_owned(),
        whose,
        now,
        done: false,
    };
    files::make_private_folder(&copy.part).map_err(tell)?;
    let to = (&*copy.part.join(DATABASE), whose);
    store.copy_to(to, &copy.key, &copy.salt, watch)?;
    copy.holds = store.rows().holds(watch)?;
    let keys = copy.part.join(KEYS);
    files::make_private_folder(&keys).map_err(tell)?;
    Slots::of(&of.join(KEYS))?.copy_whole_ones_to(&keys, whose)?;
    files::sync_folder(&copy.part).map_err(|error| whose.tell(error))?;
    Ok(copy)
}

impl UncheckedBackup {
    /// Opens the copy anew, looks through all of it, compares it with what the journal held, and gives it its name.
    /// Then older copies that are not needed any more are let go of.
    ///
    /// # Errors
    /// [`Error::BackupDamaged`] when it does not hold what the journal held, [`Error::Stopped`] when `watch` says so,
    /// and what the disk may say. Nothing is left behind.
    pub fn check(self, watch: &mut Watch<'_>) -> Result<Backup> {
        let whose = self.whose;
        self.look_through(watch).map_err(|error| whose.tell(error))
    }

    fn look_through(mut self, watch: &mut Watch<'_>) -> Result<Backup> {
        let path = self.part.join(DATABASE);
        is_whole(
            &path,
            &self.part.join(KEYS),
            self.secret(),
            &self.holds,
            watch,
        )?;
        let folder = self.place.join(self.name.to_string());
        let bytes = fs::metadata(&path).map_or(0, |file| file.len());
        files::rename_whole(&self.part, &folder)?;
        self.done = true;
        // Courtesies: the copy is there and whole, whatever may be said from here on.
        let elsewhere = self.whose == Whose::Chosen;
        let _ = note_last(&self.of, self.now, elsewhere);
        let _ = rotate(&self.place, &self.salt, !elsewhere);
        Ok(Backup {
            name: self.name.to_string(),
            at: self.name.at,
            bytes,
            folder,
        })
    }

    fn secret(&self) -> (&Key, &[u8; 16], &Salt) {
        (&self.key, &self.journal, &self.salt)
    }
}

impl Drop for UncheckedBackup {
    fn drop(&mut self) {
        if !self.done {
            let _ = forget(&self.part);
        }
    }
}

/// Opens a copied database anew and looks through it: is it whole, and does it hold this?
pub(crate) fn is_whole(
    path: &Path,
    keys: &Path,
    (key, journal, salt): (&Key, &[u8; 16], &Salt),
    holds: &Holds,
    watch: &mut Watch<'_>,
) -> Result<()> {
    let damaged = |error| match error {
        Error::JournalDamaged => Error::BackupDamaged,
        // It was made just now: what it lies on went away.
        Error::NoJournal => Error::FolderGone,
        other => other,
    };
    if look_at_file(path).map_err(damaged)? != *salt {
        return Err(Error::BackupDamaged);
    }
    let copy = Store::open(path, key, journal, Access::ReadOnly).map_err(damaged)?;
    // The chain of an older shape is looked through once its shape is the newest.
    let whole = if copy.rows().are_of_the_newest_shape()? {
        look_through(&copy, keys, watch)
            .map_err(damaged)?
            .is_whole()
    } else {
        copy.file_is_whole(watch).map_err(damaged)?
    };
    let both = |slot: &crate::slots::SlotState| {
        slot.first == CopyState::Whole && slot.second == CopyState::Whole
    };
    let slots = Slots::of(keys)?.states()?;
    let opens = !slots.is_empty() && slots.iter().all(both);
    let same = copy.rows().holds(watch).map_err(damaged)? == *holds;
    copy.close()?;
    if whole && opens && same {
        Ok(())
    } else {
        Err(Error::BackupDamaged)
    }
}

/// Whether a name in a journal's folder is that of a folder of copies.
pub(crate) fn is_folder_of_copies(name: &str) -> bool {
    name == FOLDER || number_of(name, EARLIER).is_some()
}

/// Whether a name in a folder of copies is that of a copy, whole or begun.
pub(crate) fn is_a_copy(name: &str) -> bool {
    CopyName::of(name.strip_suffix(".part").unwrap_or(name)).is_some()
}

/// Whether a name in a folder of copies is one of ours.
pub(crate) fn is_ours(name: &str) -> bool {
    is_a_copy(name) || name.strip_suffix(".part").unwrap_or(name) == LAST
}

/// Puts the copies of an earlier journal by, before another one begins in the same folder: its own copies would
/// otherwise take their place one by one.
pub(crate) fn put_by_copies(journal: &Path) -> Result<()> {
    let copies = journal.join(FOLDER);
    if !copies.exists() {
        return Ok(());
    }
    let names = files::names_in(journal);
    let last = names.iter().filter_map(|name| number_of(name, EARLIER));
    let number = 1 + last.max().unwrap_or(0);
    files::rename_whole(&copies, &journal.join(format!("{EARLIER}{number}")))
}

/// The copies in a folder in the order in which they were made.
fn copies_in(folder: &Path) -> Vec<CopyName> {
    let mut copies: Vec<CopyName> = files::names_in(folder)
        .iter()
        .filter_map(|name| CopyName::of(name))
        .filter(|copy| folder.join(copy.to_string()).join(DATABASE).is_file())
        .collect();
    copies.sort_unstable();
    copies
}

/// Removes copies whose making was cut short. In a folder that others use as well only those of this journal.
fn leave_no_parts(place: &Path, salt: &Salt, own: bool) {
    for name in files::names_in(place) {
        let is_part = name.strip_suffix(".part").and_then(CopyName::of).is_some();
        let part = place.join(&name);
        let ours = || look_at_file(&part.join(DATABASE)).is_ok_and(|of| of == *salt);
        if is_part && (own || ours()) {
            let _ = forget(&part);
        }
    }
}

/// Lets older copies go. In a folder that others use as well only those of this journal count.
fn rotate(place: &Path, salt: &Salt, own: bool) -> Result<()> {
    let mut copies = copies_in(place);
    copies.retain(|copy| {
        let path = place.join(copy.to_string()).join(DATABASE);
        own || look_at_file(&path).is_ok_and(|of| of == *salt)
    });
    for copy in rotation::to_let_go(&copies) {
        let folder = place.join(copy.to_string());
        let part = place.join(format!("{copy}.part"));
        // A copy that is half removed must not look like one.
        files::rename_whole(&folder, &part)?;
        forget(&part)?;
    }
    Ok(())
}

/// Removes the files of a copy, and its folder when nothing else is in it. What a system put into it by itself keeps the
/// folder, and nobody from anything.
pub(crate) fn forget(copy: &Path) -> Result<()> {
    if !copy.is_dir() {
        return Ok(());
    }
    let keys = copy.join(KEYS);
    if keys.is_dir() {
        Slots::remove_all(&keys)?;
        files::remove_empty_folder(&keys)?;
    }
    match files::remove_folder_of(copy, |name| name.starts_with(DATABASE)) {
        Err(_) if keys.is_dir() && !copy.join(DATABASE).exists() => Ok(()),
        done => done,
    }
}

fn note_last(journal: &Path, now: Now, elsewhere: bool) -> Result<()> {
    let folder = journal.join(FOLDER);
    files::make_private_folder(&folder)?;
    let at = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    let place = if elsewhere { "elsewhere" } else { "here" };
    files::write_whole(&folder.join(LAST), format!("{at} {place}\n").as_bytes())
}

pub(crate) fn last_in(journal: &Path) -> Option<LastBackup> {
    let bytes = files::read_small(&journal.join(FOLDER).join(LAST), 1024).ok()??;
    let (at, place) = std::str::from_utf8(&bytes).ok()?.trim().split_once(' ')?;
    Some(LastBackup {
        at: chrono::DateTime::parse_from_rfc3339(at).ok()?,
        elsewhere: place == "elsewhere",
    })
}
