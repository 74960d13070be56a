//! Pictures on their way into a journal: recognised by their bytes and not by their name, turned upright, made no
//! larger than a page can show, and written anew, so that nothing of what a camera noted beside the light
//! (where, when, with what, by whom) comes along. Pure: bytes in, bytes out.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageResult, Limits};
use imagesize::ImageType;

use crate::error::{Error, TroubleKind};

/// The most bytes a picture may have as it comes.
pub(crate) const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The most pixels a picture may say it has, before anything is decoded: forty million.
const MOST_PIXELS: u64 = 40_000_000;

/// The longer side of a picture as it is kept, in pixels.
const LONGER_SIDE: u32 = 2048;

/// What decoding may take of memory: forty million pixels of the widest kind (16 bits in four channels).
const MOST_MEMORY: u64 = MOST_PIXELS * 8 + 64 * 1024 * 1024;

/// A colour profile is a table of a few hundred bytes; what is larger is left out.
const MOST_PROFILE_BYTES: usize = 64 * 1024;

/// Of a hundred.
const JPEG_QUALITY: u8 = 88;

/// What a journal keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureKind {
    Png,
    Jpeg,
    Webp,
}

/// A picture as it is kept.
pub(crate) struct Picture {
    pub kind: PictureKind,
    pub width: u32,
    pub height: u32,
    pub bytes: Vec<u8>,
}

/// Why a picture cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is no PNG, JPEG or WebP, or it breaks off before its size is told. More bytes may tell more.
    Unknown,
    /// It cannot be decoded.
    Broken,
    /// It has more pixels or bytes than a journal takes.
    TooLarge,
}

impl Unfit {
    /// What a person is told of a picture in an export.
    pub(crate) fn trouble(self) -> TroubleKind {
        match self {
            Unfit::Unknown | Unfit::Broken => TroubleKind::ImportPictureUnreadable,
            Unfit::TooLarge => TroubleKind::ImportPictureTooLarge,
        }
    }
}

impl PictureKind {
    /// `png`, `jpeg` or `webp`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpeg",
            PictureKind::Webp => "webp",
        }
    }
}

impl From<Unfit> for Error {
    fn from(unfit: Unfit) -> Error {
        match unfit {
            Unfit::Unknown => Error::NotAPicture,
            Unfit::Broken => Error::PictureTorn,
            Unfit::TooLarge => Error::PictureTooLarge,
        }
    }
}

/// Which of the three it begins like, if any.
pub(crate) fn kind_of(head: &[u8]) -> Option<PictureKind> {
    match imagesize::image_type(head) {
        Ok(ImageType::Png) => Some(PictureKind::Png),
        Ok(ImageType::Jpeg) => Some(PictureKind::Jpeg),
        Ok(ImageType::Webp) => Some(PictureKind::Webp),
        _ => None,
    }
}

/// What the first bytes of a picture tell, before anything is decoded.
pub(crate) fn look(head: &[u8]) -> Result<PictureKind, Unfit> {
    let kind = kind_of(head).ok_or(Unfit::Unknown)?;
    let size = imagesize::blob_size(head).map_err(|_| Unfit::Unknown)?;
    match (size.width as u64).checked_mul(size.height as u64) {
        Some(1..=MOST_PIXELS) => Ok(kind),
        Some(0) => Err(Unfit::Broken),
        _ => Err(Unfit::TooLarge),
    }
}

/// Whether a JPEG ends before its last marker. The decoder fills what is missing with grey and says nothing; somebody
/// who puts half a picture on a page would find out when the whole one is gone.
pub(crate) fn breaks_off(bytes: &[u8]) -> bool {
    const END: u8 = 0xD9;
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        let Some(at) = rest.iter().position(|byte| *byte == 0xFF) else {
            return true;
        };
        rest = rest.get(at + 1..).unwrap_or_default();
        match rest.first() {
            None => return true,
            Some(&END) => return false,
            // Filling, a stuffed byte of the scan, a mark to begin again from: nothing with a length.
            Some(0xFF) => {}
            Some(0x00 | 0x01 | 0xD0..=0xD7) => {}
            // A part that says how long it is; behind the head of a scan come its bytes.
            Some(_) => {
                let long = match rest.get(1..3) {
                    Some(&[high, low]) => usize::from(u16::from_be_bytes([high, low])),
                    _ => return true,
                };
                rest = rest.get(1 + long..).unwrap_or_default();
            }
        }
    }
}

