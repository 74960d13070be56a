//! Sitting down with questions: any order, any end, and nothing offered that could harm.

use std::collections::BTreeSet;

use awai::{
    AskDifferently, CareFlag, Cover, Draw, Journal, MomentKind, Move, NewQuestionSet, OfferAsk,
    Practice, QuestionId, QuestionWish, SittingAsk, TieId, Wording, WordingRef, Writing,
};
use awai_tests::{Person, marked, words};

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

#[test]
fn where_somebody_is_not_free_ones_own_words_do_not_ask_as_us_either() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let (him, marie) = him_and_marie(&claire, &mut journal);
    let worldview: QuestionId = "worldview-1".parse().unwrap();
    let opened = differently(&mut journal, &claire, "worldview-1", Move::Opened);
    let us = differently(&mut journal, &claire, "worldview-1", Move::Us);
    // One whose later wording was turned to "us", and one that only ever was.
    let slower = differently(&mut journal, &claire, "worldview-2", Move::Slower);
    differently(&mut journal, &claire, slower.as_str(), Move::Us);
    let steady = differently(&mut journal, &claire, "what-happened-7", Move::Us);

    let grown = |question: Option<awai::Question>| question.unwrap().grown;
    let in_a_sitting = |ties: &[TieId], shown: &[&str]| {
        let step = journal.sitting_step(&sitting("worldview", ties, shown));
        grown(step.unwrap().question)
    };
    assert_eq!(in_a_sitting(&[marie], &[]), Some(us.clone()));
    assert_eq!(in_a_sitting(&[marie, him], &[]), Some(opened.clone()));
    let shown = ["worldview-1"];
    assert_eq!(in_a_sitting(&[marie], &shown), Some(slower));
    assert_eq!(in_a_sitting(&[him], &shown), None);
    let closing = |tie| {
        let step = journal.sitting_step(&sitting("what-happened", &[tie], &[]));
        grown(step.unwrap().before_closing)
    };
    assert_eq!((closing(marie), closing(him)), (Some(steady), None));

    for (tie, free) in [(marie, true), (him, false)] {
        let ask = OfferAsk {
            ties: vec![tie],
            ..OfferAsk::default()
        };
        let offered = |draw: &dyn Fn(Draw) -> Option<awai::Offer>| {
            let offers = (0..1_000).filter_map(|n| draw(Draw::of(n)));
            let mine = offers.filter(|offer| offer.question.id == worldview);
            mine.map(|offer| offer.question.grown)
                .collect::<BTreeSet<_>>()
        };
        let wording = BTreeSet::from([Some(if free { us.clone() } else { opened.clone() })]);
        let suggested = offered(&|draw| journal.suggested(&ask, draw).unwrap());
        let elsewhere = offered(&|draw| journal.elsewhere(&ask, draw).unwrap());
        assert_eq!((&suggested, &elsewhere), (&wording, &wording));
        let asked_for = journal.question_for(&worldview, &ask.ties).unwrap();
        assert_eq!(BTreeSet::from([asked_for.grown]), wording);
    }
    // Whoever looks at the question itself finds all of it.
    assert_eq!(journal.question(&worldview).unwrap().grown, Some(us));
}

