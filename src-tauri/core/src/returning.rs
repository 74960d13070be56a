//! Words I return to: one's own recurring words and phrases, only when asked. They are given back as they were
//! written, each with the pages it stands on; nothing is said about them, and no number is shown.
//!
//! Latin and other spaced scripts: words of three letters and more, and phrases of two to four words within a
//! sentence. Japanese, without a dictionary: runs of kanji or katakana as they stand, runs of hiragana without the
//! particles around them, and two runs joined by の or と. Small words come from stop lists in three languages
//! (`assets/stop-words`), which also hold the words of diagnosis: nobody's life is given back to them as one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::blocks;
use crate::error::Result;
use crate::id::ReflectionId;
use crate::journal::Journal;
use crate::place::Place;
use crate::words;

/// On how many pages something must stand to be returned to.
const FEWEST_PAGES: usize = 3;
/// How many words and phrases are given back.
const MOST_WORDS: usize = 40;
/// How many pages are read, the newest of the time that is asked for.
const MOST_PAGES: u32 = 5_000;
/// How many characters of one page are read.
const MOST_OF_A_PAGE: usize = 100_000;
/// How many words a phrase has.
const LONGEST_PHRASE: usize = 4;

static SMALL_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    [
        include_str!("../../../assets/stop-words/en.txt"),
        include_str!("../../../assets/stop-words/fr.txt"),
        include_str!("../../../assets/stop-words/ja.txt"),
    ]
    .into_iter()
    .flat_map(str::lines)
    .filter(|line| !line.starts_with('#'))
    .flat_map(str::split_whitespace)
    .map(words::folded)
    .collect()
});

/// Of which time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct ReturningAsk {
    /// The first local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// The last local day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub to: Option<NaiveDate>,
}

/// What was found in one reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReturnedTo {
    /// The words, those on the most pages first.
    pub words: Vec<Returning>,
    /// Whether older pages of that time were not read.
    pub more: bool,
}

/// A word or phrase one returns to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Returning {
    /// As it was written last.
    pub words: String,
    /// Where it stands, the newest page first.
    pub places: Vec<ReturningPlace>,
}

/// A page a word stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReturningPlace {
    /// The page.
    pub page: ReflectionId,
    /// Its local day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: NaiveDate,
}

impl Journal {
    /// The words one returns to, of the newest 5,000 pages of that time.
    pub fn words_i_return_to(&self, ask: &ReturningAsk) -> Result<ReturnedTo> {
        let above = ask
            .from
            .map_or(Place::FIRST, |day| Place::of_day(day).before());
        let below = ask
            .to
            .and_then(|day| day.succ_opt())
            .map_or(Place::LAST, Place::of_day);
        let mut found: BTreeMap<String, Returning> = BTreeMap::new();
        let more = self.rows().walk_words(above, below, MOST_PAGES, |page| {
            let place = ReturningPlace {
                page: page.id,
                day: page.day,
            };
            let body = blocks::plain(&page.body);
            let mut terms = BTreeMap::new();
            for text in [page.title.as_str(), body.text.as_str()] {
                let text: String = text.chars().take(MOST_OF_A_PAGE).collect();
                gather(&text, &mut terms);
            }
            for (key, words) in terms {
                let returning = found.entry(key).or_insert_with(|| Returning {
                    words,
                    places: Vec::new(),
                });
                returning.places.push(place);
            }
        })?;
        found.retain(|_, one| one.places.len() >= FEWEST_PAGES);
        let words = the_most(found);
        Ok(ReturnedTo { words, more })
    }
}

/// Those on the most pages; a word that only ever stands inside a longer phrase leaves its place to the phrase.
fn the_most(found: BTreeMap<String, Returning>) -> Vec<Returning> {
    let mut all: Vec<(String, Returning)> = found.into_iter().collect();
    all.sort_by(|(a_key, a), (b_key, b)| {
        let most = b.places.len().cmp(&a.places.len());
        let longest = b_key.chars().count().cmp(&a_key.chars().count());
        most.then(longest).then(a_key.cmp(b_key))
    });
    let mut kept: Vec<(String, Returning)> = Vec::new();
    for (key, one) in all {
        let inside = kept
            .iter()
            .any(|(longer, other)| other.places == one.places && longer.contains(&key));
        if !inside {
            kept.push((key, one));
        }
        if kept.len() == MOST_WORDS {
            break;
        }
    }
    kept.into_iter().map(|(_, one)| one).collect()
}

/// Gathers the terms of a text: folded for comparing, with the words as they stand.
fn gather(text: &str, terms: &mut BTreeMap<String, String>) {
    for sentence in text.split(ends_a_sentence) {
        gather_spaced(sentence, terms);
        gather_japanese(sentence, terms);
    }
}

fn ends_a_sentence(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | ';'
            | ':'
            | ','
            | '\n'
            | '('
            | ')'
            | '"'
            | '«'
            | '»'
            | '“'
            | '”'
            | '…'
            | '。'
            | '、'
            | '！'
            | '？'
            | '「'
            | '」'
            | '『'
            | '』'
            | '・'
            | '\u{2028}'
            | '\u{2029}'
    )
}

