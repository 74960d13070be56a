//! Questions may change for years, and nothing that was asked or adapted changes with them.

use awai::{
    AskDifferently, Asked, CareFlag, Cover, Error, Journal, Library, MomentKind, Move, NewMoment,
    NewQuestion, Origin, QuestionId, QuestionSetFile, QuestionWish, QuestionsAsk, TieId, Wording,
    WordingRef, Writing,
};
use awai_tests::{Person, not_looked_at, words};
use chrono::Duration;

fn begun_from(question: Asked, body: &str) -> Writing {
    Writing {
        asked: vec![question],
        ..words(body)
    }
}

fn in_english(text: &str) -> NewQuestion {
    NewQuestion {
        text: Wording::one("en", text),
        hint: Wording::default(),
    }
}

fn differently(from: &str, n: u32, text: Wording, by: Move) -> AskDifferently {
    AskDifferently {
        from: WordingRef {
            question: from.parse().unwrap(),
            n,
        },
        text,
        hint: Wording::default(),
        by: Some(by),
        changed_because: String::new(),
    }
}

/// What a lineage shows: the words, and the wording each grew out of.
fn column(journal: &Journal, id: &QuestionId, lang: &str) -> Vec<(String, Option<String>)> {
    let lineage = journal.lineage(id).unwrap();
    let words = |wording: &WordingRef| {
        let found = lineage.wordings.iter().find(|one| one.wording == *wording);
        found.map(|one| one.text.in_lang(lang).1.to_owned())
    };
    lineage
        .wordings
        .iter()
        .map(|one| {
            let parent = one.parent.as_ref().and_then(words);
            (one.text.in_lang(lang).1.to_owned(), parent)
        })
        .collect()
}

#[test]
fn a_question_of_ones_own_changes_over_months_and_every_answer_keeps_its_wording() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let first = journal
        .add_question(&in_english("Why does she ignore me?"), bo.now())
        .unwrap();
    let id = first.id.clone();
    let asked = journal.asking(&id, "en", None, None).unwrap();
    let page = journal
        .write(&begun_from(asked, "Again today."), bo.now())
        .unwrap();

    bo.later(Duration::days(40));
    let us = AskDifferently {
        changed_because: "she was tired too".to_owned(),
        ..differently(
            id.as_str(),
            1,
            Wording::one("en", "When do we both go quiet?"),
            Move::Us,
        )
    };
    let second = journal.ask_differently(&us, bo.now()).unwrap();
    assert_eq!((second.id.clone(), second.n), (id.clone(), 2));
    bo.later(Duration::days(40));
    // A branch: from the first wording once more.
    let slower = differently(
        id.as_str(),
        1,
        Wording::one("en", "What do I see her do?"),
        Move::Slower,
    );
    journal.ask_differently(&slower, bo.now()).unwrap();
    let asked = journal.asking(&id, "ja", None, None).unwrap();
    assert_eq!((asked.n, asked.lang.as_str()), (3, "en"));
    journal
        .write(&begun_from(asked, "She looks at the clock."), bo.now())
        .unwrap();

    let kept = journal.page(page, Cover::Closed).unwrap().writing.asked;
    assert_eq!(kept[0].text, "Why does she ignore me?");
    let why = Some("Why does she ignore me?".to_owned());
    assert_eq!(
        column(&journal, &id, "en"),
        [
            ("Why does she ignore me?".to_owned(), None),
            ("When do we both go quiet?".to_owned(), why.clone()),
            ("What do I see her do?".to_owned(), why),
        ]
    );
    let lineage = journal.lineage(&id).unwrap();
    assert_eq!(lineage.wordings[1].changed_because, "she was tired too");
    assert_eq!(lineage.wordings[0].page.as_ref().unwrap().id, page);
    assert!(lineage.wordings[1].page.is_none());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_column_tells_the_month_of_each_wording_and_what_opened_with_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    bo.set_clock("2026-02-03T21:14:00+09:00");
    let first = in_english("Why does she ignore me?");
    let id = journal.add_question(&first, bo.now()).unwrap().id;
    let write = |journal: &mut Journal, body: &str| {
        let asked = journal.asking(&id, "en", None, None).unwrap();
        journal.write(&begun_from(asked, body), bo.now()).unwrap()
    };
    let page = write(&mut journal, "She looks at the clock.");
    let opening = |words: &str| NewMoment {
        kind: MomentKind::Opening,
        words: words.to_owned(),
        lang: "en".to_owned(),
        tie: None,
    };
    for words in ["a window", "the window, at last"] {
        journal
            .mark_moment(page, &opening(words), bo.now())
            .unwrap();
    }
    let knot = NewMoment {
        kind: MomentKind::Disconnection,
        ..opening("the clock")
    };
    journal.mark_moment(page, &knot, bo.now()).unwrap();
    bo.set_clock("2026-06-20T21:14:00+09:00");
    let what = Wording::one("en", "What does she see?");
    let what = differently(id.as_str(), 1, what, Move::Opened);
    journal.ask_differently(&what, bo.now()).unwrap();
    write(&mut journal, "The clock sees her, too.");
    let months: Vec<_> = journal
        .lineage(&id)
        .unwrap()
        .wordings
        .into_iter()
        .map(|one| (one.at.unwrap().format("%Y-%m").to_string(), one.opened))
        .collect();
    let opened = Some("the window, at last".to_owned());
    assert_eq!(
        months,
        [("2026-02".to_owned(), opened), ("2026-06".to_owned(), None)]
    );
}

