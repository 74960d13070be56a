//! Lines for all of us: passages of a group's or a place's pages, chosen one by one, as a text that the group owns.
//! Nothing is chosen beforehand, nothing is changed by itself, and nothing of it is kept here. Names are taken out by
//! hand: those that stand in the text are told beside it.

use std::path::{Path, PathBuf};

use awai::{Error, Journal, PagesAsk, Passage, TieKind, words};
use serde::Serialize;

use super::Answer;
use crate::ask::page_name;
use crate::doing::write_new;
use crate::out::short;
use crate::pages::named;
use crate::refusal::Refusal;

/// How many pages the core gives at once.
const AT_ONCE: u32 = 500;

/// A passage that can be chosen.
#[derive(Serialize)]
pub struct Offered {
    /// `3fa9c02e/1`
    pub name: String,
    pub day: String,
    pub text: String,
}

/// What was gathered.
#[derive(Serialize)]
pub struct Gathered {
    pub text: String,
    /// The names of this book that stand in it.
    pub named: Vec<String>,
    /// Where it was written.
    pub file: Option<PathBuf>,
}

/// Lists what can be chosen, or gathers what was.
pub fn gather(
    journal: &Journal,
    tie: &str,
    chosen: &[String],
    into: Option<&Path>,
) -> Result<Answer, Refusal> {
    let tie = journal.tie_called(tie)?.ok_or(Error::UnknownTie)?;
    if !matches!(tie.kind, TieKind::Group | TieKind::CommunityOrPlace) {
        return Err(Refusal::NotAGroup);
    }
    let ask = PagesAsk {
        tie: Some(tie.id),
        limit: AT_ONCE,
        ..PagesAsk::default()
    };
    if chosen.is_empty() {
        return Ok(Answer::Offered(offered(journal, ask)?));
    }
    let mut lines = Vec::new();
    for name in chosen {
        lines.push(passage(journal, tie.id, name)?);
    }
    let text = lines.join("\n\n");
    let written = format!("{}\n", text.trim_end());
    let file = into.map(|file| write_new(file, written.as_bytes()));
    let file = file.transpose()?;
    let form = words::folded(&text);
    let named = journal.ties()?.into_iter().map(|tie| tie.called);
    let named = named.filter(|called| {
        let name = words::folded(called);
        !name.is_empty() && form.contains(&name)
    });
    Ok(Answer::Gathered(Gathered {
        named: named.collect(),
        text,
        file,
    }))
}

fn offered(journal: &Journal, mut ask: PagesAsk) -> Result<Vec<Offered>, Refusal> {
    let mut found = Vec::new();
    loop {
        let pages = journal.pages_to_offer(&ask)?;
        for line in pages.lines.iter().filter(|line| !line.covered) {
            let start = short(&line.id);
            let texts = texts_of(journal, line.id)?;
            found.extend((1..).zip(texts).map(|(number, text)| Offered {
                name: format!("{start}/{number}"),
                day: line.day.to_string(),
                text,
            }));
        }
        ask.before = pages.lines.last().map(|line| line.place);
        if !pages.more {
            return Ok(found);
        }
    }
}

/// The words of one passage, by its name.
fn passage(journal: &Journal, tie: awai::TieId, name: &str) -> Result<String, Refusal> {
    let (page, number) = name.split_once('/').ok_or(Error::BadRequest)?;
    let page = page_name(page).map_err(|_| Error::BadRequest)?;
    let number: usize = number.parse().map_err(|_| Error::BadRequest)?;
    let line = journal.line(named(journal, &page)?)?;
    if line.covered {
        return Err(Refusal::Covered);
    }
    if !line.ties.contains(&tie) {
        return Err(Error::NotFound.into());
    }
    let mut texts = texts_of(journal, line.id)?.into_iter();
    // Counted from one; before the first there is nothing.
    let text = texts.nth(number.wrapping_sub(1));
    text.ok_or_else(|| Error::NotFound.into())
}

/// The passages of a page that are words. A page that stays here has none.
fn texts_of(journal: &Journal, page: awai::ReflectionId) -> Result<Vec<String>, Refusal> {
    let passages = journal.offer(page)?.passages.into_iter();
    Ok(passages
        .filter_map(|passage| match passage {
            Passage::Words { text } => Some(text),
            Passage::Picture { .. } => None,
        })
        .collect())
}
