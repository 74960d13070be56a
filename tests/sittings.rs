//! Sitting down with questions: any order, any end, and nothing offered that could harm.

use std::collections::BTreeSet;

use awai::{
    AskDifferently, CareFlag, Cover, Draw, Journal, Move, NewQuestionSet, OfferAsk, QuestionId,
    QuestionWish, SittingAsk, TieId, Wording, WordingRef, Writing,
};
use awai_tests::{Person, words};

fn sitting(set: &str, ties: &[TieId], shown: &[&str]) -> SittingAsk {
    SittingAsk {
        set: set.parse().unwrap(),
        ties: ties.to_vec(),
        shown: shown.iter().map(|id| id.parse().unwrap()).collect(),
    }
}

/// The names of the next question and of the others.
fn left(journal: &Journal, ask: &SittingAsk) -> Vec<String> {
    let step = journal.sitting_step(ask).unwrap();
    let all = step.question.iter().chain(&step.others);
    all.map(|question| question.id.to_string()).collect()
}

/// A tie with the flag raised, and a free one.
fn him_and_marie(claire: &Person, journal: &mut Journal) -> (TieId, TieId) {
    let him = claire.tie(journal, "R.").id;
    journal.set_care(him, CareFlag::Raised).unwrap();
    (him, claire.tie(journal, "Marie").id)
}

fn differently(journal: &mut Journal, who: &Person, from: &str, by: Move) -> QuestionId {
    let question = journal.question(&from.parse().unwrap()).unwrap();
    let new = AskDifferently {
        from: WordingRef {
            question: question.id,
            n: question.n,
        },
        text: Wording::one("fr", "Et si c’était autrement?"),
        hint: Wording::default(),
        by: Some(by),
        changed_because: String::new(),
    };
    journal.ask_differently(&new, who.now()).unwrap().id
}

#[test]
fn a_set_is_walked_in_any_order_and_leaves_no_trace_of_what_was_set_aside() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "夕方");
    let before = journal.check().unwrap();
    let bytes = std::fs::read(aki.database()).unwrap();
    let first = journal
        .sitting_step(&sitting("arriving", &[], &[]))
        .unwrap();
    assert_eq!(first.question.unwrap().id.as_str(), "arriving-1");
    assert_eq!(first.others.len(), 4);
    assert!(first.before_closing.is_none());
    let later = sitting("arriving", &[], &["arriving-4", "arriving-1", "arriving-5"]);
    assert_eq!(left(&journal, &later), ["arriving-2", "arriving-3"]);
    let all = [
        "arriving-1",
        "arriving-2",
        "arriving-3",
        "arriving-4",
        "arriving-5",
    ];
    assert!(left(&journal, &sitting("arriving", &[], &all)).is_empty());
    assert_eq!(journal.check().unwrap(), before);
    assert_eq!(std::fs::read(aki.database()).unwrap(), bytes);
    assert!(
        journal
            .page(page, Cover::Closed)
            .unwrap()
            .writing
            .asked
            .is_empty()
    );
}

#[test]
fn the_pages_of_a_sitting_are_read_together_in_the_order_they_were_written() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = journal.begin_sitting();
    let set = "connection".parse().unwrap();
    let mut pages = Vec::new();
    for question in ["connection-5", "connection-1"] {
        let question = question.parse().unwrap();
        let asked = journal
            .asking(&question, "en", Some(&set), Some(id))
            .unwrap();
        let writing = Writing {
            asked: vec![asked],
            ..words("something")
        };
        pages.push(journal.write(&writing, bo.now()).unwrap());
    }
    bo.write(&mut journal, "another page");
    let read = journal.sitting_pages(id).unwrap();
    assert_eq!(read.iter().map(|line| line.id).collect::<Vec<_>>(), pages);
    let asked = journal.page(pages[0], Cover::Closed).unwrap().writing.asked;
    assert_eq!(asked[0].set, Some(set));
    assert_eq!(asked[0].sitting, Some(id));
}

#[test]
fn before_what_happened_is_closed_steady_ground_is_offered_in_whatever_set_it_was_told() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let closing = |journal: &Journal, ask: &SittingAsk| {
        let step = journal.sitting_step(ask).unwrap();
        step.before_closing.map(|question| question.id.to_string())
    };
    let steady = Some("what-happened-7".to_owned());
    assert_eq!(
        closing(&journal, &sitting("what-happened", &[], &[])),
        steady
    );
    let shown = ["what-happened-2"];
    assert_eq!(
        closing(&journal, &sitting("what-happened", &[], &shown)),
        steady
    );
    let shown = ["what-happened-7"];
    assert_eq!(
        closing(&journal, &sitting("what-happened", &[], &shown)),
        None
    );
    assert_eq!(closing(&journal, &sitting("hope", &[], &[])), None);
    let mine = differently(&mut journal, &claire, "what-happened-2", Move::Slower);
    let own = NewQuestionSet {
        title: Wording::one("fr", "Ma façon"),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: false,
        questions: vec![mine],
    };
    let own = journal.add_question_set(&own, claire.now()).unwrap();
    assert_eq!(closing(&journal, &sitting(own.as_str(), &[], &[])), steady);
}

