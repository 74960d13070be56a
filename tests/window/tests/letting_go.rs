//! Letting go in the real window: what a page said earlier, and a page that lies aside, are erased when that is asked
//! for twice, by keyboard, and nothing else goes with them.

use awai_window_tests::{Home, Keys, Told, Window, story};

/// A book with one page that was written anew once, open for reading.
async fn a_page_written_anew(window: &Window) -> Told<String> {
    let phrase = window.begin_book("what I first said").await?;
    window.press("look-back").await?;
    window.press("anew").await?;
    window.see("sheet").await?.clear().await?;
    window.write("sheet", "what I say now").await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.see("versions").await?;
    Ok(phrase)
}

#[test]
fn what_a_page_said_earlier_is_erased_after_a_second_yes() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        let phrase = a_page_written_anew(&window).await?;
        window.unfold("versions").await?;
        window.see("version").await?;
        assert!(window.main_words().await?.contains("what I first said"));
        window.press("versions-erase").await?;
        window.has_focus("versions-erase-no").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.gone("versions-erase-yes").await?;
        assert!(window.sees("version").await?, "nothing is gone yet");
        window.press("versions-erase").await?;
        window.press("versions-erase-yes").await?;
        window.gone("versions").await?;
        window.close_book().await?;
        window.open_book(&phrase).await?;
        window.look_for("now").await?;
        window.press("page-line-open").await?;
        window.see("words").await?;
        assert!(window.main_words().await?.contains("what I say now"));
        assert!(!window.sees("versions").await?);
        Ok(())
    });
}

#[test]
fn a_page_that_lies_aside_is_erased_without_waiting_when_that_is_asked_for_twice() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        let phrase = a_page_written_anew(&window).await?;
        window.press("set-aside").await?;
        window.see("bring-back").await?;
        window.press("nav-today").await?;
        window.write("sheet", "another page, which stays").await?;
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.see("finished").await?;
        window.press("nav-looking-back").await?;
        window.unfold("aside").await?;
        window.press("aside-erase").await?;
        window.has_focus("aside-erase-no").await?;
        window.tab_to("aside-erase-yes").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.gone("aside-erase-yes").await?;
        assert!(!window.main_words().await?.contains("what I say now"));
        window.close_book().await?;
        window.open_book(&phrase).await?;
        window.press("nav-looking-back").await?;
        window.see("page-line").await?;
        window.unfold("aside").await?;
        window
            .until("nothing lies aside", async || {
                Ok(window.main_words().await?.contains("No page is set aside."))
            })
            .await?;
        assert!(
            window
                .main_words()
                .await?
                .contains("another page, which stays")
        );
        Ok(())
    });
}
