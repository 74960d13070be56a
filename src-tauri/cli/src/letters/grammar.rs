//! The words of the command line that are about letters.

use std::path::PathBuf;

use awai::speech::Speech;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::grammar::{argument, command, flag, option, spoken};

/// The commands.
pub fn commands(speech: &Speech) -> Vec<Command> {
    let say = |key: &str| speech.say(key, &[]);
    vec![
        named(speech, spoken(speech, command(speech, "invite", say("terminal-about-invite"))))
            .override_usage("awai invite NAME --as MY_NAME [--tie NAME] [--into FOLDER]")
            .after_help("JSON: {\"id\":\"…\",\"file\":\"…\",\"words\":[\"…\"],\"ends_on\":\"2026-11-26\"}")
            .arg(into(speech)),
        named(speech, spoken(speech, command(speech, "accept", say("terminal-about-accept"))))
            .override_usage("awai accept --file FILE [NAME --as MY_NAME] [--tie NAME] [--words-file FILE] [--into FOLDER]")
            .after_help("JSON: {\"companion\":{…},\"reply\":\"…\"|null}")
            .arg(path("file", say("terminal-option-letter-file")).required(true))
            .arg(path("words-file", say("terminal-option-words-file")))
            .arg(into(speech)),
        companions(speech),
        card(speech),
        spoken(speech, command(speech, "agreement", say("terminal-about-agreement")))
            .override_usage("awai agreement NAME [--answers FILE] [--reread WHEN]")
            .after_help("JSON: {\"mine\":[{…}],\"theirs\":[{…}]}")
            .arg(argument("name", "NAME", speech, "terminal-argument-companion"))
            .arg(path("answers", say("terminal-option-answers")))
            .arg(option("reread", say("terminal-option-reread"), "WHEN").requires("answers")),
        how(speech, spoken(speech, command(speech, "seal", say("terminal-about-seal"))))
            .override_usage("awai seal --to NAME… [--page ID[:1,3]]… [--words FILE] [--cover C] [--wish W]… [--as-written NAME]… [--stands-as NAME=OTHER]… [--send-now] [--armor] [--into FOLDER]\n       awai seal --to-words NAME --as MY_NAME [--html] …\n       awai seal --to NAME --agreement | --question ID [--changed-because B] …\n       awai seal --to NAME --same-question ID --words FILE …\n       awai seal --draft ID [--send-now] …\n       awai seal --again LETTER [--armor | --html] [--into FOLDER]")
            .after_help("JSON: {\"draft\":\"…\",\"rests_until\":\"…\",\"texts\":[\"…\"]}\n      {\"texts\":[\"…\"],\"files\":[{\"to\":\"…\",\"file\":\"…\",\"words\":[]}]}")
            .arg(option("to", say("terminal-option-to-companion"), "NAME").action(ArgAction::Append))
            .arg(option("to-words", say("terminal-option-to-words"), "NAME").requires("as"))
            .arg(option("as", say("terminal-option-as"), "MY_NAME"))
            .arg(flag("html", say("terminal-option-html")).conflicts_with("armor"))
            .arg(option("draft", say("terminal-option-draft"), "ID"))
            .arg(option("again", say("terminal-option-again"), "LETTER").conflicts_with_all(["draft", "to", "to-words", "page", "words"]))
            .arg(option("page", say("terminal-option-page"), "ID[:1,3]").action(ArgAction::Append))
            .arg(path("words", say("terminal-option-letter-words")))
            .arg(option("cover", say("terminal-option-cover"), "C"))
            .arg(flag("agreement", say("terminal-option-agreement")).conflicts_with_all(["question", "same-question", "to-words"]))
            .arg(option("question", say("terminal-option-pass-on"), "ID").conflicts_with("same-question"))
            .arg(option("changed-because", say("terminal-option-changed-because"), "B").requires("question"))
            .arg(option("same-question", say("terminal-option-same-question"), "ID"))
            .arg(
                option("wish", say("terminal-option-wish"), "W")
                    .action(ArgAction::Append)
                    .value_parser(PossibleValuesParser::new([
                        "nothing_needed", "an_echo", "a_question", "a_story", "to_talk",
                    ])),
            )
            .arg(option("as-written", say("terminal-option-as-written"), "NAME").action(ArgAction::Append))
            .arg(option("stands-as", say("terminal-option-stands-as"), "NAME=OTHER").action(ArgAction::Append)),
        spoken(speech, command(speech, "open", say("terminal-about-open")))
            .override_usage("awai open FILE [--words-file FILE] [--read] [--keep | --later | --return | --erase]")
            .after_help("JSON: {\"face\":{…},\"letter\":{…}|null,\"done\":\"kept\"|null}")
            .arg(file(speech, "terminal-option-letter-file"))
            .arg(path("words-file", say("terminal-option-words-file")))
            .arg(flag("read", say("terminal-option-read")))
            .arg(flag("keep", say("terminal-option-keep")).conflicts_with_all(["later", "return", "erase"]))
            .arg(flag("later", say("terminal-option-later")).conflicts_with_all(["return", "erase"]))
            .arg(flag("return", say("terminal-option-return")).conflicts_with("erase"))
            .arg(flag("erase", say("terminal-option-erase"))),
        spoken(speech, command(speech, "threads", say("terminal-about-threads")))
            .override_usage("awai threads [NAME] | awai threads --letter ID [--erase | --follow]")
            .after_help("JSON: [{\"companion\":{…},\"thread\":{\"companion\":\"…\",\"letters\":[…],\"missing\":[],\"not_there\":[]}}]")
            .arg(argument("name", "NAME", speech, "terminal-argument-companion").required(false))
            .arg(option("letter", say("terminal-option-letter"), "ID"))
            .arg(flag("erase", say("terminal-option-erase-here")).requires("letter").conflicts_with("follow"))
            .arg(flag("follow", say("terminal-option-follow")).requires("letter")),
        how(speech, spoken(speech, command(speech, "echo", say("terminal-about-echo"))))
            .override_usage("awai echo LETTER [--words FILE] [--send-now] [--armor] [--into FOLDER]")
            .after_help("JSON: as awai seal")
            .arg(argument("letter", "LETTER", speech, "terminal-option-letter"))
            .arg(path("words", say("terminal-option-echo-words"))),
        how(speech, spoken(speech, command(speech, "release", say("terminal-about-release"))))
            .override_usage("awai release LETTER [--armor] [--into FOLDER]")
            .after_help("JSON: as awai seal")
            .arg(argument("letter", "LETTER", speech, "terminal-option-letter")),
    ]
}

