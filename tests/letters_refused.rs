//! Letters that are not what they could be: each step of reading refuses with its own sentence, nothing is written,
//! and strange words inside real letters stay words.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use age::secrecy::SecretString;
use awai::{
    Arrived, Companion, Error, Incoming, Journal, LetterKind, MOST_FILE_BYTES, MOST_FILES,
    MOST_NOTE_BYTES, MOST_PART_BYTES, MOST_PARTS, MOST_RELEASES, SpokenWords, Wish, Writer,
};
use awai_tests::exchange::{arrived, letter, new_companion, pair, part, sealed, words_of};
use awai_tests::stranger::{key_on, sealed_for};
use awai_tests::{Person, moment, strings};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

/// Bo, who has handed a card to somebody, and the key that is on it: anybody can seal for it.
struct Open {
    journal: Journal,
    key: age::x25519::Recipient,
    _bo: Person,
}

impl Open {
    fn new() -> Open {
        let (aki, bo) = (Person::aki(), Person::bo());
        let (mut hers, mut journal) = (aki.begin(), bo.begin());
        let card = hers
            .make_card(&new_companion("Bo", "Aki"), aki.tongue, aki.now())
            .unwrap();
        let there: Companion = journal
            .answer_card(
                &card.my_card,
                &new_companion("Aki", "Bo"),
                bo.tongue,
                bo.now(),
            )
            .unwrap();
        Open {
            key: key_on(&there.my_card),
            journal,
            _bo: bo,
        }
    }

    /// Whatever is inside, sealed as any age program would.
    fn seal(&self, inside: &[u8]) -> Vec<u8> {
        sealed_for(&self.key, inside)
    }

    fn look(&self, inside: &[u8]) -> Result<Arrived, Error> {
        self.journal.look(&self.seal(inside))
    }

    fn look_at(&self, text: &str) -> Result<Arrived, Error> {
        self.look(format!("awai-letter/1 -\n{text}").as_bytes())
    }

    fn letter(&self, value: &Value) -> Result<Incoming, Error> {
        match self.look_at(&value.to_string())? {
            Arrived::Letter(incoming) => Ok(*incoming),
            _ => panic!("no letter"),
        }
    }
}

fn plain() -> Value {
    json!({
        "id": "0".repeat(32), "thread": "1".repeat(32), "seq": 1, "kind": "letter", "writer": "Aki",
        "parts": [{"text": ["Hello."]}],
    })
}

#[test]
fn each_step_refuses_with_its_own_sentence() {
    let open = Open::new();
    let look = |file: &[u8]| open.journal.look(file).err();
    assert!(matches!(
        look(&vec![0; 96 * 1024 * 1024 + 1]),
        Some(Error::LetterTooLarge)
    ));
    for none in [
        &b""[..],
        b"MZ",
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v2\n-> a\n\n--- b\n",
    ] {
        assert!(matches!(look(none), Some(Error::NotALetter)));
    }
    let whole = open.seal(b"awai-letter/1 -\n{}");
    assert!(matches!(look(&whole), Some(Error::LetterForm)));
    // Cut off, or changed at its end.
    assert!(matches!(
        look(&whole[..whole.len() - 1]),
        Some(Error::LetterTorn)
    ));
    let mut torn = whole.clone();
    *torn.last_mut().unwrap() ^= 1;
    assert!(matches!(look(&torn), Some(Error::LetterTorn)));
    let other = Open::new();
    assert!(matches!(
        look(&other.seal(b"x")),
        Some(Error::NotForThisJournal)
    ));
    for not_ours in [
        "",
        "Hello",
        "awai-letter\n{}",
        "awai-letter/x -\n{}",
        "awai-letter/1\n{}",
    ] {
        assert!(
            matches!(open.look(not_ours.as_bytes()), Err(Error::NotFromAwai)),
            "{not_ours}"
        );
    }
    let long = format!("awai-letter/1 {}\n{{}}", "A".repeat(1000));
    assert!(matches!(
        open.look(long.as_bytes()),
        Err(Error::NotFromAwai)
    ));
    assert!(matches!(
        open.look(b"awai-letter/1 -\n\xff\xfe"),
        Err(Error::LetterNotText)
    ));
    for form in [
        "",
        "[]",
        "{}",
        "{\"id\": 1}",
        "{\"a\": 1, \"a\": 2}",
        "null",
    ] {
        assert!(
            matches!(open.look_at(form), Err(Error::LetterForm)),
            "{form}"
        );
    }
}

#[test]
fn endless_work_under_words_is_refused_at_once() {
    let words = SpokenWords::draw(awai::Tongue::En);
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(words.shown().join("-")));
    recipient.set_work_factor(2);
    let file = sealed_for(&recipient, b"awai-letter/1 -\n{}");
    let at = file.windows(3).position(|three| three == b" 2\n").unwrap();
    let forged = [&file[..at], b" 22\n", &file[at + 3..]].concat();
    let journal = Person::bo().begin();
    let begun = std::time::Instant::now();
    let Ok(Arrived::UnderWords(closed)) = journal.look(&forged) else {
        panic!("it asks for words");
    };
    let told = journal.look_under(&closed, &words);
    assert!(matches!(told, Err(Error::LetterAsksTooMuch)));
    assert!(begun.elapsed().as_secs() < 10);
}

