//! Answers about letters in words.

use std::fmt::Write;
use std::path::Path;

use awai::speech::Speech;
use awai::{
    Agreement, Companion, Gap, LetterFace, LetterLine, LetterShown, LetterStanding,
    LetterVersionId, Paired, Thread, Waiting, Whose, Writer,
};

use super::{LetGo, LettersAnswer, Parting, SealedFile, Then};
use crate::out::{self, Look};

/// An answer in words.
pub fn text_of(answer: &LettersAnswer, speech: &Speech, look: Look) -> String {
    let say = |key: &str, values: &[(&str, &str)]| speech.say(key, values) + "\n";
    match answer {
        LettersAnswer::Invited {
            file,
            words,
            ends_on,
            ..
        } => invited_of(file, words, &ends_on.to_string(), speech),
        LettersAnswer::Paired { companion, reply } => {
            paired_told(companion, reply.as_deref(), speech)
        }
        LettersAnswer::Companions(companions, waiting) => {
            companions_of(companions, waiting, speech)
        }
        LettersAnswer::CardMade(waiting) => {
            let called = out::line(&waiting.called);
            say("terminal-card-made", &[("called", &called)]) + &waiting.my_card + "\n"
        }
        LettersAnswer::CardAnswered(companion) => {
            let called = out::line(&companion.called);
            say("terminal-card-answered", &[("called", &called)]) + &companion.my_card + "\n"
        }
        LettersAnswer::Agreement(both) => agreement_of(both, speech, look),
        LettersAnswer::Stands => say("terminal-companion-done", &[]),
        LettersAnswer::Parted {
            parting,
            texts,
            files,
            begun,
            reply_waited,
        } => {
            let sealed = previews(texts, look) + &files_of(files, speech);
            sealed
                + &match parting {
                    Parting::End => ended_of(*begun, *reply_waited, speech),
                    Parting::Forget => say("terminal-companion-done", &[]),
                }
        }
        LettersAnswer::LetGo(what) => say(let_go_key(*what), &[]),
        LettersAnswer::Resting {
            draft,
            until,
            texts,
        } => {
            let until = until.format("%Y-%m-%d %H:%M").to_string();
            let values = [("id", &*draft.to_string()), ("until", &*until)];
            previews(texts, look) + &say("terminal-resting", &values)
        }
        LettersAnswer::Sealed { texts, files } => previews(texts, look) + &files_of(files, speech),
        LettersAnswer::Opened {
            face,
            shown,
            named,
            then,
        } => {
            let mut text = face_of(face, speech, look);
            if let Some(shown) = shown {
                text += &read_of(shown, named, speech, look);
            }
            if *then != Then::Nothing {
                text += &say("terminal-letter-done", &[]);
            }
            text + &say("terminal-copy-stays", &[])
        }
        LettersAnswer::Newer => say("trouble-letter-newer", &[]),
        LettersAnswer::Threads(threads, of_nobody) => threads_of(threads, of_nobody, speech),
        LettersAnswer::Letter {
            version,
            shown,
            named,
            words,
        } => {
            let mut text = face_of(&shown.face, speech, look);
            text += &read_of(shown, named, speech, look);
            text += &follow_of(version, shown, named, speech);
            text + &words_again(words, speech)
        }
    }
}

fn threads_of(
    threads: &[(Companion, Thread)],
    of_nobody: &[LetterLine],
    speech: &Speech,
) -> String {
    let with = |(companion, thread): &(Companion, Thread)| {
        let called = out::line(&companion.called);
        format!("{called}\n{}", thread_of(thread, speech))
    };
    let mut all: Vec<String> = threads.iter().map(with).collect();
    if !of_nobody.is_empty() {
        let heading = speech.say("threads-unknown", &[]);
        all.push(format!("{heading}\n{}", lines_of(of_nobody, speech)));
    }
    all.join("\n")
}

fn paired_told(companion: &Companion, reply: Option<&Path>, speech: &Speech) -> String {
    let called = out::line(&companion.called);
    let name = out::line(&companion.their_name);
    let mut text = speech.say("terminal-paired", &[("called", &called), ("name", &name)]) + "\n";
    if let Some(reply) = reply {
        let file = out::line(&reply.to_string_lossy());
        text += &speech.say("terminal-reply", &[("file", &file)]);
        text.push('\n');
    }
    text
}

