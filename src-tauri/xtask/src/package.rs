//! `cargo xtask package`: the packages of a release.

use std::path::{Path, PathBuf};

use crate::step::{self, Outcome, command, root, target};
use crate::system;

/// The version of Tauri's own tool; it is fetched by npm, already built.
const TOOL: &str = "@tauri-apps/cli@2.12.5";

/// Builds a .deb and an .rpm, and tries the .deb in a clean root. Other systems' packages are built on those systems,
/// with the same tool.
pub fn package() -> Outcome {
    system::ready(&[system::BUILD, system::DISPLAY, system::TEST])?;
    let own = tool()?;
    let kinds = if cfg!(target_os = "linux") {
        &["--bundles", "deb,rpm"][..]
    } else {
        &[]
    };
    step::run(command(own).current_dir(root()).arg("build").args(kinds))?;
    let made = target().join("release/bundle");
    if let Some(package) = newest(&made.join("deb"), "deb") {
        let mut test = step::cargo(&["test", "--workspace", "--test", "package"]);
        step::run(test.env("AWAI_DEB", package))?;
    }
    println!("\nThe packages are in {}", made.display());
    Ok(())
}

/// Puts the program that was built for the tests into a .deb, so that a test can install it.
pub fn package_to_try() -> Outcome {
    let words = ["bundle", "--debug", "--bundles", "deb"];
    step::run(command(tool()?).current_dir(root()).args(words))
}

/// Tauri's own tool.
fn tool() -> Outcome<PathBuf> {
    let tool = target().join("package-tool");
    std::fs::create_dir_all(&tool).map_err(|error| error.to_string())?;
    let own = tool.join("node_modules/.bin/tauri");
    if !own.is_file() {
        step::run(
            command("npm")
                .args([
                    "install",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                ])
                .arg(&tool)
                .arg(TOOL),
        )?;
    }
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
