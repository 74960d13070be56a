//! Looking back: only when asked, and never at what somebody would not want to meet by chance.

use std::collections::BTreeSet;

use awai::{
    CareFlag, Draw, Journal, MomentKind, NewMoment, Order, QuestionWish, ReflectionId,
    ReturningAsk, SearchAsk, Standing, TieId, Writing,
};
use awai_tests::{Person, marked, words};
use chrono::{Duration, NaiveDate};

fn on(who: &Person, journal: &mut Journal, at: &str, ties: &[TieId], body: &str) -> ReflectionId {
    let writing = Writing {
        ties: ties.to_vec(),
        ..words(body)
    };
    journal.write(&writing, who.set_clock(at)).unwrap()
}

fn opened(journal: &mut Journal, who: &Person, page: ReflectionId, with: Option<TieId>) {
    let new = NewMoment {
        words: "a laugh".to_owned(),
        ..marked(MomentKind::Opening, with)
    };
    journal.mark_moment(page, &new, who.now()).unwrap();
}

/// One page that may come up, and eight that may not, each for another reason. Each is of a word of its own, `times` over.
fn one_of_nine(bo: &Person, journal: &mut Journal, times: usize) -> ReflectionId {
    let [open, resting, ended, care] =
        ["Sam", "Kit", "Lou", "R."].map(|name| bo.tie(journal, name).id);
    let day = "2025-05-03T10:00:00-04:00";
    let fine = on(bo, journal, day, &[open], "the willow");
    opened(journal, bo, fine, Some(open));
    for _ in 0..times {
        let hanging = [(resting, "gate"), (ended, "garden"), (care, "stairs")];
        for (tie, word) in hanging {
            let page = on(bo, journal, day, &[open, tie], word);
            opened(journal, bo, page, None);
        }
        // Nothing hangs on these but a moment.
        let marked = [(resting, "harbour"), (ended, "orchard"), (care, "corridor")];
        for (tie, word) in marked {
            let page = on(bo, journal, day, &[open], word);
            opened(journal, bo, page, Some(tie));
        }
        let covered = Writing {
            cover: "later".to_owned(),
            ..words("cellar")
        };
        let covered = journal.write(&covered, bo.now()).unwrap();
        let aside = on(bo, journal, day, &[], "attic");
        for page in [covered, aside] {
            opened(journal, bo, page, None);
        }
        journal.set_aside(aside, bo.now()).unwrap();
    }
    journal
        .set_standing(resting, Standing::Resting, bo.now())
        .unwrap();
    journal
        .set_standing(ended, Standing::Ended, bo.now())
        .unwrap();
    journal.set_care(care, CareFlag::Raised).unwrap();
    fine
}

#[test]
fn an_opening_and_a_page_from_this_day_come_only_from_where_it_is_safe_to_look() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let fine = one_of_nine(&bo, &mut journal, 1);
    // Another moment of it is no opening, and the last second before its day and the first after it are another day.
    let moment = marked(MomentKind::Connection, None);
    journal.mark_moment(fine, &moment, bo.now()).unwrap();
    for at in ["2025-05-02T23:59:59-04:00", "2025-05-04T00:00:00-04:00"] {
        on(&bo, &mut journal, at, &[], "another day");
    }
    // What is wished of one page is wished of no other.
    let other = on(&bo, &mut journal, "2025-05-03T11:00:00-04:00", &[], "rain");
    journal.not_this_page_again(other, bo.now()).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 5, 3).unwrap();
    for n in 0..50 {
        let opening = journal.an_opening(Draw::of(n)).unwrap().unwrap();
        assert_eq!(opening.page.id, fine);
        assert_eq!(opening.moment.kind, MomentKind::Opening);
        let page = journal.a_page_from_this_day(today, Draw::of(n)).unwrap();
        assert_eq!(page.unwrap().id, fine);
    }
    for day in ["2025-05-03", "2024-05-03"] {
        let page = journal.a_page_from_this_day(day.parse().unwrap(), Draw::of(1));
        assert!(page.unwrap().is_none(), "{day}");
    }
    journal.not_this_page_again(fine, bo.now()).unwrap();
    // Said twice, it is said once.
    let said = journal.digests().unwrap();
    journal.not_this_page_again(fine, bo.now()).unwrap();
    assert_eq!(journal.digests().unwrap(), said);
    assert!(journal.an_opening(Draw::of(1)).unwrap().is_none());
    assert!(
        journal
            .a_page_from_this_day(today, Draw::of(1))
            .unwrap()
            .is_none()
    );
    assert_eq!(journal.pages_not_again().unwrap()[0].id, fine);
    journal.this_page_again(fine).unwrap();
    assert!(journal.an_opening(Draw::of(1)).unwrap().is_some());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_twenty_ninth_of_february_is_a_day_too() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = on(
        &aki,
        &mut journal,
        "2024-02-29T23:59:00+09:00",
        &[],
        "うるう",
    );
    let today = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    let found = journal.a_page_from_this_day(today, Draw::of(0)).unwrap();
    assert_eq!(found.unwrap().id, page);
}

