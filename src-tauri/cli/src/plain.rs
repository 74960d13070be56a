//! Answers in words, for a person at a terminal.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use awai::speech::Speech;
use awai::{
    CheckReport, CopyState, Happened, Hit, ImportCount, Lenses, Page, PageLine, Piece, Tie, TieId,
    Tongue, Version, Wholeness,
};

use crate::alive;
use crate::answer::Answer;
use crate::out::{self, Look};

/// An answer in words.
pub fn text_of(answer: &Answer, tongue: Tongue, speech: &Speech, look: Look) -> String {
    let say = |key: &str| speech.say(key, &[]) + "\n";
    // A person is told that there is nothing; a program sees it.
    let nothing = |key: &str| match look {
        Look::Raw => String::new(),
        Look::Terminal | Look::Bold => say(key),
    };
    match answer {
        Answer::Created(folder) => created(folder, say),
        Answer::Written { id, .. } => format!("{id}\n"),
        Answer::Pages(pages, _) if pages.lines.is_empty() => nothing("looking-back-none-chosen"),
        Answer::Pages(pages, ties) => {
            let mut text = lines(&pages.lines, ties, speech);
            if pages.more && look != Look::Raw {
                text.push_str(&say("terminal-more"));
            }
            text
        }
        Answer::Aside(aside, _) if aside.is_empty() => nothing("looking-back-aside-none"),
        Answer::Aside(aside, ties) => lines(aside, ties, speech),
        Answer::Page(page, ties) => whole_page(page, ties, speech, look),
        Answer::Words(page) => out::words(&page.writing.body, look),
        Answer::Versions(versions) => versions
            .iter()
            .map(|version| wording(version, speech, look))
            .collect::<Vec<_>>()
            .join("\n"),
        Answer::SetAside(_) => say("looking-back-read-aside"),
        Answer::BroughtBack(_) => say("looking-back-read-back-again"),
        Answer::Erased(_) => say("looking-back-aside-erased"),
        Answer::VersionsErased { .. } => say("looking-back-versions-erased"),
        Answer::Pictures(files) => written_out(files, nothing),
        Answer::Hits(hits, _) if hits.hits.is_empty() => nothing("looking-back-none-found"),
        Answer::Hits(hits, ties) => {
            let found: Vec<String> = hits
                .hits
                .iter()
                .map(|hit| found(hit, ties, speech, look))
                .collect();
            let mut text = found.concat();
            if hits.more && look != Look::Raw {
                text.push_str(&say("terminal-more"));
            }
            text
        }
        Answer::Tie(tie) => called(tie),
        Answer::Ties(ties) => ties.iter().map(called).collect(),
        Answer::Check(report) => check(report, speech),
        Answer::Counted(count) => {
            import(
                count,
                "settings-bring-found",
                "settings-bring-pages",
                speech,
            ) + &say("settings-bring-not-yet")
        }
        Answer::Brought(count) => {
            import(
                count,
                "settings-bring-done",
                "terminal-brought-pages",
                speech,
            ) + &say("settings-bring-export-stays")
        }
        Answer::Letters(told) => crate::letters::text_of(told, speech, look),
        Answer::Keeping(answer) => crate::keeping::text_of(answer, speech),
        Answer::PassphraseChanged => say("terminal-passphrase-changed"),
        Answer::Alive(answer) => {
            let to = alive::plain::Listener {
                tongue,
                speech,
                look,
            };
            alive::plain::text_of(answer, &to)
        }
    }
}

fn created(folder: &Path, say: impl Fn(&str) -> String) -> String {
    let place = out::line(&folder.to_string_lossy());
    format!(
        "{}  {place}\n{}",
        say("terminal-created"),
        say("today-keep-truth")
    )
}

/// Where pictures were written, and who can see them there.
fn written_out(files: &[PathBuf], beside: impl Fn(&str) -> String) -> String {
    if files.is_empty() {
        return beside("terminal-pictures-none");
    }
    let names = files.iter().map(|file| file.to_string_lossy());
    let names: String = names.map(|name| out::line(&name) + "\n").collect();
    names + &beside("terminal-pictures-written")
}

fn called(tie: &Tie) -> String {
    out::line(&tie.called) + "\n"
}

