//! Closing and opening: what stays, what goes, and what is said when it does not open.

use std::time::Duration;

use awai_tests::copy_folder;
use awai_window_tests::{Alone, Home, Keys, PHRASE, Told, Window, a_book, at, story};
use serde_json::json;

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
        tokio::time::sleep(Duration::from_secs(5)).await;
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
fn where_the_page_ends_by_itself_the_book_closes_and_a_fresh_page_stands_at_the_door() {
    story(async {
        let home = a_book("en", "light")?;
        let alone = Alone::open(&home)?;
        for word in [" one", " two", " three"] {
            alone.open_book()?;
            alone.write(word)?;
            tokio::time::sleep(Duration::from_secs(5)).await;
            alone.end_page();
            alone.closed()?;
        }
        // The third door stands there as the first did.
        alone.open_book()?;
        alone.close_book()?;
        drop(alone);
        let kept = home.draft()?;
        for word in ["one", "two", "three"] {
            assert!(kept.contains(word), "{kept}");
        }
        Ok(())
    });
}

/// Speaks another language from now on, and comes back to the page.
async fn speaks(window: &Window, tongue: &str) -> Told {
    window.press("nav-settings").await?;
    window.speak(tongue).await?;
    window.press("nav-today").await?;
    window.see("sheet").await?;
    Ok(())
}

/// The question above the page, and the language it is in.
async fn asked(window: &Window) -> Told<(String, Option<String>)> {
    let question = window.see("question").await?;
    Ok((question.text().await?, question.attr("lang").await?))
}

#[test]
fn another_language_leaves_the_words_and_the_caret_where_they_are() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.speak("en").await?;
        window.begin_book("a first page").await?;
        window.press("another-page").await?;
        window.press("ask-me").await?;
        let (english, tongue) = asked(&window).await?;
        assert_eq!(tongue.as_deref(), Some("en"));
        // Nothing is written under the question yet: it is asked in the language that is spoken.
        speaks(&window, "fr").await?;
        let french = asked(&window).await?;
        assert_eq!(french.1.as_deref(), Some("fr"));
        assert_ne!(french.0, english);
        window.write("sheet", "begun in one language").await?;
        let caret = "const sheet = document.querySelector('[data-t=sheet]'); return [sheet.selectionStart, sheet.selectionEnd]";
        window
            .ask("document.querySelector('[data-t=sheet]').setSelectionRange(5, 9); return true")
            .await?;
        for (tongue, today) in [("ja", "きょう"), ("en", "Today"), ("fr", "Aujourd’hui")] {
            speaks(&window, tongue).await?;
            assert_eq!(window.see("nav-today").await?.text().await?, today);
            assert_eq!(window.value("sheet").await?, "begun in one language");
            assert_eq!(window.ask(caret).await?, json!([5, 9]), "{tongue}");
            assert_eq!(asked(&window).await?, french, "it stays as it was answered");
        }
        Ok(())
    });
}

/// Into each room, and further in. From there the book closes by the keys and by its button.
const ROOMS: [&[&str]; 15] = [
    &["nav-today"],
    &["nav-questions"],
    &["nav-questions", "set-line"],
    &["nav-questions", "set-line", "set-walk"],
    &["nav-between"],
    &["nav-between", "tie-line"],
    &["nav-toward"],
    &["nav-letters"],
    &["nav-looking-back"],
    &["nav-looking-back", "page-line-open"],
    &["nav-settings"],
    &["nav-company", "to-my-words"],
    &["nav-company", "to-practice"],
    &["nav-guide"],
    &["nav-guide", "guide-to-examples"],
];

/// Where the keys alone close it: the rail is put away, or lies under a sheet.
const WITHOUT_THE_RAIL: [&[&str]; 2] = [
    &["nav-today", "only-the-page"],
    &["nav-guide", "guide-keys"],
];

/// Goes there, closes the book, and sees that nothing of it is left on the page.
async fn closes_from(window: &Window, way: &[&str], by_keys: bool) -> Told {
    for step in way {
        window.press(step).await?;
    }
    if by_keys {
        window.close_book().await?;
    } else {
        window.press("close-book").await?;
        window.see("unlock").await?;
    }
    let left = window
        .ask("return document.documentElement.outerHTML")
        .await?;
    let left = left.as_str().ok_or("there is a page")?;
    if left.contains("station bench") || left.contains("Aki") {
        return Err("something of the book is left on the page".into());
    }
    window.open_book(PHRASE).await
}

