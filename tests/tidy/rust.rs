//! The walls between the rooms of Rust, and what the outside of the product tells.

use std::collections::BTreeSet;
use std::fs;

use crate::{code, files, has_word, nobody, root};

#[test]
fn each_wall_of_the_core_stands() {
    let core = files("src-tauri/core/src", ".rs");
    let walls: [(&str, &[&str], &[&str]); 7] = [
        (
            "rusqlite belongs to the store",
            &["rusqlite"],
            &["src/store/"],
        ),
        (
            "age belongs to seal.rs",
            &["age::", "use age"],
            &["src/seal.rs", "src/seal/"],
        ),
        (
            "hpke belongs to seal",
            &["hpke::", "use hpke", "x25519_dalek"],
            &["src/seal/"],
        ),
        (
            "files.rs alone writes to the disk",
            &[
                "fs::write",
                "File::create",
                "OpenOptions",
                "fs::rename",
                "fs::remove",
                "fs::create_dir",
                "DirBuilder",
            ],
            &["src/files.rs"],
        ),
        (
            "the core reads no clock",
            &["Local::now", "Utc::now", "SystemTime::now"],
            &[],
        ),
        (
            "the core prints nothing",
            &["println!", "eprintln!", "print!", "dbg!"],
            &[],
        ),
        (
            "the core opens no connection",
            &["std::net", "TcpStream", "UdpSocket", "UnixStream"],
            &[],
        ),
    ];
    for (rule, words, rooms) in walls {
        let mut broken = Vec::new();
        for (path, text) in &core {
            let shipped = code(text);
            let inside = rooms.iter().any(|room| path.contains(room));
            broken.extend(
                words
                    .iter()
                    .filter(|word| !inside && begins_word(&shipped, word))
                    .map(|word| format!("{path}: {word}")),
            );
        }
        nobody(&broken, rule);
    }
}

#[test]
fn no_program_opens_a_connection() {
    let mut broken = Vec::new();
    for folder in ["src-tauri/src", "src-tauri/cli/src"] {
        for (path, text) in files(folder, ".rs") {
            let words = ["std::net", "TcpStream", "TcpListener", "UdpSocket"];
            let shipped = code(&text);
            let here = words.iter().any(|word| begins_word(&shipped, word));
            broken.extend(here.then_some(path));
        }
    }
    nobody(
        &broken,
        "neither the window nor the terminal opens a connection",
    );
}

#[test]
fn the_core_and_the_terminal_know_no_window() {
    let mut broken = Vec::new();
    for folder in ["src-tauri/core", "src-tauri/cli"] {
        for (path, text) in files(folder, ".rs") {
            broken.extend(has_word(&code(&text), "tauri").then_some(path));
        }
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        broken.extend(
            manifest
                .contains("tauri")
                .then(|| format!("{folder}/Cargo.toml")),
        );
    }
    nobody(&broken, "only the shell names tauri");
}

#[test]
fn what_the_compiler_cannot_prove_has_one_room() {
    let words = [
        "unsafe {",
        "unsafe fn",
        "unsafe impl",
        "unsafe extern",
        "unsafe_code",
    ];
    let mut broken = Vec::new();
    let mut inside = 0;
    for (path, text) in files("src-tauri", ".rs") {
        let here = words.iter().filter(|word| text.contains(**word)).count();
        if path.contains("src-tauri/src/foreign") {
            inside += here;
        } else if here > 0 {
            broken.push(path);
        }
    }
    nobody(&broken, "unsafe code stands in src-tauri/src/foreign alone");
    assert!(
        inside > 0,
        "the words that are looked for are written otherwise"
    );
}

