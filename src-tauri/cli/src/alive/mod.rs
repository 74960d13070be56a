//! What is alive between people, from a terminal: questions, ties, moments, what we move toward, company, words of
//! one's own, and looking back when asked. Each command is understood ([`grammar`]), done ([`doing`]) and told
//! ([`plain`], or as JSON in the shapes of `ui/wire.d.ts`).

pub mod doing;
pub mod gathering;
pub mod grammar;
pub mod naming;
pub mod plain;
pub mod sets;
mod understanding;

use std::path::PathBuf;

use awai::{
    CareFlag, Company, Example, Intention, IntentionState, Lineage, MomentId, MomentKind,
    MomentLine, Move, MyWord, Offer, Openings, Origin, PageLine, Pages, Practice, Question,
    QuestionSet, QuestionSetLine, QuestionWish, Questions, ReturnedTo, SittingId, SittingStep,
    Standing, TakenIn, Tie, TieNamingId, TieRoom,
};
use serde::Serialize;
use serde_json::json;

use crate::ask::{PageName, Source, Told};

pub use understanding::understand;

/// What a person calls a question, a set, or a thing of theirs: a name, or the beginning of an id.
#[derive(Clone)]
pub struct Name(pub String);

/// What is to be done.
pub enum Act {
    QuestionSets,
    Questions {
        words: String,
        origin: Option<Origin>,
        limit: u32,
    },
    Question(Name),
    AddQuestion(Source<PathBuf>),
    Adapt {
        question: Name,
        n: Option<u32>,
        by: Option<Move>,
        because: String,
        words: Source<PathBuf>,
    },
    Lineage(Name),
    Answers {
        question: Option<Name>,
        task: Option<String>,
        limit: u32,
    },
    EraseWording {
        question: Name,
        n: u32,
    },
    Wish {
        question: Name,
        wish: Option<QuestionWish>,
    },
    AddSet {
        title: String,
        questions: Vec<Name>,
    },
    EraseSet(Name),
    ExportSet {
        set: Name,
        file: PathBuf,
    },
    ImportSet(PathBuf),
    Ask(AskFor),
    Answer {
        question: Name,
        set: Option<Name>,
        sitting: Option<SittingId>,
        told: Told,
    },
    Tie(String),
    Rename {
        tie: String,
        called: String,
    },
    About {
        tie: String,
        words: Source<PathBuf>,
    },
    Stand {
        tie: String,
        standing: Standing,
    },
    Care {
        tie: String,
        flag: CareFlag,
    },
    EraseTie(String),
    /// Lines for all of us.
    Gather {
        tie: String,
        chosen: Vec<String>,
        into: Option<PathBuf>,
    },
    EraseNaming(TieNamingId),
    Mark {
        page: PageName,
        kind: MomentKind,
        tie: Option<String>,
        words: String,
    },
    Unmark(MomentId),
    Openings(u32),
    Intentions,
    Intention(Name),
    AddIntention {
        ties: Vec<String>,
        words: Source<PathBuf>,
    },
    IntentionState {
        intention: Name,
        state: IntentionState,
    },
    Try {
        intention: Name,
        happened: String,
        surprised: String,
        around: String,
        words: Source<PathBuf>,
    },
    EraseIntention(Name),
    Company,
    AddCompany {
        how: String,
        words: Source<PathBuf>,
    },
    EraseCompany(Name),
    MyWords,
    AddMyWord {
        theirs: String,
        mine: String,
        because: String,
    },
    EraseMyWord(Name),
    Practice,
    SetPractice {
        sets: Vec<Name>,
        rhythm: String,
    },
    LetPracticeGo,
    AnOpening,
    FromThisDay,
    AnOldQuestion,
    WordsIReturnTo,
    NotAgain(PageName),
    Examples,
    TakeExampleAway(String),
    BringExamplesBack,
}

/// For what a question is asked.
pub struct AskFor {
    pub set: Option<Name>,
    pub ties: Vec<String>,
    pub shown: Vec<Name>,
    pub from: From,
}

/// From where a question is asked.
pub enum From {
    /// The set, or what may be suggested.
    Here,
    /// Another set than the page was asked from.
    Elsewhere(PageName),
    /// Wider than us.
    Wider,
}

/// What was done or found.
pub enum Answer {
    Sets(Vec<QuestionSetLine>),
    Set(Box<QuestionSet>),
    Questions(Questions),
    Question(Question),
    Lineage(Lineage),
    Written(PathBuf),
    TakenIn(TakenIn),
    Step(Box<SittingStep>),
    Offer(Option<Offer>),
    Tie(Tie),
    Room(Box<TieRoom>),
    Offered(Vec<gathering::Offered>),
    Gathered(gathering::Gathered),
    Marked(MomentId),
    Openings(Openings),
    Opening(Option<MomentLine>),
    PageLine(Option<PageLine>),
    Pages(Pages),
    Intentions(Vec<Intention>),
    Intention(Box<Intention>),
    Company(Vec<Company>),
    MyWords(Vec<MyWord>),
    Practice(Option<Practice>),
    Returning(ReturnedTo),
    Examples(Vec<Example>),
    OldQuestion(Option<Question>),
    /// It was done, and there is nothing to tell of it.
    Done,
}

impl Answer {
    /// The answer as JSON.
    pub fn json(&self) -> serde_json::Result<String> {
        fn text(value: &impl Serialize) -> serde_json::Result<String> {
            serde_json::to_string(value)
        }
        match self {
            Answer::Sets(sets) => text(sets),
            Answer::Set(set) => text(set),
            Answer::Questions(questions) => text(questions),
            Answer::Question(question) => text(question),
            Answer::Lineage(lineage) => text(lineage),
            Answer::Written(file) => text(&json!({ "file": file.to_string_lossy() })),
            Answer::TakenIn(taken) => text(taken),
            Answer::Step(step) => text(step),
            Answer::Offer(offer) => text(offer),
            Answer::Tie(tie) => text(tie),
            Answer::Room(room) => text(room),
            Answer::Offered(passages) => text(passages),
            Answer::Gathered(lines) => text(lines),
            Answer::Marked(id) => text(&json!({ "id": id })),
            Answer::Openings(openings) => text(openings),
            Answer::Opening(opening) => text(opening),
            Answer::PageLine(line) => text(line),
            Answer::Pages(pages) => text(pages),
            Answer::Intentions(intentions) => text(intentions),
            Answer::Intention(intention) => text(intention),
            Answer::Company(company) => text(company),
            Answer::MyWords(words) => text(words),
            Answer::Practice(practice) => text(practice),
            Answer::Returning(words) => text(words),
            Answer::Examples(examples) => text(examples),
            Answer::OldQuestion(question) => text(question),
            Answer::Done => text(&json!({ "done": true })),
        }
    }
}
