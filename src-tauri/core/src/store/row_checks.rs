//! Checks what rows answer where a whole journal leans on it and nobody sees the answer itself.

use std::collections::BTreeMap;

use tempfile::TempDir;

use crate::ask_differently::AskDifferently;
use crate::asked::Asked;
use crate::error::Error;
use crate::id::CompanionId;
use crate::intention::{NewIntention, NewTry};
use crate::moment::{MomentKind, NewMoment};
use crate::own_words::{NewCompany, NewMyWord};
use crate::place::Place;
use crate::question::{NewQuestion, WordingRef};
use crate::question_set::NewQuestionSet;
use crate::reflection::Lenses;
use crate::search::{Order, SearchAsk};
use crate::tie::{NewTie, TieChange, TieKind};
use crate::wording::Wording;
use crate::{CareFlag, Cost, Journal, Now, Passphrase, ReflectionId, Vault, Writing};

fn now() -> Now {
    chrono::DateTime::parse_from_rfc3339("2026-05-03T21:40:00+09:00").unwrap()
}

fn a_journal() -> (TempDir, Journal) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    let phrase = Passphrase::new("lamp quay trout ninety-two").unwrap();
    let vault = Vault::create(&folder, &phrase, Cost::CHEAP, now()).unwrap();
    let journal = vault.unlock(&phrase, now()).unwrap();
    (home, journal)
}

fn words(body: &str) -> Writing {
    Writing {
        body: body.to_owned(),
        ..Writing::default()
    }
}

/// The revisions of each thing, in the order in which the chain tells of them.
fn revisions(journal: &Journal) -> BTreeMap<(String, [u8; 16]), Vec<i64>> {
    let rows = journal.rows();
    let mut found: BTreeMap<_, Vec<i64>> = BTreeMap::new();
    rows.walk_heads(i64::MAX >> 1, |_, head| {
        found
            .entry((head.kind, head.thing))
            .or_default()
            .push(head.rev);
        Ok(())
    })
    .unwrap();
    found
}

#[test]
fn whatever_changes_of_a_thing_is_its_next_revision() {
    let (_home, mut journal) = a_journal();
    let tie = NewTie {
        kind: TieKind::Person,
        called: "Sam".into(),
    };
    let tie = journal.add_tie(&tie, now()).unwrap().id;
    let writing = Writing {
        ties: vec![tie],
        ..words("by the river")
    };
    let page = journal.write(&writing, now()).unwrap();
    let moment = NewMoment {
        kind: MomentKind::Opening,
        words: "the far bank".into(),
        lang: "en".into(),
        tie: Some(tie),
    };
    let marked = journal.mark_moment(page, &moment, now()).unwrap();
    journal.revise(page, &words("by the sea"), now()).unwrap();
    journal.unmark_moment(marked, now()).unwrap();
    journal.erase_versions(page).unwrap();
    journal.set_aside(page, now()).unwrap();
    journal.bring_back(page).unwrap();

    journal.set_care(tie, CareFlag::Raised).unwrap();
    let called = TieChange {
        called: Some("S.".into()),
        ..TieChange::default()
    };
    journal.change_tie(tie, &called, now()).unwrap();
    let naming = journal.tie_room(tie).unwrap().namings.pop().unwrap();
    journal.erase_naming(naming.id).unwrap();

    let toward = NewIntention {
        toward: "listening longer".into(),
        ties: vec![tie],
        ..NewIntention::default()
    };
    let intention = journal.add_intention(&toward, now()).unwrap();
    let tried = NewTry {
        what_we_try: "walking".into(),
        ..NewTry::default()
    };
    let tried = journal.add_try(intention, &tried).unwrap();
    journal.erase_try(tried).unwrap();
    journal.erase_tie(tie).unwrap();

    let found = revisions(&journal);
    for ((kind, thing), revisions) in &found {
        let rise = revisions.windows(2).all(|two| two[0] < two[1]);
        let erased = *kind == "tie" && *thing == *tie.bytes();
        // What is erased is told once more as it was last.
        let last = revisions.len() - 1;
        let before = revisions[..last].windows(2).all(|two| two[0] < two[1]);
        assert!(rise || erased && before, "{kind}: {revisions:?}");
    }
    let many = |kind: &str, thing: &[u8; 16]| found[&(kind.to_owned(), *thing)].len();
    assert!(many("page", page.bytes()) >= 6);
    assert!(many("tie", tie.bytes()) >= 4);
    assert!(many("intention", intention.bytes()) >= 4);
}

