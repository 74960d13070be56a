//! What happens at the desk: the computer goes to sleep, its screen is locked, nobody is here for a while. The book
//! closes with its last words, and says so beforehand when there is time to.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use awai::{Cost, Passphrase, Tongue, Vault};
use awai_window_tests::{
    Bus, Home, Keys, PHRASE, Screen, System, Told, Window, a_book, at, befriend, holder, story,
    write_a_book,
};

async fn opened_on(bus: &Bus, home: &Home) -> Told<Window> {
    home.settle("en", "light")?;
    write_a_book(home, "en")?;
    let screen = Screen::open(1180, 820)?;
    let window = Window::open_on(home, screen, (1180, 820), &bus.around()).await?;
    window.open_book(PHRASE).await?;
    Ok(window)
}

#[test]
fn a_computer_that_goes_to_sleep_waits_until_the_last_words_are_kept() {
    story(async {
        let home = Home::empty()?;
        let journal = home.journal();
        let bus = Bus::start()?;
        let system = System::on(&bus, move || {
            holder(&journal).is_ok_and(|holder| holder.is_empty())
        })?;
        let window = opened_on(&bus, &home).await?;
        window
            .until("the computer is asked to wait with its sleep", async || {
                Ok(system.holds_taken() == 1)
            })
            .await?;
        // Somebody else on this computer says it: nothing closes, and what is written then is kept by the sleep.
        system.a_stranger_says_sleep()?;
        window.write("sheet", " before").await?;
        window.write("sheet", " the sleep").await?;
        assert!(system.holds_let_go().is_empty());
        system.says_sleep(true)?;
        window.see("unlock").await?;
        window
            .until("the computer may sleep", async || {
                Ok(!system.holds_let_go().is_empty())
            })
            .await?;
        assert_eq!(system.holds_let_go(), [true], "the book was closed by then");
        // It wakes: the next sleep waits, too, and the book stays as it is.
        system.says_sleep(false)?;
        window
            .until("the next sleep will wait", async || {
                Ok(system.holds_taken() == 2)
            })
            .await?;
        window.open_book(PHRASE).await?;
        assert!(window.value("sheet").await?.ends_with("before the sleep"));
        // With the book closed there is nothing to wait for.
        window.close_book().await?;
        system.says_sleep(true)?;
        window
            .until("the computer may sleep at once", async || {
                Ok(system.holds_let_go() == [true, true])
            })
            .await
    });
}

#[test]
fn a_computer_that_wakes_while_the_book_still_closes_waits_before_its_next_sleep_too() {
    story(async {
        let home = Home::empty()?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let window = opened_on(&bus, &home).await?;
        window
            .until("the computer is asked to wait with its sleep", async || {
                Ok(system.holds_taken() == 1)
            })
            .await?;
        // Nobody closes a book in so short a time.
        system.says_sleep(true)?;
        system.says_sleep(false)?;
        window.see("unlock").await?;
        window
            .until("the next sleep will wait", async || {
                Ok(system.holds_let_go().len() == 1 && system.holds_taken() == 2)
            })
            .await?;
        system.says_sleep(true)?;
        window
            .until("it waited, and may come", async || {
                Ok(system.holds_let_go().len() == 2)
            })
            .await
    });
}

/// A window in which an invitation is being saved to a stick that takes nothing: where its bytes are to go stands a
/// pipe that nobody reads.
async fn saving_to_a_stick_that_takes_nothing(home: &Home) -> Told<(Window, PathBuf)> {
    let stick = home.path().join("stick");
    std::fs::create_dir(&stick)?;
    let (file, part) = (stick.join("invite.age"), stick.join("invite.age.part"));
    let made = Command::new("mkfifo").arg(&part).status()?;
    assert!(made.success());
    let window = Window::among_the_letters(home).await?;
    window.press("invite").await?;
    window.write("new-called", "Bo from the choir").await?;
    window.write("new-my-name", "Claire").await?;
    window.press("invite-make").await?;
    window.see("invite-words").await?;
    home.answer_dialog(&file)?;
    window.press("invite-save").await?;
    window
        .until("the place was chosen", async || {
            Ok(!home.path().join("choices").join("next").exists())
        })
        .await?;
    Ok((window, part))
}

/// Ends the session of the person, and comes back when the book is closed.
async fn ended(window: &Window, home: &Home) -> Told {
    let driver = window.driver();
    for process in driver.processes("awai-desktop") {
        driver.end_session_of(process);
    }
    window
        .until("the book is closed", async || {
            Ok(holder(&home.journal())?.is_empty())
        })
        .await
}

