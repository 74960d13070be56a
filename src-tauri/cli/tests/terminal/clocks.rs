//! The program under clocks of other years: the system's own clock is turned by `faketime`, because this program and
//! the window are the only ones that read it.

use std::process::Command;

use awai_tests::{figure, not_looked_at};

use crate::room::{Room, Said};

/// Whether a clock can be turned here.
fn clocks_can_be_turned() -> bool {
    let there = Command::new("faketime").arg("--help").output();
    let there = there.is_ok_and(|said| said.status.success());
    if !there {
        not_looked_at("clocks of other years", "there is no faketime here.");
    }
    there
}

/// Calls the program while the clock says something else.
fn at(room: &Room, clock: &str, words: &[&str], input: &str) -> String {
    let program = room.command();
    let mut turned = Command::new("faketime");
    room.furnish(&mut turned);
    turned.arg(clock).arg(program.get_program());
    turned.arg("--passphrase-file").arg(room.path("phrase"));
    turned.args(words);
    Said::of(turned, input.as_bytes()).done().to_owned()
}

#[test]
fn whatever_the_clock_of_the_computer_says_the_book_opens_and_every_page_stands_on_its_day() {
    if !clocks_can_be_turned() {
        return;
    }
    let mut room = Room::with_journal();
    room.set("TZ", "UTC");
    let clocks = [
        ("1970-01-02 00:00:05", "1970-01-02 00:00"),
        ("2038-01-19 03:14:05", "2038-01-19 03:14"),
        ("2100-02-28 23:59:20", "2100-02-28 23:59"),
        // Back again: a clock that was wrong for a day, and is right now.
        ("2026-11-26 09:00:05", "2026-11-26 09:00"),
        ("2026-11-25 09:00:05", "2026-11-25 09:00"),
    ];
    for (clock, _) in clocks {
        let words = format!("written when it said {clock}");
        at(&room, clock, &["write"], &words);
        // Nobody is locked out, and what was written before is there, whichever clock it is read under.
        let listed = at(&room, "2026-11-26 10:00:00", &["list"], "");
        assert!(listed.contains(clock), "{listed}");
    }
    let listed = at(&room, "1970-01-01 00:00:20", &["list"], "");
    let mut stand: Vec<&str> = clocks.iter().map(|(_, stands)| *stands).collect();
    stand.sort_unstable_by(|one, other| other.cmp(one));
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), stand.len(), "{listed}");
    for (line, stands) in lines.iter().zip(stand) {
        assert!(line.contains(stands), "{line}: {stands}");
    }
    figure(&format!(
        "the clock turned to {} moments from 1970 to 2100 and back, opened each time, {} pages each on its day",
        clocks.len(),
        lines.len(),
    ));
}

#[test]
fn in_the_hour_that_comes_twice_both_pages_say_by_which_of_the_two_they_were_written() {
    if !clocks_can_be_turned() {
        return;
    }
    let mut room = Room::with_journal();
    room.set("TZ", "America/Toronto");
    let first = at(&room, "2026-11-01 05:10:00 UTC", &["write"], "before");
    let second = at(&room, "2026-11-01 06:30:00 UTC", &["write"], "after");
    let written = |id: &str| room.json(&["show", id.trim()])["written_at"].to_string();
    assert!(written(&first).contains("2026-11-01T01:10:0") && written(&first).contains("-04:00"));
    assert!(written(&second).contains("2026-11-01T01:30:0") && written(&second).contains("-05:00"));
    // They stand by the clock on the wall, as every page does.
    let listed = room.awai(&["list"]);
    let lines: Vec<&str> = listed.done().lines().collect();
    assert!(
        lines.first().is_some_and(|line| line.contains("after")),
        "{lines:?}"
    );
    figure(&format!(
        "{} pages in the hour that comes twice, each by the clock it was written by",
        lines.len()
    ));
}
