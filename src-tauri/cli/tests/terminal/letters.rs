//! Letters from a terminal: two rooms, and files that go from one to the other.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::room::Room;

pub fn path(value: &Value) -> PathBuf {
    PathBuf::from(value.as_str().unwrap())
}

/// Carries a file from one room to another, under another name.
pub fn carry(from: &Room, file: &Value, to: &Room, name: &str) {
    fs::copy(from.path(path(file).to_str().unwrap()), to.path(name)).unwrap();
}

/// Two rooms, paired with words.
pub fn paired() -> (Room, Room) {
    let (aki, bo) = (Room::with_journal(), Room::with_journal());
    let told = aki.json(&["invite", "ボーさん", "--as", "Aki"]);
    assert_eq!(told["words"].as_array().unwrap().len(), 8);
    carry(&aki, &told["file"], &bo, "came.age");
    let words: Vec<&str> = told["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    fs::write(bo.path("eight"), words.join("  ").to_uppercase()).unwrap();
    let accept = ["accept", "--file", "came.age", "--words-file", "eight"];
    let told = bo.json(&[&accept[..], &["Aki", "--as", "Bo"]].concat());
    assert_eq!(told["companion"]["their_name"], "Aki");
    carry(&bo, &told["reply"], &aki, "reply.age");
    let told = aki.json(&["accept", "--file", "reply.age"]);
    assert_eq!(told["companion"]["called"], "ボーさん");
    (aki, bo)
}

#[test]
fn two_terminals_pair_and_exchange_a_letter_an_echo_and_a_release() {
    let (aki, bo) = paired();
    let said = aki.awai(&["companions"]);
    assert!(
        said.done()
            .starts_with("ボーさん (Bo)  paired with words on ")
    );

    // A page, two of its three passages, after one look at exactly what leaves.
    let page = aki.write(&[], "一。\n\n残る。\n\n三。");
    let chosen = format!("{}:1,3", &page[..6]);
    let told = aki.json(&["seal", "--to", "ボーさん", "--page", &chosen]);
    let leaves = told["texts"][0].as_str().unwrap();
    assert!(leaves.contains("三。") && !leaves.contains("残る"));
    let draft = told["draft"].as_str().unwrap();
    let refused = aki.awai(&["--json", "seal", "--draft", draft]);
    assert_eq!(refused.kind(), "still_resting");
    let told = aki.json(&["seal", "--draft", draft, "--send-now"]);
    let file = path(&told["files"][0]["file"]);
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("letter-") && name.ends_with(".age") && name.len() == 15);
    carry(&aki, &told["files"][0]["file"], &bo, "came.age");

    // Who wrote it, before a word; kept only when it is said.
    let said = bo.awai(&["open", "came.age"]);
    assert!(said.done().starts_with("Aki (paired with words on "));
    assert!(!said.done().contains("三。"));
    assert_eq!(
        bo.json(&["threads"])[0]["thread"]["letters"],
        serde_json::json!([])
    );
    let told = bo.json(&["open", "came.age", "--read", "--keep"]);
    assert_eq!(told["letter"]["parts"][0]["text"], "一。\n\n三。");
    assert_eq!(told["done"], "kept");
    let letters = bo.json(&["threads", "aki"])[0]["thread"]["letters"].clone();
    let version = letters[0]["version"].as_str().unwrap();
    assert_eq!(
        bo.json(&["threads", "--letter", version])["parts"][0]["text"],
        "一。\n\n三。"
    );

    let echo = ["--json", "echo", &version[..8], "--send-now", "--armor"];
    let said = bo.awai_reading(&echo, "The third one.\n---\n\n---\nA drum.\n".as_bytes());
    let told = said.json();
    carry(&bo, &told["files"][0]["file"], &aki, "echo.txt");
    assert!(
        fs::read_to_string(aki.path("echo.txt"))
            .unwrap()
            .starts_with("-----BEGIN AGE")
    );
    let told = aki.json(&["open", "echo.txt", "--read", "--keep"]);
    assert_eq!(told["face"]["kind"], "echo");
    let parts = told["letter"]["parts"].as_array().unwrap();
    let asked: Vec<&str> = parts
        .iter()
        .map(|part| part["asked"]["question"].as_str().unwrap())
        .collect();
    assert_eq!(asked, ["co-reflection-1", "co-reflection-3"]);

    let letters = aki.json(&["threads"])[0]["thread"]["letters"].clone();
    let mine = letters[0]["version"].as_str().unwrap();
    let told = aki.json(&["release", mine]);
    carry(&aki, &told["files"][0]["file"], &bo, "release.age");
    bo.json(&["open", "release.age", "--keep"]);
    let said = bo.awai(&["threads"]);
    assert!(
        said.done()
            .contains("its writer would like it no longer kept")
    );
    assert!(aki.awai(&["check"]).done().contains("as it was written"));
}

