//! Words that are typed or pasted: twelve or eight words, a page's marks, what is looked for.

use awai::words::{Needle, ShortWords};
use awai::{Journal, PictureId, SearchAsk, SpokenWords, Tongue, TwelveWords, blocks};

use super::{Answer, Reader, told};
use crate::{Person, strings};

/// Words that open something.
pub(super) struct Typed;

impl Reader for Typed {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let of = |tongue| {
            let twelve = TwelveWords::draw(tongue).unwrap().shown().join(" ");
            let eight = SpokenWords::draw(tongue).shown().join("、");
            [twelve.into_bytes(), eight.into_bytes()]
        };
        Tongue::ALL.into_iter().flat_map(of).collect()
    }

    fn read(&mut self, typed: &[u8]) -> Answer {
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
    }

    fn hold(&mut self) -> usize {
        0
    }
}

/// Any text is a page, and can be looked for.
pub(super) struct Text {
    // Its folder goes with it.
    _bo: Person,
    journal: Journal,
}

impl Text {
    pub fn new() -> Text {
        let bo = Person::bo().in_memory();
        let mut journal = bo.begin();
        bo.write(&mut journal, "駅のベンチで。 A bench by the station.");
        Text { _bo: bo, journal }
    }
}

impl Reader for Text {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let strange = strings::strange().into_iter();
        strange.map(String::into_bytes).collect()
    }

    fn read(&mut self, text: &[u8]) -> Answer {
        let text = String::from_utf8_lossy(text);
        let blocks = serde_json::to_string(&blocks::parse(&text, |_: PictureId| Some((1, 1))));
        assert!(blocks.is_ok());
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
        told(self.journal.search(&ask), |hits| {
            format!("{} found", hits.hits.len())
        })
    }

    fn hold(&mut self) -> usize {
        assert!(self.journal.check().unwrap().is_whole());
        0
    }
}
