//! The book as a whole: made, looked through, given another passphrase, filled from elsewhere.

use std::fs;
use std::path::Path;

use awai_tests::not_looked_at;
use serde_json::{Value, json};

use crate::room::{PHRASE, Room, files_below};

/// This one pays what a passphrase costs every day, so that it is known to be asked.
#[test]
fn a_journal_is_made_written_and_given_another_passphrase() {
    let room = Room::empty();
    let said = room.awai(&["create"]);
    assert!(said.done().contains(room.journal().to_str().unwrap()));
    let slot = fs::read(room.journal().join("keys/passphrase-1.a.age")).unwrap();
    let head = String::from_utf8_lossy(&slot[..200]).into_owned();
    assert!(
        head.contains("-> scrypt ") && head.contains(" 18\n"),
        "{head}"
    );
    let id = room.write(&[], "first words");
    assert_eq!(room.awai(&["--json", "create"]).kind(), "journal_exists");
    fs::write(room.path("new"), "\u{feff}une phrase　toute neuve\r\n").unwrap();
    let said = room.awai(&["passphrase", "--new-passphrase-file", "new", "--json"]);
    assert_eq!(said.json(), json!({ "changed": true }));
    assert_eq!(room.awai(&["--json", "list"]).kind(), "wrong_passphrase");
    fs::write(room.path("phrase"), "une phrase toute neuve").unwrap();
    let said = room.awai(&["show", "--words", &id]);
    assert_eq!(said.out, "first words");
    // The try with the old phrase is told, once.
    assert!(said.beside.contains("tried once"), "{}", said.beside);
    assert_eq!(room.awai(&["show", "--words", &id]).done(), "first words");
}

#[test]
fn a_weak_passphrase_makes_no_journal_and_changes_none() {
    let room = Room::with_journal();
    fs::write(room.path("weak"), "password1234\n").unwrap();
    assert_eq!(
        room.awai(&["--json", "--new-passphrase-file", "weak", "passphrase"])
            .kind(),
        "passphrase_weak"
    );
    assert_eq!(room.awai(&["list"]).done(), "");
    let away = room.path("elsewhere");
    let away = away.to_str().unwrap();
    let said = room.awai(&["--journal", away, "create", "--new-passphrase-file", "weak"]);
    assert!(said.refused().contains("easy to guess"));
    assert_eq!(
        room.awai(&[
            "--json",
            "--journal",
            away,
            "create",
            "--new-passphrase-file",
            "gone"
        ])
        .kind(),
        "file_unreadable"
    );
    assert!(!fs::exists(away).unwrap());
}

#[test]
fn a_journal_is_only_made_in_a_folder_of_its_own() {
    let room = Room::empty();
    fs::create_dir(room.path("full")).unwrap();
    fs::write(room.path("full/a"), "mine").unwrap();
    assert_eq!(
        room.awai(&["--json", "--journal", "full", "create"]).kind(),
        "folder_not_empty"
    );
    assert_eq!(files_below(&room.path("full")).len(), 1);
}

