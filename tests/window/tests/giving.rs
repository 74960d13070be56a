//! More ways in which letters go out of the real window: a pair made by cards alone, several readers at once, a page that
//! is written anew meanwhile, a letter that is asked for again, and an exchange that has ended.

use awai::{
    Arrived, Before, Cost, Journal, Paired, Passphrase, SpokenWords, Tongue, Vault, Writer,
};
use awai_tests::exchange::new_companion;
use awai_window_tests::{
    Friend, Home, PHRASE, Told, Window, a_book, at, befriend, story, the_file_in,
};

/// Saves the nth of the sealed letters that are shown into a folder of its own; what the file holds.
async fn saved(window: &Window, home: &Home, number: usize) -> Told<Vec<u8>> {
    window.see("sealed-one").await?;
    let folder = tempfile::tempdir_in(home.path())?;
    home.answer_dialog(folder.path())?;
    let before = window.count("sealed-saved").await?;
    let press = format!("document.querySelectorAll('[data-t=sealed-save]').item({number}).click()");
    window.ask(&press).await?;
    // Until it is whole, it lies there under another name.
    window
        .until("it is saved", async || {
            Ok(window.count("sealed-saved").await? > before)
        })
        .await?;
    Ok(std::fs::read(the_file_in(folder.path())?)?)
}

#[test]
fn a_pair_made_by_cards_alone_stays_not_checked_on_both_sides() {
    story(async {
        let home = a_book("en", "light")?;
        let now = at("2026-11-02T10:00:00+09:00")?;
        let phrase = Passphrase::new(PHRASE)?;
        let place = home.path().join("bo");
        Vault::create(&place, &phrase, Cost::CHEAP, now)?;
        let mut bo: Journal = Vault::at(&place)?.unlock(&phrase, now)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("card").await?;
        window.write("new-called", "Bo").await?;
        window.write("new-my-name", "Claire").await?;
        window.press("card-make").await?;
        let card = window.value("card-mine").await?;
        let new = new_companion("Claire", "Bo");
        let hers = bo.answer_card(&card, &new, Tongue::En, now)?;
        // What is no card changes nothing.
        window.write("card-theirs", "{\"awai_card\": 1}").await?;
        window.press("card-take").await?;
        window.see("card-refusal").await?;
        window.see("card-theirs").await?.clear().await?;
        window.write("card-theirs", &hers.my_card).await?;
        window.press("card-take").await?;
        let paired = window.see("companion-paired").await?.text().await?;
        assert_eq!(paired, "not checked yet");
        // A letter each way; it is said with each that nobody checked.
        window.press("companion-write").await?;
        window.write("letter-own", "Is this still you?").await?;
        window.press("letter-look").await?;
        window.see("leaving").await?;
        assert!(window.text().await?.contains("not checked yet"));
        window.seal_now().await?;
        let file = saved(&window, &home, 0).await?;
        let Arrived::Letter(came) = bo.look(&file)? else {
            return Err("it is a letter".into());
        };
        let Writer::Companion { paired, .. } = came.face().writer else {
            return Err("their key vouches for it".into());
        };
        assert_eq!(paired, Paired::NotChecked);
        let draft = Friend::draft_to(hers.id, &["It is."]);
        let id = bo.keep_letter_draft(None, &draft, now)?;
        let sealings = bo.sealings(id, now)?;
        let sealed = bo.seal_letter(&sealings[0], awai::Rest::SendNow, now)?;
        let file = home.path().join("back.age");
        std::fs::write(&file, sealed.bytes)?;
        window.press("nav-letters").await?;
        window.press("open-letter").await?;
        home.answer_dialog(&file)?;
        window.press("look-chosen").await?;
        let writer = window.see("writer").await?.text().await?;
        assert!(
            writer.contains("Bo") && writer.contains("not checked yet"),
            "{writer}"
        );
        Ok(())
    });
}

