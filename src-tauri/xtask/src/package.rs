//! `cargo xtask package`: the packages of a release.

use crate::step::{self, Outcome, command, root, target};
use crate::system;

/// The version of Tauri's own tool; it is fetched by npm, already built.
const TOOL: &str = "@tauri-apps/cli@2.12.5";

/// Builds a .deb and an .rpm. Other systems' packages are built on those systems, with the same tool.
pub fn package() -> Outcome {
    system::ready(&[system::BUILD, system::TEST])?;
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
    let kinds = if cfg!(target_os = "linux") {
        &["--bundles", "deb,rpm"][..]
    } else {
        &[]
    };
    step::run(command(own).current_dir(root()).arg("build").args(kinds))?;
    println!(
        "\nThe packages are in {}",
        target().join("release/bundle").display()
    );
    Ok(())
}
