//! What is alive between people: ties and their names, moments and the drawn thread, and the flag nobody else sees.

use awai::{
    Asked, CareFlag, Cover, DraftSave, Error, Journal, Lenses, MomentKind, Move, NewMoment, NewTie,
    ReflectionId, Shape, Standing, TieChange, TieId, TieKind, Writing,
};
use awai_tests::{Person, words};
use chrono::Duration;

fn page_with(journal: &mut Journal, who: &Person, ties: &[TieId], body: &str) -> ReflectionId {
    let writing = Writing {
        ties: ties.to_vec(),
        ..words(body)
    };
    let id = journal.write(&writing, who.now()).unwrap();
    who.later(Duration::days(1));
    id
}

fn moment(kind: MomentKind, words: &str) -> NewMoment {
    NewMoment {
        kind,
        words: words.to_owned(),
        lang: "en".to_owned(),
        tie: None,
    }
}

fn names(journal: &Journal) -> Vec<String> {
    let ties = journal.ties().unwrap();
    ties.into_iter().map(|tie| tie.called).collect()
}

#[test]
fn a_tie_is_named_anew_and_its_earlier_names_can_be_read_and_erased() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let tie = aki.tie(&mut journal, "先生").id;
    aki.later(Duration::days(90));
    for called in ["山﨑さん", "ﾔﾏちゃん"] {
        let change = TieChange {
            called: Some(called.to_owned()),
            ..TieChange::default()
        };
        journal.change_tie(tie, &change, aki.now()).unwrap();
    }
    let about = TieChange {
        about: Some("川のそばに住む人".to_owned()),
        lang: Some("ja".to_owned()),
        kind: Some(TieKind::Other),
        ..TieChange::default()
    };
    let changed = journal.change_tie(tie, &about, aki.now()).unwrap();
    assert_eq!(changed.called, "ﾔﾏちゃん");
    assert_eq!(changed.kind, TieKind::Other);
    let room = journal.tie_room(tie).unwrap();
    let before: Vec<_> = room.namings.iter().map(|one| one.called.clone()).collect();
    assert_eq!(before, ["山﨑さん", "先生"]);
    journal.erase_naming(room.namings[1].id).unwrap();
    assert_eq!(journal.tie_room(tie).unwrap().namings.len(), 1);
    assert!(matches!(
        journal.erase_naming(room.namings[1].id),
        Err(Error::NotHere)
    ));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_name_has_one_to_three_hundred_characters_of_any_script() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let tie = bo.tie(&mut journal, "ᐊ").id;
    for called in [
        "字".repeat(300),
        "é".to_owned(),
        "👩🏽‍🌾".to_owned(),
        "ن م".to_owned(),
    ] {
        let change = TieChange {
            called: Some(called.clone()),
            ..TieChange::default()
        };
        assert_eq!(
            journal.change_tie(tie, &change, bo.now()).unwrap().called,
            called
        );
    }
    for (called, refused) in [
        ("字".repeat(301), "too_long"),
        (" ".to_owned(), "nothing_written"),
    ] {
        let change = TieChange {
            called: Some(called),
            ..TieChange::default()
        };
        let error = journal.change_tie(tie, &change, bo.now()).unwrap_err();
        let kind = serde_json::to_value(error.trouble().kind).unwrap();
        assert_eq!(kind, refused);
    }
}

