//! Pictures that go along with a letter. What leaves is made anew from the picture's points: the place, the moment and
//! the camera that a photograph carries in it stay here. What comes in is judged by its own bytes, never by its name.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

use super::MOST_FILE_BYTES;
use crate::error::{Error, Result};

/// The most points a picture may have, read from its header: 40 megapixels.
const MOST_POINTS: u64 = 40_000_000;
/// The most bytes a text that goes along may have.
const MOST_TEXT: usize = 1024 * 1024;
/// JPEG's measure of how much is left out; above 90 nobody sees it.
const JPEG_QUALITY: u8 = 90;

/// Refuses a file that is not what it says, or is more than it may be.
///
/// # Errors
/// [`Error::LetterPicture`], [`Error::LetterTooMuch`].
pub(crate) fn admit(sort: &str, bytes: &[u8]) -> Result<()> {
    if bytes.len() > MOST_FILE_BYTES {
        return Err(Error::LetterTooMuch);
    }
    if sort == "text" {
        if bytes.len() > MOST_TEXT {
            return Err(Error::LetterTooMuch);
        }
        return match std::str::from_utf8(bytes) {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::LetterPicture),
        };
    }
    let wanted = format_of(sort).ok_or(Error::LetterPicture)?;
    let found = image::guess_format(bytes).map_err(|_| Error::LetterPicture)?;
    if found != wanted {
        return Err(Error::LetterPicture);
    }
    size(bytes).map(|_| ())
}

/// Width and height from the header.
pub(crate) fn size(bytes: &[u8]) -> Result<(u32, u32)> {
    let size = imagesize::blob_size(bytes).map_err(|_| Error::LetterPicture)?;
    let points = (size.width as u64).checked_mul(size.height as u64);
    if points.is_none_or(|points| points == 0 || points > MOST_POINTS) {
        return Err(Error::LetterTooMuch);
    }
    let side = |side: usize| u32::try_from(side).map_err(|_| Error::LetterTooMuch);
    Ok((side(size.width)?, side(size.height)?))
}

/// A picture of a page as it leaves: upright, its points and nothing else.
pub(crate) fn bare(kind: &str, bytes: &[u8]) -> Result<(&'static str, Vec<u8>)> {
    size(bytes)?;
    let format = format_of(kind).ok_or(Error::LetterPicture)?;
    let fault = |_| Error::LetterPicture;
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let upright = decoder.orientation().map_err(fault)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(fault)?;
    picture.apply_orientation(upright);
    let mut out = Vec::new();
    // A photograph stays a photograph; everything else keeps every point.
    if format == ImageFormat::Jpeg {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
        let picture = DynamicImage::ImageRgb8(picture.into_rgb8());
        picture.write_with_encoder(encoder).map_err(fault)?;
        return Ok(("jpeg", out));
    }
    picture
        .write_to(&mut Cursor::new(&mut out), ImageFormat::Png)
        .map_err(fault)?;
    Ok(("png", out))
}

fn format_of(sort: &str) -> Option<ImageFormat> {
    match sort {
        "png" => Some(ImageFormat::Png),
        "jpeg" => Some(ImageFormat::Jpeg),
        "webp" => Some(ImageFormat::WebP),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(format: ImageFormat) -> Vec<u8> {
        let points = image::RgbImage::from_fn(16, 8, |x, _| {
            image::Rgb([if x < 8 { 0 } else { 200 }, 0, 0])
        });
        let mut bytes = Vec::new();
        points
            .write_to(&mut Cursor::new(&mut bytes), format)
            .unwrap();
        bytes
    }

    /// A JPEG with an Exif block that says "turned to the right" and carries a place in words.
    fn turned() -> Vec<u8> {
        let mut exif =
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"43.0621N 141.3544E");
        let plain = picture(ImageFormat::Jpeg);
        let mut bytes = plain[..2].to_vec();
        bytes.extend_from_slice(&[0xff, 0xe1]);
        bytes.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(&exif);
        bytes.extend_from_slice(&plain[2..]);
        bytes
    }

    #[test]
    fn a_photograph_leaves_upright_and_without_its_place() {
        let bytes = turned();
        assert_eq!(size(&bytes).unwrap(), (16, 8));
        let (kind, out) = bare("jpeg", &bytes).unwrap();
        assert_eq!((kind, size(&out).unwrap()), ("jpeg", (8, 16)));
        assert!(!out.windows(6).any(|six| six == b"141.35"));
        assert!(!out.windows(4).any(|four| four == b"Exif"));
    }

    #[test]
    fn a_file_is_judged_by_its_bytes() {
        let png = picture(ImageFormat::Png);
        assert!(admit("png", &png).is_ok());
        assert!(matches!(admit("jpeg", &png), Err(Error::LetterPicture)));
        assert!(matches!(admit("svg", b"<svg/>"), Err(Error::LetterPicture)));
        assert!(matches!(admit("png", b"MZ"), Err(Error::LetterPicture)));
        assert!(admit("webp", &picture(ImageFormat::WebP)).is_ok());
        assert!(admit("text", "海".as_bytes()).is_ok());
        assert!(admit("text", &[0xff]).is_err());
    }

    #[test]
    fn a_picture_that_would_unfold_endlessly_is_refused_by_its_header() {
        let mut png = picture(ImageFormat::Png);
        // Width and height stand in the first chunk.
        png[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(matches!(admit("png", &png), Err(Error::LetterTooMuch)));
    }

    #[test]
    fn a_picture_may_have_forty_million_points_and_not_one_more() {
        let sized = |width: u32, height: u32| {
            let mut png = picture(ImageFormat::Png);
            png[16..20].copy_from_slice(&width.to_be_bytes());
            png[20..24].copy_from_slice(&height.to_be_bytes());
            admit("png", &png)
        };
        assert!(sized(8000, 5000).is_ok());
        assert!(matches!(sized(40_000_001, 1), Err(Error::LetterTooMuch)));
        for (width, height) in [(0, 5), (5, 0)] {
            assert!(sized(width, height).is_err(), "no points at all");
        }
    }

    #[test]
    fn a_file_may_be_as_long_as_it_may_and_not_one_byte_longer() {
        let mut png = picture(ImageFormat::Png);
        let mut text = vec![b'x'; MOST_TEXT];
        png.resize(MOST_FILE_BYTES, 0);
        for (sort, file) in [("png", &mut png), ("text", &mut text)] {
            assert!(admit(sort, file).is_ok(), "{sort}");
            file.push(0);
            assert!(matches!(admit(sort, file), Err(Error::LetterTooMuch)));
        }
    }
}
