//! Who wrote it: HPKE in mode Auth (RFC 9180: DHKEM X25519, HKDF-SHA256, ChaCha20-Poly1305) with nothing inside.
//!
//! The token can only be made by one of the two keys of a pair, and the reader could have made it too: it tells
//! the reader who wrote, and proves nothing to anybody else. A signature would be lasting proof of intimate words.
//! It binds the format, the thread, both keys and every byte of the text; a letter that was passed on to a third
//! person carries a token that says nothing there.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256};
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::hybrid::is_low_order;
use crate::chance;
use crate::error::{Error, Result};

/// An encapsulated key and the tag of an empty text.
pub(crate) const TOKEN_BYTES: usize = 32 + 16;

/// The secret half of the key that says who wrote; apart from the key that opens letters.
pub(crate) struct AuthKey(<X25519HkdfSha256 as Kem>::PrivateKey);

/// Its public half.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct AuthPublic(<X25519HkdfSha256 as Kem>::PublicKey);

impl AuthKey {
    /// A fresh one, from the system's randomness.
    pub(crate) fn fresh() -> AuthKey {
        AuthKey::from_bytes(&Zeroizing::new(chance::bytes()))
    }

    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> AuthKey {
        AuthKey(Deserializable::from_bytes(bytes).expect("any 32 bytes are a key of X25519"))
    }

    pub(crate) fn reveal(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    pub(crate) fn public(&self) -> AuthPublic {
        AuthPublic(X25519HkdfSha256::sk_to_pk(&self.0))
    }

    /// The token that says to `reader`: the holder of this key wrote these bytes, in this thread.
    pub(crate) fn vouch(
        &self,
        reader: &AuthPublic,
        format: &str,
        thread: &[u8; 16],
        text: &[u8],
    ) -> Result<[u8; TOKEN_BYTES]> {
        let writer = self.public();
        let (encapsulated, tag) =
            hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Auth((self.0.clone(), writer.0.clone())),
                &reader.0,
                &bound(format, thread, &writer, reader),
                b"",
                &Sha256::digest(text),
            )
            .map_err(|_| Error::Unexpected("token"))?;
        let mut token = [0; TOKEN_BYTES];
        let (first, last) = token.split_at_mut(32);
        first.copy_from_slice(&encapsulated.to_bytes());
        last.copy_from_slice(&tag);
        Ok(token)
    }

    /// Whether `writer` vouched for these bytes, to this key, in this thread.
    pub(crate) fn knows(
        &self,
        writer: &AuthPublic,
        format: &str,
        thread: &[u8; 16],
        text: &[u8],
        token: &[u8; TOKEN_BYTES],
    ) -> bool {
        let (first, last) = token.split_at(32);
        let Ok(encapsulated) = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(first) else {
            return false;
        };
        hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Auth(writer.0.clone()),
            &self.0,
            &encapsulated,
            &bound(format, thread, writer, &self.public()),
            last,
            &Sha256::digest(text),
        )
        .is_ok()
    }
}

impl AuthPublic {
    /// A public key; one that would agree with everybody on the same secret is refused.
    pub(crate) fn from_bytes(bytes: &[u8; 32]) -> Option<AuthPublic> {
        if is_low_order(bytes) {
            return None;
        }
        Deserializable::from_bytes(bytes).ok().map(AuthPublic)
    }

    pub(crate) fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes().into()
    }
}

/// What the token binds beside the text. Every field has one length but the format, which ends with a line feed.
fn bound(format: &str, thread: &[u8; 16], writer: &AuthPublic, reader: &AuthPublic) -> Vec<u8> {
    let mut info = Vec::with_capacity(format.len() + 1 + 16 + 64);
    info.extend_from_slice(format.as_bytes());
    info.push(b'\n');
    info.extend_from_slice(thread);
    info.extend_from_slice(&writer.bytes());
    info.extend_from_slice(&reader.bytes());
    info
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMAT: &str = "awai-letter/1";

    #[test]
    fn only_the_writer_to_this_reader_in_this_thread_with_these_bytes() {
        let [aki, bo, claire] = [AuthKey::fresh(), AuthKey::fresh(), AuthKey::fresh()];
        let token = aki
            .vouch(&bo.public(), FORMAT, &[1; 16], "海".as_bytes())
            .unwrap();
        let knows = |reader: &AuthKey, writer: &AuthKey, format: &str, thread: u8, text: &str| {
            reader.knows(
                &writer.public(),
                format,
                &[thread; 16],
                text.as_bytes(),
                &token,
            )
        };
        assert!(knows(&bo, &aki, FORMAT, 1, "海"));
        assert!(!knows(&bo, &claire, FORMAT, 1, "海"), "another writer");
        assert!(!knows(&claire, &aki, FORMAT, 1, "海"), "passed on");
        assert!(!knows(&bo, &aki, FORMAT, 2, "海"), "another thread");
        assert!(
            !knows(&bo, &aki, "awai-letter/2", 1, "海"),
            "another format"
        );
        assert!(!knows(&bo, &aki, FORMAT, 1, "湖"), "other words");
    }

    #[test]
    fn a_key_is_what_its_bytes_say_and_no_two_are_alike() {
        let [aki, bo] = [AuthKey::fresh(), AuthKey::fresh()];
        let again = AuthKey::from_bytes(&aki.reveal());
        assert_eq!(again.reveal(), aki.reveal());
        assert_eq!(again.public().bytes(), aki.public().bytes());
        assert_ne!(aki.reveal(), bo.reveal());
        assert_ne!(aki.public().bytes(), bo.public().bytes());
        let public = AuthPublic::from_bytes(&aki.public().bytes()).unwrap();
        assert!(public == aki.public() && public != bo.public());
    }

    #[test]
    fn two_tokens_for_the_same_words_have_nothing_in_common() {
        let [aki, bo] = [AuthKey::fresh(), AuthKey::fresh()];
        let one = aki.vouch(&bo.public(), FORMAT, &[1; 16], b"x").unwrap();
        let two = aki.vouch(&bo.public(), FORMAT, &[1; 16], b"x").unwrap();
        assert_ne!(one[..32], two[..32]);
        assert_ne!(one[32..], two[32..]);
    }

    #[test]
    fn a_key_that_agrees_with_everybody_is_refused() {
        assert!(AuthPublic::from_bytes(&[0; 32]).is_none());
        let mut one = [0; 32];
        one[0] = 1;
        assert!(AuthPublic::from_bytes(&one).is_none());
        one[0] = 9;
        assert!(AuthPublic::from_bytes(&one).is_some());
    }

    #[test]
    fn every_changed_bit_of_a_token_is_refused() {
        let [aki, bo] = [AuthKey::fresh(), AuthKey::fresh()];
        let token = aki.vouch(&bo.public(), FORMAT, &[1; 16], b"x").unwrap();
        for place in 0..TOKEN_BYTES {
            for bit in 0..8 {
                let mut changed = token;
                changed[place] ^= 1 << bit;
                let known = bo.knows(&aki.public(), FORMAT, &[1; 16], b"x", &changed);
                assert!(!known, "byte {place} bit {bit}");
            }
        }
    }
}
