//! The end of an exchange: before the keys go, the wish that my letters be no longer kept can be said once more, for
//! all of them; the other side sees it, and follows it or not.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use awai::{
    CompanionId, Cost, Error, Journal, LetterDraft, LetterId, LetterKind, LetterLine,
    LetterStanding, MOST_RELEASES, OutAs, OutAsk, OutForm, OutLetters, Rest, Standing, Watch,
    Whose,
};
use awai_tests::Person;
use awai_tests::exchange::{arrived, letter, new_companion, pair, part, sealed};
use awai_tests::stranger::written_in;

fn ids(lines: &[LetterLine]) -> Vec<LetterId> {
    lines.iter().map(|line| line.id).collect()
}

fn releases(journal: &Journal, to: CompanionId, named: &[LetterId]) -> Vec<LetterDraft> {
    journal.releases_of(to, named, "ja").unwrap()
}

/// Seals a letter, and the other keeps it.
fn goes(
    (one, journal): (&Person, &mut Journal),
    (other, theirs): (&Person, &mut Journal),
    draft: &LetterDraft,
) {
    let file = sealed(one, journal, draft);
    theirs
        .keep_letter(&arrived(theirs, &file), other.now())
        .unwrap();
}

/// The words that stand of the letters of one side, the earliest first.
fn words_here(journal: &Journal, with: CompanionId, whose: Whose) -> Vec<String> {
    let lines = journal.thread(with).unwrap().letters;
    let read = |line: &LetterLine| journal.read_letter(line.version).ok();
    lines
        .iter()
        .filter(|line| line.whose == whose)
        .filter_map(read)
        .flat_map(|letter| letter.parts)
        .map(|part| part.text)
        .collect()
}

#[test]
fn before_it_ends_all_of_my_letters_are_named_in_one_wish_and_the_other_follows_it() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    for words in ["一通目。", "二通目。"] {
        goes((&aki, &mut hers), (&bo, &mut his), &letter(to_bo, words));
    }
    let reply = letter(to_aki, "Bo's own.");
    goes((&bo, &mut his), (&aki, &mut hers), &reply);
    let echo = LetterDraft {
        kind: LetterKind::Echo,
        answers: Some(hers.thread(to_bo).unwrap().letters[2].id),
        ..letter(to_bo, "こだま。")
    };
    goes((&aki, &mut hers), (&bo, &mut his), &echo);
    // One more is on its way when it ends.
    let late = sealed(&aki, &mut hers, &letter(to_bo, "遅れた便り。"));

    let before = hers.before_ending(to_bo).unwrap();
    assert_eq!(before.letters.len(), 4, "mine, and none of his");
    assert!(before.letters.iter().all(|line| line.whose == Whose::Mine));
    assert_eq!((before.most, before.wishes.len()), (MOST_RELEASES, 0));
    assert!(!before.begun && !before.reply_waits && !before.invitation_waits);
    // A copy that is erased here is still theirs to keep.
    hers.erase_letter(before.letters[0].version).unwrap();
    let named = ids(&hers.before_ending(to_bo).unwrap().letters);
    assert_eq!(named.len(), 4);
    let all = releases(&hers, to_bo, &named);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].releases, named);
    let wish = sealed(&aki, &mut hers, &all[0]);
    let before = hers.before_ending(to_bo).unwrap();
    assert!(before.letters.is_empty(), "all of them are released");
    assert_eq!(before.wishes.len(), 1);
    hers.end_companion(to_bo).unwrap();

    his.keep_letter(&arrived(&his, &wish), bo.now()).unwrap();
    his.keep_letter(&arrived(&his, &late), bo.now()).unwrap();
    let lines = his.thread(to_aki).unwrap().letters;
    for line in &lines {
        let is_named = line.whose == Whose::Theirs && line.kind != LetterKind::Release;
        assert_eq!(line.released, is_named, "{:?}", line.kind);
    }
    assert_eq!(words_here(&his, to_aki, Whose::Theirs).len(), 4);
    let wish = lines
        .iter()
        .find(|line| line.kind == LetterKind::Release)
        .unwrap();
    assert_eq!(his.read_letter(wish.version).unwrap().releases, named);
    his.follow_release(wish.version).unwrap();
    assert_eq!(
        words_here(&his, to_aki, Whose::Theirs),
        Vec::<String>::new()
    );
    assert_eq!(words_here(&his, to_aki, Whose::Mine), ["Bo's own."]);
    let after = his.thread(to_aki).unwrap();
    // Doing it again changes nothing.
    his.follow_release(wish.version).unwrap();
    for line in &after.letters {
        if line.standing == LetterStanding::Erased {
            his.erase_letter(line.version).unwrap();
        }
    }
    assert_eq!(his.thread(to_aki).unwrap(), after);
    assert!(after.missing.is_empty());
    assert!(his.check().unwrap().is_whole() && hers.check().unwrap().is_whole());
}

