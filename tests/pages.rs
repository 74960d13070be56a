//! Pages: written, read, written anew, listed by their places.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use awai::{Cover, Error, Happened, PagesAsk, Place, ReflectionId, TieId, Version, Writing};
use awai_tests::{Person, moment, strings, titled, words};
use chrono::{Duration, FixedOffset, NaiveDate, TimeZone};
use proptest::prelude::*;

fn newest(limit: u32) -> PagesAsk {
    PagesAsk {
        limit,
        ..PagesAsk::default()
    }
}

#[test]
fn one_character_without_title_tie_or_date_is_a_page() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let id = aki.write(&mut journal, "。");
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.writing, words("。"));
    assert_eq!((page.rev, page.versions), (1, 0));
    assert_eq!(page.day.to_string(), "2026-05-03");
    assert!(page.revised_at.is_none() && page.aside_since.is_none() && !page.covered);
    assert!(matches!(
        journal.write(&words(""), aki.now()),
        Err(Error::NothingWritten)
    ));
}

#[test]
fn everything_a_page_says_of_itself_comes_back() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let tie = claire.tie(&mut journal, "le groupe du mardi");
    let writing = Writing {
        title: "Au bord de l’eau".into(),
        body: "On s’est tus longtemps.\n\nPuis on a ri.".into(),
        cover: "une soirée d’hiver".into(),
        stays_here: true,
        happened: Happened::Words {
            words: "l’hiver d’avant".into(),
        },
        lang: "fr-CA".into(),
        ties: vec![tie.id],
        ..Writing::default()
    };
    let id = journal.write(&writing, claire.now()).unwrap();
    drop(journal);
    let journal = claire.open();
    assert_eq!(journal.page(id, Cover::Opened).unwrap().writing, writing);
}

#[test]
fn what_a_page_said_before_stays_beside_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "first");
    for body in ["second", "third"] {
        journal
            .revise(id, &titled("later", body), bo.now())
            .unwrap();
        bo.later(Duration::days(1));
    }
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(
        (page.writing.body.as_str(), page.rev, page.versions),
        ("third", 3, 2)
    );
    assert_eq!(page.written_at, moment("2026-05-03T08:15:00-07:00"));
    let said: Vec<(i64, String)> = journal
        .versions(id, Cover::Closed)
        .unwrap()
        .into_iter()
        .map(|version| (version.rev, words_of(&version)))
        .collect();
    assert_eq!(said, [(2, "second".to_owned()), (1, "first".to_owned())]);
}

/// The plain words of a version, whatever blocks they came in.
fn words_of(version: &Version) -> String {
    let json = serde_json::to_value(&version.blocks).unwrap();
    let mut said = String::new();
    gather(&json, &mut said);
    said
}

fn gather(value: &serde_json::Value, said: &mut String) {
    match value {
        serde_json::Value::Object(fields) => {
            if let Some(serde_json::Value::String(text)) = fields.get("text") {
                said.push_str(text);
            }
            fields.values().for_each(|field| gather(field, said));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, said)),
        _ => {}
    }
}

#[test]
fn the_same_words_again_change_nothing() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "the same");
    journal.revise(id, &words("the same"), bo.now()).unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!((page.rev, page.versions), (1, 0));
    assert!(page.revised_at.is_none());
}

#[test]
fn a_page_that_is_not_there_is_said_to_be_not_there() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let nobody: ReflectionId = "0123456789abcdef0123456789abcdef".parse().unwrap();
    let refused = [
        journal.page(nobody, Cover::Closed).err(),
        journal.line(nobody).err(),
        journal.versions(nobody, Cover::Opened).err(),
        journal.revise(nobody, &words("x"), bo.now()).err(),
        journal.set_aside(nobody, bo.now()).err(),
        journal.bring_back(nobody).err(),
        journal
            .picture("0123456789abcdef0123456789abcdef".parse().unwrap())
            .err(),
    ];
    for error in refused {
        assert!(matches!(error, Some(Error::NotFound)), "{error:?}");
    }
}

#[test]
fn a_page_between_nobody_we_know_is_refused_whole() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let stranger: TieId = "0123456789abcdef0123456789abcdef".parse().unwrap();
    let writing = Writing {
        ties: vec![stranger],
        ..words("between us")
    };
    assert!(matches!(
        journal.write(&writing, bo.now()),
        Err(Error::UnknownTie)
    ));
    assert!(journal.pages(&newest(10)).unwrap().lines.is_empty());
    let ask = PagesAsk {
        tie: Some(stranger),
        ..newest(10)
    };
    assert!(matches!(journal.pages(&ask), Err(Error::UnknownTie)));
}

#[test]
fn values_no_page_can_have_are_refused() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for writing in [
        Writing {
            lang: "fr_CA; --".into(),
            ..words("x")
        },
        Writing {
            happened: Happened::Month {
                year: 2026,
                month: 0,
            },
            ..words("x")
        },
    ] {
        assert!(matches!(
            journal.write(&writing, bo.now()),
            Err(Error::BadRequest)
        ));
    }
    assert!("nowhere".to_owned().parse::<TieId>().is_err());
    assert!(Place::try_from("nowhere".to_owned()).is_err());
}

