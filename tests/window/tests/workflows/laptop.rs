//! A laptop shared with somebody one is afraid of: told plainly before anything is written, left without a trace if
//! one likes, closed with one press, and quiet about all of it afterwards.

use awai_window_tests::{Home, Keys, Told, Window};

use super::hands::{enter, place, reach, type_here, type_into, unfold, unharmed};

struct Laptop {
    feared: &'static str,
    page: &'static str,
    draft: &'static str,
    opening: &'static str,
}

fn laptop(tongue: &str) -> Laptop {
    match tongue {
        "ja" => Laptop {
            feared: "R",
            page: "鍵の音がすると、息をとめる",
            draft: "書きかけの、今日のこと",
            opening: "窓が少し開いていた",
        },
        "fr" => Laptop {
            feared: "R",
            page: "quand j’entends la clé, j’arrête de respirer",
            draft: "une phrase commencée aujourd’hui",
            opening: "la fenêtre était entrouverte",
        },
        _ => Laptop {
            feared: "R",
            page: "when I hear the key I hold my breath",
            draft: "a sentence begun today",
            opening: "the window was ajar",
        },
    }
}

pub async fn walk(tongue: &str) -> Told {
    let said = laptop(tongue);
    let home = Home::empty()?;
    looked_at_and_left(&home, tongue).await?;
    let window = Window::open(&home).await?;
    let phrase = a_book_begun(&window, tongue, &said).await?;
    not_free_here(&window, tongue, &said).await?;
    nothing_is_asked_of_us(&window, tongue).await?;
    somebody_walks_in(&window, tongue, &said, &phrase).await
}

/// Speaks another language, from the keyboard.
async fn speak(window: &Window, tongue: &str) -> Told {
    window.see("welcome").await?;
    reach(window, "[name=language]").await?;
    let lang = "return document.documentElement.lang";
    for _ in 0..3 {
        if window.ask(lang).await? == tongue {
            return Ok(());
        }
        let before = window.ask(lang).await?;
        // 日本語 stands above, Français below.
        let arrow = if tongue == "ja" {
            '\u{E013}'
        } else {
            '\u{E015}'
        };
        window.keys(&[arrow]).await?;
        window
            .until("another language is spoken", async || {
                Ok(window.ask(lang).await? != before)
            })
            .await?;
    }
    Ok(())
}

