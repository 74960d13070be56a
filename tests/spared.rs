//! What goes takes nothing else along: beside each thing that is let go stands another of its kind, and stays.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(clippy::unwrap_used)]

use std::io::Cursor;

use awai::{
    Asked, AskedPagesAsk, Cover, DraftSave, Journal, NewPicture, NewQuestion, NewQuestionSet,
    PictureId, QuestionId, QuestionSetId, QuestionWish, ReflectionId, Wording, Writing,
};
use awai_tests::{Person, words};
use image::{ImageFormat, RgbImage};

fn a_picture(width: u32) -> NewPicture {
    let mut png = Cursor::new(Vec::new());
    RgbImage::new(width, 32)
        .write_to(&mut png, ImageFormat::Png)
        .unwrap();
    NewPicture::of(&png.into_inner()).unwrap()
}

fn save(page: Option<ReflectionId>, writing: Writing) -> DraftSave {
    DraftSave {
        page,
        rev: 1,
        writing,
    }
}

fn question(journal: &mut Journal, who: &Person, text: &str) -> QuestionId {
    let new = NewQuestion {
        text: Wording::one("en", text),
        hint: Wording::default(),
    };
    journal.add_question(&new, who.now()).unwrap().id
}

fn set(journal: &mut Journal, who: &Person, title: &str, of: &QuestionId) -> QuestionSetId {
    let new = NewQuestionSet {
        title: Wording::one("en", title),
        purpose: Wording::default(),
        task: String::new(),
        audience: Vec::new(),
        suggest: false,
        questions: vec![of.clone()],
    };
    journal.add_question_set(&new, who.now()).unwrap()
}

fn answering(asked: &[&Asked], body: &str) -> Writing {
    Writing {
        asked: asked.iter().map(|one| (*one).clone()).collect(),
        ..words(body)
    }
}

fn is_here(journal: &Journal, picture: PictureId) -> bool {
    journal.picture(picture).is_ok()
}

#[test]
fn a_draft_that_is_let_go_leaves_every_other_draft_and_its_picture() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "by the river");
    let mut put = |page: Option<ReflectionId>, width: u32, body: &str| {
        let new = a_picture(width);
        journal.put_picture(page, &new).unwrap();
        let writing = words(&format!("{body}\n{}", new.marker("")));
        journal.keep_draft(&save(page, writing), bo.now()).unwrap();
        new.id()
    };
    let (new, anew) = (put(None, 40, "at sea"), put(Some(page), 48, "by the lake"));
    for (page, picture) in [(None, new), (Some(page), anew)] {
        let at_hand = journal.pictures_at_hand(page).unwrap();
        assert_eq!(at_hand.len(), 1);
        assert!(at_hand.iter().all(|here| here.id == picture));
    }
    journal.drop_draft(Some(page)).unwrap();
    assert!(!is_here(&journal, anew) && is_here(&journal, new));
    assert!(journal.draft(Some(page)).unwrap().is_none());
    let left = journal.draft(None).unwrap().unwrap();
    assert!(left.writing.body.starts_with("at sea"));
}

#[test]
fn a_picture_that_goes_leaves_the_others_of_its_page_and_of_every_page() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (first, second, third) = (a_picture(40), a_picture(48), a_picture(56));
    let ids = [first.id(), second.id(), third.id()];
    let body = format!("{}\n\n{}", first.marker(""), second.marker(""));
    let only_first = format!("it stays\n{}", first.marker(""));
    let of_another = words(&third.marker(""));
    let page = journal
        .write_with(&words(&body), vec![first, second], bo.now())
        .unwrap();
    journal
        .write_with(&of_another, vec![third], bo.now())
        .unwrap();
    journal.revise(page, &words(&only_first), bo.now()).unwrap();
    journal.erase_versions(page).unwrap();
    let here: Vec<bool> = ids.iter().map(|id| is_here(&journal, *id)).collect();
    assert_eq!(here, [true, false, true]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_tie_that_is_erased_is_taken_out_of_each_draft_and_leaves_each_its_own_words() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "by the river");
    let (sam, lou) = (
        bo.tie(&mut journal, "Sam").id,
        bo.tie(&mut journal, "Lou").id,
    );
    for (page, body) in [(None, "at sea"), (Some(page), "by the lake")] {
        let writing = Writing {
            ties: vec![sam, lou],
            ..words(body)
        };
        journal.keep_draft(&save(page, writing), bo.now()).unwrap();
    }
    journal.erase_tie(sam).unwrap();
    for (page, body) in [(None, "at sea"), (Some(page), "by the lake")] {
        let left = journal.draft(page).unwrap().unwrap().writing;
        assert_eq!((left.body.as_str(), left.ties), (body, vec![lou]));
    }
}

