//! How a question came to be asked as it is: all its wordings through time, with their branches. First wordings stay
//! in sight; no wording is said to be a better one.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::Now;
use crate::ask_differently::Move;
use crate::error::{Error, Result};
use crate::journal::Journal;
use crate::library::Library;
use crate::question::{Origin, WordingRef};
use crate::question_id::QuestionId;
use crate::reflection::{PageLine, line_of};
use crate::store::{Rows, VersionRow};
use crate::wording::Wording;

/// All wordings that hang together with a question, each after the one it grew out of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Lineage {
    /// The wordings, the oldest first.
    pub wordings: Vec<LineageWording>,
}

/// A wording in a lineage.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LineageWording {
    /// Which wording it is.
    pub wording: WordingRef,
    /// Whose words they are.
    pub origin: Origin,
    /// The words.
    pub text: Wording,
    /// When it was made here; nothing for words of the library and for words that never were here.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub at: Option<Now>,
    /// The wording it grew out of.
    pub parent: Option<WordingRef>,
    /// How it was changed.
    #[serde(rename = "move")]
    pub by: Option<Move>,
    /// Why, in free words.
    pub changed_because: String,
    /// The page that answered it last.
    pub page: Option<PageLine>,
    /// The last opening that was marked on a page that answered it.
    pub opened: Option<String>,
}

impl Journal {
    /// The lineage of a question.
    pub fn lineage(&self, id: &QuestionId) -> Result<Lineage> {
        let rows = self.rows();
        let mut found = Family {
            rows: &rows,
            library: &self.library,
            wordings: BTreeMap::new(),
            kept: Vec::new(),
        };
        found.gather(id)?;
        if found.wordings.is_empty() {
            return Err(Error::UnknownQuestion);
        }
        let wordings = found
            .in_order()
            .into_iter()
            .map(|wording| with_what_came_of_it(&rows, wording))
            .collect::<Result<_>>()?;
        Ok(Lineage { wordings })
    }
}

/// Questions that hang together, being gathered.
struct Family<'f> {
    rows: &'f Rows<'f>,
    library: &'f Library,
    wordings: BTreeMap<WordingRef, LineageWording>,
    /// Words that were kept with what grew out of them, because they are no row here.
    kept: Vec<(WordingRef, Wording)>,
}

impl Family<'_> {
    /// Gathers a question, what it grew out of and what grew out of it, as far as that goes.
    fn gather(&mut self, id: &QuestionId) -> Result<()> {
        let mut waiting = vec![id.clone()];
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id.clone()) {
                continue;
            }
            self.add_built_in(&id);
            if let Some(question) = self.rows.question(&id)? {
                for version in self.rows.versions_of(question.row)? {
                    waiting.extend(version.parent.iter().map(|parent| parent.question.clone()));
                    self.add(&id, question.origin, version);
                }
            }
            waiting.extend(self.rows.children_of(&id)?);
        }
        self.add_what_was_kept();
        Ok(())
    }

    fn add_built_in(&mut self, id: &QuestionId) {
        let Some((question, _)) = self.library.question(id) else {
            return;
        };
        let earlier = question.earlier.iter().map(|one| (one.n, &one.text));
        for (n, text) in earlier.chain([(question.n, &question.text)]) {
            self.put(bare(id, n, Origin::BuiltIn, text));
        }
    }

    fn add(&mut self, id: &QuestionId, origin: Origin, version: VersionRow) {
        if let (Some(parent), false) = (&version.parent, version.parent_text.is_empty()) {
            self.kept.push((parent.clone(), version.parent_text));
        }
        self.put(LineageWording {
            at: Some(version.at),
            parent: version.parent,
            by: version.by,
            changed_because: version.changed_because,
            ..bare(id, version.n, origin, &version.text)
        });
    }

    fn put(&mut self, wording: LineageWording) {
        self.wordings.insert(wording.wording.clone(), wording);
    }

    /// A wording of an older library, or one that a companion asked and never sent. What was kept is what was
    /// adapted, also when a library now has other words under that number.
    fn add_what_was_kept(&mut self) {
        for (wording, text) in std::mem::take(&mut self.kept) {
            let origin = match wording.question.bytes() {
                None => Origin::BuiltIn,
                Some(_) => Origin::Received,
            };
            // A row of the journal is what it is.
            if origin == Origin::BuiltIn || !self.wordings.contains_key(&wording) {
                self.put(bare(&wording.question, wording.n, origin, &text));
            }
        }
        // The library's own wordings follow each other.
        let built_in: Vec<WordingRef> = self
            .wordings
            .values()
            .filter(|one| one.origin == Origin::BuiltIn)
            .map(|one| one.wording.clone())
            .collect();
        for (before, after) in built_in.iter().zip(built_in.iter().skip(1)) {
            if before.question == after.question
                && let Some(wording) = self.wordings.get_mut(after)
            {
                wording.parent = Some(before.clone());
            }
        }
    }

    /// Each wording after its parent, otherwise by time, what has none first.
    fn in_order(self) -> Vec<LineageWording> {
        let mut left: Vec<LineageWording> = self.wordings.into_values().collect();
        left.sort_by(|a, b| (a.at, &a.wording).cmp(&(b.at, &b.wording)));
        let mut ordered: Vec<LineageWording> = Vec::with_capacity(left.len());
        let mut placed: BTreeSet<WordingRef> = BTreeSet::new();
        let here: BTreeSet<WordingRef> = left.iter().map(|one| one.wording.clone()).collect();
        while !left.is_empty() {
            let before = left.len();
            let mut waiting = Vec::new();
            for one in left {
                let free = one
                    .parent
                    .as_ref()
                    .is_none_or(|parent| placed.contains(parent) || !here.contains(parent));
                if free {
                    placed.insert(one.wording.clone());
                    ordered.push(one);
                } else {
                    waiting.push(one);
                }
            }
            // Parents in a circle can only come from damage; they are still shown.
            if waiting.len() == before {
                ordered.append(&mut waiting);
            }
            left = waiting;
        }
        ordered
    }
}

fn bare(id: &QuestionId, n: u32, origin: Origin, text: &Wording) -> LineageWording {
    LineageWording {
        wording: WordingRef {
            question: id.clone(),
            n,
        },
        origin,
        text: text.clone(),
        at: None,
        parent: None,
        by: None,
        changed_because: String::new(),
        page: None,
        opened: None,
    }
}

fn with_what_came_of_it(rows: &Rows<'_>, wording: LineageWording) -> Result<LineageWording> {
    let page = rows.last_page_asked(&wording.wording)?;
    let page = page.map(|row| line_of(rows, row)).transpose()?;
    let opened = rows.last_opening_asked(&wording.wording)?;
    Ok(LineageWording {
        page,
        opened,
        ..wording
    })
}
