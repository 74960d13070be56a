//! Letters: what is inside one, and the sealed file around it.

use std::fs;
use std::path::Path;

use awai::{Arrived, Companion, Incoming, Journal, armored};

use super::{Answer, Reader, kept, refused, told};
use crate::Person;
use crate::exchange::new_companion;
use crate::stranger::{key_on, sealed_for};

/// Bo, who has handed a card to somebody, and the key that is on it: anybody can seal for it.
pub(super) struct Open {
    pub bo: Person,
    pub journal: Journal,
    key: age::x25519::Recipient,
}

impl Open {
    pub fn new() -> Open {
        let (aki, bo) = (Person::aki().in_memory(), Person::bo().in_memory());
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

/// What is inside a letter that somebody sealed for us.
pub(super) struct Inside {
    open: Open,
    read: usize,
}

impl Inside {
    pub fn new() -> Inside {
        let (open, read) = (Open::new(), 0);
        Inside { open, read }
    }
}

impl Reader for Inside {
    // The letters it begins with are kept.
    fn seeds(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }

    fn read(&mut self, inside: &[u8]) -> Answer {
        let open = &mut self.open;
        let file = open.seal(inside);
        match open.journal.look(&file) {
            Ok(Arrived::Letter(letter)) => {
                let answer = look_through(&letter);
                // Keeping costs a commit: some of them.
                self.read += 1;
                if self.read.is_multiple_of(8) {
                    let kept = open.journal.keep_letter(&letter, open.bo.now());
                    return told(kept, |()| answer);
                }
                answer
            }
            Ok(Arrived::Newer(_)) => "newer".to_owned(),
            Ok(_) => panic!("something else than a letter"),
            Err(error) => refused(&error),
        }
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        let journal = &mut self.open.journal;
        for companion in journal.companions().unwrap() {
            for line in journal.thread(companion.id).unwrap().letters {
                let _ = journal.read_letter(line.version);
            }
        }
        assert!(journal.check().unwrap().is_whole());
        *self = Inside::new();
        read
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

/// The sealed file around a letter, as it lies on a stick or stands in a mail.
pub(super) struct Around(Open);

impl Around {
    pub fn new() -> Around {
        Around(Open::new())
    }
}

impl Reader for Around {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let plain = kept("letter").join("plain");
        let sealed = self.0.seal(&fs::read(plain).unwrap());
        let armor = armored(&sealed).unwrap();
        let mail = format!(
            "こんにちは。\r\n\r\n> {}\r\n-- \r\nAki",
            armor.replace('\n', "\r\n> ")
        );
        let golden = |name: &str| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters");
            fs::read(path.join(name)).unwrap()
        };
        vec![
            sealed,
            armor.into_bytes(),
            mail.into_bytes(),
            golden("letter-1.age"),
            golden("letter-1.asc"),
            golden("letter-1-under-words.age"),
        ]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        told(self.0.journal.look(file), |arrived| match arrived {
            // age lets nothing through that was changed: what opens is what was sealed.
            Arrived::Letter(letter) => {
                assert_eq!(letter.letter().parts[0].text, ["Hello.", "駅のベンチ"]);
                "opened".to_owned()
            }
            Arrived::UnderWords(_) => "asks for words".to_owned(),
            _ => panic!("something else than a letter"),
        })
    }

    fn hold(&mut self) -> usize {
        assert!(self.0.journal.check().unwrap().is_whole());
        0
    }
}
