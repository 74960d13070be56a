//! What is between people, in the real window: naming somebody, their room, moments, the thread and its table, and
//! what is said in a fold and told nowhere else.

use awai_window_tests::{Home, Keys, Told, Window, a_book, story};

/// Presses the name of a tie in the list of everybody.
async fn enter(window: &Window, called: &str) -> Told {
    window.press("nav-between").await?;
    window.press_the("tie-line", called).await?;
    window
        .until("the room has its name", async || {
            Ok(window.see("tie-name").await?.text().await? == called)
        })
        .await
}

#[test]
fn somebody_is_named_by_keyboard_rests_in_one_step_and_is_called_differently() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("A first page.").await?;
        window.tab_to("nav-between").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("between-empty").await?;
        assert!(window.text().await?.contains("Between whom?"));
        window.tab_to("between-called").await?;
        window
            .write("between-called", "the one with the umbrella\n")
            .await?;
        window.see("tie-line").await?;
        window
            .until("the field waits for another name", async || {
                Ok(window.focus().await? == "between-called"
                    && window.value("between-called").await?.is_empty())
            })
            .await?;
        enter(&window, "the one with the umbrella").await?;
        window.press("stand-resting").await?;
        window
            .until("it rests", async || {
                let said = window.ask("return document.querySelector('[data-t=stand-resting]').getAttribute('aria-pressed')").await?;
                Ok(said == "true")
            })
            .await?;
        window.unfold("tie-words-fold").await?;
        window.press("tie-called-field").await?;
        window.keys(&[Keys::CTRL, 'a']).await?;
        for letter in ['B', 'o'] {
            window.keys(&[letter]).await?;
        }
        window.write("tie-about", "We share a bus stop.").await?;
        // Left at once: neither the name nor the words may be lost on the way.
        window.close_book().await?;
        window.open_book(&phrase).await?;
        window.press("nav-between").await?;
        window.unfold("fold-resting").await?;
        enter(&window, "Bo").await?;
        assert!(window.text().await?.contains("We share a bus stop."));
        window.unfold("tie-namings").await?;
        assert!(window.text().await?.contains("the one with the umbrella"));
        window.press("naming-erase").await?;
        window.see("copies-still").await?;
        window.press("naming-erase-yes").await?;
        window.gone("tie-namings").await?;
        assert!(!window.text().await?.contains("umbrella"));
        Ok(())
    });
}

#[test]
fn the_one_that_was_touched_last_stands_first_and_those_that_rest_are_folded() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        let open = "return [...document.querySelectorAll('[data-t=ties-open] bdi')].map((each) => each.innerText)";
        // The page that was begun rests, so that another begins with nobody on it.
        window.press("enough").await?;
        window.see("finished").await?;
        window.press("nav-between").await?;
        window.see("ties-open").await?;
        let names: Vec<String> = serde_json::from_value(window.ask(open).await?)?;
        let [first, .., last] = &names[..] else {
            return Err(format!("several are open: {names:?}").into());
        };
        enter(&window, last).await?;
        window.press("tie-write").await?;
        window.write("sheet", " after all").await?;
        window.press("enough").await?;
        window.see("finished").await?;
        window.press("nav-between").await?;
        window
            .until("it stands first", async || {
                Ok(window.ask(open).await?[0] == *last)
            })
            .await?;
        enter(&window, first).await?;
        window.press("stand-resting").await?;
        window.press("tie-back").await?;
        window.see("fold-resting").await?;
        assert!(
            !window
                .ask(open)
                .await?
                .as_array()
                .is_some_and(|names| names.iter().any(|name| name == first))
        );
        let folded = "return document.querySelector('[data-t=fold-resting]').open";
        assert_eq!(window.ask(folded).await?, false);
        Ok(())
    });
}

