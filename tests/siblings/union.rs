//! What comes over, and what becomes of a thing that is on both sides.

use std::fs;
use std::path::PathBuf;

use awai::blocks::Block;
use awai::{
    CareFlag, Cover, DraftSave, Error, FromSibling, Journal, MomentKind, NewCompany, NewIntention,
    NewMoment, NewPicture, NewTie, PageFromSibling, PagesAsk, ReflectionId, SearchAsk,
    SiblingChoices, SiblingState, TakeAs, TieKind, Vault, Writing,
};
use awai_tests::{Person, unfinished, words};
use chrono::Duration;

use crate::*;

/// A page with a tie, a moment and an earlier wording, and what stands around it.
fn write_a_little_of_everything(bo: &Person, journal: &mut Journal) -> ReflectionId {
    let tie = bo.tie(journal, "the ferryman");
    journal.set_care(tie.id, CareFlag::Raised).unwrap();
    let writing = Writing {
        ties: vec![tie.id],
        title: "crossing".into(),
        ..words("we said little")
    };
    let page = journal.write(&writing, bo.now()).unwrap();
    let anew = Writing {
        body: "we said little, and it was enough".into(),
        ..writing
    };
    journal
        .revise(page, &anew, bo.later(Duration::minutes(2)))
        .unwrap();
    let moment = NewMoment {
        kind: MomentKind::Opening,
        words: "the far bank".into(),
        lang: "en".into(),
        tie: Some(tie.id),
    };
    journal.mark_moment(page, &moment, bo.now()).unwrap();
    let toward = NewIntention {
        toward: "listening longer".into(),
        ties: vec![tie.id],
        ..NewIntention::default()
    };
    journal.add_intention(&toward, bo.now()).unwrap();
    let company = NewCompany {
        who_or_what: "the river".into(),
        ..NewCompany::default()
    };
    journal.add_company(&company).unwrap();
    page
}

#[test]
fn what_is_only_there_comes_once_with_all_that_hangs_on_it_after_a_backup() {
    let (bo, _) = somebody();
    let mut there = None;
    let sibling = written_elsewhere(&bo, "journal.sync-conflict.db", |bo, journal| {
        let page = write_a_little_of_everything(bo, journal);
        there = Some((page, journal.digests().unwrap()));
    });
    let (page, digests) = there.unwrap();
    let before = fs::read(&sibling).unwrap();
    let mut journal = bo.open();
    // Both wrote in the very same second.
    bo.set_clock("2026-05-03T08:17:00-07:00");
    bo.write(&mut journal, "written here meanwhile");
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.pages, beside.ties, beside.others), (1, 1, 2));
    assert_eq!(beside.only_there[0].id, page);
    let pages = journal.sibling_pages(&sibling, &[page], Cover::Closed);
    let shown = &pages.unwrap()[0];
    assert!(shown.here.is_none() && shown.there.moments.len() == 1);
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.pages, came.ties, came.others), (1, 1, 2));
    assert_eq!(body(&journal, page), "we said little, and it was enough");
    assert_eq!(said_before(&journal, page), ["we said little"]);
    let read = journal.page(page, Cover::Opened).unwrap();
    assert_eq!((read.moments.len(), read.writing.ties.len()), (1, 1));
    let care = journal.care_of(read.writing.ties[0]).unwrap();
    assert_eq!(care, CareFlag::Raised);
    let ask = SearchAsk {
        words: "enough".into(),
        limit: 5,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    assert_eq!(bodies(&journal).len(), 4);
    // But for the place of the page that stands beside another one, everything is what it was there.
    let now = journal.digests().unwrap();
    let other: Vec<_> = digests
        .iter()
        .filter(|one| now.get(one.0) != Some(one.1))
        .collect();
    assert!(other.len() <= 1, "{other:?}");
    let backup = &journal.backups()[0];
    let vault = Vault::at(&backup.folder).unwrap();
    let then = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert!(then.page(page, Cover::Opened).is_err());
    drop(then);
    settled(&bo, &mut journal, &sibling);
    assert_eq!(fs::read(&sibling).unwrap(), before);
    assert!(!bo.folder().join("sibling.part").exists());
    // Nobody calls it older afterwards.
    journal.close().unwrap();
    assert!(!bo.open().opened().older);
}

