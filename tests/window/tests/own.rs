//! What a person keeps at hand, in the real window: company read quickly, words of one's own, a practice.

use awai::{Cost, Passphrase, Practice, Vault};
use awai_window_tests::{
    EVERY_LIGHT, Home, Keys, Look, MANNERS, NARROW, PHRASE, Told, Window, a_book, at, lay_at_hand,
    none, story,
};

/// Goes on with the Tab key to what is named so, and presses Enter there.
async fn enter_on(window: &Window, name: &str) -> Told {
    window.tab_to(name).await?;
    window.keys(&[Keys::ENTER]).await
}

#[test]
fn company_is_one_key_away_and_stands_large_with_no_form_in_the_way() {
    for (tongue, who, how) in [
        ("en", "the bench by the river", "the 14 bus, last stop"),
        ("ja", "川べりのベンチ", "バスの終点"),
        ("fr", "le banc près de l’eau", "au bout de la 14"),
    ] {
        story(async move {
            let home = a_book(tongue, "light")?;
            let window = Window::in_the_book(&home).await?;
            window.write("sheet", " …").await?;
            window.keys(&[Keys::ALT, 'c']).await?;
            window.see("company").await?;
            enter_on(&window, "company-change").await?;
            window.has_focus("company-new-who").await?;
            window.write("company-new-who", who).await?;
            window.write("company-new-how", how).await?;
            enter_on(&window, "company-add").await?;
            window.see("company-changed").await?;
            // Begun and not handed in when the book closes: it is kept all the same.
            window.write("company-new-who", "♪").await?;
            window.close_book().await?;
            window.open_book(PHRASE).await?;
            window.keys(&[Keys::ALT, 'c']).await?;
            window.see("company-list").await?;
            window.picture(&format!("own-company-{tongue}")).await?;
            let shown = window.all("company-one").await?;
            assert_eq!(shown.len(), 2);
            assert!(shown[0].contains(who) && shown[0].contains(how));
            assert!(shown[1].contains('♪'));
            let fields = window
                .ask("return document.querySelectorAll('main :is(textarea, input)').length")
                .await?;
            assert_eq!(fields, 0, "nothing is to be filled in");
            let size = "const of = (which) => parseFloat(getComputedStyle(document.querySelector(which)).fontSize);
                return of('.company-who') > of('.nav button') * 1.4";
            assert_eq!(window.ask(size).await?, true);
            Ok(())
        });
    }
}

#[test]
fn company_is_put_in_order_changed_and_erased() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-company").await?;
        window.press("company-change").await?;
        for (before, who) in (0..).zip(["Mum", "the second verse", "Jo at the bakery"]) {
            window.write("company-new-who", who).await?;
            window.press("company-add").await?;
            window
                .until("it is in the list", async || {
                    Ok(window.count("company-who").await? > before)
                })
                .await?;
            assert!(window.value("company-new-who").await?.is_empty());
        }
        // The last of them goes up twice, and the focus stays with it.
        let up = "[...document.querySelectorAll('[data-t=company-up]')].at(-1).click()";
        window.ask(up).await?;
        window.has_focus("company-up").await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("it stands first", async || {
                Ok(window.value("company-who").await? == "Jo at the bakery")
            })
            .await?;
        window.write("company-how", "open from six").await?;
        window.picture("own-company-change-en").await?;
        window.press("company-read").await?;
        window.see("company-list").await?;
        let shown = window.all("company-one").await?;
        assert_eq!(
            shown,
            ["Jo at the bakery\nopen from six", "Mum", "the second verse"]
        );
        window.press("company-change").await?;
        window.press("own-erase").await?;
        window.see("copies-still").await?;
        window.has_focus("own-erase-no").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.has_focus("own-erase").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.press("own-erase-yes").await?;
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("company-list").await?;
        assert_eq!(
            window.all("company-one").await?,
            ["Mum", "the second verse"]
        );
        Ok(())
    });
}

