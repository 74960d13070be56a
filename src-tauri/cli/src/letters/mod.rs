//! Letters from a terminal: inviting, accepting, choosing and sealing, opening, answering. The same verbs of the core
//! as the window's, and the same order: what leaves is shown before it is sealed, who wrote is told before a word.

mod asked;
mod by_hand;
mod doing;
mod drafting;
mod ending;
mod grammar;
mod plain;

use std::path::PathBuf;

use awai::{
    Agreement, Companion, LetterFace, LetterId, LetterLine, LetterShown, LetterVersionId, Now,
    Rest, Thread, Waiting, Wish,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub use asked::act_of;
pub use doing::{answer, companion};
pub use grammar::commands;
pub use plain::text_of;

/// What is to be done.
pub enum LetterAct {
    Invite {
        named: Named,
        into: PathBuf,
    },
    Accept {
        file: PathBuf,
        words_file: Option<PathBuf>,
        named: Named,
        into: PathBuf,
    },
    Companions,
    /// A card by hand: mine is made, one that came is answered, an answer is taken in.
    MakeCard(Named),
    AnswerCard {
        file: PathBuf,
        named: Named,
    },
    TakeCard {
        file: PathBuf,
        waiting: String,
    },
    Agreement {
        name: String,
        answers: Option<PathBuf>,
        reread: String,
    },
    Stand {
        how: Stand,
        name: String,
    },
    Part(Leaving),
    Seal(Box<Sealing>),
    SealDraft {
        draft: String,
        how: How,
    },
    SealAgain {
        letter: String,
        how: How,
    },
    Open {
        file: PathBuf,
        words_file: Option<PathBuf>,
        read: Read,
        then: Then,
    },
    Threads(Option<String>),
    Letter(String),
    LetGo {
        letter: String,
        what: LetGo,
    },
    Echo {
        letter: String,
        words: Option<PathBuf>,
        how: How,
    },
    Release {
        letter: String,
        how: How,
    },
}

/// What somebody is called here, the name chosen towards them, and the tie.
pub struct Named {
    pub called: Option<String>,
    pub my_name: Option<String>,
    pub tie: Option<String>,
}

/// What becomes of a companion.
#[derive(Clone, Copy)]
pub enum Stand {
    Rest,
    TakeUp,
}

/// The keys go: the last moment for the wish that my letters be no longer kept.
pub struct Leaving {
    pub parting: Parting,
    pub name: String,
    pub wish: WishBefore,
    pub how: How,
}

/// What goes with the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// Nothing: the letters stay.
    End,
    /// Every letter, both ways.
    Forget,
}

/// The wish that my letters be no longer kept, before the keys go.
pub enum WishBefore {
    /// Nothing was said about it.
    Unsaid,
    /// It goes on without.
    None,
    All,
    These(Vec<String>),
}

/// What is erased here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LetGo {
    ThisOne,
    WhatItNames,
}

/// What is chosen for a letter.
pub struct Sealing {
    pub to: Vec<String>,
    pub to_words: Option<String>,
    pub my_name: Option<String>,
    /// `ID` or `ID:1,3`: passages counted from one; all of them when none is named.
    pub pages: Vec<String>,
    pub words: Option<PathBuf>,
    pub cover: String,
    pub wish: Vec<Wish>,
    pub holds: Holds,
    /// A question that both answer.
    pub same_question: Option<String>,
    pub as_written: Vec<String>,
    pub stands_as: Vec<String>,
    pub how: How,
}

/// What a letter holds beside its words.
pub enum Holds {
    Words,
    /// My side of the agreement.
    Agreement,
    /// A question passed on, and what changed it.
    Question(String, String),
}

/// Where the file goes, and whether it waits for the morning.
pub struct How {
    pub into: PathBuf,
    pub rest: Rest,
    pub form: FileForm,
}

/// The form of the sealed file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    Binary,
    Armored,
    /// For somebody without Awai: a page for any browser. Everybody else has a binary one.
    Page,
}

/// Whether the words are told with what is told before them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Read {
    Face,
    Words,
}

/// What becomes of a letter that came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Nothing,
    Keep,
    Later,
    Return,
    Erase,
}

