//! A picture of a virtual display: read from the XWD file in which Xvfb keeps its screen, written as PNG.
//! Both by hand, in a page each, so that a machine needs no tool for it.

/// Rows of red, green, blue.
pub struct Picture {
    width: usize,
    height: usize,
    rows: Vec<Vec<u8>>,
}

impl Picture {
    /// Reads an XWD file with 32 bits a pixel, as Xvfb's 24-bit screens have.
    pub fn read(bytes: &[u8]) -> Option<Picture> {
        // X11/XWDFile.h: a header of big-endian words, then the colour map, then the pixels.
        let word = |at: usize| {
            Some(u32::from_be_bytes(bytes.get(at * 4..at * 4 + 4)?.try_into().ok()?) as usize)
        };
        let (header, width, height) = (word(0)?, word(4)?, word(5)?);
        let (little, bits, stride, colours) = (word(7)? == 0, word(11)?, word(12)?, word(19)?);
        if bits != 32 || width == 0 || height == 0 {
            return None;
        }
        let pixels = bytes.get(header + colours * 12..)?;
        let row = |line: &[u8]| {
            let pixel = |pixel: &[u8]| match *pixel {
                [b, g, r, _] if little => [r, g, b],
                [_, r, g, b] => [r, g, b],
                _ => [0; 3],
            };
            line.chunks_exact(4).flat_map(pixel).collect::<Vec<u8>>()
        };
        let lines = pixels.chunks_exact(stride).take(height);
        let rows: Vec<_> = lines
            .filter_map(|line| line.get(..width * 4))
            .map(row)
            .collect();
        (rows.len() == height).then_some(Picture {
            width,
            height,
            rows,
        })
    }

    /// How many pixels differ from the one at the top left: a window that is drawn has many.
    pub fn drawn(&self) -> usize {
        let first = self
            .rows
            .first()
            .and_then(|row| row.get(..3))
            .unwrap_or_default();
        self.rows
            .iter()
            .flat_map(|row| row.chunks_exact(3))
            .filter(|pixel| *pixel != first)
            .count()
    }

    /// As a PNG, not compressed: nobody keeps these.
    pub fn png(&self) -> Vec<u8> {
        let mut raw = Vec::with_capacity((self.width * 3 + 1) * self.height);
        for row in &self.rows {
            raw.push(0);
            raw.extend_from_slice(row);
        }
        let size = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
        let mut head = [size(self.width), size(self.height)].concat();
        head.extend_from_slice(&[8, 2, 0, 0, 0]);
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, body) in [
            (b"IHDR", head),
            (b"IDAT", stored(&raw)),
            (b"IEND", Vec::new()),
        ] {
            png.extend_from_slice(&size(body.len()));
            let named = [kind.as_slice(), &body].concat();
            png.extend_from_slice(&named);
            png.extend_from_slice(&crc(&named).to_be_bytes());
        }
        png
    }
}

/// zlib's frame around stored blocks (RFC 1950, RFC 1951 §3.2.4).
fn stored(raw: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = raw.chunks(0xFFFF).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(u8::from(blocks.peek().is_none()));
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    let (mut low, mut high) = (1u32, 0u32);
    for &byte in raw {
        low = (low + u32::from(byte)) % 65521;
        high = (high + low) % 65521;
    }
    out.extend_from_slice(&(high << 16 | low).to_be_bytes());
    out
}

/// PNG's checksum.
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_standards() {
        assert_eq!(crc(b"123456789"), 0xCBF4_3926);
        assert!(stored(b"Wikipedia").ends_with(&0x11E6_0398_u32.to_be_bytes()));
    }

    #[test]
    fn a_screen_becomes_a_picture() {
        let mut words = [0u32; 25];
        for (at, value) in [(0, 100), (4, 2), (5, 1), (11, 32), (12, 8)] {
            words[at] = value;
        }
        let mut file: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        file.extend_from_slice(&[3, 2, 1, 0, 6, 5, 4, 0]);
        let picture = Picture::read(&file).unwrap();
        assert_eq!(picture.rows, vec![vec![1, 2, 3, 4, 5, 6]]);
        assert_eq!(picture.drawn(), 1);
        assert!(picture.png().starts_with(b"\x89PNG"));
    }
}