#[test]
fn a_year_on_a_page_has_one_dot_for_each_page_and_twelve_rows() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let mut pages = Vec::new();
    for at in [
        "2026-01-01T00:00:00-05:00",
        "2026-02-28T08:00:00-05:00",
        "2026-02-28T09:00:00-05:00",
        "2026-12-31T23:59:59-05:00",
    ] {
        pages.push(on(&claire, &mut journal, at, &[], "un"));
    }
    let aside = on(
        &claire,
        &mut journal,
        "2026-06-01T12:00:00-04:00",
        &[],
        "deux",
    );
    journal.set_aside(aside, claire.now()).unwrap();
    for at in ["2025-12-31T23:59:59-05:00", "2027-01-01T00:00:00-05:00"] {
        on(&claire, &mut journal, at, &[], "d’une autre année");
    }
    let year = journal.year_on_a_page(2026).unwrap();
    let dots: Vec<_> = year.dots.iter().map(|dot| dot.page).collect();
    assert_eq!(dots, pages);
    assert_eq!(year.height, 12 * year.row);
    let rows: Vec<u32> = year.dots.iter().map(|dot| dot.y / year.row).collect();
    assert_eq!(rows, [0, 1, 1, 11]);
    assert_ne!(year.dots[1].x, year.dots[2].x);
    assert!(
        year.dots
            .iter()
            .all(|dot| dot.x < year.width && dot.y < year.height)
    );
    assert_eq!(journal.years().unwrap(), [2027, 2026, 2025]);
}

#[test]
fn words_one_returns_to_are_given_back_as_they_were_written_with_their_places() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mut places = Vec::new();
    for (n, body) in [
        "駅のベンチで、母の声を思い出した。",
        "駅のベンチに座る。The old bench by the river again.",
        "今日も駅のベンチ。Le vieux pont, l’odeur du fleuve.",
        "川。the old bench by the river, and depression everywhere",
        "The Old Bench by the River. L'odeur du fleuve. depression",
        "**l’odeur du fleuve** ; depression",
    ]
    .iter()
    .enumerate()
    {
        let at = format!("2026-03-0{}T10:00:00+09:00", n + 1);
        places.push(on(&aki, &mut journal, &at, &[], body));
    }
    let found = journal
        .words_i_return_to(&ReturningAsk::default())
        .unwrap()
        .words;
    let said: Vec<&str> = found.iter().map(|one| one.words.as_str()).collect();
    for words in ["駅のベンチ", "odeur du fleuve"] {
        assert!(said.contains(&words), "{words} of {said:?}");
    }
    let bench = said
        .iter()
        .find(|words| words.to_lowercase() == "old bench by the river");
    assert!(bench.is_none(), "five words are no phrase of four");
    assert!(
        said.iter().any(|words| words.to_lowercase() == "old bench"),
        "{said:?}"
    );
    // Small words, words of diagnosis, and words inside a longer phrase are not there.
    for words in ["the", "今日", "depression", "fleuve", "ベンチ"] {
        assert!(!said.contains(&words), "{words} of {said:?}");
    }
    let station = found.iter().find(|one| one.words == "駅のベンチ").unwrap();
    let pages: Vec<_> = station.places.iter().map(|place| place.page).collect();
    assert_eq!(pages, [places[2], places[1], places[0]]);
    let march_first = ReturningAsk {
        from: NaiveDate::from_ymd_opt(2026, 3, 4),
        to: None,
    };
    let found = journal.words_i_return_to(&march_first).unwrap().words;
    assert!(found.iter().all(|one| one.words != "駅のベンチ"));
}

