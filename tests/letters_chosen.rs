//! What leaves: choosing, seeing exactly what goes, resting, sealing, and what is known of it afterwards.

use awai::{
    Asked, CareFlag, DatePrecision, Error, GoOn, Headway, Journal, Leaves, MomentKind,
    NamesUnderWords, PartSource, Passage, ReflectionId, Rest, Stage, TieId, Watch, Writer, Writing,
};
use awai_tests::exchange::{arrived, from_page, letter, pair, part, sealed, sealings, words_of};
use awai_tests::{Person, marked, stock, titled, words};
use chrono::Duration;

#[test]
fn nothing_leaves_but_what_was_chosen() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let tie = aki.tie(&mut hers, "みどりさん");
    let writing = Writing {
        ties: vec![tie.id],
        lang: "ja".into(),
        ..titled("題のことば", "出ていく一行。\n\n残る一行。")
    };
    let page = hers.write(&writing, aki.now()).unwrap();
    let mut draft = letter(to_bo, "");
    draft.parts = vec![from_page(&hers, page, &[0])];
    let all = sealings(&aki, &mut hers, &draft);
    let leaves = all[0].preview();
    assert!(leaves.contains("出ていく一行。"));
    for stays in [
        "題のことば",
        "残る一行",
        "みどり",
        "21:4",
        "2026",
        &page.to_string(),
    ] {
        assert!(!leaves.contains(stays), "{stays}");
    }
    // More, by choice.
    let PartSource::Page { title, date, .. } = &mut draft.parts[0].source else {
        unreachable!()
    };
    (*title, *date) = (Leaves::Leaves, DatePrecision::Month);
    draft.date = DatePrecision::Day;
    let all = sealings(&aki, &mut hers, &draft);
    let letter = all[0].letter();
    let part = &letter.parts[0];
    assert_eq!((&part.title[..], &part.lang[..]), ("題のことば", "ja"));
    assert_eq!(
        (&part.date[..], &letter.sealed[..]),
        ("2026-05", "2026-05-03")
    );
}

#[test]
fn what_was_shown_is_what_arrives_to_the_last_byte() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let draft = letter(to_bo, "はい。\r\n\n\"\\ \u{1f375}\u{202e}x\u{0}");
    let all = sealings(&aki, &mut hers, &draft);
    let shown = all[0].preview().to_owned();
    let file = hers.seal_letter(&all[0], Rest::SendNow, aki.now()).unwrap();
    let came = arrived(&his, &file.bytes);
    his.keep_letter(&came, bo.now()).unwrap();
    let line = &his.thread(to_aki).unwrap().letters[0];
    assert_eq!(his.letter_text(line.version).unwrap(), shown);
    assert_eq!(
        words_of(&came),
        ["はい。\r\n\n\"\\ \u{1f375}\u{202e}x\u{0}"]
    );
    let pasted = file.armored().unwrap();
    let mail = format!("Bo へ\n\n{}\n-- \nAki", pasted.replace('\n', "\r\n"));
    assert_eq!(words_of(&arrived(&his, mail.as_bytes())), words_of(&came));
}

#[test]
fn a_letter_rests_overnight_unless_it_is_to_go_now() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let draft = letter(to_bo, "怒っている。");
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let until = hers.rest_letter(id, aki.now()).unwrap();
    assert_eq!(until.to_rfc3339(), "2026-05-04T05:00:00+09:00");
    let all = hers.sealings(id, aki.now()).unwrap();
    let refused = hers.seal_letter(&all[0], Rest::Rested, aki.now());
    assert!(matches!(refused, Err(Error::StillResting)));
    assert!(hers.thread(to_bo).unwrap().letters.is_empty());
    drop(hers);
    // Resting survives the closed book; a changed letter rests anew.
    let mut hers = aki.open();
    assert_eq!(hers.letter_drafts().unwrap()[0].rests_until, Some(until));
    aki.later(Duration::hours(9));
    let all = hers.sealings(id, aki.now()).unwrap();
    hers.keep_letter_draft(Some(id), &letter(to_bo, "怒っていた。"), aki.now())
        .unwrap();
    let refused = hers.seal_letter(&all[0], Rest::Rested, aki.now());
    assert!(matches!(refused, Err(Error::StillResting)));
    hers.rest_letter(id, aki.now()).unwrap();
    aki.later(Duration::days(1));
    let all = hers.sealings(id, aki.now()).unwrap();
    let file = hers.seal_letter(&all[0], Rest::Rested, aki.now()).unwrap();
    assert_eq!(words_of(&arrived(&his, &file.bytes)), ["怒っていた。"]);
    assert!(
        hers.letter_drafts().unwrap().is_empty(),
        "a sealed letter is no draft"
    );
}

