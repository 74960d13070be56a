//! What is being written and not finished yet.

// A test fails by panicking, and speaks to whoever runs it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_possible_truncation
)]

use std::io::Cursor;

use awai::{Cover, DraftSave, Error, NewPicture, PagesAsk, Writing};
use awai_tests::{Person, bodies, strings, titled, unfinished, words};
use chrono::Duration;
use proptest::prelude::*;

fn a_picture() -> NewPicture {
    let mut png = Cursor::new(Vec::new());
    image::RgbImage::new(8, 8)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    NewPicture::of(&png.into_inner()).unwrap()
}

#[test]
fn unfinished_words_are_there_after_the_book_is_closed() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let kept = journal
        .keep_draft(&unfinished(1, "きょう、駅で"), aki.now())
        .unwrap();
    assert_eq!((kept.rev, kept.at), (1, aki.now()));
    journal.close().unwrap();
    let draft = aki.open().draft(None).unwrap().unwrap();
    assert_eq!(draft.writing, words("きょう、駅で"));
    assert_eq!((draft.page, draft.rev), (None, 1));
}

#[test]
fn a_cover_alone_that_a_save_did_not_know_is_lost_no_more_than_words() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut covered = unfinished(5, "");
    covered.writing.cover = "something about the winter".to_owned();
    journal.keep_draft(&covered, bo.now()).unwrap();
    journal
        .keep_draft(&unfinished(1, "here"), bo.now())
        .unwrap();
    let pages = journal
        .pages(&PagesAsk {
            limit: 9,
            ..PagesAsk::default()
        })
        .unwrap();
    let covers: Vec<_> = pages
        .lines
        .iter()
        .map(|line| line.opening.as_str())
        .collect();
    assert_eq!(covers, ["something about the winter"]);
    // Blanks are nothing that anybody could miss.
    journal
        .keep_draft(&unfinished(9, "  \n"), bo.now())
        .unwrap();
    journal
        .keep_draft(&unfinished(2, "here"), bo.now())
        .unwrap();
    assert_eq!(bodies(&journal), [""]);
}

#[test]
fn what_a_save_did_not_know_becomes_a_page_and_neither_covers_the_other() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal
        .keep_draft(&unfinished(5, "from elsewhere"), bo.now())
        .unwrap();
    let later = bo.later(Duration::seconds(1));
    // Whoever counts from four has not seen the fifth.
    let kept = journal
        .keep_draft(&unfinished(4, "at the desk"), later)
        .unwrap();
    assert_eq!((kept.rev, kept.at), (4, later));
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "at the desk");
    assert_eq!(bodies(&journal), ["from elsewhere"]);
    let line = &journal.pages(&PagesAsk::default()).unwrap().lines[0];
    assert_eq!(line.written_at, bo.now() - Duration::seconds(1));

    // The same save once more makes no page of it, and what comes after it is kept with its own time.
    journal
        .keep_draft(&unfinished(4, "at the desk"), later)
        .unwrap();
    let last = bo.later(Duration::seconds(1));
    let next = journal.keep_draft(&unfinished(5, "next"), last).unwrap();
    assert_eq!((next.rev, next.at), (5, last));
    assert_eq!(journal.draft(None).unwrap().unwrap().kept_at, last);
    assert_eq!(bodies(&journal), ["from elsewhere"]);

    // Nor does a page that is finished cover it; where nothing was written, nothing becomes a page.
    journal
        .finish_draft(&unfinished(1, "finished"), last)
        .unwrap();
    assert_eq!(bodies(&journal), ["finished", "from elsewhere", "next"]);
    journal.keep_draft(&unfinished(7, ""), last).unwrap();
    journal.keep_draft(&unfinished(1, "again"), last).unwrap();
    journal.finish_draft(&unfinished(2, "again"), last).unwrap();
    assert_eq!(bodies(&journal).len(), 4);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn what_was_written_anew_of_a_page_elsewhere_becomes_a_page_with_the_pictures_it_shows() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (hanging, beside) = (a_picture(), a_picture());
    let ids = [hanging.id(), beside.id()];
    let (kept, put) = (hanging.marker("on the page"), beside.marker("beside"));
    let page = journal
        .write_with(&words(&kept), vec![hanging], bo.now())
        .unwrap();
    journal.put_picture(Some(page), &beside).unwrap();
    let anew = |rev: u32, body: &str| DraftSave {
        page: Some(page),
        rev,
        writing: words(body),
    };
    let elsewhere = format!("elsewhere\n{kept}\n{put}");
    journal.keep_draft(&anew(8, &elsewhere), bo.now()).unwrap();
    let here = format!("here\n{kept}\n{put}");
    journal.keep_draft(&anew(1, &here), bo.now()).unwrap();
    let apart = bodies(&journal);
    let apart = apart.iter().find(|body| body.starts_with("elsewhere"));
    let markers = apart.unwrap().lines().filter(|line| line.starts_with("!["));
    assert_eq!(markers.count(), 2);
    // Each has its own: what is let go of here takes nothing from the other.
    journal.drop_draft(Some(page)).unwrap();
    journal.set_aside(page, bo.now()).unwrap();
    journal.erase_aside(page).unwrap();
    assert!(ids.iter().all(|id| journal.picture(*id).is_err()));
    let report = journal.check().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.pages, report.pictures), (1, 2));
}

