//! After a letter left: to whom it went, the words that are asked for again, and what an exchange that rests or has
//! ended still lets through.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use awai::{
    AgreementAnswer, Arrived, AskedWording, CompanionId, Cost, Error, GoOn, Headway, Journal,
    LetterDraft, LetterKind, LetterStanding, NamesUnderWords, ReflectionId, Rest, SealedFor, Stage,
    Standing, Watch,
};
use awai_tests::Person;
use awai_tests::exchange::{arrived, from_page, letter, pair, sealed, sealings, words_of};

fn to_marguerite(journal: &Journal, page: ReflectionId) -> LetterDraft {
    LetterDraft {
        to: Vec::new(),
        under_words: Some(NamesUnderWords {
            my_name: "Claire".to_owned(),
            their_name: "Marguerite".to_owned(),
        }),
        parts: vec![from_page(journal, page, &[0])],
        ..letter(CompanionId::fresh(), "")
    }
}

fn opened_under(journal: &Journal, file: &[u8], words: &awai::SpokenWords) -> Vec<String> {
    let Ok(Arrived::UnderWords(closed)) = journal.look(file) else {
        panic!("it asks for words");
    };
    let Ok(Arrived::Letter(came)) = journal.look_under(&closed, words) else {
        panic!("these words open it");
    };
    words_of(&came)
}

#[test]
fn what_was_given_under_words_is_known_by_name_and_its_words_can_be_asked_for_again() {
    let (claire, bo) = (Person::claire(), Person::bo());
    let (mut hers, his) = (claire.begin(), bo.begin());
    let page = claire.write(&mut hers, "Une lampe dans la fenêtre.");
    let draft = to_marguerite(&hers, page);
    let all = sealings(&claire, &mut hers, &draft);
    let file = hers
        .seal_under_words(
            &all[0],
            Rest::SendNow,
            claire.tongue,
            Cost::CHEAP,
            claire.now(),
        )
        .unwrap();
    let given = hers.given_of(page).unwrap();
    assert_eq!(
        (given[0].to, given[0].called.as_str()),
        (None, "Marguerite")
    );
    drop(hers);
    // A week later she has lost them.
    claire.later(chrono::Duration::days(7));
    let mut hers = claire.open();
    let line = hers.letters_of_nobody().unwrap().remove(0);
    assert_eq!(line.given_to, "Marguerite");
    let words = hers.words_of_letter(line.version).unwrap().unwrap();
    assert_eq!(words.shown(), file.words.shown());
    assert_eq!(
        opened_under(&his, &file.bytes, &words),
        ["Une lampe dans la fenêtre."]
    );
    // And the file as well: the same words open the new one, and the page around it.
    let watch = &mut Watch::nobody();
    let again = hers
        .seal_again_under_words(line.version, Cost::CHEAP, watch)
        .unwrap();
    assert_eq!(again.words.shown(), words.shown());
    assert_ne!(again.bytes, file.bytes);
    for bytes in [again.bytes.clone(), again.for_a_browser().unwrap().into()] {
        assert_eq!(
            opened_under(&his, &bytes, &words),
            ["Une lampe dans la fenêtre."]
        );
    }
    assert!(hers.check().unwrap().is_whole());
    // What is erased here can be opened from here no more, and nobody is named.
    hers.erase_letter(line.version).unwrap();
    assert!(hers.words_of_letter(line.version).unwrap().is_none());
    let refused = hers.seal_again_under_words(line.version, Cost::CHEAP, watch);
    assert!(matches!(refused, Err(Error::NotFound)));
    assert_eq!(hers.given_of(page).unwrap()[0].called, "");
    assert_eq!(hers.letters_of_nobody().unwrap()[0].given_to, "");
    assert!(hers.check().unwrap().is_whole());
}