#[test]
fn a_page_that_stays_here_or_lies_aside_is_not_offered() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let open = aki.write(&mut hers, "ひらいたページ。");
    let stays = Writing {
        stays_here: true,
        ..words("ここに置いておくページ。")
    };
    let stays = hers.write(&stays, aki.now()).unwrap();
    let aside = aki.write(&mut hers, "よけてあるページ。");
    hers.set_aside(aside, aki.now()).unwrap();
    let ask = awai::PagesAsk {
        limit: 10,
        ..awai::PagesAsk::default()
    };
    let offered: Vec<ReflectionId> = hers
        .pages_to_offer(&ask)
        .unwrap()
        .lines
        .iter()
        .map(|line| line.id)
        .collect();
    assert_eq!(offered, [open]);
    // However few are asked for at once, what stays here does not hide what is offered behind it.
    for _ in 0..3 {
        let stays = Writing {
            stays_here: true,
            ..words("もう一枚。")
        };
        aki.later(Duration::minutes(1));
        hers.write(&stays, aki.now()).unwrap();
    }
    let first = |hers: &Journal, limit| {
        let ask = awai::PagesAsk {
            limit,
            ..awai::PagesAsk::default()
        };
        let pages = hers.pages_to_offer(&ask).unwrap();
        let ids: Vec<_> = pages.lines.iter().map(|line| line.id).collect();
        (ids, pages.more)
    };
    assert_eq!(first(&hers, 10), (vec![open], false));
    for limit in 1..=4 {
        assert_eq!(first(&hers, limit).0, [open], "{limit}");
    }
    let newest = aki.write(&mut hers, "もう一枚ひらいたページ。");
    assert_eq!(
        first(&hers, 1),
        (vec![newest], true),
        "and no more than that"
    );
    for page in [stays, aside] {
        assert!(matches!(hers.offer(page), Err(Error::StaysHere)));
        // Whoever chose it before it was to stay cannot send it either.
        let mut draft = letter(to_bo, "");
        draft.parts = vec![from_page(&hers, open, &[0])];
        let PartSource::Page { page: chosen, .. } = &mut draft.parts[0].source else {
            unreachable!()
        };
        *chosen = page;
        let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
        assert!(matches!(
            hers.sealings(id, aki.now()),
            Err(Error::StaysHere)
        ));
    }
}

#[test]
fn a_page_with_somebody_one_is_not_free_with_is_not_offered_and_does_not_leave() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let [afraid_of, yuki] = ["だれか", "ユキさん"].map(|name| aki.tie(&mut hers, name).id);
    let mut write = |ties: &[TieId]| {
        let writing = Writing {
            ties: ties.to_vec(),
            ..words("一ページ。")
        };
        let page = hers.write(&writing, aki.now()).unwrap();
        aki.later(Duration::minutes(1));
        page
    };
    let [both, with_yuki, alone] = [&[afraid_of, yuki][..], &[yuki], &[]].map(&mut write);
    // Nothing hangs on this page, but one of its moments does.
    let with_a_moment = write(&[]);
    let moment = marked(MomentKind::Disconnection, Some(afraid_of));
    hers.mark_moment(with_a_moment, &moment, aki.now()).unwrap();
    let mut chosen = |page| {
        let mut draft = letter(to_bo, "");
        draft.parts = vec![from_page(&hers, page, &[0])];
        hers.keep_letter_draft(None, &draft, aki.now()).unwrap()
    };
    // Chosen before the flag was raised.
    let chosen = [both, with_a_moment].map(&mut chosen);
    let offered = |hers: &Journal| -> Vec<ReflectionId> {
        let ask = awai::PagesAsk {
            limit: 10,
            ..awai::PagesAsk::default()
        };
        let pages = hers.pages_to_offer(&ask).unwrap();
        pages.lines.iter().map(|line| line.id).collect()
    };
    assert_eq!(offered(&hers), [with_a_moment, alone, with_yuki, both]);
    hers.set_care(afraid_of, CareFlag::Raised).unwrap();
    assert_eq!(offered(&hers), [alone, with_yuki]);
    for page in [both, with_a_moment] {
        assert!(matches!(hers.offer(page), Err(Error::StaysHere)));
    }
    for id in chosen {
        let told = hers.sealings(id, aki.now());
        assert!(matches!(told, Err(Error::StaysHere)));
    }
    hers.set_care(afraid_of, CareFlag::Lowered).unwrap();
    assert!(hers.sealings(chosen[0], aki.now()).is_ok());
}

