//! From the words of a command to what is to be done.

use std::path::PathBuf;

use awai::{CareFlag, IntentionState, MomentKind, Move, Origin, QuestionWish, Standing};
use clap::ArgMatches;

use super::{Act, AskFor, From, Name};
use crate::ask::{PageName, USUAL_LIMIT, source_of, told_of};

/// What is to be done, if these words belong to this room.
pub fn understand(name: &str, of: &ArgMatches) -> Option<Act> {
    match name {
        "ask" => Some(Act::Ask(asked_for(of))),
        "answer" => Some(Act::Answer {
            question: one(of, "question")?,
            set: one(of, "set"),
            sitting: match text(of, "sitting") {
                Some(id) => Some(id.parse().ok()?),
                None => None,
            },
            told: told_of(of, false),
        }),
        _ => {
            let (deeper, of) = of.subcommand()?;
            match name {
                "question" => question(deeper, of),
                "tie" => tie(deeper, of),
                "moment" => moment(deeper, of),
                "toward" => toward(deeper, of),
                "company" => company(deeper, of),
                "my-word" => my_word(deeper, of),
                "practice" => practice(deeper, of),
                "look" => look(deeper, of),
                "example" => example(deeper, of),
                _ => None,
            }
        }
    }
}

fn text(of: &ArgMatches, name: &str) -> Option<String> {
    of.get_one::<String>(name).cloned()
}

fn words(of: &ArgMatches, name: &str) -> String {
    text(of, name).unwrap_or_default()
}

fn one(of: &ArgMatches, name: &str) -> Option<Name> {
    text(of, name).map(Name)
}

fn several(of: &ArgMatches, name: &str) -> Vec<String> {
    let found = of.get_many::<String>(name).into_iter().flatten();
    found.cloned().collect()
}

fn names(of: &ArgMatches, name: &str) -> Vec<Name> {
    several(of, name).into_iter().map(Name).collect()
}

fn number(of: &ArgMatches, name: &str) -> Option<u32> {
    of.get_one(name).copied()
}

fn page(of: &ArgMatches) -> Option<PageName> {
    of.get_one::<PageName>("id").cloned()
}

fn asked_for(of: &ArgMatches) -> AskFor {
    AskFor {
        set: one(of, "set"),
        ties: several(of, "tie"),
        shown: names(of, "shown"),
        from: match of.get_one::<PageName>("elsewhere") {
            Some(page) => From::Elsewhere(page.clone()),
            None if of.get_flag("wider") => From::Wider,
            None => From::Here,
        },
    }
}

fn question(name: &str, of: &ArgMatches) -> Option<Act> {
    let wish = |wish| {
        Some(Act::Wish {
            question: one(of, "question")?,
            wish,
        })
    };
    Some(match name {
        "list" => Act::Questions {
            words: words(of, "words"),
            origin: match text(of, "origin").as_deref() {
                Some("built-in") => Some(Origin::BuiltIn),
                Some("mine") => Some(Origin::Mine),
                Some("received") => Some(Origin::Received),
                _ => None,
            },
            limit: number(of, "limit").unwrap_or(USUAL_LIMIT),
        },
        "show" => Act::Question(one(of, "question")?),
        "add" => Act::AddQuestion(source_of(of)),
        "adapt" => Act::Adapt {
            question: one(of, "question")?,
            n: number(of, "from"),
            by: text(of, "move").as_deref().map(move_of),
            because: words(of, "because"),
            words: source_of(of),
        },
        "lineage" => Act::Lineage(one(of, "question")?),
        "answers" => Act::Answers {
            question: one(of, "question"),
            task: text(of, "task"),
            limit: number(of, "limit").unwrap_or(USUAL_LIMIT),
        },
        "later" => wish(Some(QuestionWish::Later))?,
        "not-again" => wish(Some(QuestionWish::NotAgain))?,
        "again" => wish(None)?,
        "erase" => Act::EraseWording {
            question: one(of, "question")?,
            n: number(of, "wording")?,
        },
        "sets" => Act::QuestionSets,
        "add-set" => Act::AddSet {
            title: text(of, "title")?,
            questions: names(of, "question"),
        },
        "erase-set" => Act::EraseSet(one(of, "set")?),
        "export-set" => Act::ExportSet {
            set: one(of, "set")?,
            file: of.get_one::<PathBuf>("path").cloned()?,
        },
        "import-set" => Act::ImportSet(of.get_one::<PathBuf>("path").cloned()?),
        _ => return None,
    })
}

