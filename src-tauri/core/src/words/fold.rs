//! Folding: what a reader takes for the same letter becomes the same letter. NFKC, then case, the
//! diacritics of Latin and Greek letters, ligatures, and katakana to hiragana; a dakuten stays.
//!
//! A letter is folded together with the marks behind it and remembers which bytes it came from, so that
//! what is found in the folded text can be shown in the text as it was written.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::scripts::{Class, class_of, joins};

/// A folded letter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folded {
    pub letter: char,
    pub class: Class,
    /// The bytes it came from.
    pub start: usize,
    pub end: usize,
}

/// The folded letters of a text, from a place on.
pub(super) struct Letters<'t> {
    text: &'t str,
    at: usize,
    /// What one written letter folded to, when that is more than one (last first).
    waiting: Vec<Folded>,
    table: &'static [Entry],
}

impl<'t> Letters<'t> {
    pub(super) fn of(text: &'t str) -> Letters<'t> {
        Letters {
            text,
            at: 0,
            waiting: Vec::new(),
            table: table(),
        }
    }

    /// Goes to a place, where a letter begins.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
        self.waiting.clear();
    }

    /// The letter here, when no mark can stand behind it either: most of a page in Latin letters.
    fn ascii(&self) -> Option<(char, Class)> {
        let bytes = self.text.as_bytes();
        let here = bytes.get(self.at).filter(|byte| byte.is_ascii())?;
        let next = bytes.get(self.at + 1).is_none_or(u8::is_ascii);
        let entry = self.table.get(usize::from(*here)).filter(|_| next)?;
        entry.simple()
    }

    /// Folds one written letter with its marks, in full.
    fn fold_written(&mut self, start: usize, end: usize) {
        let written = self.text.get(start..end).unwrap_or_default();
        fold_into(written, |letter| {
            self.waiting.push(Folded {
                letter,
                class: class_of(letter),
                start,
                end,
            });
        });
        self.waiting.reverse();
    }
}

impl Iterator for Letters<'_> {
    type Item = Folded;

    fn next(&mut self) -> Option<Folded> {
        loop {
            if let Some(folded) = self.waiting.pop() {
                return Some(folded);
            }
            let start = self.at;
            if let Some((letter, class)) = self.ascii() {
                self.at += 1;
                let end = self.at;
                return Some(Folded {
                    letter,
                    class,
                    start,
                    end,
                });
            }
            let mut rest = self.text.get(start..)?.chars();
            let first = rest.next()?;
            let mut end = start + first.len_utf8();
            let mut alone = true;
            for next in
                rest.take_while(|next| !next.is_ascii() && look_up(self.table, *next).joins())
            {
                end += next.len_utf8();
                alone = false;
            }
            self.at = end;
            let entry = look_up(self.table, first);
            if alone && let Some((letter, class)) = entry.simple() {
                return Some(Folded {
                    letter,
                    class,
                    start,
                    end,
                });
            }
            self.fold_written(start, end);
        }
    }
}

/// What is known of a written character, in 32 bits: the first letter it folds to (21 bits), that letter's
/// class (3 bits), whether it melts into the one before, and whether it takes the long way.
#[derive(Clone, Copy)]
pub(super) struct Entry(u32);

const CLASSES: [Class; 6] = [
    Class::Nothing,
    Class::Break,
    Class::Word,
    Class::Gapless,
    Class::Sign,
    Class::Mark,
];
const JOINS: u32 = 1 << 24;
const LONG_WAY: u32 = 1 << 25;

impl Entry {
    /// A character that folds to itself.
    fn alone(c: char) -> Entry {
        Entry::new(c, class_of(c))
    }

    fn new(letter: char, class: Class) -> Entry {
        let class = CLASSES.iter().position(|known| *known == class);
        let class = class.and_then(|i| u32::try_from(i).ok()).unwrap_or(0);
        Entry(u32::from(letter) | class << 21)
    }

    fn of(c: char) -> Entry {
        if folds_to_itself(c) {
            return Entry::alone(c);
        }
        let mut letters = Vec::new();
        fold_into(c.encode_utf8(&mut [0; 4]), |letter| letters.push(letter));
        let class = letters.first().map_or(Class::Nothing, |c| class_of(*c));
        // An ellipsis becomes three full stops: one break is as good as three.
        let same = letters.iter().all(|c| class_of(*c) == class);
        let long_way = letters.len() > 1 && !(same && class == Class::Break);
        let Entry(mut bits) = Entry::new(letters.first().copied().unwrap_or('\0'), class);
        if joins(c) {
            bits |= JOINS;
        }
        if long_way {
            bits |= LONG_WAY;
        }
        Entry(bits)
    }

    /// The first letter it folds to.
    pub(super) fn letter(self) -> char {
        char::from_u32(self.0 & 0x1F_FFFF).unwrap_or('\0')
    }

    fn class(self) -> Class {
        let class = CLASSES.get((self.0 >> 21) as usize & 7);
        class.copied().unwrap_or(Class::Break)
    }

    pub(super) fn joins(self) -> bool {
        self.0 & JOINS != 0
    }

    /// Whether it takes the long way: it folds to more than one letter.
    pub(super) fn is_long(self) -> bool {
        self.0 & LONG_WAY != 0
    }

