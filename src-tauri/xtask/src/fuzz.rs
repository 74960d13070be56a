//! `cargo xtask soak hostile-READER [SIZE]`: a reader tried by libFuzzer, led by the ways that files take through our own
//! code. The compiler that builds Awai is enough, and a C++ compiler for libFuzzer itself.
//!
//! The files that took a new way stay in `target/fuzz/corpus/READER`, and the next run goes on from them. A file that
//! made a reader fall is left in `tests/fixtures/hostile/READER`, where the ordinary test tries it first.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::counted::Counters;
use crate::step::{self, Outcome, cargo, command, root, target};
use crate::system;

/// No file is longer: what is longer takes no other ways.
const LONGEST_FILE: &str = "65536";
/// Nor does one keep a reader longer, in seconds, on a slow machine that does other things as well.
const LONGEST: &str = "20";
/// Nor take up more memory than this altogether, in MiB.
const MOST_MEMORY: &str = "2048";

/// libFuzzer with a reader and so many files, everything it takes being built.
pub fn looking(reader: &str, size: &str) -> Outcome<Command> {
    system::ready(&[system::BUILD, system::FUZZ])?;
    let mut build = cargo(&["build", "--workspace", "--profile", "fuzz"]);
    build.args(["--features", "awai-fuzz/libfuzzer", "--bin", "awai-fuzz"]);
    Counters::Ways.into(&mut build);
    step::run(&mut build)?;
    let corpus = target().join("fuzz/corpus").join(reader);
    let kept = root().join("tests/fixtures/hostile").join(reader);
    for folder in [&corpus, &kept] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut fuzz = command(target().join("fuzz/awai-fuzz"));
    fuzz.args([&corpus, &kept])
        .arg(format!("-artifact_prefix={}/", kept.display()))
        .arg(format!("-runs={size}"))
        .arg(format!("-max_len={LONGEST_FILE}"))
        .arg(format!("-timeout={LONGEST}"))
        .arg(format!("-rss_limit_mb={MOST_MEMORY}"))
        .env("AWAI_READER", reader)
        .env("AWAI_CORPUS", &corpus);
    Ok(fuzz)
}

/// Runs it to its end, and tells what was seen.
pub fn listen(mut fuzz: Command) -> Outcome<String> {
    // libFuzzer speaks beside the answers.
    let mut child = fuzz
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut seen = None;
    let said = child.stderr.take().into_iter();
    for line in said.flat_map(|said| BufReader::new(said).lines()) {
        let line = line.map_err(|error| error.to_string())?;
        println!("{line}");
        seen = figure(&line).or(seen);
    }
    match child.wait().map_err(|error| error.to_string())? {
        status if status.success() => seen.ok_or("nothing was looked at".to_owned()),
        status => Err(status.to_string()),
    }
}

/// What libFuzzer's last line comes to: `#5000 DONE cov: 1021 ft: 4096 corp: 210/96Kb …`.
fn figure(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [_, "DONE", ..] = words.as_slice() else {
        return None;
    };
    let after = |name: &str| {
        let at = words.iter().position(|word| *word == name)?;
        words.get(at + 1).copied()
    };
    Some(format!(
        "{} places of our code reached, {} files that each took a way of its own, 0 falls",
        after("cov:")?,
        after("corp:")?.split('/').next()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_told_and_no_other() {
        let last =
            "#5000\tDONE   cov: 1021 ft: 4096 corp: 210/96Kb lim: 4096 exec/s: 2500 rss: 61Mb";
        assert_eq!(
            figure(last).unwrap(),
            "1021 places of our code reached, 210 files that each took a way of its own, 0 falls"
        );
        for other in [
            "#4096\tpulse  cov: 12 ft: 12 corp: 6/24b",
            "Done 5000 runs in 2 second(s)",
            "",
        ] {
            assert_eq!(figure(other), None);
        }
    }
}
