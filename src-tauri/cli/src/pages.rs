//! Pages from a terminal: words come in exactly as they are, and pages are found by the beginning of their id.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use awai::speech::Speech;
use awai::{
    Asked, Cover, Error, Happened, Hits, Journal, MOST_PAGE_BYTES, Now, Order, Pages, PagesAsk,
    ReflectionId, SearchAsk, TieId, Tongue, Writing,
};

use crate::answer::Answer;
use crate::ask::{PageName, Part, Source, Told, Which};
use crate::doing::now;
use crate::out::say_beside;
use crate::pictures::{Pictured, add_to};
use crate::refusal::Refusal;

/// How many pages the core gives at once, in a list and in a search.
const LINES_AT_ONCE: u32 = 500;
const HITS_AT_ONCE: u32 = 200;

/// The words of a file, read before the journal is opened: a file that cannot be read is told at once.
pub fn words_of_file(source: &Source<PathBuf>) -> Result<Option<String>, Refusal> {
    let Source::Named(path) = source else {
        return Ok(None);
    };
    let file = File::open(path).map_err(|_| Refusal::FileUnreadable)?;
    text_of(file).map(Some)
}

/// The words of a file, if one was named, and the pictures that come with them.
pub type Come = (Option<String>, Vec<Pictured>);

/// When a page is written, and what it was asked.
pub struct At(pub Now, pub Option<Asked>);

/// Writes a page.
pub fn write(
    journal: &mut Journal,
    told: &Told,
    (words, pictures): Come,
    At(at, asked): At,
    tongue: Tongue,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    // Everything that may be refused is refused before a word is typed.
    refuse_unless_writable(journal)?;
    let ties = ties_called(journal, told.ties.as_deref().unwrap_or_default())?;
    let mut writing = Writing {
        title: told.title.clone().unwrap_or_default(),
        body: words_or_input(words, speech)?,
        cover: told.cover.clone().unwrap_or_default(),
        stays_here: told.stays_here.unwrap_or(false),
        happened: told.happened.clone().unwrap_or(Happened::Untold),
        lang: told
            .lang
            .clone()
            .unwrap_or_else(|| tongue.code().to_owned()),
        ties,
        asked: asked.into_iter().collect(),
        ..Writing::default()
    };
    let pictures = add_to(&mut writing.body, pictures);
    let id = journal.write_with(&writing, pictures, at)?;
    Ok(Answer::Written { id, rev: 1 })
}

/// Writes a page anew. What nothing is told about stays as it was.
pub fn revise(
    journal: &mut Journal,
    page: &PageName,
    told: &Told,
    (words, pictures): Come,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    refuse_unless_writable(journal)?;
    let id = named(journal, page)?;
    let mut writing = journal.page(id, Cover::Opened)?.writing;
    if let Some(names) = &told.ties {
        writing.ties = ties_called(journal, names)?;
    }
    if !matches!(told.words, Source::AsTheyAre) {
        writing.body = words_or_input(words, speech)?;
    }
    writing.title = told.title.clone().unwrap_or(writing.title);
    writing.lang = told.lang.clone().unwrap_or(writing.lang);
    writing.cover = told.cover.clone().unwrap_or(writing.cover);
    writing.happened = told.happened.clone().unwrap_or(writing.happened);
    writing.stays_here = told.stays_here.unwrap_or(writing.stays_here);
    let pictures = add_to(&mut writing.body, pictures);
    journal.revise_with(id, &writing, pictures, now())?;
    let rev = journal.page(id, Cover::Closed)?.rev;
    Ok(Answer::Written { id, rev })
}

/// Pages, newest first.
pub fn list(journal: &Journal, which: &Which) -> Result<Answer, Refusal> {
    let mut ask = PagesAsk {
        tie: tie_called(journal, which.tie.as_deref())?,
        from: which.from,
        to: which.to,
        ..PagesAsk::default()
    };
    let mut pages = Pages {
        lines: Vec::new(),
        more: true,
    };
    let mut left = which.limit;
    while left > 0 && pages.more {
        ask.limit = left.min(LINES_AT_ONCE);
        let further = journal.pages(&ask)?;
        left -= ask.limit;
        ask.before = further.lines.last().map(|line| line.place);
        pages.lines.extend(further.lines);
        pages.more = further.more;
    }
    Ok(Answer::Pages(pages, journal.ties()?))
}

