//! `cargo xtask soak ROW [SIZE]`: a fault at full size. It is the ordinary test, asked for more; what it saw goes into
//! the table in tests/faults/SOAK.md with the day, the machine and the command.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::fuzz;
use crate::step::{self, Outcome, cargo, command, root, said, target};
use crate::system;
use crate::test::{python, stock_tools};

/// A row of the table.
struct Row {
    name: &'static str,
    what: &'static str,
    /// Where the tests are: their target, and what stands in their names, one or several parted by spaces.
    test: [&'static str; 2],
    size: Size,
}

/// How much of it there can be.
enum Size {
    /// So often at full size; this variable asks for it.
    Times(u32, &'static str),
    /// It tries everything there is to try, and has no other size.
    Whole,
}

use Size::{Times, Whole};

impl Row {
    /// Whether it is built to be quick. The window is tried as its tests try it.
    fn is_quick(&self) -> bool {
        matches!(self.size, Times(..)) && self.test[0] != WINDOW
    }
}

const SOAK: &str = "AWAI_SOAK";
/// What is done so often takes hours in a test build: it is built to be quick, with every check of a test build.
const QUICK: [&str; 2] = ["--profile", "soak"];
/// In the place of a test: the window, opened by its own tests.
const WINDOW: &str = "window";
/// In the place of a test: libFuzzer, and which reader it tries.
const FUZZ: &str = "fuzz";
/// In the place of a test: the program that measures.
const BENCH: &str = "bench";
/// The tests that need programs of other people.
const INTEROP: &str = "interop";

/// Every row of the design's table of what must survive, in its order. Its hundred thousand kills are shared among the
/// kinds of work: most are of what is done every minute, least of what happens once in the life of a journal.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    row("kills-saving", "killed while keeping, finishing and writing anew", ["faults", "kills::killed_while_keeping"], Times(40_000, SOAK)),
    row("kills-sealing", "killed while letters are sealed", ["faults", "midway::killed_while_sealing"], Times(8_000, SOAK)),
    row("kills-copying", "killed while copies are made", ["faults", "keeping::killed_while_copying"], Times(8_000, SOAK)),
    row("kills-passphrase", "killed while changing the passphrase", ["faults", "kills::killed_while_changing"], Times(20_000, SOAK)),
    row("kills-renewing", "killed while the key is renewed", ["faults", "keeping::killed_while_the_key"], Times(12_000, SOAK)),
    row("kills-shape", "killed while an earlier journal is brought to its new shape", ["faults", "midway::killed_while_it_is_brought"], Times(6_000, SOAK)),
    row("kills-making", "killed while a journal is made", ["faults", "kills::killed_while_it_is_made"], Times(6_000, SOAK)),
    row("power-cut", "the power cut after every call of a real session, with unsynced and torn writes", ["faults", "power::whenever"], Times(100_000, SOAK)),
    row("power-settings", "the same cuts of plain SQLite: the settings that lose words must lose them here", ["faults", "plain::"], Times(100_000, SOAK)),
    row("disk-full", "a disk of three megabytes that is filled and emptied", ["faults", "disk::a_full_disk"], Times(2_000, SOAK)),
    row("disk-fails", "reads, writes, syncs and openings that fail once", ["faults", "disk::a_disk_that_fails_once"], Times(2_000, SOAK)),
    row("names-fail", "renames and syncs that fail while keys, copies and journals take each other's place", ["faults", "names::"], Whole),
    row("bit-flips", "one bit of the database turned", ["faults", "damage::a_flipped_bit_of_the_database"], Times(7_500, SOAK)),
    row("bits-of-a-slot", "every bit of a sealed key turned, and one of each byte of a key file", ["lib", "seal::small::tests::every_changed_bit"], Whole),
    row("bits-of-a-letter", "every bit of a letter turned, each byte taken out and doubled: forged writers", ["lib", "letter::forged::no_byte"], Whole),
    row("other-writers", "letters passed on, written under another's name, cut and lengthened", ["lib", "letter::forged::"], Whole),
    row("old-sheets", "sheets of an older file put back into a newer one", ["faults", "older::old_sheets"], Times(10_000, SOAK)),
    row("missing", "files cut short, emptied, gone, exchanged between two journals", ["faults", "damage::a_database_cut damage::what_is_missing damage::keys_of_two"], Whole),
    row("folder-gone", "the folder gone while open, another program beside it", ["faults", "crowd::a"], Whole),
    row("stick-pulled", "a stick pulled out while the book is open, and plugged in again", ["faults", "stick::a_stick"], Times(2_000, SOAK)),
    row("read-only", "a disk that may only be read", ["faults", "disk::a_journal_where_nothing"], Whole),
    row("eight-processes", "opened by eight processes at once", ["faults", "crowd::of_eight"], Times(10_000, SOAK)),
    row("clocks", "the computer's clock in 1970, 2038, 2100, back a day, in the hour that comes twice", ["terminal", "clocks::"], Whole),
    row("large-page", "a page of 16 MiB, and one byte more", ["pages", "a_page_of_sixteen"], Whole),
    row("many-pages", "a journal of so many pages, opened", [BENCH, "--open"], Times(1_000_000, SOAK)),
    row("hostile-letter", "what is inside a letter, tampered with", [FUZZ, "letter"], Times(100_000_000, SOAK)),
    row("hostile-letter-file", "the sealed file around a letter, tampered with", [FUZZ, "letter-file"], Times(100_000_000, SOAK)),
    row("hostile-invitation", "what is inside an invitation, tampered with", [FUZZ, "invitation"], Times(100_000_000, SOAK)),
    row("hostile-reply", "what is inside a reply, tampered with", [FUZZ, "reply"], Times(100_000_000, SOAK)),
    row("hostile-card", "a card, tampered with", [FUZZ, "card"], Times(100_000_000, SOAK)),
    row("hostile-envelope", "what is inside an envelope, tampered with", [FUZZ, "envelope"], Times(100_000_000, SOAK)),
    row("hostile-set", "a set of questions, tampered with", [FUZZ, "set"], Times(100_000_000, SOAK)),
    row("hostile-import", "an export of another program, tampered with", [FUZZ, "import"], Times(100_000_000, SOAK)),
    row("hostile-taken-out", "a journal that was taken out, tampered with", [FUZZ, "taken-out"], Times(100_000_000, SOAK)),
    row("hostile-taken-out-closed", "the same, closed, tampered with", [FUZZ, "taken-out-closed"], Times(100_000_000, SOAK)),
    row("hostile-slot", "a key slot, tampered with", [FUZZ, "slot"], Times(100_000_000, SOAK)),
    row("hostile-slot-inside", "what is inside a key slot, tampered with", [FUZZ, "slot-inside"], Times(100_000_000, SOAK)),
    row("hostile-typed-words", "words that are typed, tampered with", [FUZZ, "typed-words"], Times(100_000_000, SOAK)),
    row("hostile-text", "a text with marks, and what is looked for, tampered with", [FUZZ, "text"], Times(100_000_000, SOAK)),
    row("hostile-corpora", "the collections of hostile letters, JSON and strings", ["letters_refused", ""], Whole),
    row("letters-years", "letters lost, doubled, out of order, journals brought back from older copies", ["letters_years", ""], Times(100_000, "AWAI_SCHEDULES")),
    row("stock-tools", "age, rage, the TypeScript age and another SQLCipher, both ways", [INTEROP, ""], Whole),
    row("remnants", "words of every kind looked for in every file", ["faults", "inside::words_of_every_kind"], Times(1_000, SOAK)),
    row("evening", "seconds of evenings in the window: no word on the disk, in memory two seconds later, no connection", [WINDOW, "an_evening_leaves"], Times(3_600, SOAK)),
    row("network-cut", "the window with the network cut", [WINDOW, "with_the_network_cut"], Whole),
];

const fn row(name: &'static str, what: &'static str, test: [&'static str; 2], size: Size) -> Row {
    Row {
        name,
        what,
        test,
        size,
    }
}

const HEAD: &str = "\
# What was looked at for longer

Each row is an ordinary test of `cargo xtask test`, asked for more by `cargo xtask soak ROW [SIZE]`. The full size is
what the design asks for before a release; a row tells what was run, where and when. A row without a size tries
everything there is to try. What is done many times is built to be quick, with every check of a test build (the profile
`soak`); rows of an earlier day may say “test build”. The hundred thousand kills of the design are shared among seven
kinds of work. The fourteen readers are tried by libFuzzer, led by the ways that files take through our own code; a
hundred million files for each are hundreds of hours, so what was run and what it took are of all sittings together,
and the rest is of the last. A reader that falls begins again at nothing: its row goes with the mending.

| row | what | full size | run | seen | took | day | machine | command |
|---|---|---|---|---|---|---|---|---|
";

/// Says which rows there are.
pub fn rows() -> Outcome {
    for row in ROWS {
        let full = match row.size {
            Times(full, _) => full.to_string(),
            Whole => String::new(),
        };
        println!("{:18} {full:>11}  {}", row.name, row.what);
    }
    Ok(())
}

/// Runs one row, so many times or at its full size.
pub fn soak(name: &str, size: Option<&str>) -> Outcome {
    let row = ROWS.iter().find(|row| row.name == name).ok_or_else(|| {
        format!("There is no row {name}: `cargo xtask soak` tells those there are.")
    })?;
    let size = match (&row.size, size) {
        (Times(full, _), None) => full.to_string(),
        (Times(..), Some(size)) if size.parse::<u32>().is_ok() => size.to_owned(),
        (Whole, None) => String::new(),
        (_, Some(size)) => return Err(format!("{name} cannot be run {size} times.")),
    };
    let looking = match row.test {
        [FUZZ, reader] => fuzz::looking(reader, &size)?,
        _ => looking(row, &size)?,
    };
    let began = Instant::now();
    let seen = match row.test {
        [FUZZ, _] => fuzz::listen(looking),
        _ => listen(looking).and_then(|heard| heard.told(&row.size)),
    };
    let seen = seen.map_err(|why| format!("{name}: {why}. The table stays as it was."))?;
    let took = began.elapsed().as_secs();
    let table = Table::read();
    let before = match row.test {
        [FUZZ, _] => table.sittings(name),
        _ => Sittings::default(),
    };
    let (full, run) = match row.size {
        Times(full, _) => {
            let now: u64 = size.parse().unwrap_or_default();
            (full.to_string(), (before.run + now).to_string())
        }
        Whole => ("all".to_owned(), "all".to_owned()),
    };
    let asked = format!("cargo xtask soak {name} {size}");
    let line = format!(
        "| {name} | {} | {full} | {run} | {seen} | {} s | {} | {} | `{}` |",
        row.what,
        before.took + took,
        said("date", &["+%Y-%m-%d"]).unwrap_or_default(),
        machine(row),
        asked.trim_end(),
    );
    table.with(name, &line).keep()
}

/// The command that looks, everything it takes being built.
fn looking(row: &Row, size: &str) -> Outcome<Command> {
    let [test, filter] = row.test;
    if test == BENCH {
        let mut build = cargo(&["build", "--workspace", "--bin", "awai-bench"]);
        step::run(build.args(QUICK))?;
        let mut bench = command(target().join("soak/awai-bench"));
        bench.args([filter, size]);
        return Ok(bench);
    }
    let mut words = vec!["test", "--workspace"];
    if row.is_quick() {
        words.extend(QUICK);
    }
    match test {
        "lib" => words.push("--lib"),
        WINDOW => {
            system::ready(system::ALL)?;
            step::run(&mut cargo(&[
                "build",
                "--workspace",
                "--bin",
                "awai-desktop",
            ]))?;
            words.extend(["--test", "stories"]);
        }
        other => words.extend(["--test", other]),
    }
    let rage = match test {
        INTEROP => Some(stock_tools()?),
        _ => None,
    };
    let mut build = words.clone();
    build.push("--no-run");
    step::run(&mut cargo(&build))?;
    words.push("--");
    words.extend(filter.split_whitespace());
    words.push("--nocapture");
    let mut tests = cargo(&words);
    tests
        .env("AWAI_DESKTOP", target().join("debug/awai-desktop"))
        .env("AWAI_PYTHON", python());
    if let Some(rage) = rage {
        tests.env("AWAI_RAGE", rage);
    }
    if let Times(_, asks) = row.size {
        tests.env(asks, size);
    }
    Ok(tests)
}

/// What a run said of itself.
#[derive(Debug, Default)]
struct Heard {
    figures: Vec<String>,
    /// What it did not look at, and why.
    unseen: Vec<String>,
    /// So many tests.
    passed: u32,
}

impl Heard {
    fn line(&mut self, line: &str) {
        // The harness may have written the name of the test before it on the same line.
        if let Some((_, figure)) = line.split_once("figure: ") {
            self.figures.push(figure.to_owned());
        }
        if let Some((_, what)) = line.split_once("Not looked at: ") {
            self.unseen.push(what.to_owned());
        }
        let tests = line.strip_prefix("test result: ok. ");
        let tests = tests.and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok());
        self.passed += tests.unwrap_or(0);
    }

    /// What the table says of it. Tests that passed without looking are none, and what is looked at so many times says
    /// how many it were.
    fn told(self, size: &Size) -> Outcome<String> {
        if !self.unseen.is_empty() {
            return Err(format!("not looked at: {}", self.unseen.join("; ")));
        }
        match (self.figures.is_empty(), size, self.passed) {
            (false, ..) => Ok(self.figures.join("; ")),
            (true, _, 0) => Err("nothing was looked at".to_owned()),
            (true, Times(..), _) => Err("no figure was said of what was seen".to_owned()),
            (true, Whole, 1) => Ok("as it is promised".to_owned()),
            (true, Whole, many) => Ok(format!("{many} tests, each as it is promised")),
        }
    }
}

/// Runs it to its end.
fn listen(mut looking: Command) -> Outcome<Heard> {
    let mut child = looking
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let (out, beside) = (child.stdout.take(), child.stderr.take());
    let heard = Mutex::new(Heard::default());
    std::thread::scope(|scope| {
        scope.spawn(|| hear(beside, &heard, |line| eprintln!("{line}")));
        hear(out, &heard, |line| println!("{line}"));
    });
    let status = child.wait().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(status.to_string());
    }
    Ok(heard.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Hears one of the two ways on which it speaks, and passes it on.
fn hear(way: Option<impl Read>, heard: &Mutex<Heard>, pass_on: impl Fn(&str)) {
    let Some(way) = way else { return };
    let mut way = BufReader::new(way);
    let mut bytes = Vec::new();
    while way.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end_matches(['\n', '\r']);
        pass_on(line);
        heard
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .line(line);
        bytes.clear();
    }
}

/// What this computer is, as far as it says, and how the tests were built.
fn machine(row: &Row) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let file = |path| std::fs::read_to_string(path).unwrap_or_default();
    let release = file("/etc/os-release");
    let system = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .unwrap_or(std::env::consts::OS)
        .trim_matches('"')
        .to_owned();
    let build = match row.is_quick() {
        true => "quick build with all checks",
        false => "test build",
    };
    format!("{cores} cores, {system}, {build}")
}

