//! What the face may never hold.

use std::collections::BTreeMap;
use std::fs;

use sha2::{Digest, Sha256};

use crate::{code, files, nobody, root};

#[test]
fn the_face_lets_no_html_no_address_and_no_handler_in() {
    let forbidden = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "unsafeHTML",
        "unsafeSVG",
        "document.write",
        "eval(",
        "new Function",
        "styleMap",
        " style=",
        "http://",
        "https://",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
    ];
    let mut broken = Vec::new();
    for ending in [".js", ".html", ".css"] {
        for (path, text) in files("ui", ending) {
            let shipped = code(&text);
            broken.extend(
                forbidden
                    .iter()
                    .filter(|word| shipped.contains(*word))
                    .map(|word| format!("{path}: {word}")),
            );
            let inline = shipped.split_whitespace().any(|word| {
                word.starts_with("on")
                    && word.contains("=\"")
                    && word
                        .chars()
                        .take_while(|c| *c != '=')
                        .all(|c| c.is_ascii_lowercase())
            });
            broken.extend(inline.then(|| format!("{path}: an inline handler")));
            let knows = text.contains("__TAURI") && !path.ends_with("ui/journal.js");
            broken
                .extend(knows.then(|| {
                    format!("{path}: only journal.js knows what the window is made with")
                }));
            broken.extend(
                (ending == ".css" && text.contains("!important"))
                    .then(|| format!("{path}: !important")),
            );
        }
    }
    nobody(&broken, "the face is closed");
}

#[test]
fn every_module_of_the_face_is_typed() {
    let loose: Vec<String> = files("ui", ".js")
        .into_iter()
        .filter(|(_, text)| !text.starts_with("// @ts-check"))
        .map(|(path, _)| path)
        .collect();
    nobody(&loose, "every module begins with // @ts-check");
}

#[test]
fn what_others_wrote_is_as_they_wrote_it() {
    let vendor = root().join("ui/vendor");
    let list = fs::read_to_string(vendor.join("hashes.txt")).unwrap();
    let mut told = BTreeMap::new();
    for line in list
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (sum, name) = line.split_once("  ").expect("a sum, two spaces, a name");
        told.insert(name.trim_start_matches("./").to_owned(), sum.to_owned());
    }
    let mut there = BTreeMap::new();
    let mut folders = vec![vendor.clone()];
    while let Some(here) = folders.pop() {
        for file in fs::read_dir(here).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().unwrap() != "hashes.txt" {
                let name = path
                    .strip_prefix(&vendor)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                let sum: String = Sha256::digest(fs::read(&path).unwrap())
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                there.insert(name, sum);
            }
        }
    }
    assert_eq!(there, told);
}