#[test]
fn the_column_shows_no_opening_of_a_page_that_is_covered_aside_or_with_somebody_one_is_not_free_with()
 {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, noor] = ["Sam", "Noor"].map(|name| bo.tie(&mut journal, name).id);
    journal.set_care(noor, CareFlag::Raised).unwrap();
    let id = journal
        .add_question(&in_english("What stays?"), bo.now())
        .unwrap()
        .id;
    let mut write = |told: &str, cover: &str, ties: &[TieId], with: Option<TieId>| {
        let asked = journal.asking(&id, "en", None, None).unwrap();
        let writing = Writing {
            cover: cover.to_owned(),
            ties: ties.to_vec(),
            ..begun_from(asked, "an answer")
        };
        let page = journal.write(&writing, bo.now()).unwrap();
        bo.later(Duration::minutes(1));
        let opening = NewMoment {
            kind: MomentKind::Opening,
            words: told.to_owned(),
            lang: "en".to_owned(),
            tie: with,
        };
        journal.mark_moment(page, &opening, bo.now()).unwrap();
        page
    };
    write("earlier", "", &[], None);
    let shown = write("the river", "", &[sam], Some(sam));
    write("under a cover", "later", &[], None);
    let on_her_page = write("on her page", "", &[sam, noor], None);
    let with_her = write("with her", "", &[sam], Some(noor));
    let aside = write("aside", "", &[], None);
    journal.set_aside(aside, bo.now()).unwrap();
    let told = |journal: &Journal| {
        let [wording] = journal.lineage(&id).unwrap().wordings.try_into().unwrap();
        (wording.opened, wording.page.map(|line| line.id))
    };
    let last = Some(with_her);
    assert_eq!(told(&journal), (Some("the river".to_owned()), last));
    journal.set_aside(shown, bo.now()).unwrap();
    assert_eq!(told(&journal), (Some("earlier".to_owned()), last));
    journal.set_aside(with_her, bo.now()).unwrap();
    assert_eq!(told(&journal).1, Some(on_her_page));
}

