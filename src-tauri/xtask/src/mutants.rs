//! `cargo xtask mutants`: whether the tests mind when the core does something else than it should. A sign is turned, a
//! bound moved, an answer made up, one at a time in a copy of the sources, and the tests are run; what none of them
//! minded is told. What was found so far, and why what is left may stay, is in tests/faults/MUTANTS.md.

use crate::step::{self, Outcome, cargo, command, target};
use crate::tool::Tool;

const TOOL: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
    without: &[],
};

/// Where a fault would cost most: the seal, letters, what is kept, and the way in.
const WHERE: &[&str] = &[
    "src-tauri/core/src/seal/**",
    "src-tauri/core/src/letter/**",
    "src-tauri/core/src/store/**",
    "src-tauri/core/src/vault.rs",
];

/// The tests that are quick enough to be run for each; those in the core itself come first.
const TESTS: &[&str] = &[
    "vault",
    "pages",
    "drafts",
    "spared",
    "orders",
    "revisions",
    "answers",
    "questions",
    "question_sets",
    "between",
    "looking_back",
    "check",
    "backups",
    "takeout",
    "siblings",
    "shapes",
    "erasing",
    "toward",
    "ties",
    "letters",
    "letters_chosen",
    "letters_given",
    "letters_names",
    "letters_refused",
    "ending",
    "pairing",
    "pictures",
];

/// Looks at these files, or at everything named above.
pub fn mutants(files: &[&str]) -> Outcome {
    let mut tests = vec!["--lib"];
    tests.extend(TESTS.iter().flat_map(|test| ["--test", test]));
    // That every test is content where nothing is changed is seen here: the tool looks for all of them in the core alone.
    let mut unchanged = cargo(&["test", "--workspace"]);
    step::run(unchanged.args(&tests))?;
    let out = target().join("mutants");
    std::fs::create_dir_all(&out).map_err(|error| error.to_string())?;
    let mut look = command(TOOL.there()?);
    look.args(["mutants", "--no-shuffle", "--timeout", "300", "--output"])
        .arg(&out)
        .args(["--baseline", "skip"])
        // What is only there for tests, what is only printed while debugging, and the same answer made up once more.
        .args(["--exclude", "**/test_kit.rs", "--cargo-arg=--locked"])
        .args(["--exclude-re", "fmt::Debug|Zeroizing::from"])
        .args(["--test-package", "awai", "--test-package", "awai-tests"]);
    for file in if files.is_empty() { WHERE } else { files } {
        look.args(["--file", file]);
    }
    step::run(look.arg("--").args(&tests))
}