/// Pages that hold words.
pub fn search(
    journal: &Journal,
    words: &Source<String>,
    which: &Which,
    order: Order,
) -> Result<Answer, Refusal> {
    let mut ask = SearchAsk {
        words: match words {
            Source::Named(words) => words.clone(),
            _ => text_of(std::io::stdin().lock())?,
        },
        order,
        tie: tie_called(journal, which.tie.as_deref())?,
        from: which.from,
        to: which.to,
        ..SearchAsk::default()
    };
    let mut hits = Hits {
        hits: Vec::new(),
        more: true,
    };
    let mut left = which.limit;
    while left > 0 && hits.more {
        ask.limit = left.min(HITS_AT_ONCE);
        let further = journal.search(&ask)?;
        left -= ask.limit;
        ask.before = further.hits.last().map(|hit| hit.line.place);
        hits.hits.extend(further.hits);
        hits.more = further.more;
        // The closest pages have no place to go on from.
        if order == Order::Closest {
            break;
        }
    }
    Ok(Answer::Hits(hits, journal.ties()?))
}

/// A page, or its words alone.
pub fn show(
    journal: &Journal,
    page: &PageName,
    cover: Cover,
    part: Part,
) -> Result<Answer, Refusal> {
    let page = journal.page(named(journal, page)?, cover)?;
    match part {
        Part::Words if page.covered => Err(Refusal::Covered),
        Part::Words => Ok(Answer::Words(Box::new(page))),
        Part::Whole => Ok(Answer::Page(Box::new(page), journal.ties()?)),
    }
}

/// The page whose id begins so.
pub fn named(journal: &Journal, name: &PageName) -> Result<ReflectionId, Refusal> {
    match journal.pages_named(&name.0)?.as_slice() {
        [] => Err(Error::NotFound.into()),
        [id] => Ok(*id),
        _ => Err(Refusal::SeveralPages),
    }
}

/// The core refuses, too, but only after the words have been typed.
pub fn refuse_unless_writable(journal: &Journal) -> Result<(), Refusal> {
    let opened = journal.opened();
    match (opened.read_only, opened.older) {
        (true, _) => Err(Error::ReadOnly.into()),
        (_, true) => Err(Error::OlderThanSeen.into()),
        _ => Ok(()),
    }
}

/// Erases a page that lies aside: erasing is two steps, and the first can be taken back.
pub fn erase(journal: &mut Journal, page: &PageName) -> Result<Answer, Refusal> {
    let id = named(journal, page)?;
    if journal.page(id, Cover::Closed)?.aside_since.is_none() {
        return Err(Refusal::NotAside);
    }
    journal.erase_aside(id)?;
    Ok(Answer::Erased(id))
}

/// Erases what a page said earlier.
pub fn erase_versions(journal: &mut Journal, page: &PageName) -> Result<Answer, Refusal> {
    let id = named(journal, page)?;
    journal.erase_versions(id)?;
    let rev = journal.page(id, Cover::Closed)?.rev;
    Ok(Answer::VersionsErased { id, rev })
}

/// Ties, by what they are called.
pub fn ties_called(journal: &Journal, names: &[String]) -> Result<Vec<TieId>, Refusal> {
    let mut ties = Vec::new();
    for name in names {
        let tie = journal.tie_called(name)?.ok_or(Error::UnknownTie)?;
        if !ties.contains(&tie.id) {
            ties.push(tie.id);
        }
    }
    Ok(ties)
}

/// A tie, by what it is called.
pub fn tie_called(journal: &Journal, name: Option<&str>) -> Result<Option<TieId>, Refusal> {
    match name {
        Some(name) => Ok(Some(journal.tie_called(name)?.ok_or(Error::UnknownTie)?.id)),
        None => Ok(None),
    }
}

/// Words that came from a file, or that come from standard input now.
pub fn words_or_input(words: Option<String>, speech: &Speech) -> Result<String, Refusal> {
    match words {
        Some(words) => Ok(words),
        None => {
            let input = std::io::stdin();
            if input.is_terminal() {
                say_beside(&speech.say("terminal-write-now", &[]));
            }
            text_of(input.lock())
        }
    }
}

/// Everything there is to read, unchanged: not a space or a line break is added or taken away.
fn text_of(input: impl Read) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    input
        .take(MOST_PAGE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Refusal::FileUnreadable)?;
    if bytes.len() > MOST_PAGE_BYTES {
        return Err(Error::TooLarge.into());
    }
    String::from_utf8(bytes).map_err(|_| Refusal::NotText)
}
