//! Sets of questions that come and go as files, through the window: what cannot be taken in is said in one plain
//! sentence, and nothing of it is here; what can be is looked at first.

use std::path::PathBuf;

use awai_window_tests::{Home, Told, Window, story};
use serde_json::{Value, json};

/// A set of one question.
fn set(title: &str, text: &str) -> Value {
    json!({
        "awai_question_set": 1,
        "id": "00112233445566778899aabbccddeeff",
        "title": { "en": title },
        "questions": [{ "id": "0123456789abcdef0123456789abcdef", "text": { "en": text } }],
    })
}

/// Puts a file there for the next dialog to choose.
fn hand(home: &Home, bytes: &[u8]) -> Told {
    let path: PathBuf = home.path().join("from-somebody.json");
    std::fs::write(&path, bytes)?;
    home.answer_dialog(&path)
}

/// Files that cannot be taken in, each with words of the sentence that is said: another one than that of the file
/// before, so that it can be waited for.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let fine = set("For train rides", "What was the window like?").to_string();
    let mut torn = fine.clone().into_bytes();
    torn.truncate(torn.len() / 2);
    let huge = set("Huge", &"water ".repeat(200_000)).to_string();
    let mut newer = set("Newer", "What comes later?");
    newer["awai_question_set"] = json!(2);
    let mut twice = set("Twice", "Which of us is meant?");
    let again =
        json!({ "id": "0123456789abcdef0123456789abcdef", "text": { "en": "Or the other?" } });
    if let Some(all) = twice["questions"].as_array_mut() {
        all.push(again);
    }
    let turned = set("Turned", "What did \u{202e}yas ehs did\u{202c} we hear?");
    vec![
        ("torn", torn, "breaks off before its end"),
        (
            "huge",
            huge.into_bytes(),
            "larger than what can be taken in",
        ),
        (
            "newer",
            newer.to_string().into_bytes(),
            "written by a newer Awai",
        ),
        (
            "twice",
            twice.to_string().into_bytes(),
            "uses one name twice",
        ),
        (
            "turned",
            turned.to_string().into_bytes(),
            "signs that cannot be seen",
        ),
        (
            "no set",
            b"{\"pages\":[]}".to_vec(),
            "does not look like a set",
        ),
        ("nothing", Vec::new(), "before its end"),
        (
            "a picture",
            vec![0x89, b'P', b'N', b'G', 0xff],
            "does not look like a set",
        ),
    ]
}

#[test]
fn a_file_that_cannot_be_taken_in_is_said_in_one_sentence_and_nothing_of_it_is_here() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        window.begin_book("a page").await?;
        window.press("nav-questions").await?;
        window.see("received-questions").await?;
        let before = window.main_words().await?;
        for (name, bytes, said) in refused() {
            hand(&home, &bytes)?;
            window.press("set-from-file").await?;
            window
                .until(&format!("“{name}” is told"), async || {
                    Ok(window
                        .see("file-trouble")
                        .await?
                        .text()
                        .await?
                        .contains(said))
                })
                .await?;
            assert!(!window.sees("file-set").await?, "{name} is not shown");
        }
        // The person leaves the dialog: nothing happens, and nothing is said.
        window.press("set-from-file").await?;
        window.gone("file-trouble").await?;
        assert!(!window.sees("file-set").await?);
        window.press("nav-today").await?;
        window.press("nav-questions").await?;
        window.see("received-questions").await?;
        assert_eq!(window.main_words().await?, before, "nothing was taken in");
        Ok(())
    });
}

#[test]
fn a_set_is_looked_at_before_it_is_taken_in_and_its_markup_is_only_text() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        window.begin_book("a page").await?;
        window.press("nav-questions").await?;
        let text =
            "<img src=x onerror=\"document.title='gone'\"> What **is** this? [a](javascript:1)";
        hand(
            &home,
            set("<b>For train rides</b>", text).to_string().as_bytes(),
        )?;
        window.press("set-from-file").await?;
        let title = window.see("file-set").await?.text().await?;
        assert_eq!(title, "<b>For train rides</b>");
        let said = window.main_words().await?;
        assert!(said.contains(text), "{said}");
        assert_eq!(window.ask("return document.title").await?, "Awai");
        assert_eq!(
            window
                .ask("return document.querySelectorAll('main img').length")
                .await?,
            0
        );
        // Not now: nothing of it stays.
        window.press("file-not-now").await?;
        window.gone("file-set").await?;
        assert!(!window.main_words().await?.contains("train rides"));
        hand(&home, set("For train rides", text).to_string().as_bytes())?;
        window.press("set-from-file").await?;
        window.press("file-take-in").await?;
        window.see("file-taken").await?;
        window.press("file-close").await?;
        // A file with the same name and other words stands beside; what is here stays as it is.
        hand(
            &home,
            set("For train rides", "What was outside?")
                .to_string()
                .as_bytes(),
        )?;
        window.press("set-from-file").await?;
        window.press("file-take-in").await?;
        window.see("file-taken").await?;
        window.press("nav-today").await?;
        window.press("nav-questions").await?;
        window.see("received-questions").await?;
        let sets = "return [...document.querySelectorAll('[data-t=received-questions] [data-t=set-line]')].length";
        assert_eq!(window.ask(sets).await?, 2);
        Ok(())
    });
}

#[test]
fn a_set_goes_out_as_a_file_without_a_page_or_an_answer_in_it() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        window.begin_book("a page that stays here").await?;
        window.press("nav-questions").await?;
        window.press("set-line").await?;
        window.see("set-title").await?;
        let out = home.path().join("out");
        std::fs::create_dir(&out)?;
        home.answer_dialog(&out)?;
        window.unfold("set-file").await?;
        window.press("set-to-file").await?;
        let file = out.join("questions.json");
        window
            .until("the file is there", async || Ok(file.is_file()))
            .await?;
        let text = std::fs::read_to_string(&file)?;
        let set: Value = serde_json::from_str(&text)?;
        assert_eq!(set["id"], "arriving");
        assert!(!text.contains("stays here"));
        Ok(())
    });
}