/// The table as it stands in the repository.
struct Table(String);

/// What the sittings of a row came to so far.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sittings {
    run: u64,
    /// In seconds.
    took: u64,
}

impl Table {
    fn path() -> PathBuf {
        root().join("tests/faults/SOAK.md")
    }

    /// Where there is none yet, it begins with this row: hours of looking are not lost for want of a table.
    fn read() -> Table {
        Table(std::fs::read_to_string(Table::path()).unwrap_or_default())
    }

    fn line(&self, name: &str) -> Option<&str> {
        let begins = format!("| {name} |");
        self.0.lines().find(|line| line.starts_with(&begins))
    }

    fn sittings(&self, name: &str) -> Sittings {
        let cells: Vec<&str> = self.line(name).unwrap_or_default().split('|').collect();
        let number = |at: usize| {
            let cell = cells.get(at).unwrap_or(&"").trim();
            cell.trim_end_matches(" s").parse().unwrap_or_default()
        };
        Sittings {
            run: number(4),
            took: number(6),
        }
    }

    /// With the line in the place of the one of the same row, in the order of the rows.
    fn with(&self, name: &str, line: &str) -> Table {
        let mut text = HEAD.to_owned();
        for row in ROWS {
            let there = match row.name == name {
                true => Some(line),
                false => self.line(row.name),
            };
            if let Some(there) = there {
                text += there;
                text.push('\n');
            }
        }
        Table(text)
    }

