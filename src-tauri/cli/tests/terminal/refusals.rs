//! What is refused: each in a sentence of the person's language or as a kind, with a number, and without a word
//! of theirs or a path.

use std::fs;

use crate::room::Room;
#[cfg(target_os = "linux")]
use crate::room::{PHRASE, Said};

const TONGUES: [&str; 3] = ["en", "ja", "fr"];

#[test]
fn a_passphrase_that_does_not_open_it_is_told_in_three_languages() {
    let room = Room::with_journal();
    fs::write(room.path("phrase"), "another phrase").unwrap();
    for (tongue, sentence) in [
        ("en", "That did not open it. Nothing is lost.\n"),
        ("ja", "開きませんでした。何も失われていません。\n"),
        ("fr", "Ça n’a pas ouvert. Rien n’est perdu.\n"),
    ] {
        assert_eq!(room.awai(&["--lang", tongue, "list"]).refused(), sentence);
        assert_eq!(room.awai(&["list", "--lang", tongue]).refused(), sentence);
    }
    assert_eq!(
        room.awai(&["--json", "list"]).beside,
        "{\"kind\":\"wrong_passphrase\"}\n"
    );
}

#[test]
fn the_language_is_the_one_asked_for_else_the_windows_else_the_systems() {
    let mut room = Room::empty();
    let begins = |room: &Room, start: &str| {
        let said = room.awai(&["list"]);
        assert!(said.refused().starts_with(start), "{}", said.beside);
    };
    begins(&room, "There is no journal here yet.");
    room.set("LC_ALL", "");
    room.set("LANG", "fr_CA.UTF-8");
    begins(&room, "Il n’y a pas encore de journal ici.");
    room.set("LC_MESSAGES", "ja_JP.UTF-8");
    begins(&room, "ここにはまだ手帖がありません。");
    fs::create_dir_all(room.settings()).unwrap();
    fs::write(
        room.settings().join("settings.json"),
        r#"{"appearance":"dark","language":"fr","later":[1]}"#,
    )
    .unwrap();
    begins(&room, "Il n’y a pas encore de journal ici.");
    fs::write(room.settings().join("settings.json"), "{\"language\":\"f").unwrap();
    begins(&room, "ここにはまだ手帖がありません。");
    let said = room.awai(&["--lang", "en", "list"]);
    assert!(said.refused().starts_with("There is no journal here yet."));
}

#[test]
fn looking_for_a_journal_never_makes_one() {
    let room = Room::empty();
    for words in [
        &["list"][..],
        &["write"],
        &["check"],
        &["passphrase"],
        &["tie", "list"],
    ] {
        assert_eq!(
            room.awai(&[&["--json"], words].concat()).kind(),
            "no_journal"
        );
    }
    assert!(!room.data().exists());
    assert!(!room.path("state").exists());
}

#[test]
fn a_file_where_a_folder_would_be_is_no_journal_and_stays() {
    let room = Room::empty();
    fs::write(room.path("letter.txt"), "words").unwrap();
    for place in ["letter.txt", "letter.txt/journal"] {
        let asked = |command| room.awai(&["--json", "--journal", place, command]).kind();
        assert_eq!(asked("list"), "no_journal");
        assert_eq!(asked("create"), "file_there");
    }
    assert_eq!(fs::read(room.path("letter.txt")).unwrap(), b"words");
}

#[test]
fn a_journal_held_by_another_process_says_which() {
    let room = Room::with_journal();
    let journal = room.open();
    let said = room.awai(&["--json", "list"]);
    assert_eq!(said.kind(), "held_elsewhere");
    assert!(said.beside.contains(&std::process::id().to_string()));
    for tongue in TONGUES {
        assert!(
            room.awai(&["--lang", tongue, "list"])
                .refused()
                .contains(&std::process::id().to_string())
        );
    }
    drop(journal);
    assert_eq!(room.awai(&["list"]).done(), "");
}

