//! Closing and opening: what stays, what goes, and what is said when it does not open.

#![cfg(target_os = "linux")]

use awai_window_tests::{Home, Keys, Window, story};

#[test]
fn a_wrong_passphrase_says_the_same_calm_sentence_each_time() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.speak("en").await?;
        let phrase = window.begin_book("one page").await?;
        window.close_book().await?;
        for _ in 0..3 {
            window.see("passphrase").await?.clear().await?;
            window.write("passphrase", "not this one at all").await?;
            window.press("open-book").await?;
            window
                .until("it was tried and the sentence is said", async || {
                    let tried = window.see("open-book").await?.attr("aria-disabled").await?;
                    let said = window.see("trouble").await?.text().await?;
                    Ok(tried.as_deref() == Some("false") && said.contains("Nothing is lost"))
                })
                .await?;
            assert_eq!(
                window.value("passphrase").await?,
                "not this one at all",
                "what was typed stays"
            );
        }
        window.see("passphrase").await?.clear().await?;
        window.open_book(&phrase).await?;
        Ok(())
    });
}

#[test]
fn closing_while_typing_keeps_the_last_word() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("a first page").await?;
        window.press("another-page").await?;
        window
            .write("sheet", "half a sentence, and then the book was clo")
            .await?;
        window.close_book().await?;
        window.open_book(&phrase).await?;
        assert_eq!(
            window.value("sheet").await?,
            "half a sentence, and then the book was clo"
        );
        Ok(())
    });
}

#[test]
fn a_power_cut_while_typing_loses_no_more_than_the_last_five_seconds() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("a first page").await?;
        window.press("another-page").await?;
        window
            .write("sheet", "kept before the cut 停電の前に書いたことば")
            .await?;
        // Five seconds are what may be lost at the most: what was typed before them is there.
        tokio::time::sleep(std::time::Duration::from_secs(5)).await;
        window.cut_the_power();
        let window = Window::open(&home).await?;
        window.see("unlock").await?;
        window.open_book(&phrase).await?;
        assert_eq!(
            window.value("sheet").await?,
            "kept before the cut 停電の前に書いたことば"
        );
        Ok(())
    });
}

#[test]
fn another_language_leaves_the_words_and_the_caret_where_they_are() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.speak("en").await?;
        window.begin_book("a first page").await?;
        window.press("another-page").await?;
        window.write("sheet", "begun in one language").await?;
        for tongue in ["ja", "fr", "en"] {
            window.press("nav-settings").await?;
            window.speak(tongue).await?;
            window.press("nav-today").await?;
            assert_eq!(window.value("sheet").await?, "begun in one language");
        }
        window.keys(&[Keys::CTRL, 'l']).await?;
        window.see("unlock").await?;
        Ok(())
    });
}

#[test]
fn the_book_closes_from_every_room_and_its_page_is_gone() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("a word that stays inside").await?;
        for room in [
            "nav-today",
            "nav-questions",
            "nav-looking-back",
            "nav-settings",
        ] {
            window.press(room).await?;
            window.close_book().await?;
            let left = window
                .ask("return document.documentElement.outerHTML.includes('stays inside')")
                .await?;
            assert_eq!(left.as_bool(), Some(false), "{room}");
            window.open_book(&phrase).await?;
        }
        Ok(())
    });
}