#[test]
fn whatever_changes_of_a_question_or_a_set_is_its_next_revision() {
    let (_home, mut journal) = a_journal();
    let text = |text: &str| Wording::one("en", text);
    let new = NewQuestion {
        text: text("What now?"),
        hint: Wording::default(),
    };
    let question = journal.add_question(&new, now()).unwrap().id;
    let of = |n: u32| WordingRef {
        question: question.clone(),
        n,
    };
    let set = NewQuestionSet {
        title: text("Evening"),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: false,
        questions: vec![question.clone()],
    };
    let id = journal.add_question_set(&set, now()).unwrap();
    // What came back with other words grows out of the question, until that wording is gone.
    let mut file = journal.question_set_file(&id).unwrap();
    file.questions[0].text = text("What then?");
    let taken = journal.take_in_question_set(&file, now()).unwrap();
    let beside = &taken.beside[0];
    let differently = AskDifferently {
        from: of(1),
        text: text("What is here?"),
        hint: Wording::default(),
        by: None,
        changed_because: String::new(),
    };
    journal.ask_differently(&differently, now()).unwrap();
    journal.erase_wording(&of(1)).unwrap();
    journal.change_question_set(&id, &set).unwrap();
    journal.erase_wording(&of(2)).unwrap();

    let found = revisions(&journal);
    let told = |kind: &str, thing: Option<[u8; 16]>| &found[&(kind.to_owned(), thing.unwrap())];
    assert_eq!(told("question", question.bytes())[..], [1, 2, 3, 4]);
    assert_eq!(told("question", beside.bytes())[..], [1, 2]);
    assert_eq!(told("question_set", id.bytes())[..], [1, 2, 3]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn company_that_stays_where_it_is_has_not_changed_and_a_word_that_is_gone_is_not_written() {
    let (_home, mut journal) = a_journal();
    let company = ["the river", "a song", "Sam"].map(|one| {
        let new = NewCompany {
            who_or_what: one.into(),
            ..NewCompany::default()
        };
        journal.add_company(&new).unwrap()
    });
    let before = revisions(&journal);
    journal.move_company(company[1], Some(company[0])).unwrap();
    let after = revisions(&journal);
    let told = |id: usize| {
        let thing = ("company".to_owned(), *company[id].bytes());
        after[&thing].len() - before[&thing].len()
    };
    assert_eq!([told(0), told(1), told(2)], [1, 1, 0]);

    let word = NewMyWord {
        their_word: "a symptom".into(),
        my_word: "a wave".into(),
        ..NewMyWord::default()
    };
    let id = journal.add_my_word(&word).unwrap();
    journal.erase_my_word(id).unwrap();
    let gone = journal.change_my_word(id, &word);
    assert!(matches!(gone, Err(Error::NotHere)));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn an_intention_that_two_have_is_theirs_until_it_is_said_otherwise() {
    let (_home, mut journal) = a_journal();
    let with = |companion, toward: &str| NewIntention {
        toward: toward.to_owned(),
        with_companion: companion,
        ..NewIntention::default()
    };
    let companion = Some(CompanionId::from_bytes([9; 16]));
    let id = crate::id::IntentionId::from_bytes([3; 16]);
    let kept = journal.change(|rows| {
        let row = rows.add_intention(id, &with(companion, "more Tuesdays"), now())?;
        let first = rows.intention(id)?.ok_or(Error::NotHere)?;
        rows.change_intention(row, &with(None, "more Wednesdays"))?;
        let then = rows.intention(id)?.ok_or(Error::NotHere)?;
        rows.erase_intention(row)?;
        Ok((first, then))
    });
    let (first, then) = kept.unwrap();
    assert_eq!(first.with_companion, companion);
    assert_eq!(
        (then.toward.as_str(), then.with_companion),
        ("more Wednesdays", None)
    );
    assert!(then.rev > first.rev);
}

#[test]
fn a_pages_length_is_that_of_its_words_and_nothing_has_none() {
    let (_home, mut journal) = a_journal();
    let writing = Writing {
        title: "駅".into(),
        cover: "ゆっくり".into(),
        lenses: crate::Lenses {
            fear_says: "こわい".into(),
            hope_says: "まつ".into(),
            wider: "ここにいる人たち".into(),
        },
        happened: crate::Happened::Words {
            words: "ずっとまえの春".into(),
        },
        ..words("朝の雨")
    };
    let page = journal.write(&writing, now()).unwrap();
    let all = "駅ゆっくりこわいまつここにいる人たちずっとまえの春朝の雨";
    let long = all.len() as u64;
    assert_eq!(journal.rows().page_bytes(page).unwrap(), long);
    let nobody = ReflectionId::from_bytes([0; 16]);
    assert_eq!(journal.rows().page_bytes(nobody).unwrap(), 0);
}

#[test]
fn a_second_that_is_full_takes_one_page_into_its_last_place_and_no_more() {
    let (_home, mut journal) = a_journal();
    journal.write(&words("one"), now()).unwrap();
    let first = Place::of_time(now());
    let last = first.last_of_its_second();
    let stand_at = |journal: &mut Journal, place: i64| {
        journal
            .change(|rows| {
                rows.0
                    .execute("UPDATE reflection SET place = ?1", [place])?;
                Ok(())
            })
            .unwrap();
    };
    stand_at(&mut journal, last.number() - 1);
    assert_eq!(journal.rows().free_place(first).unwrap(), last);
    stand_at(&mut journal, last.number());
    let full = journal.rows().free_place(first);
    assert!(matches!(full, Err(Error::TooLarge)));
    // The second after it has nothing to do with it.
    let next = Place::of_time(now() + chrono::Duration::seconds(1));
    assert_eq!(journal.rows().free_place(next).unwrap(), next);
}

#[test]
fn a_tie_stands_there_since_it_was_made_whatever_is_changed_of_it_later() {
    let (_home, mut journal) = a_journal();
    let tie = NewTie {
        kind: TieKind::CommunityOrPlace,
        called: "the quay".into(),
    };
    let tie = journal.add_tie(&tie, now()).unwrap().id;
    let called = TieChange {
        called: Some("the old quay".into()),
        ..TieChange::default()
    };
    let later = now() + chrono::Duration::days(3);
    journal.change_tie(tie, &called, later).unwrap();
    assert_eq!(journal.tie_room(tie).unwrap().since, now());
}

#[test]
fn a_hit_brings_its_words_along_and_what_stands_beside_a_page_is_found_however_it_is_looked_for() {
    let (_home, mut journal) = a_journal();
    let writing = Writing {
        lenses: Lenses {
            fear_says: "nobody answers".into(),
            hope_says: "harbours open early".into(),
            wider: "timetables are made elsewhere".into(),
        },
        ..words("we sat by the station, and said little")
    };
    let page = journal.write(&writing, now()).unwrap();
    journal.write(&words("another evening"), now()).unwrap();
    let find = |words: &str, order: Order| {
        let ask = SearchAsk {
            words: words.to_owned(),
            limit: 5,
            order,
            ..SearchAsk::default()
        };
        journal.search(&ask).unwrap().hits
    };
    // The beginning of a word is looked for in the newest pages, two words in the index.
    for words in ["sta", "station little"] {
        for order in [Order::Newest, Order::Closest] {
            let hits = find(words, order);
            let [hit] = hits.as_slice() else {
                panic!("one page holds {words}, not {}", hits.len());
            };
            assert_eq!(hit.line.id, page);
            let marked = hit.pieces.iter().find(|piece| piece.mark);
            let marked = marked.map(|piece| piece.text.as_str());
            assert!(
                marked.is_some_and(|text| "station".starts_with(text)),
                "{words}: {marked:?}"
            );
        }
    }
    for words in ["ans", "har", "tim"] {
        for order in [Order::Newest, Order::Closest] {
            let hits = find(words, order);
            assert_eq!(hits.len(), 1, "{words}");
            assert_eq!(hits[0].line.id, page, "{words}");
        }
    }
}

#[test]
fn taking_off_a_page_what_it_was_not_asked_is_no_revision_of_it() {
    let (_home, mut journal) = a_journal();
    let asked = Asked {
        question: "worldview-2".parse().unwrap(),
        n: 1,
        text: "What else could it be?".to_owned(),
        lang: "en".to_owned(),
        set: None,
        sitting: None,
    };
    let writing = Writing {
        asked: vec![asked.clone()],
        ..words("by the river")
    };
    let page = journal.write(&writing, now()).unwrap();
    let mut after = |n: u32| {
        journal.unask(page, &asked.question, n).unwrap();
        revisions(&journal)[&("page".to_owned(), *page.bytes())].len()
    };
    assert_eq!(after(2), 1);
    assert_eq!(after(1), 2);
    assert_eq!(after(1), 2);
}

#[test]
fn whoever_reads_some_pages_is_told_that_there_are_older_ones() {
    let (_home, mut journal) = a_journal();
    for body in ["rain", "snow", "sun"] {
        journal.write(&words(body), now()).unwrap();
    }
    let read = |limit| {
        let mut bodies = Vec::new();
        let rows = journal.rows();
        let more = rows
            .walk_words(Place::FIRST, Place::LAST, limit, |page| {
                bodies.push(page.body)
            })
            .unwrap();
        (bodies, more)
    };
    assert_eq!(read(2), (vec!["sun".to_owned(), "snow".to_owned()], true));
    let (bodies, more) = read(3);
    assert_eq!((bodies.len(), more), (3, false));
}