#[test]
fn how_much_a_letter_may_hold_is_what_the_format_tells_other_programs() {
    let format = Path::new(env!("CARGO_MANIFEST_DIR")).join("../FORMAT.md");
    let format = fs::read_to_string(format).unwrap();
    let told = format.split("; more than ").nth(1).unwrap();
    let told = told.lines().next().unwrap();
    let numbers: Vec<usize> = told
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let [parts, part_mib, around_kib, files, file_mib, text_mib, _] = numbers[..] else {
        panic!("seven limits are told: {told}");
    };
    const MIB: usize = 1024 * 1024;
    assert_eq!(
        [MOST_PARTS, MOST_RELEASES, MOST_FILES],
        [parts, parts, files]
    );
    assert_eq!(
        [MOST_PART_BYTES, MOST_NOTE_BYTES, MOST_FILE_BYTES],
        [part_mib * MIB, around_kib * 1024, file_mib * MIB]
    );
    let open = Open::new();
    let with_text = |bytes: usize| {
        let mut letter = plain();
        let text = BASE64_STANDARD.encode("x".repeat(bytes));
        letter["files"] = json!([{"type": "text", "base64": text}]);
        open.letter(&letter)
    };
    assert!(with_text(text_mib * MIB).is_ok());
    let beyond = with_text(text_mib * MIB + 1);
    assert!(matches!(beyond, Err(Error::LetterTooMuch)));
}

#[test]
fn limits_hold_item_by_item() {
    let open = Open::new();
    let with = |name: &str, value: Value| {
        let mut letter = plain();
        letter[name] = value;
        open.letter(&letter).err()
    };
    assert!(open.letter(&plain()).is_ok());
    let part = json!({"text": ["x"]});
    assert!(with("parts", Value::from(vec![part.clone(); MOST_PARTS])).is_none());
    let many = with("parts", Value::from(vec![part; MOST_PARTS + 1]));
    assert!(matches!(many, Some(Error::LetterTooMuch)));
    let long = with("parts", json!([{"text": ["x".repeat(MOST_PART_BYTES)]}]));
    assert!(matches!(long, Some(Error::LetterTooMuch)));
    let file = json!({"type": "text", "base64": "aGk="});
    assert!(with("files", Value::from(vec![file.clone(); MOST_FILES])).is_none());
    let many = with("files", Value::from(vec![file; MOST_FILES + 1]));
    assert!(matches!(many, Some(Error::LetterTooMuch)));
    for (sort, base64) in [
        ("png", "aGk="),
        ("svg", "PHN2Zy8+"),
        ("text", "//4="),
        ("text", "?"),
    ] {
        let told = with("files", json!([{"type": sort, "base64": base64}]));
        assert!(
            matches!(told, Some(Error::LetterPicture)),
            "{sort} {base64}"
        );
    }
    let beyond = with("parts", json!([{"text": [], "files": [0]}]));
    assert!(matches!(beyond, Some(Error::LetterForm)));
    for deep in [31, 32, 40, 100_000] {
        let text = plain().to_string().replacen(
            '{',
            &format!("{{\"newer\": {}{},", "[".repeat(deep), "]".repeat(deep)),
            1,
        );
        assert_eq!(open.look_at(&text).is_ok(), deep <= 31, "{deep}");
    }
}

#[test]
fn more_than_it_says_in_its_size_is_refused_without_reading_on() {
    let open = Open::new();
    let much = vec![b' '; 70 * 1024 * 1024 + 1];
    assert!(matches!(open.look(&much), Err(Error::LetterSwells)));
}

#[test]
fn a_newer_letter_is_kept_as_it_is_and_unknown_names_in_a_letter_of_today_are_no_obstacle() {
    let mut open = Open::new();
    let mut letter = plain();
    letter["song"] = json!({"notes": [1, 2]});
    letter["parts"][0]["colour"] = json!("blue");
    letter["kind"] = json!("song");
    letter["wish"] = json!(["a_song", "an_echo"]);
    let read = open.letter(&letter).unwrap();
    assert_eq!(read.face().kind, LetterKind::Other);
    assert_eq!(read.face().wish, [Wish::Other, Wish::AnEcho]);
    assert_eq!(words_of(&read), ["Hello."]);
    let now = Person::bo().now();
    let mut needing = plain();
    needing["needs"] = json!(["voices"]);
    let needing = format!("awai-letter/1 -\n{needing}");
    for newer in ["awai-letter/2 -\nwhatever it will be", &needing] {
        let Ok(Arrived::Newer(newer)) = open.look(newer.as_bytes()) else {
            panic!("it is newer");
        };
        assert_eq!(newer.writer, Writer::Unknown);
        open.journal.keep_newer(&newer, now).unwrap();
        open.journal.keep_newer(&newer, now).unwrap();
    }
    let companion = open.journal.companions().unwrap()[0].id;
    let lines = open.journal.thread(companion).unwrap().letters;
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert!(line.newer);
        assert!(matches!(
            open.journal.read_letter(line.version),
            Err(Error::LetterNewer)
        ));
        let told = open.journal.take_up_letter(line.version, now);
        assert!(matches!(told, Err(Error::LetterNewer)));
    }
    assert!(open.journal.check().unwrap().is_whole());
}