/// The first screen, without the numbers that lit draws.
async fn screen(window: &Window) -> Told<String> {
    let shown = window
        .ask(r"return document.querySelector('.frame').innerHTML.replaceAll(/lit\$\d+\$/g, '')")
        .await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

/// Somebody reads the third path and goes away: nothing of the visit is on the disk, and the next one is like the first.
async fn looked_at_and_left(home: &Home, tongue: &str) -> Told {
    let first = {
        let window = Window::open(home).await?;
        window.see("welcome").await?;
        let first = screen(&window).await?;
        speak(&window, tongue).await?;
        enter(&window, "who-else").await?;
        unfold(&window, "near-afraid").await?;
        let told = window.main_words().await?;
        assert!(told.chars().count() > 300, "it is told plainly: {told}");
        // A stick is a way, and it is said that one can be found.
        let [stick, found] = match tongue {
            "ja" => ["USBメモリー", "見つかることがあります"],
            "fr" => ["clé USB", "une clé peut être trouvée"],
            _ => ["USB stick", "a stick can be found"],
        };
        assert!(told.contains(stick) && told.contains(found), "{told}");
        unharmed(&window, tongue).await?;
        enter(&window, "back").await?;
        window.see("welcome").await?;
        first
    };
    assert!(!home.journal().exists());
    assert!(!home.path().join("settings").join("settings.json").exists());
    let window = Window::open(home).await?;
    window.see("welcome").await?;
    assert_eq!(
        screen(&window).await?,
        first,
        "the visit is remembered nowhere"
    );
    Ok(())
}

async fn a_book_begun(window: &Window, tongue: &str, said: &Laptop) -> Told<String> {
    speak(window, tongue).await?;
    enter(window, "start-writing").await?;
    window.has_focus("sheet").await?;
    type_here(window, said.page).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    let phrase = window.drawn_words("new-typed").await?;
    reach(window, "[data-t=new-kept]").await?;
    window.keys(&[' ']).await?;
    enter(window, "make-journal").await?;
    window.has_focus("finished").await?;
    unharmed(window, tongue).await?;
    Ok(phrase)
}

/// "I am not free here" is said in a fold, and told nowhere else.
async fn not_free_here(window: &Window, tongue: &str, said: &Laptop) -> Told {
    place(window, "nav-between").await?;
    type_into(window, "between-called", said.feared).await?;
    enter(window, "between-add").await?;
    window.see("tie-line").await?;
    let before = window.main_words().await?;
    enter(window, "tie-line").await?;
    window.see("tie-room").await?;
    unfold(window, "tie-care-fold").await?;
    reach(window, "[data-t=tie-care]").await?;
    window.keys(&[' ']).await?;
    let raised = "return document.querySelector('[data-t=tie-care]').checked";
    window
        .until("it is said", async || Ok(window.ask(raised).await? == true))
        .await?;
    unharmed(window, tongue).await?;
    enter(window, "tie-back").await?;
    window.see("tie-line").await?;
    assert_eq!(window.main_words().await?, before, "no list tells of it");
    // A page with an opening on it, which is gathered and shown nowhere.
    enter(window, "tie-line").await?;
    enter(window, "tie-write").await?;
    window.has_focus("sheet").await?;
    type_here(window, said.page).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.has_focus("finished").await?;
    unfold(window, "moments").await?;
    enter(window, "mark-opening").await?;
    window.has_focus("moment-words").await?;
    type_here(window, said.opening).await?;
    place(window, "nav-between").await?;
    enter(window, "between-openings").await?;
    window.see("openings").await?;
    assert!(!window.main_words().await?.contains(said.opening));
    place(window, "nav-looking-back").await?;
    unfold(window, "asked").await?;
    enter(window, "ask-opening").await?;
    window.see("shown-none").await?;
    unharmed(window, tongue).await
}

/// On a page between me and somebody feared nothing asks for the other side, for mending, or as "us".
async fn nothing_is_asked_of_us(window: &Window, tongue: &str) -> Told {
    place(window, "nav-between").await?;
    enter(window, "tie-line").await?;
    enter(window, "tie-write").await?;
    window.has_focus("sheet").await?;
    enter(window, "ask-me").await?;
    window.see("question").await?;
    unharmed(window, tongue).await?;
    enter(window, "ask-differently").await?;
    window.see("move-slower").await?;
    assert!(
        !window.sees("move-us").await?,
        "the move to “us” is not held out"
    );
    unharmed(window, tongue).await?;
    enter(window, "differently-not").await?;
    place(window, "nav-today").await?;
    enter(window, "write-without").await?;
    window.has_focus("sheet").await
}

/// One press, and there is nothing to read, whether the book is closed or hidden; the door is as it always is, and the
/// draft is behind it.
async fn somebody_walks_in(window: &Window, tongue: &str, said: &Laptop, phrase: &str) -> Told {
    let mut doors = Vec::new();
    let close = &[Keys::CTRL, 'l'][..];
    let hide = &[Keys::CTRL, Keys::SHIFT, 'l'][..];
    for (draft, keys) in [(said.draft, hide), ("", close), ("", hide)] {
        reach(window, "[data-t=sheet]").await?;
        if !draft.is_empty() {
            type_here(window, draft).await?;
        }
        window.keys(keys).await?;
        window.see("unlock").await?;
        let left = window
            .ask("return document.documentElement.outerHTML")
            .await?;
        let left = left.as_str().unwrap_or_default();
        for private in [said.page, said.draft, said.opening] {
            assert!(!left.contains(private), "{private} is still on the page");
        }
        unharmed(window, tongue).await?;
        doors.push(screen(window).await?);
        window.has_focus("passphrase").await?;
        type_here(window, phrase).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.has_focus("sheet").await?;
        assert_eq!(window.value("sheet").await?, said.draft);
        unharmed(window, tongue).await?;
    }
    doors.dedup();
    assert_eq!(doors.len(), 1, "nothing is said of how one left");
    Ok(())
}
