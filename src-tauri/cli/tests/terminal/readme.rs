//! What README.md shows of the terminal can be typed as it stands there, from the first line to the last.

// A helper of a test is a test.
#![allow(clippy::unwrap_used)]

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::room::{Room, Said, files_below};

/// Where README.md supposes a stick.
const STICK: &str = "/media/stick";

#[test]
fn the_lines_of_the_readme_can_be_typed_one_after_the_other() {
    let mut room = Room::empty();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(here.join("../../README.md")).unwrap();
    export(&here.join("../../tests/fixtures/day-one"), &room);
    fs::create_dir(room.path("stick")).unwrap();
    on_the_way(&mut room);

    let lines = shown(&readme);
    assert!(lines.len() > 5, "README.md shows how it is used");
    for line in &lines {
        let typed = line.replace(STICK, "stick");
        let mut shell = Command::new("sh");
        room.furnish(&mut shell);
        shell.arg("-c").arg(typed);
        let said = Said::of(shell, b"");
        assert_eq!(said.code, Some(0), "{line}: {}", said.beside);
        if line.contains("search") {
            assert!(said.out.contains("並んで座っていた"), "{}", said.out);
        }
    }
    assert!(files_below(&room.path("stick")).len() > 1);
    let pages = files_below(&room.path("pages/pages"));
    let text = fs::read_to_string(&pages[0]).unwrap();
    assert!(text.contains("駅のベンチで"), "{text}");
}

/// The lines of the part about the terminal.
fn shown(readme: &str) -> Vec<&str> {
    let (_, part) = readme.split_once("\n## From a terminal\n").unwrap();
    let (_, block) = part.split_once("```sh\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    block.lines().collect()
}

/// The program under its name, for somebody whose passphrase is in a file.
fn on_the_way(room: &mut Room) {
    let (bin, program) = (room.path("bin"), env!("CARGO_BIN_EXE_awai"));
    fs::create_dir(&bin).unwrap();
    let script = format!("#!/bin/sh\nexec '{program}' --passphrase-file \"$HOME/phrase\" \"$@\"\n");
    fs::write(bin.join("awai"), script).unwrap();
    fs::set_permissions(bin.join("awai"), fs::Permissions::from_mode(0o755)).unwrap();
    let others = std::env::var("PATH").unwrap();
    room.set("PATH", &format!("{}:{others}", bin.display()));
}

/// The export as Day One gives it.
fn export(from: &Path, room: &Room) {
    let mut zip = ZipWriter::new(File::create(room.path("Journal.zip")).unwrap());
    for file in files_below(from) {
        let name = file.strip_prefix(from).unwrap().to_str().unwrap();
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&fs::read(&file).unwrap()).unwrap();
    }
    zip.finish().unwrap();
}
