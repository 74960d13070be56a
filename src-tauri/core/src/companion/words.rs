//! Eight words, said by voice: 88 bits, drawn from the BIP39 list of the person's language.
//!
//! What is typed is brought to the list's own spelling, whatever the width, the case, the accents, the kana or the
//! signs between the words; Japanese may also be typed without anything between. The passphrase of the sealed file is
//! the eight words in NFKC, joined by `-`, so that `age -d` opens it too.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::chance;
use crate::error::{Error, Result};
use crate::passphrase::Passphrase;
use crate::tongue::Tongue;
use crate::word_list::{self, in_list, list_of, pieces};

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
            .find_map(|tongue| in_list(tongue, &pieces, SPOKEN_WORDS))
            .map(|words| SpokenWords {
                words: Zeroizing::new(words),
            })
            .ok_or(Error::WordUnknown)
    }

    /// The words as they stand in the database, and their language.
    pub(crate) fn kept(text: &str) -> Result<(SpokenWords, Tongue)> {
        let pieces = pieces(text);
        let read = |tongue: Tongue| Some((in_list(tongue, &pieces, SPOKEN_WORDS)?, tongue));
        let (words, tongue) = Tongue::ALL
            .into_iter()
            .find_map(read)
            .ok_or(Error::JournalDamaged)?;
        let words = Zeroizing::new(words);
        Ok((SpokenWords { words }, tongue))
    }

    /// Which of the typed words (counted from nothing) stand in no list, so that a slip is told before it costs a
    /// second of work.
    pub fn unknown(typed: &str) -> Vec<usize> {
        word_list::unknown(typed)
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