#[test]
fn a_word_of_ones_own_is_written_looked_up_and_changes_no_page() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.keys(&[Keys::ALT, 'c']).await?;
        window.see("company").await?;
        enter_on(&window, "to-my-words").await?;
        window.see("my-words").await?;
        enter_on(&window, "my-words-change").await?;
        window.has_focus("my-words-new-their_word").await?;
        window.write("my-words-new-their_word", "episode").await?;
        window
            .write("my-words-new-my_word", "the long night")
            .await?;
        window.write("my-words-new-because", "it was mine").await?;
        enter_on(&window, "my-words-add").await?;
        window.has_focus("my-words-new-their_word").await?;
        // One's own word is not found yet, and the room is left.
        window.write("my-words-new-their_word", "Station").await?;
        window.press("nav-today").await?;
        window.see("sheet").await?;
        window.press("nav-company").await?;
        window.press("to-my-words").await?;
        window.see("my-words-list").await?;
        window.picture("own-words-en").await?;
        assert_eq!(window.all("my-word").await?.len(), 2);
        window.write("my-words-find", "NIGHT").await?;
        window
            .until("one is found", async || {
                Ok(window.all("my-word").await?.len() == 1)
            })
            .await?;
        assert!(window.text().await?.contains("it was mine"));
        window.look_for("station").await?;
        assert!(window.text().await?.contains("station"));
        Ok(())
    });
}

#[test]
fn a_practice_has_a_rhythm_and_sets_leads_to_them_and_is_let_go() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-questions").await?;
        enter_on(&window, "to-practice").await?;
        window.see("practice").await?;
        enter_on(&window, "practice-change").await?;
        window.has_focus("practice-rhythm").await?;
        window.write("practice-rhythm", "Sundays, with tea").await?;
        window.tab_to("practice-choose").await?;
        window.keys(&[' ']).await?;
        window.picture("own-practice-change-en").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-company").await?;
        window.press("to-practice").await?;
        window.see("practice-words").await?;
        window.picture("own-practice-en").await?;
        assert!(window.text().await?.contains("Sundays, with tea"));
        window.press("practice-set").await?;
        window.see("set-walk").await?;
        window.press("nav-company").await?;
        window.press("to-practice").await?;
        window.press("practice-change").await?;
        window.unfold("practice-let-go-fold").await?;
        window.press("own-erase").await?;
        window.press("own-erase-yes").await?;
        window.gone("practice-words").await?;
        window.see("practice-change").await?;
        assert!(!window.text().await?.contains("Sundays"));
        Ok(())
    });
}

#[test]
fn where_a_walk_of_the_practice_ends_one_quiet_line_is_there_now_and_then() {
    for tongue in ["en", "ja", "fr"] {
        story(async move {
            let home = Home::empty()?;
            home.settle(tongue, "light")?;
            let now = at("2026-02-03T21:14:00+09:00")?;
            let phrase = Passphrase::new(PHRASE)?;
            Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
            let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
            journal.set_practice(Some(&Practice {
                sets: vec!["arriving".parse()?],
                ..Practice::default()
            }))?;
            let mut told = Vec::new();
            for id in ["worldview-5", "community-2"] {
                let asked = journal.asking(&id.parse()?, tongue, None, None)?;
                told.push(asked.text.replace('\u{200b}', ""));
            }
            journal.close()?;
            let window = Window::in_the_book(&home).await?;
            // One walk in four ends with it: neither always nor never.
            let (mut without, mut with) = (false, false);
            for _ in 0..80 {
                walk_through_arriving(&window).await?;
                let there = window.sees("sitting-further").await?;
                with = there && without;
                without |= !there;
                if with {
                    break;
                }
                // Looked at and left alone: nothing comes of it.
                window.press("sitting-end").await?;
                window.see("ask-me").await?;
            }
            assert!(without && with, "first without it, and then with it");
            let mut look = Look::around(&window, tongue, "light", Vec::new());
            look.at("sitting-further").await?;
            none(&look.found)?;
            enter_on(&window, "sitting-write-further").await?;
            window
                .until("it is asked", async || {
                    let asked = window.see("question").await?.text().await?;
                    Ok(told.contains(&asked.replace('\u{200b}', "")))
                })
                .await?;
            window.write("sheet", "…").await?;
            window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
            window.see("sitting-closing").await?;
            assert!(!window.sees("sitting-further").await?, "it was met");
            Ok(())
        });
    }
}

