//! Questions in the real window: asked only when wished, walked in any order, changed over time, never lost.

use awai_window_tests::{Home, Keys, PHRASE, Told, Window, a_book, story, write_a_book};

async fn question(window: &Window) -> Told<String> {
    Ok(window.see("question").await?.text().await?)
}

/// Waits until another question than this one is asked.
async fn another_than(window: &Window, before: &str) -> Told<String> {
    window
        .until("another question is asked", async || {
            let now = question(window).await?;
            Ok(!now.is_empty() && now != before)
        })
        .await?;
    question(window).await
}

#[test]
fn nothing_is_asked_until_it_is_wished_and_what_was_asked_stays_with_the_page() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        let phrase = window.begin_book("a first page, asked by nobody").await?;
        window.press("another-page").await?;
        window.see("ask-me").await?;
        assert!(
            !window.sees("question").await?,
            "an empty page is the start"
        );

        window.keys(&[Keys::ALT, 'q']).await?;
        let first = question(&window).await?;
        window.keys(&[Keys::ALT, 'q']).await?;
        let asked = another_than(&window, &first).await?;
        window.write("sheet", "three words, unhurried").await?;
        // Words stand under it now: another one comes beside it.
        window.keys(&[Keys::ALT, 'q']).await?;
        another_than(&window, &asked).await?;
        window.press("write-without").await?;
        window
            .until("the earlier question is asked again", async || {
                Ok(question(&window).await? == asked)
            })
            .await?;

        window.close_book().await?;
        window.open_book(&phrase).await?;
        assert_eq!(question(&window).await?, asked, "a begun page keeps it");
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.see("finished").await?;
        window.press("look-back").await?;
        assert_eq!(window.see("reading-asked").await?.text().await?, asked);
        Ok(())
    });
}

#[test]
fn a_sitting_goes_by_keyboard_in_any_order_and_ends_wherever_it_is_enough() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.begin_book("before the walk").await?;
        window.keys(&[Keys::CTRL, '2']).await?;
        window.see("questions").await?;
        let titles = window.all("set-line").await?;
        assert_eq!(titles.len(), 12);
        assert_eq!(
            titles.last().map(String::as_str),
            Some("On my own ground"),
            "it stands plainly among the others"
        );
        let here = "return (document.activeElement.closest('[data-t=set-line]') ?? document.activeElement.querySelector('[data-t=set-line]'))?.innerText ?? ''";
        for _ in 0..60 {
            let there = window.ask(here).await?;
            if there
                .as_str()
                .is_some_and(|words| words.starts_with("What happened"))
            {
                break;
            }
            window.keys(&[Keys::TAB]).await?;
        }
        window.keys(&[Keys::ENTER]).await?;
        window.see("set-title").await?;
        window.tab_to("set-walk").await?;
        window.keys(&[Keys::ENTER]).await?;
        let first = question(&window).await?;
        assert!(first.starts_with("Where would I like to begin"));

        window.write("sheet", "long after").await?;
        window.keys(&[Keys::ALT, 'q']).await?;
        let second = another_than(&window, &first).await?;
        window.press("sitting-aside").await?;
        let third = another_than(&window, &second).await?;
        window.see("sitting-aside-told").await?;
        window.press("sitting-back").await?;
        another_than(&window, &third).await?;
        assert_eq!(question(&window).await?, first);
        assert_eq!(window.value("sheet").await?, "long after");

        window.press("sitting-enough").await?;
        window.see("sitting-closing").await?;
        let offered = window.see("sitting-last").await?.text().await?;
        assert!(offered.contains("what around me is steady right now"));
        let said = window.text().await?.to_lowercase();
        for word in ["incomplete", "of 7", "skipped", "unanswered"] {
            assert!(!said.contains(word), "{word}: {said}");
        }
        window.press("sitting-write-last").await?;
        window.see("sheet").await?;
        window.write("sheet", "the kettle").await?;
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.see("sitting-closing").await?;
        assert!(!window.sees("sitting-last").await?, "it was met");
        window.press("sitting-end").await?;
        window.see("ask-me").await?;

        window.press("nav-looking-back").await?;
        window
            .until("each answer is a page of its own", async || {
                let lines = window.all("page-line-open").await?;
                Ok(lines == ["the kettle", "long after", "before the walk"])
            })
            .await?;
        // What was set aside is remembered nowhere.
        window.press("nav-questions").await?;
        window.see("sets").await?;
        assert!(!window.sees("later-questions").await?);
        Ok(())
    });
}

