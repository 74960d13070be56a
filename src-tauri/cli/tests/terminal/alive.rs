//! Questions, ties and what is alive between people, from a terminal.

use std::fs;

use serde_json::{Value, json};

use crate::room::Room;

impl Room {
    /// Calls for JSON with something to read.
    fn json_reading(&self, words: &[&str], input: &str) -> Value {
        let mut all = vec!["--json"];
        all.extend(words);
        self.awai_reading(&all, input.as_bytes()).json()
    }
}

#[test]
fn a_question_is_asked_answered_changed_and_remembered() {
    let room = Room::with_journal();
    let list = room.json(&["question", "list", "--words", "thread slack"]);
    assert_eq!(list["questions"][0]["id"], "connection-3");
    let step = room.json(&["ask", "connection", "--shown", "connection-1"]);
    assert_eq!(step["question"]["id"], "connection-2");
    assert_eq!(step["others"].as_array().unwrap().len(), 6);

    let page = room.json_reading(
        &["answer", "connection-3", "--title", "Shoulders"],
        "They rise.",
    );
    let id = page["id"].as_str().unwrap();
    let shown = room.awai(&["show", id]).done().to_owned();
    assert!(shown.contains("> How does my body let me know"), "{shown}");

    let because = ["--move", "slower", "--because", "it came too fast"];
    let mut adapt = vec!["question", "adapt", "connection-3"];
    adapt.extend(because);
    let mine = room.json_reading(&adapt, "Where does it begin?\n");
    assert_eq!(mine["text"], json!({ "en": "Where does it begin?" }));
    let own = mine["id"].as_str().unwrap();
    room.awai_reading(
        &["question", "adapt", &own[..6]],
        "Where does it rest?".as_bytes(),
    )
    .done();
    let lineage = room.json(&["question", "lineage", "connection-3"]);
    let wordings = lineage["wordings"].as_array().unwrap();
    assert_eq!(wordings.len(), 3);
    assert_eq!(wordings[1]["move"], "slower");
    assert_eq!(wordings[2]["wording"], json!({ "question": own, "n": 2 }));
    let column = room.awai(&["question", "lineage", own]).done().to_owned();
    assert!(
        column.contains("it came too fast") && column.contains("(slower"),
        "{column}"
    );
    let answers = room.json(&["question", "answers", own]);
    assert_eq!(answers["lines"][0]["id"], id);
    // The page keeps what it was asked.
    let asked = &room.json(&["show", id])["writing"]["asked"];
    assert_eq!(asked[0]["n"], 1);
    assert_eq!(
        room.awai(&["--json", "question", "show", "nothing"]).kind(),
        "unknown_question"
    );
}

#[test]
fn an_empty_answer_makes_no_page_and_one_of_a_mebibyte_is_kept_to_the_last_character() {
    let room = Room::with_journal();
    let answers =
        |room: &Room| room.json(&["question", "answers", "connection-3"])["lines"].clone();
    let empty = room.awai_reading(&["--json", "answer", "connection-3"], b"");
    assert_eq!(empty.kind(), "nothing_written");
    assert_eq!(answers(&room), json!([]));
    let line = "Où ça serre, ça respire. 息がとおる。\n";
    let long = line.repeat((1 << 20) / line.len() + 1) + "the end, with a lantern";
    assert!(long.len() > 1 << 20);
    let page = room.json_reading(&["answer", "connection-3"], &long);
    let shown = room.json(&["show", page["id"].as_str().unwrap()]);
    assert!(
        shown["writing"]["body"] == json!(long),
        "every word is there"
    );
    assert_eq!(answers(&room)[0]["id"], page["id"]);
    let found = room.json(&["search", "lantern"]);
    assert!(found.to_string().contains(page["id"].as_str().unwrap()));
}

