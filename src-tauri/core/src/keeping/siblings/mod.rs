//! Siblings: copies of this journal that a sync tool made beside it when it was written in two places, of the
//! database alone or of the whole folder.
//!
//! They are found by what they are and not by their names: the salt in front of the file is the journal's, and the
//! journal's key opens it and finds the journal's own id inside. The copies that the journal makes itself are none. A
//! sibling is only ever read; what is only there is brought over when the person says so ([`bring`]), and nothing is
//! merged or erased by itself. Laid aside, it lies in `siblings/` and still opens.

mod apart;
mod bring;
mod compare;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::disk::Whose;
use crate::error::{Error, Result};
use crate::files;
use crate::journal::Journal;
use crate::keeping::backup::{CopyName, forget};
use crate::keeping::watch::Watch;
use crate::store::{Access, Rows, Salt, Store, look_at_file};
use crate::vault::{DATABASE, KEYS, LOCK};

pub use bring::{FromSibling, PageFromSibling, SiblingChoices, TakeAs};
pub use compare::{Beside, SiblingPage};

/// Where siblings lie that were laid aside.
pub(crate) const LAID_ASIDE: &str = "siblings";

/// A sibling of an earlier shape, while it is looked at: a copy of it, brought to the newest one.
pub(crate) const PART: &str = "sibling.part";

/// How many files beside the journal are looked at, at the most: the first bytes of each.
const MOST_FILES: usize = 5_000;

/// The least that a database has.
const LEAST_BYTES: u64 = 4096;

/// A copy of the journal that was found beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Sibling {
    /// Its file, or its folder and its file, as it is called beside the journal.
    pub name: String,
    /// Where it lies.
    #[serde(skip)]
    pub path: PathBuf,
    /// How large it is.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// What can be done with it.
    pub state: SiblingState,
}

/// What can be done with a sibling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SiblingState {
    /// Something is only there.
    More,
    /// Everything that is there is here, too.
    Same,
    /// It is of this journal, and cannot be read to its end.
    Damaged,
    /// A newer version of this program wrote in it.
    Newer,
    /// Another window has it open.
    Held,
    /// A database that this journal's key does not open: of somebody else, or from before a new key.
    Foreign,
}

/// A sibling that was opened. The database closes first, then the copy goes that an earlier shape was brought to the
/// newest one in.
struct OpenSibling {
    store: Store,
    _part: Option<Part>,
}

impl OpenSibling {
    fn rows(&self) -> Rows<'_> {
        self.store.rows()
    }
}

/// A folder that goes away.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = forget(&self.0);
    }
}