#[test]
fn a_question_of_the_library_is_asked_differently_and_the_first_words_stay_in_sight() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.begin_book("a page").await?;
        window.press("another-page").await?;
        window.press("ask-me").await?;
        let first = question(&window).await?;
        window.press("ask-differently").await?;
        window.press("move-slower").await?;
        let field = window.see("differently-words").await?;
        field.clear().await?;
        window
            .write("differently-words", "What was in my left hand?")
            .await?;
        window
            .write("differently-because", "smaller is kinder today")
            .await?;
        window.press("differently-keep").await?;
        window
            .until("the new wording is shown", async || {
                let title = window.see("question-title").await?.text().await?;
                Ok(title == "What was in my left hand?")
            })
            .await?;
        let lineage = window.all("wording").await?;
        assert_eq!(lineage.len(), 2);
        assert!(lineage.iter().any(|each| each.contains(&first)));
        assert!(
            lineage
                .iter()
                .any(|each| each.contains("smaller is kinder today"))
        );

        // The same words again are not a new wording, and it is said.
        window.press("differently").await?;
        window.press("differently-keep").await?;
        window.see("differently-trouble").await?;

        // From the first wording a branch grows.
        window.press("differently-not").await?;
        window.press("branch").await?;
        let field = window.see("differently-words").await?;
        field.clear().await?;
        window
            .write("differently-words", "What did we carry here?")
            .await?;
        window.press("differently-keep").await?;
        window
            .until("the branch is shown", async || {
                let title = window.see("question-title").await?.text().await?;
                Ok(title == "What did we carry here?")
            })
            .await?;
        assert_eq!(window.all("wording").await?.len(), 3);

        window.press("use").await?;
        assert_eq!(question(&window).await?, "What did we carry here?");
        let column = window.see("changed").await?.text().await?;
        assert!(column.contains(&first) && column.contains("What did we carry here?"));
        assert!(
            !column.contains("left hand"),
            "the way to it passes no branch"
        );
        Ok(())
    });
}

/// Goes to the field by keyboard, writes other words into it and keeps them.
async fn ask_differently(window: &Window, words: &str) -> Told {
    window.tab_to("differently").await?;
    window.keys(&[Keys::ENTER]).await?;
    window.has_focus("differently-heading").await?;
    window.tab_to("differently-words").await?;
    window.keys(&[Keys::CTRL, 'a']).await?;
    let field = window.client().active_element().await?;
    field.send_keys(words).await?;
    window.tab_to("differently-keep").await?;
    window.keys(&[Keys::ENTER]).await?;
    window.gone("differently-form").await
}

#[test]
fn within_a_walk_a_question_is_asked_differently_by_keyboard_and_answered_so() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.begin_book("before the walk").await?;
        window.press("nav-questions").await?;
        window.press("set-line").await?;
        window.press("set-walk").await?;
        let first = question(&window).await?;
        ask_differently(&window, "What is my left hand doing?").await?;
        assert_eq!(
            another_than(&window, &first).await?,
            "What is my left hand doing?"
        );
        window.has_focus("question").await?;
        // Another question comes, and the new wording is still there one step back.
        window.keys(&[Keys::ALT, 'q']).await?;
        let second = another_than(&window, "What is my left hand doing?").await?;
        window.press("sitting-back").await?;
        assert_eq!(
            another_than(&window, &second).await?,
            "What is my left hand doing?"
        );
        // A field that was opened above one sheet is not there above another.
        window.press("differently").await?;
        window.see("differently-form").await?;
        window.keys(&[Keys::ALT, 'q']).await?;
        another_than(&window, "What is my left hand doing?").await?;
        assert!(!window.sees("differently-form").await?);
        window.press("sitting-back").await?;
        another_than(&window, &second).await?;
        window.write("sheet", "it holds the cup").await?;
        window.press("sitting-enough").await?;
        window.press("sitting-end").await?;
        window.see("ask-me").await?;
        window.look_for("holds the cup").await?;
        window.press("page-line-open").await?;
        let asked = window.see("reading-asked").await?.text().await?;
        assert_eq!(asked, "What is my left hand doing?");
        Ok(())
    });
}

