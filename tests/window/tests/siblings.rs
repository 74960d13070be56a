//! A copy that a sync tool left beside the book, in the real window: a quiet part in Settings says so, both wordings
//! are read side by side, what is only there comes over, and the copy is laid aside.

use std::fs;
use std::path::Path;

use awai::{Journal, NewPicture, PagesAsk, Passphrase, Vault};
use awai_tests::{copy_folder, moment, unfinished, words};
use awai_window_tests::{Home, Look, NARROW, PHRASE, Told, Window, none, story, write_a_book};
use serde_json::json;

const THERE: [(&str, [&str; 3]); 3] = [
    (
        "en",
        [
            "Here we only nodded.",
            "There we spoke at last.",
            "On the train, with the window open.",
        ],
    ),
    (
        "ja",
        [
            "ここでは、会釈だけした。",
            "そこでは、やっと話せた。",
            "窓をあけた汽車の中で。",
        ],
    ),
    (
        "fr",
        [
            "Ici, un signe de tête seulement.",
            "Là-bas, on s’est enfin parlé.",
            "Dans le train, la fenêtre ouverte.",
        ],
    ),
];

/// Writes the first page anew, with these pictures under its words.
fn revise_first(journal: &mut Journal, body: &str, pictures: Vec<NewPicture>, at: &str) -> Told {
    let pages = journal.pages(&PagesAsk {
        limit: 1,
        ..PagesAsk::default()
    })?;
    let first = pages.lines.first().ok_or("there is a page")?.id;
    let lines: Vec<String> = std::iter::once(body.to_owned())
        .chain(pictures.iter().map(|picture| picture.marker("")))
        .collect();
    let writing = words(&lines.join("\n"));
    Ok(journal.revise_with(first, &writing, pictures, moment(at))?)
}

/// A book that was written in at two places, the other copy beside it.
fn write_in_two_places(home: &Home, tongue: &str) -> Told {
    let [here, there, only] = THERE
        .iter()
        .find(|(code, _)| *code == tongue)
        .ok_or("the language is known")?
        .1;
    write_a_book(home, tongue)?;
    let phrase = Passphrase::new(PHRASE)?;
    let elsewhere = home.path().join("elsewhere").join("journal");
    copy_folder(&home.journal(), &elsewhere)?;
    let now = "2026-11-03T07:20:00+09:00";
    let mut other = Vault::at(&elsewhere)?.unlock(&phrase, moment(now))?;
    let seen = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/pictures/today-en.png");
    let picture = NewPicture::read(&seen)?;
    revise_first(&mut other, there, vec![picture], now)?;
    other.write(&words(only), moment(now))?;
    other.keep_draft(&unfinished(900, "…"), moment(now))?;
    other.close()?;
    let name = "journal (conflicted copy 2026-11-03).db";
    fs::copy(elsewhere.join("journal.db"), home.journal().join(name))?;
    fs::remove_dir_all(home.path().join("elsewhere"))?;
    let now = "2026-11-03T08:00:00+09:00";
    let mut book = Vault::at(&home.journal())?.unlock(&phrase, moment(now))?;
    revise_first(&mut book, here, Vec::new(), now)?;
    Ok(book.close()?)
}

async fn bring_over(look: &mut Look<'_>, tongue: &str) -> Told {
    let window = look.window;
    window.open_book(PHRASE).await?;
    // The first room says nothing of it.
    assert!(!window.text().await?.contains("conflicted"));
    window.press("nav-settings").await?;
    window.see("siblings-found").await?;
    window.press("part-siblings").await?;
    look.at("siblings").await?;
    window.press("sibling-look").await?;
    window.see("sibling-both").await?;
    if look.narrow() {
        // A picture is fetched when it is near.
        let near = "document.querySelector('[data-t=sibling-side] img').scrollIntoView()";
        window.ask(near).await?;
    }
    window
        .until("the picture that is only there is drawn", async || {
            let drawn = "return [...document.querySelectorAll('[data-t=sibling-side] img')].map((each) => each.complete && each.naturalWidth > 0)";
            Ok(window.ask(drawn).await? == json!([true]))
        })
        .await?;
    look.at("siblings-beside").await?;
    let text = window.text().await?;
    let words = THERE.iter().find(|(code, _)| *code == tongue);
    let [here, there, only] = words.ok_or("the language is known")?.1;
    assert!(text.contains(here) && text.contains(there));
    window.press("take-version").await?;
    window.press("sibling-bring").await?;
    window.see("sibling-came").await?;
    window.press("part-siblings").await?;
    look.at("siblings-came").await?;
    // What was brought over is among the pages, and what was chosen among the earlier wordings.
    window.press("sibling-aside").await?;
    window.see("sibling-said").await?;
    window.gone("sibling").await?;
    look.at("siblings-laid-aside").await?;
    window.press("nav-looking-back").await?;
    window
        .until("the page that was only there is here", async || {
            Ok(window.text().await?.contains(only))
        })
        .await
}

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = Home::empty()?;
    home.settle(tongue, theme)?;
    write_in_two_places(&home, tongue)?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    bring_over(&mut look, tongue).await?;
    let aside = home.journal().join("siblings");
    assert!(
        aside
            .join("journal (conflicted copy 2026-11-03).db")
            .is_file()
    );
    window.close_book().await?;
    let journal = Vault::at(&home.journal())?.unlock(
        &Passphrase::new(PHRASE)?,
        moment("2026-11-03T09:00:00+09:00"),
    )?;
    assert!(journal.check()?.is_whole());
    assert!(!journal.backups().is_empty());
    Ok(look.found)
}

#[test]
fn a_copy_beside_the_book_is_told_read_brought_over_and_laid_aside() {
    story(async { none(&look_around("en", "light").await?) });
}

#[test]
fn a_copy_beside_the_book_by_night_in_japanese() {
    story(async { none(&look_around("ja", "dark").await?) });
}

#[test]
fn a_copy_beside_the_book_in_french() {
    story(async { none(&look_around("fr", "contrast_light").await?) });
}

#[test]
fn a_copy_beside_the_book_in_a_narrow_window_with_large_text() {
    story(async { none(&look_around("fr", NARROW).await?) });
}
