//! A person's words come in and go out exactly as they are.

use std::fs;

use crate::room::{Room, files_below};

#[test]
fn words_in_every_script_come_back_byte_for_byte() {
    let room = Room::with_journal();
    for text in [
        "が と か\u{3099}、㌔ Å A\u{30a}\n\n\n",
        "L’été à cœur\u{a0}: « déjà »\r\nligne\r\n",
        "👩‍👩‍👧‍👦 🏳️‍🌈 ❤️\u{fe0e}",
        "nul \0 and escape \u{1b}[31m and \u{202e}right to left",
        "  spaces at both ends \t ",
        "\u{feff}a mark before the first word",
        "。",
        "\n",
    ] {
        let id = room.write(&[], text);
        assert_eq!(room.awai(&["show", "--words", &id]).done(), text);
        assert_eq!(room.json(&["show", &id])["writing"]["body"], text);
    }
}

#[test]
fn a_mebibyte_of_words_comes_in_and_goes_out() {
    let room = Room::with_journal();
    let text: String = "川の流れは絶えずして、"
        .chars()
        .cycle()
        .take(350_000)
        .collect();
    assert!(text.len() > 1024 * 1024);
    let id = room.write(&[], &text);
    assert!(room.awai(&["show", "--words", &id]).done() == text);
    let file = room.path("long.txt");
    fs::write(&file, format!("{text}\n")).unwrap();
    let id = room
        .awai(&["write", file.to_str().unwrap()])
        .done()
        .trim()
        .to_owned();
    assert!(room.awai(&["show", "--words", &id]).done() == format!("{text}\n"));
}

#[test]
fn more_than_a_page_can_hold_is_refused_and_nothing_is_kept() {
    let room = Room::with_journal();
    let text = "a".repeat(16 * 1024 * 1024 + 1);
    assert!(
        room.awai_reading(&["write"], text.as_bytes())
            .refused()
            .contains("16 MiB")
    );
    assert_eq!(room.awai(&["list"]).done(), "");
}

#[test]
fn bytes_that_are_no_text_are_refused_in_one_plain_sentence() {
    let room = Room::with_journal();
    let said = room.awai_reading(&["write"], b"caf\xe9");
    assert!(said.refused().contains("UTF-8"));
    assert_eq!(said.beside.lines().count(), 1);
    fs::write(room.path("latin"), b"caf\xe9").unwrap();
    assert_eq!(room.awai(&["--json", "write", "latin"]).kind(), "not_text");
    assert_eq!(room.awai(&["list"]).done(), "");
}

#[test]
fn nothing_written_is_no_page_and_one_character_is_one() {
    let room = Room::with_journal();
    assert_eq!(room.awai(&["--json", "write"]).kind(), "nothing_written");
    let id = room.write(&[], "x");
    assert_eq!(
        room.awai_reading(&["--json", "revise", &id], b"").kind(),
        "nothing_written"
    );
    assert_eq!(room.awai(&["show", "--words", &id]).done(), "x");
}

#[test]
fn what_is_written_lies_in_no_file_in_clear() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "canary-tie"]).done();
    let id = room.write(
        &[
            "--title",
            "canary-title",
            "--tie",
            "canary-tie",
            "--cover",
            "canary-cover",
        ],
        "canary-words",
    );
    room.awai_reading(&["revise", &id], b"canary-again").done();
    room.awai(&["search", "canary-again"]).done();
    for file in files_below(&room.path("")) {
        let bytes = fs::read(&file).unwrap();
        let wide: Vec<u8> = "canary".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for needle in [b"canary".as_slice(), &wide] {
            assert!(
                !bytes.windows(needle.len()).any(|part| part == needle),
                "{}",
                file.display()
            );
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_has_gone_and_a_full_disk_are_told_apart() {
    use std::process::Stdio;
    let room = Room::with_journal();
    let long = "reed ".repeat(200_000);
    let id = room.write(&[], &long);
    let show = |out: Stdio| {
        let mut command = room.command();
        command
            .arg("--passphrase-file")
            .arg(room.path("phrase"))
            .args(["show", "--words", &id]);
        command
            .stdout(out)
            .stderr(Stdio::piped())
            .stdin(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut child = show(Stdio::piped());
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(
        (ended.status.code(), ended.stderr.as_slice()),
        (Some(0), b"".as_slice())
    );
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let ended = show(full.into()).wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(
        String::from_utf8(ended.stderr)
            .unwrap()
            .contains("It was done")
    );
}