#[test]
fn only_some_can_be_named_and_a_wish_names_nobody_elses_letters() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut hers_too) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut hers_too));
    // One letter that went to both is released towards one of them.
    let both = LetterDraft {
        to: vec![to_bo, to_claire],
        ..letter(to_bo, "ふたりに。")
    };
    let id = hers.keep_letter_draft(None, &both, aki.now()).unwrap();
    for sealing in hers.sealings(id, aki.now()).unwrap() {
        let sealed = hers
            .seal_letter(&sealing, Rest::SendNow, aki.now())
            .unwrap();
        if sealing.to() == Some(to_bo) {
            his.keep_letter(&arrived(&his, &sealed.bytes), bo.now())
                .unwrap();
        }
    }
    goes((&aki, &mut hers), (&bo, &mut his), &letter(to_bo, "残る。"));
    goes((&bo, &mut his), (&aki, &mut hers), &letter(to_aki, "His."));
    let named = ids(&hers.before_ending(to_bo).unwrap().letters);
    let stranger = hers.releases_of(to_bo, &[LetterId::fresh()], "ja");
    assert!(matches!(stranger, Err(Error::NotFound)));
    let wish = releases(&hers, to_bo, &named[..1]).remove(0);
    goes((&aki, &mut hers), (&bo, &mut his), &wish);
    assert_eq!(
        ids(&hers.before_ending(to_bo).unwrap().letters),
        named[1..],
        "the other one can still be named"
    );
    let with_claire = hers.before_ending(to_claire).unwrap().letters;
    assert_eq!(ids(&with_claire), named[..1], "Claire was asked nothing");
    let last = his.thread(to_aki).unwrap().letters.pop().unwrap();
    his.follow_release(last.version).unwrap();
    assert_eq!(words_here(&his, to_aki, Whose::Theirs), ["残る。"]);

    // Nothing, a letter of his, one that is released already.
    let his_letter = hers.thread(to_bo).unwrap().letters[2].clone();
    assert_eq!(his_letter.whose, Whose::Theirs);
    let none = hers.releases_of(to_bo, &[], "ja");
    assert!(matches!(none, Err(Error::NothingChosen)));
    for other in [his_letter.id, named[0], LetterId::fresh()] {
        let refused = hers.releases_of(to_bo, &[named[1], other], "ja");
        assert!(matches!(refused, Err(Error::NotFound)));
    }
    // A letter that is no wish, and a wish of mine, are not followed.
    let mine = hers.before_ending(to_bo).unwrap().wishes[0].version;
    for other in [his_letter.version, mine] {
        assert!(matches!(hers.follow_release(other), Err(Error::NotFound)));
    }
    assert_eq!(words_here(&hers, to_bo, Whose::Theirs), ["His."]);
}

