//! Does what is asked about questions, ties and what is alive between people: one verb of the core each.

use std::path::PathBuf;

use awai::speech::Speech;
use awai::{
    AskDifferently, AskedPagesAsk, Draw, Error, Journal, Move, NewCompany, NewIntention, NewMoment,
    NewMyWord, NewQuestion, NewTry, OfferAsk, Practice, Question, QuestionSetFile, QuestionsAsk,
    ReturningAsk, SittingAsk, Tie, TieChange, TieId, Tongue, Wording, WordingRef,
};

use super::gathering::gather;
use super::naming::{beginning_with, question_named, set_named};
use super::{Act, Answer, AskFor, From, Name, sets};
use crate::ask::Source;
use crate::doing::now;
use crate::pages::{named, refuse_unless_writable, tie_called, ties_called, words_or_input};
use crate::refusal::Refusal;

/// Who asks: in which language the program speaks, and what its sentences are.
pub struct Voice<'s> {
    pub tongue: Tongue,
    pub speech: &'s Speech,
}

/// The words that stand in a file, read before the journal is opened.
pub fn file_of(act: &Act) -> Option<&Source<PathBuf>> {
    match act {
        Act::AddQuestion(words)
        | Act::Adapt { words, .. }
        | Act::About { words, .. }
        | Act::AddIntention { words, .. }
        | Act::Try { words, .. }
        | Act::AddCompany { words, .. } => Some(words),
        Act::Answer { told, .. } => Some(&told.words),
        _ => None,
    }
}

/// Does it. `words` came from a file; where they did not, they are read now.
pub fn answer(
    journal: &mut Journal,
    act: &Act,
    words: Option<String>,
    file: Option<QuestionSetFile>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    match act {
        Act::QuestionSets
        | Act::Questions { .. }
        | Act::Question(_)
        | Act::AddQuestion(_)
        | Act::Adapt { .. }
        | Act::Lineage(_)
        | Act::Answers { .. }
        | Act::EraseWording { .. }
        | Act::Wish { .. } => question(journal, act, words, voice),
        Act::AddSet { .. } | Act::EraseSet(_) | Act::ExportSet { .. } | Act::ImportSet(_) => {
            sets::set(journal, act, file, voice)
        }
        Act::Ask(ask) => ask_for(journal, ask),
        // Pages are written in the room of pages.
        Act::Answer { .. } => Err(Error::Unexpected("answer").into()),
        Act::Tie(_)
        | Act::Rename { .. }
        | Act::About { .. }
        | Act::Stand { .. }
        | Act::Care { .. }
        | Act::EraseTie(_)
        | Act::EraseNaming(_)
        | Act::Gather { .. }
        | Act::Mark { .. }
        | Act::Unmark(_)
        | Act::Openings(_) => tie_or_moment(journal, act, words, voice),
        Act::Intentions
        | Act::Intention(_)
        | Act::AddIntention { .. }
        | Act::IntentionState { .. }
        | Act::Try { .. }
        | Act::EraseIntention(_) => toward(journal, act, words, voice),
        Act::Company
        | Act::AddCompany { .. }
        | Act::EraseCompany(_)
        | Act::MyWords
        | Act::AddMyWord { .. }
        | Act::EraseMyWord(_)
        | Act::Practice
        | Act::SetPractice { .. }
        | Act::LetPracticeGo => at_hand(journal, act, words, voice),
        _ => looking_back(journal, act),
    }
}

fn question(
    journal: &mut Journal,
    act: &Act,
    words: Option<String>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    Ok(match act {
        Act::Questions {
            words,
            origin,
            limit,
        } => {
            let ask = QuestionsAsk {
                words: words.clone(),
                origin: *origin,
                after: None,
                limit: *limit,
            };
            Answer::Questions(journal.questions(&ask)?)
        }
        Act::Question(name) => {
            let id = question_named(journal, name)?;
            Answer::Question(journal.question(&id)?)
        }
        Act::AddQuestion(_) => {
            let text = text_in(words, voice)?;
            let hint = Wording::default();
            Answer::Question(journal.add_question(&NewQuestion { text, hint }, now())?)
        }
        Act::Adapt {
            question,
            n,
            by,
            because,
            ..
        } => {
            refuse_unless_writable(journal)?;
            let there: Question = journal.question(&question_named(journal, question)?)?;
            let new = AskDifferently {
                from: WordingRef {
                    n: n.unwrap_or(there.n),
                    question: there.id,
                },
                text: text_in(words, voice)?,
                hint: Wording::default(),
                by: Some(by.unwrap_or(Move::Other)),
                changed_because: because.clone(),
            };
            Answer::Question(journal.ask_differently(&new, now())?)
        }
        Act::Lineage(name) => Answer::Lineage(journal.lineage(&question_named(journal, name)?)?),
        Act::Answers {
            question,
            task,
            limit,
        } => {
            let question = question.as_ref().map(|name| question_named(journal, name));
            let ask = AskedPagesAsk {
                question: question.transpose()?,
                task: task.clone(),
                before: None,
                limit: *limit,
            };
            Answer::Pages(journal.pages_answering(&ask)?)
        }
        Act::EraseWording { question, n } => {
            let question = question_named(journal, question)?;
            journal.erase_wording(&WordingRef { question, n: *n })?;
            Answer::Done
        }
        Act::Wish { question, wish } => {
            let id = question_named(journal, question)?;
            journal.wish_of_question(&id, *wish, now())?;
            Answer::Question(journal.question(&id)?)
        }
        _ => Answer::Sets(journal.question_sets()?),
    })
}

