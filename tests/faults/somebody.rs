//! Somebody with a journal, in a process of their own, so that it can be killed, starved of disk or held up.
//!
//! `awai-somebody ACT HOME`: each thing that was acknowledged is said on a line of standard output, after it
//! was, so that whoever listens knows what must be there whatever happens next.

use std::io::Write;
use std::path::{Path, PathBuf};

use awai::{Cost, DraftSave, Journal, Passphrase, Result, Vault, Writing};
use awai_tests::{moment, words};

fn main() {
    let said: Vec<String> = std::env::args().collect();
    let [_, act, home] = said.as_slice() else {
        panic!("awai-somebody ACT HOME");
    };
    let home = PathBuf::from(home);
    let done = match act.as_str() {
        "write" => write(&home),
        "evening" => evening(&home),
        "evenings" => evenings(&home),
        "change" => change(&home),
        "back-up" => back_up(&home),
        "renew" => renew(&home),
        "seal" => seal(&home),
        "bring" => bring(&home),
        "erase" => erase(&home),
        "restore" => restore(&home),
        "create" => create(&home),
        "create-many" => create_many(&home),
        "hold" => hold(&home),
        "open" => open(&home).map(|_| ()),
        "knock" => {
            say("knocked");
            open(&home).map(|_| ())
        }
        "go-on" => go_on(&home),
        other => panic!("{other} is no act"),
    };
    match done {
        Ok(()) => say("done"),
        Err(error) => {
            let trouble = serde_json::to_value(error.trouble()).expect("a trouble is plain JSON");
            let field = |name| trouble.get(name).and_then(|text| text.as_str());
            let (kind, holder) = (field("kind"), field("holder"));
            say(&format!(
                "trouble {} {}",
                kind.unwrap_or_default(),
                holder.unwrap_or_default()
            ));
        }
    }
}

/// One line, out of this process before anything else happens.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Whoever listened may be gone already.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text).expect("it is not empty")
}

/// The passphrase that the change `number` leads to.
fn phrase_of(number: u32) -> Passphrase {
    phrase(&format!("phrase number {number}"))
}

fn now() -> awai::Now {
    moment("2026-05-03T08:15:00.5-07:00")
}

fn vault(home: &Path) -> Result<Vault> {
    Ok(Vault::at(&home.join("journal"))?.remembering(&home.join("seen")))
}

fn open(home: &Path) -> Result<Journal> {
    let phrase = std::env::var("SOMEBODYS_PHRASE").expect("the test says the passphrase");
    vault(home)?.unlock(&Passphrase::new(&phrase)?, now())
}

/// Keeps drafts, finishes them to pages and writes the last page anew, until it is killed.
fn write(home: &Path) -> Result<()> {
    let mut journal = open(home)?;
    say("open");
    pages(&mut journal, std::process::id(), 0..u32::MAX)
}

/// So many pages, in one sitting.
fn evening(home: &Path) -> Result<()> {
    let mut journal = open(home)?;
    say("open");
    pages(&mut journal, 0, 0..number("SOMEBODYS_EVENINGS"))?;
    journal.close()
}

/// So many evenings: each opens the journal, makes a page, changes the passphrase and closes it.
fn evenings(home: &Path) -> Result<()> {
    for n in 0..number("SOMEBODYS_EVENINGS") {
        let mut journal = vault(home)?.unlock(&phrase_of(n), now())?;
        say("open");
        pages(&mut journal, 0, n..n + 1)?;
        say(&format!("changing {}", n + 1));
        journal.change_passphrase(&phrase_of(n), &phrase_of(n + 1), Cost::CHEAP)?;
        say(&format!("changed {}", n + 1));
        journal.close()?;
    }
    Ok(())
}

/// A number that the test says.
fn number(name: &str) -> u32 {
    let said = std::env::var(name).ok().and_then(|said| said.parse().ok());
    said.unwrap_or_else(|| panic!("the test says {name}"))
}

