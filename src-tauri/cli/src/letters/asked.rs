//! What is asked about letters, from the command line.

use std::path::PathBuf;

use awai::{Rest, Wish};
use clap::ArgMatches;

use super::{
    FileForm, Holds, How, Leaving, LetGo, LetterAct, Named, Parting, Read, Sealing, Stand, Then,
    WishBefore,
};

/// The act of a command about letters; nothing when it is about something else or cannot be meant.
pub fn act_of(name: &str, of: &ArgMatches) -> Option<LetterAct> {
    let text = |name: &str| of.get_one::<String>(name).cloned();
    let path = |name: &str| of.get_one::<PathBuf>(name).cloned();
    Some(match name {
        "invite" => LetterAct::Invite {
            named: named_of(of),
            into: into_of(of),
        },
        "accept" => LetterAct::Accept {
            file: path("file")?,
            words_file: path("words-file"),
            named: named_of(of),
            into: into_of(of),
        },
        "companions" => companions_act(of)?,
        "card" => match of.subcommand()? {
            ("make", of) => LetterAct::MakeCard(named_of(of)),
            ("answer", of) => LetterAct::AnswerCard {
                file: of.get_one::<PathBuf>("file").cloned()?,
                named: named_of(of),
            },
            (_, of) => LetterAct::TakeCard {
                file: of.get_one::<PathBuf>("file").cloned()?,
                waiting: of.get_one::<String>("name").cloned()?,
            },
        },
        "agreement" => LetterAct::Agreement {
            name: text("name")?,
            answers: path("answers"),
            reread: text("reread").unwrap_or_default(),
        },
        "seal" => match (text("draft"), text("again")) {
            (Some(draft), _) => LetterAct::SealDraft {
                draft,
                how: how_of(of),
            },
            (_, Some(letter)) => LetterAct::SealAgain {
                letter,
                how: how_of(of),
            },
            _ => LetterAct::Seal(Box::new(sealing_of(of))),
        },
        "open" => LetterAct::Open {
            file: path("file")?,
            words_file: path("words-file"),
            read: match of.get_flag("read") {
                true => Read::Words,
                false => Read::Face,
            },
            then: then_of(of),
        },
        "threads" => match (text("letter"), let_go_of(of)) {
            (Some(letter), Some(what)) => LetterAct::LetGo { letter, what },
            (Some(letter), None) => LetterAct::Letter(letter),
            _ => LetterAct::Threads(text("name")),
        },
        "echo" => LetterAct::Echo {
            letter: text("letter")?,
            words: path("words"),
            how: how_of(of),
        },
        "release" => LetterAct::Release {
            letter: text("letter")?,
            how: now_of(of),
        },
        _ => return None,
    })
}

/// Those I exchange letters with, and what becomes of one of them.
fn companions_act(of: &ArgMatches) -> Option<LetterAct> {
    Some(match of.subcommand() {
        None => LetterAct::Companions,
        Some((verb @ ("end" | "forget"), of)) => LetterAct::Part(Leaving {
            parting: match verb {
                "end" => Parting::End,
                _ => Parting::Forget,
            },
            name: of.get_one::<String>("name").cloned()?,
            wish: wish_of(of),
            how: now_of(of),
        }),
        Some((verb, of)) => LetterAct::Stand {
            how: match verb {
                "rest" => Stand::Rest,
                _ => Stand::TakeUp,
            },
            name: of.get_one::<String>("name").cloned()?,
        },
    })
}

fn named_of(of: &ArgMatches) -> Named {
    let text = |name: &str| of.get_one::<String>(name).cloned();
    Named {
        called: text("name"),
        my_name: text("as"),
        tie: text("tie"),
    }
}

fn into_of(of: &ArgMatches) -> PathBuf {
    let named = of.get_one::<PathBuf>("into").cloned();
    named.unwrap_or_else(|| PathBuf::from("."))
}

fn how_of(of: &ArgMatches) -> How {
    How {
        into: into_of(of),
        rest: match of.get_flag("send-now") {
            true => Rest::SendNow,
            false => Rest::Rested,
        },
        form: form_of(of),
    }
}

/// A wish to let go does not wait for the morning.
fn now_of(of: &ArgMatches) -> How {
    How {
        into: into_of(of),
        rest: Rest::SendNow,
        form: form_of(of),
    }
}

fn form_of(of: &ArgMatches) -> FileForm {
    let asked = |name: &str| matches!(of.try_get_one::<bool>(name), Ok(Some(true)));
    match (asked("armor"), asked("html")) {
        (true, _) => FileForm::Armored,
        (_, true) => FileForm::Page,
        _ => FileForm::Binary,
    }
}

fn then_of(of: &ArgMatches) -> Then {
    let choices = [
        ("keep", Then::Keep),
        ("later", Then::Later),
        ("return", Then::Return),
        ("erase", Then::Erase),
    ];
    let chosen = choices.into_iter().find(|(name, _)| of.get_flag(name));
    chosen.map_or(Then::Nothing, |(_, then)| then)
}

fn let_go_of(of: &ArgMatches) -> Option<LetGo> {
    match (of.get_flag("erase"), of.get_flag("follow")) {
        (true, _) => Some(LetGo::ThisOne),
        (_, true) => Some(LetGo::WhatItNames),
        _ => None,
    }
}

fn wish_of(of: &ArgMatches) -> WishBefore {
    let names = of.get_many::<String>("release");
    let names: Vec<String> = names.into_iter().flatten().cloned().collect();
    match (names.is_empty(), of.get_flag("no-release")) {
        (true, true) => WishBefore::None,
        (true, false) => WishBefore::Unsaid,
        _ if names.iter().any(|name| name == "all") => WishBefore::All,
        _ => WishBefore::These(names),
    }
}

fn sealing_of(of: &ArgMatches) -> Sealing {
    let text = |name: &str| of.get_one::<String>(name).cloned();
    let many = |name: &str| -> Vec<String> {
        let texts = of.get_many::<String>(name);
        texts.into_iter().flatten().cloned().collect()
    };
    Sealing {
        to: many("to"),
        to_words: text("to-words"),
        my_name: text("as"),
        pages: many("page"),
        words: of.get_one::<PathBuf>("words").cloned(),
        cover: text("cover").unwrap_or_default(),
        holds: match (of.get_flag("agreement"), text("question")) {
            (true, _) => Holds::Agreement,
            (_, Some(question)) => {
                Holds::Question(question, text("changed-because").unwrap_or_default())
            }
            _ => Holds::Words,
        },
        same_question: text("same-question"),
        wish: many("wish").into_iter().map(Wish::from).collect(),
        as_written: many("as-written"),
        stands_as: many("stands-as"),
        how: how_of(of),
    }
}
