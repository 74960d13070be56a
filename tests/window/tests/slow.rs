//! A computer that takes its time: each command takes most of a second, and whoever writes does not wait for it.

use std::time::Duration;

use awai::{PartSource, SearchAsk};
use awai_window_tests::{Home, Keys, PHRASE, Told, Window, a_book, at, befriend, story};

const SLOW: Duration = Duration::from_millis(800);

async fn a_slow_book(home: &Home) -> Told<Window> {
    let window = Window::in_the_book(home).await?;
    window.slow(SLOW).await?;
    Ok(window)
}

/// Types wherever the focus is, without waiting for anything.
async fn type_on(window: &Window, words: &str) -> Told {
    for letter in words.chars() {
        window.keys(&[letter]).await?;
    }
    Ok(())
}

#[test]
fn words_written_while_rooms_come_and_go_are_each_kept_once() {
    story(async {
        let home = a_book("en", "light")?;
        let window = a_slow_book(&home).await?;
        window.write("sheet", " one").await?;
        // Away and back before the room away was there, writing meanwhile.
        window.keys(&[Keys::CTRL, '2']).await?;
        type_on(&window, " two").await?;
        window.keys(&[Keys::CTRL, '1']).await?;
        // Into the page again, and on: no letter may fall between the two wishes, whatever they still fetch.
        window.press("sheet").await?;
        for letter in " three".chars() {
            window.keys(&[letter]).await?;
            tokio::time::sleep(SLOW / 2).await;
        }
        let written = window.value("sheet").await?;
        assert!(written.ends_with(" three"), "{written}");
        window.close_book().await?;
        assert_eq!(home.draft()?, written);
        Ok(())
    });
}

#[test]
fn a_page_is_finished_once_however_often_it_is_asked_for_and_the_next_one_takes_the_words() {
    story(async {
        let home = a_book("en", "light")?;
        let window = a_slow_book(&home).await?;
        window.write("sheet", " a heron on the ice").await?;
        for _ in 0..3 {
            window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        }
        window.see("finished").await?;
        window.keys(&[Keys::CTRL, 'n']).await?;
        window.see("sheet").await?;
        window.has_focus("sheet").await?;
        window.write("sheet", "the next page").await?;
        window.close_book().await?;
        assert_eq!(home.draft()?, "the next page");
        let book = home.book(at("2026-11-02T10:00:00+09:00")?)?;
        let search = SearchAsk {
            words: "heron on the ice".to_owned(),
            limit: 5,
            ..SearchAsk::default()
        };
        assert_eq!(book.search(&search)?.hits.len(), 1);
        Ok(())
    });
}

#[test]
fn what_is_added_by_a_double_press_is_added_once_and_what_is_half_written_is_kept_with_the_book() {
    story(async {
        let home = a_book("en", "light")?;
        let window = a_slow_book(&home).await?;
        window.keys(&[Keys::ALT, 'c']).await?;
        window.press("company-change").await?;
        window
            .write("company-new-who", "the bench by the river")
            .await?;
        window.press("company-add").await?;
        window.press("company-add").await?;
        window.write("company-new-who", "the 14 bus").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.keys(&[Keys::ALT, 'c']).await?;
        window.see("company-list").await?;
        let shown = window.all("company-one").await?;
        assert_eq!(shown.len(), 2, "{shown:?}");
        assert!(
            shown[0].contains("river") && shown[1].contains("14 bus"),
            "{shown:?}"
        );
        Ok(())
    });
}

#[test]
fn a_letter_that_is_left_while_one_writes_is_one_letter_with_the_words_that_stood_there() {
    story(async {
        let home = a_book("en", "light")?;
        befriend(&home, "Bo", awai::Tongue::En)?;
        let window = Window::among_the_letters(&home).await?;
        window.slow(SLOW).await?;
        window.press("letter-write").await?;
        // Drawn for whatever reason, its field is there before the rest of it, and whoever writes already is not led away.
        window.keys(&[Keys::CTRL, '+']).await?;
        window.write("letter-own", "The").await?;
        for letter in " bench".chars() {
            window.keys(&[letter]).await?;
            tokio::time::sleep(SLOW / 4).await;
        }
        type_on(&window, " is still").await?;
        window.keys(&[Keys::CTRL, '1']).await?;
        while !window.sees("sheet").await? {
            type_on(&window, "!").await?;
        }
        window.press("nav-letters").await?;
        window.see("letters-begun").await?;
        window.close_book().await?;
        let book = home.book(at("2026-11-02T10:00:00+09:00")?)?;
        let begun = book.letter_drafts()?;
        assert_eq!(begun.len(), 1, "one letter was begun");
        let words: Vec<_> = begun[0]
            .draft
            .parts
            .iter()
            .filter_map(|part| match &part.source {
                PartSource::Words { text, .. } => Some(text.as_str()),
                PartSource::Page { .. } => None,
            })
            .collect();
        // Keys come until the room is left; then it takes no more, and what it took is whole.
        let rest = words[0].strip_prefix("The bench is still");
        let marks = rest.is_some_and(|rest| rest.chars().all(|each| each == '!'));
        assert!(words.len() == 1 && marks, "{words:?}");
        Ok(())
    });
}