#[test]
fn the_words_of_a_letter_are_in_a_copy_of_the_journal_and_in_the_chain() {
    let claire = Person::claire();
    let mut hers = claire.begin();
    let page = claire.write(&mut hers, "Une lampe.");
    let draft = to_marguerite(&hers, page);
    let sealing = sealings(&claire, &mut hers, &draft).remove(0);
    let seal = |hers: &mut Journal| {
        hers.seal_under_words(
            &sealing,
            Rest::SendNow,
            claire.tongue,
            Cost::CHEAP,
            claire.now(),
        )
    };
    seal(&mut hers).unwrap();
    // The draft is gone with it: the same cannot be sealed with other words beside these.
    assert!(matches!(seal(&mut hers), Err(Error::NotFound)));
    let copy = hers.begin_backup(None, claire.now(), &mut Watch::nobody());
    assert!(copy.unwrap().check(&mut Watch::nobody()).is_ok());
    let report = hers.check().unwrap();
    assert!(report.is_whole());
}

/// A letter for two companions, and for Mika under words.
fn for_three(one: CompanionId, other: CompanionId) -> LetterDraft {
    LetterDraft {
        to: vec![one, other],
        under_words: Some(NamesUnderWords {
            my_name: "Aki".to_owned(),
            their_name: "Mika".to_owned(),
        }),
        ..letter(one, "三人に。")
    }
}

#[test]
fn all_readers_have_their_letters_or_nobody_has() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut third) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut third));
    let draft = for_three(to_bo, to_claire);
    let all = sealings(&aki, &mut hers, &draft);
    let with = (aki.tongue, Cost::CHEAP);
    let (mut told, mut stop_at) = (Vec::new(), 1);
    let mut stop = |at: Headway| {
        told.push(at);
        stop_at -= i32::from(at.done > at.of / 2);
        match stop_at < 0 {
            true => GoOn::No,
            false => GoOn::Yes,
        }
    };
    let watch = &mut Watch::new(&mut stop);
    let stopped = hers.seal_letters(&all, Rest::SendNow, with, aki.now(), watch);
    assert!(matches!(stopped, Err(Error::Stopped)));
    assert!(told.windows(2).all(|two| two[0].done <= two[1].done));
    assert!(told.iter().all(|at| at.stage == Stage::Sealing));
    let there = |hers: &Journal, id| hers.thread(id).unwrap().letters.len();
    assert_eq!((there(&hers, to_bo), there(&hers, to_claire)), (0, 0));
    assert!(hers.letters_of_nobody().unwrap().is_empty());
    // The draft is as it was, and may be changed before it goes.
    let id = hers.letter_drafts().unwrap()[0].id;
    let changed = LetterDraft {
        cover: "どうぞ。".to_owned(),
        ..draft
    };
    hers.keep_letter_draft(Some(id), &changed, aki.now())
        .unwrap();
    let all = hers.sealings(id, aki.now()).unwrap();
    let watch = &mut Watch::nobody();
    let sealed = hers
        .seal_letters(&all, Rest::SendNow, with, aki.now(), watch)
        .unwrap();
    assert!(hers.letter_drafts().unwrap().is_empty());
    for one in sealed {
        match one {
            SealedFor::Companion(to, sealed) => {
                let journal = if to == to_bo { &his } else { &third };
                let came = arrived(journal, &sealed.bytes);
                assert_eq!(came.face().recipients, ["Bo", "Claire", "Mika"]);
                assert_eq!(came.face().cover, "どうぞ。");
            }
            SealedFor::UnderWords(sealed) => {
                assert_eq!(
                    opened_under(&his, &sealed.bytes, &sealed.words),
                    ["三人に。"]
                );
            }
        }
    }
}

