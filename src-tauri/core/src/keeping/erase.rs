//! Erasing a whole journal: first the way back is closed, then everything of it goes.
//!
//! One rename decides. From then on there is no journal in the folder, its keys are overwritten, and whatever is left
//! goes with them; cut short, the next program that looks into the folder goes on. Only what is ours goes: a file
//! that somebody else laid there stays, and so does the folder around it. What lies elsewhere nobody here can reach.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::files::{self, Hold};
use crate::keeping::{backup, exchange, siblings};
use crate::passphrase::Passphrase;
use crate::seen::Seen;
use crate::slots::{Slots, is_of_a_slot};
use crate::store::look_at_file;
use crate::vault::{self, DATABASE, KEYS, LOCK, Vault, who_holds};

/// What becomes of the copies in the journal's own folder, and of what was put by there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CopiesToo {
    /// They stay, and open with the passphrase of their day.
    Stay,
    /// They are erased, too.
    Go,
}

impl CopiesToo {
    const ALL: [CopiesToo; 2] = [CopiesToo::Stay, CopiesToo::Go];

    /// What the database is called once its erasing was decided.
    fn decided(self) -> &'static str {
        match self {
            CopiesToo::Stay => "erasing.db",
            CopiesToo::Go => "erasing-all.db",
        }
    }
}

/// What lies in a journal's folder, for somebody who thinks of erasing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ToErase {
    /// Whole copies of it, journals that were put by when one was brought back, and siblings that were laid aside.
    pub copies: usize,
    /// Files that are not ours lie there, too. They stay.
    pub others: bool,
}

/// How far erasing came. In both cases the journal cannot be opened any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// Nothing is left of it, but for what was to stay.
    Whole,
    /// Some of its files could not be removed yet. Looking into the folder again goes on with it.
    Begun,
}

/// A closed journal whose passphrase was given: it may be erased.
pub struct Erasing {
    folder: PathBuf,
    seen: Option<Seen>,
    hold: Hold,
}

impl Vault {
    /// Asks for the passphrase before anything is erased. Nothing has changed when this returns.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::SlotDamaged`], [`Error::HeldElsewhere`] while it is open somewhere,
    /// [`Error::ReadOnly`].
    pub fn begin_erasing(&self, passphrase: &Passphrase) -> Result<Erasing> {
        let folder = self.folder();
        let hold = Hold::take(&folder.join(LOCK), &who_holds())?;
        let secret = Slots::of(&folder.join(KEYS))?.open(passphrase)?.secret;
        if !files::may_write(&folder.join(DATABASE)) {
            return Err(Error::ReadOnly);
        }
        Ok(Erasing {
            folder: folder.to_owned(),
            seen: self.seen().map(|seen| Seen::of(seen, &secret.journal)),
            hold,
        })
    }
}

impl Erasing {
    /// Erases the journal.
    ///
    /// # Errors
    /// What the disk may say when not even that could be decided: the journal is as it was then.
    pub fn erase(self, copies: CopiesToo) -> Result<Erased> {
        let Erasing { folder, seen, hold } = self;
        files::rename_whole(&folder.join(DATABASE), &folder.join(copies.decided()))?;
        // Its note outside tells nothing; it goes all the same.
        let noted = seen.map_or(Ok(()), |seen| seen.forget());
        let gone = go_on(&folder, copies);
        drop(hold);
        leave_no_folder(&folder);
        Ok(match noted.and(gone) {
            Ok(()) => Erased::Whole,
            Err(_) => Erased::Begun,
        })
    }
}

/// What would go and what would stay.
pub fn to_erase(folder: &Path) -> ToErase {
    let mut found = ToErase {
        copies: 0,
        others: false,
    };
    for name in names_in(folder) {
        match kind_of(&name) {
            Some(Kind::Copies) => {
                let inside = folder.join(&name);
                found.copies += backup::backups_in(&inside).len();
                found.others |= names_in(&inside).iter().any(|name| !backup::is_ours(name));
            }
            Some(Kind::PutBy) => found.copies += 1,
            Some(Kind::LaidAside) => {
                let laid = LaidAside::in_folder(&folder.join(&name), &folder.join(DATABASE));
                found.copies += laid.ours.len();
                found.others |= laid.others;
            }
            Some(Kind::Journal) => {}
            None => found.others = true,
        }
    }
    let slots = names_in(&folder.join(KEYS));
    found.others |= slots.iter().any(|name| !is_of_a_slot(name));
    found
}

/// Whether a journal in this folder was erased and some of its files are still there.
pub fn erasing_stands(folder: &Path) -> bool {
    CopiesToo::ALL
        .into_iter()
        .any(|copies| folder.join(copies.decided()).exists())
}

/// Goes on with what was decided and cut short. Looking costs two looks at the folder.
pub(crate) fn settle(folder: &Path) -> Result<()> {
    if !erasing_stands(folder) {
        return Ok(());
    }
    // Whoever holds it is at it.
    let Ok(hold) = Hold::take(&folder.join(LOCK), &who_holds()) else {
        return Ok(());
    };
    finish(folder)?;
    drop(hold);
    leave_no_folder(folder);
    Ok(())
}

/// Finishes it before something else takes the place of what was erased. The caller holds the folder.
pub(crate) fn finish(folder: &Path) -> Result<()> {
    for copies in CopiesToo::ALL {
        let decided = folder.join(copies.decided());
        if !decided.exists() {
            continue;
        }
        if folder.join(DATABASE).exists() {
            // Somebody laid another journal here by hand: nothing of that one was to go.
            files::remove_if_there(&decided)?;
        } else {
            go_on(folder, copies)?;
        }
    }
    Ok(())
}

