//! The copy of the day, when it cannot be made: it is tried three times, a minute apart, and then it is told.

use std::time::{Duration, Instant};

use awai_window_tests::{Look, Window, a_book, none, story};

#[test]
fn a_copy_of_the_day_that_cannot_be_made_is_told_once_and_in_settings_until_one_can() {
    story(async {
        let home = a_book("fr", "light")?;
        // No copy can be laid where a file is.
        let backups = home.journal().join("backups");
        if backups.exists() {
            std::fs::remove_dir_all(&backups)?;
        }
        std::fs::write(&backups, "in the way")?;
        let window = Window::in_the_book(&home).await?;
        let began = Instant::now();
        while !window.sees("trouble-bar").await? {
            if began.elapsed() > Duration::from_secs(240) {
                return Err("nothing was told in four minutes".into());
            }
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        let told = window.see("trouble").await?.text().await?;
        assert!(told.starts_with("La sauvegarde d’aujourd’hui"), "{told}");
        let mut look = Look::around(&window, "fr", "light", Vec::new());
        look.at("day-refused").await?;
        window.press("trouble-read").await?;
        window.press("nav-settings").await?;
        window.see("day-refused").await?;
        look.at("settings-day-refused").await?;
        none(&look.found)?;
        std::fs::remove_file(&backups)?;
        window.press("back-up").await?;
        window.see("backed-up").await?;
        window.gone("day-refused").await?;
        Ok(())
    });
}