#[test]
fn how_far_it_is_goes_on_over_each_letter_and_each_copy_of_mine_and_ends_when_all_are_kept() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut third) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut third));
    let draft = for_three(to_bo, to_claire);
    let all = sealings(&aki, &mut hers, &draft);
    let with = (aki.tongue, Cost::CHEAP);
    // Whoever stops it at the very last has none of them.
    let mut stop = |at: Headway| match at.done == at.of {
        true => GoOn::No,
        false => GoOn::Yes,
    };
    let watch = &mut Watch::new(&mut stop);
    let stopped = hers.seal_letters(&all, Rest::SendNow, with, aki.now(), watch);
    assert!(matches!(stopped, Err(Error::Stopped)));
    assert!(hers.thread(to_bo).unwrap().letters.is_empty());
    assert!(hers.letters_of_nobody().unwrap().is_empty());
    assert_eq!(hers.letter_drafts().unwrap().len(), 1);
    let (mut told, mut of) = (Vec::new(), Vec::new());
    let mut note = |at: Headway| {
        told.push(at.done);
        of.push(at.of);
        GoOn::Yes
    };
    let watch = &mut Watch::new(&mut note);
    hers.seal_letters(&all, Rest::SendNow, with, aki.now(), watch)
        .unwrap();
    // One half of the way is sealing, the other is keeping; each reader has as much of both as their letter is long.
    let sizes = [0, 1, 2].map(|n: usize| u32::try_from(all[n].size()).unwrap());
    let [one, two, three] = sizes;
    let half = one + two + three;
    assert!(of.iter().all(|of| *of == 2 * half), "{of:?} of {half}");
    let (sealing, keeping) = told.split_at(3);
    assert_eq!(sealing[..2], [one, one + two]);
    // Under words the first line is a shorter one: it vouches for nobody.
    assert!(sealing[2] > half - three / 2 && sealing[2] < half);
    assert_eq!(
        keeping,
        [
            half,
            half + one / 2,
            half + one,
            half + one + two / 2,
            half + one + two,
            half + one + two + three / 2,
            2 * half,
        ]
    );
}

#[test]
fn an_exchange_that_ended_is_read_and_erased_and_nothing_goes_out_any_more() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let theirs = sealed(&bo, &mut his, &letter(to_aki, "Hello."));
    hers.keep_letter(&arrived(&hers, &theirs), aki.now())
        .unwrap();
    sealed(&aki, &mut hers, &letter(to_bo, "はい。"));
    let release = LetterDraft {
        kind: LetterKind::Release,
        parts: Vec::new(),
        releases: vec![his.thread(to_aki).unwrap().letters[0].id],
        ..letter(to_aki, "")
    };
    let release = sealed(&bo, &mut his, &release);
    hers.keep_letter(&arrived(&hers, &release), aki.now())
        .unwrap();
    hers.end_companion(to_bo).unwrap();
    // Words that were begun stay words of a draft; they only cannot be sealed.
    for kind in [
        LetterKind::Letter,
        LetterKind::Echo,
        LetterKind::Release,
        LetterKind::Question,
        LetterKind::Agreement,
    ] {
        let draft = LetterDraft {
            kind,
            ..letter(to_bo, "まだ。")
        };
        let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
        let refused = hers.sealings(id, aki.now());
        assert!(matches!(refused, Err(Error::CompanionEnded)), "{kind:?}");
        assert!(matches!(hers.names_in(id), Err(Error::CompanionEnded)));
        assert_eq!(hers.letter_draft(id).unwrap().draft, draft);
    }
    let lines = hers.thread(to_bo).unwrap().letters;
    let again = hers.seal_again(to_bo, lines[1].id, &mut Watch::nobody());
    assert!(matches!(again, Err(Error::CompanionEnded)));
    let answer = AgreementAnswer {
        asked: AskedWording {
            question: "agreement-1".parse().unwrap(),
            n: 1,
            text: "?".to_owned(),
            lang: "en".to_owned(),
        },
        text: vec!["…".to_owned()],
    };
    let refused = hers.answer_agreement(to_bo, "", &[answer], aki.now());
    assert!(matches!(refused, Err(Error::CompanionEnded)));
    // What is here is read; a wish to let go is shown, and followed.
    assert_eq!(
        hers.read_letter(lines[0].version).unwrap().parts[0].text,
        "Hello."
    );
    assert!(lines[0].released);
    hers.erase_letter(lines[0].version).unwrap();
    let standing = hers.thread(to_bo).unwrap().letters[0].standing;
    assert_eq!(standing, LetterStanding::Erased);
}

#[test]
fn letters_come_and_go_while_an_exchange_rests() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    hers.rest_companion(to_bo).unwrap();
    let out = sealed(&aki, &mut hers, &letter(to_bo, "やすみの便り。"));
    assert_eq!(words_of(&arrived(&his, &out)), ["やすみの便り。"]);
    let back = sealed(&bo, &mut his, &letter(to_aki, "Take your time."));
    hers.keep_letter(&arrived(&hers, &back), aki.now()).unwrap();
    let one = hers.companion(to_bo).unwrap();
    assert_eq!(one.standing, Standing::Resting, "it rests on");
    assert_eq!(hers.thread(to_bo).unwrap().letters.len(), 2);
}
