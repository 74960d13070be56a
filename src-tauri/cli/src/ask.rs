//! What is asked of the program, as types that cannot be wrong. The person's words are in them; so nothing here
//! can be printed, and what was misunderstood is told without repeating it.

use std::ffi::OsString;
use std::path::PathBuf;

use awai::speech::Speech;
use awai::{Cover, ImportFormat, NewTie, Now, Order, TieKind};
use chrono::{DateTime, NaiveDate};
use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::alive;
use crate::grammar::grammar;
use crate::keeping::{self, Key, Whence};
use crate::letters::{LetterAct, act_of};
pub use crate::told::{PictureGiven, Source, Told, happened, source_of, told_of};

/// How many pages are listed or found when nobody says how many.
pub const USUAL_LIMIT: u32 = 50;

/// What is asked.
pub struct Ask {
    pub journal: Option<PathBuf>,
    pub passphrase_file: Option<PathBuf>,
    pub new_passphrase_file: Option<PathBuf>,
    pub older: Older,
    pub form: Form,
    pub act: Act,
}

/// Whether a journal that is older than the one last opened here may be used from now on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Older {
    ReadOnly,
    Use,
}

/// The form of the answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Plain,
    Json,
}

/// What is to be done.
pub enum Act {
    Create,
    Write {
        told: Told,
        at: Option<Now>,
    },
    Revise {
        page: PageName,
        told: Told,
    },
    List(Which),
    Show {
        page: PageName,
        cover: Cover,
        part: Part,
    },
    /// Writes its pictures into a folder.
    Pictures {
        page: PageName,
        cover: Cover,
        to: PathBuf,
    },
    Versions {
        page: PageName,
        cover: Cover,
    },
    SetAside(PageName),
    BringBack(PageName),
    /// Erases a page that lies aside.
    Erase(PageName),
    /// Erases what a page said earlier.
    EraseVersions(PageName),
    Aside,
    Search {
        words: Source<String>,
        which: Which,
        order: Order,
    },
    AddTie(NewTie),
    Ties,
    Check,
    Import {
        format: ImportFormat,
        path: PathBuf,
        whether: Whether,
    },
    Passphrase(Key),
    Keeping(keeping::Act),
    /// What is alive between people.
    Alive(alive::Act),
    Letters(LetterAct),
}

/// Whether an export is brought over, or only counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whether {
    Bring,
    Count,
}

/// Which pages.
pub struct Which {
    pub tie: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub limit: u32,
}

/// What of a page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// Its words, exactly as they were written.
    Words,
}

/// A page's id, or the first four characters of it or more, in lowercase.
#[derive(Clone)]
pub struct PageName(pub String);

/// What became of the command line.
pub enum Understood {
    Ask(Box<Ask>),
    /// What was asked is told already: how the program is used, or which version it is.
    Told(String),
    Misused {
        form: Form,
        sentence: String,
    },
}

/// Understands the command line.
pub fn understand(words: &[OsString], speech: &Speech) -> Understood {
    match grammar(speech).try_get_matches_from(words) {
        Ok(matches) => match ask_of(&matches) {
            Some(ask) => Understood::Ask(Box::new(ask)),
            None => misused(words, &speech.say("terminal-misused", &[]), speech),
        },
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Understood::Told(error.render().to_string())
            }
            _ => misused(words, &what_went_amiss(&error, speech), speech),
        },
    }
}

fn ask_of(matches: &ArgMatches) -> Option<Ask> {
    let (name, of) = matches.subcommand()?;
    let yes = |flag: &str| of.get_flag(flag);
    let page = || of.get_one::<PageName>("id").cloned();
    let cover = || match yes("open-cover") {
        true => Cover::Opened,
        false => Cover::Closed,
    };
    let act = match name {
        "create" => Act::Create,
        "write" => Act::Write {
            told: told_of(of, false),
            at: of.get_one("at").copied(),
        },
        "revise" => Act::Revise {
            page: page()?,
            told: told_of(of, true),
        },
        "list" => Act::List(which_of(of)),
        "show" => show_of(of, page()?, cover()),
        "versions" => Act::Versions {
            page: page()?,
            cover: cover(),
        },
        "set-aside" => Act::SetAside(page()?),
        "bring-back" => Act::BringBack(page()?),
        "erase" => Act::Erase(page()?),
        "erase-versions" => Act::EraseVersions(page()?),
        "aside" => Act::Aside,
        "search" => search_of(of),
        "tie" if matches!(of.subcommand(), Some(("add" | "list", _))) => tie_of(of)?,
        "check" if !of.contains_id("copy") => Act::Check,
        "import" => match *of.get_one("format")? {
            Whence::Awai => Act::Keeping(keeping::act_of("import", of)?),
            Whence::Program(format) => Act::Import {
                format,
                path: of.get_one::<PathBuf>("path").cloned()?,
                whether: match yes("dry-run") {
                    true => Whether::Count,
                    false => Whether::Bring,
                },
            },
        },
        "passphrase" => Act::Passphrase(match yes("new-key") {
            true => Key::New,
            false => Key::Same,
        }),
        other => keeping::act_of(other, of)
            .map(Act::Keeping)
            .or_else(|| act_of(other, of).map(Act::Letters))
            .or_else(|| alive::understand(other, of).map(Act::Alive))?,
    };
    // What holds for every command is read where the last word of the command stands.
    let deepest = of.subcommand().map_or(of, |(_, deeper)| deeper);
    let path = |name: &str| deepest.get_one::<PathBuf>(name).cloned();
    Some(Ask {
        journal: path("journal"),
        passphrase_file: path("passphrase-file"),
        new_passphrase_file: path("new-passphrase-file"),
        older: match deepest.get_flag("use-older") {
            true => Older::Use,
            false => Older::ReadOnly,
        },
        form: match deepest.get_flag("json") {
            true => Form::Json,
            false => Form::Plain,
        },
        act,
    })
}

