//! Every room in every language and theme, looked through by axe, and photographed.

use awai_window_tests::{
    EVERY_LIGHT, Home, Look, MANNERS, NARROW, PHRASE, Told, Window, a_book, none, story,
    write_names_into, write_years_into,
};

async fn look_around(tongue: &str, theme: &str) -> Told<Vec<String>> {
    let home = Home::empty()?;
    home.settle(tongue, theme)?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.see("welcome").await?;
    look.at("welcome").await?;
    window.press("who-else").await?;
    window.press("near-afraid").await?;
    look.at("welcome-near").await?;
    window.press("back").await?;
    window.press("who-can-read").await?;
    look.at("welcome-truth").await?;
    window.press("back").await?;
    window.press("start-writing").await?;
    window.write("sheet", "…").await?;
    window.press("enough").await?;
    window.drawn_words("new-typed").await?;
    look.at("keep-sheet").await?;
    let found = look.found;
    drop(window);
    look_into_a_book(tongue, theme, found).await
}

async fn look_into_a_book(tongue: &str, theme: &str, found: Vec<String>) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    let window = Window::open(&home).await?;
    let mut look = Look::around(&window, tongue, theme, found);
    window.see("unlock").await?;
    look.at("unlock").await?;
    window.open_book(PHRASE).await?;
    look.at("today").await?;
    window.press("choose-tie").await?;
    window.see("tie-called").await?;
    look.at("today-between").await?;
    window.press("ties-done").await?;
    window.press("nav-looking-back").await?;
    window.see("page-line").await?;
    look.at("looking-back").await?;
    window
        .look_for(if tongue == "ja" {
            "テーブル"
        } else {
            "table"
        })
        .await?;
    look.at("found").await?;
    window.press("find-clear").await?;
    window
        .look_for(match tongue {
            "ja" => "ベンチ",
            "fr" => "gare",
            _ => "station",
        })
        .await?;
    window.press("page-line-open").await?;
    window.see("words").await?;
    window.press("look-wider").await?;
    window.see("turned").await?;
    look.at("reading").await?;
    window.press("differently").await?;
    window.see("move-slower").await?;
    look.at("reading-differently").await?;
    window.press("differently-not").await?;
    if tongue == "ja" {
        window.press("tate").await?;
        look.at("reading-tate").await?;
        window.press("tate").await?;
        let lie = "return document.querySelector('.is-tate') === null";
        window
            .until("the lines lie again", async || {
                Ok(window.ask(lie).await?.as_bool() == Some(true))
            })
            .await?;
    }
    window.press("older").await?;
    window.see("cover").await?;
    look.at("cover").await?;
    window.press("nav-today").await?;
    look_at_questions(&mut look).await?;
    look_between(&mut look).await?;
    window.press("nav-settings").await?;
    look.at("settings").await?;
    window.keys(&['?']).await?;
    window.see("keys").await?;
    look.at("keys").await?;
    Ok(look.found)
}

/// The question on Today, the rooms of questions, and a sitting.
async fn look_at_questions(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.see("changed").await?;
    look.at("today-asked").await?;
    window.press("nav-questions").await?;
    window.see("sets").await?;
    look.at("questions").await?;
    window.press("new-set").await?;
    window.see("set-find").await?;
    look.at("questions-own-set").await?;
    window.press("questions-back").await?;
    window.press("question-line").await?;
    window.see("lineage").await?;
    look.at("question").await?;
    window.press("differently").await?;
    window.see("move-slower").await?;
    look.at("question-differently").await?;
    window.press("nav-questions").await?;
    window.press("set-line").await?;
    window.see("set-walk").await?;
    look.at("questions-set").await?;
    window.press("set-walk").await?;
    window.see("sitting-waits").await?;
    look.at("sitting-waits").await?;
    window.press("sitting-keep-and-begin").await?;
    window.see("sitting-enough").await?;
    window.press("sitting-aside").await?;
    window.see("sitting-aside-told").await?;
    look.at("sitting").await?;
    window.press("differently").await?;
    window.see("move-slower").await?;
    look.at("sitting-differently").await?;
    window.press("differently-not").await?;
    window.press("sitting-enough").await?;
    window.see("sitting-closing").await?;
    look.at("sitting-closing").await?;
    window.press("sitting-end").await?;
    window.see("ask-me").await?;
    look.at("today-blank").await?;
    Ok(())
}

