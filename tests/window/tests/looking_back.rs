//! Looking back in the real window: nothing old comes by itself; what is asked for comes one at a time, and two pages
//! of one tie lie side by side as they were written.

use std::time::Duration;

use awai::{
    CareFlag, Cost, Journal, MomentKind, NewMoment, NewTie, Passphrase, ReflectionId, Standing,
    TieId, TieKind, Vault, Writing,
};
use awai_window_tests::{Home, Keys, PHRASE, Told, Window, a_book, at, story};

/// A journal of somebody who writes in English, made through the core.
fn begin(home: &Home, now: &str) -> Told<Journal> {
    home.settle("en", "light")?;
    let phrase = Passphrase::new(PHRASE)?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, at(now)?)?;
    home.book(at(now)?)
}

fn write(journal: &mut Journal, now: &str, ties: &[TieId], words: &str) -> Told<ReflectionId> {
    let page = Writing {
        body: words.to_owned(),
        lang: "en".to_owned(),
        ties: ties.to_vec(),
        ..Writing::default()
    };
    Ok(journal.write(&page, at(now)?)?)
}

fn tie(journal: &mut Journal, called: &str, now: &str) -> Told<TieId> {
    let new = NewTie {
        called: called.to_owned(),
        kind: TieKind::Person,
    };
    Ok(journal.add_tie(&new, at(now)?)?.id)
}

fn opening(journal: &mut Journal, page: ReflectionId, words: &str, now: &str) -> Told {
    let moment = NewMoment {
        kind: MomentKind::Opening,
        words: words.to_owned(),
        lang: "en".to_owned(),
        tie: None,
    };
    journal.mark_moment(page, &moment, at(now)?)?;
    Ok(())
}

/// Opens Looking back and unfolds what can be asked for.
async fn unfold(window: &Window) -> Told {
    window.press("nav-looking-back").await?;
    window.unfold("asked").await?;
    window.see("ask-year").await?;
    Ok(())
}

#[test]
fn after_a_gap_of_two_hundred_days_the_first_screen_is_byte_for_byte_the_usual_one() {
    // The window reads the clock of this computer: a book written yesterday or years ago may not differ in it.
    let first_screen = async |day: &str| -> Told<String> {
        let home = Home::empty()?;
        let mut journal = begin(&home, day)?;
        let sam = tie(&mut journal, "Sam", day)?;
        let page = write(&mut journal, day, &[sam], "the last thing written")?;
        opening(&mut journal, page, "a laugh", day)?;
        journal.close()?;
        let window = Window::open(&home).await?;
        window.see("unlock").await?;
        // lit marks its places with a number it draws anew each time a page is loaded.
        let door = r"return document.querySelector('main').innerHTML.replaceAll(/lit\$\d+\$/g, '')";
        let shut = window.ask(door).await?;
        window.open_book(PHRASE).await?;
        window.settled().await?;
        let open = window
            .ask(r"return document.querySelector('.frame').innerHTML.replaceAll(/lit\$\d+\$/g, '')")
            .await?;
        Ok(format!("{shut}\n{open}"))
    };
    story(async {
        let soon = first_screen("2026-11-01T21:14:00+09:00").await?;
        let late = first_screen("2021-02-03T21:14:00+09:00").await?;
        assert!(soon == late, "{soon}\n\nis not\n\n{late}");
        for old in ["the last thing written", "a laugh"] {
            assert!(!soon.contains(old), "{old} came unasked");
        }
        Ok(())
    });
}

