//! The largest letters: 500 parts and some 60 MiB of words and files are put together, sealed, looked at, kept and
//! read, and the process stays within a measured memory. Alone in its process, so that the measure is its own.

// A helper of a test is a test.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use awai::{
    Arrived, Cost, Error, GoOn, Headway, Incoming, Journal, LetterDraft, MOST_PARTS, Rest, Stage,
    Watch,
};
use awai_tests::Person;
use awai_tests::exchange::{arrived, from_page, letter, new_companion, part, sealings};
use awai_tests::stranger::{key_on, sealed_for};
use serde_json::json;

const MIB: usize = 1024 * 1024;

/// The most memory this process has had, in MiB, where the system tells.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

/// Looked at once more: first it is stopped half way, then it goes on to its end and tells all the way.
fn watched(journal: &Journal, file: &[u8]) -> Box<Incoming> {
    let mut told = Vec::new();
    let mut stop = |far: Headway| {
        told.push(far);
        match far.done > far.of / 2 {
            true => GoOn::No,
            false => GoOn::Yes,
        }
    };
    let stopped = journal.look_watched(file, &mut Watch::new(&mut stop));
    assert!(matches!(stopped, Err(Error::Stopped)));
    let half = told.len();
    assert!((20..60).contains(&half), "{half} steps");
    told.clear();
    let mut go_on = |far: Headway| {
        told.push(far);
        GoOn::Yes
    };
    let Ok(Arrived::Letter(came)) = journal.look_watched(file, &mut Watch::new(&mut go_on)) else {
        panic!("it opens")
    };
    assert!(told.len() > half);
    assert!(told.windows(2).all(|two| two[0].done <= two[1].done));
    assert!(
        told.iter()
            .all(|far| far.stage == Stage::Opening && far.done <= far.of)
    );
    came
}

/// Seals it, after it was stopped twice: while it is sealed, and while my own copy is kept. Nothing is sealed or let go
/// of then.
fn sealed_at_last(aki: &Person, hers: &mut Journal, draft: &LetterDraft) -> Vec<u8> {
    let sealing = sealings(aki, hers, draft).remove(0);
    for enough in [0.25, 0.7] {
        let mut told = Vec::new();
        let mut stop = |far: Headway| {
            told.push(far.done);
            match f64::from(far.done) > enough * f64::from(far.of) {
                true => GoOn::No,
                false => GoOn::Yes,
            }
        };
        let watch = &mut Watch::new(&mut stop);
        let all = std::slice::from_ref(&sealing);
        let with = (aki.tongue, Cost::CHEAP);
        let stopped = hers.seal_letters(all, Rest::SendNow, with, aki.now(), watch);
        assert!(matches!(stopped, Err(Error::Stopped)));
        assert!(told.len() > 10 && told.is_sorted(), "{told:?}");
        assert_eq!(hers.thread(sealing.to().unwrap()).unwrap().letters.len(), 0);
        assert_eq!(hers.letter_drafts().unwrap().len(), 1);
    }
    let sealed = hers
        .seal_letter(&sealing, Rest::SendNow, aki.now())
        .unwrap();
    assert_eq!(hers.letter_drafts().unwrap().len(), 0);
    sealed.bytes
}

#[test]
fn five_hundred_parts_and_fifty_files_go_over_within_measure() {
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let new = new_companion("Bo", "Aki");
    let card = hers.make_card(&new, aki.tongue, aki.now()).unwrap();
    let new = new_companion("Aki", "Bo");
    let there = his
        .answer_card(&card.my_card, &new, bo.tongue, bo.now())
        .unwrap();
    let to_bo = hers
        .take_card(card.id, &there.my_card, aki.now())
        .unwrap()
        .id;

    // 500 parts, 40 of them as long as a part may be.
    let long = "あいうえお かきくけこ\n".repeat(MIB / 32);
    let pages: Vec<_> = (0..40)
        .map(|_| aki.write(&mut hers, long.trim_end()))
        .collect();
    let mut draft = letter(to_bo, "");
    draft.parts = (pages.len()..MOST_PARTS)
        .map(|number| part(&number.to_string()))
        .collect();
    draft
        .parts
        .extend(pages.iter().map(|page| from_page(&hers, *page, &[0])));
    let file = sealed_at_last(&aki, &mut hers, &draft);
    assert!(file.len() > 35 * MIB);
    let came = arrived(&his, &file);
    assert_eq!(came.letter().parts.len(), MOST_PARTS);
    his.keep_letter(&came, bo.now()).unwrap();
    drop(came);

    // 48 MiB of files, as another program could seal them: 64 MiB of base64.
    let bytes = "x".repeat(MIB).into_bytes();
    let base64 = "eHh4".repeat(MIB / 3) + "eA==";
    assert_eq!(bytes.len(), MIB);
    let files: Vec<_> = (0..48)
        .map(|_| json!({"type": "text", "base64": base64}))
        .collect();
    let text = json!({
        "id": "0".repeat(32), "thread": "1".repeat(32), "seq": 1, "kind": "letter", "writer": "Aki",
        "parts": [{"text": ["Forty-eight."]}], "files": files,
    });
    let inside = format!("awai-letter/1 -\n{text}");
    let file = sealed_for(&key_on(&there.my_card), inside.as_bytes());
    drop((inside, text, files));
    let came = watched(&his, &file);
    his.keep_letter(&came, bo.now()).unwrap();
    let (sort, one) = came.file(47).unwrap();
    assert_eq!((sort.as_str(), one.len()), ("text", MIB));
    assert!(matches!(came.file(48), Err(Error::NotFound)));
    drop((came, file));
    let lines = his.thread(there.id).unwrap().letters;
    assert_eq!(his.read_letter(lines[1].version).unwrap().files.len(), 48);
    if let Some(most) = most_memory() {
        println!("{most} MiB at the most");
        assert!(most < 900, "{most} MiB");
    }
}
