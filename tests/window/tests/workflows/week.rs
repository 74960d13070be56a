//! A weekly practice of one person, months after the last time: arriving, those who are near, a set in any order, a
//! moment, what is moved toward, and an old question in which one word changes.

use awai::{NewTie, Practice, Standing, TieKind, Writing};
use awai_window_tests::{Home, Keys, Told, Window, at};

use super::hands::{
    as_seen, asked_in, begun, enter, open, place, reach, type_here, type_into, unfold, unharmed,
    words,
};

struct Week {
    /// A time, named in words.
    rhythm: &'static str,
    open: &'static str,
    ended: &'static str,
    page: &'static str,
    moment: &'static str,
    toward: &'static str,
    attempt: &'static str,
    surprise: &'static str,
    changed: &'static str,
}

fn week(tongue: &str) -> Week {
    match tongue {
        "ja" => Week {
            rhythm: "日曜、お茶をいれて",
            open: "ミナ",
            ended: "むかしの先生",
            page: "お茶のあいだ、ミナが先に笑った",
            moment: "笑い声がふたつになった",
            toward: "いっしょに歩く朝がもう少し",
            attempt: "木曜に声をかけてみる",
            surprise: "ミナのほうが先に言いだした",
            changed: "いま、手のひらはどんな温度でしょう。",
        },
        "fr" => Week {
            rhythm: "le dimanche, avec un thé",
            open: "Mina",
            ended: "l’ancienne prof",
            page: "pendant le thé, Mina a ri la première",
            moment: "le rire est devenu deux rires",
            toward: "plus de matins à marcher ensemble",
            attempt: "l’inviter jeudi",
            surprise: "elle l’a proposé avant moi",
            changed: "Quelle température ont mes mains maintenant?",
        },
        _ => Week {
            rhythm: "Sundays, with tea",
            open: "Mina",
            ended: "the old teacher",
            page: "over tea, Mina laughed first",
            moment: "one laugh became two",
            toward: "more mornings of walking together",
            attempt: "ask her on Thursday",
            surprise: "she had asked first",
            changed: "How warm are my hands right now?",
        },
    }
}

pub async fn walk(tongue: &str) -> Told {
    let said = week(tongue);
    let home = Home::empty()?;
    let mut journal = begun(&home, tongue)?;
    let day = at("2026-02-03T20:00:00+09:00")?;
    for (called, standing) in [(said.open, Standing::Open), (said.ended, Standing::Ended)] {
        let new = NewTie {
            called: called.to_owned(),
            kind: TieKind::Person,
        };
        let tie = journal.add_tie(&new, day)?.id;
        journal.set_standing(tie, standing, day)?;
    }
    journal.set_practice(Some(&Practice {
        sets: vec!["arriving".parse()?, "connection".parse()?],
        rhythm_in_words: said.rhythm.to_owned(),
        lang: tongue.to_owned(),
    }))?;
    let old = journal.asking(&"worldview-2".parse()?, tongue, None, None)?;
    let page = Writing {
        asked: vec![old.clone()],
        ..words(tongue, "…")
    };
    journal.write(&page, day)?;
    let old = asked_in(&journal, "worldview-2", tongue)?;
    journal.close()?;
    let window = Window::open(&home).await?;
    open(&window).await?;
    unharmed(&window, tongue).await?;
    a_time_in_words(&window, tongue, &said).await?;
    arriving(&window, tongue).await?;
    those_who_are_near(&window, tongue, &said).await?;
    a_page_with_a_moment(&window, tongue, &said).await?;
    toward(&window, tongue, &said).await?;
    an_old_question(&window, tongue, &said, &old).await
}

/// The practice says its time in words and nothing of when it was last; its first set is one press away.
async fn a_time_in_words(window: &Window, tongue: &str, said: &Week) -> Told {
    window.keys(&[Keys::ALT, 'c']).await?;
    enter(window, "to-practice").await?;
    assert_eq!(
        window.see("practice-words").await?.text().await?,
        said.rhythm
    );
    let shown = window.main_words().await?;
    assert!(
        !shown.chars().any(|c| c.is_ascii_digit()),
        "no day and no count: {shown}"
    );
    unharmed(window, tongue).await?;
    enter(window, "practice-set").await?;
    window.see("set-title").await?;
    Ok(())
}

