//! Whatever is changed is one revision more: the chain of changes tells of each thing in what order it was what.

use std::collections::BTreeMap;

use awai::{
    AskDifferently, IntentionState, Journal, NewCompany, NewIntention, NewMyWord, NewQuestion,
    NewQuestionSet, NewTry, Practice, QuestionId, Standing, TieChange, Wording, WordingRef,
    Writing,
};
use awai_tests::exchange::pair;
use awai_tests::stranger::database;
use awai_tests::{Person, words};

/// The revisions of everything that was changed, in the order of the changes, by its kind; as another program reads
/// them.
fn revisions(who: &Person) -> BTreeMap<String, Vec<Vec<i64>>> {
    let database = database(&who.folder(), who.phrase_text());
    let mut rows = database
        .prepare("SELECT kind, hex(thing), rev FROM head ORDER BY seq")
        .unwrap();
    let rows = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    let mut things: BTreeMap<(String, String), Vec<i64>> = BTreeMap::new();
    for row in rows {
        let (kind, thing, rev): (String, String, i64) = row.unwrap();
        things.entry((kind, thing)).or_default().push(rev);
    }
    let mut kinds: BTreeMap<String, Vec<Vec<i64>>> = BTreeMap::new();
    for ((kind, _), revisions) in things {
        kinds.entry(kind).or_default().push(revisions);
    }
    kinds
}

/// Of everything that a person makes, one thing, changed in each way in which it can be.
fn changes(journal: &mut Journal, who: &Person) {
    let now = who.now();
    let page = who.write(journal, "by the river");
    journal.revise(page, &words("by the sea"), now).unwrap();
    journal.set_aside(page, now).unwrap();
    journal.bring_back(page).unwrap();

    let sam = who.tie(journal, "Sam").id;
    let change = |called: &str| TieChange {
        called: Some(called.to_owned()),
        ..TieChange::default()
    };
    journal.change_tie(sam, &change("Sammy"), now).unwrap();
    journal.set_standing(sam, Standing::Resting, now).unwrap();
    let room = journal.tie_room(sam).unwrap();
    journal.erase_naming(room.namings[0].id).unwrap();

    let toward = |toward: &str| NewIntention {
        toward: toward.to_owned(),
        ..NewIntention::default()
    };
    let id = journal.add_intention(&toward("evenings"), now).unwrap();
    journal
        .change_intention(id, &toward("mornings"), now)
        .unwrap();
    journal
        .set_intention_state(id, IntentionState::Resting)
        .unwrap();
    let tried = NewTry {
        what_we_try: "one of them".to_owned(),
        ..NewTry::default()
    };
    journal.add_try(id, &tried).unwrap();

    let company = |who_or_what: &str| NewCompany {
        who_or_what: who_or_what.to_owned(),
        ..NewCompany::default()
    };
    journal.add_company(&company("the river")).unwrap();
    let song = journal.add_company(&company("a song")).unwrap();
    journal
        .change_company(song, &company("another song"))
        .unwrap();
    let first = journal.company().unwrap()[0].id;
    journal.move_company(song, Some(first)).unwrap();

    let word = |because: &str| NewMyWord {
        my_word: "to rest".to_owned(),
        because: because.to_owned(),
        ..NewMyWord::default()
    };
    let id = journal.add_my_word(&word("")).unwrap();
    journal.change_my_word(id, &word("of sleep")).unwrap();
    journal.change_my_word(id, &word("of the sea")).unwrap();

    let practice = |rhythm: &str| Practice {
        rhythm_in_words: rhythm.to_owned(),
        ..Practice::default()
    };
    for rhythm in ["Sundays", "Sundays, with tea"] {
        journal.set_practice(Some(&practice(rhythm))).unwrap();
    }
    questions(journal, who);
}