#[test]
fn what_is_asked_wished_or_gathered_goes_alone() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let one = question(&mut journal, &bo, "What now?");
    let other = question(&mut journal, &bo, "And then?");
    let [asked_one, asked_other] =
        [&one, &other].map(|id| journal.asking(id, "en", None, None).unwrap());
    let pages = ["by the river", "by the sea"].map(|body| {
        let writing = answering(&[&asked_one, &asked_other], body);
        journal.write(&writing, bo.now()).unwrap()
    });
    journal.unask(pages[0], &one, 1).unwrap();
    let asked = |journal: &Journal, page: ReflectionId| {
        let page = journal.page(page, Cover::Opened).unwrap();
        page.writing.asked.len()
    };
    assert_eq!(pages.map(|page| asked(&journal, page)), [1, 2]);

    for id in [&one, &other] {
        let later = Some(QuestionWish::Later);
        journal.wish_of_question(id, later, bo.now()).unwrap();
    }
    journal.wish_of_question(&one, None, bo.now()).unwrap();
    let wished = journal.questions_wished(QuestionWish::Later).unwrap();
    assert_eq!(wished.len(), 1);
    assert!(wished.iter().all(|question| question.id == other));

    let sets = ["Evening", "Morning"].map(|title| set(&mut journal, &bo, title, &one));
    journal.erase_question_set(&sets[0]).unwrap();
    assert!(journal.question_set(&sets[0]).is_err());
    let left = journal.question_set(&sets[1]).unwrap();
    assert_eq!(left.line.questions, [one]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn pages_that_were_asked_are_found_by_question_by_sitting_and_by_place_and_never_once_set_aside() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let one = question(&mut journal, &bo, "What now?");
    let other = question(&mut journal, &bo, "And then?");
    let (walked, elsewhere) = (journal.begin_sitting(), journal.begin_sitting());
    let asks = [
        (&one, Some(walked)),
        (&one, Some(walked)),
        (&other, Some(walked)),
        (&one, Some(elsewhere)),
        (&one, None),
    ];
    let pages = asks.map(|(id, sitting)| {
        let asked = journal.asking(id, "en", None, sitting).unwrap();
        journal
            .write(&answering(&[&asked], "words"), bo.now())
            .unwrap()
    });
    journal.set_aside(pages[1], bo.now()).unwrap();
    let ids =
        |lines: Vec<awai::PageLine>| lines.into_iter().map(|line| line.id).collect::<Vec<_>>();

    let sitting = journal.sitting_pages(walked).unwrap();
    assert_eq!(ids(sitting), [pages[0], pages[2]]);
    let asked = journal.pages_asked(&one, None).unwrap().lines;
    assert_eq!(ids(asked), [pages[4], pages[3], pages[0]]);
    let mut ask = AskedPagesAsk {
        question: Some(one),
        limit: 2,
        ..AskedPagesAsk::default()
    };
    let newest = journal.pages_answering(&ask).unwrap();
    ask.before = newest.lines.last().map(|line| line.place);
    assert_eq!(ids(newest.lines), [pages[4], pages[3]]);
    let older = journal.pages_answering(&ask).unwrap();
    assert_eq!(ids(older.lines), [pages[0]]);
}
