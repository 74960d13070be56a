//! Letting go from a terminal: an exchange ends, with the wish that letters be no longer kept said before, and without.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;

use serde_json::Value;

use crate::letters::{carry, paired, path};
use crate::room::Room;

const END: [&str; 3] = ["companions", "end", "ボーさん"];

fn end(with: &[&'static str]) -> Vec<&'static str> {
    [&["--json"], &END[..], with].concat()
}

/// A letter of Aki's with these words, kept by Bo.
fn writes(aki: &Room, bo: &Room, words: &str) {
    fs::write(aki.path("words"), words).unwrap();
    let seal = ["seal", "--to", "ボーさん", "--words", "words", "--send-now"];
    let told = aki.json(&seal);
    carry(aki, &told["files"][0]["file"], bo, "came.age");
    bo.json(&["open", "came.age", "--keep"]);
}

fn shelf(room: &Room) -> Vec<Value> {
    let threads = room.json(&["threads"]);
    threads[0]["thread"]["letters"].as_array().unwrap().clone()
}

fn standing(room: &Room) -> String {
    let told = room.json(&["companions"]);
    told["companions"][0]["standing"].as_str().unwrap().into()
}

/// An id as it is typed.
fn short(line: &Value) -> &str {
    &line["version"].as_str().unwrap()[..8]
}

#[test]
fn before_an_exchange_ends_the_wish_is_sealed_and_the_other_follows_it() {
    let (aki, bo) = paired();
    for words in ["一通目。", "二通目。", "三通目。"] {
        writes(&aki, &bo, words);
    }
    // Nothing is decided unasked.
    assert_eq!(aki.awai(&end(&[])).kind(), "wish_undecided");
    let said = aki.awai(&END);
    assert!(said.refused().contains("--no-release"));
    assert_eq!(standing(&aki), "open");
    // Where no file can be written nothing is sealed, and nothing ends.
    let nowhere = end(&["--release", "all", "--into", "no/such/folder"]);
    assert_eq!(aki.awai(&nowhere).kind(), "place_gone");
    assert_eq!(standing(&aki), "open");
    assert!(shelf(&aki).iter().all(|line| line["released"] == false));

    let ended = aki.awai(&[&END[..], &["--release", "all"]].concat());
    let told = ended.done();
    assert!(
        told.contains("\"kind\": \"release\""),
        "what leaves is shown"
    );
    assert!(told.contains("--letters mine"), "{told}");
    assert_eq!(standing(&aki), "ended");
    let lines = shelf(&aki);
    assert_eq!(lines.len(), 4);
    assert!(lines[..3].iter().all(|line| line["released"] == true));
    let file = told.lines().find(|line| line.contains(".age")).unwrap();
    let file = file.rsplit(' ').next().unwrap();
    fs::copy(aki.path(file), bo.path("wish.age")).unwrap();

    let said = bo.awai(&["open", "wish.age", "--read", "--keep"]);
    let said = said.done();
    assert!(said.contains("no longer kept"), "{said}");
    let lines = shelf(&bo);
    for line in &lines[..3] {
        assert!(said.contains(short(line)), "{said}");
    }
    let wish = short(&lines[3]);
    let said = bo.awai(&["threads", "--letter", wish]);
    let follow = format!("awai threads --letter {wish} --follow");
    assert!(said.done().contains(&follow), "{}", said.done());
    // One of them by itself, then all that are left, then once more.
    let one = ["threads", "--letter", short(&lines[1]), "--erase"];
    assert!(bo.awai(&one).done().contains("erased here"));
    let standings = || -> Vec<String> {
        let lines = shelf(&bo);
        let word = |line: &Value| line["standing"].as_str().unwrap().to_owned();
        lines.iter().map(word).collect()
    };
    assert_eq!(standings(), ["kept", "erased", "kept", "kept"]);
    for _ in 0..2 {
        bo.json(&["threads", "--letter", wish, "--follow"]);
        assert_eq!(standings(), ["erased", "erased", "erased", "kept"]);
    }
    let said = bo.awai(&["threads", "--letter", wish]);
    assert!(!said.done().contains("--follow"), "nothing is left of it");
    assert!(bo.awai(&["check"]).done().contains("as it was written"));
}

#[test]
fn some_letters_are_named_and_a_wish_whose_file_was_lost_is_made_once_more() {
    let (aki, bo) = paired();
    for words in ["一通目。", "二通目。"] {
        writes(&aki, &bo, words);
    }
    let lines = shelf(&aki);
    let told = aki.json(&["release", short(&lines[0])]);
    fs::remove_file(aki.path(path(&told["files"][0]["file"]).to_str().unwrap())).unwrap();
    let wish = shelf(&aki)[2].clone();
    let told = aki.json(&["seal", "--again", short(&wish), "--armor"]);
    carry(&aki, &told["files"][0]["file"], &bo, "wish.txt");
    let told = bo.json(&["open", "wish.txt", "--read", "--keep"]);
    assert_eq!(told["letter"]["releases"][0], lines[0]["id"]);

    // One that has its wish cannot be named again, nor one that is not there.
    for named in [short(&lines[0]), "0000"] {
        let refused = aki.awai(&[&["--json"], &END[..], &["--release", named]].concat());
        assert_eq!(refused.kind(), "not_found");
    }
    let named = [&END[..], &["--release", short(&lines[1])]].concat();
    let told = aki.json(&named);
    assert_eq!(told["files"].as_array().unwrap().len(), 1);
    assert!(
        told["texts"][0]
            .as_str()
            .unwrap()
            .contains(lines[1]["id"].as_str().unwrap())
    );
    assert_eq!(standing(&aki), "ended");
    // Now there are no keys: it is said why, in words of its own.
    let refused = aki.awai(&["release", short(&lines[1])]);
    assert!(refused.refused().contains("by voice"));
    for words in [end(&["--release", "all"]), vec!["--json", "release"]] {
        let words = match words.len() {
            2 => [&words[..], &[short(&lines[1])]].concat(),
            _ => words,
        };
        assert_eq!(aki.awai(&words).kind(), "companion_ended");
    }
    let again = aki.awai(&["--json", "seal", "--again", short(&wish)]);
    assert_eq!(again.kind(), "companion_ended");
}

#[test]
fn an_exchange_ends_without_a_wish_when_that_is_said_or_there_is_nothing_to_name() {
    let (aki, bo) = paired();
    // Bo wrote nothing, so that nothing is asked; his reply waits to be given and goes.
    let ended = bo.awai(&["companions", "end", "Aki"]);
    assert!(ended.done().contains("reply"), "{}", ended.done());
    fs::write(aki.path("words"), "一通。").unwrap();
    let seal = ["seal", "--to", "ボーさん", "--words", "words", "--send-now"];
    aki.json(&seal);
    aki.json(&["seal", "--to", "ボーさん", "--words", "words"]);
    let ended = aki.awai(&[&END[..], &["--no-release"]].concat());
    assert!(ended.done().contains("stays here"), "{}", ended.done());
    assert_eq!(standing(&aki), "ended");
    assert_eq!(shelf(&aki)[0]["released"], false);
    // All of them are named already: nothing new is sealed, and nothing ends by itself.
    let (aki, bo) = paired();
    writes(&aki, &bo, "一通。");
    aki.json(&["release", short(&shelf(&aki)[0])]);
    assert_eq!(aki.awai(&end(&["--release", "all"])).kind(), "no_wish_left");
    assert_eq!(standing(&aki), "open");
    aki.json(&END);
    assert_eq!(standing(&aki), "ended");
}

#[test]
fn before_a_companion_is_forgotten_the_wish_can_be_said_too() {
    const FORGET: [&str; 4] = ["--json", "companions", "forget", "ボーさん"];
    let (aki, bo) = paired();
    for words in ["一通目。", "二通目。"] {
        writes(&aki, &bo, words);
    }
    assert_eq!(aki.awai(&FORGET).kind(), "wish_undecided");
    assert_eq!(shelf(&aki).len(), 2);
    let told = aki.json(&[&FORGET[1..], &["--release", "all"]].concat());
    assert_eq!(told["texts"].as_array().unwrap().len(), 1);
    carry(&aki, &told["files"][0]["file"], &bo, "wish.age");
    assert_eq!(aki.awai(&["companions"]).done(), "", "nobody is left");
    let told = bo.json(&["open", "wish.age", "--read", "--keep"]);
    assert_eq!(told["letter"]["releases"].as_array().unwrap().len(), 2);

    // Without a wish, when that is said; and at once, where none can be said any more.
    let (aki, bo) = paired();
    writes(&aki, &bo, "一通。");
    aki.json(&[&END[..], &["--no-release"]].concat());
    aki.json(&FORGET[1..]);
    assert_eq!(aki.awai(&["companions"]).done(), "");
    let (aki, bo) = paired();
    writes(&aki, &bo, "一通。");
    let told = aki.json(&[&FORGET[1..], &["--no-release"]].concat());
    assert_eq!(told["files"].as_array().unwrap().len(), 0);
    assert_eq!(aki.awai(&["companions"]).done(), "");
}
