//! Pages: every command, for people and for programs.

use serde_json::json;

use crate::room::{Room, moment};

#[test]
fn a_page_is_written_listed_shown_and_found() {
    let room = Room::with_journal();
    assert_eq!(room.awai(&["tie", "add", "青木さん"]).done(), "青木さん\n");
    let id = room.write(
        &[
            "--title",
            "ホームにて",
            "--tie",
            "青木さん",
            "--lang",
            "ja",
            "--at",
            "2026-11-01T23:30:00+09:00",
            "--happened",
            "1999-02",
            "--stays-here",
        ],
        "駅のベンチで三十分ならんだ。\n",
    );
    assert_eq!(id.len(), 32);
    let start = &id[..8];
    assert_eq!(
        room.awai(&["list"]).done(),
        format!(
            "{start}  2026-11-01 23:30  ホームにて · 駅のベンチで三十分ならんだ。  (青木さん)\n"
        )
    );
    assert_eq!(
        room.awai(&["show", start]).done(),
        format!(
            "{id}\n2026-11-01 23:30 +09:00\nBetween me and: 青木さん\nIt happened: 1999-02\n\
             This page stays here. It is never offered for a letter.\n\nホームにて\n\n駅のベンチで三十分ならんだ。\n"
        )
    );
    let found = room.awai(&["search", "ベンチ"]);
    assert!(found.done().starts_with(&format!(
        "{start}  2026-11-01 23:30  ホームにて  (青木さん)\n"
    )));
    assert!(found.out.contains("駅のベンチで"));
    assert_eq!(room.awai(&["search", "電車"]).done(), "");
}

#[test]
fn the_same_pages_are_told_to_programs_in_the_documented_shapes() {
    let room = Room::with_journal();
    let tie = room.json(&["tie", "add", "Claire", "--kind", "group"]);
    assert_eq!(tie["called"], "Claire");
    assert_eq!(tie["kind"], "group");
    let id = room.write(
        &[
            "--tie",
            "claire",
            "--at",
            "2026-05-03T21:40:00-04:00",
            "--lang",
            "fr",
        ],
        "Une pomme au marché",
    );
    let lines = room.json(&["list"]);
    assert_eq!(lines["more"], false);
    let line = &lines["lines"][0];
    assert_eq!(line["id"], id);
    assert_eq!(line["day"], "2026-05-03");
    assert_eq!(line["written_at"], "2026-05-03T21:40:00-04:00");
    assert_eq!(line["opening"], "Une pomme au marché");
    assert_eq!(line["ties"], json!([tie["id"]]));
    let page = room.json(&["show", &id]);
    assert_eq!(page["writing"]["body"], "Une pomme au marché");
    assert_eq!(page["writing"]["lang"], "fr");
    assert_eq!(page["rev"], 1);
    let hits = room.json(&["search", "pomme"]);
    assert_eq!(hits["hits"][0]["line"]["id"], id);
    let marked = hits["hits"][0]["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .find(|piece| piece["mark"] == true);
    assert_eq!(marked.unwrap()["text"], "pomme");
    assert_eq!(
        room.json(&["search", "poire"]),
        json!({ "hits": [], "more": false })
    );
    assert_eq!(room.json(&["tie", "list"]), json!([tie]));
    assert_eq!(room.json(&["set-aside", &id]), json!({ "id": id }));
    assert_eq!(room.json(&["aside"])[0]["id"], id);
    assert_eq!(room.json(&["bring-back", &id]), json!({ "id": id }));
    assert_eq!(
        room.json(&["revise", &id, "--same-words", "--title", "T"]),
        json!({ "id": id, "rev": 4 })
    );
    assert_eq!(
        room.json(&["versions", &id])[0]["body"],
        "Une pomme au marché"
    );
}

#[test]
fn a_page_written_anew_keeps_what_nothing_was_told_about() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "Aki"]).done();
    let id = room.write(
        &[
            "--title",
            "First",
            "--tie",
            "Aki",
            "--happened",
            "in the snow",
            "--lang",
            "en",
        ],
        "one",
    );
    let said = room.awai_reading(&["revise", &id], b"two");
    assert_eq!(said.done(), format!("{id}\n"));
    let page = room.json(&["show", &id]);
    assert_eq!(page["writing"]["body"], "two");
    assert_eq!(page["writing"]["title"], "First");
    assert_eq!(
        page["writing"]["happened"],
        json!({ "kind": "words", "words": "in the snow" })
    );
    assert_eq!(page["writing"]["ties"].as_array().unwrap().len(), 1);
    assert_eq!(page["versions"], 1);
    room.awai(&[
        "revise",
        &id,
        "--same-words",
        "--no-tie",
        "--title",
        "",
        "--happened",
        "",
        "--stays-here=yes",
    ])
    .done();
    let page = room.json(&["show", &id]);
    assert_eq!(page["writing"]["body"], "two");
    assert_eq!(page["writing"]["title"], "");
    assert_eq!(page["writing"]["happened"], json!({ "kind": "untold" }));
    assert_eq!(page["writing"]["ties"], json!([]));
    assert_eq!(page["writing"]["stays_here"], true);
    room.awai(&["revise", &id, "--same-words", "--stays-here=no"])
        .done();
    assert_eq!(room.json(&["show", &id])["writing"]["stays_here"], false);
    let earlier = room.awai(&["versions", &id]);
    assert!(earlier.done().contains("First\n\none\n"));
}

