//! A book with very many ties and questions, made through the core: for seeing that no room becomes slow.

use awai::{
    Cost, Journal, MomentKind, NewMoment, NewTie, Now, Passphrase, QuestionSetFile, TieKind, Vault,
    Writing,
};
use serde_json::json;

use crate::{Home, PHRASE, Told, at};

/// How many ties there are.
pub const TIES: usize = 5_000;
/// How many questions came in, in sets of five hundred.
pub const QUESTIONS: usize = 20_000;

const A_SET: usize = 500;

/// The name a question comes under.
fn id_of(question: usize) -> String {
    format!("{question:032x}")
}

fn take_in_questions(journal: &mut Journal, now: Now) -> Told {
    for from in (0..QUESTIONS).step_by(A_SET) {
        let questions: Vec<_> = (from..from + A_SET)
            .map(|n| json!({ "id": id_of(n), "text": { "en": format!("What was the sound of morning number {n}?") } }))
            .collect();
        let set = json!({
            "awai_question_set": 1,
            "id": format!("{:032x}", 0xffff_0000 + from),
            "title": { "en": format!("Mornings from {from}") },
            "questions": questions,
        });
        let file = QuestionSetFile::parse(set.to_string().as_bytes())?;
        journal.take_in_question_set(&file, now)?;
    }
    Ok(())
}

/// Makes the book in a home: the ties, the questions, and 201 pages that the newest of these was asked on, one of them
/// without a tie and with a moment.
///
/// # Errors
/// When the disk refuses.
pub fn write_a_book_of_many(home: &Home) -> Told {
    let phrase = Passphrase::new(PHRASE)?;
    let now = at("2026-11-01T21:14:00+09:00")?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let new: Vec<NewTie> = (0..TIES)
        .map(|n| NewTie {
            called: match n % 3 {
                0 => format!("somebody {n}"),
                1 => format!("ユキ {n}"),
                _ => format!("Zoé {n}"),
            },
            kind: TieKind::Person,
        })
        .collect();
    let ties = journal.add_ties(&new, now)?;
    take_in_questions(&mut journal, now)?;
    let newest = id_of(QUESTIONS - 1).parse()?;
    let asked = journal.asking(&newest, "en", None, None)?;
    for n in 0..200usize {
        let page = Writing {
            body: format!("the morning number {n}, by the window"),
            lang: "en".to_owned(),
            ties: ties.get(n).map(|tie| tie.id).into_iter().collect(),
            asked: vec![asked.clone()],
            ..Writing::default()
        };
        journal.write(&page, now + chrono::Duration::minutes(i64::try_from(n)?))?;
    }
    let alone = Writing {
        body: "a page with nobody on it".to_owned(),
        lang: "en".to_owned(),
        asked: vec![asked],
        ..Writing::default()
    };
    let page = journal.write(&alone, now + chrono::Duration::days(1))?;
    let moment = NewMoment {
        kind: MomentKind::Opening,
        words: "a laugh".to_owned(),
        lang: "en".to_owned(),
        tie: None,
    };
    journal.mark_moment(page, &moment, now)?;
    journal.close()?;
    Ok(())
}
