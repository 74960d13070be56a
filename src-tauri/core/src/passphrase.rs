//! Passphrases: what may be tried, what may be chosen, and six words to offer.
//!
//! Every passphrase is brought to one form before use (NFKC, outer white space dropped, inner white space
//! to single spaces), so that full-width letters, an ideographic space or a line break from a paste open
//! what they closed. FORMAT.md says so, because a stock tool must be given that form.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::chance;
use crate::error::{Error, Result};
use crate::tongue::Tongue;
use crate::word_list::list_of;

/// How many words are offered: 11 bits each, 66 bits together, behind scrypt.
pub const SUGGESTED_WORDS: usize = 6;

/// How many words each list has, a power of two, so that each is as likely.
const LIST_LENGTH: u16 = 2048;

/// What a guesser is granted: a million computers, each of which makes one try a second, which is what scrypt asks of
/// an everyday computer (measured: 0.86 s).
const TRIES_A_SECOND: u128 = 1_000_000;

const SECONDS_A_YEAR: u128 = 31_557_600;

/// From here on a phrase of one's own is long enough, unless it is one of the first that anybody would try.
const LONG_ENOUGH: usize = 10;

/// A passphrase in its one form. Never shown, compared or copied; its bytes are wiped on drop.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase to try.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] when nothing is left of it but white space: it cannot open anything.
    pub fn new(typed: &str) -> Result<Passphrase> {
        let form = one_form(typed);
        if form.is_empty() {
            return Err(Error::WrongPassphrase);
        }
        Ok(Passphrase(form))
    }

    /// A passphrase for a journal that is made, or changed to.
    ///
    /// # Errors
    /// [`Error::PassphraseWeak`] unless it has ten characters or zxcvbn gives it 3 of 4, and is not
    /// among the first few thousand that anybody would try.
    pub fn chosen(typed: &str) -> Result<Passphrase> {
        match Passphrase::weigh(typed) {
            Weight::Fine => Passphrase::new(typed),
            Weight::Short | Weight::Guessable => Err(Error::PassphraseWeak),
        }
    }

    /// Whether [`Passphrase::chosen`] would take it, and if not, why.
    pub fn weigh(typed: &str) -> Weight {
        let form = one_form(typed);
        let score = u8::from(zxcvbn::zxcvbn(&form, &[]).score());
        let long = form.chars().count() >= LONG_ENOUGH;
        match (score, long) {
            (3.., _) | (2, true) => Weight::Fine,
            (_, true) => Weight::Guessable,
            (_, false) => Weight::Short,
        }
    }

    /// Six words of the person's language, drawn from the system's randomness out of the words of a well-known list.
    pub fn suggest(tongue: Tongue) -> Vec<String> {
        let list = list_of(tongue).word_list();
        (0..SUGGESTED_WORDS)
            .filter_map(|_| list.get(usize::from(chance::below(LIST_LENGTH))))
            .map(|word| word.nfkc().collect())
            .collect()
    }

    /// How long six such words hold, by the length of the list that they are drawn from.
    pub fn guessing(tongue: Tongue) -> Guessing {
        let list = list_of(tongue).word_list().len() as u128;
        let ways: u128 = (0..SUGGESTED_WORDS).map(|_| list).product();
        // On the average half of them are tried.
        let years = ways / 2 / TRIES_A_SECOND / SECONDS_A_YEAR;
        Guessing {
            list: u32::try_from(list).unwrap_or(u32::MAX),
            million_years: u32::try_from(years / 1_000_000).unwrap_or(u32::MAX),
        }
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

/// How long drawn words hold against somebody who has the journal's folder and guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Guessing {
    /// How many words the list has that each is drawn from.
    pub list: u32,
    /// How many million years a million computers would try, one try a second each, until they come upon the words:
    /// rounded down.
    pub million_years: u32,
}

/// Whether a phrase of one's own may be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It may.
    Fine,
    /// A few more characters or another word are needed.
    Short,
    /// Long, but among the first that anybody would try.
    Guessable,
}

fn one_form(typed: &str) -> Zeroizing<String> {
    let mut normal: String = typed.nfkc().collect();
    let mut form = Zeroizing::new(String::with_capacity(normal.len()));
    for word in normal.split_whitespace() {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(word);
    }
    normal.zeroize();
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_phrase_typed_three_ways_is_one_phrase() {
        let form = |typed: &str| one_form(typed).to_string();
        assert_eq!(
            form("ＡＷＡＩ　the space\n between "),
            "AWAI the space between"
        );
        assert_eq!(form("か\u{3099}っこう"), form("がっこう"));
    }

    #[test]
    fn short_and_common_phrases_are_not_taken() {
        assert_eq!(Passphrase::weigh("abc"), Weight::Short);
        assert_eq!(Passphrase::weigh("password1234"), Weight::Guessable);
        assert_eq!(Passphrase::weigh("aaaaaaaaaaaa"), Weight::Guessable);
        assert_eq!(
            Passphrase::weigh("駅のベンチで三十分ならんだ"),
            Weight::Fine
        );
        assert_eq!(Passphrase::weigh("tr0ut lamp 92 quay"), Weight::Fine);
    }

    #[test]
    fn six_words_are_offered_in_each_language_and_may_be_chosen() {
        for tongue in Tongue::ALL {
            let words = Passphrase::suggest(tongue);
            assert_eq!(words.len(), SUGGESTED_WORDS);
            assert!(Passphrase::chosen(&words.join(" ")).is_ok());
            assert_ne!(words, Passphrase::suggest(tongue));
        }
    }

    #[test]
    fn what_is_said_of_six_words_is_true_of_the_lists_they_are_drawn_from() {
        for tongue in Tongue::ALL {
            let list = list_of(tongue).word_list();
            let different: std::collections::BTreeSet<String> =
                list.iter().map(|word| word.nfkc().collect()).collect();
            assert_eq!(different.len(), usize::from(LIST_LENGTH));
            let said = Passphrase::guessing(tongue);
            assert_eq!(said.list as usize, different.len());
            // 66 bits, of which half are tried, a million a second: a little more than a million years.
            let years = 2f64.powi(65) / 1e6 / 31_557_600.0;
            assert!((f64::from(said.million_years) - years / 1e6).abs() < 1.0);
            assert_eq!(said.million_years, 1);
        }
    }
}
