//! What a companion is written to. A key pair belongs to one pair of people and to nothing else: ending one
//! companionship touches no other, and there is no global identity.
//!
//! The texts are those of every age program: `age1…` and `AGE-SECRET-KEY-1…` for X25519, `age1pq1…` and
//! `AGE-SECRET-KEY-PQ-1…` for the hybrid.

use std::fmt;

use age::secrecy::ExposeSecret;
use bech32::{FromBase32, ToBase32, Variant};
use zeroize::{Zeroize, Zeroizing};

use super::hybrid::{HybridIdentity, HybridRecipient};

const HYBRID_RECIPIENT: &str = "age1pq";
const HYBRID_IDENTITY: &str = "age-secret-key-pq-";

/// The longest text of a recipient that is read: a hybrid one has 1,959 characters.
const LONGEST: usize = 2048;

/// A secret key that opens letters.
pub(crate) enum Identity {
    /// X25519, as old as age.
    Classic(age::x25519::Identity),
    /// ML-KEM-768 and X25519.
    Hybrid(Box<HybridIdentity>),
}

/// A public key that letters are sealed to.
pub(crate) enum Recipient {
    /// X25519.
    Classic(age::x25519::Recipient),
    /// ML-KEM-768 and X25519.
    Hybrid(Box<HybridRecipient>),
}

impl Identity {
    /// A fresh hybrid one, from the system's randomness.
    pub(crate) fn fresh() -> Identity {
        Identity::Hybrid(Box::new(HybridIdentity::fresh()))
    }

    /// A fresh short one, whose card can be typed by hand.
    pub(crate) fn fresh_short() -> Identity {
        Identity::Classic(age::x25519::Identity::generate())
    }

    pub(crate) fn parse(text: &str) -> Option<Identity> {
        if let Ok(classic) = text.parse() {
            return Some(Identity::Classic(classic));
        }
        let mut seed = bech32_bytes(text, HYBRID_IDENTITY)?;
        let identity = seed
            .as_slice()
            .try_into()
            .ok()
            .map(HybridIdentity::from_seed);
        seed.zeroize();
        identity.map(|identity| Identity::Hybrid(Box::new(identity)))
    }

    /// Its text, in memory that is wiped.
    pub(crate) fn reveal(&self) -> Zeroizing<String> {
        match self {
            Identity::Classic(identity) => {
                Zeroizing::new(identity.to_string().expose_secret().to_owned())
            }
            Identity::Hybrid(identity) => {
                let mut lower = bech32_text(HYBRID_IDENTITY, identity.seed().as_slice());
                let text = Zeroizing::new(lower.to_uppercase());
                lower.zeroize();
                text
            }
        }
    }

    pub(crate) fn recipient(&self) -> Recipient {
        match self {
            Identity::Classic(identity) => Recipient::Classic(identity.to_public()),
            Identity::Hybrid(identity) => Recipient::Hybrid(Box::new(identity.recipient())),
        }
    }

    pub(super) fn as_age(&self) -> &dyn age::Identity {
        match self {
            Identity::Classic(identity) => identity,
            Identity::Hybrid(identity) => identity.as_ref(),
        }
    }
}

impl Recipient {
    pub(crate) fn parse(text: &str) -> Option<Recipient> {
        if text.len() > LONGEST {
            return None;
        }
        if let Ok(classic) = text.parse() {
            return Some(Recipient::Classic(classic));
        }
        HybridRecipient::from_bytes(&bech32_bytes(text, HYBRID_RECIPIENT)?)
            .map(|recipient| Recipient::Hybrid(Box::new(recipient)))
    }

    pub(super) fn as_age(&self) -> &dyn age::Recipient {
        match self {
            Recipient::Classic(recipient) => recipient,
            Recipient::Hybrid(recipient) => recipient.as_ref(),
        }
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Recipient::Classic(recipient) => recipient.fmt(f),
            Recipient::Hybrid(recipient) => {
                f.write_str(&bech32_text(HYBRID_RECIPIENT, &recipient.bytes()))
            }
        }
    }
}

fn bech32_text(prefix: &str, bytes: &[u8]) -> String {
    bech32::encode(prefix, bytes.to_base32(), Variant::Bech32)
        .expect("the prefixes above are valid")
}

fn bech32_bytes(text: &str, prefix: &str) -> Option<Vec<u8>> {
    let (found, data, variant) = bech32::decode(text).ok()?;
    if found != prefix || variant != Variant::Bech32 {
        return None;
    }
    Vec::from_base32(&data).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_survive_their_own_texts() {
        for identity in [Identity::fresh(), Identity::fresh_short()] {
            let again = Identity::parse(&identity.reveal()).unwrap();
            assert_eq!(*again.reveal(), *identity.reveal());
            let text = identity.recipient().to_string();
            assert_eq!(Recipient::parse(&text).unwrap().to_string(), text);
            assert!(text.len() <= LONGEST);
        }
    }

    #[test]
    fn a_key_of_another_kind_is_none() {
        let text = Identity::fresh().recipient().to_string();
        let (prefix, data, _) = bech32::decode(&text).unwrap();
        for (prefix, sum) in [
            (prefix.as_str(), Variant::Bech32m),
            ("age1pr", Variant::Bech32),
        ] {
            let other = bech32::encode(prefix, &data, sum).unwrap();
            assert!(Recipient::parse(&other).is_none(), "{other}");
        }
        // Its X25519 half would agree with everybody on the same secret.
        let mut bytes = bech32_bytes(&text, HYBRID_RECIPIENT).unwrap();
        let half = bytes.len() - 32;
        bytes[half..].fill(0);
        let low = bech32_text(HYBRID_RECIPIENT, &bytes);
        assert!(Recipient::parse(&low).is_none());
    }

    #[test]
    fn a_key_with_one_other_letter_is_none() {
        let text = Identity::fresh().recipient().to_string();
        for at in [7, 40, text.len() - 1] {
            let mut other: Vec<char> = text.chars().collect();
            other[at] = if other[at] == 'q' { 'p' } else { 'q' };
            assert!(Recipient::parse(&other.iter().collect::<String>()).is_none());
        }
        assert!(Recipient::parse("").is_none());
        assert!(Recipient::parse(&"age1".repeat(1000)).is_none());
    }
}