#[test]
fn one_wish_names_five_hundred_letters_and_not_one_more() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let many: Vec<LetterId> = (0..=MOST_RELEASES).map(|_| LetterId::fresh()).collect();
    let naming = |named: &[LetterId]| LetterDraft {
        kind: LetterKind::Release,
        parts: Vec::new(),
        releases: named.to_vec(),
        ..letter(to_bo, "")
    };
    let most = &many[..MOST_RELEASES];
    goes((&aki, &mut hers), (&bo, &mut his), &naming(most));
    let wish = his.thread(to_aki).unwrap().letters[0].version;
    assert_eq!(his.read_letter(wish).unwrap().releases, most);
    his.follow_release(wish).unwrap();
    let id = hers.keep_letter_draft(None, &naming(&many), aki.now());
    let refused = hers.sealings(id.unwrap(), aki.now());
    assert!(matches!(refused, Err(Error::LetterTooMuch)));
}

#[test]
fn what_is_begun_or_waits_is_known_before_it_ends_and_stays_as_it_is_told() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    sealed(&aki, &mut hers, &letter(to_bo, "一通。"));
    let begun = letter(to_bo, "書きかけ。");
    let begun = hers.keep_letter_draft(None, &begun, aki.now()).unwrap();
    let invitation = hers
        .invite(
            &new_companion("クレール", "Aki"),
            aki.tongue,
            Cost::CHEAP,
            aki.now(),
        )
        .unwrap();
    let before = hers.before_ending(to_bo).unwrap();
    assert!(before.begun && before.invitation_waits && !before.reply_waits);
    // The side that accepted: its reply waits until a letter has come.
    assert!(his.before_ending(to_aki).unwrap().reply_waits);
    let file = sealed(&aki, &mut hers, &letter(to_bo, "返事は着いた。"));
    let came = arrived(&his, &file);
    assert!(his.before_ending(to_aki).unwrap().reply_waits);
    his.keep_letter(&came, bo.now()).unwrap();
    assert!(!his.before_ending(to_aki).unwrap().reply_waits);
    his.end_companion(to_aki).unwrap();
    assert!(!his.before_ending(to_aki).unwrap().reply_waits);
    assert!(his.reply_again(to_aki).unwrap().is_none());

    hers.end_companion(to_bo).unwrap();
    assert!(hers.letter_draft(begun).is_ok(), "its words stay");
    let refused = hers.sealings(begun, aki.now());
    assert!(matches!(refused, Err(Error::CompanionEnded)));
    assert_eq!(hers.invitations().unwrap()[0].id, invitation.id);
    // No wish can be written any more, and none is offered.
    let after = hers.before_ending(to_bo).unwrap();
    assert!(after.letters.is_empty() && after.begun);
    let mine = hers.thread(to_bo).unwrap().letters[0].id;
    let refused = hers.releases_of(to_bo, &[mine], "ja");
    assert!(matches!(refused, Err(Error::NotFound)));
    let lost = hers.seal_again(to_bo, mine, &mut Watch::nobody());
    assert!(matches!(lost, Err(Error::CompanionEnded)));
}

#[test]
fn of_an_exchange_that_ended_my_own_letters_are_taken_out_without_anybody_elses() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let mine = LetterDraft {
        parts: vec![part("わたしのことば。")],
        ..letter(to_bo, "")
    };
    goes((&aki, &mut hers), (&bo, &mut his), &mine);
    goes(
        (&bo, &mut his),
        (&aki, &mut hers),
        &letter(to_aki, "His words."),
    );
    hers.end_companion(to_bo).unwrap();
    assert_eq!(hers.companion(to_bo).unwrap().standing, Standing::Ended);
    for form in OutForm::ALL {
        let ask = OutAsk {
            form,
            out_as: OutAs::InClear,
            letters: OutLetters::Mine,
        };
        let to = aki.home().join(form.word());
        let taken = hers
            .take_out(ask, &aki.phrase(), Cost::CHEAP, aki.tongue, &to, aki.now())
            .unwrap();
        assert_eq!(taken.letters, 1);
        let words = written_in(&to);
        assert!(words.contains("わたしのことば。"), "{form:?}");
        assert!(!words.contains("His words."), "{form:?}");
    }
}
