//! What we move toward, what keeps us company, words of one's own, a practice: free words and nothing that counts.

use awai::{
    Error, IntentionState, Journal, NewCompany, NewIntention, NewMyWord, NewTry, Practice, Wording,
};
use awai_tests::Person;

fn toward(text: &str) -> NewIntention {
    NewIntention {
        toward: text.to_owned(),
        lang: "en".to_owned(),
        ..NewIntention::default()
    }
}

fn names(journal: &Journal) -> Vec<String> {
    let company = journal.company().unwrap();
    company
        .into_iter()
        .map(|one| one.words.who_or_what)
        .collect()
}

#[test]
fn an_intention_is_alive_rests_or_is_let_go_and_what_was_tried_stands_under_it() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sam = bo.tie(&mut journal, "Sam").id;
    let more = NewIntention {
        ties: vec![sam],
        ..toward("more Tuesdays by the river")
    };
    let id = journal.add_intention(&more, bo.now()).unwrap();
    let other = journal.add_intention(&toward("singing"), bo.now()).unwrap();
    let tried = NewTry {
        what_we_try: "one Tuesday without telephones".to_owned(),
        around_when: "when the ice is gone".to_owned(),
        ..NewTry::default()
    };
    let first = journal.add_try(id, &tried).unwrap();
    let told = NewTry {
        what_surprised: "Sam sang".to_owned(),
        ..tried.clone()
    };
    journal.change_try(first, &told).unwrap();
    let intention = journal.intention(id).unwrap();
    assert_eq!(intention.state, IntentionState::Alive);
    assert_eq!(intention.ties, [sam]);
    assert_eq!(intention.first_written, bo.now());
    assert_eq!(intention.tries.len(), 1);
    assert_eq!(intention.tries[0].words, told);
    let room = journal.tie_room(sam).unwrap();
    assert_eq!(room.toward, [intention]);

    for state in [IntentionState::LetGo, IntentionState::Resting] {
        journal.set_intention_state(other, state).unwrap();
        let states: Vec<_> = journal
            .intentions()
            .unwrap()
            .iter()
            .map(|one| one.state)
            .collect();
        assert_eq!(states, [IntentionState::Alive, state]);
    }
    journal
        .change_intention(id, &toward("evenings"), bo.now())
        .unwrap();
    assert!(journal.tie_room(sam).unwrap().toward.is_empty());
    assert!(journal.check().unwrap().is_whole());

    journal.erase_try(first).unwrap();
    assert!(journal.intention(id).unwrap().tries.is_empty());
    journal.erase_intention(id).unwrap();
    assert!(matches!(journal.intention(id), Err(Error::NotHere)));
    assert!(matches!(journal.add_try(id, &tried), Err(Error::NotHere)));
    assert!(matches!(
        journal.add_intention(&toward("  "), bo.now()),
        Err(Error::NothingWritten)
    ));
    assert!(matches!(
        journal.add_try(other, &NewTry::default()),
        Err(Error::NothingWritten)
    ));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn an_intention_stays_when_its_tie_is_erased() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let tie = claire.tie(&mut journal, "Marie").id;
    let more = NewIntention {
        ties: vec![tie],
        ..toward("des matins")
    };
    let id = journal.add_intention(&more, claire.now()).unwrap();
    journal.erase_tie(tie).unwrap();
    assert!(journal.intention(id).unwrap().ties.is_empty());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn company_stands_in_the_order_one_gave_it() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let mut ids = Vec::new();
    for who in ["川", "祖母の歌", "ハル", "図書館"] {
        let new = NewCompany {
            who_or_what: who.to_owned(),
            how: "夜でもいい".to_owned(),
            lang: "ja".to_owned(),
        };
        ids.push(journal.add_company(&new).unwrap());
    }
    journal.move_company(ids[3], Some(ids[0])).unwrap();
    journal.move_company(ids[1], None).unwrap();
    assert_eq!(names(&journal), ["図書館", "川", "ハル", "祖母の歌"]);
    let changed = NewCompany {
        who_or_what: "大きな川".to_owned(),
        ..NewCompany::default()
    };
    journal.change_company(ids[0], &changed).unwrap();
    journal.erase_company(ids[2]).unwrap();
    assert_eq!(names(&journal), ["図書館", "大きな川", "祖母の歌"]);
    assert!(matches!(
        journal.move_company(ids[0], Some(ids[2])),
        Err(Error::NotHere)
    ));
    assert!(matches!(
        journal.change_company(ids[2], &changed),
        Err(Error::NotHere)
    ));
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_word_that_was_handed_over_has_one_of_ones_own_beside_it() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let word = |their: &str, mine: &str| NewMyWord {
        their_word: their.to_owned(),
        my_word: mine.to_owned(),
        because: String::new(),
        lang: "fr".to_owned(),
    };
    let late = journal.add_my_word(&word("Zone", "dehors")).unwrap();
    journal.add_my_word(&word("éclat", "lumière")).unwrap();
    let theirs = |journal: &Journal| -> Vec<String> {
        let words = journal.my_words().unwrap();
        words.into_iter().map(|one| one.words.their_word).collect()
    };
    assert_eq!(theirs(&journal), ["éclat", "Zone"]);
    journal
        .change_my_word(late, &word("aire", "dehors"))
        .unwrap();
    assert_eq!(theirs(&journal), ["aire", "éclat"]);
    journal.erase_my_word(late).unwrap();
    assert_eq!(theirs(&journal), ["éclat"]);
    assert!(matches!(
        journal.add_my_word(&word("", " ")),
        Err(Error::NothingWritten)
    ));
    // One's own word may come later; the one that was handed over is kept until then.
    let waiting = journal.add_my_word(&word("cas", "")).unwrap();
    journal
        .change_my_word(waiting, &word("cas", "Claire"))
        .unwrap();
    assert_eq!(theirs(&journal), ["cas", "éclat"]);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn a_practice_is_chosen_sets_and_a_rhythm_in_words() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    assert_eq!(journal.practice().unwrap(), None);
    let practice = Practice {
        sets: vec!["arriving".parse().unwrap(), "connection".parse().unwrap()],
        rhythm_in_words: "Sundays, with tea".to_owned(),
        lang: "en".to_owned(),
    };
    journal.set_practice(Some(&practice)).unwrap();
    assert_eq!(journal.practice().unwrap(), Some(practice.clone()));
    let elsewhere = Practice {
        sets: vec!["nowhere".parse().unwrap()],
        ..practice.clone()
    };
    assert!(matches!(
        journal.set_practice(Some(&elsewhere)),
        Err(Error::UnknownQuestion)
    ));
    assert!(journal.check().unwrap().is_whole());
    journal.set_practice(None).unwrap();
    assert_eq!(journal.practice().unwrap(), None);
    journal.set_practice(Some(&practice)).unwrap();
    drop(journal);
    let journal = bo.open();
    assert!(!journal.opened().older);
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn the_examples_can_be_taken_away_and_brought_back() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let examples = journal.examples().unwrap();
    assert_eq!(examples.len(), 2);
    assert_ne!(examples[0].title, Wording::default());
    let first = examples[0].id.clone();
    journal.take_example_away(&first, aki.now()).unwrap();
    assert_eq!(journal.examples().unwrap(), examples[1..]);
    assert!(matches!(
        journal.take_example_away("nothing", aki.now()),
        Err(Error::NotHere)
    ));
    assert!(journal.check().unwrap().is_whole());
    journal.bring_examples_back().unwrap();
    assert_eq!(journal.examples().unwrap(), examples);
    // They are nobody's pages.
    assert!(journal.months(None).unwrap().is_empty());
    assert!(journal.check().unwrap().is_whole());
}

