//! A journal of any number of pages, opened: it takes no longer the more there are. A row of the soak.

use std::path::Path;
use std::time::Duration;

use awai::{Cost, PagesAsk, Passphrase, Vault};

use crate::times::{Times, ms};
use crate::{Outcome, bring_over, key_slot, now, open};

/// Behind the key derivation, nobody waits longer than this.
const LONGEST: Duration = Duration::from_secs(1);

/// Fills a journal with so many pages and opens it twenty times.
pub fn open_many(size: usize) -> Outcome {
    let beside = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(beside.parent().unwrap_or(Path::new(".")))?;
    let home = folder.path().join("journal");
    let phrase = Passphrase::new("measured")?;
    Vault::create(&home, &phrase, Cost::CHEAP, now())?;
    let mut journal = open(&home, &phrase)?;
    bring_over(&mut journal, folder.path(), size)?;
    journal.close()?;
    let slot = std::fs::read(home.join("keys/passphrase-1.a.age"))?;
    let derived = Times::of(20, |_| key_slot(&slot))?.middle();
    let opened = Times::of(20, |_| open(&home, &phrase))?.without(derived);
    let journal = open(&home, &phrase)?;
    let ask = PagesAsk {
        limit: 50,
        ..PagesAsk::default()
    };
    let newest = Times::of(20, |_| journal.pages(&ask))?;
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
