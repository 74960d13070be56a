//! Hiding: from wherever one is, by the keys and by the control, the screen is empty, the book is closed, the window
//! asks to be minimised or the program ends, and the words are there again behind the passphrase.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use awai_window_tests::{
    EVERY_LIGHT, Home, Keys, Look, Minimised, PHRASE, Screen, Told, Window, a_book, holder, none,
    story, write_a_book, xdotool,
};

const HIDE: [char; 3] = [Keys::CTRL, Keys::SHIFT, 'l'];

/// A window on a screen where somebody hears what it asks of a desktop.
async fn open(home: &Home, size: (u32, u32)) -> Told<(Window, Minimised)> {
    let screen = Screen::open(1180, 820)?;
    let asked = Minimised::listen(&screen, home.path())?;
    let window = Window::open_on(home, screen, size, &[]).await?;
    Ok((window, asked))
}

/// A window of a book that has been written in, open.
async fn open_a_book(home: &Home) -> Told<(Window, Minimised)> {
    home.settle("en", "light")?;
    write_a_book(home, "en")?;
    let (window, asked) = open(home, (1180, 820)).await?;
    window.open_book(PHRASE).await?;
    Ok((window, asked))
}

/// The door stands there, the page holds no word of `private`, and the window has asked to go so often.
async fn is_hidden(window: &Window, asked: &Minimised, times: usize, private: &[&str]) -> Told {
    window.see("unlock").await?;
    asked.until(times).await?;
    let left = window
        .ask("return document.documentElement.outerHTML")
        .await?;
    let left = left.as_str().unwrap_or_default();
    for words in private {
        if left.contains(words) {
            return Err(format!("“{words}” is still on the page").into());
        }
    }
    let holder = holder(&journal_of(window).await?)?;
    if !holder.is_empty() {
        return Err(format!("the journal is still held: {holder}").into());
    }
    Ok(())
}

/// Where the journal of a window lies.
async fn journal_of(window: &Window) -> Told<PathBuf> {
    let folder = "const [done] = arguments;
        window.__TAURI_INTERNALS__.invoke('start').then(({ folder }) => done(folder));";
    let path = window.client().execute_async(folder, Vec::new()).await?;
    Ok(PathBuf::from(path.as_str().unwrap_or_default()))
}

#[test]
fn from_every_room_by_the_keys_and_by_the_control_and_the_draft_is_there_again() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        let draft = window.value("sheet").await?;
        let ways: [&[&str]; 11] = [
            &["nav-today"],
            &["nav-today", "only-the-page"],
            &["nav-questions"],
            &["nav-questions", "set-line", "set-walk"],
            &["nav-between", "tie-line"],
            &["nav-toward"],
            &["nav-letters"],
            &["nav-looking-back", "page-line-open"],
            &["nav-settings"],
            &["nav-company"],
            &["nav-guide"],
        ];
        let mut times = 0;
        for way in ways {
            for by_keys in [true, false] {
                for step in way {
                    window.press(step).await?;
                }
                if by_keys {
                    window.keys(&HIDE).await?;
                } else {
                    window.press("hide-now").await?;
                }
                times += 1;
                is_hidden(&window, &asked, times, &["station bench", "Aki"])
                    .await
                    .map_err(|why| format!("{way:?}, by keys {by_keys}: {why}"))?;
                window.open_book(PHRASE).await?;
                assert_eq!(window.value("sheet").await?, draft, "{way:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn words_typed_a_moment_ago_are_kept_on_the_page_and_in_a_walk_and_in_a_small_field() {
    story(async {
        let home = Home::empty()?;
        let window = Window::open(&home).await?;
        window.speak("en").await?;
        let phrase = window.begin_book("a first page").await?;
        window.press("another-page").await?;
        window.write("sheet", "half a sen").await?;
        window.keys(&HIDE).await?;
        window.see("unlock").await?;
        window.open_book(&phrase).await?;
        assert_eq!(window.value("sheet").await?, "half a sen");
        window.press("enough").await?;
        window.see("finished").await?;
        window.press("nav-questions").await?;
        window.press("set-line").await?;
        window.press("set-walk").await?;
        window.see("question").await?;
        window.write("sheet", "three words in a walk").await?;
        window.press("hide-now").await?;
        window.see("unlock").await?;
        window.open_book(&phrase).await?;
        assert_eq!(window.value("sheet").await?, "three words in a walk");
        window.press("nav-between").await?;
        window.write("between-called", "Bo").await?;
        window.press("between-add").await?;
        window.press("tie-line").await?;
        window.press("tie-words-fold").await?;
        window.write("tie-about", "we met at the big pot").await?;
        window.keys(&HIDE).await?;
        window.see("unlock").await?;
        window.open_book(&phrase).await?;
        window.press("nav-between").await?;
        window.press("tie-line").await?;
        window.press("tie-words-fold").await?;
        assert_eq!(window.value("tie-about").await?, "we met at the big pot");
        Ok(())
    });
}

#[test]
fn a_sheet_that_lies_over_the_room_has_the_control_too_and_the_keys_reach_through_it() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        for (times, by_keys) in [(1, true), (2, false)] {
            window.press("nav-guide").await?;
            window.press("guide-keys").await?;
            window.see("keys").await?;
            if by_keys {
                window.keys(&HIDE).await?;
            } else {
                window.press("hide-in-sheet").await?;
            }
            is_hidden(&window, &asked, times, &["station bench"]).await?;
            window.open_book(PHRASE).await?;
        }
        Ok(())
    });
}

