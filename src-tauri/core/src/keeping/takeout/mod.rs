//! Taking everything out, so that nobody is ever locked in.
//!
//! Three forms: a folder of Markdown, one JSON that loses nothing and can be brought into another journal
//! ([`Journal::bring_in`]), one HTML page for reading and printing. Each goes out closed with the journal's own
//! passphrase, as an age file, or in clear when the person says so; the passphrase is asked in both cases.
//!
//! In clear, a tie with a care flag stays out, and so do the keys that letters are opened with.

mod bring_in;
mod html;
mod json;
mod markdown;
mod pages;
mod reading;
mod sink;

use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::disk::Outside;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::passphrase::Passphrase;
use crate::seal::{self, Cost};
use crate::slots::Slots;
use crate::speech::Speech;
use crate::tongue::Tongue;
use crate::vault::DATABASE;
use crate::{Now, files};

pub use bring_in::{BroughtIn, Whether, taken_out_is_closed};
pub(super) use bring_in::{Taking, make_findable, thing_of};

/// The form that a whole journal is taken out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OutForm {
    /// A folder with one Markdown file a page, and pictures beside.
    Markdown,
    /// One JSON that loses nothing.
    Json,
    /// One HTML page, for reading and printing.
    Html,
}

impl OutForm {
    /// All of them.
    pub const ALL: [OutForm; 3] = [OutForm::Markdown, OutForm::Json, OutForm::Html];

    /// `markdown`, `json`, `html`
    pub fn word(self) -> &'static str {
        match self {
            OutForm::Markdown => "markdown",
            OutForm::Json => "json",
            OutForm::Html => "html",
        }
    }
}

impl FromStr for OutForm {
    type Err = Error;

    fn from_str(word: &str) -> Result<OutForm> {
        OutForm::ALL
            .into_iter()
            .find(|form| form.word() == word)
            .ok_or(Error::BadRequest)
    }
}

/// Which letters go along.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OutLetters {
    /// None.
    #[default]
    None,
    /// What I wrote.
    Mine,
    /// Other people's words, too.
    Everybodys,
}

/// Whether anyone can read what is taken out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OutAs {
    /// Closed with the journal's passphrase.
    #[default]
    Closed,
    /// Whoever finds it can read it.
    InClear,
}

/// What to take out, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OutAsk {
    /// The form.
    pub form: OutForm,
    /// Whether anyone can read it.
    #[serde(default)]
    pub out_as: OutAs,
    /// Which letters go along.
    #[serde(default)]
    pub letters: OutLetters,
}

/// What was taken out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TakenOut {
    /// How many pages.
    pub pages: u32,
    /// How many pictures.
    pub pictures: u32,
    /// How many letters.
    pub letters: u32,
}

impl OutAsk {
    /// What its file's name ends in: `json.age`, `html`, …; nothing for a folder of Markdown in clear.
    pub fn ending(self) -> &'static str {
        match (self.form, self.out_as) {
            (OutForm::Markdown, OutAs::Closed) => "zip.age",
            (OutForm::Markdown, OutAs::InClear) => "",
            (OutForm::Json, OutAs::Closed) => "json.age",
            (OutForm::Json, OutAs::InClear) => "json",
            (OutForm::Html, OutAs::Closed) => "html.age",
            (OutForm::Html, OutAs::InClear) => "html",
        }
    }
}

impl Journal {
    /// Whether this is the journal's passphrase: asked anew before something leaves.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`].
    pub fn prove(&self, passphrase: &Passphrase) -> Result<()> {
        Slots::of(&self.keys())?.open(passphrase).map(|_| ())
    }

