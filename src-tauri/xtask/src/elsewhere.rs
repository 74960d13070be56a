//! `cargo xtask elsewhere`: the code for Windows and macOS, looked at by the compiler and by clippy on a computer that
//! is neither. Nothing is linked and nothing runs. For Windows its C is compiled too, by a cross compiler; for macOS
//! this tool stands in for the C compiler and makes empty objects, because Apple gives its headers to nobody else.

use std::path::Path;
use std::process::ExitCode;

use crate::step::{self, Outcome, cargo, said, target};
use crate::system;

/// Set while this tool stands in for a C compiler.
const STANDS_IN: &str = "AWAI_STANDS_IN_FOR_CC";

struct System {
    name: &'static str,
    target: &'static str,
    /// Whether the C in its crates is compiled.
    compiles_c: bool,
}

const SYSTEMS: [System; 2] = [
    System {
        name: "Windows",
        target: "x86_64-pc-windows-gnu",
        compiles_c: true,
    },
    System {
        name: "macOS",
        target: "aarch64-apple-darwin",
        compiles_c: false,
    },
];

/// Looks at what can be looked at here, and fails for what cannot, with the words that would help.
pub fn elsewhere() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("This looks at other systems from Linux. Here `cargo clippy --workspace --all-targets` says more.".into());
    }
    system::ready(&[system::BUILD, system::ELSEWHERE])?;
    let mut not_looked_at = Vec::new();
    let mut failed = Vec::new();
    for system in &SYSTEMS {
        match system.lacks() {
            Some(why) => not_looked_at.push(format!("{} was not looked at: {why}.", system.name)),
            None => failed.extend(system.look().err()),
        }
    }
    let words: Vec<String> = failed.into_iter().chain(not_looked_at).collect();
    if words.is_empty() {
        Ok(())
    } else {
        Err(words.join("\n"))
    }
}

impl System {
    /// What is not here, in words for a terminal.
    fn lacks(&self) -> Option<String> {
        let library = said(
            "rustc",
            &["--print", "target-libdir", "--target", self.target],
        );
        let is_here = library.is_some_and(|library| Path::new(&library).is_dir());
        (!is_here).then(|| {
            let target = self.target;
            format!("its standard library is not here (`rustup target add {target}`)")
        })
    }

    fn look(&self) -> Outcome {
        println!("\n{}", self.name);
        let mut clippy = cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--target",
            self.target,
        ]);
        // Apart from the other builds, so that none of them is built anew after this.
        let folder = target().join("elsewhere");
        clippy.env("CARGO_TARGET_DIR", &folder);
        if !self.compiles_c {
            let us = std::env::current_exe().map_err(|error| error.to_string())?;
            let nothing = folder.join("no-headers");
            std::fs::create_dir_all(&nothing).map_err(|error| error.to_string())?;
            let of_target = |what: &str| format!("{what}_{}", self.target.replace('-', "_"));
            for tool in ["CC", "CXX", "AR"] {
                clippy.env(of_target(tool), &us);
            }
            clippy.env(STANDS_IN, "1").env("SDKROOT", &nothing);
        }
        step::run(clippy.args(["--", "-D", "warnings"]))
    }
}

/// Stands in for a C compiler and for what puts objects together: whatever is to be made is made, and is empty.
pub fn in_place_of_cc() -> Option<ExitCode> {
    std::env::var_os(STANDS_IN)?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let made = asked_for(&words).into_iter().all(|file| {
        let archive: &[u8] = b"!<arch>\n";
        let empty = if file.ends_with(".a") { archive } else { b"" };
        std::fs::write(file, empty).is_ok()
    });
    Some(ExitCode::from(u8::from(!made)))
}

/// What a C compiler's words, or an archiver's, ask to be made.
fn asked_for(words: &[String]) -> Vec<&str> {
    let after_o = words.iter().zip(words.iter().skip(1));
    let objects = after_o
        .filter(|(word, _)| *word == "-o")
        .map(|(_, file)| file);
    let archives = words.iter().filter(|word| word.ends_with(".a"));
    objects.chain(archives).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn what_is_to_be_made_is_told_from_what_it_is_made_of() {
        let compiling = words("-O3 -arch arm64 -I include -o out/sqlite3.o -c sqlite3.c");
        assert_eq!(asked_for(&compiling), ["out/sqlite3.o"]);
        let archiving = words("cq out/libsqlcipher.a out/sqlite3.o");
        assert_eq!(asked_for(&archiving), ["out/libsqlcipher.a"]);
        assert!(asked_for(&words("-E detect_compiler_family.c")).is_empty());
    }
}