#[test]
fn what_is_offered_from_elsewhere_is_asked_differently_there_and_then_answered() {
    story(async {
        let home = Home::empty()?;
        write_a_book(&home, "en")?;
        let window = Window::in_the_book(&home).await?;
        window.look_for("station").await?;
        window.press("page-line-open").await?;
        window.see("words").await?;
        window.press("look-elsewhere").await?;
        window.see("turned").await?;
        ask_differently(&window, "Who else waited there?").await?;
        window
            .until("it is offered so", async || {
                let turned = window.see("turned").await?.text().await?;
                Ok(turned.starts_with("Who else waited there?"))
            })
            .await?;
        window.has_focus("differently").await?;
        window.press("turned-beside").await?;
        window.see("sheet").await?;
        window
            .until("it is asked beside the page", async || {
                Ok(question(&window).await? == "Who else waited there?")
            })
            .await?;
        Ok(())
    });
}

#[test]
fn a_page_is_seen_from_elsewhere_and_wider_and_stays_as_it_is() {
    story(async {
        let home = Home::empty()?;
        write_a_book(&home, "en")?;
        let window = Window::open(&home).await?;
        window.see("unlock").await?;
        window.open_book(PHRASE).await?;
        let begun = window.value("sheet").await?;
        assert!(begun.starts_with("I wonder"));
        window.look_for("station").await?;
        window.press("page-line-open").await?;
        window.see("words").await?;
        window.press("look-elsewhere").await?;
        let turned = window.see("turned").await?.text().await?;
        assert!(!turned.is_empty());
        window.press("look-wider").await?;
        window
            .until("it is asked about what is wider", async || {
                Ok(window.see("turned").await?.text().await? != turned)
            })
            .await?;
        window.press("turned-beside").await?;
        window.see("wider").await?;
        window.has_focus("wider").await?;
        window.keys(&['t']).await?;
        window
            .write("wider", "he last train leaves at nine")
            .await?;
        window.press("enough").await?;
        let beside = window.see("reading-lenses").await?.text().await?;
        assert!(beside.contains("the last train leaves at nine"));
        window.press("nav-today").await?;
        window.see("sheet").await?;
        assert_eq!(
            window.value("sheet").await?,
            begun,
            "what was begun is still begun"
        );
        Ok(())
    });
}

#[test]
fn to_sit_for_a_while_asks_for_nothing_and_leaves_nothing() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.see("sit").await?;
        let words = window.value("sheet").await?;
        let asked = window.see("question").await?.text().await?;
        let on_the_disk = || std::fs::read(home.journal().join("journal.db"));
        let before = on_the_disk()?;
        window.press("sit").await?;
        window.see("sit-here").await?;
        let shown = "return ['sheet', 'question', 'another'].map((name) => document.querySelector(`[data-t=${name}]`).checkVisibility())";
        assert_eq!(
            window.ask(shown).await?,
            serde_json::json!([false, true, false])
        );
        assert_eq!(window.see("question").await?.text().await?, asked);
        // What is pressed by habit changes nothing.
        window.keys(&[Keys::ALT, 'q']).await?;
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.settled().await?;
        assert_eq!(window.see("question").await?.text().await?, asked);
        window.keys(&[Keys::ESCAPE]).await?;
        window.gone("sit-here").await?;
        assert_eq!(window.value("sheet").await?, words);
        assert!(on_the_disk()? == before, "nothing was written");
        window.press("nav-questions").await?;
        window.press("set-line").await?;
        window.press("set-walk").await?;
        window.press("sitting-keep-and-begin").await?;
        window.see("sitting-aside").await?;
        let before = on_the_disk()?;
        window.press("sit").await?;
        window.see("sit-here").await?;
        window.press("sit-write").await?;
        window.has_focus("sheet").await?;
        window.press("sit").await?;
        window.see("sit-here").await?;
        assert!(on_the_disk()? == before, "nothing was written");
        window.press("sit-close-book").await?;
        window.see("unlock").await?;
        window.open_book(PHRASE).await?;
        assert!(!window.sees("sit-here").await?);
        Ok(())
    });
}