/// The set of arriving, from its first question to the end at once.
async fn walk_through_arriving(window: &Window) -> Told {
    window.press("nav-questions").await?;
    window.press("set-line").await?;
    window.press("set-walk").await?;
    window.see("sitting-enough").await?;
    window.press("sitting-enough").await?;
    window.see("sitting-closing").await?;
    Ok(())
}

#[test]
fn the_guide_is_read_before_a_book_is_open_and_after_and_asks_nothing_of_the_person() {
    story(async {
        let home = Home::empty()?;
        home.settle("ja", "light")?;
        let window = Window::open(&home).await?;
        // At the first door, with the keyboard.
        window.see("welcome").await?;
        window.keys(&[Keys::F1]).await?;
        window.see("guide").await?;
        assert!(!window.sees("close-book").await?, "there is no rail yet");
        assert!(window.text().await?.contains("いのちが危ないとき"));
        enter_on(&window, "to-guide-danger").await?;
        window
            .until("the heading has the focus", async || {
                let at = window.ask("return document.activeElement.id").await?;
                Ok(at == "guide-danger")
            })
            .await?;
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("welcome").await?;
        // While a first page is begun: its words are still there afterwards.
        window.press("start-writing").await?;
        window.write("sheet", "まだ鍵のないことば").await?;
        window.keys(&[Keys::F1]).await?;
        window.see("guide").await?;
        assert!(!window.sees("guide-to-examples").await?);
        window.press("guide-back").await?;
        assert_eq!(window.value("sheet").await?, "まだ鍵のないことば");
        Ok(())
    });
}

#[test]
fn the_guide_at_the_closed_door_says_nothing_of_the_book_and_tells_of_every_keyboard() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.close_book().await?;
        window.press("to-guide").await?;
        window.see("guide").await?;
        let shown = window.text().await?;
        assert!(!shown.contains("Aki") && !shown.contains("station"));
        for system in ["guide-linux", "guide-windows", "guide-macos"] {
            let open = format!(
                "const each = document.querySelector('[data-t={system}]'); each.open = true; return each.innerText.length > 200"
            );
            assert_eq!(window.ask(&open).await?, true, "{system}");
        }
        window.press("guide-back").await?;
        window.open_book(PHRASE).await?;
        window.press("nav-toward").await?;
        window.see("toward-new").await?;
        window.keys(&[Keys::F1]).await?;
        window.see("guide").await?;
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("toward-new").await?;
        Ok(())
    });
}

