//! Letters, what is being written and what came from elsewhere, brought into a journal that holds other things: each
//! hangs there on what it hung on, and a second time nothing comes.

use std::path::Path;

use awai::{
    Arrived, BroughtIn, CompanionId, Cost, Import, ImportFormat, Journal, LetterDraft, LetterKind,
    NewCompanion, NewPicture, OutAs, OutAsk, OutForm, OutLetters, PagesAsk, Rest, Whether,
};
use awai_tests::exchange::{arrived, letter, new_companion, pair, part, sealed, sealings};
use awai_tests::{Person, unfinished};

use super::out;

pub(super) fn a_green_point() -> NewPicture {
    let point = image::RgbImage::from_pixel(8, 8, image::Rgb([9, 90, 9]));
    let mut png = std::io::Cursor::new(Vec::new());
    point.write_to(&mut png, image::ImageFormat::Png).unwrap();
    NewPicture::of(png.get_ref()).unwrap()
}

fn from_elsewhere() -> Import {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/day-one/Journal.json");
    Import::read(ImportFormat::DayOne, &path).unwrap()
}

/// A letter to two, an answer, the wish that the first be kept no longer, and a letter that was begun.
fn exchange_letters(aki: &Person, journal: &mut Journal) -> [CompanionId; 2] {
    let (bo, claire) = (Person::bo(), Person::claire());
    let (mut his, mut hers) = (bo.begin(), claire.begin());
    let (to_bo, to_aki) = pair((aki, journal), (&bo, &mut his));
    let (to_claire, _) = pair((aki, journal), (&claire, &mut hers));
    let to_both = LetterDraft {
        parts: vec![part("ふたりへ。")],
        ..LetterDraft::empty(LetterKind::Letter, vec![to_bo, to_claire], "")
    };
    for sealing in sealings(aki, journal, &to_both) {
        journal
            .seal_letter(&sealing, Rest::SendNow, aki.now())
            .unwrap();
    }
    let answer = sealed(&bo, &mut his, &letter(to_aki, "His words."));
    journal
        .keep_letter(&arrived(journal, &answer), aki.now())
        .unwrap();
    let mine = journal.before_ending(to_bo).unwrap().letters[0].id;
    for wish in journal.releases_of(to_bo, &[mine], "ja").unwrap() {
        sealed(aki, journal, &wish);
    }
    let begun = letter(to_claire, "書きかけ。");
    journal.keep_letter_draft(None, &begun, aki.now()).unwrap();
    [to_bo, to_claire]
}

/// What two journals hold alike once the one was brought into the other.
fn alike(journal: &Journal, with: [CompanionId; 2]) -> Vec<String> {
    let mut shown = vec![format!("{:?}", journal.letter_drafts().unwrap())];
    for companion in with {
        shown.push(format!("{:?}", journal.companion(companion).unwrap()));
        shown.push(format!("{:?}", journal.thread(companion).unwrap()));
    }
    shown
}

/// How many pages show a picture.
fn pictured(journal: &Journal) -> usize {
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let lines = journal.pages(&ask).unwrap().lines;
    lines.iter().filter(|line| line.pictures).count()
}

#[test]
fn letters_and_what_is_being_written_hang_on_what_they_hung_on_and_come_once() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = aki.begin();
    let came = journal.import(&from_elsewhere(), aki.now()).unwrap();
    let picture = a_green_point();
    journal.put_picture(None, &picture).unwrap();
    let begun = unfinished(3, &picture.marker("みどり"));
    journal.keep_draft(&begun, aki.now()).unwrap();
    let [yuki, choir] = ["ユキ", "合唱団"].map(|called| aki.tie(&mut journal, called).id);
    let with = exchange_letters(&aki, &mut journal);
    journal.link_companion(with[0], Some(choir)).unwrap();
    let new = NewCompanion {
        tie: Some(yuki),
        ..new_companion("ユキ", aki.name)
    };
    let invitation = journal.invite(&new, aki.tongue, Cost::CHEAP, aki.now());
    let invitation = invitation.unwrap();
    let whole = OutAsk {
        form: OutForm::Json,
        out_as: OutAs::Closed,
        letters: OutLetters::Everybodys,
    };
    let file = out(&aki, &journal, whole);

    // At the desk others were there first.
    let desk = Person::aki();
    let mut other = desk.begin();
    let sam = desk.tie(&mut other, "Sam").id;
    let (at_desk, _) = pair((&desk, &mut other), (&bo, &mut bo.begin()));
    other.link_companion(at_desk, Some(sam)).unwrap();
    let bring = |other: &mut Journal| {
        let brought = other.bring_in(&file, Some(&aki.phrase()), Whether::Bring, desk.now());
        assert!(other.check().unwrap().is_whole());
        brought.unwrap()
    };
    let brought = bring(&mut other);
    // Nothing is begun at this desk by what was begun at another: that is a page, with its picture.
    assert_eq!((brought.pages, brought.ties), (came.pages + 1, 2));
    assert_eq!(pictured(&other), pictured(&journal) + 1);
    assert!(other.draft(None).unwrap().is_none());
    assert!(other.pictures_at_hand(None).unwrap().is_empty());
    assert_eq!(alike(&other, with), alike(&journal, with));
    assert!(other.thread(at_desk).unwrap().letters.is_empty());
    assert_eq!(other.companion(at_desk).unwrap().tie, Some(sam));

    let again = bring(&mut other);
    let nothing = BroughtIn {
        already_here: came.pages,
        ..BroughtIn::default()
    };
    assert_eq!(again, nothing);
    assert_eq!(alike(&other, with), alike(&journal, with));
    assert_eq!(other.invitations().unwrap().len(), 1);
    // Nor do the pages from elsewhere come again.
    let elsewhere = other.count_import(&from_elsewhere()).unwrap();
    assert_eq!(elsewhere.pages, 0);

    // Whoever answers the invitation is who it was for.
    let yuki_herself = Person::claire();
    let mut hers = yuki_herself.begin();
    let Ok(Arrived::UnderWords(closed)) = hers.look(&invitation.sealed) else {
        panic!("an invitation asks for its words");
    };
    let Ok(Arrived::Invitation(opened)) = hers.look_under(&closed, &invitation.words) else {
        panic!("its words open the invitation");
    };
    let answer = new_companion(aki.name, "ユキ");
    let accepted = hers.accept(&opened, &answer, yuki_herself.tongue, yuki_herself.now());
    let Ok(Arrived::Reply(reply)) = other.look(&accepted.unwrap().reply) else {
        panic!("the reply is known by whoever invited");
    };
    let companion = other.complete(&reply, desk.now()).unwrap();
    assert_eq!(companion.tie, Some(yuki));
}