#[test]
fn a_set_is_written_to_a_file_and_taken_in_elsewhere() {
    let room = Room::with_journal();
    let mine = room.json_reading(&["question", "add"], "What hums?");
    let mine = mine["id"].as_str().unwrap();
    room.awai_reading(&["answer", mine], b"the canary hums")
        .done();
    let words = [
        "question",
        "add-set",
        "Evening",
        "--question",
        mine,
        "--question",
        "hope-5",
    ];
    let set = room.json(&words);
    let set = set["line"]["id"].as_str().unwrap();
    room.awai(&["question", "export-set", set, "evening.json"])
        .done();
    let text = fs::read_to_string(room.path("evening.json")).unwrap();
    assert!(text.contains("What hums?") && !text.contains("canary"));
    let again = room.awai(&["--json", "question", "export-set", set, "evening.json"]);
    assert_eq!(again.kind(), "file_there");

    let other = Room::with_journal();
    let path = room.path("evening.json");
    let path = path.to_str().unwrap();
    let taken = other.json(&["question", "import-set", path]);
    assert_eq!(taken["new"], json!([mine]));
    assert_eq!(taken["already_here"], json!(["hope-5"]));
    let said = other
        .awai(&["question", "import-set", path])
        .done()
        .to_owned();
    assert!(said.contains("Here already:"), "{said}");
    for (text, kind) in [
        (text.replace("hums", "h\\u202eums"), "question_set_hidden"),
        (text[..40].to_owned(), "question_set_torn"),
        (text.replace("_set\": 1", "_set\": 2"), "question_set_newer"),
    ] {
        fs::write(other.path("odd.json"), text).unwrap();
        let said = other.awai(&["--json", "question", "import-set", "odd.json"]);
        assert_eq!(said.kind(), kind);
    }
    let said = other.awai(&["--json", "question", "import-set", "gone.json"]);
    assert_eq!(said.kind(), "file_unreadable");
    assert_eq!(
        other.json(&["question", "sets"]).as_array().unwrap().len(),
        13
    );
}

#[test]
fn the_tie_that_was_touched_last_is_listed_first_and_those_that_rest_come_after() {
    let room = Room::with_journal();
    for name in ["Abe", "Bo", "Claire"] {
        room.awai(&["tie", "add", name]).done();
    }
    let names = || {
        let list = room.json(&["tie", "list"]);
        let ties = list.as_array().unwrap().iter();
        ties.map(|tie| tie["called"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    room.write(&["--tie", "Abe"], "tea");
    assert_eq!(names(), ["Abe", "Claire", "Bo"]);
    room.awai_reading(&["tie", "about", "Bo"], b"by the bridge\n")
        .done();
    assert_eq!(names(), ["Bo", "Abe", "Claire"]);
    room.awai(&["tie", "rest", "Bo"]).done();
    assert_eq!(names(), ["Abe", "Claire", "Bo"]);
    let plain = room.awai(&["tie", "list"]).done().to_owned();
    let at = |name: &str| plain.find(name).unwrap();
    assert!(
        at("Abe") < at("Claire") && at("Claire") < at("Bo"),
        "{plain}"
    );
}

#[test]
fn a_tie_has_its_room_its_names_and_a_flag_that_no_list_tells_of() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "R."]).done();
    room.awai(&["tie", "add", "Marie"]).done();
    let page = room.write(&["--tie", "R."], "the kitchen");
    let words = ["moment", "mark", &page, "opening", "--words", "the door"];
    let moment = room.json(&words);
    let lists = || {
        let plain = room.awai(&["tie", "list"]).done().to_owned();
        plain + room.awai(&["--json", "tie", "list"]).done()
    };
    let before = lists();
    let openings = room.json(&["moment", "openings"]);
    assert_eq!(openings["openings"].as_array().unwrap().len(), 1);
    room.awai(&["tie", "care", "R.", "yes"]).done();
    assert_eq!(before, lists());
    let openings = room.json(&["moment", "openings"]);
    assert_eq!(openings["openings"], json!([]));
    assert_eq!(
        room.json(&["ask", "mutuality", "--tie", "R."])["question"],
        json!(null)
    );
    let shown = room.awai(&["tie", "show", "R."]).done().to_owned();
    assert!(
        shown.contains("not free") && shown.contains("○ something opened  the door"),
        "{shown}"
    );

    room.awai(&["tie", "rename", "Marie", "Marie-Ève"]).done();
    let said = room.awai(&["tie", "rest", "marie-ève"]).done().to_owned();
    assert_eq!(said, "Marie-Ève  (resting)\n");
    room.awai_reading(&["tie", "about", "Marie-Ève"], b"by the bridge\n")
        .done();
    let shown = room.json(&["tie", "show", "Marie-Ève"]);
    assert_eq!(shown["tie"]["about"], "by the bridge");
    assert_eq!(shown["namings"][0]["called"], "Marie");
    let naming = shown["namings"][0]["id"].as_str().unwrap();
    room.awai(&["tie", "erase-naming", naming]).done();
    room.awai(&["tie", "reopen", "Marie-Ève"]).done();
    room.awai(&["moment", "unmark", moment["id"].as_str().unwrap()])
        .done();
    room.awai(&["tie", "erase", "R."]).done();
    assert_eq!(
        room.awai(&["--json", "tie", "show", "R."]).kind(),
        "unknown_tie"
    );
    assert_eq!(room.json(&["show", &page])["writing"]["ties"], json!([]));
    room.awai(&["check"]).done();
}