#[test]
fn a_covered_page_shows_its_cover_until_it_is_opened() {
    let room = Room::with_journal();
    let id = room.write(
        &[
            "--title",
            "hidden-title",
            "--cover",
            "the evening by the river",
        ],
        "hidden-words",
    );
    for words in [
        &["list"][..],
        &["show", &id],
        &["search", "river"],
        &["search", "hidden"],
        &["versions", &id],
    ] {
        let said = room.awai(words);
        assert!(!said.out.contains("hidden-"), "{words:?}: {}", said.out);
        let told = room.json(words).to_string();
        assert!(!told.contains("hidden-"), "{words:?}: {told}");
    }
    assert!(
        room.awai(&["show", &id])
            .done()
            .contains("Cover: the evening by the river\n")
    );
    assert!(
        room.awai(&["list"])
            .done()
            .contains("[Covered] the evening by the river")
    );
    assert!(
        room.awai(&["show", &id, "--words"])
            .refused()
            .contains("--open-cover")
    );
    assert_eq!(
        room.awai(&["show", &id, "--words", "--open-cover"]).done(),
        "hidden-words"
    );
    assert!(
        room.awai(&["show", &id, "--open-cover"])
            .done()
            .contains("hidden-title\n\nhidden-words\n")
    );
    room.awai_reading(&["revise", &id, "--cover", ""], b"hidden no more")
        .done();
    assert!(!room.awai(&["versions", &id]).done().contains("hidden-"));
    assert!(
        room.awai(&["versions", &id, "--open-cover"])
            .done()
            .contains("hidden-words")
    );
}

#[test]
fn a_page_set_aside_leaves_every_list_and_can_come_back() {
    let room = Room::with_journal();
    let id = room.write(&[], "umbrella");
    let said = room.awai(&["set-aside", &id[..4]]);
    assert_eq!(
        said.done(),
        "This page is set aside. It stays for thirty days and can come back.\n"
    );
    assert_eq!(room.awai(&["list"]).done(), "");
    assert_eq!(room.awai(&["search", "umbrella"]).done(), "");
    assert!(room.awai(&["aside"]).done().starts_with(&id[..8]));
    assert_eq!(
        room.awai(&["bring-back", &id[..4]]).done(),
        "The page is back in its place.\n"
    );
    assert_eq!(room.awai(&["aside"]).done(), "");
    assert!(room.awai(&["list"]).done().starts_with(&id[..8]));
}

