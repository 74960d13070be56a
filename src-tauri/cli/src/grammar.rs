//! The words of the command line: commands, options, and what each is for, in the person's language.

use std::path::PathBuf;

use awai::speech::Speech;
use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::{alive, ask};

/// The whole command line.
pub fn grammar(speech: &Speech) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    command(speech, "awai", say("terminal-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(
            "awai [--journal DIR] [--passphrase-file FILE] [--lang en|ja|fr] [--json] COMMAND",
        )
        .after_help(say("terminal-about-more"))
        .subcommand_required(true)
        .subcommand_help_heading(say("terminal-heading-commands"))
        .next_help_heading(say("terminal-heading-everywhere"))
        .arg(in_dir("journal", say("terminal-option-journal"), "DIR"))
        .arg(in_dir(
            "passphrase-file",
            say("terminal-option-passphrase-file"),
            "FILE",
        ))
        .arg(in_dir(
            "new-passphrase-file",
            say("terminal-option-new-passphrase-file"),
            "FILE",
        ))
        .arg(flag("use-older", say("terminal-option-use-older")).global(true))
        .arg(flag("json", say("terminal-option-json")).global(true))
        .arg(tongue(speech))
        .arg(
            flag("version", say("terminal-option-version"))
                .short('V')
                .action(ArgAction::Version),
        )
        .subcommands(page_commands(speech))
        .subcommands(alive::grammar::commands(speech))
        .subcommands(book_commands(speech))
        .subcommands(crate::letters::commands(speech))
        .subcommands(crate::keeping::commands(speech))
}

fn page_commands(speech: &Speech) -> Vec<Command> {
    let say = |key: &str| speech.say(key, &[]);
    vec![
        telling(speech, command(speech, "write", say("terminal-about-write")))
            .override_usage("awai write [--title T] [--tie NAME]… [--at RFC3339] [--lang L] [--cover C] [--happened WHEN] [--stays-here] [--picture FILE [--shows WORDS]]… [FILE]")
            .after_help("JSON: {\"id\":\"…\",\"rev\":1}")
            .arg(
                option("at", say("terminal-option-at"), "RFC3339")
                    .value_parser(ask::moment),
            )
            .arg(file(speech)),
        telling(speech, command(speech, "revise", say("terminal-about-revise")))
            .override_usage("awai revise ID [--same-words] [--title T] [--tie NAME]… [--no-tie] [--lang L] [--cover C] [--happened WHEN] [--stays-here=yes|no] [--picture FILE [--shows WORDS]]… [FILE]")
            .after_help("JSON: {\"id\":\"…\",\"rev\":2}")
            .arg(page(speech))
            .arg(flag("same-words", say("terminal-option-same-words")).conflicts_with("file"))
            .arg(flag("no-tie", say("terminal-option-no-tie")).conflicts_with("tie"))
            .arg(file(speech)),
        which(speech, command(speech, "list", say("terminal-about-list")))
            .override_usage("awai list [--tie NAME] [--from DAY] [--to DAY] [--limit N]")
            .after_help("JSON: {\"lines\":[{\"id\":\"…\",\"place\":\"…\",\"day\":\"2026-11-26\",\"written_at\":\"…\",\"title\":\"…\",\"opening\":\"…\",\"covered\":false,\"lang\":\"ja\",\"ties\":[\"…\"],\"pictures\":false}],\"more\":false}"),
        spoken(speech, command(speech, "show", say("terminal-about-show")))
            .override_usage("awai show ID [--open-cover] [--words]\n       awai show ID [--open-cover] --pictures-to DIR")
            .after_help("JSON: {\"id\":\"…\",\"place\":\"…\",\"rev\":1,\"day\":\"…\",\"written_at\":\"…\",\"revised_at\":null,\"covered\":false,\"blocks\":[…],\"writing\":{\"title\":\"…\",\"body\":\"…\",\"cover\":\"\",\"stays_here\":false,\"happened\":{\"kind\":\"untold\"},\"lang\":\"ja\",\"ties\":[\"…\"]},\"keywords\":[],\"aside_since\":null,\"versions\":0}")
            .arg(page(speech))
            .arg(flag("open-cover", say("terminal-option-open-cover")))
            .arg(flag("words", say("terminal-option-words")).conflicts_with("pictures-to"))
            .arg(
                option("pictures-to", say("terminal-option-pictures-to"), "DIR")
                    .value_parser(value_parser!(PathBuf)),
            ),
        spoken(speech, command(speech, "versions", say("terminal-about-versions")))
            .override_usage("awai versions ID [--open-cover]")
            .after_help("JSON: [{\"rev\":1,\"at\":\"…\",\"title\":\"…\",\"blocks\":[…],\"body\":\"…\",\"covered\":false,\"cover\":\"\"}]")
            .arg(page(speech))
            .arg(flag("open-cover", say("terminal-option-open-cover"))),
        spoken(speech, command(speech, "set-aside", say("terminal-about-set-aside")))
            .override_usage("awai set-aside ID")
            .after_help("JSON: {\"id\":\"…\"}")
            .arg(page(speech)),
        spoken(speech, command(speech, "bring-back", say("terminal-about-bring-back")))
            .override_usage("awai bring-back ID")
            .after_help("JSON: {\"id\":\"…\"}")
            .arg(page(speech)),
        spoken(speech, command(speech, "erase", say("terminal-about-erase")))
            .override_usage("awai erase ID")
            .after_help("JSON: {\"id\":\"…\"}")
            .arg(page(speech)),
        spoken(speech, command(speech, "erase-versions", say("terminal-about-erase-versions")))
            .override_usage("awai erase-versions ID")
            .after_help("JSON: {\"id\":\"…\",\"rev\":3}")
            .arg(page(speech)),
        spoken(speech, command(speech, "aside", say("terminal-about-aside")))
            .override_usage("awai aside")
            .after_help("JSON: [{\"id\":\"…\",…}], as the lines of awai list"),
        which(speech, command(speech, "search", say("terminal-about-search")))
            .override_usage("awai search WORDS [--closest] [--tie NAME] [--from DAY] [--to DAY] [--limit N]")
            .after_help("JSON: {\"hits\":[{\"line\":{…},\"title\":[{\"text\":\"…\",\"mark\":true}],\"pieces\":[{\"text\":\"…\",\"mark\":false}]}],\"more\":false}")
            .arg(
                argument("words", "WORDS", speech, "terminal-argument-search").num_args(1..),
            )
            .arg(flag("closest", say("terminal-option-closest"))),
    ]
}

