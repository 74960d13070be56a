//! Pictures for the tests: as a telephone makes them, and as nobody should.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

/// A picture as a file.
pub fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Red at its left edge, so that turning shows.
pub fn photo(width: u32, height: u32) -> DynamicImage {
    let shade =
        |x: u32, y: u32| image::Rgb([if x < width / 4 { 250 } else { 20 }, (y % 200) as u8, 60]);
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, shade))
}

/// A JPEG in which a camera noted that it was turned a quarter, what it is called and where it was.
pub fn as_from_a_camera(jpeg: &[u8]) -> Vec<u8> {
    let mut notes = b"Exif\0\0II*\0\x08\0\0\0".to_vec();
    let field = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [
            &tag.to_le_bytes()[..],
            &kind.to_le_bytes(),
            &count.to_le_bytes(),
            &value,
        ]
        .concat()
    };
    notes.extend(3u16.to_le_bytes());
    notes.extend(field(0x010F, 2, 10, 50u32.to_le_bytes()));
    notes.extend(field(0x0112, 3, 1, [6, 0, 0, 0]));
    notes.extend(field(0x8825, 4, 1, 60u32.to_le_bytes()));
    notes.extend(0u32.to_le_bytes());
    notes.extend(b"CANARYCAM\0");
    notes.extend(1u16.to_le_bytes());
    notes.extend(field(0x0001, 2, 2, *b"N\0\0\0"));
    notes.extend(0u32.to_le_bytes());
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend((notes.len() as u16 + 2).to_be_bytes());
    bytes.extend(&notes);
    bytes.extend([0xFF, 0xFE, 0, 14]);
    bytes.extend(b"46.81,-71.21");
    bytes.extend(&jpeg[2..]);
    bytes
}

/// Whether bytes stand somewhere.
pub fn has(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// The beginning of a PNG that claims a size and holds nothing.
pub fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}
