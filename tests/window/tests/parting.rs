//! The end of an exchange in the real window, on both sides: before the keys go, the wish is written that letters be no
//! longer kept; the other sees it in a window of their own, and erases. Each room of it is photographed.

use std::path::{Path, PathBuf};

use awai::{CompanionId, Cost, Journal, LetterDraft, LetterStanding, Now, Standing, Tongue, Whose};
use awai_tests::exchange::{arrived, letter, new_companion, pair_journals, sealed_at};
use awai_window_tests::{
    Home, Keys, Look, NARROW, Told, Window, a_book, at, none, story, the_file_in,
};

/// Two people with a book each, paired; letters of the first lie with the second.
struct Two {
    here: Home,
    there: Home,
    /// What each is to the other.
    them: CompanionId,
    me: CompanionId,
    stick: PathBuf,
}

fn now() -> Told<Now> {
    at("2026-11-02T19:30:00+09:00")
}

fn open(home: &Home) -> Told<Journal> {
    home.book(now()?)
}

/// What the letters say, in three languages.
fn words_of(tongue: &str) -> [&'static str; 4] {
    match tongue {
        "ja" => [
            "駅のベンチで三十分、ならんで座っていた。",
            "あの夜に書きすぎたこと。",
            "川まで歩いた。",
            "湯気だけがあった朝。",
        ],
        "fr" => [
            "Une demi-heure, côte à côte, sur le banc de la gare.",
            "Ce que j’ai trop dit ce soir-là.",
            "À pied jusqu’à la rivière.",
            "Un matin, rien que de la vapeur.",
        ],
        _ => [
            "Half an hour, side by side, on the station bench.",
            "What I said too much of that night.",
            "On foot to the river.",
            "A morning, with nothing but steam.",
        ],
    }
}

/// Seals a letter in one journal, and keeps it in the other.
fn goes(from: &mut Journal, to: &mut Journal, draft: &LetterDraft) -> Told {
    let file = sealed_at(now()?, from, draft);
    Ok(to.keep_letter(&arrived(to, &file), now()?)?)
}

impl Two {
    fn begin(tongue: &str, theme: &str) -> Told<Two> {
        let (here, there) = (a_book(tongue, theme)?, a_book(tongue, theme)?);
        let (mut mine, mut theirs) = (open(&here)?, open(&there)?);
        let (me, them) = pair_journals(
            (
                &mut theirs,
                new_companion("Mika", "Aki"),
                Tongue::En,
                now()?,
            ),
            (&mut mine, new_companion("Aki", "Mika"), Tongue::En, now()?),
        );
        let [first, second, third, reply] = words_of(tongue);
        for words in [first, second, third] {
            let mut draft = letter(them, words);
            draft.lang = tongue.to_owned();
            goes(&mut mine, &mut theirs, &draft)?;
        }
        let mut draft = letter(me, reply);
        draft.lang = tongue.to_owned();
        goes(&mut theirs, &mut mine, &draft)?;
        mine.close()?;
        theirs.close()?;
        let stick = here.path().join("stick");
        std::fs::create_dir_all(&stick)?;
        Ok(Two {
            here,
            there,
            them,
            me,
            stick,
        })
    }

    /// My letters' standing with them, and whether they are released.
    fn with_them(&self) -> Told<Vec<(LetterStanding, bool)>> {
        let journal = open(&self.there)?;
        let lines = journal.thread(self.me)?.letters;
        journal.close()?;
        let theirs = lines.iter().filter(|line| line.whose == Whose::Theirs);
        Ok(theirs.map(|line| (line.standing, line.released)).collect())
    }
}

/// Goes to the companion's room and opens the fold about ending.
async fn to_the_fold(window: &Window) -> Told {
    window.press("nav-letters").await?;
    window.press("companion").await?;
    window.unfold("companion-end-fold").await
}

/// Chooses every letter of mine, and seals the wish.
async fn seal_the_wish(window: &Window) -> Told {
    window.press("companion-end-wish").await?;
    let chosen = "return document.querySelectorAll('[data-t=ending-choice]:checked').length";
    window.see("ending-choice").await?;
    assert_eq!(window.ask(chosen).await?, 0, "nothing is chosen by itself");
    window.press("ending-all").await?;
    assert_eq!(window.ask(chosen).await?, 3);
    window.press("ending-look").await?;
    let shown = window.see("releases").await?.text().await?;
    assert_eq!(shown.matches("2 November 2026").count(), 3, "{shown}");
    window.seal_now().await?;
    window.see("ending-after").await?;
    Ok(())
}