    /// Takes everything out, to a file that is not there yet (or, for Markdown in clear, a folder that is not
    /// there yet or holds nothing but what a system put there by itself). When this returns, it is whole on the disk;
    /// when it fails, nothing is left of it.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::FileThere`] and [`Error::FolderNotEmpty`] when something is there,
    /// [`Error::PlaceGone`], [`Error::PlaceShut`], [`Error::PlaceFull`], [`Error::PlaceTrouble`], and what the disk of
    /// the journal may say.
    pub fn take_out(
        &self,
        ask: OutAsk,
        passphrase: &Passphrase,
        cost: Cost,
        tongue: Tongue,
        to: &Path,
        now: Now,
    ) -> Result<TakenOut> {
        let watch = &mut Watch::nobody();
        self.take_out_watched(ask, passphrase, (cost, tongue), to, now, watch)
    }

    /// The same, with somebody who watches. When it is stopped nothing is left of it.
    ///
    /// # Errors
    /// As [`Journal::take_out`], and [`Error::Stopped`] when `watch` says so.
    pub fn take_out_watched(
        &self,
        ask: OutAsk,
        passphrase: &Passphrase,
        (cost, tongue): (Cost, Tongue),
        to: &Path,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<TakenOut> {
        self.prove(passphrase)?;
        refuse_what_is_there(ask, to)?;
        let asking = sink::Asking::of(watch, &self.folder().join(DATABASE));
        let out = Out {
            journal: self,
            ask,
            speech: Speech::of(tongue),
            tongue,
            now,
            goes_on: &|bytes| asking.goes_on(bytes),
        };
        let taken = match (ask.form, ask.out_as) {
            (OutForm::Markdown, OutAs::InClear) => out.to_folder(to),
            _ => files::write_elsewhere_by(to, |Outside(file)| {
                let file = Outside(sink::Watched::new(file, &asking));
                match ask.out_as {
                    OutAs::InClear => out.write(file),
                    OutAs::Closed => {
                        let closing = seal::closing(file, passphrase, cost)?;
                        let (closing, taken) = out.write(closing)?;
                        Ok((closing.finish()?, taken))
                    }
                }
                .map(|(Outside(file), taken)| (Outside(file.into_inner()), taken))
            }),
        };
        // What writes on the way knows only that writing failed.
        let why = |error| match asking.was_stopped() {
            true => Error::Stopped,
            false => self.or_gone(error),
        };
        taken.map_err(why)
    }
}

/// One taking out.
struct Out<'j> {
    journal: &'j Journal,
    ask: OutAsk,
    speech: &'j Speech,
    tongue: Tongue,
    now: Now,
    /// Asked between two pages, and wherever so many bytes were written.
    goes_on: &'j dyn Fn(usize) -> Result<()>,
}

impl Out<'_> {
    fn write<W: std::io::Write>(&self, mut to: W) -> Result<(W, TakenOut)> {
        match self.ask.form {
            OutForm::Json => {
                let taken = json::write(self, &mut to)?;
                Ok((to, taken))
            }
            OutForm::Html => {
                let taken = html::write(self, &mut to)?;
                Ok((to, taken))
            }
            OutForm::Markdown => {
                let mut sink = sink::Sink::zip(to);
                let taken = markdown::write(self, &mut sink)?;
                let mut to = sink.finish()?;
                to.flush()?;
                Ok((to, taken))
            }
        }
    }

    fn to_folder(&self, to: &Path) -> Result<TakenOut> {
        let was_there = to.exists();
        files::make_private_folder(to).map_err(Error::outside)?;
        let mut sink = sink::Sink::<std::io::Sink>::folder(to);
        let taken = markdown::write(self, &mut sink);
        if taken.is_err() {
            sink.leave_nothing(was_there);
        }
        taken
    }

    fn is_clear(&self) -> bool {
        self.ask.out_as == OutAs::InClear
    }
}

fn refuse_what_is_there(ask: OutAsk, to: &Path) -> Result<()> {
    let may_lie_there = ask.form == OutForm::Markdown && ask.out_as == OutAs::InClear;
    match files::is_as_good_as_empty(to) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        // A folder that nobody may look into, where a folder would do.
        Err(error) if to.is_dir() && may_lie_there => Err(Error::from(error).outside()),
        Ok(true) if may_lie_there => Ok(()),
        Ok(false) if may_lie_there => Err(Error::FolderNotEmpty),
        _ => Err(Error::FileThere),
    }
}
