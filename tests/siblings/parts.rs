//! What hangs on a thing that went on elsewhere: it stands here as it stands there, and nothing else is touched.

use awai::{
    Cover, Journal, MomentId, MomentKind, NewCompanion, NewMoment, PageFromSibling, PagesAsk,
    ReflectionId, SiblingChoices, TakeAs, TieChange, TieId, Writing,
};
use awai_tests::{Person, unfinished, words};

use crate::*;

fn mark(
    bo: &Person,
    journal: &mut Journal,
    page: ReflectionId,
    words: &str,
    tie: Option<TieId>,
) -> MomentId {
    let moment = moment(words, tie);
    journal.mark_moment(page, &moment, bo.now()).unwrap()
}

fn moment(words: &str, tie: Option<TieId>) -> NewMoment {
    NewMoment {
        kind: MomentKind::Connection,
        words: words.to_owned(),
        lang: "en".into(),
        tie,
    }
}

fn choose(page: ReflectionId, take_as: TakeAs) -> SiblingChoices {
    SiblingChoices {
        pages: vec![PageFromSibling { page, take_as }],
        unfinished: false,
    }
}

/// The moments of a page: their words, and with whom they were.
fn moments(journal: &Journal, page: ReflectionId) -> Vec<(String, Option<TieId>)> {
    let moments = journal.page(page, Cover::Opened).unwrap().moments;
    moments
        .into_iter()
        .map(|one| (one.words, one.tie))
        .collect()
}

#[test]
fn moments_and_ties_of_a_page_that_went_on_there_are_here_as_they_are_there() {
    let (bo, [bench, _]) = somebody();
    let mut journal = bo.open();
    let [yuki, choir] = ["Yuki", "the choir"].map(|called| bo.tie(&mut journal, called).id);
    let with = |ties: &[TieId]| Writing {
        ties: ties.to_vec(),
        ..words("on the bench")
    };
    journal.revise(bench, &with(&[yuki]), bo.now()).unwrap();
    let first = mark(&bo, &mut journal, bench, "a nod", Some(yuki));
    journal.close().unwrap();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        journal.unmark_moment(first, bo.now()).unwrap();
        journal.revise(bench, &with(&[choir]), bo.now()).unwrap();
        mark(bo, journal, bench, "a song", Some(choir));
        mark(bo, journal, bench, "a silence", None);
    });
    let mut journal = bo.open();
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    let awaited = [
        ("a song".to_owned(), Some(choir)),
        ("a silence".to_owned(), None),
    ];
    assert_eq!(moments(&journal, bench), awaited);
    let page = journal.page(bench, Cover::Opened).unwrap();
    assert_eq!(page.writing.ties, [choir]);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn a_moment_with_a_tie_that_was_let_go_of_here_comes_without_it() {
    let (bo, [bench, _]) = somebody();
    let mut journal = bo.open();
    let tie = bo.tie(&mut journal, "Yuki").id;
    journal.close().unwrap();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        mark(bo, journal, bench, "a nod", Some(tie));
    });
    let mut journal = bo.open();
    journal.erase_tie(tie).unwrap();
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!(moments(&journal, bench), [("a nod".to_owned(), None)]);
    assert!(journal.ties().unwrap().is_empty());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_moment_was_with_the_same_person_here_as_there_whichever_way_it_comes() {
    for take_as in [TakeAs::Version, TakeAs::Page] {
        let (bo, [bench, river]) = somebody();
        let mut yuki = None;
        let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
            let tie = bo.tie(journal, "Yuki").id;
            let only_there = bo.write(journal, "only there");
            for page in [only_there, bench, river] {
                mark(bo, journal, page, "a nod", Some(tie));
            }
            yuki = Some(tie);
        });
        // Ties that were made here in the meantime stand under the numbers of theirs.
        let mut journal = bo.open();
        for called in ["Noor", "Sam"] {
            bo.tie(&mut journal, called);
        }
        journal.revise(bench, &words("here"), bo.now()).unwrap();
        bring(&bo, &mut journal, &sibling, &choose(bench, take_as));
        let ask = PagesAsk {
            limit: 9,
            ..PagesAsk::default()
        };
        let lines = journal.pages(&ask).unwrap().lines;
        let told: Vec<_> = lines
            .iter()
            .flat_map(|line| moments(&journal, line.id))
            .collect();
        let with_yuki = ("a nod".to_owned(), yuki);
        assert_eq!(told, [with_yuki.clone(), with_yuki.clone(), with_yuki]);
        settled(&bo, &mut journal, &sibling);
    }
}