/// Keeps the wish in a window, and reads it.
async fn receive(window: &Window, home: &Home, file: &Path) -> Told {
    window.press("nav-letters").await?;
    window.press("open-letter").await?;
    home.answer_dialog(file)?;
    window.press("look-chosen").await?;
    window.press("arrived-open").await?;
    window.press("arrived-keep").await?;
    window.press("settled-read").await?;
    window.see("releases").await?;
    Ok(())
}

#[test]
fn the_wish_is_sealed_before_the_keys_go_and_the_other_follows_it() {
    story(async {
        let two = Two::begin("en", "light")?;
        let window = Window::in_the_book(&two.here).await?;
        to_the_fold(&window).await?;
        let told = window.see("companion-end-wish-told").await?.text().await?;
        assert!(told.contains("only be said by voice"), "{told}");
        seal_the_wish(&window).await?;
        // As long as the wish is in nobody's hands the exchange does not end.
        window.press("companion-end").await?;
        assert!(!window.sees("companion-end-yes").await?);
        two.here.answer_dialog(&two.stick)?;
        window.press("sealed-save").await?;
        window.see("sealed-saved").await?;
        let file = the_file_in(&two.stick)?;
        let saved = std::fs::read(&file)?;
        window.press("companion-end").await?;
        window.has_focus("companion-end-no").await?;
        window.press("companion-end-yes").await?;
        window.see("companion-ended").await?;
        // Every letter of mine says that the wish was written, and none offers it once more.
        let released = window.count("voice-released").await?;
        assert_eq!(released, 3);
        window.close_book().await?;
        drop(window);
        let mine = open(&two.here)?;
        assert_eq!(mine.companion(two.them)?.standing, Standing::Ended);
        mine.close()?;
        assert_eq!(std::fs::read(&file)?, saved);

        let window = Window::in_the_book(&two.there).await?;
        receive(&window, &two.there, &file).await?;
        assert_eq!(window.count("release-erase").await?, 3);
        // One by itself, with one press.
        window.press("release-erase").await?;
        window.see("release-erased").await?;
        assert_eq!(window.count("release-erase").await?, 2);
        let before = [
            (LetterStanding::Erased, true),
            (LetterStanding::Kept, true),
            (LetterStanding::Kept, true),
            (LetterStanding::Kept, false),
        ];
        // The rest after one question, by keyboard; no is an answer.
        window.press("release-all").await?;
        window.has_focus("release-all-no").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.has_focus("release-all").await?;
        assert_eq!(window.count("release-erase").await?, 2);
        window.press("release-all").await?;
        window.has_focus("release-all-no").await?;
        window.press_by_tab("release-all-yes", Keys::ENTER).await?;
        window.gone("release-erase").await?;
        window.has_focus("releases").await?;
        assert_eq!(window.count("release-erased").await?, 3);
        assert!(!window.sees("release-all").await?);
        window.close_book().await?;
        drop(window);
        let mut after = before;
        after[1].0 = LetterStanding::Erased;
        after[2].0 = LetterStanding::Erased;
        assert_eq!(two.with_them()?, after);
        Ok(())
    });
}

#[test]
fn an_exchange_ends_without_a_wish_and_a_letter_says_why_it_is_too_late() {
    story(async {
        let two = Two::begin("en", "light")?;
        let mut mine = open(&two.here)?;
        mine.keep_letter_draft(None, &letter(two.them, "begun"), now()?)?;
        mine.close()?;
        let window = Window::in_the_book(&two.here).await?;
        to_the_fold(&window).await?;
        let also = window.see("companion-end-also").await?.text().await?;
        assert!(also.contains("is begun or rests"), "{also}");
        window.press("companion-end").await?;
        window.has_focus("companion-end-no").await?;
        window.press("companion-end-yes").await?;
        window.see("companion-ended").await?;
        assert!(!window.sees("companion-end-fold").await?);
        window.press("voice-read").await?;
        let late = window.see("release-too-late").await?.text().await?;
        assert!(late.contains("said by voice"), "{late}");
        assert!(!window.sees("release-fold").await?);
        // Only what I wrote is taken out from here, if I like.
        window.press("letter-back").await?;
        window.press("companion-take-out").await?;
        window.see("take-out-form").await?;
        window.has_focus("out-form-json").await?;
        let mine = "return document.querySelector('[data-t=out-letters-mine]').checked";
        assert_eq!(window.ask(mine).await?, true);
        Ok(())
    });
}

