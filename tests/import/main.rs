//! Pages that come over from Day One.

mod days;
mod hostile;
#[path = "../photo.rs"]
mod photo;
mod pictures;
mod shared;
mod whole;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use awai::{
    Cover, Error, Import, ImportCount, ImportFormat, Journal, Page, PagesAsk, Result, TroubleKind,
};
use awai_tests::Person;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What the project carries itself: four pages, one of them with a picture.
fn own_fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/day-one/Journal.json")
}

fn read(path: &Path) -> Result<Import> {
    Import::read(ImportFormat::DayOne, path)
}

/// A page of an export: the `number` of its name, when it was written, by which clock, its words.
fn foreign(number: u32, created: &str, zone: &str, text: &str) -> Value {
    json!({
        "uuid": format!("{number:032X}"), "creationDate": created, "modifiedDate": created, "timeZone": zone,
        "text": text, "starred": false, "creationDevice": "desk", "duration": 0,
    })
}

/// The same with photos: identifier and digest of each.
fn with_photos(mut page: Value, photos: &[(&str, &str)]) -> Value {
    let photos = photos.iter().enumerate();
    page["photos"] = photos
        .map(|(order, (id, md5))| {
            json!({"identifier": id, "md5": md5, "type": "jpeg", "orderInEntry": order})
        })
        .collect();
    page
}

fn journal_of(pages: &[Value]) -> Value {
    json!({"metadata": {"version": "1.0"}, "entries": pages})
}

/// Writes an export into a folder of its own in the home of somebody.
fn exported(person: &Person, pages: &[Value]) -> PathBuf {
    let folder = person.home().join("export");
    fs::create_dir_all(folder.join("photos")).unwrap();
    let path = folder.join("Journal.json");
    fs::write(&path, journal_of(pages).to_string()).unwrap();
    path
}

/// Writes a ZIP in the home of somebody.
fn zipped(person: &Person, files: &[(&str, &[u8])]) -> PathBuf {
    let path = person.home().join("export.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

/// Brings an export over, having counted first.
fn bring(person: &Person, journal: &mut Journal, path: &Path) -> ImportCount {
    let import = read(path).unwrap();
    let counted = journal.count_import(&import).unwrap();
    let brought = journal.import(&import, person.now()).unwrap();
    assert_eq!(counted, brought, "what was counted is what comes");
    brought
}

/// Every page, oldest first.
fn pages(journal: &Journal) -> Vec<Page> {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    let mut pages: Vec<Page> = lines
        .iter()
        .map(|line| journal.page(line.id, Cover::Closed).unwrap())
        .collect();
    pages.reverse();
    pages
}

fn bodies(journal: &Journal) -> Vec<String> {
    let pages = pages(journal).into_iter();
    pages.map(|page| page.writing.body).collect()
}

/// What was refused: name and kind.
fn refused(count: &ImportCount) -> Vec<(&str, TroubleKind)> {
    let refused = count.refused.iter();
    refused
        .map(|refusal| (refusal.name.as_str(), refusal.kind))
        .collect()
}

fn is_whole(journal: &Journal) -> bool {
    let report = journal.check().unwrap();
    report.pages_damaged.is_empty() && format!("{:?}", report.chain) == "Whole"
}

#[test]
fn a_format_is_called_by_its_word() {
    assert_eq!(
        "day-one".parse::<ImportFormat>().unwrap(),
        ImportFormat::DayOne
    );
    assert_eq!(ImportFormat::DayOne.word(), "day-one");
    assert!(matches!(
        "day one".parse::<ImportFormat>(),
        Err(Error::BadRequest)
    ));
}
