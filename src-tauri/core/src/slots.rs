//! Key slots: small standard age files that hold the database's key, in the folder `keys/`.
//!
//! `passphrase-1.a.age` and `passphrase-1.b.age` are the same bytes, each with a public checksum beside it
//! (`….sha256`, as `sha256sum` writes it). age answers "decryption failed" both to a wrong passphrase and to a
//! damaged file (measured); the checksums tell which it is, and the second copy opens when the first is hurt.
//! The number grows when the passphrase changes: the new slot is complete and proven before the old one goes.
//!
//! `sheet-1` and `envelope-1` are of the same kind, under twelve words instead of a passphrase ([`TwelveWords`]).

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::disk::Whose;
use crate::error::{Error, Result};
use crate::files::{read_small, remove_if_there, sync_folder, write_whole};
use crate::id::{hex, unhex};
use crate::passphrase::Passphrase;
use crate::seal::{self, Cost};
use crate::store::{Key, Salt};
use crate::twelve_words::TwelveWords;

/// The largest a slot may be.
const MOST_BYTES: u64 = 64 * 1024;

/// What a slot holds: the key, and which journal and database it belongs to, so that the slots of two journals
/// cannot be exchanged.
pub(crate) struct Secret {
    pub key: Key,
    pub journal: [u8; 16],
    pub salt: Salt,
}

/// The slot's text: one JSON object, so that a person can read it after `age -d`.
#[derive(Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
struct SecretText {
    awai: String,
    journal: String,
    salt: String,
    key: String,
}

const FORM: &str = "key/1";

/// Which copy of a slot opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copy {
    First,
    Second,
}

/// A slot that opened.
pub(crate) struct OpenSlot {
    pub secret: Secret,
    pub copy: Copy,
    pub name: SlotName,
    /// The file it was.
    sealed: Vec<u8>,
}

const COPIES: [(Copy, &str); 2] = [(Copy::First, "a"), (Copy::Second, "b")];

/// How one copy of a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CopyState {
    /// Its checksum fits.
    Whole,
    /// Its checksum does not fit.
    Damaged,
    /// It is not there.
    Gone,
}

/// How a slot stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SlotState {
    /// The slot's name, such as `passphrase-1`.
    pub name: String,
    /// The first copy.
    pub first: CopyState,
    /// The second copy.
    pub second: CopyState,
}

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SlotKind {
    /// The passphrase.
    Passphrase,
    /// Twelve words on a sheet.
    Sheet,
    /// Twelve words in an envelope that somebody holds.
    Envelope,
}

impl SlotKind {
    const ALL: [SlotKind; 3] = [SlotKind::Passphrase, SlotKind::Sheet, SlotKind::Envelope];

    fn word(self) -> &'static str {
        match self {
            SlotKind::Passphrase => "passphrase",
            SlotKind::Sheet => "sheet",
            SlotKind::Envelope => "envelope",
        }
    }
}

/// The name of a slot, as `passphrase-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SlotName {
    pub kind: SlotKind,
    pub number: u32,
}

impl SlotName {
    fn of(name: &str) -> Option<SlotName> {
        let (kind, number) = name.split_once('-')?;
        let kind = SlotKind::ALL.into_iter().find(|one| one.word() == kind)?;
        let number = number.parse().ok()?;
        Some(SlotName { kind, number })
    }
}

impl fmt::Display for SlotName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.word(), self.number)
    }
}

/// Whether a file of the `keys` folder is a slot's, a checksum's, or was being written as one.
pub(crate) fn is_of_a_slot(file: &str) -> bool {
    file.split_once('.')
        .is_some_and(|(name, _)| SlotName::of(name).is_some())
}

/// The slots of a journal's `keys` folder, the newest number of each kind first.
pub(crate) struct Slots {
    folder: PathBuf,
    names: Vec<SlotName>,
}

impl Slots {
    pub(crate) fn of(folder: &Path) -> Result<Slots> {
        let mut names: Vec<SlotName> = Vec::new();
        if folder.is_dir() {
            for file in fs::read_dir(folder)? {
                let file = file?.file_name();
                let name = file.to_str().and_then(|file| {
                    let (name, rest) = file.split_once('.')?;
                    // A checksum alone, or a file that was being written, is no slot yet.
                    rest.ends_with("age").then(|| SlotName::of(name)).flatten()
                });
                names.extend(name);
            }
        }
        names.sort_unstable_by(|a, b| (a.kind, b.number).cmp(&(b.kind, a.number)));
        names.dedup();
        Ok(Slots {
            folder: folder.to_owned(),
            names,
        })
    }

