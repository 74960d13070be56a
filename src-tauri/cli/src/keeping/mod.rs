//! Keeping, from a terminal: copies and the way back from them, twelve words beside the passphrase, a new key, and
//! what a sync tool left beside.

mod doing;
mod erasing;
mod grammar;
mod plain;
mod siblings;
mod whole;

use std::path::PathBuf;

use awai::{
    Backup, BroughtIn, CheckReport, CopiesToo, Erased, InPlace, LastBackup, OutAs, OutAsk, OutForm,
    OutLetters, TakenOut,
};
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
    Siblings(siblings::Act),
    Erase {
        copies: CopiesToo,
        settings: Settings,
    },
    TakeOut {
        asked: OutAsk,
        to: PathBuf,
    },
    BringIn {
        file: PathBuf,
        /// Where the passphrase lies that it was closed with.
        phrase_file: Option<PathBuf>,
        whether: awai::Whether,
    },
}

/// Whether the settings of the window are erased with a journal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Settings {
    Stay,
    Go,
}

/// Where pages come from.
#[derive(Clone, Copy)]
pub enum Whence {
    /// Another program.
    Program(awai::ImportFormat),
    /// A journal that was taken out as JSON.
    Awai,
}

/// `day-one`, `awai`
pub fn whence(text: &str) -> Result<Whence, String> {
    match text {
        "awai" => Ok(Whence::Awai),
        program => program
            .parse()
            .map(Whence::Program)
            .map_err(|_| String::new()),
    }
}

/// `markdown`, `json`, `html`
pub fn form(text: &str) -> Result<OutForm, String> {
    text.parse().map_err(|_| String::new())
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
    Erased(Erased),
    TakenOut(TakenOut, PathBuf),
    /// What a file that was taken out would bring.
    WouldCome(BroughtIn),
    /// What it brought.
    Came(BroughtIn),
    Siblings(siblings::Answer),
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
            Answer::Erased(how) => {
                json!({ "erased": true, "finished": *how == Erased::Whole })
            }
            Answer::KeyRenewed => json!({ "changed": true, "new_key": true }),
            Answer::TakenOut(taken, to) => json!({
                "pages": taken.pages, "pictures": taken.pictures, "letters": taken.letters,
                "to": to.to_string_lossy(),
            }),
            Answer::WouldCome(brought) | Answer::Came(brought) => json!(brought),
            Answer::Siblings(answer) => answer.json(),
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
        "siblings" => Act::Siblings(siblings::act_of(of)?),
        "erase-everything" => Act::Erase {
            copies: match of.get_flag("copies") {
                true => CopiesToo::Go,
                false => CopiesToo::Stay,
            },
            settings: match of.get_flag("settings") {
                true => Settings::Go,
                false => Settings::Stay,
            },
        },
        "export" => Act::TakeOut {
            asked: OutAsk {
                form: of.get_one::<OutForm>("form").copied()?,
                out_as: match of.get_flag("in-clear") {
                    true => OutAs::InClear,
                    false => OutAs::Closed,
                },
                letters: match of.get_one::<String>("letters").map(String::as_str) {
                    Some("mine") => OutLetters::Mine,
                    Some("all") => OutLetters::Everybodys,
                    _ => OutLetters::None,
                },
            },
            to: path("to")?,
        },
        "import" => Act::BringIn {
            file: path("path")?,
            phrase_file: path("file-passphrase-file"),
            whether: match of.get_flag("dry-run") {
                true => awai::Whether::Count,
                false => awai::Whether::Bring,
            },
        },
        _ => return None,
    })
}