#[test]
fn a_wish_that_is_begun_is_gone_on_with_and_a_sealed_one_is_told_of_in_the_room() {
    story(async {
        let two = Two::begin("en", "light")?;
        let window = Window::in_the_book(&two.here).await?;
        to_the_fold(&window).await?;
        window.press("companion-end-wish").await?;
        window.press("ending-all").await?;
        window.press("ending-look").await?;
        window.see("leaving").await?;
        // Changing something leads back to what was chosen, from there and from the letters begun.
        window.press("look-back").await?;
        window.see("ending-choice").await?;
        let chosen = "return document.querySelectorAll('[data-t=ending-choice]:checked').length";
        assert_eq!(window.ask(chosen).await?, 3);
        window.press("nav-letters").await?;
        window.press("draft-open").await?;
        window.see("ending-choice").await?;
        assert_eq!(window.ask(chosen).await?, 3);
        // One stays out; the file is shown as text; a further wish can follow.
        window.press("ending-choice").await?;
        window.press("ending-look").await?;
        window.seal_now().await?;
        window.see("ending-further").await?;
        window.press("sealed-text").await?;
        window.press("ending-further-write").await?;
        window.see("ending-choice").await?;
        assert_eq!(window.count("ending-choice").await?, 1);
        window.press("ending-back").await?;
        window.unfold("companion-end-fold").await?;
        window.press("companion-end-wished-read").await?;
        let named = window.see("releases").await?.text().await?;
        assert_eq!(named.matches("2 November 2026").count(), 2, "{named}");
        window.unfold("letter-again-fold").await?;
        window.press("letter-again").await?;
        window.see("sealed-one").await?;
        Ok(())
    });
}

/// A picture of the room as it stands, and one in a narrow window, where nothing may be cut off.
async fn look_at(look: &mut Look<'_>, room: &str, what: &str) -> Told {
    let down = format!(
        "document.querySelector('[data-t=\"{what}\"]').scrollIntoView({{ block: 'center' }})"
    );
    let window = look.window;
    window.ask(&down).await?;
    look.at(room).await?;
    if look.narrow() {
        return Ok(());
    }
    window.client().set_window_rect(0, 0, 360, 800).await?;
    window.ask(&down).await?;
    look.at(&format!("{room}-narrow")).await?;
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(window.ask(wide).await?, true, "{room}");
    window.client().set_window_rect(0, 0, 1180, 820).await?;
    Ok(())
}

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let two = Two::begin(tongue, theme)?;
    let mut mine = open(&two.here)?;
    mine.keep_letter_draft(None, &letter(two.them, "…"), now()?)?;
    mine.invite(
        &new_companion("Claire", "Mika"),
        Tongue::En,
        Cost::CHEAP,
        now()?,
    )?;
    mine.close()?;
    let window = Window::in_the_book(&two.here).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    to_the_fold(&window).await?;
    look_at(&mut look, "ending-fold", "companion-end-wish").await?;
    window.press("companion-end-wish").await?;
    // All but the earliest, which stands last.
    window.press("ending-all").await?;
    let last = "[...document.querySelectorAll('[data-t=ending-choice]')].at(-1).click()";
    window.ask(last).await?;
    look_at(&mut look, "ending-choose", "ending-which").await?;
    window.press("ending-look").await?;
    window.see("releases").await?;
    look_at(&mut look, "ending-look", "releases").await?;
    window.seal_now().await?;
    window.see("ending-after").await?;
    two.here.answer_dialog(&two.stick)?;
    window.press("sealed-save").await?;
    window.see("sealed-saved").await?;
    look_at(&mut look, "ending-after", "companion-end").await?;
    window.press("companion-end").await?;
    window.press("companion-end-yes").await?;
    window.see("companion-ended").await?;
    look_at(&mut look, "ending-ended", "companion-ended").await?;
    window.press("voice-read").await?;
    window.see("release-too-late").await?;
    look_at(&mut look, "ending-too-late", "release-too-late").await?;
    let found = look.found;
    drop(window);
    let file = the_file_in(&two.stick)?;
    let window = Window::in_the_book(&two.there).await?;
    let mut look = Look::around(&window, tongue, theme, found);
    receive(&window, &two.there, &file).await?;
    look_at(&mut look, "ending-theirs", "releases").await?;
    window.press("release-all").await?;
    window.see("release-all-yes").await?;
    look_at(&mut look, "ending-theirs-asked", "releases").await?;
    Ok(look.found)
}

/// By night in one language: the lay-out does not depend on the colours, nor their contrast on the language.
#[test]
fn the_end_of_an_exchange_is_looked_at_in_each_language_by_day_and_by_night() {
    for (tongue, theme) in [
        ("en", "light"),
        ("ja", "light"),
        ("fr", "light"),
        ("ja", "dark"),
    ] {
        story(async move { none(&look_around(tongue, theme).await?) });
    }
}

#[test]
fn nothing_of_the_end_is_lost_in_a_narrow_window_with_large_text() {
    for tongue in ["en", "ja", "fr"] {
        story(async move { none(&look_around(tongue, NARROW).await?) });
    }
}