fn gather_spaced(sentence: &str, terms: &mut BTreeMap<String, String>) {
    let words: Vec<(&str, String)> = sentence
        .unicode_words()
        .flat_map(without_elision)
        .map(|word| (word, words::folded(word)))
        .collect();
    for (from, (first, key)) in words.iter().enumerate() {
        if !is_word(first, key) {
            continue;
        }
        terms.insert(key.clone(), (*first).to_owned());
        let (mut phrase, mut shown) = (key.clone(), (*first).to_owned());
        let rest = words.iter().skip(from + 1).take(LONGEST_PHRASE - 1);
        for (word, key) in rest {
            if word.chars().any(is_japanese) {
                break;
            }
            phrase = format!("{phrase} {key}");
            shown = format!("{shown} {word}");
            if is_word(word, key) {
                terms.insert(phrase.clone(), shown.clone());
            }
        }
    }
}

/// « l’amour » is « amour » for counting.
fn without_elision(word: &str) -> impl Iterator<Item = &str> {
    let bare = match word.split_once(['’', '\'']) {
        Some((before, after)) if before.chars().count() <= 2 || before == "qu" => after,
        _ => word,
    };
    std::iter::once(bare)
}

fn is_word(word: &str, key: &str) -> bool {
    word.chars().count() >= 3
        && word
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '’' || c == '\'')
        && !word.chars().any(is_japanese)
        && !SMALL_WORDS.contains(key)
}

/// What a run of Japanese is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kana {
    Kanji,
    Katakana,
    Hiragana,
}

fn kana_of(c: char) -> Option<Kana> {
    match c {
        '\u{3041}'..='\u{3096}' => Some(Kana::Hiragana),
        '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{ff66}'..='\u{ff9f}' => Some(Kana::Katakana),
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' => {
            Some(Kana::Kanji)
        }
        '々' | '〆' | '\u{20000}'..='\u{3ffff}' => Some(Kana::Kanji),
        _ => None,
    }
}

fn is_japanese(c: char) -> bool {
    kana_of(c).is_some()
}

fn gather_japanese(sentence: &str, terms: &mut BTreeMap<String, String>) {
    let runs = runs_of(sentence);
    for (nth, (kind, run)) in runs.iter().enumerate() {
        let bare = match kind {
            Some(Kana::Hiragana) => run.trim_matches(is_particle),
            Some(_) => run.as_str(),
            None => continue,
        };
        let length = bare.chars().count();
        let enough = match kind {
            Some(Kana::Kanji) => length >= 1,
            Some(Kana::Katakana) => length >= 2,
            _ => length >= 3,
        };
        let key = words::folded(bare);
        if !enough || SMALL_WORDS.contains(&key) {
            continue;
        }
        terms.insert(key, bare.to_owned());
        let joined = runs.get(nth + 1).zip(runs.get(nth + 2));
        if let Some(((_, joint), (Some(Kana::Kanji | Kana::Katakana), next))) = joined
            && *kind != Some(Kana::Hiragana)
            && (joint == "の" || joint == "と")
            && !SMALL_WORDS.contains(&words::folded(next))
        {
            let phrase = format!("{bare}{joint}{next}");
            terms.insert(words::folded(&phrase), phrase);
        }
    }
}

/// A sentence cut where the kind of writing changes.
fn runs_of(sentence: &str) -> Vec<(Option<Kana>, String)> {
    let mut runs: Vec<(Option<Kana>, String)> = Vec::new();
    for c in sentence.chars() {
        let kind = kana_of(c);
        match runs.last_mut() {
            // A long vowel belongs to whatever it lengthens.
            Some((_, run)) if c == 'ー' => run.push(c),
            Some((last, run)) if *last == kind => run.push(c),
            _ => runs.push((kind, c.to_string())),
        }
    }
    runs
}

fn is_particle(c: char) -> bool {
    matches!(
        c,
        'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'も' | 'の' | 'へ' | 'や' | 'ね' | 'よ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let mut terms = BTreeMap::new();
        gather(text, &mut terms);
        terms.into_values().collect()
    }

    #[test]
    fn japanese_gives_its_words_without_a_dictionary() {
        let found = terms("母の声が、駅のベンチで聞こえた。とてもさびしかった");
        for word in ["母", "声", "母の声", "駅", "ベンチ", "駅のベンチ"] {
            assert!(found.contains(&word.to_owned()), "{word} of {found:?}");
        }
        assert!(!found.iter().any(|word| word == "が" || word == "で"));
    }

    #[test]
    fn latin_gives_words_and_phrases_without_small_words_at_their_ends() {
        let found = terms("L’odeur du fleuve, the end of the day.");
        for word in ["odeur", "fleuve", "odeur du fleuve", "end of the day"] {
            assert!(found.contains(&word.to_owned()), "{word} of {found:?}");
        }
        assert!(
            !found
                .iter()
                .any(|word| word == "du" || word == "of the day")
        );
    }
}