#[test]
fn a_program_that_ends_while_a_file_is_saved_takes_back_what_it_made_of_it() {
    story(async {
        let home = a_book("en", "light")?;
        let (window, part) = saving_to_a_stick_that_takes_nothing(&home).await?;
        ended(&window, &home).await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let there = || window.driver().processes("awai-desktop");
        assert!(!there().is_empty(), "it waits for the file");
        // Now the stick takes it.
        let pipe = part.clone();
        std::thread::spawn(move || std::fs::read(pipe));
        window
            .until("the program ends", async || Ok(there().is_empty()))
            .await?;
        assert_eq!(std::fs::read_dir(home.path().join("stick"))?.count(), 0);
        Ok(())
    });
}

#[test]
fn a_stick_that_never_answers_does_not_hold_the_end_of_the_program_for_ever() {
    story(async {
        let home = a_book("en", "light")?;
        let (window, _part) = saving_to_a_stick_that_takes_nothing(&home).await?;
        ended(&window, &home).await?;
        window
            .until("the program ends", async || {
                Ok(window.driver().processes("awai-desktop").is_empty())
            })
            .await
    });
}

#[test]
fn a_locked_screen_closes_the_book_on_every_desktop() {
    story(async {
        let home = Home::empty()?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let window = opened_on(&bus, &home).await?;
        let savers = [
            ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
            (
                "/org/freedesktop/ScreenSaver",
                "org.freedesktop.ScreenSaver",
            ),
        ];
        let mut words = window.value("sheet").await?;
        for (path, saver) in savers {
            // A screen that was opened closes nothing.
            system.says(path, saver, "ActiveChanged", Some(false))?;
            window.write("sheet", " and one word more").await?;
            words.push_str(" and one word more");
            system.says(path, saver, "ActiveChanged", Some(true))?;
            window.see("unlock").await?;
            window.open_book(PHRASE).await?;
            assert_eq!(window.value("sheet").await?, words, "{saver}");
        }
        system.says(
            "/org/freedesktop/login1/session/_31",
            "org.freedesktop.login1.Session",
            "Lock",
            None,
        )?;
        window.see("unlock").await?;
        Ok(())
    });
}

#[test]
fn whoever_sits_down_at_an_open_book_is_asked_before_everything_leaves_or_a_key_changes() {
    story(async {
        let home = a_book("en", "light")?;
        let bo = befriend(&home, "Bo", Tongue::Fr)?;
        let window = Window::in_the_book(&home).await?;
        home.answer_dialog(&home.path().join("taken.json.age"))?;
        let tried = "const [companion, done] = arguments;
            const invoke = window.__TAURI_INTERNALS__.invoke;
            const asked = { form: 'json', out_as: 'in_clear', letters: 'everybodys' };
            const fresh = 'harbour 41 and a red umbrella';
            invoke('draw_sheet', { lang: 'en' }).then(async ({ words }) => {
              const back = [1, 6, 10].map((place) => [place, words[place]]);
              const answers = [];
              for (const [name, given] of [
                ['take_out', { asked, passphrase: 'not this one' }],
                ['change_passphrase', { old: 'not this one', new: fresh }],
                ['renew_key', { old: 'not this one', new: fresh }],
                ['keep_sheet', { back, passphrase: 'not this one' }],
                ['let_go_of_words', { kept: 'sheet', passphrase: 'not this one' }],
                ['let_go_of_words', { kept: 'envelope', passphrase: 'not this one' }],
                ['make_envelope', { companion, passphrase: 'not this one' }],
                ['erase_everything', { copies: 'go', settings: 'go', passphrase: 'not this one' }],
              ]) answers.push(await invoke(name, given).then(() => `${name} was done`, ({ kind }) => kind));
              done(answers);
            });";
        let answers = window
            .client()
            .execute_async(tried, vec![serde_json::json!(bo.id)])
            .await?;
        assert_eq!(answers, serde_json::json!(vec!["wrong_passphrase"; 8]));
        assert!(!home.path().join("taken.json.age").exists());
        window.close_book().await?;
        window.open_book(PHRASE).await
    });
}

#[test]
fn the_end_of_a_session_closes_the_book_with_its_last_words_and_the_program_with_it() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.write("sheet", " before logging out").await?;
        let driver = window.driver();
        for process in driver.processes("awai-desktop") {
            driver.end_session_of(process);
        }
        window
            .until("the program ends", async || {
                Ok(driver.processes("awai-desktop").is_empty())
            })
            .await?;
        assert!(home.draft()?.ends_with(" before logging out"));
        Ok(())
    });
}