#[test]
fn a_page_written_anew_is_not_sent_unseen() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let page = aki.write(&mut hers, "一。\n\n二。");
    let mut draft = letter(to_bo, "");
    draft.parts = vec![from_page(&hers, page, &[1])];
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    hers.revise(page, &words("一。\n\n零。\n\n二。"), aki.now())
        .unwrap();
    assert!(matches!(
        hers.sealings(id, aki.now()),
        Err(Error::PageChanged)
    ));
    let offer = hers.offer(page).unwrap();
    assert!(matches!(&offer.passages[2], Passage::Words { text } if text == "二。"));
}

#[test]
fn several_readers_get_a_file_each_and_see_each_other() {
    let (aki, bo, claire) = (Person::aki(), Person::bo(), Person::claire());
    let (mut hers, mut his, mut theirs) = (aki.begin(), bo.begin(), claire.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let (to_claire, _) = pair((&aki, &mut hers), (&claire, &mut theirs));
    let mut draft = letter(to_bo, "三人に。");
    draft.to.push(to_claire);
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let all = hers.sealings(id, aki.now()).unwrap();
    assert_eq!(all.len(), 2);
    let mut files = Vec::new();
    for sealing in &all {
        let file = hers.seal_letter(sealing, Rest::SendNow, aki.now()).unwrap();
        files.push((sealing.to().unwrap(), file.bytes));
    }
    assert!(hers.letter_drafts().unwrap().is_empty());
    for (to, file) in &files {
        let (right, wrong) = if *to == to_bo {
            (&his, &theirs)
        } else {
            (&theirs, &his)
        };
        assert_eq!(arrived(right, file).face().recipients, ["Bo", "Claire"]);
        assert!(matches!(wrong.look(file), Err(Error::NotForThisJournal)));
    }
}

#[test]
fn what_was_given_to_whom_is_known() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let page = aki.write(&mut hers, "一。");
    assert!(hers.given_of(page).unwrap().is_empty());
    let mut draft = letter(to_bo, "");
    draft.parts = vec![from_page(&hers, page, &[0])];
    sealed(&aki, &mut hers, &draft);
    let given = hers.given_of(page).unwrap();
    assert_eq!(
        (given[0].to, given[0].rev, given[0].on),
        (Some(to_bo), 1, aki.now().date_naive())
    );
}

#[test]
fn somebody_without_awai_opens_a_letter_with_eight_words_and_a_stock_program() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let page = claire.write(&mut journal, "Une lampe dans la fenêtre.\n\nAutre chose.");
    let mut draft = letter(awai::CompanionId::fresh(), "");
    draft.to.clear();
    draft.under_words = Some(NamesUnderWords {
        my_name: "Claire".to_owned(),
        their_name: "Marguerite".to_owned(),
    });
    draft.cover = "Quand le thé sera prêt.".to_owned();
    draft.parts = vec![from_page(&journal, page, &[0]), part("À bientôt.")];
    let all = sealings(&claire, &mut journal, &draft);
    let cost = awai::Cost::CHEAP;
    let file = journal
        .seal_under_words(&all[0], Rest::SendNow, claire.tongue, cost, claire.now())
        .unwrap();
    if let Some(text) = stock::opened(claire.home(), &file.bytes, &file.words.shown().join("-")) {
        assert_eq!(text, format!("awai-letter/1 -\n{}", all[0].preview()));
        for line in [
            "« awai-letter",
            "Une lampe dans la fenêtre.",
            "À bientôt.",
            "Marguerite",
        ] {
            assert!(text.contains(line.trim_start_matches("« ")), "{line}");
        }
        assert!(!text.contains("Autre chose"));
    }
    // In another journal it is a letter with no known writer, whatever name stands in it.
    let bo = Person::bo();
    let mut his = bo.begin();
    let Ok(awai::Arrived::UnderWords(closed)) = his.look(&file.bytes) else {
        panic!("it asks for words");
    };
    let Ok(awai::Arrived::Letter(came)) = his.look_under(&closed, &file.words) else {
        panic!("it opens");
    };
    assert_eq!(
        (&came.face().writer, came.face().name.as_str()),
        (&Writer::Unknown, "Claire")
    );
    his.keep_letter(&came, bo.now()).unwrap();
    assert_eq!(his.letters_of_nobody().unwrap().len(), 1);
    assert_eq!(journal.given_of(page).unwrap()[0].to, None);
}