fn show_of(of: &ArgMatches, page: PageName, cover: Cover) -> Act {
    if let Some(to) = of.get_one::<PathBuf>("pictures-to").cloned() {
        return Act::Pictures { page, cover, to };
    }
    let part = match of.get_flag("words") {
        true => Part::Words,
        false => Part::Whole,
    };
    Act::Show { page, cover, part }
}

fn which_of(of: &ArgMatches) -> Which {
    Which {
        tie: of.get_one("tie").cloned(),
        from: of.get_one("from").copied(),
        to: of.get_one("to").copied(),
        limit: of.get_one("limit").copied().unwrap_or(USUAL_LIMIT),
    }
}

fn search_of(of: &ArgMatches) -> Act {
    let words: Vec<&str> = of
        .get_many::<String>("words")
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let words = words.join(" ");
    Act::Search {
        words: if words == "-" {
            Source::Input
        } else {
            Source::Named(words)
        },
        which: which_of(of),
        order: match of.get_flag("closest") {
            true => Order::Closest,
            false => Order::Newest,
        },
    }
}

fn tie_of(of: &ArgMatches) -> Option<Act> {
    match of.subcommand()? {
        ("add", of) => {
            let kind = of.get_one::<String>("kind").map(String::as_str);
            Some(Act::AddTie(NewTie {
                called: of.get_one::<String>("name").cloned()?,
                kind: match kind {
                    Some("group") => TieKind::Group,
                    Some("place") => TieKind::CommunityOrPlace,
                    Some("myself") => TieKind::Myself,
                    Some("other") => TieKind::Other,
                    _ => TieKind::Person,
                },
            }))
        }
        _ => Some(Act::Ties),
    }
}

/// A day, as `2026-11-26`.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| String::new())
}

/// A moment with its offset, as `2026-11-26T21:40:00+09:00`.
pub fn moment(text: &str) -> Result<Now, String> {
    DateTime::parse_from_rfc3339(text).map_err(|_| String::new())
}

/// The beginning of a page's id, or the whole of it.
pub fn page_name(text: &str) -> Result<PageName, String> {
    let name = text.to_ascii_lowercase();
    let is_one = (4..=32).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_hexdigit());
    is_one.then_some(PageName(name)).ok_or_else(String::new)
}

/// Says which of our own words were missed or misread. What the person wrote is never said again.
fn what_went_amiss(error: &clap::Error, speech: &Speech) -> String {
    let ours = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let with = |key: &str, name: &str, value: String| speech.say(key, &[(name, &value)]);
    let suggestion = |kind| ours(kind).map(|it| with("terminal-misused-perhaps", "word", it));
    let (sentence, more) = match error.kind() {
        ErrorKind::InvalidSubcommand => (
            speech.say("terminal-misused-command", &[]),
            suggestion(ContextKind::SuggestedSubcommand),
        ),
        ErrorKind::UnknownArgument => (
            speech.say("terminal-misused-option", &[]),
            suggestion(ContextKind::SuggestedArg),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match ours(ContextKind::InvalidArg)
        {
            Some(option) => (with("terminal-misused-value", "option", option), None),
            None => (speech.say("terminal-misused", &[]), None),
        },
        ErrorKind::MissingRequiredArgument => match ours(ContextKind::InvalidArg) {
            Some(option) => (with("terminal-misused-missing", "option", option), None),
            None => (speech.say("terminal-misused", &[]), None),
        },
        ErrorKind::MissingSubcommand => (speech.say("terminal-misused-no-command", &[]), None),
        ErrorKind::InvalidUtf8 => (speech.say("terminal-not-text", &[]), None),
        _ => (speech.say("terminal-misused", &[]), None),
    };
    match more {
        Some(more) => format!("{sentence} {more}"),
        None => sentence,
    }
}

/// Wrong usage, and where to read about the right one.
fn misused(words: &[OsString], sentence: &str, speech: &Speech) -> Understood {
    let grammar = grammar(speech);
    let named = words
        .iter()
        .skip(1)
        .filter_map(|word| word.to_str())
        .find_map(|word| grammar.find_subcommand(word));
    let see = match named {
        Some(command) => format!("awai {} --help", command.get_name()),
        None => "awai --help".to_owned(),
    };
    let json = words
        .iter()
        .take_while(|word| *word != "--")
        .any(|word| word == "--json");
    Understood::Misused {
        form: if json { Form::Json } else { Form::Plain },
        sentence: format!(
            "{sentence}\n{}",
            speech.say("terminal-misused-see", &[("command", &see)])
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_by_four_characters_or_more_of_its_id() {
        for text in ["", "abc", "xyzw", &"a".repeat(33), "あああああ"] {
            assert!(page_name(text).is_err(), "{text}");
        }
        assert_eq!(page_name("3FA9").unwrap().0, "3fa9");
    }

    #[test]
    fn nothing_of_the_person_is_said_again_when_it_was_not_understood() {
        for tongue in awai::Tongue::ALL {
            let speech = Speech::of(tongue);
            for line in [
                "awai canary",
                "awai --canary",
                "awai list canary",
                "awai list --from canary",
                "awai list --limit canary",
                "awai show canary",
                "awai write a canary",
                "awai tie add --kind canary N",
                "awai tie canary",
                "awai --lang canary list",
                "awai",
                "awai show",
            ] {
                let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
                let Understood::Misused { sentence, .. } = understand(&words, speech) else {
                    panic!("{line} was understood");
                };
                assert!(!sentence.contains("canary"), "{line}: {sentence}");
            }
        }
    }
}