#[test]
fn a_moment_is_marked_said_in_words_and_found_among_the_openings() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        enter(&window, "Mum").await?;
        window.press("thread-turn").await?;
        window.press("thread-open").await?;
        window.see("reading").await?;
        window.unfold("moments").await?;
        window.press("mark-opening").await?;
        window.has_focus("moment-words").await?;
        window.write("moment-words", "She wrote first.").await?;
        window.press("reading-back").await?;
        window.see("tie-room").await?;
        window.press("thread-turn").await?;
        window
            .until("the table has the words", async || {
                Ok(window.text().await?.contains("She wrote first."))
            })
            .await?;
        window.press("nav-between").await?;
        window.press("between-openings").await?;
        window.see("opening").await?;
        let shown = window.text().await?;
        assert!(shown.contains("She wrote first."), "{shown}");
        assert!(shown.contains("quiet with someone"), "{shown}");
        window.tab_to("opening-open").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("reading").await?;
        window.see("moment").await?;
        let before = window.count("moment").await?;
        window.press("moment-off").await?;
        window.see("moment-put-back").await?;
        assert_eq!(window.count("moment").await?, before - 1);
        window.press("moment-put-back").await?;
        window.gone("moment-put-back").await?;
        assert_eq!(window.count("moment").await?, before);
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("openings").await?;
        Ok(())
    });
}

#[test]
fn the_thread_and_its_table_hold_the_same_and_turning_it_keeps_the_focus() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        enter(&window, "Aki").await?;
        window.see("thread-drawing").await?;
        let drawn = window.count("thread-point").await?;
        assert_eq!(drawn, 4, "two pages with three moments and a covered one");
        window.tab_to("thread-turn").await?;
        window.keys(&[' ']).await?;
        window.see("thread-table").await?;
        assert_eq!(window.count("thread-row").await?, drawn);
        assert_eq!(window.focus().await?, "thread-turn");
        let shown = window.text().await?;
        assert!(shown.contains("She moved her bag"), "{shown}");
        assert!(
            !shown.contains("ended with soup"),
            "a covered page shows its cover only: {shown}"
        );
        window.keys(&[Keys::ENTER]).await?;
        window.see("thread-drawing").await?;
        window
            .ask("document.querySelector('[data-t=thread-point]').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
            .await?;
        window.see("reading").await?;
        Ok(())
    });
}

#[test]
fn what_is_said_in_the_fold_of_care_is_told_by_no_list_and_changes_none() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-between").await?;
        window.see("tie-line").await?;
        let everybody = window.main_words().await?;
        enter(&window, "Aki").await?;
        let room = window.main_words().await?;
        window.unfold("tie-care-fold").await?;
        window.press("tie-care").await?;
        window
            .until("it is kept", async || {
                let said = window
                    .ask("return document.querySelector('.said').textContent")
                    .await?;
                Ok(said == "Kept.")
            })
            .await?;
        window.press("nav-between").await?;
        window.see("tie-line").await?;
        assert_eq!(
            window.main_words().await?,
            everybody,
            "the list is the same"
        );
        enter(&window, "Aki").await?;
        assert_eq!(
            window.main_words().await?,
            room,
            "the fold is closed again and the room the same"
        );
        let raised = "return document.querySelector('[data-t=tie-care]').checked";
        assert_eq!(window.ask(raised).await?, true);
        window.press("nav-between").await?;
        window.press("between-openings").await?;
        window.see("openings").await?;
        assert_eq!(
            window.count("opening").await?,
            0,
            "nothing of it is gathered"
        );
        Ok(())
    });
}

#[test]
fn a_tie_is_erased_after_a_second_yes_and_its_pages_stay() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        enter(&window, "Mum").await?;
        window.unfold("tie-erase-fold").await?;
        window.press("tie-erase").await?;
        window.has_focus("tie-erase-no").await?;
        window.press("tie-erase-yes").await?;
        window.gone("tie-room").await?;
        assert!(!window.text().await?.contains("Mum"));
        window.look_for("three lines").await?;
        window
            .until("its page is there", async || {
                Ok(window.text().await?.contains("three lines long"))
            })
            .await?;
        Ok(())
    });
}

#[test]
fn the_map_ends_where_somebody_stands() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-between").await?;
        window.see("map").await?;
        window.settled().await?;
        let spare = "const map = document.querySelector('[data-t=map] svg'), { width, height } = map.getBBox(), whole = map.viewBox.baseVal; return [whole.width - width, whole.height - height]";
        let [wide, high]: [f64; 2] = serde_json::from_value(window.ask(spare).await?)?;
        assert!(
            wide < 90.0 && high < 90.0,
            "{wide} and {high} of it are empty"
        );
        Ok(())
    });
}
