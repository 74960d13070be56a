//! Our own crates built with rustc's counters in them; everything else is the build that is there, SQLCipher and two
//! hundred crates. What is generic of others is compiled where it is used, and counted as well.

use std::ffi::OsString;
use std::process::Command;

/// Says that we were called in the place of the compiler, and what it is to count.
const WRAPPING: &str = "AWAI_COUNTED";

/// What is counted.
#[derive(Clone, Copy)]
pub enum Counters {
    /// How often each line was gone through.
    Lines,
    /// Which ways were taken from one piece of code to the next, as libFuzzer reads them.
    Ways,
}

impl Counters {
    const BOTH: [Counters; 2] = [Counters::Lines, Counters::Ways];

    fn name(self) -> &'static str {
        match self {
            Counters::Lines => "lines",
            Counters::Ways => "ways",
        }
    }

    fn flags(self) -> &'static [&'static str] {
        match self {
            Counters::Lines => &["-Cinstrument-coverage"],
            // What libFuzzer asks of LLVM; the sanitizers, which take another compiler, are for code that is not safe.
            Counters::Ways => &[
                "-Cpasses=sancov-module",
                "-Cllvm-args=-sanitizer-coverage-level=4",
                "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
                "-Cllvm-args=-sanitizer-coverage-pc-table",
                "-Cllvm-args=-sanitizer-coverage-trace-compares",
                "-Ccodegen-units=1",
            ],
        }
    }

    /// Lets a call of cargo build our own crates with these counters.
    pub fn into(self, cargo: &mut Command) {
        let this = std::env::current_exe().unwrap_or_default();
        cargo
            .env("RUSTC_WORKSPACE_WRAPPER", this)
            .env(WRAPPING, self.name());
    }
}

/// The compiler's command line, when cargo calls us in its place for a crate of our own: it gets its counters.
pub fn in_place_of_rustc() -> Option<Command> {
    let asked = std::env::var(WRAPPING).ok()?;
    let counters = Counters::BOTH
        .into_iter()
        .find(|counters| counters.name() == asked)?;
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (program, words) = words.split_first()?;
    let mut rustc = Command::new(program);
    rustc.args(words);
    // What runs while building counts nothing, and would leave its counters lying about.
    if !words.iter().any(|word| word == "build_script_build") {
        rustc.args(counters.flags());
    }
    Some(rustc)
}
