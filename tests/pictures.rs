//! Pictures that a person puts on a page, and takes off again.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation
)]

mod photo;

use std::fs;

use awai::blocks::{Block, Gone};
use awai::{
    Cost, Cover, DraftSave, Error, Journal, NewPicture, OutAs, OutAsk, OutForm, OutLetters,
    PagesAsk, PictureId, ReflectionId, Rest, TroubleKind, Whether,
};
use awai_tests::exchange::{arrived, from_page, letter, pair, sealings};
use awai_tests::{Person, words};
use image::ImageFormat;
use photo::{as_from_a_camera, claiming, encoded, has, photo};

fn jpeg() -> Vec<u8> {
    encoded(&photo(64, 32), ImageFormat::Jpeg)
}

fn a_picture() -> NewPicture {
    NewPicture::of(&jpeg()).unwrap()
}

fn save(page: Option<ReflectionId>, rev: u32, body: &str) -> DraftSave {
    DraftSave {
        page,
        rev,
        writing: words(body),
    }
}

/// The pictures a page shows, in the order of its words, and what they show.
fn shown(journal: &Journal, page: ReflectionId) -> Vec<(PictureId, String)> {
    let page = journal.page(page, Cover::Opened).unwrap();
    let blocks = page.blocks.into_iter();
    blocks
        .filter_map(|block| match block {
            Block::Picture { id, words, .. } => Some((id, words)),
            _ => None,
        })
        .collect()
}

fn at_hand(journal: &Journal, page: Option<ReflectionId>) -> Vec<PictureId> {
    let found = journal.pictures_at_hand(page).unwrap();
    found.iter().map(|picture| picture.id).collect()
}

fn is_gone(journal: &Journal, picture: PictureId) -> bool {
    matches!(journal.picture(picture), Err(Error::NotFound))
}

#[test]
fn a_picture_beside_unfinished_words_is_there_after_the_book_is_closed_and_hangs_on_the_page_they_become()
 {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let new = a_picture();
    let put = journal.put_picture(None, &new).unwrap();
    assert_eq!((put.id, put.width, put.height), (new.id(), 64, 32));
    let body = format!("駅で。\n{}\nそれから。", new.marker("[ベンチ] と\\猫"));
    journal
        .keep_draft(&save(None, 1, &body), aki.now())
        .unwrap();
    drop(journal);

    let mut journal = aki.open();
    assert_eq!(journal.pictures_at_hand(None).unwrap(), [put]);
    let (kind, bytes) = journal.picture(new.id()).unwrap();
    assert_eq!(kind, "jpeg");
    let draft = journal.draft(None).unwrap().unwrap();
    let save = save(None, 2, &draft.writing.body);
    let page = journal.finish_draft(&save, aki.now()).unwrap();
    assert!(page.pictures);
    assert_eq!(
        shown(&journal, page.id),
        [(new.id(), "[ベンチ] と\\猫".into())]
    );
    assert_eq!(journal.picture(new.id()).unwrap().1, bytes);
    assert!(at_hand(&journal, None).is_empty());
    assert_eq!(at_hand(&journal, Some(page.id)), [new.id()]);
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!(report.pictures, 1);
}

#[test]
fn what_a_camera_noted_stays_outside_and_the_picture_stands_upright_and_is_no_larger_than_a_page_shows()
 {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let camera = as_from_a_camera(&encoded(&photo(3000, 1000), ImageFormat::Jpeg));
    assert!(has(&camera, b"CANARYCAM") && has(&camera, b"46.81"));
    let new = NewPicture::of(&camera).unwrap();
    let put = journal.put_picture(None, &new).unwrap();
    assert_eq!((put.width, put.height), (683, 2048));
    let (kind, bytes) = journal.picture(put.id).unwrap();
    assert_eq!(kind, "jpeg");
    for noted in [&b"Exif"[..], b"CANARYCAM", b"46.81"] {
        assert!(!has(&bytes, noted));
    }
    // Its left edge is its upper edge now.
    let seen = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(seen.dimensions(), (683, 2048));
    assert!(seen.get_pixel(340, 20)[0] > 150 && seen.get_pixel(20, 2000)[0] < 100);
}