/// A set in any order: one question is set aside, another chosen out of its order, one gone back to.
async fn arriving(window: &Window, tongue: &str) -> Told {
    place(window, "nav-questions").await?;
    enter(window, "set-line").await?;
    enter(window, "set-walk").await?;
    let first = window.see("question").await?.text().await?;
    type_into(window, "sheet", "…").await?;
    window.keys(&[Keys::ALT, 'q']).await?;
    let comes = async |before: &str| {
        window
            .until("another question comes", async || {
                let now = window.see("question").await?.text().await?;
                Ok(!now.is_empty() && now != before)
            })
            .await
    };
    comes(&first).await?;
    let second = window.see("question").await?.text().await?;
    enter(window, "sitting-aside").await?;
    comes(&second).await?;
    let third = window.see("question").await?.text().await?;
    unharmed(window, tongue).await?;
    unfold(window, "sitting-others").await?;
    reach(window, "li:last-child > [data-t=sitting-choose]").await?;
    window.keys(&[Keys::ENTER]).await?;
    comes(&third).await?;
    enter(window, "sitting-back").await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.see("sitting-closing").await?;
    unharmed(window, tongue).await?;
    enter(window, "sitting-end").await?;
    window.see("ask-me").await?;
    Ok(())
}

/// Those who are open, by name; whoever has ended is folded away, and one press lets somebody rest.
async fn those_who_are_near(window: &Window, tongue: &str, said: &Week) -> Told {
    place(window, "nav-between").await?;
    window.see("tie-line").await?;
    let near = window.main_words().await?;
    assert!(near.contains(said.open));
    assert!(!near.contains(said.ended), "an ended tie is folded away");
    unharmed(window, tongue).await?;
    enter(window, "tie-line").await?;
    for standing in ["stand-resting", "stand-open"] {
        enter(window, standing).await?;
        let pressed = format!(
            "return document.querySelector('[data-t={standing}]').getAttribute('aria-pressed')"
        );
        window
            .until("it stands so", async || {
                Ok(window.ask(&pressed).await? == "true")
            })
            .await?;
    }
    unharmed(window, tongue).await
}

/// A page with somebody, an opening on it in words, and the openings gathered.
async fn a_page_with_a_moment(window: &Window, tongue: &str, said: &Week) -> Told {
    enter(window, "tie-write").await?;
    window.has_focus("sheet").await?;
    type_here(window, said.page).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.has_focus("finished").await?;
    unharmed(window, tongue).await?;
    unfold(window, "moments").await?;
    enter(window, "mark-opening").await?;
    window.has_focus("moment-words").await?;
    type_here(window, said.moment).await?;
    place(window, "nav-between").await?;
    enter(window, "between-openings").await?;
    window
        .until("the opening is gathered", async || {
            Ok(window.main_words().await?.contains(said.moment))
        })
        .await?;
    unharmed(window, tongue).await
}

/// Something to move toward, something to try, and letting it rest.
async fn toward(window: &Window, tongue: &str, said: &Week) -> Told {
    place(window, "nav-toward").await?;
    type_into(window, "toward-new", said.toward).await?;
    enter(window, "toward-add").await?;
    enter(window, "toward-open").await?;
    enter(window, "toward-tie").await?;
    type_into(window, "try-new", said.attempt).await?;
    enter(window, "try-add").await?;
    window.has_focus("try-around-when").await?;
    type_into(window, "try-what-surprised", said.surprise).await?;
    unharmed(window, tongue).await?;
    // Back up to where it stands: Tab goes round.
    for state in ["toward-be-resting", "toward-be-let_go", "toward-be-alive"] {
        enter(window, state).await?;
        let pressed = format!(
            "return document.querySelector('[data-t={state}]').getAttribute('aria-pressed')"
        );
        window
            .until("it stands so", async || {
                Ok(window.ask(&pressed).await? == "true")
            })
            .await?;
    }
    assert_eq!(window.value("try-what-surprised").await?, said.surprise);
    unharmed(window, tongue).await
}

/// An old question is drawn because it was asked for, and asked differently.
async fn an_old_question(window: &Window, tongue: &str, said: &Week, old: &str) -> Told {
    place(window, "nav-looking-back").await?;
    unfold(window, "asked").await?;
    enter(window, "ask-question").await?;
    // The set that was walked left one answered question, too: another is asked for until the older one comes.
    for _ in 0..40 {
        let shown = as_seen(&window.see("shown-words").await?.text().await?);
        if shown == old {
            break;
        }
        enter(window, "shown-another").await?;
        window.settled().await?;
    }
    assert_eq!(
        as_seen(&window.see("shown-words").await?.text().await?),
        old
    );
    unharmed(window, tongue).await?;
    enter(window, "shown-differently").await?;
    window.see("differently-words").await?;
    reach(window, "[data-t=differently-words]").await?;
    window.keys(&[Keys::CTRL, 'a']).await?;
    type_here(window, said.changed).await?;
    enter(window, "differently-keep").await?;
    window
        .until("the changed words are asked now", async || {
            Ok(window.see("question-title").await?.text().await? == said.changed)
        })
        .await?;
    assert!(
        as_seen(&window.main_words().await?).contains(old),
        "the first words stay"
    );
    unharmed(window, tongue).await
}
