//! How a letter stands on the shelf, and what of it the chain holds: each change of it is one link, and what changes
//! nothing is none.

use super::forged::{
    answered, draft, file_of, journal, letter, looked_at, now, pair, sealed, vouched,
};
use super::thread::digest_of_letter;
use super::{LetterStanding, Rest, Sealing, Whose, Writer, format};
use crate::Now;
use crate::error::Error;
use crate::id::{CompanionId, LetterId, ThreadId};
use crate::journal::Journal;
use crate::store::{LetterRow, Link};

fn later(days: i64) -> Now {
    now() + chrono::Duration::days(days)
}

/// The sealed file of the wish that the first letter to them be no longer kept.
fn wish_about_the_first(journal: &mut Journal, to: CompanionId) -> Vec<u8> {
    let named = journal.thread(to).unwrap().letters[0].id;
    let wish = journal.releases_of(to, &[named], "en").unwrap().remove(0);
    file_of(journal, &wish)
}

/// A draft as it would leave for one of its readers.
fn sealing_for(journal: &Journal, draft: LetterId, to: CompanionId) -> Sealing {
    let mut all = journal.sealings(draft, now()).unwrap().into_iter();
    all.find(|sealing| sealing.to() == Some(to)).unwrap()
}

fn link(journal: &Journal) -> Option<Link> {
    journal.rows().newest_link().unwrap()
}

#[test]
fn each_way_a_letter_stands_is_one_link_and_what_changes_nothing_is_none() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (file, _) = sealed(&mut aki, to_bo, "Only this.");
    let came = letter(bo.look(&file));
    let version = came.version();
    let mut links = vec![link(&bo)];
    bo.keep_for_later(&came, later(1)).unwrap();
    let mut stands = |bo: &Journal| {
        assert!(!links.contains(&link(bo)), "the chain went on");
        links.push(link(bo));
        let row = bo.rows().letter_by_head(version.bytes()).unwrap().unwrap();
        (row.standing, row.rev)
    };
    assert_eq!(stands(&bo), (LetterStanding::Later, 1));
    bo.take_up_letter(version, later(2)).unwrap();
    assert_eq!(stands(&bo), (LetterStanding::Kept, 2));
    // It came once more, and is put wherever: it is here already, and read.
    let (before, thread) = (link(&bo), bo.thread(to_aki).unwrap());
    bo.keep_letter(&came, later(3)).unwrap();
    bo.keep_for_later(&came, later(3)).unwrap();
    bo.return_unread(&came, later(3)).unwrap();
    bo.take_up_letter(version, later(3)).unwrap();
    assert_eq!((link(&bo), bo.thread(to_aki).unwrap()), (before, thread));
    bo.erase_letter(version).unwrap();
    assert_eq!(stands(&bo), (LetterStanding::Erased, 3));
    let before = link(&bo);
    bo.erase_letter(version).unwrap();
    assert_eq!(link(&bo), before, "there is nothing left to erase");
    bo.keep_letter(&came, later(4)).unwrap();
    assert_eq!(stands(&bo), (LetterStanding::Kept, 4));
    // Erased where it came in, as on the shelf.
    bo.erase_arrived(&came, later(5)).unwrap();
    assert_eq!(stands(&bo), (LetterStanding::Erased, 5));
    assert!(bo.read_letter(version).is_err());
    assert!(bo.check().unwrap().is_whole());
}

#[test]
fn a_letter_of_mine_that_comes_back_to_me_stays_mine_whatever_is_done_with_it() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, _) = pair(&mut aki, &mut bo);
    let (_, inside) = sealed(&mut aki, to_bo, "Mine.");
    let row = aki.rows().companion(to_bo).unwrap();
    let came = letter(looked_at(&aki, &inside, &row));
    // My own token proves nothing: it could be held up to me by whoever got it.
    assert_eq!(came.face().writer, Writer::Unknown);
    let (before, thread) = (link(&aki), aki.thread(to_bo).unwrap());
    aki.keep_letter(&came, later(1)).unwrap();
    aki.keep_for_later(&came, later(1)).unwrap();
    aki.return_unread(&came, later(1)).unwrap();
    aki.erase_arrived(&came, later(1)).unwrap();
    assert_eq!((link(&aki), aki.thread(to_bo).unwrap()), (before, thread));
    let read = aki.read_letter(came.version()).unwrap();
    assert_eq!(read.face.writer, Writer::Me);
    assert_eq!(read.parts[0].text, "Mine.");
}

