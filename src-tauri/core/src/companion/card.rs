//! A card: the name somebody chose for an exchange and the two public keys they made for it. JSON of at most 8 KiB.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::{hex, unhex};
use crate::seal::{AuthKey, AuthPublic, Identity, Recipient};
use crate::strict_json;
use crate::tie::LONGEST_NAME;

/// The most bytes a card may have.
pub(crate) const MOST_CARD: usize = 8 * 1024;

/// Somebody's side of an exchange, as the other side sees it. Made by constructors that refuse anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Card {
    /// The name they chose.
    pub called: String,
    /// The language they read (BCP 47), empty when not told.
    #[serde(default)]
    pub lang: String,
    /// What letters are sealed to: `age1…` or `age1pq1…`.
    pub recipient: String,
    /// The X25519 key that says who wrote, 64 hexadecimal characters.
    pub writes_with: String,
}

/// The secret side of a card. Wiped on drop.
pub(crate) struct OwnKeys {
    pub identity: Identity,
    pub auth: AuthKey,
}

impl OwnKeys {
    pub(crate) fn fresh() -> OwnKeys {
        OwnKeys {
            identity: Identity::fresh(),
            auth: AuthKey::fresh(),
        }
    }

    /// Keys whose card can be typed by hand.
    pub(crate) fn fresh_short() -> OwnKeys {
        OwnKeys {
            identity: Identity::fresh_short(),
            auth: AuthKey::fresh(),
        }
    }
}

impl Card {
    /// The card of these keys.
    pub(crate) fn of(keys: &OwnKeys, called: &str, lang: &str) -> Result<Card> {
        let card = Card {
            called: called.trim().to_owned(),
            lang: lang.to_owned(),
            recipient: keys.identity.recipient().to_string(),
            writes_with: hex(&keys.auth.public().bytes()),
        };
        if card.called.is_empty() {
            return Err(Error::NothingWritten);
        }
        card.admitted()
    }

    /// A card that came from outside.
    ///
    /// # Errors
    /// [`Error::NotACard`].
    pub(crate) fn read(text: &str) -> Result<Card> {
        if text.len() > MOST_CARD {
            return Err(Error::NotACard);
        }
        strict_json::read::<Card>(text.trim())
            .ok_or(Error::NotACard)?
            .admitted()
    }

    /// Its text, to be handed over or pasted.
    pub(crate) fn text(&self) -> Result<String> {
        serde_json::to_string_pretty(self).map_err(|_| Error::Unexpected("card"))
    }

    pub(crate) fn recipient(&self) -> Result<Recipient> {
        Recipient::parse(&self.recipient).ok_or(Error::NotACard)
    }

    pub(crate) fn auth(&self) -> Result<AuthPublic> {
        unhex(&self.writes_with)
            .and_then(|bytes| AuthPublic::from_bytes(&bytes))
            .ok_or(Error::NotACard)
    }

    /// The card, when it is one.
    pub(crate) fn admitted(self) -> Result<Card> {
        let name = self.called.trim();
        let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let fits = !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.chars().any(is_unseen)
            && self.lang.len() <= 35
            && self.lang.chars().all(tag);
        if !fits {
            return Err(Error::NotACard);
        }
        self.recipient()?;
        self.auth()?;
        Ok(self)
    }
}

/// Characters that would let a name pretend to be another, or break a line: controls and marks of direction.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{061c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_survives_its_text_and_is_small() {
        for keys in [OwnKeys::fresh(), OwnKeys::fresh_short()] {
            let card = Card::of(&keys, " 秋 ", "ja").unwrap();
            let text = card.text().unwrap();
            assert!(text.len() < MOST_CARD);
            assert_eq!(Card::read(&text).unwrap(), card);
            assert_eq!(card.called, "秋");
        }
    }

    #[test]
    fn what_is_no_card_is_refused() {
        let keys = OwnKeys::fresh_short();
        let text = Card::of(&keys, "Aki", "ja").unwrap().text().unwrap();
        let spoilt = [
            text.replace("Aki", ""),
            text.replace("Aki", "A\u{202e}ki"),
            text.replace("Aki", &"あ".repeat(301)),
            text.replace("age1", "age2"),
            text.replace("\"ja\"", "\"ja\", \"lang\": \"fr\""),
            text.replace(&hex(&keys.auth.public().bytes()), &hex(&[0; 32])),
            format!("{text}{}", " ".repeat(MOST_CARD)),
            String::new(),
            "[]".to_owned(),
        ];
        for card in spoilt {
            assert!(matches!(Card::read(&card), Err(Error::NotACard)), "{card}");
        }
        // A newer program may say more.
        assert!(Card::read(&text.replacen('{', "{\"newer\": [1],", 1)).is_ok());
    }
}
