//! Another database in the place of a journal's: a backup that is restored, or the same pages under a new key.
//!
//! What comes is made whole beside, in `restored-1.part` or `renewed-1.part`, and named `restored-1` or `renewed-1`
//! once it was looked through. From that moment on the exchange is decided, and [`settle`] finishes it however often
//! it is cut short: the old database and its keys go to `before-1` (or to `gone-1`, which is erased), the new ones
//! take their place, the database last.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files::{self, Hold};
use crate::keeping::backup::forget;
use crate::slots::is_of_a_slot;
use crate::vault::{DATABASE, DATABASE_JOURNAL, KEYS, LOCK, who_holds};

/// What comes, and so what becomes of the old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exchange {
    /// A backup comes: what stood here is put by.
    Restored,
    /// The same pages come under another key: what the old key opens is erased.
    Renewed,
}

impl Exchange {
    const ALL: [Exchange; 2] = [Exchange::Restored, Exchange::Renewed];

    fn comes(self) -> &'static str {
        match self {
            Exchange::Restored => "restored-",
            Exchange::Renewed => "renewed-",
        }
    }

    fn goes(self) -> &'static str {
        match self {
            Exchange::Restored => "before-",
            Exchange::Renewed => "gone-",
        }
    }
}

/// A folder beside, in which the new database and its keys are made. Dropping it removes it unless it was decided.
pub(crate) struct Coming {
    journal: PathBuf,
    decided: PathBuf,
    part: PathBuf,
}

impl Coming {
    /// Makes the folder. What is left of an exchange that was never decided goes.
    pub(crate) fn begin(journal: &Path, exchange: Exchange) -> Result<Coming> {
        leave_no_parts(journal)?;
        let taken = |word| numbers(journal, word).into_iter().max().unwrap_or(0);
        let number = 1 + taken(exchange.comes()).max(taken(exchange.goes()));
        let decided = journal.join(format!("{}{number}", exchange.comes()));
        let part = journal.join(format!("{}{number}.part", exchange.comes()));
        files::make_private_folder(&part)?;
        files::make_private_folder(&part.join(KEYS))?;
        Ok(Coming {
            journal: journal.to_owned(),
            decided,
            part,
        })
    }

    /// Where the new database is made.
    pub(crate) fn database(&self) -> PathBuf {
        self.part.join(DATABASE)
    }

    /// Where its keys are made.
    pub(crate) fn keys(&self) -> PathBuf {
        self.part.join(KEYS)
    }

    /// Decides: what was made is whole and takes the place of the old. Nothing may have the old one open. Where even the
    /// second try fails once it is decided, the next look at the journal finishes it.
    pub(crate) fn decide(self) -> Result<()> {
        files::sync_folder(&self.part)?;
        files::rename_whole(&self.part, &self.decided)?;
        finish(&self.journal).or_else(|_| finish_or_wait(&self.journal))
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        let _ = forget(&self.part);
    }
}

/// Finishes an exchange that was decided and cut short. Looking costs one look at the folder.
pub(crate) fn settle(journal: &Path) -> Result<()> {
    if !is_open(journal) {
        return Ok(());
    }
    // Whoever holds the journal is at it.
    match Hold::take(&journal.join(LOCK), &who_holds()) {
        Ok(_hold) => finish_or_wait(journal),
        Err(_) => Ok(()),
    }
}

/// Whoever opened what is about to go would write into what will be put by, or erased.
fn finish_or_wait(journal: &Path) -> Result<()> {
    match finish(journal) {
        Err(_) if awaits_its_place(journal) => Err(Error::ExchangeUnfinished),
        // It is in its place, and the rest goes another time.
        _ => Ok(()),
    }
}

fn awaits_its_place(journal: &Path) -> bool {
    Exchange::ALL.into_iter().any(|exchange| {
        numbers(journal, exchange.comes()).iter().any(|number| {
            let comes = journal.join(format!("{}{number}", exchange.comes()));
            comes.join(DATABASE).exists()
        })
    })
}

/// Removes what is left of one that was never decided.
pub(crate) fn leave_no_parts(journal: &Path) -> Result<()> {
    for name in files::names_in(journal) {
        if is_part(&name) && !may_be_all_there_is(journal, &name) {
            forget(&journal.join(&name))?;
        }
    }
    Ok(())
}

