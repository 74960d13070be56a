//! The names in a letter: everybody who is named is asked about before it leaves, and is one person with one other name
//! towards one companion, in this letter and in the next.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use awai::{CompanionId, Error, Journal, LetterDraft, NameChoice, NameDecision, TieChange, TieId};
use awai_tests::Person;
use awai_tests::exchange::{arrived, letter, pair, sealed, words_of};

fn stands_as(name: &str, other: &str) -> NameDecision {
    NameDecision {
        name: name.to_owned(),
        choice: NameChoice::StandsAs {
            stands_as: other.to_owned(),
        },
    }
}

fn calls(aki: &Person, hers: &mut Journal, tie: TieId, called: &str) {
    let change = TieChange {
        called: Some(called.to_owned()),
        ..TieChange::default()
    };
    hers.change_tie(tie, &change, aki.now()).unwrap();
}

#[test]
fn what_somebody_was_called_earlier_is_a_name_too() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let tie = aki.tie(&mut hers, "小林さん");
    calls(&aki, &mut hers, tie.id, "湖のひと");
    let draft = letter(to_bo, "小林に会った。");
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let found = hers.names_in(id).unwrap();
    assert_eq!(
        (found.len(), found[0].name.as_str(), found[0].tie),
        (1, "小林さん", Some(tie.id))
    );
    assert!(matches!(
        hers.sealings(id, aki.now()),
        Err(Error::NamesUndecided)
    ));
}

#[test]
fn names_are_listed_for_a_decision_and_stay_the_same_towards_one_companion() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    aki.tie(&mut hers, "ミドリさん");
    aki.tie(&mut hers, "Marie Tremblay");
    let text = "みどりが笑った。ﾐﾄﾞﾘさんも。marie wrote; Bo and I did not. Marienbad.";
    let mut draft = letter(to_bo, text);
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let found = hers.names_in(id).unwrap();
    let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        ["Marie Tremblay", "ミドリさん"],
        "not the reader’s own, not a part of a word"
    );
    assert_eq!(found[1].written, ["みどり", "ﾐﾄﾞﾘさん"]);
    assert!(matches!(
        hers.sealings(id, aki.now()),
        Err(Error::NamesUndecided)
    ));
    let as_written = |name: &str| NameDecision {
        name: name.to_owned(),
        choice: NameChoice::AsWritten,
    };
    // Nobody is told apart by a letter that is somebody else's.
    assert_eq!([&*found[0].stands_as, &*found[1].stands_as], ["A.", "B."]);
    let other = found[1].stands_as.clone();
    // A name that is none decides nothing.
    draft.names = vec![
        as_written("Marie Tremblay"),
        stands_as("ミドリさん", " \u{3000}"),
    ];
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let undecided = hers.sealings(id, aki.now());
    assert!(matches!(undecided, Err(Error::NamesUndecided)));
    draft.names = vec![
        as_written("Marie Tremblay"),
        stands_as("ミドリさん", &other),
    ];
    let file = sealed(&aki, &mut hers, &draft);
    let came = arrived(&his, &file);
    let expected = format!("{other}が笑った。{other}も。marie wrote; Bo and I did not. Marienbad.");
    assert_eq!(words_of(&came), [expected]);
    // In the next letter the same name is offered.
    let id = hers
        .keep_letter_draft(None, &letter(to_bo, "ミドリと歩いた。"), aki.now())
        .unwrap();
    assert_eq!(hers.names_in(id).unwrap()[0].stands_as, other);
}

#[test]
fn everybody_who_is_named_is_asked_about_whether_they_are_a_tie_or_a_companion() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut theirs) = (aki.begin(), bo.begin(), claire.begin());
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut theirs));
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    aki.tie(&mut hers, "Marguerite");
    for (to, other) in [(to_bo, "Claire"), (to_claire, "Bo")] {
        let draft = letter(to, "Claire, Bo, Marguerite.");
        let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
        let mut found = hers.names_in(id).unwrap();
        found.sort_by(|one, other| one.name.cmp(&other.name));
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, [other, "Marguerite"]);
        assert_ne!(found[0].stands_as, found[1].stands_as);
    }
}

