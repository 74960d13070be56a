//! The people, groups and places between whom things happen.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use awai::{
    CareFlag, Cover, Error, Journal, MomentKind, NewTie, PagesAsk, Standing, TieChange, TieId,
    TieKind, Writing,
};
use awai_tests::{Person, marked, strings, words};
use chrono::{Datelike, Duration};

fn called(name: &str) -> NewTie {
    NewTie {
        called: name.to_owned(),
        kind: TieKind::Person,
    }
}

#[test]
fn a_tie_needs_a_name_and_nothing_else() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let tie = aki.tie(&mut journal, "M");
    assert_eq!((tie.called.as_str(), tie.about.as_str()), ("M", ""));
    assert_eq!((tie.kind, tie.standing), (TieKind::Person, Standing::Open));
    assert_eq!(journal.ties().unwrap(), [tie]);
    for nothing in ["", " ", "\u{3000}\n"] {
        assert!(matches!(
            journal.add_tie(&called(nothing), aki.now()),
            Err(Error::NothingWritten)
        ));
    }
}

#[test]
fn a_name_of_three_hundred_characters_is_taken_and_one_more_is_not() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let long = "あ".repeat(300);
    assert_eq!(aki.tie(&mut journal, &long).called, long);
    assert!(matches!(
        journal.add_tie(&called(&(long.clone() + "い")), aki.now()),
        Err(Error::TooLong)
    ));
    // Several are made all or none, and giving another name is answered in the same way.
    let several = [called("Bo"), called(&(long.clone() + "い"))];
    assert!(matches!(
        journal.add_ties(&several, aki.now()),
        Err(Error::TooLong)
    ));
    let ties = journal.ties().unwrap();
    assert_eq!(ties.len(), 1);
    let another = TieChange {
        called: Some(long + "い"),
        ..TieChange::default()
    };
    assert!(matches!(
        journal.change_tie(ties[0].id, &another, aki.now()),
        Err(Error::TooLong)
    ));
}

#[test]
fn the_same_name_in_another_width_or_case_is_the_same_tie() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let tie = aki.tie(&mut journal, "Émile Ｂ");
    for again in ["émile b", "  ÉMILE Ｂ ", "Émile B"] {
        assert_eq!(aki.tie(&mut journal, again), tie, "{again}");
        assert_eq!(journal.tie_called(again).unwrap().as_ref(), Some(&tie));
    }
    assert_eq!(journal.tie_called("Bo").unwrap(), None);
    assert_eq!(journal.ties().unwrap().len(), 1);
}

#[test]
fn a_page_may_hang_on_many_ties_and_a_tie_hold_many_pages() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let anna = claire.tie(&mut journal, "Anna");
    let group = journal
        .add_tie(
            &NewTie {
                called: "le groupe".into(),
                kind: TieKind::Group,
            },
            claire.now(),
        )
        .unwrap();
    let both = Writing {
        ties: vec![group.id, anna.id, anna.id],
        ..words("à deux et à plusieurs")
    };
    let first = journal.write(&both, claire.now()).unwrap();
    let second = journal
        .write(
            &Writing {
                ties: vec![anna.id],
                ..words("à deux")
            },
            claire.now(),
        )
        .unwrap();
    assert_eq!(journal.line(first).unwrap().ties, [anna.id, group.id]);
    let of = |tie| {
        let ask = PagesAsk {
            tie: Some(tie),
            limit: 10,
            ..PagesAsk::default()
        };
        let pages = journal.pages(&ask).unwrap().lines;
        pages.iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(of(anna.id), [second, first]);
    assert_eq!(of(group.id), [first]);
    let months = journal.months(Some(group.id)).unwrap();
    assert_eq!(months.iter().map(|month| month.pages).sum::<u32>(), 1);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_pages_and_the_months_of_a_tie_are_what_hangs_on_it_and_does_not_lie_aside() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, noor] = ["Sam", "Noor"].map(|name| bo.tie(&mut journal, name).id);
    let mut write = |tie, body: &str| {
        let writing = Writing {
            ties: vec![tie],
            ..words(body)
        };
        let page = journal.write(&writing, bo.now()).unwrap();
        bo.later(Duration::days(40));
        page
    };
    let first = write(sam, "in spring");
    let lies_aside = write(sam, "in early summer");
    let _hers = write(noor, "by the sea");
    let [second, third] = ["in autumn", "in winter"].map(|body| write(sam, body));
    journal.set_aside(lies_aside, bo.now()).unwrap();
    let pages = |before, after| {
        let ask = PagesAsk {
            tie: Some(sam),
            limit: 10,
            before,
            after,
            ..PagesAsk::default()
        };
        let pages = journal.pages(&ask).unwrap().lines;
        pages.iter().map(|line| line.id).collect::<Vec<_>>()
    };
    let place = |page| Some(journal.line(page).unwrap().place);
    assert_eq!(pages(None, None), [third, second, first]);
    assert_eq!(pages(place(second), None), [first]);
    assert_eq!(pages(None, place(second)), [third]);
    let months = journal.months(Some(sam)).unwrap();
    let days = [third, second, first].map(|page| journal.line(page).unwrap().day);
    let expected: Vec<_> = days
        .iter()
        .map(|day| (day.year(), day.month(), 1))
        .collect();
    let months: Vec<_> = months
        .iter()
        .map(|month| (month.year, u32::from(month.month), month.pages))
        .collect();
    assert_eq!(months, expected);
}

