//! Two people who exchange letters: pairing them, and carrying files from one to the other.

use awai::{
    Arrived, Companion, CompanionId, Cost, DatePrecision, Incoming, Journal, Leaves, LetterDraft,
    LetterKind, NewCompanion, Now, PartDraft, PartSource, ReflectionId, Rest, Sealing, Tongue,
};

use crate::Person;

/// What somebody calls a companion, and the name they choose towards them.
pub fn new_companion(called: &str, my_name: &str) -> NewCompanion {
    NewCompanion {
        called: called.to_owned(),
        my_name: my_name.to_owned(),
        tie: None,
    }
}

/// One of two who are paired: their journal, how the other is called in it and what they are called themselves, the
/// language they speak, and the time by their clock.
pub type Side<'j> = (&'j mut Journal, NewCompanion, Tongue, Now);

/// Pairs two people with words, and says what each is to the other.
///
/// # Panics
/// When any step is refused.
pub fn pair(
    (one, journal): (&Person, &mut Journal),
    (other, theirs): (&Person, &mut Journal),
) -> (CompanionId, CompanionId) {
    let new = new_companion(other.name, one.name);
    let answer = new_companion(one.name, other.name);
    pair_journals(
        (journal, new, one.tongue, one.now()),
        (theirs, answer, other.tongue, other.now()),
    )
}

/// The same with two journals: the first invites.
///
/// # Panics
/// When any step is refused.
pub fn pair_journals(
    (journal, new, tongue, now): Side<'_>,
    (theirs, answer, their_tongue, their_now): Side<'_>,
) -> (CompanionId, CompanionId) {
    let invitation = journal.invite(&new, tongue, Cost::CHEAP, now);
    let invitation = invitation.expect("an invitation can be made");
    let Ok(Arrived::UnderWords(closed)) = theirs.look(&invitation.sealed) else {
        panic!("an invitation asks for its words");
    };
    let Ok(Arrived::Invitation(opened)) = theirs.look_under(&closed, &invitation.words) else {
        panic!("its words open the invitation");
    };
    let accepted = theirs.accept(&opened, &answer, their_tongue, their_now);
    let accepted = accepted.expect("the invitation can be accepted");
    let Ok(Arrived::Reply(reply)) = journal.look(&accepted.reply) else {
        panic!("the reply is known by whoever invited");
    };
    let companion: Companion = journal
        .complete(&reply, now)
        .expect("the reply can be taken in");
    (companion.id, accepted.companion.id)
}

/// A letter that is to hold these words, with nothing else chosen.
pub fn letter(to: CompanionId, words: &str) -> LetterDraft {
    LetterDraft {
        date: DatePrecision::None,
        parts: vec![part(words)],
        ..LetterDraft::empty(LetterKind::Letter, vec![to], "")
    }
}

/// Words written for a letter.
pub fn part(words: &str) -> PartDraft {
    PartDraft {
        source: PartSource::Words {
            title: String::new(),
            text: words.to_owned(),
            asked: None,
        },
        answers: None,
    }
}

/// The letters of a draft as they would leave, the draft being kept.
///
/// # Panics
/// When it cannot be put together.
pub fn sealings(person: &Person, journal: &mut Journal, draft: &LetterDraft) -> Vec<Sealing> {
    sealings_at(person.now(), journal, draft)
}

fn sealings_at(now: Now, journal: &mut Journal, draft: &LetterDraft) -> Vec<Sealing> {
    let id = journal.keep_letter_draft(None, draft, now);
    let id = id.expect("a draft can be kept");
    journal
        .sealings(id, now)
        .expect("the letter can be put together")
}

/// Seals a draft for its one reader, now.
///
/// # Panics
/// When it cannot be sealed.
pub fn sealed(person: &Person, journal: &mut Journal, draft: &LetterDraft) -> Vec<u8> {
    sealed_at(person.now(), journal, draft)
}

/// The same, at this time.
///
/// # Panics
/// When it cannot be sealed.
pub fn sealed_at(now: Now, journal: &mut Journal, draft: &LetterDraft) -> Vec<u8> {
    let all = sealings_at(now, journal, draft);
    let [sealing] = all.as_slice() else {
        panic!("the letter has one reader");
    };
    journal
        .seal_letter(sealing, Rest::SendNow, now)
        .expect("the letter can be sealed")
        .bytes
}

/// A letter that came in, looked at and not kept.
///
/// # Panics
/// When it is none.
pub fn arrived(journal: &Journal, file: &[u8]) -> Incoming {
    match journal.look(file) {
        Ok(Arrived::Letter(incoming)) => *incoming,
        Ok(_) => panic!("the file is no letter"),
        Err(error) => panic!("the letter was refused: {error}"),
    }
}

/// The words of a letter that came in, passage by passage.
pub fn words_of(incoming: &Incoming) -> Vec<String> {
    let parts = incoming.letter().parts.iter();
    parts.map(|part| part.text.join("\n")).collect()
}

/// Chosen passages of a page, counted from nothing, and nothing else of it.
///
/// # Panics
/// When the page is not offered.
pub fn from_page(journal: &Journal, page: ReflectionId, passages: &[u32]) -> PartDraft {
    PartDraft {
        source: PartSource::Page {
            page,
            rev: journal.offer(page).expect("the page is offered").rev,
            passages: passages.to_vec(),
            title: Leaves::Stays,
            asked: None,
            date: DatePrecision::None,
        },
        answers: None,
    }
}