fn book_commands(speech: &Speech) -> Vec<Command> {
    let say = |key: &str| speech.say(key, &[]);
    vec![
        spoken(speech, command(speech, "tie", say("terminal-about-tie")))
            .override_usage("awai tie COMMAND")
            .subcommands(alive::grammar::tie_commands(speech))
            .subcommand_required(true)
            .subcommand_help_heading(say("terminal-heading-commands"))
            .subcommand(
                spoken(speech, command(speech, "add", say("terminal-about-tie-add")))
                    .override_usage("awai tie add NAME [--kind person|group|place|myself|other]")
                    .after_help("JSON: {\"id\":\"…\",\"kind\":\"person\",\"called\":\"…\",\"about\":\"\",\"standing\":\"open\"}")
                    .arg(
                        argument("name", "NAME", speech, "terminal-argument-name"),
                    )
                    .arg(option("kind", say("terminal-option-kind"), "KIND").value_parser(
                        PossibleValuesParser::new(["person", "group", "place", "myself", "other"]),
                    )),
            )
            .subcommand(
                spoken(speech, command(speech, "list", say("terminal-about-tie-list")))
                    .override_usage("awai tie list")
                    .after_help("JSON: [{\"id\":\"…\",\"kind\":\"person\",\"called\":\"…\",\"about\":\"\",\"standing\":\"open\"}]"),
            ),
        spoken(speech, command(speech, "create", say("terminal-about-create")))
            .override_usage("awai create")
            .after_help("JSON: {\"folder\":\"…\"}"),
        spoken(speech, command(speech, "check", say("terminal-about-check")))
            .override_usage("awai check [COPY]")
            .arg(
                argument("copy", "COPY", speech, "terminal-argument-copy")
                    .required(false)
                    .value_parser(value_parser!(PathBuf)),
            )
            .after_help("JSON: {\"pages\":0,\"versions\":0,\"pictures\":0,\"chain\":\"whole\",\"pages_damaged\":[],\"database\":\"whole\",\"slots\":[{\"name\":\"passphrase-1\",\"first\":\"whole\",\"second\":\"whole\"}]}"),
        spoken(speech, command(speech, "import", say("terminal-about-import")))
            .override_usage("awai import day-one PATH [--dry-run]\n       awai import awai PATH [--file-passphrase-file FILE] [--dry-run]")
            .after_help("JSON: {\"pages\":0,\"already_here\":0,\"let_go\":0,\"days_unsure\":0,\"pictures\":0,\"pictures_missing\":0,\"sounds_left\":0,\"films_left\":0,\"files_left\":0,\"first_day\":\"…\",\"last_day\":\"…\",\"keywords\":0,\"refused\":[{\"name\":\"…\",\"kind\":\"…\"}]}")
            .arg(
                argument("format", "FORMAT", speech, "terminal-argument-format")
                    .value_parser(crate::keeping::whence),
            )
            .arg(
                argument("path", "PATH", speech, "terminal-argument-path")
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(
                option("file-passphrase-file", say("terminal-option-file-passphrase"), "FILE")
                    .value_parser(value_parser!(PathBuf)),
            )
            .arg(flag("dry-run", say("terminal-option-dry-run"))),
        spoken(speech, command(speech, "passphrase", say("terminal-about-passphrase")))
            .override_usage("awai passphrase [--new-key] [--new-passphrase-file FILE]")
            .after_help("JSON: {\"changed\":true}")
            .arg(flag("new-key", say("terminal-option-new-key"))),
    ]
}

pub fn command(speech: &Speech, name: &'static str, about: String) -> Command {
    let usage = speech.say("terminal-heading-usage", &[]);
    let options = speech.say("terminal-heading-options", &[]);
    Command::new(name)
        .about(about)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(format!(
            "{{about}}\n\n{usage}:\n  {{usage}}\n\n{{all-args}}{{after-help}}\n"
        ))
        .next_help_heading(options)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .help(speech.say("terminal-option-help", &[]))
                .action(ArgAction::HelpShort),
        )
}

