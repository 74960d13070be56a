//! Sets of questions travel as files, with no page and no answer in them, and nothing they bring changes what is here.

use awai::{
    AskDifferently, Asked, Audience, Error, Journal, Library, Move, NewQuestion, NewQuestionSet,
    Origin, QuestionId, QuestionSetFile, QuestionSetId, QuestionSetLine, QuestionsAsk, Wording,
    WordingRef, Writing,
};
use awai_tests::{Person, words};

fn question(journal: &mut Journal, who: &Person, lang: &str, text: &str) -> QuestionId {
    let new = NewQuestion {
        text: Wording::one(lang, text),
        hint: Wording::default(),
    };
    journal.add_question(&new, who.now()).unwrap().id
}

fn set(journal: &mut Journal, who: &Person, title: &str, of: &[&QuestionId]) -> QuestionSetId {
    let new = NewQuestionSet {
        title: Wording::one("fr", title),
        purpose: Wording::default(),
        task: "connection".to_owned(),
        audience: vec![Audience::Pair],
        suggest: true,
        questions: of.iter().map(|id| (*id).clone()).collect(),
    };
    journal.add_question_set(&new, who.now()).unwrap()
}

fn texts(journal: &Journal, id: &QuestionSetId) -> Vec<String> {
    let set = journal.question_set(id).unwrap();
    let text = |one: &awai::Question| one.text.iter().next().unwrap().1.to_owned();
    set.questions.iter().map(text).collect()
}

#[test]
fn a_set_goes_from_claire_to_aki_without_a_page_an_answer_or_a_reason() {
    let claire = Person::claire();
    let mut hers = claire.begin();
    let mine = question(&mut hers, &claire, "fr", "Pourquoi ce silence?");
    let asked: Asked = hers.asking(&mine, "fr", None, None).unwrap();
    let page = Writing {
        asked: vec![asked],
        ..words("Parce que mon cœur bat trop fort.")
    };
    hers.write(&page, claire.now()).unwrap();
    let opened = AskDifferently {
        from: WordingRef {
            question: mine.clone(),
            n: 1,
        },
        text: Wording::one("fr", "Que dit ce silence?"),
        hint: Wording::default(),
        by: Some(Move::Opened),
        changed_because: "maman a pleuré".to_owned(),
    };
    hers.ask_differently(&opened, claire.now()).unwrap();
    let built_in: QuestionId = "worldview-2".parse().unwrap();
    let id = set(&mut hers, &claire, "Le soir", &[&mine, &built_in]);
    let text = hers.question_set_file(&id).unwrap().to_text().unwrap();
    for private in ["cœur", "maman", "Parce"] {
        assert!(!text.contains(private), "{private}");
    }

    let aki = Person::aki();
    let mut his = aki.begin();
    let file = QuestionSetFile::parse(text.as_bytes()).unwrap();
    let taken = his.take_in_question_set(&file, aki.now()).unwrap();
    assert_eq!(taken.set, id);
    assert_eq!((taken.new.len(), taken.already_here.len()), (1, 1));
    let line = his.question_set(&taken.set).unwrap().line;
    assert_eq!((line.origin, line.suggest), (Origin::Received, false));
    assert_eq!(texts(&his, &taken.set)[0], "Que dit ce silence?");
    // What it grew out of came along, so that the lineage is whole.
    let lineage = his.lineage(&taken.new[0]).unwrap().wordings;
    assert_eq!(lineage[0].text.in_lang("fr").1, "Pourquoi ce silence?");
    assert_eq!(lineage[1].by, Some(Move::Opened));
    assert_eq!(lineage[1].changed_because, "");

    // Again, and back home: nothing twice, nothing changed.
    let again = his.take_in_question_set(&file, aki.now()).unwrap();
    assert_eq!((again.set, again.already_here.len()), (id.clone(), 2));
    let home = hers.take_in_question_set(&file, claire.now()).unwrap();
    assert_eq!((home.set, home.new.len(), home.beside.len()), (id, 0, 0));
    for journal in [&his, &hers] {
        assert!(journal.check().unwrap().is_whole());
    }
}