#[test]
fn no_column_holds_a_number_that_describes_a_person_a_feeling_or_a_page() {
    // What the numbers of the schema are, each with its reason. A column that is not here is asked about.
    let known = [
        "id",
        "rev",
        "place",
        "month",
        "position",
        "n",
        "parent_n",
        // Of an agreement: which of its answers this is.
        "version",
        "seq",
        "width",
        "height",
        "stays_here",
        "care_flag",
        "suggest",
    ];
    let rows = [
        "reflection",
        "tie",
        "question",
        "question_set",
        "intention",
        "picture",
        "moment",
        "companion",
        "letter",
    ];
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/src/store/schema");
    let files = std::fs::read_dir(folder).unwrap();
    let files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    assert!(files.len() >= 6, "{files:?}");
    let mut read = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for line in text
            .lines()
            .map(|line| line.split("--").next().unwrap_or_default())
        {
            let words: Vec<&str> = line.split_whitespace().collect();
            // A column that a later shape adds is one like any other.
            let words = match words.as_slice() {
                ["ALTER", "TABLE", _, "ADD", "COLUMN", column @ ..] => column,
                column => column,
            };
            let [name, kind, ..] = words else {
                continue;
            };
            if kind.starts_with("INTEGER") || kind.starts_with("REAL") {
                assert!(
                    known.contains(name) || rows.contains(name),
                    "{}: what does {name} count?",
                    file.display()
                );
                read += 1;
            }
        }
    }
    assert!(read > 70, "{read}");
}
