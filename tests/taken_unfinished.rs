//! Words that were not finished when a journal was taken out: none is lost where they come to, and none covers what is
//! being written there. And files that ask for endless work, or are stopped on their way in.

use std::fs;
use std::time::{Duration, Instant};

use awai::blocks::Block;
use awai::{
    BroughtIn, CareFlag, Cover, DraftSave, Error, GoOn, Headway, Journal, Lenses, OutAs, OutForm,
    PagesAsk, ReflectionId, Stage, Watch, Whether, Writing,
};
use awai_tests::{Person, bodies, titled, unfinished, words};
use serde_json::{Value, json};

use super::taken_again::a_green_point;
use super::{ask, out};

/// A whole journal, in clear.
fn taken(person: &Person, journal: &Journal) -> Vec<u8> {
    let path = out(person, journal, ask(OutForm::Json, OutAs::InClear));
    let file = fs::read(&path).unwrap();
    fs::remove_file(path).unwrap();
    file
}

fn bring(person: &Person, journal: &mut Journal, file: &[u8]) -> awai::Result<BroughtIn> {
    let path = person.home().join("in.json");
    fs::write(&path, file).unwrap();
    let counted = journal.bring_in(&path, None, Whether::Count, person.now())?;
    let brought = journal.bring_in(&path, None, Whether::Bring, person.now())?;
    assert_eq!(counted, brought);
    assert!(journal.check().unwrap().is_whole());
    Ok(brought)
}

fn anew(page: ReflectionId, rev: u32, body: &str) -> DraftSave {
    DraftSave {
        page: Some(page),
        rev,
        writing: words(body),
    }
}

/// The page whose words begin so.
fn begins(journal: &Journal, begin: &str) -> ReflectionId {
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    let found = lines.iter().find(|line| line.opening.starts_with(begin));
    found.unwrap().id
}

/// How many pictures a page shows that are there.
fn shown(journal: &Journal, page: ReflectionId) -> usize {
    let blocks = journal.page(page, Cover::Opened).unwrap().blocks;
    let shown = blocks
        .iter()
        .filter(|block| matches!(block, Block::Picture { id, .. } if journal.picture(*id).is_ok()));
    shown.count()
}

/// A page that is being written anew, and a new one that was begun, with a picture and a tie.
fn begun(aki: &Person, journal: &mut Journal) -> ReflectionId {
    let page = aki.write(journal, "by the river");
    journal
        .keep_draft(&anew(page, 2, "by the lake"), aki.now())
        .unwrap();
    let picture = a_green_point();
    journal.put_picture(None, &picture).unwrap();
    let save = DraftSave {
        page: None,
        rev: 3,
        writing: Writing {
            ties: vec![aki.tie(journal, "Sam").id],
            lenses: Lenses {
                wider: "who else was there".into(),
                ..Lenses::default()
            },
            ..titled("Begun", &format!("begun\n{}", picture.marker("green")))
        },
    };
    journal.keep_draft(&save, aki.now()).unwrap();
    page
}

#[test]
fn where_nothing_was_kept_before_what_was_begun_is_begun_and_a_desk_that_does_not_know_covers_nothing()
 {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = aki.begin();
    let page = begun(&aki, &mut journal);
    let file = taken(&aki, &journal);
    let mut other = bo.begin();
    for pages in [1, 0] {
        let brought = bring(&bo, &mut other, &file).unwrap();
        assert_eq!((brought.pages, brought.already_here), (pages, 1 - pages));
        assert_eq!(other.digests().unwrap(), journal.digests().unwrap());
        for of in [None, Some(page)] {
            assert_eq!(other.draft(of).unwrap(), journal.draft(of).unwrap());
            let at_hand = other.pictures_at_hand(of).unwrap();
            assert_eq!(at_hand, journal.pictures_at_hand(of).unwrap());
        }
    }
    // Somebody who was writing meanwhile counts from the beginning.
    let kept = other.keep_draft(&unfinished(1, "at the desk"), bo.now());
    assert_eq!(kept.unwrap().rev, 1);
    let draft = other.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing, words("at the desk"));
    let apart = begins(&other, "begun");
    let came = other.page(apart, Cover::Opened).unwrap().writing;
    assert_eq!((came.title.as_str(), came.ties.len()), ("Begun", 1));
    assert_eq!(came.lenses.wider, "who else was there");
    assert_eq!(shown(&other, apart), 1);
    other
        .finish_draft(&draft_of(draft.writing, 2), bo.now())
        .unwrap();
    assert_eq!(bodies(&other).len(), 3);
    assert!(other.check().unwrap().is_whole());
}

