//! Pairing: an invitation, eight words said by voice, a reply; lost and doubled on the way, forged, too late, and
//! by hand.

use awai::{
    Arrived, Cost, Error, InvitationIn, Journal, Paired, SPOKEN_WORDS, SpokenWords, Standing,
};
use awai_tests::Person;
use awai_tests::exchange::{arrived, letter, new_companion, pair, sealed, words_of};
use awai_tests::stock;
use chrono::Duration;

fn open_invitation(journal: &Journal, file: &[u8], words: &SpokenWords) -> InvitationIn {
    let Ok(Arrived::UnderWords(closed)) = journal.look(file) else {
        panic!("an invitation asks for its words");
    };
    match journal.look_under(&closed, words) {
        Ok(Arrived::Invitation(opened)) => *opened,
        _ => panic!("its words open the invitation"),
    }
}

#[test]
fn two_people_pair_with_eight_words_and_know_since_when() {
    let (aki, claire) = (Person::aki(), Person::claire());
    let (mut hers, mut theirs) = (aki.begin(), claire.begin());
    let (to_claire, to_aki) = pair((&aki, &mut hers), (&claire, &mut theirs));
    let claire_there = hers.companion(to_claire).unwrap();
    assert_eq!(claire_there.their_name, "Claire");
    assert_eq!(claire_there.lang, "fr");
    assert_eq!(claire_there.standing, Standing::Open);
    assert!(claire_there.post_quantum);
    let on = aki.now().date_naive();
    assert_eq!(claire_there.paired, Paired::WithWords { on });
    let aki_there = theirs.companion(to_aki).unwrap();
    assert_eq!(
        (aki_there.their_name.as_str(), aki_there.my_name.as_str()),
        ("Aki", "Claire")
    );
    // The invitation is gone, with its words.
    assert!(hers.invitations().unwrap().is_empty());
    assert!(hers.check().unwrap().is_whole() && theirs.check().unwrap().is_whole());
}

#[test]
fn the_words_are_of_the_inviters_language_and_a_stock_program_opens_the_file_with_them() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let new = new_companion("クレール", "秋");
    let invitation = journal
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    assert_eq!(invitation.words.shown().len(), SPOKEN_WORDS);
    assert!(invitation.words.shown().iter().all(|word| !word.is_ascii()));
    assert_eq!(
        invitation.ends_on,
        aki.now().date_naive() + Duration::days(90)
    );
    // They stay to be read until the answer comes.
    let waiting = &journal.invitations().unwrap()[0];
    assert_eq!(waiting.words, invitation.words.shown());
    // Losing the file is no matter: it can be written again, and the same words open it.
    let again = journal
        .invitation_again(invitation.id, Cost::CHEAP)
        .unwrap();
    let bo = Person::bo().begin();
    let opened = open_invitation(&bo, &again.sealed, &invitation.words);
    assert_eq!(opened.called(), "秋");
    let other = SpokenWords::draw(aki.tongue);
    let Ok(Arrived::UnderWords(closed)) = bo.look(&again.sealed) else {
        panic!("an invitation asks for its words");
    };
    assert!(matches!(
        bo.look_under(&closed, &other),
        Err(Error::WordsDoNotOpen)
    ));
}

#[test]
fn an_invitation_and_a_reply_that_come_twice_change_nothing() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let invitation = hers
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let opened = open_invitation(&his, &invitation.sealed, &invitation.words);
    let new = new_companion("Aki", "Bo");
    let accepted = his.accept(&opened, &new, bo.tongue, bo.now()).unwrap();
    // The file comes once more, by another way; the reply was lost.
    let opened = open_invitation(&his, &invitation.sealed, &invitation.words);
    let again = his.accept(&opened, &new, bo.tongue, bo.now()).unwrap();
    assert_eq!(again.companion.id, accepted.companion.id);
    assert_eq!(again.reply, accepted.reply);
    assert_eq!(his.companions().unwrap().len(), 1);
    assert_eq!(
        his.reply_again(accepted.companion.id).unwrap(),
        Some(accepted.reply.clone())
    );
    let Ok(Arrived::Reply(reply)) = hers.look(&accepted.reply) else {
        panic!("the reply is known");
    };
    assert_eq!((reply.called(), reply.their_name()), ("Bo", "Bo"));
    let companion = hers.complete(&reply, aki.now()).unwrap();
    assert!(matches!(
        hers.complete(&reply, aki.now()),
        Err(Error::InvitationUsed)
    ));
    assert!(
        matches!(hers.look(&accepted.reply), Ok(Arrived::PairedAlready(id)) if id == companion.id)
    );
    assert_eq!(hers.companions().unwrap().len(), 1);
}

