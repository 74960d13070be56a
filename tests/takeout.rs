//! Taking everything out, and bringing it into another journal.

mod taken_again;
mod taken_asked;
mod taken_nowhere;
mod taken_to_read;
mod taken_unfinished;

use std::fs;
use std::path::PathBuf;

use awai::{
    BroughtIn, CareFlag, Cost, Cover, Error, Happened, Journal, MomentKind, NewCompany,
    NewIntention, NewMoment, NewMyWord, NewTie, NewTry, Now, OutAs, OutAsk, OutForm, OutLetters,
    PagesAsk, Passphrase, Practice, TieId, TieKind, Vault, Whether, Writing, taken_out_is_closed,
};
use awai_tests::exchange::{arrived, letter, pair, sealed};
use awai_tests::stranger::written_in;
use awai_tests::{Person, moment, titled, words};

fn ask(form: OutForm, out_as: OutAs) -> OutAsk {
    OutAsk {
        form,
        out_as,
        letters: OutLetters::None,
    }
}

fn out(person: &Person, journal: &Journal, ask: OutAsk) -> PathBuf {
    let to = person
        .home()
        .join(format!("out.{}", ask.ending().replace('.', "-")));
    let taken = journal.take_out(
        ask,
        &person.phrase(),
        Cost::CHEAP,
        person.tongue,
        &to,
        person.now(),
    );
    taken.expect("everything can be taken out");
    to
}

/// A journal with one of everything a person makes alone.
fn a_full_book(aki: &Person) -> Journal {
    let mut journal = aki.begin();
    let now = aki.now();
    let tie = journal
        .add_tie(
            &NewTie {
                kind: TieKind::Person,
                called: "ユキさん".into(),
            },
            now,
        )
        .unwrap();
    let afraid = journal
        .add_tie(
            &NewTie {
                kind: TieKind::Person,
                called: "かくした人".into(),
            },
            now,
        )
        .unwrap();
    journal.set_care(afraid.id, CareFlag::Raised).unwrap();
    let page = journal
        .write(
            &Writing {
                ties: vec![tie.id, afraid.id],
                happened: Happened::Words {
                    words: "引っ越しの前の夏".into(),
                },
                cover: "ゆっくり".into(),
                lang: "ja".into(),
                ..titled(
                    "駅 \"のベンチ\": <b>",
                    "{雨|あめ}が\n降っていた。\n\n- 一\n- 二",
                )
            },
            now,
        )
        .unwrap();
    let anew = Writing {
        ties: vec![tie.id, afraid.id],
        ..titled("駅のベンチ", "晴れた & <script>alert(1)</script>")
    };
    journal.revise(page, &anew, now).unwrap();
    for (words, tie) in [("窓", Some(tie.id)), ("風", None), ("影", Some(afraid.id))] {
        let moment = NewMoment {
            kind: MomentKind::Opening,
            words: words.into(),
            lang: "ja".into(),
            tie,
        };
        journal.mark_moment(page, &moment, now).unwrap();
    }
    journal.not_this_page_again(page, now).unwrap();
    let gone = journal.write(&words("will be aside"), now).unwrap();
    journal.set_aside(gone, now).unwrap();
    for day in 1..=3 {
        let at = moment(&format!("2026-04-0{day}T10:00:00+09:00"));
        journal.write(&words(&format!("day {day}")), at).unwrap();
        journal.write(&words(&format!("again {day}")), at).unwrap();
    }
    add_what_stands_around(&mut journal, tie.id, now);
    journal
}

/// What we move toward, company, words.
fn add_what_stands_around(journal: &mut Journal, tie: TieId, now: Now) {
    let toward = journal
        .add_intention(
            &NewIntention {
                toward: "もっと聞くこと".into(),
                ties: vec![tie],
                ..NewIntention::default()
            },
            now,
        )
        .unwrap();
    journal
        .add_try(
            toward,
            &NewTry {
                what_we_try: "歩きながら話す".into(),
                ..NewTry::default()
            },
        )
        .unwrap();
    journal
        .add_company(&NewCompany {
            who_or_what: "川".into(),
            ..NewCompany::default()
        })
        .unwrap();
    journal
        .add_my_word(&NewMyWord {
            their_word: "症状".into(),
            my_word: "波".into(),
            ..NewMyWord::default()
        })
        .unwrap();
    let practice = Practice {
        sets: Vec::new(),
        rhythm_in_words: "日曜日、お茶と".into(),
        lang: "ja".into(),
    };
    journal.set_practice(Some(&practice)).unwrap();
}