#[test]
fn a_year_lies_on_one_page_and_each_dot_leads_to_its_page_and_back() {
    story(async {
        let home = Home::empty()?;
        let mut journal = begin(&home, "2026-11-01T21:14:00+09:00")?;
        for (day, said) in [
            ("2026-01-05T09:00:00+09:00", "the first frost"),
            ("2026-01-05T19:00:00+09:00", "and the kettle"),
            ("2026-07-30T09:00:00+09:00", "rain on the tent"),
            ("2025-03-01T09:00:00+09:00", "another year"),
        ] {
            write(&mut journal, day, &[], said)?;
        }
        journal.close()?;
        let window = Window::in_the_book(&home).await?;
        unfold(&window).await?;
        window.press("ask-year").await?;
        window.see("year-drawing").await?;
        assert_eq!(window.count("year-dot").await?, 3);
        window.press("year-turn").await?;
        window.see("year-list").await?;
        assert_eq!(
            window.count("year-page").await?,
            3,
            "the list says the same"
        );
        assert!(!window.main_words().await?.contains("frost"), "only days");
        window.press("year-turn").await?;
        window.press("year-dot").await?;
        window
            .until("the oldest page is read", async || {
                Ok(window.main_words().await?.contains("the first frost"))
            })
            .await?;
        window.press("reading-back").await?;
        window.see("year-drawing").await?;
        // Another year, by keyboard, without losing the place.
        window.press("year-which").await?;
        window
            .ask("const which = document.querySelector('[data-t=year-which]'); which.value = '2025'; which.dispatchEvent(new Event('change'))")
            .await?;
        window
            .until("the year before is drawn", async || {
                Ok(window.count("year-dot").await? == 1)
            })
            .await?;
        window.press("leaf-back").await?;
        window.see("page-line").await?;
        Ok(())
    });
}

#[test]
fn words_i_return_to_are_gathered_when_asked_and_each_place_is_one_press_away() {
    story(async {
        let home = Home::empty()?;
        let mut journal = begin(&home, "2026-11-01T21:14:00+09:00")?;
        let resting = tie(&mut journal, "the old choir", "2026-01-01T09:00:00+09:00")?;
        for n in 1..5 {
            let day = format!("2026-0{n}-05T09:00:00+09:00");
            write(&mut journal, &day, &[], "by the old lantern, depression")?;
            write(&mut journal, &day, &[resting], "the cellar door")?;
        }
        journal.set_standing(resting, Standing::Resting, at("2026-11-01T21:14:00+09:00")?)?;
        journal.close()?;
        let window = Window::in_the_book(&home).await?;
        unfold(&window).await?;
        window.press("ask-returning").await?;
        window.see("returning-found").await?;
        let said = window.main_words().await?;
        assert!(said.contains("old lantern"), "{said}");
        for held_back in ["depression", "cellar"] {
            assert!(!said.contains(held_back), "{held_back}: {said}");
        }
        window.unfold("returning-word").await?;
        window.see("returning-place").await?;
        assert_eq!(window.count("returning-place").await?, 4);
        window.press("returning-place").await?;
        window
            .until("the newest of its pages is read", async || {
                Ok(window.main_words().await?.contains("by the old lantern"))
            })
            .await?;
        window.press("reading-back").await?;
        window.see("returning-found").await?;
        Ok(())
    });
}

#[test]
fn an_opening_comes_only_when_asked_and_not_this_one_again_outlives_the_evening() {
    story(async {
        let home = Home::empty()?;
        let day = "2026-05-03T10:00:00+09:00";
        let mut journal = begin(&home, day)?;
        let sam = tie(&mut journal, "Sam", day)?;
        let feared = tie(&mut journal, "R.", day)?;
        let page = write(&mut journal, day, &[sam], "we sat by the river")?;
        opening(&mut journal, page, "I could be quiet with someone", day)?;
        let page = write(&mut journal, day, &[sam, feared], "the locked gate")?;
        opening(&mut journal, page, "a crack of light", day)?;
        journal.set_care(feared, CareFlag::Raised)?;
        journal.close()?;
        let window = Window::in_the_book(&home).await?;
        unfold(&window).await?;
        window.press("ask-opening").await?;
        let card = window.see("shown-card").await?.text().await?;
        assert!(card.contains("I could be quiet with someone"));
        window.press("shown-another").await?;
        window.see("shown-only").await?;
        window.press("shown-not-again").await?;
        window.see("shown-none").await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        unfold(&window).await?;
        window.press("ask-opening").await?;
        window.see("shown-none").await?;
        assert!(!window.main_words().await?.contains("crack of light"));
        // It may come again.
        window.press("leaf-back").await?;
        window.see("not-again-page").await?;
        window.press("again").await?;
        window.gone("not-again-page").await?;
        window.press("ask-opening").await?;
        window.see("shown-card").await?;
        window.press("shown-read").await?;
        window.see("words").await?;
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("shown-card").await?;
        Ok(())
    });
}

