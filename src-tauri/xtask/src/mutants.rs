//! `cargo xtask mutants [K/N]`: the core, changed in small ways one after the other; a test is to notice each. What no
//! test noticed is listed in tests/faults/MUTANTS.md, with the test that notices it now or the reason why none does.
//!
//! It is done in a copy of the repository as it was committed, and with the build that is there: only our own crates
//! are built for each change. All of it takes a night; `K/N` is the part K, counted from nothing, of N.

use crate::step::{self, Outcome, command, target};
use crate::supply::Tool;

const MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    version: "27.1.0",
    without: &[],
};

/// The rooms on which everything else leans.
const ROOMS: &[&str] = &[
    "src-tauri/core/src/seal/*.rs",
    "src-tauri/core/src/letter/*.rs",
    "src-tauri/core/src/store/*.rs",
    "src-tauri/core/src/slots.rs",
    "src-tauri/core/src/vault.rs",
];

/// The tests that are to notice, beside those in the core itself: few enough to be run for each change.
const TESTS: &[&str] = &[
    "vault",
    "pages",
    "check",
    "letters",
    "letters_refused",
    "pairing",
];

/// Tries every change, or the part K of N of them.
pub fn mutants(part: Option<&str>) -> Outcome {
    let tool = MUTANTS.there()?;
    let place = target().join("mutants");
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).map_err(|error| error.to_string())?;
    let tree = place.join("tree");
    step::run(
        command("git")
            .args(["clone", "--quiet", "--shared", "."])
            .arg(&tree),
    )?;
    let mut trying = command(tool);
    trying.current_dir(&tree).env("CARGO_TARGET_DIR", target());
    trying.args([
        "mutants",
        "--in-place",
        "--no-shuffle",
        "--test-workspace=true",
    ]);
    trying.args(["--timeout", "300", "--build-timeout", "1800", "--output"]);
    trying.arg(&place);
    for room in ROOMS {
        trying.args(["--file", room]);
    }
    if let Some(part) = part {
        trying.args(["--shard", part]);
    }
    trying.args(["--", "--lib"]);
    for test in TESTS {
        trying.args(["--test", test]);
    }
    // It ends with an error when a change was missed: that is a list to be read, and no failure of the command.
    let done = step::run(&mut trying);
    let out = place.join("mutants.out");
    for (name, what) in [
        ("caught.txt", "noticed"),
        ("missed.txt", "not noticed"),
        ("timeout.txt", "never ended"),
        ("unviable.txt", "did not compile"),
    ] {
        let list = std::fs::read_to_string(out.join(name)).unwrap_or_default();
        println!("{} {what}", list.lines().count());
        if name == "missed.txt" {
            println!("{list}");
        }
    }
    if out.join("outcomes.json").is_file() {
        Ok(())
    } else {
        done
    }
}