#[test]
fn a_moment_of_which_more_was_said_there_comes_beside_the_one_here() {
    let (bo, [bench, _]) = somebody();
    let mut journal = bo.open();
    let [yuki, choir] = ["Yuki", "the choir"].map(|called| bo.tie(&mut journal, called).id);
    let said = [
        "a nod",
        "a song",
        "a door",
        "a silence",
        "a look",
        "a wave",
        "a tune",
    ];
    let marked = said.map(|words| mark(&bo, &mut journal, bench, words, None));
    let [nod, song, door, silence, look, wave, tune] = marked;
    journal.close().unwrap();
    let say = |journal: &mut Journal, id: MomentId, moment: &NewMoment| {
        journal.change_moment(id, moment, bo.now()).unwrap();
    };
    let sibling = written_elsewhere(&bo, "copy.db", |_, journal| {
        say(journal, nod, &moment("a nod across the street", None));
        say(journal, song, &moment("a song", Some(yuki)));
        let opened = NewMoment {
            kind: MomentKind::Opening,
            ..moment("a door", None)
        };
        say(journal, door, &opened);
        say(journal, look, &moment("", None));
        say(journal, wave, &moment("a wave", Some(choir)));
        say(journal, tune, &moment("", Some(yuki)));
    });
    // What is said of a moment only here stays, and who was let go of here is not named again.
    let mut journal = bo.open();
    say(&mut journal, silence, &moment("a silence", Some(yuki)));
    journal.erase_tie(choir).unwrap();
    bring(&bo, &mut journal, &sibling, &choose(bench, TakeAs::Version));
    let awaited = [
        ("a nod", None),
        ("a song", None),
        ("a door", None),
        ("a silence", Some(yuki)),
        ("a look", None),
        ("a wave", None),
        ("a tune", None),
        ("a nod across the street", None),
        ("a song", Some(yuki)),
        ("a door", None),
        ("", Some(yuki)),
    ];
    let awaited = awaited.map(|(words, tie)| (words.to_owned(), tie));
    assert_eq!(moments(&journal, bench), awaited);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn of_two_ties_that_which_was_touched_last_stands_first_wherever_that_was() {
    for here_last in [true, false] {
        let (bo, _) = somebody();
        let mut journal = bo.open();
        let [yuki, choir] = ["Yuki", "the choir"].map(|called| bo.tie(&mut journal, called).id);
        journal.close().unwrap();
        let with = |tie| Writing {
            ties: vec![tie],
            ..words("a walk")
        };
        let hours = chrono::Duration::hours;
        let there = bo.now() + hours(if here_last { 0 } else { 9 });
        let sibling = written_elsewhere(&bo, "copy.db", |_, journal| {
            let change = TieChange {
                called: Some("Y.".to_owned()),
                ..TieChange::default()
            };
            journal.change_tie(yuki, &change, there).unwrap();
        });
        let mut journal = bo.open();
        let order = if here_last {
            [choir, yuki]
        } else {
            [yuki, choir]
        };
        for tie in order {
            journal.write(&with(tie), bo.later(hours(1))).unwrap();
        }
        bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
        let ties = journal.ties().unwrap();
        let called: Vec<_> = ties.iter().map(|tie| tie.called.as_str()).collect();
        assert_eq!(called, ["Y.", "the choir"], "{here_last}");
    }
}

#[test]
fn a_tie_that_went_on_there_touches_no_page_and_no_moment_of_here() {
    let (bo, pages) = somebody();
    let mut journal = bo.open();
    let ties = ["Yuki", "the choir"].map(|called| bo.tie(&mut journal, called).id);
    journal.close().unwrap();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        for (tie, called) in ties.into_iter().zip(["Y.", "our choir"]) {
            let change = TieChange {
                called: Some(called.to_owned()),
                ..TieChange::default()
            };
            journal.change_tie(tie, &change, bo.now()).unwrap();
        }
    });
    // In the meantime something was noticed here, with them and by itself.
    let mut journal = bo.open();
    let mut noticed = Vec::new();
    for (page, tie) in pages.into_iter().zip(ties) {
        mark(&bo, &mut journal, page, "a nod", Some(tie));
        mark(&bo, &mut journal, page, "a silence", None);
        noticed.push(moments(&journal, page));
    }
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    for (page, noticed) in pages.into_iter().zip(noticed) {
        assert_eq!(moments(&journal, page), noticed);
    }
    let names: Vec<_> = journal
        .ties()
        .unwrap()
        .into_iter()
        .map(|tie| tie.called)
        .collect();
    assert!(names.contains(&"Y.".to_owned()) && names.contains(&"our choir".to_owned()));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn words_that_are_not_finished_there_and_are_said_here_are_not_found_again() {
    let (bo, [bench, _]) = somebody();
    let sibling = written_elsewhere(&bo, "phone.db", |bo, journal| {
        let save = unfinished(1, "on the bench, for an hour");
        journal.keep_draft(&save, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    let unfinished = |journal: &Journal| journal.compare_sibling(&sibling).unwrap().unfinished;
    assert_eq!(unfinished(&journal).len(), 1);
    let said = words("on the bench, for an hour");
    journal.revise(bench, &said, bo.now()).unwrap();
    assert!(unfinished(&journal).is_empty());
    // Said earlier is said, too.
    journal
        .revise(bench, &words("on the bench"), bo.now())
        .unwrap();
    assert!(unfinished(&journal).is_empty());
}

#[test]
fn an_invitation_that_was_made_there_waits_here_as_well() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        let new = NewCompanion {
            called: "Claire".into(),
            my_name: "Bo".into(),
            tie: None,
        };
        journal.make_card(&new, bo.tongue, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!(beside.others, 1);
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    let waiting = journal.invitations().unwrap();
    assert_eq!(waiting.len(), 1);
    settled(&bo, &mut journal, &sibling);
}