/// A command without a language of its own: `--lang` after it is the terminal's, as before it.
pub fn spoken(speech: &Speech, command: Command) -> Command {
    command.arg(tongue(speech))
}

/// What can be told about a page: for `write` and `revise`, whose `--lang` is the page's.
pub fn telling(speech: &Speech, command: Command) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    command
        .arg(option("title", say("terminal-option-title"), "T"))
        .arg(option("tie", say("terminal-option-tie-of-page"), "NAME").action(ArgAction::Append))
        .arg(option("lang", say("terminal-option-page-lang"), "L"))
        .arg(option("cover", say("terminal-option-cover"), "C"))
        .arg(
            option("happened", say("terminal-option-happened"), "WHEN")
                .value_parser(ValueParser::new(ask::happened)),
        )
        .arg(
            option("stays-here", say("terminal-option-stays-here"), "yes|no")
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("yes")
                .value_parser(PossibleValuesParser::new(["yes", "no"])),
        )
        .arg(
            option("picture", say("terminal-option-picture"), "FILE")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            option("shows", say("terminal-option-shows"), "WORDS")
                .action(ArgAction::Append)
                .requires("picture"),
        )
}

/// Where the words of a page are.
pub fn file(speech: &Speech) -> Arg {
    Arg::new("file")
        .value_name("FILE")
        .help(speech.say("terminal-argument-file", &[]))
        .help_heading(speech.say("terminal-heading-arguments", &[]))
        .value_parser(value_parser!(PathBuf))
}

/// Which pages: by tie, by day, and how many.
fn which(speech: &Speech, command: Command) -> Command {
    let say = |key: &str| speech.say(key, &[]);
    spoken(speech, command)
        .arg(option("tie", say("terminal-option-tie"), "NAME"))
        .arg(option("from", say("terminal-option-from"), "DAY").value_parser(ask::day))
        .arg(option("to", say("terminal-option-to"), "DAY").value_parser(ask::day))
        .arg(
            option("limit", say("terminal-option-limit"), "N")
                .value_parser(value_parser!(u32).range(1..)),
        )
}

