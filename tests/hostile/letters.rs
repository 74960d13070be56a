//! Letters: what is inside one, and the sealed file around it.

use std::fs;
use std::path::Path;

use awai::{Arrived, Companion, Incoming, Journal, armored};
use awai_tests::Person;
use awai_tests::exchange::new_companion;
use awai_tests::stranger::{key_on, sealed_for};

use crate::{Answer, told, try_reader};

/// Bo, who has handed a card to somebody, and the key that is on it: anybody can seal for it.
pub struct Open {
    pub bo: Person,
    pub journal: Journal,
    key: age::x25519::Recipient,
}

impl Open {
    pub fn new() -> Open {
        let (aki, bo) = (Person::aki(), Person::bo().in_memory());
        let (mut hers, mut journal) = (aki.begin(), bo.begin());
        let card = hers
            .make_card(&new_companion("Bo", "Aki"), aki.tongue, aki.now())
            .unwrap();
        let new = new_companion("Aki", "Bo");
        let there: Companion = journal
            .answer_card(&card.my_card, &new, bo.tongue, bo.now())
            .unwrap();
        let key = key_on(&there.my_card);
        Open { bo, journal, key }
    }

    /// Whatever is inside, sealed as any age program would.
    pub fn seal(&self, inside: &[u8]) -> Vec<u8> {
        sealed_for(&self.key, inside)
    }
}

/// Everything that can be asked of a letter that was read.
fn look_through(letter: &Incoming) -> Answer {
    let shown = letter
        .shown()
        .map(|shown| serde_json::to_value(shown).unwrap());
    for number in 0..letter.letter().files.len() {
        let _ = letter.file(number);
    }
    let face = letter.face();
    format!(
        "{:?} {:?} {} parts {} files shown {}",
        face.kind,
        face.writer,
        letter.letter().parts.len().min(4),
        letter.letter().files.len().min(3),
        shown.is_ok()
    )
}

#[test]
fn what_is_inside_a_letter_is_read_or_refused() {
    let mut open = Open::new();
    let now = open.bo.now();
    let mut kept = 0;
    try_reader("letter", Vec::new(), 600, |inside| {
        let file = open.seal(inside);
        match open.journal.look(&file) {
            Ok(Arrived::Letter(letter)) => {
                let answer = look_through(&letter);
                // Keeping costs a commit: some of them.
                kept += 1;
                if kept % 8 == 0 {
                    return told(open.journal.keep_letter(&letter, now), |()| answer);
                }
                answer
            }
            Ok(Arrived::Newer(_)) => "newer".to_owned(),
            Ok(_) => panic!("something else than a letter"),
            Err(error) => crate::refused(&error),
        }
    });
    assert!(kept > 10, "some letters were read: {kept}");
    for companion in open.journal.companions().unwrap() {
        for line in open.journal.thread(companion.id).unwrap().letters {
            let _ = open.journal.read_letter(line.version);
        }
    }
    assert!(open.journal.check().unwrap().is_whole());
}

#[test]
fn the_file_around_a_letter_is_opened_or_refused() {
    let open = Open::new();
    let plain = crate::kept("letter").join("plain");
    let sealed = open.seal(&fs::read(plain).unwrap());
    let armor = armored(&sealed).unwrap();
    let mail = format!(
        "こんにちは。\r\n\r\n> {}\r\n-- \r\nAki",
        armor.replace('\n', "\r\n> ")
    );
    let golden = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters");
        fs::read(path.join(name)).unwrap()
    };
    let seeds = vec![
        sealed,
        armor.into_bytes(),
        mail.into_bytes(),
        golden("letter-1.age"),
        golden("letter-1.asc"),
        golden("letter-1-under-words.age"),
    ];
    try_reader("letter-file", seeds, 2000, |file| {
        told(open.journal.look(file), |arrived| match arrived {
            // age lets nothing through that was changed: what opens is what was sealed.
            Arrived::Letter(letter) => {
                assert_eq!(letter.letter().parts[0].text, ["Hello.", "駅のベンチ"]);
                "opened".to_owned()
            }
            Arrived::UnderWords(_) => "asks for words".to_owned(),
            _ => panic!("something else than a letter"),
        })
    });
    assert!(open.journal.check().unwrap().is_whole());
}