#[test]
fn a_thread_is_drawn_of_a_ties_own_pages_and_moments() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, noor] = ["Sam", "Noor"].map(|name| bo.tie(&mut journal, name).id);
    let mut write = |ties: &[TieId], moments: &[(MomentKind, Option<TieId>)]| {
        let writing = Writing {
            ties: ties.to_vec(),
            ..words("a page")
        };
        let page = journal.write(&writing, bo.now()).unwrap();
        for (kind, tie) in moments {
            let new = marked(*kind, *tie);
            journal.mark_moment(page, &new, bo.now()).unwrap();
        }
        bo.later(Duration::days(1));
        page
    };
    use MomentKind::{Connection, Disconnection, Opening, Reconnection};
    let _nobodys = write(&[], &[(Connection, None)]);
    let alone = write(&[], &[(Opening, Some(sam)), (Disconnection, Some(noor))]);
    let _hers = write(&[noor], &[(Reconnection, None)]);
    let both = write(&[sam, noor], &[(Connection, None), (Opening, Some(noor))]);
    let bare = write(&[sam], &[]);
    // Nothing but a moment tells with whom these were.
    let with_sam = write(&[], &[(Connection, Some(sam))]);
    let _with_noor = write(&[], &[(Connection, Some(noor))]);
    let thread = journal.tie_room(sam).unwrap().thread;
    let drawn: Vec<_> = thread
        .points
        .iter()
        .map(|point| {
            (
                point.page.id,
                point.moment.as_ref().map(|moment| moment.kind),
            )
        })
        .collect();
    let expected = [
        (alone, Some(Opening)),
        (both, Some(Connection)),
        (bare, None),
        (with_sam, Some(Connection)),
    ];
    assert_eq!(drawn, expected);
    // Whoever is let go of takes along their moments, and of nobody else's pages anything.
    let before =
        [alone, both, bare, with_sam].map(|page| journal.page(page, Cover::Closed).unwrap().rev);
    journal.erase_tie(noor).unwrap();
    let after =
        [alone, both, bare, with_sam].map(|page| journal.page(page, Cover::Closed).unwrap().rev);
    assert_eq!(
        after[2..],
        before[2..],
        "a page that Noor is not on stays as it is"
    );
    assert!(after[0] > before[0] && after[1] > before[1]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_ties_of_a_page_can_change_without_its_words() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (a, b) = (bo.tie(&mut journal, "A"), bo.tie(&mut journal, "B"));
    let page = |ties| Writing {
        ties,
        ..words("the same words")
    };
    let id = journal.write(&page(vec![a.id]), bo.now()).unwrap();
    journal
        .revise(id, &page(vec![b.id, a.id]), bo.now())
        .unwrap();
    journal
        .revise(id, &page(vec![a.id, b.id]), bo.now())
        .unwrap();
    assert_eq!(journal.line(id).unwrap().ties, [a.id, b.id]);
    journal.revise(id, &page(Vec::new()), bo.now()).unwrap();
    assert!(journal.line(id).unwrap().ties.is_empty());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_tie_of_the_newest_page_stands_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (a, b, c) = (
        bo.tie(&mut journal, "A"),
        bo.tie(&mut journal, "B"),
        bo.tie(&mut journal, "C"),
    );
    for tie in [&b, &c, &b] {
        let page = Writing {
            ties: vec![tie.id],
            ..words("x")
        };
        journal
            .write(&page, bo.later(Duration::minutes(1)))
            .unwrap();
    }
    assert_eq!(journal.ties().unwrap(), [b, c, a]);
}

#[test]
fn a_tie_comes_first_for_a_moment_its_words_or_its_standing_and_stays_where_it_is_for_the_flag() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [a, b, c] = ["A", "B", "C"].map(|name| bo.tie(&mut journal, name).id);
    let page = Writing {
        ties: vec![c],
        ..words("x")
    };
    let page = journal
        .write(&page, bo.later(Duration::minutes(1)))
        .unwrap();
    let first = |journal: &Journal| journal.ties().unwrap()[0].id;
    assert_eq!(first(&journal), c);
    let opening = marked(MomentKind::Opening, Some(a));
    journal
        .mark_moment(page, &opening, bo.later(Duration::minutes(2)))
        .unwrap();
    assert_eq!(first(&journal), a);
    let about = TieChange {
        about: Some("by the bridge".into()),
        ..TieChange::default()
    };
    journal
        .change_tie(b, &about, bo.later(Duration::minutes(3)))
        .unwrap();
    assert_eq!(first(&journal), b);
    journal.set_care(c, CareFlag::Raised).unwrap();
    assert_eq!(first(&journal), b, "the flag moves nothing");
    let at = |minutes| bo.later(Duration::minutes(minutes));
    journal.set_standing(c, Standing::Resting, at(4)).unwrap();
    assert_eq!(journal.ties().unwrap()[2].id, c, "behind all that are open");
    journal.set_standing(c, Standing::Open, at(5)).unwrap();
    assert_eq!(first(&journal), c);
}

#[test]
fn naughty_strings_are_names_like_any_other() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for name in strings::naughty() {
        let long = name.trim().chars().count();
        match journal.add_tie(&called(&name), bo.now()) {
            Ok(tie) => {
                assert!((1..=300).contains(&long), "{name:?}");
                assert_eq!(journal.tie_called(&name).unwrap(), Some(tie));
            }
            Err(Error::NothingWritten) => assert_eq!(long, 0, "{name:?}"),
            Err(Error::TooLong) => assert!(long > 300, "{name:?}"),
            Err(other) => panic!("{name:?}: {other}"),
        }
    }
    assert!(journal.check().unwrap().is_whole());
}