#[test]
fn where_somebody_is_not_free_nothing_asks_them_to_see_both_sides_or_to_mend() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let (him, marie) = him_and_marie(&claire, &mut journal);
    let threads = sitting("connection", &[marie, him], &[]);
    let asked = left(&journal, &threads);
    assert_eq!(asked.len(), 5);
    assert_eq!(asked.last().unwrap(), "connection-5");
    assert_eq!(
        left(&journal, &sitting("connection", &[marie], &[])).len(),
        8
    );
    assert!(left(&journal, &sitting("mutuality", &[him], &[])).is_empty());
    assert_eq!(
        left(&journal, &sitting("mutuality", &[marie], &[])).len(),
        8
    );
    let has_mutuality = |ties: &[TieId]| {
        let sets = journal.question_sets_for(ties).unwrap();
        sets.iter().any(|set| set.id.as_str() == "mutuality")
    };
    assert!(has_mutuality(&[marie]) && !has_mutuality(&[him]));

    // Nor does what grew out of such a question, or was turned to "us".
    let mending = differently(&mut journal, &claire, "connection-7", Move::Slower);
    let again = differently(&mut journal, &claire, mending.as_str(), Move::Opened);
    let us = differently(&mut journal, &claire, "worldview-1", Move::Us);
    let opened = differently(&mut journal, &claire, "worldview-1", Move::Opened);
    let own = NewQuestionSet {
        title: Wording::one("fr", "À moi"),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: true,
        questions: vec![mending, again, us, opened.clone()],
    };
    let own = journal.add_question_set(&own, claire.now()).unwrap();
    let asked = left(&journal, &sitting(own.as_str(), &[him], &[]));
    assert_eq!(asked, [opened.to_string()]);
    assert!(left(&journal, &sitting(own.as_str(), &[marie], &[])).len() >= 3);
}

/// Everything that a thousand draws bring.
fn drawn(draw: impl Fn(Draw) -> Option<awai::Offer>) -> BTreeSet<(String, String)> {
    let offers = (0..1_000).filter_map(|n| draw(Draw::of(n)));
    offers
        .map(|offer| (offer.set.to_string(), offer.question.id.to_string()))
        .collect()
}

#[test]
fn what_happened_hope_and_own_ground_are_never_offered_by_themselves() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let (him, marie) = him_and_marie(&claire, &mut journal);
    for ties in [vec![], vec![marie], vec![him], vec![marie, him]] {
        let care = ties.contains(&him);
        let ask = OfferAsk {
            ties,
            asked: vec!["worldview-2".parse().unwrap()],
            ..OfferAsk::default()
        };
        let suggested = drawn(|draw| journal.suggested(&ask, draw).unwrap());
        let elsewhere = drawn(|draw| journal.elsewhere(&ask, draw).unwrap());
        let now_and_then = drawn(|draw| journal.now_and_then(draw).unwrap());
        assert!(suggested.len() > 20 && elsewhere.len() > 20);
        assert_eq!(now_and_then.len(), 2);
        for (set, question) in suggested.iter().chain(&elsewhere).chain(&now_and_then) {
            assert!(
                ![
                    "what-happened",
                    "hope",
                    "own-ground",
                    "agreement",
                    "co-reflection"
                ]
                .contains(&set.as_str())
            );
            let both_sides = set == "mutuality"
                || ["connection-6", "connection-7", "connection-8"].contains(&question.as_str());
            assert!(!(care && both_sides), "{question}");
        }
        assert!(elsewhere.iter().all(|(set, _)| set != "worldview"));
        let wider = drawn(|draw| journal.wider(&ask, draw).unwrap());
        assert_eq!(wider.len(), 6);
        assert!(wider.iter().all(|(set, _)| set == "community"));
    }
}

#[test]
fn a_page_on_no_tie_mostly_arrives_and_the_community_is_offered_rarely() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let tie = bo.tie(&mut journal, "Sam").id;
    let count = |ties: Vec<TieId>, wanted: &str| {
        let ask = OfferAsk {
            ties,
            ..OfferAsk::default()
        };
        let sets = (0..1_000).filter_map(|n| journal.suggested(&ask, Draw::of(n)).unwrap());
        sets.filter(|offer| offer.set.as_str() == wanted).count()
    };
    assert!(count(vec![], "arriving") > 700);
    let rarely = count(vec![tie], "community");
    assert!((1..60).contains(&rarely), "{rarely}");
    assert!(count(vec![tie], "connection") > 100);
}

#[test]
fn a_question_that_was_left_in_peace_is_not_offered_again() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    for n in 1..=4 {
        let id = format!("arriving-{n}").parse().unwrap();
        journal
            .wish_of_question(&id, Some(QuestionWish::NotAgain), aki.now())
            .unwrap();
    }
    assert_eq!(
        left(&journal, &sitting("arriving", &[], &[])),
        ["arriving-5"]
    );
    let ask = OfferAsk::default();
    let offered = drawn(|draw| journal.suggested(&ask, draw).unwrap());
    let arriving: Vec<_> = offered
        .iter()
        .filter(|(set, _)| set == "arriving")
        .collect();
    assert_eq!(arriving.len(), 1);
    // When all of one set was on screen, another is drawn from: whoever wants a question gets one.
    let shown = OfferAsk {
        shown: vec!["arriving-5".parse().unwrap()],
        ..OfferAsk::default()
    };
    for n in 0..100 {
        let offer = journal.suggested(&shown, Draw::of(n)).unwrap().unwrap();
        assert_ne!(offer.set.as_str(), "arriving");
    }
    // It is still there for whoever looks for it.
    let set = journal.question_set(&"arriving".parse().unwrap()).unwrap();
    assert_eq!(set.questions.len(), 5);
}