#[test]
fn each_of_several_readers_has_a_file_and_all_of_them_see_all_the_names() {
    story(async {
        let home = a_book("en", "light")?;
        let mut bo = befriend(&home, "Bo", Tongue::Fr)?;
        let mut dana = befriend(&home, "Dana", Tongue::En)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("letter-write").await?;
        window.see("to-companion").await?;
        window
            .ask("document.querySelectorAll('[data-t=to-companion]').forEach((each) => each.click())")
            .await?;
        window.press("to-stranger").await?;
        window.write("letter-their-name", "Chiyo").await?;
        window.write("letter-my-name", "Mika").await?;
        window
            .write("letter-own", "Soup on Sunday, for all of us.")
            .await?;
        window.press("letter-look").await?;
        let leaving = window.whole("leaving").await?;
        assert_eq!(leaving.len(), 3);
        for one in &leaving {
            for name in ["Bo", "Dana", "Chiyo", "Soup on Sunday"] {
                assert!(one.contains(name), "{name}: {one}");
            }
        }
        window.seal_now().await?;
        let sealed = window.whole("sealed-one").await?;
        assert_eq!(sealed.len(), 3);
        let place = |name: &str| sealed.iter().position(|one| one.starts_with(name));
        let mut files = Vec::new();
        for name in ["Bo", "Dana"] {
            let number = place(name).ok_or("each has a file")?;
            files.push(saved(&window, &home, number).await?);
        }
        for (friend, own, other) in [(&mut bo, 0, 1), (&mut dana, 1, 0)] {
            let letter = friend.keep(&files[own])?;
            let mut names = letter.face.recipients.clone();
            names.sort();
            assert_eq!(names, ["Bo", "Chiyo", "Dana"]);
            assert_eq!(letter.parts[0].text, "Soup on Sunday, for all of us.");
            assert!(friend.journal.look(&files[other]).is_err());
        }
        assert!(!window.sees("letters-begun").await?);
        Ok(())
    });
}

#[test]
fn a_page_that_is_written_anew_meanwhile_is_chosen_from_anew() {
    story(async {
        let home = a_book("en", "light")?;
        befriend(&home, "Bo", Tongue::Fr)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("companion").await?;
        window.press("companion-write").await?;
        window.press("pages-open").await?;
        window.press_the("page-lay", "A letter from Mum").await?;
        window.see("letter-page").await?;
        window.press("passage-turn").await?;
        let leaves = "return document.querySelector('[data-t=passage]').classList.contains('stay')";
        assert_eq!(window.ask(leaves).await?, false);
        // In between the page says something else.
        window.press("nav-looking-back").await?;
        window
            .press_the("page-line-open", "A letter from Mum")
            .await?;
        window.press("anew").await?;
        window.see("writing-anew").await?;
        window.write("sheet", "And once more at night. ").await?;
        window.press("enough").await?;
        window.see("anew").await?;
        window.press("nav-letters").await?;
        window.press("draft-open").await?;
        let told = window.see("pages-changed").await?.text().await?;
        assert!(told.contains("This page changed"), "{told}");
        assert_eq!(window.ask(leaves).await?, true, "nothing of it is chosen");
        // Looked at now, there is nothing to send.
        window.press("letter-look").await?;
        let told = window.see("trouble").await?.text().await?;
        assert!(told.contains("Nothing is chosen"), "{told}");
        assert!(!window.sees("leaving").await?);
        Ok(())
    });
}

#[test]
fn a_letter_whose_file_was_lost_is_sealed_again_and_is_the_same_letter() {
    story(async {
        let home = a_book("en", "light")?;
        let mut bo = befriend(&home, "Bo", Tongue::Fr)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("companion").await?;
        window.press("companion-write").await?;
        window
            .write("letter-own", "The bench is still there.")
            .await?;
        window.press("letter-look").await?;
        window.seal_now().await?;
        let first = saved(&window, &home, 0).await?;
        window.press("nav-letters").await?;
        window.press("companion").await?;
        window.press("voice-read").await?;
        window.unfold("letter-again-fold").await?;
        window.press("letter-again").await?;
        let second = saved(&window, &home, 0).await?;
        assert_ne!(first, second, "sealed anew");
        bo.keep(&second)?;
        let Arrived::Letter(late) = bo.journal.look(&first)? else {
            return Err("the first opens, too".into());
        };
        assert_eq!(late.face().before, Before::Kept);
        Ok(())
    });
}