#[test]
fn a_page_from_this_day_and_an_old_question_come_when_they_are_asked_for() {
    story(async {
        let home = Home::empty()?;
        let mut journal = begin(&home, "2024-01-01T00:00:00+09:00")?;
        // Whatever day it is today: a page lies on each day of a leap year.
        let mut day = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("a day")?;
        while day <= chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("a day")? {
            let now = format!("{day}T12:00:00+09:00");
            write(&mut journal, &now, &[], &format!("bread on {day}"))?;
            day = day.succ_opt().ok_or("a next day")?;
        }
        let asked = journal.asking(&"worldview-3".parse()?, "en", None, None)?;
        let page = Writing {
            body: "my grandmother".to_owned(),
            lang: "en".to_owned(),
            asked: vec![asked.clone()],
            ..Writing::default()
        };
        journal.write(&page, at("2025-01-01T12:00:00+09:00")?)?;
        journal.close()?;
        let window = Window::in_the_book(&home).await?;
        unfold(&window).await?;
        window.press("ask-day").await?;
        let card = window.see("shown-card").await?.text().await?;
        assert!(card.contains("bread on 2024-"), "{card}");
        window.press("leaf-back").await?;
        unfold(&window).await?;
        window.press("ask-question").await?;
        let card = window.see("shown-words").await?.text().await?;
        assert_eq!(card, asked.text);
        window.press("shown-use").await?;
        window.see("sheet").await?;
        assert_eq!(window.see("question").await?.text().await?, asked.text);
        Ok(())
    });
}

/// A book in which three pages hang on one tie, one of them under a cover, and one page hangs on nobody.
fn three_pages_with_sam(home: &Home) -> Told {
    let day = "2026-05-03T10:00:00+09:00";
    let mut journal = begin(home, day)?;
    let sam = tie(&mut journal, "Sam", day)?;
    for (day, ties, said) in [
        (day, vec![sam], "She never listens."),
        (
            "2026-08-03T10:00:00+09:00",
            vec![sam],
            "I had not said it aloud.",
        ),
        (
            "2026-09-03T10:00:00+09:00",
            vec![],
            "nothing to do with Sam",
        ),
    ] {
        write(&mut journal, day, &ties, said)?;
    }
    let covered = Writing {
        cover: "the stairs".to_owned(),
        body: "what was said on the stairs".to_owned(),
        lang: "en".to_owned(),
        ties: vec![sam],
        ..Writing::default()
    };
    journal.write(&covered, at("2026-10-03T10:00:00+09:00")?)?;
    journal.close()?;
    Ok(())
}

#[test]
fn two_pages_of_one_tie_lie_side_by_side_and_stay_as_they_are() {
    story(async {
        let home = Home::empty()?;
        three_pages_with_sam(&home)?;
        let window = Window::in_the_book(&home).await?;
        // From the tie's room, by keyboard.
        window.press("nav-between").await?;
        window.press("tie-line").await?;
        window.tab_to("tie-beside").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("choosing").await?;
        assert_eq!(window.count("page-line").await?, 3);
        window.tab_to("page-line-open").await?;
        window.keys(&[Keys::ENTER]).await?;
        window.see("beside").await?;
        assert!(
            !window.main_words().await?.contains("said on the stairs"),
            "a cover stays until it is lifted"
        );
        window.has_focus("choosing").await?;
        window.keys(&[Keys::TAB]).await?;
        window.keys(&[Keys::ENTER]).await?;
        window.gone("choosing").await?;
        assert_eq!(window.count("beside").await?, 2);
        window.press("beside-lift").await?;
        window
            .until("both are in sight", async || {
                let said = window.main_words().await?;
                Ok(said.contains("said on the stairs") && said.contains("I had not said it aloud"))
            })
            .await?;
        window.press("beside-another").await?;
        window.see("choosing").await?;
        window.press("page-line-open").await?;
        window
            .until("another stands in its place", async || {
                let said = window.main_words().await?;
                Ok(said.contains("She never listens") && !said.contains("on the stairs"))
            })
            .await?;
        window.press("leaf-back").await?;
        window.see("tie-room").await?;
        Ok(())
    });
}

