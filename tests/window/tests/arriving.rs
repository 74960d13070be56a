//! A letter that comes in, in the real window: who wrote it is said before a word of it, nothing is kept unasked, and
//! whatever else a file may be has a sentence of its own.

use std::path::Path;

use awai::{PleaseWhat, Tongue, Wish, armored};
use awai_window_tests::{Friend, Home, Told, Window, a_book, befriend, story, write_a_book};

async fn open_letters(home: &Home) -> Told<Window> {
    let window = Window::among_the_letters(home).await?;
    window.press("open-letter").await?;
    window.see("letter-arrived").await?;
    Ok(window)
}

fn a_home(tongue: &str) -> Told<(Home, Friend)> {
    let home = a_book(tongue, "light")?;
    let friend = befriend(&home, "Aki", Tongue::Ja)?;
    Ok((home, friend))
}

/// Opens a file as a person would: the button, and the file chosen in the dialog.
async fn choose(home: &Home, window: &Window, path: &Path) -> Told {
    home.answer_dialog(path)?;
    window.press("look-chosen").await
}

#[test]
fn who_wrote_a_letter_is_said_before_a_word_of_it_and_it_is_kept_when_that_is_said() {
    story(async {
        let (home, mut friend) = a_home("en")?;
        let mut draft = friend.letter(&["駅のベンチで、三十分。", "帰りは歩いた。"]);
        draft.cover = "冬のこと".to_owned();
        draft.wish = vec![Wish::AnEcho];
        draft.please.what = vec![PleaseWhat::KeepBetweenUs];
        let sealed = friend.seal(&draft)?;
        let file = friend.carry("letter-7f3a.age", &sealed)?;
        let window = open_letters(&home).await?;
        choose(&home, &window, &file).await?;
        window.see("writer").await?;
        let shown = window.text().await?;
        assert!(
            shown.contains("Aki") && shown.contains("冬のこと"),
            "{shown}"
        );
        assert!(
            shown.contains("An echo") && !shown.contains("ベンチ"),
            "{shown}"
        );
        window.press("arrived-open").await?;
        window.see("letter-words").await?;
        assert!(window.text().await?.contains("帰りは歩いた。"));
        window.press("arrived-keep").await?;
        window.see("settled").await?;
        assert!(file.exists(), "nothing is erased by itself");
        window.press("copy-erase").await?;
        window.see("copy-erased").await?;
        assert!(!file.exists());
        window.press("settled-read").await?;
        window.press("cover-open").await?;
        window.see("letter-words").await?;
        assert!(window.text().await?.contains("三十分"));
        // The same file once more is the same letter.
        let again = friend.carry("letter-7f3a.age", &sealed)?;
        window.press("nav-letters").await?;
        window.press("open-letter").await?;
        choose(&home, &window, &again).await?;
        window.see("before").await?;
        assert!(!window.sees("arrived-keep").await?);
        window.press("arrived-there").await?;
        window.see("letter-reading").await?;
        window.press("cover-open").await?;
        window.unfold("letter-erase-fold").await?;
        window.press("letter-erase").await?;
        window.press("letter-erase-yes").await?;
        window.gone("letter-reading").await?;
        Ok(())
    });
}

#[test]
fn a_letter_can_be_laid_by_or_returned_unread_and_a_pasted_one_is_looked_at_in_the_same_way() {
    story(async {
        let (home, mut friend) = a_home("fr")?;
        let draft = friend.letter(&["Une ligne."]);
        let pasted = format!("Salut,\n\n{}\nÀ bientôt", armored(&friend.seal(&draft)?)?);
        let draft = friend.letter(&["Une autre."]);
        let second = friend.seal(&draft)?;
        let second = friend.carry("letter-1.age", &second)?;
        let window = open_letters(&home).await?;
        window.unfold("paste-fold").await?;
        window.write("pasted", &pasted).await?;
        window.press("look-pasted").await?;
        window.see("face").await?;
        window.press("arrived-later").await?;
        window.see("settled").await?;
        assert!(!window.sees("copy").await?, "a paste leaves no file");
        window.press("arrived-another").await?;
        choose(&home, &window, &second).await?;
        window.press("arrived-return").await?;
        window.see("copy").await?;
        assert!(!window.text().await?.contains("Une autre."));
        Ok(())
    });
}

#[test]
fn whatever_a_file_may_be_it_has_a_sentence_of_its_own() {
    story(async {
        let (home, mut friend) = a_home("en")?;
        let mut other = befriend(&home, "Bo", Tongue::Ja)?;
        let draft = friend.letter(&["一"]);
        let sealed = friend.seal(&draft)?;
        let mut torn = sealed.clone();
        if let Some(last) = torn.last_mut() {
            *last ^= 1;
        }
        let elsewhere = Home::empty()?;
        write_a_book(&elsewhere, "en")?;
        let mut stranger = befriend(&elsewhere, "Bo", Tongue::Ja)?;
        let draft = stranger.letter(&["二"]);
        let not_mine = stranger.seal(&draft)?;
        let giant = home.path().join("stick").join("film.age");
        std::fs::File::create(&giant)?.set_len(2 << 30)?;
        let cut = sealed.get(..120).unwrap_or_default().to_vec();
        let cases = [
            (
                friend.carry("a.jpg", b"\xff\xd8\xff\xe0 JFIF")?,
                "not a sealed letter",
            ),
            (home.path().join("stick"), "a folder"),
            (home.path().join("gone.age"), "cannot be reached"),
            (giant, "larger than any letter"),
            (friend.carry("cut.age", &cut)?, "not a sealed letter"),
            (friend.carry("torn.age", &torn)?, "damaged on the way"),
            (
                friend.carry("other.age", &not_mine)?,
                "sealed for somebody else",
            ),
        ];
        let window = open_letters(&home).await?;
        for (path, sentence) in cases {
            choose(&home, &window, &path).await?;
            window
                .until(&format!("{} is refused: {sentence}", path.display()), async || {
                    let shown = window.ask("return document.querySelector('[data-t=arrived-refusal]')?.innerText ?? ''").await?;
                    Ok(shown.as_str().is_some_and(|shown| shown.contains(sentence)))
                })
                .await?;
        }
        // A letter of another companion opens as usual afterwards.
        let draft = other.letter(&["三"]);
        let sealed = other.seal(&draft)?;
        let file = other.carry("b.age", &sealed)?;
        choose(&home, &window, &file).await?;
        window.see("writer").await?;
        assert!(window.text().await?.contains("Bo"));
        Ok(())
    });
}
