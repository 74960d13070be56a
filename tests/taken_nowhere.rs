//! Where nothing is taken out: no stick, something in the way, another passphrase, or somebody who stops it. Nothing is
//! left of it then.

use std::fs;
use std::path::Path;

use awai::{Cost, Error, GoOn, Headway, OutAs, OutForm, Passphrase, Stage, Watch};
use awai_tests::Person;

use crate::{a_full_book, ask};

#[test]
fn a_stick_that_is_gone_is_told_as_the_chosen_place_and_not_as_the_journal() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let to = bo.home().join("stick").join("out");
    for asked in [
        ask(OutForm::Json, OutAs::Closed),
        ask(OutForm::Html, OutAs::InClear),
        ask(OutForm::Markdown, OutAs::Closed),
    ] {
        let refused = journal.take_out(asked, &bo.phrase(), Cost::CHEAP, bo.tongue, &to, bo.now());
        assert!(matches!(refused, Err(Error::PlaceGone)), "{asked:?}");
    }
    assert!(!to.exists() && !bo.home().join("stick").exists());
    bo.write(&mut journal, "on");
}

#[test]
fn nothing_is_taken_out_without_the_passphrase_or_over_what_is_there() {
    let aki = Person::aki();
    let journal = a_full_book(&aki);
    let wrong = Passphrase::new("not the one").unwrap();
    let (to, folder) = (aki.home().join("file"), aki.home().join("folder"));
    let take = |form, phrase: &Passphrase, to: &Path| {
        let ask = ask(form, OutAs::InClear);
        journal.take_out(ask, phrase, Cost::CHEAP, aki.tongue, to, aki.now())
    };
    let refused = take(OutForm::Json, &wrong, &to);
    assert!(matches!(refused, Err(Error::WrongPassphrase)));
    assert!(!to.exists());
    fs::write(&to, "somebody's").unwrap();
    fs::create_dir(&folder).unwrap();
    // A file in the way is said to be one, and an empty folder is no place for a file.
    for (form, to) in [
        (OutForm::Json, &to),
        (OutForm::Html, &folder),
        (OutForm::Markdown, &to),
    ] {
        let refused = take(form, &aki.phrase(), to);
        assert!(matches!(refused, Err(Error::FileThere)), "{form:?}");
    }
    assert_eq!(fs::read(&to).unwrap(), b"somebody's");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let inside = folder.join("somebody's");
    fs::write(&inside, "").unwrap();
    let refused = take(OutForm::Markdown, &aki.phrase(), &folder);
    assert!(matches!(refused, Err(Error::FolderNotEmpty)));
    fs::remove_file(inside).unwrap();
    take(OutForm::Markdown, &aki.phrase(), &folder).unwrap();
}

#[test]
fn what_is_stopped_while_it_is_taken_out_leaves_nothing() {
    let aki = Person::aki();
    let mut journal = a_full_book(&aki);
    for _ in 0..3 {
        aki.write(&mut journal, &"The kettle, then talk. ".repeat(10_000));
    }
    let forms = OutForm::ALL.into_iter();
    let all = forms.flat_map(|form| [ask(form, OutAs::InClear), ask(form, OutAs::Closed)]);
    for asked in all {
        let folder = aki.home().join("out");
        fs::create_dir(&folder).unwrap();
        let take = |most: usize| {
            let mut told = 0;
            let mut watch = |at: Headway| {
                assert_eq!(at.stage, Stage::Writing);
                told += 1;
                match told > most {
                    true => GoOn::No,
                    false => GoOn::Yes,
                }
            };
            let with = (Cost::CHEAP, aki.tongue);
            let (to, watch) = (folder.join("all"), &mut Watch::new(&mut watch));
            let taken = journal.take_out_watched(asked, &aki.phrase(), with, &to, aki.now(), watch);
            (taken, told)
        };
        let (taken, told) = take(usize::MAX);
        taken.unwrap();
        assert!(told >= 2, "{asked:?}: {told}");
        fs::remove_dir_all(&folder).unwrap();
        fs::create_dir(&folder).unwrap();
        for most in [0, 1, told - 1] {
            let (taken, _) = take(most);
            assert!(matches!(taken, Err(Error::Stopped)), "{asked:?} {taken:?}");
            let left = fs::read_dir(&folder).unwrap().count();
            assert_eq!(left, 0, "{asked:?} after {most}");
        }
        fs::remove_dir(&folder).unwrap();
    }
}