fn ask_for(journal: &Journal, ask: &AskFor) -> Result<Answer, Refusal> {
    let ties = ties_called(journal, &ask.ties)?;
    let shown = ask
        .shown
        .iter()
        .map(|name| question_named(journal, name))
        .collect::<Result<Vec<_>, _>>()?;
    if let (Some(set), From::Here) = (&ask.set, &ask.from) {
        let step = SittingAsk {
            set: set_named(journal, set)?,
            ties,
            shown,
        };
        return Ok(Answer::Step(Box::new(journal.sitting_step(&step)?)));
    }
    let mut offer = OfferAsk {
        ties,
        asked: Vec::new(),
        shown,
    };
    Ok(Answer::Offer(match &ask.from {
        From::Here => journal.suggested(&offer, Draw::fresh())?,
        From::Wider => journal.wider(&offer, Draw::fresh())?,
        From::Elsewhere(page) => {
            let page = journal.page(named(journal, page)?, awai::Cover::Opened)?;
            offer.ties.extend(page.writing.ties);
            let asked = page.writing.asked.into_iter();
            offer.asked = asked.map(|asked| asked.question).collect();
            journal.elsewhere(&offer, Draw::fresh())?
        }
    }))
}

fn tie_or_moment(
    journal: &mut Journal,
    act: &Act,
    words: Option<String>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    Ok(match act {
        Act::Tie(name) => Answer::Room(Box::new(journal.tie_room(tie(journal, name)?)?)),
        Act::Rename { tie: name, called } => {
            let change = TieChange {
                called: Some(called.clone()),
                ..TieChange::default()
            };
            Answer::Tie(change_tie(journal, name, &change)?)
        }
        Act::About { tie: name, .. } => {
            refuse_unless_writable(journal)?;
            let change = TieChange {
                about: Some(trimmed(words_or_input(words, voice.speech)?)),
                lang: Some(voice.tongue.code().to_owned()),
                ..TieChange::default()
            };
            Answer::Tie(change_tie(journal, name, &change)?)
        }
        Act::Stand {
            tie: name,
            standing,
        } => {
            let id = tie(journal, name)?;
            Answer::Tie(journal.set_standing(id, *standing, now())?)
        }
        Act::Care { tie: name, flag } => {
            let id = tie(journal, name)?;
            journal.set_care(id, *flag)?;
            Answer::Done
        }
        Act::Gather { tie, chosen, into } => gather(journal, tie, chosen, into.as_deref())?,
        Act::EraseTie(name) => {
            let id = tie(journal, name)?;
            journal.erase_tie(id)?;
            Answer::Done
        }
        Act::EraseNaming(id) => {
            journal.erase_naming(*id)?;
            Answer::Done
        }
        Act::Mark {
            page,
            kind,
            tie: name,
            words,
        } => {
            let new = NewMoment {
                kind: *kind,
                words: words.clone(),
                lang: voice.tongue.code().to_owned(),
                tie: tie_called(journal, name.as_deref())?,
            };
            let page = named(journal, page)?;
            Answer::Marked(journal.mark_moment(page, &new, now())?)
        }
        Act::Unmark(id) => {
            journal.unmark_moment(*id, now())?;
            Answer::Done
        }
        Act::Openings(limit) => Answer::Openings(journal.openings(None, *limit)?),
        _ => return Err(Error::Unexpected("tie").into()),
    })
}