#[test]
fn a_page_of_sixteen_mebibytes_is_kept_and_one_byte_more_is_refused() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let most = "あいうえお。\n".repeat(16 * 1024 * 1024 / 19);
    let most = most + &"a".repeat(16 * 1024 * 1024 - 16 * 1024 * 1024 / 19 * 19);
    assert_eq!(most.len(), 16 * 1024 * 1024);
    let id = journal.write(&words(&most), aki.now()).unwrap();
    assert!(journal.page(id, Cover::Closed).unwrap().writing.body == most);
    let more = titled("a", &most);
    assert!(matches!(
        journal.write(&more, aki.now()),
        Err(Error::TooLarge)
    ));
    drop(journal);
    let journal = aki.open();
    assert!(journal.page(id, Cover::Closed).unwrap().writing.body == most);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_covered_page_shows_its_cover_and_no_word_of_its_own() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let id = journal
        .write(&titled("titre caché", "mots cachés"), claire.now())
        .unwrap();
    let covered = Writing {
        cover: "un soir".into(),
        ..titled("titre caché", "mots recouverts")
    };
    journal.revise(id, &covered, claire.now()).unwrap();
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        journal.page(id, Cover::Closed).unwrap(),
        journal.line(id).unwrap(),
        journal.versions(id, Cover::Closed).unwrap(),
        journal.pages(&newest(5)).unwrap(),
    );
    assert!(shown.contains("un soir"));
    for hidden in ["caché", "recouverts"] {
        assert!(!shown.contains(hidden), "{hidden} is shown");
    }
    let opened = journal.page(id, Cover::Opened).unwrap();
    assert_eq!(opened.writing, covered);
}

#[test]
fn pages_come_newest_first_and_can_be_walked_both_ways() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: Vec<ReflectionId> = (0..25)
        .map(|n| bo.write(&mut journal, &format!("page {n}")))
        .collect();
    let mut walked = Vec::new();
    let mut ask = newest(10);
    let mut firsts = Vec::new();
    loop {
        let pages = journal.pages(&ask).unwrap();
        firsts.push(pages.lines[0].place);
        ask.before = pages.lines.last().map(|line| line.place);
        walked.extend(pages.lines.iter().map(|line| line.id));
        if !pages.more {
            break;
        }
    }
    let newest_first: Vec<ReflectionId> = ids.iter().rev().copied().collect();
    assert_eq!(walked, newest_first);
    let back = journal
        .pages(&PagesAsk {
            after: Some(firsts[1]),
            ..newest(4)
        })
        .unwrap();
    let back: Vec<ReflectionId> = back.lines.iter().map(|line| line.id).collect();
    assert_eq!(back, newest_first[6..10]);
}

#[test]
fn pages_of_a_day_are_those_of_its_local_day() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mut write = |clock: &str| {
        aki.set_clock(clock);
        aki.write(&mut journal, clock)
    };
    write("2026-05-02T23:59:59+09:00");
    let first = write("2026-05-03T00:00:00+09:00");
    let abroad = write("2026-05-03T23:59:59-10:00");
    write("2026-05-04T00:00:00+09:00");
    let day = NaiveDate::from_ymd_opt(2026, 5, 3);
    let pages = journal
        .pages(&PagesAsk {
            from: day,
            to: day,
            ..newest(10)
        })
        .unwrap();
    let found: Vec<ReflectionId> = pages.lines.iter().map(|line| line.id).collect();
    assert_eq!(found, [abroad, first]);
}

#[test]
fn many_pages_in_one_second_keep_the_order_they_were_written_in() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: Vec<ReflectionId> = (0..50)
        .map(|n| journal.write(&words(&n.to_string()), bo.now()).unwrap())
        .collect();
    let pages = journal.pages(&newest(50)).unwrap();
    let found: Vec<ReflectionId> = pages.lines.iter().rev().map(|line| line.id).collect();
    assert_eq!(found, ids);
}

#[test]
fn the_hour_that_comes_twice_in_autumn_keeps_its_day_and_both_offsets() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    for clock in [
        "2026-11-01T01:50:00-04:00",
        "2026-11-01T01:10:00-05:00",
        "2026-03-08T03:00:00-04:00",
    ] {
        claire.set_clock(clock);
        let id = claire.write(&mut journal, "x");
        let line = journal.line(id).unwrap();
        assert_eq!(line.written_at, moment(clock));
        assert_eq!(line.written_at.offset(), moment(clock).offset());
        assert_eq!(line.day.to_string(), clock[..10]);
    }
}