#[test]
fn an_adapted_question_of_the_library_survives_a_library_with_other_words() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let id: QuestionId = "connection-4".parse().unwrap();
    let before = journal.question(&id).unwrap();
    assert_eq!((before.origin, before.n), (Origin::BuiltIn, 1));
    let asked = journal.asking(&id, "fr", None, None).unwrap();
    let page = journal
        .write(&begun_from(asked.clone(), "Le silence."), claire.now())
        .unwrap();
    let mine = Wording::one("fr", "Juste avant, qu’est-ce qui était beau?");
    let mine = journal
        .ask_differently(
            &differently("connection-4", 1, mine, Move::Toward),
            claire.now(),
        )
        .unwrap();
    assert_eq!(mine.origin, Origin::Mine);
    assert_ne!(mine.id, id);
    assert_eq!(journal.question(&id).unwrap().grown, Some(mine.id.clone()));
    assert_eq!(journal.question(&id).unwrap().text, before.text);

    // A later year: the library has other words for the same question, and gave up the old ones.
    let later: Vec<String> = journal
        .library()
        .sets()
        .iter()
        .map(|set| {
            let mut set = set.clone();
            for question in set.questions.iter_mut().filter(|one| one.id == id) {
                question.n = 2;
                question.text = Wording::one("fr", "Juste avant, où était la lumière?");
            }
            set.to_text().unwrap()
        })
        .collect();
    let later: Vec<&str> = later.iter().map(String::as_str).collect();
    journal.use_library(Library::read(&later).unwrap());

    assert_eq!(journal.question(&id).unwrap().n, 2);
    assert_eq!(journal.question(&mine.id).unwrap().text, mine.text);
    let kept = journal.page(page, Cover::Closed).unwrap().writing.asked;
    assert_eq!(kept, [asked]);
    let old = before.text.in_lang("fr").1.to_owned();
    assert_eq!(
        column(&journal, &mine.id, "fr"),
        [
            (old.clone(), None),
            (
                "Juste avant, où était la lumière?".to_owned(),
                Some(old.clone())
            ),
            (mine.text.in_lang("fr").1.to_owned(), Some(old)),
        ]
    );
    assert_eq!(
        column(&journal, &id, "fr"),
        column(&journal, &mine.id, "fr")
    );
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_wording_can_be_erased_and_what_grew_out_of_it_stays() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let first = journal
        .add_question(&in_english("Why me?"), aki.now())
        .unwrap();
    let id = first.id;
    for (n, text) in [(1, "What came first?"), (2, "What came with it?")] {
        let new = differently(id.as_str(), n, Wording::one("en", text), Move::Opened);
        journal.ask_differently(&new, aki.now()).unwrap();
    }
    let first = WordingRef {
        question: id.clone(),
        n: 1,
    };
    journal.erase_wording(&first).unwrap();
    let rest = [
        ("What came first?".to_owned(), None),
        (
            "What came with it?".to_owned(),
            Some("What came first?".to_owned()),
        ),
    ];
    assert_eq!(column(&journal, &id, "en"), rest);
    assert!(journal.check().unwrap().is_whole());
    for n in [2, 3] {
        let wording = WordingRef {
            question: id.clone(),
            n,
        };
        journal.erase_wording(&wording).unwrap();
    }
    assert!(matches!(journal.question(&id), Err(Error::UnknownQuestion)));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn what_cannot_be_a_question_is_refused_with_its_reason() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let add = |journal: &mut Journal, text| {
        let new = NewQuestion {
            text,
            hint: Wording::default(),
        };
        journal.add_question(&new, bo.now())
    };
    assert!(matches!(
        add(&mut journal, Wording::default()),
        Err(Error::NothingWritten)
    ));
    assert!(matches!(
        add(&mut journal, Wording::one("en", "  ")),
        Err(Error::NothingWritten)
    ));
    assert!(matches!(
        add(&mut journal, Wording::one("en", &"あ".repeat(2_001))),
        Err(Error::TooLong)
    ));
    assert!(matches!(
        add(&mut journal, Wording::one("e n", "a")),
        Err(Error::BadRequest)
    ));
    assert!(add(&mut journal, Wording::one("ja", &"あ".repeat(2_000))).is_ok());
    let nowhere = differently("connection-4", 7, Wording::one("en", "x"), Move::Other);
    assert!(matches!(
        journal.ask_differently(&nowhere, bo.now()),
        Err(Error::UnknownQuestion)
    ));
    let wording = WordingRef {
        question: "connection-4".parse().unwrap(),
        n: 1,
    };
    assert!(matches!(
        journal.erase_wording(&wording),
        Err(Error::UnknownQuestion)
    ));
}

#[test]
fn questions_are_found_by_words_in_any_language_and_by_whose_they_are() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mine = NewQuestion {
        text: Wording::one("ja", "駅で何を待っているのでしょう。"),
        hint: Wording::default(),
    };
    let mine = journal.add_question(&mine, aki.now()).unwrap();
    let ask = |words: &str, origin| QuestionsAsk {
        words: words.to_owned(),
        origin,
        limit: 500,
        ..QuestionsAsk::default()
    };
    let found = |words: &str, origin| -> Vec<String> {
        let found = journal.questions(&ask(words, origin)).unwrap().questions;
        found.iter().map(|one| one.id.to_string()).collect()
    };
    assert_eq!(found("体は どうやって", None), ["connection-3"]);
    assert_eq!(found("relâché", None), ["connection-3"]);
    assert_eq!(found("", Some(Origin::Mine)), [mine.id.as_str()]);
    assert_eq!(found("駅", None), [mine.id.as_str()]);
    assert_eq!(found("", None).len(), 84);
    let after = QuestionsAsk {
        after: Some(mine.id.clone()),
        limit: 1,
        ..QuestionsAsk::default()
    };
    let next = journal.questions(&after).unwrap();
    assert_eq!(next.questions[0].id.as_str(), "arriving-1");
    assert!(next.more);
}

