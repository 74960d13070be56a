//! One HTML page that holds everything and asks for nothing: no script, no address, pictures inside. For reading in
//! any browser, and for printing.

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::pages::OutPage;
use super::{Out, TakenOut};
use crate::blocks::{Block, Span};
use crate::error::Result;
use crate::writing::Happened;

const STYLE: &str = include_str!("page.css");

pub(super) fn write(out: &Out<'_>, to: &mut impl Write) -> Result<TakenOut> {
    let mut taken = TakenOut::default();
    let style = STANDARD.encode(Sha256::digest(STYLE));
    write!(
        to,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-{style}'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>Awai</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header><h1>Awai</h1>\n<p>{about}</p></header>\n<main>\n",
        lang = out.tongue.code(),
        about = escaped(&out.say("takeout-read-me")),
    )?;
    out.each_page(|one| {
        write_page(out, to, &one, &mut taken)?;
        taken.pages += 1;
        Ok(())
    })?;
    for chapter in out.chapters()? {
        write!(to, "<section>\n<h2>{}</h2>\n", escaped(&chapter.heading))?;
        for item in &chapter.items {
            write!(
                to,
                "<article{}>\n<h3>{}</h3>\n",
                lang(&item.lang),
                escaped(&item.words)
            )?;
            for under in &item.under {
                writeln!(to, "<p>{}</p>", with_breaks(under))?;
            }
            to.write_all(b"</article>\n")?;
        }
        to.write_all(b"</section>\n")?;
    }
    for letter in out.letters()? {
        write!(to, "<section>\n<h2>{}</h2>\n", escaped(&letter.heading))?;
        for part in &letter.parts {
            writeln!(to, "<article{}>", lang(&part.lang))?;
            if let Some(asked) = &part.asked {
                writeln!(to, "<p class=\"asked\">{}</p>", escaped(&asked.text))?;
            }
            if !part.title.is_empty() {
                writeln!(to, "<h3>{}</h3>", escaped(&part.title))?;
            }
            for block in &part.blocks {
                write_block(out, to, block)?;
            }
            to.write_all(b"</article>\n")?;
        }
        to.write_all(b"</section>\n")?;
        taken.letters += 1;
    }
    to.write_all(b"</main>\n</body>\n</html>\n")?;
    Ok(taken)
}

fn write_page(
    out: &Out<'_>,
    to: &mut impl Write,
    one: &OutPage,
    taken: &mut TakenOut,
) -> Result<()> {
    let writing = &one.page.writing;
    write!(
        to,
        "<article{}>\n<p class=\"day\"><time datetime=\"{}\">{}</time></p>\n",
        lang(&writing.lang),
        one.page.written_at.to_rfc3339(),
        one.page.day
    )?;
    let covered = !writing.cover.is_empty();
    if covered {
        // Read before the words, as in the book.
        write!(
            to,
            "<details>\n<summary>{}</summary>\n",
            escaped(&writing.cover)
        )?;
    }
    let mut around = one.ties.clone();
    if writing.happened != Happened::Untold {
        let when = writing.happened.text();
        around.push(
            out.speech
                .say("looking-back-read-happened", &[("when", &when)]),
        );
    }
    around.extend(one.moments.iter().cloned());
    for words in around {
        writeln!(to, "<p class=\"around\">{}</p>", escaped(&words))?;
    }
    for asked in &writing.asked {
        writeln!(to, "<p class=\"asked\">{}</p>", escaped(&asked.text))?;
    }
    if !writing.title.is_empty() {
        writeln!(to, "<h2>{}</h2>", escaped(&writing.title))?;
    }
    for block in &one.page.blocks {
        if matches!(block, Block::Picture { .. }) {
            taken.pictures += 1;
        }
        write_block(out, to, block)?;
    }
    let lenses = &writing.lenses;
    for words in [&lenses.fear_says, &lenses.hope_says, &lenses.wider] {
        if !words.is_empty() {
            writeln!(to, "<p class=\"lens\">{}</p>", with_breaks(words))?;
        }
    }
    if covered {
        to.write_all(b"</details>\n")?;
    }
    to.write_all(b"</article>\n")?;
    Ok(())
}

fn write_block(out: &Out<'_>, to: &mut impl Write, block: &Block) -> Result<()> {
    match block {
        Block::Paragraph { lines } => writeln!(to, "<p>{}</p>", lines_of(lines))?,
        Block::Heading { spans } => writeln!(to, "<h3>{}</h3>", spans_of(spans))?,
        Block::Quote { lines } => {
            writeln!(to, "<blockquote><p>{}</p></blockquote>", lines_of(lines))?;
        }
        Block::List { ordered, items } => {
            let name = if *ordered { "ol" } else { "ul" };
            writeln!(to, "<{name}>")?;
            for item in items {
                writeln!(to, "<li>{}</li>", spans_of(item))?;
            }
            writeln!(to, "</{name}>")?;
        }
        Block::Rule => to.write_all(b"<hr>\n")?,
        Block::Picture {
            id,
            words,
            width,
            height,
        } => {
            let (kind, bytes) = out.journal.picture(*id)?;
            writeln!(
                to,
                "<p><img src=\"data:image/{kind};base64,{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\"></p>",
                STANDARD.encode(bytes),
                escaped(words)
            )?;
        }
        Block::Gone { .. } => to.write_all("<p>—</p>\n".as_bytes())?,
    }
    Ok(())
}

fn lines_of(lines: &[Vec<Span>]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| spans_of(line)).collect();
    lines.join("<br>\n")
}

fn spans_of(spans: &[Span]) -> String {
    let mut html = String::new();
    for span in spans {
        match span {
            Span::Text { text } => html.push_str(&escaped(text)),
            Span::Strong { spans } => {
                html.push_str(&format!("<strong>{}</strong>", spans_of(spans)));
            }
            Span::Emphasis { spans } => html.push_str(&format!("<em>{}</em>", spans_of(spans))),
            Span::Ruby { base, reading } => html.push_str(&format!(
                "<ruby>{}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>",
                escaped(base),
                escaped(reading)
            )),
        }
    }
    html
}

/// Text as it may stand in HTML, between tags and between double quotes.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

fn with_breaks(text: &str) -> String {
    let lines: Vec<_> = text.split('\n').map(escaped).collect();
    lines.join("<br>\n")
}

fn lang(lang: &str) -> String {
    match lang {
        "" => String::new(),
        lang => format!(" lang=\"{}\"", escaped(lang)),
    }
}
