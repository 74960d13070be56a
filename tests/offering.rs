//! What may come by itself: only from sets that say so, never what the person put away.

use awai::{
    AskDifferently, Audience, CareFlag, NewQuestion, NewQuestionSet, NewTie, QuestionSetId,
    QuestionWish, ReflectionId, TieKind, Wording, WordingRef, Writing,
};
use awai_tests::{Person, words};

#[test]
fn only_sets_that_say_so_are_offered_and_arriving_comes_first() {
    let bo = Person::bo();
    let journal = bo.begin();
    let offered = journal.questions_offered(&[]).unwrap();
    assert_eq!(offered[0].id.as_str(), "arriving-1");
    let sets: std::collections::BTreeSet<&str> = offered
        .iter()
        .filter_map(|question| Some(question.set.as_ref()?.as_str()))
        .collect();
    let suggested = [
        "arriving",
        "better-questions",
        "community",
        "connection",
        "moving-toward",
        "mutuality",
        "worldview",
    ];
    for never in [
        "what-happened",
        "hope",
        "own-ground",
        "agreement",
        "co-reflection",
    ] {
        assert!(!sets.contains(never), "{never}");
    }
    assert!(sets.iter().all(|set| suggested.contains(set)), "{sets:?}");
}

#[test]
fn a_question_that_is_not_to_come_again_does_not_and_one_to_come_back_to_may() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    for (id, wish) in [
        ("arriving-1", QuestionWish::NotAgain),
        ("arriving-2", QuestionWish::Later),
    ] {
        journal
            .wish_of_question(&id.parse().unwrap(), Some(wish), aki.now())
            .unwrap();
    }
    let offered = journal.questions_offered(&[]).unwrap();
    assert_eq!(offered[0].id.as_str(), "arriving-2");
    let walk = journal
        .question_walk(&"arriving".parse::<QuestionSetId>().unwrap(), &[])
        .unwrap();
    assert_eq!(
        walk.questions.len(),
        5,
        "who chooses the set finds all of it"
    );
}

#[test]
fn a_set_of_ones_own_is_offered_once_the_person_says_so() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let new = NewQuestion {
        text: Wording::one("fr", "Qu’est-ce que la rivière en dirait?"),
        hint: Wording::default(),
    };
    let own = journal.add_question(&new, claire.now()).unwrap().id;
    let mut set = NewQuestionSet {
        title: Wording::one("fr", "Au bord de l’eau"),
        purpose: Wording::default(),
        task: String::new(),
        audience: vec![Audience::Alone],
        suggest: false,
        questions: vec![own.clone(), "arriving-1".parse().unwrap()],
    };
    let id = journal.add_question_set(&set, claire.now()).unwrap();
    let is_offered = |journal: &awai::Journal| {
        let offered = journal.questions_offered(&[]).unwrap();
        let twice = offered.iter().filter(|q| q.id.as_str() == "arriving-1");
        assert_eq!(twice.count(), 1, "no question comes twice");
        offered.iter().any(|question| question.id == own)
    };
    assert!(!is_offered(&journal));
    set.suggest = true;
    journal.change_question_set(&id, &set).unwrap();
    assert!(is_offered(&journal));
}

#[test]
fn where_somebody_is_not_free_nothing_asks_for_both_sides_or_for_mending() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let new = NewTie {
        called: "P.".to_owned(),
        kind: TieKind::Person,
    };
    let tie = journal.add_tie(&new, claire.now()).unwrap().id;
    // A wording of one's own that grew out of a question of mending, in a set that is offered.
    let mending = AskDifferently {
        from: WordingRef {
            question: "connection-7".parse().unwrap(),
            n: 1,
        },
        text: Wording::one("fr", "Quelle serait ma plus petite phrase?"),
        hint: Wording::default(),
        by: None,
        changed_because: String::new(),
    };
    let own = journal.ask_differently(&mending, claire.now()).unwrap().id;
    let set = NewQuestionSet {
        title: Wording::one("fr", "À moi"),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: true,
        questions: vec![own.clone()],
    };
    journal.add_question_set(&set, claire.now()).unwrap();
    let asks = |journal: &awai::Journal| -> Vec<String> {
        let offered = journal.questions_offered(&[tie]).unwrap();
        offered.iter().map(|q| q.id.to_string()).collect()
    };
    let walk = |journal: &awai::Journal| {
        let set = "connection".parse().unwrap();
        journal.question_walk(&set, &[tie]).unwrap().questions.len()
    };
    assert!(asks(&journal).contains(&own.to_string()));
    assert_eq!(walk(&journal), 8);

    journal.set_care(tie, CareFlag::Raised).unwrap();
    let offered = asks(&journal);
    assert!(!offered.contains(&own.to_string()));
    for never in [
        "mutuality-1",
        "mutuality-7",
        "connection-6",
        "connection-7",
        "connection-8",
    ] {
        assert!(!offered.iter().any(|id| id == never), "{never}");
    }
    assert!(offered.iter().any(|id| id == "connection-5"));
    assert_eq!(walk(&journal), 5);
    let elsewhere = journal.questions_offered(&[]).unwrap();
    assert!(elsewhere.iter().any(|q| q.id.as_str() == "mutuality-1"));
}

#[test]
fn the_pages_that_were_asked_a_question_stand_beside_it_the_newest_first_and_covered_ones_covered()
{
    let bo = Person::bo();
    let mut journal = bo.begin();
    let question = "connection-4".parse().unwrap();
    let mut write = |journal: &mut awai::Journal, body: &str, cover: &str| -> ReflectionId {
        let asked = vec![journal.asking(&question, "en", None, None).unwrap()];
        let page = Writing {
            asked,
            cover: cover.to_owned(),
            ..words(body)
        };
        bo.later(chrono::Duration::days(1));
        journal.write(&page, bo.now()).unwrap()
    };
    let first = write(&mut journal, "a door", "");
    let second = write(&mut journal, "what was said", "not tonight");
    let third = write(&mut journal, "set aside", "");
    journal.set_aside(third, bo.now()).unwrap();
    let pages = journal.pages_asked(&question).unwrap();
    let ids: Vec<_> = pages.iter().map(|line| line.id).collect();
    assert_eq!(ids, [second, first]);
    assert_eq!(pages[0].opening, "not tonight");
    assert!(pages[0].covered);
}
