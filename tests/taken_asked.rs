//! What a book asks and whom it writes to, taken out and brought into an empty journal: nothing of it is lost, digest by
//! digest.

use std::collections::BTreeMap;

use awai::{
    AgreementAnswer, AskDifferently, Asked, Audience, Cover, Journal, MomentKind, Move,
    NewIntention, NewMoment, NewQuestion, NewQuestionSet, NewTie, OutAs, OutForm, OutLetters,
    Practice, QuestionId, QuestionSetId, QuestionWish, ReflectionId, SittingId, TieChange, TieKind,
    Whether, Wording, WordingRef, Writing,
};
use awai_tests::exchange::{arrived, letter, pair, sealed};
use awai_tests::{Person, words};

use super::taken_again::a_green_point;
use super::{a_full_book, ask, out};

/// The names of what a book asks.
pub(super) struct Own {
    mine: QuestionId,
    grown: QuestionId,
    set: QuestionSetId,
    sitting: SittingId,
    answer: ReflectionId,
}

fn differently(aki: &Person, journal: &mut Journal, from: (&QuestionId, u32), by: Move) -> Asked {
    let (question, n) = from;
    let new = AskDifferently {
        from: WordingRef {
            question: question.clone(),
            n,
        },
        text: Wording::one("ja", &format!("ふたりで黙るのはいつ? {by:?}")),
        hint: Wording::one("ja", "駅でも"),
        by: Some(by),
        changed_because: "あの人も疲れていた".into(),
    };
    let id = journal.ask_differently(&new, aki.now()).unwrap().id;
    journal.asking(&id, "ja", None, None).unwrap()
}

/// A question of one's own in three wordings, the last a branch, one that grew out of the library's, a set of both that
/// is a practice, and two pages that answer: one in a sitting, with a picture and a moment.
pub(super) fn ask_of_oneself(aki: &Person, journal: &mut Journal) -> Own {
    let text = Wording::one("ja", "なぜ目を合わせない?").with("en", "Why does she look away?");
    let hint = Wording::one("ja", "ゆっくり");
    let new = NewQuestion { text, hint };
    let mine = journal.add_question(&new, aki.now()).unwrap().id;
    let first = journal.asking(&mine, "ja", None, None).unwrap();
    differently(aki, journal, (&mine, 1), Move::Us);
    differently(aki, journal, (&mine, 1), Move::Slower);
    let library = "connection-3".parse().unwrap();
    let grown = differently(aki, journal, (&library, 1), Move::Opened).question;
    let set = NewQuestionSet {
        title: Wording::one("ja", "夕方に"),
        purpose: Wording::one("ja", "黙ったあとに"),
        task: "connection".into(),
        audience: vec![Audience::Pair],
        suggest: true,
        questions: vec![mine.clone(), library.clone(), grown.clone()],
    };
    let set = journal.add_question_set(&set, aki.now()).unwrap();
    let practice = Practice {
        sets: vec![set.clone()],
        rhythm_in_words: "日曜日、お茶と".into(),
        lang: "ja".into(),
    };
    journal.set_practice(Some(&practice)).unwrap();
    let wish = Some(QuestionWish::Later);
    journal.wish_of_question(&library, wish, aki.now()).unwrap();

    let earlier = Writing {
        asked: vec![first],
        ..words("またきょうも。")
    };
    journal.write(&earlier, aki.now()).unwrap();
    let (picture, sitting) = (a_green_point(), journal.begin_sitting());
    let asked = |id: &QuestionId| journal.asking(id, "ja", Some(&set), Some(sitting)).unwrap();
    let answer = Writing {
        asked: vec![asked(&mine), asked(&grown)],
        ..words(&format!("時計を見ている。\n\n{}", picture.marker("みどり")))
    };
    let answer = journal
        .write_with(&answer, vec![picture], aki.now())
        .unwrap();
    let opening = NewMoment {
        kind: MomentKind::Opening,
        words: "時計".into(),
        lang: "ja".into(),
        tie: None,
    };
    journal.mark_moment(answer, &opening, aki.now()).unwrap();
    Own {
        mine,
        grown,
        set,
        sitting,
        answer,
    }
}