#[test]
fn each_file_that_cannot_be_put_on_a_page_says_why_and_leaves_nothing() {
    let claire = Person::claire();
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() * 2 / 3].to_vec();
    let whole = photo(200, 150);
    let files = [
        (
            "words.png",
            b"a page of words".to_vec(),
            TroubleKind::NotAPicture,
        ),
        ("empty.jpg", Vec::new(), TroubleKind::NotAPicture),
        (
            "drawn.svg",
            b"<svg onload='x'/>".to_vec(),
            TroubleKind::NotAPicture,
        ),
        (
            "moving.gif",
            b"GIF89a\x01\0\x01\0\0\0\0".to_vec(),
            TroubleKind::NotAPicture,
        ),
        (
            "torn.png",
            cut(encoded(&whole, ImageFormat::Png)),
            TroubleKind::PictureTorn,
        ),
        (
            "torn.jpg",
            cut(encoded(&whole, ImageFormat::Jpeg)),
            TroubleKind::PictureTorn,
        ),
        (
            "torn.webp",
            cut(encoded(&whole, ImageFormat::WebP)),
            TroubleKind::PictureTorn,
        ),
        (
            "begun.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec(),
            TroubleKind::PictureTorn,
        ),
        (
            "wide.png",
            claiming(8000, 5001),
            TroubleKind::PictureTooLarge,
        ),
        (
            "endless.png",
            claiming(u32::MAX, u32::MAX),
            TroubleKind::PictureTooLarge,
        ),
    ];
    for (name, bytes, kind) in files {
        let path = claire.home().join(name);
        fs::write(&path, &bytes).unwrap();
        let refused = NewPicture::read(&path).err();
        let told = refused.map(|error| error.trouble().kind);
        assert_eq!(told, Some(kind), "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
    let large = claire.home().join("large.jpg");
    fs::File::create(&large)
        .unwrap()
        .set_len(2 * 1024 * 1024 * 1024)
        .unwrap();
    assert!(matches!(
        NewPicture::read(&large),
        Err(Error::PictureTooLarge)
    ));
    for nowhere in [claire.home().to_owned(), claire.home().join("none.png")] {
        let refused = NewPicture::read(&nowhere);
        assert!(matches!(refused, Err(Error::PictureGone)));
    }
}

#[test]
fn pictures_stand_in_the_order_of_their_markers_and_a_word_changes_what_they_show() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let (one, two) = (a_picture(), a_picture());
    let body = |words: &str| format!("{}\n一\n{}", two.marker(words), one.marker("二"));
    let writing = words(&body("海"));
    let (first, second) = (one.id(), two.id());
    let later = body("夜の海");
    let page = journal
        .write_with(&writing, vec![one, two], aki.now())
        .unwrap();
    assert_eq!(
        shown(&journal, page),
        [(second, "海".into()), (first, "二".into())]
    );
    journal.revise(page, &words(&later), aki.now()).unwrap();
    assert_eq!(shown(&journal, page)[0], (second, "夜の海".into()));
    assert!(journal.check().unwrap().is_whole());
    // What a picture shows in words is found like the words of the page.
    let ask = awai::SearchAsk {
        words: "夜の海".into(),
        limit: 5,
        ..awai::SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
}

#[test]
fn pictures_are_at_hand_in_the_order_they_came_and_each_keeps_its_size() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sizes = [(64, 32), (24, 48), (40, 16), (16, 56)];
    let new = sizes.map(|(width, height)| {
        let bytes = encoded(&photo(width, height), ImageFormat::Png);
        NewPicture::of(&bytes).unwrap()
    });
    // In the words the last stands first, and each comes once more.
    let mut markers: Vec<_> = new.iter().map(|one| one.marker("")).collect();
    markers.reverse();
    let body = [markers.join("\n"), markers.join("\n")].join("\n");
    let ids = new.each_ref().map(NewPicture::id);
    let [one, two, three, four] = new;
    let both = words(&body);
    let page = journal.write_with(&both, vec![one, two], bo.now()).unwrap();
    for beside in [&three, &four] {
        journal.put_picture(Some(page), beside).unwrap();
    }
    let draft = save(Some(page), 1, &body);
    journal.keep_draft(&draft, bo.now()).unwrap();
    let at_hand = |journal: &Journal| -> Vec<_> {
        let found = journal.pictures_at_hand(Some(page)).unwrap().into_iter();
        found.map(|one| (one.id, (one.width, one.height))).collect()
    };
    let came: Vec<_> = ids.into_iter().zip(sizes).collect();
    assert_eq!(at_hand(&journal), came);
    journal.finish_draft(&draft, bo.now()).unwrap();
    assert_eq!(at_hand(&journal), came);
    let read = journal.page(page, Cover::Closed).unwrap();
    let seen: Vec<_> = read
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Picture {
                id, width, height, ..
            } => Some((*id, (*width, *height))),
            _ => None,
        })
        .collect();
    let in_words = came.into_iter().rev().cycle().take(8);
    assert_eq!(seen, in_words.collect::<Vec<_>>());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_picture_taken_off_stays_with_the_earlier_wording_and_goes_with_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let new = a_picture();
    let picture = new.id();
    let with = words(&format!("the quay\n{}", new.marker("fog")));
    let page = journal.write_with(&with, vec![new], bo.now()).unwrap();
    journal.revise(page, &words("the quay"), bo.now()).unwrap();
    assert!(shown(&journal, page).is_empty());
    assert!(!journal.line(page).unwrap().pictures);
    let listed = journal.pages(&PagesAsk {
        limit: 5,
        ..PagesAsk::default()
    });
    assert!(!listed.unwrap().lines[0].pictures);
    let before = &journal.versions(page, Cover::Closed).unwrap()[0];
    assert!(matches!(before.blocks[1], Block::Picture { id, .. } if id == picture));
    assert!(journal.check().unwrap().is_whole());

    // Put back, it is the same picture.
    journal.revise(page, &with, bo.now()).unwrap();
    assert_eq!(shown(&journal, page), [(picture, "fog".into())]);
    assert!(journal.line(page).unwrap().pictures);
    journal.erase_versions(page).unwrap();
    assert_eq!(shown(&journal, page), [(picture, "fog".into())]);

    // Only the earlier wording shows it, and what is being written: it stays for that.
    journal.revise(page, &words("the quay"), bo.now()).unwrap();
    let draft = save(Some(page), 1, &with.body);
    journal.keep_draft(&draft, bo.now()).unwrap();
    journal.erase_versions(page).unwrap();
    assert!(!is_gone(&journal, picture));
    journal.drop_draft(Some(page)).unwrap();
    journal.revise(page, &words("the pier"), bo.now()).unwrap();
    journal.erase_versions(page).unwrap();
    assert!(is_gone(&journal, picture));
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!(report.pictures, 0);
}