/// Each step is done or not; done again it finds the rest to do. What told of the erasing goes last.
fn go_on(folder: &Path, copies: CopiesToo) -> Result<()> {
    let mut done = wipe_keys(&folder.join(KEYS));
    let mut also = |next: Result<()>| {
        if done.is_ok() {
            done = next;
        }
    };
    for name in names_in(folder) {
        let path = folder.join(&name);
        match kind_of(&name) {
            Some(Kind::Journal) if path.is_dir() => also(let_go(&path)),
            Some(Kind::Journal) if name != LOCK && !is_decided(&name) => {
                also(files::remove_if_there(&path));
            }
            Some(Kind::PutBy) if copies == CopiesToo::Go => also(let_go(&path)),
            Some(Kind::LaidAside) if copies == CopiesToo::Go => {
                also(erase_laid_aside(&path, &folder.join(copies.decided())));
            }
            Some(Kind::Copies) => also(erase_copies(&path, copies)),
            _ => {}
        }
    }
    done?;
    files::sync_folder(folder)?;
    files::remove_if_there(&folder.join(copies.decided()))?;
    files::sync_folder(folder)?;
    Ok(())
}

/// What lies in a folder, but for what a system put there by itself: it is nobody's, and it stays.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names = files::names_in(folder);
    names.retain(|name| !files::is_of_the_system(OsStr::new(name)));
    names
}

/// What a name in a journal's folder stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Journal,
    Copies,
    PutBy,
    /// The folder of siblings that were laid aside.
    LaidAside,
}

fn kind_of(name: &str) -> Option<Kind> {
    let is_a_part = name == siblings::PART;
    if vault::is_ours(name) || is_decided(name) || exchange::is_of_one(name) || is_a_part {
        Some(Kind::Journal)
    } else if backup::is_folder_of_copies(name) {
        Some(Kind::Copies)
    } else if exchange::is_put_by(name) {
        Some(Kind::PutBy)
    } else if name == siblings::LAID_ASIDE {
        Some(Kind::LaidAside)
    } else {
        None
    }
}

fn is_decided(name: &str) -> bool {
    CopiesToo::ALL.iter().any(|copies| copies.decided() == name)
}

/// With the note of when a copy was last looked through, once no copy is there.
fn erase_copies(folder: &Path, copies: CopiesToo) -> Result<()> {
    if copies == CopiesToo::Go {
        for name in names_in(folder) {
            if backup::is_a_copy(&name) {
                let_go(&folder.join(&name))?;
            }
        }
    }
    if backup::backups_in(folder).is_empty() {
        for name in names_in(folder) {
            if backup::is_ours(&name) && !backup::is_a_copy(&name) {
                files::remove_if_there(&folder.join(&name))?;
            }
        }
        let _ = files::remove_empty_folder(folder);
    }
    Ok(())
}

/// What lies among the siblings that were laid aside: those of the journal, and whether anything else does.
struct LaidAside {
    ours: Vec<PathBuf>,
    others: bool,
}

impl LaidAside {
    fn in_folder(folder: &Path, database: &Path) -> LaidAside {
        let names = names_in(folder);
        let many = names.len();
        let of_the_journal = look_at_file(database).ok();
        let salt_of = |path: &Path| match path.is_dir() {
            true => look_at_file(&path.join(DATABASE)).ok(),
            false => look_at_file(path).ok(),
        };
        let paths = names.iter().map(|name| folder.join(name));
        let ours: Vec<PathBuf> = paths
            .filter(|path| of_the_journal.is_some() && salt_of(path) == of_the_journal)
            .collect();
        LaidAside {
            others: ours.len() < many,
            ours,
        }
    }
}

fn erase_laid_aside(folder: &Path, database: &Path) -> Result<()> {
    for path in LaidAside::in_folder(folder, database).ours {
        match path.is_dir() {
            true => let_go(&path)?,
            false => files::remove_if_there(&path)?,
        }
    }
    let _ = files::remove_empty_folder(folder);
    Ok(())
}

/// Removes a database with its keys: of a copy, or of a journal that was put by.
fn let_go(folder: &Path) -> Result<()> {
    wipe_keys(&folder.join(KEYS))?;
    for name in names_in(folder) {
        if name.starts_with(DATABASE) {
            files::remove_if_there(&folder.join(name))?;
        }
    }
    // It stays where somebody else has a file in it.
    let _ = files::remove_empty_folder(folder);
    Ok(())
}

/// Without its keys a database is noise. They are overwritten before they are removed; what a solid-state drive
/// keeps of them elsewhere is out of reach.
fn wipe_keys(keys: &Path) -> Result<()> {
    for name in names_in(keys) {
        if is_of_a_slot(&name) {
            files::overwrite_and_remove(&keys.join(name))?;
        }
    }
    let _ = files::remove_empty_folder(keys);
    Ok(())
}

/// The folder goes when nothing is in it any more, unless it is the top of a stick or a system put something into it.
fn leave_no_folder(folder: &Path) {
    if erasing_stands(folder) {
        return;
    }
    let _ = files::remove_if_there(&folder.join(LOCK));
    if files::remove_empty_folder(folder).is_ok()
        && let Some(parent) = folder.parent()
    {
        let _ = files::sync_folder(parent);
    }
}