#[test]
fn pages_are_chosen_by_day_by_tie_and_by_number() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "Bo"]).done();
    let mut ids = Vec::new();
    for day in 1..=5 {
        let at = format!("2026-03-0{day}T23:59:00+09:00");
        let tie: &[&str] = if day % 2 == 0 { &["--tie", "Bo"] } else { &[] };
        ids.push(room.write(&[&["--at", &at], tie].concat(), &format!("kite {day}")));
    }
    let days = |words: &[&str]| -> Vec<String> {
        let told = room.json(words);
        let lines = told["lines"].as_array().unwrap().iter();
        lines
            .map(|line| line["day"].as_str().unwrap()[9..].to_owned())
            .collect()
    };
    assert_eq!(days(&["list"]), ["5", "4", "3", "2", "1"]);
    assert_eq!(
        days(&["list", "--from", "2026-03-02", "--to", "2026-03-04"]),
        ["4", "3", "2"]
    );
    assert_eq!(days(&["list", "--tie", "ＢＯ"]), ["4", "2"]);
    assert_eq!(days(&["list", "--limit", "2"]), ["5", "4"]);
    assert_eq!(room.json(&["list", "--limit", "2"])["more"], true);
    assert_eq!(room.json(&["list", "--limit", "5"])["more"], false);
    let found = room.json(&["search", "kite", "--tie", "Bo", "--from", "2026-03-03"]);
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    assert_eq!(found["hits"][0]["line"]["id"], ids[3]);
    let found = room.json(&["search", "kite", "--closest", "--limit", "3"]);
    assert_eq!(found["hits"].as_array().unwrap().len(), 3);
    assert_eq!(found["more"], true);
    let said = room.awai_reading(&["search", "-", "--limit", "1"], b"kite 2");
    assert!(said.done().starts_with(&ids[1][..8]), "{}", said.out);
}

#[test]
fn more_pages_are_listed_than_the_core_gives_at_once() {
    let room = Room::with_journal();
    let mut journal = room.open();
    for number in 0..620 {
        let writing = awai::Writing {
            body: format!("reed {number}"),
            ..Default::default()
        };
        journal
            .write(&writing, moment("2026-04-01T08:00:00+02:00"))
            .unwrap();
    }
    drop(journal);
    let told = room.json(&["list", "--limit", "610"]);
    let lines = told["lines"].as_array().unwrap();
    assert_eq!(lines.len(), 610);
    assert_eq!(lines[0]["opening"], "reed 619");
    assert_eq!(lines[609]["opening"], "reed 10");
    assert_eq!(told["more"], true);
    let found = room.json(&["search", "reed", "--limit", "1000"]);
    assert_eq!(found["hits"].as_array().unwrap().len(), 620);
    assert_eq!(found["more"], false);
    assert_eq!(
        room.awai(&["list", "--limit", "1000"])
            .done()
            .lines()
            .count(),
        620
    );
}

#[test]
fn a_page_is_named_by_the_beginning_of_its_id_when_only_one_page_has_it() {
    let room = Room::with_journal();
    let id = room.write(&[], "alone");
    assert!(
        room.awai(&["show", &id[..4].to_uppercase()])
            .done()
            .starts_with(&id)
    );
    let other = if id.starts_with('0') { "ffff" } else { "0000" };
    assert!(
        room.awai(&["show", other])
            .refused()
            .contains("was not found")
    );
    // Among enough pages two ids share their first four characters; 65,536 begin differently at the most.
    let mut journal = room.open();
    let mut seen = std::collections::BTreeSet::from([id[..4].to_owned()]);
    let shared = loop {
        let writing = awai::Writing {
            body: "one more".into(),
            ..Default::default()
        };
        let beginning = journal
            .write(&writing, moment("2026-04-01T08:00:00+02:00"))
            .unwrap()
            .to_string()[..4]
            .to_owned();
        if !seen.insert(beginning.clone()) {
            break beginning;
        }
    };
    drop(journal);
    assert!(
        room.awai(&["show", &shared])
            .refused()
            .contains("Several pages begin so")
    );
    assert_eq!(
        room.awai(&["--json", "set-aside", &shared]).kind(),
        "several_pages"
    );
}

#[test]
fn a_line_break_in_a_title_cannot_pass_for_another_page() {
    let room = Room::with_journal();
    room.write(
        &[
            "--title",
            "one\n00000000  2026-01-01 00:00  forged\u{1b}[2J",
        ],
        "x",
    );
    let said = room.awai(&["list"]);
    assert_eq!(said.done().lines().count(), 1);
    assert!(!said.out.contains('\u{1b}'));
}