#[test]
fn a_variation_comes_back_beside_the_question_and_never_over_it() {
    let claire = Person::claire();
    let mut hers = claire.begin();
    let mine = question(&mut hers, &claire, "fr", "Que dit ce silence?");
    let id = set(&mut hers, &claire, "Le soir", &[&mine]);
    let mut file = hers.question_set_file(&id).unwrap();
    file.questions[0].text = Wording::one("fr", "Que chante ce silence?");
    let taken = hers.take_in_question_set(&file, claire.now()).unwrap();
    let [beside] = taken.beside.as_slice() else {
        panic!("one stands beside: {taken:?}");
    };
    assert_ne!((&taken.set, beside), (&id, &mine));
    assert_eq!(texts(&hers, &id), ["Que dit ce silence?"]);
    assert_eq!(texts(&hers, &taken.set), ["Que chante ce silence?"]);
    let lineage = hers.lineage(&mine).unwrap().wordings;
    assert_eq!(lineage.len(), 2);
    assert_eq!(lineage[1].parent.as_ref().unwrap().question, mine);
    assert_eq!(lineage[1].origin, Origin::Received);
    let again = hers.take_in_question_set(&file, claire.now()).unwrap();
    assert_eq!(again.already_here, std::slice::from_ref(beside));
    assert_eq!(again.set, taken.set);
    assert!(hers.check().unwrap().is_whole());
}

#[test]
fn what_grew_out_of_a_wording_that_is_erased_grows_out_of_what_that_came_from() {
    let claire = Person::claire();
    let mut hers = claire.begin();
    let of = |question: &QuestionId, n: u32| WordingRef {
        question: question.clone(),
        n,
    };
    let differently = |hers: &mut Journal, from: WordingRef, text: &str| {
        let new = AskDifferently {
            from,
            text: Wording::one("fr", text),
            hint: Wording::default(),
            by: Some(Move::Opened),
            changed_because: String::new(),
        };
        hers.ask_differently(&new, claire.now()).unwrap().id
    };
    // A variation of each of two wordings comes back, the first of which grew out of the library.
    let built_in: QuestionId = "connection-3".parse().unwrap();
    let mine = differently(&mut hers, of(&built_in, 1), "Que dit ce silence?");
    let id = set(&mut hers, &claire, "Le soir", &[&mine]);
    let variation = |hers: &mut Journal, text: &str| {
        let mut file = hers.question_set_file(&id).unwrap();
        file.questions[0].text = Wording::one("fr", text);
        file.questions[0].grew_from = None;
        let taken = hers.take_in_question_set(&file, claire.now());
        taken.unwrap().beside.remove(0)
    };
    let first = variation(&mut hers, "Que chante ce silence?");
    differently(&mut hers, of(&mine, 1), "Que tait ce silence?");
    let second = variation(&mut hers, "Que rit ce silence?");
    let parent = |hers: &Journal, of: &WordingRef| {
        let lineage = hers.lineage(&of.question).unwrap().wordings;
        let there = lineage.into_iter().find(|one| one.wording == *of);
        there.unwrap().parent.unwrap()
    };
    let newest = |hers: &Journal, id: &QuestionId| of(id, hers.question(id).unwrap().n);
    let (first, second) = (newest(&hers, &first), newest(&hers, &second));
    assert_eq!(parent(&hers, &first), of(&mine, 1));
    assert_eq!(parent(&hers, &second), of(&mine, 2));

    hers.erase_wording(&of(&mine, 1)).unwrap();
    assert_eq!(parent(&hers, &first), of(&built_in, 1));
    assert_eq!(parent(&hers, &of(&mine, 2)), of(&built_in, 1));
    assert_eq!(parent(&hers, &second), of(&mine, 2));
    assert!(hers.check().unwrap().is_whole());
}

