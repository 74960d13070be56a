//! Letters by hands that could open or make one: changed, passed on, claimed for another writer.

use tempfile::TempDir;
use zeroize::Zeroizing;

use super::{Arrived, Before, DatePrecision, Incoming, LetterDraft, LetterKind, Whose, Writer};
use super::{PartDraft, PartSource, Rest, format};
use crate::companion::NewCompanion;
use crate::error::Error;
use crate::id::CompanionId;
use crate::journal::Journal;
use crate::keeping::watch::Watch;
use crate::passphrase::Passphrase;
use crate::seal::{AuthKey, Cost, close_for};
use crate::store::CompanionRow;
use crate::tongue::Tongue;
use crate::vault::Vault;
use crate::{LetterVersionId, Now};

pub(super) fn now() -> Now {
    chrono::DateTime::parse_from_rfc3339("2026-05-03T21:40:00+09:00").unwrap()
}

/// A journal in a folder of its own.
pub(super) fn journal() -> (TempDir, Journal) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    let phrase = Passphrase::new("lamp quay trout ninety-two").unwrap();
    Vault::create(&folder, &phrase, Cost::CHEAP, now()).unwrap();
    let journal = Vault::at(&folder).unwrap().unlock(&phrase, now()).unwrap();
    (home, journal)
}

fn new(called: &str, my_name: &str) -> NewCompanion {
    NewCompanion {
        called: called.to_owned(),
        my_name: my_name.to_owned(),
        tie: None,
    }
}

pub(super) fn pair(one: &mut Journal, other: &mut Journal) -> (CompanionId, CompanionId) {
    let invitation = one
        .invite(&new("other", "One"), Tongue::En, Cost::CHEAP, now())
        .unwrap();
    let Ok(Arrived::UnderWords(closed)) = other.look(&invitation.sealed) else {
        panic!("an invitation asks for words");
    };
    let Ok(Arrived::Invitation(opened)) = other.look_under(&closed, &invitation.words) else {
        panic!("its words open it");
    };
    let accepted = other
        .accept(&opened, &new("one", "Other"), Tongue::Fr, now())
        .unwrap();
    let Ok(Arrived::Reply(reply)) = one.look(&accepted.reply) else {
        panic!("the reply is known");
    };
    (
        one.complete(&reply, now()).unwrap().id,
        accepted.companion.id,
    )
}

pub(super) fn draft(to: CompanionId, words: &str) -> LetterDraft {
    LetterDraft {
        date: DatePrecision::None,
        parts: vec![PartDraft {
            source: PartSource::Words {
                title: String::new(),
                text: words.to_owned(),
                asked: None,
            },
            answers: None,
        }],
        ..LetterDraft::empty(LetterKind::Letter, vec![to], "en")
    }
}

/// The sealed file of a draft with one reader.
pub(super) fn file_of(journal: &mut Journal, draft: &LetterDraft) -> Vec<u8> {
    let id = journal.keep_letter_draft(None, draft, now()).unwrap();
    let sealing = journal.sealings(id, now()).unwrap().remove(0);
    let file = journal.seal_letter(&sealing, Rest::SendNow, now());
    file.unwrap().bytes
}

/// The sealed file, and the text inside it.
pub(super) fn sealed(journal: &mut Journal, to: CompanionId, words: &str) -> (Vec<u8>, Vec<u8>) {
    let file = file_of(journal, &draft(to, words));
    let rows = journal.rows();
    let companion = rows.companion(to).unwrap();
    let row = rows.letters_of(companion.row).unwrap().pop().unwrap();
    (file, rows.letter_inside(row.row).unwrap())
}

pub(super) fn looked_at(
    journal: &Journal,
    inside: &[u8],
    from: &CompanionRow,
) -> Result<Arrived, Error> {
    journal.letter_in(
        Zeroizing::new(inside.to_vec()),
        Some(from),
        &mut Watch::nobody(),
    )
}

pub(super) fn letter(arrived: Result<Arrived, Error>) -> Incoming {
    match arrived {
        Ok(Arrived::Letter(incoming)) => *incoming,
        Ok(_) => panic!("no letter"),
        Err(error) => panic!("{error}"),
    }
}

/// A text under the first line that its writer's key vouches with.
pub(super) fn vouched(writer: &CompanionRow, text: &str) -> Vec<u8> {
    let theirs = writer.their_card().unwrap().auth().unwrap();
    let thread = writer.thread.bytes();
    let key = writer.auth_key().unwrap();
    let token = key.vouch(&theirs, format::FORMAT, thread, text.as_bytes());
    format!("{}{text}", format::first_line(Some(&token.unwrap()))).into_bytes()
}