#[test]
fn a_question_is_found_once_by_its_newest_words_the_newest_question_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [calm, storm, rain] = ["When is it calm?", "And a storm?", "And rain?"].map(|text| {
        let made = journal.add_question(&in_english(text), bo.now());
        made.unwrap().id
    });
    let still = Wording::one("en", "When is it still?");
    let still = differently(calm.as_str(), 1, still, Move::Slower);
    journal.ask_differently(&still, bo.now()).unwrap();
    let file = r#"{"awai_question_set":1,"id":"x","title":{"en":"X"},
                   "questions":[{"id":"x-1","text":{"en":"Is it still raining?"}}]}"#;
    let file = QuestionSetFile::parse(file.as_bytes()).unwrap();
    let mut taken = journal.take_in_question_set(&file, bo.now()).unwrap();
    let raining = taken.new.remove(0);
    let found = |words: &str, origin| -> Vec<QuestionId> {
        let ask = QuestionsAsk {
            words: words.to_owned(),
            origin,
            limit: 9,
            ..QuestionsAsk::default()
        };
        let found = journal.questions(&ask).unwrap().questions;
        found.into_iter().map(|one| one.id).collect()
    };
    let (mine, received) = (Some(Origin::Mine), Some(Origin::Received));
    assert_eq!(found("", mine), [rain, storm, calm.clone()]);
    assert_eq!(found("", received), std::slice::from_ref(&raining));
    assert_eq!(found("is it still", None), [raining, calm]);
    assert_eq!(found("calm", mine), []);
}

#[test]
fn a_question_can_be_put_by_for_later_or_left_in_peace_and_forgotten_again() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id: QuestionId = "hope-2".parse().unwrap();
    for wish in [QuestionWish::Later, QuestionWish::NotAgain] {
        journal.wish_of_question(&id, Some(wish), bo.now()).unwrap();
        assert_eq!(journal.questions_wished(wish).unwrap()[0].id, id);
        assert_eq!(journal.question(&id).unwrap().wish, Some(wish));
    }
    assert!(
        journal
            .questions_wished(QuestionWish::Later)
            .unwrap()
            .is_empty()
    );
    journal.wish_of_question(&id, None, bo.now()).unwrap();
    assert_eq!(journal.question(&id).unwrap().wish, None);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn what_is_put_away_is_told_by_the_chain_whatever_was_put_away_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [one, other] = ["hope-2", "connection-3"].map(|id| id.parse::<QuestionId>().unwrap());
    let mut put = |wishes: &[(&QuestionId, Option<QuestionWish>)]| {
        for (id, wish) in wishes {
            journal.wish_of_question(id, *wish, bo.now()).unwrap();
        }
        assert!(journal.check().unwrap().is_whole());
        journal.digests().unwrap()
    };
    let (later, never) = (Some(QuestionWish::Later), Some(QuestionWish::NotAgain));
    let one_later = put(&[(&one, later)]);
    let both = put(&[(&other, never)]);
    let nothing = put(&[(&one, None), (&other, None)]);
    let one_never = put(&[(&one, never)]);
    assert_ne!(one_later, both);
    assert_ne!(one_later, nothing);
    assert_ne!(one_later, one_never);
    assert_eq!(put(&[(&one, None), (&other, never), (&one, later)]), both);
    assert_eq!(put(&[(&one, None), (&other, None)]), nothing);
}

#[test]
fn the_library_says_what_was_agreed_and_only_lets_japanese_lines_end_where_phrases_do() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/questions.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        not_looked_at("the agreed questions", "they are not beside the project.");
        return;
    };
    let agreed: serde_json::Value = serde_json::from_str(&text).unwrap();
    let library = Library::shipped();
    for set in agreed.as_array().unwrap() {
        let id: awai::QuestionSetId = set["id"].as_str().unwrap().parse().unwrap();
        let ours = library.set(&id).unwrap();
        assert_eq!(ours.task, set["task"].as_str().unwrap());
        let compare = |wording: &Wording, agreed: &serde_json::Value| {
            for (lang, text) in wording.iter() {
                // Signs beside Japanese are as wide as it is.
                let agreed = agreed[lang].as_str().unwrap();
                let agreed = match lang {
                    "ja" => agreed.replace('(', "（").replace(')', "）"),
                    _ => agreed.to_owned(),
                };
                assert_eq!(text.replace('\u{200b}', ""), agreed);
                assert!(lang == "ja" || !text.contains('\u{200b}'));
            }
        };
        compare(&ours.title, &set["title"]);
        compare(&ours.purpose, &set["purpose"]);
        let questions = set["questions"].as_array().unwrap();
        assert_eq!(ours.questions.len(), questions.len());
        for (ours, agreed) in ours.questions.iter().zip(questions) {
            assert_eq!(ours.id.as_str(), agreed["id"].as_str().unwrap());
            compare(&ours.text, &agreed["text"]);
            compare(&ours.hint, &agreed["hint"]);
        }
    }
}