/// Between us: everybody, a tie's room with its thread, its table and its folds, a page's moments, openings.
async fn look_between(look: &mut Look<'_>) -> Told {
    let window = look.window;
    window.press("nav-between").await?;
    window.see("tie-line").await?;
    look.at("between").await?;
    window.press("between-openings").await?;
    window.see("opening").await?;
    look.at("openings").await?;
    window.press("openings-back").await?;
    window.press("tie-line").await?;
    window.see("tie-room").await?;
    look.at("tie").await?;
    // A narrow window begins with the table.
    let other = match window.sees("thread-table").await? {
        true => "thread-drawing",
        false => "thread-table",
    };
    window.press("thread-turn").await?;
    window.see(other).await?;
    for fold in ["tie-words-fold", "tie-care-fold", "tie-erase-fold"] {
        window.unfold(fold).await?;
    }
    window.see("tie-care").await?;
    look.at("tie-folds").await?;
    if other == "thread-drawing" {
        window.press("thread-turn").await?;
    }
    window.press("thread-open").await?;
    window.see("moment").await?;
    look.at("moments").await?;
    window.press("nav-toward").await?;
    window.write("toward-new", "…").await?;
    window.press("toward-add").await?;
    window.see("toward-open").await?;
    look.at("toward").await?;
    window.press("toward-open").await?;
    window.write("try-new", "…").await?;
    window.press("try-add").await?;
    window.see("try").await?;
    look.at("toward-one").await
}

/// Looking back when it is asked for: a year, words, one thing shown, the pages of a sitting, two pages side by side.
async fn look_back_when_asked(tongue: &'static str, theme: &'static str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    write_years_into(&home, tongue)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("nav-looking-back").await?;
    window.see("page-line").await?;
    window.unfold("asked").await?;
    window.see("ask-year").await?;
    look.at("asked").await?;
    window.press("ask-year").await?;
    window.see("year-turn").await?;
    // A narrow window begins with the list.
    let mut ways = [
        ("year-drawing", "asked-year"),
        ("year-list", "asked-year-list"),
    ];
    if !window.sees("year-drawing").await? {
        ways.reverse();
    }
    for (what, room) in ways {
        window.see(what).await?;
        look.at(room).await?;
        window.press("year-turn").await?;
    }
    window.press("leaf-back").await?;
    window.press("ask-returning").await?;
    window.see("returning-found").await?;
    window.unfold("returning-word").await?;
    window.see("returning-place").await?;
    look.at("asked-returning").await?;
    for what in ["opening", "question"] {
        window.press("leaf-back").await?;
        window.press(&format!("ask-{what}")).await?;
        window.see("shown-card").await?;
        look.at(&format!("asked-{what}")).await?;
    }
    window.press("leaf-back").await?;
    window.press("ask-opening").await?;
    window.press("shown-not-again").await?;
    window.see("shown-none").await?;
    window.press("leaf-back").await?;
    window.see("not-again-page").await?;
    look.at("asked-not-again").await?;
    window.press("page-line-open").await?;
    window.unfold("sitting-fold").await?;
    window.see("page-line").await?;
    look.at("reading-sitting").await?;
    window.press("nav-between").await?;
    window.press("tie-line").await?;
    window.press("tie-beside").await?;
    window.see("choosing").await?;
    look.at("beside-choosing").await?;
    window.press("page-line-open").await?;
    window.see("beside").await?;
    window.press("page-line-open").await?;
    window.gone("choosing").await?;
    look.at("beside").await?;
    Ok(look.found)
}

