//! What comes over, and that it comes once, whole, or not at all.

use std::fs;

use awai::{Error, SearchAsk, TroubleKind, Vault};
use awai_tests::Person;
use chrono::Duration;
use serde_json::json;

use crate::{
    bodies, bring, exported, foreign, journal_of, own_fixture, pages, read, refused, zipped,
};

#[test]
fn words_titles_tags_and_pictures_come_and_what_stays_behind_is_said_in_its_place() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let count = bring(&aki, &mut journal, &own_fixture());
    assert_eq!((count.pages, count.already_here), (4, 0));
    assert_eq!((count.pictures, count.pictures_missing), (1, 1));
    assert_eq!(
        (count.sounds_left, count.films_left, count.files_left),
        (1, 1, 1)
    );
    assert_eq!(count.keywords, 5);
    assert_eq!(refused(&count), []);
    let found = pages(&journal);
    let told: Vec<_> = found
        .iter()
        .map(|page| {
            (
                page.day.to_string(),
                page.writing.title.as_str(),
                page.keywords.join(" "),
            )
        })
        .collect();
    let told: Vec<_> = told
        .iter()
        .map(|(day, title, words)| (day.as_str(), *title, words.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("2026-01-02", "Chai with Meera", "steps"),
            ("2026-01-14", "", "fleuve marché"),
            ("2026-02-02", "", ""),
            ("2026-03-09", "駅のベンチ!", "駅 朝"),
        ]
    );
    assert_eq!(
        found[0].writing.body,
        "We sat on the steps (both of us quiet) until the light went. Tomorrow-ish, she said."
    );
    assert_eq!(
        found[1].writing.body,
        "Au marché, la vendeuse m’a demandé des nouvelles de ma sœur. On a parlé longtemps : l’été, le fleuve, « pas tout de suite »."
    );
    assert_eq!(
        found[2].writing.body,
        "Avant.\n\n![](gone:picture)\n\n Après.\n\n![](gone:film)\n\n![](gone:sound)\n\n![](gone:file)"
    );
    let body = &found[3].writing.body;
    let (before, rest) = body.split_once("![](picture:").unwrap();
    assert_eq!(
        before,
        "同じ時間に降りる人と...会釈をした。「またあした」と言われた。\n\n"
    );
    let (id, after) = rest.split_once(')').unwrap();
    assert_eq!(after, "\n\nことばは少なくて、でも軽くなった。");
    let (kind, bytes) = journal.picture(id.parse().unwrap()).unwrap();
    assert_eq!(kind, "png");
    assert!(bytes.starts_with(b"\x89PNG"));
    assert!(crate::is_whole(&journal));
}

#[test]
fn what_came_over_is_found_by_its_words_and_by_its_tags() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    bring(&claire, &mut journal, &own_fixture());
    for words in ["軽くなった", "sœur", "quiet", "marché", "朝"] {
        let ask = SearchAsk {
            words: words.into(),
            limit: 10,
            ..SearchAsk::default()
        };
        assert_eq!(journal.search(&ask).unwrap().hits.len(), 1, "{words}");
    }
}

#[test]
fn before_anything_comes_over_a_copy_of_the_journal_as_it_was_is_made() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "here before");
    let before = journal.digests().unwrap();
    let import = read(&own_fixture()).unwrap();
    // Counting makes none.
    journal.count_import(&import).unwrap();
    assert!(journal.backups().is_empty());
    assert_eq!(journal.import(&import, bo.now()).unwrap().pages, 4);
    assert_eq!(bodies(&journal).len(), 5);
    let [copy] = journal.backups().try_into().unwrap();
    assert_eq!(journal.last_backup().unwrap().at, bo.now());
    journal.close().unwrap();
    let vault = Vault::at(&copy.folder).unwrap();
    let then = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert_eq!(bodies(&then), ["here before"]);
    assert_eq!(then.digests().unwrap(), before);
    assert!(crate::is_whole(&then));
}

