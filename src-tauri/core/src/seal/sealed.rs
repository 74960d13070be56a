//! Reading a sealed file that came from outside. The order is fixed, each step refuses with one sentence, and
//! nothing is acted on before the last byte was verified:
//!
//! file of at most 96 MiB → armor → header of at most 64 KiB → work of at most 2^20 → a key → the whole text, at most
//! 70 MiB.

use std::cell::Cell;
use std::io::{Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age_core::format::{FileKey, Stanza};
use zeroize::Zeroizing;

use super::header::{Headed, headed};
use super::keys::{Identity, Recipient};
use super::small::{STEP, close_to, under};
use crate::error::{Error, Result};
use crate::keeping::watch::{Stage, Watch};
use crate::passphrase::Passphrase;

/// The most bytes that a sealed file may have.
pub(crate) const MOST_SEALED: usize = 96 * 1024 * 1024;
/// The most bytes of its header. age reads a header of any length.
pub(super) const MOST_HEADER: usize = 64 * 1024;
/// The most bytes inside. 48 MiB of pictures are 64 MiB in base64; armored, 70 MiB still fit into the file's limit.
pub(crate) const MOST_INSIDE: usize = 70 * 1024 * 1024;

const ARMOR_BEGINS: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const ARMOR_ENDS: &str = "-----END AGE ENCRYPTED FILE-----";

/// A sealed file, whole and in binary form, that nobody opened yet.
pub(crate) struct Sealed {
    bytes: Vec<u8>,
}

/// `bytes`, sealed for one companion: a binary age file with one recipient.
pub(crate) fn close_for(bytes: &[u8], recipient: &Recipient) -> Result<Vec<u8>> {
    close_for_watched(bytes, recipient, &mut Watch::nobody())
}

/// The same, with somebody who watches.
pub(crate) fn close_for_watched(
    bytes: &[u8],
    recipient: &Recipient,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>> {
    close_to(bytes, recipient.as_age(), watch)
}

/// A sealed file as text for the body of a mail.
pub fn armored(sealed: &[u8]) -> Result<String> {
    let fault = |_| Error::Unexpected("armor");
    let mut text = Vec::with_capacity(sealed.len() / 3 * 4 + sealed.len() / 48 + 128);
    let mut writer = ArmoredWriter::wrap_output(&mut text, Format::AsciiArmor).map_err(fault)?;
    writer.write_all(sealed).map_err(fault)?;
    writer.finish().map_err(fault)?;
    String::from_utf8(text).map_err(|_| Error::Unexpected("armor"))
}

impl Sealed {
    /// Takes in a file, binary or armored.
    ///
    /// # Errors
    /// [`Error::LetterTooLarge`], [`Error::NotALetter`].
    pub(crate) fn take(bytes: &[u8]) -> Result<Sealed> {
        if bytes.len() > MOST_SEALED {
            return Err(Error::LetterTooLarge);
        }
        let mut binary = Vec::with_capacity(bytes.len());
        let bare = bytes.trim_ascii();
        // White space around armor means nothing; around a binary file it would be part of it.
        let bytes = if bare.starts_with(ARMOR_BEGINS.as_bytes()) {
            bare
        } else {
            bytes
        };
        ArmoredReader::new(bytes)
            .read_to_end(&mut binary)
            .map_err(|_| Error::NotALetter)?;
        match headed(binary.as_slice(), MOST_HEADER) {
            Ok(Some(_)) => Ok(Sealed { bytes: binary }),
            _ => Err(Error::NotALetter),
        }
    }

    /// Takes in what was pasted: the armored part of a mail, whatever stands around it, with the signs of a quotation
    /// and the white space that mail programs add taken off.
    ///
    /// # Errors
    /// As [`Sealed::take`].
    pub(crate) fn take_pasted(text: &str) -> Result<Sealed> {
        if text.len() > MOST_SEALED {
            return Err(Error::LetterTooLarge);
        }
        let bare = |line: &str| -> String {
            line.trim_start_matches(|c: char| c == '>' || c.is_whitespace() || c == '\u{feff}')
                .trim_end()
                .to_owned()
        };
        let lines = text
            .lines()
            .map(bare)
            .skip_while(|line| line != ARMOR_BEGINS);
        let mut armor = String::with_capacity(text.len());
        for line in lines.filter(|line| !line.is_empty()) {
            armor.push_str(&line);
            armor.push('\n');
            if line == ARMOR_ENDS {
                break;
            }
        }
        Sealed::take(armor.as_bytes())
    }

    /// Whether words open it, rather than a key.
    ///
    /// # Errors
    /// [`Error::NotALetter`] when the header is none.
    pub(crate) fn is_under_words(&self) -> Result<bool> {
        Ok(self.decryptor()?.is_scrypt())
    }

    /// Opens it with whichever of these keys fits, and says which one it was.
    ///
    /// # Errors
    /// [`Error::NotForThisJournal`] when none fits, [`Error::LetterTorn`] when it is damaged behind its header,
    /// [`Error::LetterSwells`] when it holds more than it may.
    pub(crate) fn open_with(&self, identities: &[Identity]) -> Result<(usize, Zeroizing<Vec<u8>>)> {
        self.open_with_watched(identities, &mut Watch::nobody())
    }

    /// The same, with somebody who watches.
    pub(crate) fn open_with_watched(
        &self,
        identities: &[Identity],
        watch: &mut Watch<'_>,
    ) -> Result<(usize, Zeroizing<Vec<u8>>)> {
        let fitting = Cell::new(None);
        let noting: Vec<Noting<'_>> = identities
            .iter()
            .enumerate()
            .map(|(number, identity)| Noting {
                identity: identity.as_age(),
                number,
                fitting: &fitting,
            })
            .collect();
        let mut identities = noting.iter().map(|one| one as &dyn age::Identity);
        let inside = self.open_by(&mut identities, watch)?;
        let number = fitting.get().ok_or(Error::Unexpected("sealed"))?;
        Ok((number, inside))
    }

    /// Opens it with words.
    ///
    /// # Errors
    /// [`Error::WordsDoNotOpen`], [`Error::LetterAsksTooMuch`] when it wants more work than any of ours, and the others
    /// of [`Sealed::open_with`].
    pub(crate) fn open_under(
        &self,
        words: &Passphrase,
        watch: &mut Watch<'_>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let identity = under(words);
        let mut identities = std::iter::once(&identity as &dyn age::Identity);
        self.open_by(&mut identities, watch)
            .map_err(|error| match error {
                Error::NotForThisJournal => Error::WordsDoNotOpen,
                other => other,
            })
    }

    fn decryptor(&self) -> Result<age::Decryptor<Headed<&[u8]>>> {
        let headed = headed(self.bytes.as_slice(), MOST_HEADER)
            .ok()
            .flatten()
            .ok_or(Error::NotALetter)?;
        age::Decryptor::new_buffered(headed).map_err(|error| refusal(&error))
    }

    fn open_by(
        &self,
        identities: &mut dyn Iterator<Item = &dyn age::Identity>,
        watch: &mut Watch<'_>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let mut reader = self
            .decryptor()?
            .decrypt(identities)
            .map_err(|error| refusal(&error))?;
        // Reserved at once: a buffer that grows leaves copies of the words behind in memory.
        let room = self.bytes.len().min(MOST_INSIDE + STEP);
        let mut inside = Zeroizing::new(Vec::with_capacity(room));
        loop {
            let read = Read::by_ref(&mut reader)
                .take(STEP as u64)
                .read_to_end(&mut inside)
                .map_err(|_| Error::LetterTorn)?;
            if inside.len() > MOST_INSIDE {
                return Err(Error::LetterSwells);
            }
            watch.tell_bytes(Stage::Opening, inside.len(), self.bytes.len())?;
            if read == 0 {
                break;
            }
        }
        Ok(inside)
    }
}

fn refusal(error: &age::DecryptError) -> Error {
    match error {
        age::DecryptError::NoMatchingKeys | age::DecryptError::DecryptionFailed => {
            Error::NotForThisJournal
        }
        age::DecryptError::KeyDecryptionFailed => Error::NotForThisJournal,
        age::DecryptError::ExcessiveWork { .. } => Error::LetterAsksTooMuch,
        age::DecryptError::InvalidMac => Error::LetterTorn,
        _ => Error::NotALetter,
    }
}

/// An identity that notes when it was the one that fitted.
struct Noting<'a> {
    identity: &'a dyn age::Identity,
    number: usize,
    fitting: &'a Cell<Option<usize>>,
}

impl age::Identity for Noting<'_> {
    fn unwrap_stanza(
        &self,
        stanza: &Stanza,
    ) -> Option<std::result::Result<FileKey, age::DecryptError>> {
        let unwrapped = self.identity.unwrap_stanza(stanza);
        if matches!(unwrapped, Some(Ok(_))) {
            self.fitting.set(Some(self.number));
        }
        unwrapped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::watch::{GoOn, Headway};

    #[test]
    fn what_is_sealed_for_one_opens_for_that_one_and_says_for_whom() {
        let keys = [
            Identity::fresh(),
            Identity::fresh_short(),
            Identity::fresh(),
        ];
        for (number, key) in keys.iter().enumerate() {
            let sealed = close_for("海".as_bytes(), &key.recipient()).unwrap();
            let (fitting, inside) = Sealed::take(&sealed).unwrap().open_with(&keys).unwrap();
            assert_eq!((fitting, inside.as_slice()), (number, "海".as_bytes()));
        }
        let sealed = close_for(b"x", &Identity::fresh().recipient()).unwrap();
        let refused = Sealed::take(&sealed).unwrap().open_with(&keys);
        assert!(matches!(refused, Err(Error::NotForThisJournal)));
        assert!(!Sealed::take(&sealed).unwrap().is_under_words().unwrap());
    }

    #[test]
    fn how_far_it_is_is_told_in_bytes_and_it_stops_when_it_is_told_to() {
        let key = [Identity::fresh_short()];
        let words = vec![b'x'; 2 * STEP + 3];
        let mut told = Vec::new();
        let mut note = |at: Headway| {
            told.push((at.stage, at.done, at.of));
            GoOn::Yes
        };
        let recipient = key[0].recipient();
        let sealed = close_for_watched(&words, &recipient, &mut Watch::new(&mut note)).unwrap();
        let taken = Sealed::take(&sealed).unwrap();
        let (_, inside) = taken
            .open_with_watched(&key, &mut Watch::new(&mut note))
            .unwrap();
        assert_eq!(*inside, words);
        let [step, all, of] = [STEP, words.len(), sealed.len()].map(|n| u32::try_from(n).unwrap());
        assert_eq!(
            told,
            [
                (Stage::Sealing, step, all),
                (Stage::Sealing, 2 * step, all),
                (Stage::Sealing, all, all),
                (Stage::Opening, step, of),
                (Stage::Opening, 2 * step, of),
                (Stage::Opening, all, of),
                (Stage::Opening, all, of),
            ]
        );
        let mut stop = |_: Headway| GoOn::No;
        let stopped = close_for_watched(&words, &recipient, &mut Watch::new(&mut stop));
        assert!(matches!(stopped, Err(Error::Stopped)));
        let stopped = taken.open_with_watched(&key, &mut Watch::new(&mut stop));
        assert!(matches!(stopped, Err(Error::Stopped)));
    }

    #[test]
    fn armor_survives_a_mail_program() {
        let key = [Identity::fresh()];
        let sealed = close_for(&[7; 3000], &key[0].recipient()).unwrap();
        let text = armored(&sealed).unwrap();
        let quoted: String = text.lines().map(|line| format!("> {line}  \r\n")).collect();
        for pasted in [
            text.clone(),
            format!("\u{feff}\n\n  {text}\n\n"),
            format!("こんにちは。\n\n{text}\n-- \nAki"),
            format!("Le 3 mai, Aki a écrit :\r\n{quoted}> Aki"),
            text.replace('\n', "\n\n"),
        ] {
            let again = Sealed::take_pasted(&pasted).unwrap();
            assert_eq!(again.bytes, sealed);
        }
        assert!(matches!(
            Sealed::take_pasted("dear Bo"),
            Err(Error::NotALetter)
        ));
    }

    #[test]
    fn an_endless_header_is_refused_at_once() {
        let mut file = b"age-encryption.org/v1\n".to_vec();
        while file.len() < 10 * 1024 * 1024 {
            file.extend_from_slice(b"-> a b\n\n");
        }
        file.extend_from_slice(b"--- AAAA\n");
        let begun = std::time::Instant::now();
        assert!(matches!(Sealed::take(&file), Err(Error::NotALetter)));
        assert!(begun.elapsed().as_secs() < 5);
    }

    #[test]
    fn the_longest_header_that_is_read_takes_no_time_to_speak_of() {
        let key = [Identity::fresh_short()];
        for piece in ["> ", "-> a\n\n"] {
            let most = MOST_HEADER - 100;
            let header = format!(
                "age-encryption.org/v1\n-> scrypt {}\n\n--- AAAA\n",
                piece.repeat(most / piece.len())
            );
            let begun = std::time::Instant::now();
            let taken = Sealed::take(header.as_bytes()).unwrap();
            assert!(taken.open_with(&key).is_err());
            assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
        }
    }

    #[test]
    fn more_than_a_letter_may_hold_is_refused_without_being_read_to_its_end() {
        let key = [Identity::fresh_short()];
        let much = vec![b' '; MOST_INSIDE + 1];
        let sealed = Sealed::take(&close_for(&much, &key[0].recipient()).unwrap()).unwrap();
        assert!(matches!(sealed.open_with(&key), Err(Error::LetterSwells)));
        let huge = vec![0; MOST_SEALED + 1];
        assert!(matches!(Sealed::take(&huge), Err(Error::LetterTooLarge)));
    }

    #[test]
    fn as_much_as_a_letter_may_hold_is_read_into_room_that_was_there_at_once() {
        let key = [Identity::fresh_short()];
        let most = vec![b' '; MOST_INSIDE];
        let sealed = Sealed::take(&close_for(&most, &key[0].recipient()).unwrap()).unwrap();
        let (_, inside) = sealed.open_with(&key).unwrap();
        assert!(*inside == most);
        // A buffer that grew would be twice as large, and its words would still lie where it was before.
        assert!(inside.capacity() <= MOST_INSIDE + STEP);
    }

    #[test]
    fn the_largest_file_is_looked_at_and_a_larger_one_is_not_binary_or_pasted() {
        let mut file = "x".repeat(MOST_SEALED);
        let looked = |file: &str| [Sealed::take(file.as_bytes()), Sealed::take_pasted(file)];
        for told in looked(&file) {
            assert!(matches!(told, Err(Error::NotALetter)));
        }
        file.push('x');
        for told in looked(&file) {
            assert!(matches!(told, Err(Error::LetterTooLarge)));
        }
    }
}
