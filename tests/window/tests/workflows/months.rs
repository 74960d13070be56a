//! One question over months: five ways to ask it differently, branches, answers that keep the wording they were asked
//! in, a set of one's own, and a variation that comes back beside it. Nothing calls one wording better.

use awai::{
    AskDifferently, Journal, MomentKind, Move, NewMoment, NewQuestion, Wording, WordingRef, Writing,
};
use awai_window_tests::{Home, Keys, Told, Window, at};

use super::hands::{
    begun, enter, open, place, reach, type_here, type_into, unfold, unharmed, words,
};

struct Months {
    first: &'static str,
    second: &'static str,
    because: &'static str,
    branch: &'static str,
    variation: &'static str,
    answer: &'static str,
    set: &'static str,
    before: &'static str,
    after: &'static str,
    opened: &'static str,
    months: [&'static str; 2],
}

fn months(tongue: &str) -> Months {
    match tongue {
        "ja" => Months {
            first: "どうしてあの人はわたしを見ないのだろう",
            second: "あの人には、何が見えているのだろう",
            because: "あの夜は、あの人も疲れていたから",
            branch: "この部屋では、何が見えにくくなるのだろう",
            variation: "ふたりのあいだに、何が見えているのだろう",
            answer: "窓の外ばかり見ていた",
            set: "電車の中で",
            before: "なぜ、電話が鳴らないのだろう",
            after: "電話のない夜、何が聞こえるのだろう",
            opened: "雨の音がした",
            months: ["2月", "6月"],
        },
        "fr" => Months {
            first: "Pourquoi elle ne me regarde pas?",
            second: "Qu’est-ce qu’elle voit?",
            because: "elle était fatiguée, elle aussi",
            branch: "Qu’est-ce qui se voit mal dans cette pièce?",
            variation: "Qu’est-ce qui se voit entre nous?",
            answer: "elle regardait par la fenêtre",
            set: "Pour le train",
            before: "Pourquoi le téléphone ne sonne pas?",
            after: "Qu’est-ce que j’entends, les soirs sans téléphone?",
            opened: "il y avait la pluie",
            months: ["février", "juin"],
        },
        _ => Months {
            first: "Why does she ignore me?",
            second: "What does she see?",
            because: "she was tired too",
            branch: "What is hard to see in this room?",
            variation: "What is to be seen between us?",
            answer: "she looked out of the window",
            set: "For train rides",
            before: "Why does the telephone not ring?",
            after: "What do I hear on evenings without it?",
            opened: "there was the rain",
            months: ["February", "June"],
        },
    }
}

pub async fn walk(tongue: &str) -> Told {
    let said = months(tongue);
    let home = Home::empty()?;
    let mut journal = begun(&home, tongue)?;
    asked_since_february(&mut journal, tongue, &said)?;
    journal.close()?;
    let window = Window::open(&home).await?;
    open(&window).await?;
    a_column_of_months(&window, tongue, &said).await?;
    a_question_of_mine(&window, tongue, &said).await?;
    asked_differently(&window, tongue, &said).await?;
    a_branch(&window, tongue, &said).await?;
    a_set_of_mine(&window, tongue, &said).await?;
    a_variation_comes_back(&home, &window, tongue, &said).await
}

/// A question of one's own that was asked differently four months later; with its first words something opened.
fn asked_since_february(journal: &mut Journal, tongue: &str, said: &Months) -> Told {
    let february = at("2026-02-03T21:14:00+09:00")?;
    let question = NewQuestion {
        text: Wording::one(tongue, said.before),
        hint: Wording::default(),
    };
    let question = journal.add_question(&question, february)?.id;
    let page = Writing {
        asked: vec![journal.asking(&question, tongue, None, None)?],
        ..words(tongue, said.answer)
    };
    let page = journal.write(&page, february)?;
    let opening = NewMoment {
        kind: MomentKind::Opening,
        words: said.opened.to_owned(),
        lang: tongue.to_owned(),
        tie: None,
    };
    journal.mark_moment(page, &opening, february)?;
    let new = AskDifferently {
        from: WordingRef { question, n: 1 },
        text: Wording::one(tongue, said.after),
        hint: Wording::default(),
        by: Some(Move::Opened),
        changed_because: String::new(),
    };
    journal.ask_differently(&new, at("2026-06-20T21:14:00+09:00")?)?;
    Ok(())
}

/// The column says of each wording in which month it was made, and one line of what opened with it.
async fn a_column_of_months(window: &Window, tongue: &str, said: &Months) -> Told {
    place(window, "nav-questions").await?;
    reach(window, "[data-t=own-questions] [data-t=question-line]").await?;
    window.keys(&[Keys::ENTER]).await?;
    title_is(window, said.after).await?;
    let column = window.all("wording").await?;
    let [first, second] = column.as_slice() else {
        return Err(format!("two wordings: {column:?}").into());
    };
    let [february, june] = said.months;
    for words in [said.before, february, said.opened] {
        assert!(first.contains(words), "{words}: {first}");
    }
    for words in [said.after, june] {
        assert!(second.contains(words), "{words}: {second}");
    }
    assert!(!second.contains(said.opened), "nothing opened with it yet");
    unharmed(window, tongue).await
}

/// The first words are taken as they are, and a page answers them.
async fn a_question_of_mine(window: &Window, tongue: &str, said: &Months) -> Told {
    place(window, "nav-questions").await?;
    enter(window, "new-question").await?;
    type_into(window, "new-words", said.first).await?;
    enter(window, "new-keep").await?;
    window.see("question-title").await?;
    unharmed(window, tongue).await?;
    enter(window, "use").await?;
    window.has_focus("sheet").await?;
    type_here(window, said.answer).await?;
    window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
    window.has_focus("finished").await
}

/// Five moves, each with an example of its own, and why; the page that answered keeps what it was asked.
async fn asked_differently(window: &Window, tongue: &str, said: &Months) -> Told {
    place(window, "nav-questions").await?;
    reach(window, "[data-t=own-questions] [data-t=question-line]").await?;
    window.keys(&[Keys::ENTER]).await?;
    enter(window, "differently").await?;
    window.see("differently-words").await?;
    let examples = "return [...document.querySelectorAll('.move')].filter((each) => each.querySelectorAll('small').length === 2).length";
    assert_eq!(window.ask(examples).await?, 5, "five moves with an example");
    unharmed(window, tongue).await?;
    reach(window, "[name=move]").await?;
    window.keys(&[' ']).await?;
    reach(window, "[data-t=differently-words]").await?;
    let begun = window.value("differently-words").await?;
    assert_eq!(
        begun, said.first,
        "what is written stays until it is changed by hand"
    );
    window.keys(&[Keys::CTRL, 'a']).await?;
    type_here(window, said.second).await?;
    type_into(window, "differently-because", said.because).await?;
    enter(window, "differently-keep").await?;
    title_is(window, said.second).await?;
    let column = window.main_words().await?;
    for words in [said.first, said.because] {
        assert!(column.contains(words), "{words} stays in sight: {column}");
    }
    unharmed(window, tongue).await?;
    // The page that answered was asked the first wording, and keeps it.
    reach(window, "[data-t=asked-pages] [data-t=page-line-open]").await?;
    window.keys(&[Keys::ENTER]).await?;
    assert_eq!(window.see("reading-asked").await?.text().await?, said.first);
    place(window, "nav-questions").await
}

async fn title_is(window: &Window, words: &str) -> Told {
    window
        .until("it is asked so", async || {
            Ok(window.see("question-title").await?.text().await? == words)
        })
        .await
}

/// From the first wording another way leads on; both stand in the column.
async fn a_branch(window: &Window, tongue: &str, said: &Months) -> Told {
    reach(window, "[data-t=own-questions] [data-t=question-line]").await?;
    window.keys(&[Keys::ENTER]).await?;
    title_is(window, said.second).await?;
    enter(window, "branch").await?;
    window.see("differently-words").await?;
    reach(window, "[data-t=differently-words]").await?;
    window.keys(&[Keys::CTRL, 'a']).await?;
    type_here(window, said.branch).await?;
    enter(window, "differently-keep").await?;
    title_is(window, said.branch).await?;
    let column = "return [...document.querySelectorAll('[data-t=wording]')].map((each) => each.innerText).join('\\n')";
    let column = window.ask(column).await?;
    let column = column.as_str().unwrap_or_default();
    for words in [said.first, said.second, said.branch] {
        assert!(column.contains(words), "{words}: {column}");
    }
    unharmed(window, tongue).await
}

/// A set of one's own from one's own questions.
async fn a_set_of_mine(window: &Window, tongue: &str, said: &Months) -> Told {
    place(window, "nav-questions").await?;
    enter(window, "new-set").await?;
    type_into(window, "set-title-field", said.set).await?;
    type_into(window, "set-find", said.branch).await?;
    window
        .until("the question is found", async || {
            let found = "return document.querySelectorAll('[data-t=set-add]').length";
            Ok(window.ask(found).await? == 1)
        })
        .await?;
    enter(window, "set-add").await?;
    enter(window, "set-keep").await?;
    window.see("set-title").await?;
    unharmed(window, tongue).await
}

/// The set goes out without the answers; a variation of its question comes back beside it and never over it.
async fn a_variation_comes_back(home: &Home, window: &Window, tongue: &str, said: &Months) -> Told {
    let out = home.path().join("out");
    std::fs::create_dir(&out)?;
    home.answer_dialog(&out)?;
    unfold(window, "set-file").await?;
    enter(window, "set-to-file").await?;
    let file = out.join("questions.json");
    window
        .until("the file is written", async || Ok(file.is_file()))
        .await?;
    let text = std::fs::read_to_string(&file)?;
    for private in [said.answer, said.because] {
        assert!(!text.contains(private), "{private} went out");
    }
    std::fs::write(&file, text.replace(said.branch, said.variation))?;
    home.answer_dialog(&file)?;
    place(window, "nav-questions").await?;
    enter(window, "set-from-file").await?;
    window.see("file-set").await?;
    assert!(window.main_words().await?.contains(said.variation));
    enter(window, "file-take-in").await?;
    window.see("file-taken").await?;
    unharmed(window, tongue).await?;
    place(window, "nav-today").await?;
    place(window, "nav-questions").await?;
    let own = "return document.querySelector('[data-t=own-questions]').innerText";
    let own = window.ask(own).await?;
    assert!(
        own.as_str().unwrap_or_default().contains(said.branch),
        "{own}"
    );
    let received = "return document.querySelector('[data-t=received-questions]').innerText";
    let received = window.ask(received).await?;
    assert!(
        received.as_str().unwrap_or_default().contains(said.set),
        "{received}"
    );
    Ok(())
}