#[test]
fn an_invitation_works_once_and_a_second_reader_of_the_words_is_told() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut theirs) = (aki.begin(), bo.begin(), claire.begin());
    let new = new_companion("Bo", "Aki");
    let invitation = hers
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let replies: Vec<Vec<u8>> = [(&mut his, &bo), (&mut theirs, &claire)]
        .into_iter()
        .map(|(journal, person)| {
            let opened = open_invitation(journal, &invitation.sealed, &invitation.words);
            let new = new_companion("Aki", person.name);
            let accepted = journal.accept(&opened, &new, person.tongue, person.now());
            accepted.unwrap().reply
        })
        .collect();
    let Ok(Arrived::Reply(first)) = hers.look(&replies[0]) else {
        panic!("the first reply is known");
    };
    hers.complete(&first, aki.now()).unwrap();
    // The second one pairs nobody: whoever else heard the words is not let in.
    assert!(matches!(
        hers.look(&replies[1]),
        Ok(Arrived::PairedAlready(_))
    ));
    assert_eq!(hers.companions().unwrap().len(), 1);
}

#[test]
fn an_invitation_ends_after_ninety_days_on_both_sides() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let invitation = hers
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let opened = open_invitation(&his, &invitation.sealed, &invitation.words);
    let new = new_companion("Aki", "Bo");
    let late = bo.now() + Duration::days(92);
    let refused = his.accept(&opened, &new, bo.tongue, late);
    assert!(matches!(refused, Err(Error::InvitationEnded)));
    let accepted = his.accept(&opened, &new, bo.tongue, bo.now()).unwrap();
    let Ok(Arrived::Reply(reply)) = hers.look(&accepted.reply) else {
        panic!("the reply is known");
    };
    let refused = hers.complete(&reply, aki.now() + Duration::days(91));
    assert!(matches!(refused, Err(Error::InvitationEnded)));
    assert!(hers.invitations().unwrap().is_empty(), "its keys are wiped");
    assert!(matches!(
        hers.look(&accepted.reply),
        Err(Error::NotForThisJournal)
    ));
}

#[test]
fn the_words_of_an_invitation_that_nobody_answered_are_wiped_when_its_time_is_over() {
    let aki = Person::aki();
    let mut hers = aki.begin();
    let new = new_companion("Bo", "Aki");
    hers.invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    for _ in 0..4 {
        assert_eq!(hers.invitations().unwrap().len(), 1);
        hers.close().unwrap();
        aki.later(Duration::days(25));
        hers = aki.open();
    }
    assert!(hers.invitations().unwrap().is_empty());
}

#[test]
fn one_cannot_pair_with_oneself_and_a_withdrawn_invitation_is_answered_by_nobody() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let invitation = hers
        .invite(&new, aki.tongue, Cost::CHEAP, aki.now())
        .unwrap();
    let mine = open_invitation(&hers, &invitation.sealed, &invitation.words);
    let refused = hers.accept(&mine, &new, aki.tongue, aki.now());
    assert!(matches!(refused, Err(Error::InvitationUsed)));
    let opened = open_invitation(&his, &invitation.sealed, &invitation.words);
    let reply = his
        .accept(&opened, &new, bo.tongue, bo.now())
        .unwrap()
        .reply;
    hers.withdraw_invitation(invitation.id).unwrap();
    assert!(matches!(hers.look(&reply), Err(Error::NotForThisJournal)));
}

