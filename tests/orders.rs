//! In what order things stand where they are listed: as somebody made them or used them last, never by how much there is
//! of them.

use awai::{
    CompanionId, Cover, IntentionId, IntentionState, Journal, MomentKind, NewCompany, NewIntention,
    NewMyWord, NewTry, QuestionId, QuestionWish, Writing,
};
use awai_tests::exchange::{letter, new_companion, pair_journals};
use awai_tests::{Person, marked, words};
use chrono::Duration;

fn toward(text: &str) -> NewIntention {
    NewIntention {
        toward: text.to_owned(),
        ..NewIntention::default()
    }
}

#[test]
fn companions_stand_by_what_is_open_and_by_name() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut paired = |called: &str| -> CompanionId {
        let other = Person::claire();
        let mut theirs = other.begin();
        let (mine, answer) = (new_companion(called, "Bo"), new_companion("Bo", called));
        let (id, _) = pair_journals(
            (&mut journal, mine, bo.tongue, bo.now()),
            (&mut theirs, answer, other.tongue, other.now()),
        );
        id
    };
    let ids = ["Dora", "Ada", "Cem", "Berit", "Edo", "Femi"].map(&mut paired);
    let [_, ada, _, berit, edo, femi] = ids;
    for ended in [berit, ada] {
        journal.end_companion(ended).unwrap();
    }
    for resting in [femi, edo] {
        journal.rest_companion(resting).unwrap();
    }
    let names = journal.companions().unwrap();
    let names: Vec<_> = names.iter().map(|one| one.called.as_str()).collect();
    assert_eq!(names, ["Cem", "Dora", "Ada", "Berit", "Edo", "Femi"]);
}

#[test]
fn intentions_stand_by_whether_they_are_alive_and_the_newest_first_with_a_tie_as_without() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let sam = bo.tie(&mut journal, "Sam").id;
    let mut states = [
        ("let go", IntentionState::LetGo),
        ("resting", IntentionState::Resting),
        ("alive", IntentionState::Alive),
        ("resting later", IntentionState::Resting),
        ("let go later", IntentionState::LetGo),
        ("alive later", IntentionState::Alive),
    ];
    for (text, state) in states {
        let new = NewIntention {
            ties: vec![sam],
            ..toward(text)
        };
        let id = journal.add_intention(&new, bo.now()).unwrap();
        journal.set_intention_state(id, state).unwrap();
    }
    states.reverse();
    states.sort_by_key(|(_, state)| *state);
    let expected = states.map(|(text, _)| text);
    let told = |intentions: Vec<awai::Intention>| -> Vec<String> {
        intentions.into_iter().map(|one| one.toward).collect()
    };
    assert_eq!(told(journal.intentions().unwrap()), expected);
    assert_eq!(told(journal.tie_room(sam).unwrap().toward), expected);
}

fn tries(journal: &Journal, id: IntentionId) -> Vec<String> {
    let tries = journal.intention(id).unwrap().tries;
    tries.into_iter().map(|one| one.words.what_we_try).collect()
}

#[test]
fn what_was_tried_and_with_whom_stands_as_it_was_made() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let [sam, noor] = ["Sam", "Noor"].map(|name| bo.tie(&mut journal, name).id);
    let new = NewIntention {
        ties: vec![noor, sam],
        ..toward("evenings")
    };
    let id = journal.add_intention(&new, bo.now()).unwrap();
    assert_eq!(journal.intention(id).unwrap().ties, [sam, noor]);
    for what in ["tea", "a walk", "a letter"] {
        let new = NewTry {
            what_we_try: what.to_owned(),
            ..NewTry::default()
        };
        journal.add_try(id, &new).unwrap();
    }
    assert_eq!(tries(&journal, id), ["tea", "a walk", "a letter"]);
}

#[test]
fn words_of_ones_own_for_one_word_and_company_stand_as_they_were_made() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for (their_word, my_word) in [
        ("insight", "a lamp"),
        ("crisis", "a storm"),
        ("Crisis", "rain"),
    ] {
        let new = NewMyWord {
            their_word: their_word.to_owned(),
            my_word: my_word.to_owned(),
            ..NewMyWord::default()
        };
        journal.add_my_word(&new).unwrap();
    }
    let mine = journal.my_words().unwrap();
    let mine: Vec<_> = mine.iter().map(|one| one.words.my_word.as_str()).collect();
    assert_eq!(mine, ["a storm", "rain", "a lamp"]);
    for who in ["the river", "Sam", "a song"] {
        let new = NewCompany {
            who_or_what: who.to_owned(),
            ..NewCompany::default()
        };
        journal.add_company(&new).unwrap();
    }
    let company = journal.company().unwrap();
    let company: Vec<_> = company
        .iter()
        .map(|one| one.words.who_or_what.as_str())
        .collect();
    assert_eq!(company, ["the river", "Sam", "a song"]);
}

