//! Answers: what a page was asked stays with it, word for word, and pages are found by it.

use awai::{
    AskDifferently, Asked, AskedPagesAsk, Cover, DraftSave, Lenses, Move, QuestionId, Wording,
    WordingRef, Writing,
};
use awai_tests::{Person, words};
use chrono::Duration;

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
    assert_eq!(draft.writing.asked, std::slice::from_ref(&question));
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
    assert_eq!(page.writing.asked, std::slice::from_ref(&question));
    assert!(journal.check().unwrap().is_whole());

    // What a page was not asked, or not in this wording, cannot be taken off it, and the page stays what it is.
    let before = journal.digests().unwrap();
    journal.unask(id, &second.question, 1).unwrap();
    journal.unask(id, &question.question, 2).unwrap();
    assert_eq!(journal.digests().unwrap(), before);
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.writing.asked, [question]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn what_is_asked_twice_of_one_page_is_asked_once_in_the_words_that_came_first() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let first = asked("connection-3", 1, "the words that came first");
    let writing = Writing {
        asked: vec![first.clone(), asked("connection-3", 1, "other words")],
        ..words("肩があがる")
    };
    let id = journal.write(&writing, aki.now()).unwrap();
    let page = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(page.writing.asked, [first]);
    assert!(journal.check().unwrap().is_whole());
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

#[test]
fn the_pages_that_were_asked_a_question_stand_beside_it_the_newest_first_and_covered_ones_covered()
{
    let bo = Person::bo();
    let mut journal = bo.begin();
    let question: QuestionId = "connection-4".parse().unwrap();
    let mut ids = Vec::new();
    for (body, cover) in [("a door", ""), ("a word", "not tonight"), ("aside", "")] {
        bo.later(Duration::days(1));
        let page = Writing {
            cover: cover.to_owned(),
            ..begun_from(journal.asking(&question, "en", None, None).unwrap(), body)
        };
        ids.push(journal.write(&page, bo.now()).unwrap());
    }
    journal.set_aside(ids[2], bo.now()).unwrap();
    let pages = journal.pages_asked(&question, None).unwrap().lines;
    let there: Vec<_> = pages.iter().map(|line| line.id).collect();
    assert_eq!(there, [ids[1], ids[0]]);
    assert!(pages[0].covered);
    assert_eq!(pages[0].opening, "not tonight");
}

#[test]
fn every_page_that_was_asked_a_question_is_there_when_one_goes_on_and_every_question_of_a_tie() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sam = bo.tie(&mut journal, "Sam").id;
    let often: QuestionId = "connection-4".parse().unwrap();
    let mut pages = Vec::new();
    for n in 0..201 {
        let page = Writing {
            ties: vec![sam],
            asked: vec![
                asked(&format!("of-{}", n / 2), 1, "What now?"),
                asked(often.as_str(), 1, "When?"),
            ],
            ..words("a page")
        };
        pages.insert(0, journal.write(&page, bo.now()).unwrap());
    }
    let some = |before| {
        let pages = journal.pages_asked(&often, before).unwrap();
        let ids: Vec<_> = pages.lines.iter().map(|line| line.id).collect();
        (ids, pages.lines.last().map(|line| line.place), pages.more)
    };
    let (newest, oldest, more) = some(None);
    assert_eq!((newest.as_slice(), more), (&pages[..200], true));
    let (rest, _, more) = some(oldest);
    assert_eq!((rest.as_slice(), more), (&pages[200..], false));
    let room = journal.tie_room(sam).unwrap();
    assert_eq!(room.asked.len(), 102);
}

#[test]
fn pages_are_found_by_what_they_were_asked_however_it_was_asked() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mine = AskDifferently {
        from: WordingRef {
            question: "connection-3".parse().unwrap(),
            n: 1,
        },
        text: Wording::one("en", "Where does it begin?"),
        hint: Wording::default(),
        by: Some(Move::Slower),
        changed_because: String::new(),
    };
    let mine = journal.ask_differently(&mine, bo.now()).unwrap().id;
    let mut pages = Vec::new();
    for question in ["connection-3", mine.as_str(), "hope-1"] {
        let asked = journal
            .asking(&question.parse().unwrap(), "en", None, None)
            .unwrap();
        let page = journal.write(&begun_from(asked, question), bo.later(Duration::days(1)));
        pages.push(page.unwrap());
    }
    bo.write(&mut journal, "a page that nothing was asked of");
    let found = |ask: AskedPagesAsk| -> Vec<_> {
        let ask = AskedPagesAsk { limit: 9, ..ask };
        let lines = journal.pages_answering(&ask).unwrap().lines;
        lines.iter().map(|line| line.id).collect()
    };
    let by_question = |question: &str| {
        found(AskedPagesAsk {
            question: Some(question.parse().unwrap()),
            ..AskedPagesAsk::default()
        })
    };
    assert_eq!(by_question("connection-3"), [pages[1], pages[0]]);
    assert_eq!(by_question(mine.as_str()), [pages[1], pages[0]]);
    let hope = AskedPagesAsk {
        task: Some("hope".to_owned()),
        ..AskedPagesAsk::default()
    };
    assert_eq!(found(hope), [pages[2]]);
    let any = found(AskedPagesAsk::default());
    assert_eq!(any, [pages[2], pages[1], pages[0]]);
}