#[test]
fn what_went_on_there_goes_on_here_and_nothing_it_said_is_lost() {
    let (bo, [bench, river]) = somebody();
    let sibling = written_elsewhere(&bo, "journal 2.db", |bo, journal| {
        for body in ["on the bench, in the rain", "on the bench, after the rain"] {
            journal
                .revise(bench, &words(body), bo.later(Duration::minutes(1)))
                .unwrap();
        }
        let tie = bo.tie(journal, "Yuki");
        let writing = Writing {
            ties: vec![tie.id],
            ..words("by the river")
        };
        journal.revise(river, &writing, bo.now()).unwrap();
        journal.set_aside(river, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.went_on.len(), beside.both.len()), (2, 0));
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.went_on, came.versions, came.pages), (2, 0, 0));
    assert_eq!(body(&journal, bench), "on the bench, after the rain");
    assert_eq!(
        said_before(&journal, bench),
        ["on the bench, in the rain", "on the bench"]
    );
    // What was laid aside there is not laid aside here by it.
    let page = journal.page(river, Cover::Opened).unwrap();
    assert!(page.aside_since.is_none());
    assert_eq!(page.writing.ties.len(), 1);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn what_was_written_on_here_since_stays_and_an_older_sibling_brings_nothing() {
    let (bo, [bench, river]) = somebody();
    let sibling = bo.folder().join("older.db");
    fs::copy(bo.database(), &sibling).unwrap();
    let mut journal = bo.open();
    journal
        .revise(bench, &words("newer here"), bo.now())
        .unwrap();
    journal.set_aside(river, bo.now()).unwrap();
    for _ in 0..2 {
        journal.close().unwrap();
        bo.later(Duration::days(20));
        journal = bo.open();
    }
    assert!(journal.page(river, Cover::Opened).is_err());
    assert_eq!(journal.siblings().unwrap()[0].state, SiblingState::Same);
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!(came, FromSibling::default());
    assert_eq!(bodies(&journal), ["newer here"]);
}

/// Both sides wrote the bench anew; the sibling has a picture of words about it, too.
fn written_on_both_sides() -> (Person, Journal, PathBuf, ReflectionId) {
    let (bo, [bench, _]) = somebody();
    let sibling = written_elsewhere(&bo, "journal-desk.db", |bo, journal| {
        journal
            .revise(bench, &words("there, first"), bo.now())
            .unwrap();
        let moment = NewMoment {
            kind: MomentKind::Connection,
            words: "a nod".into(),
            lang: "en".into(),
            tie: None,
        };
        journal.mark_moment(bench, &moment, bo.now()).unwrap();
        journal
            .revise(bench, &words("there, last"), bo.later(Duration::minutes(1)))
            .unwrap();
    });
    let mut journal = bo.open();
    journal.revise(bench, &words("here"), bo.now()).unwrap();
    (bo, journal, sibling, bench)
}

fn choose(page: ReflectionId, take_as: TakeAs) -> SiblingChoices {
    SiblingChoices {
        pages: vec![PageFromSibling { page, take_as }],
        unfinished: false,
    }
}

#[test]
fn a_page_written_on_both_sides_is_shown_beside_and_left_until_somebody_chooses() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.both.len(), beside.pages), (1, 0));
    let both = journal
        .sibling_pages(&sibling, &[bench], Cover::Closed)
        .unwrap()
        .remove(0);
    assert_eq!(both.there.writing.body, "there, last");
    assert_eq!(both.here.unwrap().writing.body, "here");
    let came = bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!((came.left, came.versions, came.apart), (1, 0, 0));
    assert_eq!(body(&journal, bench), "here");
    assert_eq!(journal.compare_sibling(&sibling).unwrap().both.len(), 1);
}

