//! What passes before the first letter: invitations, replies, cards; and the envelope that holds somebody's twelve
//! words.

use awai::{Arrived, Cost, Journal, SpokenWords, Tongue, TwelveWords};

use super::keys::sealed_under;
use super::letters::Open;
use super::{Answer, Bo, Reader, refused, told};
use crate::Person;
use crate::exchange::new_companion;
use crate::stranger::{key_on, opened_under, sealed_for};

/// What is inside an invitation, under the words that were told.
pub(super) struct Invited {
    bo: Bo,
    words: SpokenWords,
    inside: Vec<u8>,
    read: usize,
}

impl Invited {
    pub fn new() -> Invited {
        let aki = Person::aki().in_memory();
        let mut hers = aki.begin();
        let new = new_companion("Bo", "Aki");
        let made = hers
            .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
            .unwrap();
        let words = made.words;
        let inside = opened_under(&words.shown().join("-"), &made.sealed);
        Invited {
            bo: Bo::new(),
            words,
            inside,
            read: 0,
        }
    }
}

impl Reader for Invited {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.inside.clone()]
    }

    fn read(&mut self, inside: &[u8]) -> Answer {
        let Bo { person, journal } = &mut self.bo;
        let file = sealed_under(&self.words.shown().join("-"), inside);
        let Ok(Arrived::UnderWords(closed)) = journal.look(&file) else {
            panic!("it asks for words");
        };
        match journal.look_under(&closed, &self.words) {
            Ok(Arrived::Invitation(invitation)) => {
                self.read += 1;
                if self.read.is_multiple_of(8) {
                    let new = new_companion("Aki", "Bo");
                    let (tongue, now) = (person.tongue, person.now());
                    let accepted = journal.accept(&invitation, &new, tongue, now);
                    return told(accepted, |accepted| {
                        journal.forget_companion(accepted.companion.id).unwrap();
                        "accepted".to_owned()
                    });
                }
                format!("invited by {} letters", invitation.called().len().min(9))
            }
            // Under words there may be a letter as well.
            Ok(_) => "something else".to_owned(),
            Err(error) => refused(&error),
        }
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        self.bo.anew();
        read
    }
}

/// No reply completes a pair without the secret of its invitation.
pub(super) struct Replied {
    // Her folder goes with her.
    _aki: Person,
    hers: Journal,
    key: age::x25519::Recipient,
    inside: Vec<u8>,
}

impl Replied {
    pub fn new() -> Replied {
        let aki = Person::aki().in_memory();
        let mut hers = aki.begin();
        let new = new_companion("Bo", "Aki");
        hers.invite(&new, aki.tongue, Cost::CHEAP, aki.now())
            .unwrap();
        let card = hers.make_card(&new, aki.tongue, aki.now()).unwrap().my_card;
        let text: serde_json::Value = serde_json::from_str(&card).unwrap();
        let reply = serde_json::json!({
            "read_me": ["a"], "thread": "1".repeat(32), "card": text,
        });
        let inside = format!("awai-reply/1 {}\n{reply}", "A".repeat(43) + "=");
        Replied {
            _aki: aki,
            hers,
            key: key_on(&card),
            inside: inside.into_bytes(),
        }
    }
}

impl Reader for Replied {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.inside.clone()]
    }

    fn read(&mut self, inside: &[u8]) -> Answer {
        match self.hers.look(&sealed_for(&self.key, inside)) {
            Ok(Arrived::Reply(_)) => panic!("a reply was believed"),
            Ok(_) => "something else".to_owned(),
            Err(error) => refused(&error),
        }
    }

    fn hold(&mut self) -> usize {
        assert!(self.hers.companions().unwrap().is_empty());
        0
    }
}

/// A card, as it is handed over.
pub(super) struct Carded {
    bo: Bo,
    card: String,
    read: usize,
}

impl Carded {
    pub fn new() -> Carded {
        let aki = Person::aki().in_memory();
        let mut hers = aki.begin();
        let new = new_companion("Bo", "Aki");
        let card = hers.make_card(&new, aki.tongue, aki.now()).unwrap().my_card;
        Carded {
            bo: Bo::new(),
            card,
            read: 0,
        }
    }
}

impl Reader for Carded {
    fn seeds(&self) -> Vec<Vec<u8>> {
        vec![self.card.clone().into_bytes()]
    }

    fn read(&mut self, card: &[u8]) -> Answer {
        let Ok(card) = std::str::from_utf8(card) else {
            return "no text".to_owned();
        };
        let Bo { person, journal } = &mut self.bo;
        let new = new_companion("Aki", "Bo");
        let (tongue, now) = (person.tongue, person.now());
        let answered = journal.answer_card(card, &new, tongue, now);
        told(answered, |companion| {
            self.read += 1;
            journal.forget_companion(companion.id).unwrap();
            "a card".to_owned()
        })
    }

    fn hold(&mut self) -> usize {
        let read = std::mem::take(&mut self.read);
        self.bo.anew();
        read
    }
}

/// An envelope with somebody's twelve words.
pub(super) struct Enveloped {
    open: Open,
    read: usize,
}

impl Enveloped {
    pub fn new() -> Enveloped {
        let (open, read) = (Open::new(), 0);
        Enveloped { open, read }
    }
}

impl Reader for Enveloped {
    fn seeds(&self) -> Vec<Vec<u8>> {
        let words = TwelveWords::draw(Tongue::Fr).unwrap();
        let envelope = serde_json::json!({
            "read_me": ["a", "b", "c"], "name": "Aki", "words": words.shown(),
        });
        vec![format!("awai-envelope/1\n{envelope:#}\n").into_bytes()]
    }

    fn read(&mut self, inside: &[u8]) -> Answer {
        let envelope = self.open.seal(inside);
        told(self.open.journal.open_envelope(&envelope), |opened| {
            self.read += 1;
            assert_eq!(opened.words.len(), 12);
            "twelve words".to_owned()
        })
    }

    fn hold(&mut self) -> usize {
        std::mem::take(&mut self.read)
    }
}