fn let_go_key(what: LetGo) -> &'static str {
    match what {
        LetGo::ThisOne => "terminal-letter-let-go",
        LetGo::WhatItNames => "terminal-letter-followed",
    }
}

fn invited_of(file: &Path, words: &[String], day: &str, speech: &Speech) -> String {
    let say = |key: &str, values: &[(&str, &str)]| speech.say(key, values) + "\n";
    let file = out::line(&file.to_string_lossy());
    let lies = say("terminal-invited", &[("file", &file)]);
    let say_them = say("terminal-invited-words", &[]);
    let ends = say("terminal-invited-ends", &[("day", day)]);
    format!("{lies}{say_them}    {}\n\n{ends}", words.join(" "))
}

/// What becomes of an exchange that was ended.
fn ended_of(begun: bool, reply_waited: bool, speech: &Speech) -> String {
    let told = [
        (true, "terminal-ended"),
        (begun, "companions-end-begun"),
        (reply_waited, "companions-end-reply"),
    ];
    let so = told.iter().filter(|(is_so, _)| *is_so);
    so.map(|(_, key)| speech.say(key, &[]) + "\n").collect()
}

/// How a wish of theirs is followed, as long as there is anything to follow.
fn follow_of(
    version: &LetterVersionId,
    shown: &LetterShown,
    named: &[LetterLine],
    speech: &Speech,
) -> String {
    match shown.face.writer {
        Writer::Companion { .. } if named.iter().any(|line| line.standing.is_here()) => {
            speech.say("terminal-follow-it", &[("id", &out::short(version))]) + "\n"
        }
        _ => String::new(),
    }
}

/// The words that open a letter for somebody without Awai.
fn words_again(words: &[String], speech: &Speech) -> String {
    if words.is_empty() {
        return String::new();
    }
    let say_them = speech.say("terminal-sealed-words", &[]);
    format!("\n{say_them}\n    {}\n", words.join(" "))
}

/// Both sides below each other, the newest version of each; earlier ones are in the JSON.
fn agreement_of(both: &Agreement, speech: &Speech, look: Look) -> String {
    let mut text = String::new();
    for (side, key) in [
        (&both.mine, "terminal-agreement-mine"),
        (&both.theirs, "terminal-agreement-theirs"),
    ] {
        let Some(newest) = side.first() else {
            continue;
        };
        let number = newest.version.to_string();
        let _ = writeln!(text, "{}", speech.say(key, &[("number", &number)]));
        for answer in &newest.answers {
            let asked = out::line(&answer.asked.text);
            let words = out::words(&answer.text.join("\n"), look);
            let _ = writeln!(text, "\n{asked}\n{words}");
        }
        if !newest.reread.is_empty() {
            let when = out::line(&newest.reread);
            let _ = writeln!(
                text,
                "\n{}",
                speech.say("terminal-agreement-reread", &[("when", &when)])
            );
        }
        text.push('\n');
    }
    if text.is_empty() {
        text = speech.say("terminal-agreement-none", &[]) + "\n";
    }
    text
}

fn companions_of(companions: &[Companion], waiting: &[Waiting], speech: &Speech) -> String {
    let mut text = String::new();
    for one in companions {
        let called = out::line(&one.called);
        let name = out::line(&one.their_name);
        let _ = writeln!(text, "{called} ({name})  {}", paired_of(one.paired, speech));
    }
    for one in waiting {
        let called = out::line(&one.called);
        let day = one.ends_on.to_string();
        text += &speech.say("terminal-waiting", &[("called", &called), ("day", &day)]);
        text.push('\n');
    }
    text
}

fn paired_of(paired: Paired, speech: &Speech) -> String {
    match paired {
        Paired::WithWords { on } => speech.say("terminal-paired-on", &[("day", &on.to_string())]),
        Paired::NotChecked => speech.say("terminal-not-checked", &[]),
    }
}

fn files_of(files: &[SealedFile], speech: &Speech) -> String {
    let mut text = String::new();
    for one in files {
        let file = out::line(&one.file.to_string_lossy());
        let to = out::line(&one.to);
        text += &speech.say("terminal-sealed", &[("to", &to), ("file", &file)]);
        text.push('\n');
        if !one.words.is_empty() {
            let say_them = speech.say("terminal-sealed-words", &[]);
            let _ = writeln!(text, "{say_them}\n    {}", one.words.join(" "));
        }
    }
    text
}

