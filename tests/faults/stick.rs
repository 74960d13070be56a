//! A stick that is pulled out while the book is open, and plugged in again.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use awai::{
    Cost, Cover, GoOn, Headway, Journal, Now, PagesAsk, Passphrase, ReflectionId, Stage,
    TroubleKind, Vault, Watch, write_elsewhere_watched,
};
use awai_tests::stick::Stick;
use awai_tests::{Person, copy_folder, not_looked_at, unfinished, words};

use crate::soak::{figure, times};

fn phrase() -> Passphrase {
    Passphrase::new("a phrase on a stick").unwrap()
}

/// One that can be torn out, where one can be made.
fn a_stick() -> Option<Stick> {
    let stick = Stick::that_can_be_torn_out();
    if stick.is_none() {
        not_looked_at(
            "a stick that is pulled out",
            "none can be made here (that takes root, exfatprogs and exfat-fuse).",
        );
    }
    stick
}

fn body(journal: &Journal, page: ReflectionId) -> String {
    journal.page(page, Cover::Closed).unwrap().writing.body
}

/// Writes page after page until one is refused: those that were acknowledged, the last one, and why.
fn write_until_refused(journal: &mut Journal, round: usize, now: Now) -> Evening {
    let mut kept = Vec::new();
    loop {
        let said = format!(
            "page {} of the evening {round} {}",
            kept.len(),
            "word ".repeat(400)
        );
        match journal.write(&words(&said), now) {
            Ok(page) => kept.push((page, said)),
            Err(error) => {
                return Evening {
                    kept,
                    refused: said,
                    kind: error.trouble().kind,
                };
            }
        }
    }
}

struct Evening {
    kept: Vec<(ReflectionId, String)>,
    refused: String,
    kind: TroubleKind,
}

fn is_said(kind: Option<TroubleKind>) -> bool {
    matches!(
        kind,
        Some(TroubleKind::FolderGone | TroubleKind::DiskTrouble)
    )
}

#[test]
fn a_stick_that_is_pulled_out_keeps_nothing_says_so_and_goes_on_when_it_is_plugged_in_again() {
    let bo = Person::bo().in_memory();
    let Some(mut stick) = a_stick() else {
        return;
    };
    let vault = Vault::create(
        &stick.top().join("journal"),
        &phrase(),
        Cost::CHEAP,
        bo.now(),
    )
    .unwrap();
    let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
    let (pulled, mut kept, mut in_part) = (times(12), Vec::new(), 0);
    let mut refused = Vec::new();
    for round in 0..pulled {
        let now = bo.now();
        let writes = std::thread::spawn(move || {
            let evening = write_until_refused(&mut journal, round, now);
            (journal, evening)
        });
        std::thread::sleep(Duration::from_millis(30 + (round as u64 * 7) % 41));
        stick.tear_out();
        let evening;
        (journal, evening) = writes.join().unwrap();
        assert!(is_said(Some(evening.kind)), "{round}: {:?}", evening.kind);
        let rev = u32::try_from(round).unwrap() + 1;
        let last_words = unfinished(rev, &format!("the last words of the evening {round}"));
        for _ in 0..2 {
            let draft = journal.keep_draft(&last_words, now).err();
            assert!(is_said(draft.map(|error| error.trouble().kind)), "{round}");
        }
        assert!(stick.plug_in());
        in_part += usize::from(is_hot(&stick.top().join("journal/journal.db-journal")));
        journal.keep_draft(&last_words, now).unwrap();
        let draft = journal.draft(None).unwrap().unwrap();
        assert_eq!(draft.writing.body, last_words.writing.body);
        kept.extend(evening.kept);
        refused.push(evening.refused);
        // What was refused may have reached the stick before it could be said, whole or not at all.
        let ask = PagesAsk {
            limit: 2,
            ..PagesAsk::default()
        };
        let newest = journal.pages(&ask).unwrap();
        for line in &newest.lines {
            let said = body(&journal, line.id);
            assert!(
                refused.contains(&said) || kept.iter().any(|(id, _)| *id == line.id),
                "{round}"
            );
        }
        let all = round % 50 == 0 || round + 1 == pulled;
        for (page, said) in kept.iter().rev().take(if all { kept.len() } else { 20 }) {
            assert_eq!(body(&journal, *page), *said, "{round}");
        }
        if all {
            assert!(journal.check().unwrap().is_whole());
        }
    }
    journal.close().unwrap();
    // Nothing of it was only in memory.
    stick.tear_out();
    assert!(stick.plug_in());
    let journal = vault.unlock(&phrase(), bo.now()).unwrap();
    assert!(journal.check().unwrap().is_whole());
    for (page, said) in &kept {
        assert_eq!(body(&journal, *page), *said);
    }
    figure(&format!(
        "{pulled} times pulled out while pages were written, {in_part} of them in the middle of one; {} pages acknowledged, 0 lost; gone on each time it was plugged in again",
        kept.len()
    ));
}

