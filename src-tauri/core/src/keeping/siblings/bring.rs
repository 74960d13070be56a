//! Bringing over what is only in a sibling: a union by the names of things, in one transaction, after a backup.
//!
//! What stands here stays. A thing that went on there, from where it stands here, goes on here. A page that was
//! written anew on both sides comes only as the person says, as an earlier wording or as a page of its own. What was
//! seen of the sibling is noted in the chain of changes as a state the thing had, so that nothing comes twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::apart;
use super::compare::{self, Stands, damaged, goes_on};
use crate::Now;
use crate::check::{look_through, thing_as_it_stands};
use crate::digest::ERASED;
use crate::draft::{UNFINISHED, draft_name, file_apart};
use crate::error::{Error, Result};
use crate::id::ReflectionId;
use crate::journal::Journal;
use crate::keeping::takeout::{Taking, make_findable, thing_of};
use crate::keeping::watch::Watch;
use crate::store::{Arrivals, Field, Fields, Head, HeadState, Rows, TABLES, Table, field};
use crate::tie::CareFlag;

/// What becomes of a page that was written anew on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TakeAs {
    /// Its words come among what the page said earlier.
    Version,
    /// It comes as a page of its own.
    Page,
}

/// A page that was written anew on both sides, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PageFromSibling {
    /// Which page.
    pub page: ReflectionId,
    /// How it comes.
    pub take_as: TakeAs,
}

/// What the person chose. What is not chosen stays in the sibling, and can be chosen later.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct SiblingChoices {
    /// Pages that were written anew on both sides.
    pub pages: Vec<PageFromSibling>,
    /// Whether words that are not finished there come, each as a page of its own.
    pub unfinished: bool,
}

/// What came over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FromSibling {
    /// Pages that were only there.
    pub pages: u32,
    /// Pages that went on there.
    pub went_on: u32,
    /// Wordings of pages that were written anew on both sides.
    pub versions: u32,
    /// Pages of their own that came of such pages.
    pub apart: u32,
    /// Pages that came of words not finished there.
    pub unfinished: u32,
    /// Ties.
    pub ties: u32,
    /// Letters.
    pub letters: u32,
    /// Everything else.
    pub others: u32,
    /// Pages that were written anew on both sides and were not chosen.
    pub left: u32,
}

impl Journal {
    /// Brings over what is only in a sibling, and what was chosen of the rest. The sibling is looked through to its
    /// end first, and a backup of the journal is made. All of it comes, or nothing. `path` is its file or its folder.
    ///
    /// # Errors
    /// [`Error::NotASibling`], [`Error::SiblingDamaged`], [`Error::JournalNewer`], [`Error::HeldElsewhere`],
    /// [`Error::Stopped`], and what the disk may say. Nothing has come then.
    pub fn bring_from_sibling(
        &mut self,
        path: &Path,
        choices: &SiblingChoices,
        now: Now,
        watch: &mut Watch<'_>,
    ) -> Result<FromSibling> {
        self.look_closer()?;
        self.refuse_unless_writable()?;
        let sibling = self.open_sibling(path)?;
        let looked = look_through(&sibling.store, &self.keys(), watch).map_err(damaged)?;
        if !looked.is_whole() {
            return Err(Error::SiblingDamaged);
        }
        self.back_up(None, now, watch)?;
        self.change(|rows| Bringing::begin(rows, &sibling.rows(), choices)?.all(now))
    }
}

/// One bringing over.
struct Bringing<'r> {
    ours: &'r Rows<'r>,
    theirs: &'r Rows<'r>,
    choices: &'r SiblingChoices,
    /// How each thing of the sibling stood there, and how it stands to the same thing here.
    heads: Vec<(HeadState, Stands)>,
    told: FromSibling,
}

/// What is done with a thing that is on both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Do {
    GoOn,
    Take(TakeAs),
    /// It stays, but where its care has to be kept.
    Stay,
}

