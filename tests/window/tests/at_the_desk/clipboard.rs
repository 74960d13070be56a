//! What is copied out of the window: there for a while, kept out of every history, gone when the book closes.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use awai_window_tests::{
    Home, Keys, PHRASE, Screen, Told, Window, a_book, hand_a_card, story, write_a_book,
};

/// What a program on the same screen finds on a clipboard, or which kinds of it are held out.
fn pasted(screen: &Screen, clipboard: &str, kind: Option<&str>) -> Told<String> {
    let mut command = Command::new("xclip");
    command.args(["-o", "-selection", clipboard]);
    if let Some(kind) = kind {
        command.args(["-t", kind]);
    }
    let done = command
        .env("DISPLAY", screen.name())
        .stderr(Stdio::null())
        .output()?;
    // It ends with one when there is nothing.
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// Another program puts something there.
fn put(screen: &Screen, words: &str) -> Told {
    let mut other = Command::new("xclip")
        .args(["-i", "-selection", "clipboard"])
        .env("DISPLAY", screen.name())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    if let Some(mut input) = other.stdin.take() {
        input.write_all(words.as_bytes())?;
    }
    other.wait()?;
    Ok(())
}

async fn opened(home: &Home) -> Told<Window> {
    home.settle("en", "light")?;
    write_a_book(home, "en")?;
    let window = Window::in_the_book(home).await?;
    // What is begun there gives way to the words of the story.
    window.see("sheet").await?.clear().await?;
    Ok(window)
}

async fn comes(window: &Window, words: &str) -> Told {
    window
        .until("it is on the clipboard", async || {
            Ok(pasted(window.screen(), "clipboard", None)? == words)
        })
        .await
}

#[test]
fn what_is_marked_and_copied_is_kept_out_of_histories_and_goes_with_the_book() {
    story(async {
        let home = Home::empty()?;
        let window = opened(&home).await?;
        window
            .write("sheet", "a word 駅のベンチ between us")
            .await?;
        window.keys(&[Keys::CTRL, 'a']).await?;
        window.keys(&[Keys::CTRL, 'c']).await?;
        comes(&window, "a word 駅のベンチ between us").await?;
        let screen = window.screen();
        let kinds = pasted(screen, "clipboard", Some("TARGETS"))?;
        assert!(kinds.contains("x-kde-passwordManagerHint"), "{kinds}");
        let hint = pasted(screen, "clipboard", Some("x-kde-passwordManagerHint"))?;
        assert_eq!(hint, "secret");
        // Words of the page itself, not of a field.
        window.press("nav-settings").await?;
        window.see("part-look").await?;
        let mark = "const heading = document.querySelector('.part h2');
            getSelection().selectAllChildren(heading); return heading.textContent";
        let heading = window.ask(mark).await?;
        window.keys(&[Keys::CTRL, 'c']).await?;
        comes(&window, heading.as_str().unwrap_or_default()).await?;
        window.close_book().await?;
        window
            .until("the clipboard is empty", async || {
                Ok(pasted(window.screen(), "clipboard", None)?.is_empty())
            })
            .await?;
        assert_eq!(pasted(window.screen(), "primary", None)?, "");
        Ok(())
    });
}

#[test]
fn what_somebody_else_put_there_since_and_what_was_cut_out_stay() {
    story(async {
        let home = Home::empty()?;
        let window = opened(&home).await?;
        window.write("sheet", "copied").await?;
        window.keys(&[Keys::CTRL, 'a']).await?;
        window.keys(&[Keys::CTRL, 'c']).await?;
        comes(&window, "copied").await?;
        put(window.screen(), "of another program")?;
        comes(&window, "of another program").await?;
        window.close_book().await?;
        comes(&window, "of another program").await?;

        window.open_book(PHRASE).await?;
        window.press("sheet").await?;
        window.keys(&[Keys::CTRL, 'a']).await?;
        window.keys(&[Keys::CTRL, 'x']).await?;
        comes(&window, "copied").await?;
        assert_eq!(window.value("sheet").await?, "");
        window.close_book().await?;
        comes(&window, "copied").await
    });
}

#[test]
fn what_a_button_copied_is_gone_after_ninety_seconds() {
    story(async {
        let home = a_book("en", "light")?;
        hand_a_card(&home)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("companion").await?;
        window.press("my-card-fold").await?;
        window.press("card-mine-copy").await?;
        let copied = Instant::now();
        let card = window.value("card-mine").await?;
        comes(&window, &card).await?;
        // This is the time that is promised; nothing on the way can be waited for.
        while copied.elapsed() < Duration::from_secs(100)
            && !pasted(window.screen(), "clipboard", None)?.is_empty()
        {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        let stayed = copied.elapsed();
        assert_eq!(pasted(window.screen(), "clipboard", None)?, "");
        assert!(stayed > Duration::from_secs(85), "{stayed:?}");
        Ok(())
    });
}
