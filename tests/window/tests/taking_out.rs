//! Everything leaves the book through the window, and comes into another one.

use awai_window_tests::{
    Home, Keys, Look, NARROW, PHRASE, Told, Window, none, story, write_a_book,
};

async fn settings_of(home: &Home, tongue: &str, theme: &str) -> Told<Window> {
    home.settle(tongue, theme)?;
    write_a_book(home, tongue)?;
    let window = Window::in_the_book(home).await?;
    window.press("nav-settings").await?;
    window.see("taking-out").await?;
    Ok(window)
}

#[test]
fn everything_leaves_a_book_after_the_passphrase_and_comes_into_another_one() {
    story(async {
        let (home, other) = (Home::empty()?, Home::empty()?);
        let window = settings_of(&home, "ja", "light").await?;
        let file = home.path().join("everything.json.age");
        window.press("take-out").await?;
        window.write("out-passphrase", "not this one").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.told("take-out-trouble").await?;
        assert!(!file.exists());
        home.answer_dialog(&file)?;
        window
            .ask("document.querySelector('[data-t=out-passphrase]').value = ''")
            .await?;
        window.write("out-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("taken-out").await?;
        let left = std::fs::read(&file)?;
        assert!(left.starts_with(b"age-encryption.org/v1\n"));
        assert_eq!(window.focus().await?, "taken-out");
        drop(window);

        other.settle("fr", "dark")?;
        let window = Window::open(&other).await?;
        window.begin_book("une page à moi").await?;
        window.press("nav-settings").await?;
        other.answer_dialog(&file)?;
        window.press("bring-in-choose").await?;
        window.write("in-passphrase", PHRASE).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("brought-in").await?;
        window.press("nav-looking-back").await?;
        window
            .until("the pages of the other book are here", async || {
                Ok(window.text().await?.contains("駅"))
            })
            .await
    });
}

#[test]
fn taking_out_is_looked_at_in_each_language() {
    story(async {
        let mut found = Vec::new();
        for (tongue, theme) in [
            ("ja", "light"),
            ("fr", "dark"),
            ("en", "contrast_light"),
            ("fr", NARROW),
        ] {
            let home = Home::empty()?;
            let window = settings_of(&home, tongue, theme).await?;
            window.press("take-out").await?;
            window.press("out-clear").await?;
            window
                .ask("document.querySelector('#taking-out').scrollIntoView()")
                .await?;
            let mut look = Look::around(&window, tongue, theme, found);
            look.at("taking-out").await?;
            found = look.found;
        }
        none(&found)
    });
}
