//! The commands about questions, ties and what is alive between people. A command is a line of a table: its words,
//! how it is used, what it answers, what it takes. What each is for is said in the person's language, under
//! `terminal-about-` and its words.

use std::path::PathBuf;

use awai::speech::Speech;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::ask;
use crate::grammar::{argument, command, file, flag, option, page, spoken, telling};

/// What a command takes.
#[derive(Clone, Copy)]
enum Takes {
    /// Words from a file or from standard input.
    Words,
    Question,
    QuestionMaybe,
    /// A set, by its name or the beginning of its id.
    Set,
    SetMaybe,
    Tie,
    NewName,
    Page,
    Kind,
    /// A thing of one's own, by the beginning of its id.
    Thing,
    Theirs,
    Mine,
    /// A file, which has to be named.
    Path,
    YesNo,
    Title,
    /// Options, each by its name.
    Option(&'static str, &'static str),
    Several(&'static str, &'static str),
    Number(&'static str),
    Flag(&'static str),
    /// One of several words.
    OneOf(&'static str, &'static [&'static str]),
}

use Takes::*;

const MOVES: &[&str] = &[
    "opened",
    "us",
    "assumption-named",
    "toward",
    "slower",
    "other",
];

/// Words, usage, JSON, what it takes.
type Line = (&'static str, &'static str, &'static str, &'static [Takes]);

#[rustfmt::skip]
const QUESTION: &[Line] = &[
    ("question list", "[--words WORDS] [--origin built-in|mine|received] [--limit N]", "{\"questions\":[Question…],\"more\":false}",
        &[Option("words", "WORDS"), OneOf("origin", &["built-in", "mine", "received"]), Number("limit")]),
    ("question show", "QUESTION", "Question", &[Question]),
    ("question add", "[FILE]", "Question", &[Words]),
    ("question adapt", "QUESTION [--from N] [--move MOVE] [--because WORDS] [FILE]", "Question",
        &[Question, Number("from"), OneOf("move", MOVES), Option("because", "WORDS"), Words]),
    ("question lineage", "QUESTION", "{\"wordings\":[LineageWording…]}", &[Question]),
    ("question answers", "[QUESTION] [--task TASK] [--limit N]", "{\"lines\":[PageLine…],\"more\":false}",
        &[QuestionMaybe, Option("task", "TASK"), Number("limit")]),
    ("question later", "QUESTION", "Question", &[Question]),
    ("question not-again", "QUESTION", "Question", &[Question]),
    ("question again", "QUESTION", "Question", &[Question]),
    ("question erase", "QUESTION --wording N", "{\"done\":true}", &[Question, Number("wording")]),
    ("question sets", "", "[QuestionSetLine…]", &[]),
    ("question add-set", "TITLE --question QUESTION…", "QuestionSet", &[Title, Several("question", "QUESTION")]),
    ("question erase-set", "SET", "{\"done\":true}", &[Set]),
    ("question export-set", "SET FILE", "{\"file\":\"…\"}", &[Set, Path]),
    ("question import-set", "FILE", "{\"set\":\"…\",\"new\":[…],\"beside\":[…],\"already_here\":[…]}", &[Path]),
];

#[rustfmt::skip]
const TIE: &[Line] = &[
    ("tie show", "NAME", "TieRoom", &[Tie]),
    ("tie rename", "NAME NEW-NAME", "Tie", &[Tie, NewName]),
    ("tie about", "NAME [FILE]", "Tie", &[Tie, Words]),
    ("tie rest", "NAME", "Tie", &[Tie]),
    ("tie end", "NAME", "Tie", &[Tie]),
    ("tie reopen", "NAME", "Tie", &[Tie]),
    ("tie care", "NAME yes|no", "{\"done\":true}", &[Tie, YesNo]),
    ("tie erase", "NAME", "{\"done\":true}", &[Tie]),
    ("tie erase-naming", "ID", "{\"done\":true}", &[Thing]),
];

#[rustfmt::skip]
const GATHER: Line =
    ("tie gather", "NAME\n       awai tie gather NAME PASSAGE… [--into FILE]",
        "[{\"name\":\"3fa9c02e/1\",\"day\":\"…\",\"text\":\"…\"}…]; with passages {\"text\":\"…\",\"named\":[\"…\"],\"file\":null}", &[Tie]);

#[rustfmt::skip]
const MOMENT: &[Line] = &[
    ("moment mark", "ID connection|disconnection|reconnection|opening [--tie NAME] [--words WORDS]", "{\"id\":\"…\"}",
        &[Page, Kind, Option("tie", "NAME"), Option("words", "WORDS")]),
    ("moment unmark", "ID", "{\"done\":true}", &[Thing]),
    ("moment openings", "[--limit N]", "{\"openings\":[MomentLine…],\"more\":false}", &[Number("limit")]),
];

#[rustfmt::skip]
const TOWARD: &[Line] = &[
    ("toward list", "", "[Intention…]", &[]),
    ("toward show", "ID", "Intention", &[Thing]),
    ("toward add", "[--tie NAME]… [FILE]", "Intention", &[Several("tie", "NAME"), Words]),
    ("toward keep", "ID", "Intention", &[Thing]),
    ("toward rest", "ID", "Intention", &[Thing]),
    ("toward let-go", "ID", "Intention", &[Thing]),
    ("toward try", "ID [--what-happened WORDS] [--surprised WORDS] [--around WHEN] [FILE]", "Intention",
        &[Thing, Option("what-happened", "WORDS"), Option("surprised", "WORDS"), Option("around", "WHEN"), Words]),
    ("toward erase", "ID", "{\"done\":true}", &[Thing]),
];

#[rustfmt::skip]
const COMPANY: &[Line] = &[
    ("company list", "", "[Company…]", &[]),
    ("company add", "[--how WORDS] [FILE]", "[Company…]", &[Option("how", "WORDS"), Words]),
    ("company erase", "ID", "[Company…]", &[Thing]),
];

#[rustfmt::skip]
const MY_WORD: &[Line] = &[
    ("my-word list", "", "[MyWord…]", &[]),
    ("my-word add", "THEIR-WORD MY-WORD [--because WORDS]", "[MyWord…]", &[Theirs, Mine, Option("because", "WORDS")]),
    ("my-word erase", "ID", "[MyWord…]", &[Thing]),
];

#[rustfmt::skip]
const PRACTICE: &[Line] = &[
    ("practice show", "", "Practice, or null", &[]),
    ("practice set", "[--set SET]… [--rhythm WORDS]", "Practice", &[Several("set", "SET"), Option("rhythm", "WORDS")]),
    ("practice let-go", "", "null", &[]),
];

#[rustfmt::skip]
const LOOK: &[Line] = &[
    ("look opening", "", "MomentLine, or null", &[]),
    ("look this-day", "", "PageLine, or null", &[]),
    ("look question", "", "Question, or null", &[]),
    ("look words", "", "ReturnedTo", &[]),
    ("look not-again", "ID", "{\"done\":true}", &[Page]),
];

#[rustfmt::skip]
const EXAMPLE: &[Line] = &[
    ("example list", "", "[Example…]", &[]),
    ("example take-away", "NAME", "{\"done\":true}", &[Thing]),
    ("example bring-back", "", "{\"done\":true}", &[]),
];

/// The commands of this room.
pub fn commands(speech: &Speech) -> Vec<Command> {
    let groups: [(&'static str, &[Line]); 8] = [
        ("question", QUESTION),
        ("moment", MOMENT),
        ("toward", TOWARD),
        ("company", COMPANY),
        ("my-word", MY_WORD),
        ("practice", PRACTICE),
        ("look", LOOK),
        ("example", EXAMPLE),
    ];
    let mut commands = vec![ask(speech), answer(speech)];
    commands.extend(groups.into_iter().map(|(name, lines)| {
        let usage = format!("awai {name} COMMAND");
        let group = spoken(speech, command(speech, name, about(speech, name)))
            .override_usage(usage)
            .subcommand_required(true)
            .subcommand_help_heading(speech.say("terminal-heading-commands", &[]));
        group.subcommands(lines.iter().map(|line| of_line(speech, line)))
    }));
    commands
}

/// What can be done with a tie beyond making and listing it.
pub fn tie_commands(speech: &Speech) -> Vec<Command> {
    let gather = of_line(speech, &GATHER)
        .arg(
            argument("passage", "PASSAGE", speech, "terminal-argument-passage")
                .required(false)
                .num_args(0..),
        )
        .arg(
            option(
                "into",
                speech.say("terminal-option-gather-into", &[]),
                "FILE",
            )
            .requires("passage")
            .value_parser(value_parser!(PathBuf)),
        );
    let lines = TIE.iter().map(|line| of_line(speech, line));
    lines.chain([gather]).collect()
}

fn about(speech: &Speech, words: &str) -> String {
    speech.say(&format!("terminal-about-{}", words.replace(' ', "-")), &[])
}

fn of_line(speech: &Speech, (words, usage, json, takes): &Line) -> Command {
    let name = words.rsplit(' ').next().unwrap_or_default();
    let mut made = spoken(speech, command(speech, name, about(speech, words)))
        .override_usage(format!("awai {words} {usage}").trim_end().to_owned())
        .after_help(format!("JSON: {json}"));
    for take in *takes {
        made = made.arg(arg(speech, *take));
    }
    made
}

fn arg(speech: &Speech, takes: Takes) -> Arg {
    let word = |name: &'static str, value: &'static str| {
        argument(name, value, speech, key_of_argument(name))
    };
    let help = |name: &str| speech.say(&format!("terminal-option-{name}"), &[]);
    match takes {
        Words => file(speech),
        Question => word("question", "QUESTION"),
        QuestionMaybe => word("question", "QUESTION").required(false),
        Set => word("set", "SET"),
        SetMaybe => word("set", "SET").required(false),
        Tie => word("tie", "NAME"),
        NewName => word("new-name", "NEW-NAME"),
        Page => page(speech),
        Kind => word("kind", "KIND").value_parser(PossibleValuesParser::new([
            "connection",
            "disconnection",
            "reconnection",
            "opening",
        ])),
        Thing => word("thing", "ID"),
        Theirs => word("theirs", "THEIR-WORD"),
        Mine => word("mine", "MY-WORD"),
        Path => word("path", "FILE").value_parser(value_parser!(PathBuf)),
        YesNo => word("yes-no", "yes|no").value_parser(PossibleValuesParser::new(["yes", "no"])),
        Title => word("title", "TITLE"),
        Option(name, value) => option(name, help(key_of_option(name)), value),
        Several(name, value) => {
            option(name, help(key_of_option(name)), value).action(ArgAction::Append)
        }
        Number(name) => {
            option(name, help(key_of_option(name)), "N").value_parser(value_parser!(u32).range(1..))
        }
        Flag(name) => flag(name, help(key_of_option(name))),
        OneOf(name, values) => option(name, help(key_of_option(name)), "ONE")
            .value_parser(PossibleValuesParser::new(values)),
    }
}

fn key_of_argument(name: &str) -> &'static str {
    match name {
        "question" => "terminal-argument-question",
        "set" => "terminal-argument-set",
        "tie" => "terminal-argument-tie",
        "new-name" => "terminal-argument-name",
        "kind" => "terminal-argument-kind",
        "theirs" => "terminal-argument-theirs",
        "mine" => "terminal-argument-mine",
        "path" => "terminal-argument-set-file",
        "yes-no" => "terminal-argument-not-free",
        "title" => "terminal-argument-title",
        _ => "terminal-argument-thing",
    }
}

/// Options that say the same in several commands share a sentence; `from` and `words` say something else elsewhere.
fn key_of_option(name: &'static str) -> &'static str {
    match name {
        "from" => "of-wording",
        "words" => "few-words",
        "tie" => "tie-of-page",
        other => other,
    }
}

fn ask(speech: &Speech) -> Command {
    let line: Line = (
        "ask",
        "[SET] [--tie NAME]… [--shown QUESTION]… [--wider] [--elsewhere ID]",
        "SittingStep with a SET, else Offer or null",
        &[
            SetMaybe,
            Several("tie", "NAME"),
            Several("shown", "QUESTION"),
            Flag("wider"),
        ],
    );
    of_line(speech, &line).arg(
        option(
            "elsewhere",
            speech.say("terminal-option-elsewhere", &[]),
            "ID",
        )
        .value_parser(ask::page_name),
    )
}

fn answer(speech: &Speech) -> Command {
    telling(speech, command(speech, "answer", about(speech, "answer")))
        .override_usage("awai answer QUESTION [--set SET] [--sitting ID] [--title T] [--tie NAME]… [--lang L] [--cover C] [--happened WHEN] [--stays-here] [FILE]")
        .after_help("JSON: {\"id\":\"…\",\"rev\":1}")
        .arg(arg(speech, Question))
        .arg(arg(speech, Option("set", "SET")))
        .arg(arg(speech, Option("sitting", "ID")))
        .arg(file(speech))
}