#[test]
fn a_page_written_anew_takes_new_pictures_and_left_as_it_was_it_takes_none() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let page = journal.write(&words("le fleuve"), claire.now()).unwrap();
    let new = a_picture();
    let picture = new.id();
    journal.put_picture(Some(page), &new).unwrap();
    let body = format!("le fleuve\n{}", new.marker(""));
    let draft = save(Some(page), 1, &body);
    journal.keep_draft(&draft, claire.now()).unwrap();
    journal.drop_draft(Some(page)).unwrap();
    assert!(is_gone(&journal, picture));
    assert!(journal.check().unwrap().is_whole());

    journal.put_picture(Some(page), &new).unwrap();
    journal.finish_draft(&draft, claire.now()).unwrap();
    assert_eq!(shown(&journal, page), [(picture, String::new())]);
    assert_eq!(journal.page(page, Cover::Closed).unwrap().versions, 1);
    assert!(journal.check().unwrap().is_whole());
    // A page that is not there takes none.
    let nowhere = journal.put_picture(Some(ReflectionId::fresh()), &a_picture());
    assert!(matches!(nowhere, Err(Error::NotFound)));
}

#[test]
fn a_picture_that_the_finished_words_do_not_show_goes_with_the_draft() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let (stays, goes) = (a_picture(), a_picture());
    journal.put_picture(None, &stays).unwrap();
    journal.put_picture(None, &goes).unwrap();
    assert_eq!(at_hand(&journal, None), [stays.id(), goes.id()]);
    let body = stays.marker("");
    let page = journal
        .finish_draft(&save(None, 1, &body), aki.now())
        .unwrap();
    assert_eq!(shown(&journal, page.id), [(stays.id(), String::new())]);
    assert!(is_gone(&journal, goes.id()));
    // Its marker says so where it is pasted.
    let pasted = journal.write(&words(&goes.marker("")), aki.now()).unwrap();
    let blocks = journal.page(pasted, Cover::Closed).unwrap().blocks;
    let gone = Block::Gone {
        what: Gone::Picture,
    };
    assert_eq!(blocks, [gone]);
}

#[test]
fn an_erased_page_takes_the_pictures_beside_its_unfinished_words_with_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = journal.write(&words("the quay"), bo.now()).unwrap();
    let new = a_picture();
    journal.put_picture(Some(page), &new).unwrap();
    journal.set_aside(page, bo.now()).unwrap();
    journal.erase_aside(page).unwrap();
    assert!(is_gone(&journal, new.id()));
}

