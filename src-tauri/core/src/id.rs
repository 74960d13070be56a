//! Opaque public names of things: 128 random bits, never ordered by time (a time-ordered id
//! would tell *when* something was written to whoever sees it later).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::chance;
use crate::error::Error;

macro_rules! public_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// Shown and exchanged as 32 lowercase hexadecimal characters.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[cfg_attr(test, ts(type = "string"))]
        pub struct $name([u8; 16]);

        // A sitting, say, never crosses the database as bytes.
        #[allow(dead_code)]
        impl $name {
            /// A fresh one, from the system's randomness.
            pub fn fresh() -> Self {
                Self(chance::bytes())
            }

            #[allow(dead_code, reason = "not every id has rows of its own")]
            pub(crate) fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            #[allow(dead_code, reason = "not every id has rows of its own")]
            pub(crate) fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                unhex(text).map(Self).ok_or(Error::BadRequest)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;

            fn try_from(text: String) -> Result<Self, Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    };
}

public_id! {
    /// Names a page.
    ReflectionId
}
public_id! {
    /// Names a tie.
    TieId
}
public_id! {
    /// Names an earlier name of a tie.
    TieNamingId
}
public_id! {
    /// Names what we move toward.
    IntentionId
}
public_id! {
    /// Names something that was tried.
    TryId
}
public_id! {
    /// Names company one can turn to.
    CompanyId
}
public_id! {
    /// Names a word of one's own.
    MyWordId
}
public_id! {
    /// Names a moment on a page.
    MomentId
}
public_id! {
    /// Names a sitting, which is nothing but what its pages share.
    SittingId
}
public_id! {
    /// Names a picture kept with a page.
    PictureId
}
public_id! {
    /// Names somebody letters are exchanged with.
    CompanionId
}
public_id! {
    /// Names an invitation that waits for an answer.
    InvitationId
}
public_id! {
    /// Names a letter, for everybody it went to.
    LetterId
}
public_id! {
    /// Names one text of a letter, here: the beginning of its digest.
    LetterVersionId
}
public_id! {
    /// Names what passes between two people; both know it.
    ThreadId
}

/// Lowercase hexadecimal, two characters a byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The bytes of exactly `2 * N` lowercase hexadecimal characters, or nothing.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    if text.len() != N * 2 {
        return None;
    }
    let mut bytes = [0u8; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_own_text() {
        let id = ReflectionId::fresh();
        assert_eq!(id.to_string().parse::<ReflectionId>().unwrap(), id);
        assert_eq!(id.to_string().len(), 32);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "zz",
            &"A".repeat(32),
            &"0".repeat(31),
            "あいうえおかきくけこ12",
        ] {
            assert!(text.parse::<TieId>().is_err(), "{text}");
        }
    }
}
