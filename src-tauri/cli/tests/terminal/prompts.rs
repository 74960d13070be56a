//! What is asked on a terminal. `script` lends one; each answer is typed when its question is there.

#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use crate::room::{PHRASE, Room};

/// A terminal with the program on it.
struct Terminal {
    child: Child,
    shown: String,
}

impl Terminal {
    fn with(room: &Room, words: &str) -> Terminal {
        let mut command = Command::new("script");
        room.furnish(&mut command);
        let line = format!("{} {words}", env!("CARGO_BIN_EXE_awai"));
        let child = command
            .env("TERM", "dumb")
            .args(["-q", "-e", "-f", "-E", "never", "-c", &line, "/dev/null"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("`script` of util-linux starts");
        Terminal {
            child,
            shown: String::new(),
        }
    }

    /// Waits until something is shown, and forgets what came before it.
    fn until(&mut self, wanted: &str) -> String {
        let out = self.child.stdout.as_mut().expect("its output is a pipe");
        let mut bytes = std::mem::take(&mut self.shown).into_bytes();
        let mut byte = [0];
        while !String::from_utf8_lossy(&bytes).contains(wanted) {
            let read = out.read(&mut byte).expect("the terminal can be read");
            assert_ne!(
                read,
                0,
                "never shown: {wanted} in {}",
                String::from_utf8_lossy(&bytes)
            );
            bytes.extend(byte);
        }
        String::from_utf8(bytes).expect("UTF-8")
    }

    fn types(&mut self, text: &str) {
        let keys = self.child.stdin.as_mut().expect("its input is a pipe");
        keys.write_all(text.as_bytes())
            .expect("the terminal takes keys");
        keys.flush().expect("the terminal takes keys");
    }

    /// Ends what is typed, until the program has heard it: the key is lost on a terminal that is about to hide what
    /// is typed, and the prompt stands there a moment earlier.
    fn turns_back(mut self) -> (String, Option<i32>) {
        while self.child.try_wait().expect("it can be asked").is_none() {
            if let Some(keys) = &mut self.child.stdin {
                // It may have ended meanwhile.
                let _ = keys.write_all(b"\x04").and_then(|()| keys.flush());
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        self.end()
    }

    /// The rest of what is shown, and the number it ended with.
    fn end(mut self) -> (String, Option<i32>) {
        let mut rest = String::new();
        let out = self.child.stdout.as_mut().expect("its output is a pipe");
        out.read_to_string(&mut rest).expect("UTF-8");
        drop(self.child.stdin.take());
        (rest, self.child.wait().expect("it ends").code())
    }
}

#[test]
fn a_passphrase_can_be_tried_again_and_is_never_shown() {
    let room = Room::with_journal();
    room.write(&["--at", "2026-11-01T23:30:00+09:00"], "reed \u{1b}[31m");
    let mut terminal = Terminal::with(&room, "--lang fr list");
    terminal.until("Phrase secrète\u{a0}: ");
    terminal.types("not this one\n");
    let shown = terminal.until("Rien n’est perdu.");
    assert!(!shown.contains("not this one"));
    terminal.until("Phrase secrète\u{a0}: ");
    terminal.types(&format!("{PHRASE}\n"));
    let (shown, code) = terminal.end();
    assert!(shown.contains("2026-11-01 23:30  reed ␛[31m"), "{shown}");
    assert!(
        !shown.contains(PHRASE) && !shown.contains("\u{1b}[31m"),
        "{shown}"
    );
    assert_eq!(code, Some(0));
}

#[test]
fn words_typed_on_a_terminal_are_kept_at_the_end_of_input() {
    let room = Room::with_journal();
    let mut terminal = Terminal::with(&room, "--passphrase-file phrase write");
    terminal.until("Ctrl+D");
    terminal.types("駅で\nune ligne\n\u{4}");
    let (shown, code) = terminal.end();
    assert_eq!(code, Some(0));
    let id = shown.split_whitespace().last().unwrap();
    assert_eq!(
        room.awai(&["show", "--words", id]).done(),
        "駅で\nune ligne\n"
    );
    let (shown, _) = Terminal::with(&room, &format!("--passphrase-file phrase show {id}")).end();
    assert!(shown.contains("駅で\r\nune ligne\r\n"), "{shown}");
}

#[test]
fn a_new_passphrase_is_asked_twice_and_a_weak_one_is_asked_anew() {
    let room = Room::with_journal();
    let mut terminal = Terminal::with(&room, "--passphrase-file phrase passphrase");
    let asked = "New passphrase (Enter offers six words): ";
    for (first, second, said) in [
        ("abc", None, "A little longer"),
        ("password1234", None, "easy to guess"),
        (
            "a bridge over nothing",
            Some("a bridge over something"),
            "not the same",
        ),
    ] {
        terminal.until(asked);
        terminal.types(&format!("{first}\n"));
        if let Some(second) = second {
            terminal.until("once more: ");
            terminal.types(&format!("{second}\n"));
        }
        terminal.until(said);
    }
    terminal.until(asked);
    let (shown, code) = terminal.turns_back();
    assert!(
        shown.contains("Stopped here. Nothing was changed."),
        "{shown}"
    );
    assert_eq!(code, Some(1));
    assert_eq!(room.awai(&["list"]).done(), "");
}

#[test]
fn six_words_are_offered_and_the_last_of_them_takes_them() {
    let room = Room::empty();
    let mut terminal = Terminal::with(&room, "--lang ja create");
    terminal.until("六つのことばを出します）： ");
    terminal.types("\n");
    let offered = |shown: &str| -> Vec<String> {
        let line = shown.lines().find(|line| line.starts_with("    ")).unwrap();
        line.split_whitespace().map(str::to_owned).collect()
    };
    let first = offered(&terminal.until("別の六つを出します： "));
    terminal.types("\n");
    let six = offered(&terminal.until("別の六つを出します： "));
    assert_eq!(six.len(), 6);
    assert_ne!(first, six);
    terminal.types("ちがうことば\n");
    terminal.until("同じではありませんでした");
    assert_eq!(offered(&terminal.until("別の六つを出します： ")), six);
    terminal.types(&format!("{}\n", six[5]));
    let (shown, code) = terminal.end();
    assert!(shown.contains("手帖を作り、暗号で守りました："), "{shown}");
    assert_eq!(code, Some(0));
    std::fs::write(room.path("phrase"), six.join(" ")).unwrap();
    assert_eq!(room.awai(&["list"]).done(), "");
}

#[test]
fn where_nothing_is_found_a_person_is_told_and_a_program_sees_it() {
    let room = Room::with_journal();
    for (words, told) in [
        ("search reed", "No page holds these words."),
        ("list --to 2000-01-01", "No page lies between these days"),
        ("aside", "No page is set aside."),
    ] {
        let (shown, code) =
            Terminal::with(&room, &format!("--passphrase-file phrase {words}")).end();
        assert!(shown.contains(told), "{shown}");
        assert_eq!(code, Some(0));
        let words: Vec<&str> = words.split(' ').collect();
        assert_eq!(room.awai(&words).done(), "");
    }
}
