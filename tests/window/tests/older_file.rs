//! An older file put back, in the real window: told at the door, or behind the first room when only a part of it is
//! older; read, and written into again only when the person chooses so.

use std::fs;

use awai::{Cost, Journal, Now, Passphrase, Vault};
use awai_tests::{moment, words};
use awai_window_tests::{
    Home, Keys, Look, NARROW, PHRASE, Told, Window, none, story, write_a_book,
};

const SHEET: usize = 4096;

fn now() -> Now {
    moment("2026-11-02T19:30:00+09:00")
}

/// Opens the journal as the window would have before: what it saw is noted where the window looks for it.
fn open(home: &Home) -> Told<Journal> {
    let seen = home.path().join("settings").join("seen");
    let vault = Vault::at(&home.journal())?.remembering(&seen);
    Ok(vault.unlock(&Passphrase::new(PHRASE)?, now())?)
}

fn database(home: &Home) -> std::path::PathBuf {
    home.journal().join("journal.db")
}

/// A book whose file was older all along, put back over a newer one.
fn put_back(home: &Home, tongue: &str) -> Told {
    write_a_book(home, tongue)?;
    let older = fs::read(database(home))?;
    let mut journal = open(home)?;
    journal.look_closer()?;
    journal.write(&words("written after the copy"), now())?;
    journal.close()?;
    Ok(fs::write(database(home), older)?)
}

/// A book in which one sheet of the file is older than the chain of changes says, so that only the closer look finds
/// it.
fn put_one_sheet_back(home: &Home) -> Told {
    let phrase = Passphrase::new(PHRASE)?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now())?;
    let mut journal = open(home)?;
    let mut pages = Vec::new();
    for n in 0..40 {
        let body = format!("page {n} {}", "before ".repeat(150));
        pages.push(journal.write(&words(&body), now())?);
    }
    journal.close()?;
    let before = fs::read(database(home))?;
    let mut journal = open(home)?;
    for (n, page) in pages.iter().enumerate() {
        // As long as before, so that sheets keep their places.
        let body = format!("page {n} {}", "after, ".repeat(150));
        journal.revise(*page, &words(&body), now())?;
    }
    journal.close()?;
    let after = fs::read(database(home))?;
    let folder = home.path().join("settings").join("seen");
    let note = fs::read_dir(folder)?.next().ok_or("it was noted")??.path();
    let noted = fs::read(&note)?;
    for at in (0..before.len()).step_by(SHEET) {
        let (Some(old), Some(new)) = (before.get(at..at + SHEET), after.get(at..at + SHEET)) else {
            break;
        };
        if old == new {
            continue;
        }
        let mut mixed = after.clone();
        mixed.splice(at..at + SHEET, old.iter().copied());
        let lay = || -> Told {
            fs::write(&note, &noted)?;
            Ok(fs::write(database(home), &mixed)?)
        };
        lay()?;
        let Ok(mut journal) = open(home) else {
            continue;
        };
        let opened = journal.opened();
        let found = !opened.older && opened.notice.is_none() && journal.look_closer()?.older;
        drop(journal);
        if found {
            return lay();
        }
    }
    Err("no sheet is found by the closer look alone".into())
}

async fn at_the_door(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.see("passphrase").await?;
    window.write("passphrase", PHRASE).await?;
    window.keys(&[Keys::ENTER]).await?;
    window.see("read-only-for-now").await?;
    look.at("older-told").await?;
    window.press("read-only-for-now").await?;
    // Nothing can be written, and it can be chosen from here, too.
    window.see("accept-older").await?;
    assert!(!window.sees("sheet").await?);
    look.at("older-read").await?;
    Ok(())
}

async fn told_and_read(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = Home::empty()?;
    home.settle(tongue, theme)?;
    put_back(&home, tongue)?;
    let older = fs::read(database(&home))?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    at_the_door(&mut look).await?;
    let found = look.found;
    window.press("nav-looking-back").await?;
    window.see("page-line").await?;
    assert_eq!(fs::read(database(&home))?, older, "it was only read");
    window.press("nav-today").await?;
    window.press("accept-older").await?;
    window.write("sheet", "from here on").await?;
    window.press("enough").await?;
    window.see("finished").await?;
    window.close_book().await?;
    // The one that was chosen is the one that is remembered.
    window.open_book(PHRASE).await?;
    Ok(found)
}

#[test]
fn an_older_file_is_told_at_the_door_read_and_chosen() {
    story(async { none(&told_and_read("en", "light").await?) });
}

#[test]
fn an_older_file_is_told_at_the_door_by_night_in_japanese() {
    story(async { none(&told_and_read("ja", "dark").await?) });
}

#[test]
fn an_older_file_is_told_at_the_door_in_french() {
    story(async { none(&told_and_read("fr", "light").await?) });
}

#[test]
fn an_older_file_is_told_in_a_narrow_window_with_large_text() {
    story(async { none(&told_and_read("fr", NARROW).await?) });
}

#[test]
fn what_only_the_closer_look_finds_is_told_behind_the_first_room() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        put_one_sheet_back(&home)?;
        let mixed = fs::read(database(&home))?;
        let window = Window::open(&home).await?;
        window.see("passphrase").await?;
        window.write("passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        // The first room stands for a moment, and gives way.
        window.see("read-only-for-now").await?;
        assert!(
            window
                .text()
                .await?
                .contains("older than the one last opened here")
        );
        window.press("read-only-for-now").await?;
        window.see("accept-older").await?;
        assert!(!window.sees("sheet").await?);
        window.press("nav-looking-back").await?;
        window.see("page-line").await?;
        assert_eq!(fs::read(database(&home))?, mixed, "it was only read");
        window.press("nav-today").await?;
        window.press("accept-older").await?;
        window.see("sheet").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        assert!(!window.sees("accept-older").await?);
        Ok(())
    });
}