#[test]
fn from_a_page_another_is_laid_beside_it_and_escape_leads_back() {
    story(async {
        let home = Home::empty()?;
        three_pages_with_sam(&home)?;
        let window = Window::in_the_book(&home).await?;
        window.look_for("aloud").await?;
        window.press("page-line-open").await?;
        window.press("lay-beside").await?;
        window.see("choosing").await?;
        assert_eq!(window.count("beside").await?, 1);
        window.keys(&[Keys::ESCAPE]).await?;
        window.see("words").await?;
        Ok(())
    });
}

#[test]
fn the_pages_of_one_sitting_are_listed_together() {
    story(async {
        let home = Home::empty()?;
        let day = "2026-05-03T10:00:00+09:00";
        let mut journal = begin(&home, day)?;
        let sitting = journal.begin_sitting();
        for (question, said) in [("arriving-1", "the chair"), ("arriving-2", "the rain")] {
            let asked = journal.asking(&question.parse()?, "en", None, Some(sitting))?;
            let page = Writing {
                body: said.to_owned(),
                lang: "en".to_owned(),
                asked: vec![asked],
                ..Writing::default()
            };
            journal.write(&page, at(day)?)?;
        }
        write(&mut journal, day, &[], "on its own")?;
        journal.close()?;
        let window = Window::in_the_book(&home).await?;
        window.look_for("chair").await?;
        window.press("page-line-open").await?;
        window.unfold("sitting-fold").await?;
        window.see("page-line-open").await?;
        let other = "return document.querySelector('[data-t=page-line-open]').innerText";
        assert_eq!(window.ask(other).await?, "the rain");
        assert_eq!(window.count("page-line-open").await?, 1);
        window.press("page-line-open").await?;
        window
            .until("it is read", async || {
                Ok(window.see("words").await?.text().await? == "the rain")
            })
            .await?;
        window.look_for("its own").await?;
        window
            .until("it is found", async || {
                Ok(window.ask(other).await? == "on its own")
            })
            .await?;
        window.press("page-line-open").await?;
        window
            .until("another one is read", async || {
                Ok(window.see("words").await?.text().await?.contains("its own"))
            })
            .await?;
        assert!(!window.sees("sitting-fold").await?);
        Ok(())
    });
}

#[test]
fn a_book_in_use_shows_nothing_of_looking_back_until_it_is_pressed() {
    story(async {
        let home = a_book("en", "light")?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-looking-back").await?;
        window.see("page-line").await?;
        let folded = "return document.querySelector('[data-t=asked]').open";
        assert_eq!(window.ask(folded).await?, false);
        Ok(())
    });
}

#[test]
fn whoever_goes_into_a_field_while_the_room_comes_once_more_stays_there() {
    story(async {
        let home = Home::empty()?;
        three_pages_with_sam(&home)?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-looking-back").await?;
        window.see("page-line-open").await?;
        // In one breath: the room asks for its pages while the field takes the focus.
        let breath = "for (const name of ['nav-looking-back', 'find']) {
            const it = document.querySelector(`[data-t=${name}]`);
            if (name === 'find') it.focus(); else it.click();
        }";
        window.ask(breath).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let held = "return document.activeElement.dataset.t";
        assert_eq!(window.ask(held).await?, "find");
        Ok(())
    });
}