#[test]
fn whatever_can_be_changed_of_a_kept_letter_changes_its_digest() {
    let row = || LetterRow {
        row: 1,
        id: LetterId::from_bytes([1; 16]),
        thread: ThreadId::from_bytes([2; 16]),
        companion: None,
        writer: Whose::Mine,
        standing: LetterStanding::Kept,
        seq: 3,
        at: now(),
        digest: [4; 32],
        kind: "letter".to_owned(),
        have: String::new(),
        rev: 1,
        given_to: String::new(),
        words: Default::default(),
    };
    let with = |change: &dyn Fn(&mut LetterRow)| {
        let mut row = row();
        change(&mut row);
        digest_of_letter(&row, b"inside")
    };
    let digests = [
        with(&|_| {}),
        with(&|row| row.id = LetterId::from_bytes([2; 16])),
        with(&|row| row.thread = ThreadId::from_bytes([1; 16])),
        with(&|row| row.writer = Whose::Theirs),
        with(&|row| row.standing = LetterStanding::Later),
        with(&|row| row.seq = 4),
        with(&|row| row.at = later(1)),
        with(&|row| row.given_to.push_str("Marguerite")),
        with(&|row| row.words.push_str("Marguerite")),
        digest_of_letter(&row(), b"inside."),
        digest_of_letter(&row(), b""),
    ];
    for (number, one) in digests.iter().enumerate() {
        assert!(!digests[..number].contains(one), "{number}");
    }
}

#[test]
fn what_they_have_of_mine_lets_my_numbers_go_on_but_no_claim_beyond_anything_does() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let mut next = |aki: &mut Journal, have: &str| {
        let inside = answered(&mut bo, to_aki, have);
        let from = aki.rows().companion(to_bo).unwrap();
        let came = letter(looked_at(aki, &inside, &from));
        assert!(matches!(came.face().writer, Writer::Companion { .. }));
        aki.keep_letter(&came, now()).unwrap();
        sealed(aki, to_bo, "The next one.");
        aki.thread(to_bo).unwrap().letters.pop().unwrap().seq
    };
    // A backup was put back: seventeen had come there.
    assert_eq!(next(&mut aki, "1-17"), 18);
    assert_eq!(next(&mut aki, "1-4294967295"), 19);
    assert_eq!(next(&mut aki, "2147483647"), 20);
    assert_eq!(next(&mut aki, "19"), 21);
}

#[test]
fn only_a_proven_letter_says_what_has_come_there() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    sealed(&mut aki, to_bo, "One.");
    sealed(&mut aki, to_bo, "Two.");
    let from = aki.rows().companion(to_bo).unwrap();
    let mut says = |aki: &mut Journal, have: &str, is_proven: bool| {
        let mut inside = answered(&mut bo, to_aki, have);
        if !is_proven {
            let text = format::cut(&inside).unwrap().text.to_vec();
            inside = [format::first_line(None).as_bytes(), &text].concat();
        }
        let came = letter(looked_at(aki, &inside, &from));
        assert_eq!(came.face().writer == Writer::Unknown, !is_proven);
        aki.keep_letter(&came, now()).unwrap();
        let gaps = aki.thread(to_bo).unwrap().not_there;
        gaps.iter()
            .map(|gap| (gap.from, gap.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(says(&mut aki, "2", true), [(1, 1)]);
    assert_eq!(says(&mut aki, "1-2", true), []);
    assert_eq!(says(&mut aki, "2", false), [], "nobody said so");
    // One that says nothing of it takes nothing back.
    assert_eq!(says(&mut aki, "", true), []);
    assert_eq!(says(&mut aki, "2", true), [(1, 1)]);
    assert_eq!(says(&mut aki, "", true), [(1, 1)]);
}

#[test]
fn what_a_letter_brings_comes_with_it_when_it_is_taken_up() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (file, _) = sealed(&mut aki, to_bo, "Too much said.");
    bo.keep_letter(&letter(bo.look(&file)), now()).unwrap();
    let came = letter(bo.look(&wish_about_the_first(&mut aki, to_bo)));
    bo.keep_for_later(&came, now()).unwrap();
    let is_released = |bo: &Journal| bo.thread(to_aki).unwrap().letters[0].released;
    assert!(!is_released(&bo), "it is not read yet");
    bo.take_up_letter(came.version(), later(1)).unwrap();
    assert!(is_released(&bo));
    let line = bo.thread(to_aki).unwrap().letters.pop().unwrap();
    assert_eq!(
        (line.whose, line.standing),
        (Whose::Theirs, LetterStanding::Kept)
    );
}

#[test]
fn a_wish_takes_nothing_from_what_went_back_unread() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (file, _) = sealed(&mut aki, to_bo, "Unread.");
    bo.return_unread(&letter(bo.look(&file)), now()).unwrap();
    let came = letter(bo.look(&wish_about_the_first(&mut aki, to_bo)));
    bo.keep_letter(&came, now()).unwrap();
    let before = (link(&bo), bo.thread(to_aki).unwrap());
    bo.follow_release(came.version()).unwrap();
    assert_eq!((link(&bo), bo.thread(to_aki).unwrap()), before);
    assert_eq!(before.1.letters[0].standing, LetterStanding::Returned);
}

