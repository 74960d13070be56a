//! Words that are typed or pasted: twelve or eight words, a page's marks, what is looked for.

use awai::words::{Needle, ShortWords};
use awai::{PictureId, SearchAsk, SpokenWords, Tongue, TwelveWords, blocks};
use awai_tests::{Person, strings};

use crate::{told, try_reader};

#[test]
fn words_that_open_something_are_read_or_refused() {
    let mut seeds: Vec<Vec<u8>> = Vec::new();
    for tongue in Tongue::ALL {
        let twelve = TwelveWords::draw(tongue).unwrap().shown().join(" ");
        seeds.extend([
            twelve.into_bytes(),
            SpokenWords::draw(tongue).shown().join("、").into_bytes(),
        ]);
    }
    try_reader("typed-words", seeds, 1500, |typed| {
        let typed = String::from_utf8_lossy(typed);
        for place in TwelveWords::unknown(&typed)
            .into_iter()
            .chain(SpokenWords::unknown(&typed))
        {
            assert!(place <= typed.len());
        }
        let spoken = told(SpokenWords::read(&typed), |_| "eight".to_owned());
        told(TwelveWords::read(&typed), |words| {
            let again = TwelveWords::read(&words.shown().join("-")).unwrap();
            assert_eq!(again.shown(), words.shown());
            "twelve".to_owned()
        }) + &spoken
    });
}

#[test]
fn any_text_is_a_page_and_can_be_looked_for() {
    let bo = Person::bo().in_memory();
    let mut journal = bo.begin();
    bo.write(&mut journal, "駅のベンチで。 A bench by the station.");
    let seeds = strings::strange().into_iter().map(String::into_bytes);
    try_reader("text", seeds.collect(), 1500, |text| {
        let text = String::from_utf8_lossy(text);
        let told = serde_json::to_string(&blocks::parse(&text, |_: PictureId| Some((1, 1))));
        assert!(told.is_ok());
        let opening = blocks::opening(&text, 80);
        assert!(opening.len() <= text.len() + 80);
        for short in [ShortWords::Begin, ShortWords::Whole] {
            let _ = Needle::parse(&text).fts_match(short);
        }
        let ask = SearchAsk {
            words: text.chars().take(400).collect(),
            limit: 5,
            ..SearchAsk::default()
        };
        told_hits(journal.search(&ask))
    });
    assert!(journal.check().unwrap().is_whole());
}

fn told_hits(hits: awai::Result<awai::Hits>) -> crate::Answer {
    told(hits, |hits| format!("{} found", hits.hits.len()))
}
