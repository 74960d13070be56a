//! What somebody asks in a book that has been written in for a while: a question that changed twice, with a branch,
//! a set of one's own, and pages that keep what they were asked.

use awai::{
    AskDifferently, Asked, Audience, Journal, Move, NewQuestion, NewQuestionSet, QuestionId,
    Wording, WordingRef,
};

use crate::{Told, at};

struct Words {
    /// A question, what became of it, and a branch of the first.
    asked: [&'static str; 4],
    because: &'static str,
    set: &'static str,
}

const EN: Words = Words {
    asked: [
        "Why does nobody get what I mean?",
        "What was she seeing that I was not?",
        "What came alive between us on that bench?",
        "Who gets what I mean without being told?",
    ],
    because: "she was tired too, that evening",
    set: "For train rides",
};

const JA: Words = Words {
    asked: [
        "どうして分かってもらえないのだろう",
        "あの人には、何が見えていたのだろう",
        "あのベンチで、ふたりのあいだに何が生まれたのだろう",
        "言わなくても分かってくれるのは、だれだろう",
    ],
    because: "あの夜は、あの人も疲れていたから",
    set: "電車の中で",
};

const FR: Words = Words {
    asked: [
        "Pourquoi personne ne comprend ce que je veux dire?",
        "Qu’est-ce qu’elle voyait que je ne voyais pas?",
        "Qu’est-ce qui s’est éveillé entre nous sur ce banc?",
        "Qui comprend ce que je veux dire sans explication?",
    ],
    because: "elle était fatiguée, elle aussi, ce soir-là",
    set: "Pour le train",
};

/// What pages were asked: one in September, one in November, and the page that is begun.
pub(crate) struct Questions {
    pub(crate) in_autumn: Asked,
    pub(crate) of_library: Asked,
    pub(crate) now: Asked,
}

/// Asks in a book, and asks differently.
pub(crate) fn ask_in_a_book(journal: &mut Journal, tongue: &str) -> Told<Questions> {
    let words = match tongue {
        "ja" => JA,
        "fr" => FR,
        _ => EN,
    };
    let [first, second, third, branch] = words.asked.map(|text| Wording::one(tongue, text));
    let new = NewQuestion {
        text: first,
        hint: Wording::default(),
    };
    let id = journal
        .add_question(&new, at("2026-09-03T20:00:00+09:00")?)?
        .id;
    let change = |n: u32, text: Wording, by: Move, because: &str| AskDifferently {
        from: WordingRef {
            question: id.clone(),
            n,
        },
        text,
        hint: Wording::default(),
        by: Some(by),
        changed_because: because.to_owned(),
    };
    journal.ask_differently(
        &change(1, second, Move::Opened, words.because),
        at("2026-09-28T19:00:00+09:00")?,
    )?;
    let in_autumn = journal.asking(&id, tongue, None, None)?;
    journal.ask_differently(
        &change(1, branch, Move::AssumptionNamed, ""),
        at("2026-10-11T19:00:00+09:00")?,
    )?;
    journal.ask_differently(
        &change(2, third, Move::Us, ""),
        at("2026-11-01T19:00:00+09:00")?,
    )?;
    let now = journal.asking(&id, tongue, None, None)?;
    let connection: QuestionId = "connection-1".parse()?;
    let set = "connection".parse()?;
    let of_library = journal.asking(&connection, tongue, Some(&set), None)?;
    let own = NewQuestionSet {
        title: Wording::one(tongue, words.set),
        purpose: Wording::default(),
        task: String::new(),
        audience: vec![Audience::Alone],
        suggest: false,
        questions: vec![id, connection],
    };
    journal.add_question_set(&own, at("2026-11-01T20:00:00+09:00")?)?;
    Ok(Questions {
        in_autumn,
        of_library,
        now,
    })
}