fn lines(lines: &[PageLine], ties: &[Tie], speech: &Speech) -> String {
    lines
        .iter()
        .map(|line| head_of(line, &begins(line, speech), ties))
        .collect()
}

/// `3fa9c02e  2026-11-26 21:40  title · first words  (Aki, Bo)`
fn head_of(line: &PageLine, words: &str, ties: &[Tie]) -> String {
    let id = out::short(&line.id);
    let time = line.written_at.format("%Y-%m-%d %H:%M");
    let between = match names(&line.ties, ties) {
        names if names.is_empty() => String::new(),
        names => format!("  ({names})"),
    };
    format!("{id}  {time}  {words}{between}\n")
}

/// `title · first words`; under a cover, what the cover says.
pub fn begins(line: &PageLine, speech: &Speech) -> String {
    joined(&[out::line(&line.title), opening(line, speech)], speech)
}

fn joined(words: &[String], speech: &Speech) -> String {
    let words: Vec<&str> = words
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    match words.is_empty() {
        true => speech.say("looking-back-untitled", &[]),
        false => words.join(" · "),
    }
}

fn opening(line: &PageLine, speech: &Speech) -> String {
    let opening = out::line(&line.opening);
    match line.covered {
        true => format!("[{}] {opening}", speech.say("looking-back-covered", &[])),
        false => opening,
    }
}

fn names(of: &[TieId], ties: &[Tie]) -> String {
    let called: Vec<String> = of
        .iter()
        .filter_map(|id| ties.iter().find(|tie| tie.id == *id))
        .map(|tie| out::line(&tie.called))
        .collect();
    called.join(", ")
}

fn found(hit: &Hit, ties: &[Tie], speech: &Speech, look: Look) -> String {
    let title = marked(&hit.title, look);
    let words = match hit.line.covered {
        true => opening(&hit.line, speech),
        false if title.trim().is_empty() => out::line(&hit.line.opening),
        false => title,
    };
    let head = head_of(&hit.line, &joined(&[words], speech), ties);
    match hit.line.covered {
        true => head,
        false => format!("{head}    {}\n", marked(&hit.pieces, look)),
    }
}

/// Found pieces on one line, in bold where the terminal can.
fn marked(pieces: &[Piece], look: Look) -> String {
    pieces
        .iter()
        .map(|piece| match (piece.mark, look) {
            (true, Look::Bold) => format!("\u{1b}[1m{}\u{1b}[0m", out::line(&piece.text)),
            _ => out::line(&piece.text),
        })
        .collect()
}

fn whole_page(page: &Page, ties: &[Tie], speech: &Speech, look: Look) -> String {
    let writing = &page.writing;
    let mut text = format!(
        "{}\n{}\n",
        page.id,
        page.written_at.format("%Y-%m-%d %H:%M %:z")
    );
    let mut told = |key: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(text, "{} {}", speech.say(key, &[]), out::line(value));
        }
    };
    told("terminal-between", &names(&writing.ties, ties));
    told("terminal-happened", &happened(&writing.happened));
    told("terminal-keywords", &page.keywords.join(", "));
    let day = |time: &awai::Now| time.format("%Y-%m-%d").to_string();
    told(
        "terminal-revised",
        &page.revised_at.as_ref().map(day).unwrap_or_default(),
    );
    told(
        "terminal-aside",
        &page.aside_since.as_ref().map(day).unwrap_or_default(),
    );
    let pictures = match crate::pictures::number(page) {
        0 => String::new(),
        number => number.to_string(),
    };
    told("terminal-pictures", &pictures);
    told("terminal-cover", &writing.cover);
    if writing.stays_here {
        text.push_str(&speech.say("looking-back-read-stays", &[]));
        text.push('\n');
    }
    if page.covered {
        text.push_str(&speech.say("terminal-covered", &[]));
        text.push('\n');
        return text;
    }
    for asked in &writing.asked {
        let _ = writeln!(text, "\n> {}", out::line(&asked.text));
    }
    text.push_str(&title_and_words(&writing.title, &writing.body, look));
    text.push_str(&lenses(&writing.lenses, speech, look));
    text
}

