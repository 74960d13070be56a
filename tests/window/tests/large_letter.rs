//! A large letter in the real window: how far it is can be seen, it can be stopped, and then everything is as it was.

#![cfg(target_os = "linux")]

use std::io::Cursor;

use awai::{Import, ImportFormat, Passphrase, Tongue, Vault};
use awai_window_tests::{Home, PHRASE, Told, Window, a_book, befriend, hand_a_card, story};
use image::{ImageFormat, RgbImage};
use serde_json::json;

/// How many photographs stand on the page.
const PHOTOS: usize = 40;

/// A photograph of nothing: small squares of which none tells of the next, so that it stays large.
fn photograph(number: usize) -> Told<Vec<u8>> {
    let number = u32::try_from(number)?;
    let picture = RgbImage::from_fn(2048, 2048, |x, y| {
        let mut state = (x / 4) << 16 ^ (y / 4) << 4 ^ number ^ 0x9e37_79b9;
        for _ in 0..3 {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        let [red, green, blue, _] = state.to_be_bytes();
        image::Rgb([red, green, blue])
    });
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg)?;
    Ok(bytes)
}

/// A page with many photographs, brought over from another program.
fn with_photographs(home: &Home) -> Told {
    let from = home.path().join("brought");
    std::fs::create_dir_all(from.join("photos"))?;
    let (mut text, mut photos) = ("A walk with a camera".to_owned(), Vec::new());
    for number in 0..PHOTOS {
        let (id, md5) = (format!("A{number:031}"), format!("{number:032}"));
        text += &format!("\n\n![](dayone-moment://{id})");
        photos
            .push(json!({ "identifier": id, "md5": md5, "type": "jpeg", "orderInEntry": number }));
        let file = from.join("photos").join(format!("{md5}.jpeg"));
        std::fs::write(file, photograph(number)?)?;
    }
    let page = json!({ "uuid": "0".repeat(32), "creationDate": "2026-11-02T03:00:00Z", "timeZone": "Asia/Tokyo", "text": text, "photos": photos });
    let journal = json!({ "metadata": { "version": "1.0" }, "entries": [page] });
    let file = from.join("Journal.json");
    std::fs::write(&file, journal.to_string())?;
    let now = chrono::DateTime::parse_from_rfc3339("2026-11-03T20:00:00+09:00")?;
    let mut book = Vault::at(&home.journal())?.unlock(&Passphrase::new(PHRASE)?, now)?;
    let count = book.import(&Import::read(ImportFormat::DayOne, &file)?, now)?;
    assert_eq!(count.pictures as usize, PHOTOS);
    book.close()?;
    Ok(())
}

/// Waits until it is shown how far something is, and that it moves.
async fn see_it_move(window: &Window, picture: &str) -> Told {
    window.see("letter-headway").await?;
    window.picture(picture).await?;
    let told = window.see("letter-headway").await?.text().await?;
    assert!(!told.contains('%'), "in words, and not in figures: {told}");
    Ok(())
}

#[test]
fn putting_a_letter_with_many_photographs_together_is_seen_stopped_and_done() {
    story(async {
        let home = a_book("en", "light")?;
        with_photographs(&home)?;
        let mut friend = befriend(&home, "Bo", Tongue::Fr)?;
        let window = Window::open(&home).await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("companion").await?;
        window.press("companion-write").await?;
        window.write("letter-own", "All of these.").await?;
        window.press("pages-open").await?;
        window.press("page-lay").await?;
        window.press("passages-all").await?;
        window.press("letter-look").await?;
        see_it_move(&window, "letter-headway").await?;
        window.press("stop-letter-headway").await?;
        window.gone("letter-headway").await?;
        // Where it was, with all that was chosen; and nothing was put together.
        assert_eq!(window.value("letter-own").await?, "All of these.");
        assert!(!window.sees("leaving").await? && !window.sees("trouble").await?);
        let chosen = "return [...document.querySelectorAll('[data-t=passage]')].filter((each) => !each.classList.contains('stay')).length";
        assert_eq!(window.ask(chosen).await?, PHOTOS + 1);
        window.press("letter-look").await?;
        window.see("leaving").await?;
        window
            .ask("const read = document.querySelector('[data-t=seal-read]'); if (!read.checked) read.click();")
            .await?;
        window
            .until("it may be sealed", async || {
                let waits = "return document.querySelector('[data-t=seal-now]').ariaDisabled";
                Ok(window.ask(waits).await?.as_str() == Some("false"))
            })
            .await?;
        window.press("seal-now").await?;
        window.see("sealed-one").await?;
        let folder = tempfile::tempdir_in(home.path())?;
        home.answer_dialog(folder.path())?;
        window.press("sealed-save").await?;
        window.see("sealed-saved").await?;
        let file = std::fs::read_dir(folder.path())?
            .next()
            .ok_or("it is saved")??;
        let file = std::fs::read(file.path())?;
        assert!(file.len() > 16 << 20, "{} bytes", file.len());
        assert_eq!(friend.keep(&file)?.files.len(), PHOTOS);
        Ok(())
    });
}

#[test]
fn opening_a_large_letter_is_seen_stopped_and_done_and_its_file_stays() {
    story(async {
        let home = a_book("en", "light")?;
        let friend = befriend(&home, "Bo", Tongue::Fr)?;
        let stranger = hand_a_card(&home)?;
        let base64 = "eHh4".repeat((1 << 20) / 3) + "eA==";
        let files: Vec<_> = (0..20)
            .map(|_| json!({ "type": "text", "base64": base64 }))
            .collect();
        let fields = json!({ "parts": [{ "text": ["A long list."] }], "files": files });
        let file = friend.carry("letter-9a8b.age", &stranger.letter(&fields)?)?;
        let before = std::fs::read(&file)?;
        let window = Window::open(&home).await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("open-letter").await?;
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        see_it_move(&window, "letter-headway-opening").await?;
        window.press("stop-letter-headway").await?;
        window.gone("letter-headway").await?;
        assert!(!window.sees("face").await? && !window.sees("arrived-refusal").await?);
        assert_eq!(std::fs::read(&file)?, before);
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        window.see("face").await?;
        // The book closes at once, whatever is being done with a letter.
        window.press("arrived-another").await?;
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        window.see("letter-headway").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("open-letter").await?;
        window.see("look-chosen").await?;
        assert!(!window.sees("face").await?);
        Ok(())
    });
}
