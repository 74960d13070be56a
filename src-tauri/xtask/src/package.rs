//! `cargo xtask package`: the packages of a release.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{self, Outcome, command, npm, root, target};
use crate::system;

/// Which of Tauri's own tool is wanted, with a checksum for each system. npm fetches it, already built.
const TOOL: [(&str, &str); 2] = [
    ("package.json", include_str!("../package-tool/package.json")),
    (
        "package-lock.json",
        include_str!("../package-tool/package-lock.json"),
    ),
];

/// Builds a .deb and an .rpm, tries the .deb in a clean root and reads the card of the .rpm. Other systems' packages are
/// built on those systems, with the same tool.
pub fn package() -> Outcome {
    if !cfg!(target_os = "linux") {
        return build(None);
    }
    build(Some("deb,rpm"))?;
    system::wish_for(system::WISHED);
    let story = ["--test", "stories", "--", "package::"];
    let mut test = step::cargo(&["test", "--workspace"]);
    test.args(story);
    for (kind, variable) in [("deb", "AWAI_DEB"), ("rpm", "AWAI_RPM")] {
        if let Some(package) = newest(&made().join(kind), kind) {
            test.env(variable, package);
        }
    }
    step::run(&mut test)
}

/// Builds packages of these kinds, or of all that this system can.
pub fn build(kinds: Option<&str>) -> Outcome {
    system::ready(&[system::BUILD, system::DISPLAY, system::PACKAGE])?;
    let mut window = command(tool()?);
    window.arg("build").args(with_terminal("release"));
    if let Some(kinds) = kinds {
        window.args(["--bundles", kinds]);
    }
    window.args(["--", "--locked"]);
    run_without_places([terminal(), window], &root(), &target())?;
    println!("\nThe packages are in {}", made().display());
    Ok(())
}

/// The programs of a release and no packages, made of the sources in `place`, in its own target folder.
pub fn programs(place: &Path) -> Outcome {
    let mut terminal = terminal();
    let mut window = command(tool()?);
    window.args(["build", "--no-bundle", "--", "--locked"]);
    let target = place.join("target");
    for build in [&mut terminal, &mut window] {
        build.current_dir(place).env("CARGO_TARGET_DIR", &target);
    }
    run_without_places([terminal, window], place, &target)
}

fn terminal() -> Command {
    step::cargo(&["build", "--release", "--bin", "awai"])
}

fn run_without_places(builds: [Command; 2], root: &Path, target: &Path) -> Outcome {
    for mut build in builds {
        if let Some(flags) = flags_without_places(root, target) {
            build.env("CARGO_ENCODED_RUSTFLAGS", flags);
        }
        step::run(&mut build)?;
    }
    Ok(())
}

fn made() -> PathBuf {
    target().join("release/bundle")
}

/// The compiler writes where its sources lie into a program: the name of whoever built it, and a difference between two
/// builds. Names that are everybody's stand there instead. Flags that somebody set are left as they are.
fn flags_without_places(root: &Path, target: &Path) -> Option<OsString> {
    let set = |name| std::env::var_os(name).is_some();
    if set("RUSTFLAGS") || set("CARGO_ENCODED_RUSTFLAGS") {
        return None;
    }
    let cargo = step::cargo_home()?;
    // Of several that fit, the last one counts: what is built may lie in the folder of the sources.
    let places = [
        (&*cargo, "/cargo"),
        (root, "/awai"),
        (target, "/awai/target"),
    ];
    let mut flags = OsString::new();
    for (place, name) in places {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(place);
        flags.push("=");
        flags.push(name);
    }
    Some(flags)
}

/// Puts the program that was built for the tests into a .deb and an .rpm, so that a test can look at them.
pub fn package_to_try() -> Outcome {
    let words = ["bundle", "--debug", "--bundles", "deb,rpm"];
    step::run(command(tool()?).args(words).args(with_terminal("debug")))
}

/// On Linux the journal can be opened from a terminal too, once it is installed: that program lies beside the window.
fn with_terminal(profile: &str) -> Vec<String> {
    if !cfg!(target_os = "linux") {
        return Vec::new();
    }
    let program = target().join(profile).join("awai");
    let files = format!(r#"{{"files":{{"/usr/bin/awai":{program:?}}}}}"#);
    let more = format!(r#"{{"bundle":{{"linux":{{"deb":{files},"rpm":{files}}}}}}}"#);
    vec!["--config".to_owned(), more]
}

/// Tauri's own tool, exactly as its lock file says and without running anything of its maker's while it is installed.
fn tool() -> Outcome<PathBuf> {
    let tool = target().join("package-tool");
    let own = tool.join(if cfg!(windows) {
        "node_modules/.bin/tauri.cmd"
    } else {
        "node_modules/.bin/tauri"
    });
    let mark = tool.join("node_modules/.installed-from");
    let [_, (_, lock)] = TOOL;
    if own.is_file() && std::fs::read(&mark).is_ok_and(|installed| installed == lock.as_bytes()) {
        return Ok(own);
    }
    let fault = |error: std::io::Error| format!("{}: {error}", tool.display());
    std::fs::create_dir_all(&tool).map_err(fault)?;
    for (name, text) in TOOL {
        std::fs::write(tool.join(name), text).map_err(fault)?;
    }
    let mut install = command(npm());
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    step::run(install.current_dir(&tool))?;
    std::fs::write(&mark, lock).map_err(fault)?;
    Ok(own)
}

/// The file with this ending that was made last.
fn newest(folder: &Path, ending: &str) -> Option<PathBuf> {
    let files = std::fs::read_dir(folder).ok()?.flatten();
    files
        .filter(|file| file.path().extension().is_some_and(|its| its == ending))
        .max_by_key(|file| file.metadata().and_then(|seen| seen.modified()).ok())
        .map(|file| file.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tool_that_packs_is_pinned_with_a_checksum_for_every_system() {
        let [(_, wanted), (_, lock)] = TOOL;
        let named = |line: &&str| line.trim_start().starts_with("\"@tauri-apps/cli\": \"");
        let version = |text: &'static str| text.lines().find(named).map(str::trim);
        assert_eq!(version(wanted), version(lock));
        let places = lock.matches("\"node_modules/@tauri-apps/cli").count();
        assert!(places > 8, "{places}");
        assert_eq!(lock.matches("\"integrity\": \"sha512-").count(), places);
    }
}