#[test]
fn a_file_that_names_a_question_of_the_library_with_other_words_stands_beside_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let connection: QuestionSetId = "connection".parse().unwrap();
    let mut file = journal.question_set_file(&connection).unwrap();
    let unchanged = journal.take_in_question_set(&file, bo.now()).unwrap();
    assert_eq!(unchanged.set, connection);
    assert_eq!(unchanged.already_here.len(), 8);

    file.questions[0].text = Wording::one("es", "¿Cuándo nos encontramos?");
    let taken = journal.take_in_question_set(&file, bo.now()).unwrap();
    assert_eq!((taken.beside.len(), taken.already_here.len()), (1, 7));
    assert_ne!(taken.set, connection);
    assert_eq!(
        journal.question_set(&connection).unwrap().questions[0].text,
        Library::shipped().sets()[1].questions[0].text
    );
    let lineage = journal.lineage(&"connection-1".parse().unwrap()).unwrap();
    assert_eq!(lineage.wordings.len(), 2);
}

/// A file with one question, `more` being added to the question.
fn file(id: &str, text: &str, more: &str) -> String {
    format!(
        r#"{{"awai_question_set":1,"id":"{id}","title":{{"en":"Evening"}},"newer_field":[1,{{"x":2}}],
            "questions":[{{"id":"{id}-1","text":{{"en":"{text}"}}{more}}}]}}"#
    )
}

