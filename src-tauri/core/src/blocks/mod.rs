//! Blocks: a body in Markdown-lite, read into typed blocks. Never HTML: what is written here reaches the
//! window as text and nothing else. Pure; any text is read, in one walk, and nothing nests deeper than three.
//!
//! What is read, and everything else stays as it was typed:
//!
//! * paragraphs with a blank line between them, their line breaks kept;
//! * `# heading` (`##` and more are the same heading);
//! * `- item` or `* item`, and `1. item` when it is counted from one on (`1986. …` is a sentence);
//! * `> quoted words`, and `---` alone on its line;
//! * `*emphasis*`, `_emphasis_`, `**strong**` and `{漢字|かんじ}` within one line;
//! * a marker alone on its line (marker);
//! * a backslash before `\ * _ { | }`, or before `# - > !` where a line begins, takes the sign its meaning.
//!
//! [`plain`] is the same page as plain text: what lists show, what the index holds, what a search shows.

mod inline;
mod lines;
mod marker;

use std::ops::{ControlFlow, Range};

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::id::PictureId;
use inline::{has_signs, spans_of};
use lines::{Line, line_of, lines};
use marker::Marker;

pub use marker::{Gone, gone_marker, picture_marker};
pub(crate) use marker::{is_gone, picture_of};

/// A page of more blocks, lines and spans than this shows the rest of itself as one text, so that no page
/// costs more than its own size many times over.
const MOST_PIECES: usize = 500_000;

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its lines, broken where the person broke them.
        lines: Vec<Vec<Span>>,
    },
    /// A heading.
    Heading {
        /// Its words.
        spans: Vec<Span>,
    },
    /// A list.
    List {
        /// Its items are counted, from one on.
        ordered: bool,
        /// Its items.
        items: Vec<Vec<Span>>,
    },
    /// Words quoted.
    Quote {
        /// Their lines.
        lines: Vec<Vec<Span>>,
    },
    /// A line across the page.
    Rule,
    /// A picture kept with the page.
    Picture {
        /// Its public id.
        id: PictureId,
        /// What it shows.
        words: String,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// What another program held here, and an import could not bring; or a picture that is not here.
    Gone {
        /// What it was.
        #[cfg_attr(test, ts(inline))]
        what: Gone,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Strong words.
    Strong {
        /// What they are made of.
        spans: Vec<Span>,
    },
    /// Emphasis.
    Emphasis {
        /// What it is made of.
        spans: Vec<Span>,
    },
    /// Words with their reading above, or beside when set vertically.
    Ruby {
        /// The words.
        base: String,
        /// How they are read.
        reading: String,
    },
}

/// A page as plain text: its words without signs, markers or blank lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plain {
    /// The words, each line of the page on its own line.
    pub text: String,
    /// The readings that stand over parts of the text (byte ranges), in order.
    pub readings: Vec<(Range<usize>, String)>,
}

/// Blocks of a body; `picture` knows the size of each picture that is there.
pub fn parse(body: &str, picture: impl Fn(PictureId) -> Option<(u32, u32)>) -> Vec<Block> {
    let mut page = Page::default();
    for (line, from_here) in lines(body) {
        if page.pieces > MOST_PIECES {
            page.add_rest(from_here);
            break;
        }
        match line_of(line) {
            Line::Blank => page.after_blank = true,
            Line::Rule => page.add(Block::Rule),
            Line::Heading(words) => {
                let spans = page.spans(words);
                page.add(Block::Heading { spans });
            }
            Line::Bullet(words) => page.add_item(false, words),
            Line::Numbered(1, words) if !page.counts(1) => page.begin_list(true, words),
            Line::Numbered(number, words) if page.counts(number) => page.add_item(true, words),
            Line::Quote(words) => page.add_quoted(words),
            Line::Marker(marker) => page.add(block_of(marker, &picture)),
            Line::Numbered(..) => page.add_line(line),
            Line::Words(words) => page.add_line(words),
        }
    }
    page.blocks
}

fn block_of(marker: Marker, picture: &impl Fn(PictureId) -> Option<(u32, u32)>) -> Block {
    match marker {
        Marker::Gone(what) => Block::Gone { what },
        Marker::Picture(id, words) => match picture(id) {
            Some((width, height)) => Block::Picture {
                id,
                words,
                width,
                height,
            },
            None => Block::Gone {
                what: Gone::Picture,
            },
        },
    }
}

/// A page being read.
#[derive(Default)]
struct Page {
    blocks: Vec<Block>,
    after_blank: bool,
    pieces: usize,
}

impl Page {
    fn add(&mut self, block: Block) {
        self.blocks.push(block);
        self.pieces += 1;
        self.after_blank = false;
    }

    fn spans(&mut self, words: &str) -> Vec<Span> {
        let spans = spans_of(words);
        self.pieces += 1 + spans.len();
        spans
    }

    /// Adds a line to the paragraph before it, or begins one.
    fn add_line(&mut self, words: &str) {
        let line = self.spans(words);
        match self.blocks.last_mut() {
            Some(Block::Paragraph { lines }) if !self.after_blank => lines.push(line),
            _ => self.add(Block::Paragraph { lines: vec![line] }),
        }
    }