#[test]
fn a_letter_of_theirs_under_the_name_of_mine_keeps_none_of_mine_from_going_out() {
    let ((_a, mut aki), (_b, mut bo), (_c, mut claire)) = (journal(), journal(), journal());
    let (to_bo, _) = pair(&mut aki, &mut bo);
    let (to_claire, claire_to_aki) = pair(&mut aki, &mut claire);
    let mut both = draft(to_bo, "For both of you.");
    both.to.push(to_claire);
    let id = aki.keep_letter_draft(None, &both, now()).unwrap();
    let his = sealing_for(&aki, id, to_bo);
    let hers = sealing_for(&aki, id, to_claire);
    aki.seal_letter(&his, Rest::SendNow, now()).unwrap();
    // Bo tells her what his letter is called, and before she has hers she writes one that is called the same.
    let (_, inside) = sealed(&mut claire, claire_to_aki, "Mine is called so.");
    let mut called_so = format::read(format::cut(&inside).unwrap().text).unwrap();
    called_so.id = id;
    let her = claire.rows().companion(claire_to_aki).unwrap();
    let inside = vouched(&her, &format::text_of(&called_so).unwrap());
    let from = aki.rows().companion(to_claire).unwrap();
    let came = letter(looked_at(&aki, &inside, &from));
    assert!(matches!(came.face().writer, Writer::Companion { .. }));
    aki.keep_letter(&came, now()).unwrap();
    let file = aki.seal_letter(&hers, Rest::SendNow, now()).unwrap();
    let came = letter(claire.look(&file.bytes));
    assert_eq!(came.letter().parts[0].text.join(""), "For both of you.");
    let whose = aki.thread(to_claire).unwrap().letters;
    let whose: Vec<_> = whose.iter().map(|line| line.whose).collect();
    assert_eq!(whose, [Whose::Theirs, Whose::Mine]);
    assert!(aki.check().unwrap().is_whole());
}

#[test]
fn a_letter_that_went_to_one_reader_goes_to_them_in_no_other_words() {
    let ((_a, mut aki), (_b, mut bo), (_c, mut claire)) = (journal(), journal(), journal());
    let (to_bo, _) = pair(&mut aki, &mut bo);
    let (to_claire, _) = pair(&mut aki, &mut claire);
    let mut both = draft(to_bo, "The first words.");
    both.to.push(to_claire);
    let id = aki.keep_letter_draft(None, &both, now()).unwrap();
    let first = sealing_for(&aki, id, to_bo);
    aki.seal_letter(&first, Rest::SendNow, now()).unwrap();
    let (before, thread) = (link(&aki), aki.thread(to_bo).unwrap());
    // The same words once more are the same letter.
    aki.seal_letter(&first, Rest::SendNow, now()).unwrap();
    assert_eq!((link(&aki), aki.thread(to_bo).unwrap()), (before, thread));
    both.parts = draft(to_bo, "Other words.").parts;
    aki.keep_letter_draft(Some(id), &both, now()).unwrap();
    let other = sealing_for(&aki, id, to_bo);
    let refused = aki.seal_letter(&other, Rest::SendNow, now());
    assert!(matches!(refused, Err(Error::NotFound)));
    assert_eq!(aki.letter_drafts().unwrap().len(), 1, "she has none yet");
    // Who has none yet gets the words as they are now.
    let hers = sealing_for(&aki, id, to_claire);
    aki.seal_letter(&hers, Rest::SendNow, now()).unwrap();
    assert!(aki.letter_drafts().unwrap().is_empty());
}