    /// Opens the slot that this passphrase opens, or that it opens as twelve words. Of a passphrase change that was
    /// cut short, both the old and the new phrase open their own slot.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when a whole slot did not open; [`Error::SlotDamaged`] when none was whole,
    /// or the newest was not, which is the one that the phrase of today opens.
    pub(crate) fn open(&self, passphrase: &Passphrase) -> Result<OpenSlot> {
        if let Some(open) = self.open_under_words(passphrase)? {
            return Ok(open);
        }
        let mut refused = None;
        for &name in self.of_kind(SlotKind::Passphrase) {
            match self.open_one(name, passphrase) {
                Ok(open) => return Ok(open),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        Err(refused.unwrap_or(Error::SlotDamaged))
    }

    /// Whether there is a slot of this kind.
    pub(crate) fn has(&self, kind: SlotKind) -> bool {
        self.of_kind(kind).next().is_some()
    }

    fn of_kind(&self, kind: SlotKind) -> impl Iterator<Item = &SlotName> {
        self.names.iter().filter(move |name| name.kind == kind)
    }

    fn under_words(&self) -> impl Iterator<Item = &SlotName> {
        let words = |name: &&SlotName| name.kind != SlotKind::Passphrase;
        self.names.iter().filter(words)
    }

    /// The slot that a passphrase opens as twelve words. Where no slot is under words none are looked for: three
    /// lists of 2,048 take as long as all the rest of opening.
    fn open_under_words(&self, passphrase: &Passphrase) -> Result<Option<OpenSlot>> {
        let mut names = self.under_words().peekable();
        if names.peek().is_none() {
            return Ok(None);
        }
        let Ok(words) = TwelveWords::read(passphrase.reveal()) else {
            return Ok(None);
        };
        let phrase = words.phrase()?;
        Ok(names.find_map(|&name| self.open_one(name, &phrase).ok()))
    }

    /// Tries the copies of a slot, whole ones first. One whose checksum does not fit may still open: its
    /// checksum may be what was hurt, and age itself takes nothing that was changed.
    fn open_one(&self, name: SlotName, passphrase: &Passphrase) -> Result<OpenSlot> {
        let mut copies = Vec::new();
        for (copy, letter) in COPIES {
            let (state, bytes) = self.copy_state(name, letter)?;
            copies.extend(bytes.map(|bytes| (state, copy, bytes)));
        }
        if let [(first, _, one), (second, _, two)] = copies.as_mut_slice()
            && one == two
        {
            // The same bytes twice speak for themselves, even when both checksums are hurt.
            (*first, *second) = (CopyState::Whole, CopyState::Whole);
        }
        copies.sort_by_key(|(state, ..)| *state != CopyState::Whole);
        copies.dedup_by(|next, kept| next.2 == kept.2);
        let mut refused = Error::SlotDamaged;
        for (state, copy, sealed) in copies {
            match seal::open(&sealed, passphrase) {
                Ok(text) => {
                    return Ok(OpenSlot {
                        secret: secret_of(&text)?,
                        name,
                        copy,
                        sealed,
                    });
                }
                Err(Error::WrongPassphrase) if state == CopyState::Whole => {
                    refused = Error::WrongPassphrase;
                }
                Err(_) => {}
            }
        }
        Err(refused)
    }

    /// Writes a new slot under the next number and proves that it opens, before anybody relies on it.
    pub(crate) fn add(
        &self,
        kind: SlotKind,
        secret: &Secret,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<SlotName> {
        let newest = self.of_kind(kind).next().map_or(0, |name| name.number);
        let number = newest.checked_add(1).ok_or(Error::SlotDamaged)?;
        self.add_as(SlotName { kind, number }, secret, passphrase, cost)
    }

    fn add_as(
        &self,
        name: SlotName,
        secret: &Secret,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<SlotName> {
        let text = text_of(secret)?;
        let sealed = seal::close(&text, passphrase, cost)?;
        let written = self.write_copies(name, &sealed).and_then(|()| {
            let proven = self.open_one(name, passphrase)?;
            if proven.sealed == sealed && proven.secret.key.reveal() == secret.key.reveal() {
                Ok(())
            } else {
                Err(Error::SlotDamaged)
            }
        });
        if written.is_err() {
            let _ = self.remove(name);
        }
        written.map(|()| name)
    }

    /// Removes the slots that `name` took the place of. A newer one stays: whoever opened an older slot
    /// showed that they know the old phrase, not that nobody needs the new one.
    pub(crate) fn let_go_before(&self, name: SlotName) -> Result<()> {
        let mut older = self
            .of_kind(name.kind)
            .filter(|other| other.number < name.number);
        let mut any = false;
        older.try_for_each(|&older| {
            any = true;
            self.remove(older)
        })?;
        // Waiting for the disk takes longer than all else that opening does. They are gone, whatever it answers: one that
        // a power cut brings back is let go of at the next opening.
        if any {
            let _ = sync_folder(&self.folder);
        }
        Ok(())
    }

    /// Removes every slot of a kind.
    pub(crate) fn remove_kind(&self, kind: SlotKind) -> Result<()> {
        for &name in self.of_kind(kind) {
            self.remove(name)?;
        }
        sync_folder(&self.folder)?;
        Ok(())
    }

    /// Writes every slot that is whole into another folder, both copies of each anew.
    ///
    /// # Errors
    /// [`Error::SlotDamaged`] when no passphrase slot is whole: such a copy would open for nobody.
    pub(crate) fn copy_whole_ones_to(&self, folder: &Path, whose: Whose) -> Result<()> {
        let there = Slots {
            folder: folder.to_owned(),
            names: Vec::new(),
        };
        let mut opens = false;
        for &name in &self.names {
            for (_, letter) in COPIES {
                if let (CopyState::Whole, Some(bytes)) = self.copy_state(name, letter)? {
                    let written = there.write_copies(name, &bytes);
                    written.map_err(|error| whose.tell(error))?;
                    opens |= name.kind == SlotKind::Passphrase;
                    break;
                }
            }
        }
        if opens {
            Ok(())
        } else {
            Err(Error::SlotDamaged)
        }
    }

    /// Removes every slot of a journal that was never finished, or of a copy that is let go of.
    pub(crate) fn remove_all(folder: &Path) -> Result<()> {
        for file in fs::read_dir(folder)? {
            let file = file?;
            let name = file.file_name();
            if name.to_str().is_some_and(is_of_a_slot) {
                remove_if_there(&file.path())?;
            }
        }
        Ok(())
    }

    /// Writes the copies of a slot again from the one that opened, where they are not both as they were.
    pub(crate) fn mend(&self, open: &OpenSlot) -> Result<()> {
        for (_, letter) in COPIES {
            let (state, bytes) = self.copy_state(open.name, letter)?;
            if state != CopyState::Whole || bytes.as_ref() != Some(&open.sealed) {
                self.write_copy(open.name, letter, &open.sealed)?;
            }
        }
        Ok(())
    }

    pub(crate) fn states(&self) -> Result<Vec<SlotState>> {
        let mut states = Vec::new();
        for &name in &self.names {
            states.push(SlotState {
                name: name.to_string(),
                first: self.copy_state(name, "a")?.0,
                second: self.copy_state(name, "b")?.0,
            });
        }
        Ok(states)
    }

    fn copy_state(&self, name: SlotName, letter: &str) -> Result<(CopyState, Option<Vec<u8>>)> {
        let Some(bytes) = read_small(&self.path(name, letter), MOST_BYTES).or_else(no_copy)? else {
            return Ok((CopyState::Gone, None));
        };
        let sum = read_small(&self.sum_path(name, letter), MOST_BYTES).or_else(no_copy)?;
        let fits = sum.is_some_and(|sum| sum.starts_with(checksum(&bytes).as_bytes()));
        let state = if fits {
            CopyState::Whole
        } else {
            CopyState::Damaged
        };
        Ok((state, Some(bytes)))
    }

    fn write_copies(&self, name: SlotName, sealed: &[u8]) -> Result<()> {
        for (_, letter) in COPIES {
            self.write_copy(name, letter, sealed)?;
        }
        Ok(())
    }

    fn write_copy(&self, name: SlotName, letter: &str, sealed: &[u8]) -> Result<()> {
        write_whole(
            &self.sum_path(name, letter),
            format!("{}  {name}.{letter}.age\n", checksum(sealed)).as_bytes(),
        )?;
        write_whole(&self.path(name, letter), sealed)
    }

    pub(crate) fn remove(&self, name: SlotName) -> Result<()> {
        for (_, letter) in COPIES {
            remove_if_there(&self.path(name, letter))?;
            remove_if_there(&self.sum_path(name, letter))?;
        }
        Ok(())
    }

    fn path(&self, name: SlotName, letter: &str) -> PathBuf {
        self.folder.join(format!("{name}.{letter}.age"))
    }

    fn sum_path(&self, name: SlotName, letter: &str) -> PathBuf {
        self.folder.join(format!("{name}.{letter}.sha256"))
    }
}

/// A copy that cannot be read, or is absurdly large, counts as damaged: the other copy may still open.
fn no_copy(error: Error) -> Result<Option<Vec<u8>>> {
    match error {
        Error::TooLarge | Error::DiskTrouble(_) | Error::ReadOnly => Ok(Some(Vec::new())),
        other => Err(other),
    }
}

fn checksum(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn text_of(secret: &Secret) -> Result<Zeroizing<Vec<u8>>> {
    let text = SecretText {
        awai: FORM.to_owned(),
        journal: hex(&secret.journal),
        salt: hex(&secret.salt),
        key: secret.key.reveal().as_str().to_owned(),
    };
    serde_json::to_vec_pretty(&text)
        .map(Zeroizing::new)
        .map_err(|_| Error::Unexpected("slots"))
}

fn secret_of(text: &[u8]) -> Result<Secret> {
    let text: SecretText = serde_json::from_slice(text).map_err(|_| Error::SlotDamaged)?;
    if text.awai != FORM {
        return Err(Error::JournalNewer);
    }
    let secret = || {
        Some(Secret {
            key: Key::from_bytes(unhex(&text.key)?),
            journal: unhex(&text.journal)?,
            salt: unhex(&text.salt)?,
        })
    };
    secret().ok_or(Error::SlotDamaged)
}
