//! Answering in the real window: an echo and a question back, one question for both, the wish to let go, and two voices
//! side by side. What is written is there again after the book was closed in the middle of it.

use std::path::PathBuf;

use awai::{Arrived, AskedWording, LetterKind, LetterShown, PartDraft, PartSource, Tongue};
use awai_window_tests::{Friend, Home, PHRASE, Told, Window, a_book, befriend, story, the_file_in};

fn a_home(tongue: &str) -> Told<(Home, Friend)> {
    let home = a_book(tongue, "light")?;
    let friend = befriend(&home, "Aki", Tongue::Ja)?;
    Ok((home, friend))
}

/// Keeps a letter of the friend and reads it.
async fn receive(home: &Home, window: &Window, friend: &Friend, sealed: &[u8]) -> Told {
    let file = friend.carry("letter-7f3a.age", sealed)?;
    home.answer_dialog(&file)?;
    window.press("nav-letters").await?;
    window.press("open-letter").await?;
    window.press("look-chosen").await?;
    window.press("arrived-open").await?;
    window.press("arrived-keep").await?;
    window.press("settled-read").await?;
    window.see("letter-reading").await?;
    Ok(())
}

/// Seals what is shown, now, and saves it onto the stick; the file.
async fn seal(home: &Home, window: &Window) -> Told<PathBuf> {
    let out = home.path().join("out");
    std::fs::create_dir_all(&out)?;
    window.seal_now().await?;
    home.answer_dialog(&out)?;
    window.press("sealed-save").await?;
    window.see("sealed-saved").await?;
    let carried = home.path().join("stick").join("back.age");
    std::fs::rename(the_file_in(&out)?, &carried)?;
    Ok(carried)
}

/// The friend keeps what came back, and reads it.
fn keep(friend: &mut Friend, file: &PathBuf) -> Told<LetterShown> {
    friend.keep(&std::fs::read(file)?)
}

#[test]
fn an_echo_is_written_in_five_small_places_and_is_there_again_when_the_book_was_closed() {
    story(async {
        let (home, mut friend) = a_home("fr")?;
        let sealed = friend.seal(&friend.letter(&["駅のベンチで、三十分。"]))?;
        let window = Window::in_the_book(&home).await?;
        receive(&home, &window, &friend, &sealed).await?;
        window.press("answer-echo").await?;
        window.see("answer-field").await?;
        let fields = "return document.querySelectorAll('[data-t=answer-field]').length";
        assert_eq!(window.ask(fields).await?, 5);
        window
            .write("answer-field", "Le banc est encore avec moi.")
            .await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("draft-open").await?;
        window.see("letter-answer").await?;
        assert_eq!(
            window.value("answer-field").await?,
            "Le banc est encore avec moi."
        );
        window.press("answer-look").await?;
        let back = seal(&home, &window).await?;
        let echo = keep(&mut friend, &back)?;
        assert_eq!(echo.face.kind, LetterKind::Echo);
        assert_eq!(echo.parts.len(), 1, "what is empty is set aside");
        let part = echo.parts.first().ok_or("a passage")?;
        assert_eq!(part.text, "Le banc est encore avec moi.");
        let asked = part.asked.as_ref().ok_or("a question")?;
        assert_eq!(asked.question.as_str(), "co-reflection-1");
        Ok(())
    });
}

#[test]
fn one_question_for_both_waits_for_mine_unless_theirs_is_read_first() {
    story(async {
        let (home, mut friend) = a_home("en")?;
        let asked = AskedWording {
            question: "connection-1".parse()?,
            n: 1,
            text: "どんなときに、つながりを感じたでしょう。".to_owned(),
            lang: "ja".to_owned(),
        };
        let mut draft = friend.letter(&[]);
        draft.same_question = Some(asked.clone());
        draft.parts = vec![PartDraft {
            source: PartSource::Words {
                title: String::new(),
                text: "雪の日の、となりの席。".to_owned(),
                asked: Some(asked),
            },
            answers: None,
        }];
        let sealed = friend.seal(&draft)?;
        let window = Window::in_the_book(&home).await?;
        receive(&home, &window, &friend, &sealed).await?;
        window.see("same-question").await?;
        assert!(!window.text().await?.contains("雪の日"));
        window.press("same-write").await?;
        window
            .write("answer-field", "When she moved her bag.")
            .await?;
        window.press("answer-look").await?;
        let back = seal(&home, &window).await?;
        let mine = keep(&mut friend, &back)?;
        assert!(mine.same_question.is_some());
        window.press("nav-letters").await?;
        window.press("companion").await?;
        window.see("voices").await?;
        let row = "return [...document.querySelectorAll('.voice-row')].map((row) => row.querySelectorAll('[data-t=voice]').length)";
        assert_eq!(window.ask(row).await?, serde_json::json!([2]));
        let shown = window.text().await?;
        assert!(
            shown.contains("雪の日") && shown.contains("moved her bag"),
            "{shown}"
        );
        Ok(())
    });
}

#[test]
fn a_question_back_stands_beside_theirs_and_a_wish_to_let_go_is_easy_to_follow() {
    story(async {
        let (home, mut friend) = a_home("en")?;
        let sealed = friend.seal(&friend.letter(&["言いすぎた。"]))?;
        let window = Window::in_the_book(&home).await?;
        receive(&home, &window, &friend, &sealed).await?;
        window.press("answer-question").await?;
        window
            .write("answer-field", "What would a slower day sound like?")
            .await?;
        window.press("answer-look").await?;
        let back = seal(&home, &window).await?;
        let question = keep(&mut friend, &back)?;
        let question = question.question.ok_or("a question")?;
        assert_eq!(
            question.question.text.in_lang("en").1,
            "What would a slower day sound like?"
        );
        assert!(friend.journal.question(&question.question.id).is_ok());
        // Now the friend would like the letter no longer kept.
        let letters = friend.journal.thread(friend.person)?.letters;
        let mut release = friend.letter(&[]);
        release.kind = LetterKind::Release;
        release.releases = letters.first().map(|line| line.id).into_iter().collect();
        let sealed = friend.seal(&release)?;
        receive(&home, &window, &friend, &sealed).await?;
        window.press("release-open").await?;
        window.see("released").await?;
        window.see("letter-erase").await?;
        window.settled().await?;
        window.press("letter-erase").await?;
        window.press("letter-erase-yes").await?;
        window.see("letter-thread").await?;
        assert!(!window.text().await?.contains("言いすぎた"));
        // And mine can be let go of as well.
        let mine = "[...document.querySelectorAll('[data-whose=mine] [data-t=voice-read]')].at(-1).click()";
        window.ask(mine).await?;
        window.see("letter-reading").await?;
        window.unfold("release-fold").await?;
        window.press("release-write").await?;
        window.press("answer-look").await?;
        let back = seal(&home, &window).await?;
        let bytes = std::fs::read(back)?;
        let Arrived::Letter(came) = friend.journal.look(&bytes)? else {
            return Err("the file is no letter".into());
        };
        assert_eq!(came.face().kind, LetterKind::Release);
        Ok(())
    });
}