#[test]
fn its_words_come_among_what_the_page_said_earlier() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let came = bring(&bo, &mut journal, &sibling, &choose(bench, TakeAs::Version));
    assert_eq!((came.versions, came.left), (1, 0));
    assert_eq!(body(&journal, bench), "here");
    assert_eq!(
        said_before(&journal, bench),
        ["there, last", "there, first", "on the bench"]
    );
    assert_eq!(journal.page(bench, Cover::Opened).unwrap().moments.len(), 1);
    settled(&bo, &mut journal, &sibling);
    // And the page can be written on.
    journal.revise(bench, &words("here, on"), bo.now()).unwrap();
    assert_eq!(said_before(&journal, bench)[0], "here");
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn its_words_come_as_a_page_of_their_own() {
    let (bo, mut journal, sibling, bench) = written_on_both_sides();
    let came = bring(&bo, &mut journal, &sibling, &choose(bench, TakeAs::Page));
    assert_eq!((came.apart, came.left), (1, 0));
    assert_eq!(body(&journal, bench), "here");
    let mut all = bodies(&journal);
    all.sort();
    assert_eq!(all, ["by the river", "here", "there, last"]);
    let lines = journal
        .pages(&PagesAsk {
            limit: 9,
            ..PagesAsk::default()
        })
        .unwrap()
        .lines;
    let apart = lines
        .iter()
        .find(|line| line.opening == "there, last")
        .unwrap();
    assert_eq!(
        said_before(&journal, apart.id),
        ["there, first", "on the bench"]
    );
    assert_eq!(
        journal.page(apart.id, Cover::Opened).unwrap().moments.len(),
        1
    );
    let ask = SearchAsk {
        words: "there last".into(),
        limit: 5,
        ..SearchAsk::default()
    };
    assert_eq!(journal.search(&ask).unwrap().hits.len(), 1);
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn words_that_are_not_finished_there_come_as_a_page_when_asked_for() {
    let (bo, _) = somebody();
    let sibling = written_elsewhere(&bo, "phone.db", |bo, journal| {
        journal
            .keep_draft(&unfinished(3, "not yet said"), bo.now())
            .unwrap();
    });
    let mut journal = bo.open();
    journal
        .keep_draft(&unfinished(9, "being written here"), bo.now())
        .unwrap();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!(beside.unfinished[0].writing.body, "not yet said");
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    assert_eq!(
        journal.compare_sibling(&sibling).unwrap().unfinished.len(),
        1
    );
    let choices = SiblingChoices {
        unfinished: true,
        ..SiblingChoices::default()
    };
    assert_eq!(bring(&bo, &mut journal, &sibling, &choices).unfinished, 1);
    assert_eq!(bodies(&journal).len(), 3);
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.body, "being written here");
    settled(&bo, &mut journal, &sibling);
    assert_eq!(bring(&bo, &mut journal, &sibling, &choices).unfinished, 0);
}

/// How many pictures a page shows that are there.
fn pictures_shown(journal: &Journal, page: ReflectionId) -> usize {
    let page = journal.page(page, Cover::Opened).unwrap();
    let shown = page.blocks.iter().filter_map(|block| match block {
        Block::Picture { id, .. } => Some(journal.picture(*id).is_ok()),
        _ => None,
    });
    let there: Vec<bool> = shown.collect();
    assert!(there.iter().all(|is| *is));
    there.len()
}

fn a_green_point() -> NewPicture {
    let point = image::RgbImage::from_pixel(8, 8, image::Rgb([9, 90, 9]));
    let mut png = std::io::Cursor::new(Vec::new());
    point.write_to(&mut png, image::ImageFormat::Png).unwrap();
    NewPicture::of(png.get_ref()).unwrap()
}

#[test]
fn pictures_that_are_only_there_are_seen_beside_and_not_brought_by_looking() {
    let (bo, [bench, _]) = somebody();
    let mut there = None;
    let sibling = written_elsewhere(&bo, "phone.db", |bo, journal| {
        let picture = a_green_point();
        let id = picture.id();
        let body = format!("the bench\n{}", picture.marker("a green point"));
        journal
            .revise_with(bench, &words(&body), vec![picture], bo.now())
            .unwrap();
        there = Some((id, journal.picture(id).unwrap()));
    });
    let (id, picture) = there.unwrap();
    let journal = bo.open();
    assert_eq!(journal.sibling_picture(&sibling, id).unwrap(), picture);
    assert!(matches!(journal.picture(id), Err(Error::NotFound)));
    let other = a_green_point().id();
    let unknown = journal.sibling_picture(&sibling, other);
    assert!(matches!(unknown, Err(Error::NotFound)));
}

