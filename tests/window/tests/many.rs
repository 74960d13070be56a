//! With five thousand ties and twenty thousand questions every room still opens at once, and one name among them is
//! found by keyboard, also while a word is being composed.

use awai_window_tests::{Home, Keys, QUESTIONS, Told, Window, story, write_a_book_of_many};

/// How long a room may take to be drawn, in milliseconds. About a second is what is wanted of a build for finding
/// faults; the rest is for a computer that does other things meanwhile.
const MOST: f64 = 3_000.0;

/// How long it takes from an act to the second frame in which `sign` is seen.
async fn takes(window: &Window, act: &str, sign: &str) -> Told<f64> {
    let script = format!(
        "const done = arguments[0]; const began = performance.now(); {act};
         const look = () => {{
           const there = document.querySelector(`{sign}`);
           if (there && there.getClientRects().length > 0) requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
           else setTimeout(look, 5);
         }};
         look();"
    );
    let took = window
        .drawing(window.client().execute_async(&script, Vec::new()))
        .await?;
    let took = took.as_f64().ok_or("a number of milliseconds")?;
    eprintln!("{took:7.0} ms  {sign}");
    Ok(took)
}

fn click(name: &str) -> String {
    format!("document.querySelector(`[data-t=\"{name}\"]`).click()")
}

#[test]
fn every_room_opens_at_once_in_a_book_of_many() {
    story(async {
        let home = Home::empty()?;
        let window = open_the_book_of_many(&home).await?;
        let mut slow = Vec::new();
        for (act, sign) in [
            (click("nav-between"), ".room-between [data-t=tie-line]"),
            (click("tie-line"), "[data-t=tie-room] [data-t=thread]"),
            (click("nav-questions"), ".room-questions [data-t=sets]"),
            (click("new-set"), "[data-t=set-find]"),
            (click("nav-toward"), ".room-toward [data-t=toward-new]"),
            (
                click("nav-looking-back"),
                ".room-looking-back [data-t=page-line]",
            ),
            (
                "document.querySelector('[data-t=choices] summary').click()".to_owned(),
                "[data-t=choose-tie]",
            ),
            (click("page-line-open"), "[data-t=reading] [data-t=moment]"),
            (click("nav-settings"), ".room-settings h1"),
            (click("nav-today"), ".room-today [data-t=sheet]"),
            (click("choose-tie"), "[data-t=find-tie]"),
        ] {
            let took = takes(&window, &act, sign).await?;
            if took > MOST {
                slow.push(format!("{sign}: {took} ms"));
            }
        }
        assert!(slow.is_empty(), "{}", slow.join("\n"));
        Ok(())
    });
}

/// A window in which the book of many lies open.
async fn open_the_book_of_many(home: &Home) -> Told<Window> {
    home.settle("en", "light")?;
    write_a_book_of_many(home)?;
    Window::in_the_book(home).await
}

#[test]
fn of_twenty_thousand_questions_the_five_hundred_and_first_is_found_by_keyboard() {
    story(async {
        let home = Home::empty()?;
        let window = open_the_book_of_many(&home).await?;
        window.press("nav-questions").await?;
        window.see("received-further").await?;
        let lines = "return document.querySelectorAll('[data-t=received-list] [data-t=question-line]').length";
        assert_eq!(window.ask(lines).await?, 500);
        window
            .ask("document.querySelector('[data-t=received-further]').focus()")
            .await?;
        window.keys(&[Keys::ENTER]).await?;
        window.has_focus("question-line").await?;
        assert_eq!(window.ask(lines).await?, 1_000);
        // The newest stands first, so this is the one after five hundred.
        let words = format!("What was the sound of morning number {}?", QUESTIONS - 501);
        let here = window
            .ask("return document.activeElement.textContent")
            .await?;
        assert_eq!(here, words);
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("it is opened", async || {
                Ok(window.see("question-title").await?.text().await? == words)
            })
            .await?;
        Ok(())
    });
}