fn companions(speech: &Speech) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    let verb = |name: &'static str, about: &str| {
        spoken(speech, command(speech, name, say(about)))
            .after_help("JSON: {\"done\":true}")
            .arg(argument(
                "name",
                "NAME",
                speech,
                "terminal-argument-companion",
            ))
    };
    spoken(
        speech,
        command(speech, "companions", say("terminal-about-companions")),
    )
    .override_usage("awai companions [rest | take-up | end | forget NAME]")
    .after_help("JSON: {\"companions\":[{…}],\"waiting\":[{…}]}")
    .subcommand_help_heading(say("terminal-heading-commands"))
    .subcommand(verb("rest", "terminal-about-rest"))
    .subcommand(verb("take-up", "terminal-about-take-up"))
    .subcommand(parting(speech, verb("end", "terminal-about-end")))
    .subcommand(parting(speech, verb("forget", "terminal-about-forget")))
}

/// Where keys go, the wish that letters be no longer kept can be said before.
fn parting(speech: &Speech, verb: Command) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    let usage = format!(
        "awai companions {} NAME [--release all | --release LETTER… | --no-release] [--armor] [--into FOLDER]",
        verb.get_name()
    );
    verb.override_usage(usage)
        .after_help("JSON: {\"done\":true,\"texts\":[\"…\"],\"files\":[{\"to\":\"…\",\"file\":\"…\",\"words\":[]}]}")
        .arg(
            option("release", say("terminal-option-end-release"), "LETTER|all")
                .action(ArgAction::Append)
                .conflicts_with("no-release"),
        )
        .arg(flag("no-release", say("terminal-option-no-release")))
        .arg(flag("armor", say("terminal-option-armor")))
        .arg(into(speech))
}

fn card(speech: &Speech) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    let verb = |name: &'static str, about: &str| spoken(speech, command(speech, name, say(about)));
    let whose = || argument("name", "NAME", speech, "terminal-argument-companion");
    command(speech, "card", say("terminal-about-card"))
        .subcommand_required(true)
        .arg_required_else_help(false)
        .override_usage("awai card make | answer | take …")
        .subcommand_help_heading(say("terminal-heading-commands"))
        .subcommand(
            named(speech, verb("make", "terminal-about-card-make"))
                .override_usage("awai card make NAME --as MY_NAME [--tie NAME]")
                .after_help("JSON: {\"id\":\"…\",\"called\":\"…\",\"words\":[],\"my_card\":\"…\",\"ends_on\":\"…\"}"),
        )
        .subcommand(
            named(speech, verb("answer", "terminal-about-card-answer"))
                .override_usage("awai card answer --file FILE NAME --as MY_NAME [--tie NAME]")
                .after_help("JSON: {…, \"my_card\":\"…\"}")
                .arg(path("file", say("terminal-option-card-file")).required(true)),
        )
        .subcommand(
            verb("take", "terminal-about-card-take")
                .override_usage("awai card take --file FILE NAME")
                .after_help("JSON: {\"companion\":{…},\"reply\":null}")
                .arg(whose())
                .arg(path("file", say("terminal-option-card-file")).required(true)),
        )
}

fn named(speech: &Speech, command: Command) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    command
        .arg(argument("name", "NAME", speech, "terminal-argument-companion").required(false))
        .arg(option("as", say("terminal-option-as"), "MY_NAME"))
        .arg(option(
            "tie",
            say("terminal-option-tie-of-companion"),
            "NAME",
        ))
}

fn how(speech: &Speech, command: Command) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    command
        .arg(flag("send-now", say("terminal-option-send-now")))
        .arg(flag("armor", say("terminal-option-armor")))
        .arg(into(speech))
}

fn into(speech: &Speech) -> Arg {
    option("into", speech.say("terminal-option-into", &[]), "FOLDER")
        .value_parser(value_parser!(PathBuf))
}

fn path(name: &'static str, help: String) -> Arg {
    option(name, help, "FILE").value_parser(value_parser!(PathBuf))
}

fn file(speech: &Speech, key: &str) -> Arg {
    argument("file", "FILE", speech, key).value_parser(value_parser!(PathBuf))
}