#[test]
fn a_card_by_hand_pairs_without_words_and_stays_not_checked() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let card = hers
        .make_card(&new_companion("ボー", "秋"), aki.tongue, aki.now())
        .unwrap();
    // Short enough to be typed.
    assert!(card.my_card.len() < 300, "{}", card.my_card.len());
    let aki_there = his
        .answer_card(
            &card.my_card,
            &new_companion("Aki", "Bo"),
            bo.tongue,
            bo.now(),
        )
        .unwrap();
    assert_eq!(aki_there.paired, Paired::NotChecked);
    assert!(!aki_there.post_quantum);
    // A letter that is faster than the card waits for it.
    let file = sealed(
        &bo,
        &mut his,
        &letter(aki_there.id, "Hello from the ferry."),
    );
    assert!(matches!(hers.look(&file), Err(Error::CardFirst)));
    let own = hers.take_card(card.id, &card.my_card, aki.now());
    assert!(
        matches!(own, Err(Error::NotACard)),
        "my own card is nobody's"
    );
    let bo_there = hers
        .take_card(card.id, &aki_there.my_card, aki.now())
        .unwrap();
    assert_eq!(
        (bo_there.paired, bo_there.called.as_str()),
        (Paired::NotChecked, "ボー")
    );
    let came = arrived(&hers, &file);
    assert_eq!(words_of(&came), ["Hello from the ferry."]);
    assert!(
        matches!(&came.face().writer, awai::Writer::Companion { id, .. } if *id == bo_there.id)
    );
    let refused = hers.take_card(card.id, &aki_there.my_card, aki.now());
    assert!(matches!(refused, Err(Error::InvitationUsed)));
}

#[test]
fn resting_ending_and_forgetting_do_what_they_say() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let file = sealed(&bo, &mut his, &letter(to_aki, "The heron was there again."));
    let late = sealed(&bo, &mut his, &letter(to_aki, "And once more."));
    hers.rest_companion(to_bo).unwrap();
    assert_eq!(hers.companion(to_bo).unwrap().standing, Standing::Resting);
    let came = arrived(&hers, &file);
    hers.keep_letter(&came, aki.now()).unwrap();
    hers.take_up_companion(to_bo).unwrap();

    hers.end_companion(to_bo).unwrap();
    let kept = &hers.thread(to_bo).unwrap().letters[0];
    let shown = hers.read_letter(kept.version).unwrap();
    assert!(matches!(shown.face.writer, awai::Writer::Companion { id, .. } if id == to_bo));
    assert!(matches!(hers.look(&late), Err(Error::NotForThisJournal)));
    assert!(matches!(
        hers.take_up_companion(to_bo),
        Err(Error::CompanionEnded)
    ));
    let draft = letter(to_bo, "…");
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    assert!(matches!(
        hers.sealings(id, aki.now()),
        Err(Error::CompanionEnded)
    ));
    assert!(hers.check().unwrap().is_whole());

    hers.forget_companion(to_bo).unwrap();
    assert!(matches!(
        hers.companion(to_bo),
        Err(Error::UnknownCompanion)
    ));
    assert!(matches!(
        hers.read_letter(kept.version),
        Err(Error::NotFound)
    ));
    assert!(hers.check().unwrap().is_whole());
    // Theirs stays theirs.
    assert_eq!(his.thread(to_aki).unwrap().letters.len(), 2);
}

#[test]
fn ending_one_exchange_touches_no_other() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut theirs) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let (_, to_aki) = pair((&aki, &mut hers), (&claire, &mut theirs));
    hers.end_companion(to_bo).unwrap();
    let file = sealed(&claire, &mut theirs, &letter(to_aki, "Le fleuve est gelé."));
    assert_eq!(words_of(&arrived(&hers, &file)), ["Le fleuve est gelé."]);
}

#[test]
fn a_stock_age_program_opens_an_invitation_with_the_words_as_they_are_shown() {
    for person in [Person::aki(), Person::bo(), Person::claire()] {
        let mut journal = person.begin();
        let new = new_companion("…", person.name);
        let made = journal.invite(&new, person.tongue, Cost::CHEAP, person.now());
        let invitation = made.unwrap();
        let phrase = invitation.words.shown().join("-");
        let Some(text) = stock::opened(person.home(), &invitation.sealed, &phrase) else {
            return;
        };
        assert!(text.starts_with("awai-invite/1 "), "{}", person.name);
        assert!(text.contains(&format!("\"called\": \"{}\"", person.name)));
        assert!(text.contains("read_me"));
    }
}