#[test]
fn made_up_exchanges_are_read_put_away_and_brought_back() {
    for tongue in ["en", "ja", "fr"] {
        story(async move {
            let home = a_book(tongue, "light")?;
            let window = Window::in_the_book(&home).await?;
            window.keys(&[Keys::F1]).await?;
            window.see("guide").await?;
            window.picture(&format!("own-guide-{tongue}")).await?;
            enter_on(&window, "guide-to-examples").await?;
            window.see("examples-list").await?;
            assert_eq!(window.all("example-open").await?.len(), 2);
            window.press("examples-back").await?;
            window.see("guide-to-examples").await?;
            assert!(
                !window.sees("guide-examples-back").await?,
                "nothing was put away, and nothing is held out to be brought back"
            );
            enter_on(&window, "guide-to-examples").await?;
            enter_on(&window, "example-open").await?;
            window.see("example").await?;
            window.picture(&format!("own-example-{tongue}")).await?;
            assert_eq!(window.all("example-letter").await?.len(), 3);
            let fields = window
                .ask("return document.querySelectorAll('main :is(textarea, input)').length")
                .await?;
            assert_eq!(fields, 0, "they are only read");
            for _ in 0..2 {
                enter_on(&window, "example-put-away").await?;
                window.gone("example").await?;
                if window.sees("example-open").await? {
                    window.press("example-open").await?;
                    window.see("example").await?;
                }
            }
            window.see("examples-bring-back").await?;
            // Put away is put away, also after the book was closed.
            window.close_book().await?;
            window.open_book(PHRASE).await?;
            window.press("nav-guide").await?;
            window.press("guide-to-examples").await?;
            window.see("examples-bring-back").await?;
            window.press("examples-back").await?;
            window.press("guide-examples-back").await?;
            window.gone("guide-examples-back").await?;
            window.press("guide-to-examples").await?;
            window.see("examples-list").await?;
            assert_eq!(window.all("example-open").await?.len(), 2);
            // Nothing of them stands among one's own pages.
            window.press("nav-looking-back").await?;
            window.see("page-line").await?;
            let pages = window.all("page-line").await?.join("\n");
            for name in ["Nao", "Odette", "ナオ", "オデット"] {
                assert!(!pages.contains(name));
            }
            Ok(())
        });
    }
}

/// What is at hand: company, words of one's own, a practice; the guide, and a made-up exchange.
async fn look_at_hand(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    lay_at_hand(&home, tongue)?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("to-guide").await?;
    window.see("guide").await?;
    look.at("guide-at-the-door").await?;
    window.press("guide-back").await?;
    window.open_book(PHRASE).await?;
    window.press("nav-company").await?;
    window.see("company-list").await?;
    look.at("company").await?;
    window.press("company-change").await?;
    window.see("company-add").await?;
    look.at("company-change").await?;
    window.press("company-read").await?;
    window.press("to-my-words").await?;
    window.see("my-words-list").await?;
    look.at("my-words").await?;
    window.press("my-words-change").await?;
    window.see("my-words-add").await?;
    look.at("my-words-change").await?;
    window.press("nav-company").await?;
    window.press("to-practice").await?;
    window.see("practice-list").await?;
    look.at("practice").await?;
    window.press("practice-change").await?;
    window.see("practice-rhythm").await?;
    look.at("practice-change").await?;
    window.press("nav-guide").await?;
    window.see("guide").await?;
    look.at("guide").await?;
    window.press("to-guide-keyboards").await?;
    look.at("guide-keyboards").await?;
    window.press("to-guide-danger").await?;
    look.at("guide-danger").await?;
    window.press("guide-to-examples").await?;
    window.see("examples-list").await?;
    look.at("examples").await?;
    window.press("example-open").await?;
    window.see("example").await?;
    look.at("example").await?;
    Ok(look.found)
}

#[track_caller]
fn without_fault(theme: &'static str) {
    for (tongue, _) in MANNERS.into_iter().filter(|(_, each)| *each == theme) {
        story(async move { none(&look_at_hand(tongue, theme).await?) });
    }
}

#[test]
fn what_is_at_hand() {
    without_fault(EVERY_LIGHT);
}

#[test]
fn in_a_narrow_window_with_large_text_nothing_at_hand_is_lost() {
    without_fault(NARROW);
}

#[test]
fn keys_make_the_text_as_large_as_it_becomes() {
    story(async {
        let home = a_book("fr", "light")?;
        let window = Window::in_the_book(&home).await?;
        let size = "return document.documentElement.style.getPropertyValue('--write')";
        window
            .until("it is of double size", async || {
                window.keys(&[Keys::CTRL, '+']).await?;
                Ok(window.ask(size).await? == "38px")
            })
            .await
    });
}