#[test]
fn what_we_move_toward_company_words_and_a_practice_are_kept_in_words() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "Sam"]).done();
    let words = ["toward", "add", "--tie", "Sam"];
    let toward = room.json_reading(&words, "more Tuesdays\n");
    let id = &toward["id"].as_str().unwrap()[..8];
    let tried = [
        "toward",
        "try",
        id,
        "--surprised",
        "Sam sang",
        "--around",
        "in spring",
    ];
    room.awai_reading(&tried, b"no telephones").done();
    room.awai(&["toward", "rest", id]).done();
    let shown = room.awai(&["toward", "show", id]).done().to_owned();
    assert!(shown.contains("more Tuesdays  (resting)"), "{shown}");
    assert!(shown.contains("no telephones  (in spring)"), "{shown}");
    assert!(shown.contains("What surprised: Sam sang"), "{shown}");
    assert_eq!(
        room.awai(&["--json", "toward", "show", "ffff"]).kind(),
        "not_here"
    );
    let said = room.awai_reading(&["--json", "toward", "add"], b"\n");
    assert_eq!(said.kind(), "nothing_written");

    room.awai_reading(
        &["company", "add", "--how", "at night, too"],
        "川".as_bytes(),
    )
    .done();
    let listed = room.awai(&["company", "list"]).done().to_owned();
    assert!(listed.contains("川  at night, too"), "{listed}");
    let words = [
        "my-word",
        "add",
        "episode",
        "the long night",
        "--because",
        "it was mine",
    ];
    let mine = room.json(&words);
    assert_eq!(mine[0]["words"]["my_word"], "the long night");
    let practice = [
        "practice",
        "set",
        "--set",
        "arriving",
        "--rhythm",
        "Sundays, with tea",
    ];
    room.awai(&practice).done();
    assert_eq!(
        room.awai(&["practice", "show"]).done(),
        "Sundays, with tea\narriving\n"
    );
    assert_eq!(room.json(&["practice", "let-go"]), json!(null));
    room.awai(&["toward", "erase", id]).done();
    assert_eq!(room.json(&["toward", "list"]), json!([]));
    room.awai(&["check"]).done();
}

