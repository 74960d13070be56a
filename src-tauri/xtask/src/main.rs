//! The developer's door: `cargo xtask run | test | bench | pictures | soak | coverage | mutants | package | twice |
//! supply | elsewhere`. Each first sees to it that the system has what it takes, so that a machine with only Rust, git
//! and a C compiler is enough; the last only says what lacks.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for a terminal"
)]

mod bench;
mod counted;
mod coverage;
mod display;
mod elsewhere;
mod fuzz;
mod mutants;
mod package;
mod picture;
mod run;
mod soak;
mod step;
mod supply;
mod system;
mod test;
mod tool;
mod twice;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--stay] [-- ARGUMENTS]   build and open the window; where there is no display, on a virtual
                                          one, with a picture of it in target/pictures (--stay keeps it open)
cargo xtask test                          every test there is
cargo xtask bench [-- ARGUMENTS]          how quick it is, beside plain SQLite
cargo xtask pictures                      pictures of every room in target/pictures
cargo xtask soak                          the rows there are
cargo xtask soak ROW [SIZE]               one fault at full size, its figure into tests/faults/SOAK.md
cargo xtask coverage [TEST…]              which lines of the core the tests go through
cargo xtask mutants [FILE…]               what the core may do wrongly without a test that minds
cargo xtask package [KINDS]               .deb and .rpm in target/release/bundle, tried; or such packages alone
cargo xtask twice                         whether the same commit gives the same programs again
cargo xtask supply                        what is compiled in: licences, forbidden crates, where they come from
cargo xtask sbom                          the list of it, for others to read, in target/sbom
cargo xtask elsewhere                     the code for Windows and macOS, as far as a compiler can tell from here
cargo xtask setup                         only see to it that the system has what all of these take";

fn main() -> ExitCode {
    if let Some(mut rustc) = counted::in_place_of_rustc() {
        let done = rustc.status().is_ok_and(|status| status.success());
        return if done {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    if let Some(done) = elsewhere::in_place_of_cc() {
        return done;
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (own, passed) = match words.iter().position(|word| word == "--") {
        Some(at) => (
            words.get(..at).unwrap_or_default(),
            words.get(at + 1..).unwrap_or_default(),
        ),
        None => (words.as_slice(), Default::default()),
    };
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let done = match own.as_slice() {
        ["run"] => run::run(run::Then::End, passed),
        ["run", "--stay"] => run::run(run::Then::Stay, passed),
        ["test"] => test::test(),
        ["bench"] => bench::bench(passed),
        ["pictures"] => test::pictures(),
        ["soak"] => soak::rows(),
        ["soak", row] => soak::soak(row, None),
        ["soak", row, size] => soak::soak(row, Some(size)),
        ["coverage", tests @ ..] => coverage::coverage(tests),
        ["mutants", files @ ..] => mutants::mutants(files),
        ["package"] => package::package(),
        ["package", kinds] => package::build(Some(kinds)),
        ["twice"] => twice::twice(),
        ["supply"] => supply::supply(),
        ["sbom"] => supply::sbom(),
        ["elsewhere"] => elsewhere::elsewhere(),
        ["setup"] => system::ready(system::ALL).map(|()| system::wish_for(system::WISHED)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