#[test]
fn a_tie_rests_or_ends_in_one_step_and_those_touched_lately_stand_first() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let [maman, quartier, marc] =
        ["Maman", "le quartier", "Marc"].map(|name| claire.tie(&mut journal, name).id);
    claire.later(Duration::hours(1));
    page_with(&mut journal, &claire, &[quartier], "La ruelle.");
    page_with(&mut journal, &claire, &[maman], "Au téléphone.");
    assert_eq!(names(&journal), ["Maman", "le quartier", "Marc"]);
    // An old page written anew touches its ties as well.
    let old = page_with(&mut journal, &claire, &[quartier], "Le pont.");
    page_with(&mut journal, &claire, &[maman], "Encore.");
    let writing = Writing {
        ties: vec![quartier],
        ..words("Le pont, la nuit.")
    };
    journal.revise(old, &writing, claire.now()).unwrap();
    assert_eq!(names(&journal), ["le quartier", "Maman", "Marc"]);
    claire.later(Duration::hours(1));
    journal
        .set_standing(quartier, Standing::Resting, claire.now())
        .unwrap();
    assert_eq!(names(&journal), ["Maman", "Marc", "le quartier"]);
    claire.later(Duration::hours(1));
    journal
        .set_standing(quartier, Standing::Open, claire.now())
        .unwrap();
    journal
        .set_standing(marc, Standing::Ended, claire.now())
        .unwrap();
    assert_eq!(names(&journal), ["le quartier", "Maman", "Marc"]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_thread_shows_pages_and_moments_through_time_and_the_table_says_the_same() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sam = bo.tie(&mut journal, "Sam").id;
    let lou = bo.tie(&mut journal, "Lou").id;
    let first = page_with(&mut journal, &bo, &[sam], "the bench");
    let second = page_with(&mut journal, &bo, &[sam, lou], "the quay");
    bo.later(Duration::days(98));
    let third = page_with(&mut journal, &bo, &[sam], "the letter");
    let mark = |journal: &mut Journal, page, new: NewMoment| {
        journal.mark_moment(page, &new, bo.now()).unwrap()
    };
    mark(
        &mut journal,
        second,
        moment(MomentKind::Connection, "we laughed"),
    );
    let with_lou = NewMoment {
        tie: Some(lou),
        ..moment(MomentKind::Opening, "Lou sang")
    };
    mark(&mut journal, second, with_lou);
    mark(&mut journal, second, moment(MomentKind::Disconnection, ""));
    mark(
        &mut journal,
        third,
        moment(MomentKind::Reconnection, "a postcard"),
    );

    let thread = journal.tie_room(sam).unwrap().thread;
    let shapes: Vec<Shape> = thread.points.iter().map(|point| point.shape).collect();
    assert_eq!(
        shapes,
        [Shape::Stitch, Shape::Knot, Shape::Gap, Shape::Join]
    );
    let pages: Vec<_> = thread.points.iter().map(|point| point.page.id).collect();
    assert_eq!(pages, [first, second, second, third]);
    let xs: Vec<u32> = thread.points.iter().map(|point| point.x).collect();
    assert!(xs.is_sorted() && xs[0] == 24 && xs[3] == 976, "{xs:?}");
    assert_eq!(xs[1], xs[2]);
    assert_ne!(thread.points[1].y, thread.points[2].y);
    assert!(thread.points.iter().all(|point| point.y <= thread.height));
    // One gap, two pieces of line, whatever time went by until the join.
    assert_eq!(thread.lines.len(), 2);
    assert_eq!(thread.lines[1].from - thread.lines[0].to, 14);
    assert_eq!(
        thread.points[3].moment.as_ref().unwrap().words,
        "a postcard"
    );

    let of_lou = journal.tie_room(lou).unwrap().thread;
    let shapes: Vec<Shape> = of_lou.points.iter().map(|point| point.shape).collect();
    assert_eq!(shapes, [Shape::Knot, Shape::Ring, Shape::Gap]);

    // A covered page keeps its shape and hides its words; one set aside leaves the thread.
    let covered = Writing {
        ties: vec![sam],
        cover: "not today".to_owned(),
        ..words("the letter")
    };
    journal.revise(third, &covered, bo.now()).unwrap();
    journal.set_aside(first, bo.now()).unwrap();
    let thread = journal.tie_room(sam).unwrap().thread;
    assert_eq!(thread.points.len(), 3);
    let join = thread.points.last().unwrap();
    assert_eq!((join.shape, join.page.covered), (Shape::Join, true));
    assert_eq!(join.moment.as_ref().unwrap().words, "");
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_moment_is_said_differently_or_taken_off_and_goes_with_its_page() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "川");
    let id = journal
        .mark_moment(page, &moment(MomentKind::Opening, "笑った"), aki.now())
        .unwrap();
    journal
        .change_moment(id, &moment(MomentKind::Connection, "笑いあった"), aki.now())
        .unwrap();
    let moments = journal.page(page, Cover::Closed).unwrap().moments;
    assert_eq!(moments.len(), 1);
    assert_eq!(moments[0].kind, MomentKind::Connection);
    assert_eq!(moments[0].words, "笑いあった");
    assert!(journal.check().unwrap().is_whole());
    journal.unmark_moment(id, aki.now()).unwrap();
    assert!(
        journal
            .page(page, Cover::Closed)
            .unwrap()
            .moments
            .is_empty()
    );
    assert!(matches!(
        journal.unmark_moment(id, aki.now()),
        Err(Error::NotHere)
    ));
    let long = moment(MomentKind::Opening, &"あ".repeat(10_001));
    assert!(matches!(
        journal.mark_moment(page, &long, aki.now()),
        Err(Error::TooLong)
    ));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn openings_are_gathered_some_at_a_time_and_a_cover_hides_their_words() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let mut all = Vec::new();
    for n in 0..3 {
        let page = page_with(&mut journal, &claire, &[], &format!("{n}"));
        for word in ["un", "deux"] {
            let new = moment(MomentKind::Opening, &format!("{n} {word}"));
            all.push(journal.mark_moment(page, &new, claire.now()).unwrap());
        }
        let other = moment(MomentKind::Disconnection, "non");
        journal.mark_moment(page, &other, claire.now()).unwrap();
    }
    all.reverse();
    let mut read = Vec::new();
    let mut after = None;
    loop {
        let some = journal.openings(after, 4).unwrap();
        read.extend(some.openings.iter().map(|one| one.moment.id));
        after = read.last().copied();
        if !some.more {
            break;
        }
    }
    assert_eq!(read, all);
    let newest = journal.openings(None, 1).unwrap().openings.remove(0);
    assert_eq!(newest.moment.words, "2 deux");
    let covered = Writing {
        cover: "voilé".to_owned(),
        ..words("2")
    };
    journal
        .revise(newest.page.id, &covered, claire.now())
        .unwrap();
    let newest = journal.openings(None, 1).unwrap().openings.remove(0);
    assert_eq!(
        (newest.moment.words.as_str(), newest.page.covered),
        ("", true)
    );
}