const IN_CLEAR: OutAsk = OutAsk {
    form: OutForm::Json,
    out_as: OutAs::InClear,
    letters: OutLetters::None,
};

#[test]
fn what_came_from_elsewhere_and_was_let_go_of_is_known_in_the_next_journal_too() {
    let (aki, desk) = (Person::aki(), Person::aki());
    let mut journal = aki.begin();
    let came = journal.import(&from_elsewhere(), aki.now()).unwrap();
    let [gone, later] = [0, 1].map(|nth| {
        let ask = PagesAsk {
            limit: 2,
            ..PagesAsk::default()
        };
        journal.pages(&ask).unwrap().lines[nth].id
    });
    journal.set_aside(gone, aki.now()).unwrap();
    journal.erase_aside(gone).unwrap();
    let file = out(&aki, &journal, IN_CLEAR);
    let mut other = desk.begin();
    let of_the_desk = desk.write(&mut other, "机で");
    other.set_aside(of_the_desk, desk.now()).unwrap();
    let known = |other: &mut Journal| {
        let brought = other.bring_in(&file, None, Whether::Bring, desk.now());
        let elsewhere = other.count_import(&from_elsewhere()).unwrap();
        assert!(other.check().unwrap().is_whole());
        let left = (elsewhere.already_here, elsewhere.let_go);
        (brought.unwrap().pages, elsewhere.pages, left)
    };
    let all = came.pages + came.already_here;
    assert_eq!(known(&mut other), (came.pages - 1, 0, (all - 1, 1)));
    // Nor does it come to a journal that let another one go.
    other.set_aside(later, desk.now()).unwrap();
    other.erase_aside(later).unwrap();
    assert_eq!(known(&mut other), (0, 0, (all - 2, 2)));
}

#[test]
fn what_things_are_found_by_is_made_of_their_own_words_whatever_a_file_says() {
    let (aki, desk) = (Person::aki(), Person::aki());
    let mut journal = aki.begin();
    let page = aki.write(&mut journal, "川のほとり");
    let anew = awai_tests::words("川のほとりで、もう一度");
    journal.revise(page, &anew, aki.now()).unwrap();
    aki.write(&mut journal, "駅で");
    let [tie, _] = ["ユキ", "合唱団"].map(|called| aki.tie(&mut journal, called));
    let file = out(&aki, &journal, IN_CLEAR);
    let text = std::fs::read(&file).unwrap();
    let mut whole: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let tables = &mut whole["tables"];
    for (table, column, said) in [
        ("reflection", "opening", "somebody else's words".into()),
        ("reflection", "month", 7.into()),
        ("reflection", "earlier", "00".repeat(32).into()),
        ("tie", "folded", "noor".into()),
    ] {
        let field = &mut tables[table][0][column];
        assert!(!field.is_null(), "{column}");
        *field = said;
    }
    std::fs::write(&file, whole.to_string()).unwrap();
    let mut other = desk.begin();
    let brought = other.bring_in(&file, None, Whether::Bring, desk.now());
    assert_eq!(brought.unwrap().pages, 2);
    let ask = PagesAsk {
        limit: 9,
        ..PagesAsk::default()
    };
    let lines = |journal: &Journal| journal.pages(&ask).unwrap().lines;
    assert_eq!(lines(&other), lines(&journal));
    assert_eq!(other.months(None).unwrap(), journal.months(None).unwrap());
    assert_eq!(other.tie_called("ユキ").unwrap(), Some(tie));
    assert_eq!(other.tie_called("noor").unwrap(), None);
    assert!(other.check().unwrap().is_whole());
}
