//! The rooms of letters that come in, are read and answered, and what is read together: in every language and theme,
//! looked through by axe, and photographed.

use awai::{
    AskedWording, LetterDraft, LetterKind, PartDraft, PartSource, PleaseWhat, Tongue, Wish,
};
use awai_window_tests::{
    EVERY_LIGHT, Friend, Home, Look, NARROW, Told, Window, a_book, at, befriend, hand_a_card, none,
    story,
};
use serde_json::json;

/// What Aki writes, in three languages: a cover, two passages, an echo, an answer to one question for both.
fn words_of(tongue: &str) -> [&'static str; 5] {
    match tongue {
        "ja" => [
            "冬のことを書きました。",
            "駅のベンチで三十分、ならんで座っていたね。\nあのときの黙っていた時間が、いまも手もとにあります。",
            "帰りは川まで歩いた。",
            "「かばんをどけてくれた」というところ。",
            "台所で、湯気だけがあった朝。",
        ],
        "fr" => [
            "C’est à propos de l’hiver.",
            "On est restées assises une demi-heure sur le banc de la gare.\nCe silence-là est encore avec moi.",
            "Je suis rentrée à pied, par la rivière.",
            "« Elle a déplacé son sac. »",
            "Un matin à la cuisine, rien que de la vapeur.",
        ],
        _ => [
            "It is about winter.",
            "We sat side by side on the station bench for half an hour.\nThat quiet is still with me.",
            "I walked home along the river.",
            "“She moved her bag.”",
            "A morning in the kitchen, with nothing but steam.",
        ],
    }
}

fn words(text: &str, asked: Option<AskedWording>) -> PartDraft {
    PartDraft {
        source: PartSource::Words {
            title: String::new(),
            text: text.to_owned(),
            asked,
        },
        answers: None,
    }
}

fn asked(friend: &Friend, question: &str, tongue: &str) -> Told<AskedWording> {
    let question = friend.journal.question(&question.parse()?)?;
    let (lang, text) = question.text.in_lang(tongue);
    Ok(AskedWording {
        question: question.id,
        n: question.n,
        text: text.replace('\u{200b}', ""),
        lang: lang.to_owned(),
    })
}

