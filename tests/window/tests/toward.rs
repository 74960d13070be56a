//! What we move toward, in the real window: written, tried, resting, let go, and never lost on the way out.

use awai_window_tests::{Keys, PHRASE, Window, a_book, story};

#[test]
fn what_we_want_more_of_is_written_tried_and_let_go_and_nothing_of_it_is_lost() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.tab_to("nav-toward").await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .write("toward-new", "more evenings with soup")
            .await?;
        window.tab_to("toward-add").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("toward-open").await?;
        // Not handed in: the words are kept all the same.
        window
            .write("toward-new", "walking home the long way")
            .await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-toward").await?;
        window
            .until("both are there", async || {
                let shown = window.text().await?;
                Ok(shown.contains("soup") && shown.contains("the long way"))
            })
            .await?;
        window.press("toward-open").await?;
        window.see("intention").await?;
        window.press("toward-tie").await?;
        window.write("try-new", "ask her on Thursday").await?;
        window.press("try-add").await?;
        window.has_focus("try-around-when").await?;
        window
            .write("try-what-surprised", "She had asked first.")
            .await?;
        window.press("toward-be-let_go").await?;
        window.press("toward-back").await?;
        window.unfold("toward-let_go").await?;
        let open = "document.querySelector('[data-t=toward-let_go] [data-t=toward-open]').click()";
        window.ask(open).await?;
        window.see("intention").await?;
        assert_eq!(
            window.value("try-what-we-try").await?,
            "ask her on Thursday"
        );
        assert_eq!(
            window.value("try-what-surprised").await?,
            "She had asked first."
        );
        Ok(())
    });
}

#[test]
fn erasing_is_asked_twice_and_a_ties_room_shows_what_is_alive_with_it() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-toward").await?;
        window
            .write("toward-new", "more evenings with soup")
            .await?;
        window.press("toward-add").await?;
        window.press("toward-open").await?;
        window.press("toward-tie").await?;
        window
            .until("it is with somebody", async || {
                let chosen = window.ask("return document.querySelector('[data-t=toward-tie]').getAttribute('aria-pressed')").await?;
                Ok(chosen == "true")
            })
            .await?;
        window.press("nav-between").await?;
        window.press("tie-line").await?;
        window.press("tie-toward").await?;
        window.see("intention").await?;
        window.unfold("toward-erase-fold").await?;
        window.press("toward-erase").await?;
        window.see("copies-still").await?;
        window.press("toward-erase-yes").await?;
        window.see("tie-room").await?;
        assert!(!window.text().await?.contains("soup"));
        Ok(())
    });
}

#[test]
fn a_field_grows_with_its_words_up_to_most_of_the_window_and_becomes_small_again() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-toward").await?;
        window.see("toward-new").await?;
        window.settled().await?;
        // How high it is, how much of its words lies below its edge, and how high the window is.
        let look = async || -> awai_window_tests::Told<[i64; 3]> {
            window.settled().await?;
            let shape = "const field = document.querySelector('[data-t=toward-new]'); return [field.clientHeight, field.scrollHeight - field.clientHeight, innerHeight]";
            Ok(serde_json::from_value(window.ask(shape).await?)?)
        };
        let [empty, ..] = look().await?;
        window
            .write("toward-new", "soup\nbread\ntea\na walk\na song\nsleep")
            .await?;
        let [six, below, high] = look().await?;
        assert!(
            six > empty * 2,
            "{empty} with nothing in it, {six} with six lines"
        );
        assert_eq!(below, 0);
        window
            .write("toward-new", &"\nand so on".repeat(30))
            .await?;
        let [many, below, _] = look().await?;
        assert!(many <= high * 6 / 10, "{many} of {high}");
        assert!(below > 0, "the rest is scrolled to");
        window.keys(&[Keys::CTRL, 'a']).await?;
        window.keys(&['\u{E003}']).await?;
        let [again, ..] = look().await?;
        assert_eq!(again, empty);
        Ok(())
    });
}
