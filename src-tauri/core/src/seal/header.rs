//! The header of an age file, within a limit and at once.
//!
//! age reads a header line by line (or byte by byte) and begins anew at each, so that its time grows with the square
//! of the lines: sixty-four kilobytes of short ones held a letter up for more than a minute. Here its end is looked for
//! first, and all of it is handed over as if it were one line.

use std::io::{BufRead, Chain, Cursor, Read, Result};

/// How the last line of a header begins, with the end of the line before.
const LAST: &[u8] = b"\n--- ";

/// A file whose header was found.
pub(super) struct Headed<R> {
    header: Cursor<Vec<u8>>,
    rest: Chain<Cursor<Vec<u8>>, R>,
}

/// Finds the header of a file, of so many bytes at the most; nothing when it does not end within them.
pub(super) fn headed<R: Read>(mut file: R, most: usize) -> Result<Option<Headed<R>>> {
    let mut head = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    Read::by_ref(&mut file).take(limit).read_to_end(&mut head)?;
    let last = head.windows(LAST.len()).position(|five| five == LAST);
    let end = last.and_then(|at| {
        let behind = head.get(at + LAST.len()..)?;
        let line = behind.iter().position(|byte| *byte == b'\n')?;
        Some(at + LAST.len() + line + 1)
    });
    Ok(end.map(|end| {
        let behind = head.split_off(end);
        Headed {
            header: Cursor::new(head),
            rest: Cursor::new(behind).chain(file),
        }
    }))
}

impl<R> Headed<R> {
    fn header_is_read(&self) -> bool {
        self.header.position() >= self.header.get_ref().len() as u64
    }
}

impl<R: Read> Read for Headed<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        match self.header_is_read() {
            true => self.rest.read(into),
            false => self.header.read(into),
        }
    }
}

impl<R: Read> BufRead for Headed<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.header.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.header.consume(bytes);
    }

    /// All of the header, whatever byte a line is said to end with. Behind it nothing is read by lines.
    fn read_until(&mut self, _: u8, into: &mut Vec<u8>) -> Result<usize> {
        self.header.read_to_end(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_comes_at_once_and_what_is_behind_it_follows() {
        let file = b"one\n-> two\n--- three\nbehind\n--- it\n";
        let mut headed = headed(&file[..], 64).unwrap().unwrap();
        let mut header = Vec::new();
        headed.read_until(b'\n', &mut header).unwrap();
        assert_eq!(header, b"one\n-> two\n--- three\n");
        assert_eq!(headed.read_until(b'\n', &mut header).unwrap(), 0);
        let mut rest = Vec::new();
        headed.read_to_end(&mut rest).unwrap();
        assert_eq!(rest, b"behind\n--- it\n");
    }

    #[test]
    fn read_in_any_other_way_it_is_the_same_file() {
        let file = b"one\n--- three\nbehind";
        let mut whole = Vec::new();
        let mut headed_once = headed(&file[..], 64).unwrap().unwrap();
        headed_once.read_to_end(&mut whole).unwrap();
        assert_eq!(whole, file);
        let mut in_pieces = headed(&file[..], 64).unwrap().unwrap();
        assert_eq!(in_pieces.fill_buf().unwrap(), b"one\n--- three\n");
        in_pieces.consume(4);
        assert_eq!(in_pieces.fill_buf().unwrap(), b"--- three\n");
    }

    #[test]
    fn a_header_that_does_not_end_in_time_is_none() {
        for (file, most) in [
            (&b"one\n--- three\n"[..], 13),
            (b"one\n--- three", 64),
            (b"one\n-- three\n", 64),
            (b"", 64),
        ] {
            assert!(headed(file, most).unwrap().is_none());
        }
        assert!(headed(&b"one\n--- three\n"[..], 14).unwrap().is_some());
    }
}
