//! Copies and the way back from them, twelve words, a new key.

use std::fs;

use awai::{Passphrase, Vault, Writing};
use serde_json::json;

use crate::room::{PHRASE, Room, moment};

#[test]
fn a_copy_is_made_listed_looked_through_and_brought_back() {
    let room = Room::with_journal();
    let id = room.write(&[], "今日の言葉");
    assert_eq!(
        room.json(&["backups"]),
        json!({ "last": null, "backups": [] })
    );
    let made = room.json(&["backup"]);
    let folder = made["folder"].as_str().unwrap();
    assert!(folder.ends_with(made["name"].as_str().unwrap()));
    let listed = room.json(&["backups"]);
    assert_eq!(listed["backups"][0]["name"], made["name"]);
    assert_eq!(listed["last"]["elsewhere"], false);
    assert_eq!(room.json(&["check", folder])["pages"], 1);
    room.write(&[], "later");
    let back = room.path("back");
    let back = back.to_str().unwrap();
    assert_eq!(
        room.json(&["restore", folder, back]),
        json!({ "folder": back })
    );
    let lines = room.json(&["--journal", back, "list"])["lines"].clone();
    assert_eq!(lines.as_array().unwrap().len(), 1);
    let words = room.awai(&["--journal", back, "show", "--words", &id]);
    assert_eq!(words.done(), "今日の言葉");
    // What is there is covered by nothing, unless it is put by.
    let over = room.awai(&["--json", "restore", folder, back]);
    assert_eq!(over.kind(), "journal_exists");
    room.json(&["restore", folder, back, "--put-by"]);
    assert!(room.path("back/before-1/journal.db").is_file());
    let nothing = room.awai(&[
        "--json",
        "restore",
        room.path("").to_str().unwrap(),
        "elsewhere",
    ]);
    assert_eq!(nothing.kind(), "no_backup");
    let stick = room.awai(&["--json", "backup", "not-plugged-in"]);
    assert_eq!(stick.kind(), "place_gone");
}