/// A letter and an echo that were kept before, an answer to one question, and a wish to let go.
fn exchange(home: &Home, friend: &mut Friend, tongue: &str) -> Told {
    let [_, first, second, echo, same] = words_of(tongue);
    let mut letter = friend.letter(&[first, second]);
    letter.lang = tongue.to_owned();
    let sealed = friend.seal(&letter)?;
    let now = at("2026-11-03T20:00:00+09:00")?;
    let mut book = home.book(now)?;
    let mut keep = |sealed: &[u8]| -> Told<awai::LetterId> {
        let awai::Arrived::Letter(incoming) = book.look(sealed)? else {
            return Err("the file is no letter".into());
        };
        book.keep_letter(&incoming, now)?;
        Ok(incoming.face().id)
    };
    let id = keep(&sealed)?;
    let question = asked(friend, "connection-1", tongue)?;
    let both = LetterDraft {
        same_question: Some(question.clone()),
        parts: vec![words(same, Some(question))],
        lang: tongue.to_owned(),
        ..friend.letter(&[])
    };
    keep(&friend.seal(&both)?)?;
    let release = LetterDraft {
        kind: LetterKind::Release,
        releases: vec![id],
        ..friend.letter(&[])
    };
    keep(&friend.seal(&release)?)?;
    // My own letter, to which they echo.
    let mine = LetterDraft {
        to: vec![friend.id],
        lang: tongue.to_owned(),
        ..friend.letter(&[second])
    };
    let draft = book.keep_letter_draft(None, &mine, now)?;
    let sealing = book.sealings(draft, now)?;
    let sealing = sealing.first().ok_or("one reader")?;
    let sent = book.seal_letter(sealing, awai::Rest::SendNow, now)?;
    let answered = friend.keep(&sent.bytes)?.face.id;
    let echo = LetterDraft {
        kind: LetterKind::Echo,
        answers: Some(answered),
        parts: vec![words(echo, Some(asked(friend, "co-reflection-1", tongue)?))],
        lang: tongue.to_owned(),
        ..friend.letter(&[])
    };
    let sealed = friend.seal(&echo)?;
    let awai::Arrived::Letter(incoming) = book.look(&sealed)? else {
        return Err("the file is no letter".into());
    };
    book.keep_letter(&incoming, now)?;
    book.close()?;
    Ok(())
}

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    let stranger = hand_a_card(&home)?;
    let mut friend = befriend(&home, "Aki", Tongue::Ja)?;
    exchange(&home, &mut friend, tongue)?;
    let [cover, first, second, ..] = words_of(tongue);
    let mut letter = friend.letter(&[first, second]);
    letter.cover = cover.to_owned();
    letter.lang = tongue.to_owned();
    letter.wish = vec![Wish::AnEcho, Wish::ToTalk];
    letter.please.what = vec![PleaseWhat::KeepBetweenUs];
    let sealed = friend.seal(&letter)?;
    let file = friend.carry("letter-7f3a.age", &sealed)?;
    let unknown = stranger.letter(&json!({ "parts": [{ "text": [first] }], "writer": "Mika", "lang": tongue, "sealed": "2026-10-30" }))?;
    let unknown = friend.carry("letter-1c2d.age", &unknown)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("nav-letters").await?;
    window.see("companion").await?;
    look.at("letters").await?;
    window.press("open-letter").await?;
    look.at("letter-open").await?;
    home.answer_dialog(&home.path().join("stick"))?;
    window.press("look-chosen").await?;
    window.see("arrived-refusal").await?;
    look.at("letter-refused").await?;
    home.answer_dialog(&unknown)?;
    window.press("look-chosen").await?;
    window.see("writer").await?;
    look.at("letter-unknown").await?;
    window.press("arrived-another").await?;
    home.answer_dialog(&file)?;
    window.press("look-chosen").await?;
    window.see("cover").await?;
    look.at("letter-closed").await?;
    window.press("arrived-open").await?;
    window.see("letter-words").await?;
    look.at("letter-arrived").await?;
    window.press("arrived-keep").await?;
    window.see("copy").await?;
    look.at("letter-settled").await?;
    window.press("settled-read").await?;
    window.press("cover-open").await?;
    window.see("answers").await?;
    look.at("letter-reading").await?;
    look_at_answers(&mut look).await?;
    Ok(look.found)
}

/// The echo, the exchange, one question for both, and what is read together.
async fn look_at_answers(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.press("answer-echo").await?;
    window.see("answer-field").await?;
    look.at("letter-echo").await?;
    window.press("nav-letters").await?;
    window.press_the("companion", "Aki").await?;
    window.see("voices").await?;
    look.at("letter-thread").await?;
    window
        .ask("document.querySelector('[data-t=voice-read-first]').click()")
        .await?;
    window.see("same-question").await?;
    look.at("letter-same").await?;
    window.press("letter-back").await?;
    window.press("together-open").await?;
    window.see("together-choice").await?;
    window
        .ask("[...document.querySelectorAll('[data-t=together-choice]')].slice(0, 7).forEach((each) => each.click())")
        .await?;
    look.at("together-choose").await?;
    window.press("together-begin").await?;
    window.see("together-one").await?;
    look.at("together").await
}

#[track_caller]
fn without_fault(tongue: &'static str, theme: &'static str) {
    story(async move { none(&look_around(tongue, theme).await?) });
}

#[test]
fn every_room_of_a_letter_in_english() {
    without_fault("en", EVERY_LIGHT);
}

#[test]
fn every_room_of_a_letter_in_japanese() {
    without_fault("ja", EVERY_LIGHT);
}

#[test]
fn every_room_of_a_letter_in_french() {
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