#[test]
fn letters_of_every_size_look_alike_and_cost_little_more() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let size = |hers: &mut Journal, count: usize| {
        let all = sealings(&aki, hers, &letter(to_bo, &"a".repeat(count)));
        let bare = all[0].preview().trim_end().len();
        assert!(all[0].preview().len() as f64 <= bare as f64 * 1.12 + 100.0);
        all[0].size()
    };
    let short: std::collections::BTreeSet<usize> =
        (1..=100).map(|count| size(&mut hers, count)).collect();
    assert!(
        short.len() <= 3,
        "yes, no and a little more look the same: {short:?}"
    );
    assert!(size(&mut hers, 10) < size(&mut hers, 10_000));
}

#[test]
fn putting_a_letter_together_is_told_passage_by_passage_and_stops_wherever_it_is_told_to() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let page = aki.write(&mut hers, "一。\n\n二。\n\n三。");
    let mut draft = letter(to_bo, "");
    draft.parts = vec![part("はじめに。"), from_page(&hers, page, &[0, 1, 2])];
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let mut told = Vec::new();
    let mut note = |at: Headway| {
        told.push((at.stage, at.done, at.of));
        GoOn::Yes
    };
    let watch = &mut Watch::new(&mut note);
    hers.sealings_watched(id, aki.now(), watch).unwrap();
    // Three passages, the look through the whole, and its text.
    let all: Vec<_> = (0..=5).map(|done| (Stage::Composing, done, 5)).collect();
    assert_eq!(told, all);
    for enough in 0..=5 {
        let mut stop = |at: Headway| match at.done == enough {
            true => GoOn::No,
            false => GoOn::Yes,
        };
        let watch = &mut Watch::new(&mut stop);
        let stopped = hers.sealings_watched(id, aki.now(), watch);
        assert!(matches!(stopped, Err(Error::Stopped)), "{enough}");
    }
}

#[test]
fn the_question_that_a_page_was_asked_goes_with_it_only_when_it_is_chosen() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let asked = |question: &str, text: &str| Asked {
        question: question.parse().unwrap(),
        n: 1,
        text: text.to_owned(),
        lang: "ja".to_owned(),
        set: Some("connection".parse().unwrap()),
        sitting: None,
    };
    let writing = Writing {
        asked: vec![
            asked("connection-3", "糸は。"),
            asked("worldview-2", "誰に。"),
        ],
        ..words("肩があがる。")
    };
    let page = hers.write(&writing, aki.now()).unwrap();
    let offered = hers.offer(page).unwrap().asked;
    let texts: Vec<_> = offered.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["糸は。", "誰に。"]);
    let mut draft = letter(to_bo, "");
    draft.parts.clear();
    for number in [None, Some(1)] {
        let mut chosen = from_page(&hers, page, &[0]);
        let PartSource::Page { asked, .. } = &mut chosen.source else {
            unreachable!()
        };
        *asked = number;
        draft.parts.push(chosen);
    }
    let came = arrived(&his, &sealed(&aki, &mut hers, &draft));
    let parts = &came.letter().parts;
    assert_eq!(parts[0].asked, None);
    assert_eq!(parts[1].asked.as_ref(), offered.get(1));
}

#[test]
fn a_letter_that_is_let_go_of_is_gone_and_one_that_nobody_could_open_is_not_put_together() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, _) = pair((&aki, &mut hers), (&bo, &mut his));
    let page = aki.write(&mut hers, "x".repeat(1000 * 1024).as_str());
    let mut draft = letter(to_bo, "");
    draft.parts = vec![from_page(&hers, page, &[0]); 72];
    let id = hers.keep_letter_draft(None, &draft, aki.now()).unwrap();
    let whole = hers.sealings(id, aki.now());
    assert!(matches!(whole, Err(Error::LetterTooMuch)));
    hers.drop_letter_draft(id).unwrap();
    assert!(matches!(hers.letter_draft(id), Err(Error::NotFound)));
    assert!(hers.letter_drafts().unwrap().is_empty());
}
