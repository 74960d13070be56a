//! A small file under a passphrase, that any age program opens with it.

use std::io::{Read, Write};

use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::header::headed;
use crate::error::{Error, Result};
use crate::keeping::watch::{Stage, Watch};
use crate::passphrase::Passphrase;

/// How much work a passphrase costs: scrypt's log₂ N. It is written into the file, never left to the
/// library, whose own choice depends on how busy the machine happens to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost(pub(super) u8);

impl Cost {
    /// 2^18: about 0.9 s and 256 MiB on a modest machine.
    pub const EVERYDAY: Cost = Cost(18);

    /// 2^15: 32 MiB, so that an old phone can do it too. For eight drawn words only: each try at 88 bits of chance costs
    /// this much, and there are 2^88 of them. A phrase that a person made up needs [`Cost::EVERYDAY`].
    pub const DRAWN_WORDS: Cost = Cost(15);

    /// Cheap, for tests that open hundreds of journals; worth nothing against anyone.
    pub const CHEAP: Cost = Cost(6);
}

/// How many bytes are sealed or opened between two looks of whoever watches.
pub(super) const STEP: usize = 1024 * 1024;

/// The most work that reading may ask for. A forged header could otherwise keep a reader busy for a minute.
const MOST_WORK: u8 = 20;

/// The most bytes that a sealed small file may hold.
const MOST_BYTES: u64 = 64 * 1024;

/// The most bytes of its header; one recipient takes some hundred and fifty.
const MOST_HEADER: usize = 4 * 1024;

/// `bytes`, closed with a passphrase: a binary age file with one scrypt recipient.
pub(crate) fn close(bytes: &[u8], passphrase: &Passphrase, cost: Cost) -> Result<Vec<u8>> {
    close_watched(bytes, passphrase, cost, &mut Watch::nobody())
}

/// The same, with somebody who watches.
pub(crate) fn close_watched(
    bytes: &[u8],
    passphrase: &Passphrase,
    cost: Cost,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>> {
    close_to(bytes, &for_phrase(passphrase, cost), watch)
}

/// The recipient that is a passphrase, at this cost.
pub(super) fn for_phrase(passphrase: &Passphrase, cost: Cost) -> age::scrypt::Recipient {
    let mut recipient =
        age::scrypt::Recipient::new(SecretString::from(passphrase.reveal().to_owned()));
    recipient.set_work_factor(cost.0);
    recipient
}

/// `bytes`, closed for one recipient: a binary age file.
pub(super) fn close_to(
    bytes: &[u8],
    recipient: &dyn age::Recipient,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>> {
    let fault = |_| Error::Unexpected("seal");
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient))
        .map_err(|_| Error::Unexpected("seal"))?;
    // The header and the tags of the chunks need a little more than the text.
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 4096 + 4096);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(fault)?;
    let mut done = 0;
    for some in bytes.chunks(STEP) {
        writer.write_all(some).map_err(fault)?;
        done += some.len();
        watch.tell_bytes(Stage::Sealing, done, bytes.len())?;
    }
    writer.finish().map_err(fault)?;
    Ok(sealed)
}

