//! Copies of the journal that a sync tool made beside it, from a terminal.

use std::path::PathBuf;

use awai::speech::Speech;
use awai::{
    Beside, Cover, Error, FromSibling, Page, PageFromSibling, PageLine, Sibling, SiblingChoices,
    SiblingPage, SiblingState, TakeAs, Watch,
};
use clap::ArgMatches;
use serde_json::{Value, json};

use crate::ask::Ask;
use crate::doing::{now, open_with_passphrase};
use crate::out;
use crate::plain::begins;
use crate::refusal::Refusal;

/// What is to be done.
pub enum Act {
    Find,
    Look(PathBuf),
    Bring {
        from: PathBuf,
        both: Option<TakeAs>,
        unfinished: bool,
    },
    Aside(PathBuf),
}

/// What was found or done.
pub enum Answer {
    Found(Vec<Sibling>),
    Looked(Box<Beside>, Vec<SiblingPage>),
    Brought(FromSibling),
    Aside,
}

/// The act of `siblings`.
pub fn act_of(of: &ArgMatches) -> Option<Act> {
    let Some((name, of)) = of.subcommand() else {
        return Some(Act::Find);
    };
    let file = of.get_one::<PathBuf>("sibling").cloned()?;
    Some(match name {
        "look" => Act::Look(file),
        "bring" => Act::Bring {
            from: file,
            both: match of.get_one::<String>("both").map(String::as_str) {
                Some("version") => Some(TakeAs::Version),
                Some(_) => Some(TakeAs::Page),
                None => None,
            },
            unfinished: of.get_flag("unfinished"),
        },
        _ => Act::Aside(file),
    })
}

/// Does it.
pub fn answer(ask: &Ask, act: &Act, speech: &Speech) -> Result<Answer, Refusal> {
    let (mut journal, _) = open_with_passphrase(ask, speech)?;
    Ok(match act {
        Act::Find => Answer::Found(journal.siblings()?),
        Act::Look(file) => {
            let beside = journal.compare_sibling(file)?;
            let ids: Vec<_> = beside.both.iter().map(|line| line.id).collect();
            // Under a cover nothing is shown that was not asked for.
            let both = journal.sibling_pages(file, &ids, Cover::Closed)?;
            Answer::Looked(Box::new(beside), both)
        }
        Act::Bring {
            from,
            both,
            unfinished,
        } => {
            crate::pages::refuse_unless_writable(&journal)?;
            let pages = match both {
                Some(take_as) => journal
                    .compare_sibling(from)?
                    .both
                    .into_iter()
                    .map(|line| PageFromSibling {
                        page: line.id,
                        take_as: *take_as,
                    })
                    .collect(),
                None => Vec::new(),
            };
            let choices = SiblingChoices {
                pages,
                unfinished: *unfinished,
            };
            let watch = &mut Watch::nobody();
            Answer::Brought(journal.bring_from_sibling(from, &choices, now(), watch)?)
        }
        Act::Aside(file) => {
            crate::pages::refuse_unless_writable(&journal)?;
            let file = std::path::absolute(file).map_err(|_| Error::NotASibling)?;
            journal.lay_sibling_aside(&file)?;
            Answer::Aside
        }
    })
}

impl Answer {
    pub fn json(&self) -> Value {
        match self {
            Answer::Found(siblings) => siblings
                .iter()
                .map(|one| {
                    json!({
                        "name": one.name, "path": one.path.to_string_lossy(), "bytes": one.bytes,
                        "state": one.state,
                    })
                })
                .collect(),
            Answer::Looked(beside, both) => json!({ "beside": beside, "both": both }),
            Answer::Brought(brought) => json!(brought),
            Answer::Aside => json!({ "done": true }),
        }
    }
}