/// Everything a journal shows, as text that can be compared.
fn shown(journal: &Journal) -> Vec<String> {
    let ask = PagesAsk {
        limit: 500,
        ..PagesAsk::default()
    };
    let mut shown = Vec::new();
    for line in journal.pages(&ask).unwrap().lines {
        let page = journal.page(line.id, Cover::Opened).unwrap();
        shown.push(format!("{page:?}"));
        shown.push(format!(
            "{:?}",
            journal.versions(line.id, Cover::Opened).unwrap()
        ));
    }
    shown.push(format!("{:?}", journal.aside().unwrap()));
    shown.push(format!("{:?}", journal.pages_not_again().unwrap()));
    shown.push(format!("{:?}", journal.ties().unwrap()));
    shown.push(format!("{:?}", journal.intentions().unwrap()));
    shown.push(format!("{:?}", journal.company().unwrap()));
    shown.push(format!("{:?}", journal.my_words().unwrap()));
    shown.push(format!("{:?}", journal.practice().unwrap()));
    shown
}

#[test]
fn a_journal_taken_out_and_brought_into_an_empty_one_is_the_same_journal() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let mut journal = a_full_book(&aki);
    let own = taken_asked::ask_of_oneself(&aki, &mut journal);
    let file = out(&aki, &journal, ask(OutForm::Json, OutAs::Closed));
    assert!(taken_out_is_closed(&file).unwrap());

    let mut other = bo.begin();
    let counted = other
        .bring_in(&file, Some(&aki.phrase()), Whether::Count, bo.now())
        .unwrap();
    assert!(other.pages(&PagesAsk::default()).unwrap().lines.is_empty());
    let brought = other
        .bring_in(&file, Some(&aki.phrase()), Whether::Bring, bo.now())
        .unwrap();
    assert_eq!(counted, brought);
    assert_eq!((brought.pages, brought.ties), (10, 2));
    assert_eq!((brought.others, brought.pictures), (9, 1));
    assert_eq!(shown(&other), shown(&journal));
    taken_asked::is_the_same(&other, &journal, &own);
    assert_eq!(other.digests().unwrap(), journal.digests().unwrap());
    let raised = other.ties().unwrap().into_iter();
    let raised: Vec<_> = raised
        .filter(|tie| other.care_of(tie.id).unwrap() == CareFlag::Raised)
        .map(|tie| tie.called)
        .collect();
    assert_eq!(raised, ["かくした人"]);
    // Each is known by its own name.
    for tie in other.ties().unwrap() {
        assert_eq!(other.tie_called(&tie.called).unwrap(), Some(tie));
    }
    assert!(other.check().unwrap().is_whole());
    let found = other
        .search(&awai::SearchAsk {
            words: "晴れ".into(),
            limit: 5,
            ..awai::SearchAsk::default()
        })
        .unwrap();
    assert_eq!(found.hits.len(), 1);

    // A copy of the journal as it was was made before, and none when things were only counted.
    let [before] = other.backups().try_into().unwrap();
    let vault = Vault::at(&before.folder).unwrap();
    let before = vault.unlock(&bo.phrase(), bo.now()).unwrap();
    assert!(before.pages(&PagesAsk::default()).unwrap().lines.is_empty());
    drop(before);

    // A second time, nothing comes.
    let again = other
        .bring_in(&file, Some(&aki.phrase()), Whether::Bring, bo.now())
        .unwrap();
    assert_eq!(
        again,
        BroughtIn {
            already_here: 10,
            ..BroughtIn::default()
        }
    );
}

#[test]
fn what_was_let_go_here_does_not_come_again_and_what_was_changed_stays() {
    let aki = Person::aki();
    let mut journal = a_full_book(&aki);
    let file = out(&aki, &journal, ask(OutForm::Json, OutAs::Closed));
    let ask = PagesAsk {
        limit: 1,
        ..PagesAsk::default()
    };
    let page = journal.pages(&ask).unwrap().lines[0].id;
    journal
        .revise(page, &words("newer here"), aki.now())
        .unwrap();
    let mut journal = journal;
    for _ in 0..2 {
        journal.close().unwrap();
        aki.later(chrono::Duration::days(20));
        journal = aki.open();
    }
    let brought = journal
        .bring_in(&file, Some(&aki.phrase()), Whether::Bring, aki.now())
        .unwrap();
    assert_eq!(
        brought,
        BroughtIn {
            already_here: 7,
            let_go: 1,
            ..BroughtIn::default()
        }
    );
    let page = journal.page(page, Cover::Opened).unwrap();
    assert_eq!(page.writing.body, "newer here");
}

