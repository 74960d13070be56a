//! Twelve words sealed to a companion, in the real window: made, carried, opened by the companion, said back at the
//! door, and let go of.

use std::fs;

use awai::{Tongue, TwelveWords};
use awai_window_tests::{
    Home, Keys, Look, NARROW, PHRASE, Told, Window, a_book, befriend, none, story,
};

async fn bring_into_sight(window: &Window, part: &str) -> Told {
    window.see(part).await?;
    window.press(&format!("part-{part}")).await
}

async fn make(look: &mut Look<'_>, home: &Home, tongue: Tongue) -> Told {
    let window = look.window;
    let friend = befriend(home, "Yuki", tongue)?;
    window.open_book(PHRASE).await?;
    window.press("nav-settings").await?;
    bring_into_sight(window, "envelope").await?;
    look.at("envelope").await?;
    window.press("envelope-open").await?;
    window.write("envelope-passphrase", "not this one").await?;
    window.keys(&[Keys::ENTER]).await?;
    window.told("envelope-trouble").await?;
    look.at("envelope-form").await?;
    let file = home.path().join("stick").join("envelope.age");
    home.answer_dialog(&file)?;
    window.see("envelope-passphrase").await?.clear().await?;
    window.write("envelope-passphrase", PHRASE).await?;
    window.keys(&[Keys::ENTER]).await?;
    window.see("envelope-said").await?;
    window.see("remove-envelope").await?;
    look.at("envelope-made").await?;

    // The companion opens it, and says the words.
    let opened = friend.journal.open_envelope(&fs::read(&file)?)?;
    assert_eq!(opened.words.len(), 12);
    // And gives one into these hands.
    let theirs = TwelveWords::draw(tongue)?;
    let sealed = friend.journal.seal_envelope(friend.person, &theirs)?;
    home.answer_dialog(&friend.carry("theirs.age", &sealed)?)?;
    window.press("envelope-theirs").await?;
    window.see("envelope-words").await?;
    let shown = window.see("envelope-words").await?.text().await?;
    for word in theirs.shown() {
        assert!(shown.contains(word), "{word}");
    }
    look.at("envelope-opened").await?;
    window.press("envelope-close").await?;
    window.gone("envelope-words").await?;

    window.close_book().await?;
    let words = opened.words.join("-");
    window.write("passphrase", &words).await?;
    window.press("open-book").await?;
    window.press("go-on").await?;
    window.see("sheet").await?;
    window.press("nav-settings").await?;
    window.press("remove-envelope").await?;
    window.write("remove-passphrase", PHRASE).await?;
    window.keys(&[Keys::ENTER]).await?;
    window.gone("remove-form").await?;
    window.gone("remove-envelope").await?;
    window.close_book().await?;
    window.write("passphrase", &words).await?;
    window.press("open-book").await?;
    // They open nothing any more.
    window.told("trouble").await?;
    friend.journal.close()?;
    Ok(())
}

async fn look_around(code: &str, tongue: Tongue, theme: &str) -> Told<Vec<String>> {
    let home = a_book(code, theme)?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, code, theme, Vec::new());
    make(&mut look, &home, tongue).await?;
    Ok(look.found)
}

#[test]
fn an_envelope_is_sealed_for_a_companion_and_its_words_open_the_book_until_they_are_let_go_of() {
    story(async { none(&look_around("en", Tongue::En, "light").await?) });
}

#[test]
fn an_envelope_by_night_in_japanese() {
    story(async { none(&look_around("ja", Tongue::Ja, "dark").await?) });
}

#[test]
fn an_envelope_in_french() {
    story(async { none(&look_around("fr", Tongue::Fr, "light").await?) });
}

#[test]
fn an_envelope_in_a_narrow_window_with_large_text() {
    story(async { none(&look_around("fr", Tongue::Fr, NARROW).await?) });
}