/// Lines of a group's pages being gathered, and a page that lies aside about to be erased.
async fn look_at_what_goes(tongue: &'static str, theme: &'static str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    write_years_into(&home, tongue)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("nav-between").await?;
    let group = match tongue {
        "ja" => "木曜",
        "fr" => "jeudi",
        _ => "Thursday",
    };
    window.press_the("tie-line", group).await?;
    window.press("tie-gather").await?;
    window.unfold("gather-page").await?;
    window.press("gather-passage").await?;
    window.see("gather-write").await?;
    look.at("gather").await?;
    window.press("gather-write").await?;
    window.press("gather-who").await?;
    window.see("gather-named").await?;
    look.at("gather-text").await?;
    window.press("gather-see").await?;
    window.see("gather-exact").await?;
    look.at("gather-exact").await?;
    window.press("nav-looking-back").await?;
    window.press("page-line-open").await?;
    window.press("set-aside").await?;
    window.see("bring-back").await?;
    window.press("reading-back").await?;
    window.unfold("aside").await?;
    window.press("aside-erase").await?;
    window.see("aside-erase-yes").await?;
    look.at("aside-erase").await?;
    Ok(look.found)
}

/// Finding a name among many: on the page, toward, and in Looking back.
async fn look_for_a_name(tongue: &'static str, theme: &'static str) -> Told<Vec<String>> {
    let home = a_book(tongue, theme)?;
    write_names_into(&home)?;
    let window = Window::in_the_book(&home).await?;
    let mut look = Look::around(&window, tongue, theme, Vec::new());
    window.press("choose-tie").await?;
    window.write("find-tie", "no").await?;
    window.see("find-tie-option").await?;
    look.at("name-today").await?;
    window.write("find-tie", "body at all").await?;
    window.gone("find-tie-option").await?;
    look.at("name-none").await?;
    window.press("nav-toward").await?;
    window.write("toward-new", "…").await?;
    window.press("toward-add").await?;
    window.press("toward-open").await?;
    window.press("toward-find-tie").await?;
    window.see("toward-find-tie-option").await?;
    look.at("name-toward").await?;
    window.press("nav-looking-back").await?;
    window.unfold("choices").await?;
    window.press("choose-tie").await?;
    window.see("choose-tie-option").await?;
    look.at("name-looking-back").await?;
    Ok(look.found)
}

#[track_caller]
fn without_fault(tongue: &'static str, theme: &'static str) {
    nothing_against(look_around(tongue, theme));
}

#[track_caller]
fn nothing_against(look: impl Future<Output = Told<Vec<String>>>) {
    story(async move { none(&look.await?) });
}

#[test]
fn every_room_in_english() {
    without_fault("en", EVERY_LIGHT);
}

#[test]
fn every_room_in_japanese() {
    without_fault("ja", EVERY_LIGHT);
}

#[test]
fn every_room_in_french() {
    without_fault("fr", EVERY_LIGHT);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_english() {
    without_fault("en", NARROW);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_japanese() {
    without_fault("ja", NARROW);
}

#[test]
fn nothing_is_lost_in_a_narrow_window_with_large_text_in_french() {
    without_fault("fr", NARROW);
}

/// Looks in all of [`MANNERS`].
#[track_caller]
fn in_every_manner<Looked: Future<Output = Told<Vec<String>>>>(
    look: fn(&'static str, &'static str) -> Looked,
) {
    for (tongue, theme) in MANNERS {
        nothing_against(look(tongue, theme));
    }
}

#[test]
fn what_is_shown_when_it_is_asked_for() {
    in_every_manner(look_back_when_asked);
}

#[test]
fn a_name_among_many() {
    in_every_manner(look_for_a_name);
}

#[test]
fn what_goes_out_and_what_is_let_go() {
    in_every_manner(look_at_what_goes);
}

#[test]
fn a_room_with_room_to_spare_has_nothing_to_scroll() {
    story(async {
        let beyond = "const page = document.documentElement; return [page.scrollHeight - window.innerHeight, page.scrollWidth - window.innerWidth]";
        let home = a_book("en", "light")?;
        let window = Window::open(&home).await?;
        window.see("unlock").await?;
        assert_eq!(window.ask(beyond).await?, serde_json::json!([0, 0]));
        window.open_book(PHRASE).await?;
        for room in ["letters", "toward"] {
            window.press(&format!("nav-{room}")).await?;
            window.settled().await?;
            assert_eq!(
                window.ask(beyond).await?,
                serde_json::json!([0, 0]),
                "{room}"
            );
        }
        Ok(())
    });
}
