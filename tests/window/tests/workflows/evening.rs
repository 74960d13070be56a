//! Alone, a bad evening, no internet: a quiet door, an empty page, a question if one likes, and an end anywhere.

use awai::NewCompany;
use awai_window_tests::{Home, Keys, Told, Window, at};

use super::hands::{
    as_seen, asked_in, begun, enter, open, place, reach, type_here, type_into, unharmed, words,
};

struct Evening {
    /// Somebody or something to turn to, and how.
    company: (&'static str, &'static str),
    /// What was written last time.
    before: &'static str,
    /// Three words.
    now: &'static str,
    /// Words after which other programs would call somebody.
    heavy: &'static str,
}

fn evening(tongue: &str) -> Evening {
    match tongue {
        "ja" => Evening {
            company: ("川べりのベンチ", "バスの終点から歩いてすぐ"),
            before: "もう何も残っていない夜だった",
            now: "重い 毛布 雨",
            heavy: "死にたいと思うくらい、つらい",
        },
        "fr" => Evening {
            company: ("le banc près de l’eau", "au bout de la 14"),
            before: "une nuit où il ne restait rien",
            now: "lourd couverture pluie",
            heavy: "j’ai pensé à mourir, et je suis à bout",
        },
        _ => Evening {
            company: ("the bench by the river", "the 14 bus, last stop"),
            before: "a night with nothing left in it",
            now: "heavy blanket rain",
            heavy: "I thought about dying, and I am worn out",
        },
    }
}

pub async fn walk(tongue: &str) -> Told {
    let said = evening(tongue);
    let home = Home::empty()?;
    let mut journal = begun(&home, tongue)?;
    journal.write(
        &words(tongue, said.before),
        at("2026-02-03T23:59:00+09:00")?,
    )?;
    journal.add_company(&NewCompany {
        who_or_what: said.company.0.to_owned(),
        how: said.company.1.to_owned(),
        lang: tongue.to_owned(),
    })?;
    let arriving = asked_in(&journal, "arriving-1", tongue)?;
    let last = asked_in(&journal, "arriving-5", tongue)?;
    journal.close()?;
    let window = Window::open(&home).await?;
    a_quiet_door(&window, tongue).await?;
    an_empty_page(&window, tongue, &said).await?;
    something_to_turn_to(&window, tongue, &said).await?;
    one_question(&window, tongue, &said, &arriving).await?;
    enough(&window, tongue, &last).await
}

/// The door says nothing of last time; a slip of the hand is no matter, and the words can be seen while typing.
async fn a_quiet_door(window: &Window, tongue: &str) -> Told {
    window.has_focus("passphrase").await?;
    let door = window.text().await?;
    assert!(
        !door.chars().any(|c| c.is_ascii_digit()),
        "no day and no count: {door}"
    );
    let mut told = Vec::new();
    for _ in 0..3 {
        window.keys(&[Keys::CTRL, 'a']).await?;
        type_here(window, "shaking hands").await?;
        window.keys(&[Keys::ENTER]).await?;
        window
            .until("it was tried", async || {
                let trouble = window.see("trouble").await?.text().await?;
                let button = window.see("open-book").await?;
                Ok(!trouble.is_empty()
                    && button.attr("aria-disabled").await?.as_deref() == Some("false"))
            })
            .await?;
        told.push(window.see("trouble").await?.text().await?);
        window.has_focus("passphrase").await?;
    }
    told.dedup();
    assert_eq!(told.len(), 1, "the same calm sentence each time: {told:?}");
    enter(window, "passphrase-show").await?;
    let seen = "return document.querySelector('[data-t=passphrase]').classList.contains('veiled')";
    window
        .until("what is typed can be seen", async || {
            Ok(window.ask(seen).await? == false)
        })
        .await?;
    window.keys(&[Keys::SHIFT, Keys::TAB]).await?;
    window.keys(&[Keys::CTRL, 'a']).await?;
    unharmed(window, tongue).await?;
    open(window).await
}

