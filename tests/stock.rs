//! Programs of other people, on the files that leave: a stock `age`, with a passphrase typed at its own prompt.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::not_looked_at;

/// What a stock `age -d` makes of a file under a passphrase; nothing where there is no `age`, and that is said.
///
/// # Panics
/// When it does not open.
pub fn opened(folder: &Path, sealed: &[u8], phrase: &str) -> Option<String> {
    if !is_there("age") || !is_there("script") {
        not_looked_at(
            "what a stock age opens",
            "there is no age here, or no script to type for it.",
        );
        return None;
    }
    let (file, out) = (folder.join("stock.age"), folder.join("stock.txt"));
    awai::write_whole(&file, sealed).expect("the test may write into its own folder");
    // age asks at a terminal and nowhere else; `script` lends it one.
    let command = format!(
        "age --decrypt --output '{}' '{}'",
        out.display(),
        file.display()
    );
    let mut typing = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("script is there");
    let mut prompt = typing.stdin.take().expect("its input is piped");
    writeln!(prompt, "{phrase}").expect("it reads what is typed");
    let told = typing.wait_with_output().expect("it ends");
    drop(prompt);
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stdout)
    );
    let text = fs::read_to_string(&out).expect("it opened into text");
    fs::remove_file(out).expect("the test may remove its own file");
    Some(text)
}

/// What a stock `age -d` makes of a file, with an identity of its own kind.
pub fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
