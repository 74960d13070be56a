//! Twelve words that open the journal too: 128 random bits and a checksum that catches slips, in the person's
//! language. They stand on a sheet, or in an envelope that somebody holds.
//!
//! The passphrase of their key slot is the twelve words in NFKC, joined by `-`, so that `age -d` opens it too.

use bip39::Mnemonic;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::chance;
use crate::error::{Error, Result};
use crate::passphrase::Passphrase;
use crate::tongue::Tongue;
use crate::word_list::{self, in_list, list_of, pieces};

/// How many words there are.
pub const TWELVE: usize = 12;

/// Twelve words of one list whose checksum fits. Wiped on drop.
pub struct TwelveWords {
    words: Zeroizing<Vec<String>>,
}

impl TwelveWords {
    /// Twelve fresh words, from the system's randomness.
    ///
    /// # Errors
    /// [`Error::Unexpected`], which 16 bytes cannot lead to.
    pub fn draw(tongue: Tongue) -> Result<TwelveWords> {
        let chance = Zeroizing::new(chance::bytes::<16>());
        let drawn = Mnemonic::from_entropy_in(list_of(tongue), chance.as_slice())
            .map_err(|_| Error::Unexpected("twelve words"))?;
        Ok(TwelveWords {
            words: Zeroizing::new(drawn.words().map(|word| word.nfkc().collect()).collect()),
        })
    }

    /// The words that were typed, whatever stands between them.
    ///
    /// # Errors
    /// [`Error::NotTwelveWords`] when they are not twelve words of one list, or their checksum does not fit: one of
    /// them was read or typed otherwise.
    pub fn read(typed: &str) -> Result<TwelveWords> {
        // A page pasted by mistake is not searched for words.
        if typed.len() > 1000 {
            return Err(Error::NotTwelveWords);
        }
        let pieces = pieces(typed);
        Tongue::ALL
            .into_iter()
            .find_map(|tongue| {
                let words = in_list(tongue, &pieces, TWELVE)?;
                fits(tongue, &words).then_some(words)
            })
            .map(|words| TwelveWords {
                words: Zeroizing::new(words),
            })
            .ok_or(Error::NotTwelveWords)
    }

    /// Which of the typed words (counted from nothing) stand in no list.
    pub fn unknown(typed: &str) -> Vec<usize> {
        word_list::unknown(typed)
    }

    /// The words, to be shown and written down.
    pub fn shown(&self) -> &[String] {
        &self.words
    }

    /// Whether a word that was asked back is the one at its place, counted from nothing.
    pub fn is_at(&self, place: usize, typed: &str) -> bool {
        let same = |word: &String| pieces(word) == pieces(typed);
        self.words.get(place).is_some_and(same)
    }

    /// The passphrase of the key slot.
    pub(crate) fn phrase(&self) -> Result<Passphrase> {
        Passphrase::new(&Zeroizing::new(self.words.join("-")))
    }
}

fn fits(tongue: Tongue, words: &[String]) -> bool {
    let text: Zeroizing<String> = Zeroizing::new(words.join(" ").nfkd().collect());
    Mnemonic::parse_in_normalized(list_of(tongue), &text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_words_are_known_again_however_they_are_typed() {
        for tongue in Tongue::ALL {
            for _ in 0..20 {
                let words = TwelveWords::draw(tongue).unwrap();
                assert_eq!(words.shown().len(), TWELVE);
                for between in [" ", "　", "-", "\n", ", ", "、"] {
                    let read = TwelveWords::read(&words.shown().join(between)).unwrap();
                    assert_eq!(read.shown(), words.shown());
                }
                let loud = words.shown().join("-").to_uppercase();
                assert_eq!(TwelveWords::read(&loud).unwrap().shown(), words.shown());
                assert!(words.is_at(3, &words.shown()[3].to_uppercase()));
                assert!(!words.is_at(12, ""));
            }
        }
    }

    #[test]
    fn the_checksum_catches_a_slip() {
        let mut caught = 0;
        for _ in 0..200 {
            let words = TwelveWords::draw(Tongue::En).unwrap();
            let mut other = words.shown().to_vec();
            other.swap(0, 1);
            let slip = TwelveWords::read(&other.join(" "));
            caught += u32::from(matches!(slip, Err(Error::NotTwelveWords)));
        }
        // Four bits of checksum: one slip in sixteen is not seen here, and then opens nothing.
        assert!(caught > 160, "{caught}");
        assert!(TwelveWords::read("abandon ability").is_err());
        assert!(TwelveWords::read(&"あ".repeat(100_000)).is_err());
    }
}