#[test]
fn no_text_of_the_json_test_suite_is_a_letter_and_none_hurts() {
    let open = Open::new();
    for (name, bytes) in strings::json_suite() {
        let told = open.look(&[b"awai-letter/1 -\n", bytes.as_slice()].concat());
        let refused = matches!(told, Err(Error::LetterForm | Error::LetterNotText));
        assert!(refused, "{name}");
    }
}

#[test]
fn strange_words_inside_real_letters_stay_words() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let strange = strings::strange();
    for some in strange.chunks(200) {
        let mut draft = letter(to_bo, "");
        draft.parts = some.iter().map(|text| part(text)).collect();
        draft.cover = some[0].clone();
        let file = sealed(&aki, &mut hers, &draft);
        let came = arrived(&his, &file);
        assert_eq!(words_of(&came), some);
        his.keep_letter(&came, bo.now()).unwrap();
    }
    for line in his.thread(to_aki).unwrap().letters {
        let shown = his.read_letter(line.version).unwrap();
        // Blocks hold text and nothing that a page could run or fetch.
        let told = serde_json::to_value(&shown.parts).unwrap();
        assert!(only_known_blocks(&told));
    }
    assert!(his.check().unwrap().is_whole());
}

/// Whether nothing but words, and places where something is gone, stands in the blocks.
fn only_known_blocks(value: &Value) -> bool {
    match value {
        Value::Array(list) => list.iter().all(only_known_blocks),
        Value::Object(object) => {
            let kind = object.get("kind").and_then(Value::as_str);
            kind != Some("picture") && object.values().all(only_known_blocks)
        }
        _ => true,
    }
}

#[test]
fn a_text_that_came_along_is_read_as_it_was_sent_and_kept_with_its_letter() {
    let mut open = Open::new();
    let text = "うどんの作りかた\n\t1. だし\n\u{202e}2. <b>葱</b>\n";
    let base64 = BASE64_STANDARD.encode(text);
    let mut value = plain();
    value["files"] = json!([{"type": "text", "words": "母から", "base64": base64}]);
    value["parts"][0]["files"] = json!([0]);
    let came = open.letter(&value).unwrap();
    let shown = came.shown().unwrap();
    assert_eq!(
        (shown.parts[0].files.as_slice(), shown.files.len()),
        (&[0][..], 1)
    );
    let file = &shown.files[0];
    assert_eq!(
        (file.sort.as_str(), file.words.as_str(), file.size),
        ("text", "母から", None)
    );
    assert_eq!(came.file(0).unwrap().1, text.as_bytes());
    let now = moment("2026-05-04T08:00:00-07:00");
    open.journal.keep_letter(&came, now).unwrap();
    let (sort, bytes) = open.journal.letter_file(came.version(), 0).unwrap();
    assert_eq!((sort.as_str(), bytes), ("text", text.as_bytes().to_vec()));
    // What says that it is a text and is none, or that it is a picture and is a text, is refused whole.
    for (sort, bytes) in [("text", &[0xff, 0xfe][..]), ("png", text.as_bytes())] {
        value["files"][0] = json!({"type": sort, "base64": BASE64_STANDARD.encode(bytes)});
        let refused = open.letter(&value);
        assert!(matches!(refused, Err(Error::LetterPicture)), "{sort}");
    }
}

#[test]
fn a_picture_marker_in_received_words_reaches_for_no_picture_here() {
    let mut open = Open::new();
    let id = "ab".repeat(16);
    let mut letter = plain();
    letter["parts"][0]["text"] = json!([format!("![mine?](picture:{id})"), "![](gone:sound)"]);
    let read = open.letter(&letter).unwrap();
    let told = serde_json::to_value(read.shown().unwrap().parts).unwrap();
    assert!(only_known_blocks(&told));
    open.journal.keep_letter(&read, Person::bo().now()).unwrap();
}

#[test]
fn a_refused_file_leaves_the_journal_as_it_was() {
    let open = Open::new();
    let before = open.journal.check().unwrap();
    for inside in ["awai-letter/1 -\n{", "x", "awai-letter/1 -\n{\"id\": 1}"] {
        assert!(open.look(inside.as_bytes()).is_err());
    }
    open.letter(&plain()).unwrap();
    assert_eq!(open.journal.check().unwrap(), before);
    let companion = open.journal.companions().unwrap()[0].id;
    assert!(open.journal.thread(companion).unwrap().letters.is_empty());
}
