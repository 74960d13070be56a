//! Pages from Day One in the real window: counted before anything is written, brought over when that is asked, and
//! found by a word in each language.

use std::path::Path;

use awai::{Import, ImportFormat, Journal, PagesAsk};
use awai_window_tests::{Home, Told, Window, a_book, at, not_looked_at, story};
use serde_json::{Value, json};

/// Chooses an export in Settings; what it holds is told.
async fn count(home: &Home, window: &Window, export: &Path) -> Told<String> {
    window.press("nav-settings").await?;
    home.answer_dialog(export)?;
    window.press("bring-choose").await?;
    window.see("counted").await?;
    Ok(window.see("bringing").await?.text().await?)
}

/// Brings over what was counted.
async fn bring_over(window: &Window) -> Told {
    window.press("bring-begin").await?;
    window.see("brought").await?;
    window.press("bring-close").await
}

/// Looks for words until one page is found, and that page says so; what is marked in it.
async fn finds_one(window: &Window, words: &str, says: &str) -> Told<Value> {
    window.look_for(words).await?;
    let script =
        "const found = [...document.querySelectorAll('[data-t=found] [data-t=page-line]')];
        return found.map((each) => each.innerText)";
    window
        .until(&format!("“{words}” finds one page"), async || {
            let found = window.ask(script).await?;
            let found = found.as_array().cloned().unwrap_or_default();
            Ok(found.len() == 1 && found[0].as_str().is_some_and(|page| page.contains(says)))
        })
        .await?;
    let marks = "return [...document.querySelectorAll('[data-t=found] mark')].map((each) => each.innerText)";
    window.ask(marks).await
}

/// The book, opened without the window.
fn book(home: &Home) -> Told<Journal> {
    let now = at("2026-11-02T08:00:00+09:00")?;
    home.book(now)
}

/// How many pages there are.
fn pages(home: &Home) -> Told<usize> {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    Ok(book(home)?.pages(&ask)?.lines.len())
}

/// The export that the project carries has a page in each language; the two beside it, of 59 pages, are in English.
#[test]
fn an_export_is_counted_then_brought_over_and_found_by_a_word_of_each_language() {
    story(async {
        let home = a_book("en", "light")?;
        let mut expected = pages(&home)?;
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let carried = here.join("../fixtures/day-one/Journal.json");
        let window = Window::in_the_book(&home).await?;
        let counted = count(&home, &window, &carried).await?;
        assert!(
            counted.contains("4 pages") && counted.contains("Nothing is written yet."),
            "{counted}"
        );
        // Counting wrote nothing, and leaving the room forgets it.
        window.look_for("会釈").await?;
        window.see("none-found").await?;
        count(&home, &window, &carried).await?;
        bring_over(&window).await?;
        expected += 4;
        for (words, says, marked) in [
            ("会釈", "駅のベンチ!", "会釈"),
            ("ete", "le fleuve", "été"),
            ("meera", "Chai with Meera", "Meera"),
        ] {
            let marks = finds_one(&window, words, says).await?;
            assert_eq!(marks, json!([marked]), "{words}");
        }
        let beside = here.join("../../../shared/fixtures/day-one");
        if beside.exists() {
            for (export, pages) in [
                ("Dev Journal.json", "5 pages"),
                ("Example.json", "54 pages"),
            ] {
                let counted = count(&home, &window, &beside.join(export)).await?;
                assert!(counted.contains(pages), "{export}: {counted}");
                bring_over(&window).await?;
            }
            expected += 59;
            let marks = finds_one(&window, "onitama", "Played Onitama with Kris").await?;
            assert_eq!(marks, json!(["Onitama"]));
        } else {
            not_looked_at(
                "the larger exports",
                "they lie beside the project where it is made.",
            );
        }
        window.close_book().await?;
        assert_eq!(pages(&home)?, expected);
        // Once more brings nothing twice.
        let again = book(&home)?.count_import(&Import::read(ImportFormat::DayOne, &carried)?)?;
        assert_eq!((again.pages, again.already_here), (0, 4));
        Ok(())
    });
}
