//! `cargo xtask supply` and `cargo xtask sbom`: what is compiled into Awai, judged and listed.
//!
//! Both use other people's tools: some minutes of building, and so no part of `cargo xtask test`. That no crate can
//! open a connection is also an ordinary test (`tests/tidy`).

use crate::step::{self, Outcome, command, root, target};
use crate::tool::Tool;

const DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    without: &["--no-default-features"],
};

const CYCLONE: Tool = Tool {
    name: "cargo-cyclonedx",
    version: "0.5.9",
    without: &[],
};

/// Licences, forbidden crates, where crates come from; and what is known against them, where a database of
/// advisories is on this computer (in cargo's own folder).
pub fn supply() -> Outcome {
    let deny = DENY.there()?;
    step::run(command(&deny).args([
        "--workspace",
        "--locked",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))?;
    if advisories_are_here() {
        step::run(command(&deny).args([
            "--workspace",
            "--locked",
            "check",
            "--disable-fetch",
            "advisories",
        ]))
    } else {
        println!(
            "\nNo database of advisories is on this computer: what is known against a crate was not asked."
        );
        Ok(())
    }
}

/// Writes the list of everything that is compiled in, as CycloneDX: one file for each program in
/// `target/sbom`.
pub fn sbom() -> Outcome {
    let cyclone = CYCLONE.there()?;
    let folder = target().join("sbom");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for (manifest, program) in [
        ("src-tauri/Cargo.toml", "awai-desktop"),
        ("src-tauri/cli/Cargo.toml", "awai"),
    ] {
        let name = format!("{program}.cdx");
        step::run(command(&cyclone).args([
            "cyclonedx",
            "--format",
            "json",
            "--spec-version",
            "1.5",
            "--manifest-path",
            manifest,
            "--override-filename",
            &name,
        ]))?;
        gather(&name, &folder)?;
    }
    println!("\nThe lists are in {}", folder.display());
    Ok(())
}

/// The tool writes a list beside each manifest it knows, so also where nobody asked: those go, and the one
/// beside the program is taken along.
fn gather(name: &str, folder: &std::path::Path) -> Outcome {
    let file = format!("{name}.json");
    let manifests = step::said(
        "git",
        &["ls-files", "Cargo.toml", "*/Cargo.toml", "**/Cargo.toml"],
    )
    .unwrap_or_default();
    let own = if name.starts_with("awai-desktop") {
        "src-tauri"
    } else {
        "src-tauri/cli"
    };
    for manifest in manifests.lines() {
        let beside = root().join(manifest).with_file_name(&file);
        if !beside.is_file() {
            continue;
        }
        if beside.parent() == Some(root().join(own).as_path()) {
            let list = std::fs::read_to_string(&beside).map_err(|error| error.to_string())?;
            // Where it was built is nobody's business, and two builders' lists become equal.
            let list = list.replace(&root().display().to_string(), "/awai");
            std::fs::write(folder.join(&file), list).map_err(|error| error.to_string())?;
        }
        std::fs::remove_file(&beside).map_err(|error| error.to_string())?;
    }
    if folder.join(&file).is_file() {
        Ok(())
    } else {
        Err(format!("{file} was not written."))
    }
}

fn advisories_are_here() -> bool {
    step::cargo_home().is_some_and(|cargo| cargo.join("advisory-dbs").is_dir())
}
