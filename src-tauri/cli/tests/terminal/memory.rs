//! What the program does about its memory before anything else, seen from outside while it holds a key.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use awai_tests::not_looked_at;

use crate::room::Room;

/// A program that has the book and waits for words, until this value goes.
struct Waiting(Child);

impl Waiting {
    fn in_the_book(room: &Room) -> Waiting {
        let mut command = room.command();
        command.arg("--passphrase-file").arg(room.path("phrase"));
        let child = command
            .arg("write")
            // It stays open with nothing in it: no word comes, and no end.
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let waiting = Waiting(child);
        let began = Instant::now();
        let holder = || fs::read_to_string(room.journal().join("lock")).unwrap_or_default();
        while holder().trim().is_empty() {
            assert!(
                began.elapsed() < Duration::from_secs(60),
                "the book is taken"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        waiting
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How much of its memory a program may write down when it falls, at first and at the most.
fn may_write_down(process: &str) -> Vec<String> {
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).expect("its limits");
    let core = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max core file size"))
        .expect("the limit is among them");
    let both = core.split_whitespace().take(2);
    both.map(str::to_owned).collect()
}

#[test]
fn a_program_that_holds_a_key_lets_none_of_its_memory_out() {
    let room = Room::with_journal();
    let waiting = Waiting::in_the_book(&room);
    let process = waiting.0.id().to_string();
    // It saw to that before it took the book.
    assert_eq!(may_write_down(&process), ["0", "0"]);
    if may_write_down("self") == ["0", "0"] {
        not_looked_at(
            "that a terminal limits what is written down when it falls",
            "nothing may write anything down here anyway.",
        );
    }
    if fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
        not_looked_at(
            "who may read the memory of a terminal",
            "the tests are the administrator's, who may read everything.",
        );
        return;
    }
    // Its memory asks for more than what stands around it does.
    let around = fs::read(format!("/proc/{process}/environ")).map(|_| ());
    assert_eq!(
        around.unwrap_err().kind(),
        ErrorKind::PermissionDenied,
        "another program of the same person"
    );
}
