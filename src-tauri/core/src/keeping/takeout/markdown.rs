//! A folder of Markdown: one file a page with its front matter, pictures beside, and a file for each thing that
//! stands around the pages. Any editor reads it.

use std::io::Write;

use super::pages::{Chapter, OutLetter, OutPage};
use super::sink::Sink;
use super::{Out, TakenOut};
use crate::error::Result;
use crate::writing::Happened;

pub(super) fn write<W: Write>(out: &Out<'_>, sink: &mut Sink<W>) -> Result<TakenOut> {
    let mut taken = TakenOut::default();
    let about = format!("# Awai\n\n{}\n", out.say("takeout-read-me"));
    sink.put("README.md", about.as_bytes())?;
    out.each_page(|one| {
        let mut body = one.page.writing.body.clone();
        for (id, _) in pictures_of(&one) {
            let (kind, bytes) = out.journal.picture(id)?;
            let name = format!("pictures/{id}.{}", ending(&kind));
            sink.put(&name, &bytes)?;
            body = body.replace(&format!("](picture:{id})"), &format!("](../{name})"));
            taken.pictures += 1;
        }
        let text = format!("{}{body}\n", front_matter(&one));
        sink.put(&format!("pages/{}.md", one.name), text.as_bytes())?;
        taken.pages += 1;
        Ok(())
    })?;
    for chapter in out.chapters()? {
        sink.put(
            &format!("{}.md", chapter.name),
            chapter_text(&chapter).as_bytes(),
        )?;
    }
    for letter in out.letters()? {
        sink.put(
            &format!("letters/{}.md", letter.name),
            letter_text(&letter).as_bytes(),
        )?;
        taken.letters += 1;
    }
    Ok(taken)
}

/// The pictures a page shows, each once, and what they show in words.
pub(super) fn pictures_of(one: &OutPage) -> Vec<(crate::PictureId, &str)> {
    let mut found: Vec<(crate::PictureId, &str)> = Vec::new();
    for block in &one.page.blocks {
        if let crate::blocks::Block::Picture { id, words, .. } = block
            && !found.iter().any(|(there, _)| there == id)
        {
            found.push((*id, words));
        }
    }
    found
}

pub(super) fn ending(kind: &str) -> &str {
    match kind {
        "jpeg" => "jpg",
        other => other,
    }
}

/// What is known of a page, as YAML: every value is written as JSON, which YAML reads the same.
fn front_matter(one: &OutPage) -> String {
    let writing = &one.page.writing;
    let mut lines = vec!["---".to_owned()];
    let mut say = |name: &str, value: serde_json::Value| {
        let empty = match &value {
            serde_json::Value::String(text) => text.is_empty(),
            serde_json::Value::Array(list) => list.is_empty(),
            serde_json::Value::Null | serde_json::Value::Bool(false) => true,
            _ => false,
        };
        if !empty {
            lines.push(format!("{name}: {value}"));
        }
    };
    say("id", one.page.id.to_string().into());
    say("written", one.page.written_at.to_rfc3339().into());
    say(
        "written_anew",
        one.page
            .revised_at
            .map(|time| time.to_rfc3339())
            .unwrap_or_default()
            .into(),
    );
    say("title", writing.title.as_str().into());
    say("lang", writing.lang.as_str().into());
    if writing.happened != Happened::Untold {
        say("happened", writing.happened.text().into());
    }
    say("between", one.ties.clone().into());
    say(
        "asked",
        writing
            .asked
            .iter()
            .map(|asked| asked.text.clone())
            .collect::<Vec<_>>()
            .into(),
    );
    say("moments", one.moments.clone().into());
    say("cover", writing.cover.as_str().into());
    say("stays_here", writing.stays_here.into());
    say("fear_says", writing.lenses.fear_says.as_str().into());
    say("hope_says", writing.lenses.hope_says.as_str().into());
    say("wider", writing.lenses.wider.as_str().into());
    say("words", one.page.keywords.clone().into());
    lines.push("---\n\n".to_owned());
    lines.join("\n")
}

fn chapter_text(chapter: &Chapter) -> String {
    let mut text = format!("# {}\n", chapter.heading);
    for item in &chapter.items {
        text.push_str(&format!("\n## {}\n", one_line(&item.words)));
        for under in &item.under {
            text.push_str(&format!("\n{under}\n"));
        }
    }
    text
}

fn letter_text(letter: &OutLetter) -> String {
    let mut text = format!("# {}\n", one_line(&letter.heading));
    for part in &letter.parts {
        let asked = part.asked.as_ref().map(|asked| asked.text.as_str());
        if let Some(asked) = asked {
            text.push_str(&format!("\n> {}\n", one_line(asked)));
        }
        if !part.title.is_empty() {
            text.push_str(&format!("\n## {}\n", one_line(&part.title)));
        }
        text.push_str(&format!("\n{}\n", part.text));
    }
    text
}

/// A heading is one line.
fn one_line(words: &str) -> String {
    words.split(['\n', '\r']).collect::<Vec<_>>().join(" ")
}