#[test]
fn what_was_given_under_words_is_found_again_with_its_name_its_words_and_its_file() {
    story(async {
        let home = a_book("en", "light")?;
        let bo = befriend(&home, "Bo", Tongue::Fr)?;
        let window = Window::among_the_letters(&home).await?;
        window.press("letter-write").await?;
        window.press("to-stranger").await?;
        window.write("letter-their-name", "Dana").await?;
        window.write("letter-my-name", "Mika").await?;
        window.press("pages-open").await?;
        window.press("page-lay").await?;
        window.press("passage-turn").await?;
        window.press("letter-look").await?;
        window.press("name-as-written").await?;
        window.press("names-decided").await?;
        window.seal_now().await?;
        let words = window.items("sealed-words").await?.join(" ");
        // A week later, with the book closed in between, they are asked for again.
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        window.press("nav-letters").await?;
        window.unfold("letters-unknown").await?;
        let line = window.see("unknown-open").await?.text().await?;
        assert!(line.contains("to Dana, without Awai"), "{line}");
        window.press("unknown-open").await?;
        window.unfold("letter-words-fold").await?;
        let again = window.items("letter-words-kept").await?.join(" ");
        assert_eq!(again, words);
        window.unfold("letter-again-fold").await?;
        window.press("letter-again").await?;
        let file = saved(&window, &home, 0).await?;
        let Arrived::UnderWords(closed) = bo.journal.look(&file)? else {
            return Err("it asks for words".into());
        };
        let Arrived::Letter(letter) = bo
            .journal
            .look_under(&closed, &SpokenWords::read(&words)?)?
        else {
            return Err("the words open it".into());
        };
        assert_eq!(letter.face().recipients, ["Dana"]);
        // The page tells the name; once the letter is erased, neither name nor words are here.
        window.press("nav-looking-back").await?;
        window.press("page-line-open").await?;
        let given = window.see("page-given").await?.text().await?;
        assert!(given.contains("to Dana, without Awai"), "{given}");
        Ok(())
    });
}

#[test]
fn an_exchange_that_has_ended_is_read_and_let_go_and_offers_nothing_more() {
    story(async {
        let home = a_book("en", "light")?;
        let mut bo = befriend(&home, "Bo", Tongue::Fr)?;
        let now = at("2026-11-03T20:00:00+09:00")?;
        let theirs = bo.letter(&["Une ligne."]);
        let theirs = bo.seal(&theirs)?;
        let mut book = home.book(now)?;
        let Arrived::Letter(came) = book.look(&theirs)? else {
            return Err("it is a letter".into());
        };
        book.keep_letter(&came, now)?;
        let mine = Friend::draft_to(bo.id, &["A line."]);
        let id = book.keep_letter_draft(None, &mine, now)?;
        let sealings = book.sealings(id, now)?;
        book.seal_letter(&sealings[0], awai::Rest::SendNow, now)?;
        let echo = awai::LetterDraft {
            kind: awai::LetterKind::Echo,
            answers: Some(came.face().id),
            ..Friend::draft_to(bo.id, &["half an ec"])
        };
        book.keep_letter_draft(None, &echo, now)?;
        book.end_companion(bo.id)?;
        book.close()?;
        let window = Window::among_the_letters(&home).await?;
        // An answer that was begun is still there to be read.
        window.press("draft-open").await?;
        window.see("answer-ended").await?;
        assert!(!window.sees("answer-look").await?);
        window.press("nav-letters").await?;
        window.unfold("companions-fold-ended").await?;
        window.press("companion").await?;
        window.see("voices").await?;
        let offered = [
            "companion-write",
            "agreement-open",
            "thread-co",
            "same-fold",
            "shared-write",
        ];
        for offer in offered {
            assert!(!window.sees(offer).await?, "{offer}");
        }
        for whose in ["theirs", "mine"] {
            let open = format!(
                "document.querySelector('[data-t=voice][data-whose={whose}] [data-t=voice-read]').click()"
            );
            window.ask(&open).await?;
            window.see("letter-words").await?;
            let offered = [
                "answers",
                "answer-echo",
                "release-fold",
                "letter-again-fold",
                "same-write",
            ];
            for offer in offered {
                assert!(!window.sees(offer).await?, "{whose}: {offer}");
            }
            assert_eq!(window.sees("answers-ended").await?, whose == "theirs");
            window.see("letter-erase-fold").await?;
            window.press("letter-back").await?;
            window.see("voices").await?;
        }
        Ok(())
    });
}
