//! Two hands on a keyboard: nothing here touches a mouse.

use awai::{Cost, Journal, Passphrase, QuestionId, Vault, Writing};
use awai_window_tests::{Home, Keys, PHRASE, Told, Window, at};

/// A journal that was begun a while ago, still open in the core. It is closed before the window opens.
pub fn begun(home: &Home, tongue: &str) -> Told<Journal> {
    home.settle(tongue, "light")?;
    let now = at("2026-02-03T21:14:00+09:00")?;
    let phrase = Passphrase::new(PHRASE)?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    home.book(now)
}

/// A page in a language.
pub fn words(tongue: &str, body: &str) -> Writing {
    Writing {
        body: body.to_owned(),
        lang: tongue.to_owned(),
        ..Writing::default()
    }
}

/// A question of the library as it is asked in a language.
pub fn asked_in(journal: &Journal, question: &str, tongue: &str) -> Told<String> {
    let id: QuestionId = question.parse()?;
    Ok(as_seen(&journal.asking(&id, tongue, None, None)?.text))
}

/// Without the places where a Japanese line may end.
pub fn as_seen(text: &str) -> String {
    text.replace('\u{200b}', "")
}

/// Moves on with Tab until the focus stands on what the selector names.
pub async fn reach(window: &Window, selector: &str) -> Told {
    let there = format!("return Boolean(document.activeElement?.matches(`{selector}`))");
    for _ in 0..220 {
        if window.ask(&there).await? == true {
            return Ok(());
        }
        window.keys(&[Keys::TAB]).await?;
    }
    Err(format!("Tab never comes to {selector}").into())
}

/// Goes to what is named so and presses Enter.
pub async fn enter(window: &Window, name: &str) -> Told {
    window.see(name).await?;
    reach(window, &format!("[data-t=\"{name}\"]")).await?;
    window.keys(&[Keys::ENTER]).await
}

/// Opens the fold that is named so.
pub async fn unfold(window: &Window, name: &str) -> Told {
    window.see(name).await?;
    reach(window, &format!("[data-t=\"{name}\"] > summary")).await?;
    window.keys(&[Keys::ENTER]).await?;
    let open = format!("return document.querySelector('[data-t=\"{name}\"]').open");
    window
        .until("the fold is open", async || {
            Ok(window.ask(&open).await? == true)
        })
        .await
}

/// Types words where the focus is, once it has come to what is named so.
pub async fn type_into(window: &Window, name: &str, words: &str) -> Told {
    window.see(name).await?;
    reach(window, &format!("[data-t=\"{name}\"]")).await?;
    type_here(window, words).await
}

/// Types words wherever the focus is.
pub async fn type_here(window: &Window, words: &str) -> Told {
    let here = window.client().active_element().await?;
    here.send_keys(&words.replace('\n', &Keys::ENTER.to_string()))
        .await?;
    Ok(())
}

/// Opens the book by keyboard.
pub async fn open(window: &Window) -> Told {
    window.has_focus("passphrase").await?;
    type_here(window, PHRASE).await?;
    window.keys(&[Keys::ENTER]).await?;
    window.has_focus("sheet").await
}

/// Goes to a place of the rail by its shortcut.
pub async fn place(window: &Window, nav: &str) -> Told {
    let nth = format!(
        "return String([...document.querySelectorAll('nav button')].findIndex((each) => each.dataset.t === '{nav}') + 1)"
    );
    let digit = window.ask(&nth).await?;
    let digit = digit.as_str().and_then(|text| text.chars().next());
    window
        .keys(&[Keys::CTRL, digit.ok_or("a place of the rail")?])
        .await?;
    let here = format!(
        "return document.querySelector('[data-t=\"{nav}\"]')?.getAttribute('aria-current') === 'page'"
    );
    window
        .until("the room is entered", async || {
            Ok(window.ask(&here).await? == true)
        })
        .await
}

/// Words that would press, count, grade or praise, in each language.
fn pressing(tongue: &str) -> &'static [&'static str] {
    match tongue {
        "ja" => &[
            "未完了",
            "未回答",
            "スキップ",
            "連続",
            "達成",
            "期限",
            "遅れ",
            "久しぶり",
            "よくでき",
            "！",
            "あと少し",
        ],
        "fr" => &[
            "incompl",
            "manqué",
            "en retard",
            "bravo",
            "complété",
            "sans réponse",
            "il reste",
            "!",
        ],
        _ => &[
            "incomplete",
            "skipped",
            "missed",
            "overdue",
            "streak",
            "unanswered",
            "completed",
            "well done",
            "great job",
            "welcome back",
            "days ago",
            "remaining",
            "!",
        ],
    }
}

/// Nothing on the screen presses, nothing has popped up, and nothing leads out of the program.
pub async fn unharmed(window: &Window, tongue: &str) -> Told {
    let shown = window.text().await?.to_lowercase();
    for word in pressing(tongue) {
        if shown.contains(word) {
            return Err(format!("“{word}” is said:\n{shown}").into());
        }
    }
    let popped =
        "return document.querySelectorAll('dialog[open], .notice, [role=alert], a[href]').length";
    if window.ask(popped).await? != 0 {
        return Err(format!("something popped up:\n{shown}").into());
    }
    // Spell checkers and lists of earlier words learn what is typed.
    let learning = "return [...document.querySelectorAll('textarea, input:not([type=radio], [type=checkbox], [type=date])')]
        .filter((each) => each.spellcheck || !['off', 'new-password', 'current-password'].includes(each.autocomplete))
        .map((each) => each.id || each.dataset.t).join()";
    let learning = window.ask(learning).await?;
    if learning != "" {
        return Err(format!("these fields let others learn: {learning}").into());
    }
    if window.client().title().await? != "Awai" {
        return Err("the title of the window tells something".into());
    }
    Ok(())
}
