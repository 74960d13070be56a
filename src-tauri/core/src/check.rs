//! Looking through a whole journal: the file, every page against the chain of digests, the key slots.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Serialize;

use crate::companion::digest_of_companion;
use crate::digest::{ERASED, digest_of_page, earlier_of};
use crate::error::{Error, Result};
use crate::id::{CompanionId, CompanyId, IntentionId, MyWordId, ReflectionId, TieId, hex};
use crate::intention::{digest_of_intention, whole};
use crate::journal::Journal;
use crate::keeping::watch::{Stage, Watch};
use crate::letter::digest_of_letter;
use crate::own_words::{company_as_it_stands, digest_of_practice, my_word_as_it_stands};
use crate::put_away::digest_of_put_away;
use crate::question::digest_of_question;
use crate::question_id::{QuestionId, QuestionSetId};
use crate::question_set::digest_of_set;
use crate::slots::{SlotState, Slots};
use crate::store::{Head, Rows, Store};
use crate::tie::digest_of_tie;

/// What a look through everything found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckReport {
    /// How many pages there are, set aside or not.
    pub pages: u32,
    /// How many earlier wordings.
    pub versions: u32,
    /// How many pictures; each was read and compared with its digest.
    pub pictures: u32,
    /// Whether the chain of changes is whole.
    pub chain: Wholeness,
    /// Pages that are not what the chain says they are.
    pub pages_damaged: Vec<ReflectionId>,
    /// Whether the file passes SQLCipher's and SQLite's own checks.
    pub database: Wholeness,
    /// The key slots.
    pub slots: Vec<SlotState>,
}

/// Whole or damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Wholeness {
    /// As it was written.
    Whole,
    /// Not as it was written.
    Damaged,
}

impl CheckReport {
    /// Whether everything is as it was written.
    pub fn is_whole(&self) -> bool {
        self.chain == Wholeness::Whole
            && self.database == Wholeness::Whole
            && self.pages_damaged.is_empty()
    }
}

impl Journal {
    /// Looks through everything. Changes nothing.
    pub fn check(&self) -> Result<CheckReport> {
        look_through(self.store(), &self.keys(), &mut Watch::nobody())
    }

    /// The digest of everything that stands here, by its kind and name: two journals that agree hold the same.
    pub fn digests(&self) -> Result<BTreeMap<String, String>> {
        let rows = self.rows();
        let mut digests = BTreeMap::new();
        for (kind, thing) in all_things(&rows)? {
            let (_, rev) = rows.newest_head_of(&thing)?.unwrap_or_default();
            if let Some((_, digest)) = thing_as_it_stands(&rows, &kind, &thing, rev)? {
                digests.insert(format!("{kind} {}", hex(&thing)), hex(&digest));
            }
        }
        Ok(digests)
    }
}

/// Looks through everything of an open database and the key slots beside it.
pub(crate) fn look_through(
    store: &Store,
    keys: &Path,
    watch: &mut Watch<'_>,
) -> Result<CheckReport> {
    // Rows anew for each thing: after a damaged one SQLCipher answers nothing until it is opened again.
    let database = wholeness(damage_is_false(store.file_is_whole(watch))?);
    let (mut chain, mut things) = (true, BTreeSet::new());
    let walked = store.rows().walk_heads(i64::MAX / 2, |previous, head| {
        watch.tell(Stage::Checking, 0, 1)?;
        chain &= head.follows(previous);
        things.insert((head.kind, head.thing));
        Ok(())
    });
    chain &= damage_is_false(walked.map(|()| true))?;
    let mut report = CheckReport {
        pages: 0,
        versions: 0,
        pictures: 0,
        chain: Wholeness::Whole,
        pages_damaged: Vec::new(),
        database,
        slots: Slots::of(keys)?.states()?,
    };
    let ids = store.rows().all_page_ids();
    let ids = ids.or_else(nothing_when_damaged)?;
    let of = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    for id in ids {
        watch.tell(Stage::Checking, report.pages, of)?;
        let rows = store.rows();
        report.pages += 1;
        things.remove(&("page".to_owned(), *id.bytes()));
        let whole = thing_is_as_its_head_says(&rows, "page", id.bytes())
            .and_then(|whole| Ok(whole && what_hangs_is_whole(&rows, id, &mut report)?));
        if !damage_is_false(whole)? {
            report.pages_damaged.push(id);
        }
    }
    // What is left in the chain and not among the pages must have been erased, and ties must be as they were.
    for (kind, thing) in things {
        watch.tell(Stage::Checking, report.pages, of)?;
        chain &= damage_is_false(thing_is_as_its_head_says(&store.rows(), &kind, &thing))?;
    }
    report.chain = wholeness(chain);
    Ok(report)
}

/// Whether a thing holds what the newest row of the chain says of it.
pub(crate) fn thing_is_as_its_head_says(
    rows: &Rows<'_>,
    kind: &str,
    thing: &[u8; 16],
) -> Result<bool> {
    let Some((digest, rev)) = rows.newest_head_of(thing)? else {
        return Ok(false);
    };
    Ok(match thing_as_it_stands(rows, kind, thing, rev)? {
        Some(now) => now == (rev, digest),
        None => digest == ERASED,
    })
}

/// How many bytes have to be read to know; nothing much for what is no page.
pub(crate) fn bytes_of_thing(rows: &Rows<'_>, kind: &str, thing: &[u8; 16]) -> Result<u64> {
    match kind {
        "page" => rows.page_bytes(ReflectionId::from_bytes(*thing)),
        _ => Ok(0),
    }
}