#[test]
fn the_book_closes_from_every_room_and_its_page_is_gone() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        let by_both = ROOMS.iter().flat_map(|way| [(way, true), (way, false)]);
        let by_keys_alone = WITHOUT_THE_RAIL.iter().map(|way| (way, true));
        for (way, by_keys) in by_both.chain(by_keys_alone) {
            closes_from(&window, way, by_keys)
                .await
                .map_err(|why| format!("{way:?}, by keys {by_keys}: {why}"))?;
        }
        Ok(())
    });
}

#[test]
fn once_the_passphrase_was_changed_the_new_one_opens_and_the_old_one_does_not() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-settings").await?;
        window.press("change-passphrase").await?;
        window.write("old-passphrase", PHRASE).await?;
        let fresh = window.drawn_words("change-typed").await?;
        window.press("change-kept").await?;
        window.press("passphrase-go").await?;
        window.see("passphrase-changed").await?;
        window.close_book().await?;
        window.write("passphrase", PHRASE).await?;
        window.press("open-book").await?;
        window
            .until("the old one is refused", async || {
                let said = window.see("trouble").await?.text().await?;
                Ok(said.contains("Nothing is lost"))
            })
            .await?;
        assert!(window.sees("unlock").await?);
        window.see("passphrase").await?.clear().await?;
        window.open_book(&fresh).await?;
        window.look_for("station bench").await?;
        window.see("page-line").await?;
        Ok(())
    });
}

/// No pause and no five seconds come to an end any more: what is kept from now on is kept for another reason.
const NO_PAUSE: &str = "window.setTimeout = () => 0; return true";

#[test]
fn what_is_written_is_kept_when_the_sheet_or_the_window_is_left() {
    story(async {
        // Whoever leaves the window takes the focus off the sheet in the same way.
        let leave = "document.querySelector('[data-t=sheet]').dispatchEvent(new FocusEvent('blur')); return true";
        for by_tab in [true, false] {
            let home = a_book("en", "light")?;
            let window = Window::in_the_book(&home).await?;
            window.ask(NO_PAUSE).await?;
            window.write("sheet", " and left alone").await?;
            if by_tab {
                assert_eq!(window.focus().await?, "sheet");
                window.keys(&[Keys::TAB]).await?;
                assert_ne!(window.focus().await?, "sheet");
            } else {
                window.ask(leave).await?;
            }
            window
                .until("it is said to be kept", async || {
                    let kept =
                        "return Number(document.querySelector('[data-t=kept]')?.dataset.rev)";
                    Ok(window.ask(kept).await?.as_i64() > Some(1))
                })
                .await?;
            window.cut_the_power();
            let window = Window::in_the_book(&home).await?;
            let kept = window.value("sheet").await?;
            assert!(kept.ends_with(" and left alone"), "{by_tab}: {kept}");
        }
        Ok(())
    });
}

#[test]
fn what_is_written_while_the_stick_is_away_is_kept_once_it_is_plugged_in_again() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.write("sheet", " before it was pulled").await?;
        let (journal, away) = (home.journal(), home.path().join("away"));
        std::fs::rename(&journal, &away)?;
        window.write("sheet", " and while it was away").await?;
        window
            .until("where it is looked for is said", async || {
                Ok(window.see("not-kept").await?.text().await?.contains("USB"))
            })
            .await?;
        // Another device to the system, with the same files on it.
        let device = home.path().join("device");
        copy_folder(&away, &device)?;
        std::fs::rename(&device, &journal)?;
        std::fs::remove_dir_all(&away)?;
        // Nobody presses anything.
        window.gone("not-kept").await?;
        window.cut_the_power();
        let window = Window::in_the_book(&home).await?;
        let kept = window.value("sheet").await?;
        assert!(
            kept.ends_with(" before it was pulled and while it was away"),
            "{kept}"
        );
        Ok(())
    });
}

#[test]
fn whoever_opens_the_book_hears_once_that_others_tried() {
    story(async {
        let home = a_book("en", "light")?;
        for attempt in ["one", "two", "three"] {
            let phrase = awai::Passphrase::new(attempt)?;
            let opened =
                awai::Vault::at(&home.journal())?.unlock(&phrase, at("2026-11-01T23:00:00+09:00")?);
            assert!(opened.is_err());
        }
        let window = Window::open(&home).await?;
        // One's own slip of a moment ago is no news.
        window.write("passphrase", "not this one at all").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.told("trouble").await?;
        window.see("passphrase").await?.clear().await?;
        window.write("passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        let said = window.see("notice").await?.text().await?;
        assert!(
            said.contains("another passphrase was tried 3 times"),
            "{said}"
        );
        assert!(!window.sees("sheet").await?);
        window.picture("tries-en").await?;
        window.press("go-on").await?;
        window.see("sheet").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await
    });
}
