//! Pictures from a terminal, and what is erased for good.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::room::Room;

/// A picture that the project carries.
fn png() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/day-one/photos/6324ab34b8a36425348a005823fd2ca6.png")
}

#[test]
fn a_page_takes_pictures_tells_of_them_and_gives_them_out_again() {
    let room = Room::with_journal();
    let (first, second) = (room.path("駅.png"), room.path("second.png"));
    std::fs::copy(png(), &first).unwrap();
    std::fs::copy(png(), &second).unwrap();
    let names = [first.to_str().unwrap(), second.to_str().unwrap()];
    let id = room.write(
        &[
            "--picture",
            names[0],
            "--shows",
            "[駅]",
            "--picture",
            names[1],
        ],
        "ベンチ",
    );
    let page = room.json(&["show", &id]);
    let blocks = page["blocks"].as_array().unwrap();
    assert_eq!(blocks.len(), 3);
    assert_eq!(blocks[1]["kind"], "picture");
    assert_eq!(blocks[1]["words"], "[駅]");
    assert_eq!(blocks[2]["words"], "");
    assert!(room.awai(&["show", &id]).done().contains("\nPictures: 2\n"));
    assert_eq!(room.json(&["list"])["lines"][0]["pictures"], true);

    let out = room.path("out");
    let asked = ["show", &id, "--pictures-to", out.to_str().unwrap()];
    let files = room.json(&asked)["files"].clone();
    let start = &id[..8];
    let wanted = [1, 2].map(|number| out.join(format!("{start}-{number}.png")));
    assert_eq!(
        files,
        json!(wanted.each_ref().map(|file| file.to_string_lossy()))
    );
    for file in &wanted {
        let bytes = std::fs::read(file).unwrap();
        assert!(bytes.starts_with(b"\x89PNG\r\n"));
    }
    // Nothing is written over.
    let mut again = vec!["--json"];
    again.extend(asked);
    assert_eq!(room.awai(&again).kind(), "file_there");
    // The files that pictures came from stay where they were.
    assert!(first.is_file() && second.is_file());
}

#[test]
fn a_picture_comes_to_an_earlier_page_and_goes_with_its_line() {
    let room = Room::with_journal();
    let id = room.write(&[], "the quay");
    let file = png();
    let picture = file.to_str().unwrap();
    let said = room.json(&["revise", &id, "--same-words", "--picture", picture]);
    assert_eq!(said["rev"], 2);
    let page = room.json(&["show", &id]);
    let body = page["writing"]["body"].as_str().unwrap();
    assert!(body.starts_with("the quay\n![](picture:"));
    room.awai_reading(&["revise", &id], b"the quay, again")
        .done();
    assert_eq!(room.json(&["list"])["lines"][0]["pictures"], false);
    let earlier = room.json(&["versions", &id]);
    assert_eq!(earlier[0]["blocks"][1]["kind"], "picture");
    assert_eq!(room.json(&["check"])["pictures"], 1);
    assert_eq!(
        room.json(&["erase-versions", &id]),
        json!({ "id": id, "rev": 4 })
    );
    assert_eq!(room.json(&["versions", &id]), json!([]));
    assert_eq!(room.json(&["check"])["pictures"], 0);
}

#[test]
fn what_cannot_be_put_on_a_page_is_told_before_a_passphrase_is_asked() {
    let room = Room::with_journal();
    let words = room.path("words.png");
    std::fs::write(&words, "only words").unwrap();
    let torn = room.path("torn.png");
    let bytes = std::fs::read(png()).unwrap();
    std::fs::write(&torn, &bytes[..bytes.len() / 2]).unwrap();
    for (file, kind) in [
        (words, "not_a_picture"),
        (torn, "picture_torn"),
        (room.path("nothing.png"), "picture_gone"),
    ] {
        let mut command = room.command();
        command.args(["--json", "write", "--picture"]).arg(&file);
        assert_eq!(crate::room::Said::of(command, b"words").kind(), kind);
    }
    // Words for a picture, and no picture.
    let said = room.awai(&["write", "--shows", "fog"]);
    assert_eq!(said.code, Some(2));
    assert_eq!(room.json(&["list"])["lines"], json!([]));
}

#[test]
fn a_covered_page_gives_its_pictures_only_when_its_cover_is_opened() {
    let room = Room::with_journal();
    let file = png();
    let id = room.write(
        &["--cover", "later", "--picture", file.to_str().unwrap()],
        "",
    );
    let out = room.path("out");
    let out = out.to_str().unwrap();
    let refused = room.awai(&["show", &id, "--pictures-to", out]);
    assert!(refused.refused().contains("--open-cover"));
    let opened = room.json(&["show", &id, "--open-cover", "--pictures-to", out]);
    assert_eq!(opened["files"].as_array().unwrap().len(), 1);
}

#[test]
fn only_what_lies_aside_is_erased_at_once() {
    let room = Room::with_journal();
    let id = room.write(&[], "let it go");
    let said = room.awai(&["--json", "erase", &id]);
    assert_eq!(said.kind(), "not_aside");
    assert!(
        room.awai(&["erase", &id])
            .refused()
            .contains("awai set-aside")
    );
    room.awai(&["set-aside", &id]).done();
    assert_eq!(room.json(&["erase", &id]), json!({ "id": id }));
    assert_eq!(room.json(&["aside"]), json!([]));
    assert_eq!(room.awai(&["--json", "show", &id]).kind(), "not_found");
    assert_eq!(room.json(&["check"])["chain"], "whole");
}
