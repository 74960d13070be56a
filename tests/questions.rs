//! Questions: what a page was asked stays as it was asked, and a question may change for years.

use awai::{Asked, Cover, DraftSave, Lenses, Wholeness, Writing};
use awai_tests::{Person, words};

/// A question as it might have been asked.
fn asked(question: &str, n: u32, text: &str) -> Asked {
    Asked {
        question: question.parse().unwrap(),
        n,
        text: text.to_owned(),
        lang: "ja".to_owned(),
        set: Some("connection".parse().unwrap()),
        sitting: None,
    }
}

fn begun_from(question: Asked, body: &str) -> Writing {
    Writing {
        asked: vec![question],
        ..words(body)
    }
}

#[test]
fn a_page_keeps_the_exact_words_it_was_asked_also_as_a_draft_and_written_anew() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let question = asked("connection-3", 1, "糸がゆるんだことを、\u{200b}どうやって");
    let save = DraftSave {
        page: None,
        rev: 1,
        writing: begun_from(question.clone(), "肩"),
    };
    journal.keep_draft(&save, aki.now()).unwrap();
    drop(journal);

    let mut journal = aki.open();
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.asked, [question.clone()]);
    let id = journal.finish_draft(&save, aki.now()).unwrap().id;

    // Written anew by somebody who forgot the question, and again with another wording under the same number.
    journal.revise(id, &words("肩があがる"), aki.now()).unwrap();
    let other = asked("connection-3", 1, "another wording");
    journal
        .revise(id, &begun_from(other, "肩があがる。"), aki.now())
        .unwrap();
    let second = asked("worldview-2", 1, "誰に");
    journal
        .revise(
            id,
            &begun_from(second.clone(), "肩があがる。母に"),
            aki.now(),
        )
        .unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.writing.asked, [question.clone(), second.clone()]);
    assert_eq!(page.versions, 3);
    assert!(journal.check().unwrap().is_whole());

    journal.unask(id, &second.question, 1).unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.writing.asked, [question]);
    assert_eq!(journal.check().unwrap().chain, Wholeness::Whole);
}

#[test]
fn fear_and_hope_and_what_is_wider_are_kept_found_covered_and_never_lost_by_writing_anew() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let lenses = Lenses {
        fear_says: "ça va casser".to_owned(),
        hope_says: "on s’est déjà retrouvées".to_owned(),
        wider: "l’horaire du traversier".to_owned(),
    };
    let writing = Writing {
        lenses: lenses.clone(),
        ..words("")
    };
    let id = journal.write(&writing, claire.now()).unwrap();
    assert_eq!(
        journal.page(id, Cover::Closed).unwrap().writing.lenses,
        lenses
    );
    let found = awai::SearchAsk {
        words: "traversier".to_owned(),
        limit: 5,
        ..Default::default()
    };
    assert_eq!(journal.search(&found).unwrap().hits.len(), 1);

    let covered = Writing {
        cover: "pas ce soir".to_owned(),
        ..Writing::default()
    };
    let covered = Writing {
        body: "rien".to_owned(),
        ..covered
    };
    journal.revise(id, &covered, claire.now()).unwrap();
    let version = journal.versions(id, Cover::Closed).unwrap().remove(0);
    assert_eq!(version.lenses, Lenses::default());
    let version = journal.versions(id, Cover::Opened).unwrap().remove(0);
    assert_eq!(version.lenses, lenses);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_covered_page_does_not_tell_what_it_was_asked() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let writing = Writing {
        cover: "the bench".to_owned(),
        ..begun_from(asked("hope-1", 1, "What am I bracing myself for?"), "rain")
    };
    let id = journal.write(&writing, bo.now()).unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert!(page.writing.asked.is_empty());
    let page = journal.page(id, Cover::Opened).unwrap();
    assert_eq!(page.writing.asked.len(), 1);
}

#[test]
fn a_page_of_one_character_needs_neither_tie_nor_date_nor_answer() {
    for character in ["。", "é", "x"] {
        let bo = Person::bo();
        let mut journal = bo.begin();
        let id = journal.write(&words(character), bo.now()).unwrap();
        let page = journal.page(id, Cover::Closed).unwrap();
        assert_eq!(page.writing, words(character));
    }
}
