//! What passes before the first letter: invitations, replies, cards; and the envelope that holds somebody's twelve
//! words.

use awai::{Arrived, Cost, Journal, Tongue, TwelveWords};
use awai_tests::Person;
use awai_tests::exchange::new_companion;
use awai_tests::stranger::{key_on, opened_under, sealed_for};

use crate::keys::sealed_under;
use crate::letters::Open;
use crate::{Answer, refused, told, try_reader};

#[test]
fn what_is_inside_an_invitation_is_read_or_refused() {
    let (aki, bo) = (Person::aki().in_memory(), Person::bo().in_memory());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let made = hers
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let words = made.words.shown().join("-");
    let inside = opened_under(&words, &made.sealed);
    let mut read = 0;
    try_reader("invitation", vec![inside], 600, |inside| {
        let file = sealed_under(&words, inside);
        let Ok(Arrived::UnderWords(closed)) = his.look(&file) else {
            panic!("it asks for words");
        };
        match his.look_under(&closed, &made.words) {
            Ok(Arrived::Invitation(invitation)) => {
                read += 1;
                if read % 8 == 0 {
                    let new = new_companion("Aki", "Bo");
                    let accepted = his.accept(&invitation, &new, bo.tongue, bo.now());
                    return told(accepted, |accepted| {
                        his.forget_companion(accepted.companion.id).unwrap();
                        "accepted".to_owned()
                    });
                }
                format!("invited by {} letters", invitation.called().len().min(9))
            }
            // Under words there may be a letter as well.
            Ok(_) => "something else".to_owned(),
            Err(error) => refused(&error),
        }
    });
    assert!(read > 10, "{read}");
    assert!(his.check().unwrap().is_whole());
}

/// Aki has invited; the text inside the reply that would complete the pair.
fn a_reply(hers: &mut Journal, aki: &Person) -> (Vec<u8>, age::x25519::Recipient) {
    let card = hers
        .make_card(&new_companion("Bo", "Aki"), aki.tongue, aki.now())
        .unwrap();
    let text: serde_json::Value = serde_json::from_str(&card.my_card).unwrap();
    let key = key_on(&card.my_card);
    let reply = serde_json::json!({
        "read_me": ["a"], "thread": "1".repeat(32), "card": text,
    });
    let inside = format!("awai-reply/1 {}\n{reply}", "A".repeat(43) + "=");
    (inside.into_bytes(), key)
}

#[test]
fn no_reply_completes_a_pair_without_the_secret_of_its_invitation() {
    let aki = Person::aki().in_memory();
    let mut hers = aki.begin();
    let new = new_companion("Bo", "Aki");
    hers.invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let (inside, key) = a_reply(&mut hers, &aki);
    try_reader("reply", vec![inside], 800, |inside| {
        match hers.look(&sealed_for(&key, inside)) {
            Ok(Arrived::Reply(_)) => panic!("a reply was believed"),
            Ok(_) => "something else".to_owned(),
            Err(error) => refused(&error),
        }
    });
    assert!(hers.companions().unwrap().is_empty());
}

#[test]
fn a_card_is_read_or_refused() {
    let (aki, bo) = (Person::aki().in_memory(), Person::bo().in_memory());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let card = hers.make_card(&new, aki.tongue, aki.now()).unwrap().my_card;
    let mut read = 0;
    try_reader("card", vec![card.into_bytes()], 1000, |card| {
        let Ok(card) = std::str::from_utf8(card) else {
            return "no text".to_owned();
        };
        let new = new_companion("Aki", "Bo");
        let answered = his.answer_card(card, &new, bo.tongue, bo.now());
        told(answered, |companion| {
            read += 1;
            his.forget_companion(companion.id).unwrap();
            "a card".to_owned()
        })
    });
    assert!(read > 3, "{read}");
    assert!(his.check().unwrap().is_whole());
}

#[test]
fn an_envelope_is_opened_or_refused() {
    let open = Open::new();
    let words = TwelveWords::draw(Tongue::Fr).unwrap();
    let envelope = serde_json::json!({
        "read_me": ["a", "b", "c"], "name": "Aki", "words": words.shown(),
    });
    let inside = format!("awai-envelope/1\n{envelope:#}\n");
    let mut read = 0;
    try_reader(
        "envelope",
        vec![inside.into_bytes()],
        800,
        |inside| -> Answer {
            told(open.journal.open_envelope(&open.seal(inside)), |opened| {
                read += 1;
                assert_eq!(opened.words.len(), 12);
                "twelve words".to_owned()
            })
        },
    );
    assert!(read > 3, "{read}");
}