/// Exactly what leaves. On a terminal, signs that could act on it are shown as signs.
fn previews(texts: &[String], look: Look) -> String {
    texts
        .iter()
        .map(|text| out::words(text.trim_end(), look) + "\n")
        .collect::<Vec<_>>()
        .join("\n")
}

/// Who wrote it stands first.
fn face_of(face: &LetterFace, speech: &Speech, look: Look) -> String {
    let writer = match &face.writer {
        Writer::Me => speech.say("terminal-writer-me", &[]),
        Writer::Companion { called, paired, .. } => {
            let called = out::line(called);
            let paired = paired_of(*paired, speech);
            format!("{called} ({paired})")
        }
        Writer::Unknown => {
            let name = out::line(&face.name);
            speech.say("terminal-writer-unknown", &[("name", &name)])
        }
    };
    let mut text = writer + "\n";
    if !face.sealed.is_empty() {
        let _ = writeln!(text, "{}", out::line(&face.sealed));
    }
    if !face.cover.is_empty() {
        let _ = writeln!(
            text,
            "{} {}",
            speech.say("terminal-cover", &[]),
            out::words(&face.cover, look)
        );
    }
    text += &missing_told(&face.missing, speech);
    text
}

/// The letters that have not come, a gap a line.
fn missing_told(gaps: &[Gap], speech: &Speech) -> String {
    let mut text = String::new();
    for gap in gaps {
        let (from, to) = (gap.from.to_string(), gap.to.to_string());
        text += &match gap.from == gap.to {
            true => speech.say("terminal-letter-missing", &[("from", &from)]),
            false => speech.say("terminal-letters-missing", &[("from", &from), ("to", &to)]),
        };
        text.push('\n');
    }
    text
}

fn parts_of(shown: &LetterShown, look: Look) -> String {
    let mut text = String::new();
    for part in &shown.parts {
        text.push('\n');
        for line in [&part.title, &part.date] {
            if !line.is_empty() {
                let _ = writeln!(text, "{}", out::line(line));
            }
        }
        if let Some(asked) = &part.asked {
            let _ = writeln!(text, "{}", out::line(&asked.text));
        }
        let _ = writeln!(text, "{}", out::words(&part.text, look));
    }
    text
}

/// What a letter says, and the letters it names when it is a wish to let go.
fn read_of(shown: &LetterShown, named: &[LetterLine], speech: &Speech, look: Look) -> String {
    parts_of(shown, look) + &named_of(shown, named, speech)
}

/// The letters that a wish to let go names.
fn named_of(shown: &LetterShown, named: &[LetterLine], speech: &Speech) -> String {
    if shown.releases.is_empty() {
        return String::new();
    }
    let told = match shown.face.writer {
        Writer::Me => "arriving-release-told-mine",
        _ => "arriving-release-told",
    };
    let mut text = speech.say(told, &[]) + "\n" + &lines_of(named, speech);
    if !shown
        .releases
        .iter()
        .all(|id| named.iter().any(|line| line.id == *id))
    {
        text += &speech.say("terminal-releases-elsewhere", &[]);
        text.push('\n');
    }
    text
}

/// `3fa9c02e  2026-11-26  3  letter`
fn lines_of(lines: &[LetterLine], speech: &Speech) -> String {
    let mut text = String::new();
    for line in lines {
        let id = out::short(&line.version);
        let whose = match line.whose {
            Whose::Mine => "→",
            Whose::Theirs => "←",
            Whose::Unknown => "?",
        };
        let standing = match line.standing {
            LetterStanding::Kept => String::new(),
            LetterStanding::Later => speech.say("terminal-letter-later", &[]),
            LetterStanding::Returned => speech.say("terminal-letter-returned", &[]),
            LetterStanding::Erased => speech.say("terminal-letter-erased", &[]),
        };
        let released = match line.released {
            true => speech.say("terminal-letter-released", &[]),
            false => String::new(),
        };
        let words = [out::line(&line.given_to), standing, released].join(" ");
        let _ = writeln!(
            text,
            "{id}  {}  {whose} {}  {}",
            line.on,
            line.seq,
            words.trim()
        );
    }
    text
}

fn thread_of(thread: &Thread, speech: &Speech) -> String {
    let mut text = lines_of(&thread.letters, speech);
    text += &missing_told(&thread.missing, speech);
    text
}