#[test]
fn a_letter_for_somebody_without_awai_comes_with_its_words() {
    let room = Room::with_journal();
    fs::write(room.path("note"), "Une lampe.\n").unwrap();
    let seal = [
        "seal",
        "--to-words",
        "Marguerite",
        "--as",
        "Claire",
        "--words",
        "note",
    ];
    let told = room.json(&[&seal[..], &["--send-now", "--lang", "fr"]].concat());
    let words = told["files"][0]["words"].as_array().unwrap();
    assert_eq!(words.len(), 8);
    let typed: Vec<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
    fs::write(room.path("eight"), typed.join("\n")).unwrap();
    let file = path(&told["files"][0]["file"]);
    let other = Room::with_journal();
    fs::copy(room.path(file.to_str().unwrap()), other.path("came.age")).unwrap();
    fs::copy(room.path("eight"), other.path("eight")).unwrap();
    let told = other.awai(&["open", "came.age", "--words-file", "eight", "--read"]);
    assert!(told.done().starts_with("It is not known who wrote it."));
    assert!(told.done().contains("Une lampe."));
    fs::write(other.path("eight"), "un deux trois").unwrap();
    let refused = other.awai(&["--json", "open", "came.age", "--words-file", "eight"]);
    assert_eq!(refused.kind(), "word_unknown");
}

#[test]
fn what_was_given_under_words_is_listed_by_name_and_its_words_are_said_again() {
    let room = Room::with_journal();
    fs::write(room.path("note"), "Une lampe.\n").unwrap();
    let seal = ["seal", "--to-words", "Marguerite", "--as", "Claire"];
    let told = room.json(&[&seal[..], &["--words", "note", "--send-now"]].concat());
    let words = &told["files"][0]["words"];
    let threads = room.json(&["threads"]);
    assert_eq!(threads[0]["companion"], Value::Null);
    let line = &threads[0]["thread"]["letters"][0];
    assert_eq!(line["given_to"], "Marguerite");
    let said = room.awai(&["threads"]);
    assert!(said.done().contains("Marguerite"), "{}", said.done());
    let version = line["version"].as_str().unwrap();
    let letter = room.json(&["threads", "--letter", &version[..8]]);
    assert_eq!(&letter["words"], words);
    assert_eq!(letter["parts"][0]["text"], "Une lampe.");
    let said = room.awai(&["threads", "--letter", &version[..8]]);
    let first = words[0].as_str().unwrap();
    assert!(said.done().contains(first), "{}", said.done());
}

#[test]
fn an_exchange_that_has_ended_is_only_read() {
    let (aki, bo) = paired();
    fs::write(bo.path("note"), "Hello.\n").unwrap();
    let told = bo.json(&["seal", "--to", "Aki", "--words", "note", "--send-now"]);
    carry(&bo, &told["files"][0]["file"], &aki, "letter.age");
    aki.json(&["open", "letter.age", "--keep"]);
    aki.awai(&["companions", "end", "ボーさん"]).done();
    let threads = aki.json(&["threads"]);
    let version = threads[0]["thread"]["letters"][0]["version"].as_str();
    let version = &version.unwrap()[..8];
    let letter = aki.json(&["threads", "--letter", version]);
    assert_eq!(letter["parts"][0]["text"], "Hello.");
    // Nothing is read from standard input for it, and no draft is left behind.
    for act in [
        &["echo", version][..],
        &["release", version],
        &["seal", "--to", "ボーさん", "--words", "-"],
        &["agreement", "ボーさん", "--answers", "-"],
    ] {
        let refused = aki.awai(&[&["--json"], act].concat());
        assert_eq!(refused.kind(), "companion_ended", "{act:?}");
    }
}