#[test]
fn a_finished_draft_is_a_page_and_no_draft() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal
        .keep_draft(&unfinished(1, "between"), bo.now())
        .unwrap();
    let line = journal
        .finish_draft(&unfinished(2, "between us"), bo.now())
        .unwrap();
    assert!(journal.draft(None).unwrap().is_none());
    let page = journal.page(line.id, Cover::Closed).unwrap();
    assert_eq!(page.writing.body, "between us");
    assert_eq!(line, journal.line(line.id).unwrap());
}

#[test]
fn a_page_being_written_anew_has_a_draft_of_its_own() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let id = claire.write(&mut journal, "avant");
    journal
        .keep_draft(&unfinished(1, "une autre page"), claire.now())
        .unwrap();
    let anew = DraftSave {
        page: Some(id),
        rev: 1,
        writing: titled("titre", "après"),
    };
    let kept = journal.keep_draft(&anew, claire.later(Duration::minutes(1)));
    let kept = kept.unwrap();
    assert_eq!((kept.rev, kept.at), (1, claire.now()));
    let before = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(before.writing.body, "avant");
    journal.finish_draft(&anew, claire.now()).unwrap();
    assert!(journal.draft(Some(id)).unwrap().is_none());
    assert_eq!(
        journal.draft(None).unwrap().unwrap().writing.body,
        "une autre page"
    );
    let after = journal.page(id, Cover::Closed).unwrap();
    assert_eq!(
        (after.writing, after.versions),
        (titled("titre", "après"), 1)
    );
}

#[test]
fn a_draft_may_be_empty_but_a_page_may_not() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal.keep_draft(&unfinished(1, "a"), bo.now()).unwrap();
    journal.keep_draft(&unfinished(2, ""), bo.now()).unwrap();
    assert!(matches!(
        journal.finish_draft(&unfinished(3, ""), bo.now()),
        Err(Error::NothingWritten)
    ));
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!((draft.rev, draft.writing.body.as_str()), (2, ""));
}

#[test]
fn a_tie_that_is_not_here_is_named_no_more_because_the_words_are_what_counts() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "by the river");
    let (sam, lou) = (
        bo.tie(&mut journal, "Sam").id,
        bo.tie(&mut journal, "Lou").id,
    );
    for page in [None, Some(page)] {
        let save = |rev: u32| DraftSave {
            page,
            rev,
            writing: Writing {
                ties: vec![sam, lou],
                ..words("between")
            },
        };
        journal.keep_draft(&save(1), bo.now()).unwrap();
        if page.is_none() {
            journal.erase_tie(sam).unwrap();
        }
        // The desk may still name the one that was erased.
        journal.keep_draft(&save(2), bo.now()).unwrap();
        let draft = journal.draft(page).unwrap().unwrap();
        assert_eq!(draft.writing.ties, [lou]);
        let line = journal.finish_draft(&save(3), bo.now()).unwrap();
        assert_eq!(line.ties, [lou]);
        assert!(journal.draft(page).unwrap().is_none());
    }
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_draft_that_cannot_be_finished_stays() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "by the river");
    let save = DraftSave {
        page: Some(page),
        rev: 1,
        writing: words("by the sea"),
    };
    journal.keep_draft(&save, bo.now()).unwrap();
    let empty = DraftSave {
        rev: 2,
        writing: words(""),
        ..save.clone()
    };
    assert!(matches!(
        journal.finish_draft(&empty, bo.now()),
        Err(Error::NothingWritten)
    ));
    let draft = journal.draft(Some(page)).unwrap().unwrap();
    assert_eq!((draft.rev, draft.writing), (1, save.writing));
    assert_eq!(bodies(&journal), ["by the river"]);
}

#[test]
fn a_draft_goes_when_it_is_let_go() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    journal.keep_draft(&unfinished(9, "x"), bo.now()).unwrap();
    journal.drop_draft(None).unwrap();
    assert!(journal.draft(None).unwrap().is_none());
    // The numbers may begin anew.
    let kept = journal.keep_draft(&unfinished(1, "y"), bo.now()).unwrap();
    assert_eq!(kept.rev, 1);
    assert_eq!(journal.draft(None).unwrap().unwrap().writing.body, "y");
}

#[test]
fn any_unfinished_words_come_back_byte_for_byte() {
    let bo = Person::bo();
    let journal = std::cell::RefCell::new(bo.begin());
    let rev = std::cell::Cell::new(0);
    let keep = |title: &str, body: &str| {
        rev.set(rev.get() + 1);
        let save = DraftSave {
            page: None,
            rev: rev.get(),
            writing: titled(title, body),
        };
        let mut journal = journal.borrow_mut();
        journal.keep_draft(&save, bo.now()).unwrap();
        assert_eq!(journal.draft(None).unwrap().unwrap().writing, save.writing);
    };
    for text in strings::naughty() {
        keep(&text, &text);
    }
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(&(any::<String>(), any::<String>()), |(title, body)| {
            keep(&title, &body);
            Ok(())
        })
        .unwrap();
}