/// The identity of a passphrase, which does at most [`MOST_WORK`].
pub(super) fn under(passphrase: &Passphrase) -> age::scrypt::Identity {
    let mut identity =
        age::scrypt::Identity::new(SecretString::from(passphrase.reveal().to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    identity
}

/// What a sealed small file holds.
///
/// # Errors
/// [`Error::WrongPassphrase`] when it does not open. age answers the same to a wrong passphrase and to a
/// damaged file: the caller must have compared checksums before.
/// [`Error::SlotDamaged`] when it is no age file, asks for more work than any of ours, or holds more than one may.
pub(crate) fn open(sealed: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>> {
    let headed = headed(sealed, MOST_HEADER).ok().flatten();
    let decryptor = age::Decryptor::new_buffered(headed.ok_or(Error::SlotDamaged)?)
        .map_err(|_| Error::SlotDamaged)?;
    let identity = under(passphrase);
    let reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|error| match error {
            age::DecryptError::ExcessiveWork { .. } | age::DecryptError::InvalidHeader => {
                Error::SlotDamaged
            }
            _ => Error::WrongPassphrase,
        })?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(1024));
    let read = reader.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    match read {
        Ok(read) if read as u64 <= MOST_BYTES => Ok(bytes),
        // Cut to what it may hold, it would be something else than what was closed.
        _ => Err(Error::SlotDamaged),
    }
}

/// The same file, closed at a cost of 2^1, with a header that asks for 2^23.
#[cfg(test)]
pub(super) fn asking_for_more(sealed: &[u8]) -> Vec<u8> {
    let at = sealed.windows(3).position(|w| w == b" 1\n").unwrap();
    [&sealed[..at], b" 23\n", &sealed[at + 3..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text).unwrap()
    }

    #[test]
    fn what_is_closed_opens_with_the_same_phrase_only() {
        let sealed = close(b"between", &phrase("one two"), Cost::CHEAP).unwrap();
        assert_eq!(
            open(&sealed, &phrase("one　two")).unwrap().as_slice(),
            b"between"
        );
        assert!(matches!(
            open(&sealed, &phrase("one three")),
            Err(Error::WrongPassphrase)
        ));
    }

    #[test]
    fn what_is_larger_than_a_small_file_is_refused_and_never_cut() {
        let whole = vec![7; 64 * 1024];
        let sealed = close(&whole, &phrase("one"), Cost(1)).unwrap();
        let opened = open(&sealed, &phrase("one")).unwrap();
        assert_eq!(opened.as_slice(), whole);
        let more = close(&[whole, vec![7]].concat(), &phrase("one"), Cost(1)).unwrap();
        let refused = open(&more, &phrase("one"));
        assert!(matches!(refused, Err(Error::SlotDamaged)));
    }

    #[test]
    fn what_a_phrase_costs_stands_in_the_file() {
        for (cost, work) in [(Cost::EVERYDAY, "18"), (Cost::DRAWN_WORDS, "15")] {
            let sealed = close(b"k", &phrase("one"), cost).unwrap();
            let stanza = sealed.split(|byte| *byte == b'\n').nth(1).unwrap();
            let stanza = String::from_utf8(stanza.to_vec()).unwrap();
            assert_eq!(stanza.rsplit(' ').next(), Some(work), "{stanza}");
        }
    }

    #[test]
    fn every_changed_bit_is_refused() {
        let sealed = close(b"k", &phrase("one"), Cost(1)).unwrap();
        for place in 0..sealed.len() {
            for bit in 0..8 {
                let mut changed = sealed.clone();
                changed[place] ^= 1 << bit;
                assert!(
                    open(&changed, &phrase("one")).is_err(),
                    "byte {place} bit {bit}"
                );
            }
        }
    }

    #[test]
    fn a_header_that_is_long_is_refused_at_once() {
        let begins = "age-encryption.org/v1\n-> scrypt ";
        for more in [
            "> ".repeat(9_000),
            "> ".repeat(1_500),
            "x\n\n-> a".repeat(600),
        ] {
            let forged = format!("{begins}{more}\n\n--- AAAA\n");
            let begun = std::time::Instant::now();
            let refused = open(forged.as_bytes(), &phrase("one"));
            assert!(matches!(refused, Err(Error::SlotDamaged)));
            assert!(begun.elapsed().as_millis() < 1000);
        }
    }

    #[test]
    fn a_header_asking_for_endless_work_is_refused_at_once() {
        let forged = asking_for_more(&close(b"k", &phrase("one"), Cost(1)).unwrap());
        let begun = std::time::Instant::now();
        let refused = open(&forged, &phrase("one"));
        assert!(matches!(refused, Err(Error::SlotDamaged)));
        assert!(begun.elapsed().as_millis() < 1000);
    }
}