#[test]
fn months_with_pages_are_counted_newest_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for clock in [
        "1969-12-31T23:00:00-01:00",
        "2026-01-31T23:59:59+14:00",
        "2026-02-01T00:00:00-12:00",
        "2026-02-28T12:00:00+00:00",
    ] {
        bo.set_clock(clock);
        bo.write(&mut journal, clock);
    }
    let months: Vec<(i32, u8, u32)> = journal
        .months(None)
        .unwrap()
        .iter()
        .map(|month| (month.year, month.month, month.pages))
        .collect();
    assert_eq!(months, [(2026, 2, 2), (2026, 1, 1), (1969, 12, 1)]);
}

#[test]
fn a_clock_a_few_seconds_west_of_greenwich_leaves_a_whole_journal() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for west in [1, 29, 30, 59_999] {
        let offset = chrono::FixedOffset::west_opt(west).unwrap();
        let now = bo.now().with_timezone(&offset);
        let id = journal.write(&words("one"), now).unwrap();
        journal.revise(id, &words("two"), now).unwrap();
        let there = journal.page(id, Cover::Opened).unwrap().written_at;
        assert_eq!(there.naive_local(), now.naive_local());
        assert!(journal.check().unwrap().is_whole(), "{west} seconds west");
    }
    drop(journal);
    assert!(!bo.open().opened().older);
}

#[test]
fn a_clock_with_fractions_of_a_second_leaves_a_whole_journal() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.set_clock("2026-05-03T08:15:00.123456789-07:00");
    let id = bo.write(&mut journal, "one");
    assert!(journal.check().unwrap().is_whole());
    journal.revise(id, &words("two"), bo.now()).unwrap();
    assert!(journal.check().unwrap().is_whole());
    journal.set_aside(id, bo.now()).unwrap();
    journal.bring_back(id).unwrap();
    drop(journal);
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn naughty_strings_are_pages_titles_covers_and_names_like_any_other() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for (n, text) in strings::naughty().iter().enumerate() {
        let writing = Writing {
            cover: text.clone(),
            happened: Happened::Words {
                words: text.clone(),
            },
            ..titled(text, text)
        };
        if text.is_empty() {
            continue;
        }
        let id = journal.write(&writing, bo.now()).unwrap();
        let there = journal.page(id, Cover::Opened).unwrap();
        assert_eq!(there.writing, writing, "string {n}");
    }
    drop(journal);
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}

fn happened() -> impl Strategy<Value = Happened> {
    prop_oneof![
        Just(Happened::Untold),
        any::<String>().prop_map(|words| Happened::Words { words }),
        any::<i32>().prop_map(|year| Happened::Year { year }),
        (any::<i32>(), 1u8..=12).prop_map(|(year, month)| Happened::Month { year, month }),
        (-95_000_000i32..95_000_000).prop_filter_map("a day", |n| {
            NaiveDate::from_num_days_from_ce_opt(n).map(|day| Happened::Day { day })
        }),
    ]
}

fn writing() -> impl Strategy<Value = Writing> {
    let text = || {
        prop_oneof![
            any::<String>(),
            "\\PC{0,60}",
            "[\\x00-\\x20あア亜é\u{300}\u{fe0f}👩‍👩‍👧*{}|\\[\\]()_`#>-]{0,60}",
        ]
    };
    (
        text(),
        text(),
        text(),
        any::<bool>(),
        happened(),
        "[a-zA-Z0-9-]{0,35}",
    )
        .prop_map(|(title, body, cover, stays_here, happened, lang)| Writing {
            title,
            body,
            cover,
            stays_here,
            happened,
            lang,
            ..Writing::default()
        })
}

fn time() -> impl Strategy<Value = awai::Now> {
    // From the year 1000 to the year 9999, at any offset a map of the world has known.
    (
        -30_610_224_000i64..253_402_000_000,
        -57_600i32..57_600,
        0u32..1_000_000_000,
    )
        .prop_map(|(seconds, offset, nanos)| {
            FixedOffset::east_opt(offset)
                .unwrap()
                .timestamp_opt(seconds, nanos)
                .unwrap()
        })
}

/// One journal for many cases: making one for each would test the making.
#[test]
fn any_words_at_any_time_come_back_byte_for_byte() {
    let bo = Person::bo();
    let journal = std::cell::RefCell::new(bo.begin());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&(writing(), writing(), time()), |(first, second, now)| {
            prop_assume!(!(first.title.is_empty() && first.body.is_empty()));
            prop_assume!(!(second.title.is_empty() && second.body.is_empty()));
            let mut journal = journal.borrow_mut();
            let id = journal.write(&first, now).unwrap();
            let page = journal.page(id, Cover::Opened).unwrap();
            prop_assert_eq!(&page.writing, &first);
            prop_assert_eq!(
                page.written_at.naive_local().and_utc().timestamp(),
                now.naive_local().and_utc().timestamp()
            );
            prop_assert_eq!(page.day, now.naive_local().date());
            journal.revise(id, &second, now).unwrap();
            let page = journal.page(id, Cover::Opened).unwrap();
            prop_assert_eq!(&page.writing, &second);
            Ok(())
        })
        .unwrap();
    drop(journal);
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}
