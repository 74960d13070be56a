//! The rooms from which letters go out, in every language and theme: looked through by axe, and photographed.

use awai::Tongue;
use awai_window_tests::{EVERY_LIGHT, Look, NARROW, Told, Window, a_book, befriend, none, story};

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("nav-letters").await?;
    window.see("letters-empty").await?;
    look.at("letters-empty").await?;
    look_at_pairing(&mut look, tongue).await?;
    window.close_book().await?;
    let found = look.found;
    drop(window);
    let called = if tongue == "ja" {
        "ベンさん"
    } else {
        "Ben"
    };
    befriend(&home, called, Tongue::Fr)?;
    let window = Window::among_the_letters(&home).await?;
    let mut look = Look::around(&window, tongue, theme, found);
    look_at_companion(&mut look).await?;
    look_at_writing(&mut look, tongue).await?;
    Ok(look.found)
}

/// Inviting, the words to be said, and a card by hand.
async fn look_at_pairing(look: &mut Look<'_>, tongue: &str) -> Told {
    let window = look.window;
    window.press("invite").await?;
    window.see("new-called").await?;
    look.at("letters-invite").await?;
    let called = if tongue == "ja" { "千代" } else { "Chiyo" };
    window.write("new-called", called).await?;
    window.write("new-my-name", "Mika").await?;
    window.press("invite-make").await?;
    window.see("invite-words").await?;
    look.at("letters-waiting").await?;
    window.press("letters-back").await?;
    window.press("accept").await?;
    window.see("pairing-choose").await?;
    look.at("letters-accept").await?;
    window.press("letters-back").await?;
    window.press("card").await?;
    window.see("card-theirs").await?;
    look.at("letters-card").await?;
    window.press("letters-back").await?;
    window.see("waiting-open").await?;
    Ok(())
}

/// A companion's own room with its folds, and how two want to be together.
async fn look_at_companion(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.press("companion").await?;
    window.see("companion-room").await?;
    look.at("companion").await?;
    for fold in ["names", "rest", "end", "forget"] {
        window.unfold(&format!("companion-{fold}-fold")).await?;
    }
    window.press("companion-forget").await?;
    window.see("companion-forget-no").await?;
    look.at("companion-folds").await?;
    window.press("agreement-open").await?;
    window.press("agreement-write").await?;
    window.write("agreement-answer", "…").await?;
    look.at("agreement-form").await?;
    window.press("agreement-keep").await?;
    window.see("agreement-send").await?;
    look.at("agreement").await?;
    window.press("agreement-back").await?;
    window.press("companion-write").await?;
    Ok(())
}

/// A letter put together, its names, as it leaves, and sealed.
async fn look_at_writing(look: &mut Look<'_>, tongue: &str) -> Told {
    let window = look.window;
    let words = match tongue {
        "ja" => "きのうの帰り道のことを、少しだけ。",
        "fr" => "Quelques mots sur le chemin du retour, hier.",
        _ => "A few words about the way home yesterday.",
    };
    window.write("letter-own", words).await?;
    window.press("wish-an_echo").await?;
    window.press("pages-open").await?;
    window.see("pages-offered").await?;
    window.press("page-lay").await?;
    window.see("letter-page").await?;
    window.press("passage-turn").await?;
    window.press("asked-turn").await?;
    look.at("letter-writing").await?;
    window
        .ask("document.querySelector('[data-t=pages-offered]').scrollIntoView()")
        .await?;
    look.at("letter-pages").await?;
    window.press("to-stranger").await?;
    window.write("letter-their-name", "Dana").await?;
    window.write("letter-my-name", "Mika").await?;
    look.at("letter-to").await?;
    window.press("letter-look").await?;
    window.press("name-stands-as").await?;
    look.at("letter-names").await?;
    window.press("names-decided").await?;
    window.see("leaving").await?;
    look.at("letter-leaving").await?;
    window.unfold("leaving-bytes").await?;
    window.read_whole().await?;
    look.at("letter-bytes").await?;
    window.press("seal-now").await?;
    window.see("sealed-words").await?;
    look.at("letter-sealed").await?;
    window.press("letters-back").await?;
    window.press("letter-write").await?;
    window.write("letter-own", "…").await?;
    window.press("letters-back").await?;
    window.see("letters-begun").await?;
    look.at("letters").await
}

fn without_fault(tongue: &'static str, theme: &'static str) {
    story(async move { none(&look_around(tongue, theme).await?) });
}

#[test]
fn every_room_in_english() {
    without_fault("en", EVERY_LIGHT);
}

#[test]
fn every_room_in_japanese() {
    without_fault("ja", EVERY_LIGHT);
}

#[test]
fn every_room_in_french() {
    without_fault("fr", EVERY_LIGHT);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_english() {
    without_fault("en", NARROW);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_japanese() {
    without_fault("ja", NARROW);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_french() {
    without_fault("fr", NARROW);
}