impl Journal {
    /// The siblings that lie beside the journal's database, or in folders beside its own, in the order of their
    /// names. Each is opened and compared; nothing is written into any of them.
    ///
    /// # Errors
    /// What the disk may say of the journal itself; what is wrong with a sibling is told in its place.
    pub fn siblings(&self) -> Result<Vec<Sibling>> {
        let salt = look_at_file(&self.folder().join(DATABASE))?;
        let mut found: Vec<Sibling> = candidates(self.folder(), &salt)
            .into_iter()
            .map(|(name, path, is_ours)| {
                let state = match is_ours {
                    true => self.state_of(&path),
                    false => SiblingState::Foreign,
                };
                Sibling {
                    name,
                    bytes: fs::metadata(&path).map_or(0, |file| file.len()),
                    path,
                    state,
                }
            })
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// Where a sibling lies that [`Journal::siblings`] told of by this name.
    ///
    /// # Errors
    /// [`Error::NotASibling`] when none of this name lies there any more.
    pub fn sibling_named(&self, name: &str) -> Result<PathBuf> {
        let salt = look_at_file(&self.folder().join(DATABASE))?;
        let found = candidates(self.folder(), &salt).into_iter();
        let found = found.map(|(called, path, _)| (called, path));
        let mut found = found.filter(|(called, _)| called == name);
        found.next().map(|(_, path)| path).ok_or(Error::NotASibling)
    }

    fn state_of(&self, path: &Path) -> SiblingState {
        let compared = self
            .open_sibling(path)
            .and_then(|sibling| compare::beside(&self.rows(), &sibling.rows()));
        match compared {
            Ok(beside) if beside.is_all_here() => SiblingState::Same,
            Ok(_) => SiblingState::More,
            Err(Error::JournalNewer) => SiblingState::Newer,
            Err(Error::HeldElsewhere { .. }) => SiblingState::Held,
            Err(Error::NotASibling) => SiblingState::Foreign,
            Err(_) => SiblingState::Damaged,
        }
    }

    /// Lays a sibling aside in the journal's folder, where it is not found as one any more. It stays what it is.
    ///
    /// # Errors
    /// [`Error::NotASibling`] when `path` is neither the file nor the folder of one, [`Error::HeldElsewhere`] while another window has it
    /// open, [`Error::ReadOnly`], and what the disk may say. It stays where it was then.
    pub fn lay_sibling_aside(&self, path: &Path) -> Result<()> {
        self.refuse_unless_writable()?;
        let salt = look_at_file(&self.folder().join(DATABASE))?;
        let siblings = candidates(self.folder(), &salt);
        // A journal's whole folder goes with everything that is in it; out of any other folder only the file.
        let mut places = siblings.iter().map(|(_, file, _)| match file.parent() {
            Some(folder) if is_a_journal(folder) && !is_the_same(folder, self.folder()) => {
                (file.as_path(), folder)
            }
            _ => (file.as_path(), file.as_path()),
        });
        let place =
            places.find(|(file, place)| is_the_same(file, path) || is_the_same(place, path));
        let (_, from) = place.ok_or(Error::NotASibling)?;
        refuse_what_is_held(from)?;
        let into = self.folder().join(LAID_ASIDE);
        files::make_private_folder(&into)?;
        let wanted = from.file_name().ok_or(Error::NotASibling)?;
        let mut to = into.join(wanted);
        let mut number = 1;
        while to.exists() {
            number += 1;
            let mut another = wanted.to_owned();
            another.push(format!("-{number}"));
            to = into.join(another);
        }
        files::rename_whole(from, &to)?;
        if let Some(folder) = from.parent() {
            files::sync_folder(folder)?;
        }
        Ok(())
    }

    /// Opens a sibling for reading.
    ///
    /// # Errors
    /// [`Error::NotASibling`], [`Error::SiblingDamaged`], [`Error::JournalNewer`], [`Error::HeldElsewhere`].
    fn open_sibling(&self, path: &Path) -> Result<OpenSibling> {
        let path = match path.is_dir() {
            true => path.join(DATABASE),
            false => path.to_owned(),
        };
        let own = self.folder().join(DATABASE);
        if is_the_same(&path, &own) {
            return Err(Error::NotASibling);
        }
        let salt = look_at_file(&path).map_err(|error| match error {
            // Of what is shorter than a salt nobody can say what it was.
            Error::NoJournal | Error::FolderGone | Error::JournalDamaged => Error::NotASibling,
            Error::JournalEmpty => Error::SiblingDamaged,
            other => other,
        })?;
        if salt != look_at_file(&own)? {
            return Err(Error::NotASibling);
        }
        if let Some(folder) = path
            .parent()
            .filter(|folder| !is_the_same(folder, self.folder()))
        {
            refuse_what_is_held(folder)?;
        }
        let (key, journal) = (self.store().key(), self.rows().journal_id()?);
        let damaged = |error| match error {
            // A change that was cut short in it would have to be undone, and nothing is written there.
            Error::JournalDamaged | Error::ReadOnly | Error::FolderGone => Error::SiblingDamaged,
            other => other,
        };
        let store = Store::open(&path, &key, &journal, Access::ReadOnly).map_err(damaged)?;
        if store.rows().are_of_the_newest_shape()? {
            return Ok(OpenSibling { store, _part: None });
        }
        self.refuse_unless_writable()?;
        let part = Part(self.folder().join(PART));
        forget(&part.0)?;
        files::make_private_folder(&part.0)?;
        let copied = part.0.join(DATABASE);
        let newest = store
            .copy_to(
                (&copied, Whose::Journals),
                &key,
                &salt,
                &mut Watch::nobody(),
            )
            .and_then(|()| store.close())
            .and_then(|()| Store::open(&copied, &key, &journal, Access::Write))
            .map_err(damaged)?;
        Ok(OpenSibling {
            store: newest,
            _part: Some(part),
        })
    }
}

/// What lies beside the journal and may be a sibling: its name, its path, and whether the salt is the journal's.
fn candidates(journal: &Path, salt: &Salt) -> Vec<(String, PathBuf, bool)> {
    let mut looked_at = 0;
    let mut found = Vec::new();
    let mut look = |folder: &Path, called: Option<&str>| {
        for (name, path) in files_in(folder) {
            if looked_at == MOST_FILES {
                return;
            }
            if is_of_the_journal(&name) && called.is_none() || name == LOCK {
                continue;
            }
            looked_at += 1;
            let is_ours = begins_with(&path).as_ref() == Some(salt);
            // Nobody else puts databases into the journal's own folder.
            if is_ours || called.is_none() && has_the_size_of_one(&path) {
                let name = called.map_or(name.clone(), |called| format!("{called}/{name}"));
                found.push((name, path, is_ours));
            }
        }
    };
    look(journal, None);
    for (name, folder) in folders_beside(journal) {
        look(&folder, Some(&name));
    }
    found
}

/// Folders beside the journal's own, but not copies that were made by this program, nor what hides.
fn folders_beside(journal: &Path) -> Vec<(String, PathBuf)> {
    let Some(beside) = journal.parent() else {
        return Vec::new();
    };
    let mut folders = named_in(beside, |kind| kind.is_dir());
    folders.retain(|(name, path)| {
        !name.starts_with('.') && CopyName::of(name).is_none() && !is_the_same(path, journal)
    });
    folders
}

/// Whether a folder is one that a journal lives in, and not one in which somebody keeps a copy among other things.
fn is_a_journal(folder: &Path) -> bool {
    folder.join(DATABASE).is_file() && folder.join(KEYS).is_dir()
}

fn files_in(folder: &Path) -> Vec<(String, PathBuf)> {
    named_in(folder, |kind| kind.is_file())
}

/// What lies in a folder under a name that is text. Links are not followed.
fn named_in(folder: &Path, wanted: impl Fn(fs::FileType) -> bool) -> Vec<(String, PathBuf)> {
    let inside = fs::read_dir(folder).into_iter().flatten().flatten();
    let inside = inside.filter(|file| file.file_type().is_ok_and(&wanted));
    let mut named: Vec<_> = inside
        .filter_map(|file| Some((file.file_name().into_string().ok()?, file.path())))
        .collect();
    named.sort();
    named
}

/// Whether a file of the journal's folder is one that this program puts there.
fn is_of_the_journal(name: &str) -> bool {
    name == DATABASE || name.ends_with(".part") || name.ends_with("-journal")
}

/// Whoever has a journal open holds its lock; that is looked at without touching it.
fn refuse_what_is_held(folder: &Path) -> Result<()> {
    match files::is_held(&folder.join(LOCK)) {
        true => Err(Error::HeldElsewhere { holder: None }),
        false => Ok(()),
    }
}

fn has_the_size_of_one(path: &Path) -> bool {
    let length = fs::metadata(path).map_or(0, |file| file.len());
    length >= LEAST_BYTES && length.is_multiple_of(LEAST_BYTES)
}

fn begins_with(path: &Path) -> Option<Salt> {
    let mut salt = Salt::default();
    fs::File::open(path).ok()?.read_exact(&mut salt).ok()?;
    Some(salt)
}

fn is_the_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
