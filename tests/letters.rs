//! What passes between two people: letters, echoes, releases, agreements, lost, doubled and answered.

use awai::{
    AskedWording, Before, Error, Gap, Journal, LetterDraft, LetterKind, LetterStanding, PartDraft,
    PartSource, Rest, Watch, Whose, Wish, Writer,
};
use awai_tests::Person;
use awai_tests::exchange::{
    arrived, from_page, letter, new_companion, pair, part, sealed, sealings, words_of,
};

#[test]
fn a_letter_in_japanese_and_an_echo_in_french_go_both_ways() {
    let (aki, claire) = (Person::aki(), Person::claire());
    let (mut hers, mut theirs) = (aki.begin(), claire.begin());
    let (to_claire, to_aki) = pair((&aki, &mut hers), (&claire, &mut theirs));
    let page = aki.write(
        &mut hers,
        "駅のベンチで三十分ならんだ。\n\nだれにも言わない一行。\n\n帰りは歩いた。",
    );
    let mut draft = letter(to_claire, "");
    draft.parts = vec![from_page(&hers, page, &[0, 2])];
    let sealing = sealings(&aki, &mut hers, &draft).remove(0);
    let file = hers
        .seal_letter(&sealing, Rest::SendNow, aki.now())
        .unwrap()
        .bytes;

    let came = arrived(&theirs, &file);
    let face = came.face();
    assert_eq!(face.size, sealing.size() as u64, "as it was told before");
    assert!(matches!(&face.writer, Writer::Companion { id, .. } if *id == to_aki));
    assert_eq!(face.wish, [Wish::NothingNeeded]);
    assert_eq!(face.recipients, ["Claire"]);
    assert_eq!(face.before, Before::New);
    assert!(
        theirs.thread(to_aki).unwrap().letters.is_empty(),
        "nothing is written before keep"
    );
    assert_eq!(
        words_of(&came),
        ["駅のベンチで三十分ならんだ。\n\n帰りは歩いた。"]
    );
    theirs.keep_letter(&came, claire.now()).unwrap();

    let echo = LetterDraft {
        kind: LetterKind::Echo,
        answers: Some(face.id),
        parts: vec![PartDraft {
            source: PartSource::Words {
                title: "Ce qui reste".to_owned(),
                text: "« Le retour à pied » reste avec moi.".to_owned(),
                asked: Some(AskedWording {
                    question: "co-reflection-1".parse().unwrap(),
                    n: 1,
                    text: "Lesquels de tes mots sont encore avec moi?".to_owned(),
                    lang: "fr".to_owned(),
                }),
            },
            answers: Some(0),
        }],
        ..letter(to_aki, "")
    };
    let file = sealed(&claire, &mut theirs, &echo);
    let came = arrived(&hers, &file);
    hers.keep_letter(&came, aki.now()).unwrap();
    let thread = hers.thread(to_claire).unwrap();
    let whose: Vec<Whose> = thread.letters.iter().map(|line| line.whose).collect();
    assert_eq!(whose, [Whose::Mine, Whose::Theirs]);
    assert!(thread.letters.iter().all(|line| !line.other_version));
    let own = hers.read_letter(thread.letters[0].version).unwrap();
    assert_eq!(own.face.writer, Writer::Me);
    let shown = hers.read_letter(thread.letters[1].version).unwrap();
    assert_eq!(shown.face.answers, Some(thread.letters[0].id));
    let part = &shown.parts[0];
    assert_eq!(
        part.asked.as_ref().unwrap().question.as_str(),
        "co-reflection-1"
    );
    assert_eq!(
        (part.title.as_str(), part.answers),
        ("Ce qui reste", Some(0))
    );
    assert!(hers.check().unwrap().is_whole() && theirs.check().unwrap().is_whole());
}