#[test]
fn words_that_are_not_finished_there_bring_their_pictures() {
    let (bo, [_, river]) = somebody();
    let new = a_green_point;
    // One picture is beside the words that are being written here already, one hangs on the page.
    let mut journal = bo.open();
    let beside = new();
    journal.put_picture(None, &beside).unwrap();
    let begun = beside.marker("a green point");
    journal
        .keep_draft(&unfinished(1, &begun), bo.now())
        .unwrap();
    let hanging = new();
    let kept = hanging.marker("a green point");
    let written = words(&format!("by the river\n{kept}"));
    journal
        .revise_with(river, &written, vec![hanging], bo.now())
        .unwrap();
    journal.close().unwrap();
    let sibling = written_elsewhere(&bo, "phone.db", |bo, journal| {
        let more = format!("{begun}\nand more");
        journal.keep_draft(&unfinished(2, &more), bo.now()).unwrap();
        let save = DraftSave {
            page: Some(river),
            rev: 1,
            writing: words(&format!("by the river, in rain\n{kept}")),
        };
        journal.keep_draft(&save, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    let choices = SiblingChoices {
        unfinished: true,
        ..SiblingChoices::default()
    };
    assert_eq!(bring(&bo, &mut journal, &sibling, &choices).unfinished, 2);
    let pages = journal.pages(&PagesAsk {
        limit: 9,
        ..PagesAsk::default()
    });
    let mut shown: Vec<usize> = pages
        .unwrap()
        .lines
        .iter()
        .map(|line| pictures_shown(&journal, line.id))
        .collect();
    shown.sort_unstable();
    assert_eq!(shown, [0, 1, 1, 1]);
    // What is being written here loses nothing by it, nor when it is let go of do those pages.
    journal.drop_draft(None).unwrap();
    assert!(journal.check().unwrap().is_whole());
    settled(&bo, &mut journal, &sibling);
}

#[test]
fn words_that_are_not_finished_there_are_said_here_only_when_their_title_is_too() {
    let (bo, _) = somebody();
    let mut journal = bo.open();
    let said = awai_tests::titled("evening", "by the lake");
    journal.write(&said, bo.now()).unwrap();
    journal.close().unwrap();
    for (title, comes) in [("evening", 0), ("morning", 1)] {
        let sibling = written_elsewhere(&bo, &format!("{title}.db"), |bo, journal| {
            let save = DraftSave {
                page: None,
                rev: 1,
                writing: awai_tests::titled(title, "by the lake"),
            };
            journal.keep_draft(&save, bo.now()).unwrap();
        });
        let mut journal = bo.open();
        let choices = SiblingChoices {
            unfinished: true,
            ..SiblingChoices::default()
        };
        let brought = bring(&bo, &mut journal, &sibling, &choices);
        assert_eq!(brought.unfinished, comes, "{title}");
        journal.close().unwrap();
    }
}

#[test]
fn a_tie_that_was_renamed_there_is_renamed_here_and_one_renamed_on_both_sides_stays() {
    let (bo, _) = somebody();
    let mut journal = bo.open();
    let one = bo.tie(&mut journal, "the woman at the station");
    let other = bo.tie(&mut journal, "the choir");
    journal.close().unwrap();
    let called = |called: &str| awai::TieChange {
        called: Some(called.to_owned()),
        ..awai::TieChange::default()
    };
    let sibling = written_elsewhere(&bo, "copy.db", |bo, journal| {
        journal
            .change_tie(one.id, &called("Yuki"), bo.now())
            .unwrap();
        journal
            .change_tie(other.id, &called("our choir"), bo.now())
            .unwrap();
        journal.set_care(other.id, CareFlag::Raised).unwrap();
        let new = NewTie {
            called: "the neighbour".into(),
            kind: TieKind::Person,
        };
        journal.add_tie(&new, bo.now()).unwrap();
    });
    let mut journal = bo.open();
    journal
        .change_tie(other.id, &called("the singers"), bo.now())
        .unwrap();
    let beside = journal.compare_sibling(&sibling).unwrap();
    assert_eq!((beside.ties, beside.others, beside.stay), (1, 1, 1));
    bring(&bo, &mut journal, &sibling, &SiblingChoices::default());
    let mut names: Vec<String> = journal
        .ties()
        .unwrap()
        .into_iter()
        .map(|tie| tie.called)
        .collect();
    names.sort();
    assert_eq!(names, ["Yuki", "the neighbour", "the singers"]);
    let room = journal.tie_room(one.id).unwrap();
    assert_eq!(room.namings[0].called, "the woman at the station");
    // Afraid on either side is afraid.
    assert_eq!(journal.care_of(other.id).unwrap(), CareFlag::Raised);
    settled(&bo, &mut journal, &sibling);
}
