//! `cargo xtask soak ROW`: a fault at full size. It is the ordinary test, asked for more; what it saw goes into the
//! table in tests/faults/SOAK.md with the day, the machine and the command.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Instant;

use crate::step::{Outcome, cargo, root, said};

/// A row of the table: its name, where the test is, what asks for its size, and the full size.
struct Row {
    name: &'static str,
    what: &'static str,
    test: [&'static str; 2],
    asks: &'static str,
    full: u32,
}

const ROWS: &[Row] = &[
    Row {
        name: "power-cut",
        what: "the power cut after every call of a real session, with unsynced and torn writes",
        test: ["faults", "power::whenever"],
        asks: "AWAI_SOAK",
        full: 100_000,
    },
    Row {
        name: "kills-saving",
        what: "killed while keeping, finishing and writing anew",
        test: ["faults", "kills::killed_while_keeping"],
        asks: "AWAI_SOAK",
        full: 100_000,
    },
    Row {
        name: "kills-passphrase",
        what: "killed while changing the passphrase",
        test: ["faults", "kills::killed_while_changing"],
        asks: "AWAI_SOAK",
        full: 100_000,
    },
    Row {
        name: "kills-making",
        what: "killed while a journal is made",
        test: ["faults", "kills::killed_while_it_is_made"],
        asks: "AWAI_SOAK",
        full: 100_000,
    },
    Row {
        name: "disk-full",
        what: "a disk of three megabytes that is filled and emptied",
        test: ["faults", "disk::a_full_disk"],
        asks: "AWAI_SOAK",
        full: 2_000,
    },
    Row {
        name: "bit-flips",
        what: "one bit of the database turned",
        test: ["faults", "damage::a_flipped_bit_of_the_database"],
        asks: "AWAI_SOAK",
        full: 7_500,
    },
    Row {
        name: "eight-processes",
        what: "opened by eight processes at once",
        test: ["faults", "crowd::of_eight"],
        asks: "AWAI_SOAK",
        full: 10_000,
    },
    Row {
        name: "letters-years",
        what: "letters lost, doubled, out of order, journals brought back from older copies",
        test: ["letters_years", ""],
        asks: "AWAI_SCHEDULES",
        full: 100_000,
    },
];

const HEAD: &str = "\
# What was looked at for longer

Each row is an ordinary test of `cargo xtask test`, asked for more by `cargo xtask soak ROW [SIZE]`. The full size is
what the design asks for before a release; a row tells what was run, where and when.

| row | what | full size | run | seen | took | day | machine | command |
|---|---|---|---|---|---|---|---|---|
";

/// The rows there are, for the usage.
pub fn names() -> String {
    let names: Vec<_> = ROWS.iter().map(|row| row.name).collect();
    names.join(", ")
}

/// Runs one row, so many times or at its full size.
pub fn soak(name: &str, size: Option<&str>) -> Outcome {
    let row = ROWS
        .iter()
        .find(|row| row.name == name)
        .ok_or_else(|| format!("There is no row {name}. There are: {}.", names()))?;
    let size = match size {
        None => row.full,
        Some(size) => size
            .parse()
            .map_err(|_| format!("{size} is no number of times."))?,
    };
    let [test, filter] = row.test;
    let mut words = vec!["test", "--workspace", "--test", test, "--"];
    if !filter.is_empty() {
        words.push(filter);
    }
    words.push("--nocapture");
    let began = Instant::now();
    let mut child = cargo(&words)
        .env(row.asks, size.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut seen = Vec::new();
    let mut passed = None;
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|out| BufReader::new(out).lines())
    {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        // The harness may have written the name of the test before it on the same line.
        if let Some((_, figure)) = line.split_once("figure: ") {
            seen.push(figure.to_owned());
        }
        if line.starts_with("test result: ok.") && !line.contains(" 0 passed") {
            passed = Some(());
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if !status.success() || passed.is_none() {
        return Err(format!("{name}: {status}. The table stays as it was."));
    }
    if seen.is_empty() {
        seen.push("every one as it is promised".to_owned());
    }
    let line = format!(
        "| {name} | {} | {} | {size} | {} | {} s | {} | {} | `cargo xtask soak {name} {size}` |",
        row.what,
        row.full,
        seen.join("; "),
        began.elapsed().as_secs(),
        said("date", &["+%Y-%m-%d"]).unwrap_or_default(),
        machine(),
    );
    keep(name, &line)
}

/// What this computer is, as far as it says.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let file = |path| std::fs::read_to_string(path).unwrap_or_default();
    let release = file("/etc/os-release");
    let system = release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .unwrap_or(std::env::consts::OS)
        .trim_matches('"')
        .to_owned();
    format!("{cores} cores, {system}, test build")
}

/// Puts the line in the place of the one of the same row, in the order of the rows.
fn keep(name: &str, line: &str) -> Outcome {
    let path = root().join("tests/faults/SOAK.md");
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let mut text = HEAD.to_owned();
    for row in ROWS {
        let begins = format!("| {} |", row.name);
        let old = before.lines().find(|line| line.starts_with(&begins));
        let there = if row.name == name { Some(line) } else { old };
        if let Some(there) = there {
            text += there;
            text.push('\n');
        }
    }
    std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}