#[test]
fn a_copy_that_is_not_as_it_was_written_ends_with_one() {
    let room = Room::with_journal();
    room.write(&[], &"long ".repeat(9000));
    let made = room.json(&["backup"]);
    let database = room.journal().join("backups");
    let database = database
        .join(made["name"].as_str().unwrap())
        .join("journal.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).unwrap();
    let looked = room.awai(&["--json", "check", database.to_str().unwrap()]);
    assert_eq!(looked.code, Some(1));
}

/// This one pays what twelve words cost every day.
#[test]
fn twelve_words_on_a_sheet_open_the_journal_until_they_are_taken_away() {
    let room = Room::with_journal();
    room.write(&[], "kept");
    let said = room.json(&["sheet", "--into", "sheet.html", "--unasked"]);
    assert_eq!(said, json!({ "kept": true, "file": "sheet.html" }));
    let again = room.awai(&["--json", "sheet", "--into", "sheet.html", "--unasked"]);
    assert_eq!(again.kind(), "file_there");
    let sheet = fs::read_to_string(room.path("sheet.html")).unwrap();
    let words: Vec<&str> = sheet
        .split("<li>")
        .skip(1)
        .map(|rest| rest.split_once('<').unwrap().0)
        .collect();
    fs::write(room.path("phrase"), words.join("\n").to_uppercase()).unwrap();
    assert_eq!(room.json(&["list"])["lines"][0]["opening"], "kept");
    fs::write(room.path("new"), "trout and lamp 92 quay").unwrap();
    room.json(&["passphrase", "--new-passphrase-file", "new"]);
    fs::write(room.path("phrase"), "trout and lamp 92 quay").unwrap();
    assert_eq!(room.json(&["sheet", "--remove"]), json!({ "done": true }));
    fs::write(room.path("phrase"), words.join("-")).unwrap();
    assert_eq!(room.awai(&["--json", "list"]).kind(), "wrong_passphrase");
    fs::write(room.path("phrase"), "trout and lamp 92 quay").unwrap();
    let told = room.awai(&["list"]);
    assert!(told.beside.contains("tried once"), "{}", told.beside);
}

#[test]
fn a_new_key_comes_with_a_new_passphrase() {
    let room = Room::with_journal();
    let id = room.write(&[], "seen by somebody");
    fs::write(room.path("new"), "harbour 41 and a red umbrella").unwrap();
    let said = room.json(&["passphrase", "--new-key", "--new-passphrase-file", "new"]);
    assert_eq!(said, json!({ "changed": true, "new_key": true }));
    assert_eq!(room.awai(&["--json", "list"]).kind(), "wrong_passphrase");
    fs::write(room.path("phrase"), "harbour 41 and a red umbrella").unwrap();
    let told = room.awai(&["show", "--words", &id]);
    assert_eq!(told.out, "seen by somebody");
    assert_ne!(PHRASE, "harbour 41 and a red umbrella");
}

#[test]
fn everything_is_taken_out_and_comes_into_another_journal() {
    let (room, other) = (Room::with_journal(), Room::with_journal());
    let id = room.write(&[], "駅のベンチ");
    let file = room.path("all.json.age");
    let file = file.to_str().unwrap();
    let taken = room.json(&["export", "json", file]);
    assert_eq!(
        taken,
        json!({ "pages": 1, "pictures": 0, "letters": 0, "to": file })
    );
    let again = room.awai(&["--json", "export", "json", file]);
    assert_eq!(again.kind(), "file_there");
    // The same passphrase opens both journals here; a wrong one says so.
    fs::write(other.path("wrong"), "another phrase").unwrap();
    let wrong = other.path("wrong");
    let wrong = [
        "--json",
        "import",
        "awai",
        file,
        "--file-passphrase-file",
        wrong.to_str().unwrap(),
    ];
    assert_eq!(other.awai(&wrong).kind(), "wrong_passphrase");
    let would = other.json(&["import", "awai", file, "--dry-run"]);
    assert_eq!(would["pages"], 1);
    assert_eq!(other.json(&["list"])["lines"], json!([]));
    assert_eq!(other.json(&["import", "awai", file]), would);
    assert_eq!(other.awai(&["show", "--words", &id]).done(), "駅のベンチ");
    let folder = room.path("pages");
    let folder = folder.to_str().unwrap();
    let clear = room.awai(&["export", "markdown", folder, "--in-clear"]);
    assert_eq!(clear.code, Some(0));
    assert!(clear.beside.contains("can read it"));
    assert!(room.path("pages/README.md").is_file());
    let no_file = other.awai(&[
        "--json",
        "import",
        "awai",
        other.path("nowhere").to_str().unwrap(),
    ]);
    assert_eq!(no_file.kind(), "import_gone");
}

/// Writes a page in a copy of the journal's folder, and lays its database beside the journal's own.
fn written_elsewhere(
    room: &Room,
    name: &str,
    words: &str,
) -> Result<std::path::PathBuf, Box<dyn std::error::Error>> {
    let there = room.path("elsewhere");
    fs::create_dir_all(there.join("keys"))?;
    for file in fs::read_dir(room.journal().join("keys"))? {
        let file = file?;
        fs::copy(file.path(), there.join("keys").join(file.file_name()))?;
    }
    fs::copy(room.journal().join("journal.db"), there.join("journal.db"))?;
    // Not by the program of this home, which would remember what it saw.
    let phrase = Passphrase::new(PHRASE)?;
    let now = moment("2026-11-26T12:00:00+09:00");
    let mut journal = Vault::at(&there)?.unlock(&phrase, now)?;
    let writing = Writing {
        body: words.to_owned(),
        ..Writing::default()
    };
    journal.write(&writing, now)?;
    journal.close()?;
    let sibling = room.journal().join(name);
    fs::rename(there.join("journal.db"), &sibling)?;
    fs::remove_dir_all(there)?;
    Ok(sibling)
}

#[test]
fn a_copy_that_a_sync_tool_left_is_found_looked_at_brought_over_and_laid_aside() {
    let room = Room::with_journal();
    room.write(&[], "kept here");
    assert!(room.awai(&["siblings"]).out.contains("No other copy"));
    let sibling =
        written_elsewhere(&room, "journal (conflict).db", "written on the train").unwrap();
    let sibling = sibling.to_str().unwrap();
    let found = room.json(&["siblings"]);
    assert_eq!(found[0]["name"], "journal (conflict).db");
    assert_eq!(found[0]["state"], "more");
    let looked = room.awai(&["siblings", "look", sibling]);
    assert!(
        looked.out.contains("One page is only there"),
        "{}",
        looked.out
    );
    assert!(
        looked.out.contains("written on the train"),
        "{}",
        looked.out
    );
    let came = room.json(&["siblings", "bring", sibling, "--both", "version"]);
    assert_eq!(came["pages"], 1);
    let lines = room.json(&["list"])["lines"].clone();
    assert_eq!(lines.as_array().unwrap().len(), 2);
    assert_eq!(
        room.json(&["backups"])["backups"].as_array().unwrap().len(),
        1
    );
    assert_eq!(room.json(&["siblings", "bring", sibling])["pages"], 0);
    assert!(room.awai(&["siblings"]).out.contains("is here, too"));
    assert_eq!(
        room.json(&["siblings", "aside", sibling]),
        json!({ "done": true })
    );
    assert_eq!(room.json(&["siblings"]), json!([]));
    assert!(
        room.journal()
            .join("siblings/journal (conflict).db")
            .is_file()
    );
    let other = room.path("phrase");
    let other = room.awai(&["--json", "siblings", "bring", other.to_str().unwrap()]);
    assert_eq!(other.kind(), "not_a_sibling");
}

#[test]
fn everything_is_erased_after_the_passphrase_and_what_stays_is_told_first() {
    let room = Room::with_journal();
    room.write(&[], "kept for a while");
    room.json(&["backup"]);
    fs::create_dir_all(room.settings()).unwrap();
    fs::write(room.settings().join("settings.json"), "{}").unwrap();
    let phrase = fs::read(room.path("phrase")).unwrap();
    fs::write(room.path("phrase"), "not this one").unwrap();
    assert_eq!(
        room.awai(&["--json", "erase-everything"]).kind(),
        "wrong_passphrase"
    );
    fs::write(room.path("phrase"), phrase).unwrap();
    let told = room.awai(&["erase-everything"]);
    assert!(
        told.beside.contains("backup in its folder stays"),
        "{}",
        told.beside
    );
    assert!(told.beside.contains("solid-state"), "{}", told.beside);
    assert!(told.out.contains("is erased"), "{}", told.out);
    assert_eq!(room.awai(&["--json", "list"]).kind(), "no_journal");
    assert!(room.settings().join("settings.json").is_file());
    let copies = room.journal().join("backups");
    let copy = fs::read_dir(&copies)
        .unwrap()
        .map(|file| file.unwrap().path())
        .find(|path| path.is_dir())
        .unwrap();
    // It comes back, and goes for good.
    let journal = room.journal();
    let back = [
        copy.to_str().unwrap(),
        journal.to_str().unwrap(),
        "--put-by",
    ];
    room.json(&[&["restore"], &back[..]].concat());
    let done = room.json(&["erase-everything", "--copies", "--settings"]);
    assert_eq!(done, json!({ "erased": true, "finished": true }));
    assert!(!room.journal().exists() && !room.settings().exists());
}
