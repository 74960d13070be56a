//! `cargo xtask test`: the same set-up plus what tests need, then every test, and a summary.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::package;
use crate::step::{self, Outcome, cargo, command, root, target};
use crate::system;
use crate::tool::Tool;

/// Runs everything; one failure does not keep the rest from being seen.
pub fn test() -> Outcome {
    let began = Instant::now();
    system::ready(system::ALL)?;
    system::wish_for(system::WISHED);
    let mut done = Vec::new();
    let mut part = |name: &'static str, part: &dyn Fn() -> Outcome| {
        let began = Instant::now();
        let outcome = part();
        if let Err(why) = &outcome {
            println!("  {why}");
        }
        done.push((name, outcome.is_ok(), began.elapsed().as_secs()));
    };
    part("form", &|| {
        step::run(&mut cargo(&["fmt", "--all", "--check"]))
    });
    part("the face: types and units", &face);
    part("another SQLCipher, to read ours", &another_sqlcipher);
    part("lints", &|| {
        step::run(&mut cargo(&[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    });
    part("build", &build);
    if cfg!(target_os = "linux") && step::has_program("dpkg-deb") {
        part("a package to try", &package::package_to_try);
    }
    part("core, terminal, window", &|| {
        let mut tests = cargo(&["test", "--workspace", "--no-fail-fast"]);
        if std::env::var_os("RUST_TEST_THREADS").is_none() {
            // A story in the window waits for half of its time.
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            tests.env("RUST_TEST_THREADS", (cores + 1).to_string());
        }
        step::run(
            tests
                .env("AWAI_PYTHON", python())
                .env("AWAI_DESKTOP", target().join("debug/awai-desktop")),
        )
    });
    println!("\nAltogether, in {} s:", began.elapsed().as_secs());
    for (name, passed, took) in &done {
        println!(
            "  {} {name} ({took} s)",
            if *passed { "passed" } else { "FAILED" }
        );
    }
    if done.iter().all(|(_, passed, _)| *passed) {
        Ok(())
    } else {
        Err("Not everything passed.".into())
    }
}

/// Everything, and the program itself, which the window tests start: the same selection as `cargo test`
/// makes, so that nothing is built twice.
fn build() -> Outcome {
    step::run(&mut cargo(&["build", "--workspace", "--all-targets"]))
}

/// Only the pictures.
pub fn pictures() -> Outcome {
    system::ready(system::ALL)?;
    npm()?;
    build()?;
    let rooms = ["--test", "stories", "--", "rooms::"];
    let mut tests = cargo(&["test", "--workspace"]);
    tests.args(rooms);
    step::run(tests.env("AWAI_DESKTOP", target().join("debug/awai-desktop")))?;
    println!(
        "\nThe pictures are in {}",
        target().join("pictures").display()
    );
    Ok(())
}

fn face() -> Outcome {
    npm()?;
    step::run(in_ui("node_modules/.bin/tsc").arg("--noEmit"))?;
    // The scripts of the page around a letter are no modules: one page of its own, with its own names.
    step::run(in_ui("node_modules/.bin/tsc").args([
        "--noEmit",
        "-p",
        "tsconfig.open-letter.json",
    ]))?;
    step::run(in_ui("node_modules/.bin/biome").args([
        "lint",
        "--config-path=.",
        "--error-on-warnings",
        "../../ui",
        "../../assets/open-letter",
        ".",
    ]))?;
    step::run(in_ui("node").arg("--test"))
}

/// Installs what `tests/ui` needs, exactly as its lock file says and without running anything of theirs.
fn npm() -> Outcome {
    let lock = root().join("tests/ui/package-lock.json");
    let mark = root().join("tests/ui/node_modules/.installed-from");
    let wanted = std::fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step::run(in_ui(step::npm()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    std::fs::write(&mark, wanted).map_err(|error| error.to_string())
}

fn in_ui(program: &str) -> Command {
    let folder = root().join("tests/ui");
    let own = folder.join(program);
    let mut command = if own.is_file() {
        command(own)
    } else {
        command(program)
    };
    command.current_dir(folder);
    command
}

/// A SQLCipher 4 that is not ours, in a Python of its own: the recipe of FORMAT.md is followed with it.
fn another_sqlcipher() -> Outcome {
    let python = python();
    let there = python
        .to_str()
        .is_some_and(|python| step::said(python, &["-c", "import sqlcipher3"]).is_some());
    if there {
        return Ok(());
    }
    step::run(
        command("python3")
            .args(["-m", "venv"])
            .arg(target().join("venv")),
    )?;
    step::run(command(&python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "sqlcipher3-wheels",
    ]))
}

/// The rage that letters are exchanged with.
const RAGE: Tool = Tool {
    name: "rage",
    version: "0.12.1",
    without: &["--no-default-features"],
};

/// Everything by other people that files are exchanged with: Debian's age, the TypeScript age, another SQLCipher, and
/// rage. Says where rage is.
pub fn stock_tools() -> Outcome<PathBuf> {
    system::ready(system::ALL)?;
    npm()?;
    another_sqlcipher()?;
    RAGE.there()
}

pub fn python() -> PathBuf {
    target().join("venv/bin/python")
}