fn move_of(word: &str) -> Move {
    match word {
        "opened" => Move::Opened,
        "us" => Move::Us,
        "assumption-named" => Move::AssumptionNamed,
        "toward" => Move::Toward,
        "slower" => Move::Slower,
        _ => Move::Other,
    }
}

fn tie(name: &str, of: &ArgMatches) -> Option<Act> {
    let called = || text(of, "tie");
    let stand = |standing| {
        Some(Act::Stand {
            tie: called()?,
            standing,
        })
    };
    Some(match name {
        "show" => Act::Tie(called()?),
        "rename" => Act::Rename {
            tie: called()?,
            called: text(of, "new-name")?,
        },
        "about" => Act::About {
            tie: called()?,
            words: source_of(of),
        },
        "rest" => stand(Standing::Resting)?,
        "end" => stand(Standing::Ended)?,
        "reopen" => stand(Standing::Open)?,
        "care" => Act::Care {
            tie: called()?,
            flag: match text(of, "yes-no").as_deref() {
                Some("yes") => CareFlag::Raised,
                _ => CareFlag::Lowered,
            },
        },
        "erase" => Act::EraseTie(called()?),
        "gather" => Act::Gather {
            tie: called()?,
            chosen: several(of, "passage"),
            into: of.get_one::<PathBuf>("into").cloned(),
        },
        "erase-naming" => Act::EraseNaming(text(of, "thing")?.parse().ok()?),
        _ => return None,
    })
}

fn moment(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "mark" => Act::Mark {
            page: page(of)?,
            kind: match text(of, "kind")?.as_str() {
                "connection" => MomentKind::Connection,
                "disconnection" => MomentKind::Disconnection,
                "reconnection" => MomentKind::Reconnection,
                _ => MomentKind::Opening,
            },
            tie: text(of, "tie"),
            words: words(of, "words"),
        },
        "unmark" => Act::Unmark(text(of, "thing")?.parse().ok()?),
        "openings" => Act::Openings(number(of, "limit").unwrap_or(USUAL_LIMIT)),
        _ => return None,
    })
}

fn toward(name: &str, of: &ArgMatches) -> Option<Act> {
    let state = |state| {
        Some(Act::IntentionState {
            intention: one(of, "thing")?,
            state,
        })
    };
    Some(match name {
        "list" => Act::Intentions,
        "show" => Act::Intention(one(of, "thing")?),
        "add" => Act::AddIntention {
            ties: several(of, "tie"),
            words: source_of(of),
        },
        "keep" => state(IntentionState::Alive)?,
        "rest" => state(IntentionState::Resting)?,
        "let-go" => state(IntentionState::LetGo)?,
        "try" => Act::Try {
            intention: one(of, "thing")?,
            happened: words(of, "what-happened"),
            surprised: words(of, "surprised"),
            around: words(of, "around"),
            words: source_of(of),
        },
        "erase" => Act::EraseIntention(one(of, "thing")?),
        _ => return None,
    })
}

fn company(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "list" => Act::Company,
        "add" => Act::AddCompany {
            how: words(of, "how"),
            words: source_of(of),
        },
        "erase" => Act::EraseCompany(one(of, "thing")?),
        _ => return None,
    })
}

fn my_word(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "list" => Act::MyWords,
        "add" => Act::AddMyWord {
            theirs: text(of, "theirs")?,
            mine: text(of, "mine")?,
            because: words(of, "because"),
        },
        "erase" => Act::EraseMyWord(one(of, "thing")?),
        _ => return None,
    })
}

fn practice(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "show" => Act::Practice,
        "set" => Act::SetPractice {
            sets: names(of, "set"),
            rhythm: words(of, "rhythm"),
        },
        "let-go" => Act::LetPracticeGo,
        _ => return None,
    })
}

fn look(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "opening" => Act::AnOpening,
        "this-day" => Act::FromThisDay,
        "question" => Act::AnOldQuestion,
        "words" => Act::WordsIReturnTo,
        "not-again" => Act::NotAgain(page(of)?),
        _ => return None,
    })
}

fn example(name: &str, of: &ArgMatches) -> Option<Act> {
    Some(match name {
        "list" => Act::Examples,
        "take-away" => Act::TakeExampleAway(text(of, "thing")?),
        "bring-back" => Act::BringExamplesBack,
        _ => return None,
    })
}