    pub(super) fn simple(self) -> Option<(char, Class)> {
        (!self.is_long()).then(|| (self.letter(), self.class()))
    }
}

/// Most Han, Hangul and emoji, of which there are too many to fold one by one.
fn folds_to_itself(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0xAC00..=0xD7A3 | 0x20000..=0x2F7FF
        | 0x1F000..=0x1F0FF | 0x1F300..=0x1F3FA | 0x1F400..=0x1FBEF)
}

/// Every character of the first plane folded once and remembered: a page is folded at the speed of a look
/// into a table (256 KiB, made in a few milliseconds when it is first wanted).
pub(super) fn table() -> &'static [Entry] {
    static TABLE: OnceLock<Vec<Entry>> = OnceLock::new();
    TABLE.get_or_init(|| {
        (0..=0xFFFF)
            .map(|c| char::from_u32(c).map_or(Entry(0), Entry::of))
            .collect()
    })
}

pub(super) fn look_up(table: &[Entry], c: char) -> Entry {
    match table.get(c as usize) {
        Some(entry) => *entry,
        None => Entry::of(c),
    }
}

/// Folds one written letter with its marks.
fn fold_into(written: &str, mut emit: impl FnMut(char)) {
    for composed in written.nfkc() {
        for lower in composed.to_lowercase() {
            if bears_diacritics(lower) {
                decompose_canonical(lower, |part| {
                    if !is_combining_mark(part) {
                        unligatured(part, &mut emit);
                    }
                });
            } else if class_of(lower) != Class::Nothing {
                unligatured(lower, &mut emit);
            }
        }
    }
}

/// Letters of the Latin and Greek blocks that Unicode takes apart into a letter and its diacritics.
fn bears_diacritics(c: char) -> bool {
    matches!(u32::from(c), 0xC0..=0x24F | 0x370..=0x3FF | 0x1E00..=0x1FFF)
}

/// Letters that Unicode does not take apart, but readers do; and katakana as hiragana.
fn unligatured(c: char, emit: &mut impl FnMut(char)) {
    let instead = match c {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        'ヷ' => "わ\u{3099}",
        'ヸ' => "ゐ\u{3099}",
        'ヹ' => "ゑ\u{3099}",
        'ヺ' => "を\u{3099}",
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => {
            let hiragana = char::from_u32(u32::from(c) - 0x60);
            return emit(hiragana.unwrap_or(c));
        }
        _ => return emit(c),
    };
    instead.chars().for_each(emit);
}

/// A text in its folded form: two names that a reader takes for the same are the same.
pub fn folded(text: &str) -> String {
    let table = table();
    let mut whole = String::with_capacity(text.len());
    let mut written = String::new();
    for c in text.chars() {
        if !look_up(table, c).joins() {
            fold_into(&written, |letter| whole.push(letter));
            written.clear();
        }
        written.push(c);
    }
    fold_into(&written, |letter| whole.push(letter));
    whole
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_reader_takes_for_the_same_is_the_same() {
        for (one, other) in [
            ("cœur", "COEUR"),
            ("été", "ete"),
            ("e\u{301}te\u{301}", "été"),
            ("ÇA", "ca"),
            ("Straße", "STRASSE"),
            ("ｶﾞｸｾｲ", "ガクセイ"),
            ("カ\u{3099}", "が"),
            ("ＩＰＳ", "ips"),
            ("ひらがな", "ヒラガナ"),
            ("ヴヵヶヾ", "ゔゕゖゞ"),
            ("①㍿", "1株式会社"),
            ("ｱｷ　さん", "あき サン"),
            ("葛\u{e0100}城", "葛城"),
            ("👩\u{200d}👧❤\u{fe0f}👍🏽", "👩👧❤👍"),
            ("각", "\u{1100}\u{1161}\u{11a8}"),
            ("Việt", "viet"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_said_to_fold_to_itself_does() {
        for c in (0..=0x2F_FFFF)
            .filter_map(char::from_u32)
            .filter(|c| folds_to_itself(*c))
        {
            let mut letters = String::new();
            fold_into(c.encode_utf8(&mut [0; 4]), |letter| letters.push(letter));
            assert!(
                letters.chars().eq([c]) && !joins(c),
                "U+{:04X}",
                u32::from(c)
            );
        }
    }

    #[test]
    fn what_a_reader_tells_apart_stays_apart() {
        for (one, other) in [
            ("か", "が"),
            ("は", "ぱ"),
            ("й", "и"),
            ("駅", "驛"),
            ("っ", "つ"),
        ] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
        }

        #[test]
        fn letters_are_those_of_the_folded_text(text in "\\PC*") {
            let all: String = folded(&text).chars().filter(|c| class_of(*c) != Class::Break).collect();
            let letters = Letters::of(&text).filter(|one| one.class != Class::Break && one.class != Class::Nothing);
            prop_assert_eq!(letters.map(|one| one.letter).collect::<String>(), all);
        }

        #[test]
        fn every_letter_knows_where_it_came_from(text in "\\PC*") {
            let mut last = 0;
            for one in Letters::of(&text) {
                prop_assert!(text.get(one.start..one.end).is_some_and(|written| !written.is_empty()));
                prop_assert!(one.start >= last);
                last = one.start;
            }
        }
    }
}