#[test]
fn a_whole_book_is_whole() {
    let room = Room::with_journal();
    let id = room.write(&[], "one");
    room.awai_reading(&["revise", &id], b"two").done();
    for (tongue, sentence) in [
        ("en", "Everything is as it was written.\n"),
        ("ja", "すべて、書いたときのままです。\n"),
        ("fr", "Tout est comme cela a été écrit.\n"),
    ] {
        assert_eq!(room.awai(&["check", "--lang", tongue]).done(), sentence);
    }
    let report = room.json(&["check"]);
    assert_eq!(
        (&report["pages"], &report["versions"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        (&report["chain"], &report["database"]),
        (&json!("whole"), &json!("whole"))
    );
    assert_eq!(
        report["slots"][0],
        json!({ "name": "passphrase-1", "first": "whole", "second": "whole" })
    );
    let second = room.journal().join("keys/passphrase-1.b.age");
    fs::remove_file(&second).unwrap();
    assert_eq!(room.json(&["check"])["slots"], report["slots"]);
    assert!(second.exists(), "opening the book makes both copies whole");
}

#[test]
fn a_tie_is_named_once_whatever_the_width_and_the_case() {
    let room = Room::with_journal();
    let tie = room.json(&["tie", "add", "Ｃｌａｉｒｅ"]);
    assert_eq!(room.json(&["tie", "add", "claire"])["id"], tie["id"]);
    room.awai(&["tie", "add", "le quai des Brumes", "--kind", "place"])
        .done();
    let said = room.awai(&["tie", "list"]);
    assert_eq!(said.done().lines().count(), 2);
    assert!(said.out.contains("le quai des Brumes\n"));
    assert_eq!(room.json(&["tie", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn the_passphrase_comes_from_no_argument_and_no_variable() {
    let mut room = Room::with_journal();
    fs::write(room.path("phrase"), "not this one").unwrap();
    room.set("AWAI_PASSPHRASE", PHRASE);
    room.set("PASSPHRASE", PHRASE);
    assert_eq!(room.awai(&["--json", "list"]).kind(), "wrong_passphrase");
    let said = room.awai(&["--passphrase", PHRASE, "list"]);
    assert_eq!(said.code, Some(2));
    assert!(!said.beside.contains(PHRASE));
}

/// An export with one page, written in Tokyo shortly after midnight.
const EXPORT: &str = r##"{"metadata":{"version":"1.0"},"entries":[{"uuid":"0123456789ABCDEF0123456789ABCDEF",
"creationDate":"2024-03-01T16:30:00Z","timeZone":"Asia\/Tokyo","text":"# 梅の枝\n\nUne branche de prunier\\.","tags":["jardin"]}]}"##;

#[test]
fn an_export_is_counted_first_and_comes_over_once() {
    let room = Room::with_journal();
    fs::write(room.path("Journal.json"), EXPORT).unwrap();
    let count = room.json(&["import", "day-one", "Journal.json", "--dry-run"]);
    assert_eq!(
        (&count["pages"], &count["already_here"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(count["first_day"], "2024-03-02");
    for (tongue, told) in [
        ("en", "Nothing is written yet."),
        ("ja", "まだ何も書きこんでいません。"),
        ("fr", "Rien n’est encore écrit."),
    ] {
        let said = room.awai(&[
            "--lang",
            tongue,
            "import",
            "day-one",
            "Journal.json",
            "--dry-run",
        ]);
        assert!(
            said.done().contains(told) && said.out.contains("2024-03-02"),
            "{}",
            said.out
        );
    }
    assert_eq!(room.awai(&["list"]).done(), "");
    assert!(
        room.awai(&["import", "day-one", "Journal.json"])
            .done()
            .contains("One page came over.")
    );
    let again = room.json(&["import", "day-one", "Journal.json"]);
    assert_eq!(
        (&again["pages"], &again["already_here"]),
        (&json!(0), &json!(1))
    );
    let list = room.awai(&["list"]);
    assert_eq!(list.done().lines().count(), 1);
    assert!(
        list.out.contains("  2024-03-02 01:30  梅の枝"),
        "{}",
        list.out
    );
    for words in ["梅", "prunier", "jardin"] {
        assert_eq!(
            room.awai(&["search", words]).done().lines().count(),
            2,
            "{words}"
        );
    }
    let id = room.json(&["list"])["lines"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        room.awai(&["show", &id])
            .done()
            .contains("Words kept with it: jardin\n")
    );
}

#[test]
fn what_is_no_export_brings_nothing() {
    let room = Room::with_journal();
    fs::write(room.path("other.json"), "[1, 2]").unwrap();
    assert_eq!(
        room.awai(&["--json", "import", "day-one", "other.json"])
            .kind(),
        "not_a_day_one_export"
    );
    fs::write(room.path("torn.json"), EXPORT.get(..200).unwrap()).unwrap();
    assert_eq!(
        room.awai(&["--json", "import", "day-one", "torn.json"])
            .kind(),
        "import_torn"
    );
    assert_eq!(room.awai(&["list"]).done(), "");
}

/// Brings an export over, having counted it; how many pages came.
fn bring_over(room: &Room, export: &Path) -> u64 {
    let export: &str = &export.to_string_lossy();
    let count = room.json(&["import", "day-one", export, "--dry-run"]);
    assert_eq!(room.json(&["import", "day-one", export]), count);
    let pages = count.get("pages").and_then(Value::as_u64);
    pages.unwrap_or_default()
}

/// The pages that a search finds: the title of each, and what is marked in it.
fn found(room: &Room, words: &str) -> Vec<(String, Vec<String>)> {
    let each = |of: &Value, name: &str| {
        let each = of.get(name).and_then(Value::as_array);
        each.cloned().unwrap_or_default()
    };
    let text = |of: &Value, place: &str| {
        let text = of.pointer(place).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    each(&room.json(&["search", words]), "hits")
        .iter()
        .map(|hit| {
            let mut pieces = [each(hit, "title"), each(hit, "pieces")].concat();
            pieces.retain(|piece| piece.get("mark") == Some(&Value::Bool(true)));
            let marked = pieces.iter().map(|piece| text(piece, "/text"));
            (text(hit, "/line/title"), marked.collect())
        })
        .collect()
}

/// The export that the project carries has a page in each language. The two beside it, of 59 pages, are in English.
#[test]
fn the_export_at_hand_comes_over_whole_and_is_found() {
    let room = Room::with_journal();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = bring_over(
        &room,
        &here.join("../../tests/fixtures/day-one/Journal.json"),
    );
    assert_eq!(pages, 4);
    for (words, title, marked) in [
        ("会釈", "駅のベンチ!", "会釈"),
        ("ete", "", "été"),
        ("meera", "Chai with Meera", "Meera"),
    ] {
        let page = (title.to_owned(), vec![marked.to_owned()]);
        assert_eq!(found(&room, words), [page], "{words}");
    }
    let beside = here.join("../../../shared/fixtures/day-one");
    if beside.exists() {
        let more = ["Dev Journal.json", "Example.json"];
        let more = more.map(|export| bring_over(&room, &beside.join(export)));
        assert_eq!(more, [5, 54]);
        pages += 59;
        let page = (String::new(), vec!["Onitama".to_owned()]);
        assert_eq!(found(&room, "onitama"), [page]);
    } else {
        not_looked_at(
            "the larger exports",
            "they lie beside the project where it is made.",
        );
    }
    let listed = room.json(&["list", "--limit", "1000"]);
    assert_eq!(listed["lines"].as_array().unwrap().len() as u64, pages);
    assert_eq!(room.json(&["check"])["pages"].as_u64(), Some(pages));
    assert!(
        room.awai(&["check"])
            .done()
            .contains("Everything is as it was written.")
    );
}
