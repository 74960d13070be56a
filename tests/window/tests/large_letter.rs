//! A large letter in the real window: how far it is can be seen, it can be stopped, and then everything is as it was.

use awai::Tongue;
use awai_window_tests::{PHRASE, Window, a_book, befriend, hand_a_card, story};
use serde_json::json;

#[test]
fn opening_a_large_letter_is_seen_stopped_and_done_and_its_file_stays() {
    story(async {
        let home = a_book("en", "light")?;
        let friend = befriend(&home, "Bo", Tongue::Fr)?;
        let stranger = hand_a_card(&home)?;
        let base64 = "eHh4".repeat((1 << 20) / 3) + "eA==";
        // As much as a letter holds: with less, a quick machine has opened it before anybody looked.
        let files: Vec<_> = (0..44)
            .map(|_| json!({ "type": "text", "base64": base64 }))
            .collect();
        let fields = json!({ "parts": [{ "text": ["A long list."] }], "files": files });
        let file = friend.carry("letter-9a8b.age", &stranger.letter(&fields)?)?;
        let before = std::fs::read(&file)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("open-letter").await?;
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        window.see("letter-headway").await?;
        window.picture("letter-headway-opening").await?;
        let told = window.see("letter-headway").await?.text().await?;
        assert!(!told.contains('%'), "in words, and not in figures: {told}");
        window.press("stop-letter-headway").await?;
        window.gone("letter-headway").await?;
        assert!(!window.sees("face").await? && !window.sees("arrived-refusal").await?);
        assert_eq!(std::fs::read(&file)?, before);
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        window.see("face").await?;
        // The book closes at once, whatever is being done with a letter.
        window.press("arrived-another").await?;
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        window.see("letter-headway").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("open-letter").await?;
        window.see("look-chosen").await?;
        assert!(!window.sees("face").await?);
        Ok(())
    });
}