/// Other places the page was looked at from.
fn lenses(lenses: &Lenses, speech: &Speech, look: Look) -> String {
    let seen = [
        ("terminal-fear-says", &lenses.fear_says),
        ("terminal-hope-says", &lenses.hope_says),
        ("terminal-wider", &lenses.wider),
    ];
    seen.into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(key, words)| format!("\n{}\n{}\n", speech.say(key, &[]), out::words(words, look)))
        .collect()
}

fn wording(version: &Version, speech: &Speech, look: Look) -> String {
    let time = version.at.format("%Y-%m-%d %H:%M %:z");
    let mut text = format!("{time}\n");
    if version.covered {
        let cover = out::line(&version.cover);
        let _ = writeln!(text, "{} {cover}", speech.say("terminal-cover", &[]));
        text.push_str(&speech.say("terminal-covered", &[]));
        text.push('\n');
        return text;
    }
    text.push_str(&title_and_words(&version.title, &version.body, look));
    text.push_str(&lenses(&version.lenses, speech, look));
    text
}

fn title_and_words(title: &str, body: &str, look: Look) -> String {
    let mut text = String::new();
    if !title.is_empty() {
        let _ = writeln!(text, "\n{}", out::line(title));
    }
    let _ = write!(text, "\n{}", out::words(body, look));
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn happened(happened: &Happened) -> String {
    match happened {
        Happened::Untold => String::new(),
        Happened::Words { words } => words.clone(),
        Happened::Year { year } => year.to_string(),
        Happened::Month { year, month } => format!("{year}-{month:02}"),
        Happened::Day { day } => day.to_string(),
    }
}

/// What an export brings, in the sentences of the window.
fn import(count: &ImportCount, heading: &str, pages: &str, speech: &Speech) -> String {
    let mut text = speech.say(heading, &[]) + "\n";
    let mut told = |key: &str, values: &[(&str, &str)]| {
        let _ = writeln!(text, "  {}", speech.say(key, values));
    };
    if count.pages == 0 {
        told("settings-bring-nothing", &[]);
    }
    let counts = [
        (pages, "pages", count.pages),
        ("settings-bring-already", "pages", count.already_here),
        ("terminal-bring-let-go", "pages", count.let_go),
        ("terminal-bring-days-unsure", "pages", count.days_unsure),
        ("settings-bring-pictures", "pictures", count.pictures),
        (
            "settings-bring-pictures-missing",
            "pictures",
            count.pictures_missing,
        ),
        ("settings-bring-sounds", "sounds", count.sounds_left),
        ("settings-bring-films", "films", count.films_left),
        ("terminal-bring-files", "files", count.files_left),
        ("settings-bring-keywords", "words", count.keywords),
    ];
    for (key, name, number) in counts.into_iter().filter(|(_, _, number)| *number > 0) {
        told(key, &[(name, &number.to_string())]);
    }
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    match (day(count.first_day), day(count.last_day)) {
        (Some(first), Some(last)) if first == last => {
            told("settings-bring-day", &[("day", &first)])
        }
        (Some(first), Some(last)) => {
            told("settings-bring-days", &[("first", &first), ("last", &last)])
        }
        _ => {}
    }
    for refusal in &count.refused {
        told(
            "settings-bring-refused",
            &[("name", &out::line(&refusal.name))],
        );
    }
    text
}

pub fn check(report: &CheckReport, speech: &Speech) -> String {
    let mut sentences = Vec::new();
    let mut say = |key: &str| sentences.push(speech.say(key, &[]));
    if report.is_whole() {
        say("terminal-check-whole");
    }
    if report.database == Wholeness::Damaged {
        say("settings-whole-file");
    }
    if report.chain == Wholeness::Damaged {
        say("settings-whole-chain");
    }
    let whole = |state: CopyState| state == CopyState::Whole;
    for slot in &report.slots {
        match (whole(slot.first), whole(slot.second)) {
            (true, true) => {}
            (false, false) => say("settings-whole-key-both"),
            _ => say("settings-whole-key-one"),
        }
    }
    if !report.pages_damaged.is_empty() {
        say("terminal-check-pages");
        sentences.extend(report.pages_damaged.iter().map(|id| format!("  {id}")));
    }
    sentences.join("\n") + "\n"
}
