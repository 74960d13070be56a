//! What was done or found. As JSON, an answer is one object or array on one line:
//!
//! | command | JSON |
//! |---|---|
//! | `create` | `{"folder": "…"}` |
//! | `write`, `revise` | `{"id": "…", "rev": 1}`: the revision that stands now |
//! | `list` | [`Pages`]: `{"lines": […], "more": false}` |
//! | `aside` | an array of the same lines |
//! | `show` | [`Page`]; `writing.body` is the text, exactly |
//! | `versions` | an array of [`Version`], newest first |
//! | `show --pictures-to` | `{"files": ["…"]}` |
//! | `set-aside`, `bring-back`, `erase` | `{"id": "…"}` |
//! | `erase-versions` | `{"id": "…", "rev": 3}` |
//! | `search` | [`Hits`]: `{"hits": [{"line", "title", "pieces"}], "more": false}` |
//! | `tie add`, `tie list` | [`Tie`], an array of them |
//! | `check` | [`CheckReport`] |
//! | `import` | [`ImportCount`]: what came, or with `--dry-run` what would come |
//! | `invite` | `{"id", "file", "words", "ends_on"}` |
//! | `accept` | `{"companion": {…}, "reply": "…"}`, the reply only for an invitation |
//! | `companions` | `{"companions": […], "waiting": […]}` |
//! | `seal`, `echo`, `release` | `{"draft", "rests_until", "texts"}` while it rests, else `{"texts", "files"}` |
//! | `open` | `{"face": {…}, "letter": {…}, "done": "kept"}` |
//! | `threads` | an array of `{"companion": {…}, "thread": {…}}` |
//! | `passphrase` | `{"changed": true}` |
//! | `answer` | `{"id": "…", "rev": 1}` |
//! | all else | as its `--help` says ([`alive`]) |
//!
//! These are the same shapes that pass between the core and the window (`ui/wire.d.ts`).

use std::path::PathBuf;

use awai::{CheckReport, Hits, ImportCount, Page, PageLine, Pages, ReflectionId, Tie, Version};
use serde::Serialize;
use serde_json::json;

use crate::alive;
use crate::keeping;
use crate::letters::LettersAnswer;
use crate::out;
use crate::refusal::Refusal;

/// What was done or found. Where pages are listed, all ties come along, so that they can be named.
pub enum Answer {
    Created(PathBuf),
    Written {
        id: ReflectionId,
        rev: i64,
    },
    Pages(Pages, Vec<Tie>),
    Aside(Vec<PageLine>, Vec<Tie>),
    Page(Box<Page>, Vec<Tie>),
    Words(Box<Page>),
    Versions(Vec<Version>),
    SetAside(ReflectionId),
    BroughtBack(ReflectionId),
    Erased(ReflectionId),
    VersionsErased {
        id: ReflectionId,
        rev: i64,
    },
    /// The files that pictures of a page were written into.
    Pictures(Vec<PathBuf>),
    Hits(Hits, Vec<Tie>),
    Tie(Tie),
    Ties(Vec<Tie>),
    Check(CheckReport),
    /// What an import would bring.
    Counted(ImportCount),
    /// What it brought.
    Brought(ImportCount),
    PassphraseChanged,
    Keeping(keeping::Answer),
    /// What is alive between people.
    Alive(alive::Answer),
    Letters(Box<LettersAnswer>),
}

impl Answer {
    /// Whether all is well. Only a look through everything can answer no: it was done, and found damage.
    pub fn is_well(&self) -> bool {
        match self {
            Answer::Check(report) => report.is_whole(),
            Answer::Keeping(answer) => answer.is_well(),
            _ => true,
        }
    }

    /// The documented JSON, with a line break.
    pub fn json(&self) -> Result<String, Refusal> {
        let text = match self {
            Answer::Created(folder) => text(&json!({ "folder": folder.to_string_lossy() })),
            Answer::Written { id, rev } => text(&json!({ "id": id, "rev": rev })),
            Answer::Pages(pages, _) => text(pages),
            Answer::Aside(lines, _) => text(lines),
            Answer::Page(page, _) | Answer::Words(page) => text(page),
            Answer::Versions(versions) => text(versions),
            Answer::SetAside(id) | Answer::BroughtBack(id) | Answer::Erased(id) => {
                text(&json!({ "id": id }))
            }
            Answer::VersionsErased { id, rev } => text(&json!({ "id": id, "rev": rev })),
            Answer::Pictures(files) => {
                let names = files.iter().map(|file| file.to_string_lossy());
                text(&json!({ "files": names.collect::<Vec<_>>() }))
            }
            Answer::Hits(hits, _) => text(hits),
            Answer::Tie(tie) => text(tie),
            Answer::Ties(ties) => text(ties),
            Answer::Check(report) => text(report),
            Answer::Counted(count) | Answer::Brought(count) => text(count),
            Answer::Letters(told) => text(&told.json()),
            Answer::Keeping(answer) => text(&answer.json()),
            Answer::PassphraseChanged => text(&json!({ "changed": true })),
            Answer::Alive(answer) => answer
                .json()
                .map_err(|_| awai::Error::Unexpected("json").into()),
        }?;
        Ok(out::json(&text) + "\n")
    }
}

fn text(value: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(|_| awai::Error::Unexpected("json").into())
}