#[test]
fn the_first_steps_of_the_tab_key_lead_to_hiding() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        window.press("nav-settings").await?;
        // From the beginning of the page, as whoever listens to it comes in.
        window
            .ask("document.querySelector('.skip').focus(); return true")
            .await?;
        window.keys(&[Keys::TAB]).await?;
        assert_eq!(window.focus().await?, "hide-first");
        window.keys(&[Keys::ENTER]).await?;
        is_hidden(&window, &asked, 1, &[]).await
    });
}

#[test]
fn what_is_read_together_is_put_away_with_everything_else() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        for (times, by_keys) in [(1, true), (2, false)] {
            window.press("nav-letters").await?;
            window.press("together-open").await?;
            window.press("together-choice").await?;
            window.press("together-begin").await?;
            window.see("together-one").await?;
            if by_keys {
                window.keys(&HIDE).await?;
            } else {
                window.press("hide-now").await?;
            }
            is_hidden(&window, &asked, times, &["bench", "together-return"]).await?;
            window.open_book(PHRASE).await?;
        }
        Ok(())
    });
}

#[test]
fn words_that_no_journal_holds_yet_are_not_lost_and_not_shown() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open(&home, (1180, 820)).await?;
        window.speak("en").await?;
        window.press("start-writing").await?;
        window.write("sheet", "the very first words").await?;
        window.keys(&HIDE).await?;
        window.see("welcome").await?;
        asked.until(1).await?;
        let left = "return document.documentElement.outerHTML.includes('very first')";
        assert_eq!(window.ask(left).await?, false);
        assert!(!home.journal().exists(), "nothing is written");
        window.press("start-writing").await?;
        assert_eq!(window.value("sheet").await?, "the very first words");
        // The sheet that asks for a passphrase lies open.
        window.press("enough").await?;
        window.drawn_words("new-typed").await?;
        window.press("hide-in-sheet").await?;
        window.see("welcome").await?;
        asked.until(2).await?;
        assert!(!window.sees("keep-sheet").await?);
        assert_eq!(window.ask(left).await?, false);
        window.press("start-writing").await?;
        window.press("enough").await?;
        let phrase = window.keep_with_drawn_words().await?;
        window.close_book().await?;
        window.open_book(&phrase).await?;
        window.look_for("very first").await?;
        Ok(())
    });
}

