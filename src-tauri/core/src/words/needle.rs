//! What is looked for: words that must all be there, in any order, and phrases, whose terms follow each other.

use super::scripts::{Class, class_of};
use super::terms::{Kind, Terms};

/// The most words and phrases of one search; what is typed behind them is left aside.
const MOST_PARTS: usize = 32;

/// The most terms of one word or phrase; a longer one is found by its beginning.
const MOST_TERMS: usize = 64;

/// White space joins words that must all be there; these hold a phrase together.
const QUOTATION_MARKS: [(char, char); 8] = [
    ('"', '"'),
    ('＂', '＂'),
    ('“', '”'),
    ('„', '“'),
    ('「', '」'),
    ('『', '』'),
    ('«', '»'),
    ('〝', '〟'),
];

/// Whether a word of two letters is looked for as the beginning of longer ones. A word of three always is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortWords {
    /// Yes: the first pages found are enough.
    Begin,
    /// No: every page that holds one would be weighed.
    Whole,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    pub(super) parts: Vec<Part>,
}

/// A word or a phrase: terms that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub terms: Vec<String>,
    pub ending: Ending,
}

/// How the last term of a part is to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// As it is.
    Whole,
    /// One letter of a script without spaces: by itself, or as the first of a pair.
    Lone,
    /// A word that may not be typed to its end, of so many letters.
    Open(usize),
}

/// Whether the end of a part was closed with a quotation mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    Closed,
    Open,
}

impl Needle {
    /// Parses what was typed.
    pub fn parse(typed: &str) -> Needle {
        let mut needle = Needle { parts: Vec::new() };
        let mut word = String::new();
        let mut characters = typed.chars();
        while let Some(character) = characters.next() {
            let quotation = QUOTATION_MARKS.iter().find(|(open, _)| *open == character);
            if let Some(&(_, close)) = quotation {
                needle.add(&std::mem::take(&mut word), Typed::Open);
                let rest = characters.as_str();
                match rest.split_once(close) {
                    Some((phrase, behind)) => {
                        needle.add(phrase, Typed::Closed);
                        characters = behind.chars();
                    }
                    None => {
                        needle.add(rest, Typed::Open);
                        return needle;
                    }
                }
            } else if character.is_whitespace() {
                needle.add(&std::mem::take(&mut word), Typed::Open);
            } else {
                word.push(character);
            }
        }
        needle.add(&word, Typed::Open);
        needle
    }

    fn add(&mut self, words: &str, typed: Typed) {
        let Some(part) = Part::of(words, typed) else {
            return;
        };
        if self.parts.len() < MOST_PARTS && !self.parts.contains(&part) {
            self.parts.push(part);
        }
    }

    /// Whether it holds the beginning of so many words that the index reads a good part of itself to find them.
    pub(crate) fn is_a_mere_beginning(&self) -> bool {
        let ending = |part: &Part| match part.ending {
            Ending::Whole => false,
            Ending::Lone => true,
            Ending::Open(letters) => (2..=3).contains(&letters),
        };
        self.parts.iter().any(ending)
    }

    /// The expression for the full-text index, or nothing when what was typed holds nothing to look for.
    /// It is built of terms only, which hold neither quotation marks nor anything else the index would obey.
    pub fn fts_match(&self, short: ShortWords) -> Option<String> {
        let parts = self.parts.iter().map(|part| part.fts_match(short));
        let expression = parts.collect::<Vec<_>>().join(" AND ");
        (!expression.is_empty()).then_some(expression)
    }
}

impl Part {
    fn of(words: &str, typed: Typed) -> Option<Part> {
        let mut found = Terms::of(words);
        let mut terms = Vec::new();
        let mut last = None;
        while let Some(term) = found.next() {
            // The last letter of a run is only there for those who look for it alone or read on behind it.
            last = Some(term.kind);
            if terms.len() == MOST_TERMS {
                last = None;
                break;
            }
            terms.push(term.text.to_owned());
        }
        let ending = match (last?, typed) {
            (Kind::Lone, _) => Ending::Lone,
            (Kind::Word, Typed::Open) => {
                Ending::Open(terms.last().map_or(0, |term| term.chars().count()))
            }
            (Kind::Last, _) => {
                terms.pop();
                Ending::Whole
            }
            _ => Ending::Whole,
        };
        (!terms.is_empty()).then_some(Part { terms, ending })
    }