fn draft_of(writing: Writing, rev: u32) -> DraftSave {
    DraftSave {
        page: None,
        rev,
        writing,
    }
}

#[test]
fn where_something_was_kept_before_what_was_begun_elsewhere_comes_as_a_page_and_once() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = aki.begin();
    let page = begun(&aki, &mut journal);
    let file = taken(&aki, &journal);
    for own in [None, Some(unfinished(9, "my own"))] {
        let home = Person::bo();
        let mut other = home.begin();
        bo.write(&mut other, "here before");
        if let Some(own) = &own {
            other.keep_draft(own, bo.now()).unwrap();
        }
        let brought = bring(&home, &mut other, &file).unwrap();
        assert_eq!((brought.pages, brought.pictures), (2, 1));
        // Nobody could have begun on a page that was not here.
        let draft = other.draft(Some(page)).unwrap();
        assert_eq!(draft, journal.draft(Some(page)).unwrap());
        let here = other.draft(None).unwrap().map(|draft| draft.writing);
        assert_eq!(here, own.map(|own| own.writing));
        let apart = begins(&other, "begun");
        assert_eq!(shown(&other, apart), 1);
        // The words are known from now on, whatever became of the page.
        for changed in [false, true] {
            if changed {
                other.set_aside(apart, home.now()).unwrap();
                other.erase_aside(apart).unwrap();
            }
            let again = bring(&home, &mut other, &file).unwrap();
            let nothing = BroughtIn {
                already_here: 1,
                ..BroughtIn::default()
            };
            assert_eq!(again, nothing);
        }
    }
}

#[test]
fn what_was_written_anew_comes_beside_a_page_that_is_here_and_stays_away_with_one_that_was_let_go()
{
    let bo = Person::bo();
    let mut journal = bo.begin();
    let (stays, goes) = (bo.write(&mut journal, "one"), bo.write(&mut journal, "two"));
    for (page, body) in [(stays, "one, anew"), (goes, "two, anew")] {
        journal.keep_draft(&anew(page, 4, body), bo.now()).unwrap();
    }
    let file = taken(&bo, &journal);
    journal
        .keep_draft(&anew(stays, 5, "one, once more"), bo.now())
        .unwrap();
    journal.set_aside(goes, bo.now()).unwrap();
    journal.erase_aside(goes).unwrap();
    let brought = bring(&bo, &mut journal, &file).unwrap();
    assert_eq!((brought.pages, brought.let_go), (1, 1));
    assert_eq!(bodies(&journal), ["one", "one, anew"]);
    let draft = journal.draft(Some(stays)).unwrap().unwrap();
    assert_eq!((draft.rev, draft.writing), (5, words("one, once more")));
    assert!(journal.draft(Some(goes)).unwrap().is_none());
}

#[test]
fn what_a_journal_notes_of_another_keeps_none_of_its_own_words_away() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let mut hers = aki.begin();
    hers.keep_draft(&unfinished(3, "not yet said"), aki.now())
        .unwrap();
    let mut his = bo.begin();
    bo.write(&mut his, "by the river");
    bring(&bo, &mut his, &taken(&aki, &hers)).unwrap();
    assert_eq!(bodies(&his), ["by the river", "not yet said"]);
    // They come back as a page, which is let go of where they are still being written.
    bring(&aki, &mut hers, &taken(&bo, &his)).unwrap();
    let page = begins(&hers, "not yet said");
    hers.set_aside(page, aki.now()).unwrap();
    hers.erase_aside(page).unwrap();
    let mut third = claire.begin();
    claire.write(&mut third, "au bord du fleuve");
    bring(&claire, &mut third, &taken(&aki, &hers)).unwrap();
    assert_eq!(
        bodies(&third),
        ["au bord du fleuve", "by the river", "not yet said"]
    );
}