#[test]
fn no_crate_for_the_network_is_asked_for() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let crates: BTreeSet<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = "))
        .map(|name| name.trim_matches('"'))
        .collect();
    // What cargo-deny refuses altogether, which not every run asks.
    let deny = fs::read_to_string(root().join(".cargo/deny.toml")).unwrap();
    let refused = deny
        .lines()
        .filter(|line| !line.contains("wrappers"))
        .filter_map(|line| line.trim().strip_prefix("{ crate = \""))
        .filter_map(|rest| rest.split('"').next());
    let mut wanted: BTreeSet<&str> = refused.collect();
    assert!(wanted.contains("rustls"), "{wanted:?}");
    // It stands in the lock for Tauri on a telephone, and is asked for nowhere else.
    wanted.remove("reqwest");
    wanted.extend([
        "tauri-plugin-opener",
        "tauri-plugin-fs-watch",
        "surf",
        "openssl",
    ]);
    nobody(
        &crates
            .intersection(&wanted)
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>(),
        "no crate reaches the network",
    );
    for (path, text) in files("src-tauri", "Cargo.toml") {
        assert!(
            !text.contains("reqwest") && !text.contains("hyper"),
            "{path}"
        );
    }
}

#[test]
fn no_file_and_no_function_grows_strange() {
    let mut broken = Vec::new();
    for folder in ["src-tauri", "tests"] {
        for (path, text) in files(folder, ".rs") {
            let lines: Vec<&str> = text.lines().collect();
            broken.extend((lines.len() > 500).then(|| format!("{path}: {} lines", lines.len())));
            for (at, length) in functions(&lines) {
                broken.extend(
                    (length > 80).then(|| format!("{path}:{at}: a function of {length} lines")),
                );
            }
        }
    }
    for ending in [".js", ".css"] {
        for (path, text) in files("ui", ending) {
            let lines = text.lines().count();
            broken.extend((lines > 300).then(|| format!("{path}: {lines} lines")));
        }
    }
    nobody(
        &broken,
        "500 lines a Rust file, 80 a function, 300 a file of the face",
    );
}

/// Line number and length of each function. rustfmt puts the closing brace below the word that opened it.
fn functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim_start();
        let words: Vec<&str> = bare.split([' ', '(']).collect();
        let heads = [
            "pub", "crate)", "super)", "async", "const", "unsafe", "extern",
        ];
        let is_one = words.iter().find(|word| !heads.contains(word)) == Some(&"fn");
        // A trait's functions may have no body, and a body may stand on one line.
        let opens = lines
            .iter()
            .skip(at)
            .find(|line| line.ends_with(['{', '}', ';']));
        if is_one && opens.is_some_and(|line| line.ends_with('{')) {
            let end = format!("{}}}", " ".repeat(line.len() - bare.len()));
            let length = lines
                .iter()
                .skip(at)
                .position(|line| **line == *end)
                .unwrap_or(0);
            found.push((at + 1, length + 1));
        }
    }
    found
}

#[test]
fn every_room_of_rust_tells_what_it_is_for() {
    let silent: Vec<String> = [
        "src-tauri/core/src",
        "src-tauri/src",
        "src-tauri/cli/src",
        "src-tauri/xtask/src",
        "tests",
    ]
    .iter()
    .flat_map(|folder| files(folder, ".rs"))
    .filter(|(_, text)| !text.starts_with("//!"))
    .map(|(path, _)| path)
    .collect();
    nobody(&silent, "a file opens with its story");
}

#[test]
fn the_outside_tells_a_stranger_of_an_ordinary_diary() {
    let told = [
        "mental",
        "peer support",
        "crisis",
        "therapy",
        "ipsafe",
        "ピアサポート",
        "メンタル",
        "santé mentale",
        "pair aidant",
        "soutien par les pairs",
    ];
    let outside = [
        "src-tauri/tauri.conf.json",
        "src-tauri/Cargo.toml",
        "src-tauri/cli/Cargo.toml",
        "src-tauri/core/Cargo.toml",
        "ui/index.html",
    ];
    let mut broken = Vec::new();
    for path in outside {
        let text = fs::read_to_string(root().join(path))
            .unwrap()
            .to_lowercase();
        broken.extend(
            told.iter()
                .filter(|word| text.contains(*word))
                .map(|word| format!("{path}: {word}")),
        );
    }
    nobody(&broken, "name, title and installer are those of a diary");
}

/// Whether `word` stands in `text` with no letter before it.
fn begins_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}