/// Whether a name in a journal's folder is that of an exchange which was not decided, and nothing else lies under it:
/// [`leave_no_parts`] takes it away whole.
pub(crate) fn is_left_over(journal: &Path, name: &str) -> bool {
    let part = journal.join(name);
    let all = |folder: &Path, is_ours: fn(&str) -> bool| {
        let inside = fs::read_dir(folder).into_iter().flatten();
        inside.flatten().all(|file| {
            let name = file.file_name();
            files::is_of_the_system(&name) || name.to_str().is_some_and(is_ours)
        })
    };
    is_part(name)
        && !may_be_all_there_is(journal, name)
        && part.is_dir()
        && all(&part, |name| name == KEYS || name.starts_with(DATABASE))
        && all(&part.join(KEYS), is_of_a_slot)
}

/// What comes from a copy can come from there again. The same pages under a new key have nowhere else to come from
/// once the journal is gone that they were made of.
fn may_be_all_there_is(journal: &Path, part: &str) -> bool {
    part.starts_with(Exchange::Renewed.comes()) && !journal.join(DATABASE).exists()
}

/// Whether a name in a journal's folder belongs to an exchange that was not decided.
pub(crate) fn is_part(name: &str) -> bool {
    let part = name.strip_suffix(".part").unwrap_or_default();
    let of = |exchange: Exchange| number_of(part, exchange.comes()).is_some();
    Exchange::ALL.into_iter().any(of)
}

/// Whether a name in a journal's folder belongs to an exchange, decided or not.
pub(crate) fn is_of_one(name: &str) -> bool {
    let decided = |exchange: Exchange| number_of(name, exchange.comes()).is_some();
    is_part(name)
        || Exchange::ALL.into_iter().any(decided)
        || number_of(name, Exchange::Renewed.goes()).is_some()
}

/// Whether a name in a journal's folder is that of a journal which was put by.
pub(crate) fn is_put_by(name: &str) -> bool {
    number_of(name, Exchange::Restored.goes()).is_some()
}

fn is_open(journal: &Path) -> bool {
    let gone = numbers(journal, Exchange::Renewed.goes());
    let coming = |exchange: Exchange| !numbers(journal, exchange.comes()).is_empty();
    !gone.is_empty() || Exchange::ALL.into_iter().any(coming)
}

fn finish(journal: &Path) -> Result<()> {
    for exchange in Exchange::ALL {
        for number in numbers(journal, exchange.comes()) {
            let comes = journal.join(format!("{}{number}", exchange.comes()));
            let goes = journal.join(format!("{}{number}", exchange.goes()));
            take_the_place(journal, &comes, &goes)?;
        }
    }
    for number in numbers(journal, Exchange::Renewed.goes()) {
        forget(&journal.join(format!("{}{number}", Exchange::Renewed.goes())))?;
    }
    files::sync_folder(journal)?;
    Ok(())
}

/// Each step is done or not; done again it finds the rest to do.
fn take_the_place(journal: &Path, comes: &Path, goes: &Path) -> Result<()> {
    let put = |from: PathBuf, into: &Path, name: &str| -> Result<()> {
        files::make_private_folder(into)?;
        files::rename_whole(&from, &into.join(name))
    };
    if comes.join(DATABASE).exists() {
        for name in [DATABASE_JOURNAL, DATABASE] {
            let old = journal.join(name);
            if old.exists() {
                put(old, goes, name)?;
            }
        }
        if comes.join(KEYS).exists() {
            let old = journal.join(KEYS);
            if old.exists() {
                put(old, goes, KEYS)?;
            }
            files::rename_whole(&comes.join(KEYS), &journal.join(KEYS))?;
        }
        files::rename_whole(&comes.join(DATABASE), &journal.join(DATABASE))?;
    }
    files::remove_empty_folder(comes)
}

fn numbers(journal: &Path, word: &str) -> Vec<u32> {
    let names = files::names_in(journal);
    let mut numbers: Vec<u32> = names
        .iter()
        .filter_map(|name| number_of(name, word))
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The number behind a word in a name.
pub(crate) fn number_of(name: &str, word: &str) -> Option<u32> {
    name.strip_prefix(word)?.parse().ok()
}
