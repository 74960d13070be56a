//! Pictures come without what a camera noted in them, and no larger than a page can show.

use std::fs;
use std::path::Path;

use awai::blocks::Block;
use awai::{Journal, TroubleKind};
use awai_tests::Person;
use image::{DynamicImage, ImageFormat, RgbaImage};
use serde_json::Value;

use crate::photo::{as_from_a_camera, claiming, encoded, has, photo};
use crate::{bring, exported, foreign, journal_of, pages, read, refused, with_photos, zipped};

const ONE: &str = "11111111111111111111111111111111";
const TWO: &str = "22222222222222222222222222222222";

/// An export of one page with these photos beside it: digest, ending, bytes.
fn export_with(person: &Person, page: Value, photos: &[(&str, &str, &[u8])]) -> std::path::PathBuf {
    let path = exported(person, &[page]);
    for (md5, ending, bytes) in photos {
        let name = format!("photos/{md5}.{ending}");
        fs::write(path.with_file_name(name), bytes).unwrap();
    }
    path
}

fn page_of(text: &str, photos: &[(&str, &str)]) -> Value {
    with_photos(
        foreign(1, "2026-01-01T12:00:00Z", "Asia/Tokyo", text),
        photos,
    )
}

/// The pictures of the only page: kind, width, height, bytes.
fn kept(journal: &Journal) -> Vec<(String, u32, u32, Vec<u8>)> {
    let page = pages(journal).remove(0);
    let blocks = page.blocks.into_iter();
    blocks
        .filter_map(|block| match block {
            Block::Picture {
                id, width, height, ..
            } => {
                let (kind, bytes) = journal.picture(id).unwrap();
                Some((kind, width, height, bytes))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn a_photo_comes_upright_and_without_what_the_camera_noted() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let camera = as_from_a_camera(&encoded(&photo(64, 32), ImageFormat::Jpeg));
    assert!(has(&camera, b"CANARYCAM") && has(&camera, b"46.81"));
    let path = export_with(
        &aki,
        page_of("![](dayone-moment://A)", &[("A", ONE)]),
        &[(ONE, "jpeg", &camera)],
    );
    assert_eq!(bring(&aki, &mut journal, &path).pictures, 1);
    let (kind, width, height, bytes) = kept(&journal).remove(0);
    assert_eq!((kind.as_str(), width, height), ("jpeg", 32, 64));
    for noted in [&b"Exif"[..], b"CANARYCAM", b"46.81"] {
        assert!(!has(&bytes, noted));
    }
    // Its left edge is its upper edge now.
    let seen = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(seen.dimensions(), (32, 64));
    assert!(seen.get_pixel(16, 2)[0] > 150 && seen.get_pixel(2, 60)[0] < 100);
    journal.close().unwrap();
    for file in [aki.database(), aki.seen()] {
        if file.is_file() {
            assert!(!has(&fs::read(file).unwrap(), b"CANARYCAM"));
        }
    }
}

#[test]
fn a_large_photo_comes_smaller_and_a_small_one_as_it_is() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (large, small) = (
        encoded(&photo(3000, 1000), ImageFormat::Png),
        encoded(&photo(40, 30), ImageFormat::Png),
    );
    let page = page_of("", &[("A", ONE), ("B", TWO)]);
    // The ending of a name says nothing: both are PNG.
    let path = export_with(&bo, page, &[(ONE, "jpeg", &large), (TWO, "png", &small)]);
    assert_eq!(bring(&bo, &mut journal, &path).pictures, 2);
    let kept = kept(&journal);
    let sizes: Vec<_> = kept
        .iter()
        .map(|(kind, width, height, _)| (kind.as_str(), *width, *height))
        .collect();
    assert_eq!(sizes, [("png", 2048, 683), ("png", 40, 30)]);
    let seen = image::load_from_memory(&kept[1].3).unwrap();
    assert_eq!(seen.into_rgb8(), photo(40, 30).into_rgb8());
}

#[test]
fn what_lets_light_through_still_does() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let glass = DynamicImage::ImageRgba8(RgbaImage::from_fn(8, 8, |x, _| {
        image::Rgba([9, 9, 9, (x * 30) as u8])
    }));
    let page = page_of("", &[("A", ONE), ("B", TWO)]);
    let path = export_with(
        &bo,
        page,
        &[
            (ONE, "webp", &encoded(&glass, ImageFormat::WebP)),
            (TWO, "webp", &encoded(&photo(8, 8), ImageFormat::WebP)),
        ],
    );
    bring(&bo, &mut journal, &path);
    let kept = kept(&journal);
    let kinds: Vec<_> = kept.iter().map(|(kind, ..)| kind.as_str()).collect();
    assert_eq!(kinds, ["webp", "jpeg"]);
    let seen = image::load_from_memory(&kept[0].3).unwrap().into_rgba8();
    assert_eq!(seen, glass.into_rgba8());
}

#[test]
fn a_photo_the_words_do_not_name_stands_at_the_end_and_one_named_twice_is_kept_once() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let bytes = encoded(&photo(8, 8), ImageFormat::Jpeg);
    let page = page_of(
        "![](dayone-moment://A) and ![](dayone-moment://A) again",
        &[("B", TWO), ("A", ONE)],
    );
    let path = export_with(&bo, page, &[(ONE, "jpeg", &bytes)]);
    let count = bring(&bo, &mut journal, &path);
    assert_eq!((count.pictures, count.pictures_missing), (1, 1));
    let body = &pages(&journal)[0].writing.body;
    let marker = body.lines().next().unwrap();
    assert!(marker.starts_with("![](picture:"));
    assert_eq!(
        *body,
        format!("{marker}\n\n and \n\n{marker}\n\n again\n\n![](gone:picture)")
    );
}