/// The answer in words.
pub fn text_of(answer: &Answer, speech: &Speech) -> String {
    let say = |key: &str| speech.say(key, &[]) + "\n";
    match answer {
        Answer::Found(siblings) if siblings.is_empty() => say("terminal-siblings-none"),
        Answer::Found(siblings) => siblings
            .iter()
            .map(|one| {
                let path = out::line(&one.path.to_string_lossy());
                format!("{path}\n    {}", say(state(one.state)))
            })
            .collect(),
        Answer::Looked(beside, both) => looked(beside, both, speech),
        Answer::Brought(brought) => came(brought, speech),
        Answer::Aside => say("terminal-sibling-aside"),
    }
}

fn state(state: SiblingState) -> &'static str {
    match state {
        SiblingState::More => "siblings-state-more",
        SiblingState::Same => "siblings-state-same",
        SiblingState::Damaged => "siblings-state-damaged",
        SiblingState::Newer => "siblings-state-newer",
        SiblingState::Held => "siblings-state-held",
        SiblingState::Foreign => "siblings-state-foreign",
    }
}

fn looked(beside: &Beside, both: &[SiblingPage], speech: &Speech) -> String {
    let number = |lines: &[PageLine]| u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let mut text = String::new();
    let mut told = |key: &str, name: &str, many: u32, more: &str| {
        if many > 0 {
            text.push_str(&speech.say(key, &[(name, &many.to_string())]));
            text.push('\n');
            text.push_str(more);
        }
    };
    told(
        "siblings-only-there",
        "pages",
        beside.pages,
        &lines(&beside.only_there, speech),
    );
    let went_on = lines(&beside.went_on, speech);
    told(
        "siblings-went-on",
        "pages",
        number(&beside.went_on),
        &went_on,
    );
    let sides: String = both.iter().map(|page| side_by_side(page, speech)).collect();
    told("siblings-both", "pages", number(&beside.both), &sides);
    let unfinished: String = beside
        .unfinished
        .iter()
        .map(|draft| indented(&draft.writing.body))
        .collect();
    let many = u32::try_from(beside.unfinished.len()).unwrap_or(u32::MAX);
    told("siblings-unfinished", "pages", many, &unfinished);
    told("siblings-let-go", "pages", beside.let_go, "");
    told("siblings-ties", "ties", beside.ties, "");
    told("siblings-letters", "letters", beside.letters, "");
    told("siblings-others", "others", beside.others, "");
    told("siblings-stay", "others", beside.stay, "");
    match text.is_empty() {
        true => speech.say("siblings-nothing", &[]) + "\n",
        false => text,
    }
}

/// Each page on a line: its day and its first words; under a cover, the cover.
fn lines(lines: &[PageLine], speech: &Speech) -> String {
    lines
        .iter()
        .map(|line| format!("    {}  {}\n", line.day, begins(line, speech)))
        .collect()
}

fn side_by_side(page: &SiblingPage, speech: &Speech) -> String {
    let side = |key: &str, page: &Page| {
        let words = match page.covered {
            true => &page.writing.cover,
            false => &page.writing.body,
        };
        let title = match page.writing.title.is_empty() {
            true => String::new(),
            false => indented(&page.writing.title),
        };
        format!("  {}\n{title}{}", speech.say(key, &[]), indented(words))
    };
    let here = page.here.as_ref();
    let here = here.map_or(String::new(), |here| side("terminal-sibling-here", here));
    format!(
        "  {}\n{here}{}",
        page.there.day,
        side("terminal-sibling-there", &page.there)
    )
}

fn indented(words: &str) -> String {
    words
        .lines()
        .map(|line| format!("    {}\n", out::line(line)))
        .collect()
}

/// What came: only what there is.
fn came(brought: &FromSibling, speech: &Speech) -> String {
    let mut text = speech.say("siblings-done", &[]) + "\n";
    let pages = brought.pages + brought.apart + brought.unfinished;
    for (key, many) in [
        ("siblings-came", pages),
        ("siblings-came-words", brought.went_on + brought.versions),
        ("siblings-left", brought.left),
    ] {
        if many > 0 || key == "siblings-came" {
            text.push_str(&speech.say(key, &[("pages", &many.to_string())]));
            text.push('\n');
        }
    }
    text
}