/// The book opens to an empty page, and heavy words change nothing around them.
async fn an_empty_page(window: &Window, tongue: &str, said: &Evening) -> Told {
    assert_eq!(window.value("sheet").await?, "");
    assert!(
        !window.text().await?.contains(said.before),
        "never the last page"
    );
    assert!(!window.sees("question").await?, "nothing is asked");
    unharmed(window, tongue).await?;
    // It is enough to sit there.
    enter(window, "sit").await?;
    window.see("sit-here").await?;
    let fields = "return [...document.querySelectorAll('main :is(input, textarea, select)')].filter((each) => each.checkVisibility()).length";
    assert_eq!(window.ask(fields).await?, 0);
    unharmed(window, tongue).await?;
    enter(window, "sit-write").await?;
    window.has_focus("sheet").await?;
    let around = "return [...document.querySelectorAll('main *, header *')].filter((each) => !each.closest('.saved')).length";
    let before = window.ask(around).await?;
    type_here(window, said.heavy).await?;
    window
        .until("the words are kept", async || {
            let kept = "return Number(document.querySelector('[data-t=kept]')?.dataset.rev ?? 0)";
            Ok(window.ask(kept).await?.as_u64() > Some(0))
        })
        .await?;
    assert_eq!(window.ask(around).await?, before, "nothing listens in");
    unharmed(window, tongue).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.has_focus("finished").await
}

/// What there is to turn to is one key away, large, and with no form in the way.
async fn something_to_turn_to(window: &Window, tongue: &str, said: &Evening) -> Told {
    window.keys(&[Keys::ALT, 'c']).await?;
    window.see("company-one").await?;
    let shown = window.main_words().await?;
    for words in [said.company.0, said.company.1] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let fields = "return document.querySelectorAll('main :is(input, textarea, select)').length";
    assert_eq!(window.ask(fields).await?, 0);
    unharmed(window, tongue).await
}

/// One question on screen; the book is closed in the middle of it, and the words are there again.
async fn one_question(window: &Window, tongue: &str, said: &Evening, arriving: &str) -> Told {
    place(window, "nav-questions").await?;
    enter(window, "set-line").await?;
    enter(window, "set-walk").await?;
    window.see("question").await?;
    assert_eq!(
        as_seen(&window.see("question").await?.text().await?),
        arriving
    );
    unharmed(window, tongue).await?;
    type_into(window, "sheet", said.now).await?;
    // Somebody comes in.
    window.keys(&[Keys::CTRL, 'l']).await?;
    window.see("unlock").await?;
    let left = window
        .ask("return document.documentElement.outerHTML")
        .await?;
    assert!(!left.as_str().unwrap_or_default().contains(said.now));
    open(window).await?;
    assert_eq!(window.value("sheet").await?, said.now);
    assert_eq!(
        as_seen(&window.see("question").await?.text().await?),
        arriving
    );
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.has_focus("finished").await?;
    unharmed(window, tongue).await
}

/// On to hope, one question set aside, and enough for today: one last question is offered, and may stay unanswered.
async fn enough(window: &Window, tongue: &str, last: &str) -> Told {
    place(window, "nav-questions").await?;
    reach(window, "[data-set=\"hope\"] [data-t=set-line]").await?;
    window.keys(&[Keys::ENTER]).await?;
    enter(window, "set-walk").await?;
    window.see("question").await?;
    let first = window.see("question").await?.text().await?;
    enter(window, "sitting-aside").await?;
    window
        .until("another comes", async || {
            let now = window.see("question").await?.text().await?;
            Ok(!now.is_empty() && now != first)
        })
        .await?;
    unharmed(window, tongue).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.see("sitting-closing").await?;
    assert!(as_seen(&window.main_words().await?).contains(last));
    unharmed(window, tongue).await?;
    enter(window, "sitting-close-book").await?;
    window.see("unlock").await?;
    unharmed(window, tongue).await?;
    // What was set aside has left no trace.
    open(window).await?;
    assert_eq!(window.value("sheet").await?, "");
    place(window, "nav-questions").await?;
    window.see("sets").await?;
    assert!(!window.sees("later-questions").await?);
    assert!(!window.sees("not-again-questions").await?);
    Ok(())
}