#[test]
fn where_it_was_chosen_the_program_ends_and_the_draft_is_there_at_the_next_start() {
    story(async {
        let home = Home::empty()?;
        let (window, _asked) = open_a_book(&home).await?;
        window.press("nav-settings").await?;
        window.press("hide-then-quit").await?;
        let kept = home.path().join("settings").join("settings.json");
        window
            .until("the choice is kept", async || {
                Ok(std::fs::read_to_string(&kept)?.contains("\"quit\""))
            })
            .await?;
        window.press("nav-today").await?;
        window.write("sheet", " and then someone came").await?;
        // The window goes while it answers: whether this press is still answered means nothing.
        let _ = window.keys(&HIDE).await;
        window
            .until("no process of it is there", async || {
                let mut names = ["awai-desktop", "WebKitWebProcess", "WebKitNetworkProcess"].iter();
                Ok(names.all(|name| window.driver().processes(name).is_empty()))
            })
            .await?;
        drop(window);
        let window = Window::open(&home).await?;
        window.see("unlock").await?;
        window.open_book(PHRASE).await?;
        let draft = window.value("sheet").await?;
        assert!(draft.ends_with(" and then someone came"), "{draft}");
        Ok(())
    });
}

#[test]
fn other_keys_are_chosen_by_pressing_them_and_the_old_ones_hide_no_longer() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        window.press("nav-settings").await?;
        window.press("hide-keys-change").await?;
        window.has_focus("hide-keys-field").await?;
        let told = async || {
            Ok::<_, Box<dyn std::error::Error>>(window.see("hide-keys-told").await?.text().await?)
        };
        for (keys, reason) in [
            (&[Keys::CTRL, 'f'][..], "does something else here"),
            (&['k'][..], "for writing"),
            (&[Keys::CTRL, 'v'][..], "copying and pasting"),
            (&[Keys::CTRL, ' '][..], "input method"),
        ] {
            window.keys(keys).await?;
            window
                .until(&format!("it is told: {reason}"), async || {
                    Ok(told().await?.contains(reason))
                })
                .await?;
        }
        assert!(window.sees("hide-keys-field").await?, "no room was left");
        window.keys(&[Keys::ALT, 'h']).await?;
        window
            .until("they are named", async || {
                Ok(window.see("hide-keys-now").await?.text().await? == "Alt H")
            })
            .await?;
        window.press("nav-today").await?;
        window.write("sheet", " before").await?;
        window.keys(&HIDE).await?;
        window.write("sheet", " and after").await?;
        let draft = window.value("sheet").await?;
        assert!(draft.ends_with(" before and after"), "{draft}");
        assert_eq!(asked.times()?, 0, "the old keys hide no longer");
        window.keys(&[Keys::ALT, 'h']).await?;
        is_hidden(&window, &asked, 1, &["and after"]).await?;
        window.open_book(PHRASE).await?;
        assert_eq!(window.value("sheet").await?, draft);
        window.keys(&[Keys::ALT, 'h']).await?;
        is_hidden(&window, &asked, 2, &[]).await
    });
}

#[test]
fn last_words_that_cannot_be_kept_wait_behind_a_door_and_nobody_sees_them_without_the_passphrase() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        window
            .until("the draft lies on the desk", async || {
                Ok(!window.value("sheet").await?.is_empty())
            })
            .await?;
        // As if the stick had been pulled out.
        let (there, away) = (
            home.journal().join("journal.db"),
            home.path().join("away.db"),
        );
        std::fs::rename(&there, &away)?;
        window.write("sheet", " not kept yet").await?;
        window.keys(&HIDE).await?;
        window.see("held-door").await?;
        asked.until(1).await?;
        let page = "return document.documentElement.outerHTML.includes('not kept yet') || document.documentElement.outerHTML.includes('station bench')";
        assert_eq!(window.ask(page).await?, false);
        for keys in [
            &[Keys::CTRL, 'f'][..],
            &[Keys::CTRL, '1'][..],
            &[Keys::ESCAPE][..],
        ] {
            window.keys(keys).await?;
        }
        window
            .until(
                "that something waits is said once somebody is there",
                async || {
                    Ok(window
                        .see("held")
                        .await?
                        .text()
                        .await?
                        .contains("could not be kept"))
                },
            )
            .await?;
        window.write("passphrase", "not this one at all").await?;
        window.press("open-book").await?;
        window
            .until("it does not open", async || {
                Ok(window
                    .see("trouble")
                    .await?
                    .text()
                    .await?
                    .contains("Nothing is lost"))
            })
            .await?;
        assert_eq!(window.ask(page).await?, false);
        window.see("passphrase").await?.clear().await?;
        window.write("passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("trouble-bar").await?;
        let draft = window.value("sheet").await?;
        assert!(draft.ends_with(" not kept yet"), "{draft}");
        std::fs::rename(&away, &there)?;
        window.press("trouble-read").await?;
        window.press("hide-now").await?;
        is_hidden(&window, &asked, 2, &["not kept yet"]).await?;
        window.open_book(PHRASE).await?;
        assert_eq!(window.value("sheet").await?, draft);
        Ok(())
    });
}

