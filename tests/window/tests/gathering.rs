//! Lines for all of us, in the real window, by keyboard: chosen one by one out of a group's pages, names taken out by
//! hand, seen exactly as they leave, and written into a file that holds nothing else.

use awai::{CareFlag, Cost, NewTie, Passphrase, TieKind, Vault, Writing};
use awai_window_tests::{Home, Keys, PHRASE, Told, Window, at, story};

/// A book with a group that has three pages: one to choose from, one that stays here, one with somebody feared on it.
fn a_group(home: &Home) -> Told {
    home.settle("en", "light")?;
    let phrase = Passphrase::new(PHRASE)?;
    let now = at("2026-10-01T20:00:00+09:00")?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let mut tie = |called: &str, kind: TieKind| {
        let new = NewTie {
            called: called.to_owned(),
            kind,
        };
        journal.add_tie(&new, now).map(|tie| tie.id)
    };
    let table = tie("the Thursday table", TieKind::Group)?;
    let feared = tie("R.", TieKind::Person)?;
    tie("Mina", TieKind::Person)?;
    journal.set_care(feared, CareFlag::Raised)?;
    let page = |body: &str, ties: Vec<awai::TieId>, stays_here: bool| Writing {
        body: body.to_owned(),
        lang: "en".to_owned(),
        ties,
        stays_here,
        ..Writing::default()
    };
    for page in [
        page(
            "Mina said the word lantern.\n\nWe pass the salt, and nobody counts who spoke.",
            vec![table],
            false,
        ),
        page("what stays here", vec![table], true),
        page("what R. did", vec![table, feared], false),
    ] {
        journal.write(&page, now)?;
    }
    journal.close()?;
    Ok(())
}

#[test]
fn lines_are_chosen_one_by_one_and_leave_exactly_as_they_were_seen() {
    story(async {
        let home = Home::empty()?;
        a_group(&home)?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-between").await?;
        window.see("tie-line").await?;
        window
            .ask("[...document.querySelectorAll('[data-t=tie-line]')].find((each) => each.textContent.includes('Thursday')).focus()")
            .await?;
        window.keys(&[Keys::ENTER]).await?;
        window.press_by_tab("tie-gather", Keys::ENTER).await?;
        window.see("gather-page").await?;
        let offered = window.main_words().await?;
        for held_back in ["stays here", "R. did"] {
            assert!(!offered.contains(held_back), "{held_back}: {offered}");
        }
        assert!(
            !window.sees("gather-write").await?,
            "nothing is chosen beforehand"
        );
        window
            .ask("document.querySelector('[data-t=gather-page] summary').focus()")
            .await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("gather-passage").await?;
        for _ in 0..2 {
            window.keys(&[Keys::TAB]).await?;
            window.keys(&[' ']).await?;
        }
        window.press_by_tab("gather-write", Keys::ENTER).await?;
        let whole = "Mina said the word lantern.\n\nWe pass the salt, and nobody counts who spoke.";
        window
            .until("the lines can be written on", async || {
                Ok(window.focus().await? == "gather-text"
                    && window.value("gather-text").await? == whole)
            })
            .await?;
        window.press_by_tab("gather-who", Keys::ENTER).await?;
        assert!(
            window
                .see("gather-named")
                .await?
                .text()
                .await?
                .contains("Mina")
        );
        window.see("gather-text").await?.clear().await?;
        window
            .write("gather-text", "Somebody said the word lantern.")
            .await?;
        window.press_by_tab("gather-see", Keys::ENTER).await?;
        let seen = window.see("gather-exact").await?.text().await?;
        assert_eq!(seen, "Somebody said the word lantern.");
        let out = home.path().join("out");
        std::fs::create_dir(&out)?;
        home.answer_dialog(&out)?;
        window.press_by_tab("gather-save", Keys::ENTER).await?;
        window.see("gather-written").await?;
        let file = std::fs::read_to_string(out.join("page.txt"))?;
        assert_eq!(file, format!("{seen}\n"));
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("tie-line").await?;
        Ok(())
    });
}

#[test]
fn neither_a_person_nor_a_group_one_is_not_free_in_gives_lines_out() {
    story(async {
        let home = Home::empty()?;
        a_group(&home)?;
        let window = Window::in_the_book(&home).await?;
        for (name, gives) in [("Mina", false), ("Thursday", true)] {
            window.press("nav-between").await?;
            window.press_the("tie-line", name).await?;
            window.see("tie-room").await?;
            assert_eq!(window.sees("tie-gather").await?, gives, "{name}");
        }
        window.unfold("tie-care-fold").await?;
        window.press("tie-care").await?;
        window.gone("tie-gather").await?;
        Ok(())
    });
}