    fn keep(&self) -> Outcome {
        let path = Table::path();
        std::fs::write(&path, &self.0).map_err(|error| format!("{}: {error}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(size: &Size, lines: &[&str]) -> Outcome<String> {
        let mut heard = Heard::default();
        lines.iter().for_each(|line| heard.line(line));
        heard.told(size)
    }

    #[test]
    fn a_run_that_did_not_look_or_says_nothing_of_many_times_is_no_row() {
        let (times, one, six) = (
            Times(9, SOAK),
            "test result: ok. 1 passed; 0 failed",
            "test result: ok. 6 passed; 0 failed",
        );
        let figure = "test a::b ... figure: 9 kills, 0 lost";
        let unseen = "Not looked at: a full disk: none can be mounted here.";
        assert_eq!(told(&times, &[figure, one]).unwrap(), "9 kills, 0 lost");
        assert_eq!(told(&Whole, &[one]).unwrap(), "as it is promised");
        assert!(told(&Whole, &[six]).unwrap().starts_with("6 tests"));
        assert!(told(&times, &[one]).unwrap_err().contains("no figure"));
        for size in [times, Whole] {
            assert!(told(&size, &[]).unwrap_err().contains("nothing"));
            let refused = told(&size, &[figure, unseen, one]).unwrap_err();
            assert!(refused.contains("a full disk"), "{refused}");
        }
    }

    #[test]
    fn every_row_names_tests_that_are_there() {
        let mut lacking = Vec::new();
        for row in ROWS.iter().filter(|row| row.test[0] == "faults") {
            for named in row.test[1].split_whitespace() {
                let (file, begins) = named.split_once("::").unwrap();
                let path = root().join(format!("tests/faults/{file}.rs"));
                let there = std::fs::read_to_string(path).unwrap();
                let here = there.contains(&format!("#[test]\nfn {begins}"));
                lacking.extend((!here).then_some(named));
            }
        }
        assert!(lacking.is_empty(), "{lacking:?}");
    }

    #[test]
    fn a_line_takes_its_place_and_its_sittings_are_counted() {
        let card = "| hostile-card | a card | 9 | 500000 | 5 places, 0 falls | 23 s | 2026-11-27 | 2 cores | `…` |";
        let table = Table(String::new()).with("hostile-card", card);
        let before = table.sittings("hostile-card");
        assert_eq!((before.run, before.took), (500_000, 23));
        assert_eq!(table.sittings("hostile-set"), Sittings::default());
        let text = table
            .with("evening", "| evening |")
            .with("kills-saving", "| kills-saving |")
            .0;
        assert!(text.starts_with(HEAD));
        assert!(text.ends_with(&format!("| kills-saving |\n{card}\n| evening |\n")));
    }
}
