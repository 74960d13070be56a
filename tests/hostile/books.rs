//! What is brought into a journal as a whole: sets of questions, the exports of another program, a journal that was
//! taken out.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use awai::{
    Cost, Import, ImportFormat, Journal, NewIntention, NewTie, OutAs, OutAsk, OutForm, OutLetters,
    QuestionSetFile, TieKind, Whether, Writing,
};
use awai_tests::{Person, titled, words};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{told, try_reader};

fn assets(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read(root.join("assets/questions").join(name)).unwrap()
}

#[test]
fn a_set_of_questions_is_read_or_refused() {
    let claire = Person::claire().in_memory();
    let mut journal = claire.begin();
    let seeds = vec![assets("connection.json"), assets("what-happened.json")];
    let mut read = 0;
    try_reader("set", seeds, 1500, |file| {
        told(QuestionSetFile::parse(file), |set| {
            // What can be read can be written and is the same again.
            let again = set.to_text().unwrap();
            assert_eq!(QuestionSetFile::parse(again.as_bytes()).unwrap(), set);
            read += 1;
            if read % 16 == 0 {
                let taken = journal.take_in_question_set(&set, claire.now());
                return told(taken, |_| "taken in".to_owned());
            }
            format!("{} questions", set.questions.len().min(9))
        })
    });
    assert!(read > 10, "{read}");
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn an_export_of_another_program_is_read_or_refused() {
    let claire = Person::claire().in_memory();
    let mut journal = claire.begin();
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
    let seeds = vec![json, zip.finish().unwrap().into_inner()];
    let path = claire.home().join("export");
    let mut read = 0;
    try_reader("import", seeds, 1200, |file| {
        fs::write(&path, file).unwrap();
        told(Import::read(ImportFormat::DayOne, &path), |import| {
            read += 1;
            let count = journal.count_import(&import).unwrap();
            if read % 16 == 0 {
                return told(journal.import(&import, claire.now()), |_| {
                    "brought".to_owned()
                });
            }
            format!("{} pages {} refused", count.pages, count.refused.len())
        })
    });
    assert!(read > 10, "{read}");
    assert!(journal.check().unwrap().is_whole());
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

fn bring(journal: &mut Journal, aki: &Person, path: &Path, whether: Whether) -> crate::Answer {
    told(
        journal.bring_in(path, Some(&aki.phrase()), whether, aki.now()),
        |brought| {
            format!(
                "{} pages {} ties {} others",
                brought.pages, brought.ties, brought.others
            )
        },
    )
}

#[test]
fn a_journal_that_was_taken_out_is_brought_in_whole_or_refused() {
    let (aki, bo) = (Person::aki().in_memory(), Person::bo().in_memory());
    let whole = taken_out(&aki, OutAs::InClear);
    let mut journal = bo.begin();
    let path = bo.home().join("out");
    let mut read = 0;
    try_reader("taken-out", vec![whole], 800, |file| {
        fs::write(&path, file).unwrap();
        let answer = bring(&mut journal, &aki, &path, Whether::Count);
        if answer.contains("pages") {
            read += 1;
            if read % 8 == 0 {
                bring(&mut journal, &aki, &path, Whether::Bring);
                // Whatever came, it is in the chain as it stands.
                assert!(journal.check().unwrap().is_whole());
            }
        }
        answer
    });
    assert!(read > 10, "{read}");
}

#[test]
fn a_closed_journal_that_was_taken_out_opens_as_it_was_or_not_at_all() {
    let (aki, bo) = (Person::aki().in_memory(), Person::bo().in_memory());
    let closed = taken_out(&aki, OutAs::Closed);
    let mut journal = bo.begin();
    let path = bo.home().join("out");
    fs::write(&path, &closed).unwrap();
    let untouched = bring(&mut journal, &aki, &path, Whether::Count);
    try_reader("taken-out-closed", vec![closed], 600, |file| {
        if crate::keys::asks_for_much(file) {
            return "asks for work".to_owned();
        }
        fs::write(&path, file).unwrap();
        let answer = bring(&mut journal, &aki, &path, Whether::Count);
        assert!(!answer.contains("pages") || answer == untouched);
        answer
    });
}
