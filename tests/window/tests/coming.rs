//! More ways in which letters come in: named when the program is started, handed in by a second start, dropped onto the
//! window, and with a text that came along.

use std::process::{Child, Command};

use awai::Tongue;
use awai_window_tests::{
    Friend, Home, PHRASE, Screen, Started, Told, Window, a_book, befriend, hand_a_card, story,
    windows, xdotool,
};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use gtk::prelude::*;
use serde_json::json;

/// Set in the process that offers a file to be dragged: the file's address.
const OFFERS: &str = "AWAI_OFFERS";

fn a_home() -> Told<(Home, Friend)> {
    let home = a_book("en", "light")?;
    let friend = befriend(&home, "Aki", Tongue::Ja)?;
    Ok((home, friend))
}

#[test]
fn a_file_that_was_named_at_the_start_waits_for_the_passphrase_and_is_only_looked_at() {
    story(async {
        let (home, mut friend) = a_home()?;
        let mut first = friend.letter(&["駅のベンチで、三十分。"]);
        first.cover = "冬のこと".to_owned();
        let first = friend.seal(&first)?;
        let first = friend.carry("letter-7f3a.age", &first)?;
        let second = friend.letter(&["帰りは歩いた。"]);
        let second = friend.seal(&second)?;
        let second = friend.carry("letter-1c2d.age", &second)?;
        let screen = Screen::open(1180, 820)?;
        let window = Window::open_with(&home, screen, (1180, 820), &[], &[&first]).await?;
        // Behind the door nothing is said of it.
        window.see("passphrase").await?;
        let text = window.text().await?;
        assert!(!text.contains("Aki") && !text.contains("letter"), "{text}");
        window.write("passphrase", PHRASE).await?;
        window.keys(&[awai_window_tests::Keys::ENTER]).await?;
        let writer = window.see("writer").await?.text().await?;
        assert!(writer.contains("Aki"), "{writer}");
        let text = window.text().await?;
        assert!(
            text.contains("冬のこと") && !text.contains("ベンチ"),
            "{text}"
        );
        // Nothing of it is kept by that.
        window.press("nav-letters").await?;
        window.press("companion").await?;
        window.see("thread-empty").await?;
        // Started once more with another file, the window that is there shows it.
        let named = second.to_string_lossy().into_owned();
        let mut again = Started::window(&home, window.screen(), &[&named])?;
        assert!(again.ended()?.success());
        window.see("face").await?;
        window.press("arrived-open").await?;
        window.see("letter-words").await?;
        assert!(window.text().await?.contains("帰りは歩いた。"));
        window.press("arrived-keep").await?;
        window.see("settled").await?;
        assert!(first.exists() && second.exists());
        Ok(())
    });
}

#[test]
fn a_file_that_is_handed_in_while_the_book_is_closed_waits_until_it_is_open() {
    story(async {
        let (home, mut friend) = a_home()?;
        let letter = friend.letter(&["帰りは歩いた。"]);
        let letter = friend.seal(&letter)?;
        let file = friend.carry("letter-1c2d.age", &letter)?;
        let window = Window::in_the_book(&home).await?;
        window.close_book().await?;
        let named = file.to_string_lossy().into_owned();
        let mut again = Started::window(&home, window.screen(), &[&named])?;
        assert!(again.ended()?.success());
        assert!(!window.sees("face").await?);
        window.write("passphrase", PHRASE).await?;
        window.keys(&[awai_window_tests::Keys::ENTER]).await?;
        window.see("face").await?;
        Ok(())
    });
}

/// Shows a small window with a file in it that can be dragged, as a file manager does, until it was let go of.
fn offer(address: String) {
    if gtk::init().is_err() {
        return;
    }
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_title("a stick");
    window.set_default_size(200, 200);
    window.move_(1250, 40);
    let file = gtk::EventBox::new();
    window.add(&file);
    let kinds = [gtk::TargetEntry::new(
        "text/uri-list",
        gtk::TargetFlags::empty(),
        0,
    )];
    let (button, copied) = (
        gtk::gdk::ModifierType::BUTTON1_MASK,
        gtk::gdk::DragAction::COPY,
    );
    file.drag_source_set(button, &kinds, copied);
    file.connect_drag_data_get(move |_, _, data, _, _| {
        data.set_uris(&[&address]);
    });
    file.connect_drag_end(|_, _| gtk::main_quit());
    window.show_all();
    gtk::main();
}

