//! Copies and keys in the real window: backed up by hand, brought back in the place of the closed book, twelve words
//! on a sheet that open the door, tries that are told; each room looked through by axe and photographed.

use awai_window_tests::{Home, Keys, Look, NARROW, PHRASE, Told, Window, a_book, none, story};

/// From the open book through the sheet, a copy, the closed door and the way back.
async fn keep(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.press("nav-settings").await?;
    window.press("back-up").await?;
    window.see("backed-up").await?;
    window.see("copies-here").await?;
    window.press("part-copies").await?;
    look.at("settings-copies").await?;
    window.press("sheet-make").await?;
    let words = window.items("sheet-words").await?;
    assert_eq!(words.len(), 12);
    look.at("sheet").await?;
    window.press("sheet-written").await?;
    window.write("back-1", "…").await?;
    window.write("sheet-passphrase", PHRASE).await?;
    window.press("sheet-keep").await?;
    window.told("sheet-trouble").await?;
    assert!(!window.value("back-1").await?.is_empty());
    look.at("sheet-back").await?;
    window.see("back-1").await?.clear().await?;
    for place in [1, 6, 10] {
        window
            .write(&format!("back-{place}"), &words[place])
            .await?;
    }
    window.press("sheet-keep").await?;
    window.see("sheet-said").await?;
    window.see("remove-sheet").await?;
    window.press("part-twelve-words").await?;
    look.at("settings-words").await?;
    window.press("change-passphrase").await?;
    window.see("new-key").await?;
    look.at("passphrase-new-key").await?;
    window.close_book().await?;
    window.see("unlock").await?;
    window.write("passphrase", "another phrase").await?;
    window.press("open-book").await?;
    window.see("trouble").await?;
    look.at("unlock-refused").await?;
    window.see("passphrase").await?.clear().await?;
    window.press("to-bring-back").await?;
    window.press("copy-choice").await?;
    window.see("copy-passphrase").await?;
    look.at("bring-back").await?;
    window.press("back").await?;
    window.see("unlock").await?;
    window.write("passphrase", &words.join(" ")).await?;
    window.press("open-book").await?;
    window.see("go-on").await?;
    look.at("unlock-words").await?;
    window.press("go-on").await?;
    window.see("sheet").await?;
    Ok(())
}

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    keep(&mut look).await?;
    Ok(look.found)
}

#[test]
fn by_day_in_english() {
    story(async { none(&look_around("en", "light").await?) });
}

#[test]
fn by_night_in_japanese() {
    story(async { none(&look_around("ja", "dark").await?) });
}

#[test]
fn by_day_in_french() {
    story(async { none(&look_around("fr", "light").await?) });
}

#[test]
fn in_a_narrow_window_with_large_text() {
    story(async { none(&look_around("fr", NARROW).await?) });
}

#[test]
fn words_open_no_longer_once_the_passphrase_was_given() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-settings").await?;
        window.press("sheet-make").await?;
        let words = window.items("sheet-words").await?;
        window.press("sheet-written").await?;
        for place in [1, 6, 10] {
            let word = words.get(place).ok_or("twelve words")?;
            window.write(&format!("back-{place}"), word).await?;
        }
        window.write("sheet-passphrase", PHRASE).await?;
        window.press("sheet-keep").await?;
        window.press("remove-sheet").await?;
        window.write("remove-passphrase", "not this one").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.told("remove-trouble").await?;
        assert!(home.journal().join("keys/sheet-1.a.age").is_file());
        window.see("remove-passphrase").await?.clear().await?;
        window.write("remove-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.gone("remove-form").await?;
        window.see("sheet-said").await?;
        assert!(!home.journal().join("keys/sheet-1.a.age").exists());
        Ok(())
    });
}

#[test]
fn a_copy_takes_the_place_of_the_book() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("what the copy holds").await?;
        window.press("nav-settings").await?;
        window.press("back-up").await?;
        window.see("backed-up").await?;
        window.close_book().await?;
        window.press("to-bring-back").await?;
        window.press("copy-choice").await?;
        window.write("copy-passphrase", "not the phrase").await?;
        window.press("bring-copy-back").await?;
        window
            .until("it is said", async || {
                Ok(window.text().await?.contains("Nothing is lost"))
            })
            .await?;
        window.see("copy-passphrase").await?.clear().await?;
        window.write("copy-passphrase", &phrase).await?;
        window.press("bring-copy-back").await?;
        window.see("sheet").await?;
        window.look_for("copy holds").await?;
        window.see("page-line").await?;
        assert!(home.journal().join("before-1/journal.db").is_file());
        Ok(())
    });
}
