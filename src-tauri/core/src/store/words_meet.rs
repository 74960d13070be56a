//! Checks that the two halves of a search meet in a real index: the terms a page is filed under, and the
//! expression that looks for its words.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rusqlite::Connection;

use crate::words::{self, Needle, ShortWords, Text};

/// An index as a journal has it.
struct Index(Connection);

impl Index {
    fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Index {
        let index = Index(Connection::open_in_memory().unwrap());
        let schema = include_str!("schema/0001_the_book_opens.sql");
        let term = schema.split_once("CREATE VIRTUAL TABLE term").unwrap().1;
        index
            .0
            .execute_batch(&format!("CREATE VIRTUAL TABLE term{term}"))
            .unwrap();
        for (row, text) in (0..).zip(texts) {
            index.file(row, text);
        }
        index
    }

    fn file<'t>(&self, row: u32, text: impl Into<Text<'t>>) {
        self.0
            .prepare_cached("INSERT INTO term (rowid, title, body) VALUES (?1, '', ?2)")
            .unwrap()
            .execute((row, words::index_terms(text)))
            .unwrap();
    }

    /// The rows that hold what was typed, or nothing when it holds nothing to look for.
    fn find(&self, typed: &str) -> Option<BTreeSet<u32>> {
        let expression = Needle::parse(typed).fts_match(ShortWords::Begin)?;
        let mut statement = self
            .0
            .prepare_cached("SELECT rowid FROM term WHERE term MATCH ?1")
            .unwrap();
        let rows = statement
            .query_map([&expression], |row| row.get(0))
            .unwrap();
        Some(rows.map(Result::unwrap).collect())
    }
}

const JAPANESE: &str = include_str!("../../../../tests/fixtures/words/ja.txt");
const FRENCH: &str = include_str!("../../../../tests/fixtures/words/fr.txt");
const ENGLISH: &str = include_str!("../../../../tests/fixtures/words/en.txt");

/// Every run of `lengths` letters of a text that holds no white space or punctuation.
fn parts(text: &str, lengths: std::ops::RangeInclusive<usize>) -> BTreeSet<&str> {
    let places: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut parts = BTreeSet::new();
    for length in lengths {
        for ends in places.windows(length + 1) {
            let part = text.get(ends[0]..ends[length]).unwrap();
            if part.chars().all(char::is_alphanumeric) {
                parts.insert(part);
            }
        }
    }
    parts
}

#[test]
fn a_search_in_japanese_finds_exactly_what_a_reader_would() {
    let pages: Vec<&str> = JAPANESE.lines().filter(|line| !line.is_empty()).collect();
    let index = Index::of(pages.iter().copied());
    let folded_pages: Vec<String> = pages.iter().copied().map(words::folded).collect();
    let queries = parts(JAPANESE, 1..=7);
    assert!(queries.len() > 2000, "{}", queries.len());
    for query in queries {
        let folded = words::folded(query);
        let truth = (0u32..)
            .zip(&folded_pages)
            .filter(|(_, page)| page.contains(&folded))
            .map(|(row, _)| row)
            .collect();
        assert_eq!(index.find(query), Some(truth), "{query}");
    }
}

#[test]
fn kana_and_width_do_not_matter() {
    let index = Index::of([
        "駅のベンチで、きのう",
        "ｴｷﾉﾍﾞﾝﾁ",
        "べんりなもの",
        "えきの べんち",
    ]);
    for typed in ["ベンチ", "べんち", "ﾍﾞﾝﾁ", "ﾍﾞンち"] {
        assert_eq!(index.find(typed), Some([0, 1, 3].into()), "{typed}");
    }
    assert_eq!(index.find("え"), Some([1, 3].into()));
    assert_eq!(index.find("べ"), Some([0, 1, 2, 3].into()));
    assert_eq!(index.find("へ"), Some([].into()));
}

#[test]
fn words_are_found_by_their_beginning_in_any_dress() {
    for text in [FRENCH, ENGLISH] {
        let pages: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let index = Index::of(pages.iter().copied());
        let words = |text: &str| -> Vec<String> {
            let folded = words::folded(text);
            let words = folded
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty());
            words.map(str::to_owned).collect()
        };
        for word in words(text) {
            for end in (3..=word.len()).filter(|end| word.is_char_boundary(*end)) {
                let typed = word.get(..end).unwrap();
                let truth = (0u32..)
                    .zip(&pages)
                    .filter(|(_, page)| words(page).iter().any(|word| word.starts_with(typed)))
                    .map(|(row, _)| row)
                    .collect();
                assert_eq!(index.find(typed), Some(truth), "{typed}");
            }
        }
    }
    let index = Index::of([
        "Mon cœur s’ouvre",
        "L’été, l'amour",
        "COEUR e\u{301}te\u{301}",
        "Straße",
    ]);
    assert_eq!(index.find("coeur"), Some([0, 2].into()));
    assert_eq!(index.find("cœur"), Some([0, 2].into()));
    assert_eq!(index.find("ete"), Some([1, 2].into()));
    assert_eq!(index.find("amour"), Some([1].into()));
    assert_eq!(index.find("l’amour"), Some([1].into()));
    assert_eq!(index.find("strasse"), Some([3].into()));
}

