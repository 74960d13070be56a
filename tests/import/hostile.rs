//! Exports that are torn, of another kind, or meant to do harm.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration as Took, Instant};

use awai::{Cover, Error, PagesAsk};
use awai_tests::Person;
use chrono::Duration;
use proptest::prelude::*;
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::{
    bodies, bring, exported, foreign, journal_of, own_fixture, pages, read, with_photos, zipped,
};

#[test]
fn a_torn_export_is_refused_wherever_it_breaks_off() {
    let bo = Person::bo();
    let whole = fs::read(own_fixture()).unwrap();
    let path = bo.home().join("torn.json");
    let dated = String::from_utf8_lossy(&whole)
        .find("\"timeZone\"")
        .unwrap();
    for length in (0..whole.len() - 1).step_by(97) {
        fs::write(&path, &whole[..length]).unwrap();
        match read(&path) {
            Err(Error::ImportTorn) => {}
            Err(Error::NotADayOneExport) => assert!(length < dated, "{length}"),
            Err(other) => panic!("{length}: {other}"),
            Ok(_) => panic!("{length}: half an export was taken for a whole one"),
        }
    }
}

#[test]
fn a_torn_zip_is_refused_wherever_it_breaks_off() {
    let bo = Person::bo();
    let whole = fs::read(own_fixture()).unwrap();
    let path = zipped(&bo, &[("Journal.json", &whole)]);
    let bytes = fs::read(&path).unwrap();
    for length in (4..bytes.len()).step_by(61) {
        fs::write(&path, &bytes[..length]).unwrap();
        assert!(matches!(read(&path), Err(Error::ImportTorn)), "{length}");
    }
    // A turned bit in the text is noticed by the ZIP's own checksum, or by the text itself.
    let mut turned = bytes.clone();
    for at in (60..700).step_by(7) {
        turned[at] ^= 1;
        fs::write(&path, &turned).unwrap();
        assert!(read(&path).is_err(), "{at}");
        turned[at] ^= 1;
    }
}

#[test]
fn other_files_are_not_taken_for_an_export() {
    let bo = Person::bo();
    let path = bo.home().join("file.json");
    for text in [
        "",
        "   ",
        "{}",
        "[]",
        "null",
        "\"entries\"",
        "{\"entries\": {\"2026-01-01\": {\"text\": \"a\"}}}",
        "{\"entries\": [{\"text\": \"a\", \"date\": \"2026-01-01\"}]}",
        "{\"entries\": []}",
        "{\"metadata\": {\"version\": \"1.0\"}}",
        "{\"name\": \"a package\", \"version\": \"1.0.0\"}",
        "\u{feff}",
        "%PDF-1.7",
        "<html><body>",
    ] {
        fs::write(&path, text).unwrap();
        assert!(
            matches!(read(&path), Err(Error::NotADayOneExport)),
            "{text}"
        );
    }
    assert!(matches!(
        read(&zipped(&bo, &[("a.txt", b"a")])),
        Err(Error::NotADayOneExport)
    ));
    assert!(matches!(
        read(&zipped(&bo, &[])),
        Err(Error::NotADayOneExport)
    ));
    fs::create_dir(bo.home().join("empty")).unwrap();
    assert!(matches!(
        read(&bo.home().join("empty")),
        Err(Error::NotADayOneExport)
    ));
    assert!(matches!(
        read(&bo.home().join("nothing here")),
        Err(Error::ImportGone)
    ));
}

#[test]
fn an_export_without_pages_is_an_export() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let count = bring(&bo, &mut journal, &exported(&bo, &[]));
    assert_eq!((count.pages, count.refused.len()), (0, 0));
}

#[test]
fn json_within_json_without_end_does_no_harm() {
    let bo = Person::bo();
    let path = bo.home().join("deep.json");
    for text in [
        "[".repeat(1_000_000),
        format!("{{\"metadata\": {}", "[".repeat(1_000_000)),
        format!(
            "{{\"metadata\": {{}}, \"entries\": [{}",
            "{\"a\":".repeat(1_000_000)
        ),
        format!(
            "{{\"entries\": [{{\"creationDate\": {}",
            "[".repeat(1_000_000)
        ),
    ] {
        fs::write(&path, &text).unwrap();
        let read = read(&path);
        assert!(matches!(
            read,
            Err(Error::NotADayOneExport | Error::ImportTorn)
        ));
    }
}

