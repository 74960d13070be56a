//! Letters go out of the real window: somebody is invited and answers, and both sides are driven by what they would
//! hold in their hands, a file and eight words. The other side is a journal of its own, through the core.

use std::path::{Path, PathBuf};

use awai::{Arrived, Cost, Journal, Now, Passphrase, SpokenWords, Tongue, Vault};
use awai_tests::exchange::new_companion;
use awai_window_tests::{
    Friend, Home, PHRASE, Told, Window, a_book, at, befriend, story, the_file_in,
};

/// Bo, somewhere else.
struct Bo {
    folder: tempfile::TempDir,
    journal: Journal,
}

fn now() -> Told<Now> {
    at("2026-11-02T10:00:00+09:00")
}

impl Bo {
    fn begins() -> Told<Bo> {
        let folder = tempfile::tempdir()?;
        let phrase = Passphrase::new(PHRASE)?;
        let place = folder.path().join("journal");
        Vault::create(&place, &phrase, Cost::CHEAP, now()?)?;
        let journal = Vault::at(&place)?.unlock(&phrase, now()?)?;
        Ok(Bo { folder, journal })
    }

    /// A name in Bo's own folder, and what lies there.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn accepts(&mut self, invitation: &Path, words: &str) -> Told<PathBuf> {
        let Arrived::UnderWords(closed) = self.journal.look(&std::fs::read(invitation)?)? else {
            return Err("an invitation opens with words".into());
        };
        let arrived = self
            .journal
            .look_under(&closed, &SpokenWords::read(words)?)?;
        let Arrived::Invitation(invitation) = arrived else {
            return Err("the words open an invitation".into());
        };
        let accepted = self.journal.accept(
            &invitation,
            &new_companion("Claire", "Bo"),
            Tongue::En,
            now()?,
        )?;
        let reply = self.path("reply-1.age");
        std::fs::write(&reply, accepted.reply)?;
        Ok(reply)
    }
}

/// Aki invites in the window, Bo answers elsewhere, and the window takes the reply in.
async fn pair(window: &Window, home: &Home, bo: &mut Bo) -> Told {
    let stick = bo.path("stick");
    std::fs::create_dir(&stick)?;
    window.press("invite").await?;
    window.write("new-called", "Bo from the choir").await?;
    window.write("new-my-name", "Claire").await?;
    window.press("invite-make").await?;
    let words = window.items("invite-words").await?;
    assert_eq!(words.len(), 8);
    home.answer_dialog(&stick)?;
    window.press("invite-save").await?;
    window.see("invite-saved").await?;
    let reply = bo.accepts(&the_file_in(&stick)?, &words.join(" "))?;
    home.answer_dialog(&reply)?;
    window.press("waiting-reply").await?;
    window.press("pairing-choose").await?;
    window.press("pairing-complete").await?;
    window.see("companion-room").await?;
    Ok(())
}

#[test]
fn somebody_is_invited_with_eight_words_and_their_reply_makes_the_pair() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::among_the_letters(&home).await?;
        let mut bo = Bo::begins()?;
        pair(&window, &home, &mut bo).await?;
        let shown = window.see("companion-name").await?.text().await?;
        assert_eq!(shown, "Bo from the choir");
        let paired = window.see("companion-paired").await?.text().await?;
        assert!(paired.starts_with("paired with words on"), "{paired}");
        window.press("letters-back").await?;
        window.press("companion").await?;
        window.see("companion-room").await?;
        // The words and the invitation are gone with the answer.
        window.press("letters-back").await?;
        window.see("companions-open").await?;
        assert!(!window.sees("waiting-open").await?);
        Ok(())
    });
}