#[test]
fn a_phrase_is_found_where_its_words_follow_each_other() {
    let index = Index::of([
        "the old bench by the sea",
        "the bench is old",
        "the old benches",
    ]);
    assert_eq!(index.find("old bench"), Some([0, 1, 2].into()));
    assert_eq!(index.find("\"old bench\""), Some([0].into()));
    assert_eq!(index.find("\"old bench"), Some([0, 2].into()));
}

#[test]
fn a_reading_is_found_beside_what_it_stands_over() {
    let index = Index::of([]);
    index.file(
        1,
        Text::with_readings(
            "東京駅へ",
            &[(0..6, "とうきょう".to_owned()), (6..9, "えき".to_owned())],
        ),
    );
    for typed in ["東京", "京駅", "駅へ", "とうきょう", "きょうえき", "エキヘ"] {
        assert_eq!(index.find(typed), Some([1].into()), "{typed}");
    }
    assert_eq!(index.find("へとう"), Some([].into()));
}

#[test]
fn emoji_are_found_with_and_without_their_dress() {
    let index = Index::of(["あ👍🏽い", "👩\u{200d}👧", "❤\u{fe0f}", "🇯🇵"]);
    assert_eq!(index.find("👍"), Some([0].into()));
    assert_eq!(index.find("👧"), Some([1].into()));
    assert_eq!(index.find("👩\u{200d}👧"), Some([1].into()));
    assert_eq!(index.find("❤"), Some([2].into()));
    assert_eq!(index.find("🇯🇵"), Some([3].into()));
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,80}",
        any::<String>(),
        "[ a-cA-C0-2é'’\u{301}、。「」\"“”アあいｶﾞ\u{3099}駅東京々ー😀👩\u{200d}\u{fe0f}🏽œßกา\u{e31}한\u{1161}\u{11a8}①㍿½…\u{3000}\n]{0,120}",
    ]
}

#[test]
fn odd_letters_are_marked_where_they_are_found() {
    for (text, typed) in [
        ("⒜", "⒜"),
        ("0ᆨé々", "é"),
        ("か\u{3099}か", "か"),
        ("㍿a", "会社"),
    ] {
        assert_eq!(Index::of([text]).find(typed), Some([0].into()), "{text}");
        let pieces = Needle::parse(typed).marks_whole(text);
        // A part of a letter written as one sign is found, and not marked.
        assert_eq!(
            pieces.iter().any(|piece| piece.mark),
            text != "㍿a",
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_of_a_text_finds_the_text_and_is_marked_in_it(text in any_text()) {
        let index = Index::of([text.as_str()]);
        for typed in text.split_whitespace() {
            if let Some(found) = index.find(typed) {
                prop_assert!(found.contains(&0), "{typed:?}");
                let pieces = Needle::parse(typed).marks_whole(&text);
                prop_assert!(pieces.iter().any(|piece| piece.mark), "{typed:?}");
            }
        }
        if let Some(found) = index.find(&format!("「{}」", text.replace(['「', '」'], " "))) {
            prop_assert!(found.contains(&0));
        }
    }

    #[test]
    fn what_is_marked_and_what_is_found_are_the_same(text in any_text(), typed in "[a-cé駅東京あア😀'。 ]{1,6}") {
        let index = Index::of([text.as_str()]);
        let needle = Needle::parse(&typed);
        if let Some(found) = index.find(&typed) && found.contains(&0) {
            prop_assert!(needle.marks_whole(&text).iter().any(|piece| piece.mark));
        }
    }
}

proptest! {
    #[test]
    fn a_look_through_a_text_says_what_the_index_says(
        texts in proptest::collection::vec("[ a-cé'’\u{301}、。「」あいアカが\u{3099}ｶﾞ駅東京😀👩\u{200d}\u{fe0f}🏽🇯🇵œß①㍿20\n]{0,60}", 1..6),
        typed in "[ abcé'あいアが駅東京😀œß\"20]{1,8}",
    ) {
        let index = Index::of(texts.iter().map(String::as_str));
        let needle = Needle::parse(&typed);
        if let Some(found) = index.find(&typed) {
            let looked: BTreeSet<u32> = (0..)
                .zip(&texts)
                .filter(|(_, text)| needle.is_in([Text::from(*text)]))
                .map(|(row, _)| row)
                .collect();
            prop_assert_eq!(looked, found, "{}", typed);
        }
    }
}