#[test]
fn a_letter_may_leave_as_a_page_and_awai_opens_that_too() {
    let room = Room::with_journal();
    fs::write(room.path("note"), "ランプがひとつ。\n").unwrap();
    let seal = [
        "--lang",
        "ja",
        "seal",
        "--to-words",
        "マルグリット",
        "--as",
        "アキ",
        "--words",
        "note",
        "--html",
        "--send-now",
    ];
    let told = room.json(&seal);
    let file = room.path(path(&told["files"][0]["file"]).to_str().unwrap());
    assert_eq!(file.extension().unwrap(), "html");
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">"));
    for secret in ["ランプ", "マルグリット", "アキ"] {
        assert!(!page.contains(secret), "{secret}");
    }
    let words = told["files"][0]["words"].as_array().unwrap();
    let typed: String = words.iter().map(|word| word.as_str().unwrap()).collect();
    let other = Room::with_journal();
    fs::write(other.path("eight"), typed).unwrap();
    fs::copy(file, other.path("came.html")).unwrap();
    let told = other.awai(&["open", "came.html", "--words-file", "eight", "--read"]);
    assert!(told.done().contains("ランプがひとつ。"));
    let both = room.awai(&[&seal[..], &["--armor", "--json"]].concat());
    assert_eq!(both.code, Some(2));
}

#[test]
fn names_wait_for_a_decision_and_companions_rest_end_and_are_forgotten() {
    let (aki, _bo) = paired();
    aki.awai(&["tie", "add", "みどり"]).done();
    fs::write(aki.path("note"), "みどりが笑った。").unwrap();
    let seal = ["--json", "seal", "--to", "ボーさん", "--words", "note"];
    assert_eq!(aki.awai(&seal).kind(), "names_undecided");
    let told = aki
        .awai(&[&seal[..], &["--stands-as", "みどり=M."]].concat())
        .json();
    assert!(told["texts"][0].as_str().unwrap().contains("M.が笑った。"));
    for verb in ["rest", "take-up", "end"] {
        aki.awai(&["companions", verb, "ボーさん"]).done();
    }
    assert_eq!(
        aki.awai(&["--json", "companions", "take-up", "ボーさん"])
            .kind(),
        "companion_ended"
    );
    assert_eq!(aki.awai(&seal).kind(), "companion_ended");
    aki.awai(&["companions", "forget", "ボーさん"]).done();
    assert_eq!(aki.awai(&seal).kind(), "unknown_companion");
    assert_eq!(aki.awai(&["companions"]).done(), "");
}

#[test]
fn a_page_that_stays_here_and_a_file_that_is_none_are_refused() {
    let (aki, bo) = paired();
    let page = aki.write(&["--stays-here"], "ここだけ。");
    let seal = ["--json", "seal", "--to", "ボーさん", "--page", &page];
    assert_eq!(aki.awai(&seal).kind(), "stays_here");
    fs::write(bo.path("none"), "hello").unwrap();
    assert_eq!(bo.awai(&["--json", "open", "none"]).kind(), "not_a_letter");
    assert_eq!(
        bo.awai(&["--json", "open", "gone"]).kind(),
        "file_unreadable"
    );
    assert_eq!(
        bo.awai(&["--json", "open", "came.age", "--words-file", "eight"])
            .kind(),
        "an_invitation"
    );
    assert_eq!(bo.awai(&["--json", "echo", "ffff"]).kind(), "not_found");
    for tongue in ["en", "ja", "fr"] {
        let said = bo.awai(&["--lang", tongue, "open", "none"]);
        assert!(!said.refused().contains("trouble-"));
    }
}

#[test]
fn cards_by_hand_pair_two_terminals_and_stay_not_checked() {
    let (aki, bo) = (Room::with_journal(), Room::with_journal());
    let made = aki.json(&["card", "make", "ボーさん", "--as", "Aki"]);
    let card = made["my_card"].as_str().unwrap();
    fs::write(bo.path("card"), format!("{card}\n")).unwrap();
    let answer = ["card", "answer", "--file", "card", "Aki", "--as", "Bo"];
    let answered = bo.json(&answer);
    assert_eq!(answered["paired"]["kind"], "not_checked");
    fs::write(aki.path("back"), answered["my_card"].as_str().unwrap()).unwrap();
    let take = ["card", "take", "--file", "back", "ボーさん"];
    assert_eq!(aki.json(&take)["companion"]["their_name"], "Bo");
    assert_eq!(
        aki.awai(&[&["--json"], &take[..]].concat()).kind(),
        "invitation_used"
    );
    let said = aki.awai(&["companions"]);
    assert!(said.done().contains("not checked yet"), "{}", said.done());

    fs::write(aki.path("note"), "海まで歩いた。").unwrap();
    let told = aki.json(&["seal", "--to", "ボーさん", "--words", "note", "--send-now"]);
    carry(&aki, &told["files"][0]["file"], &bo, "letter.age");
    let told = bo.json(&["open", "letter.age", "--read"]);
    assert_eq!(told["letter"]["parts"][0]["text"], "海まで歩いた。");
    assert_eq!(told["face"]["writer"]["called"], "Aki");
}