/// The revision and the digest of a thing as it stands; nothing when it is not there. What has no revision of
/// its own is given `rev`.
pub(crate) fn thing_as_it_stands(
    rows: &Rows<'_>,
    kind: &str,
    thing: &[u8; 16],
    rev: i64,
) -> Result<Option<(i64, [u8; 32])>> {
    Ok(match kind {
        "page" => match rows.page(ReflectionId::from_bytes(*thing)) {
            Ok(page) => Some((page.rev, digest_of_page(rows, &page, page.hangs)?)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
        "put_away" => Some((rev, digest_of_put_away(rows)?)),
        "tie" => match rows.tie(TieId::from_bytes(*thing))? {
            Some(row) => Some((row.rev, digest_of_tie(rows, &row)?)),
            None => None,
        },
        "question" => match rows.question(&QuestionId::from_bytes(thing))? {
            Some(row) => Some((row.rev, digest_of_question(rows, &row)?)),
            None => None,
        },
        "intention" => match rows.intention(IntentionId::from_bytes(*thing))? {
            Some(row) => Some((row.rev, digest_of_intention(&whole(rows, row)?))),
            None => None,
        },
        "company" => company_as_it_stands(rows, CompanyId::from_bytes(*thing))?,
        "my_word" => my_word_as_it_stands(rows, MyWordId::from_bytes(*thing))?,
        "practice" => rows
            .practice()?
            .map(|(rev, practice)| (rev, digest_of_practice(&practice))),
        "question_set" => rows
            .question_set(&QuestionSetId::from_bytes(thing))?
            .map(|row| (row.rev, digest_of_set(&row))),
        "companion" => match rows.companion(CompanionId::from_bytes(*thing)) {
            Ok(row) => Some((row.rev, digest_of_companion(&row))),
            Err(Error::UnknownCompanion) => None,
            Err(error) => return Err(error),
        },
        "letter" => match rows.letter_by_head(thing)? {
            Some(row) => {
                let inside = rows.letter_inside(row.row)?;
                Some((row.rev, digest_of_letter(&row, &inside)))
            }
            None => None,
        },
        // A kind this version does not know can only come from a newer one, which would have refused to open.
        _ => return Err(Error::JournalDamaged),
    })
}

/// The kind and name of everything that the chain tells of, and of every page.
fn all_things(rows: &Rows<'_>) -> Result<BTreeSet<(String, [u8; 16])>> {
    let mut things = BTreeSet::new();
    rows.walk_heads(i64::MAX / 2, |_, head| {
        things.insert((head.kind, head.thing));
        Ok(())
    })?;
    for id in rows.all_page_ids()? {
        things.insert(("page".to_owned(), *id.bytes()));
    }
    Ok(things)
}

/// Folds together what pages said before, in a journal from when that was not part of the chain.
pub(crate) fn fold_earlier_wordings(rows: &Rows<'_>) -> Result<()> {
    for id in rows.pages_with_earlier()? {
        let mut page = rows.page(id)?;
        page.earlier = earlier_of(&rows.earlier(page.row)?);
        rows.set_earlier(page.row, page.earlier.as_ref())?;
        rows.add_head(&Head {
            kind: "page",
            thing: *id.bytes(),
            rev: page.rev,
            digest: digest_of_page(rows, &page, page.hangs)?,
        })?;
    }
    Ok(())
}

/// Takes everything as it stands now: the chain is linked anew, and what is not as it said is added to it.
pub(crate) fn take_as_it_stands(rows: &Rows<'_>) -> Result<()> {
    rows.link_anew()?;
    for id in rows.all_page_ids()? {
        let page = rows.page(id)?;
        let earlier = earlier_of(&rows.earlier(page.row)?);
        if earlier != page.earlier {
            rows.set_earlier(page.row, earlier.as_ref())?;
        }
    }
    for (kind, thing) in all_things(rows)? {
        if !thing_is_as_its_head_says(rows, &kind, &thing)? {
            let (_, rev) = rows.newest_head_of(&thing)?.unwrap_or_default();
            let (rev, digest) =
                thing_as_it_stands(rows, &kind, &thing, rev)?.unwrap_or((rev, ERASED));
            rows.add_head(&Head {
                kind: &kind,
                thing,
                rev,
                digest,
            })?;
        }
    }
    Ok(())
}

/// Whether a page's earlier wordings and its pictures are what the page says of them.
fn what_hangs_is_whole(
    rows: &Rows<'_>,
    id: ReflectionId,
    report: &mut CheckReport,
) -> Result<bool> {
    use sha2::{Digest, Sha256};
    let page = rows.page(id)?;
    report.versions += page.hangs.versions;
    let mut whole = match page.hangs.versions > 0 || page.earlier.is_some() {
        true => earlier_of(&rows.earlier(page.row)?) == page.earlier,
        false => true,
    };
    if !page.hangs.pictures {
        return Ok(whole);
    }
    for picture in rows.pictures_of(page.row)? {
        report.pictures += 1;
        let (_, bytes) = rows.picture_bytes(picture.id)?;
        whole &= <[u8; 32]>::from(Sha256::digest(&bytes)) == picture.digest;
    }
    Ok(whole)
}

/// Damage met on the way is an answer of a check, not a reason to break it off.
fn damage_is_false(answer: Result<bool>) -> Result<bool> {
    match answer {
        Err(Error::JournalDamaged) => Ok(false),
        other => other,
    }
}

fn nothing_when_damaged(error: Error) -> Result<Vec<ReflectionId>> {
    match error {
        Error::JournalDamaged => Ok(Vec::new()),
        other => Err(other),
    }
}

fn wholeness(whole: bool) -> Wholeness {
    if whole {
        Wholeness::Whole
    } else {
        Wholeness::Damaged
    }
}
