//! How questions and sets are named. The library names its own in plain words (`connection-4`), for ever; whatever
//! is the person's, or came from somebody else, has 32 hexadecimal characters. So a library of a later year can
//! never take a name that is already in somebody's journal.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::chance;
use crate::error::Error;
use crate::id::{hex, unhex};

/// How long a name of the library may be.
const LONGEST: usize = 64;

macro_rules! question_name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[cfg_attr(test, ts(type = "string"))]
        pub struct $name(String);

        impl $name {
            /// A fresh one, for what does not belong to the library.
            pub(crate) fn fresh() -> Self {
                Self(hex(&chance::bytes::<16>()))
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The 16 bytes of one that does not belong to the library.
            pub(crate) fn bytes(&self) -> Option<[u8; 16]> {
                unhex(&self.0)
            }

            pub(crate) fn from_bytes(bytes: &[u8; 16]) -> Self {
                Self(hex(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                is_name(text)
                    .then(|| Self(text.to_owned()))
                    .ok_or(Error::BadRequest)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;

            fn try_from(text: String) -> Result<Self, Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }
    };
}

question_name! {
    /// Names a question: `connection-4` of the library, or 32 hexadecimal characters.
    QuestionId
}
question_name! {
    /// Names a set of questions: `connection` of the library, or 32 hexadecimal characters.
    QuestionSetId
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_library_and_random_ones_are_never_the_same() {
        let own = QuestionId::fresh();
        assert!(own.bytes().is_some());
        assert_eq!(own.as_str().parse::<QuestionId>().unwrap(), own);
        let built_in: QuestionId = "connection-4".parse().unwrap();
        assert!(built_in.bytes().is_none());
    }

    #[test]
    fn anything_else_is_no_name() {
        for text in ["", "-a", "a b", "Ａ", "../x", "a\u{202e}b", &"a".repeat(65)] {
            assert!(text.parse::<QuestionSetId>().is_err(), "{text}");
        }
    }
}
