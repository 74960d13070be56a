//! The same words in several languages. All of them are always at hand, so that changing the language changes what
//! is read and nothing else.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{Error, Result};
use crate::tongue::Tongue;

/// How long a language tag may be.
const LONGEST_TAG: usize = 35;

/// Words by language (BCP 47), at least one language where words are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(type = "Record<string, string>"))]
pub struct Wording(BTreeMap<String, String>);

impl Wording {
    /// Words in one language.
    pub fn one(lang: &str, text: &str) -> Wording {
        Wording(BTreeMap::from([(lang.to_owned(), text.to_owned())]))
    }

    /// Adds or replaces the words in one language.
    pub fn with(mut self, lang: &str, text: &str) -> Wording {
        self.0.insert(lang.to_owned(), text.to_owned());
        self
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words in a language, or in the nearest one there is: the same language of another region, then English,
    /// Japanese, French, then any. Gives the language they are in, too; both are empty when there are no words.
    pub fn in_lang(&self, lang: &str) -> (&str, &str) {
        let primary = lang.split('-').next().unwrap_or_default();
        let wanted = [lang, primary]
            .into_iter()
            .chain(Tongue::ALL.map(Tongue::code));
        let exact = wanted.filter_map(|tag| self.0.get_key_value(tag)).next();
        let kin = || {
            self.0
                .iter()
                .find(|(tag, _)| tag.split('-').next() == Some(primary))
        };
        // "fr" must find "fr-CA" before it falls back to English.
        let found = match exact {
            Some((tag, _)) if tag.as_str() == lang || tag.as_str() == primary => exact,
            _ => kin().or(exact),
        };
        let found = found.or_else(|| self.0.iter().next());
        found.map_or(("", ""), |(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// Each language and its words.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }

    /// Refuses language tags that are none, empty words, and words longer than `most` characters.
    pub(crate) fn admit(&self, most: usize) -> Result<()> {
        for (tag, text) in self.iter() {
            let is_tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
            if tag.len() > LONGEST_TAG || tag.is_empty() || !tag.chars().all(is_tag) {
                return Err(Error::BadRequest);
            }
            if text.trim().is_empty() {
                return Err(Error::NothingWritten);
            }
            if text.chars().take(most + 1).count() > most {
                return Err(Error::TooLong);
            }
        }
        Ok(())
    }

    /// The same, where there must be at least one language.
    pub(crate) fn admit_some(&self, most: usize) -> Result<()> {
        if self.is_empty() {
            return Err(Error::NothingWritten);
        }
        self.admit(most)
    }
}

/// A language named twice is refused: nobody could say which of the two is meant.
impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(
        deserializer: D,
    ) -> std::result::Result<Wording, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Wording;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("words by language")
            }

            fn visit_map<A: MapAccess<'de>>(
                self,
                mut map: A,
            ) -> std::result::Result<Wording, A::Error> {
                let mut words = BTreeMap::new();
                while let Some((tag, text)) = map.next_entry::<String, String>()? {
                    if words.insert(tag, text).is_some() {
                        return Err(serde::de::Error::custom("a language stands twice"));
                    }
                }
                Ok(Wording(words))
            }
        }
        deserializer.deserialize_map(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_read() {
        let words = Wording::one("en", "bench")
            .with("fr-CA", "banc")
            .with("ja", "ベンチ");
        assert_eq!(words.in_lang("ja"), ("ja", "ベンチ"));
        assert_eq!(words.in_lang("fr"), ("fr-CA", "banc"));
        assert_eq!(words.in_lang("fr-FR"), ("fr-CA", "banc"));
        assert_eq!(words.in_lang("de"), ("en", "bench"));
        assert_eq!(Wording::one("iu", "ᐃᒡᓗ").in_lang("ja"), ("iu", "ᐃᒡᓗ"));
        assert_eq!(Wording::default().in_lang("ja"), ("", ""));
    }

    #[test]
    fn a_language_named_twice_is_refused() {
        assert!(serde_json::from_str::<Wording>(r#"{"en":"a","en":"b"}"#).is_err());
        assert!(serde_json::from_str::<Wording>(r#"{"en":"a","fr":"b"}"#).is_ok());
    }
}