/// Again and again from a number on, or so often as the test says.
fn so_often(first: u32) -> std::ops::Range<u32> {
    let times = std::env::var("SOMEBODYS_TIMES").ok();
    let times = times.and_then(|times| times.parse().ok());
    first..first.saturating_add(times.unwrap_or(u32::MAX))
}

fn pages(journal: &mut Journal, run: u32, numbers: std::ops::Range<u32>) -> Result<()> {
    // The numbers of saves go on from the one that stands, as the window's do.
    let mut rev = journal.draft(None)?.map_or(0, |draft| draft.rev);
    let mut next = || {
        rev += 1;
        rev
    };
    for n in numbers {
        for part in 1..=3u32 {
            let save = DraftSave {
                page: None,
                rev: next(),
                writing: words(&text(run, n, part)),
            };
            let kept = journal.keep_draft(&save, now())?;
            assert_eq!(kept.rev, save.rev);
            say(&format!("draft {run} {n} {part}"));
        }
        let finish = DraftSave {
            page: None,
            rev: next(),
            writing: words(&text(run, n, 4)),
        };
        let line = journal.finish_draft(&finish, now())?;
        say(&format!("page {run} {n} 4 {}", line.id));
        journal.revise(line.id, &words(&text(run, n, 5)), now())?;
        say(&format!("page {run} {n} 5 {}", line.id));
        if n % 3 == 0 {
            journal.set_aside(line.id, now())?;
            journal.bring_back(line.id)?;
        }
    }
    Ok(())
}

/// Long enough to spill over a page of the database.
fn text(run: u32, n: u32, part: u32) -> String {
    format!("{run}/{n}/{part} {}", "駅で会釈をした。".repeat(200))
}

/// Makes copies, one after the other, and writes in between.
fn back_up(home: &Path) -> Result<()> {
    let mut journal = open(home)?;
    say("open");
    for n in so_often(0) {
        journal.write(&words(&text(0, n, 0)), now())?;
        say("copying");
        let made = journal.back_up(None, now(), &mut awai::Watch::nobody())?;
        say(&format!("copied {}", made.name));
    }
    Ok(())
}

/// Brings over what is only in the sibling beside the journal.
fn bring(home: &Path) -> Result<()> {
    let mut journal = open(home)?;
    say("open");
    let sibling = home.join("journal").join("sibling.db");
    let page = journal
        .compare_sibling(&sibling)?
        .both
        .first()
        .map(|line| line.id);
    let choices = awai::SiblingChoices {
        pages: page
            .map(|page| awai::PageFromSibling {
                page,
                take_as: awai::TakeAs::Version,
            })
            .into_iter()
            .collect(),
        unfinished: true,
    };
    say("bringing");
    let came = journal.bring_from_sibling(&sibling, &choices, now(), &mut awai::Watch::nobody())?;
    say(&format!("came {}", came.pages));
    journal.close()
}

/// Gives the journal a new key again and again.
fn renew(home: &Path) -> Result<()> {
    let first: u32 = std::env::var("SOMEBODYS_NUMBER")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0);
    let mut journal = vault(home)?.unlock(&phrase_of(first), now())?;
    say("open");
    for number in so_often(first) {
        say(&format!("renewing {}", number + 1));
        let (old, new) = (phrase_of(number), phrase_of(number + 1));
        let watch = &mut awai::Watch::nobody();
        let (renewed, done) = journal.renew_key(&old, &new, Cost::CHEAP, watch);
        done?;
        journal = renewed.expect("it was renewed");
        say(&format!("renewed {}", number + 1));
    }
    Ok(())
}

