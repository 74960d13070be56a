//! The hybrid key of age: `mlkem768x25519`, ML-KEM-768 and X25519 together (<https://c2sp.org/age>).
//!
//! Letters that are mailed are kept for decades; whoever stores them today may have a quantum computer then. The
//! `age` crate has no such recipient yet, so this is its stanza over the HPKE suite that the specification names:
//! KEM 0x647a, HKDF-SHA256, ChaCha20-Poly1305. The nineteen hybrid vectors of the age test kit agree with it.

use std::collections::HashSet;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, XWing};
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use x25519_dalek::x25519;
use zeroize::Zeroizing;

use crate::chance;

const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";

/// How many bytes the encapsulated key has: 1,088 of ML-KEM, then 32 of X25519.
const ENCAPSULATED: usize = 1120;
const X25519_BYTES: usize = 32;
const SEALED_FILE_KEY: usize = FILE_KEY_BYTES + 16;

/// The length of a public hybrid key.
pub(super) const PUBLIC_BYTES: usize = 1216;

/// The secret hybrid key: a seed of 32 bytes.
pub(crate) struct HybridIdentity(<XWing as Kem>::PrivateKey);

/// The public hybrid key.
pub(crate) struct HybridRecipient(<XWing as Kem>::PublicKey);

impl HybridIdentity {
    pub(super) fn fresh() -> HybridIdentity {
        HybridIdentity::from_seed(&Zeroizing::new(chance::bytes()))
    }

    pub(super) fn from_seed(seed: &[u8; 32]) -> HybridIdentity {
        HybridIdentity(Deserializable::from_bytes(seed).expect("any 32 bytes are a seed"))
    }

    pub(super) fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    pub(super) fn recipient(&self) -> HybridRecipient {
        HybridRecipient(XWing::sk_to_pk(&self.0))
    }
}

impl HybridRecipient {
    /// A public key, refused when either half of it is none.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<HybridRecipient> {
        let share = bytes.last_chunk::<X25519_BYTES>()?;
        if bytes.len() != PUBLIC_BYTES || is_low_order(share) {
            return None;
        }
        <XWing as Kem>::PublicKey::from_bytes(bytes)
            .ok()
            .map(HybridRecipient)
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }
}

/// Whether an X25519 share gives an all-zero secret with whatever key it meets. A scalar is a multiple of eight and
/// no multiple of the group's prime order, so any one scalar tells for all.
pub(super) fn is_low_order(share: &[u8; 32]) -> bool {
    x25519([9; 32], *share) == [0; 32]
}

impl age::Recipient for HybridRecipient {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let sealed = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &self.0,
            INFO,
            file_key.expose_secret(),
            b"",
        );
        // Encapsulation to a key that was parsed cannot fail; the error type of age leaves nothing better.
        let (encapsulated, body) = sealed
            .map_err(|_| age::EncryptError::Io(std::io::Error::other("hybrid encapsulation")))?;
        let stanza = Stanza {
            tag: TAG.to_owned(),
            args: vec![BASE64_STANDARD_NO_PAD.encode(encapsulated.to_bytes())],
            body,
        };
        // The label of the specification: such a file goes to no recipient that a quantum computer would open.
        Ok((vec![stanza], HashSet::from(["postquantum".to_owned()])))
    }
}

impl age::Identity for HybridIdentity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let read = || {
            let [argument] = stanza.args.as_slice() else {
                return None;
            };
            let bytes = BASE64_STANDARD_NO_PAD.decode(argument).ok()?;
            let share = bytes.last_chunk::<X25519_BYTES>()?;
            let whole = bytes.len() == ENCAPSULATED && stanza.body.len() == SEALED_FILE_KEY;
            if !whole || is_low_order(share) {
                return None;
            }
            <XWing as Kem>::EncappedKey::from_bytes(&bytes).ok()
        };
        let Some(encapsulated) = read() else {
            return Some(Err(age::DecryptError::InvalidHeader));
        };
        // Not ours: another identity may be meant.
        let opened = Zeroizing::new(
            hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
                &OpModeR::Base,
                &self.0,
                &encapsulated,
                INFO,
                &stanza.body,
                b"",
            )
            .ok()?,
        );
        let file_key: &[u8; FILE_KEY_BYTES] = opened.as_slice().try_into().ok()?;
        Some(Ok(FileKey::init_with_mut(|key| {
            key.copy_from_slice(file_key)
        })))
    }
}