#[test]
fn an_invitation_opens_with_the_words_that_were_said_and_other_words_change_nothing() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::among_the_letters(&home).await?;
        let mut bo = Bo::begins()?;
        let made =
            bo.journal
                .invite(&new_companion("Aki", "Bo"), Tongue::En, Cost::CHEAP, now()?)?;
        let file = bo.path("invite-1.age");
        std::fs::write(&file, &made.sealed)?;
        home.answer_dialog(&file)?;
        window.press("accept").await?;
        window.press("pairing-choose").await?;
        window
            .write("pairing-words", "a lamp beside a window")
            .await?;
        window.press("pairing-open").await?;
        window.see("pairing-refusal").await?;
        window.see("pairing-words").await?.clear().await?;
        // As people type what they heard.
        let typed = made.words.shown().join(", ").to_uppercase();
        window.write("pairing-words", &typed).await?;
        window.press("pairing-open").await?;
        assert_eq!(window.see("invited-by").await?.text().await?, "Bo");
        window.write("new-my-name", "Aki").await?;
        window.press("pairing-accept").await?;
        window.see("companion-room").await?;
        let stick = bo.path("stick");
        std::fs::create_dir(&stick)?;
        home.answer_dialog(&stick)?;
        window.press("reply-save").await?;
        window.see("reply-saved").await?;
        let Arrived::Reply(reply) = bo.journal.look(&std::fs::read(the_file_in(&stick)?)?)? else {
            return Err("the reply fits the invitation".into());
        };
        let companion = bo.journal.complete(&reply, now()?)?;
        assert_eq!(companion.their_name, "Aki");
        Ok(())
    });
}

/// Somebody to write to, and a letter to them that is begun.
async fn begin_a_letter(home: &Home) -> Told<(Window, Friend)> {
    let friend = befriend(home, "Bo", Tongue::Fr)?;
    let window = Window::among_the_letters(home).await?;
    window.press("companion").await?;
    window.press("companion-write").await?;
    Ok((window, friend))
}

/// Saves the sealed letter that is shown, and says where.
async fn saved(window: &Window, home: &Home, folder: PathBuf) -> Told<PathBuf> {
    std::fs::create_dir(&folder)?;
    home.answer_dialog(&folder)?;
    window.press("sealed-save").await?;
    window.see("sealed-saved").await?;
    the_file_in(&folder)
}

#[test]
fn what_was_shown_is_what_the_companion_reads_and_nothing_else_leaves() {
    story(async {
        let home = a_book("en", "light")?;
        let (window, mut friend) = begin_a_letter(&home).await?;
        window
            .write("letter-own", "The bench is still there.")
            .await?;
        window.press("pages-open").await?;
        window.press("page-lay").await?;
        window.press("passage-turn").await?;
        window.press("letter-look").await?;
        // Aki has not agreed to be written about.
        window.press("name-stands-as").await?;
        window.press("names-decided").await?;
        window.see("leaving").await?;
        window.unfold("leaving-bytes").await?;
        let shown = window.whole("leaving-text").await?.concat();
        assert!(shown.contains("The bench is still there."));
        assert!(shown.contains("A. only asked"), "{shown}");
        for stays in [
            "Aki",
            "I started explaining",
            "The bench at the station",
            "2026-11-01",
        ] {
            assert!(!shown.contains(stays), "{stays}");
        }
        window.seal_now().await?;
        let file = saved(&window, &home, home.path().join("letter")).await?;
        let letter = friend.keep(&std::fs::read(file)?)?;
        assert_eq!(letter.face.name, "Mika");
        let thread = friend.journal.thread(friend.person)?;
        let kept = thread.letters.last().ok_or("it is kept")?.version;
        let text = friend.journal.letter_text(kept)?;
        assert_eq!(text.trim_end_matches(' '), shown);
        // The page tells to whom it was given.
        window.press("nav-looking-back").await?;
        window.press("page-line-open").await?;
        let given = window.whole("page-given").await?.concat();
        assert!(given.contains("to Bo"), "{given}");
        Ok(())
    });
}

#[test]
fn a_letter_is_sealed_only_after_it_was_seen_and_rests_until_the_morning() {
    story(async {
        let home = a_book("en", "light")?;
        let (window, _friend) = begin_a_letter(&home).await?;
        window
            .write("letter-own", &"One more evening.\n\n".repeat(40))
            .await?;
        window.press("letter-look").await?;
        window.see("leaving").await?;
        let waits =
            "return document.querySelector('[data-t=seal-rest]').getAttribute('aria-disabled')";
        assert_eq!(window.ask(waits).await?, "true");
        window.press("seal-rest").await?;
        window.see("leaving").await?;
        // Going through it is reading it.
        window
            .ask("document.querySelector('[data-t=leaving]').lastElementChild.scrollIntoView()")
            .await?;
        window.ask("document.querySelectorAll('[data-t=leaving] p').forEach((one) => one.scrollIntoView())").await?;
        window.read_whole().await?;
        window.press("seal-rest").await?;
        let begun = window.whole("letters-begun").await?.concat();
        assert!(begun.contains("resting until the morning"), "{begun}");
        // It can be changed, kept, and let go.
        window.press("draft-open").await?;
        // Looking at it once more does not begin the night anew.
        window.see("seal-rests").await?;
        window.press("look-back").await?;
        window.see("letter-own").await?;
        window.unfold("letter-drop-fold").await?;
        window.press("letter-drop").await?;
        window.press("letter-drop-yes").await?;
        window.see("letter-write").await?;
        assert!(!window.sees("letters-begun").await?);
        Ok(())
    });
}

