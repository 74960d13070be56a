//! A program that is carried about on a stick: everything of it lies there, and the computer it was plugged into is
//! as it was before.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use awai::{Cost, Passphrase, Vault, Watch, Writing};
use awai_tests::stick::Stick;
use awai_window_tests::{
    Home, PHRASE, Screen, Started, Told, desktop, holder, holds, not_looked_at, open_by_keys,
    story, until, xdotool,
};

/// A word that stands nowhere else, as it is typed.
const CANARY: &str = "Quittenbaumblatt";

/// Where the program is carried about.
enum Carried {
    OnA(Stick),
    /// This computer can mount no stick.
    InAFolder(tempfile::TempDir),
}

impl Carried {
    fn here() -> Told<Carried> {
        if let Some(stick) = Stick::plugged_in() {
            return Ok(Carried::OnA(stick));
        }
        not_looked_at(
            "a stick's file system",
            "this computer cannot mount one; a plain folder is looked at instead.",
        );
        Ok(Carried::InAFolder(tempfile::tempdir()?))
    }

    fn top(&self) -> PathBuf {
        match self {
            Carried::OnA(stick) => stick.top(),
            Carried::InAFolder(folder) => folder.path().to_owned(),
        }
    }
}

/// Everything below a folder: what is a file with its bytes, and the folders.
fn below(folder: &Path) -> Told<BTreeMap<PathBuf, Option<Vec<u8>>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for file in std::fs::read_dir(&here)? {
            let path = file?.path();
            let name = path.strip_prefix(folder)?.to_owned();
            if path.is_dir() && !path.is_symlink() {
                found.insert(name, None);
                folders.push(path);
            } else if path.is_file() {
                found.insert(name, Some(std::fs::read(&path)?));
            } else {
                found.insert(name, None);
            }
        }
    }
    // What the program said goes into a file of this test.
    found.remove(Path::new("window.txt"));
    Ok(found)
}

fn now() -> awai::Now {
    chrono::DateTime::parse_from_rfc3339("2026-11-01T21:14:00+09:00").expect("a moment")
}

/// Opens the book from the keyboard, writes a word and closes it.
fn an_evening(screen: &Screen, window: &str, journal: &Path) -> Told {
    xdotool(screen, &["windowfocus", window])?;
    open_by_keys(screen, journal)?;
    xdotool(screen, &["type", "--delay", "15", CANARY])?;
    xdotool(screen, &["key", "ctrl+l"])?;
    until("the book closes", || {
        Ok(holder(journal)?.is_empty().then_some(()))
    })
}

#[test]
fn a_program_on_a_stick_leaves_nothing_on_the_computer() {
    story(async {
        let carried = Carried::here()?;
        let (top, place) = (carried.top(), carried.top().join("awai"));
        let program = top.join("awai-desktop");
        // What serves only those who build it would fill the stick.
        let beside = tempfile::tempdir()?;
        let stripped = beside.path().join("awai-desktop");
        let mut strip = Command::new("strip");
        let done = strip.arg("-o").arg(&stripped).arg(desktop()).status()?;
        assert!(done.success(), "the program is made ready for the stick");
        std::fs::write(&program, std::fs::read(&stripped)?)?;
        // A stick has no such thing; where a plain folder takes its place, it is asked for.
        let _ = std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700));
        std::fs::write(top.join("awai-portable"), "")?;
        let passphrase = Passphrase::new(PHRASE)?;
        std::fs::create_dir(&place)?;
        let vault = Vault::create(&place.join("journal"), &passphrase, Cost::CHEAP, now())?;
        let mut journal = vault.unlock(&passphrase, now())?;
        let page = Writing {
            body: "a page on the stick".to_owned(),
            ..Writing::default()
        };
        journal.write(&page, now())?;
        journal.back_up(None, now(), &mut Watch::nobody())?;
        journal.close()?;

        let home = Home::empty()?;
        let screen = Screen::open(1180, 820)?;
        // No place in memory: then nothing else is left but the stick and the computer's disk.
        let around = [("XDG_RUNTIME_DIR", ""), ("GSETTINGS_BACKEND", "")];
        let before = below(home.path())?;
        let mut started = Started::untold(&program, &home, &screen, &around)?;
        let window = started.seen(&screen)?;
        an_evening(&screen, &window, &place.join("journal"))?;
        assert!(
            std::fs::read_dir(place.join("web"))?.next().is_some(),
            "what the web view makes lies on the stick"
        );
        started.end_session();
        assert!(started.ended()?.success(), "it ends in peace");
        let after = below(home.path())?;
        let left: Vec<_> = after
            .keys()
            .filter(|name| before.get(*name) != after.get(*name))
            .collect();
        assert!(left.is_empty(), "on the computer: {left:?}");
        // A file system that is a program of its own keeps what was open until the last process of the web view has
        // ended, and then perhaps its empty folder.
        let web = place.join("web");
        until("no file of the web view is on the stick", || {
            // A folder that goes while it is looked into is looked for once more.
            let none = below(&web).is_ok_and(|files| files.values().all(Option::is_none));
            Ok((none || !web.exists()).then_some(()))
        })?;

        assert!(place.join("seen").is_dir(), "what was last seen goes along");
        let journal = Vault::at(&place.join("journal"))?.unlock(&passphrase, now())?;
        let draft = journal.draft(None)?.ok_or("there is a draft")?;
        assert!(draft.writing.body.contains(CANARY));
        assert_eq!(journal.backups().len(), 1);
        journal.close()?;
        if let Carried::OnA(mut stick) = carried {
            stick.pull_out();
            let all = std::fs::read(stick.image())?;
            assert!(!holds(&all, CANARY.as_bytes()), "no word in clear on it");
        }
        Ok(())
    });
}
