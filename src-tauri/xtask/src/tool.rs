//! Other people's tools in Rust, made at a fixed version into `target/tools` when they are not there.

use std::path::PathBuf;

use crate::step::{self, Outcome, cargo, target};

/// A program that cargo installs, at the version that was tried.
pub struct Tool {
    pub name: &'static str,
    pub version: &'static str,
    /// What of it is left out, because it would take long to build and is not used.
    pub without: &'static [&'static str],
}

impl Tool {
    /// Where it is; builds it first when it is nowhere.
    pub fn there(&self) -> Outcome<PathBuf> {
        let tools = target().join("tools");
        let own = tools
            .join("bin")
            .join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        if !own.is_file() {
            let mut install = cargo(&["install", self.name, "--version", self.version]);
            install.arg("--root").arg(&tools).args(self.without);
            step::run(&mut install)?;
        }
        Ok(own)
    }
}