/// Calls the program without the superuser's right to write everywhere, should the tests have it.
#[cfg(target_os = "linux")]
fn confined(room: &Room, words: &[&str]) -> Said {
    let mut command = std::process::Command::new("setpriv");
    room.furnish(&mut command);
    let may_confine = fs::File::options()
        .append(true)
        .open(room.journal().join("journal.db"))
        .is_ok();
    if may_confine {
        command.args([
            "--bounding-set",
            "-dac_override",
            "--inh-caps",
            "-dac_override",
        ]);
    }
    command
        .arg(env!("CARGO_BIN_EXE_awai"))
        .arg("--passphrase-file")
        .arg(room.path("phrase"));
    command.args(words);
    Said::of(command, b"new words")
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_only_be_read_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::with_journal();
    let id = room.write(&[], "kept before");
    let may = |mode: u32| {
        for path in [
            room.journal(),
            room.journal().join("journal.db"),
            room.journal().join("lock"),
        ] {
            let mode = if path.is_dir() { mode | 0o100 } else { mode };
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    may(0o400);
    assert_eq!(
        confined(&room, &["show", "--words", &id]).done(),
        "kept before"
    );
    for words in [
        &["write"][..],
        &["set-aside", &id],
        &["tie", "add", "Aki"],
        &["passphrase"],
    ] {
        assert_eq!(
            confined(&room, &[&["--json"], words].concat()).kind(),
            "read_only",
            "{words:?}"
        );
    }
    may(0o600);
    assert_eq!(room.awai(&["show", "--words", &id]).done(), "kept before");
}

#[test]
fn an_older_copy_put_back_is_read_and_said_until_it_is_chosen() {
    let room = Room::with_journal();
    room.write(&[], "first");
    let older = fs::read(room.journal().join("journal.db")).unwrap();
    room.write(&[], "second");
    fs::write(room.journal().join("journal.db"), older).unwrap();
    let said = room.awai(&["list"]);
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("first"));
    assert!(said.beside.contains("--use-older"), "{}", said.beside);
    let said = room.awai(&["--json", "list"]);
    assert_eq!(said.beside, "{\"notice\":\"older\"}\n");
    let said = room.awai_reading(&["write"], b"third");
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    let said = room.awai_reading(&["--use-older", "write"], b"third");
    assert_eq!(said.done().trim_end().len(), 32);
    assert_eq!(room.awai(&["list"]).done().lines().count(), 2);
}

#[test]
fn damage_is_told_and_ends_with_one() {
    let room = Room::with_journal();
    fs::write(room.journal().join("keys/passphrase-1.a.age"), "torn").unwrap();
    let said = room.awai(&["--json", "list"]);
    assert_eq!(
        (said.code, said.beside.as_str()),
        (Some(0), "{\"notice\":\"second_copy_opened\"}\n")
    );
    let said = room.awai(&["list"]);
    assert_eq!(
        (said.code, said.beside.as_str()),
        (Some(0), ""),
        "it was mended"
    );
    let database = room.journal().join("journal.db");
    let whole = fs::read(&database).unwrap();
    fs::write(&database, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(room.awai(&["--json", "check"]).kind(), "journal_damaged");
    fs::write(&database, b"").unwrap();
    assert_eq!(room.awai(&["--json", "list"]).kind(), "journal_empty");
}

#[test]
fn nothing_of_the_person_is_said_when_something_is_refused() {
    let room = Room::with_journal();
    let away = room.path("canary-folder");
    let away = away.to_str().unwrap();
    for words in [
        &["show", "abcd"][..],
        &["list", "--tie", "canary"],
        &["search", "x", "--tie", "canary"],
        &["write", "--tie", "canary"],
        &["write", "--lang", "canary_"],
        &["write", away],
        &["--journal", away, "list"],
        &["--new-passphrase-file", away, "passphrase"],
        &["import", "day-one", away],
        &["tie", "add", " "],
    ] {
        for tongue in TONGUES {
            let said = room.awai_reading(&[&["--lang", tongue], words].concat(), b"canary words");
            assert!(
                !said.refused().contains("canary"),
                "{words:?}: {}",
                said.beside
            );
            assert!(
                !said.beside.contains(room.path("").to_str().unwrap()),
                "{words:?}"
            );
            assert!(
                !said.beside.contains("trouble-") && !said.beside.contains("terminal-"),
                "{words:?}"
            );
        }
        let said = room.awai_reading(&[&["--json"], words].concat(), b"canary words");
        assert!(!said.kind().is_empty());
        assert!(!said.beside.contains("canary"), "{words:?}");
    }
    assert_eq!(room.awai(&["list"]).done(), "");
}

#[test]
fn wrong_usage_ends_with_two_and_says_where_to_read_on() {
    let room = Room::with_journal();
    for (words, says) in [
        (&[][..], "awai --help"),
        (&["lst"], "list"),
        (&["list", "--form", "2026-01-01"], "--from"),
        (&["list", "--from", "2026-02-30"], "--from <DAY>"),
        (&["list", "--limit", "0"], "--limit <N>"),
        (&["show"], "<ID>"),
        (&["show", "xyz"], "<ID>"),
        (&["write", "--at", "yesterday"], "--at <RFC3339>"),
        (&["tie"], "awai tie --help"),
        (&["import", "day-two", "x"], "<FORMAT>"),
        (
            &["revise", "abcd", "--same-words", "file"],
            "awai revise --help",
        ),
        (&["--lang", "de", "list"], "--lang"),
    ] {
        for tongue in TONGUES {
            let mut room = Room::empty();
            room.set("LC_ALL", tongue);
            let said = room.awai(words);
            assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{words:?}");
            assert!(said.beside.contains(says), "{words:?}: {}", said.beside);
        }
        let said = room.awai(&[words, &["--json"]].concat());
        assert_eq!(
            (said.code, said.beside.as_str()),
            (Some(2), "{\"kind\":\"wrong_usage\"}\n")
        );
    }
}

#[test]
fn how_it_is_used_is_told_in_three_languages_and_names_every_command() {
    let room = Room::empty();
    for (tongue, about) in [
        ("en", "A private journal"),
        ("ja", "自分だけの手帖"),
        ("fr", "Un journal intime"),
    ] {
        let said = room.awai(&["--lang", tongue, "--help"]);
        assert!(said.done().contains(about));
        for command in [
            "create",
            "write",
            "list",
            "show",
            "revise",
            "versions",
            "set-aside",
            "bring-back",
            "aside",
            "search",
            "tie",
            "check",
            "import",
            "passphrase",
        ] {
            assert!(
                said.out.contains(&format!("  {command} ")),
                "{tongue} {command}"
            );
            let page = room.awai(&["--lang", tongue, command, "--help"]);
            assert!(page.done().contains(&format!("awai {command}")));
            assert!(!page.out.contains("terminal-"), "{tongue} {command}");
        }
    }
    assert_eq!(
        room.awai(&["--version"]).done(),
        format!("awai {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_terminal_a_passphrase_is_not_asked_for() {
    let room = Room::with_journal();
    // A session of its own has no terminal, whatever the tests run in.
    let mut command = std::process::Command::new("setsid");
    room.furnish(&mut command);
    command.args(["--wait", env!("CARGO_BIN_EXE_awai"), "--json", "list"]);
    assert_eq!(Said::of(command, PHRASE.as_bytes()).kind(), "no_terminal");
}