#[test]
fn somebody_found_under_an_old_and_a_new_name_is_one_person_with_one_other_name() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let tie = aki.tie(&mut hers, "小林さん").id;
    aki.tie(&mut hers, "千代");
    // The first letter knows the first name alone.
    let mut first = letter(to_bo, "小林さんと歩いた。千代も。");
    let found = |hers: &mut Journal, draft: &LetterDraft| {
        let id = hers.keep_letter_draft(None, draft, aki.now()).unwrap();
        let found = hers.names_in(id).unwrap();
        hers.drop_letter_draft(id).unwrap();
        found
    };
    let two = found(&mut hers, &first);
    assert_eq!(two.len(), 2);
    first.names = two
        .iter()
        .map(|one| stands_as(&one.name, &one.stands_as))
        .collect();
    let other = two.iter().find(|one| one.tie == Some(tie)).unwrap();
    let other = other.stands_as.clone();
    sealed(&aki, &mut hers, &first);
    // Renamed, they keep the other name, under whichever of their names they are found.
    calls(&aki, &mut hers, tie, "湖のひと");
    let mut both = letter(to_bo, "湖のひとは、小林さんと呼ばれていた。");
    let one = found(&mut hers, &both);
    assert_eq!(one.len(), 1, "{one:?}");
    assert_eq!((one[0].name.as_str(), one[0].tie), ("湖のひと", Some(tie)));
    assert_eq!(one[0].written, ["小林さん", "湖のひと"]);
    assert_eq!(one[0].stands_as, other);
    // A decision under either name is a decision about the person.
    for name in ["湖のひと", "小林さん"] {
        both.names = vec![stands_as(name, &other)];
        let came = arrived(&his, &sealed(&aki, &mut hers, &both));
        assert_eq!(
            words_of(&came),
            [format!("{other}は、{other}と呼ばれていた。")]
        );
    }
    let only_new = found(&mut hers, &letter(to_bo, "湖のひとに会った。"));
    assert_eq!(only_new[0].stands_as, other);
}

#[test]
fn what_stood_for_somebody_in_an_earlier_letter_is_offered_for_nobody_else() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    aki.tie(&mut hers, "小林さん");
    aki.tie(&mut hers, "千代");
    let offered = |hers: &mut Journal, draft: &LetterDraft| {
        let id = hers.keep_letter_draft(None, draft, aki.now()).unwrap();
        let found = hers.names_in(id).unwrap();
        hers.drop_letter_draft(id).unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].stands_as.clone()
    };
    let mut first = letter(to_bo, "小林さんと歩いた。");
    let before = offered(&mut hers, &letter(to_bo, "千代と歩いた。"));
    let one = offered(&mut hers, &first);
    assert_eq!(one, before, "nobody has it yet");
    first.names = vec![stands_as("小林さん", &one)];
    sealed(&aki, &mut hers, &first);
    let other = offered(&mut hers, &letter(to_bo, "千代と歩いた。"));
    assert_ne!(other, one, "the same letters would tell of one person");
}

#[test]
fn a_companion_and_the_tie_they_are_linked_to_are_one_person() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut third) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut third));
    let tie = aki.tie(&mut hers, "フランスの友").id;
    hers.link_companion(to_claire, Some(tie)).unwrap();
    let linked = |id: CompanionId| hers.companion(id).unwrap().tie;
    assert_eq!((linked(to_claire), linked(to_bo)), (Some(tie), None));
    let draft = letter(to_bo, "フランスの友、Claireのこと。");
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let found = hers.names_in(id).unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].tie, Some(tie));
    // To Claire herself neither of her names is somebody else's.
    let draft = letter(to_claire, "フランスの友、Claireのこと。");
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    assert!(hers.names_in(id).unwrap().is_empty());
}