#[test]
fn a_journal_taken_out_whole_takes_the_pictures_of_pages_and_of_drafts_along() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let (on_page, beside) = (a_picture(), a_picture());
    let (first, second) = (on_page.id(), beside.id());
    let body = on_page.marker("駅");
    let page = journal
        .write_with(&words(&body), vec![on_page], aki.now())
        .unwrap();
    journal.put_picture(None, &beside).unwrap();
    let draft = save(None, 1, &beside.marker("あと"));
    journal.keep_draft(&draft, aki.now()).unwrap();
    let to = aki.home().join("out.json");
    let ask = OutAsk {
        form: OutForm::Json,
        out_as: OutAs::InClear,
        letters: OutLetters::None,
    };
    let taken = journal.take_out(ask, &aki.phrase(), Cost::CHEAP, aki.tongue, &to, aki.now());
    assert_eq!(taken.unwrap().pictures, 1);

    let claire = Person::claire();
    let mut other = claire.begin();
    other
        .bring_in(&to, None, Whether::Bring, aki.now())
        .unwrap();
    assert_eq!(shown(&other, page), [(first, "駅".into())]);
    assert_eq!(at_hand(&other, None), [second]);
    for picture in [first, second] {
        assert_eq!(
            other.picture(picture).unwrap(),
            journal.picture(picture).unwrap()
        );
    }
    assert_eq!(other.digests().unwrap(), journal.digests().unwrap());

    // Where a page is begun already, the other one's draft is a page of its own, and its picture has another name.
    let bo = Person::bo();
    let mut third = bo.begin();
    third
        .keep_draft(&save(None, 1, "my own"), bo.now())
        .unwrap();
    let brought = third.bring_in(&to, None, Whether::Bring, aki.now());
    let brought = brought.unwrap();
    assert_eq!((brought.pages, brought.pictures), (2, 2));
    assert!(at_hand(&third, None).is_empty());
    assert!(is_gone(&third, second));
    let draft = third.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "my own");
    let report = third.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.pictures), (2, 2));
}

#[test]
fn the_pictures_of_a_letter_are_those_that_were_shown_before_it_was_sealed_each_in_its_passage() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let pictures = [(64, 32), (16, 8), (8, 8)].map(|(width, height)| {
        let png = encoded(&photo(width, height), ImageFormat::Png);
        NewPicture::of(&png).unwrap()
    });
    for picture in &pictures {
        hers.put_picture(None, picture).unwrap();
    }
    let [bench, cat, stays] = &pictures;
    let body = format!(
        "駅で。\n{}\nそれから。\n{}\n{}",
        bench.marker("ベンチ"),
        stays.marker("のこる"),
        cat.marker("猫")
    );
    let page = hers
        .finish_draft(&save(None, 1, &body), aki.now())
        .unwrap()
        .id;
    let mut draft = letter(to_bo, "");
    draft.parts = vec![
        from_page(&hers, page, &[0, 1]),
        from_page(&hers, page, &[2, 4]),
    ];
    let sealing = sealings(&aki, &mut hers, &draft).remove(0);
    let shown = sealing.shown().unwrap();
    let told: Vec<_> = shown
        .files
        .iter()
        .map(|file| (file.words.as_str(), file.size))
        .collect();
    assert_eq!(
        told,
        [("ベンチ", Some((64, 32))), ("猫", Some((16, 8)))],
        "and not the one that was not chosen"
    );
    let of: Vec<_> = shown.parts.iter().map(|part| part.files.clone()).collect();
    assert_eq!(of, [[0], [1]]);
    let file = hers
        .seal_letter(&sealing, Rest::SendNow, aki.now())
        .unwrap();
    let came = arrived(&his, &file.bytes);
    his.keep_letter(&came, bo.now()).unwrap();
    let version = his.thread(to_aki).unwrap().letters[0].version;
    for (number, one) in told.iter().enumerate() {
        let (sort, bytes) = sealing.file(number).unwrap();
        assert_eq!(sort, "png");
        let points = image::load_from_memory(&bytes).unwrap().to_rgb8();
        let [width, height] = [points.width(), points.height()];
        assert_eq!(points, photo(width, height).to_rgb8(), "every point of it");
        assert_eq!(Some((width, height)), one.1);
        assert_eq!(came.file(number).unwrap(), (sort.clone(), bytes.clone()));
        assert_eq!(his.letter_file(version, number).unwrap(), (sort, bytes));
    }
    assert!(matches!(sealing.file(2), Err(Error::NotFound)));
    // A marker reaches for no picture of another page.
    let own = a_picture();
    hers.put_picture(None, &own).unwrap();
    let body = format!("{}\n{}", own.marker("窓"), bench.marker("ベンチ"));
    let page = hers.finish_draft(&save(None, 1, &body), aki.now());
    draft.parts = vec![from_page(&hers, page.unwrap().id, &[0, 1])];
    let sealing = sealings(&aki, &mut hers, &draft).remove(0);
    let files = sealing.shown().unwrap().files;
    let words: Vec<_> = files.iter().map(|file| file.words.as_str()).collect();
    assert_eq!(words, ["窓"]);
}
