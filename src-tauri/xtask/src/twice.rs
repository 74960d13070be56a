//! `cargo xtask twice`: whether the same commit gives the same programs again. Both are built as for a release, with
//! everything under them, in two folders that have nothing in common but this computer and its compilers, and compared
//! byte for byte.

use std::fs;
use std::path::{Path, PathBuf};

use crate::package;
use crate::step::{self, Outcome, root, target};
use crate::system;

/// Of different names and depths: a path that is written into a program makes a difference.
const PLACES: [&str; 2] = ["one", "another/place/altogether"];

const PROGRAMS: [&str; 2] = ["awai", "awai-desktop"];

/// Builds both programs twice and says whether they are the same.
pub fn twice() -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("Only on Linux is it known how to build twice.".into());
    }
    system::ready(&[system::BUILD, system::DISPLAY, system::PACKAGE])?;
    let all = target().join("twice");
    if all.exists() {
        fs::remove_dir_all(&all).map_err(|why| format!("{}: {why}", all.display()))?;
    }
    let made = PLACES.map(|place| all.join(place));
    // Both before either is built: somebody may commit while the first one is. What is committed, and nothing that
    // lies about here.
    for place in &made {
        let mut clone = step::command("git");
        clone.args(["clone", "--quiet"]).arg(root()).arg(place);
        step::run(&mut clone)?;
    }
    for place in &made {
        package::programs(place)?;
    }
    let mut differ = Vec::new();
    for program in PROGRAMS {
        let of = made.iter().map(|place| bytes_of(place, program));
        match of.collect::<Outcome<Vec<_>>>()?.as_slice() {
            [first, second] if first == second => {
                println!("{program}: {} bytes, the same in both.", first.len());
            }
            _ => differ.push(program),
        }
    }
    if differ.is_empty() {
        fs::remove_dir_all(&all).map_err(|why| format!("{}: {why}", all.display()))
    } else {
        let (all, named) = (all.display(), differ.join(", "));
        Err(format!("Not the same twice: {named}. Both lie in {all}."))
    }
}

fn bytes_of(place: &Path, program: &str) -> Outcome<Vec<u8>> {
    let file: PathBuf = place.join("target/release").join(program);
    fs::read(&file).map_err(|why| format!("{}: {why}", file.display()))
}