#[test]
fn nothing_comes_twice() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    bring(&aki, &mut journal, &own_fixture());
    let before = pages(&journal);
    let again = bring(&aki, &mut journal, &own_fixture());
    assert_eq!((again.pages, again.already_here), (0, 4));
    assert_eq!((again.pictures, again.keywords), (0, 0));
    assert_eq!((again.first_day, again.last_day), (None, None));
    assert_eq!(pages(&journal), before);
}

#[test]
fn a_page_without_a_name_comes_once_too() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut page = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "no name");
    page.as_object_mut().unwrap().remove("uuid");
    let path = exported(&bo, &[page]);
    assert_eq!(bring(&bo, &mut journal, &path).pages, 1);
    assert_eq!(bring(&bo, &mut journal, &path).already_here, 1);
}

#[test]
fn a_page_that_an_export_holds_twice_comes_as_it_was_changed_last() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let older = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "older and longer");
    let mut newer = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "newer");
    newer["modifiedDate"] = json!("2026-01-02T12:00:00Z");
    newer["uuid"] = json!("00000000-0000-0000-0000-000000000001");
    let count = bring(&bo, &mut journal, &exported(&bo, &[newer, older]));
    assert_eq!((count.pages, count.already_here), (1, 1));
    assert_eq!(bodies(&journal), ["newer"]);
}

#[test]
fn what_was_set_aside_or_erased_here_does_not_come_back_by_itself() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    bring(&aki, &mut journal, &own_fixture());
    for page in &pages(&journal)[..2] {
        journal.set_aside(page.id, aki.now()).unwrap();
    }
    let count = bring(&aki, &mut journal, &own_fixture());
    assert_eq!((count.pages, count.already_here, count.let_go), (0, 2, 2));
    // Thirty days go by with the journal in use: what lay aside is erased.
    for _ in 0..4 {
        journal.close().unwrap();
        aki.later(Duration::days(10));
        journal = aki.open();
    }
    assert_eq!(journal.aside().unwrap(), []);
    let count = bring(&aki, &mut journal, &own_fixture());
    assert_eq!((count.pages, count.already_here, count.let_go), (0, 2, 2));
    assert_eq!(pages(&journal).len(), 2);
}

#[test]
fn counting_writes_nothing() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "here before");
    let before = fs::read(bo.database()).unwrap();
    let import = read(&own_fixture()).unwrap();
    assert_eq!(journal.count_import(&import).unwrap().pages, 4);
    assert_eq!(fs::read(bo.database()).unwrap(), before);
}

#[test]
fn an_import_that_fails_in_the_middle_leaves_nothing() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.write(&mut journal, "here before");
    let folder = bo.home().join("export");
    let fixture = own_fixture();
    fs::create_dir_all(folder.join("photos")).unwrap();
    fs::copy(&fixture, folder.join("Journal.json")).unwrap();
    let photos = fs::read_dir(fixture.with_file_name("photos")).unwrap();
    let photo = photos.map(|file| file.unwrap().path()).next().unwrap();
    let copy = folder.join("photos").join(photo.file_name().unwrap());
    fs::copy(&photo, &copy).unwrap();
    let import = read(&folder.join("Journal.json")).unwrap();
    // The page with the picture is the newest, so three pages are on their way when it is missed.
    fs::remove_file(&copy).unwrap();
    assert!(matches!(
        journal.import(&import, bo.now()),
        Err(Error::ImportGone)
    ));
    assert_eq!(bodies(&journal), ["here before"]);
    assert!(crate::is_whole(&journal));
    journal.close().unwrap();
    let mut journal = bo.open();
    assert_eq!(bodies(&journal), ["here before"]);
    fs::copy(&photo, &copy).unwrap();
    assert_eq!(journal.import(&import, bo.now()).unwrap().pages, 4);
}

#[test]
fn a_journal_that_may_only_be_read_takes_nothing_in() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    aki.write(&mut journal, "一");
    let earlier = fs::read(aki.database()).unwrap();
    aki.write(&mut journal, "二");
    journal.close().unwrap();
    fs::write(aki.database(), earlier).unwrap();
    let mut journal = aki.open();
    assert!(journal.opened().older);
    let import = read(&own_fixture()).unwrap();
    assert_eq!(journal.count_import(&import).unwrap().pages, 4);
    assert!(matches!(
        journal.import(&import, aki.now()),
        Err(Error::OlderThanSeen)
    ));
}

