//! Small wishes to be left in peace: questions to come back to or not to be offered again, pages not to be shown
//! again when something is drawn, examples that were taken away. Together they are one thing in the chain.

use crate::digest::Digest;
use crate::error::Result;
use crate::store::{Head, Rows};

/// The one thing's name in the chain.
pub(crate) const PUT_AWAY: [u8; 16] = *b"awai put away   ";

/// Adds all that is put away to the chain.
pub(crate) fn add_head_of_put_away(rows: &Rows<'_>) -> Result<()> {
    let rev = rows.newest_head_of(&PUT_AWAY)?.map_or(0, |(_, rev)| rev) + 1;
    rows.add_head(&Head {
        kind: "put_away",
        thing: PUT_AWAY,
        rev,
        digest: digest_of_put_away(rows)?,
    })
}

/// The digest of all that is put away.
pub(crate) fn digest_of_put_away(rows: &Rows<'_>) -> Result<[u8; 32]> {
    let all = rows.everything_put_away()?;
    let mut digest = Digest::new().list(&all);
    for (kind, what) in &all {
        digest = digest.text(kind).text(what);
    }
    Ok(digest.done())
}
