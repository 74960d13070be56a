//! The programs of other people that are here, and what each says it is. What is not here is said, and so is what was
//! used: `cargo xtask soak stock-tools` keeps that line.

use std::path::PathBuf;
use std::process::Command;

use awai_tests::{figure, not_looked_at};

use super::root;

/// A stock age: the age project's own, or rage, which is another program of other people.
pub struct Tool {
    /// `age` or `rage`.
    pub name: &'static str,
    /// Where it lies, or its name where the system finds it.
    pub path: PathBuf,
    version: String,
}

impl Tool {
    /// One at this place, if it says its version.
    fn at(name: &'static str, path: PathBuf) -> Option<Tool> {
        let said = Command::new(&path).arg("--version").output().ok()?;
        let said = String::from_utf8(said.stdout).ok()?;
        let version = said.split_whitespace().last()?.to_owned();
        Some(Tool {
            name,
            path,
            version,
        })
    }

    pub fn command(&self) -> Command {
        Command::new(&self.path)
    }

    /// What a shell is given in the place of its name.
    pub fn shell(&self) -> String {
        format!("'{}'", self.path.display())
    }
}

/// The age project's own. Where AWAI_PYTHON names the tools that are to be there, it may not be missing.
pub fn age() -> Option<Tool> {
    let found = Tool::at("age", "age".into());
    if found.is_none() {
        assert!(std::env::var_os("AWAI_PYTHON").is_none(), "age is missing");
        not_looked_at("the age project's own age", "it is not here.");
    }
    found
}

/// Rage, where AWAI_RAGE names it, where `cargo xtask soak stock-tools` puts it, or where the system finds it.
fn rage() -> Option<Tool> {
    if let Some(named) = std::env::var_os("AWAI_RAGE") {
        let there = Tool::at("rage", named.into());
        return Some(there.expect("rage is where AWAI_RAGE names it"));
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let brought = target.unwrap_or_else(|| root().join("target"));
    let found = Tool::at("rage", brought.join("tools/bin/rage"));
    let found = found.or_else(|| Tool::at("rage", "rage".into()));
    if found.is_none() {
        not_looked_at(
            "rage",
            "it is not here; cargo xtask soak stock-tools brings it.",
        );
    }
    found
}

/// Both, as far as they are here.
pub fn stock_ages() -> Vec<Tool> {
    age().into_iter().chain(rage()).collect()
}

/// What was done with which of them; nothing where none is here.
pub fn used(done: &str, tools: &[Tool]) {
    if !tools.is_empty() {
        let names = tools
            .iter()
            .map(|one| format!("{} {}", one.name, one.version));
        figure(&format!("{done}: {}", names.collect::<Vec<_>>().join(", ")));
    }
}