#[test]
fn a_tie_that_stays_out_is_not_named_by_what_is_being_written_and_it_can_be_finished() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = aki.begin();
    let (sam, afraid) = (
        aki.tie(&mut journal, "Sam").id,
        aki.tie(&mut journal, "かくした人").id,
    );
    journal.set_care(afraid, CareFlag::Raised).unwrap();
    let writing = Writing {
        ties: vec![afraid, sam],
        ..words("between")
    };
    let save = draft_of(writing, 1);
    journal.keep_draft(&save, aki.now()).unwrap();
    let file = taken(&aki, &journal);
    let mut other = bo.begin();
    bring(&bo, &mut other, &file).unwrap();
    let draft = other.draft(None).unwrap().unwrap();
    assert_eq!((draft.rev, draft.writing.ties.clone()), (1, vec![sam]));
    let line = other.finish_draft(&draft_of(draft.writing, 2), bo.now());
    assert_eq!(line.unwrap().ties, [sam]);
    // Nor by the page it becomes elsewhere.
    let claire = Person::claire();
    let mut third = claire.begin();
    claire.write(&mut third, "une page");
    bring(&claire, &mut third, &file).unwrap();
    let page = third.page(begins(&third, "between"), Cover::Opened);
    assert_eq!(page.unwrap().writing.ties, [sam]);
}

#[test]
fn a_draft_that_no_awai_would_write_is_refused_with_its_file() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = aki.begin();
    begun(&aki, &mut journal);
    let whole: Value = serde_json::from_slice(&taken(&aki, &journal)).unwrap();
    let mut other = bo.begin();
    for (column, said) in [
        ("page", json!("somewhere")),
        ("rev", json!(-1)),
        ("rev", json!(u32::MAX)),
        ("kept_at", json!("long ago")),
        ("writing", json!("words")),
        ("writing", json!("{\"lang\": \"no language\"}")),
    ] {
        let mut changed = whole.clone();
        let field = &mut changed["tables"]["draft"][0][column];
        assert!(!field.is_null(), "{column}");
        *field = said;
        let refused = bring(&bo, &mut other, changed.to_string().as_bytes());
        assert!(matches!(refused, Err(Error::NotTakenOut)), "{column}");
    }
    for table in ["draft", "draft_picture"] {
        let mut twice = whole.clone();
        let rows = twice["tables"][table].as_array_mut().unwrap();
        let mut row = rows[0].clone();
        if table == "draft_picture" {
            row["id"] = json!(1000);
        }
        rows.push(row);
        let refused = bring(&bo, &mut other, twice.to_string().as_bytes());
        assert!(matches!(refused, Err(Error::NotTakenOut)), "{table}");
    }
    assert!(other.draft(None).unwrap().is_none());
    assert!(bodies(&other).is_empty());
    // As it was it comes, whatever stands first in it.
    let brought = bring(&bo, &mut other, whole.to_string().as_bytes());
    assert_eq!(brought.unwrap().pages, 1);
    assert!(other.draft(None).unwrap().is_some());
}

#[test]
fn a_row_with_more_names_than_its_table_has_is_refused_soon() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let names: String = (0..300_000).map(|name| format!("\"n{name}\":0,")).collect();
    let tables = format!("{{\"tie\":[{{{names}\"last\":0}}]}}");
    let file = format!("{{\"awai\":\"journal/1\",\"tables\":{tables}}}");
    let began = Instant::now();
    let refused = bring(&bo, &mut journal, file.as_bytes());
    let took = began.elapsed();
    assert!(matches!(refused, Err(Error::NotTakenOut)));
    assert!(took < Duration::from_secs(20), "{took:?}");
}

#[test]
fn what_is_stopped_while_it_is_brought_in_leaves_the_journal_as_it_was() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    begun(&aki, &mut journal);
    for _ in 0..3 {
        aki.write(&mut journal, &"The kettle, then talk. ".repeat(500));
    }
    let path = out(&aki, &journal, ask(OutForm::Json, OutAs::Closed));
    let bring = |most: usize| {
        let bo = Person::bo();
        let mut other = bo.begin();
        let mut told = 0;
        // Between two readings a copy of the journal is made, which tells other stages.
        let mut watch = |at: Headway| {
            told += usize::from(at.stage == Stage::Writing);
            match told > most {
                true => GoOn::No,
                false => GoOn::Yes,
            }
        };
        let watch = &mut Watch::new(&mut watch);
        let phrase = aki.phrase();
        let done = other.bring_in_watched(&path, Some(&phrase), Whether::Bring, bo.now(), watch);
        assert!(other.check().unwrap().is_whole());
        (done, told, other.digests().unwrap())
    };
    let (done, told, came) = bring(usize::MAX);
    assert_eq!(done.unwrap().pages, 4);
    assert_eq!(came, journal.digests().unwrap());
    for most in [0, 1, told / 2, told - 1] {
        let (stopped, _, left) = bring(most);
        assert!(matches!(stopped, Err(Error::Stopped)), "{most} of {told}");
        assert!(left.is_empty(), "{most} of {told}");
    }
}