#[test]
fn what_is_looked_for_by_days_is_of_those_days_from_their_first_second_to_their_last() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut write = |at: &str| on(&bo, &mut journal, at, &[], "a lantern");
    for at in ["2026-05-02T23:59:59-04:00", "2026-05-05T00:00:00-04:00"] {
        write(at);
    }
    let mut of_those_days = [
        "2026-05-03T00:00:00-04:00",
        "2026-05-03T23:59:59-04:00",
        "2026-05-04T00:00:00-04:00",
        "2026-05-04T23:59:59-04:00",
    ]
    .map(&mut write);
    of_those_days.reverse();
    let days = ["2026-05-03", "2026-05-04"].map(|day| day.parse().ok());
    let [from, to] = days;
    // A beginning of a word is looked for in another way than a word, and the closest in a third.
    for (words, order) in [
        ("lan", Order::Newest),
        ("lantern", Order::Newest),
        ("lantern", Order::Closest),
    ] {
        let ask = SearchAsk {
            words: words.to_owned(),
            order,
            from,
            to,
            limit: 9,
            ..SearchAsk::default()
        };
        let hits = journal.search(&ask).unwrap().hits;
        let mut found: Vec<_> = hits.iter().map(|hit| hit.line.id).collect();
        if order == Order::Closest {
            found.sort_by_key(|id| of_those_days.iter().position(|one| one == id));
        }
        assert_eq!(found, of_those_days, "{words}, {order:?}");
    }
    let ask = ReturningAsk { from, to };
    let [lantern] = journal
        .words_i_return_to(&ask)
        .unwrap()
        .words
        .try_into()
        .unwrap();
    let found: Vec<_> = lantern.places.iter().map(|place| place.page).collect();
    assert_eq!(found, of_those_days);
}

#[test]
fn words_are_not_gathered_from_pages_one_would_not_meet_by_chance() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    one_of_nine(&bo, &mut journal, 3);
    let open = bo.tie(&mut journal, "Noor").id;
    for n in 1..4 {
        let at = format!("2026-05-0{n}T10:00:00-04:00");
        let page = on(&bo, &mut journal, &at, &[open], "a lantern");
        opened(&mut journal, &bo, page, Some(open));
    }
    let found = journal
        .words_i_return_to(&ReturningAsk::default())
        .unwrap()
        .words;
    let said: Vec<&str> = found.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(said, ["lantern"]);
}

/// Writes a page that was asked a question.
fn answer(
    journal: &mut Journal,
    who: &Person,
    question: &str,
    ties: &[TieId],
    cover: &str,
) -> ReflectionId {
    let question = question.parse().unwrap();
    let writing = Writing {
        asked: vec![journal.asking(&question, "en", None, None).unwrap()],
        ties: ties.to_vec(),
        cover: cover.to_owned(),
        ..words("something")
    };
    journal.write(&writing, who.now()).unwrap()
}