#[test]
fn a_raised_flag_is_told_in_the_ties_own_room_and_nowhere_else() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let him = claire.tie(&mut journal, "R.").id;
    let marie = claire.tie(&mut journal, "Marie").id;
    let page = page_with(&mut journal, &claire, &[him, marie], "La cuisine.");
    let opening = moment(MomentKind::Opening, "la porte");
    journal.mark_moment(page, &opening, claire.now()).unwrap();
    let lists = |journal: &Journal| {
        let ties = serde_json::to_string(&journal.ties().unwrap()).unwrap();
        let lines = serde_json::to_string(&journal.line(page).unwrap()).unwrap();
        let map = serde_json::to_string(&journal.between_map().unwrap()).unwrap();
        let page = serde_json::to_string(&journal.page(page, Cover::Opened).unwrap()).unwrap();
        [ties, lines, map, page]
    };
    let before = lists(&journal);
    let question = "worldview-1".parse().unwrap();
    let moves = |journal: &Journal, ties: &[TieId]| journal.moves(&question, ties).unwrap();
    assert_eq!(moves(&journal, &[him, marie]).len(), 6);
    assert_eq!(journal.openings(None, 9).unwrap().openings.len(), 1);
    journal.set_care(him, CareFlag::Raised).unwrap();

    // Not a byte of any list tells of it, not even the order of the ties.
    assert_eq!(lists(&journal), before);
    assert_eq!(journal.care_of(him).unwrap(), CareFlag::Raised);
    assert_eq!(journal.tie_room(him).unwrap().care, CareFlag::Raised);
    assert_eq!(journal.care_of(marie).unwrap(), CareFlag::Lowered);

    assert!(!moves(&journal, &[him, marie]).contains(&Move::Us));
    assert!(moves(&journal, &[marie]).contains(&Move::Us));
    assert!(journal.openings(None, 9).unwrap().openings.is_empty());
    // The room itself keeps everything.
    assert_eq!(journal.tie_room(him).unwrap().thread.points.len(), 1);
    assert!(journal.check().unwrap().is_whole());
    drop(journal);
    let mut journal = claire.open();
    assert!(!journal.opened().older);
    journal.set_care(him, CareFlag::Lowered).unwrap();
    assert_eq!(journal.openings(None, 9).unwrap().openings.len(), 1);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_room_tells_what_its_open_pages_were_asked_each_as_it_was_asked_last_the_latest_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, lou] = ["Sam", "Lou"].map(|called| bo.tie(&mut journal, called).id);
    let mut ask = |tie: TieId, question: &str, n: u32, cover: &str| {
        let asked = Asked {
            question: question.parse().unwrap(),
            n,
            text: format!("{question}, wording {n}"),
            lang: "en".to_owned(),
            set: None,
            sitting: None,
        };
        let writing = Writing {
            ties: vec![tie],
            asked: vec![asked],
            cover: cover.to_owned(),
            ..words("an answer")
        };
        let now = bo.later(Duration::days(1));
        journal.write(&writing, now).unwrap()
    };
    ask(sam, "connection-3", 1, "");
    ask(sam, "hope-1", 1, "");
    ask(sam, "connection-3", 2, "");
    ask(sam, "worldview-2", 1, "not tonight");
    let aside = ask(sam, "arriving-1", 1, "");
    ask(lou, "arriving-2", 1, "");
    journal.set_aside(aside, bo.now()).unwrap();
    let asked = |tie: TieId| -> Vec<String> {
        let asked = journal.tie_room(tie).unwrap().asked;
        asked.into_iter().map(|one| one.text).collect()
    };
    assert_eq!(asked(sam), ["connection-3, wording 2", "hope-1, wording 1"]);
    assert_eq!(asked(lou), ["arriving-2, wording 1"]);
}