/// Makes a picture fit to be kept.
pub(crate) fn take_in(bytes: &[u8]) -> Result<Picture, Unfit> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let kind = match (look(bytes), kind_of(bytes)) {
        // All of it is here: what does not tell its size breaks off.
        (Err(Unfit::Unknown), Some(_)) => return Err(Unfit::Broken),
        (kind, _) => kind?,
    };
    // A hostile picture can find a fault in a decoder. Nothing that is shared is touched in here, so a panic
    // leaves nothing half done and costs this one picture instead of the whole import.
    let made = catch_unwind(AssertUnwindSafe(|| make(kind, bytes)));
    match made {
        Ok(Ok(picture)) => Ok(picture),
        Ok(Err(_)) | Err(_) => Err(Unfit::Broken),
    }
}

fn make(kind: PictureKind, bytes: &[u8]) -> ImageResult<Picture> {
    let input = Cursor::new(bytes);
    let (mut light, profile) = match kind {
        PictureKind::Png => develop(PngDecoder::new(input)?)?,
        PictureKind::Jpeg => develop(JpegDecoder::new(input)?)?,
        PictureKind::Webp => develop(WebPDecoder::new(input)?)?,
    };
    if light.width().max(light.height()) > LONGER_SIDE {
        light = light.resize(LONGER_SIDE, LONGER_SIDE, FilterType::CatmullRom);
    }
    let profile = profile.filter(|profile| profile_fits(profile, &light));
    // What lets light through stays so; WebP can only be written without loss here, which would make a
    // photograph many times larger than it came.
    let through = light.color().has_alpha();
    let kind = match kind {
        PictureKind::Webp if !through => PictureKind::Jpeg,
        kind => kind,
    };
    let mut made = Vec::new();
    match kind {
        PictureKind::Png => write(PngEncoder::new(&mut made), &light, profile)?,
        PictureKind::Webp => write(WebPEncoder::new_lossless(&mut made), &light, profile)?,
        PictureKind::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut made, JPEG_QUALITY);
            write(encoder, &light, profile)?;
        }
    }
    Ok(Picture {
        kind,
        width: light.width(),
        height: light.height(),
        bytes: made,
    })
}

/// Decodes, turns upright, and brings to eight bits a channel. With it comes its colour profile.
fn develop(mut decoder: impl ImageDecoder) -> ImageResult<(DynamicImage, Option<Vec<u8>>)> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or(None);
    let mut light = DynamicImage::from_decoder(decoder)?;
    light.apply_orientation(orientation);
    let light = match (light.color().has_color(), light.color().has_alpha()) {
        (false, false) => DynamicImage::ImageLuma8(light.into_luma8()),
        (_, false) => DynamicImage::ImageRgb8(light.into_rgb8()),
        (_, true) => DynamicImage::ImageRgba8(light.into_rgba8()),
    };
    Ok((light, profile))
}

/// Without its profile a photograph of a telephone looks pale. One that speaks of other colours than the picture
/// now has (a printer's CMYK) would spoil it.
fn profile_fits(profile: &[u8], light: &DynamicImage) -> bool {
    let space = if light.color().has_color() {
        b"RGB "
    } else {
        b"GRAY"
    };
    profile.len() <= MOST_PROFILE_BYTES && profile.get(16..20) == Some(space)
}

fn write(
    mut encoder: impl ImageEncoder,
    light: &DynamicImage,
    profile: Option<Vec<u8>>,
) -> ImageResult<()> {
    if let Some(profile) = profile {
        // An encoder that takes no profile writes the picture without one.
        let _ = encoder.set_icc_profile(profile);
    }
    light.write_with_encoder(encoder)
}