#[test]
fn an_old_question_is_drawn_from_what_pages_were_asked_and_only_from_where_it_is_safe_to_look() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    assert!(journal.an_old_question(Draw::of(3)).unwrap().is_none());
    let [open, resting, care] = ["Sam", "Kit", "R."].map(|name| bo.tie(&mut journal, name).id);
    journal
        .set_standing(resting, Standing::Resting, bo.now())
        .unwrap();
    journal.set_care(care, CareFlag::Raised).unwrap();
    let mut answered = |question: &str, ties: &[TieId], cover: &str| {
        answer(&mut journal, &bo, question, ties, cover)
    };
    answered("worldview-3", &[open], "");
    answered("hope-1", &[open, care], "");
    answered("hope-2", &[resting], "");
    answered("hope-3", &[], "later");
    let aside = answered("hope-4", &[], "");
    let with_care = answered("community-1", &[open], "");
    let with_resting = answered("community-2", &[], "");
    let not_again = answered("community-3", &[], "");
    answered("community-4", &[], "");
    let with_open = answered("worldview-2", &[], "");
    for (page, tie) in [
        (with_care, care),
        (with_resting, resting),
        (with_open, open),
    ] {
        let moment = marked(MomentKind::Connection, Some(tie));
        journal.mark_moment(page, &moment, bo.now()).unwrap();
    }
    journal.set_aside(aside, bo.now()).unwrap();
    journal.not_this_page_again(not_again, bo.now()).unwrap();
    let wish = |journal: &mut Journal, question: &str, wish| {
        let question = question.parse().unwrap();
        journal
            .wish_of_question(&question, Some(wish), bo.now())
            .unwrap();
    };
    wish(&mut journal, "community-4", QuestionWish::NotAgain);
    wish(&mut journal, "worldview-2", QuestionWish::Later);
    let drawn: BTreeSet<_> = (0..60)
        .map(|n| journal.an_old_question(Draw::of(n)).unwrap().unwrap())
        .map(|question| question.id.as_str().to_owned())
        .collect();
    assert_eq!(Vec::from_iter(drawn), ["worldview-2", "worldview-3"]);
}

#[test]
fn openings_are_gathered_with_whom_they_were_and_none_of_somebody_one_is_not_free_with() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, ended, care] = ["Sam", "Lou", "R."].map(|name| bo.tie(&mut journal, name).id);
    let mut open = |ties: &[TieId], with: Option<TieId>| {
        let writing = Writing {
            ties: ties.to_vec(),
            ..words("by the river")
        };
        let page = journal.write(&writing, bo.now()).unwrap();
        bo.later(Duration::minutes(1));
        opened(&mut journal, &bo, page, with);
        page
    };
    let alone = open(&[], None);
    let with_sam = open(&[], Some(sam));
    open(&[sam, care], None);
    open(&[], Some(care));
    let with_lou = open(&[sam], Some(ended));
    let aside = open(&[], None);
    journal.set_aside(aside, bo.now()).unwrap();
    journal
        .set_standing(ended, Standing::Ended, bo.now())
        .unwrap();
    journal.set_care(care, CareFlag::Raised).unwrap();
    let gathered = journal.openings(None, 9).unwrap().openings;
    let gathered: Vec<_> = gathered
        .iter()
        .map(|line| (line.page.id, line.moment.tie))
        .collect();
    let expected = [
        (with_lou, Some(ended)),
        (with_sam, Some(sam)),
        (alone, None),
    ];
    assert_eq!(gathered, expected);
}

#[test]
fn after_two_hundred_days_everything_a_first_screen_asks_for_is_the_same() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    one_of_nine(&bo, &mut journal, 1);
    bo.set_clock("2025-05-03T12:00:00-04:00");
    let first_screen = |journal: &Journal| {
        let practice = journal.practice().unwrap();
        let said = serde_json::json!([
            journal.opened(),
            journal.draft(None).unwrap(),
            journal.ties().unwrap(),
            journal.intentions().unwrap(),
            practice,
        ]);
        said.to_string()
    };
    drop(journal);
    let before = first_screen(&bo.open());
    bo.later(Duration::days(200));
    assert_eq!(first_screen(&bo.open()), before);
}