#[test]
fn nothing_outside_the_export_can_be_named_by_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let fixture = own_fixture();
    let photos = fs::read_dir(fixture.with_file_name("photos")).unwrap();
    let photo = photos.map(|file| file.unwrap().path()).next().unwrap();
    let outside = bo.home().join("secret.png");
    fs::copy(photo, &outside).unwrap();
    let absolute = bo.home().join("secret").to_string_lossy().into_owned();
    let page = with_photos(
        foreign(1, "2026-01-01T12:00:00Z", "Asia/Tokyo", "here"),
        &[("A", "../../secret"), ("B", &absolute), ("C", "secret")],
    );
    let count = bring(&bo, &mut journal, &exported(&bo, &[page]));
    assert_eq!((count.pictures, count.pictures_missing), (0, 3));
}

#[test]
fn a_page_cannot_show_the_picture_of_another() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    bring(&aki, &mut journal, &own_fixture());
    let body = &pages(&journal)[3].writing.body;
    let marker = body
        .lines()
        .find(|line| line.starts_with("![](picture:"))
        .unwrap();
    let export = [foreign(1, "2026-04-01T12:00:00Z", "Asia/Tokyo", marker)];
    bring(&aki, &mut journal, &exported(&aki, &export));
    let page = pages(&journal).pop().unwrap();
    let picture = awai::blocks::Gone::Picture;
    assert_eq!(page.blocks, [awai::blocks::Block::Gone { what: picture }]);
}

#[test]
fn an_error_says_nothing_of_the_export() {
    let bo = Person::bo();
    let path = bo.home().join("séparation d’avec Noa.json");
    fs::write(
        &path,
        "{\"metadata\": {}, \"entries\": [{\"creationDate\": \"canary\", ",
    )
    .unwrap();
    let error = read(&path).err().unwrap();
    for text in [format!("{error}"), format!("{error:?}")] {
        assert!(!text.contains("Noa") && !text.contains("canary"), "{text}");
    }
    let mut journal = bo.begin();
    let mut page = foreign(1, "canary", "Asia/Tokyo", "canary");
    page["uuid"] = json!("canary words");
    let page = with_photos(page, &[("canary", "canary")]);
    let count = bring(&bo, &mut journal, &exported(&bo, &[page]));
    assert_eq!(count.refused.len(), 1);
    assert!(!format!("{count:?}").contains("canary"));
}

#[test]
fn many_pages_of_one_second_come() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let export: Vec<_> = (0..300)
        .map(|number| {
            foreign(
                number,
                "2026-01-01T12:00:00Z",
                "Europe/Oslo",
                &number.to_string(),
            )
        })
        .collect();
    assert_eq!(bring(&bo, &mut journal, &exported(&bo, &export)).pages, 300);
    let expected: Vec<String> = (0..300).map(|number: u32| number.to_string()).collect();
    assert_eq!(bodies(&journal), expected);
}

#[test]
fn an_export_with_something_else_in_it_comes_or_is_refused() {
    let bo = Person::bo();
    let journal = RefCell::new(bo.begin());
    let whole = fs::read(own_fixture()).unwrap();
    let path = bo.home().join("changed.json");
    let other = proptest::collection::vec(any::<u8>(), 0..12);
    proptest!(ProptestConfig::with_cases(200), |(at in 0..whole.len(), other in other)| {
        let mut bytes = whole.clone();
        let end = (at + other.len()).min(bytes.len());
        bytes.splice(at..end, other);
        fs::write(&path, bytes).unwrap();
        if let Ok(import) = read(&path) {
            journal.borrow_mut().import(&import, bo.now()).unwrap();
        }
    });
    assert!(crate::is_whole(&journal.borrow()));
}

#[test]
fn any_words_come_and_only_backslashes_may_go() {
    let aki = Person::aki();
    let journal = RefCell::new(aki.begin());
    let number = Cell::new(0);
    let signs = "(?s)[a-zé漢字。\\\\!\\[\\](){}*_#>\\-\n 0-9.]{1,80}";
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !"\\# \n".contains(*c));
        kept.collect()
    };
    proptest!(ProptestConfig::with_cases(64), |(words in signs)| {
        number.set(number.get() + 1);
        // Each is the newest page of all.
        let written = aki.later(Duration::minutes(1)).to_rfc3339();
        let export = [foreign(number.get(), &written, "Asia/Tokyo", &words)];
        let mut journal = journal.borrow_mut();
        bring(&aki, &mut journal, &exported(&aki, &export));
        let ask = PagesAsk { limit: 1, ..PagesAsk::default() };
        let line = journal.pages(&ask).unwrap().lines.remove(0);
        let page = journal.page(line.id, Cover::Closed).unwrap();
        let came = format!("{}{}", page.writing.title, page.writing.body);
        prop_assert_eq!(plain(&words), plain(&came));
    });
}