#[test]
fn somebody_without_awai_opens_a_letter_with_eight_words() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::among_the_letters(&home).await?;
        let bo = Bo::begins()?;
        window.press("letter-write").await?;
        window.press("to-stranger").await?;
        window.write("letter-their-name", "Dana").await?;
        window.write("letter-my-name", "Claire").await?;
        window
            .write("letter-own", "Come by when the soup is warm.")
            .await?;
        // The book closes in between: what was chosen is there again.
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.press("draft-open").await?;
        assert_eq!(
            window.value("letter-own").await?,
            "Come by when the soup is warm."
        );
        window.press("letter-look").await?;
        window.seal_now().await?;
        let words = window.items("sealed-words").await?;
        assert_eq!(words.len(), 8);
        let file = saved(&window, &home, bo.path("letter")).await?;
        let page = bo.path("page");
        std::fs::create_dir(&page)?;
        home.answer_dialog(&page)?;
        window.press("sealed-page").await?;
        window
            .until("the page is there", async || {
                Ok(the_file_in(&page)
                    .is_ok_and(|file| file.extension().is_some_and(|it| it == "html")))
            })
            .await?;
        let Arrived::UnderWords(closed) = bo.journal.look(&std::fs::read(file)?)? else {
            return Err("it asks for words".into());
        };
        let words = SpokenWords::read(&words.join(" "))?;
        let Arrived::Letter(letter) = bo.journal.look_under(&closed, &words)? else {
            return Err("it is a letter".into());
        };
        assert_eq!(letter.face().recipients, ["Dana"]);
        assert_eq!(
            letter.shown()?.parts[0].text,
            "Come by when the soup is warm."
        );
        Ok(())
    });
}

#[test]
fn how_two_want_to_be_together_goes_in_a_letter_when_that_is_wished() {
    story(async {
        let home = a_book("fr", "light")?;
        let mut friend = befriend(&home, "Bo", Tongue::Ja)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("companion").await?;
        window.press("agreement-open").await?;
        window.press("agreement-write").await?;
        window.write("agreement-answer", "Du temps.").await?;
        // Not handed in: it is there again, and no letter.
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.see("companions-open").await?;
        assert!(!window.sees("letters-begun").await?);
        window.press("companion").await?;
        window.press("agreement-open").await?;
        assert_eq!(window.value("agreement-answer").await?, "Du temps.");
        window.press("agreement-keep").await?;
        window.see("agreement-mine").await?;
        assert!(
            window
                .whole("agreement-mine")
                .await?
                .concat()
                .contains("Du temps.")
        );
        window.press("agreement-send").await?;
        window.seal_now().await?;
        let file = saved(&window, &home, home.path().join("letter")).await?;
        friend.keep(&std::fs::read(file)?)?;
        let theirs = friend.journal.agreement(friend.person)?.theirs;
        assert_eq!(theirs[0].answers[0].text, ["Du temps."]);
        Ok(())
    });
}

#[test]
fn an_exchange_rests_ends_and_is_forgotten_each_time_as_it_was_said() {
    story(async {
        let home = a_book("en", "light")?;
        let (window, _friend) = begin_a_letter(&home).await?;
        window.press("letters-back").await?;
        window.press("companion").await?;
        window.unfold("companion-rest-fold").await?;
        window.press("companion-rest").await?;
        window.press("letters-back").await?;
        window.unfold("companions-fold-resting").await?;
        window.press("companion").await?;
        window.unfold("companion-end-fold").await?;
        window.press("companion-end").await?;
        window.press("companion-end-yes").await?;
        window.see("companion-ended").await?;
        assert!(!window.sees("companion-write").await?);
        window.unfold("companion-forget-fold").await?;
        window.press("companion-forget").await?;
        window.press("companion-forget-yes").await?;
        window.see("letters-empty").await?;
        Ok(())
    });
}
