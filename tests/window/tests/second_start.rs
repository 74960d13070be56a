//! Started once more, the program shows the window that is there, and ends.

use awai_window_tests::{Home, Screen, Started, Told, story, windows, write_a_book, xdotool};

/// The window of ours that lies uppermost: a display lists what it shows from below to above.
fn uppermost(screen: &Screen) -> Told<String> {
    Ok(windows(screen, &["--name", "^Awai$"])?
        .pop()
        .unwrap_or_default())
}

#[test]
fn a_second_start_brings_the_first_window_before_all_others_and_ends() {
    story(async {
        let screen = Screen::open(1180, 820)?;
        let (home, other) = (Home::empty()?, Home::empty()?);
        for home in [&home, &other] {
            home.settle("en", "light")?;
            write_a_book(home, "en")?;
        }
        let first = Started::window(&home, &screen, &[])?;
        let window = first.seen(&screen)?;
        let covering = Started::window(&other, &screen, &[])?;
        let cover = covering.seen(&screen)?;
        // Another journal has a window of its own, which now lies over the first.
        xdotool(&screen, &["windowraise", &window, "windowfocus", &window])?;
        first.has_the_keys(&screen)?;
        assert_eq!(uppermost(&screen)?, window);
        xdotool(&screen, &["windowraise", &cover, "windowfocus", &cover])?;
        covering.has_the_keys(&screen)?;
        assert_eq!(uppermost(&screen)?, cover);
        let mut second = Started::window(&home, &screen, &["/stick/letter.age"])?;
        assert!(second.ended()?.success(), "it ends in peace");
        first.has_the_keys(&screen)?;
        assert_eq!(uppermost(&screen)?, window);
        Ok(())
    });
}

#[test]
fn a_start_after_the_window_was_killed_opens_a_window() {
    story(async {
        let screen = Screen::open(1180, 820)?;
        let home = Home::empty()?;
        let first = Started::window(&home, &screen, &[])?;
        first.seen(&screen)?;
        drop(first);
        let again = Started::window(&home, &screen, &[])?;
        again.seen(&screen)?;
        Ok(())
    });
}