#[test]
fn a_zip_full_of_nothing_is_refused_before_it_fills_the_memory() {
    let bo = Person::bo();
    let pages: Vec<_> = (0..2)
        .map(|number| {
            foreign(
                number,
                "2026-01-01T12:00:00Z",
                "Asia/Tokyo",
                &" ".repeat(20 << 20),
            )
        })
        .collect();
    let path = zipped(
        &bo,
        &[("Journal.json", journal_of(&pages).to_string().as_bytes())],
    );
    assert!(fs::metadata(&path).unwrap().len() < 200_000);
    let mut journal = bo.begin();
    let count = bring(&bo, &mut journal, &path);
    assert_eq!((count.pages, count.refused.len()), (0, 2));
}

#[test]
fn a_zip_with_more_text_than_an_export_may_hold_is_refused_as_too_large() {
    /// So much of a text is read to see that it is no journal.
    const STEP: usize = 64 * 1024;
    const MOST: usize = 512 * 1024 * 1024;
    let bo = Person::bo();
    let page = foreign(1, "2026-01-01T12:00:00Z", "Asia/Tokyo", "a page");
    let one = zipped(&bo, &[("nothing.json", &[b'x'; STEP])]);
    let mut one = ZipArchive::new(fs::File::open(one).unwrap()).unwrap();
    let path = bo.home().join("full.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    zip.start_file("Journal.json", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(journal_of(&[page]).to_string().as_bytes())
        .unwrap();
    // Packed once, and put in so often.
    for number in 0..=MOST / STEP {
        let nothing = one.by_index_raw(0).unwrap();
        zip.raw_copy_file_rename(nothing, format!("beside/{number}.json"))
            .unwrap();
    }
    zip.finish().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 4_000_000);
    assert!(matches!(read(&path), Err(Error::ImportTooLarge)));
}

#[test]
fn what_is_not_used_of_a_page_is_not_held_however_much_it_is() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let zeros = format!("[{}0]", "0,".repeat(1 << 20));
    let rich = json!(format!(
        "{{\"x\": {zeros}, \"contents\": [{{\"text\": \"in the copy\"}}]}}"
    ));
    let created = "\"creationDate\": \"2026-01-01T12:00:00Z\"";
    let pages = [
        format!("{{{created}, \"x\": {zeros}, \"text\": \"behind what is not known\"}}"),
        format!("{{{created}, \"uuid\": {zeros}, \"text\": \"behind a name that is none\"}}"),
        format!("{{{created}, \"location\": {{\"x\": {zeros}}}, \"text\": \"somewhere\"}}"),
        format!("{{{created}, \"tags\": {zeros}, \"text\": \"without a tag\"}}"),
        format!("{{{created}, \"richText\": {rich}}}"),
    ];
    let path = bo.home().join("Journal.json");
    fs::write(&path, format!("{{\"entries\": [{}]}}", pages.join(", "))).unwrap();
    let count = bring(&bo, &mut journal, &path);
    assert_eq!(
        (count.pages, count.keywords, count.refused.len()),
        (5, 0, 0)
    );
    let mut came = bodies(&journal);
    came.sort();
    assert_eq!(
        came,
        [
            "behind a name that is none",
            "behind what is not known",
            "in the copy",
            "somewhere",
            "without a tag",
        ]
    );
    // As many photos are more than there may be files.
    let photos = format!("{{{created}, \"photos\": {zeros}, \"text\": \"\"}}");
    fs::write(&path, format!("{{\"entries\": [{photos}]}}")).unwrap();
    assert!(matches!(read(&path), Err(Error::ImportTooLarge)));
}

#[test]
fn a_page_with_very_many_tags_is_read_soon_and_has_each_once() {
    let bo = Person::bo();
    let journal = bo.begin();
    let mut page = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "by the river");
    let tags = (0..200_000).map(|number| format!("tag {}", number % 100_000));
    page["tags"] = tags.collect();
    let path = exported(&bo, &[page]);
    let began = Instant::now();
    let count = journal.count_import(&read(&path).unwrap()).unwrap();
    let took = began.elapsed();
    assert!(took < Took::from_secs(20), "{took:?}");
    assert_eq!((count.pages, count.keywords), (1, 100_000));
}

#[test]
fn json_of_every_kind_is_refused_without_falling() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/of-others/json-test-suite/test_parsing");
    let mut looked_at = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        looked_at += 1;
        match read(&path) {
            Err(Error::NotADayOneExport | Error::ImportTorn) => {}
            Err(other) => panic!("{path:?}: {other}"),
            Ok(_) => panic!("{path:?} was taken for an export"),
        }
    }
    assert_eq!(looked_at, 318);
}