    fn fts_match(&self, short: ShortWords) -> String {
        let begins = match self.ending {
            Ending::Whole => false,
            Ending::Lone => true,
            Ending::Open(letters) => letters >= 3 || (letters == 2 && short == ShortWords::Begin),
        };
        let star = if begins { " *" } else { "" };
        format!("\"{}\"{star}", self.terms.join(" "))
    }

    /// The letter its first term begins with.
    pub(super) fn first_letter(&self) -> char {
        let first = self.terms.first().and_then(|term| term.chars().next());
        first.unwrap_or('\0')
    }

    pub(super) fn begins_with_word(&self) -> bool {
        class_of(self.first_letter()) == Class::Word
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn asked(typed: &str) -> String {
        let expression = Needle::parse(typed).fts_match(ShortWords::Begin);
        expression.unwrap_or_default()
    }

    #[test]
    fn white_space_joins_words_that_must_all_be_there() {
        assert_eq!(asked("bench rain"), r#""bench" * AND "rain" *"#);
        assert_eq!(asked("駅　ベンチ"), r#""駅" * AND "べん んち""#);
        assert_eq!(asked("駅 駅"), r#""駅" *"#);
    }

    #[test]
    fn quotation_marks_hold_a_phrase_together() {
        let phrase = r#""the old bench""#;
        for typed in [
            "\"the old bench\"",
            "“The old bench”",
            "« the old bench »",
            "「the old bench」",
        ] {
            assert_eq!(asked(typed), phrase, "{typed}");
        }
        assert_eq!(asked("『駅。前』"), r#""駅 前" *"#);
        assert_eq!(asked("rain \"the old be"), r#""rain" * AND "the old be" *"#);
    }

    #[test]
    fn elision_and_hyphen_hold_together_too() {
        assert_eq!(asked("l’amour"), r#""l amour" *"#);
        assert_eq!(asked("l'amour"), asked("L’AMOUR"));
    }

    #[test]
    fn the_last_letter_of_a_run_is_kept_only_when_more_follows() {
        assert_eq!(asked("東京駅"), r#""東京 京駅""#);
        assert_eq!(asked("東京tower"), r#""東京 京 tower" *"#);
        assert_eq!(asked("2024年"), r#""2024 年" *"#);
    }

    #[test]
    fn a_short_word_begins_longer_ones_only_where_that_is_quick() {
        let ask = |typed, short| Needle::parse(typed).fts_match(short).unwrap();
        assert_eq!(ask("am", ShortWords::Begin), r#""am" *"#);
        assert_eq!(ask("am", ShortWords::Whole), r#""am""#);
        assert_eq!(ask("ami", ShortWords::Whole), r#""ami" *"#);
        assert_eq!(ask("a", ShortWords::Begin), r#""a""#);
        assert_eq!(ask("\"ami\"", ShortWords::Begin), r#""ami""#);
    }

    #[test]
    fn what_holds_no_letter_looks_for_nothing() {
        for typed in ["", "  ", "\"\"", "* - OR(", "」「", "\u{fe0f}"] {
            let parsed = Needle::parse(typed).fts_match(ShortWords::Begin);
            if typed.contains("OR") {
                assert_eq!(parsed.as_deref(), Some(r#""or" *"#));
            } else {
                assert_eq!(parsed, None, "{typed}");
            }
        }
    }

    #[test]
    fn a_whole_book_in_the_search_box_is_cut() {
        let book = "駅前の古いベンチ ".repeat(50_000) + &"a b c \"d e\" ".repeat(1000);
        assert!(asked(&book).len() < 4000);
        assert!(asked(&"あ".repeat(1_000_000)).len() < 4000);
    }

    proptest! {
        #[test]
        fn nothing_typed_reaches_the_index_as_a_command(typed in "\\PC*") {
            let expression = asked(&typed);
            let outside: String = expression.split('"').step_by(2).collect();
            prop_assert_eq!(outside.replace("AND", "").replace([' ', '*'], ""), "");
            let inside: String = expression.split('"').skip(1).step_by(2).collect();
            prop_assert!(inside.chars().all(|c| c == ' ' || c.is_ascii_alphanumeric() || !c.is_ascii()));
        }
    }
}
