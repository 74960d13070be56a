//! Everything is erased from the window: told honestly, asked for once more, and then there is Welcome.

use awai::{Watch, backups_in};
use awai_window_tests::{
    Home, Keys, Look, NARROW, PHRASE, Told, Window, a_book, at, none, story, write_a_book,
};

/// A book with two copies beside it and a file of somebody else's.
async fn settings_of(home: &Home, tongue: &str, theme: &str) -> Told<Window> {
    home.settle(tongue, theme)?;
    write_a_book(home, tongue)?;
    let now = at("2026-11-01T23:00:00+09:00")?;
    let journal = home.book(now)?;
    for _ in 0..2 {
        journal.back_up(None, now, &mut Watch::nobody())?;
    }
    journal.close()?;
    std::fs::write(home.journal().join("of-somebody-else.txt"), "theirs")?;
    let window = Window::in_the_book(home).await?;
    window.press("nav-settings").await?;
    window.press("erase").await?;
    window.see("erase-form").await?;
    Ok(window)
}

async fn slip(window: &Window) -> Told {
    window.write("erase-passphrase", "not this one").await?;
    window.keys(&[Keys::ENTER]).await?;
    window.told("erase-trouble").await?;
    window
        .ask("document.querySelector('[data-t=erase-passphrase]').value = ''")
        .await?;
    Ok(())
}

#[test]
fn everything_is_erased_after_the_passphrase_and_nothing_that_was_not_ticked() {
    story(async {
        let home = Home::empty()?;
        let window = settings_of(&home, "en", "light").await?;
        assert!(window.sees("erase-others").await?);
        let ticked = "return document.querySelectorAll('[data-t=erase-form] :checked').length";
        assert_eq!(window.ask(ticked).await?, 0);
        slip(&window).await?;
        assert!(home.journal().join("journal.db").is_file());
        window.write("erase-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("welcome").await?;
        assert!(!window.sees("erased-in-part").await?);
        let left = window
            .ask("return document.documentElement.outerHTML")
            .await?;
        assert!(!left.as_str().unwrap_or_default().contains("Thursday table"));
        let left = |name: &str| home.journal().join(name).exists();
        assert!(!left("journal.db") && !left("keys"));
        assert!(left("of-somebody-else.txt"));
        assert_eq!(backups_in(&home.journal().join("backups")).len(), 2);
        assert!(home.path().join("settings/settings.json").is_file());
        // Those that stayed can still be brought back.
        window.press("to-bring-back").await?;
        window.press("copy-choice").await?;
        window.write("copy-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("sheet").await?;
        Ok(())
    });
}

#[test]
fn what_was_ticked_goes_as_well_and_another_book_can_begin() {
    story(async {
        let home = Home::empty()?;
        let window = settings_of(&home, "ja", "dark").await?;
        std::fs::remove_file(home.journal().join("of-somebody-else.txt"))?;
        window.press("erase-copies").await?;
        window.press("erase-settings").await?;
        window.write("erase-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("welcome").await?;
        assert!(!home.journal().exists());
        assert!(!home.path().join("settings/settings.json").exists());
        let spoken = window.ask("return document.documentElement.lang").await?;
        assert_eq!(spoken, "ja", "this window goes on as it was");
        window.begin_book("はじめから").await?;
        Ok(())
    });
}

#[test]
fn files_that_could_not_be_removed_yet_are_told_at_the_door_until_they_are() {
    story(async {
        let home = a_book("en", "light")?;
        let journal = home.journal();
        std::fs::rename(journal.join("journal.db"), journal.join("erasing-all.db"))?;
        // A folder where a key was: it cannot be removed as a file.
        let hindrance = journal.join("keys/passphrase-1.a.age");
        std::fs::remove_file(&hindrance)?;
        std::fs::create_dir(&hindrance)?;
        std::fs::write(hindrance.join("in the way"), "")?;
        let window = Window::open(&home).await?;
        window.see("welcome").await?;
        window.see("erased-in-part").await?;
        drop(window);
        std::fs::remove_dir_all(&hindrance)?;
        let window = Window::open(&home).await?;
        window.see("welcome").await?;
        assert!(!window.sees("erased-in-part").await?);
        assert!(!journal.exists());
        Ok(())
    });
}

#[test]
fn erasing_is_looked_at_in_each_language() {
    story(async {
        let mut found = Vec::new();
        for (tongue, theme) in [
            ("ja", "light"),
            ("fr", "dark"),
            ("en", "contrast_dark"),
            ("fr", NARROW),
        ] {
            let home = Home::empty()?;
            let window = settings_of(&home, tongue, theme).await?;
            slip(&window).await?;
            window
                .ask("document.querySelector('#erasing').scrollIntoView()")
                .await?;
            let mut look = Look::around(&window, tongue, theme, found);
            look.at("erasing").await?;
            found = look.found;
        }
        none(&found)
    });
}
