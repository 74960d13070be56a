//! How two people want to be together: what each answered to the questions of the set `agreement`, version by version.
//! Never a gate, never enforced. When to read it again is said in words, and nothing reminds anybody.

use serde::{Deserialize, Serialize};

use crate::Now;
use crate::error::{Error, Result};
use crate::id::CompanionId;
use crate::journal::Journal;
use crate::letter::AskedWording;
use crate::store::Rows;
use crate::tie::Standing;

/// The most bytes that one version may have.
const MOST_BYTES: usize = 1024 * 1024;
/// The most answers in one version; the set has eight questions.
const MOST_ANSWERS: usize = 50;

/// Both sides of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Agreement {
    /// What I answered, the newest version first.
    pub mine: Vec<AgreementVersion>,
    /// What they answered, the newest version first.
    pub theirs: Vec<AgreementVersion>,
}

/// What one side answered at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AgreementVersion {
    /// Counts this side's versions from one.
    pub version: u32,
    /// When to read it again, in words: "when the snow is gone".
    #[serde(default)]
    pub reread: String,
    /// The answers.
    pub answers: Vec<AgreementAnswer>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AgreementAnswer {
    /// What was asked, in the words of then.
    pub asked: AskedWording,
    /// The answer, line by line.
    pub text: Vec<String>,
}

impl AgreementVersion {
    /// Refuses what no agreement may be.
    pub(crate) fn admit(&self) -> Result<()> {
        let texts = self.answers.iter().map(|answer| {
            answer.asked.text.len() + answer.text.iter().map(String::len).sum::<usize>()
        });
        if texts.sum::<usize>() + self.reread.len() > MOST_BYTES
            || self.answers.len() > MOST_ANSWERS
        {
            return Err(Error::LetterTooMuch);
        }
        Ok(())
    }
}

impl Journal {
    /// Both sides of the agreement with a companion.
    pub fn agreement(&self, id: CompanionId) -> Result<Agreement> {
        let rows = self.rows();
        let row = rows.companion(id)?.row;
        Ok(Agreement {
            mine: rows.agreements(row, "mine")?,
            theirs: rows.agreements(row, "theirs")?,
        })
    }

    /// Keeps my side, as a further version. It goes to the companion in a letter of the kind `agreement`, if I like.
    ///
    /// # Errors
    /// [`Error::CompanionEnded`]: it is still read, and there is nobody to answer.
    pub fn answer_agreement(
        &mut self,
        id: CompanionId,
        reread: &str,
        answers: &[AgreementAnswer],
        now: Now,
    ) -> Result<AgreementVersion> {
        self.change(|rows| {
            let companion = rows.companion(id)?;
            if companion.standing == Standing::Ended {
                return Err(Error::CompanionEnded);
            }
            let row = companion.row;
            let last = rows
                .agreements(row, "mine")?
                .first()
                .map_or(0, |one| one.version);
            let version = AgreementVersion {
                version: last + 1,
                reread: reread.to_owned(),
                answers: answers.to_vec(),
            };
            version.admit()?;
            file_agreement(rows, row, "mine", &version, now)?;
            Ok(version)
        })
    }
}

/// Keeps one side's version; the same one again changes nothing.
pub(crate) fn file_agreement(
    rows: &Rows<'_>,
    companion: i64,
    writer: &str,
    version: &AgreementVersion,
    now: Now,
) -> Result<()> {
    if rows.agreements(companion, writer)?.contains(version) {
        return Ok(());
    }
    rows.add_agreement(companion, writer, version, now)
}

/// My newest version, to go into a letter.
pub(crate) fn mine_to_send(rows: &Rows<'_>, companion: i64) -> Result<AgreementVersion> {
    let newest = rows.agreements(companion, "mine")?.into_iter().next();
    newest.ok_or(Error::NothingChosen)
}