#[test]
fn variations_of_a_name_that_is_no_question_here_grow_out_of_the_one_that_came_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut come = |name: &str, text: &str| {
        let file = QuestionSetFile::parse(file(name, text, "").as_bytes()).unwrap();
        let taken = journal.take_in_question_set(&file, bo.now()).unwrap();
        let one = taken.new.into_iter().chain(taken.beside).next();
        (taken.set, one, taken.already_here)
    };
    let (morning, ..) = come("morning", "What first?");
    let texts = ["What now?", "What then?", "And later?"];
    let came = texts.map(|text| come("evening", text));
    // Once more, each is the one with its own words, and so is its set.
    for (text, (set, one, _)) in texts.iter().zip(&came) {
        let one = one.clone().unwrap();
        assert_eq!(come("evening", text), (set.clone(), None, vec![one]));
    }
    let [(first, one, _), (second, two, _), (third, three, _)] = came;
    // A set of another name is another one, though it says the same.
    let named = file("morning", "What first?", "");
    let named = named.replacen("morning", "dawn", 1);
    let dawn = QuestionSetFile::parse(named.as_bytes()).unwrap();
    let dawn = journal.take_in_question_set(&dawn, bo.now()).unwrap().set;
    let sets = journal.question_sets().unwrap().into_iter().skip(12);
    let sets: Vec<_> = sets.map(|line| line.id).collect();
    assert_eq!(sets, [morning, first, second, third, dawn]);

    let wordings = journal.lineage(two.as_ref().unwrap()).unwrap().wordings;
    let parent = |id: &Option<QuestionId>| {
        let mut wordings = wordings.iter();
        let wording = wordings.find(|one| Some(&one.wording.question) == id.as_ref());
        wording
            .unwrap()
            .parent
            .clone()
            .map(|parent| parent.question)
    };
    assert_eq!([&one, &two, &three].map(parent), [None, one.clone(), one]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_file_that_is_not_as_it_must_be_is_refused_with_its_own_reason_and_nothing_is_taken_in() {
    let good = file("evening", "What now?", "");
    let doubled = good.replace(
        r#""id":"evening-1""#,
        r#""id":"evening-1","id":"evening-2""#,
    );
    let language_twice = good.replace(r#""en":"What now?""#, r#""en":"a","en":"b""#);
    let question_twice = good.replace(
        r#"{"id":"evening-1","text":{"en":"What now?"}}"#,
        r#"{"id":"evening-1","text":{"en":"a"}},{"id":"evening-1","text":{"en":"b"}}"#,
    );
    let hidden_hint = file("evening", "What?", r#","hint":{"en":"a\u202eb"}"#);
    let from = r#","grew_from":{"id":"x","n":1,"text":{"en":"a\u2066b"}}"#;
    let cases: Vec<(String, &str)> = vec![
        (good[..good.len() / 2].to_owned(), "question_set_torn"),
        (String::new(), "question_set_torn"),
        ("{}".to_owned(), "not_a_question_set"),
        ("[]".to_owned(), "not_a_question_set"),
        ("PK\u{3}\u{4}".to_owned(), "not_a_question_set"),
        ("[".repeat(200_000), "not_a_question_set"),
        (good.replace(":1,", ":2,"), "question_set_newer"),
        (good.replace(":1,", ":0,"), "not_a_question_set"),
        (good.replace(":1,", ":-1,"), "not_a_question_set"),
        (
            good.replace("evening-1", "../evening"),
            "not_a_question_set",
        ),
        (good.replace("evening-1", ""), "not_a_question_set"),
        (
            good.replace(r#""en":"What now?""#, ""),
            "not_a_question_set",
        ),
        (good.replace("What now?", " "), "not_a_question_set"),
        (
            good.replace("What now?", &"a".repeat(2_001)),
            "question_set_too_large",
        ),
        (
            format!("{good}{}", " ".repeat(1 << 20)),
            "question_set_too_large",
        ),
        (doubled, "question_set_unclear"),
        (language_twice, "question_set_unclear"),
        (question_twice, "question_set_unclear"),
        (
            good.replace("What now?", "What\\u0000"),
            "question_set_hidden",
        ),
        (
            good.replace("Evening", "Eve\\u202ening"),
            "question_set_hidden",
        ),
        (
            good.replace("What now?", "What\u{200f}?"),
            "question_set_hidden",
        ),
        (hidden_hint, "question_set_hidden"),
        (file("evening", "What?", from), "question_set_hidden"),
    ];
    let bo = Person::bo();
    let path = bo.home().join("set.json");
    for (text, kind) in cases {
        std::fs::write(&path, &text).unwrap();
        let error = QuestionSetFile::read(&path).unwrap_err();
        let said = serde_json::to_value(error.trouble().kind).unwrap();
        assert_eq!(said, kind, "{}", text.chars().take(200).collect::<String>());
    }
    std::fs::write(&path, b"{\"awai_question_set\":1,\"id\":\"\xff\"}").unwrap();
    assert!(matches!(
        QuestionSetFile::read(&path),
        Err(Error::NotAQuestionSet)
    ));
    assert!(QuestionSetFile::parse(good.as_bytes()).is_ok());
    assert!(QuestionSetFile::parse(format!("\u{feff}{good}").as_bytes()).is_ok());
}

#[test]
fn no_broken_json_is_taken_for_a_set() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/of-others/json-test-suite/test_parsing");
    let mut read = 0;
    for file in std::fs::read_dir(corpus).unwrap() {
        let path = file.unwrap().path();
        assert!(QuestionSetFile::read(&path).is_err(), "{}", path.display());
        read += 1;
    }
    assert_eq!(read, 318);
}

#[test]
fn markup_in_a_question_stays_the_text_it_is() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let markup = "<b onclick=x>何</b> **が** {漢字|かんじ} \\\\ ![](picture:0)";
    let file = QuestionSetFile::parse(file("markup", markup, "").as_bytes()).unwrap();
    let taken = journal.take_in_question_set(&file, aki.now()).unwrap();
    assert_eq!(texts(&journal, &taken.set), [markup.replace("\\\\", "\\")]);
}

#[test]
fn a_set_whose_words_hide_something_is_not_written_out() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mine = question(&mut journal, &bo, "ar", "ما\u{202e}ذا؟");
    let id = set(&mut journal, &bo, "Soir", &[&mine]);
    let file = journal.question_set_file(&id).unwrap();
    assert!(matches!(file.to_text(), Err(Error::QuestionSetHidden)));
}

#[test]
fn a_set_of_ones_own_changes_and_goes_and_its_questions_stay() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let mine = question(&mut journal, &claire, "fr", "Qui chante?");
    let other: QuestionId = "hope-5".parse().unwrap();
    let id = set(&mut journal, &claire, "Le soir", &[&mine, &other, &mine]);
    let made = journal.question_set(&id).unwrap();
    assert_eq!(made.questions.len(), 2);
    assert_eq!(made.line.audience, [Audience::Pair]);
    assert_eq!(made.line.task, "connection");
    assert!(made.line.suggest);
    // In the list it stands with those of the library.
    let all = journal.question_sets().unwrap();
    assert_eq!(all.len(), 13);
    assert!(all.contains(&made.line));
    let new = NewQuestionSet {
        title: Wording::one("fr", "Le matin"),
        questions: vec![other.clone(), mine.clone()],
        purpose: Wording::one("fr", "Avant le café"),
        task: "hope".to_owned(),
        audience: vec![Audience::Alone, Audience::Group],
        suggest: false,
    };
    journal.change_question_set(&id, &new).unwrap();
    let changed = journal.question_set(&id).unwrap().line;
    assert_eq!(
        changed,
        QuestionSetLine {
            id: id.clone(),
            origin: Origin::Mine,
            task: new.task.clone(),
            title: new.title.clone(),
            purpose: new.purpose.clone(),
            audience: new.audience.clone(),
            suggest: false,
            questions: new.questions.clone(),
        }
    );
    let library: QuestionSetId = "hope".parse().unwrap();
    assert!(matches!(
        journal.change_question_set(&library, &new),
        Err(Error::UnknownQuestion)
    ));
    assert!(matches!(
        journal.erase_question_set(&library),
        Err(Error::UnknownQuestion)
    ));
    // A question that is erased leaves the sets it stood in.
    let wording = WordingRef {
        question: mine,
        n: 1,
    };
    journal.erase_wording(&wording).unwrap();
    assert_eq!(journal.question_set(&id).unwrap().line.questions, [other]);
    assert!(journal.check().unwrap().is_whole());
    journal.erase_question_set(&id).unwrap();
    assert_eq!(journal.question_sets().unwrap().len(), 12);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn twenty_thousand_questions_are_listed_and_searched_without_waiting() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for nth in 0..40 {
        let questions: Vec<String> = (0..500)
            .map(|n| {
                format!(r#"{{"id":"q-{nth}-{n}","text":{{"en":"What of {nth} and {n}?","ja":"{n}の駅は。"}}}}"#)
            })
            .collect();
        let text = format!(
            r#"{{"awai_question_set":1,"id":"set-{nth}","title":{{"en":"{nth}"}},"questions":[{}]}}"#,
            questions.join(",")
        );
        let file = QuestionSetFile::parse(text.as_bytes()).unwrap();
        journal.take_in_question_set(&file, bo.now()).unwrap();
    }
    let begun = std::time::Instant::now();
    let ask = QuestionsAsk {
        words: "what 39 and 499".to_owned(),
        limit: 50,
        ..QuestionsAsk::default()
    };
    assert_eq!(journal.questions(&ask).unwrap().questions.len(), 1);
    let sets = journal.question_sets().unwrap();
    assert_eq!(sets.len(), 52);
    let newest = QuestionsAsk {
        limit: 50,
        ..QuestionsAsk::default()
    };
    assert!(journal.questions(&newest).unwrap().more);
    // Unoptimised, on a busy machine; a thousand times what a person would notice is still found out.
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    eprintln!("searched, listed: {:?}", begun.elapsed());
}