#[test]
fn an_erased_tie_leaves_its_pages_and_no_name() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sam = bo.tie(&mut journal, "Sam").id;
    let lou = bo.tie(&mut journal, "Lou").id;
    let page = page_with(&mut journal, &bo, &[sam, lou], "the quay");
    let other = page_with(&mut journal, &bo, &[], "alone");
    let with_sam = NewMoment {
        tie: Some(sam),
        ..moment(MomentKind::Connection, "waved")
    };
    journal.mark_moment(other, &with_sam, bo.now()).unwrap();
    journal.set_aside(page, bo.now()).unwrap();
    let begun = DraftSave {
        page: None,
        rev: 1,
        writing: Writing {
            ties: vec![sam, lou],
            ..words("not finished")
        },
    };
    journal.keep_draft(&begun, bo.now()).unwrap();
    journal.erase_tie(sam).unwrap();
    // What is being written can still be finished.
    let draft = journal.draft(None).unwrap().unwrap();
    assert_eq!(draft.writing.ties, [lou]);
    let finished = DraftSave {
        rev: 2,
        writing: draft.writing,
        ..begun
    };
    journal.finish_draft(&finished, bo.now()).unwrap();
    assert_eq!(names(&journal), ["Lou"]);
    let read = journal.page(page, Cover::Closed).unwrap();
    assert_eq!(read.writing.ties, [lou]);
    let read = journal.page(other, Cover::Closed).unwrap();
    assert_eq!(read.moments[0].tie, None);
    assert!(matches!(journal.tie_room(sam), Err(Error::UnknownTie)));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn each_tie_keeps_its_place_on_the_map() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let ids: Vec<TieId> = (0..12)
        .map(|n| aki.tie(&mut journal, &format!("人{n}")).id)
        .collect();
    let before = journal.between_map().unwrap();
    journal.erase_tie(ids[2]).unwrap();
    journal
        .set_standing(ids[5], Standing::Ended, aki.now())
        .unwrap();
    page_with(&mut journal, &aki, &[ids[9]], "海");
    let after = journal.between_map().unwrap();
    assert_eq!(after.spots.len(), 11);
    for spot in &after.spots {
        let was = before.spots.iter().find(|one| one.tie == spot.tie);
        assert_eq!(was, Some(spot));
        assert!(spot.x <= after.width && spot.y <= after.height);
    }
}

#[test]
fn five_thousand_ties_are_listed_touched_and_opened_without_waiting() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let new: Vec<NewTie> = (0..5_000)
        .map(|n| NewTie {
            called: format!("tie {n}"),
            kind: TieKind::Person,
        })
        .collect();
    let made = journal.add_ties(&new, bo.now()).unwrap();
    let ids: Vec<TieId> = made.iter().map(|tie| tie.id).collect();
    let again = bo.tie(&mut journal, "TIE 4999");
    assert_eq!(again.id, ids[4_999]);
    let writing = Writing {
        ties: ids.clone(),
        lenses: Lenses::default(),
        ..words("everybody at once")
    };
    let begun = std::time::Instant::now();
    let page = journal.write(&writing, bo.now()).unwrap();
    journal
        .mark_moment(page, &moment(MomentKind::Connection, ""), bo.now())
        .unwrap();
    assert_eq!(journal.ties().unwrap().len(), 5_000);
    assert_eq!(journal.between_map().unwrap().spots.len(), 5_000);
    assert_eq!(journal.tie_room(ids[4_321]).unwrap().thread.points.len(), 1);
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    eprintln!("{:?}", begun.elapsed());
    assert!(journal.check().unwrap().is_whole());
}
