//! A journal of any number of pages, opened: it takes no longer the more there are. A row of the soak.

use std::time::Duration;

use awai::PagesAsk;

use crate::times::{Times, ms};
use crate::{Outcome, begun, bring_over, derivation, open};

/// Behind the key derivation, nobody waits longer than this.
const LONGEST: Duration = Duration::from_secs(1);

const OPENINGS: usize = 20;

/// Fills a journal with so many pages and opens it again and again.
pub fn open_many(size: usize) -> Outcome {
    let (folder, home, phrase) = begun()?;
    let mut journal = open(&home, &phrase)?;
    bring_over(&mut journal, folder.path(), size)?;
    journal.close()?;
    let derived = derivation(&home, OPENINGS)?;
    let opened = Times::of(OPENINGS, |_| open(&home, &phrase))?.without(derived);
    let journal = open(&home, &phrase)?;
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let newest = Times::of(OPENINGS, |_| journal.pages(&ask))?;
    let bytes = std::fs::metadata(home.join("journal.db"))?.len();
    println!(
        "figure: {size} pages, {} MB: open {} after the key was derived, {} at the slowest; the newest 50 in {}",
        bytes / 1_000_000,
        ms(opened.middle()),
        ms(opened.slowest()),
        ms(newest.middle())
    );
    if opened.slowest() > LONGEST {
        return Err("opening took longer than a second".into());
    }
    Ok(())
}
