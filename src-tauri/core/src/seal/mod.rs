//! The only room that names `age` and `hpke`: passphrases, keys and tokens close and open files that any age
//! program reads.
//!
//! - [`close`] and [`open`]: a small file under a passphrase, for key slots and invitations;
//! - [`keys`]: what a companion is written to, X25519 or the hybrid [`hybrid`] that also holds against quantum
//!   computers;
//! - [`header`]: the beginning of a file, within a limit, so that no file costs more time than it is long;
//! - [`sealed`]: reading a file that came from outside, in the order and within the limits of FORMAT.md;
//! - [`stream`]: files of any size under a passphrase, for what is taken out as a whole;
//! - [`token`]: who wrote it, deniably.
//!
//! No cryptography of our own: only the composition, and the age project's own test kit is run on it.

mod header;
mod hybrid;
mod keys;
mod sealed;
mod small;
mod stream;
mod token;

#[cfg(test)]
mod test_kit;

pub(crate) use keys::{Identity, Recipient};
pub use sealed::armored;
pub(crate) use sealed::{MOST_INSIDE, MOST_SEALED, Sealed, close_for, close_for_watched};
pub use small::Cost;
pub(crate) use small::{close, close_watched, open};
pub(crate) use stream::{closing, is_sealed, opening};
pub(crate) use token::{AuthKey, AuthPublic, TOKEN_BYTES};