#[test]
fn an_agreement_and_questions_go_over_from_terminals() {
    let (aki, bo) = paired();
    let none = aki.awai(&["agreement", "ボーさん"]);
    assert!(none.done().starts_with("Nothing is written here yet"));
    fs::write(aki.path("mine"), "ゆっくり。\n---\n---\n夜は返さない。\n").unwrap();
    let write = ["--answers", "mine", "--reread", "雪がとけたら"];
    let both = aki.json(&[&["agreement", "ボーさん"], &write[..]].concat());
    let answers = both["mine"][0]["answers"].as_array().unwrap();
    let asked = |number: usize| answers[number]["asked"]["question"].as_str().unwrap();
    assert_eq!((asked(0), asked(1)), ("agreement-1", "agreement-3"));
    let told = aki.json(&["seal", "--to", "ボーさん", "--agreement", "--send-now"]);
    carry(&aki, &told["files"][0]["file"], &bo, "agreement.age");
    bo.json(&["open", "agreement.age", "--keep"]);
    let both = bo.json(&["agreement", "Aki"]);
    assert_eq!(both["theirs"][0]["reread"], "雪がとけたら");
    assert_eq!(both["theirs"][0]["answers"][1]["text"][0], "夜は返さない。");
    assert!(bo.awai(&["agreement", "Aki"]).done().contains("ゆっくり。"));

    let pass = ["seal", "--to", "Aki", "--question", "connection-4"];
    let because = ["--changed-because", "It was too wide.", "--send-now"];
    let told = bo.json(&[&pass[..], &because[..]].concat());
    carry(&bo, &told["files"][0]["file"], &aki, "question.age");
    let told = aki.json(&["open", "question.age", "--read", "--keep"]);
    assert_eq!(told["face"]["kind"], "question");
    let passed = &told["letter"]["question"];
    assert_eq!(passed["changed_because"], "It was too wide.");

    fs::write(bo.path("note"), "A door that stuck.").unwrap();
    let same = ["seal", "--to", "Aki", "--same-question", "connection-1"];
    let told = bo.json(&[&same[..], &["--words", "note", "--send-now"]].concat());
    carry(&bo, &told["files"][0]["file"], &aki, "same.age");
    let told = aki.json(&["open", "same.age", "--read"]);
    assert_eq!(told["letter"]["same_question"]["question"], "connection-1");
    assert_eq!(told["letter"]["parts"][0]["text"], "A door that stuck.");
}

#[test]
fn of_two_companions_of_one_name_neither_is_chosen() {
    let bo = Room::with_journal();
    let mut ids = Vec::new();
    for _ in 0..2 {
        let aki = Room::with_journal();
        let made = aki.json(&["card", "make", "Bo", "--as", "Aki"]);
        fs::write(bo.path("card"), made["my_card"].as_str().unwrap()).unwrap();
        let answer = ["card", "answer", "--file", "card", "Aki", "--as", "Bo"];
        ids.push(bo.json(&answer)["id"].as_str().unwrap().to_owned());
    }
    for act in [&["envelope", "Aki"][..], &["threads", "Aki"]] {
        let refused = bo.awai(&[&["--json"], act].concat());
        assert_eq!(refused.kind(), "several_pages", "{act:?}");
    }
    // Nothing was sealed for one of them; by its id each can be meant.
    let of_envelopes = |room: &Room| {
        let files = fs::read_dir(room.path(".")).unwrap().flatten();
        let names = files.map(|file| file.file_name().into_string().unwrap());
        names
            .filter(|name| name.starts_with("envelope-"))
            .collect::<Vec<_>>()
    };
    assert!(of_envelopes(&bo).is_empty());
    bo.json(&["envelope", &ids[1][..8]]);
    assert_eq!(
        of_envelopes(&bo),
        [format!("envelope-{}.age", &ids[1][..8])]
    );
}
