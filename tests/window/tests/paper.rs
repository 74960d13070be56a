//! Pages for paper, in the real window: those of a tie, of some days, those that were found, a single one. What is
//! shown there is what the paper will hold; the system's own dialog comes after.

use awai::{CareFlag, Writing};
use awai_window_tests::{
    Home, Keys, Look, NARROW, Told, Window, a_book, at, none, story, write_a_book,
};
use serde_json::json;

/// Lets the rules for paper hold on the screen, as in the preview of a print dialog.
const AS_PAPER: &str = "const each = (rules) => { for (const rule of rules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'screen';
        if (rule.cssRules) each(rule.cssRules);
    } };
    for (const sheet of document.styleSheets) each(sheet.cssRules);";

/// A book in which one page is between two people, and one is not free with one of them.
fn with_care(home: &Home, tongue: &str) -> Told {
    write_a_book(home, tongue)?;
    let now = at("2026-11-01T21:20:00+09:00")?;
    let mut journal = home.book(now)?;
    let ties = journal.ties()?;
    let named = |name: &str| ties.iter().find(|tie| tie.called == name).map(|tie| tie.id);
    let (Some(aki), Some(mum)) = (named("Aki"), named("Mum")) else {
        return Err("the book has these ties".into());
    };
    journal.set_care(mum, CareFlag::Raised)?;
    let page = Writing {
        body: "Both of them, on the stairs.".into(),
        lang: tongue.into(),
        ties: vec![aki, mum],
        ..Writing::default()
    };
    journal.write(&page, now)?;
    journal.close()?;
    Ok(())
}

/// The words of the pages for paper.
async fn paper(window: &Window) -> Told<String> {
    window.see("paper-page").await?;
    Ok(window.all("paper-pages").await?.concat())
}

async fn pages(window: &Window, wanted: u64) -> Told {
    window
        .until(&format!("{wanted} pages stand there"), async || {
            Ok(window.count("paper-page").await? == wanted)
        })
        .await
}

#[test]
fn a_ties_pages_go_to_paper_with_covers_closed_and_nobody_named_that_one_is_not_free_with() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "dark")?;
        with_care(&home, "en")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-between").await?;
        window.press_the("tie-line", "Aki").await?;
        window.see("tie-room").await?;
        window.press("to-paper").await?;
        pages(&window, 4).await?;
        let words = paper(&window).await?;
        for there in [
            "The bench at the station",
            "Aki only asked",
            "Everyone brought one word",
            "Both of them, on the stairs.",
            "Something about winter",
        ] {
            assert!(words.contains(there), "{there}: {words}");
        }
        assert!(!words.contains("how it ended with soup"), "{words}");
        assert!(words.contains("Aki") && !words.contains("Mum"), "{words}");
        // The oldest stands first.
        let at = |words: &str, part: &str| words.find(part).unwrap_or(usize::MAX);
        assert!(at(&words, "Everyone brought") < at(&words, "Aki only asked"));
        window.press("paper-covers").await?;
        window
            .until("the cover is lifted", async || {
                Ok(paper(&window).await?.contains("how it ended with soup"))
            })
            .await?;
        window.ask(AS_PAPER).await?;
        let seen = window
            .ask("const shows = (name) => Boolean(document.querySelector(name)?.checkVisibility());
                const page = document.querySelector('[data-t=paper-page]');
                const styles = getComputedStyle(page);
                return [shows('.rail'), shows('.paper-acts'), shows('[data-t=leaf-back]'), page.checkVisibility(),
                    styles.color, getComputedStyle(document.body).backgroundColor]")
            .await?;
        assert_eq!(
            seen,
            json!([
                false,
                false,
                false,
                true,
                "rgb(0, 0, 0)",
                "rgb(255, 255, 255)"
            ]),
            "ink on paper, though the window is dark"
        );
        window.picture("paper-as-paper-en").await?;
        Ok(())
    });
}

#[test]
fn some_days_and_what_was_found_go_to_paper_and_the_way_back_leads_where_one_was() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.look_for("stairs").await?;
        window.press("to-paper").await?;
        pages(&window, 1).await?;
        assert!(paper(&window).await?.contains("A letter from Mum"));
        window.press("leaf-back").await?;
        window.see("found").await?;
        window.press("find-clear").await?;
        window.see("page-line").await?;
        let days = "const [from, to] = ['2026-09-01', '2026-10-31'];
            document.querySelector('[data-t=choices]').open = true;
            for (const [name, day] of [['choose-from', from], ['choose-to', to]]) {
                const field = document.querySelector(`[data-t=${name}]`);
                field.value = day;
                field.dispatchEvent(new Event('change', { bubbles: true }));
            }";
        window.ask(days).await?;
        window.see("choose-all").await?;
        window.press("to-paper").await?;
        pages(&window, 3).await?;
        let words = paper(&window).await?;
        assert!(words.contains("What I heard") && !words.contains("station bench"));
        window.keys(&[Keys::ESCAPE]).await?;
        window.gone("paper-page").await?;
        window.see("page-line").await?;
        // The days are still chosen.
        window
            .until("only their pages are listed", async || {
                let there = window.text().await?;
                Ok(there.contains("What I heard") && !there.contains("station bench"))
            })
            .await?;
        Ok(())
    });
}

#[test]
fn a_single_page_goes_to_paper_from_where_it_is_read() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.look_for("station").await?;
        window.press("page-line-open").await?;
        window.see("words").await?;
        window.keys(&[Keys::CTRL, 'p']).await?;
        pages(&window, 1).await?;
        let words = paper(&window).await?;
        assert!(words.contains("Maybe the quiet was a conversation too."));
        window.press("leaf-back").await?;
        window.see("words").await?;
        window.press("print").await?;
        window.see("paper-print").await?;
        Ok(())
    });
}

#[test]
fn the_view_of_the_paper_is_looked_at_in_each_language() {
    story(async {
        let mut found = Vec::new();
        for (tongue, theme) in [
            ("en", "light"),
            ("ja", "dark"),
            ("fr", "light"),
            ("fr", NARROW),
        ] {
            let home = a_book(tongue, theme)?;
            let window = Window::in_the_book(&home).await?;
            window.press("nav-looking-back").await?;
            window.see("page-line").await?;
            window.press("to-paper").await?;
            pages(&window, 5).await?;
            let mut look = Look::around(&window, tongue, theme, found);
            look.at("paper").await?;
            found = look.found;
        }
        none(&found)
    });
}
