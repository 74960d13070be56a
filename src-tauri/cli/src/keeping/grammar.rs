//! The words of the command line that are about keeping.

use std::path::PathBuf;

use awai::speech::Speech;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

use crate::grammar::{argument, command, flag, option, spoken};

/// The commands.
pub fn commands(speech: &Speech) -> Vec<Command> {
    let say = |key: &str| speech.say(key, &[]);
    vec![
        spoken(speech, command(speech, "backup", say("terminal-about-backup")))
            .override_usage("awai backup [TO]")
            .after_help("JSON: {\"name\":\"…\",\"at\":\"2026-11-26T21:14:05\",\"bytes\":0,\"folder\":\"…\"}")
            .arg(place(speech, "to", "TO", "terminal-argument-copy-to").required(false)),
        spoken(speech, command(speech, "backups", say("terminal-about-backups")))
            .override_usage("awai backups")
            .after_help("JSON: {\"last\":{\"at\":\"…\",\"elsewhere\":false}|null,\"backups\":[{\"name\":\"…\",\"at\":\"…\",\"bytes\":0}]}"),
        spoken(speech, command(speech, "restore", say("terminal-about-restore")))
            .override_usage("awai restore FROM TO [--put-by]")
            .after_help("JSON: {\"folder\":\"…\"}")
            .arg(place(speech, "from", "FROM", "terminal-argument-copy-from"))
            .arg(place(speech, "to", "TO", "terminal-argument-restore-to"))
            .arg(flag("put-by", say("terminal-option-put-by"))),
        spoken(speech, command(speech, "sheet", say("terminal-about-sheet")))
            .override_usage("awai sheet [--into FILE] [--unasked]\n       awai sheet --remove")
            .after_help("JSON: {\"kept\":true,\"file\":\"…\"|null}\n      {\"done\":true}")
            .arg(path("into", say("terminal-option-sheet-into")))
            .arg(flag("unasked", say("terminal-option-unasked")).requires("into"))
            .arg(flag("remove", say("terminal-option-remove")).conflicts_with_all(["into", "unasked"])),
        spoken(speech, command(speech, "envelope", say("terminal-about-envelope")))
            .override_usage("awai envelope NAME [--into FOLDER]\n       awai envelope --open FILE\n       awai envelope --remove")
            .after_help("JSON: {\"file\":\"…\"}\n      {\"called\":\"…\",\"name\":\"…\",\"words\":[\"…\"]}\n      {\"done\":true}")
            .arg(
                argument("name", "NAME", speech, "terminal-argument-envelope")
                    .required(false)
                    .required_unless_present_any(["open", "remove"]),
            )
            .arg(path("into", say("terminal-option-into")))
            .arg(path("open", say("terminal-option-open-envelope")).conflicts_with_all(["name", "into"]))
            .arg(flag("remove", say("terminal-option-remove")).conflicts_with_all(["name", "into", "open"])),
        spoken(speech, command(speech, "erase-everything", say("terminal-about-erase-everything")))
            .override_usage("awai erase-everything [--copies] [--settings]")
            .after_help("JSON: {\"erased\":true,\"finished\":true}")
            .arg(flag("copies", say("terminal-option-erase-copies")))
            .arg(flag("settings", say("terminal-option-erase-settings"))),
        spoken(speech, command(speech, "export", say("terminal-about-export")))
            .override_usage("awai export markdown|json|html TO [--letters mine|all] [--in-clear]")
            .after_help("JSON: {\"pages\":0,\"pictures\":0,\"letters\":0,\"to\":\"…\"}")
            .arg(argument("form", "FORM", speech, "terminal-argument-form").value_parser(super::form))
            .arg(place(speech, "to", "TO", "terminal-argument-export-to"))
            .arg(
                option("letters", say("terminal-option-letters"), "mine|all")
                    .value_parser(PossibleValuesParser::new(["mine", "all"])),
            )
            .arg(flag("in-clear", say("terminal-option-in-clear"))),
        siblings(speech),
    ]
}

/// What a sync tool left beside.
fn siblings(speech: &Speech) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    let file = || place(speech, "sibling", "FILE", "terminal-argument-sibling");
    spoken(speech, command(speech, "siblings", say("terminal-about-siblings")))
        .override_usage("awai siblings [COMMAND]")
        .after_help("JSON: [{\"name\":\"…\",\"path\":\"…\",\"bytes\":0,\"state\":\"more\"}]")
        .subcommand_help_heading(say("terminal-heading-commands"))
        .subcommand(
            spoken(speech, command(speech, "look", say("terminal-about-siblings-look")))
                .override_usage("awai siblings look FILE")
                .after_help("JSON: {\"beside\":{\"pages\":0,\"only_there\":[…],\"went_on\":[…],\"both\":[…],\"unfinished\":[…]},\"both\":[{\"there\":{…},\"here\":{…}}]}")
                .arg(file()),
        )
        .subcommand(
            spoken(speech, command(speech, "bring", say("terminal-about-siblings-bring")))
                .override_usage("awai siblings bring FILE [--both version|page] [--unfinished]")
                .after_help("JSON: {\"pages\":0,\"went_on\":0,\"versions\":0,\"apart\":0,\"unfinished\":0,\"ties\":0,\"letters\":0,\"others\":0,\"left\":0}")
                .arg(file())
                .arg(
                    option("both", say("terminal-option-both"), "version|page")
                        .value_parser(PossibleValuesParser::new(["version", "page"])),
                )
                .arg(flag("unfinished", say("terminal-option-unfinished"))),
        )
        .subcommand(
            spoken(speech, command(speech, "aside", say("terminal-about-siblings-aside")))
                .override_usage("awai siblings aside FILE")
                .after_help("JSON: {\"done\":true}")
                .arg(file()),
        )
}

fn place(speech: &Speech, name: &'static str, value: &'static str, key: &str) -> Arg {
    argument(name, value, speech, key).value_parser(value_parser!(PathBuf))
}

fn path(name: &'static str, help: String) -> Arg {
    option(name, help, "FILE").value_parser(value_parser!(PathBuf))
}
