//! Dialogs of the system that list files: they go with the book, and leave no note of what was chosen.

use std::path::Path;
use std::time::Duration;

use awai_window_tests::{
    Bus, PHRASE, Screen, System, Told, Window, a_book, story, windows, xdotool,
};

const NAMED: [&str; 2] = ["--name", "^Add a picture$"];

/// The dialog itself, and no answer of a story.
const THE_DIALOG: (&str, &str) = ("AWAI_CHOICES", "");

/// Asks for a picture and gives the dialog the keys; tells which window it is.
async fn ask_for_a_picture(window: &Window) -> Told<String> {
    window.press("add-picture").await?;
    let dialog = windows(window.screen(), &NAMED)?.swap_remove(0);
    xdotool(window.screen(), &["windowfocus", "--sync", &dialog])?;
    Ok(dialog)
}

#[test]
fn a_file_that_was_chosen_stands_in_no_list_of_files_lately_used() {
    story(async {
        let home = a_book("en", "light")?;
        let screen = Screen::open(1180, 820)?;
        let window = Window::open_on(&home, screen, (1180, 820), &[THE_DIALOG]).await?;
        window.open_book(PHRASE).await?;
        let picture = home.path().join("Xanthoriabeere.png");
        let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/pictures");
        std::fs::copy(pictures.join("today-en.png"), &picture)?;
        ask_for_a_picture(&window).await?;
        let path = picture.to_str().ok_or("a path of letters")?;
        xdotool(window.screen(), &["type", "--delay", "20", path])?;
        xdotool(window.screen(), &["key", "Return"])?;
        window
            .until("the picture is on the page", async || {
                Ok(window.count("desk-picture").await? == 1)
            })
            .await?;
        // GTK notes it a moment later; and that it notes anything has to be seen, or this would tell nothing.
        let list = home.path().join("share/recently-used.xbel");
        window
            .until("something was noted", async || Ok(list.is_file()))
            .await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        let noted = std::fs::read_to_string(&list)?;
        assert!(noted.contains("<xbel"), "{noted}");
        assert!(!noted.contains("Xanthoriabeere"), "{noted}");
        Ok(())
    });
}

#[test]
fn a_dialog_that_lists_files_is_left_when_the_book_is_hidden_or_its_screen_is_locked() {
    story(async {
        let home = a_book("en", "light")?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let screen = Screen::open(1180, 820)?;
        let around = [&bus.around()[..], &[THE_DIALOG]].concat();
        let window = Window::open_on(&home, screen, (1180, 820), &around).await?;
        let (path, saver) = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver");
        for by_keys in [true, false] {
            window.open_book(PHRASE).await?;
            ask_for_a_picture(&window).await?;
            if by_keys {
                xdotool(window.screen(), &["key", "ctrl+shift+l"])?;
            } else {
                system.says(path, saver, "ActiveChanged", Some(true))?;
            }
            window.see("unlock").await?;
            let search = [&["search", "--onlyvisible"][..], &NAMED].concat();
            window
                .until("the dialog has gone", async || {
                    Ok(xdotool(window.screen(), &search).is_err())
                })
                .await?;
        }
        Ok(())
    });
}