#[test]
fn looking_back_shows_only_what_was_asked_for() {
    let room = Room::with_journal();
    assert_eq!(room.json(&["look", "opening"]), json!(null));
    assert_eq!(room.json(&["look", "this-day"]), json!(null));
    assert_eq!(room.json(&["look", "question"]), json!(null));
    let mut page = String::new();
    for _ in 0..3 {
        page = room.write(&[], "a lantern on the quay");
    }
    let words = room.json(&["look", "words"]);
    assert_eq!(words["words"][0]["words"], "lantern on the quay");
    assert_eq!(words["more"], false);
    room.awai(&["moment", "mark", &page, "opening"]).done();
    assert_eq!(room.json(&["look", "opening"])["page"]["id"], json!(page));
    room.awai(&["look", "not-again", &page]).done();
    assert_eq!(room.json(&["look", "opening"]), json!(null));

    let read = room
        .awai(&["--lang", "fr", "example", "list"])
        .done()
        .to_owned();
    assert!(read.contains("Le banc près de la gare"), "{read}");
    room.awai(&["example", "take-away", "the-big-pot"]).done();
    assert_eq!(room.json(&["example", "list"]).as_array().unwrap().len(), 1);
    room.awai(&["example", "bring-back"]).done();
    assert_eq!(room.json(&["example", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn each_command_answers_in_the_persons_language() {
    let room = Room::with_journal();
    for (lang, title) in [
        ("en", "Threads between us"),
        ("ja", "あいだの糸"),
        ("fr", "Les fils entre nous"),
    ] {
        let said = room
            .awai(&["--lang", lang, "question", "sets"])
            .done()
            .to_owned();
        assert!(said.contains(title), "{said}");
        let offered = room.awai(&["--lang", lang, "ask"]).done().to_owned();
        assert!(!offered.contains('\u{200b}'));
        let help = room
            .awai(&["--lang", lang, "question", "--help"])
            .done()
            .to_owned();
        assert!(help.contains("export-set"), "{help}");
        let wider = room
            .awai(&["--lang", lang, "ask", "--wider"])
            .done()
            .to_owned();
        assert!(wider.starts_with("community-"), "{wider}");
    }
    for odd in [
        vec!["question"],
        vec!["moment", "mark", "abcd", "canary"],
        vec!["tie", "care", "R.", "canary"],
        vec!["question", "adapt", "hope-1", "--move", "canary"],
        vec!["toward", "canary"],
    ] {
        let said = room.awai(&odd);
        assert_eq!(said.code, Some(2), "{odd:?}");
        assert!(!said.beside.contains("canary"), "{}", said.beside);
    }
}

#[test]
fn lines_of_a_groups_pages_are_chosen_one_by_one_and_leave_exactly_as_they_were_shown() {
    let room = Room::with_journal();
    room.awai(&["tie", "add", "the long table", "--kind", "group"])
        .done();
    room.awai(&["tie", "add", "Aki"]).done();
    let of_group = [
        "--tie",
        "the long table",
        "--at",
        "2026-11-01T21:00:00+09:00",
    ];
    let first = room.write(&of_group, "Tea for everyone.\n\nAki brought a lantern.");
    let own = [&of_group[..2], &["--stays-here"]].concat();
    room.write(&own, "only mine");
    room.write(
        &[&of_group[..2], &["--cover", "winter"]].concat(),
        "covered words",
    );
    room.write(&["--tie", "Aki"], "not of the group");
    let offered = room.json(&["tie", "gather", "the long table"]);
    let names: Vec<String> = [1, 2]
        .map(|number| format!("{}/{number}", &first[..8]))
        .to_vec();
    assert_eq!(
        offered,
        serde_json::json!([
            { "name": names[0], "day": "2026-11-01", "text": "Tea for everyone." },
            { "name": names[1], "day": "2026-11-01", "text": "Aki brought a lantern." },
        ])
    );
    let chosen = ["tie", "gather", "the long table", &names[1], &names[0]];
    let text = "Aki brought a lantern.\n\nTea for everyone.";
    assert_eq!(room.awai(&chosen).done(), format!("{text}\n"));
    let told = room.json(&chosen);
    assert_eq!(told["named"], serde_json::json!(["Aki"]));
    assert_eq!(told["file"], serde_json::Value::Null);
    let file = room.path("lines.txt");
    let into = [&chosen[..], &["--into", file.to_str().unwrap()]].concat();
    room.awai(&into).done();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("{text}\n"));
    let again = [&["--json"][..], &into].concat();
    assert_eq!(room.awai(&again).kind(), "file_there");
    let person = room.awai(&["--json", "tie", "gather", "Aki"]);
    assert_eq!(person.kind(), "not_a_group");
    for name in [format!("{}/3", &first[..8]), format!("{}/0", &first[..8])] {
        let said = room.awai(&["--json", "tie", "gather", "the long table", &name]);
        assert_eq!(said.kind(), "not_found");
    }
    // One is not free there: nothing of it leaves.
    room.awai(&["tie", "care", "the long table", "yes"]).done();
    assert_eq!(
        room.json(&["tie", "gather", "the long table"]),
        serde_json::json!([])
    );
    assert_eq!(
        room.awai(&[&["--json"][..], &chosen].concat()).kind(),
        "stays_here"
    );
}