#[test]
fn a_question_that_a_page_with_somebody_one_is_not_free_with_was_asked_is_not_turned_to_us() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let him = claire.tie(&mut journal, "R.").id;
    let answered: QuestionId = "worldview-1".parse().unwrap();
    let other: QuestionId = "worldview-2".parse().unwrap();
    let page = Writing {
        ties: vec![him],
        asked: vec![journal.asking(&answered, "fr", None, None).unwrap()],
        ..words("La cuisine.")
    };
    let page = journal.write(&page, claire.now()).unwrap();
    let mine = differently(&mut journal, &claire, "worldview-1", Move::Opened);
    // Nothing of another page hangs on him but a moment.
    let noticed: QuestionId = "worldview-3".parse().unwrap();
    let marked_with_him = Writing {
        asked: vec![journal.asking(&noticed, "fr", None, None).unwrap()],
        ..words("La porte.")
    };
    let with_him = journal.write(&marked_with_him, claire.now()).unwrap();
    let moment = marked(MomentKind::Opening, Some(him));
    journal
        .mark_moment(with_him, &moment, claire.now())
        .unwrap();
    let has_us = |journal: &Journal, question: &QuestionId| {
        let moves = journal.moves(question, &[]).unwrap();
        assert!((5..=6).contains(&moves.len()));
        moves.contains(&Move::Us)
    };
    assert!(has_us(&journal, &answered) && has_us(&journal, &mine) && has_us(&journal, &noticed));
    journal.set_care(him, CareFlag::Raised).unwrap();
    assert!(!has_us(&journal, &noticed));
    // Nor what grew out of it; and a page that lies aside still hangs on its ties.
    assert!(!has_us(&journal, &answered) && !has_us(&journal, &mine));
    journal.set_aside(page, claire.now()).unwrap();
    assert!(!has_us(&journal, &answered));
    assert!(has_us(&journal, &other));
    journal.set_care(him, CareFlag::Lowered).unwrap();
    assert!(has_us(&journal, &answered) && has_us(&journal, &mine));
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
        assert!(suggested.len() > 20 && elsewhere.len() > 20);
        for (set, question) in suggested.iter().chain(&elsewhere) {
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
fn where_a_walk_of_the_practice_ends_now_and_then_one_more_is_offered_and_mostly_none() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let (him, marie) = him_and_marie(&claire, &mut journal);
    let told = differently(&mut journal, &claire, "what-happened-2", Move::Slower);
    let mut set = |questions| {
        let new = NewQuestionSet {
            title: Wording::one("fr", "À moi"),
            purpose: Wording::default(),
            task: String::new(),
            audience: Vec::new(),
            suggest: false,
            questions,
        };
        journal.add_question_set(&new, claire.now()).unwrap()
    };
    let own = set(vec!["arriving-2".parse().unwrap()]);
    let telling = set(vec![told]);
    let names = ["arriving", "connection", "worldview", "hope"];
    let names = names.into_iter().chain(["what-happened", "own-ground"]);
    let names = names.chain([own.as_str(), telling.as_str()]);
    let practice = Practice {
        sets: names.map(|name| name.parse().unwrap()).collect(),
        ..Practice::default()
    };
    let offered = |journal: &Journal, ask: &SittingAsk| {
        let offers = drawn(|draw| journal.now_and_then(ask, draw).unwrap());
        let ids = offers.into_iter().map(|(_, question)| question);
        ids.collect::<Vec<_>>()
    };
    let arriving = sitting("arriving", &[marie], &[]);
    assert!(offered(&journal, &arriving).is_empty(), "there is none yet");
    journal.set_practice(Some(&practice)).unwrap();

    let both = ["community-2", "worldview-5"];
    for set in ["arriving", "connection", own.as_str()] {
        assert_eq!(offered(&journal, &sitting(set, &[marie], &[])), both);
    }
    let draws = (0..1_000).filter(|n| {
        let offer = journal.now_and_then(&arriving, Draw::of(*n)).unwrap();
        offer.is_some()
    });
    let often = draws.count();
    assert!((200..300).contains(&often), "not always: {often}");
    // Nothing that was met already, and nothing of the set that was walked.
    let met = sitting("arriving", &[], &["community-2"]);
    assert_eq!(offered(&journal, &met), ["worldview-5"]);
    let met = sitting("worldview", &[], &[]);
    assert_eq!(offered(&journal, &met), ["community-2"]);
    // None of it after what weighs, where somebody is not free, and with a set that is no part of the practice.
    for set in ["what-happened", "hope", "own-ground", telling.as_str()] {
        assert!(offered(&journal, &sitting(set, &[], &[])).is_empty());
    }
    let not_free = sitting("arriving", &[marie, him], &[]);
    assert!(offered(&journal, &not_free).is_empty());
    assert!(offered(&journal, &sitting("moving-toward", &[], &[])).is_empty());
    for name in both {
        let id = name.parse().unwrap();
        let wish = Some(QuestionWish::NotAgain);
        journal.wish_of_question(&id, wish, claire.now()).unwrap();
    }
    assert!(offered(&journal, &arriving).is_empty());
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