#[test]
fn ties_that_nothing_tells_apart_stand_by_name() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    for name in ["Noor", "Sam", "Aki"] {
        bo.tie(&mut journal, name);
    }
    let names = journal.ties().unwrap();
    let names: Vec<_> = names.iter().map(|tie| tie.called.as_str()).collect();
    assert_eq!(names, ["Aki", "Noor", "Sam"]);
}

#[test]
fn invitations_that_wait_stand_the_newest_first_and_letters_begun_the_oldest() {
    let bo = Person::bo();
    let claire = Person::claire();
    let (mut journal, mut theirs) = (bo.begin(), claire.begin());
    let (companion, _) = awai_tests::exchange::pair((&bo, &mut journal), (&claire, &mut theirs));
    let mut waiting = Vec::new();
    for name in ["Noor", "Sam", "Aki"] {
        let new = new_companion(name, "Bo");
        let made = journal.invite(&new, bo.tongue, awai::Cost::CHEAP, bo.now());
        waiting.insert(0, made.unwrap().id);
    }
    let found = journal.invitations().unwrap();
    let found: Vec<_> = found.iter().map(|one| one.id).collect();
    assert_eq!(found, waiting);
    let mut begun = Vec::new();
    for words in ["by the river", "by the sea", "by the lake"] {
        let draft = letter(companion, words);
        begun.push(journal.keep_letter_draft(None, &draft, bo.now()).unwrap());
    }
    // Written in again, it stays where it is.
    let draft = letter(companion, "by the lake, later");
    journal
        .keep_letter_draft(Some(begun[1]), &draft, bo.later(Duration::hours(1)))
        .unwrap();
    let found = journal.letter_drafts().unwrap();
    let found: Vec<_> = found.iter().map(|one| one.id).collect();
    assert_eq!(found, begun);
}

#[test]
fn what_was_put_away_stands_the_latest_first() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let ids: [QuestionId; 3] =
        ["worldview-2", "hope-1", "community-2"].map(|id| id.parse().unwrap());
    for id in &ids {
        journal
            .wish_of_question(id, Some(QuestionWish::Later), bo.now())
            .unwrap();
    }
    let found = journal.questions_wished(QuestionWish::Later).unwrap();
    let found: Vec<_> = found
        .into_iter()
        .map(|question| question.id)
        .rev()
        .collect();
    assert_eq!(found, ids);
    let mut pages: Vec<_> = ["one", "two", "three"]
        .map(|text| bo.write(&mut journal, text))
        .into();
    pages.rotate_left(1);
    for page in &pages {
        journal
            .set_aside(*page, bo.later(Duration::minutes(1)))
            .unwrap();
    }
    // At one and the same time: the newer page first.
    let [fourth, fifth] = ["four", "five"].map(|text| bo.write(&mut journal, text));
    for page in [fifth, fourth] {
        journal.set_aside(page, bo.now()).unwrap();
    }
    pages.extend([fourth, fifth]);
    let aside = journal.aside().unwrap();
    let aside: Vec<_> = aside.iter().map(|line| line.id).rev().collect();
    assert_eq!(aside, pages);
}

#[test]
fn what_a_page_was_asked_and_its_moments_stand_as_they_were_made() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let asked = ["worldview-2", "community-2", "hope-1"].map(|id| {
        let id = id.parse().unwrap();
        journal.asking(&id, "en", None, None).unwrap()
    });
    let writing = Writing {
        asked: asked.to_vec(),
        ..words("all at once")
    };
    let page = journal.write(&writing, bo.now()).unwrap();
    let kinds = [
        MomentKind::Opening,
        MomentKind::Connection,
        MomentKind::Reconnection,
    ];
    for kind in kinds {
        let new = marked(kind, None);
        journal.mark_moment(page, &new, bo.now()).unwrap();
    }
    let page = journal.page(page, Cover::Closed).unwrap();
    assert_eq!(page.writing.asked, asked);
    let moments: Vec<_> = page.moments.iter().map(|moment| moment.kind).collect();
    assert_eq!(moments, kinds);
}
