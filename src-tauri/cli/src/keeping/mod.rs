//! Keeping, from a terminal: copies and the way back from them, twelve words beside the passphrase, a new key.

mod doing;
mod grammar;
mod plain;

use std::path::PathBuf;

use awai::{Backup, CheckReport, InPlace, LastBackup};
use clap::ArgMatches;
use serde_json::{Value, json};

pub use doing::{answer, renew_key};
pub use grammar::commands;
pub use plain::text_of;

/// What is to be done.
pub enum Act {
    Backup(Option<PathBuf>),
    Backups,
    Restore {
        from: PathBuf,
        to: PathBuf,
        in_place: InPlace,
    },
    CheckCopy(PathBuf),
    Sheet {
        into: Option<PathBuf>,
        back: AskBack,
    },
    RemoveSheet,
    Envelope {
        to: String,
        into: PathBuf,
    },
    OpenEnvelope(PathBuf),
    RemoveEnvelope,
}

/// Whether a new passphrase leaves the key of the database as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Same,
    New,
}

/// Whether three of the twelve words are asked back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AskBack {
    Three,
    None,
}

/// What was done or found.
pub enum Answer {
    Backup(Backup),
    Backups(Option<LastBackup>, Vec<Backup>),
    Restored(PathBuf),
    CopyChecked(CheckReport),
    SheetKept(Option<PathBuf>),
    WordsGone,
    Envelope {
        file: PathBuf,
        name: String,
    },
    EnvelopeOpened {
        called: String,
        name: String,
        words: Vec<String>,
    },
    KeyRenewed,
}

impl Answer {
    pub fn json(&self) -> Value {
        match self {
            Answer::Backup(backup) => {
                json!({ "name": backup.name, "at": backup.at, "bytes": backup.bytes, "folder": backup.folder.to_string_lossy() })
            }
            Answer::Backups(last, backups) => json!({ "last": last, "backups": backups }),
            Answer::Restored(folder) => json!({ "folder": folder.to_string_lossy() }),
            Answer::CopyChecked(report) => json!(report),
            Answer::SheetKept(file) => {
                json!({ "kept": true, "file": file.as_ref().map(|file| file.to_string_lossy()) })
            }
            Answer::WordsGone => json!({ "done": true }),
            Answer::Envelope { file, .. } => json!({ "file": file.to_string_lossy() }),
            Answer::EnvelopeOpened {
                called,
                name,
                words,
            } => json!({ "called": called, "name": name, "words": words }),
            Answer::KeyRenewed => json!({ "changed": true, "new_key": true }),
        }
    }

    /// Whether all is well: a copy that is not as it was written was found, and that is told.
    pub fn is_well(&self) -> bool {
        match self {
            Answer::CopyChecked(report) => report.is_whole(),
            _ => true,
        }
    }
}

/// The act of a command about keeping; nothing when it is about something else.
pub fn act_of(name: &str, of: &ArgMatches) -> Option<Act> {
    let path = |name: &str| of.get_one::<PathBuf>(name).cloned();
    Some(match name {
        "backup" => Act::Backup(path("to")),
        "backups" => Act::Backups,
        "restore" => Act::Restore {
            from: path("from")?,
            to: path("to")?,
            in_place: match of.get_flag("put-by") {
                true => InPlace::PutBy,
                false => InPlace::Nothing,
            },
        },
        "check" => Act::CheckCopy(path("copy")?),
        "sheet" if of.get_flag("remove") => Act::RemoveSheet,
        "sheet" => Act::Sheet {
            into: path("into"),
            back: match of.get_flag("unasked") {
                true => AskBack::None,
                false => AskBack::Three,
            },
        },
        "envelope" if of.get_flag("remove") => Act::RemoveEnvelope,
        "envelope" => match path("open") {
            Some(file) => Act::OpenEnvelope(file),
            None => Act::Envelope {
                to: of.get_one::<String>("name").cloned()?,
                into: path("into").unwrap_or_else(|| PathBuf::from(".")),
            },
        },
        _ => return None,
    })
}
