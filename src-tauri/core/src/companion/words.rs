//! Eight words, said by voice: 88 bits, drawn from the BIP39 list of the person's language.
//!
//! What is typed is brought to the list's own spelling, whatever the width, the case, the accents, the kana or the
//! signs between the words; Japanese may also be typed without anything between. The passphrase of the sealed file is
//! the eight words in NFKC, joined by `-`, so that `age -d` opens it too.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;

use crate::chance;
use crate::error::{Error, Result};
use crate::passphrase::Passphrase;
use crate::tongue::Tongue;

/// How many words are said.
pub const SPOKEN_WORDS: usize = 8;

/// Eight words of one list. Wiped on drop.
pub struct SpokenWords {
    words: Zeroizing<Vec<String>>,
}

impl SpokenWords {
    /// Eight fresh words, from the system's randomness.
    pub fn draw(tongue: Tongue) -> SpokenWords {
        let list = list_of(tongue).word_list();
        let words = (0..SPOKEN_WORDS)
            .filter_map(|_| list.get(usize::from(chance::below(2048))))
            .map(|word| word.nfkc().collect())
            .collect();
        SpokenWords {
            words: Zeroizing::new(words),
        }
    }

    /// The words that were typed.
    ///
    /// # Errors
    /// [`Error::WordUnknown`] when they are not eight words of one list.
    pub fn read(typed: &str) -> Result<SpokenWords> {
        let pieces = pieces(typed);
        Tongue::ALL
            .into_iter()
            .find_map(|tongue| in_list(tongue, &pieces))
            .map(|words| SpokenWords {
                words: Zeroizing::new(words),
            })
            .ok_or(Error::WordUnknown)
    }

    /// Which of the typed words (counted from nothing) stand in no list, so that a slip is told before it costs a
    /// second of work.
    pub fn unknown(typed: &str) -> Vec<usize> {
        let pieces = pieces(typed);
        let known = |piece: &String| {
            Tongue::ALL
                .into_iter()
                .any(|tongue| find(tongue, piece).is_some())
        };
        let strange = pieces.iter().enumerate().filter(|(_, piece)| !known(piece));
        strange.map(|(at, _)| at).collect()
    }

    /// The words, to be shown and said.
    pub fn shown(&self) -> &[String] {
        &self.words
    }

    /// The passphrase of the sealed file.
    pub(crate) fn phrase(&self) -> Result<Passphrase> {
        Passphrase::new(&Zeroizing::new(self.words.join("-")))
    }

    /// As they stand in the database.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.words.join(" "))
    }
}

fn list_of(tongue: Tongue) -> bip39::Language {
    match tongue {
        Tongue::En => bip39::Language::English,
        Tongue::Ja => bip39::Language::Japanese,
        Tongue::Fr => bip39::Language::French,
    }
}

/// Every word of a list in NFKC, with a space between.
pub(crate) fn every_word(tongue: Tongue) -> String {
    let list = list_of(tongue).word_list().iter();
    let words: Vec<String> = list.map(|word| word.nfkc().collect()).collect();
    words.join(" ")
}

/// What was typed, in pieces of one form.
fn pieces(typed: &str) -> Vec<String> {
    let joins = |c: char| c.is_whitespace() || "-‐‑–—,、，・.。·;；".contains(c);
    typed
        .split(joins)
        .map(one_form)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Lower case, no accents, hiragana with its sound marks apart.
fn one_form(word: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    word.nfkd()
        .flat_map(char::to_lowercase)
        .map(hiragana)
        .filter(|c| !is_combining_mark(*c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .collect()
}

fn find(tongue: Tongue, piece: &str) -> Option<String> {
    let list = list_of(tongue).word_list().iter();
    list.copied()
        .find(|word| one_form(word) == piece)
        .map(|word| word.nfkc().collect())
}

fn in_list(tongue: Tongue, pieces: &[String]) -> Option<Vec<String>> {
    let apart: Option<Vec<String>> = pieces.iter().map(|piece| find(tongue, piece)).collect();
    match apart {
        Some(words) if words.len() == SPOKEN_WORDS => Some(words),
        _ if tongue == Tongue::Ja => {
            let list: Vec<(String, String)> = list_of(tongue)
                .word_list()
                .iter()
                .map(|word| (one_form(word), word.nfkc().collect()))
                .collect();
            run_together(&pieces.concat(), &list, SPOKEN_WORDS)
        }
        _ => None,
    }
}

/// `count` words that together are `text`, when there is a way to cut it.
fn run_together(text: &str, list: &[(String, String)], count: usize) -> Option<Vec<String>> {
    if count == 0 {
        return text.is_empty().then(Vec::new);
    }
    list.iter().find_map(|(form, word)| {
        let rest = text.strip_prefix(form.as_str())?;
        // A sound mark belongs to the letter before it.
        if rest.starts_with(['\u{3099}', '\u{309a}']) {
            return None;
        }
        let mut words = run_together(rest, list, count - 1)?;
        words.insert(0, word.clone());
        Some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(typed: &str, words: &SpokenWords) -> bool {
        SpokenWords::read(typed).is_ok_and(|read| read.words == words.words)
    }

    #[test]
    fn words_are_known_again_however_they_are_typed() {
        for tongue in Tongue::ALL {
            for _ in 0..20 {
                let words = SpokenWords::draw(tongue);
                assert_eq!(words.shown().len(), SPOKEN_WORDS);
                for between in [" ", "　", "-", "\n", " , ", "、"] {
                    assert!(same(&words.shown().join(between), &words));
                }
                let text = words.text();
                assert!(same(&text.to_uppercase(), &words));
                assert!(same(&text.nfkd().collect::<String>(), &words));
                assert!(same(&format!("  {}\r\n", *text), &words));
            }
        }
    }

    #[test]
    fn japanese_may_be_typed_in_katakana_or_without_spaces() {
        for _ in 0..50 {
            let words = SpokenWords::draw(Tongue::Ja);
            let katakana = |c: char| match c {
                'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap(),
                _ => c,
            };
            assert!(same(
                &words.text().chars().map(katakana).collect::<String>(),
                &words
            ));
            // A run may be cut in another way now and then; then the words are asked for once more, one by one.
            let run = SpokenWords::read(&words.shown().concat()).unwrap();
            assert_eq!(run.shown().concat(), words.shown().concat());
        }
    }

    #[test]
    fn accents_may_be_left_out() {
        let words = "académie élégant école éléphant étoile évasion énigme océan";
        let bare = "academie elegant ecole elephant etoile evasion enigme ocean";
        let read = SpokenWords::read(bare).unwrap();
        assert!(same(words, &read));
        assert_eq!(read.shown().first().map(String::as_str), Some("académie"));
    }

    #[test]
    fn a_slip_is_told_before_anything_is_tried() {
        let eight = "abandon ability able about above absent absorb abstract";
        assert!(SpokenWords::read(eight).is_ok());
        assert!(SpokenWords::unknown(eight).is_empty());
        let slip = eight.replace("about", "abuot");
        assert!(matches!(SpokenWords::read(&slip), Err(Error::WordUnknown)));
        assert_eq!(SpokenWords::unknown(&slip), [3]);
        assert!(SpokenWords::read("abandon ability").is_err());
        assert!(SpokenWords::read("").is_err());
        assert!(SpokenWords::read(&"あ".repeat(10_000)).is_err());
    }
}
