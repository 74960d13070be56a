//! Reading together in the real window: what was chosen and nothing else, with the book closed behind it.

use awai_window_tests::{Keys, PHRASE, Window, a_book, holder, story};

#[test]
fn what_is_read_together_is_all_that_can_be_reached_and_the_passphrase_is_asked_again() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.write("sheet", " and these last words").await?;
        window.press("nav-letters").await?;
        window.press("together-open").await?;
        window.see("together-choice").await?;
        let choose = "const choices = [...document.querySelectorAll('[data-t=together-choice]')];
            choices.find((each) => each.closest('label').innerText.includes('bench')).click();
            return choices.length;";
        let offered = window.ask(choose).await?;
        assert!(offered.as_u64().is_some_and(|offered| offered > 3));
        window.press("together-begin").await?;
        window.see("together-one").await?;
        // The journal's file is let go of, and nothing but the chosen page is here.
        assert_eq!(holder(&home.journal())?, "");
        let shown = window.text().await?;
        assert!(shown.contains("Maybe the quiet was a conversation too."));
        assert!(!shown.contains("lantern") && !window.sees("nav-today").await?);
        for keys in [[Keys::CTRL, 'f'], [Keys::CTRL, 'n'], [Keys::CTRL, '1']] {
            window.keys(&keys).await?;
        }
        let tried = "const [done] = arguments;
            const invoke = window.__TAURI_INTERNALS__.invoke;
            const where = { tie: null, from: null, to: null, before: null, limit: 9 };
            const asked = { pages: { ask: { ...where, after: null } }, search: { ask: { ...where, words: 'lantern', order: 'newest' } }, thread: { companion: '0'.repeat(32) }, draft: { page: null } };
            Promise.all(Object.entries(asked).map(([name, given]) => invoke(name, given).then(() => 'open', ({ kind }) => kind))).then(done);";
        let answers = window.client().execute_async(tried, Vec::new()).await?;
        assert_eq!(
            answers,
            serde_json::json!(["closed", "closed", "closed", "closed"])
        );
        assert!(window.sees("together-one").await?);
        window.press("together-leave").await?;
        window.see("unlock").await?;
        window.press("together-return").await?;
        window.see("together-one").await?;
        window.press("together-leave").await?;
        window.open_book(PHRASE).await?;
        assert!(
            window
                .value("sheet")
                .await?
                .ends_with("and these last words")
        );
        // Begun once more and closed: the door, and nothing behind it.
        window.press("nav-letters").await?;
        window.press("together-open").await?;
        window.press("together-choice").await?;
        window.press("together-begin").await?;
        window.see("together-one").await?;
        window.close_book().await?;
        assert!(!window.sees("together-return").await?);
        assert!(!window.text().await?.contains("bench"));
        Ok(())
    });
}