#[test]
fn beside_a_question_older_pages_come_when_they_are_asked_for() {
    story(async {
        let home = Home::empty()?;
        let window = open_the_book_of_many(&home).await?;
        window.press("nav-questions").await?;
        window.see("received-further").await?;
        window
            .ask("document.querySelector('[data-t=received-list] [data-t=question-line]').click()")
            .await?;
        window.see("asked-pages-further").await?;
        let lines = "return document.querySelectorAll('[data-t=asked-pages] [data-t=page-line-open]').length";
        assert_eq!(window.ask(lines).await?, 200);
        window
            .ask("document.querySelector('[data-t=asked-pages-further]').focus()")
            .await?;
        window.picture("question-further-en-light").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.gone("asked-pages-further").await?;
        assert_eq!(window.ask(lines).await?, 201);
        let here = "return [...document.querySelectorAll('[data-t=asked-pages] [data-t=page-line-open]')].indexOf(document.activeElement)";
        assert_eq!(window.ask(here).await?, 200, "one goes on where one was");
        Ok(())
    });
}

#[test]
fn one_name_among_thousands_is_found_by_some_of_its_letters() {
    story(async {
        let home = Home::empty()?;
        let window = open_the_book_of_many(&home).await?;
        window.keys(&[Keys::ALT, 'p']).await?;
        window.see("find-tie").await?;
        window.has_focus("find-tie").await?;
        window.write("find-tie", "zoe 4997").await?;
        window.see("find-tie-option").await?;
        window.keys(&[Keys::ENTER]).await?;
        assert_eq!(window.see("tie").await?.text().await?, "Zoé 4997");
        assert_eq!(window.value("find-tie").await?, "");
        // Kana in the other script finds it too; arrows walk; Escape folds the list and not the room.
        window.write("find-tie", "ゆき 4").await?;
        window.see("find-tie-option").await?;
        let down = '\u{E015}';
        window.keys(&[down]).await?;
        let active = "const field = document.querySelector('[data-t=find-tie]');
            return document.getElementById(field.getAttribute('aria-activedescendant')).textContent";
        assert_eq!(window.ask(active).await?, "ユキ 40");
        window.keys(&[Keys::ESCAPE]).await?;
        window.gone("find-tie-option").await?;
        assert_eq!(window.focus().await?, "find-tie");
        // Leaving the field takes nobody.
        window.write("find-tie", "somebody 3").await?;
        window.see("find-tie-option").await?;
        window.keys(&[Keys::TAB]).await?;
        window.gone("find-tie-option").await?;
        let pressed = "return document.querySelectorAll('[data-t=tie]').length";
        assert_eq!(window.ask(pressed).await?, 1);
        Ok(())
    });
}

#[test]
fn a_name_is_found_in_the_same_way_wherever_one_is_asked() {
    story(async {
        let home = Home::empty()?;
        let window = open_the_book_of_many(&home).await?;
        // Toward.
        window.press("nav-toward").await?;
        window.write("toward-new", "more soup").await?;
        window.press("toward-add").await?;
        window.press("toward-open").await?;
        window.write("toward-find-tie", "somebody 4998").await?;
        window.see("toward-find-tie-option").await?;
        window.keys(&[Keys::ENTER]).await?;
        assert_eq!(
            window.see("toward-tie").await?.text().await?,
            "somebody 4998"
        );
        // A moment on a page with nobody on it, and taking the name off again.
        window.look_for("nobody on it").await?;
        window.press("page-line-open").await?;
        window.see("moment").await?;
        let with = "[...document.querySelectorAll('[role=combobox]')].find((each) => each.id.startsWith('moment-with-'))";
        let name = window.ask(&format!("return {with}.id")).await?;
        let name = name.as_str().ok_or("a field")?.to_owned();
        window.write(&name, "zoe 2").await?;
        window.see(&format!("{name}-option")).await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("the name stands in the field", async || {
                Ok(window.value(&name).await? == "Zoé 2")
            })
            .await?;
        // Looking back: pages of one of them.
        window.press("nav-looking-back").await?;
        window.press("find-clear").await?;
        window.unfold("choices").await?;
        window.write("choose-tie", "somebody 99").await?;
        window.see("choose-tie-option").await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("only pages of theirs are listed", async || {
                let lines = "return [...document.querySelectorAll('[data-t=page-line-open]')].map((each) => each.innerText).join()";
                Ok(window.ask(lines).await? == "the morning number 99, by the window")
            })
            .await?;
        Ok(())
    });
}