#[test]
fn a_letter_can_be_laid_by_returned_or_erased_and_comes_back_when_wanted() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let files: Vec<Vec<u8>> = ["一", "二", "三"]
        .iter()
        .map(|text| sealed(&aki, &mut hers, &letter(to_bo, text)))
        .collect();
    his.keep_for_later(&arrived(&his, &files[0]), bo.now())
        .unwrap();
    his.return_unread(&arrived(&his, &files[1]), bo.now())
        .unwrap();
    his.erase_arrived(&arrived(&his, &files[2]), bo.now())
        .unwrap();
    let standing = |his: &Journal| -> Vec<LetterStanding> {
        let letters = his.thread(to_aki).unwrap().letters;
        letters.iter().map(|line| line.standing).collect()
    };
    use LetterStanding::{Erased, Kept, Later, Returned};
    assert_eq!(standing(&his), [Later, Returned, Erased]);
    assert!(
        his.thread(to_aki).unwrap().missing.is_empty(),
        "no gap is told for them"
    );
    let lines = his.thread(to_aki).unwrap().letters;
    assert!(matches!(
        his.read_letter(lines[1].version),
        Err(Error::NotFound)
    ));
    // Laid by: taken up when the time comes.
    let laid_by = lines[0].version;
    let before = |his: &Journal| his.read_letter(laid_by).unwrap().face.before;
    assert_eq!(before(&his), Before::Later);
    his.take_up_letter(laid_by, bo.now()).unwrap();
    assert_eq!(before(&his), Before::Kept);
    // Returned or erased: the file still opens, and may be kept after all.
    assert_eq!(arrived(&his, &files[1]).face().before, Before::Returned);
    his.keep_letter(&arrived(&his, &files[1]), bo.now())
        .unwrap();
    assert_eq!(standing(&his), [Kept, Kept, Erased]);
    assert!(his.check().unwrap().is_whole());
}

#[test]
fn the_same_file_twice_is_one_letter_and_a_gap_is_told() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let files: Vec<Vec<u8>> = (1..=4)
        .map(|number| sealed(&aki, &mut hers, &letter(to_bo, &format!("{number}通目"))))
        .collect();
    // What lacks is told with the letter that shows it, before it is kept.
    let lacking = arrived(&his, &files[3]).face().missing.clone();
    assert_eq!(lacking, [Gap { from: 1, to: 3 }]);
    for file in [&files[3], &files[0], &files[3], &files[0]] {
        let came = arrived(&his, file);
        his.keep_letter(&came, bo.now()).unwrap();
        assert_eq!(arrived(&his, file).face().before, Before::Kept);
    }
    let thread = his.thread(to_aki).unwrap();
    assert_eq!(thread.letters.len(), 2);
    assert_eq!((thread.missing[0].from, thread.missing[0].to), (2, 3));
    // My answer tells Aki which ones came; seen from there, two had not.
    let answer = sealed(&bo, &mut his, &letter(to_aki, "Two came."));
    hers.keep_letter(&arrived(&hers, &answer), aki.now())
        .unwrap();
    let thread = hers.thread(to_bo).unwrap();
    assert_eq!((thread.not_there[0].from, thread.not_there[0].to), (2, 3));
    // A lost file can be sealed again, and is the same letter.
    let again = hers
        .seal_again(to_bo, thread.letters[1].id, &mut Watch::nobody())
        .unwrap();
    his.keep_letter(&arrived(&his, &again.bytes), bo.now())
        .unwrap();
    assert_eq!(his.thread(to_aki).unwrap().missing.len(), 1);
    // Only mine: the words of somebody else are not sealed for them as a letter of mine.
    let theirs = thread.letters.last().unwrap();
    assert_eq!(theirs.whose, Whose::Theirs);
    let refused = hers.seal_again(to_bo, theirs.id, &mut Watch::nobody());
    assert!(matches!(refused, Err(Error::NotFound)));
}

#[test]
fn a_release_is_a_wish_that_is_shown_and_easy_to_follow() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let file = sealed(&aki, &mut hers, &letter(to_bo, "言いすぎた。"));
    let id = hers.thread(to_bo).unwrap().letters[0].id;
    let release = LetterDraft {
        kind: LetterKind::Release,
        parts: Vec::new(),
        releases: vec![id],
        ..letter(to_bo, "")
    };
    let released = sealed(&aki, &mut hers, &release);
    // The wish may be faster than the letter.
    his.keep_letter(&arrived(&his, &released), bo.now())
        .unwrap();
    his.keep_letter(&arrived(&his, &file), bo.now()).unwrap();
    let line = his.thread(to_aki).unwrap().letters[1].clone();
    assert!(line.released);
    assert_eq!(
        his.read_letter(line.version).unwrap().parts.len(),
        1,
        "it is only a wish"
    );
    his.erase_letter(line.version).unwrap();
    assert!(matches!(
        his.read_letter(line.version),
        Err(Error::NotFound)
    ));
    assert!(his.check().unwrap().is_whole());
    // Nobody can wish another one's letter away.
    let file = sealed(&bo, &mut his, &letter(to_aki, "Mine."));
    hers.keep_letter(&arrived(&hers, &file), aki.now()).unwrap();
    let theirs = hers.thread(to_bo).unwrap().letters.last().unwrap().clone();
    let release = LetterDraft {
        releases: vec![theirs.id],
        ..release
    };
    let released = sealed(&aki, &mut hers, &release);
    his.keep_letter(&arrived(&his, &released), bo.now())
        .unwrap();
    let mine = his.thread(to_aki).unwrap().letters;
    assert!(
        mine.iter()
            .all(|line| line.whose == Whose::Theirs || !line.released)
    );
}