#[test]
fn what_could_not_be_read_from_a_stick_is_read_once_it_is_plugged_in_again() {
    let bo = Person::bo().in_memory();
    let Some(mut stick) = a_stick() else {
        return;
    };
    let place = stick.top().join("journal");
    let vault = Vault::create(&place, &phrase(), Cost::CHEAP, bo.now()).unwrap();
    let mut journal = vault.unlock(&phrase(), bo.now()).unwrap();
    // More than is held in memory.
    let kept: Vec<(ReflectionId, String)> = (0..60)
        .map(|number| {
            let said = format!("page {number} {}", "word ".repeat(20_000));
            (journal.write(&words(&said), bo.now()).unwrap(), said)
        })
        .collect();
    // Nor does the system hold it in memory: what it does hold can be read from a stick that is gone.
    let database = format!("if={}", place.join("journal.db").display());
    let mut let_go = Command::new("dd");
    let_go.args([&database, "iflag=nocache", "count=0", "status=none"]);
    assert!(let_go.status().unwrap().success());
    stick.tear_out();
    let mut reads = kept
        .iter()
        .map(|(page, _)| journal.page(*page, Cover::Closed));
    let refused = reads.find_map(Result::err).unwrap();
    assert!(is_said(Some(refused.trouble().kind)), "{refused:?}");
    journal.doubt();
    assert!(journal.come_back().is_err(), "it is not there yet");
    assert!(stick.plug_in());
    journal.come_back().unwrap();
    for (page, said) in &kept {
        assert_eq!(body(&journal, *page), *said);
    }
}

/// Whether a change was cut short: its journal begins with SQLite's mark and not with zeros.
fn is_hot(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(&[0xd9, 0xd5, 0x05, 0xf9]))
}

/// Puts a copy of a folder in its place, as another device brings the same files.
fn another_device_brings(journal: &Path) {
    let away = journal.with_extension("away");
    fs::rename(journal, &away).unwrap();
    copy_folder(&away, journal).unwrap();
    fs::remove_dir_all(&away).unwrap();
}

#[test]
fn the_same_files_on_another_device_are_gone_on_with_and_any_others_are_not() {
    let bo = Person::bo().in_memory();
    let mut journal = bo.begin();
    let page = bo.write(&mut journal, "first");
    let earlier = bo.home().join("earlier");
    copy_folder(&bo.folder(), &earlier).unwrap();
    another_device_brings(&bo.folder());
    let second = bo.write(&mut journal, "second");
    assert_eq!(body(&journal, page), "first");
    assert_eq!(body(&journal, second), "second");
    let refused = |journal: &mut Journal| {
        let draft = journal.keep_draft(&unfinished(1, "not kept"), bo.now());
        draft.unwrap_err().trouble().kind
    };

    // Somebody else had it meanwhile: what lies open here may be older than what lies there.
    another_device_brings(&bo.folder());
    let elsewhere = bo.open();
    assert_eq!(refused(&mut journal), TroubleKind::HeldElsewhere);
    elsewhere.close().unwrap();
    assert_eq!(refused(&mut journal), TroubleKind::ChangedElsewhere);
    drop(journal);

    // After trouble the very file that was opened is looked at anew as well.
    let mut journal = bo.open();
    let database = bo.folder().join("journal.db");
    let left = fs::read(&database).unwrap();
    fs::write(&database, fs::read(earlier.join("journal.db")).unwrap()).unwrap();
    journal.come_back().unwrap();
    journal.doubt();
    let changed = journal.come_back().unwrap_err();
    assert_eq!(changed.trouble().kind, TroubleKind::ChangedElsewhere);
    fs::write(&database, left).unwrap();
    journal.come_back().unwrap();
    assert_eq!(body(&journal, second), "second");

    // An older copy that is put in its place is not taken for it, though its lock names this process as well.
    fs::copy(bo.folder().join("lock"), earlier.join("lock")).unwrap();
    fs::remove_dir_all(bo.folder()).unwrap();
    fs::rename(&earlier, bo.folder()).unwrap();
    assert_eq!(refused(&mut journal), TroubleKind::ChangedElsewhere);
    let read = journal.page(page, Cover::Closed).unwrap_err();
    assert_eq!(read.trouble().kind, TroubleKind::FolderGone);
    // Nor is an empty file, or one of another journal.
    for bytes in [&b""[..], &[7; 8192]] {
        fs::write(&database, bytes).unwrap();
        assert_eq!(refused(&mut journal), TroubleKind::ChangedElsewhere);
    }
}

#[test]
fn a_stick_that_is_pulled_out_while_something_is_saved_on_it_is_told_as_that_place_and_not_as_the_journals_disk()
 {
    let bo = Person::bo();
    let Some(mut stick) = a_stick() else {
        return;
    };
    let mut journal = bo.begin();
    for number in 0..60 {
        bo.write(
            &mut journal,
            &format!("page {number} {}", "word ".repeat(4000)),
        );
    }
    let top = stick.top();
    let letter = vec![7; 8 * 1024 * 1024];
    for when in [Stage::Saving, Stage::Copying, Stage::Comparing] {
        let mut pulled = false;
        let mut ask = |at: Headway| {
            // Not before the first bytes are on their way.
            if at.stage == when && (at.done > 0 || when == Stage::Comparing) && !pulled {
                stick.tear_out();
                pulled = true;
            }
            GoOn::Yes
        };
        let watch = &mut Watch::new(&mut ask);
        let done = match when {
            Stage::Saving => write_elsewhere_watched(&top.join("letter.age"), &letter, watch),
            _ => journal.back_up(Some(&top), bo.now(), watch).map(drop),
        };
        let kind = done.unwrap_err().trouble().kind;
        let of_the_place = matches!(kind, TroubleKind::PlaceTrouble | TroubleKind::PlaceGone);
        assert!(pulled && of_the_place, "{when:?}: {kind:?}");
        // The journal lies on another disk, and goes on.
        bo.write(&mut journal, "on");
        assert!(stick.plug_in());
    }
    assert!(journal.check().unwrap().is_whole());
    journal
        .back_up(Some(&top), bo.now(), &mut Watch::nobody())
        .unwrap();
}
