//! Files of any size under a passphrase, written and read as they go by.

use std::io::{Read, Write};

use super::header::headed;
use super::sealed::MOST_HEADER;
use super::small::{Cost, for_phrase, under};
use crate::error::{Error, Result};
use crate::passphrase::Passphrase;

/// How every binary age file begins.
const BEGINS: &[u8] = b"age-encryption.org/v1\n";

/// Whether a file that begins like this is an age file.
pub(crate) fn is_sealed(head: &[u8]) -> bool {
    head.starts_with(BEGINS)
}

/// What is written into the result goes into `to`, closed with a passphrase. [`Closing::finish`] makes it whole:
/// without that, no age program opens it to its end.
pub(crate) fn closing<W: Write>(to: W, passphrase: &Passphrase, cost: Cost) -> Result<Closing<W>> {
    let fault = |_| Error::Unexpected("seal");
    let recipient = for_phrase(passphrase, cost);
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| Error::Unexpected("seal"))?;
    Ok(Closing(encryptor.wrap_output(to).map_err(fault)?))
}

/// A file being closed.
pub(crate) struct Closing<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> Closing<W> {
    /// Writes what makes the file whole, and gives back what it was written into.
    pub(crate) fn finish(self) -> std::io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for Closing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// What a file closed by [`closing`] holds. Reading fails where the file is damaged or breaks off.
///
/// # Errors
/// [`Error::WrongPassphrase`] for a wrong passphrase, [`Error::ImportTorn`] when the header is damaged.
pub(crate) fn opening<R: Read>(from: R, passphrase: &Passphrase) -> Result<impl Read + use<R>> {
    let headed = headed(from, MOST_HEADER).map_err(|_| Error::ImportTorn)?;
    let decryptor = age::Decryptor::new_buffered(headed.ok_or(Error::ImportTorn)?)
        .map_err(|_| Error::ImportTorn)?;
    let identity = under(passphrase);
    decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|error| match error {
            age::DecryptError::ExcessiveWork { .. } | age::DecryptError::InvalidHeader => {
                Error::ImportTorn
            }
            _ => Error::WrongPassphrase,
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::small::asking_for_more;

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text).unwrap()
    }

    fn closed(bytes: &[u8]) -> Vec<u8> {
        let mut closing = closing(Vec::new(), &phrase("one two"), Cost(1)).unwrap();
        closing.write_all(bytes).unwrap();
        closing.flush().unwrap();
        closing.finish().unwrap()
    }

    #[test]
    fn what_goes_by_is_closed_and_comes_back_whole_or_not_at_all() {
        let words = vec![b'x'; 200_000];
        let sealed = closed(&words);
        assert!(is_sealed(&sealed) && !is_sealed(&words) && !is_sealed(b"age"));
        let read = |sealed: &[u8]| {
            let mut inside = Vec::new();
            let mut opened = opening(sealed, &phrase("one two")).unwrap();
            opened.read_to_end(&mut inside).map(|_| inside)
        };
        assert_eq!(read(&sealed).unwrap(), words);
        assert!(read(&sealed[..sealed.len() - 1]).is_err());
        assert!(read(&sealed[..sealed.len() / 2]).is_err());
    }

    #[test]
    fn another_phrase_and_a_hurt_header_are_told_apart() {
        let sealed = closed(b"words");
        let other = opening(sealed.as_slice(), &phrase("three"));
        assert!(matches!(other, Err(Error::WrongPassphrase)));
        let endless = asking_for_more(&sealed);
        for hurt in [&sealed[..30], &sealed[1..], &endless] {
            let refused = opening(hurt, &phrase("one two"));
            assert!(matches!(refused, Err(Error::ImportTorn)));
        }
    }
}