#[test]
fn the_journals_of_one_zip_come_together() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let one = journal_of(&[foreign(1, "2026-01-01T12:00:00Z", "Europe/Paris", "un")]).to_string();
    let two = journal_of(&[foreign(2, "2026-01-02T12:00:00Z", "Europe/Paris", "deux")]).to_string();
    let path = zipped(
        &claire,
        &[
            ("Export/Deux.json", two.as_bytes()),
            ("Export/Un.json", one.as_bytes()),
            ("Export/photos/list.json", b"[]"),
            ("__MACOSX/Export/._Un.json", b"\0\x05\x16\x07"),
        ],
    );
    let count = bring(&claire, &mut journal, &path);
    assert_eq!((count.pages, refused(&count)), (2, vec![]));
    assert_eq!(bodies(&journal), ["un", "deux"]);
}

#[test]
fn a_folder_that_was_unpacked_comes_like_its_zip() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let folder = own_fixture();
    let count = bring(&bo, &mut journal, folder.parent().unwrap());
    assert_eq!((count.pages, count.pictures), (4, 1));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_comes() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut wrong_text = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "");
    wrong_text["text"] = json!({"invalid": "type"});
    let mut undated = foreign(2, "some day", "Europe/Oslo", "words");
    undated["tags"] = json!("not a list");
    let large = foreign(
        3,
        "2026-01-03T12:00:00Z",
        "Europe/Oslo",
        &"ん".repeat(6_000_000),
    );
    let empty = foreign(4, "2026-01-04T12:00:00Z", "Europe/Oslo", "");
    let fine = foreign(5, "2026-01-05T12:00:00Z", "Europe/Oslo", "fine");
    let far = foreign(
        6,
        "9999-12-31T23:59:59Z",
        "Asia/Tokyo",
        "after the last year there is",
    );
    let export = [wrong_text, undated, json!(7), large, empty, fine, far];
    let count = bring(&bo, &mut journal, &exported(&bo, &export));
    assert_eq!(
        refused(&count),
        [
            ("2026-01-01", TroubleKind::ImportPageUnreadable),
            ("#2", TroubleKind::ImportPageUnreadable),
            ("#3", TroubleKind::ImportPageUnreadable),
            ("#7", TroubleKind::ImportPageUnreadable),
            ("2026-01-03", TroubleKind::ImportPageTooLarge),
            ("2026-01-04", TroubleKind::ImportPageEmpty),
        ]
    );
    assert_eq!(count.pages, 1);
    assert_eq!(count.first_day, count.last_day);
    assert_eq!(bodies(&journal), ["fine"]);
}

#[test]
fn the_words_come_as_they_are() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    // Decomposed and composed, half width, joined emoji, control signs, other line ends, white space.
    let words = "か\u{3099}が ｶﾞ ＩＰＳ e\u{301}é 👩‍👩‍👧 \u{202E}rtl\u{202C}\r\n\t two  spaces \u{200B}\0\n\n\n end ";
    let export = [foreign(1, "2026-01-01T12:00:00Z", "Asia/Tokyo", words)];
    bring(&aki, &mut journal, &exported(&aki, &export));
    assert_eq!(bodies(&journal), [words]);
}

#[test]
fn words_that_stand_only_in_the_rich_copy_come_too() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut page = foreign(1, "2026-01-01T12:00:00Z", "Europe/Oslo", "");
    page.as_object_mut().unwrap().remove("text");
    page["richText"] = json!(
        json!({"contents": [{"text": "Half "}, {"embeddedObjects": []}, {"text": "a day"}]})
            .to_string()
    );
    bring(&bo, &mut journal, &exported(&bo, &[page]));
    assert_eq!(bodies(&journal), ["Half a day"]);
}