#[test]
fn an_agreement_goes_to_the_other_side_with_its_version_and_is_never_a_gate() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let answer = |text: &str| awai::AgreementAnswer {
        asked: AskedWording {
            question: "agreement-1".parse().unwrap(),
            n: 1,
            text: "…".to_owned(),
            lang: "ja".to_owned(),
        },
        text: vec![text.to_owned()],
    };
    let draft = LetterDraft {
        kind: LetterKind::Agreement,
        parts: Vec::new(),
        ..letter(to_bo, "")
    };
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    assert!(matches!(
        hers.sealings(id, aki.now()),
        Err(Error::NothingChosen)
    ));
    for (text, reread) in [("ゆっくり。", "雪がとけたら"), ("もっとゆっくり。", "")]
    {
        hers.answer_agreement(to_bo, reread, &[answer(text)], aki.now())
            .unwrap();
        let file = sealed(&aki, &mut hers, &draft);
        his.keep_letter(&arrived(&his, &file), bo.now()).unwrap();
        his.keep_letter(&arrived(&his, &file), bo.now()).unwrap();
    }
    let there = his.agreement(to_aki).unwrap();
    assert!(there.mine.is_empty());
    let versions: Vec<u32> = there.theirs.iter().map(|one| one.version).collect();
    assert_eq!(versions, [2, 1]);
    assert_eq!(there.theirs[1].reread, "雪がとけたら");
    assert_eq!(
        there,
        awai::Agreement {
            mine: Vec::new(),
            theirs: hers.agreement(to_bo).unwrap().mine
        }
    );
}

#[test]
fn what_we_know_now_and_a_question_that_both_answer_keep_each_voice_apart() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let question = AskedWording {
        question: "community-2".parse().unwrap(),
        n: 1,
        text: "どんな決まりが、あいだにあるでしょう。".to_owned(),
        lang: "ja".to_owned(),
    };
    let both = |to, text: &str| LetterDraft {
        same_question: Some(question.clone()),
        ..letter(to, text)
    };
    let file = sealed(&aki, &mut hers, &both(to_bo, "わたしのこたえ。"));
    let came = arrived(&his, &file);
    assert_eq!(came.letter().same_question, Some(question.clone()));
    assert!(
        !his.answered_same_question(to_aki, &question.question)
            .unwrap()
    );
    his.keep_letter(&came, bo.now()).unwrap();
    let answered = |his: &Journal, question: &str| {
        let question = question.parse().unwrap();
        his.answered_same_question(to_aki, &question).unwrap()
    };
    assert!(!answered(&his, "community-2"), "hers is not mine");
    sealed(&bo, &mut his, &both(to_aki, "My answer."));
    assert!(answered(&his, "community-2"));
    assert!(!answered(&his, "community-3"), "nobody asked that");

    let page = awai::LetterId::fresh();
    let first = LetterDraft {
        shared_page: Some(awai::SharedPage {
            page,
            grew_from: None,
        }),
        ..letter(to_bo, "急がなくてよい。")
    };
    let file = sealed(&aki, &mut hers, &first);
    let came = arrived(&his, &file);
    his.keep_letter(&came, bo.now()).unwrap();
    let second = LetterDraft {
        shared_page: Some(awai::SharedPage {
            page,
            grew_from: Some(came.face().id),
        }),
        ..letter(to_aki, "No hurry, and no silence either.")
    };
    let file = sealed(&bo, &mut his, &second);
    hers.keep_letter(&arrived(&hers, &file), aki.now()).unwrap();
    let whose = |journal: &Journal, with| -> Vec<Whose> {
        let versions = journal.shared_pages(with).unwrap();
        versions.iter().map(|(_, line)| line.whose).collect()
    };
    assert_eq!(whose(&hers, to_bo), [Whose::Mine, Whose::Theirs]);
    assert_eq!(whose(&his, to_aki), [Whose::Theirs, Whose::Mine]);
}

