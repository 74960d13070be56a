//! What is brought into a journal as a whole: sets of questions, the exports of another program, a journal that was
//! taken out.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use awai::{
    Cost, Import, ImportFormat, Journal, NewIntention, NewTie, OutAs, OutAsk, OutForm, OutLetters,
    QuestionSetFile, TieKind, Whether, Writing,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::keys::asks_for_much;
use super::{Answer, Bo, Reader, told};
use crate::{Person, titled, words};

/// Sets of questions.
pub(super) struct Sets {
    claire: Person,
    journal: Journal,
    read: usize,
}

impl Sets {
    pub fn new() -> Sets {
        let claire = Person::claire().in_memory();
        let journal = claire.begin();
        Sets {
            claire,
            journal,
            read: 0,
        }
    }
}

impl Reader for Sets {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/questions");
        let set = |name: &str| fs::read(folder.join(name)).unwrap();
        vec![set("connection.json"), set("what-happened.json")]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        told(QuestionSetFile::parse(file), |set| {
            // What can be read can be written and is the same again.
            let again = set.to_text().unwrap();
            assert_eq!(QuestionSetFile::parse(again.as_bytes()).unwrap(), set);
            self.read += 1;
            if self.read.is_multiple_of(16) {
                let taken = self.journal.take_in_question_set(&set, self.claire.now());
                return told(taken, |_| "taken in".to_owned());
            }
            format!("{} questions", set.questions.len().min(9))
        })
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        assert!(self.journal.check().unwrap().is_whole());
        *self = Sets::new();
        read
    }
}

/// Exports of another program.
pub(super) struct Exports {
    claire: Person,
    journal: Journal,
    path: PathBuf,
    read: usize,
}

impl Exports {
    pub fn new() -> Exports {
        let claire = Person::claire().in_memory();
        let journal = claire.begin();
        let path = claire.home().join("export");
        Exports {
            claire,
            journal,
            path,
            read: 0,
        }
    }
}

impl Reader for Exports {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/day-one");
        let json = fs::read(fixture.join("Journal.json")).unwrap();
        let picture = "photos/6324ab34b8a36425348a005823fd2ca6.png";
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [
            ("Journal.json", &json),
            (picture, &fs::read(fixture.join(picture)).unwrap()),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        vec![json, zip.finish().unwrap().into_inner()]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        fs::write(&self.path, file).unwrap();
        told(Import::read(ImportFormat::DayOne, &self.path), |import| {
            self.read += 1;
            let count = self.journal.count_import(&import).unwrap();
            if self.read.is_multiple_of(16) {
                let brought = self.journal.import(&import, self.claire.now());
                return told(brought, |_| "brought".to_owned());
            }
            format!("{} pages {} refused", count.pages, count.refused.len())
        })
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        assert!(self.journal.check().unwrap().is_whole());
        *self = Exports::new();
        read
    }
}

/// Bo, who brings in what Aki took out.
struct Bringing {
    aki: Person,
    bo: Bo,
    whole: Vec<u8>,
}

impl Bringing {
    fn new(out_as: OutAs) -> Bringing {
        let (aki, bo) = (Person::aki().in_memory(), Bo::new());
        let whole = taken_out(&aki, out_as);
        Bringing { aki, bo, whole }
    }

    /// Puts a file where it is read from.
    fn put(&self, file: &[u8]) {
        fs::write(self.path(), file).unwrap();
    }

    fn path(&self) -> PathBuf {
        self.aki.home().join("brought")
    }

    fn bring(&mut self, whether: Whether) -> Answer {
        let (path, phrase) = (self.path(), self.aki.phrase());
        let journal = &mut self.bo.journal;
        let brought = journal.bring_in(&path, Some(&phrase), whether, self.aki.now());
        told(brought, |brought| {
            format!(
                "{} pages {} ties {} others",
                brought.pages, brought.ties, brought.others
            )
        })
    }
}

/// A journal with a little of everything, taken out.
fn taken_out(aki: &Person, out_as: OutAs) -> Vec<u8> {
    let mut journal = aki.begin();
    let (now, called) = (aki.now(), "ユキさん".to_owned());
    let kind = TieKind::Person;
    let tie = journal.add_tie(&NewTie { kind, called }, now).unwrap();
    let page = Writing {
        ties: vec![tie.id],
        cover: "ゆっくり".to_owned(),
        ..titled("駅", "雨が降っていた。")
    };
    let page = journal.write(&page, now).unwrap();
    journal.revise(page, &words("晴れた。"), now).unwrap();
    let toward = NewIntention {
        toward: "もっと聞くこと".to_owned(),
        ties: vec![tie.id],
        ..NewIntention::default()
    };
    journal.add_intention(&toward, now).unwrap();
    let ask = OutAsk {
        form: OutForm::Json,
        out_as,
        letters: OutLetters::None,
    };
    let to = aki.home().join("out");
    let phrase = aki.phrase();
    journal
        .take_out(ask, &phrase, Cost::CHEAP, aki.tongue, &to, now)
        .unwrap();
    fs::read(to).unwrap()
}

/// A journal that was taken out is brought in whole or refused.
pub(super) struct TakenOut {
    bringing: Bringing,
    read: usize,
}

impl TakenOut {
    pub fn new() -> TakenOut {
        let bringing = Bringing::new(OutAs::InClear);
        TakenOut { bringing, read: 0 }
    }
}

impl Reader for TakenOut {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.bringing.whole.clone()]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        let bringing = &mut self.bringing;
        bringing.put(file);
        let answer = bringing.bring(Whether::Count);
        if answer.contains("pages") {
            self.read += 1;
            if self.read.is_multiple_of(8) {
                bringing.bring(Whether::Bring);
                // Whatever came, it is in the chain as it stands.
                assert!(bringing.bo.journal.check().unwrap().is_whole());
            }
        }
        answer
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        self.bringing.bo.anew();
        read
    }
}

/// A closed journal that was taken out opens as it was or not at all.
pub(super) struct TakenOutClosed {
    bringing: Bringing,
    untouched: Answer,
}

impl TakenOutClosed {
    pub fn new() -> TakenOutClosed {
        let mut bringing = Bringing::new(OutAs::Closed);
        bringing.put(&bringing.whole);
        let untouched = bringing.bring(Whether::Count);
        TakenOutClosed {
            bringing,
            untouched,
        }
    }
}

impl Reader for TakenOutClosed {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.bringing.whole.clone()]
    }

    fn read(&mut self, file: &[u8]) -> Answer {
        if asks_for_much(file) {
            return "asks for work".to_owned();
        }
        self.bringing.put(file);
        let answer = self.bringing.bring(Whether::Count);
        assert!(!answer.contains("pages") || answer == self.untouched);
        answer
    }

    fn hold(&mut self) -> usize {
        assert!(self.bringing.bo.journal.check().unwrap().is_whole());
        0
    }
}