/// What was done or found.
pub enum LettersAnswer {
    Invited {
        id: String,
        file: PathBuf,
        words: Vec<String>,
        ends_on: NaiveDate,
    },
    Paired {
        companion: Box<Companion>,
        reply: Option<PathBuf>,
    },
    Companions(Vec<Companion>, Vec<Waiting>),
    CardMade(Box<Waiting>),
    CardAnswered(Box<Companion>),
    Agreement(Box<Agreement>),
    Stands,
    Parted {
        parting: Parting,
        texts: Vec<String>,
        files: Vec<SealedFile>,
        /// A letter for them is begun and stays.
        begun: bool,
        /// The reply to their invitation went with the keys.
        reply_waited: bool,
    },
    LetGo(LetGo),
    Resting {
        draft: LetterId,
        until: Now,
        texts: Vec<String>,
    },
    Sealed {
        texts: Vec<String>,
        files: Vec<SealedFile>,
    },
    Opened {
        face: Box<LetterFace>,
        shown: Option<Box<LetterShown>>,
        /// What a wish to let go names, as far as it is here.
        named: Vec<LetterLine>,
        then: Then,
    },
    Newer,
    /// Each exchange, and the letters that belong to none.
    Threads(Vec<(Companion, Thread)>, Vec<LetterLine>),
    Letter {
        version: LetterVersionId,
        shown: Box<LetterShown>,
        /// What a wish to let go names, as far as it is here.
        named: Vec<LetterLine>,
        /// The words that open it, when it was given under words.
        words: Vec<String>,
    },
}

/// A file that was sealed, and the words that open it when there is no key.
pub struct SealedFile {
    pub to: String,
    pub file: PathBuf,
    pub words: Vec<String>,
}

impl Then {
    pub fn word(self) -> Option<&'static str> {
        match self {
            Then::Nothing => None,
            Then::Keep => Some("kept"),
            Then::Later => Some("later"),
            Then::Return => Some("returned"),
            Then::Erase => Some("erased"),
        }
    }
}

impl LettersAnswer {
    /// Its JSON, as `--help` of each command shows it.
    pub fn json(&self) -> Value {
        let path = |path: &PathBuf| path.to_string_lossy().into_owned();
        match self {
            LettersAnswer::Invited {
                id,
                file,
                words,
                ends_on,
            } => json!({ "id": id, "file": path(file), "words": words, "ends_on": ends_on }),
            LettersAnswer::Paired { companion, reply } => {
                json!({ "companion": companion, "reply": reply.as_ref().map(path) })
            }
            LettersAnswer::Companions(companions, waiting) => {
                json!({ "companions": companions, "waiting": waiting })
            }
            LettersAnswer::CardMade(waiting) => json!(waiting),
            LettersAnswer::CardAnswered(companion) => json!(companion),
            LettersAnswer::Agreement(both) => json!(both),
            LettersAnswer::Stands | LettersAnswer::LetGo(_) => json!({ "done": true }),
            LettersAnswer::Parted { texts, files, .. } => {
                json!({ "done": true, "texts": texts, "files": files_json(files) })
            }
            LettersAnswer::Resting {
                draft,
                until,
                texts,
            } => json!({ "draft": draft, "rests_until": until.to_rfc3339(), "texts": texts }),
            LettersAnswer::Sealed { texts, files } => {
                json!({ "texts": texts, "files": files_json(files) })
            }
            LettersAnswer::Opened {
                face, shown, then, ..
            } => {
                json!({ "face": face, "letter": shown, "done": then.word() })
            }
            LettersAnswer::Newer => json!({ "newer": true }),
            LettersAnswer::Threads(threads, of_nobody) => {
                let of_nobody = match of_nobody.as_slice() {
                    [] => None,
                    letters => Some(json!({ "companion": null, "thread": { "letters": letters } })),
                };
                let threads = threads
                    .iter()
                    .map(|(companion, thread)| json!({ "companion": companion, "thread": thread }));
                threads.chain(of_nobody).collect()
            }
            LettersAnswer::Letter { shown, words, .. } => {
                let mut letter = json!(shown);
                if let (Some(letter), false) = (letter.as_object_mut(), words.is_empty()) {
                    letter.insert("words".to_owned(), json!(words));
                }
                letter
            }
        }
    }
}

fn files_json(files: &[SealedFile]) -> Vec<Value> {
    let one = |one: &SealedFile| {
        let file = one.file.to_string_lossy();
        json!({ "to": one.to, "file": file, "words": one.words })
    };
    files.iter().map(one).collect()
}