#[test]
fn in_clear_a_tie_with_the_flag_of_care_stays_out_and_its_pages_do_not() {
    let aki = Person::aki();
    let journal = a_full_book(&aki);
    for form in OutForm::ALL {
        let all = written_in(&out(&aki, &journal, ask(form, OutAs::InClear)));
        assert!(!all.contains("かくした人"), "{form:?}");
        assert!(
            all.contains("ユキさん") && all.contains("晴れた"),
            "{form:?}"
        );
    }
    // And the clear JSON can be brought in.
    let bo = Person::bo();
    let mut other = bo.begin();
    let file = aki.home().join("out.json");
    let brought = other
        .bring_in(&file, None, Whether::Bring, bo.now())
        .unwrap();
    assert_eq!((brought.pages, brought.ties), (8, 1));
    assert!(other.check().unwrap().is_whole());
    // The page hangs on the other tie alone; a moment that was with the one that stays is there without it.
    let came = other.pages(&PagesAsk::default()).unwrap().lines;
    let page = came.iter().find(|line| line.title == "駅のベンチ").unwrap();
    assert_eq!(page.ties.len(), 1);
    let mut moments: Vec<_> = other.page(page.id, Cover::Opened).unwrap().moments;
    moments.sort_by(|one, two| one.words.cmp(&two.words));
    let moments = moments
        .iter()
        .map(|one| (&one.words[..], one.tie.is_some()));
    assert!(moments.eq([("影", false), ("窓", true), ("風", false)]));
}

#[test]
fn no_letter_goes_out_unless_mine_are_ticked_and_nobody_elses_unless_theirs_are() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (to_bo, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    sealed(&aki, &mut hers, &letter(to_bo, "わたしのことば。"));
    let file = sealed(&bo, &mut his, &letter(to_aki, "His words."));
    hers.keep_letter(&arrived(&hers, &file), aki.now()).unwrap();
    hers.keep_letter_draft(None, &letter(to_bo, "書きかけ。"), aki.now())
        .unwrap();
    for form in OutForm::ALL {
        for (letters, mine, theirs) in [
            (OutLetters::None, false, false),
            (OutLetters::Mine, true, false),
            (OutLetters::Everybodys, true, true),
        ] {
            let ask = OutAsk {
                letters,
                ..ask(form, OutAs::InClear)
            };
            let to = out(&aki, &hers, ask);
            let all = written_in(&to);
            assert_eq!(all.contains("わたしのことば。"), mine, "{ask:?}");
            assert_eq!(all.contains("His words."), theirs, "{ask:?}");
            // With the letters stays whom they are for, and what was begun.
            assert!(
                mine || !all.contains(bo.name) && !all.contains("書きかけ。"),
                "{ask:?}"
            );
            match to.is_dir() {
                true => fs::remove_dir_all(to).unwrap(),
                false => fs::remove_file(to).unwrap(),
            }
        }
    }
}

#[test]
fn a_file_that_is_torn_changed_newer_or_something_else_brings_nothing() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let journal = a_full_book(&aki);
    let clear =
        fs::read_to_string(out(&aki, &journal, ask(OutForm::Json, OutAs::InClear))).unwrap();
    let closed = fs::read(out(&aki, &journal, ask(OutForm::Json, OutAs::Closed))).unwrap();
    let mut other = bo.begin();
    let file = bo.home().join("file");
    let refused = |other: &mut Journal, bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let error = other
            .bring_in(&file, Some(&aki.phrase()), Whether::Bring, bo.now())
            .unwrap_err();
        assert!(other.ties().unwrap().is_empty());
        error
    };
    assert!(matches!(
        refused(&mut other, &clear.as_bytes()[..clear.len() / 2]),
        Error::ImportTorn
    ));
    assert!(matches!(
        refused(&mut other, &closed[..closed.len() - 20]),
        Error::ImportTorn
    ));
    let newer = clear.replacen("journal/1", "journal/2", 1);
    assert!(matches!(
        refused(&mut other, newer.as_bytes()),
        Error::TakenOutNewer
    ));
    for (from, to) in [
        ("\"tables\"", "\"shelves\""),
        ("\"tie\":[", "\"sqlite_master\":["),
        ("\"called\"", "\"called\":\"\",\"called\""),
        ("\"called\"", "\"called_otherwise\""),
        ("\"kind\":\"person\"", "\"kind\":\"robot\""),
        ("\"public_id\":\"", "\"public_id\":\"00"),
        ("\"written_at\":\"2026", "\"written_at\":\"long ago 2026"),
        ("\"reflection\":1", "\"reflection\":99999"),
    ] {
        let changed = clear.replacen(from, to, 1);
        assert_ne!(changed, clear, "{from}");
        assert!(
            matches!(refused(&mut other, changed.as_bytes()), Error::NotTakenOut),
            "{from}"
        );
    }
    for text in [
        "",
        "{}",
        "[]",
        "null",
        "{\"awai\":\"set/1\"}",
        "{\"awai\":\"journal/1\"}",
    ] {
        let error = refused(&mut other, text.as_bytes());
        assert!(
            matches!(error, Error::NotTakenOut | Error::ImportTorn),
            "{text}: {error:?}"
        );
    }
    let wrong = Passphrase::new("another").unwrap();
    fs::write(&file, &closed).unwrap();
    assert!(matches!(
        other.bring_in(&file, Some(&wrong), Whether::Bring, bo.now()),
        Err(Error::WrongPassphrase)
    ));
    // For what cannot come no copy is made.
    assert!(other.backups().is_empty());
}