#[test]
fn a_letter_to_a_card_that_was_handed_over_by_hand_opens_with_any_age() {
    // The short key is age's own X25519: the recipient says so.
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut hers = aki.begin();
    let card = hers
        .make_card(&new_companion("Bo", "Aki"), aki.tongue, aki.now())
        .unwrap();
    let there = bo
        .begin()
        .answer_card(
            &card.my_card,
            &new_companion("Aki", "Bo"),
            bo.tongue,
            bo.now(),
        )
        .unwrap();
    assert!(!there.post_quantum);
    // No key has a 1 behind its prefix, but one in a thousand short ones begins with "pq".
    assert!(card.my_card.contains("\"age1") && !card.my_card.contains("age1pq1"));
}

#[test]
fn a_question_comes_back_as_a_sibling_and_replaces_nothing() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let question = awai::NewQuestion {
        text: awai::Wording::one("ja", "なぜ黙っているのでしょう。"),
        hint: awai::Wording::default(),
    };
    let mine = hers.add_question(&question, aki.now()).unwrap();
    let pass_on = |to, question: &awai::Question, because: &str| LetterDraft {
        kind: LetterKind::Question,
        parts: Vec::new(),
        question: Some(awai::QuestionToPassOn {
            question: question.id.clone(),
            changed_because: because.to_owned(),
        }),
        ..letter(to, "")
    };
    let file = sealed(&aki, &mut hers, &pass_on(to_bo, &mine, ""));
    let came = arrived(&his, &file);
    assert!(
        his.question(&mine.id).is_err(),
        "nothing is written before keep"
    );
    his.keep_letter(&came, bo.now()).unwrap();
    assert_eq!(
        his.question(&mine.id).unwrap().origin,
        awai::Origin::Received
    );
    // Bo asks it otherwise and sends it back.
    let other = awai::AskDifferently {
        from: awai::WordingRef {
            question: mine.id.clone(),
            n: 1,
        },
        text: awai::Wording::one("en", "What does the silence hold?"),
        hint: awai::Wording::default(),
        by: None,
        changed_because: String::new(),
    };
    let changed = his.ask_differently(&other, bo.now()).unwrap();
    let file = sealed(&bo, &mut his, &pass_on(to_aki, &changed, "Why closes it."));
    hers.keep_letter(&arrived(&hers, &file), aki.now()).unwrap();
    hers.keep_letter(&arrived(&hers, &file), aki.now()).unwrap();
    let standing = hers.question(&mine.id).unwrap();
    assert_eq!(
        (standing.n, &standing.text),
        (1, &question.text),
        "mine is as it was"
    );
    let received = awai::QuestionsAsk {
        origin: Some(awai::Origin::Received),
        limit: 10,
        ..awai::QuestionsAsk::default()
    };
    let siblings = hers.questions(&received).unwrap().questions;
    assert_eq!(siblings.len(), 1);
    assert_eq!(
        siblings[0].text.in_lang("en").1,
        "What does the silence hold?"
    );
    assert!(hers.check().unwrap().is_whole() && his.check().unwrap().is_whole());
}

#[test]
fn a_letter_of_each_kind_holds_what_it_is_for_or_is_not_sealed() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let file = sealed(&bo, &mut his, &letter(to_aki, "Three words stayed."));
    let answers = Some(arrived(&hers, &file).face().id);
    let mut told = |kind, answers, parts: usize| {
        let draft = LetterDraft {
            kind,
            answers,
            parts: vec![part("ことば"); parts],
            ..letter(to_bo, "")
        };
        let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
        hers.sealings(id, aki.now()).map(|all| all.len())
    };
    for kind in [
        LetterKind::Letter,
        LetterKind::Release,
        LetterKind::Question,
    ] {
        let empty = told(kind, None, 0);
        assert!(matches!(empty, Err(Error::NothingChosen)), "{kind:?}");
    }
    assert!(told(LetterKind::Letter, None, 1).is_ok());
    // An echo answers, with a few passages and not with a whole letter.
    for (answers, parts) in [(None, 0), (None, 1), (answers, 0)] {
        let empty = told(LetterKind::Echo, answers, parts);
        assert!(matches!(empty, Err(Error::NothingChosen)), "{parts}");
    }
    for parts in [1, 5] {
        assert!(told(LetterKind::Echo, answers, parts).is_ok(), "{parts}");
    }
    for parts in [6, 7] {
        let long = told(LetterKind::Echo, answers, parts);
        assert!(matches!(long, Err(Error::LetterTooMuch)), "{parts}");
    }
}