/// A letter that says these letters of its reader have come to its writer: the text inside it.
pub(super) fn answered(journal: &mut Journal, to: CompanionId, have: &str) -> Vec<u8> {
    let (_, inside) = sealed(journal, to, have);
    let text = format::cut(&inside).unwrap().text;
    let mut letter = format::read(text).unwrap();
    have.clone_into(&mut letter.have);
    let writer = journal.rows().companion(to).unwrap();
    vouched(&writer, &format::text_of(&letter).unwrap())
}

#[test]
fn no_byte_of_an_opened_letter_can_be_changed_under_its_writers_name() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (_, inside) = sealed(&mut aki, to_bo, "Only this.");
    let from = bo.rows().companion(to_aki).unwrap();
    let known = letter(looked_at(&bo, &inside, &from));
    assert!(matches!(known.face().writer, Writer::Companion { .. }));
    let mut looked = 0;
    for place in 0..inside.len() {
        let turned = (0..8).map(|bit| {
            let mut changed = inside.to_vec();
            changed[place] ^= 1 << bit;
            changed
        });
        let lacking = [&inside[..place], &inside[place + 1..]].concat();
        let doubled = [&inside[..=place], &inside[place..]].concat();
        for changed in turned.chain([lacking, doubled]) {
            match looked_at(&bo, &changed, &from) {
                // The padding and other unread places still make a letter, but nobody’s.
                Ok(Arrived::Letter(incoming)) => {
                    assert_eq!(incoming.face().writer, Writer::Unknown, "byte {place}");
                }
                Ok(Arrived::Newer(newer)) => assert_eq!(newer.writer, Writer::Unknown),
                Ok(_) => panic!("byte {place}"),
                Err(_) => {}
            }
            looked += 1;
        }
    }
    assert!(looked >= 10_000, "{looked}");
}

#[test]
fn words_cannot_be_taken_off_or_added_at_either_end() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (_, inside) = sealed(&mut aki, to_bo, "Only this.");
    let from = bo.rows().companion(to_aki).unwrap();
    let mut longer = inside.clone();
    longer.push(b' ');
    let shorter = &inside[..inside.len() - 1];
    for changed in [longer.as_slice(), shorter] {
        let incoming = letter(looked_at(&bo, changed, &from));
        assert_eq!(incoming.face().writer, Writer::Unknown);
    }
}

#[test]
fn a_letter_that_was_passed_on_has_no_known_writer_there() {
    let ((_a, mut aki), (_b, mut bo), (_c, mut claire)) = (journal(), journal(), journal());
    let (to_bo, _) = pair(&mut aki, &mut bo);
    let (bo_to_claire, claire_to_bo) = pair(&mut bo, &mut claire);
    let (aki_to_claire, claire_to_aki) = pair(&mut aki, &mut claire);
    let (_, inside) = sealed(&mut aki, to_bo, "For Bo alone.");
    // Bo seals what he opened for Claire, under the keys of his own pair with her.
    let card = bo
        .rows()
        .companion(bo_to_claire)
        .unwrap()
        .their_card()
        .unwrap();
    let passed_on = close_for(&inside, &card.recipient().unwrap()).unwrap();
    let incoming = letter(claire.look(&passed_on));
    assert_eq!(incoming.face().writer, Writer::Unknown);
    // Even with the key that Aki writes to Claire under, which Bo does not have.
    let card = aki
        .rows()
        .companion(aki_to_claire)
        .unwrap()
        .their_card()
        .unwrap();
    let passed_on = close_for(&inside, &card.recipient().unwrap()).unwrap();
    let incoming = letter(claire.look(&passed_on));
    assert_eq!(incoming.face().writer, Writer::Unknown);
    claire.keep_letter(&incoming, now()).unwrap();
    // It stands apart from both exchanges’ voices and opens no gap.
    for companion in [claire_to_bo, claire_to_aki] {
        let thread = claire.thread(companion).unwrap();
        assert!(
            thread
                .letters
                .iter()
                .all(|line| line.whose == Whose::Unknown)
        );
        assert!(thread.missing.is_empty());
    }
}