#[test]
fn photos_without_a_name_come_in_their_order() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (one, two) = (photo(8, 6), photo(6, 8));
    let mut page = page_of("", &[("", TWO), ("", ONE)]);
    page["photos"][0]["orderInEntry"] = serde_json::json!(5);
    let path = export_with(
        &bo,
        page,
        &[
            (ONE, "png", &encoded(&one, ImageFormat::Png)),
            (TWO, "png", &encoded(&two, ImageFormat::Png)),
        ],
    );
    assert_eq!(bring(&bo, &mut journal, &path).pictures, 2);
    let widths: Vec<u32> = kept(&journal).iter().map(|(_, width, ..)| *width).collect();
    assert_eq!(widths, [8, 6]);
}

#[test]
fn what_is_no_picture_or_too_large_a_one_is_told_and_said_in_its_place() {
    let bo = Person::bo();
    for (bytes, kind) in [
        (
            &b"<svg onload='x'/>"[..],
            TroubleKind::ImportPictureUnreadable,
        ),
        (b"", TroubleKind::ImportPictureUnreadable),
        (
            b"GIF89a\x01\0\x01\0\0\0\0",
            TroubleKind::ImportPictureUnreadable,
        ),
        (&claiming(1, 0), TroubleKind::ImportPictureUnreadable),
        (&claiming(8000, 5001), TroubleKind::ImportPictureTooLarge),
        (
            &claiming(u32::MAX, u32::MAX),
            TroubleKind::ImportPictureTooLarge,
        ),
    ] {
        let home = Person::claire();
        let mut journal = home.begin();
        let path = export_with(
            &bo,
            page_of("before", &[("A", ONE)]),
            &[(ONE, "jpeg", bytes)],
        );
        let count = bring(&home, &mut journal, &path);
        assert_eq!((count.pages, count.pictures), (1, 0));
        assert_eq!(refused(&count), [(ONE, kind)]);
        assert_eq!(
            pages(&journal)[0].writing.body,
            "before\n\n![](gone:picture)"
        );
    }
}

#[test]
fn a_picture_that_breaks_off_is_told_when_it_is_taken_in() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let bytes = encoded(&photo(300, 300), ImageFormat::Png);
    let page = page_of("before", &[("A", ONE)]);
    let path = export_with(&bo, page, &[(ONE, "png", &bytes[..bytes.len() / 2])]);
    let import = read(&path).unwrap();
    assert_eq!(journal.count_import(&import).unwrap().pictures, 1);
    let count = journal.import(&import, bo.now()).unwrap();
    assert_eq!((count.pages, count.pictures), (1, 0));
    assert_eq!(
        refused(&count),
        [(ONE, TroubleKind::ImportPictureUnreadable)]
    );
    assert_eq!(
        pages(&journal)[0].writing.body,
        "before\n\n![](gone:picture)"
    );
}

#[test]
fn photos_are_found_beside_their_journal_in_a_zip_and_a_damaged_one_spoils_no_words() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let bytes = encoded(&photo(90, 90), ImageFormat::Png);
    let text = journal_of(&[page_of("写真", &[("A", ONE), ("B", TWO)])]).to_string();
    let path = zipped(
        &aki,
        &[
            ("旅/Journal.json", text.as_bytes()),
            (&format!("旅/photos/{ONE}.png"), &bytes),
            (&format!("旅/photos/{TWO}.png"), &bytes),
            (&format!("photos/{TWO}.png"), &bytes),
        ],
    );
    damage_second(&path, TWO);
    let import = read(&path).unwrap();
    // Another file in its place changes nothing: the ZIP is held open.
    fs::rename(&path, path.with_extension("old")).unwrap();
    fs::write(&path, b"something else").unwrap();
    let count = journal.import(&import, aki.now()).unwrap();
    assert_eq!(
        (count.pages, count.pictures, count.pictures_missing),
        (1, 1, 0)
    );
    assert_eq!(
        refused(&count),
        [(TWO, TroubleKind::ImportPictureUnreadable)]
    );
    assert_eq!(kept(&journal).len(), 1);
}

/// Turns a byte inside the file of a ZIP that has this name, near its end.
fn damage_second(path: &Path, name: &str) {
    let mut bytes = fs::read(path).unwrap();
    let end = format!("photos/{name}.png");
    let at = bytes
        .windows(end.len())
        .position(|window| window == end.as_bytes())
        .unwrap();
    bytes[at + end.len() + 60] ^= 0x55;
    fs::write(path, bytes).unwrap();
}
