//! A first evening with the program: from nothing to a kept page, closed, opened and found again.

use std::time::Instant;

use awai_window_tests::{Home, Keys, Window, story};

#[test]
fn the_first_words_are_kept_within_a_minute_and_six_presses() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.see("welcome").await?;
        assert!(
            !home.journal().exists(),
            "nothing is on the disk before a passphrase is chosen"
        );
        let began = Instant::now();
        window
            .begin_book("We sat side by side on the bench for half an hour.")
            .await?;
        assert!(began.elapsed().as_secs() < 60);
        assert!(home.journal().join("journal.db").is_file());
        window.press("look-back").await?;
        window.see("reading").await?;
        assert!(window.text().await?.contains("side by side on the bench"));
        Ok(())
    });
}

#[test]
fn a_page_that_is_asked_for_again_stays_with_the_words_that_no_book_holds_yet() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.press("start-writing").await?;
        window
            .write("sheet", "Nothing holds these words yet.")
            .await?;
        window
            .ask("window.stays = true; location.reload();")
            .await?;
        window.ask("history.go(0);").await?;
        window.ask("location.href = location.href;").await?;
        window.press("enough").await?;
        window.keep_with_drawn_words().await?;
        let stayed = window.ask("return window.stays === true").await?;
        assert_eq!(stayed.as_bool(), Some(true), "it was never loaded again");
        window.press("look-back").await?;
        window.see("reading").await?;
        assert!(window.text().await?.contains("Nothing holds these words"));
        // Closing ends it all the same.
        window.close_book().await?;
        let stayed = window.ask("return window.stays === true").await?;
        assert_eq!(stayed.as_bool(), Some(false));
        Ok(())
    });
}

#[test]
fn what_was_written_in_three_languages_is_found_again_after_closing() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.speak("ja").await?;
        let phrase = window
            .begin_book("駅のベンチで、三十分ほど並んで座っていた。")
            .await?;
        for words in [
            "L’été, elle a dit oui à la fenêtre.",
            "Maybe the quiet was a conversation too.",
        ] {
            window.press("another-page").await?;
            window.write("sheet", words).await?;
            window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
            window.see("finished").await?;
        }
        window.close_book().await?;
        let shown = window.text().await?;
        assert!(
            !shown.contains("ベンチ") && !shown.contains("quiet"),
            "the door shows nothing of the book: {shown}"
        );
        window.open_book(&phrase).await?;
        for (looked_for, found) in [
            ("ベンチ", "三十分ほど"),
            ("ete", "fenêtre"),
            ("conv", "conversation too"),
        ] {
            window.look_for(looked_for).await?;
            window
                .until("it is found", async || {
                    Ok(window.text().await?.contains(found))
                })
                .await?;
            let marked = window
                .ask("return document.querySelectorAll('[data-t=found] mark').length")
                .await?;
            assert!(marked.as_u64() > Some(0), "what was found is marked");
        }
        Ok(())
    });
}

#[test]
fn the_whole_way_can_be_gone_by_keyboard_alone() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.see("welcome").await?;
        window.tab_to("start-writing").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("sheet").await?;
        window.has_focus("sheet").await?;
        window.write("sheet", "by keyboard").await?;
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        let phrase = window.drawn_words("new-typed").await?;
        window.tab_to("new-kept").await?;
        window.keys(&[' ']).await?;
        window.tab_to("make-journal").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("finished").await?;
        window.close_book().await?;
        window.open_book(&phrase).await?;
        window.keys(&[Keys::CTRL, 'f']).await?;
        window.see("find").await?;
        window.has_focus("find").await?;
        window.write("find", "keyboard").await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("it is found", async || {
                Ok(window.text().await?.contains("by keyboard"))
            })
            .await?;
        Ok(())
    });
}
