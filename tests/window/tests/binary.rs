//! The program itself, looked at from outside.

use std::path::PathBuf;
use std::process::Command;

/// The built window: named by `cargo xtask test`, or where cargo puts it.
fn desktop() -> PathBuf {
    std::env::var_os("AWAI_DESKTOP").map_or_else(
        || {
            let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
                || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target"),
                PathBuf::from,
            );
            target.join("debug/awai-desktop")
        },
        PathBuf::from,
    )
}

/// The system's WebKit brings its own SQLite. Did the program export ours, WebKit's calls would end in it.
#[test]
fn our_sqlcipher_stays_inside_the_program() {
    let program = desktop();
    assert!(program.is_file(), "{} is not built", program.display());
    let said = Command::new("nm").arg("-D").arg(&program).output().unwrap();
    assert!(said.status.success());
    let symbols = String::from_utf8_lossy(&said.stdout);
    assert!(symbols.contains("gtk_init"), "nm told of no symbol at all");
    let ours: Vec<&str> = symbols
        .lines()
        .filter(|line| line.contains("sqlite3_") || line.contains("sqlcipher"))
        .collect();
    assert!(ours.is_empty(), "{ours:?}");
}