    fn add_quoted(&mut self, words: &str) {
        let line = self.spans(words);
        match self.blocks.last_mut() {
            Some(Block::Quote { lines }) if !self.after_blank => lines.push(line),
            _ => self.add(Block::Quote { lines: vec![line] }),
        }
    }

    /// Adds an item to the list before it, blank lines between them or not, or begins one.
    fn add_item(&mut self, counted: bool, words: &str) {
        let item = self.spans(words);
        self.after_blank = false;
        match self.blocks.last_mut() {
            Some(Block::List { ordered, items }) if *ordered == counted => items.push(item),
            _ => self.add(Block::List {
                ordered: counted,
                items: vec![item],
            }),
        }
    }

    fn begin_list(&mut self, ordered: bool, words: &str) {
        let items = vec![self.spans(words)];
        self.add(Block::List { ordered, items });
    }

    /// Whether a number goes on counting the list before it, or begins one. Any other number is a person's
    /// own word, which a list would change.
    fn counts(&self, number: u32) -> bool {
        let counted = match self.blocks.last() {
            Some(Block::List {
                ordered: true,
                items,
            }) => items.len(),
            _ => 0,
        };
        u32::try_from(counted).is_ok_and(|counted| counted.checked_add(1) == Some(number))
    }

    fn add_rest(&mut self, rest: &str) {
        let text = rest.to_owned();
        let lines = vec![vec![Span::Text { text }]];
        self.add(Block::Paragraph { lines });
    }
}

/// A body as plain text.
pub fn plain(body: &str) -> Plain {
    let mut plain = Plain {
        text: String::with_capacity(body.len()),
        readings: Vec::new(),
    };
    let _ = each_plain_line(body, &mut plain, |plain, _| {
        plain.text.push('\n');
        ControlFlow::Continue(())
    });
    plain.text.truncate(plain.text.trim_end_matches('\n').len());
    plain
}

/// So much of a last word is left out of a list rather than shown without its end. Japanese has no spaces, and is cut
/// wherever it is.
const LONGEST_WORD_CUT: usize = 24;

/// Between a heading or a point and what is beside it, where a line break cannot be shown.
const POINT: &str = " · ";

/// The first words of a body in plain text, on one line, up to so many graphemes. Lines of prose and of verse run on
/// as one sentence does; a heading or a point would be read into the next one, and gets a dot between.
pub fn opening(body: &str, graphemes: usize) -> String {
    let mut opening = String::new();
    let mut alone_before = false;
    let _ = each_plain_line(body, &mut Plain::default(), |plain, alone| {
        let mut between = match alone || alone_before {
            true => POINT,
            // Japanese puts no space after a sentence.
            false if opening.ends_with(['。', '」', '』', '！', '？']) => "",
            false => " ",
        };
        for word in std::mem::take(plain).text.split_whitespace() {
            if !opening.is_empty() {
                opening.push_str(between);
            }
            (between, alone_before) = (" ", alone);
            opening.push_str(word);
            // A letter has few bytes; when there are this many of them, there are letters enough.
            if opening.len() > graphemes.saturating_mul(16) {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    });
    opening.graphemes(true).take(graphemes).collect()
}

/// The same for a list of pages: where more follows, it ends with a whole word, if one ends near, and `…`.
pub fn first_words(body: &str, graphemes: usize) -> String {
    let mut words = opening(body, graphemes + 1);
    let Some((end, next)) = words.grapheme_indices(true).nth(graphemes) else {
        return words;
    };
    let upto = words.get(..end + next.len()).unwrap_or_default();
    let whole = upto.rfind(' ').filter(|space| {
        let begun = words.get(*space..end).unwrap_or_default();
        begun.graphemes(true).count() <= LONGEST_WORD_CUT
    });
    words.truncate(whole.unwrap_or(end));
    // What it would have led to is not there.
    if words.ends_with(POINT.trim_end()) {
        words.truncate(words.len() - POINT.trim_end().len());
    }
    words.push('…');
    words
}

/// Adds the words of each line to `plain` and shows it then, and whether the line stands alone: a heading, a point, a
/// picture's words.
fn each_plain_line(
    body: &str,
    plain: &mut Plain,
    mut show: impl FnMut(&mut Plain, bool) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for (line, _) in lines(body) {
        let (words, alone) = match line_of(line) {
            Line::Blank | Line::Rule | Line::Marker(Marker::Gone(_)) => continue,
            Line::Marker(Marker::Picture(_, words)) => {
                plain.text.push_str(&words);
                show(plain, true)?;
                continue;
            }
            // The number is as good as a word: it may be one.
            Line::Numbered(..) => (line, true),
            Line::Heading(words) | Line::Bullet(words) => (words, true),
            Line::Quote(words) | Line::Words(words) => (words, false),
        };
        match has_signs(words) {
            true => add_plain(plain, &spans_of(words)),
            false => plain.text.push_str(words),
        }
        show(plain, alone)?;
    }
    ControlFlow::Continue(())
}

fn add_plain(plain: &mut Plain, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text { text } => plain.text.push_str(text),
            Span::Strong { spans } | Span::Emphasis { spans } => add_plain(plain, spans),
            Span::Ruby { base, reading } => {
                let start = plain.text.len();
                plain.text.push_str(base);
                let over = start..plain.text.len();
                plain.readings.push((over, reading.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests;
