//! SECURITY.md promises nothing without naming the test that holds it, and FORMAT.md leaves out nothing that a program
//! may meet.

use std::fs;

use crate::{files, has_word, nobody, root};

/// What stands between backquotes in a text.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether a file has a test of this name, one that runs.
fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.iter().enumerate().any(|(at, line)| {
        let called = has_word(line, name) && line.contains(&format!("fn {name}("));
        let before = lines[..at].iter().rev();
        let mut attributes =
            before.take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        called
            && attributes
                .any(|line| line.starts_with("#[test") || line.starts_with("#[tokio::test"))
    })
}

/// The tests that SECURITY.md names: their file, and how they are called in it.
fn promised() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let named = quoted(&text).filter_map(|words| words.split_once(": "));
    let tests = named.filter(|(path, _)| path.ends_with(".rs"));
    tests
        .map(|(path, name)| (path.to_owned(), name.to_owned()))
        .collect()
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let named = promised();
    let mut lacking = Vec::new();
    for (path, name) in &named {
        let there = fs::read_to_string(root().join(path)).unwrap_or_default();
        lacking.extend((!has_test(&there, name)).then(|| format!("{path}: {name}")));
    }
    nobody(&lacking, "SECURITY.md names tests that are not there");
    assert!(named.len() > 30, "{} are named", named.len());
}

#[test]
fn every_promise_names_a_test() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let promised = text.split("## What is promised").nth(1).unwrap();
    let promised = promised.split("\n## ").next().unwrap();
    let promises: Vec<&str> = promised
        .split("\n\n")
        .filter(|part| part.starts_with("**"))
        .collect();
    assert!(promises.len() > 9, "{}", promises.len());
    let bare = promises
        .iter()
        .filter(|promise| !promise.contains(".rs: "))
        .map(|promise| promise.lines().next().unwrap_or_default().to_owned());
    nobody(&bare.collect::<Vec<_>>(), "promises that no test holds");
}

#[test]
fn a_fresh_copy_of_the_sources_holds_all_that_a_promise_takes() {
    let mut looked_at: Vec<String> = promised().into_iter().map(|(path, _)| path).collect();
    // What several of them use.
    looked_at.extend(["tests/strings.rs", "tests/people.rs"].map(str::to_owned));
    let beside = looked_at.iter().filter(|path| {
        let text = fs::read_to_string(root().join(path)).unwrap();
        // Real exports of another program lie beside it; no promise is about them.
        text.contains("shared/fixtures")
    });
    nobody(
        &beside.cloned().collect::<Vec<_>>(),
        "what these take is not in the repository",
    );
}

#[test]
fn every_refusal_that_only_a_terminal_knows_is_in_the_format() {
    let format = fs::read_to_string(root().join("FORMAT.md")).unwrap();
    let told: Vec<&str> = quoted(&format).collect();
    let refusals = fs::read_to_string(root().join("src-tauri/cli/src/refusal.rs")).unwrap();
    let kinds: Vec<&str> = refusals
        .lines()
        .filter_map(|line| line.split_once("=> own(\"")?.1.split('"').next())
        .collect();
    assert!(kinds.len() > 11, "{kinds:?}");
    let untold = kinds.iter().filter(|kind| !told.contains(kind));
    nobody(
        &untold.map(|kind| (*kind).to_owned()).collect::<Vec<_>>(),
        "FORMAT.md does not tell these kinds",
    );
}

#[test]
fn what_is_measured_beside_the_journal_has_every_shape_of_it() {
    let beside = fs::read_to_string(root().join("tests/bench/src/plain.rs")).unwrap();
    let shapes = files("src-tauri/core/src/store/schema", ".sql");
    let lacking = shapes.iter().filter(|(path, _)| !beside.contains(path));
    nobody(
        &lacking.map(|(path, _)| path.clone()).collect::<Vec<_>>(),
        "plain SQLite is measured without these",
    );
}

#[test]
fn a_test_is_known_by_its_mark() {
    let text = "#[test]\nfn one() {\n    fn two() {}\n}\n\n#[test]\n#[cfg(unix)]\nfn three() {}\nfn four() {}\n";
    assert!(has_test(text, "one") && has_test(text, "three"));
    assert!(!has_test(text, "two") && !has_test(text, "four") && !has_test(text, "five"));
}
