//! The window under Wayland, where most people have theirs.

use awai_window_tests::{
    PHRASE, Screen, Started, Wayland, a_book, desktop, differing, drawn, story, until,
};

/// In thousandths of a picture: what a door has on it at the least, and what makes it another room. A ring around a field
/// is two, an empty paper beside the door twenty.
const DRAWN: usize = 5;
const ANOTHER: usize = 10;

#[test]
fn under_wayland_the_window_is_drawn_takes_words_gives_them_and_hides_by_its_keys() {
    story(async {
        if !Wayland::is_here() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let before = home.draft()?;
        let (mut wayland, screen) = (Wayland::open()?, Screen::open(1180, 820)?);
        let _window = Started::program(&desktop(), &home, &screen, &[], &wayland.around())?;
        // Before any keys go to it, as where a desktop opens it behind another window.
        let door = wayland.shows("the door is drawn", |shown| drawn(shown) > DRAWN)?;
        wayland.plug_in_a_keyboard()?;
        wayland.shows("the field shows that it has the keys", |shown| {
            differing(shown, &door) > 0
        })?;
        let is_door = |shown: &_| differing(shown, &door) < ANOTHER;
        wayland.types(&[PHRASE, "-k", "Return"])?;
        wayland.shows("the page is there", |shown| !is_door(shown))?;
        wayland.types(&[" by the water"])?;
        wayland.types(&[
            "-M", "ctrl", "-k", "a", "-s", "200", "-k", "c", "-m", "ctrl",
        ])?;
        let words = format!("{before} by the water");
        until("the words are on the clipboard", || {
            Ok((wayland.pasted()? == words).then_some(()))
        })?;
        // The keyboard is new each time, and says of no key when it was pressed: the keys must hide each time.
        let hide = [
            "-M", "ctrl", "-M", "shift", "-k", "l", "-m", "shift", "-m", "ctrl",
        ];
        wayland.types(&hide)?;
        wayland.shows("the words are not in sight", is_door)?;
        until("the words have left the clipboard", || {
            Ok((wayland.pasted()? != words).then_some(()))
        })?;
        wayland.types(&[PHRASE, "-k", "Return"])?;
        wayland.shows("the page is there again", |shown| !is_door(shown))?;
        wayland.types(&hide)?;
        wayland.shows("the words are out of sight again", is_door)?;
        let kept = until("the book is closed", || Ok(home.draft().ok()))?;
        assert_eq!(kept, words);
        Ok(())
    });
}
