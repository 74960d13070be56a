//! Key slots: small standard age files that hold the database's key, in the folder `keys/`.
//!
//! `passphrase-1.a.age` and `passphrase-1.b.age` are the same bytes, each with a public checksum beside it
//! (`….sha256`, as `sha256sum` writes it). age answers "decryption failed" both to a wrong passphrase and to a
//! damaged file (measured); the checksums tell which it is, and the second copy opens when the first is hurt.
//! The number grows when the passphrase changes: the new slot is complete and proven before the old one goes.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::error::{Error, Result};
use crate::files::{read_small, remove_if_there, sync_folder, write_whole};
use crate::id::{hex, unhex};
use crate::passphrase::Passphrase;
use crate::seal::{self, Cost};
use crate::store::{Key, Salt};

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
    pub number: u32,
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

/// The passphrase slots of a journal's `keys` folder, the newest number first.
pub(crate) struct Slots {
    folder: PathBuf,
    numbers: Vec<u32>,
}

impl Slots {
    pub(crate) fn of(folder: &Path) -> Result<Slots> {
        let mut numbers: Vec<u32> = Vec::new();
        if folder.is_dir() {
            for file in fs::read_dir(folder)? {
                let name = file?.file_name();
                let number: Option<u32> = name.to_str().and_then(|name| {
                    let (number, rest) = name.strip_prefix("passphrase-")?.split_once('.')?;
                    // A checksum alone, or a file that was being written, is no slot yet.
                    if rest.ends_with("age") {
                        number.parse().ok()
                    } else {
                        None
                    }
                });
                numbers.extend(number);
            }
        }
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        Ok(Slots {
            folder: folder.to_owned(),
            numbers,
        })
    }

    /// Opens the slot that this passphrase opens. Of a passphrase change that was cut short, both the old and
    /// the new phrase open their own slot.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when a whole slot did not open; [`Error::SlotDamaged`] when none was whole,
    /// or the newest was not, which is the one that the phrase of today opens.
    pub(crate) fn open(&self, passphrase: &Passphrase) -> Result<OpenSlot> {
        let mut refused = None;
        for &number in &self.numbers {
            match self.open_one(number, passphrase) {
                Ok(open) => return Ok(open),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        Err(refused.unwrap_or(Error::SlotDamaged))
    }

    /// Tries the copies of a slot, whole ones first. One whose checksum does not fit may still open: its
    /// checksum may be what was hurt, and age itself takes nothing that was changed.
    fn open_one(&self, number: u32, passphrase: &Passphrase) -> Result<OpenSlot> {
        let mut copies = Vec::new();
        for (copy, letter) in COPIES {
            let (state, bytes) = self.copy_state(number, letter)?;
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
                        number,
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
    pub(crate) fn add(&self, secret: &Secret, passphrase: &Passphrase, cost: Cost) -> Result<u32> {
        let newest = self.numbers.first().copied().unwrap_or(0);
        let number = newest.checked_add(1).ok_or(Error::SlotDamaged)?;
        let text = text_of(secret)?;
        let sealed = seal::close(&text, passphrase, cost)?;
        let written = self.write_copies(number, &sealed).and_then(|()| {
            let there = Slots {
                folder: self.folder.clone(),
                numbers: vec![number],
            };
            let proven = there.open(passphrase)?;
            if proven.sealed == sealed && proven.secret.key.reveal() == secret.key.reveal() {
                Ok(())
            } else {
                Err(Error::SlotDamaged)
            }
        });
        if written.is_err() {
            let _ = self.remove(number);
        }
        written.map(|()| number)
    }

    /// Removes the slots that `number` took the place of. A newer one stays: whoever opened an older slot
    /// showed that they know the old phrase, not that nobody needs the new one.
    pub(crate) fn let_go_before(&self, number: u32) -> Result<()> {
        let mut older = self.numbers.iter().filter(|&&other| other < number);
        let mut any = false;
        older.try_for_each(|&older| {
            any = true;
            self.remove(older)
        })?;
        // Waiting for the disk takes longer than all else that opening does.
        if any {
            sync_folder(&self.folder)?;
        }
        Ok(())
    }

    /// Removes every slot of a journal that was never finished.
    pub(crate) fn remove_all(folder: &Path) -> Result<()> {
        for file in fs::read_dir(folder)? {
            let file = file?;
            let name = file.file_name();
            if name
                .to_str()
                .is_some_and(|name| name.starts_with("passphrase-"))
            {
                remove_if_there(&file.path())?;
            }
        }
        Ok(())
    }

    /// Writes the copies of a slot again from the one that opened, where they are not both as they were.
    pub(crate) fn mend(&self, open: &OpenSlot) -> Result<()> {
        for (_, letter) in COPIES {
            let (state, bytes) = self.copy_state(open.number, letter)?;
            if state != CopyState::Whole || bytes.as_ref() != Some(&open.sealed) {
                self.write_copy(open.number, letter, &open.sealed)?;
            }
        }
        Ok(())
    }

    pub(crate) fn states(&self) -> Result<Vec<SlotState>> {
        let mut states = Vec::new();
        for &number in &self.numbers {
            states.push(SlotState {
                name: format!("passphrase-{number}"),
                first: self.copy_state(number, "a")?.0,
                second: self.copy_state(number, "b")?.0,
            });
        }
        Ok(states)
    }

    fn copy_state(&self, number: u32, letter: &str) -> Result<(CopyState, Option<Vec<u8>>)> {
        let Some(bytes) = read_small(&self.path(number, letter), MOST_BYTES).or_else(no_copy)?
        else {
            return Ok((CopyState::Gone, None));
        };
        let sum = read_small(&self.sum_path(number, letter), MOST_BYTES).or_else(no_copy)?;
        let fits = sum.is_some_and(|sum| sum.starts_with(checksum(&bytes).as_bytes()));
        let state = if fits {
            CopyState::Whole
        } else {
            CopyState::Damaged
        };
        Ok((state, Some(bytes)))
    }

    fn write_copies(&self, number: u32, sealed: &[u8]) -> Result<()> {
        for (_, letter) in COPIES {
            self.write_copy(number, letter, sealed)?;
        }
        Ok(())
    }

    fn write_copy(&self, number: u32, letter: &str, sealed: &[u8]) -> Result<()> {
        let name = format!("passphrase-{number}.{letter}.age");
        write_whole(
            &self.sum_path(number, letter),
            format!("{}  {name}\n", checksum(sealed)).as_bytes(),
        )?;
        write_whole(&self.path(number, letter), sealed)
    }

    fn remove(&self, number: u32) -> Result<()> {
        for (_, letter) in COPIES {
            remove_if_there(&self.path(number, letter))?;
            remove_if_there(&self.sum_path(number, letter))?;
        }
        Ok(())
    }

    fn path(&self, number: u32, letter: &str) -> PathBuf {
        self.folder
            .join(format!("passphrase-{number}.{letter}.age"))
    }

    fn sum_path(&self, number: u32, letter: &str) -> PathBuf {
        self.folder
            .join(format!("passphrase-{number}.{letter}.sha256"))
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