/// Seals letters to their one companion, one after the other, and says what each holds once it is handed over.
fn seal(home: &Path) -> Result<()> {
    let mut journal = open(home)?;
    say("open");
    let to = journal.companions()?.first().expect("there is one").id;
    for n in 0u32.. {
        let words = format!("{}/{n}", std::process::id());
        let draft = awai_tests::exchange::letter(to, &words);
        let id = journal.keep_letter_draft(None, &draft, now())?;
        for sealing in journal.sealings(id, now())? {
            journal.seal_letter(&sealing, awai::Rest::SendNow, now())?;
            say(&format!("sealed {words}"));
        }
    }
    Ok(())
}

/// Brings back the copy that lies beside the journal, in its place.
fn restore(home: &Path) -> Result<()> {
    let phrase = std::env::var("SOMEBODYS_PHRASE").expect("the test says the passphrase");
    say("restoring");
    Vault::restore(
        &home.join("copy"),
        &home.join("journal"),
        &Passphrase::new(&phrase)?,
        awai::InPlace::PutBy,
        Some(&home.join("seen")),
        &mut awai::Watch::nobody(),
    )?;
    say("restored");
    Ok(())
}

/// Erases the journal, its copies and all.
fn erase(home: &Path) -> Result<()> {
    let phrase = std::env::var("SOMEBODYS_PHRASE").expect("the test says the passphrase");
    let erasing = vault(home)?.begin_erasing(&Passphrase::new(&phrase)?)?;
    say("erasing");
    erasing.erase(awai::CopiesToo::Go)?;
    say("erased");
    Ok(())
}

/// Changes the passphrase again and again.
fn change(home: &Path) -> Result<()> {
    let vault = vault(home)?;
    let first = number("SOMEBODYS_NUMBER");
    let mut journal = vault.unlock(&phrase_of(first), now())?;
    say("open");
    for number in so_often(first) {
        say(&format!("changing {}", number + 1));
        journal.change_passphrase(&phrase_of(number), &phrase_of(number + 1), Cost::CHEAP)?;
        say(&format!("changed {}", number + 1));
    }
    Ok(())
}

fn create(home: &Path) -> Result<()> {
    say("begun");
    Vault::create(&home.join("journal"), &phrase_of(0), Cost::CHEAP, now())?;
    say("created");
    Ok(())
}

/// Eight journals at the same moment, by the first eight threads of the process that touch a database.
fn create_many(home: &Path) -> Result<()> {
    let together = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        let made: Vec<_> = (0..8)
            .map(|n| {
                let (home, together) = (home.join(n.to_string()), &together);
                scope.spawn(move || {
                    together.wait();
                    Vault::create(&home, &phrase_of(0), Cost::CHEAP, now())?
                        .unlock(&phrase_of(0), now())
                        .map(|_| ())
                })
            })
            .collect();
        made.into_iter()
            .try_for_each(|thread| thread.join().expect("no thread panics"))
    })
}

/// Opens the journal and keeps it until standard input ends.
fn hold(home: &Path) -> Result<()> {
    let journal = open(home)?;
    say("open");
    let mut rest = String::new();
    let _ = std::io::stdin().read_line(&mut rest);
    journal.close()
}

/// Goes on writing whatever the disk says: each page is either acknowledged or refused with a trouble, the
/// draft of what was refused is tried again. Ends after so many pages.
fn go_on(home: &Path) -> Result<()> {
    let pages: u32 = std::env::var("SOMEBODYS_PAGES")
        .ok()
        .and_then(|pages| pages.parse().ok())
        .unwrap_or(20);
    let mut journal = open(home)?;
    say(match journal.opened().read_only {
        true => "read-only",
        false => "open",
    });
    for n in 0..pages {
        let writing: Writing = words(&text(0, n, 0));
        match journal.write(&writing, now()) {
            Ok(id) => say(&format!("page 0 {n} 0 {id}")),
            Err(error) => say(&format!("refused {:?}", error.trouble().kind)),
        }
        // Reading goes on too.
        match journal.pages(&awai::PagesAsk::default()) {
            Ok(_) => {}
            Err(error) => say(&format!("unread {:?}", error.trouble().kind)),
        }
    }
    journal.close()
}