fn toward(
    journal: &mut Journal,
    act: &Act,
    words: Option<String>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    let intention = |journal: &Journal, name: &Name| {
        let all = journal.intentions()?;
        beginning_with(name, all.iter().map(|one| one.id))
    };
    let id = match act {
        Act::Intentions => return Ok(Answer::Intentions(journal.intentions()?)),
        Act::AddIntention { ties, .. } => {
            refuse_unless_writable(journal)?;
            let new = NewIntention {
                ties: ties_called(journal, ties)?,
                toward: trimmed(words_or_input(words, voice.speech)?),
                lang: voice.tongue.code().to_owned(),
                with_companion: None,
            };
            journal.add_intention(&new, now())?
        }
        Act::IntentionState {
            intention: name,
            state,
        } => {
            let id = intention(journal, name)?;
            journal.set_intention_state(id, *state)?;
            id
        }
        Act::Try {
            intention: name,
            happened,
            surprised,
            around,
            ..
        } => {
            refuse_unless_writable(journal)?;
            let id = intention(journal, name)?;
            let new = NewTry {
                what_we_try: trimmed(words_or_input(words, voice.speech)?),
                what_happened: happened.clone(),
                what_surprised: surprised.clone(),
                around_when: around.clone(),
                lang: voice.tongue.code().to_owned(),
            };
            journal.add_try(id, &new)?;
            id
        }
        Act::EraseIntention(name) => {
            let id = intention(journal, name)?;
            journal.erase_intention(id)?;
            return Ok(Answer::Done);
        }
        Act::Intention(name) => intention(journal, name)?,
        _ => return Err(Error::Unexpected("toward").into()),
    };
    Ok(Answer::Intention(Box::new(journal.intention(id)?)))
}

/// What a person keeps at hand.
fn at_hand(
    journal: &mut Journal,
    act: &Act,
    words: Option<String>,
    voice: &Voice<'_>,
) -> Result<Answer, Refusal> {
    let lang = voice.tongue.code().to_owned();
    match act {
        Act::AddCompany { how, .. } => {
            refuse_unless_writable(journal)?;
            let new = NewCompany {
                who_or_what: trimmed(words_or_input(words, voice.speech)?),
                how: how.clone(),
                lang,
            };
            journal.add_company(&new)?;
        }
        Act::EraseCompany(name) => {
            let all = journal.company()?;
            journal.erase_company(beginning_with(name, all.iter().map(|one| one.id))?)?;
        }
        Act::AddMyWord {
            theirs,
            mine,
            because,
        } => {
            let new = NewMyWord {
                their_word: theirs.clone(),
                my_word: mine.clone(),
                because: because.clone(),
                lang,
            };
            journal.add_my_word(&new)?;
        }
        Act::EraseMyWord(name) => {
            let all = journal.my_words()?;
            journal.erase_my_word(beginning_with(name, all.iter().map(|one| one.id))?)?;
        }
        Act::SetPractice { sets, rhythm } => {
            let sets = sets.iter().map(|name| set_named(journal, name));
            let practice = Practice {
                sets: sets.collect::<Result<_, _>>()?,
                rhythm_in_words: rhythm.clone(),
                lang,
            };
            journal.set_practice(Some(&practice))?;
        }
        Act::LetPracticeGo => journal.set_practice(None)?,
        _ => {}
    }
    Ok(match act {
        Act::Company | Act::AddCompany { .. } | Act::EraseCompany(_) => {
            Answer::Company(journal.company()?)
        }
        Act::MyWords | Act::AddMyWord { .. } | Act::EraseMyWord(_) => {
            Answer::MyWords(journal.my_words()?)
        }
        _ => Answer::Practice(journal.practice()?),
    })
}

/// Looking back, and the examples.
fn looking_back(journal: &mut Journal, act: &Act) -> Result<Answer, Refusal> {
    Ok(match act {
        Act::AnOpening => Answer::Opening(journal.an_opening(Draw::fresh())?),
        Act::FromThisDay => {
            let today = now().date_naive();
            Answer::PageLine(journal.a_page_from_this_day(today, Draw::fresh())?)
        }
        Act::AnOldQuestion => Answer::OldQuestion(journal.an_old_question(Draw::fresh())?),
        Act::WordsIReturnTo => {
            Answer::Returning(journal.words_i_return_to(&ReturningAsk::default())?)
        }
        Act::NotAgain(page) => {
            let page = named(journal, page)?;
            journal.not_this_page_again(page, now())?;
            Answer::Done
        }
        Act::Examples => Answer::Examples(journal.examples()?),
        Act::TakeExampleAway(id) => {
            journal.take_example_away(id, now())?;
            Answer::Done
        }
        Act::BringExamplesBack => {
            journal.bring_examples_back()?;
            Answer::Done
        }
        _ => return Err(Error::Unexpected("looking back").into()),
    })
}

fn change_tie(journal: &mut Journal, name: &str, change: &TieChange) -> Result<Tie, Refusal> {
    let id = tie(journal, name)?;
    Ok(journal.change_tie(id, change, now())?)
}

fn tie(journal: &Journal, name: &str) -> Result<TieId, Refusal> {
    Ok(tie_called(journal, Some(name))?.ok_or(Error::UnknownTie)?)
}

/// Words of a question in the program's language, without the line break a terminal or an editor ends them with.
fn text_in(words: Option<String>, voice: &Voice<'_>) -> Result<Wording, Refusal> {
    let text = trimmed(words_or_input(words, voice.speech)?);
    Ok(Wording::one(voice.tongue.code(), &text))
}

fn trimmed(text: String) -> String {
    match text.trim_end_matches(['\n', '\r']) {
        same if same.len() == text.len() => text,
        shorter => shorter.to_owned(),
    }
}
