//! What was kept, in words.

use std::path::Path;

use awai::speech::Speech;
use awai::{Erased, LastBackup};

use super::Answer;
use crate::out;

/// An answer in words.
pub fn text_of(answer: &Answer, speech: &Speech) -> String {
    let say = |key: &str| speech.say(key, &[]) + "\n";
    let with = |key: &str, values: &[(&str, &str)]| speech.say(key, values) + "\n";
    let shown = |path: &Path| out::line(&path.to_string_lossy());
    match answer {
        Answer::Backup(backup) => with("terminal-backed-up", &[("folder", &shown(&backup.folder))]),
        Answer::Backups(last, backups) => {
            let mut text = last_of(last.as_ref(), speech) + "\n";
            for backup in backups {
                let at = backup.at.format("%Y-%m-%d %H:%M:%S");
                text.push_str(&format!("{at}  {}\n", shown(&backup.folder)));
            }
            text
        }
        Answer::Restored(folder) => with("terminal-restored", &[("folder", &shown(folder))]),
        Answer::CopyChecked(report) => crate::plain::check(report, speech),
        Answer::SheetKept(_) => say("terminal-sheet-kept"),
        Answer::WordsGone => say("terminal-words-gone"),
        Answer::Envelope { file, name } => with(
            "terminal-envelope-sealed",
            &[("file", &shown(file)), ("name", &out::line(name))],
        ),
        Answer::EnvelopeOpened {
            called,
            name,
            words,
        } => {
            let who = [("called", &*out::line(called)), ("name", &*out::line(name))];
            let mut text = with("terminal-envelope-opened", &who);
            for (number, word) in (1..).zip(words) {
                text.push_str(&format!("  {number:>2}  {}\n", out::line(word)));
            }
            text
        }
        Answer::Erased(Erased::Whole) => say("erase-done"),
        Answer::Erased(Erased::Begun) => say("erase-remains"),
        Answer::KeyRenewed => say("terminal-key-renewed"),
        Answer::TakenOut(taken, to) => {
            let pages = taken.pages.to_string();
            with("takeout-done", &[("pages", &pages)])
                + &shown(to)
                + "\n"
                + &say("takeout-done-truth")
        }
        Answer::WouldCome(brought) => {
            came(brought, speech) + &speech.say("settings-bring-not-yet", &[]) + "\n"
        }
        Answer::Came(brought) => came(brought, speech),
        Answer::Siblings(answer) => super::siblings::text_of(answer, speech),
    }
}

/// What comes, or came: only what there is.
fn came(brought: &awai::BroughtIn, speech: &Speech) -> String {
    let mut text = String::new();
    for (key, pages) in [
        ("settings-bring-pages", brought.pages),
        ("settings-bring-already", brought.already_here),
        ("settings-bring-let-go", brought.let_go),
    ] {
        if pages > 0 {
            text.push_str(&speech.say(key, &[("pages", &pages.to_string())]));
            text.push('\n');
        }
    }
    if brought.pages == 0 {
        text.push_str(&speech.say("settings-bring-nothing", &[]));
        text.push('\n');
    }
    text
}

fn last_of(last: Option<&LastBackup>, speech: &Speech) -> String {
    let Some(last) = last else {
        return speech.say("terminal-backup-none", &[]);
    };
    let day = last.at.format("%Y-%m-%d %H:%M").to_string();
    let key = match last.elsewhere {
        true => "terminal-backup-last-elsewhere",
        false => "terminal-backup-last",
    };
    speech.say(key, &[("day", &day)])
}