fn questions(journal: &mut Journal, who: &Person) {
    let now = who.now();
    let new = NewQuestion {
        text: Wording::one("en", "What stays?"),
        hint: Wording::default(),
    };
    let question = journal.add_question(&new, now).unwrap().id;
    let differently = AskDifferently {
        from: WordingRef {
            question: question.clone(),
            n: 1,
        },
        text: Wording::one("en", "What stays with us?"),
        hint: Wording::default(),
        by: None,
        changed_because: String::new(),
    };
    for _ in 0..2 {
        journal.ask_differently(&differently, now).unwrap();
    }
    let second = WordingRef {
        question: question.clone(),
        n: 2,
    };
    journal.erase_wording(&second).unwrap();

    let set = |title: &str| NewQuestionSet {
        title: Wording::one("en", title),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: false,
        questions: vec![question.clone()],
    };
    let id = journal.add_question_set(&set("Mornings"), now).unwrap();
    journal
        .change_question_set(&id, &set("Early mornings"))
        .unwrap();
    journal.change_question_set(&id, &set("Evenings")).unwrap();
}

#[test]
fn the_number_of_a_wording_that_was_erased_is_not_given_again_while_something_names_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let now = bo.now();
    let mut add = |text: &str| {
        let new = NewQuestion {
            text: Wording::one("en", text),
            hint: Wording::default(),
        };
        journal.add_question(&new, now).unwrap().id
    };
    let [answered, forgotten] = ["What stays?", "What goes?"].map(&mut add);
    // Another question has more wordings; its numbers are its own.
    let other = add("What grows?");
    let again = |journal: &mut Journal, from: &QuestionId, n: u32| {
        let differently = AskDifferently {
            from: WordingRef {
                question: from.clone(),
                n,
            },
            text: Wording::one("en", "And with us?"),
            hint: Wording::default(),
            by: None,
            changed_because: String::new(),
        };
        journal.ask_differently(&differently, now).unwrap().n
    };
    for n in 2..9 {
        assert_eq!(again(&mut journal, &other, 1), n);
    }
    let asked = journal.asking(&other, "en", None, None).unwrap();
    let writing = |asked| Writing {
        asked: vec![asked],
        ..words("an answer")
    };
    journal.write(&writing(asked), now).unwrap();
    for question in [&answered, &forgotten] {
        assert_eq!(again(&mut journal, question, 1), 2);
        assert_eq!(again(&mut journal, question, 2), 3);
    }
    let asked = journal.asking(&answered, "en", None, None).unwrap();
    assert_eq!(asked.n, 3);
    journal.write(&writing(asked), now).unwrap();
    let erase = |journal: &mut Journal, question: &QuestionId, n| {
        let wording = WordingRef {
            question: question.clone(),
            n,
        };
        journal.erase_wording(&wording).unwrap();
    };
    for question in [&answered, &forgotten] {
        erase(&mut journal, question, 3);
    }
    assert_eq!(
        again(&mut journal, &answered, 1),
        4,
        "a page was asked the third"
    );
    assert_eq!(
        again(&mut journal, &forgotten, 1),
        3,
        "nobody knows of a third"
    );
}

#[test]
fn every_change_of_a_thing_is_one_revision_more_and_stands_in_the_chain() {
    let (bo, claire) = (Person::bo(), Person::claire());
    let mut journal = bo.begin();
    changes(&mut journal, &bo);
    let mut theirs = claire.begin();
    let (companion, _) = pair((&bo, &mut journal), (&claire, &mut theirs));
    journal.call_companion(companion, "C.").unwrap();
    journal.rest_companion(companion).unwrap();
    journal.take_up_companion(companion).unwrap();
    journal.end_companion(companion).unwrap();
    assert!(journal.check().unwrap().is_whole());
    drop(journal);
    let told = revisions(&bo);
    for (kind, things) in &told {
        for revisions in things {
            let counted: Vec<_> = (1..).take(revisions.len()).collect();
            assert_eq!(*revisions, counted, "{kind}");
        }
    }
    // What moves up moves another down.
    let expected = [
        ("companion", vec![5]),
        ("company", vec![2, 3]),
        ("intention", vec![4]),
        ("my_word", vec![3]),
        ("page", vec![4]),
        ("practice", vec![2]),
        ("question", vec![4]),
        ("question_set", vec![3]),
        ("tie", vec![4]),
    ];
    let changed = told.iter().map(|(kind, things)| {
        let mut times: Vec<_> = things.iter().map(Vec::len).collect();
        times.sort_unstable();
        (kind.as_str(), times)
    });
    assert!(changed.eq(expected));
}