/// The process of a file manager; it ends with this value.
struct Manager(Child);

impl Drop for Manager {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_letter_that_is_dropped_onto_the_window_is_looked_at_and_not_taken_in() {
    if let Ok(address) = std::env::var(OFFERS) {
        return offer(address);
    }
    story(async {
        let (home, mut friend) = a_home()?;
        let letter = friend.letter(&["帰りは歩いた。"]);
        let letter = friend.seal(&letter)?;
        let file = friend.carry("letter-1c2d.age", &letter)?;
        let screen = Screen::open(1500, 820)?;
        let window = Window::open_on(&home, screen, (1180, 820), &[]).await?;
        window.open_book(PHRASE).await?;
        let name = "coming::a_letter_that_is_dropped_onto_the_window_is_looked_at_and_not_taken_in";
        let _manager = Manager(
            Command::new(std::env::current_exe()?)
                .args(["--exact", name])
                .env(OFFERS, format!("file://{}", file.display()))
                .env("DISPLAY", window.screen().name())
                .env_remove("WAYLAND_DISPLAY")
                .spawn()?,
        );
        windows(window.screen(), &["--name", "^a stick$"])?;
        // A hand takes it, carries it over, and lets go.
        for step in [
            &["mousemove", "1330", "120", "mousedown", "1"][..],
            &["mousemove", "1310", "140"],
            &["mousemove", "1200", "200"],
            &["mousemove", "700", "400"],
            &["mousemove", "600", "420"],
            &["mouseup", "1"],
        ] {
            xdotool(window.screen(), step)?;
            window.settled().await?;
        }
        let writer = window.see("writer").await?.text().await?;
        assert!(writer.contains("Aki"), "{writer}");
        window.see("arrived-open").await?;
        assert!(!window.text().await?.contains("帰り"));
        assert!(file.exists());
        window.press("nav-letters").await?;
        window.press("companion").await?;
        window.see("thread-empty").await?;
        Ok(())
    });
}

#[test]
fn a_text_that_came_along_is_read_here_and_saved_as_it_was_sent() {
    story(async {
        let (home, friend) = a_home()?;
        let stranger = hand_a_card(&home)?;
        let text = "Udon, as Mum makes it\n\n  1. broth\n  2. <b>leek</b>\n";
        let file = json!({ "type": "text", "words": "from Mum’s book", "base64": BASE64_STANDARD.encode(text) });
        let fields = json!({ "parts": [{ "text": ["Here it is."], "files": [0] }], "files": [file], "lang": "en" });
        let letter = friend.carry("letter-5e6f.age", &stranger.letter(&fields)?)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("open-letter").await?;
        home.answer_dialog(&letter)?;
        window.press("look-chosen").await?;
        window.press("arrived-open").await?;
        window.see("letter-file").await?;
        let shown = window.text().await?;
        assert!(
            shown.contains("from Mum’s book") && !shown.contains("leek"),
            "its words wait until they are asked for: {shown}"
        );
        window.press("letter-file-read").await?;
        let words = window.whole("letter-file-words").await?;
        assert_eq!(words, [text], "text, to the last sign");
        window.picture("letter-with-a-text").await?;
        // Kept, it is still there, and can be taken out as it came.
        window.press("arrived-keep").await?;
        window.press("settled-read").await?;
        window.see("letter-reading").await?;
        window.press("letter-file-read").await?;
        assert_eq!(window.whole("letter-file-words").await?, [text]);
        let folder = tempfile::tempdir()?;
        home.answer_dialog(folder.path())?;
        window.press("letter-file-save").await?;
        window.see("letter-file-saved").await?;
        let saved = std::fs::read_dir(folder.path())?
            .next()
            .ok_or("it is saved")??;
        assert_eq!(std::fs::read_to_string(saved.path())?, text);
        Ok(())
    });
}