pub fn page(speech: &Speech) -> Arg {
    argument("id", "ID", speech, "terminal-argument-id").value_parser(ask::page_name)
}

/// A word that has to be there.
pub fn argument(name: &'static str, value: &'static str, speech: &Speech, key: &str) -> Arg {
    Arg::new(name)
        .value_name(value)
        .help(speech.say(key, &[]))
        .help_heading(speech.say("terminal-heading-arguments", &[]))
        .required(true)
}

fn tongue(speech: &Speech) -> Arg {
    Arg::new("tongue")
        .long("lang")
        .value_name("en|ja|fr")
        .help(speech.say("terminal-option-lang", &[]))
        .help_heading(speech.say("terminal-heading-everywhere", &[]))
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(["en", "ja", "fr"]))
}

fn in_dir(name: &'static str, help: String, value: &'static str) -> Arg {
    option(name, help, value)
        .global(true)
        .value_parser(value_parser!(PathBuf))
}

pub fn option(name: &'static str, help: String, value: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help)
        .hide_possible_values(true)
        .hide_default_value(true)
        .allow_hyphen_values(false)
}

pub fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .help(help)
        .action(ArgAction::SetTrue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for tongue in awai::Tongue::ALL {
            grammar(Speech::of(tongue)).debug_assert();
        }
    }

    /// The names of all commands below one: `tie gather`.
    fn names(command: &Command) -> Vec<String> {
        let below = command.get_subcommands().flat_map(|one| match names(one) {
            none if none.is_empty() => vec![one.get_name().to_owned()],
            names => names
                .iter()
                .map(|name| format!("{} {name}", one.get_name()))
                .collect(),
        });
        below.collect()
    }

    /// What a row of the table is about: `` `tie rename, about` `` is about two commands, `` `company` `` about all that
    /// begin so, and "whatever erases" about what erases in a group.
    fn tells(row: &str, name: &str) -> bool {
        let mut told = row.split('`').skip(1).step_by(2);
        let erases = row.contains("whatever erases") && name.contains(" erase");
        erases
            || told.any(|told| match told.split_once(' ') {
                Some((group, verbs)) => verbs
                    .split(", ")
                    .any(|verb| name == format!("{group} {verb}")),
                None => name == told || name.starts_with(&format!("{told} ")),
            })
    }

    #[test]
    fn the_format_tells_what_every_command_answers() {
        let format = include_str!("../../../FORMAT.md");
        let table = format.split("| command | JSON |").nth(1).unwrap();
        let rows: Vec<&str> = table
            .lines()
            .skip(2)
            .map_while(|line| line.strip_prefix("| ")?.split(" | ").next())
            .collect();
        let names = names(&grammar(Speech::of(awai::Tongue::En)));
        assert!(names.len() > 60, "{names:?}");
        let untold: Vec<_> = names
            .iter()
            .filter(|name| !rows.iter().any(|row| tells(row, name)))
            .collect();
        assert!(untold.is_empty(), "{untold:?}");
    }

    #[test]
    fn every_command_and_option_says_what_it_is_for() {
        fn look(command: &Command, silent: &mut Vec<String>) {
            let about = command.get_about().map(ToString::to_string);
            let helps = command.get_arguments().map(|arg| arg.get_help());
            let helps = helps.map(|help| help.map(ToString::to_string));
            for said in helps.chain([about]) {
                let said = said.unwrap_or_default();
                // A sentence that is not there is told by its key.
                if said.is_empty() || said.starts_with("terminal-") {
                    silent.push(format!("{}: {said}", command.get_name()));
                }
            }
            command.get_subcommands().for_each(|one| look(one, silent));
        }
        for tongue in awai::Tongue::ALL {
            let mut silent = Vec::new();
            look(&grammar(Speech::of(tongue)), &mut silent);
            assert!(silent.is_empty(), "{silent:?}");
        }
    }
}