#[test]
fn a_book_that_nobody_reads_says_so_before_it_closes_and_stays_when_asked() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let settings = home.path().join("settings").join("settings.json");
        let minute = r#"{"language":"en","appearance":"light","lock_after_minutes":1}"#;
        std::fs::write(settings, minute)?;
        write_a_book(&home, "en")?;
        let window = Window::in_the_book(&home).await?;
        let quiet = Instant::now();
        // A minute is the shortest that can be chosen, and longer than the tests wait elsewhere.
        let soon = async || -> Told<bool> {
            while quiet.elapsed() < Duration::from_secs(59) && !window.sees("closing-soon").await? {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            window.sees("closing-soon").await
        };
        assert!(soon().await?, "it is said beforehand");
        assert!(quiet.elapsed() > Duration::from_secs(40), "and not at once");
        assert!(!window.sees("unlock").await?);
        window.press("stay").await?;
        window.gone("closing-soon").await?;
        window.write("sheet", " and then nobody was here").await?;
        let stayed = Instant::now();
        while stayed.elapsed() < Duration::from_secs(90) && !window.sees("unlock").await? {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        assert!(window.sees("unlock").await?, "it closed");
        let waited = stayed.elapsed();
        assert!(
            waited > Duration::from_secs(55),
            "a minute later: {waited:?}"
        );
        window.open_book(PHRASE).await?;
        let draft = window.value("sheet").await?;
        assert!(draft.ends_with(" and then nobody was here"), "{draft}");
        Ok(())
    });
}

#[test]
fn a_book_that_is_being_opened_stays_closed_when_the_screen_is_locked_meanwhile() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        // With the cost of every day opening takes long enough to lock a screen.
        let (phrase, now) = (Passphrase::new(PHRASE)?, at("2026-11-01T21:14:00+09:00")?);
        Vault::create(&home.journal(), &phrase, Cost::EVERYDAY, now)?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let screen = Screen::open(1180, 820)?;
        let window = Window::open_on(&home, screen, (1180, 820), &bus.around()).await?;
        window.write("passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        let busy = "return document.querySelector('[data-t=open-book]')?.ariaDisabled === 'true'";
        window
            .until("it is being opened", async || {
                Ok(window.ask(busy).await? == true)
            })
            .await?;
        let (path, saver) = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver");
        system.says(path, saver, "ActiveChanged", Some(true))?;
        window.told("trouble").await?;
        assert!(!window.sees("sheet").await?);
        assert!(holder(&home.journal())?.is_empty());
        Ok(())
    });
}

#[test]
fn a_book_that_is_being_made_when_the_screen_is_locked_is_made_and_closed_with_its_first_words() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let screen = Screen::open(1180, 820)?;
        let window = Window::open_on(&home, screen, (1180, 820), &bus.around()).await?;
        window.press("start-writing").await?;
        window.write("sheet", "by the window").await?;
        window.press("enough").await?;
        let phrase = window.drawn_words("new-typed").await?;
        window.press("new-kept").await?;
        window.press("make-journal").await?;
        let (path, saver) = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver");
        system.says(path, saver, "ActiveChanged", Some(true))?;
        window.see("unlock").await?;
        assert!(holder(&home.journal())?.is_empty());
        window.open_book(&phrase).await?;
        // A page already, or not finished yet.
        if window.value("sheet").await? != "by the window" {
            window.press("nav-looking-back").await?;
            window.see("page-line").await?;
            let pages = window.text().await?;
            assert!(pages.contains("by the window"), "{pages}");
        }
        Ok(())
    });
}

#[test]
fn a_screen_that_is_locked_shows_no_words_that_could_not_be_kept() {
    story(async {
        let home = Home::empty()?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let window = opened_on(&bus, &home).await?;
        // As if the stick had been pulled out.
        let there = home.journal().join("journal.db");
        let away = home.path().join("away.db");
        std::fs::rename(&there, &away)?;
        window.write("sheet", " not kept yet").await?;
        let (path, saver) = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver");
        system.says(path, saver, "ActiveChanged", Some(true))?;
        window.see("held-door").await?;
        let page = "return document.documentElement.outerHTML.includes('not kept yet')";
        assert_eq!(window.ask(page).await?, false);
        assert!(!window.sees("trouble-bar").await?);
        // The field waits for the passphrase, as at every other door.
        window.has_focus("passphrase").await?;
        window.write("passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("trouble-bar").await?;
        let draft = window.value("sheet").await?;
        assert!(draft.ends_with(" not kept yet"), "{draft}");
        system.says(path, saver, "ActiveChanged", Some(true))?;
        window.see("held-door").await?;
        // Plugged in again while nobody is here, it closes after all.
        std::fs::rename(&away, &there)?;
        window.see("unlock").await?;
        assert!(home.draft()?.ends_with(" not kept yet"));
        Ok(())
    });
}
