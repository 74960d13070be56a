//! Running other programs: said before, timed, and with their words if they fail.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What went wrong, in words for a terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where cargo keeps what it brought.
pub fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// A command in the root of the repository.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs us. It builds what the lock file says, whoever asks and for whatever: a newer crate would
/// otherwise slip in where a test or a measure is built.
pub fn cargo(words: &[&str]) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let (act, rest) = words.split_at(1.min(words.len()));
    // Only what writes the sources anew has no lock file.
    let locked = act != ["fmt"];
    cargo
        .args(act)
        .args(locked.then_some("--locked"))
        .args(rest);
    cargo
}

/// npm, which on Windows is a script and has to be called by its whole name.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Outcome {
    let words = words(command);
    println!("\n› {words}");
    let began = Instant::now();
    let status = command
        .status()
        .map_err(|error| format!("{words}: {error}"))?;
    let took = began.elapsed().as_secs();
    if took > 0 {
        println!("  ({took} s)");
    }
    if status.success() {
        Ok(())
    } else {
        Err(format!("{words}: {status}"))
    }
}

/// What a command prints, without white space around it; `None` when it fails or is not there.
pub fn said(program: &str, words: &[&str]) -> Option<String> {
    let out = command(program)
        .args(words)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    out.status
        .success()
        .then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// Whether a program can be found.
pub fn has_program(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

fn words(command: &Command) -> String {
    let mut words = command.get_program().to_string_lossy().into_owned();
    if words.ends_with("/cargo") {
        words = "cargo".to_owned();
    }
    for word in command.get_args() {
        words.push(' ');
        words.push_str(&word.to_string_lossy());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_cargo_is_asked_to_build_it_keeps_to_the_lock_file() {
        for act in ["build", "test", "clippy", "install"] {
            let words = words(&cargo(&[act, "--workspace"]));
            assert!(
                words.ends_with(&format!("{act} --locked --workspace")),
                "{words}"
            );
        }
        assert!(words(&cargo(&["fmt", "--all"])).ends_with("fmt --all"));
    }
}