#[test]
fn whoever_knows_where_letters_go_cannot_write_as_somebody_else() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (_, inside) = sealed(&mut aki, to_bo, "Mine.");
    let text = format::cut(&inside).unwrap().text.to_vec();
    let row = aki.rows().companion(to_bo).unwrap();
    let card = row.their_card().unwrap();
    // A thief of the card, with a key of their own.
    let thief = AuthKey::fresh();
    let token = thief
        .vouch(
            &card.auth().unwrap(),
            format::FORMAT,
            row.thread.bytes(),
            &text,
        )
        .unwrap();
    for first in [
        format::first_line(Some(&token)),
        format::first_line(None),
        "awai-letter/1 AAAA\n".to_owned(),
        format!("awai-letter/1 {}\n", "A".repeat(64)),
        "awai-letter/1 \n".to_owned(),
    ] {
        let forged = [first.as_bytes(), &text].concat();
        let file = close_for(&forged, &card.recipient().unwrap()).unwrap();
        let incoming = letter(bo.look(&file));
        assert_eq!(incoming.face().writer, Writer::Unknown, "{first}");
    }
    assert!(bo.thread(to_aki).unwrap().letters.is_empty());
}

#[test]
fn what_was_kept_without_a_writer_is_theirs_once_their_own_file_comes() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (file, inside) = sealed(&mut aki, to_bo, "The same words.");
    let text = format::cut(&inside).unwrap().text.to_vec();
    let from = bo.rows().companion(to_aki).unwrap();
    let bare = [format::first_line(None).as_bytes(), &text].concat();
    let nobody = letter(looked_at(&bo, &bare, &from));
    bo.keep_letter(&nobody, now()).unwrap();
    assert_eq!(bo.thread(to_aki).unwrap().letters[0].whose, Whose::Unknown);
    let theirs = letter(bo.look(&file));
    assert_eq!(theirs.face().before, Before::New);
    bo.keep_letter(&theirs, now()).unwrap();
    let thread = bo.thread(to_aki).unwrap();
    assert_eq!(
        (thread.letters.len(), thread.letters[0].whose),
        (1, Whose::Theirs)
    );
    // And the other way round, nothing is taken from them.
    bo.keep_letter(&nobody, now()).unwrap();
    assert_eq!(bo.thread(to_aki).unwrap().letters[0].whose, Whose::Theirs);
    assert!(bo.check().unwrap().is_whole());
}

#[test]
fn two_texts_of_one_letter_stand_side_by_side() {
    let ((_a, mut aki), (_b, mut bo)) = (journal(), journal());
    let (to_bo, to_aki) = pair(&mut aki, &mut bo);
    let (file, inside) = sealed(&mut aki, to_bo, "First wording.");
    bo.keep_letter(&letter(bo.look(&file)), now()).unwrap();
    // A backup of Aki’s was put back, and the letter of the same name was written otherwise.
    let row = aki.rows().companion(to_bo).unwrap();
    let text = String::from_utf8(format::cut(&inside).unwrap().text.to_vec()).unwrap();
    let other = text.replace("First wording.", "Other wording.");
    let inside = vouched(&row, &other);
    let from = bo.rows().companion(to_aki).unwrap();
    let incoming = letter(looked_at(&bo, &inside, &from));
    assert_eq!(incoming.face().before, Before::OtherVersion);
    bo.keep_letter(&incoming, now()).unwrap();
    let thread = bo.thread(to_aki).unwrap();
    assert_eq!(thread.letters.len(), 2);
    assert!(thread.letters.iter().all(|line| line.other_version));
    let words = |version: LetterVersionId| bo.letter_text(version).unwrap();
    assert!(words(thread.letters[0].version).contains("First wording."));
    assert!(words(thread.letters[1].version).contains("Other wording."));
}

#[test]
fn a_stock_age_with_the_identity_opens_a_letter_sealed_to_a_short_card() {
    let ((home, mut aki), (_b, mut bo)) = (journal(), journal());
    let card = aki.make_card(&new("Bo", "Aki"), Tongue::En, now()).unwrap();
    let there = bo
        .answer_card(&card.my_card, &new("Aki", "Bo"), Tongue::En, now())
        .unwrap();
    let (file, inside) = sealed(&mut bo, there.id, "Any age opens this.");
    let identity = aki.rows().invitation(card.id).unwrap().unwrap().identity;
    let (key, sealed) = (home.path().join("key"), home.path().join("letter.age"));
    crate::write_whole(&key, identity.as_bytes()).unwrap();
    crate::write_whole(&sealed, &file).unwrap();
    let stock = std::process::Command::new("age")
        .args(["--decrypt", "--identity"])
        .args([&key, &sealed])
        .output();
    if let Ok(told) = stock {
        assert!(told.status.success());
        assert_eq!(told.stdout, inside);
    }
}