impl<'r> Bringing<'r> {
    fn begin(
        ours: &'r Rows<'r>,
        theirs: &'r Rows<'r>,
        choices: &'r SiblingChoices,
    ) -> Result<Bringing<'r>> {
        let mut heads = Vec::new();
        for head in theirs.newest_heads()? {
            let stands = compare::stands(ours, theirs, &head)?;
            heads.push((head, stands));
        }
        Ok(Bringing {
            ours,
            theirs,
            choices,
            heads,
            told: FromSibling::default(),
        })
    }

    fn all(mut self, now: Now) -> Result<FromSibling> {
        // Before pages come that might say the same.
        let unfinished = match self.choices.unfinished {
            true => compare::unfinished(self.ours, self.theirs)?,
            false => Vec::new(),
        };
        let arrivals = self.take_what_is_only_there()?;
        self.settle_what_is_on_both_sides(&arrivals)?;
        for (draft, known) in unfinished {
            let name = draft_name(draft.page);
            let (page, _) = file_apart(self.ours, self.theirs, &name, draft)?;
            self.ours.note_brought_over(page, UNFINISHED, &known, now)?;
            self.told.unfinished += 1;
        }
        self.note_what_was_seen()?;
        Ok(self.told)
    }

    /// Every row whose thing is not here, with all that hangs on it.
    fn take_what_is_only_there(&mut self) -> Result<Arrivals> {
        let mut taking = Taking::new(self.ours);
        // What is not finished comes as pages, when it was chosen.
        for table in TABLES
            .iter()
            .filter(|table| !table.name.starts_with("draft"))
        {
            self.theirs
                .each_row(table, |fields| taking.take(table, fields))
                .map_err(not_ours)?;
        }
        taking.settle().map_err(not_ours)?;
        let came = taking.brought;
        self.told.pages = came.pages;
        self.told.ties = came.ties;
        self.told.letters = came.letters;
        self.told.others = came.others;
        Ok(taking.arrivals)
    }

    fn settle_what_is_on_both_sides(&mut self, arrivals: &Arrivals) -> Result<()> {
        let mut acts: BTreeMap<[u8; 16], Do> = BTreeMap::new();
        let mut kinds: BTreeSet<String> = BTreeSet::new();
        for (head, stands) in &self.heads {
            let act = match stands {
                Stands::WentOn if goes_on(&head.kind) => Do::GoOn,
                Stands::Both if head.kind == "page" => match self.chosen(&head.thing) {
                    Some(take_as) => Do::Take(take_as),
                    None => continue,
                },
                Stands::WentOn | Stands::Both if head.kind == "tie" => Do::Stay,
                _ => continue,
            };
            acts.insert(head.thing, act);
            kinds.insert(head.kind.clone());
        }
        let theirs = self.theirs;
        // Where nothing of a kind is to be done its rows, of letters with all their pictures, are not read once more.
        let concerned = |table: &&Table| table.kind.is_some_and(|kind| kinds.contains(kind));
        for table in TABLES.iter().filter(concerned) {
            theirs.each_row(table, |fields| {
                let act = thing_of(table, &fields)?.and_then(|thing| acts.get(&thing).copied());
                match act {
                    Some(act) => self.settle_one(table, fields, act, arrivals),
                    None => Ok(()),
                }
            })?;
        }
        let left = self.heads.iter();
        let left = left.filter(|(head, stands)| self.is_left(head, *stands));
        self.told.left = u32::try_from(left.count()).unwrap_or(u32::MAX);
        Ok(())
    }

    /// Whether a thing was written anew on both sides and waits for the person to choose.
    fn is_left(&self, head: &HeadState, stands: Stands) -> bool {
        stands == Stands::Both && head.kind == "page" && self.chosen(&head.thing).is_none()
    }

    fn chosen(&self, thing: &[u8; 16]) -> Option<TakeAs> {
        let mut chosen = self.choices.pages.iter();
        let chosen = chosen.find(|choice| choice.page.bytes() == thing);
        chosen.map(|choice| choice.take_as)
    }

    fn settle_one(
        &mut self,
        table: &'static Table,
        fields: Fields,
        act: Do,
        arrivals: &Arrivals,
    ) -> Result<()> {
        let is_page = table.name == "reflection";
        match act {
            Do::GoOn => {
                self.go_on(table, &fields, arrivals)?;
                match is_page {
                    true => self.told.went_on += 1,
                    false => self.told.others += 1,
                }
            }
            Do::Take(TakeAs::Version) => {
                apart::as_version(self.ours, self.theirs, table, &fields, arrivals)?;
                self.told.versions += 1;
            }
            Do::Take(TakeAs::Page) => {
                apart::as_page(self.ours, self.theirs, table, fields, arrivals)?;
                self.told.apart += 1;
            }
            // Afraid on either side is afraid.
            Do::Stay
                if table.name == "tie"
                    && field(&fields, "care_flag") == Some(&Field::Number(1)) =>
            {
                if let Some(number) = self.ours.row_named(table, &fields)? {
                    self.ours.set_care(number, CareFlag::Raised)?;
                }
            }
            Do::Stay => {}
        }
        Ok(())
    }

    /// Puts what a thing became there in the place of what it is here, and its parts in the place of its parts.
    fn go_on(&self, table: &'static Table, fields: &Fields, arrivals: &Arrivals) -> Result<()> {
        let ours = self.ours;
        let Some(number) = ours.row_named(table, fields)? else {
            return Ok(());
        };
        let there = match field(fields, "id") {
            Some(Field::Number(there)) => *there,
            _ => return Err(Error::SiblingDamaged),
        };
        // A page keeps its place, and lies aside here only when it was laid aside here. A tie was touched when it was
        // touched last, here or there.
        let stay: &[&str] = match table.name {
            "reflection" => &["place", "month", "aside_at"],
            "tie" => &["touched_at"],
            _ => &[],
        };
        ours.put_in_place(table, number, fields.clone(), stay)?;
        if let ("tie", Some(Field::Text(there))) = (table.name, field(fields, "touched_at")) {
            ours.touched_no_earlier(number, there)?;
        }
        for part in table.parts() {
            ours.clear_parts(part, table, number)?;
            for row in self.theirs.parts_of(part, table, there)? {
                ours.add_part(part, table, number, row, arrivals)?;
            }
        }
        match (table.kind, thing_of(table, fields)?) {
            (Some(kind), Some(thing)) => make_findable(ours, kind, &thing),
            _ => Ok(()),
        }
    }

    /// Notes how each thing stood in the sibling as a state that it had, and how it stands here after it. What was
    /// not chosen is not noted, and is found again.
    fn note_what_was_seen(&self) -> Result<()> {
        let ours = self.ours;
        for (head, stands) in &self.heads {
            if *stands == Stands::Known || self.is_left(head, *stands) {
                continue;
            }
            let (kind, thing) = (head.kind.as_str(), head.thing);
            let (before, rev_before) = ours.newest_head_of(&thing)?.unwrap_or_default();
            let now = thing_as_it_stands(ours, kind, &thing, rev_before)?;
            let (rev, digest) = now.unwrap_or((rev_before, ERASED));
            let there = (head.rev, head.digest);
            let states = match digest == head.digest {
                true if (before, rev_before) == (digest, rev) => vec![],
                true => vec![(rev, digest)],
                false => vec![there, (rev, digest)],
            };
            for (rev, digest) in states {
                ours.add_head(&Head {
                    kind,
                    thing,
                    rev,
                    digest,
                })?;
            }
        }
        Ok(())
    }
}

/// A row that no journal holds makes a sibling one that is not whole.
fn not_ours(error: Error) -> Error {
    match error {
        Error::NotTakenOut | Error::NotFound | Error::JournalDamaged => Error::SiblingDamaged,
        other => other,
    }
}