/// What two journals tell of what was asked.
pub(super) fn is_the_same(other: &Journal, journal: &Journal, own: &Own) {
    let told = |journal: &Journal| {
        [
            format!("{:?}", journal.lineage(&own.mine).unwrap()),
            format!("{:?}", journal.lineage(&own.grown).unwrap()),
            format!("{:?}", journal.question_sets().unwrap()),
            format!("{:?}", journal.question_set(&own.set).unwrap()),
            format!("{:?}", journal.sitting_pages(own.sitting).unwrap()),
            format!(
                "{:?}",
                journal.questions_wished(QuestionWish::Later).unwrap()
            ),
            format!("{:?}", journal.page(own.answer, Cover::Closed).unwrap()),
        ]
    };
    let wordings = journal.lineage(&own.mine).unwrap().wordings;
    assert_eq!(wordings.len(), 3);
    assert_eq!(wordings[2].parent.as_ref().unwrap().n, 1);
    let page = journal.page(own.answer, Cover::Closed).unwrap();
    assert_eq!((page.writing.asked.len(), page.moments.len()), (2, 1));
    for (there, here) in told(other).iter().zip(told(journal)) {
        assert_eq!(*there, here);
    }
}

/// Letters both ways with Bo, an agreement, another name for somebody, and what is moved toward with him.
fn write_to_bo(aki: &Person, journal: &mut Journal) {
    let bo = Person::bo();
    let mut his = bo.begin();
    let (to_bo, to_aki) = pair((aki, journal), (&bo, &mut his));
    let new = NewTie {
        kind: TieKind::Person,
        called: "ボー".into(),
    };
    let tie = journal.add_tie(&new, aki.now()).unwrap().id;
    let change = TieChange {
        called: Some("ボーさん".into()),
        about: Some("手紙のひと".into()),
        ..TieChange::default()
    };
    journal.change_tie(tie, &change, aki.now()).unwrap();
    journal.link_companion(to_bo, Some(tie)).unwrap();
    let toward = NewIntention {
        toward: "返事を待つこと".into(),
        ties: vec![tie],
        with_companion: Some(to_bo),
        ..NewIntention::default()
    };
    journal.add_intention(&toward, aki.now()).unwrap();
    let answers: [AgreementAnswer; 0] = [];
    journal
        .answer_agreement(to_bo, "春に", &answers, aki.now())
        .unwrap();
    sealed(aki, journal, &letter(to_bo, "わたしのことば。"));
    let file = sealed(&bo, &mut his, &letter(to_aki, "His words."));
    journal
        .keep_letter(&arrived(journal, &file), aki.now())
        .unwrap();
}

#[test]
fn a_journal_brought_into_an_empty_one_has_every_digest_and_of_letters_those_that_were_ticked() {
    let aki = Person::aki();
    let mut journal = a_full_book(&aki);
    ask_of_oneself(&aki, &mut journal);
    write_to_bo(&aki, &mut journal);
    let all = journal.digests().unwrap();
    let count = |digests: &BTreeMap<String, String>, kind: &str| {
        let kinds = digests.keys().filter_map(|name| name.split(' ').next());
        kinds.filter(|found| *found == kind).count()
    };
    assert_eq!((count(&all, "letter"), count(&all, "companion")), (2, 1));
    for (letters, came) in [
        (OutLetters::None, (0, 0)),
        (OutLetters::Mine, (1, 1)),
        (OutLetters::Everybodys, (2, 1)),
    ] {
        let ask = super::OutAsk {
            letters,
            ..ask(OutForm::Json, OutAs::Closed)
        };
        let file = out(&aki, &journal, ask);
        let desk = Person::bo();
        let mut other = desk.begin();
        let brought = other.bring_in(&file, Some(&aki.phrase()), Whether::Bring, desk.now());
        brought.unwrap();
        std::fs::remove_file(file).unwrap();
        let there = other.digests().unwrap();
        let letters_there = (count(&there, "letter"), count(&there, "companion"));
        assert_eq!(letters_there, came, "{letters:?}");
        // What came is as it was, and nothing stayed but letters and whom they are for.
        let stayed = all.iter().filter(|(name, _)| !there.contains_key(*name));
        let stayed: Vec<_> = stayed.map(|(name, _)| name.split(' ').next()).collect();
        assert_eq!(stayed.len(), 3 - came.0 - came.1, "{letters:?} {stayed:?}");
        for (name, digest) in &there {
            assert_eq!(all.get(name), Some(digest), "{letters:?} {name}");
        }
        assert!(other.check().unwrap().is_whole());
    }
}