/// The control in its places, in one language: axe, pictures, and whether it can be seen wherever one stands.
async fn in_its_places(tongue: &'static str) -> Told {
    let home = a_book(tongue, EVERY_LIGHT)?;
    let mut found = Vec::new();
    for (width, height, shape) in [(1180, 820, "wide"), (900, 480, "low"), (340, 600, "narrow")] {
        let (window, _asked) = open(&home, (width, height)).await?;
        window.open_book(PHRASE).await?;
        let mut look = Look::around(&window, tongue, EVERY_LIGHT, found);
        stays_in_sight(&window, "hide-now").await?;
        look.at(&format!("hide-{shape}")).await?;
        if shape == "low" {
            // What the Tab key comes to in the rail is not left below the two that stay.
            window
                .ask("document.querySelector('[data-t=nav-guide]').focus(); return true")
                .await?;
            stays_in_sight(&window, "nav-guide").await?;
        }
        window.keys(&[Keys::CTRL, ',']).await?;
        window.see("hide-keys-now").await?;
        for end in ["0", "document.documentElement.scrollHeight"] {
            window
                .ask(&format!("window.scrollTo(0, {end}); return true"))
                .await?;
            stays_in_sight(&window, "hide-now").await?;
        }
        window
            .ask("document.querySelector('h3#hide').scrollIntoView(); return true")
            .await?;
        look.at(&format!("hide-settings-{shape}")).await?;
        window.keys(&['?']).await?;
        stays_in_sight(&window, "hide-in-sheet").await?;
        look.at(&format!("hide-sheet-{shape}")).await?;
        window.keys(&[Keys::ESCAPE]).await?;
        window.gone("keys").await?;
        window.keys(&[Keys::CTRL, '1']).await?;
        window.press("only-the-page").await?;
        stays_in_sight(&window, "hide-now").await?;
        look.at(&format!("hide-only-{shape}")).await?;
        let overflow =
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(window.ask(overflow).await?, false, "{shape}");
        found = look.found;
    }
    none(&found)
}

/// The middle of the control lies within the window and nothing lies over it.
async fn stays_in_sight(window: &Window, name: &str) -> Told {
    window.see(name).await?;
    window.settled().await?;
    let script = format!(
        "const each = document.querySelector('[data-t={name}]'); const box = each.getBoundingClientRect();
         const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
         return box.width >= 44 && box.height >= 44 && each.contains(top)"
    );
    if window.ask(&script).await? == true {
        Ok(())
    } else {
        Err(format!("“{name}” is out of sight").into())
    }
}

#[test]
fn the_control_is_in_sight_wherever_one_stands_in_the_page() {
    for tongue in ["en", "ja", "fr"] {
        story(in_its_places(tongue));
    }
}

#[test]
fn a_page_that_does_not_answer_is_taken_from_sight_and_the_book_closes_once_it_does() {
    story(async {
        let home = Home::empty()?;
        let (window, asked) = open_a_book(&home).await?;
        let before = asked.times()?;
        window
            .ask(
                "const busy = () => { const until = Date.now() + 8000; while (Date.now() < until); };
                setTimeout(busy, 500); return null",
            )
            .await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        xdotool(window.screen(), &["key", "ctrl+shift+l"])?;
        let began = Instant::now();
        asked.until(before + 1).await?;
        // Its page would have been busy for as long as this.
        assert!(began.elapsed() < Duration::from_secs(5));
        window.see("unlock").await?;
        Ok(())
    });
}
